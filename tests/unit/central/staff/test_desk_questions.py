"""What a desk may ask before and after it moves money."""

from typing import Any

from sqlalchemy import select

from central.db.ids import new_id
from central.records.tables import AuditEntry
from central.sample import ANA, EL_NOGAL
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import shifts as s
from tests.support.central import Central, enrolled
from tests.support.staff import Colleague, hired

STAFF = "/v1/staff"


def at_the_desk(central: Central) -> Colleague:
    carlos = hired(central, "carlos", enrolled(central, point_of_sale="C01"))
    carlos.sign_in()
    assert carlos.ask(f"{STAFF}/shifts/open", s.OpenShift, base=50_000).status_code == 200
    return carlos


def paid(colleague: Colleague, amount: int = 20_000) -> str:
    made = new_id()
    answer = colleague.ask(
        f"{STAFF}/shifts/top-up",
        s.TopUp,
        top_up_id=made,
        account_id_type=ANA.id_type,
        account_id_number=ANA.id_number,
        payment_form="01",
        amount=amount,
        given=50_000,
    )
    assert answer.status_code == 200, answer.text
    return made


def look(colleague: Colleague, **who: Any) -> t.DeskAccount:
    answer = colleague.ask(f"{STAFF}/accounts/find", t.FindAccount, **who)
    assert answer.status_code == 200, answer.text
    return t.DeskAccount.model_validate_json(answer.content)


def find(colleague: Colleague, movement_id: str) -> t.DeskMovement | int:
    answer = colleague.ask(f"{STAFF}/movements/find", t.FindMovement, movement_id=movement_id)
    if answer.status_code != 200:
        return int(answer.status_code)
    return t.DeskMovement.model_validate_json(answer.content)


def test_ones_own_shift_tells_its_base_and_nothing_of_what_came_in(central: Central) -> None:
    carlos = at_the_desk(central)
    paid(carlos)
    found = carlos.ask(f"{STAFF}/shifts/own", t.FindOwnShift).json()
    assert found["shift"].keys() == {"shift_id", "opened_at", "base", "reopened"}
    assert found["shift"]["base"] == 50_000
    sofia = hired(central, "sofia")
    sofia.sign_in()
    assert sofia.ask(f"{STAFF}/shifts/own", t.FindOwnShift).json() == {"shift": None}


def test_an_account_is_masked_counted_and_the_look_is_in_the_trail(central: Central) -> None:
    carlos = at_the_desk(central)
    made = paid(carlos)
    seen = look(carlos, id_type=ANA.id_type, id_number=ANA.id_number)
    assert (seen.holder_name, seen.available, seen.held) == ("A••• R•••••", 120_000, 0)
    assert [each.movement_id for each in seen.payments] == [made]
    assert [each.amount for each in seen.lines] == [20_000, 100_000]
    assert not {"Ana", "Rojas"} & set(seen.model_dump_json().split('"'))
    company = look(carlos, id_type=EL_NOGAL.id_type, id_number=EL_NOGAL.id_number)
    assert (company.holder_name, company.payments) == (EL_NOGAL.full_name, ())
    assert company.holder_id_number == EL_NOGAL.id_number
    rows = select(AuditEntry.subject).where(AuditEntry.action == "account-seen")
    assert len(central.services.database.run(lambda db: list(db.scalars(rows)))) == 2


def test_nobodys_account_is_unknown(central: Central) -> None:
    carlos = at_the_desk(central)
    for number in ("1990009999", "1"):
        answer = carlos.ask(f"{STAFF}/accounts/find", t.FindAccount, id_type="CC", id_number=number)
        assert (answer.status_code, answer.json()["code"]) == (404, "account-unknown")


def test_what_became_of_a_movement(central: Central) -> None:
    carlos = at_the_desk(central)
    assert find(carlos, new_id()) == 404
    made = paid(carlos)
    found = find(carlos, made)
    assert isinstance(found, t.DeskMovement)
    assert (found.kind, found.place, found.receipt_number) == ("top_up", "C01", 1)
    assert (found.amount, found.given, found.cashier) == (20_000, 50_000, "carlos")
    assert not found.reversed
    back = new_id()
    answer = carlos.ask(f"{STAFF}/shifts/reverse", s.ReverseTopUp, reversal_id=back, top_up_id=made)
    assert answer.status_code == 200
    taken = find(carlos, made)
    assert isinstance(taken, t.DeskMovement)
    assert taken.reversed
    reversal = find(carlos, back)
    assert isinstance(reversal, t.DeskMovement)
    assert (reversal.kind, reversal.reverses, reversal.reversed) == ("reversal", made, False)


def test_only_the_desk_looks_at_accounts(central: Central) -> None:
    for login in ("tomas", "marta"):
        other = hired(central, login)
        other.sign_in()
        answer = other.ask(
            f"{STAFF}/accounts/find", t.FindAccount, id_type="CC", id_number="1990000001"
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "not-entitled")
