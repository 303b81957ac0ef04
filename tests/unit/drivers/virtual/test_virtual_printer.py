"""The virtual printer by itself: raw bytes in, paper and status bytes out."""

import os
import select
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from drivers.virtual import VirtualPrinter
from drivers.virtual.commands import Parser

WAIT_S = 5.0
CUT = b"\x1dVA\x00"


class Host:
    """The other end of the line, without any driver."""

    def __init__(self, path: str, *, flow: int = 0) -> None:
        self._fd = os.open(path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self._fd)
        settings = termios.tcgetattr(self._fd)
        settings[0] |= flow
        termios.tcsetattr(self._fd, termios.TCSANOW, settings)

    def write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._fd, data) :]

    def read(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            ready, _, _ = select.select([self._fd], [], [], WAIT_S)
            assert ready, f"only {data.hex(' ')} came"
            data += os.read(self._fd, count - len(data))
        return data

    def read_until(self, tail: bytes) -> None:
        data = b""
        while not data.endswith(tail):
            data += self.read(1)

    def is_silent(self, for_s: float = 0.05) -> bool:
        return not select.select([self._fd], [], [], for_s)[0]

    def close(self) -> None:
        os.close(self._fd)


@contextmanager
def line(
    model: str = "epson-tm-t20iii", *, speed: float | None = None, flow: int = 0
) -> Iterator[tuple[VirtualPrinter, Host]]:
    with VirtualPrinter(model, speed=speed) as printer:
        host = Host(printer.device_path, flow=flow)
        try:
            yield printer, host
        finally:
            host.close()


def cut_strips(printer: VirtualPrinter, count: int = 1) -> list[str]:
    assert printer.wait_until(lambda p: len(p.strips) >= count, WAIT_S)
    return [strip.text for strip in printer.strips]


def test_text_is_printed_in_its_code_page() -> None:
    with line() as (printer, host):
        host.write(b"\x1b@\x1bt\x10" + "Ñandú\n".encode("cp1252") + CUT)
        assert cut_strips(printer) == ["Ñandú"]


def test_without_a_code_page_accents_are_wrong_as_in_life() -> None:
    with line() as (printer, host):
        host.write(b"\x1b@" + "Ñ\n".encode("cp1252") + CUT)
        assert cut_strips(printer) != ["Ñ"]


def test_a_cut_without_a_feed_leaves_the_last_lines_inside() -> None:
    with line() as (printer, host):
        host.write(b"uno\n" * 8 + b"\x1dV\x00")
        strip = cut_strips(printer)[0]
        assert strip.count("uno") < 8
        assert not printer.strips[0].complete


@pytest.mark.parametrize(
    ("hand", "replies"),
    [
        ("", "12 12 12 12"),
        ("open_cover", "1a 16 12 12"),
        ("paper_out", "1a 32 12 72"),
        ("head_hot", "1a 52 52 12"),
    ],
)
def test_real_time_status_follows_the_manual(hand: str, replies: str) -> None:
    with line() as (printer, host):
        if hand:
            getattr(printer, hand)()
        host.write(b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04")
        assert host.read(4).hex(" ") == replies


def test_near_end_shows_in_the_roll_sensor() -> None:
    with line() as (printer, host):
        printer.set_paper_left(500)
        host.write(b"\x10\x04\x04")
        assert host.read(1) == b"\x1e"


def test_status_is_pushed_on_every_change_once_it_is_enabled() -> None:
    with line() as (printer, host):
        printer.open_cover()
        printer.close_cover()
        assert host.is_silent()
        host.write(b"\x1da\x0e")
        assert host.read(4) == b"\x10\x00\x00\x0f"
        printer.open_cover()
        assert host.read(4) == b"\x38\x00\x00\x0f"


def test_full_status_shows_the_ticket_until_it_is_taken() -> None:
    with line("custom-vkp80iii") as (printer, host):
        host.write(b"hola\n\x1cP\x14\x01E\x00")
        assert printer.wait_until(lambda p: bool(p.strips), WAIT_S)
        host.write(b"\x10\x04\x14")
        assert host.read(6) == b"\x10\x0f\x20\x00\x00\x00"
        assert printer.take_ticket()
        host.write(b"\x10\x04\x14")
        assert host.read(6) == b"\x10\x0f\x00\x00\x00\x00"
        assert printer.strips[0].fate == "taken"
        assert not printer.take_ticket()


def test_a_ticket_that_nobody_takes_is_pulled_back_and_counted() -> None:
    with line("custom-vkp80iii", speed=1000.0) as (printer, host):
        host.write(b"hola\n\x1cP\x14\x01R\x05")
        assert printer.wait_until(
            lambda p: bool(p.strips) and p.strips[0].fate == "retracted", WAIT_S
        )
        host.write(b"\x1d\xe4")
        assert host.read(4) == b"1ret"


def test_counters_answer_as_the_manual_prints_them() -> None:
    with line("custom-vkp80iii") as (_, host):
        host.write(b"\x1d\xe1")
        assert host.read(6) == b"6000cm"
        host.write(b"\x1d\xe2")
        assert host.read(6) == b"0 cuts"
        host.write(b"\x1d\xe5")
        assert host.read(3) == b"1on"


def test_a_process_id_answers_only_once_everything_before_it_is_printed() -> None:
    with line() as (printer, host):
        printer.paper_out()
        host.write(b"texto\n\x1d(H\x06\x0000ABCD")
        assert host.is_silent()
        printer.load_paper()
        assert host.read(7) == b'\x37"ABCD\x00'


def test_a_queued_status_is_not_answered_while_it_is_out_of_paper() -> None:
    with line() as (printer, host):
        printer.paper_out()
        host.write(b"\x1dr\x01")
        assert host.is_silent()
        printer.load_paper()
        assert host.read(1) == b"\x00"


def test_cleared_buffers_answer_and_never_print() -> None:
    with line() as (printer, host):
        printer.paper_out()
        host.write(b"secreto\n" * 10 + bytes.fromhex("10 14 08 01 03 14 01 06 02 08"))
        assert host.read(3) == b"\x37\x25\x00"
        printer.load_paper()
        host.write(b"\x1b@otro\n" + CUT)
        assert cut_strips(printer) == ["otro"]


def test_real_time_commands_inside_graphics_are_executed_as_in_life() -> None:
    row = b"\x10\x04\x01" + b"\x00" * 69
    with line() as (_, host):
        host.write(b"\x1dv0\x00\x48\x00\x01\x00" + row)
        assert host.read(1) == b"\x12"


def test_raster_rows_are_dots_on_the_paper() -> None:
    with line() as (printer, host):
        host.write(b"\x1dv0\x00\x48\x00\x10\x00" + b"\xff" * 72 * 16 + b"x\n" + CUT)
        cut_strips(printer)
        image = printer.strips[0].image
        assert image.crop((32, 121, 608, 135)).getextrema() == (0, 0)


def test_a_symbol_wider_than_the_paper_prints_nothing() -> None:
    store = b"x" * 400
    length = (len(store) + 3).to_bytes(2, "little")
    with line() as (printer, host):
        host.write(b"\x1d(k\x03\x001C\x10" + b"\x1d(k" + length + b"1P0" + store)
        host.write(b"\x1d(k\x03\x001Q0" + b"fin\n" + CUT)
        cut_strips(printer)
        assert printer.strips[0].length_mm < 30


def test_a_host_that_ignores_flow_control_loses_bytes() -> None:
    with line(speed=1.0) as (printer, host):
        printer.paper_out()
        host.write(b"a" * 6000)
        assert printer.wait_until(lambda p: p.bytes_lost > 0, WAIT_S)


def test_a_host_that_obeys_xoff_loses_none() -> None:
    with line(speed=40.0, flow=termios.IXON) as (printer, host):
        host.write((b"b" * 47 + b"\n") * 250 + CUT)
        strip = cut_strips(printer)[0]
        assert printer.bytes_lost == 0
        assert strip.count("b") == 47 * 250


def test_the_line_is_no_faster_than_its_baud_rate() -> None:
    with line(speed=1.0) as (printer, host):
        host.write(b"\x00" * 1153)  # a tenth of a second at 115200 baud
        assert not printer.wait_until(lambda p: len(p.bytes_received) >= 1153, 0.07)
        assert printer.wait_until(lambda p: len(p.bytes_received) >= 1153, WAIT_S)


def test_the_head_is_no_faster_than_its_data_sheet() -> None:
    with line(speed=1.0) as (printer, host):
        host.write(b"\x1dP\xcb\xcb" + b"\x1bJ\xff" * 4)  # 128 mm: half a second
        assert not printer.wait_until(lambda p: p.counters.printed_mm > 127, 0.3)
        assert printer.wait_until(lambda p: p.counters.printed_mm > 127, WAIT_S)


def test_paper_that_ends_in_the_middle_stops_at_that_line() -> None:
    with line() as (printer, host):
        printer.paper_out(after_mm=20)
        host.write(b"\x1da\x0e" + b"linea\n" * 30 + CUT)
        host.read_until(b"\x18\x00\x0c\x0f")
        assert 0 < printer.partial_text().count("linea") < 30
        printer.load_paper()
        assert cut_strips(printer)[0].count("linea") == 30
        assert printer.strips[0].complete
        assert len(printer.strips[0].splices_mm) == 1


def test_a_power_cut_forgets_what_was_not_printed() -> None:
    with line() as (printer, host):
        printer.open_cover()
        host.write(b"perdido\n")
        assert printer.wait_until(lambda p: len(p.bytes_received) == 8, WAIT_S)
        printer.power_cycle()
        printer.close_cover()
        host.write(b"nuevo\n" + CUT)
        assert cut_strips(printer) == ["nuevo"]
        assert not printer.strips[0].complete
        assert printer.counters.power_ups == 2


def test_a_pulled_cable_is_a_hang_up_and_the_link_finds_the_new_device(tmp_path: Path) -> None:
    link = tmp_path / "printer"
    with VirtualPrinter(link=link, speed=None) as printer:
        host = Host(str(link))
        printer.unplug()
        assert not link.exists()
        with pytest.raises(OSError, match="Input/output"):
            host.write(b"x")
        host.close()
        printer.replug()
        again = Host(printer.device_path)
        again.write(b"\x10\x04\x01")
        assert again.read(1) == b"\x12"
        again.close()


def test_strips_are_saved_and_shown(tmp_path: Path) -> None:
    shown: list[str] = []
    printer = VirtualPrinter(
        speed=None, paper_dir=tmp_path, on_paper=lambda strip: shown.append(strip.text)
    )
    with printer:
        host = Host(printer.device_path)
        host.write(b"uno\n" + CUT + b"dos\n" + CUT)
        assert cut_strips(printer, 2) == ["uno", "dos"]
        printer.save_paper(tmp_path / "paper.png")
        host.close()
    assert shown == ["uno", "dos"]
    assert (tmp_path / "strip-02.txt").read_text() == "dos\n"
    with Image.open(tmp_path / "paper.png") as picture:
        assert picture.width > 2 * 640


@given(st.binary(max_size=400))
def test_no_bytes_break_the_parser(data: bytes) -> None:
    parser = Parser()
    for byte in data:
        parser.feed(byte)


def test_unknown_commands_are_remembered() -> None:
    with line() as (printer, host):
        host.write(b"\x1b\x99\x1d\x99\x1c\x99x\n" + CUT)
        cut_strips(printer)
        assert printer.unknown_commands == [b"\x1b\x99", b"\x1d\x99", b"\x1c\x99"]


@pytest.mark.parametrize(
    ("before", "lost", "complete"),
    [
        (b"", b"ab", False),
        (b"", b"\x10\x04\x01", True),
        (b"\x10", b"\x04\x01", True),
        (b"\x1dI", b"A", True),
        (b"\x10\x04", b"\x01a", False),
        (b"a", b"\x04\x01", False),
        (b"", b"\x1b@a", False),
    ],
)
def test_only_a_lost_question_leaves_the_paper_whole(
    before: bytes, lost: bytes, complete: bool
) -> None:
    with line() as (printer, host):
        host.write(b"\x1b@" + before)
        assert printer.wait_until(lambda p: len(p.bytes_received) == 2 + len(before), WAIT_S)
        printer.brown_out(lost_bytes=len(lost))
        host.write(lost + b"\nuno\n" + CUT)
        cut_strips(printer)
        assert printer.strips[0].complete == complete
