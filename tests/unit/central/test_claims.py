"""The interrupted person: print it now or the money back, at any kiosk, decided once."""

import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from central.db.ids import new_id
from central.jobs import expire_holds
from central.ledger.statement import verify
from central.operations.consistency import contradictions
from central.operations.resolve import StillPrinting, resolve
from central.operations.tables import Decision
from central.operations.verification import code_status
from central.sample import ANA, CLARA
from kiosk.contract import messages as m
from kiosk.contract.documents import document_is_genuine
from kiosk.documents.model import from_json, plain_text
from tests.support.central import CAFE_PRICE, Central, Terminal, enrolled, operation

CLAIM, RESOLVE = "/v1/operations/claim", "/v1/operations/resolve"
S = m.OperationState


@pytest.fixture
def other(central: Central, terminal: Terminal) -> Terminal:
    """The kiosk to which the interrupted person walks."""
    return enrolled(central, point_of_sale="K02")


def beat(terminal: Terminal, *waiting: str, live: tuple[str, ...] = ()) -> m.HeartbeatReply:
    message = m.Heartbeat(
        boot_id=new_id(),
        version="1",
        printer="ready",
        live_operations=(*waiting, *live),
        waiting_operations=waiting,
    )
    answer = terminal.post("/v1/devices/heartbeat", message)
    return m.HeartbeatReply.model_validate_json(answer.content)


def interrupted(terminal: Terminal) -> m.Operation:
    """A held copy whose kiosk says that nobody knows whether it came out."""
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    beat(terminal, held.op_id)
    return held


def claimed(terminal: Terminal, of_op_id: str, session: str = "") -> httpx.Response:
    return terminal.post(
        CLAIM,
        m.Claim(
            op_id=new_id(),
            device_seq=terminal.next_seq(),
            session=session or terminal.sign_in(),
            of_op_id=of_op_id,
        ),
    )


def given_back(terminal: Terminal, op_id: str, session: str = "") -> httpx.Response:
    message = m.Resolve(
        op_id=op_id, device_seq=terminal.next_seq(), session=session or terminal.sign_in()
    )
    return terminal.post(RESOLVE, message)


def state(terminal: Terminal, op_id: str) -> m.OperationState:
    return operation(terminal.fetch(op_id)).state


def unfinished(terminal: Terminal) -> tuple[m.UnfinishedOperation, ...]:
    return terminal.account(terminal.sign_in()).unfinished


def code(answer: httpx.Response) -> str:
    return str(answer.json()["code"])


def sound(central: Central) -> bool:
    database = central.services.database
    return database.run(verify) == [] and database.run(lambda db: contradictions(db, "99")) == []


def test_what_waits_is_offered_at_any_kiosk(terminal: Terminal, other: Terminal) -> None:
    held = interrupted(terminal)
    (found,) = unfinished(other)
    assert (found.op_id, found.standing, found.point_of_sale) == (held.op_id, "waiting", "K01")
    assert (found.can_print, found.can_give_back) == (True, True)


def test_a_claim_prints_the_same_certificate_and_charges_once(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    assert (claim.state, claim.price) == (S.HELD, 0)
    assert claim.verification_code == held.verification_code
    assert claim.certificate is not None
    assert held.certificate is not None
    assert document_is_genuine(claim.certificate, other.identity.central_key)
    mark, rest = plain_text(from_json(claim.certificate.content)).split("\n", 1)
    assert mark.startswith("COPIA 1 - ")
    assert rest == plain_text(from_json(held.certificate.content))
    assert operation(other.capture(claim.op_id)).state is S.CAPTURED
    assert operation(other.capture(claim.op_id)).state is S.CAPTURED
    account = terminal.account(terminal.sign_in())
    assert (account.available, account.held) == (ANA.balance - CAFE_PRICE, 0)
    status = central.services.database.run(lambda db: code_status(db, held.verification_code))
    assert status is not None
    assert status.state == "valid"
    assert sound(central)


def test_its_own_kiosk_hears_of_the_claim_and_agrees(terminal: Terminal, other: Terminal) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    assert beat(terminal, held.op_id).resolutions == ()
    other.capture(claim.op_id)
    told = beat(terminal, held.op_id).resolutions
    assert [(one.op_id, one.decision) for one in told] == [(held.op_id, "printed")]
    assert operation(terminal.capture(held.op_id)).state is S.CAPTURED
    assert terminal.account(terminal.sign_in()).available == ANA.balance - CAFE_PRICE


def test_a_claim_that_did_not_print_leaves_everything_as_it_was(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    other.void(claim.op_id)
    assert unfinished(other)[0].standing == "waiting"
    assert terminal.account(terminal.sign_in()).held == CAFE_PRICE
    assert operation(given_back(other, held.op_id)).state is S.VOIDED_BY_STAFF
    assert sound(central)


def test_the_money_goes_back_and_the_code_is_worth_nothing(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    session = other.sign_in()
    answer = operation(given_back(other, held.op_id, session))
    assert (answer.state, answer.certificate) == (S.VOIDED_BY_STAFF, None)
    assert operation(given_back(other, held.op_id, session)).state is S.VOIDED_BY_STAFF
    account = other.account(session)
    assert (account.available, account.held, account.unfinished) == (ANA.balance, 0, ())
    status = central.services.database.run(lambda db: code_status(db, held.verification_code))
    assert status is not None
    assert status.state == "void"
    told = beat(terminal, held.op_id).resolutions
    assert [one.decision for one in told] == ["void"]
    assert operation(terminal.void(held.op_id)).state is S.VOIDED_BY_STAFF
    assert code(claimed(other, held.op_id)) == "already-decided"
    assert sound(central)


def test_while_it_is_printed_nobody_else_decides(terminal: Terminal, other: Terminal) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    third = enrolled(other.central, point_of_sale="K03")
    (seen,) = unfinished(third)
    assert (seen.standing, seen.can_print, seen.can_give_back) == ("claimed", False, False)
    for refused in (claimed(third, held.op_id), given_back(third, held.op_id)):
        assert (refused.status_code, code(refused)) == (409, "already-decided")
    other.capture(claim.op_id)
    assert code(claimed(third, held.op_id)) == "already-decided"
    assert operation(given_back(third, held.op_id)).state is S.CAPTURED


def test_an_uncertain_claim_may_be_done_anew_and_charges_once(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    first = operation(claimed(other, held.op_id))
    beat(other, first.op_id)
    third = enrolled(central, point_of_sale="K03")
    assert unfinished(third)[0].standing == "waiting"
    second = operation(claimed(third, held.op_id))
    assert second.certificate is not None
    assert plain_text(from_json(second.certificate.content)).startswith("COPIA 2 - ")
    third.capture(second.op_id)
    told = beat(other, first.op_id).resolutions
    assert [(one.op_id, one.decision) for one in told] == [(first.op_id, "void")]
    assert operation(other.void(first.op_id)).state is S.VOIDED_BY_DEVICE
    assert terminal.account(terminal.sign_in()).available == ANA.balance - CAFE_PRICE
    assert sound(central)


def test_the_money_of_an_uncertain_claim_comes_back_and_its_kiosk_is_told(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    first = operation(claimed(other, held.op_id))
    beat(other, first.op_id)
    assert operation(given_back(terminal, held.op_id)).state is S.VOIDED_BY_STAFF
    assert [one.decision for one in beat(other, first.op_id).resolutions] == ["void"]
    other.void(first.op_id)
    assert sound(central)


def test_a_kiosk_that_went_silent_bars_nobody_and_its_late_paper_is_still_charged(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    central.clock.advance(central.services.settings.hold_s + 1)
    beat(terminal, held.op_id)
    # An expired claim is swept or found expired by its own question.
    operation(other.fetch(claim.op_id))
    central.clock.advance(central.services.settings.hold_s + 1)
    other.post("/v1/operations/open", m.OpenOperations())
    beat(terminal, held.op_id)
    assert unfinished(terminal)[0].standing == "waiting"
    given_back(terminal, held.op_id)
    assert operation(other.capture(claim.op_id)).state is S.CAPTURED
    assert state(terminal, held.op_id) is S.CAPTURED
    assert operation(terminal.fetch(held.op_id)).late
    assert terminal.account(terminal.sign_in()).available == ANA.balance - CAFE_PRICE
    assert sound(central)


def test_its_own_kiosk_finding_the_paper_meanwhile_makes_the_claim_a_copy(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    assert operation(terminal.capture(held.op_id)).state is S.CAPTURED
    assert operation(other.capture(claim.op_id)).state is S.CAPTURED
    assert terminal.account(terminal.sign_in()).available == ANA.balance - CAFE_PRICE
    assert sound(central)


def test_what_its_kiosk_has_not_told_is_not_printed_elsewhere(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    (working,) = unfinished(other)
    assert (working.standing, working.can_print, working.can_give_back) == ("working", False, False)
    assert code(claimed(other, held.op_id)) == "not-yet-known"
    assert code(given_back(other, held.op_id)) == "not-yet-known"
    central.clock.advance(central.services.settings.hold_s)
    (silent,) = unfinished(other)
    assert (silent.standing, silent.can_print, silent.can_give_back) == ("silent", False, True)
    assert code(claimed(other, held.op_id)) == "not-yet-known"
    assert operation(given_back(other, held.op_id)).state is S.VOIDED_BY_STAFF
    # The silent kiosk comes back with proof of paper: an advice is never refused.
    assert operation(terminal.capture(held.op_id)).late
    assert sound(central)


def test_what_no_longer_waits_is_no_longer_offered(terminal: Terminal, other: Terminal) -> None:
    held = interrupted(terminal)
    beat(terminal, live=(held.op_id,))
    assert unfinished(other)[0].standing == "working"


def test_money_that_expired_is_held_again_before_it_is_printed(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    central.clock.advance(central.services.settings.hold_s + 1)
    terminal.post("/v1/operations/open", m.OpenOperations())
    session = other.sign_in()
    assert other.account(session).held == 0
    claim = operation(claimed(other, held.op_id, session))
    assert other.account(session).held == CAFE_PRICE
    other.capture(claim.op_id)
    assert operation(terminal.fetch(held.op_id)).late is False
    assert sound(central)


def test_money_that_is_spent_by_now_prints_nothing(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    central.clock.advance(central.services.settings.hold_s + 1)
    terminal.post("/v1/operations/open", m.OpenOperations())
    session = other.sign_in()
    while other.account(session).available >= CAFE_PRICE:
        count = min(10, other.account(session).available // CAFE_PRICE)
        order = other.order(session, count)
        for index in range(1, count + 1):
            other.capture(other.authorise(order, index).op_id)
    assert code(claimed(other, held.op_id)) == "insufficient-balance"
    assert operation(given_back(other, held.op_id)).state is S.VOIDED_BY_STAFF
    assert sound(central)


def test_staff_waits_while_a_kiosk_prints_it(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    with pytest.raises(StillPrinting):
        resolve(central.services, held.op_id, Decision.VOID, "carlos")
    other.void(claim.op_id)
    assert resolve(central.services, held.op_id, Decision.VOID, "carlos") is Decision.VOID
    assert state(terminal, held.op_id) is S.VOIDED_BY_STAFF


def test_paper_after_a_decision_to_void_is_what_its_kiosk_hears(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    held = interrupted(terminal)
    claim = operation(claimed(other, held.op_id))
    central.clock.advance(3_600)  # the kiosk that prints it went silent
    expire_holds(central.services)
    resolve(central.services, held.op_id, Decision.VOID, "carlos")
    assert operation(other.capture(claim.op_id)).state is S.CAPTURED
    assert state(terminal, held.op_id) is S.CAPTURED
    told = beat(terminal, held.op_id).resolutions
    assert [(one.op_id, one.decision) for one in told] == [(held.op_id, "printed")]
    assert operation(terminal.capture(held.op_id)).state is S.CAPTURED
    assert sound(central)


def test_staff_who_decided_first_are_not_overruled(terminal: Terminal, other: Terminal) -> None:
    held = interrupted(terminal)
    resolve(terminal.central.services, held.op_id, Decision.PRINTED, "marta", "lo vi")
    (seen,) = unfinished(other)
    assert (seen.standing, seen.can_print, seen.can_give_back) == ("decided", False, False)
    assert code(claimed(other, held.op_id)) == "already-decided"
    assert code(given_back(other, held.op_id)) == "already-decided"


@pytest.mark.parametrize("ask", [claimed, given_back])
def test_nobody_else_decides(
    terminal: Terminal, other: Terminal, ask: Callable[..., httpx.Response]
) -> None:
    held = interrupted(terminal)
    answer = ask(other, held.op_id, other.sign_in(CLARA))
    assert (answer.status_code, code(answer)) == (404, "not-found")
    assert code(ask(other, new_id())) == "not-found"
    claim = operation(claimed(other, held.op_id))
    assert code(ask(other, claim.op_id)) == "not-found"
    assert code(ask(other, held.op_id, "x" * 43)) == "session-expired"


def test_a_repeat_of_a_claim_is_the_same_claim(terminal: Terminal, other: Terminal) -> None:
    held = interrupted(terminal)
    message = m.Claim(
        op_id=new_id(), device_seq=other.next_seq(), session=other.sign_in(), of_op_id=held.op_id
    )
    first, again = other.post(CLAIM, message), other.post(CLAIM, message)
    assert again.headers["Idempotency-Hit"] == "true"
    assert again.json() == first.json()


@pytest.mark.parametrize("second", [claimed, given_back])
def test_two_kiosks_at_once_have_one_winner(
    central: Central, terminal: Terminal, other: Terminal, second: Callable[..., httpx.Response]
) -> None:
    held = interrupted(terminal)
    third = enrolled(central, point_of_sale="K03")
    asks: list[tuple[Callable[..., httpx.Response], Terminal, str]] = [
        (claimed, other, other.sign_in()),
        (second, third, third.sign_in()),
    ]
    answers: list[Any] = []

    def ask(how: Callable[..., httpx.Response], kiosk: Terminal, session: str) -> None:
        answers.append(how(kiosk, held.op_id, session))

    threads = [threading.Thread(target=ask, args=each) for each in asks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    good = [answer for answer in answers if answer.status_code == 200]
    assert len(good) == 1
    assert [code(answer) for answer in answers if answer not in good] == ["already-decided"]
    assert sound(central)


# By code alone


def look(terminal: Terminal, text: str) -> httpx.Response:
    return terminal.post("/v1/orders/look-up", m.LookUpCode(code=text))


def test_a_code_shows_a_state_and_nobody(terminal: Terminal, other: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), 3)
    printed, lost, void = (terminal.authorise(order, index).op_id for index in (1, 2, 3))
    terminal.capture(printed)
    terminal.void(void)
    beat(terminal, lost)
    answer = look(other, order.recovery_code)
    found = m.FoundOrder.model_validate_json(answer.content)
    assert [copy.standing for copy in found.copies] == ["charged", "waiting", "not_charged"]
    assert (found.order_number, found.point_of_sale) == (order.order_number, "K01")
    assert ANA.id_number not in answer.text
    assert "CAFÉ" not in answer.text.upper()


def test_looks_are_few_and_a_right_code_waits_as_long_as_a_wrong_one(
    central: Central, terminal: Terminal, other: Terminal
) -> None:
    right = terminal.order(terminal.sign_in()).recovery_code
    waits: dict[str, list[int]] = {}
    asking = {
        text: enrolled(central, point_of_sale=f"K1{number}")
        for number, text in enumerate((right, "ZZZZZZ"))
    }
    for text, kiosk in asking.items():
        waits[text] = []
        for _ in range(7):
            answer = look(kiosk, text)
            if answer.status_code == 429:
                waits[text].append(answer.json()["retry_after_s"])
                assert look(kiosk, text).status_code == 429
                central.clock.advance(waits[text][-1])
                answer = look(kiosk, text)
            assert answer.status_code == (200 if text == right else 404)
    assert waits[right] == waits["ZZZZZZ"] == [15, 30]
    assert look(other, right).status_code == 200
    central.clock.advance(600)
    assert look(asking["ZZZZZZ"], right).status_code == 200
