"""A cashier's day over HTTP: the drawer, the ledger and the paper say the same."""

from typing import Any

import httpx
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from central.db.ids import new_id
from central.ledger.statement import verify
from central.operations.consistency import contradictions
from central.records.tables import AuditEntry
from central.sample import BENITO
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import identity as i
from kiosk.contract.staff import shifts as s
from tests.support.central import Central, enrolled
from tests.support.staff import Colleague, hired

SHIFTS = "/v1/staff/shifts"
ANA = {"account_id_type": "CC", "account_id_number": "1990000001"}
BASE = 50_000


@pytest.fixture
def carlos(central: Central) -> Colleague:
    """The cashier, at a paired desk."""
    colleague = hired(central, "carlos", enrolled(central, point_of_sale="C01"))
    colleague.sign_in()
    return colleague


def good(answer: httpx.Response) -> Any:
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def open_shift(colleague: Colleague, base: int = BASE) -> str:
    found: str = good(colleague.ask(f"{SHIFTS}/open", s.OpenShift, base=base))["shift_id"]
    return found


def top_up(colleague: Colleague, amount: int, form: str = "01", **more: Any) -> httpx.Response:
    values = {"top_up_id": new_id(), **ANA, "payment_form": form, "amount": amount}
    if form != "01":
        values["reference"] = "V-123"
    return colleague.ask(f"{SHIFTS}/top-up", s.TopUp, **(values | more))


def reverse(colleague: Colleague, top_up_id: str, **more: Any) -> httpx.Response:
    values = {"reversal_id": new_id(), "top_up_id": top_up_id}
    return colleague.ask(f"{SHIFTS}/reverse", s.ReverseTopUp, **(values | more))


def approve(colleague: Colleague, top_up_id: str) -> httpx.Response:
    return colleague.approve(top_up_id, action="reverse-top-up")


def close(colleague: Colleague, cash: dict[int, int], cards: int = 0) -> s.ShiftClosed:
    values: dict[str, Any] = {
        "pieces": tuple({"denomination": each, "count": count} for each, count in cash.items()),
        "unsent": 2,
    }
    if cards:
        values["vouchers"] = ({"payment_form": "03", "pesos": cards},)
    return s.ShiftClosed.model_validate(
        good(colleague.ask(f"{SHIFTS}/close", s.CloseShift, **values))
    )


def balance(central: Central) -> int:
    terminal = enrolled(central)
    return terminal.account(terminal.sign_in()).available


def nothing_wrong(central: Central) -> None:
    database = central.services.database
    assert database.run(verify) == []
    assert database.run(lambda db: contradictions(db, "99")) == []


def test_a_whole_day_with_a_planted_difference(carlos: Colleague, central: Central) -> None:
    shift_id = open_shift(carlos)
    first = good(top_up(carlos, 20_000, given=50_000))
    assert (first["receipt_number"], first["change"]) == (1, 30_000)
    big = good(top_up(carlos, 100_000))
    good(top_up(carlos, 30_000, "03"))
    assert balance(central) == 250_000
    sofia = hired(central, "sofia")
    assert refused(reverse(carlos, big["top_up_id"])) == (409, "approval-needed")
    assert approve(sofia, big["top_up_id"]).status_code == 200
    carlos.sign_in()
    back = good(reverse(carlos, big["top_up_id"]))
    assert (back["amount"], back["payment_form"], back["receipt_number"]) == (100_000, "01", 4)
    assert balance(central) == 150_000
    closed = close(carlos, {50_000: 1, 10_000: 1, 5_000: 1, 2_000: 2, 500: 1}, cards=30_000)
    assert [(each.payment_form, each.expected, each.difference) for each in closed.forms] == [
        ("01", BASE + 20_000, -500),
        ("03", 30_000, 0),
    ]
    assert (closed.number, closed.kind, closed.unsent) == (1, "counted", 2)
    values = {"shift_id": shift_id, "reason": "one coin under the tray"}
    explained = good(carlos.ask(f"{SHIFTS}/explain", s.ExplainShift, **values))
    assert explained["explained"] == "one coin under the tray"
    assert refused(carlos.ask(f"{SHIFTS}/explain", s.ExplainShift, **values)) == (
        409,
        "not-possible",
    )
    nothing_wrong(central)
    sofia.sign_in()
    (seen,) = good(sofia.ask(f"{SHIFTS}/list", s.ListShifts))["shifts"]
    assert (seen["login"], seen["place"], len(seen["closes"])) == ("carlos", "C01", 1)


def test_the_count_is_blind(carlos: Colleague) -> None:
    """Nothing the cashier may ask tells what should be in the drawer."""
    open_shift(carlos)
    good(top_up(carlos, 20_000))
    assert refused(carlos.ask(f"{SHIFTS}/list", s.ListShifts)) == (403, "not-entitled")
    again = carlos.ask(f"{SHIFTS}/open", s.OpenShift, base=0)
    assert refused(again) == (409, "not-possible")
    assert close(carlos, {}).forms[0].difference == -BASE - 20_000
    assert refused(carlos.ask(f"{SHIFTS}/close", s.CloseShift, pieces=())) == (409, "not-possible")


def test_without_a_shift_no_money_moves(carlos: Colleague, central: Central) -> None:
    assert refused(top_up(carlos, 20_000)) == (409, "not-possible")
    open_shift(carlos)
    made = good(top_up(carlos, 20_000))
    close(carlos, {20_000: 1, 50_000: 1})
    assert refused(top_up(carlos, 20_000)) == (409, "not-possible")
    assert refused(reverse(carlos, made["top_up_id"])) == (409, "not-possible")
    assert balance(central) == 120_000


def test_a_repeated_top_up_is_one_top_up(carlos: Colleague, central: Central) -> None:
    open_shift(carlos)
    same = {"top_up_id": new_id()}
    first = good(top_up(carlos, 20_000, **same))
    assert good(top_up(carlos, 20_000, **same)) == first
    assert refused(top_up(carlos, 21_000, **same)) == (409, "not-possible")
    assert refused(top_up(carlos, 20_000, "03", **same)) == (409, "not-possible")
    assert balance(central) == 120_000


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 999},
        {"amount": 5_000_001},
        {"given": 19_999},
        {"payment_form": "03", "reference": ""},
    ],
    ids=lambda wrong: "-".join(wrong),
)
def test_what_cannot_be_paid_is_refused(office: Central, wrong: dict[str, Any]) -> None:
    carlos = hired(office, "carlos")
    carlos.sign_in()
    open_shift(carlos)
    assert refused(top_up(carlos, **({"amount": 20_000} | wrong))) == (409, "not-possible")
    nobody = {"account_id_number": "1990009999"}
    assert refused(top_up(carlos, 20_000, **nobody)) == (404, "account-unknown")
    assert good(top_up(carlos, 20_000))["receipt_number"] == 1


def test_a_reversal_is_made_once_and_never_of_spent_money(
    carlos: Colleague, central: Central
) -> None:
    open_shift(carlos)
    made = good(top_up(carlos, 15_000))["top_up_id"]
    same = {"reversal_id": new_id()}
    first = good(reverse(carlos, made, **same))
    assert good(reverse(carlos, made, **same)) == first
    assert refused(reverse(carlos, made)) == (409, "not-possible")
    assert refused(reverse(carlos, first["reversal_id"])) == (409, "not-possible")
    assert balance(central) == 100_000
    his: dict[str, Any] = {"account_id_type": BENITO.id_type, "account_id_number": BENITO.id_number}
    spent = good(top_up(carlos, 2_000, **his))["top_up_id"]
    terminal = enrolled(central)
    session = terminal.sign_in(BENITO)
    held = terminal.authorise(terminal.order(session, prepaid_key=BENITO.prepaid_key, **his))
    assert refused(reverse(carlos, spent)) == (409, "not-possible")  # held is not there either
    terminal.capture(held.op_id)
    assert refused(reverse(carlos, spent)) == (409, "not-possible")
    nothing_wrong(central)


def test_nobody_approves_their_own_reversal(central: Central) -> None:
    sofia = hired(central, "sofia")
    sofia.sign_in()
    open_shift(sofia)
    made = good(top_up(sofia, 100_000))["top_up_id"]
    assert approve(sofia, made).status_code == 200
    sofia.sign_in()
    assert refused(reverse(sofia, made)) == (409, "approval-needed")
    carlos = hired(central, "carlos")
    assert refused(approve(carlos, made)) == (403, "not-entitled")
    marta = hired(central, "marta")
    assert marta.approve(made).status_code == 200  # a refund's approval is none for a reversal
    sofia.sign_in()
    assert refused(reverse(sofia, made)) == (409, "approval-needed")
    approve(marta, made)
    sofia.sign_in()
    good(reverse(sofia, made))


def test_an_administrator_opens_a_closed_shift_again(carlos: Colleague, central: Central) -> None:
    shift_id = open_shift(carlos)
    close(carlos, {50_000: 1})
    marta = hired(central, "marta")
    marta.sign_in()
    values = {"shift_id": shift_id, "reason": "forgot a top-up"}
    carlos.sign_in()
    assert refused(carlos.ask(f"{SHIFTS}/reopen", s.ReopenShift, **values)) == (
        403,
        "not-entitled",
    )
    good(marta.ask(f"{SHIFTS}/reopen", s.ReopenShift, **values))
    assert refused(marta.ask(f"{SHIFTS}/reopen", s.ReopenShift, **values)) == (
        409,
        "not-possible",
    )
    good(top_up(carlos, 20_000))
    second = close(carlos, {50_000: 1, 20_000: 1})
    assert (second.number, second.shift_id, second.forms[0].difference) == (2, shift_id, 0)
    later = open_shift(carlos)
    assert later != shift_id
    assert refused(marta.ask(f"{SHIFTS}/reopen", s.ReopenShift, **values)) == (
        409,
        "not-possible",
    )
    rows = select(AuditEntry.detail).where(AuditEntry.action == "shift-reopened")
    assert central.services.database.run(lambda db: list(db.scalars(rows))) == ["forgot a top-up"]


def test_its_cashier_sees_who_opened_it_again_and_why(carlos: Colleague, central: Central) -> None:
    shift_id = open_shift(carlos)
    assert good(carlos.ask(f"{SHIFTS}/own", t.FindOwnShift))["shift"]["reopened"] is None
    close(carlos, {50_000: 1})
    (mine,) = good(carlos.ask(f"{SHIFTS}/mine", s.ListOwnShifts))["shifts"]
    assert (mine["shift_id"], mine["reopened"], len(mine["closes"])) == (shift_id, [], 1)
    marta = hired(central, "marta")
    marta.sign_in()
    for reason in ("forgot a top-up", "and another one"):
        good(marta.ask(f"{SHIFTS}/reopen", s.ReopenShift, shift_id=shift_id, reason=reason))
        carlos.sign_in()
        told = good(carlos.ask(f"{SHIFTS}/own", t.FindOwnShift))["shift"]["reopened"]
        assert (told["by"], told["reason"]) == ("marta", reason)
        close(carlos, {50_000: 1})
    (seen,) = good(marta.ask(f"{SHIFTS}/list", s.ListShifts))["shifts"]
    assert [each["reason"] for each in seen["reopened"]] == ["forgot a top-up", "and another one"]
    assert [each["number"] for each in seen["closes"]] == [1, 2, 3]


def test_nobody_lists_anybody_elses_shifts_as_their_own(
    carlos: Colleague, central: Central
) -> None:
    open_shift(carlos)
    sofia = hired(central, "sofia")
    sofia.sign_in()
    assert good(sofia.ask(f"{SHIFTS}/mine", s.ListOwnShifts))["shifts"] == []
    assert len(good(sofia.ask(f"{SHIFTS}/list", s.ListShifts))["shifts"]) == 1


def test_a_recomputed_close_stands_beside_the_counted_one(
    carlos: Colleague, central: Central
) -> None:
    shift_id = open_shift(carlos)
    good(top_up(carlos, 20_000))
    closed = close(carlos, {50_000: 1, 20_000: 1})
    sofia = hired(central, "sofia")
    sofia.sign_in()
    values = {"shift_id": shift_id}
    same = good(sofia.ask(f"{SHIFTS}/recompute", s.RecomputeShift, **values))
    assert same["number"] == closed.number
    forget_the_line(central)
    later = good(sofia.ask(f"{SHIFTS}/recompute", s.RecomputeShift, **values))
    assert (later["number"], later["kind"]) == (2, "recomputed")
    assert later["forms"][0]["difference"] == 0
    assert later["forms"][0]["expected"] == BASE + 20_000


def forget_the_line(central: Central) -> None:
    """As if the close had been made before the last top-up arrived."""
    early = text("UPDATE shift_closes SET lines = '[[\"01\", 50000, 70000]]'")
    central.services.database.run(lambda db: db.execute(early))


def test_a_movement_at_the_desk_is_never_changed(carlos: Colleague, central: Central) -> None:
    open_shift(carlos)
    good(top_up(carlos, 20_000))
    for change in ("UPDATE desk_movements SET amount = 1", "DELETE FROM desk_movements"):
        with pytest.raises(DBAPIError, match="append-only"):
            run_sql(central, change)


def run_sql(central: Central, sql: str) -> None:
    central.services.database.run(lambda db: db.execute(text(sql)))


def test_a_desk_that_contradicts_the_ledger_is_found(carlos: Colleague, central: Central) -> None:
    open_shift(carlos)
    good(top_up(carlos, 20_000))
    nothing_wrong(central)
    database = central.services.database
    moved = text(
        "UPDATE ledger_accounts SET holder = '02' WHERE kind = 'cash_in' AND holder = '01'"
    )
    database.run(lambda db: db.execute(moved))
    jumped = text("UPDATE counters SET value = 7 WHERE name = 'desk:C01'")
    database.run(lambda db: db.execute(jumped))
    found = database.run(lambda db: contradictions(db, "99"))
    assert [line.split(":")[0] for line in found] == [
        "money at the desk that the ledger has otherwise",
        "desk receipts with a gap",
    ]


def test_signing_out_leaves_the_shift_open(carlos: Colleague) -> None:
    open_shift(carlos)
    carlos.ask("/v1/staff/sessions/close", i.CloseStaffSession)
    carlos.sign_in()
    assert good(top_up(carlos, 20_000))["receipt_number"] == 1
