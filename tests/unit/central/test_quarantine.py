"""Charges reported by a stopped kiosk wait for an operator, who takes them late or leaves them."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.ledger.statement import verify
from central.operations.consistency import contradictions
from central.operations.quarantine import Entry, NotSettled, settle, waiting
from central.operations.resolve import resolve
from central.operations.tables import Decision, QuarantinedCapture
from central.records.settle import unsettled
from central.records.tables import AuditEntry
from central.staff.entitled import NotEntitled
from kiosk.contract import messages as m
from tests.support.central import CAFE_PRICE, Central, Terminal, enrolled

S = m.OperationState


def stop(central: Central, terminal: Terminal, state: DeviceState = DeviceState.REVOKED) -> None:
    device_id, now = terminal.identity.device_id, central.clock()
    central.services.database.run(lambda db: set_state(db, device_id, state, "test", now))


def kept(central: Central, terminal: Terminal) -> Entry:
    """A capture that came after its kiosk was stopped."""
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    central.clock.advance(60)
    stop(central, terminal)
    assert terminal.capture(held.op_id).json()["code"] == "device-revoked"
    (entry,) = waiting(central.services)
    assert (entry.op_id, entry.state, entry.price) == (held.op_id, S.HELD, CAFE_PRICE)
    assert (entry.point_of_sale, entry.device_state) == ("K01", "revoked")
    return entry


def accept(central: Central, entry: Entry, staff: str = "marta", why: str = "paper seen") -> str:
    return settle(central.services, entry.id, accept=True, staff=staff, why=why)


def reject(central: Central, entry: Entry, staff: str = "marta", why: str = "stolen") -> str:
    return settle(central.services, entry.id, accept=False, staff=staff, why=why)


def accepted(central: Central, op_id: str) -> bool:
    found = central.services.database.run(
        lambda db: db.execute(
            select(QuarantinedCapture.accepted, QuarantinedCapture.settled_at).where(
                QuarantinedCapture.op_id == op_id
            )
        ).one()
    )
    assert found.settled_at is not None
    return found.accepted is True


def sound(central: Central) -> None:
    assert central.services.database.run(verify) == []
    assert central.services.database.run(lambda db: contradictions(db, "99")) == []


def balance(central: Central) -> tuple[int, int]:
    told = enrolled(central)
    account = told.account(told.sign_in())
    return account.available, account.held


def trail(central: Central, op_id: str) -> list[str]:
    rows = select(AuditEntry.action).where(AuditEntry.subject == op_id).order_by(AuditEntry.id)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def test_an_accepted_charge_is_taken(central: Central, terminal: Terminal) -> None:
    entry = kept(central, terminal)
    assert accept(central, entry) == "captured"
    assert balance(central) == (100_000 - CAFE_PRICE, 0)
    assert accepted(central, entry.op_id)
    assert trail(central, entry.op_id)[-2:] == ["capture", "quarantine-accepted"]
    assert waiting(central.services) == []
    assert [row.kind for row in unsettled(central.services)] == []
    sound(central)


def test_a_charge_accepted_after_the_hold_ended_is_late(
    central: Central, terminal: Terminal
) -> None:
    entry = kept(central, terminal)
    central.clock.advance(900)
    resolve(central.services, entry.op_id, Decision.VOID, "marta", "kiosk stolen")
    assert balance(central) == (100_000, 0)
    assert accept(central, entry) == "captured"
    assert balance(central) == (100_000 - CAFE_PRICE, 0)
    assert [row.kind for row in unsettled(central.services)] == ["late-capture"]
    sound(central)


def test_a_rejected_charge_takes_nothing(central: Central, terminal: Terminal) -> None:
    entry = kept(central, terminal)
    assert reject(central, entry) == "rejected"
    assert balance(central) == (100_000 - CAFE_PRICE, CAFE_PRICE)  # the hold ends by itself
    assert trail(central, entry.op_id)[-1] == "quarantine-rejected"
    assert waiting(central.services) == []
    sound(central)


def test_one_verdict_is_enough(central: Central, terminal: Terminal) -> None:
    entry = kept(central, terminal)
    reject(central, entry)
    for verdict in (accept, reject):
        with pytest.raises(NotSettled, match="settled it before"):
            verdict(central, entry)
    assert balance(central) == (100_000 - CAFE_PRICE, CAFE_PRICE)
    assert trail(central, entry.op_id).count("quarantine-rejected") == 1


def test_what_was_charged_already_is_not_charged_again(
    central: Central, terminal: Terminal
) -> None:
    """The kiosk was frozen, let go, sent its capture again; only then somebody looked."""
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    stop(central, terminal, DeviceState.FROZEN)
    assert terminal.capture(held.op_id).json()["code"] == "device-cloned"
    stop(central, terminal, DeviceState.ACTIVE)
    assert terminal.capture(held.op_id).status_code == 200
    (entry,) = waiting(central.services)
    assert accept(central, entry) == "captured"
    assert balance(central) == (100_000 - CAFE_PRICE, 0)
    sound(central)


def test_what_its_own_kiosk_voided_cannot_be_charged(central: Central, terminal: Terminal) -> None:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    stop(central, terminal, DeviceState.FROZEN)
    terminal.capture(held.op_id)
    stop(central, terminal, DeviceState.ACTIVE)
    assert terminal.void(held.op_id).status_code == 200
    (entry,) = waiting(central.services)
    with pytest.raises(NotSettled, match="never printed"):
        accept(central, entry)
    assert balance(central) == (100_000, 0)
    assert reject(central, entry) == "rejected"
    sound(central)


def test_only_an_operator_judges_and_says_why(central: Central, terminal: Terminal) -> None:
    entry = kept(central, terminal)
    for login in ("nobody", "carlos", "tomas"):
        with pytest.raises(NotEntitled):
            accept(central, entry, staff=login)
    with pytest.raises(NotSettled, match="reason"):
        accept(central, entry, why=" ")
    with pytest.raises(NotSettled, match="no such"):
        accept(central, replace(entry, id=new_id()))
    assert waiting(central.services) == [entry]
