import pytest

from drivers.printer.profile import load_profile
from drivers.printer.status import StatusCode, decode, decode_all, is_inconsistent, summarise
from kiosk.ports import PrinterFault

EPSON = load_profile("epson-tm-t20iii").bits
CUSTOM = load_profile("custom-vkp80iii").bits


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"eot1": 0x12, "eot2": 0x12, "eot3": 0x12, "eot4": 0x12}, None),
        ({"eot1": 0x1A, "eot2": 0x16}, PrinterFault.COVER_OPEN),
        ({"eot1": 0x1A, "eot2": 0x32, "eot4": 0x72}, PrinterFault.PAPER_OUT),
        ({"eot1": 0x1A, "eot2": 0x52, "eot3": 0x1A}, PrinterFault.CUTTER_JAM),
        ({"eot1": 0x1A, "eot2": 0x52, "eot3": 0x52}, PrinterFault.HEAD_HOT),
        ({"eot1": 0x1A, "eot2": 0x52, "eot3": 0x32}, PrinterFault.UNKNOWN),
        ({"eot1": 0x1A, "eot2": 0x52, "eot3": 0x12}, PrinterFault.UNKNOWN),
        ({"eot1": 0x1A, "eot2": 0x12}, PrinterFault.OFFLINE),
        ({"asb1": 0x10, "asb2": 0, "asb3": 0}, None),
        ({"asb1": 0x38, "asb2": 0, "asb3": 0}, PrinterFault.COVER_OPEN),
        ({"asb1": 0x18, "asb2": 0, "asb3": 0x0C}, PrinterFault.PAPER_OUT),
        ({"asb1": 0x10, "asb2": 0x02, "asb3": 0}, PrinterFault.UNKNOWN),
    ],
)
def test_epson_bytes_mean_what_the_manual_says(
    answers: dict[str, int], fault: PrinterFault | None
) -> None:
    codes = decode_all(answers.items(), EPSON)
    assert summarise(codes, has_ticket_sensor=False).fault is fault


@pytest.mark.parametrize(
    ("full", "fault", "ticket"),
    [
        ((0x00, 0x00, 0x00, 0x00), None, False),
        ((0x20, 0x08, 0x00, 0x00), None, True),
        ((0x01, 0x00, 0x00, 0x00), PrinterFault.PAPER_OUT, False),
        ((0x00, 0x02, 0x40, 0x00), PrinterFault.PAPER_JAM, False),
        ((0x00, 0x00, 0x00, 0x01), PrinterFault.CUTTER_JAM, False),
        ((0x00, 0x00, 0x00, 0x80), PrinterFault.PRESENTER, False),
        ((0x00, 0x00, 0x20, 0x00), PrinterFault.UNKNOWN, False),
        ((0x08, 0x00, 0x00, 0x00), PrinterFault.UNKNOWN, False),
    ],
)
def test_full_status_means_what_the_manual_says(
    full: tuple[int, ...], fault: PrinterFault | None, ticket: bool
) -> None:
    names = ("full1", "full2", "full3", "full4")
    codes = decode_all(zip(names, full, strict=True), CUSTOM)
    state = summarise(codes, has_ticket_sensor=True)
    assert (state.fault, state.ticket_present) == (fault, ticket)


def test_near_end_is_no_fault() -> None:
    state = summarise(decode("eot4", 0x1E, EPSON), has_ticket_sensor=False)
    assert state.near_end
    assert state.ready
    assert state.ticket_present is None


def test_offline_without_a_cause_is_inconsistent() -> None:
    assert is_inconsistent(frozenset({StatusCode.OFFLINE}))
    assert not is_inconsistent(frozenset({StatusCode.OFFLINE, StatusCode.PAPER_OUT}))
    assert not is_inconsistent(frozenset())
