from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drivers.scanner.framing import Framer, Framing
from tests.support.cards import yellow

GAP = Framing().gap_s


def read_all(framer: Framer, pieces: list[bytes], at_s: float = 100.0) -> list[bytes]:
    """Pieces in quick order, then silence."""
    symbols = [symbol for piece in pieces for symbol in framer.feed(piece, 0.0, at_s)]
    return symbols + framer.feed(b"", GAP, at_s + GAP)


@given(st.lists(st.integers(0, 531), max_size=6))
def test_silence_frames_a_binary_card_however_it_is_cut(cuts: list[int]) -> None:
    card = yellow()
    edges = sorted({0, *cuts, len(card)})
    pieces = [card[start:end] for start, end in pairwise(edges)]
    assert read_all(Framer(Framing()), pieces) == [card]


@given(st.integers(0, 10))
def test_a_suffix_frames_however_it_is_cut(cut: int) -> None:
    line = b"ABC\r\nDEF\r\n"
    framer = Framer(Framing(terminator=b"\r\n"))
    assert read_all(framer, [line[:cut], line[cut:]]) == [b"ABC", b"DEF"]


def test_half_a_symbol_is_not_joined_to_the_next() -> None:
    framer = Framer(Framing(terminator=b"\r"))
    assert framer.feed(b"HALF", 0.0, 1.0) == []
    assert framer.feed(b"WHOLE\r", GAP, 2.0) == [b"WHOLE"]


def test_time_between_two_readings_is_no_silence() -> None:
    framer = Framer(Framing())
    assert framer.feed(b"AB", 0.0, 1.0) == []
    assert framer.feed(b"CD", GAP / 2, 9.0) == []
    assert framer.feed(b"", GAP, 10.0) == [b"ABCD"]


def test_a_symbol_that_is_too_long_is_thrown_away_whole() -> None:
    framer = Framer(Framing(max_bytes=10))
    assert read_all(framer, [b"0123456789", b"abc"]) == []
    assert read_all(framer, [b"next"], 200.0) == [b"next"]


def test_the_same_symbol_again_at_once_is_the_same_scan() -> None:
    framer = Framer(Framing(repeat_s=2.0))
    assert read_all(framer, [b"A"], 1.0) == [b"A"]
    assert read_all(framer, [b"A"], 2.0) == []
    assert read_all(framer, [b"B"], 2.5) == [b"B"]
    assert read_all(framer, [b"A"], 3.0) == [b"A"]
    assert read_all(framer, [b"A"], 9.0) == [b"A"]


@given(st.lists(st.tuples(st.binary(max_size=300), st.booleans()), max_size=30))
def test_no_bytes_break_it_and_none_come_from_nowhere(pieces: list[tuple[bytes, bool]]) -> None:
    for terminator in (b"", b"\r", b"\r\n"):
        framer = Framer(Framing(terminator=terminator, max_bytes=500, repeat_s=0.0))
        symbols = [
            symbol
            for data, silent in pieces
            for symbol in framer.feed(data, GAP if silent else 0.0, 0.0)
        ]
        assert all(0 < len(symbol) <= 500 for symbol in symbols)
        joined = b"".join(data for data, _ in pieces)
        assert all(symbol in joined for symbol in symbols)
