"""The interrupted person walks to another dispenser: one paper or the money, decided once.

Real central, two real kiosks, two virtual printers; the first one runs out of paper for good in the
middle of a certificate.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from central.operations.consistency import contradictions
from central.operations.verification import code_status
from central.sample import ANA
from kiosk.purchase.operation import State
from kiosk.store import queries
from kiosk.visit.views import View
from tests.support.hall import WAIT_S, Hall, another_kiosk, open_hall, restarted
from tests.support.strike import in_certificate
from tests.support.wire import Wire

PAGE_ONE = 6_100
FULL = ANA.balance


@contextmanager
def interrupted(folder: Path) -> Iterator[Hall]:
    """A hall whose only purchase waits for its person, and central knows it."""
    with open_hall(folder, speed=10.0) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses("00052310", "CerMat")
        in_certificate(hall.paper, hall.paper.paper_out)
        visitor.pays()
        failure = visitor.sees("Failure", that=lambda v: v.body.slip in ("printed", "failed"))
        assert (failure.body.money, failure.body.slip) == ("held_unknown", "failed")
        assert len(failure.body.recovery_code) == 6
        visitor.does("finish")
        hall.reported()
        yield hall


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with interrupted(tmp_path) as opened:
        yield opened


@pytest.fixture
def other(hall: Hall) -> Iterator[Hall]:
    """The dispenser beside it."""
    with another_kiosk(hall) as opened:
        yield opened


def ended(hall: Hall) -> View:
    """Screen 12 with its last word and the balance behind it."""
    return hall.visitor.sees(
        "Interrupted", that=lambda v: v.body.stage == "told" and v.body.balance != ""
    )


def told_again(view: View) -> bool:
    """Screen 12 still tells, or the account is still asked for."""
    return getattr(view.body, "stage", "") == "told" or getattr(view.body, "loading", False)


def money_is(hall: Hall, available: int, held: int = 0) -> None:
    account = hall.account()
    assert (account.available, account.held) == (available, held)
    database = hall.central.services.database
    assert database.run(lambda db: contradictions(db, "99")) == []


def own_kiosk_ends(hall: Hall, state: State) -> None:
    """The dispenser that sold it hears of the decision and agrees with central."""
    pause = threading.Event()
    for _ in range(int(WAIT_S / 0.05)):
        for worker in hall.kiosk.workers:
            worker.wake()
        if [op.state for op in hall.operations()] == [state]:
            return
        pause.wait(0.05)
    raise AssertionError(f"still {hall.operations()}")


def code_is(hall: Hall, state: str) -> None:
    code = hall.operations()[0].verification_code
    found = hall.central.services.database.run(lambda db: code_status(db, code))
    assert found is not None
    assert found.state == state


def test_it_is_printed_at_another_dispenser_and_charged_once(hall: Hall, other: Hall) -> None:
    view = other.visitor.finds_the_interrupted()
    assert (view.body.line.state, view.body.place) == ("waiting", "K01")
    other.visitor.does("print_now").does("print_now")
    told = ended(other)
    assert (told.body.told, told.body.balance) == ("printed", "$93.900")
    (paper,) = other.certificates()
    assert hall.operations()[0].verification_code in paper
    assert "COPIA 1" in paper
    money_is(hall, FULL - PAGE_ONE)
    own_kiosk_ends(hall, State.CAPTURED)
    assert hall.certificates() == []
    money_is(hall, FULL - PAGE_ONE)
    code_is(hall, "valid")
    assert other.visitor.does("continue").sees("Account").body.unfinished == ()


def test_its_own_dispenser_prints_it_once_there_is_paper_again(hall: Hall) -> None:
    hall.paper.load_paper()
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    hall.visitor.finds_the_interrupted()
    hall.visitor.does("print_now")
    assert ended(hall).body.told == "printed"
    assert [text.count("COPIA 1") for text in hall.certificates()] == [1]
    hall.settled()
    money_is(hall, FULL - PAGE_ONE)


def test_the_money_comes_back_and_the_paper_would_be_worth_nothing(hall: Hall, other: Hall) -> None:
    other.visitor.finds_the_interrupted()
    other.visitor.does("money_back").sees("Interrupted", that=lambda v: v.body.stage == "sure")
    other.visitor.does("money_back").does("money_back")
    told = ended(other)
    assert (told.body.told, told.body.balance) == ("given_back", "$100.000")
    money_is(hall, FULL)
    own_kiosk_ends(hall, State.VOIDED)
    money_is(hall, FULL)
    code_is(hall, "void")
    assert other.certificates() == []


def test_two_dispensers_at_once_have_one_winner(hall: Hall, other: Hall) -> None:
    hall.paper.load_paper()
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    for each in (hall, other):
        each.visitor.finds_the_interrupted()
    for each in (hall, other):
        each.visitor.does("print_now")
    words = [(ended(each).body.told, each.visitor.view.body.reason) for each in (hall, other)]
    assert sorted(words) == [("not_printed", "already-decided"), ("printed", "")]
    assert len(hall.certificates() + other.certificates()) == 1
    for each in (hall, other):
        each.settled()
    money_is(hall, FULL - PAGE_ONE)


def test_a_lost_answer_to_the_claim_is_asked_for_again(hall: Hall) -> None:
    with Wire() as wire, another_kiosk(hall, wire=wire) as other:
        other.visitor.finds_the_interrupted()
        wire.loses = lambda path: path.endswith("/claim") and not wire.lost
        other.visitor.does("print_now")
        assert ended(other).body.told == "printed"
        assert len(wire.lost) == 1
        assert len(other.certificates()) == 1
        money_is(hall, FULL - PAGE_ONE)


def test_a_network_that_dies_while_it_prints_charges_it_when_it_is_back(
    hall: Hall,
) -> None:
    with another_kiosk(hall, speed=4.0) as other:
        other.visitor.finds_the_interrupted()
        in_certificate(other.paper, hall.server.off)
        other.visitor.does("print_now")
        told = other.visitor.sees("Interrupted", that=lambda v: v.body.stage == "told")
        assert (told.body.told, told.body.balance) == ("printed", "")
        hall.server.on()
        other.settled()
        own_kiosk_ends(hall, State.CAPTURED)
        money_is(hall, FULL - PAGE_ONE)


def test_a_lost_answer_about_the_money_is_not_called_done_and_ends_well(hall: Hall) -> None:
    with Wire() as wire, another_kiosk(hall, wire=wire) as other:
        other.visitor.finds_the_interrupted()
        wire.loses = lambda path: path.endswith("/resolve") and not wire.lost
        other.visitor.does("money_back").does("money_back")
        told = other.visitor.sees("Interrupted", that=lambda v: v.body.stage == "told")
        assert told.body.told == "not_confirmed"
        other.settled()
        money_is(hall, FULL)
        own_kiosk_ends(hall, State.VOIDED)


def test_without_a_network_nothing_is_promised(hall: Hall, other: Hall) -> None:
    other.visitor.finds_the_interrupted()
    hall.server.off()
    other.visitor.does("print_now")
    told = other.visitor.sees("Interrupted", that=lambda v: v.body.stage == "told")
    assert (told.body.told, told.body.reason) == ("not_printed", "central-offline")
    assert other.certificates() == []
    hall.server.on()
    other.settled()
    money_is(hall, FULL - PAGE_ONE, held=PAGE_ONE)
    # Both ways are open as before, whichever answer about the account came first.
    other.visitor.does("continue").sees("Account", "Interrupted", that=lambda v: not told_again(v))


def test_a_claim_that_is_interrupted_too_is_decided_at_a_third_try(hall: Hall, other: Hall) -> None:
    other.visitor.finds_the_interrupted()
    in_certificate(other.paper, other.paper.paper_out)
    other.visitor.does("print_now")
    told = ended(other)
    assert told.body.told == "uncertain"
    other.visitor.does("finish")
    other.reported()
    hall.paper.load_paper()
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    hall.visitor.finds_the_interrupted()
    hall.visitor.does("print_now")
    assert ended(hall).body.told == "printed"
    money_is(hall, FULL - PAGE_ONE)
    own_kiosk_ends(other, State.VOIDED)
    (paper,) = hall.certificates()
    assert "COPIA 2" in paper


def test_a_dispenser_that_dies_while_it_prints_a_claim_leaves_it_to_be_decided(
    hall: Hall,
) -> None:
    with another_kiosk(hall, speed=4.0) as other:
        other.visitor.finds_the_interrupted()
        in_certificate(other.paper, other.paper.unplug)
        other.visitor.does("print_now")
        told = other.visitor.sees("Interrupted", that=lambda v: v.body.stage == "told")
        assert told.body.told == "uncertain"
        other.kiosk.stop()
        other.paper.replug()
        with restarted(other, folder="kiosk-2") as back:
            assert [op.state for op in back.operations()] == [State.WAIT_PERSON]
            back.reported()
            back.visitor.finds_the_interrupted()
            back.visitor.does("money_back").does("money_back")
            assert ended(back).body.told == "given_back"
            own_kiosk_ends(back, State.VOIDED)
    own_kiosk_ends(hall, State.VOIDED)
    money_is(hall, FULL)


def test_a_code_alone_shows_the_state_at_any_dispenser(hall: Hall, other: Hall) -> None:
    code = queries.unfinished(hall.kiosk.store)[0].recovery_code
    other.visitor.sees("Attract", that=lambda v: v.body.can_see_balance)
    other.visitor.does("start").does("choose", action="resume").types(code.lower())
    found = other.visitor.does("continue").sees("Resume", that=lambda v: v.body.stage == "found")
    assert [line.state for line in found.body.copies] == ["waiting"]
    assert ANA.id_number not in repr(found)
    assert "NOGAL" not in repr(found).upper()
    other.visitor.does("back").types("ZZZZZZ").does("continue")
    view = other.visitor.sees("Resume", that=lambda v: v.body.error != "")
    assert view.body.error == "not-found"
