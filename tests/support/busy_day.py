"""One known day at desk and kiosk, for whoever reads reports of it: everything happens once.

Carlos takes two payments at C01 and gives the bigger one back, which Sofía allows; at K01 Ana buys
three certificates: one is charged and refunded (Sofía allows that too), one is decided to be void
by Sofía, one stays open. Marta gives Luis a key. Carlos counts 500 pesos too few.
"""

from dataclasses import dataclass

from central.db.ids import new_id
from central.operations.refund import refund
from central.operations.resolve import resolve
from central.operations.tables import Decision
from central.people.prepaid_key import find_holder
from central.people.tables import Holder
from central.sample import ANA
from central.staff.find import active_member
from central.staff.shifts.money import Payment, reverse, top_up
from central.staff.shifts.work import close_shift, explain, open_shift
from kiosk.identity import parse_id
from tests.support.central import Central, Terminal, enrolled
from tests.support.staff import hired

SMALL, BIG = 20_000, 100_000
BASE, COUNTED = 50_000, 69_500
WHY_BACK, WHY_REFUND = "pidió otro valor", "papel en blanco"
WHY_VOID, WHY_SHORT = "no salió el papel", "una moneda bajo la bandeja"


@dataclass(frozen=True)
class BusyDay:
    """What a report is asked with."""

    shift_id: str
    holder: Holder
    terminal: Terminal
    charged: str
    annulled: str
    held: str


def live(central: Central) -> BusyDay:
    """Live it."""
    services = central.services
    staff = services.settings.staff.model_copy(update={"refund_limit": 5_000})
    services.settings.__dict__["staff"] = staff
    sofia = hired(central, "sofia")
    identity = parse_id(ANA.id_type, ANA.id_number)
    carlos = services.database.run(lambda db: active_member(db, services.chamber, "carlos"))
    holder = services.database.run(lambda db: find_holder(db, services.chamber, identity))
    assert carlos is not None
    assert holder is not None
    shift = open_shift(services, carlos.id, "C01", BASE)
    top_up(services, "carlos", new_id(), identity, Payment("01", SMALL, 50_000))
    big = top_up(services, "carlos", new_id(), identity, Payment("03", BIG, None, "V-8812"))
    assert sofia.approve(big.id, action="reverse-top-up").status_code == 200
    reverse(services, "carlos", big.id, new_id(), WHY_BACK)
    terminal = enrolled(central, point_of_sale="K01")
    charged, annulled, held = (
        terminal.authorise(terminal.order(terminal.sign_in())).op_id for _ in range(3)
    )
    assert terminal.capture(charged).status_code == 200
    assert sofia.approve(charged).status_code == 200
    refund(services, charged, new_id(), "carlos", WHY_REFUND)
    resolve(services, annulled, Decision.VOID, "sofia", WHY_VOID)
    hired(central, "tomas")
    close_shift(services, carlos.id, {50_000: 1, 10_000: 1, 5_000: 1, 2_000: 2, 500: 1}, {}, 0)
    explain(services, carlos.id, shift.id, WHY_SHORT)
    return BusyDay(shift.id, holder, terminal, charged, annulled, held)
