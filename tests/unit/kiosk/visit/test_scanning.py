"""What a scanned symbol does, and above all where it does nothing."""

from collections.abc import Callable
from datetime import date

import pytest

from kiosk.identity import IdType, PersonId
from kiosk.identity.holder import Holder
from kiosk.identity.scanned import CertificateCode, RecoveryCode, Scanned
from kiosk.ports import PrinterState
from kiosk.station.capability import Health, judge
from kiosk.station.opening import Closed
from kiosk.visit import events as e
from kiosk.visit.effects import LookUpCode
from tests.support.visit import Walk

CARD = Holder(PersonId(IdType.CC, "1990000001"), "ÑÁÑEZ ROJAS ANA LUCÍA")
MINOR = Holder(PersonId(IdType.TI, "1990000009"), "ÑÁÑEZ ROJAS ANA LUCÍA")
SLIP = RecoveryCode("K7MPQ2")
CERTIFICATE = CertificateCode("ABCD2345")
OFFLINE = judge(Health(PrinterState(fault=None), central_online=False))
SYMBOLS: list[Scanned | None] = [CARD, SLIP, CERTIFICATE, None]


def read(symbol: Scanned | None) -> e.SymbolRead:
    return e.SymbolRead(symbol)


def at_sign_in() -> Walk:
    return Walk().send(e.ReaderChanged(True), e.Start(), e.Choose("buy"))


def test_a_card_fills_type_and_number_and_nothing_of_its_names() -> None:
    walk = at_sign_in().send(e.SetIdType("NIT")).type("99").send(read(CARD))
    body = walk.view.body
    assert (body.typed, body.scanned, body.error) == ("1.990.000.001", True, "")
    assert [kind.code for kind in body.id_types if kind.selected] == ["CC"]
    assert "ROJAS" not in repr(walk.visit)
    assert walk.send(e.Continue()).view.screen == "SecureKey"
    assert walk.send(e.Back()).view.body.scanned is False


def test_a_minors_card_is_one() -> None:
    walk = at_sign_in().send(read(MINOR))
    assert [kind.code for kind in walk.view.body.id_types if kind.selected] == ["TI"]


def test_a_number_that_is_typed_over_is_no_longer_the_cards() -> None:
    walk = at_sign_in().send(read(CARD), e.Erase())
    assert (walk.view.body.typed, walk.view.body.scanned) == ("199.000.000", False)
    assert walk.send(read(CARD)).view.body.scanned


@pytest.mark.parametrize("symbol", [SLIP, CERTIFICATE, None])
def test_what_is_no_document_is_said_and_keeps_what_was_typed(symbol: Scanned | None) -> None:
    walk = at_sign_in().type("199").send(read(symbol))
    assert (walk.view.screen, walk.view.body.typed) == ("Identification", "199")
    assert walk.view.body.error == "no-document"
    assert walk.type("0").view.body.error == ""


@pytest.mark.parametrize("begin", [[], [e.Start()], [e.Start(), e.Choose("resume")]])
def test_the_slips_code_is_looked_up_from_every_screen_that_leads_there(
    begin: list[e.Event],
) -> None:
    walk = Walk().send(*begin, read(SLIP))
    assert walk.effects == (LookUpCode(walk.visit.request, "K7MPQ2"),)
    assert (walk.view.screen, walk.view.body.typed, walk.view.busy) == ("Resume", "K7MPQ2", True)
    assert walk.send(read(RecoveryCode("ABCDEF"))).effects == ()


def test_a_code_while_central_makes_wait_is_only_shown() -> None:
    walk = Walk().send(e.Start(), e.Choose("resume"), read(SLIP))
    walk.answer(e.Failed(0, "throttled", 15)).send(read(RecoveryCode("ABCDEF")))
    assert (walk.effects, walk.view.body.typed) == ((), "ABCDEF")
    assert walk.view.body.wait_s == 15
    assert walk.wait(15).send(e.Continue()).effects == (LookUpCode(walk.visit.request, "ABCDEF"),)


def test_a_card_where_a_code_is_wanted_is_no_code() -> None:
    walk = Walk().send(e.Start(), e.Choose("resume")).type("K7").send(read(CARD))
    assert (walk.view.body.typed, walk.view.body.error) == ("K7", "no-code")


def test_outside_the_opening_hours_a_slip_opens_nothing() -> None:
    closed = judge(Health(PrinterState(None), True, closed=Closed(date(2026, 11, 21), None, ())))
    walk = Walk().station(closed).send(read(SLIP))
    assert (walk.effects, walk.view.screen) == ((), "Closed")


def test_who_came_before_it_closed_has_their_slip_looked_up() -> None:
    closed = judge(Health(PrinterState(None), True, closed=Closed(date(2026, 11, 21), None, ())))
    walk = Walk().send(e.Start()).station(closed).send(read(SLIP))
    assert walk.effects == (LookUpCode(walk.visit.request, "K7MPQ2"),)


def test_without_central_no_code_is_looked_up() -> None:
    walk = Walk().station(OFFLINE).send(read(SLIP))
    assert (walk.effects, walk.view.screen) == ((), "Unavailable")


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize(
    "walk",
    [
        lambda: Walk().to_secure_key(),
        lambda: Walk().to_account(),
        lambda: Walk().to_account().send(e.Buy()),
        lambda: Walk().to_certificates(),
        lambda: Walk().to_key(),
        lambda: Walk().to_printing(),
        lambda: Walk().send(e.Start(), e.Choose("buy"), e.Adjust()),
    ],
)
def test_on_a_screen_that_wants_nothing_a_scan_is_nothing(
    walk: Callable[[], Walk], symbol: Scanned | None
) -> None:
    standing = walk()
    before = standing.wait(3).visit
    assert standing.send(read(symbol)).visit == before
    assert standing.effects == ()


@pytest.mark.parametrize("symbol", [CARD, CERTIFICATE, None])
def test_the_first_screen_is_woken_by_a_slip_only(symbol: Scanned | None) -> None:
    assert Walk().send(read(symbol)).view.screen == "Attract"


def test_a_card_left_under_the_reader_keeps_no_visit_alive() -> None:
    walk = at_sign_in().send(read(CARD))
    for _ in range(40):
        walk.wait(2).send(read(CARD))
    assert walk.view.screen == "Attract"


def test_a_scan_in_the_countdown_ends_it_and_counts_as_an_extension() -> None:
    walk = at_sign_in().wait(46)
    assert walk.view.countdown_s > 0
    walk.send(read(CARD))
    assert (walk.view.countdown_s, walk.view.body.scanned) == (0, True)
    assert walk.visit.extensions == 1


def test_the_reader_is_offered_while_it_is_there_also_to_the_next_person() -> None:
    walk = at_sign_in()
    assert walk.view.body.can_scan
    walk.send(e.Finish(), e.Start(), e.Choose("resume"))
    assert walk.view.body.can_scan
    assert not walk.send(e.ReaderChanged(False)).view.body.can_scan
