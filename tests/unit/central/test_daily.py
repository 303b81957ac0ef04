"""Checkpoints of a device's audit chain, and the close of its day beside central's own count."""

import base64
import hashlib
from datetime import date, datetime, timedelta
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from central.alerts.watch import watch
from central.daily.tables import CheckpointRow, DayCloseRow
from central.db.ids import new_id, uuid7
from central.ledger.tables import Posting
from central.operations.reconcile import reconcile
from central.operations.tables import OperationRow
from central.records.tables import Incident
from kiosk.contract import messages as m
from kiosk.contract.messages import DayState
from tests.support.central import CAFE_PRICE, START, Central, Terminal, enrolled

DAY = date(2026, 11, 21)
GENESIS = "0" * 64


def head(what: object) -> str:
    return hashlib.sha256(str(what).encode()).hexdigest()


def signed(terminal: Terminal, size: int, what: object = None, **changes: Any) -> m.Checkpoint:
    """A checkpoint as a device makes it; its head is made of ``what``."""
    key: Ed25519PrivateKey = changes.pop("key", terminal.key)
    bare = m.Checkpoint(
        size=size,
        head=GENESIS if size == 0 else head(size if what is None else what),
        at=terminal.central.clock(),
        signature="A" * 86 + "==",
        **changes,
    )
    text = m.checkpoint_text(terminal.identity.device_id, bare)
    return bare.model_copy(update={"signature": base64.b64encode(key.sign(text)).decode()})


def sent(terminal: Terminal, message: m.Checkpoint) -> m.Witnessed:
    answer = terminal.post("/v1/devices/checkpoint", message)
    assert answer.status_code == 200, answer.text
    return m.Witnessed.model_validate_json(answer.content)


def incidents(central: Central) -> list[tuple[str, str]]:
    rows = select(Incident.kind, Incident.detail).order_by(Incident.id)
    return central.services.database.run(lambda db: [(k, d) for k, d in db.execute(rows)])


# Checkpoints


def test_a_checkpoint_comes_back_signed_by_central(central: Central, terminal: Terminal) -> None:
    witnessed = sent(terminal, signed(terminal, 7))
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(terminal.central.services.public_key))
    text = m.witness_text(terminal.identity.device_id, 7, head(7), witnessed.received_at)
    key.verify(base64.b64decode(witnessed.signature), text)
    assert (witnessed.size, witnessed.head, witnessed.continues) == (7, head(7), True)


def test_a_repeated_checkpoint_gets_the_same_answer(central: Central, terminal: Terminal) -> None:
    message = signed(terminal, 7)
    first = sent(terminal, message)
    central.clock.advance(30)
    assert sent(terminal, message) == first
    assert incidents(central) == []


def test_a_growing_chain_is_vouched_for_row_by_row(central: Central, terminal: Terminal) -> None:
    assert sent(terminal, signed(terminal, 0)).continues
    assert sent(terminal, signed(terminal, 7)).continues
    grown = signed(terminal, 9, witnessed_size=7, witnessed_head=head(7))
    assert sent(terminal, grown).continues
    # The answer to 9 was lost: the device still knows only that 7 is vouched for.
    assert sent(terminal, signed(terminal, 12, witnessed_size=7, witnessed_head=head(7))).continues
    assert incidents(central) == []


@pytest.mark.parametrize(
    ("size", "what", "changes", "detail"),
    [
        (6, 6, {}, "6 rows, there were 7"),
        (0, None, {}, "0 rows, there were 7"),
        (7, "x", {}, "row 7 has another hash"),
        (9, 9, {"witnessed_size": 7, "witnessed_head": head("x")}, "row 7 has another hash"),
        (9, 9, {"witnessed_size": 3, "witnessed_head": head(3)}, "row 3 has another hash"),
    ],
    ids=["shorter", "empty", "other-head", "rewritten-before", "never-vouched-for"],
)
def test_a_chain_that_does_not_continue_calls_people_once_and_is_not_signed(
    central: Central,
    terminal: Terminal,
    size: int,
    what: object,
    changes: dict[str, Any],
    detail: str,
) -> None:
    sent(terminal, signed(terminal, 7))
    for _ in range(2):
        answer = sent(terminal, signed(terminal, size, what, **changes))
        assert (answer.continues, answer.signature) == (False, "")
    assert incidents(central) == [("audit-chain-broken", detail)]
    # What broke is no ground to stand on: the chain goes on from what central vouched for.
    assert sent(terminal, signed(terminal, 10)).continues


def test_chains_of_two_devices_have_nothing_to_do_with_each_other(
    central: Central, terminal: Terminal
) -> None:
    sent(terminal, signed(terminal, 7))
    other = enrolled(central)
    assert sent(other, signed(other, 3)).continues
    assert incidents(central) == []


def test_a_checkpoint_is_signed_by_the_key_of_its_device(lone: Terminal) -> None:
    stranger = signed(lone, 7, key=Ed25519PrivateKey.generate())
    moved = signed(lone, 7).model_copy(update={"size": 8})
    for message in (stranger, moved):
        answer = lone.post("/v1/devices/checkpoint", message)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    assert (
        lone.central.services.database.run(
            lambda db: db.scalar(select(func.count()).select_from(CheckpointRow))
        )
        == 0
    )


def test_the_key_before_counts_while_it_is_accepted(lone: Terminal) -> None:
    old, new = lone.key, Ed25519PrivateKey.generate()
    public = base64.b64encode(new.public_key().public_bytes_raw()).decode()
    proof = new.sign(m.rotation_text(lone.identity.device_id, public))
    rotate = m.RotateKey(public_key=public, proof=base64.b64encode(proof).decode())
    assert lone.post("/v1/devices/rotate", rotate).status_code == 200
    lone.key = new
    assert sent(lone, signed(lone, 7, key=old)).continues
    assert sent(lone, signed(lone, 8)).continues
    lone.central.clock.advance(timedelta(hours=24).total_seconds())
    assert lone.post("/v1/devices/checkpoint", signed(lone, 9, key=old)).status_code == 422


# The day


def op_ids(day: date, count: int) -> list[str]:
    """Ids of operations that a kiosk made at noon of a day."""
    noon = datetime.combine(day, datetime.min.time(), START.tzinfo) + timedelta(hours=17)
    return [uuid7(int(noon.timestamp() * 1000) + n, new_id().encode()[-10:]) for n in range(count)]


def made(terminal: Terminal, count: int, day: date = DAY) -> list[str]:
    """So many copies held, with ids of that day."""
    order = terminal.order(terminal.sign_in(), quantity=count)
    ids = op_ids(day, count)
    for copy, op_id in enumerate(ids, 1):
        answer = terminal.post("/v1/operations/authorise", terminal.copy(order, copy, op_id=op_id))
        assert answer.json()["state"] == "HELD"
    return ids


def close(terminal: Terminal, last_seq: int, **sums: tuple[int, int]) -> m.DayClosed:
    answer = ask(terminal, last_seq, DAY, **sums)
    assert answer.status_code == 200, answer.text
    return m.DayClosed.model_validate_json(answer.content)


def ask(terminal: Terminal, last_seq: int, day: date, **sums: tuple[int, int]) -> httpx.Response:
    counted = tuple(
        m.DaySum(state=DayState(state), count=count, pesos=pesos)
        for state, (count, pesos) in sums.items()
    )
    checkpoint = signed(terminal, last_seq + 1)
    message = m.DayClose(day=day, sums=counted, last_seq=last_seq, checkpoint=checkpoint)
    return terminal.post("/v1/devices/day-close", message)


def test_a_day_that_both_count_alike_agrees(central: Central, terminal: Terminal) -> None:
    first, second, _third = made(terminal, 3)  # numbers 1 to 3
    assert terminal.capture(first).status_code == 200
    assert terminal.void(second).status_code == 200
    assert terminal.void(op_ids(DAY, 1)[0]).status_code == 200  # never heard of: a tombstone
    closed = close(
        terminal, 6, captured=(1, CAFE_PRICE), open=(1, CAFE_PRICE), voided=(2, 2 * CAFE_PRICE)
    )
    assert (closed.agrees, closed.differences, closed.missing) == (True, (), ())
    assert closed.witness.continues
    assert incidents(central) == []


def test_a_day_is_that_of_the_ids_in_colombia_whatever_the_clocks_say(
    central: Central, terminal: Terminal
) -> None:
    first, after = m.day_ids(DAY)
    assert (first[:13], after[:13]) == ("01a1fc79-c080", "01a201a0-1c80")  # 5 o'clock UTC
    made(terminal, 2, DAY - timedelta(days=1))
    assert close(terminal, 2).agrees
    assert ask(terminal, 2, DAY - timedelta(days=1), open=(2, 2 * CAFE_PRICE)).json()["agrees"]


@pytest.mark.parametrize(
    ("sums", "state"),
    [
        ({"captured": (1, CAFE_PRICE), "open": (1, CAFE_PRICE)}, "captured"),
        ({"captured": (2, 2 * CAFE_PRICE - 1)}, "captured"),
        ({"captured": (2, 2 * CAFE_PRICE), "voided": (1, 0)}, "voided"),
        ({}, "captured"),
    ],
    ids=["one-less", "a-peso", "a-void-too-many", "nothing"],
)
def test_a_difference_is_told_and_nothing_is_adjusted(
    central: Central, terminal: Terminal, sums: dict[str, tuple[int, int]], state: str
) -> None:
    for op_id in made(terminal, 2):
        terminal.capture(op_id)
    before = money(central)
    closed = close(terminal, 4, **sums)
    assert not closed.agrees
    found = {each.state.value: each for each in closed.differences}
    assert state in found
    assert found[state].central_count == (2 if state == "captured" else 0)
    ((kind, detail),) = incidents(central)
    assert kind == "day-close-difference"
    assert f"2026-11-21 {state}: the kiosk has" in detail
    assert money(central) == before
    assert ("incident", "day-close-difference") in {
        (notice.rule, notice.subject) for notice in watch(central.services)
    }


def money(central: Central) -> list[object]:
    def work(db: Session) -> list[object]:
        states = db.execute(select(OperationRow.id, OperationRow.state).order_by(OperationRow.id))
        postings = db.execute(select(Posting.id, Posting.amount).order_by(Posting.id))
        return [*map(tuple, states), *map(tuple, postings)]

    return central.services.database.run(work)


def test_a_message_that_never_came_is_an_alarm_at_once(
    central: Central, terminal: Terminal
) -> None:
    made(terminal, 2)
    closed = close(terminal, 5, open=(2, 2 * CAFE_PRICE))
    assert (closed.agrees, closed.differences, closed.missing) == (False, (), (3, 4, 5))
    assert incidents(central) == [("day-close-difference", "2026-11-21 never came: 3, 4, 5")]


def test_parked_numbers_are_known_and_no_alarm(lone: Terminal) -> None:
    made(lone, 2)
    beat = m.Heartbeat(boot_id=new_id(), version="1", printer="ready", parked=(3,))
    assert lone.post("/v1/devices/heartbeat", beat).status_code == 200
    assert close(lone, 3, open=(2, 2 * CAFE_PRICE)).agrees


def test_of_many_missing_numbers_the_first_hundred_are_told(lone: Terminal) -> None:
    assert close(lone, 2**62).missing == tuple(range(1, 101))


def test_a_disk_that_is_older_than_what_it_sent_is_found(lone: Terminal) -> None:
    made(lone, 2)
    assert not close(lone, 1, open=(2, 2 * CAFE_PRICE)).agrees
    ((_, detail),) = incidents(lone.central)
    assert detail == "2026-11-21 central has number 2, the kiosk's newest is 1"


def test_the_same_report_is_told_once_and_may_agree_later(
    central: Central, terminal: Terminal
) -> None:
    (op_id,) = made(terminal, 1)
    for _ in range(2):
        central.clock.advance(60)
        assert not close(terminal, 2, captured=(1, CAFE_PRICE)).agrees
    assert len(incidents(central)) == 1
    assert terminal.capture(op_id).status_code == 200
    assert close(terminal, 2, captured=(1, CAFE_PRICE)).agrees
    details = central.services.database.run(lambda db: list(db.scalars(select(DayCloseRow.detail))))
    assert details == [""]
    assert len(incidents(central)) == 1  # what was told is not taken back


def test_a_broken_chain_closes_no_day(central: Central, terminal: Terminal) -> None:
    sent(terminal, signed(terminal, 9))
    closed = close(terminal, 0)
    assert (closed.agrees, closed.witness.continues) == (False, False)
    assert [kind for kind, _ in incidents(central)] == ["audit-chain-broken"]


@pytest.mark.parametrize("day", ["1970-01-01", "9999-12-31", "0001-01-01", "2026-13-01"])
def test_a_day_out_of_the_calendar_is_malformed(lone: Terminal, day: str) -> None:
    body = m.DayClose(day=DAY, sums=(), last_seq=0, checkpoint=signed(lone, 1)).model_dump_json()
    raw = body.replace("2026-11-21", day, 1).encode()
    assert lone.send("POST", "/v1/devices/day-close", raw, None).status_code == 422


def test_a_state_comes_once(lone: Terminal) -> None:
    one = m.DaySum(state=DayState.OPEN, count=1, pesos=1)
    good = m.DayClose(day=DAY, sums=(one,), last_seq=0, checkpoint=signed(lone, 1))
    twice = good.model_copy(update={"sums": (one, one)})
    answer = lone.post("/v1/devices/day-close", twice)
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


def test_the_reconciliation_of_the_day_shows_what_the_kiosk_counted(
    central: Central, terminal: Terminal
) -> None:
    (op_id,) = made(terminal, 1)
    terminal.capture(op_id)
    (line,) = reconcile(central.services, DAY).kiosks
    assert (line.close, line.audit_size) == ("", None)
    assert not close(terminal, 2, open=(1, CAFE_PRICE)).agrees
    day = reconcile(central.services, DAY)
    assert [(line.close, line.audit_size) for line in day.kiosks] == [("differs", 3)]
    assert [each for each in day.differences if "the kiosk has 1 for 6100, central 0" in each]
    central.clock.advance(60)
    assert close(terminal, 2, captured=(1, CAFE_PRICE)).agrees
    day = reconcile(central.services, DAY)
    assert [line.close for line in day.kiosks] == ["agrees"]
    assert day.differences == ()


@pytest.mark.parametrize(
    "change", ["UPDATE checkpoints SET continues = true", "DELETE FROM checkpoints"]
)
def test_a_head_that_was_kept_is_never_changed(
    central: Central, terminal: Terminal, change: str
) -> None:
    sent(terminal, signed(terminal, 7))
    with pytest.raises(DBAPIError, match="append-only"):
        central.services.database.run(lambda db: db.execute(text(change)))
