"""One operation id from fifty threads at once: one hold, one capture, fifty equal answers.

Over HTTP: every thread has a connection of its own to a real port and sends the same signed bytes.
"""

import threading
from pathlib import Path

import httpx
from sqlalchemy import func, select

from central.ledger.tables import Hold, Posting, PostingKind
from kiosk.contract import messages as m
from tests.proofs.outcome import Outcome
from tests.proofs.promises import broken_now
from tests.support.central import (
    START,
    Central,
    Terminal,
    enrolled,
    fresh_database,
    make_central,
    running,
)

THREADS = 50
_WAIT_S = 55
_AUTHORISE, _CAPTURE = "/v1/operations/authorise", "/v1/operations/capture"


def same_id(backend: str, operations: int, folder: Path) -> Outcome:
    """So many operations, each authorised and captured by fifty threads at the same moment."""
    outcome = Outcome(f"one operation id from {THREADS} threads on {backend}")
    central = make_central(folder, fresh_database(folder, backend))
    with running(central) as address:
        terminal = enrolled(
            central, httpx.Client(base_url=address, trust_env=False, timeout=_WAIT_S)
        )
        for number in range(1, operations + 1):
            message = terminal.copy(terminal.order(terminal.sign_in()))
            _all_equal(outcome, terminal, _AUTHORISE, message)
            paper = m.Capture(
                op_id=message.op_id,
                device_seq=terminal.next_seq(),
                printed_at=START,
                evidence="cut ok",
            )
            _all_equal(outcome, terminal, _CAPTURE, paper)
            made = _holds_and_charges(central)
            if made != (number, number):
                outcome.broken.append(f"{number} operations made {made} holds and charges")
            outcome.add({"operations": 1})
        terminal.http.close()
    outcome.broken += broken_now(central.services)
    central.close()
    return outcome


def _holds_and_charges(central: Central) -> tuple[int, int]:
    charged = select(func.count()).select_from(Posting).where(Posting.kind == PostingKind.PURCHASE)
    return central.services.database.run(
        lambda db: (
            db.scalar(select(func.count()).select_from(Hold)) or 0,
            db.scalar(charged) or 0,
        )
    )


def _all_equal(outcome: Outcome, terminal: Terminal, path: str, message: m.MoneyMessage) -> None:
    body = message.model_dump_json().encode()
    headers = terminal.signed("POST", path, body, message.device_seq)
    barrier = threading.Barrier(THREADS)
    answers: list[httpx.Response] = []
    errors: list[str] = []

    def work() -> None:
        address = terminal.http.base_url
        # Without TLS nothing is verified; loading the certificates fifty times takes seconds.
        with httpx.Client(base_url=address, trust_env=False, timeout=_WAIT_S, verify=False) as http:
            try:
                http.get("/healthz")  # connected before the start
                barrier.wait(_WAIT_S)
                answers.append(_patiently(http, path, body, headers))
            except Exception as error:  # noqa: BLE001 - every thread's outcome is judged
                errors.append(f"{type(error).__name__}: {error}"[:300])

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(_WAIT_S)
    outcome.broken += errors[:3]
    told = {(answer.status_code, answer.text) for answer in answers}
    new = sum("Idempotency-Hit" not in answer.headers for answer in answers)
    if len(told) != 1 or len(answers) != THREADS or new != 1:
        outcome.broken.append(f"{len(answers)} answers, {len(told)} different, {new} taken for new")
    outcome.add({"answers": len(answers)})


def _patiently(
    http: httpx.Client, path: str, body: bytes, headers: dict[str, str]
) -> httpx.Response:
    """Asked again when central says "in progress", as every kiosk does."""
    while True:
        answer = http.post(path, content=body, headers=headers)
        if answer.status_code != 409 or answer.json()["code"] != "in-progress":
            return answer
