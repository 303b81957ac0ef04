"""What goes wrong in a hall: each ends on a screen that tells of the money; both sides agree."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection

from central.sample import ANA, BENITO
from kiosk.ports import PrinterFault
from kiosk.visit.views import View
from tests.support.hall import WAIT_S, Hall, open_hall, restarted
from tests.support.printer import CALM_JOB, CUSTOM, EPSON
from tests.support.strike import in_certificate
from tests.support.wire import Wire

FULL = 100_000
PAGE_ONE, PAGES_THREE = 6_100, 12_100


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with open_hall(tmp_path) as opened:
        yield opened


def money_agrees(hall: Hall, available: int, held: int = 0) -> None:
    """Central's balance, both journals and the paper tell the same story."""
    hall.settled()
    account = hall.account()
    assert (account.available, account.held) == (available, held)
    known = {"WAIT_PERSON": "HELD", "VOIDED": "VOIDED_BY_DEVICE"}
    ours = [known.get(op.state.value, op.state.value) for op in hall.operations()]
    assert ours == hall.central_states()
    captured = [op for op in hall.operations() if op.state.value == "CAPTURED"]
    papers = hall.certificates()
    for operation in captured:
        assert any(operation.verification_code in paper for paper in papers)
    assert sum(op.copy.price_pesos for op in captured) == FULL - available - held
    free = [op for op in hall.operations() if op.state.value in ("VOIDED", "DECLINED")]
    for operation in free:
        code = operation.verification_code
        assert not any(code and code in paper for paper in papers)


# -- bad input


def test_an_id_nobody_has_and_a_wrong_key_are_told_apart_by_nothing(hall: Hall) -> None:
    answers = []
    for number, key in (("1990000999", "Clave-2026"), (ANA.id_number, "otra-clave")):
        visitor = hall.visitor
        visitor.sees("Attract", that=lambda v: v.body.can_see_balance)
        visitor.does("start").does("choose", action="buy").types(number).does("continue")
        visitor.types(key).does("continue")
        view = visitor.sees("SecureKey", that=lambda v: v.body.key.error != "")
        answers.append(view.body.key.error)
        visitor.does("finish")
    assert answers == ["credentials-invalid"] * 2


def test_after_five_wrong_keys_the_screen_counts_the_wait_down(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.sees("Attract", that=lambda v: v.body.can_see_balance)
    visitor.does("start").does("choose", action="buy").types(ANA.id_number).does("continue")
    waits = []
    for _ in range(6):
        visitor.types("mala").does("continue")
        view = visitor.sees("SecureKey", that=lambda v: bool(v.body.key.error or v.body.key.wait_s))
        waits.append(view.body.key.wait_s)
    assert waits[:4] == [0] * 4
    assert 0 < waits[-1] <= 15
    assert visitor.types("Clave-2026").does("continue").view.screen == "SecureKey"


def test_a_wrong_prepaid_key_moves_nothing_and_the_right_one_still_works(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses("00052310", "CerMat")
    visitor.pays("0000")
    view = visitor.sees("Confirm", that=lambda v: v.body.key.error != "")
    assert (view.body.stage, view.body.key.error) == ("key", "prepaid-key-invalid")
    assert hall.account().available == FULL
    visitor.types(ANA.prepaid_key).does("continue")
    assert visitor.ends().screen == "Done"
    money_agrees(hall, FULL - PAGE_ONE)


def test_not_enough_money_is_said_before_any_key_is_asked_for(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in(BENITO)
    view = visitor.chooses("00052310", "CerMat")
    assert (view.body.error, view.body.can_pay) == ("insufficient-balance", False)
    assert visitor.does("pay").view.body.stage == "review"
    assert hall.operations() == ()


def test_money_spent_elsewhere_meanwhile_declines_the_order_whole(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses()
    _spend_elsewhere(hall, FULL - PAGE_ONE - 100)
    visitor.pays()
    view = visitor.sees("Confirm", that=lambda v: v.body.error != "" and not v.busy)
    assert view.body.error == "insufficient-balance"
    assert hall.certificates() == []


def _spend_elsewhere(hall: Hall, amount: int) -> None:
    """Somebody buys at another dispenser with the same account: copies until little is left."""
    from tests.support.central import enrolled

    terminal = enrolled(hall.central, point_of_sale="K02")
    session = terminal.sign_in()
    left = amount
    while left >= PAGE_ONE:
        copies = min(10, left // PAGE_ONE)
        order = terminal.order(session, copies)
        for index in range(1, copies + 1):
            terminal.capture(terminal.authorise(order, index).op_id)
        left -= copies * PAGE_ONE


# -- central


def test_central_down_before_the_sale_sells_nothing(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses()
    hall.server.off()
    visitor.pays()
    view = visitor.sees("Confirm", that=lambda v: v.body.error != "" and not v.busy)
    assert view.body.error == "central-offline"
    hall.server.on()
    money_agrees(hall, FULL)
    assert hall.certificates() == []


def test_central_down_while_printing_finishes_the_paper_and_reports_later(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses()
    _when_printing(hall, hall.server.off)
    visitor.pays()
    done = visitor.ends()
    assert (done.screen, done.body.reporting) == ("Done", True)
    assert done.body.charged == "$18.200"
    assert len(hall.certificates()) == 2
    hall.server.on()
    money_agrees(hall, FULL - PAGE_ONE - PAGES_THREE)


def test_without_central_the_first_screen_says_so_and_recovers_by_itself(hall: Hall) -> None:
    hall.visitor.sees("Attract", that=lambda v: v.body.can_see_balance)
    hall.server.off()
    hall.visitor.signs_in_and_fails()
    view = hall.visitor.sees("Unavailable")
    assert view.body.part == "central"
    hall.server.on()
    hall.visitor.sees("Attract")


def _when_printing(hall: Hall, act: Callable[[], None]) -> None:
    """Do something, once, as soon as the first millimetres of a certificate are on paper."""
    done = threading.Event()

    def look() -> None:
        view = hall.visitor.view
        begun = view.screen == "Printing" and view.body.copies[0].phase == "printing"
        if begun and not done.is_set():
            done.set()
            threading.Thread(target=act, daemon=True).start()

    hall.kiosk.flow.subscribe(look)


# -- printer


def test_an_unplugged_printer_is_named_before_anybody_signs_in(hall: Hall) -> None:
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    hall.paper.unplug()
    view = hall.visitor.sees("Attract", that=lambda v: not v.body.can_buy)
    assert view.body.printing == "disconnected"
    assert view.body.can_see_balance
    hall.paper.replug()
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)


def test_a_printer_unplugged_before_payment_stops_the_payment(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses()
    hall.paper.unplug()
    view = visitor.sees("Confirm", that=lambda v: not v.body.can_pay)
    assert view.body.paper == "disconnected"
    money_agrees(hall, FULL)


def test_a_printer_unplugged_in_the_middle_is_left_to_a_person(tmp_path: Path) -> None:
    with open_hall(tmp_path, speed=4.0) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses()
        in_certificate(hall.paper, hall.paper.unplug)
        visitor.pays()
        view = visitor.ends()
        _is_told_as_unknown(hall, view)
        money_agrees(hall, FULL - PAGE_ONE, held=PAGE_ONE)


def test_paper_out_in_the_second_copy_holds_and_goes_on(tmp_path: Path) -> None:
    patient = replace(CALM_JOB, hold_s=WAIT_S)
    with open_hall(tmp_path, limits=patient, speed=10.0) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses()
        in_certificate(hall.paper, hall.paper.paper_out, number=2)
        visitor.pays()
        view = visitor.sees("Printing", that=lambda v: v.body.waiting_for != "")
        assert view.body.waiting_for == PrinterFault.PAPER_OUT
        hall.paper.load_paper()
        assert visitor.ends().screen == "Done"
        money_agrees(hall, FULL - PAGE_ONE - PAGES_THREE)
        assert len(hall.certificates()) == 2


def test_paper_out_in_the_second_copy_and_nobody_comes(tmp_path: Path) -> None:
    with open_hall(tmp_path, speed=10.0) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses()
        in_certificate(hall.paper, hall.paper.paper_out, number=2)
        visitor.pays()
        view = visitor.ends()
        assert view.screen == "Failure"
        assert (view.body.code, view.body.money) == ("PRN-02", "held_unknown")
        assert view.body.charged == "$6.100"
        assert len(hall.certificates()) == 1, hall.operations()[0].evidence
        money_agrees(hall, FULL - PAGE_ONE - PAGES_THREE, held=PAGES_THREE)


def test_no_paper_before_the_first_byte_releases_everything(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses()
    hall.paper.paper_out()
    visitor.pays()
    view = visitor.sees("Failure", "Confirm", that=lambda v: not v.busy)
    assert hall.certificates() == []
    if view.screen == "Failure":
        assert view.body.money == "not_charged"
    money_agrees(hall, FULL)


def _is_told_as_unknown(hall: Hall, view: View) -> None:
    assert view.screen == "Failure"
    assert view.body.money == "held_unknown"
    assert len(view.body.recovery_code) == 6
    assert hall.certificates() == []


# -- the machine itself


@pytest.mark.parametrize("profile", [EPSON, CUSTOM])
def test_a_process_killed_while_printing_leaves_money_and_paper_to_agree(
    tmp_path: Path, profile: str
) -> None:
    with open_hall(tmp_path, profile=profile, speed=4.0) as hall:
        with _purchase(hall) as process:
            in_certificate(hall.paper, process.kill)
            assert process.wait(WAIT_S) == -signal.SIGKILL
        with restarted(hall) as back:
            _recovery_told_the_truth(back)


def _recovery_told_the_truth(hall: Hall) -> None:
    """The model with counters may prove that its buffer still came out; else a person decides."""
    if hall.kiosk.machine.recovery.printed:
        assert len(hall.certificates()) == 1, [
            (s.complete, s.length_mm, s.text[-300:]) for s in hall.paper.strips
        ] + [hall.operations()[0].evidence, hall.operations()[0].length_mm]
        money_agrees(hall, FULL - PAGE_ONE)
        return
    assert len(hall.kiosk.machine.recovery.waiting) == 1
    money_agrees(hall, FULL - PAGE_ONE, held=PAGE_ONE)
    hall.reported()
    body = hall.visitor.finds_the_interrupted().body
    assert (body.line.state, len(body.line.recovery_code)) == ("waiting", 6)


def test_a_process_killed_in_the_second_copy_keeps_the_first_one_paid(tmp_path: Path) -> None:
    with open_hall(tmp_path, speed=4.0) as hall:
        with _purchase(hall) as process:
            in_certificate(hall.paper, process.kill, number=2)
            assert process.wait(WAIT_S) == -signal.SIGKILL
        with restarted(hall) as back:
            assert [op.state.value for op in back.operations()] == ["CAPTURED", "WAIT_PERSON"]
            money_agrees(back, FULL - PAGE_ONE - PAGES_THREE, held=PAGES_THREE)


@pytest.mark.parametrize(
    ("moment", "papers"),
    [("before-authorise", 0), ("authorise-answered", 0), ("held", 0), ("before-capture", 2)],
)
def test_a_process_killed_around_the_printing_charges_for_what_is_on_paper(
    tmp_path: Path, moment: str, papers: int
) -> None:
    with open_hall(tmp_path) as hall:
        with _purchase(hall, moment) as process:
            assert process.wait(WAIT_S) == -signal.SIGKILL
        with restarted(hall) as back:
            assert back.kiosk.store.after_crash
            assert len(back.certificates()) == papers
            money_agrees(back, FULL - (PAGE_ONE + PAGES_THREE if papers else 0))


def test_told_to_end_while_printing_it_finishes_the_copy_and_releases_the_rest(
    tmp_path: Path,
) -> None:
    # As slow as a real printer: the process has the rest of a copy to hear that it is told to end.
    with open_hall(tmp_path, speed=1.0) as hall:
        with _purchase(hall, "window") as process:
            in_certificate(hall.paper, process.terminate)
            assert process.wait(WAIT_S) == 0
        with restarted(hall) as back:
            assert not back.kiosk.store.after_crash
            assert [op.state.value for op in back.operations()] == ["CAPTURED", "VOIDED"]
            assert len(back.certificates()) == 1
            money_agrees(back, FULL - PAGE_ONE)


def test_a_kiosk_that_starts_without_central_says_so_and_settles_when_it_is_back(
    hall: Hall,
) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses()
    _when_printing(hall, hall.server.off)
    visitor.pays()
    assert visitor.ends().body.reporting
    hall.kiosk.stop()
    with restarted(hall) as back:
        assert not back.kiosk.machine.recovery.central_agreed
        assert back.visitor.sees("Unavailable").body.part == "central"
        hall.server.on()
        back.visitor.sees("Attract")
        money_agrees(back, FULL - PAGE_ONE - PAGES_THREE)


def test_a_full_disk_stops_the_sale_and_lets_the_machine_start_anew(hall: Hall) -> None:
    visitor = hall.visitor
    visitor.signs_in()
    visitor.chooses()
    asked_to_end = threading.Event()
    hall.kiosk.watch(asked_to_end.set)
    _fill_the_disk(hall)
    visitor.pays()
    view = visitor.ends()
    assert (view.screen, view.body.code, view.body.money) == ("Failure", "DSK-01", "not_charged")
    assert not asked_to_end.is_set()
    visitor.does("finish")
    assert visitor.sees("Unavailable").body.part == "disk"
    assert asked_to_end.wait(WAIT_S)
    assert hall.certificates() == []
    assert hall.account().available == FULL


def _fill_the_disk(hall: Hall) -> None:
    """The next order that is saved needs more pages than there are: SQLite itself says full."""
    for statement in (
        "CREATE TABLE filler (bytes BLOB)",
        "CREATE TEMP TRIGGER full AFTER INSERT ON orders "
        "BEGIN INSERT INTO filler VALUES (zeroblob(1000000)); END",
        "PRAGMA max_page_count = 1",
    ):
        hall.kiosk.store.write(partial(_run, statement))


def _run(statement: str, connection: Connection) -> None:
    connection.exec_driver_sql(statement)


# -- the wire


def test_a_hold_whose_answer_was_lost_once_is_asked_for_again_and_held_once(
    tmp_path: Path,
) -> None:
    with Wire() as wire, open_hall(tmp_path, wire=wire) as hall:
        wire.loses = lambda path: path.endswith("authorise") and not wire.lost
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses()
        visitor.pays()
        assert visitor.ends().screen == "Done"
        assert len(wire.lost) == 1
        money_agrees(hall, FULL - PAGE_ONE - PAGES_THREE)


def test_holds_whose_answers_are_all_lost_are_given_back_and_the_screen_says_so(
    tmp_path: Path,
) -> None:
    with Wire() as wire, open_hall(tmp_path, wire=wire) as hall:
        wire.loses = lambda path: path.endswith("authorise")
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses()
        visitor.pays()
        view = visitor.ends()
        assert set(wire.lost) == {"/v1/operations/authorise"}
        assert (view.screen, view.body.code) == ("Failure", "NET-01")
        assert (view.body.money, view.body.charged) == ("release_pending", "$0")
        assert hall.certificates() == []
        wire.loses = lambda _path: False
        money_agrees(hall, FULL)


@contextmanager
def _purchase(hall: Hall, moment: str = "never") -> Iterator["subprocess.Popen[bytes]"]:
    """A process buys in the place of the hall's kiosk; it is dead afterwards."""
    hall.kiosk.stop()
    command = [sys.executable, "-m", "tests.support.purchase_process", str(hall.folder / "kiosk")]
    process = subprocess.Popen(
        [*command, hall.server.url, hall.paper.device_path, hall.profile, moment]
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(WAIT_S)
