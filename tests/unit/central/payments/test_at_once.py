"""Many at the same moment: one settlement is paid once, whoever was first."""

import threading
from collections.abc import Callable
from functools import partial

import httpx
from sqlalchemy import func, select

from central.db.ids import new_id
from central.devices.caller import Caller
from central.devices.tables import DeviceState
from central.payments import desk
from central.payments.lock import SettlementClosed
from central.staff.add import add_staff
from central.staff.place import StaffPlace
from central.staff.sessions import SignedIn, signed_in
from central.staff.shifts.money import NotTaken, Payment
from central.staff.shifts.tables import DeskMovement
from central.staff.tables import Role
from kiosk.contract.staff.settlements import ReportPayment
from tests.support.central import Central
from tests.support.settlements import ANA_HAS, PATH, Cashier, balance, good, nothing_wrong
from tests.support.staff import Colleague, hired

DESKS = 4
ROUNDS = 3
CASH = Payment("01", 20_000)


def at_once(*works: Callable[[], object]) -> list[object]:
    """All at the same moment, each on a thread of its own; a refusal is a result too."""
    barrier = threading.Barrier(len(works))
    results: list[object] = [None] * len(works)

    def run(index: int) -> None:
        barrier.wait(30)
        try:
            results[index] = works[index]() or "done"
        except (SettlementClosed, NotTaken) as error:
            results[index] = error

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(50)
    assert None not in results
    return results


def asked_at_once(*works: Callable[[], httpx.Response]) -> list[httpx.Response]:
    answers = at_once(*works)
    return [answer for answer in answers if isinstance(answer, httpx.Response)]


def movements(central: Central) -> int:
    rows = select(func.count()).select_from(DeskMovement)
    return central.services.database.run(lambda db: db.scalar(rows) or 0)


def test_one_desk_takes_it_and_the_others_are_told(central: Central) -> None:
    cashiers = []
    for number in range(1, DESKS + 1):
        add_staff(central.services, f"caja{number}", "Caja", Role.CASHIER)
        cashiers.append(Cashier(central, f"caja{number}", f"C{number:02d}"))
    for number in range(1, ROUNDS + 1):
        made = cashiers[0].makes()
        taken = asked_at_once(*(partial(each.takes, made) for each in cashiers))
        told = sorted(answer.json().get("code", "") for answer in taken)
        assert told == ["", *["settlement-locked"] * (DESKS - 1)]
        paid = asked_at_once(*(partial(each.pays, made) for each in cashiers))
        assert [each.status_code for each in paid] == [each.status_code for each in taken]
        assert movements(central) == number
    assert balance(central) == ANA_HAS + 20_000 * ROUNDS
    nothing_wrong(central)


def test_the_same_payment_sent_many_times_is_one(central: Central) -> None:
    carlos = Cashier(central)
    made = carlos.makes()
    carlos.takes(made)
    answers = asked_at_once(*[partial(carlos.pays, made, given=50_000)] * DESKS)
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["receipt_number"] for answer in answers}) == 1
    assert (movements(central), balance(central)) == (1, ANA_HAS + 20_000)
    nothing_wrong(central)


def test_a_desk_and_a_bank_at_the_same_moment_credit_once(central: Central) -> None:
    """Whoever is second: the desk is refused before it keeps money, the bank's is an exception."""
    carlos, marta = Cashier(central), hired(central, "marta")
    marta.sign_in()
    for number in range(1, ROUNDS + 1):
        made = carlos.makes()
        carlos.takes(made)
        paid, told = asked_at_once(
            partial(carlos.pays, made), partial(reports, marta, made.number, made.amount)
        )
        left = good(told)["exception"]
        assert (paid.status_code == 200) is (left is not None)
        assert balance(central) == ANA_HAS + 20_000 * number
    nothing_wrong(central)


def test_unlocked_while_its_payment_arrives_it_is_paid_or_free_and_never_both(
    central: Central,
) -> None:
    """The payment was let in just before its session ended; the unlocking came just after."""
    carlos, marta = Cashier(central), hired(central, "marta")
    for _ in range(ROUNDS):
        made = carlos.makes()
        carlos.takes(made)
        cashier = who(carlos.colleague)
        central.clock.advance(301)
        marta.sign_in()
        args = (central.services, cashier, made.settlement_id, carlos.movement, CASH)
        freeing = (central.services, who(marta), made.settlement_id, "left behind")
        paid, freed = at_once(partial(desk.pay, *args), partial(desk.unlock, *freeing))
        carlos.colleague.sign_in()
        if paid == "done":
            assert isinstance(freed, SettlementClosed)
            assert carlos.finds(made.number).state == "paid"
        else:
            assert isinstance(paid, NotTaken)
            assert freed == "done"
            assert carlos.finds(made.number).state == "open"
    nothing_wrong(central)


def who(colleague: Colleague) -> SignedIn:
    """As the API knows who asks."""
    services = colleague.central.services
    if colleague.terminal is None:
        return signed_in(services, StaffPlace(None, "127.0.0.1"), colleague.session)
    device_id = colleague.terminal.identity.device_id
    place = StaffPlace(Caller(device_id, "99", "C01", DeviceState.ACTIVE, None), "127.0.0.1")
    return signed_in(services, place, colleague.session)


def reports(colleague: Colleague, reference: str, amount: int) -> httpx.Response:
    values = {"payment_id": new_id(), "reference": reference, "amount": amount}
    values["paid_on"] = colleague.central.clock().date()
    return colleague.ask(f"{PATH}/report", ReportPayment, **values)
