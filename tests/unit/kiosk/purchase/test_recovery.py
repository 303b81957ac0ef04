"""Start-up: what is found, what is done about it, and what central hears."""

from collections.abc import Callable

from kiosk.contract import messages as m
from kiosk.purchase import advice
from kiosk.purchase.operation import State
from kiosk.store import queries
from kiosk.store.rows import Kind
from tests.support.kiosk import LOST_REQUEST, FakeKiosk, FakePrinter, Held, make_order

MakeKiosk = Callable[..., FakeKiosk]


def begin(kiosk: FakeKiosk, copies: int = 1) -> str:
    """An order in INTENT, as a crash right after the first commit leaves it."""
    order = make_order(kiosk.ids, copies)
    kiosk.journal.begin(order, "boot", lambda copy: advice.authorise(order, copy))
    return order.copies[0].op_id


def test_every_start_has_its_own_boot_id(kiosk: FakeKiosk) -> None:
    assert kiosk.start().boot_id != kiosk.start().boot_id


def test_what_was_never_sent_is_voided_with_a_tombstone(kiosk: FakeKiosk) -> None:
    op_id = begin(kiosk)
    recovery = kiosk.start()
    assert recovery.voided == (op_id,)
    assert kiosk.central.operations[op_id].state is m.OperationState.VOIDED_BY_DEVICE
    assert kiosk.central.held == 0


def test_an_operation_central_alone_knows_is_an_incident_and_is_voided(kiosk: FakeKiosk) -> None:
    orphan = kiosk.ids.new_id()
    kiosk.central.operations[orphan] = Held(m.OperationState.HELD, 6_100)
    assert kiosk.start().incidents == (orphan,)
    kiosk.settle()
    assert kiosk.central.operations[orphan].state is m.OperationState.VOIDED_BY_DEVICE
    assert queries.has_message(kiosk.store, orphan, Kind.VOID)


def test_an_orphan_is_voided_once_however_often_we_start(kiosk: FakeKiosk) -> None:
    orphan = kiosk.ids.new_id()
    kiosk.central.operations[orphan] = Held(m.OperationState.HELD, 6_100)
    kiosk.central.faults["void"].extend([LOST_REQUEST] * 9)
    for _ in range(3):
        kiosk.start()
    assert queries.queue(kiosk.store).length == 1


def test_without_central_the_kiosk_still_starts_and_says_so(kiosk: FakeKiosk) -> None:
    begin(kiosk)
    kiosk.central.online = False
    recovery = kiosk.start()
    assert not recovery.central_agreed
    assert queries.queue(kiosk.store).length == 2


def test_copies_that_wait_for_a_person_are_listed_at_every_start(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(printer=FakePrinter(has_counters=False))
    kiosk.printer.plan.append("lost-part")
    waiting = kiosk.buy(make_order(kiosk.ids, copies=1)).copies[0].copy.op_id
    assert kiosk.start().waiting == (waiting,)
    listed = queries.unfinished(kiosk.store)
    assert [(u.op_id, u.state, u.recovery_code) for u in listed] == [
        (waiting, State.WAIT_PERSON, "ABC234")
    ]
    assert queries.unfinished(kiosk.store, [kiosk.ids.new_id()]) == ()


def test_a_damaged_audit_chain_is_found_at_the_start(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids))

    def tamper(c):  # type: ignore[no-untyped-def]
        c.exec_driver_sql("DROP TRIGGER audit_keeps")
        c.exec_driver_sql("UPDATE audit SET row = replace(row, 'HELD', 'VOIDED') WHERE seq = 5")

    kiosk.real.write(tamper)
    assert kiosk.start().broken_audit_row == 5


def test_a_printer_that_cannot_be_emptied_is_reported(kiosk: FakeKiosk) -> None:
    kiosk.printer.clears = False
    assert not kiosk.start().printer_is_clear
