"""The trace tells every command and answer, and never what stands on the paper."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.printer import escpos, starline
from drivers.printer import events as ev
from drivers.printer.about import bytes_a_second, workshop_of
from drivers.printer.layout import lay_out
from drivers.printer.profile import Profile, Serial, list_profiles, load_profile
from drivers.printer.split import CODES, Piece, Splitter
from drivers.printer.trace import ANSWERS, KEPT, Trace
from drivers.virtual import VirtualPrinter
from kiosk.demo.measured import MeasuredPrinter
from kiosk.documents.model import plain_text
from kiosk.ports import Printed, PrinterFault
from tests.support.kiosk import FakePrinter
from tests.support.printer import (
    CUSTOM,
    EPSON,
    STAR,
    Bench,
    RealClock,
    make_document,
    printer_bench,
)

PROFILES = [load_profile(name) for name in list_profiles()]


@cache
def paper_of(profile: str) -> bytes:
    """The bytes of one certificate."""
    roll = lay_out(make_document(1), load_profile(profile))
    return b"".join(piece for part in roll.parts for piece in part.pieces)


class Ticks:
    """A clock that goes on with every look."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def monotonic(self) -> float:
        return 0.0


def trace_of(profile: Profile | str = EPSON) -> Trace:
    model = load_profile(profile) if isinstance(profile, str) else profile
    return Trace(model, Ticks())


def write(trace: Trace, data: bytes) -> None:
    trace.wrote(data, trace.now())


@pytest.mark.parametrize(
    ("data", "pieces"),
    [
        (escpos.status_request(2), [Piece("status_request", 3, b"\x10\x04\x02")]),
        (escpos.process_id(42), [Piece("process_id", 11, escpos.process_id(42))]),
        (escpos.CLEAR_BUFFERS, [Piece("clear", 10, escpos.CLEAR_BUFFERS)]),
        (b"\x1d\x56\x41\x00", [Piece("cut", 4, b"\x1d\x56\x41\x00")]),
        (b"NIT 990.000.001\n", [Piece("text", 16)]),
        (b"\x00" * 8, [Piece("padding", 8)]),
        (b"\x05", [Piece("other", 1)]),
        (
            escpos.raster(b"\x10\x04\x01\x1b\x40\x00" * 2, 6) + escpos.LF,
            [Piece("picture", 8), Piece("picture", 12), Piece("text", 1)],
        ),
    ],
)
def test_a_command_is_named_and_what_it_carries_only_counted(
    data: bytes, pieces: list[Piece]
) -> None:
    assert Splitter(load_profile(EPSON)).feed(data) == pieces


def test_a_star_speaks_its_own_language() -> None:
    splitter = Splitter(load_profile(STAR))
    code = starline.store_symbol("SECRETO", cell_dots=4, error_correction=1)

    pieces = splitter.feed(starline.ETB + starline.feed(16) + code + b"\x1b\x64\x02")

    assert [piece.code for piece in pieces] == ["marker", "feed", *["symbol"] * 5, "cut"]
    assert b"SECRETO" not in b"".join(piece.data for piece in pieces)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.name)
def test_every_byte_of_a_paper_is_counted_and_none_is_strange(profile: Profile) -> None:
    roll = lay_out(make_document(3), profile)
    splitter = Splitter(profile)

    pieces = [p for part in roll.parts for piece in part.pieces for p in splitter.feed(piece)]

    assert sum(piece.size for piece in pieces) == roll.size_bytes
    assert {piece.code for piece in pieces} <= CODES - {"other"}


@given(data=st.data(), profile=st.sampled_from(PROFILES))
def test_where_the_line_cuts_a_command_changes_nothing(
    data: st.DataObject, profile: Profile
) -> None:
    whole = paper_of(profile.name)
    ends = sorted({*data.draw(st.sets(st.integers(0, len(whole)), max_size=12)), 0, len(whole)})
    splitter = Splitter(profile)

    cut = [p for a, b in pairwise(ends) for p in splitter.feed(whole[a:b])]

    assert sum(piece.size for piece in cut) == len(whole)
    commands = [piece for piece in cut if piece.data]
    assert commands == [piece for piece in Splitter(profile).feed(whole) if piece.data]


@given(noise=st.lists(st.binary(max_size=40), max_size=12), profile=st.sampled_from(PROFILES))
def test_no_bytes_confuse_it(noise: list[bytes], profile: Profile) -> None:
    splitter = Splitter(profile)
    pieces = [piece for data in noise for piece in splitter.feed(data)]

    assert all(piece.size > 0 and len(piece.data) in (0, piece.size) for piece in pieces)
    assert sum(piece.size for piece in pieces) <= sum(map(len, noise))


@pytest.mark.parametrize("profile", [EPSON, CUSTOM, STAR])
def test_of_a_certificate_the_trace_has_no_word(profile: str, tmp_path: Path) -> None:
    """Three letters in a row are a word: none of those on the paper may stand in the trace."""
    document = make_document(2)
    with printer_bench(tmp_path, profile) as bench:
        assert bench.driver.preflight(100) is None
        outcome = bench.driver.print(bench.driver.lay_out(document), 7, lambda _p: None)
        lines = bench.driver.trace()
    assert isinstance(outcome, Printed)
    said = {code for line in lines for code, _ in line.said}

    assert {"text", "style", "feed", "symbol"} <= said
    assert said <= CODES | ANSWERS
    shown = b"\x00".join(line.data for line in lines if line.is_out)
    written = plain_text(document).encode("cp1252", "ignore")
    words = {written[at : at + 3] for at in range(len(written) - 2)}
    assert not [word for word in words if word.isalpha() and word in shown]


def test_a_question_and_its_answer_stand_in_words_and_bytes(tmp_path: Path) -> None:
    with printer_bench(tmp_path, EPSON) as bench:
        bench.virtual.open_cover()
        assert bench.driver.preflight(100) is PrinterFault.COVER_OPEN
        lines = bench.driver.trace()

    asked = next(line for line in lines if line.data == b"\x10\x04\x02")
    answered = [line for line in lines if line.at > asked.at][-1]
    assert answered.data[0] & 0x04  # the cover
    assert (asked.is_out, asked.said) == (True, (("status_request", 1),))
    assert (answered.is_out, answered.said) == (False, (("real_time_status", 1),))


def test_what_is_asked_every_second_is_counted_not_repeated() -> None:
    trace = trace_of()
    for _ in range(500):
        for n in (1, 2, 3, 4):
            write(trace, escpos.status_request(n))
            trace.heard(b"\x12", [ev.RealTimeStatus(0x12)])

    lines = trace.lines()

    assert [line.times for line in lines if line.is_out] == [500] * 4
    assert [line.data for line in lines if line.is_out] == [
        escpos.status_request(n) for n in (4, 3, 2, 1)
    ]


def test_papers_are_not_counted_together_and_the_ring_has_an_end() -> None:
    trace = trace_of()
    for _ in range(KEPT * 2):
        write(trace, b"NIT 990.000.001\n")

    lines = trace.lines()

    assert len(lines) == KEPT
    assert {(line.times, line.size, line.data) for line in lines} == {(1, 16, b"")}
    assert lines[0].at > lines[-1].at


def test_an_answer_that_is_read_before_the_question_returned_stands_behind_it() -> None:
    trace = trace_of()
    asked_at = trace.now()
    trace.heard(b"\x12", [ev.RealTimeStatus(0x12)])
    trace.wrote(escpos.status_request(1), asked_at)

    assert [line.is_out for line in trace.lines()] == [False, True]


# -- the workshop


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with printer_bench(tmp_path, EPSON) as made:
        yield made


def test_status_bytes_are_shown_as_they_came_with_what_they_mean(bench: Bench) -> None:
    assert bench.driver.status_bytes() == ()
    bench.virtual.open_cover()
    bench.virtual.paper_out()
    bench.driver.preflight(100)

    told = {byte.name: byte for byte in bench.driver.status_bytes()}

    assert {"eot1", "eot2", "eot3", "eot4"} <= set(told)
    assert told["eot2"].value & 0x04
    assert "cover_open" in told["eot2"].codes
    assert "paper_out" in told["eot4"].codes
    assert told["eot3"].codes == ()


@pytest.mark.parametrize("model", [EPSON, CUSTOM, STAR, "citizen-ppu-700"])
def test_paper_is_fed_and_cut(model: str, tmp_path: Path) -> None:
    """Also on a model that may not sell, because nothing that it says is a proof."""
    with printer_bench(tmp_path, model) as bench:
        bench.driver.preflight(100)
        before = bench.virtual.counters.printed_mm
        assert bench.driver.feed(50) == ""
        _wait_mm(bench.virtual, before + 45)
        strips = len(bench.virtual.strips)
        assert bench.driver.cut() == ""

        assert bench.virtual.wait_until(lambda it: len(it.strips) == strips + 1, 10.0)
        assert 45 <= bench.virtual.strips[-1].length_mm <= 120


def test_what_was_only_fed_is_cut_off_before_somebodys_paper(bench: Bench) -> None:
    assert bench.driver.feed(50) == ""
    roll = bench.driver.lay_out(make_document(1))
    assert bench.driver.preflight(roll.length_mm) is None
    assert isinstance(bench.driver.print(roll, 1, lambda _p: None), Printed)

    paper = bench.virtual.strips[-1]
    assert paper.complete
    assert abs(paper.length_mm - roll.length_mm) < 30


@pytest.mark.parametrize("act", ["cut", "feed"])
def test_a_printer_that_cannot_says_why(bench: Bench, act: str) -> None:
    bench.virtual.open_cover()
    told = bench.driver.cut() if act == "cut" else bench.driver.feed(10)
    assert told == "cover_open"
    bench.virtual.unplug()
    told = bench.driver.cut() if act == "cut" else bench.driver.feed(10)
    assert told == "disconnected"


def test_the_workshop_is_found_inside_what_is_around_it(bench: Bench) -> None:
    around = MeasuredPrinter(MeasuredPrinter(bench.driver, RealClock()), RealClock())

    assert workshop_of(around) is bench.driver
    assert workshop_of(FakePrinter()) is None


def test_a_line_carries_its_bits_with_start_stop_and_parity() -> None:
    assert bytes_a_second(Serial(38_400, "N", "xonxoff", 0)) == 3_840
    assert bytes_a_second(Serial(115_200, "O", "xonxoff", 0)) == pytest.approx(10_472.7, abs=0.1)


def _wait_mm(virtual: VirtualPrinter, millimetres: float) -> None:
    assert virtual.wait_until(lambda it: it.counters.printed_mm >= millimetres, 10.0)
