from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drivers.printer import events as ev
from drivers.printer.demux import Demux
from drivers.printer.escpos import encode_id

XON, XOFF = b"\x11", b"\x13"
PROCESS_ID = b"\x37\x22" + encode_id(7) + b"\x00"
AUTO = b"\x10\x00\x00\x0f"


def events_of(*pieces: bytes, full_status: bool = False, counter: str = "") -> list[ev.Event]:
    seen: list[ev.Event] = []
    demux = Demux(seen.append, full_status=full_status)
    demux.expect_counter(counter)
    for piece in pieces:
        demux.feed(piece)
    return seen


def test_each_kind_of_answer_is_recognised() -> None:
    stream = b"\x12" + AUTO + PROCESS_ID + b"\x37\x25\x00" + b"\x00" + b"\x5fTM-T20III\x00"
    stream += b"\x37\x36189\x1f189\x1f1\x1f0\x00"
    assert events_of(stream) == [
        ev.RealTimeStatus(0x12),
        ev.AutoStatus(0x10, 0, 0, 0x0F),
        ev.ProcessId(7),
        ev.BuffersCleared(),
        ev.QueuedReply(0),
        ev.IdentText("TM-T20III"),
        ev.SymbolSize(189),
    ]


def test_flow_control_inside_a_block_is_dropped() -> None:
    stream = XOFF.join(bytes((byte,)) for byte in PROCESS_ID) + XON
    assert events_of(stream) == [ev.ProcessId(7)]


def test_a_status_pushed_into_the_middle_of_a_process_id_is_seen() -> None:
    stream = PROCESS_ID[:4] + b"\x18\x00\x0c\x0f" + b"\x1e" + PROCESS_ID[4:]
    assert events_of(stream) == [
        ev.AutoStatus(0x18, 0, 0x0C, 0x0F),
        ev.RealTimeStatus(0x1E),
        ev.ProcessId(7),
    ]


def test_a_stored_symbol_that_cannot_be_printed_has_no_size() -> None:
    assert events_of(b"\x37\x360\x1f0\x1f1\x1f1\x00") == [ev.SymbolSize(0)]


def test_full_status_is_read_in_the_custom_dialect_only() -> None:
    frame = b"\x10\x0f\x25\x08\x41\x01"
    assert events_of(frame, full_status=True) == [ev.FullStatus(0x25, 0x08, 0x41, 0x01)]
    assert ev.FullStatus(0x25, 0x08, 0x41, 0x01) not in events_of(frame)


def test_counters_are_read_only_when_asked_for() -> None:
    assert events_of(b"2376 cuts", full_status=True, counter="cuts") == [
        ev.CounterValue(2376, "cuts")
    ]
    assert events_of(b"251550cm", full_status=True, counter="cm") == [ev.CounterValue(251550, "cm")]
    assert not any(isinstance(e, ev.CounterValue) for e in events_of(b"12cm", full_status=True))


def test_another_unit_is_noise() -> None:
    events = events_of(b"12cm", full_status=True, counter="ret")
    assert not any(isinstance(event, ev.CounterValue) for event in events)


def test_a_foreign_process_id_is_noise() -> None:
    assert not any(isinstance(e, ev.ProcessId) for e in events_of(b"\x37\x22zzzz\x00"))


@given(st.binary(max_size=300), st.booleans(), st.sampled_from(["", "cm", "cuts"]))
def test_no_bytes_raise_or_pile_up(garbage: bytes, full_status: bool, counter: str) -> None:
    seen: list[ev.Event] = []
    demux = Demux(seen.append, full_status=full_status)
    demux.expect_counter(counter)
    demux.feed(garbage)
    assert demux.pending <= 90


@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=6), st.booleans())
def test_the_pieces_that_bytes_arrive_in_do_not_matter(
    data: bytes, cuts: list[int], full_status: bool
) -> None:
    edges = [0, *sorted(cuts), len(data)]
    pieces = [data[a:b] for a, b in pairwise(edges)] + [data[max(edges) :]]
    assert events_of(*pieces, full_status=full_status) == events_of(data, full_status=full_status)


@given(st.binary(max_size=120))
def test_after_any_garbage_a_second_answer_is_always_understood(garbage: bytes) -> None:
    silence = b"\x80"  # one byte that no frame contains ends whatever was half read
    seen = events_of(garbage + silence + PROCESS_ID + PROCESS_ID)
    assert ev.ProcessId(7) in seen
