"""Repeats, delays and contradictions: what each message does in each state."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from central.certificates.tables import ServicePrice
from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.ledger.statement import verify
from central.operations.lease import expire_due
from central.operations.resolve import resolve
from central.operations.tables import Decision, OrderedLine, QuarantinedCapture
from central.records.tables import Incident
from central.sample import ANA, BENITO
from kiosk.contract import messages as m
from tests.support.central import CAFE_PRICE, START, Central, Terminal, enrolled, operation

S = m.OperationState
AUTHORISE = "/v1/operations/authorise"
CAPTURE = "/v1/operations/capture"
HOLD_S = 900
HOLD_TOTAL_S = 86_400


def incidents(central: Central) -> list[str]:
    return central.services.database.run(
        lambda db: list(db.scalars(select(Incident.kind).order_by(Incident.at, Incident.id)))
    )


def balance(terminal: Terminal) -> tuple[int, int]:
    account = terminal.account(terminal.sign_in())
    return account.available, account.held


# Idempotency


def test_a_repeated_authorise_holds_once_and_says_so(terminal: Terminal) -> None:
    message = terminal.copy(terminal.order(terminal.sign_in()))
    first, second = terminal.post(AUTHORISE, message), terminal.post(AUTHORISE, message)
    assert operation(first) == operation(second)
    assert "Idempotency-Hit" not in first.headers
    assert second.headers["Idempotency-Hit"] == "true"
    assert balance(terminal) == (100_000 - CAFE_PRICE, CAFE_PRICE)


def test_a_renewed_token_is_the_same_request(terminal: Terminal) -> None:
    session = terminal.sign_in()
    cart = terminal.cart(session)
    tokens = [terminal.post("/v1/orders", cart).json()["purchase_token"] for _ in range(2)]
    order = m.OrderOpened.model_validate_json(terminal.post("/v1/orders", cart).content)
    message = terminal.copy(order, purchase_token=tokens[0])
    assert operation(terminal.post(AUTHORISE, message)).state is S.HELD
    renewed = message.model_copy(update={"purchase_token": tokens[1]})
    assert operation(terminal.post(AUTHORISE, renewed)).state is S.HELD


def test_one_op_id_with_another_meaning_is_refused(terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    held = terminal.authorise(order, 1)
    other = terminal.copy(order, 2, op_id=held.op_id)
    answer = terminal.post(AUTHORISE, other)
    assert (answer.status_code, answer.json()["code"]) == (422, "fingerprint-mismatch")


def test_a_copy_cannot_be_authorised_twice_under_two_ids(terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in())
    terminal.authorise(order)
    assert terminal.post(AUTHORISE, terminal.copy(order)).status_code == 422
    assert balance(terminal) == (100_000 - CAFE_PRICE, CAFE_PRICE)


def test_a_voided_copy_may_be_authorised_anew(terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in())
    terminal.void(terminal.authorise(order).op_id)
    assert terminal.authorise(order).state is S.HELD


@pytest.mark.parametrize(
    "change",
    [{"copy_index": 2}, {"price": 1}, {"registration_number": "00052310"}],
    ids=["more copies", "another price", "another registration"],
)
def test_nothing_outside_the_order_is_authorised(
    terminal: Terminal, change: dict[str, Any]
) -> None:
    message = terminal.copy(terminal.order(terminal.sign_in()), **change)
    assert terminal.post(AUTHORISE, message).json()["code"] == "malformed"
    assert terminal.fetch(message.op_id).status_code == 404


def test_a_capture_that_is_repeated_posts_once(central: Central, terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    body = m.Capture(
        op_id=held.op_id, device_seq=terminal.next_seq(), printed_at=START, evidence="cut ok"
    )
    answers = [terminal.post(CAPTURE, body) for _ in range(3)]
    assert {operation(answer).state for answer in answers} == {S.CAPTURED}
    assert operation(terminal.capture(held.op_id)).state is S.CAPTURED
    assert balance(terminal) == (100_000 - CAFE_PRICE, 0)
    assert central.services.database.run(verify) == []


# Tombstones, voids, contradictions


def test_a_delayed_authorise_after_the_void_holds_nothing(terminal: Terminal) -> None:
    delayed = terminal.copy(terminal.order(terminal.sign_in()))
    assert operation(terminal.void(delayed.op_id)).state is S.VOIDED_BY_DEVICE
    assert operation(terminal.post(AUTHORISE, delayed)).state is S.VOIDED_BY_DEVICE
    assert balance(terminal) == (100_000, 0)


@pytest.mark.parametrize("year", [1970, 2100])
def test_a_wrong_clock_never_stops_a_capture(terminal: Terminal, year: int) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    at = datetime(year, 1, 1, tzinfo=timezone(timedelta(hours=-5)))
    message = m.Capture(
        op_id=held.op_id, device_seq=terminal.next_seq(), printed_at=at, evidence="cut ok"
    )
    assert operation(terminal.post(CAPTURE, message)).state is S.CAPTURED


def test_a_void_after_the_capture_is_an_incident(central: Central, terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    terminal.capture(held.op_id)
    answer = terminal.void(held.op_id)
    assert (answer.status_code, answer.json()["code"]) == (409, "already-captured")
    assert incidents(central) == ["void-after-capture"]
    assert balance(terminal) == (100_000 - CAFE_PRICE, 0)


def test_a_capture_after_the_devices_void_is_an_incident(
    central: Central, terminal: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    terminal.void(held.op_id)
    answer = terminal.capture(held.op_id)
    assert (answer.status_code, answer.json()["code"]) == (409, "voided-before-capture")
    assert incidents(central) == ["capture-after-void"]
    assert balance(terminal) == (100_000, 0)


def test_a_capture_of_an_unknown_operation_is_an_incident(
    central: Central, terminal: Terminal
) -> None:
    assert terminal.capture(new_id()).status_code == 404
    assert incidents(central) == ["capture-unknown"]


def test_another_devices_operation_can_neither_be_seen_nor_touched(
    central: Central, terminal: Terminal
) -> None:
    stranger = enrolled(central)
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    answers = [
        stranger.fetch(held.op_id),
        stranger.capture(held.op_id),
        stranger.void(held.op_id),
        stranger.post(
            AUTHORISE, stranger.copy(stranger.order(stranger.sign_in()), op_id=held.op_id)
        ),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert operation(terminal.fetch(held.op_id)).state is S.HELD
    assert incidents(central) == ["foreign-operation"] * 3


def test_a_void_is_final_and_may_be_repeated(terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    for _ in range(2):
        voided = operation(terminal.void(held.op_id))
        assert (voided.state, voided.certificate) == (S.VOIDED_BY_DEVICE, None)


# Expiry and leases


def test_expiry_frees_the_money_and_the_capture_is_taken_late(
    central: Central, terminal: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    central.clock.advance(HOLD_S)
    freed = central.services.database.run(lambda db: expire_due(db, "99", central.clock()))
    assert freed == 1
    assert balance(terminal) == (100_000, 0)
    captured = operation(terminal.capture(held.op_id))
    assert (captured.state, captured.late) == (S.CAPTURED, True)
    assert incidents(central) == ["late-capture"]
    assert balance(terminal) == (100_000 - CAFE_PRICE, 0)


def test_a_capture_is_late_whether_or_not_the_sweeper_ran(
    central: Central, terminal: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    central.clock.advance(HOLD_S)
    assert operation(terminal.capture(held.op_id)).late
    assert central.services.database.run(verify) == []


def test_a_late_capture_may_make_an_account_owe(central: Central, terminal: Terminal) -> None:
    session = terminal.sign_in()
    first = terminal.order(session, quantity=10)
    held = [terminal.authorise(first, copy) for copy in range(1, 11)]
    central.clock.advance(HOLD_S)
    second = terminal.order(terminal.sign_in(), quantity=10)
    for copy in range(1, 11):
        terminal.capture(terminal.authorise(second, copy).op_id)
    for op in held:
        assert operation(terminal.capture(op.op_id)).late
    assert balance(terminal) == (100_000 - 20 * CAFE_PRICE, 0)
    assert central.services.database.run(verify) == []
    refused = terminal.post("/v1/orders", terminal.cart(terminal.sign_in()))
    assert refused.json()["code"] == "insufficient-balance"


def test_asking_for_an_operation_renews_its_hold(central: Central, terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    central.clock.advance(HOLD_S + 60)
    renewed = operation(terminal.fetch(held.op_id))
    assert renewed.state is S.HELD
    assert renewed.hold_expires_at is not None
    assert (renewed.hold_expires_at - central.clock()).total_seconds() == HOLD_S
    assert renewed.certificate == held.certificate


def test_a_hold_that_cannot_be_renewed_in_full_ends_when_asked_for(
    central: Central, terminal: Terminal
) -> None:
    """A kiosk counts a whole lease from this answer; what is left here may be shorter."""
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    central.clock.advance(HOLD_TOTAL_S - HOLD_S)
    assert operation(terminal.fetch(held.op_id)).state is S.HELD
    central.clock.advance(1)
    assert operation(terminal.fetch(held.op_id)).state is S.EXPIRED
    assert balance(terminal) == (100_000, 0)
    assert operation(terminal.capture(held.op_id)).late


def test_a_hold_whose_money_is_spent_stays_expired(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=10)
    first = [terminal.authorise(order, copy) for copy in range(1, 11)]
    central.clock.advance(HOLD_S)
    second = terminal.order(terminal.sign_in(), quantity=10)
    for copy in range(1, 11):
        terminal.authorise(second, copy)
    states = [operation(terminal.fetch(op.op_id)).state for op in first]
    # 100,000 pesos hold 16 copies: six of the first ten still find money.
    assert states == [S.HELD] * 6 + [S.EXPIRED] * 4


def test_a_heartbeat_keeps_the_holds_it_names_for_a_day(
    central: Central, terminal: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    database = central.services.database
    beat = m.Heartbeat(
        boot_id=new_id(), version="1", printer="ready", live_operations=(held.op_id, new_id())
    )
    for _ in range(3):
        central.clock.advance(HOLD_S - 1)
        assert terminal.post("/v1/devices/heartbeat", beat).status_code == 200
        assert database.run(lambda db: expire_due(db, "99", central.clock())) == 0
    assert balance(terminal) == (100_000 - CAFE_PRICE, CAFE_PRICE)
    central.clock.advance(86_400)
    for _ in range(2):
        terminal.post("/v1/devices/heartbeat", beat)
    assert operation(terminal.fetch(held.op_id)).state is S.EXPIRED
    assert incidents(central) == ["operation-stale"]


def test_start_up_learns_what_is_still_open(terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=3)
    first, second, third = (terminal.authorise(order, copy) for copy in (1, 2, 3))
    terminal.capture(second.op_id)
    answer = terminal.post("/v1/operations/open", m.OpenOperations())
    reply = m.OpenOperationsReply.model_validate_json(answer.content)
    assert [op.op_id for op in reply.operations] == [first.op_id, third.op_id]


# Declined


def test_too_little_money_is_declined_and_remembered(central: Central, terminal: Terminal) -> None:
    session = terminal.sign_in()
    orders = [terminal.order(session, quantity=9) for _ in range(2)]
    states = [terminal.authorise(orders[0], copy).state for copy in range(1, 10)]
    states += [terminal.authorise(orders[1], copy).state for copy in range(1, 9)]
    assert states == [S.HELD] * 16 + [S.DECLINED]
    message = terminal.copy(orders[1], 9)
    declined = operation(terminal.post(AUTHORISE, message))
    assert (declined.state, declined.reason) == (S.DECLINED, "insufficient-balance")
    assert operation(terminal.post(AUTHORISE, message)) == declined
    assert operation(terminal.void(declined.op_id)).state is S.DECLINED
    assert central.services.database.run(verify) == []


def test_a_price_that_changed_at_midnight_is_declined(central: Central, terminal: Terminal) -> None:
    central.clock.advance(13 * 3600 + 59 * 60)  # 23:59 of a day in Bogotá
    order = terminal.order(terminal.sign_in())

    def new_price(db: Session) -> None:
        service = db.scalar(select(OrderedLine.service_code))
        db.add(
            ServicePrice(
                id=new_id(),
                chamber_code="99",
                service_code=service,
                valid_from=date(2026, 11, 22),
                price=7_000,
            )
        )

    central.services.database.run(new_price)
    central.clock.advance(120)
    declined = terminal.authorise(order)
    assert (declined.state, declined.reason) == (S.DECLINED, "price-changed")


def test_an_expired_token_authorises_nothing(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in())
    central.clock.advance(600)
    answer = terminal.post(AUTHORISE, terminal.copy(order))
    assert answer.json()["code"] == "token-expired"


def test_a_token_of_another_device_authorises_nothing(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in())
    stranger = enrolled(central)
    answer = stranger.post(AUTHORISE, stranger.copy(order))
    assert answer.json()["code"] == "token-expired"


def test_nothing_is_added_to_an_order_after_its_receipt(terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    terminal.capture(terminal.authorise(order, 1).op_id)
    terminal.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
    late = terminal.authorise(order, 2)
    assert (late.state, late.reason) == (S.DECLINED, "order-closed")


# People's decisions and stopped devices


def test_the_first_decision_about_an_uncertain_print_wins(
    central: Central, terminal: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    services = central.services
    assert resolve(services, held.op_id, Decision.VOID, "carlos") is Decision.VOID
    assert resolve(services, held.op_id, Decision.PRINTED, "marta") is Decision.VOID
    assert balance(terminal) == (100_000, 0)
    beat = m.Heartbeat(
        boot_id=new_id(), version="1", printer="ready", live_operations=(held.op_id,)
    )
    reply = terminal.post("/v1/devices/heartbeat", beat).json()
    assert reply["resolutions"] == [{"op_id": held.op_id, "decision": "void"}]
    # The paper was out after all: the advice wins over the decision.
    captured = operation(terminal.capture(held.op_id))
    assert (captured.state, captured.late) == (S.CAPTURED, True)


def test_one_number_with_two_meanings_freezes_the_device(
    central: Central, terminal: Terminal
) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    first = terminal.copy(order, 1)
    terminal.post(AUTHORISE, first)
    clone = terminal.copy(order, 2, device_seq=first.device_seq)
    assert terminal.post(AUTHORISE, clone).json()["code"] == "device-cloned"
    assert terminal.fetch(first.op_id).json()["code"] == "device-cloned"
    assert incidents(central) == ["device-cloned"]


@pytest.mark.parametrize("state", [DeviceState.REVOKED, DeviceState.FROZEN])
def test_a_stopped_devices_capture_is_kept_for_people(
    central: Central, terminal: Terminal, state: DeviceState
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    database = central.services.database
    central.clock.advance(1)
    device_id = terminal.identity.device_id
    database.run(lambda db: set_state(db, device_id, state, "staff", central.clock()))
    for _ in range(2):
        assert terminal.capture(held.op_id).status_code == 403
    kept = database.run(lambda db: list(db.scalars(select(QuarantinedCapture.op_id))))
    assert kept == [held.op_id]
    assert incidents(central) == ["capture-quarantined"]
    assert terminal.void(held.op_id).status_code == 403


def test_a_clones_capture_is_kept_for_people_too(central: Central, terminal: Terminal) -> None:
    order = terminal.order(terminal.sign_in(), quantity=2)
    printed, other = terminal.authorise(order, 1), terminal.authorise(order, 2)
    first = m.Capture(op_id=other.op_id, device_seq=90, printed_at=START, evidence="cut ok")
    clone = m.Capture(op_id=printed.op_id, device_seq=90, printed_at=START, evidence="cut ok")
    assert operation(terminal.post(CAPTURE, first)).state is S.CAPTURED
    assert terminal.post(CAPTURE, clone).json()["code"] == "device-cloned"
    kept = central.services.database.run(
        lambda db: list(db.scalars(select(QuarantinedCapture.op_id)))
    )
    assert kept == [printed.op_id]


def test_unfinished_operations_are_shown_to_their_buyer(terminal: Terminal) -> None:
    session = terminal.sign_in()
    order = terminal.order(session)
    held = terminal.authorise(order)
    (unfinished,) = terminal.account(session).unfinished
    assert (unfinished.op_id, unfinished.recovery_code) == (held.op_id, order.recovery_code)
    assert terminal.account(terminal.sign_in(BENITO)).unfinished == ()
    assert ANA.id_number not in unfinished.model_dump_json()
