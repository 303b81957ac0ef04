"""Buying: what happens to money and paper when everything works, and when one thing does not."""

from collections.abc import Callable

import pytest

from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.ports import Counters, PrinterFault
from kiosk.purchase.limits import Limits
from kiosk.purchase.operation import State
from kiosk.purchase.order import CopyPhase, PurchaseProgress, Trouble
from kiosk.store import queries
from tests.support.kiosk import (
    LOST_ANSWER,
    LOST_REQUEST,
    FakeKiosk,
    FakePrinter,
    make_certificate,
    make_order,
    problem,
)

MakeKiosk = Callable[..., FakeKiosk]


def states(kiosk: FakeKiosk) -> list[State]:
    found = queries.operations_in(kiosk.store, *State)
    return [op.state for op in found]


def test_two_copies_are_held_printed_and_charged(kiosk: FakeKiosk) -> None:
    order = make_order(kiosk.ids)
    result = kiosk.buy(order)
    assert [c.state for c in result.copies] == [State.CAPTURED, State.CAPTURED]
    assert all(c.settled and c.verification_code for c in result.copies)
    assert result.charged_pesos == kiosk.central.spent == 12_200
    assert [s.op_id for s in kiosk.printer.paper] == [c.op_id for c in order.copies]


def test_all_copies_are_held_before_the_first_is_printed(kiosk: FakeKiosk) -> None:
    held: list[int] = []
    kiosk.printer.on_print = lambda _op_id: held.append(kiosk.central.held)
    kiosk.buy(make_order(kiosk.ids))
    assert held == [12_200, 12_200]


def test_a_print_is_saved_before_its_first_byte(kiosk: FakeKiosk) -> None:
    seen: list[State] = []

    def look(op_id: str) -> None:
        found = queries.find_operation(kiosk.store, op_id)
        assert found is not None
        assert found.before == kiosk.printer.counts
        assert found.fence_first
        seen.append(found.state)

    kiosk.printer.on_print = look
    kiosk.buy(make_order(kiosk.ids))
    assert seen == [State.PRINT_STARTED, State.PRINT_STARTED]


def test_the_capture_is_queued_in_the_commit_that_says_printed(kiosk: FakeKiosk) -> None:
    kiosk.central.faults["capture"].append(LOST_REQUEST)
    result = kiosk.buy(make_order(kiosk.ids, copies=1))
    assert (result.copies[0].state, result.copies[0].settled) == (State.PRINTED, False)
    assert result.charged_pesos == 6_100
    kiosk.settle()
    assert states(kiosk) == [State.CAPTURED]


def test_the_certificate_leaves_the_disk_when_its_operation_ends(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids))
    assert [op.content for op in queries.operations_in(kiosk.store, *State)] == [None, None]


def test_the_screen_sees_every_phase_and_all_of_the_paper(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids))
    phases = {p for progress in kiosk.progress for p in progress.phases}
    assert phases == {
        CopyPhase.AUTHORISING,
        CopyPhase.WAITING,
        CopyPhase.PRINTING,
        CopyPhase.PRINTED,
    }
    fractions = [p.fraction for p in kiosk.progress]
    assert fractions == sorted(fractions)
    assert (fractions[-1], kiosk.progress[-1].remaining_s) == (1.0, 0)


def test_fence_ids_go_up_by_the_sheets_and_start_again_after_9999(kiosk: FakeKiosk) -> None:
    kiosk.start()
    kiosk.real.write(lambda c: c.exec_driver_sql("UPDATE counters SET fence_id = 9996"))
    kiosk.buy(make_order(kiosk.ids, copies=3))
    assert kiosk.printer.fences == [9997, 9999, 2]


# Authorising


def test_without_central_nothing_is_printed_and_every_copy_is_voided(kiosk: FakeKiosk) -> None:
    kiosk.start()
    kiosk.central.online = False
    before_s = kiosk.clock.monotonic()
    result = kiosk.buy(make_order(kiosk.ids))
    assert [c.state for c in result.copies] == [State.VOIDING, State.VOIDING]
    assert {c.trouble for c in result.copies} == {Trouble.CENTRAL_OFFLINE}
    assert kiosk.clock.monotonic() - before_s <= 25
    assert not kiosk.printer.paper
    kiosk.central.online = True
    kiosk.settle()
    assert states(kiosk) == [State.VOIDED, State.VOIDED]
    assert (kiosk.central.held, kiosk.central.spent) == (0, 0)


@pytest.mark.parametrize("fault", [LOST_REQUEST, LOST_ANSWER])
def test_an_authorise_without_answer_is_sent_again_byte_for_byte(
    kiosk: FakeKiosk, fault: str
) -> None:
    kiosk.central.faults["authorise"].append(fault)
    result = kiosk.buy(make_order(kiosk.ids))
    assert [c.state for c in result.copies] == [State.CAPTURED, State.CAPTURED]
    assert kiosk.central.calls.count("authorise") == 3  # the fake refuses another body
    assert len(kiosk.central.operations) == 2


def test_a_busy_central_is_asked_again(kiosk: FakeKiosk) -> None:
    kiosk.central.faults["authorise"].append(problem(ProblemCode.IN_PROGRESS, 409, retry_after_s=1))
    assert kiosk.buy(make_order(kiosk.ids)).charged_pesos == 12_200


def test_a_program_that_is_ending_stops_asking_and_voids(kiosk: FakeKiosk) -> None:
    kiosk.start()
    kiosk.central.online = False
    kiosk.pause = lambda _seconds: True
    result = kiosk.buy(make_order(kiosk.ids))
    assert {c.trouble for c in result.copies} == {Trouble.CENTRAL_OFFLINE}
    assert kiosk.central.calls.count("authorise") == 2  # once to hold, once before the void


def test_one_declined_copy_voids_the_others(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    kiosk.central.balance = 10_000
    result = kiosk.buy(make_order(kiosk.ids))
    assert [c.state for c in result.copies] == [State.VOIDED, State.DECLINED]
    assert {c.trouble for c in result.copies} == {Trouble.DECLINED_BALANCE}
    assert all(c.settled for c in result.copies)
    assert (kiosk.central.held, kiosk.printer.paper) == (0, [])


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (ProblemCode.TOKEN_EXPIRED, Trouble.TOKEN_EXPIRED),
        (ProblemCode.PRICE_CHANGED, Trouble.DECLINED_PRICE),
        (ProblemCode.NOT_SOLD, Trouble.DECLINED_OTHER),
    ],
)
def test_a_refusal_is_named_and_still_voided(
    kiosk: FakeKiosk, code: ProblemCode, trouble: Trouble
) -> None:
    kiosk.central.faults["authorise"].append(problem(code))
    result = kiosk.buy(make_order(kiosk.ids))
    assert {c.trouble for c in result.copies} == {trouble}
    assert [c.state for c in result.copies] == [State.VOIDED, State.VOIDED]
    assert kiosk.central.held == 0


def spoil_text(reply: m.Operation) -> m.Operation:
    assert reply.certificate is not None
    text = reply.certificate.content.replace("ejemplo", "EJEMPLO")
    return reply.model_copy(
        update={"certificate": reply.certificate.model_copy(update={"content": text})}
    )


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_text,
        lambda reply: reply.model_copy(update={"certificate": None}),
        lambda reply: reply.model_copy(update={"verification_code": ""}),
    ],
    ids=["another text", "no certificate", "no code"],
)
def test_a_certificate_that_is_not_centrals_own_is_never_printed(
    kiosk: FakeKiosk, spoil: Callable[[m.Operation], m.Operation]
) -> None:
    kiosk.central.faults["authorise"].append(spoil)
    result = kiosk.buy(make_order(kiosk.ids))
    assert {c.trouble for c in result.copies} == {Trouble.CERTIFICATE_DAMAGED}
    assert (kiosk.printer.paper, kiosk.central.held) == ([], 0)


def test_another_price_than_the_one_shown_is_not_accepted(kiosk: FakeKiosk) -> None:
    kiosk.central.faults["authorise"].append(lambda r: r.model_copy(update={"price": 7_000}))
    result = kiosk.buy(make_order(kiosk.ids))
    assert {c.trouble for c in result.copies} == {Trouble.DECLINED_PRICE}
    assert kiosk.central.held == 0


def test_an_answer_for_another_operation_is_no_answer(kiosk: FakeKiosk) -> None:
    other = kiosk.ids.new_id()
    kiosk.central.faults["authorise"].append(lambda r: r.model_copy(update={"op_id": other}))
    assert kiosk.buy(make_order(kiosk.ids)).charged_pesos == 12_200


# Before the paper


def test_the_printer_is_asked_for_all_of_the_paper_before_the_first_byte(kiosk: FakeKiosk) -> None:
    kiosk.buy(make_order(kiosk.ids, copies=3))
    assert kiosk.printer.preflight_mm[0] == 900


def test_without_paper_nothing_is_printed_and_the_money_is_released(kiosk: FakeKiosk) -> None:
    kiosk.printer.fault = PrinterFault.PAPER_OUT
    result = kiosk.buy(make_order(kiosk.ids))
    assert [(c.state, c.trouble, c.fault) for c in result.copies] == [
        (State.VOIDED, Trouble.PRINTER, PrinterFault.PAPER_OUT)
    ] * 2
    assert kiosk.central.held == 0


def test_a_text_the_printer_cannot_write_is_not_sold(kiosk: FakeKiosk) -> None:
    kiosk.printer.refuse_text = True
    result = kiosk.buy(make_order(kiosk.ids))
    assert {c.trouble for c in result.copies} == {Trouble.CERTIFICATE_DAMAGED}
    assert kiosk.central.held == 0


def test_a_printer_whose_counters_cannot_be_read_does_not_start(kiosk: FakeKiosk) -> None:
    kiosk.printer.counters_readable = False
    result = kiosk.buy(make_order(kiosk.ids))
    assert {c.trouble for c in result.copies} == {Trouble.PRINTER}
    assert not kiosk.printer.paper


def test_nothing_is_sold_over_a_buffer_that_is_not_proved_empty(kiosk: FakeKiosk) -> None:
    kiosk.printer.clears = False
    result = kiosk.buy(make_order(kiosk.ids))
    assert {c.trouble for c in result.copies} == {Trouble.PRINTER}
    assert not kiosk.printer.paper


def test_an_old_lease_is_renewed_before_the_next_copy(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(limits=Limits(lease_s=10))
    kiosk.printer.took_s = 15
    result = kiosk.buy(make_order(kiosk.ids))
    assert result.charged_pesos == 12_200
    assert kiosk.central.calls.count("operation") == 1


def test_the_lease_counts_from_before_the_first_send(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(limits=Limits(lease_s=4))
    kiosk.central.faults["authorise"].extend([LOST_ANSWER, LOST_ANSWER, LOST_ANSWER])
    kiosk.buy(make_order(kiosk.ids, copies=1))  # answered after pauses of 1, 2 and 4 s
    assert kiosk.central.calls.count("operation") == 1


def test_a_hold_that_is_gone_is_not_printed(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(limits=Limits(lease_s=10))
    kiosk.printer.took_s = 15

    def expire(name: str) -> None:
        if name == "operation":
            for op in kiosk.central.operations.values():
                if op.state is m.OperationState.HELD:
                    op.state = m.OperationState.EXPIRED

    kiosk.central.on_call = expire
    result = kiosk.buy(make_order(kiosk.ids))
    assert [(c.state, c.trouble) for c in result.copies] == [
        (State.CAPTURED, Trouble.NONE),
        (State.VOIDED, Trouble.LEASE_LOST),
    ]
    assert len(kiosk.printer.paper) == 1


def test_a_lease_that_cannot_be_renewed_stops_the_rest(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(limits=Limits(lease_s=10))
    kiosk.printer.took_s = 15
    kiosk.central.faults["operation"].append(LOST_ANSWER)
    result = kiosk.buy(make_order(kiosk.ids))
    assert result.copies[1].trouble is Trouble.CENTRAL_OFFLINE
    assert result.charged_pesos == kiosk.central.spent == 6_100


# Paper


def test_a_clean_failure_is_tried_again(kiosk: FakeKiosk) -> None:
    kiosk.printer.plan.extend(["clean", "retracted", "ok"])
    result = kiosk.buy(make_order(kiosk.ids, copies=1))
    assert (result.charged_pesos, kiosk.printer.fences) == (6_100, [1, 3, 5])


def test_after_three_clean_failures_the_money_goes_back(kiosk: FakeKiosk) -> None:
    kiosk.printer.plan.extend(["clean"] * 5)
    result = kiosk.buy(make_order(kiosk.ids))
    assert [c.state for c in result.copies] == [State.VOIDED, State.VOIDED]
    assert len(kiosk.printer.fences) == 3
    assert result.copies[0].fault is PrinterFault.COVER_OPEN


def test_a_printer_that_is_not_ready_again_is_not_tried_again(kiosk: FakeKiosk) -> None:
    kiosk.printer.plan.append("clean")
    kiosk.printer.preflights.extend([None, PrinterFault.COVER_OPEN])
    result = kiosk.buy(make_order(kiosk.ids))
    assert [c.state for c in result.copies] == [State.VOIDED, State.VOIDED]
    assert len(kiosk.printer.fences) == 1


def test_counters_prove_a_print_nobody_saw_the_end_of(kiosk: FakeKiosk) -> None:
    kiosk.printer.plan.append("lost-whole")
    result = kiosk.buy(make_order(kiosk.ids, copies=1))
    assert (result.copies[0].state, result.copies[0].trouble) == (State.CAPTURED, Trouble.NONE)


def test_counters_prove_that_nothing_came_out_and_it_is_tried_again(kiosk: FakeKiosk) -> None:
    kiosk.printer.plan.append("lost-none")
    result = kiosk.buy(make_order(kiosk.ids, copies=1))
    assert result.charged_pesos == kiosk.central.spent == 6_100
    assert len(kiosk.printer.paper) == 1


def test_paper_that_stopped_in_the_middle_waits_for_a_person(kiosk: FakeKiosk) -> None:
    kiosk.printer.plan.extend(["ok", "lost-part"])
    result = kiosk.buy(make_order(kiosk.ids, copies=3))
    assert [c.state for c in result.copies] == [
        State.CAPTURED,
        State.WAIT_PERSON,
        State.VOIDED,
    ]
    assert (result.copies[1].fault, result.copies[1].settled) == (PrinterFault.PAPER_OUT, False)
    assert (kiosk.central.spent, kiosk.central.held) == (6_100, 6_100)


def test_a_printer_without_counters_sends_every_interruption_to_a_person(
    make_kiosk: MakeKiosk,
) -> None:
    kiosk = make_kiosk(printer=FakePrinter(has_counters=False))
    kiosk.printer.plan.append("lost-whole")
    assert kiosk.buy(make_order(kiosk.ids, copies=1)).copies[0].state is State.WAIT_PERSON


def test_the_printer_is_emptied_before_its_counters_are_believed(kiosk: FakeKiosk) -> None:
    kiosk.start()
    kiosk.printer.plan.append("lost-none")
    kiosk.printer.clears = False
    result = kiosk.buy(make_order(kiosk.ids, copies=1))
    assert result.copies[0].state is State.WAIT_PERSON


def test_paper_that_ends_between_copies_releases_the_rest(kiosk: FakeKiosk) -> None:
    kiosk.printer.preflights.extend([None, PrinterFault.PAPER_OUT])
    result = kiosk.buy(make_order(kiosk.ids))
    assert [c.state for c in result.copies] == [State.CAPTURED, State.VOIDED]


def test_counters_are_those_of_before_the_print() -> None:
    """The fake itself: a half strip moves centimetres, and only a whole one the cutter."""
    printer = FakePrinter()
    printer.plan.append("lost-part")
    roll = printer.lay_out(make_certificate("x"))
    printer.print(roll, 1, lambda _p: None)
    assert printer.counts == Counters(cuts=10, printed_cm=515, retracts=0)


# Disk


@pytest.mark.parametrize("commit", range(1, 12))
def test_a_failing_disk_stops_the_sale_and_prints_nothing_unsaved(
    make_kiosk: MakeKiosk, commit: int
) -> None:
    kiosk = make_kiosk()
    kiosk.start()
    fail_at_commit(kiosk, commit)
    printed_states: list[State] = []

    def look(op_id: str) -> None:
        found = queries.find_operation(kiosk.store, op_id)
        assert found is not None
        printed_states.append(found.state)

    kiosk.printer.on_print = look
    result = kiosk.buy(make_order(kiosk.ids))
    stopped = Trouble.DISK in {c.trouble for c in result.copies}
    assert stopped or all(c.settled for c in result.copies)
    assert set(printed_states) <= {State.PRINT_STARTED}
    assert kiosk.real.failed == stopped


def fail_at_commit(kiosk: FakeKiosk, number: int) -> None:
    """Let SQLite run out of pages at the n-th write from now: a real SQLITE_FULL."""
    count = 0
    inner = kiosk.real.write

    def write(work):  # type: ignore[no-untyped-def]
        nonlocal count
        count += 1
        if count == number:

            def fill(c):  # type: ignore[no-untyped-def]
                work(c)
                c.exec_driver_sql("PRAGMA max_page_count = 1")
                c.exec_driver_sql("CREATE TABLE filler AS SELECT randomblob(100000) AS x")

            return inner(fill)
        return inner(work)

    kiosk.real.write = write  # type: ignore[method-assign]


def test_a_screen_that_breaks_does_not_stop_the_paper(kiosk: FakeKiosk) -> None:
    def breaks(_progress: PurchaseProgress) -> None:
        raise RuntimeError("Signal source has been deleted")

    kiosk.report = breaks
    kiosk.buy(make_order(kiosk.ids))
    assert states(kiosk) == [State.CAPTURED, State.CAPTURED]
    assert len(kiosk.printer.paper) == 2


def test_a_program_that_ends_finishes_the_copy_it_prints_and_releases_the_rest(
    kiosk: FakeKiosk,
) -> None:
    ending: list[str] = []
    kiosk.printer.on_print = ending.append
    kiosk.pause = lambda _seconds: bool(ending)
    kiosk.buy(make_order(kiosk.ids))
    assert states(kiosk) == [State.CAPTURED, State.VOIDED]
    assert (kiosk.central.spent, kiosk.central.held) == (6_100, 0)
