"""The virtual Star printer by itself: raw bytes in, paper and status bytes out."""

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from drivers.virtual.star_commands import StarParser
from tests.unit.drivers.virtual.test_virtual_printer import WAIT_S, Host, cut_strips, line

STAR = "star-tup900"
CUT = b"\x1bd\x02"
ASK = b"\x1b\x06\x01"


def asked(host: Host) -> str:
    host.write(ASK)
    return host.read(9).hex(" ")


def settle(host: Host) -> None:
    """Wait until everything before was read: the answer to a question that waits its turn."""
    host.write(b"\x1b\x163\x00")
    host.read(8)


def test_text_is_printed_in_its_code_page_and_presented() -> None:
    with line(STAR) as (printer, host):
        host.write(b"\x1b@\x1b\x1dt\x20" + "Ñandú\n".encode("cp1252") + CUT)
        assert cut_strips(printer) == ["Ñandú"]
        assert printer.strips[0].fate == "presented"


def test_initialising_prints_what_stands_in_the_line() -> None:
    with line(STAR) as (printer, host):
        host.write(b"resto\x1b@otro\n" + CUT)
        assert cut_strips(printer) == ["resto\notro"]


@pytest.mark.parametrize(
    ("code", "millimetres"),
    [
        (b"\x1b0" + b"x\n" * 10, 30),
        (b"\x1bz\x01" + b"x\n" * 10, 40),
        (b"x\n" * 10, 40),
        (b"\x1bI\xf0", 30),
        (b"\x1bJ\x50", 20),
        (b"\x1b0\x1bi\x01\x00" + b"x\n" * 10, 60),
    ],
    ids=["3 mm", "4 mm", "4 mm at first", "n/8 mm", "n/4 mm", "taller than its pitch"],
)
def test_lines_are_as_high_as_the_manual_says(code: bytes, millimetres: int) -> None:
    with line(STAR) as (printer, host):
        host.write(code + CUT)
        cut_strips(printer)
        assert printer.strips[0].length_mm == pytest.approx(millimetres + 20, rel=0.002)


@pytest.mark.parametrize(
    ("hand", "status"),
    [
        ("", "23 06 00 00 00 00 00 00 00"),
        ("open_cover", "23 06 28 00 00 00 00 00 00"),
        ("paper_out", "23 06 08 00 00 08 00 00 00"),
        ("head_hot", "23 06 08 40 00 00 00 00 00"),
        ("paper_jam", "23 06 08 00 04 00 00 00 00"),
    ],
)
def test_the_status_follows_the_manual(hand: str, status: str) -> None:
    with line(STAR) as (printer, host):
        if hand:
            getattr(printer, hand)()
        assert asked(host) == status


def test_a_marker_is_counted_only_once_everything_before_it_is_printed() -> None:
    with line(STAR) as (printer, host):
        printer.paper_out()
        host.write(b"texto\n\x17")
        assert asked(host)[21:23] == "00"
        printer.load_paper()
        assert printer.wait_until(lambda p: p.counters.printed_mm > 3, WAIT_S)
        assert asked(host) == "23 06 02 00 00 00 00 02 02"
        assert asked(host).startswith("23 06 00")  # that a marker was met is told once
        host.write(b"\x17" * 8)
        settle(host)
        assert asked(host)[21:23] == "22"  # nine: bit 3 stands in bit 5
        host.write(b"\x1b\x1eE\x00")
        settle(host)
        assert asked(host)[21:23] == "00"


def test_the_position_follows_the_ticket_out_of_the_presenter() -> None:
    with line(STAR) as (printer, host):
        host.write(b"hola\n")
        assert printer.wait_until(lambda p: p.counters.printed_mm > 3, WAIT_S)
        assert asked(host)[24:] == "02"
        host.write(CUT)
        cut_strips(printer)
        assert asked(host)[18:] == "02 00 06"
        printer.take_ticket()
        assert asked(host)[18:] == "00 00 0e"
        host.write(b"\x1b\x163\x00")
        assert host.read(8).hex(" ") == "1b 16 33 00 00 00 00 01"


def test_a_ticket_that_nobody_takes_is_pulled_back_and_counted() -> None:
    with line(STAR, speed=1000.0) as (printer, host):
        host.write(b"\x1b\x161\x0ahola\n" + CUT)
        assert printer.wait_until(
            lambda p: bool(p.strips) and p.strips[0].fate == "retracted", WAIT_S
        )
        assert asked(host)[24:] == "0c"
        host.write(b"\x1b\x163\x01")
        assert host.read(8).hex(" ") == "1b 16 33 01 00 00 00 01"


def test_recovery_on_command_pulls_the_ticket_back() -> None:
    with line(STAR) as (printer, host):
        host.write(b"hola\n" + CUT + b"\x1b\x160\x00")
        assert printer.wait_until(
            lambda p: bool(p.strips) and p.strips[0].fate == "retracted", WAIT_S
        )


def test_a_symbol_is_stored_measured_and_drawn() -> None:
    with line(STAR) as (printer, host):
        host.write(b"\x1b\x1dyI")
        assert host.read(6).hex(" ") == "1b 1d 79 49 00 00"
        host.write(b"\x1b\x1dyS1\x01\x1b\x1dyS2\x06\x1b\x1dyD1\x00\x03\x00abc\x1b\x1dyI")
        assert host.read(6).hex(" ") == "1b 1d 79 49 7e 00"
        host.write(b"\x1b\x1da\x01\x1b\x1dyP" + CUT)
        cut_strips(printer)
        (code,) = zxingcpp.read_barcodes(printer.strips[0].image)
        assert (code.text, code.ec_level) == ("abc", "M")


def test_a_power_cut_forgets_symbol_markers_and_what_was_not_printed() -> None:
    with line(STAR) as (printer, host):
        host.write(b"\x1b\x1dyD1\x00\x03\x00abc\x17\x1b\x1dyI")
        assert host.read(6).hex(" ") == "1b 1d 79 49 3f 00"
        printer.open_cover()
        host.write(b"perdido\n")
        assert printer.wait_until(lambda p: p.bytes_received.endswith(b"perdido\n"), WAIT_S)
        printer.power_cycle()
        printer.close_cover()
        host.write(b"\x1b\x1dyI")
        assert host.read(6).hex(" ") == "1b 1d 79 49 00 00"
        assert asked(host)[21:23] == "00"
        host.write(b"nuevo\n" + CUT)
        assert cut_strips(printer) == ["nuevo"]
        assert not printer.strips[0].complete


def test_one_byte_questions_are_answered_even_inside_a_parameter() -> None:
    with line(STAR) as (_, host):
        host.write(b"\x1bI\x04")
        assert host.read(1)[0] & 0x91 == 0x10
        host.write(b"\x1bI\x05")
        assert host.read(1)[0] & 0x10 == 0


def test_a_full_buffer_is_told_once() -> None:
    with line(STAR, speed=40.0) as (printer, host):
        printer.paper_out()
        host.write(b"a" * 6000)
        assert printer.wait_until(lambda p: len(p.bytes_received) == 6000, WAIT_S)
        printer.load_paper()  # until it is printed, a question has no room either
        assert printer.wait_until(lambda p: p.counters.printed_mm > 300, WAIT_S)
        assert asked(host)[12:14] == "40"
        assert asked(host)[12:14] == "00"


def test_automatic_status_is_off_until_it_is_enabled() -> None:
    with line(STAR) as (printer, host):
        printer.open_cover()
        assert host.is_silent()
        host.write(b"\x1b\x1ea\x01")
        assert asked(host)
        printer.close_cover()
        assert host.is_silent() is False


@given(st.binary(max_size=400))
def test_no_bytes_break_the_parser(data: bytes) -> None:
    parser = StarParser()
    for byte in data:
        parser.feed(byte)
