"""What a Star printer says, in whatever pieces; every bit of its status."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.printer import events as ev
from drivers.printer.inbox import Inbox
from drivers.printer.profile import load_profile
from drivers.printer.star_demux import StarDemux
from drivers.printer.status import StatusCode, decode_all, summarise
from kiosk.ports import PrinterFault
from tests.support.printer import STAR

PROFILE = load_profile(STAR)
READY = bytes.fromhex("23 06 00 00 00 00 00 00 00")
SYMBOL = bytes.fromhex("1b 1d 79 49 7e 00")
COUNT = bytes.fromhex("1b 16 33 00 00 00 01 11")


def events(*pieces: bytes) -> list[ev.Event]:
    seen: list[ev.Event] = []
    demux = StarDemux(seen.append)
    for piece in pieces:
        demux.feed(piece)
    return seen


def status(**values: int) -> ev.StarStatus:
    raw = bytearray(7)
    for name, value in values.items():
        raw[int(name[1:]) - 1] = value
    return ev.StarStatus(bytes(raw))


@pytest.mark.parametrize(
    ("data", "event"),
    [
        (READY, ev.StarStatus(bytes(7))),
        (bytes.fromhex("0f 02 08 00 00 08 00"), ev.StarStatus(b"\x08\0\0\x08\0")),
        (SYMBOL, ev.SymbolSize(126)),
        (bytes.fromhex("1b 1d 79 49 00 7e"), ev.SymbolSize(126)),
        (bytes.fromhex("1b 1d 79 49 00 00"), ev.SymbolSize(0)),
        (COUNT, ev.DeliveredCount(0x111)),
    ],
    ids=["nine bytes", "seven bytes", "symbol", "symbol, high byte first", "no symbol", "count"],
)
def test_a_block_is_one_event_wherever_it_is_cut(data: bytes, event: ev.Event) -> None:
    for cut in range(len(data) + 1):
        assert events(data[:cut], data[cut:]) == [event]


def test_flow_control_may_fall_inside_a_status() -> None:
    for at in range(len(READY) + 1):
        assert events(READY[:at] + b"\x13\x11" + READY[at:]) == [ev.StarStatus(bytes(7))]


def test_a_stray_answer_is_noise_and_hides_nothing() -> None:
    assert events(b"\x10" + READY + b"\x20" + SYMBOL)[1::2] == [
        ev.StarStatus(bytes(7)),
        ev.SymbolSize(126),
    ]


def test_a_status_that_breaks_off_is_noise_and_the_next_one_is_heard() -> None:
    assert events(READY[:5] + READY)[-1] == ev.StarStatus(bytes(7))
    assert events(b"\x1b\x1d" + READY)[-1] == ev.StarStatus(bytes(7))


_FRAME = re.compile(
    rb"[\x0f\x21\x23\x25\x27\x29\x2b\x2d\x2f](?:[\x11\x13]*[\x00-\x6e]){6}", re.DOTALL
)


@given(st.lists(st.sampled_from([*READY, *SYMBOL, *COUNT, 0x11, 0x13, 0x0F, 0x80]), max_size=40))
def test_no_bytes_make_a_frame_that_was_not_there(letters: list[int]) -> None:
    data = bytes(letters)
    seen: list[ev.Event] = []
    demux = StarDemux(seen.append)
    demux.feed(data)
    clean = data.translate(None, b"\x11\x13")
    for event in seen:
        if isinstance(event, ev.StarStatus):
            assert _FRAME.search(data)
            assert event.status in clean
        elif isinstance(event, ev.SymbolSize):
            assert b"\x1b\x1d\x79\x49" in clean
        elif isinstance(event, ev.DeliveredCount):
            assert b"\x1b\x16\x33" in clean
    assert demux.pending < 16
    demux.feed(b"\x80" * 16 + READY)
    assert seen[-1] == ev.StarStatus(bytes(7))


@given(st.integers(0, 31))
def test_the_counter_is_put_together_from_its_five_bits(count: int) -> None:
    bits = [0x40, 0x20, 0x08, 0x04, 0x02]  # from the highest, p. 5-11
    byte = sum(bit for at, bit in enumerate(bits) if count & 0x10 >> at)
    assert status(n6=byte).markers == count


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({}, None),
        ({"n1": 0x02}, None),
        ({"n1": 0x28}, PrinterFault.COVER_OPEN),
        ({"n1": 0x08}, PrinterFault.OFFLINE),
        ({"n1": 0x40}, PrinterFault.OFFLINE),
        ({"n2": 0x08}, PrinterFault.CUTTER_JAM),
        ({"n2": 0x04}, PrinterFault.UNKNOWN),
        ({"n2": 0x20}, PrinterFault.UNKNOWN),
        ({"n2": 0x40}, PrinterFault.HEAD_HOT),
        ({"n3": 0x02}, PrinterFault.COVER_OPEN),
        ({"n3": 0x04}, PrinterFault.PAPER_JAM),
        ({"n3": 0x08}, PrinterFault.UNKNOWN),
        ({"n3": 0x20}, PrinterFault.UNKNOWN),
        ({"n3": 0x40}, PrinterFault.UNKNOWN),
        ({"n4": 0x08}, PrinterFault.PAPER_OUT),
        ({"n4": 0x06}, None),
        ({"n5": 0x02}, None),
        ({"n6": 0x6E}, None),
    ],
    ids=repr,
)
def test_every_bit_of_the_manual_means_what_it_says(
    told: dict[str, int], fault: PrinterFault | None
) -> None:
    codes = decode_all(status(**told).bytes_by_name, PROFILE.bits)
    assert summarise(codes, has_ticket_sensor=True).fault is fault
    assert (StatusCode.NEAR_END in codes) is ("n4" in told and told["n4"] == 0x06)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 7])
@pytest.mark.parametrize("bit", [0x02, 0x04, 0x08, 0x20, 0x40])
def test_a_bit_that_no_manual_explains_blocks_selling(number: int, bit: int) -> None:
    known = PROFILE.bits[f"star{number}"]
    codes = decode_all(status(**{f"n{number}": bit}).bytes_by_name, PROFILE.bits)
    assert (StatusCode.UNKNOWN in codes) is (known.get(bit, StatusCode.UNKNOWN) == "unknown")


@pytest.mark.parametrize(
    ("position", "code"),
    [(0, None), (1, None), (3, "ticket"), (6, None), (7, "taken"), (2, "unknown"), (5, "unknown")],
)
def test_the_position_of_the_paper_is_a_whole_value(position: int, code: str | None) -> None:
    codes = decode_all(status(n7=position << 1).bytes_by_name, PROFILE.bits)
    assert codes == ({StatusCode(code)} if code else set())


def counted(*counts: int) -> Inbox:
    inbox = Inbox(PROFILE.bits)
    for count in counts:
        inbox.post(status(n6=(count & 0x18) << 2 | (count & 7) << 1))
    return inbox


def test_markers_are_counted_around_the_end_of_the_counter() -> None:
    inbox = counted(30, 31, 31, 1)
    assert (inbox.queued_replies, inbox.counter_jumped) == (3, False)


def test_a_counter_that_starts_again_gives_a_reset_away() -> None:
    inbox = counted(3, 4, 0, 1)
    assert (inbox.queued_replies, inbox.counter_jumped) == (2, True)
    inbox.begin_job()
    assert not inbox.counter_jumped


def test_the_ticket_that_was_taken_before_proves_nothing() -> None:
    inbox = Inbox(PROFILE.bits)
    inbox.post(status(n7=14))
    inbox.begin_job()
    inbox.post(status(n7=14))
    assert not inbox.ticket_seen
    inbox.post(status(n7=2))
    inbox.post(status(n7=14))
    assert inbox.ticket_seen


def test_lost_bytes_are_remembered_though_they_are_told_once() -> None:
    inbox = Inbox(PROFILE.bits)
    inbox.post(status(n3=0x40))
    inbox.post(status())
    assert inbox.has_lost
