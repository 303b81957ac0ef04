"""Many at once: one operation holds once, one balance is spent once, no number is given twice."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from sqlalchemy import func, select

from central.devices.caller import Caller
from central.devices.tables import DeviceState
from central.ledger.statement import verify
from central.ledger.tables import Hold, Posting, PostingKind
from central.operations.authorise import authorise
from central.operations.capture import capture
from central.operations.receipts import receipt
from central.operations.sequence import Answer
from central.operations.verification import code_status
from central.people.keys import KeyHasher
from central.people.sessions import open_session
from central.people.tables import Throttle
from central.portal.verification import Rules
from central.portal.verification import verify as verify_code
from central.problems import Refusal
from central.sample import ANA
from kiosk.contract import messages as m
from tests.support.central import CAFE_PRICE, START, Central, Terminal, enrolled

T = TypeVar("T")
THREADS = 12
S = m.OperationState


def at_once(works: list[Callable[[], T]]) -> list[T | Refusal]:
    """Run all at the same moment; a refusal is a result."""
    barrier = threading.Barrier(len(works))
    results: list[T | Refusal | None] = [None] * len(works)

    def run(index: int) -> None:
        barrier.wait(30)
        try:
            results[index] = works[index]()
        except Refusal as refusal:
            results[index] = refusal

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(50)
    assert None not in results
    return [result for result in results if result is not None]


def test_the_last_verification_is_given_once(central: Central, terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    terminal.capture(held.op_id)
    database, code, rules = central.services.database, held.verification_code, Rules(limit=3)
    ask = partial(database.run, lambda db: verify_code(db, code_status, "99", code, rules, START))
    states = [getattr(finding, "state", None) for finding in at_once([ask] * THREADS)]
    assert (states.count("valid"), states.count("exhausted")) == (3, THREADS - 3)


def caller(terminal: Terminal, seq: int | None = None) -> Caller:
    return Caller(terminal.identity.device_id, "99", "K01", DeviceState.ACTIVE, seq)


def count_of(central: Central, table: type) -> int:
    return central.services.database.run(
        lambda db: db.scalar(select(func.count()).select_from(table)) or 0
    )


def test_the_same_authorise_from_many_threads_holds_once(
    central: Central, terminal: Terminal
) -> None:
    message = terminal.copy(terminal.order(terminal.sign_in()))
    asker = caller(terminal, message.device_seq)
    answers = at_once([lambda: authorise(central.services, asker, message)] * THREADS)
    assert {answer.operation.state for answer in answers if not isinstance(answer, Refusal)} == {
        S.HELD
    }
    assert count_of(central, Hold) == 1
    assert terminal.account(terminal.sign_in()).held == CAFE_PRICE


def test_one_op_id_under_many_numbers_holds_once(central: Central, terminal: Terminal) -> None:
    first = terminal.copy(terminal.order(terminal.sign_in()))
    messages = [first.model_copy(update={"device_seq": 100 + n}) for n in range(THREADS)]
    at_once(
        [
            partial(authorise, central.services, caller(terminal, each.device_seq), each)
            for each in messages
        ]
    )
    assert count_of(central, Hold) == 1
    assert central.services.database.run(verify) == []


def test_the_same_capture_from_many_threads_posts_once(
    central: Central, terminal: Terminal
) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    message = m.Capture(op_id=held.op_id, device_seq=50, printed_at=START, evidence="cut ok")
    asker = caller(terminal, 50)
    answers = at_once([lambda: capture(central.services, asker, message)] * THREADS)
    assert not any(isinstance(answer, Refusal) for answer in answers)
    posted = select(func.count()).where(Posting.kind == PostingKind.PURCHASE)
    assert central.services.database.run(lambda db: db.scalar(posted)) == 1


def test_devices_that_spend_one_balance_never_overspend_it(
    central: Central, terminal: Terminal
) -> None:
    terminals = [terminal, enrolled(central), enrolled(central)]
    works: list[Callable[[], Answer]] = []
    for device in terminals:
        order = device.order(device.sign_in(), quantity=10)
        for copy in range(1, 9):
            message = device.copy(order, copy)
            asker = caller(device, message.device_seq)
            works.append(partial(authorise, central.services, asker, message))
    answers = at_once(works)
    states = [answer.operation.state for answer in answers if not isinstance(answer, Refusal)]
    # 100,000 pesos hold 16 copies of 24.
    assert sorted(states) == [S.DECLINED] * 8 + [S.HELD] * 16
    account = terminal.account(terminal.sign_in())
    assert (account.available, account.held) == (100_000 - 16 * CAFE_PRICE, 16 * CAFE_PRICE)
    assert central.services.database.run(verify) == []


def test_receipts_asked_for_at_once_are_numbered_without_gap(
    central: Central, terminal: Terminal
) -> None:
    session = terminal.sign_in()
    orders = [terminal.order(session) for _ in range(6)]
    for order in orders:
        terminal.capture(terminal.authorise(order).op_id)
    asks = [m.FetchReceipt(order_id=order.order_id) for order in orders for _ in range(2)]
    answers = at_once([partial(receipt, central.services, caller(terminal), ask) for ask in asks])
    numbers = {answer.receipt_number for answer in answers if isinstance(answer, m.Receipt)}
    assert len(answers) == 12
    assert sorted(numbers) == [f"K01-{number:06}" for number in range(1, 7)]


def test_guesses_made_at_once_are_all_counted_before_any_is_checked(
    central: Central, terminal: Terminal
) -> None:
    wrong = m.OpenSession(id_type=ANA.id_type, id_number=ANA.id_number, secure_key="guess")
    answers = at_once([lambda: open_session(central.services, caller(terminal), wrong)] * THREADS)
    codes = sorted(answer.code for answer in answers if isinstance(answer, Refusal))
    assert codes == ["credentials-invalid"] * 5 + ["throttled"] * (THREADS - 5)
    failures = central.services.database.run(lambda db: db.scalar(select(Throttle.failures)))
    assert failures == 5
    assert isinstance(central.services.hasher, KeyHasher)
