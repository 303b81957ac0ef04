"""One operation id from fifty threads at once: one hold, one capture, fifty equal answers."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from central.devices.caller import Caller
from central.devices.tables import DeviceState
from central.ledger.tables import Hold, Posting, PostingKind
from central.operations.authorise import authorise
from central.operations.capture import capture
from central.operations.sequence import Answer
from kiosk.contract import messages as m
from tests.proofs.outcome import Outcome
from tests.proofs.promises import broken_now
from tests.support.central import START, Central, Terminal, enrolled, fresh_database, make_central

THREADS = 50
_WAIT_S = 55
_BUSY = "55P03"


def same_id(backend: str, operations: int, folder: Path) -> Outcome:
    """So many operations, each authorised and captured by fifty threads at the same moment."""
    outcome = Outcome(f"one operation id from {THREADS} threads on {backend}")
    central = make_central(folder, fresh_database(folder, backend))
    terminal = enrolled(central)
    for number in range(1, operations + 1):
        message = terminal.copy(terminal.order(terminal.sign_in()))
        _all_equal(outcome, central, partial(_authorise, central, terminal, message))
        paper = m.Capture(
            op_id=message.op_id,
            device_seq=terminal.next_seq(),
            printed_at=START,
            evidence="cut ok",
        )
        _all_equal(outcome, central, partial(_capture, central, terminal, paper))
        counts = central.services.database.run(
            lambda db: (
                db.scalar(select(func.count()).select_from(Hold)),
                db.scalar(
                    select(func.count())
                    .select_from(Posting)
                    .where(Posting.kind == PostingKind.PURCHASE)
                ),
            )
        )
        if counts != (number, number):
            outcome.broken.append(f"{number} operations made {counts} holds and charges")
        outcome.add({"operations": 1})
    outcome.broken += broken_now(central.services)
    central.close()
    return outcome


def _authorise(central: Central, terminal: Terminal, message: m.Authorise) -> Answer:
    return authorise(central.services, _caller(terminal, message), message)


def _capture(central: Central, terminal: Terminal, message: m.Capture) -> Answer:
    return capture(central.services, _caller(terminal, message), message)


def _caller(terminal: Terminal, message: m.MoneyMessage) -> Caller:
    return Caller(terminal.identity.device_id, "99", "K01", DeviceState.ACTIVE, message.device_seq)


def _all_equal(outcome: Outcome, central: Central, ask: Callable[[], Answer]) -> None:
    barrier = threading.Barrier(THREADS)
    answers: list[Answer] = []
    errors: list[str] = []

    def work() -> None:
        barrier.wait(_WAIT_S)
        try:
            answers.append(_patiently(ask))
        except Exception as error:  # noqa: BLE001 - every thread's outcome is judged
            errors.append(f"{type(error).__name__}: {error}"[:300])

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(_WAIT_S)
    outcome.broken += errors[:3]
    told = {answer.operation.model_dump_json() for answer in answers}
    new = sum(not answer.repeated for answer in answers)
    if len(told) != 1 or len(answers) != THREADS or new != 1:
        outcome.broken.append(f"{len(answers)} answers, {len(told)} different, {new} taken for new")
    outcome.add({"answers": len(answers)})


def _patiently(ask: Callable[[], Answer]) -> Answer:
    """Asked again when the database had no time, as every client does."""
    while True:
        try:
            return ask()
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _BUSY:
                raise
