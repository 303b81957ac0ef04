"""Random days of a cashier: what the close expects is what the ledger moved and the drawer holds.

Beside the product runs a drawer of its own that knows nothing of ledgers: money handed over goes
in, change and reversed money goes out. At the end of the day it is counted, rightly or with a
planted difference, and the close must say exactly that.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from central.db.engine import make_engine
from central.db.ids import new_id
from central.ledger.accounts import available, find_account
from central.ledger.statement import verify
from central.ledger.tables import Account, AccountKind
from central.operations.consistency import contradictions
from central.payments.desk import let_go, pay, take
from central.payments.make import Wanted, make
from central.payments.reported import Reported, report
from central.sample import ANA
from central.staff.find import active_member
from central.staff.place import StaffPlace
from central.staff.sessions import SignedIn
from central.staff.shifts.count import CASH, DENOMINATIONS
from central.staff.shifts.money import NotTaken, Payment, reverse, top_up
from central.staff.shifts.work import close_shift, lines_of, open_shift
from kiosk.identity import parse_id
from tests.proofs.desk_sales import Fate, Seller
from tests.proofs.outcome import Outcome
from tests.support.central import Central, fresh_database, make_central

T = TypeVar("T")
UNIT = 50
"""The smallest coin; every amount at a desk is a multiple of it."""
_DAYS_A_BATCH = 200
_MEMORY = Path("/dev/shm")
_OTHER_FORMS = ("02", "03", "04", "06")


@dataclass(frozen=True)
class Paid:
    """A customer pays ``units`` of 50 pesos, handing over ``more`` units than asked for in cash."""

    form: str
    units: int
    more: int = 0


@dataclass(frozen=True)
class Back:
    """Somebody wants a payment of this day back: the so-manieth."""

    number: int


@dataclass(frozen=True)
class Settled:
    """A settlement is made and taken; then paid (perhaps sent twice), or let go and paid too late.

    ``again``: a bank reports it besides, which is an exception and moves nothing.
    """

    paid: Paid
    let_go: bool = False
    twice: bool = False
    again: bool = False


@dataclass(frozen=True)
class Sale:
    """Certificates are sold for money; what comes out of the printer is another matter."""

    form: str
    copies: int
    more: int
    fate: Fate
    twice: bool


@dataclass(frozen=True)
class Day:
    """What happens, and by how many coins the cashier miscounts."""

    base_units: int
    events: tuple[Paid | Back | Settled | Sale, ...]
    miscount: int


def days() -> st.SearchStrategy[Day]:
    """Any day, quiet or busy, with any mistake at its end."""
    units = st.integers(20, 100_000)
    paid = st.one_of(
        st.builds(Paid, form=st.just(CASH), units=units, more=st.integers(0, 2_000)),
        st.builds(Paid, form=st.sampled_from(_OTHER_FORMS), units=units),
    )
    settled = st.builds(
        Settled, paid=paid, let_go=st.booleans(), twice=st.booleans(), again=st.booleans()
    )
    back = st.builds(Back, number=st.integers(0, 9))
    sale = st.builds(
        Sale,
        form=st.sampled_from((CASH, *_OTHER_FORMS)),
        copies=st.integers(1, 3),
        more=st.integers(0, 2_000).map(lambda coins: coins * UNIT),
        fate=st.sampled_from(("printed", "part", "blank", "given-back")),
        twice=st.booleans(),
    )
    events = st.lists(paid | back | settled | sale, max_size=12)
    return st.builds(
        Day,
        base_units=st.integers(0, 10_000),
        events=events.map(tuple),
        miscount=st.just(0) | st.integers(-20, 20),
    )


@dataclass
class Drawer:
    """What lies in front of the cashier, in pesos, and the vouchers under the tray."""

    cash: int
    vouchers: Counter[str] = field(default_factory=Counter)

    def take(self, paid: Paid) -> None:
        """Money in, change out."""
        if paid.form == CASH:
            self.cash += (paid.units + paid.more) * UNIT
            self.cash -= paid.more * UNIT
        else:
            self.vouchers[paid.form] += paid.units * UNIT

    def give_back(self, paid: Paid) -> None:
        """The money of a payment, in the form it came."""
        if paid.form == CASH:
            self.cash -= paid.units * UNIT
        else:
            self.vouchers[paid.form] -= paid.units * UNIT


class Desk:
    """One cashier of a central, day after day."""

    def __init__(self, central: Central) -> None:
        self.central = central
        self._services = central.services
        self._holder = parse_id(ANA.id_type, ANA.id_number)
        staff = self._services.settings.staff.model_copy(update={"reversal_limit": 10**12})
        self._services.settings.__dict__["staff"] = staff
        member = self._run(lambda db: active_member(db, "99", "carlos"))
        assert member is not None
        self._staff_id = member.id
        self._who = SignedIn(
            member.id, member.login, member.role, new_id(), StaffPlace(None, "127.0.0.1")
        )
        self._seller = Seller(central, member.login, self._holder)

    def live(self, day: Day) -> list[str]:
        """Live a day; everything about it that is not as it should be."""
        drawer, before = Drawer(day.base_units * UNIT), self._ledger()
        balance = self._balance()
        open_shift(self._services, self._staff_id, "C01", drawer.cash)
        taken: list[tuple[str, Paid] | None] = []
        for event in day.events:
            balance += self._happen(event, drawer, taken)
        close = close_shift(
            self._services,
            self._staff_id,
            pieces_of(drawer.cash + max(day.miscount * UNIT, -drawer.cash)),
            {form: pesos for form, pesos in drawer.vouchers.items() if pesos},
            0,
        )
        told = {line.form: line for line in lines_of(close)}
        moved = {form: pesos - before[form] for form, pesos in self._ledger().items()}
        wrong = []
        for form in (CASH, *_OTHER_FORMS):
            line = told.get(form)
            expected, counted = (line.expected, line.counted) if line else (0, 0)
            base = close.base if form == CASH else 0
            held = drawer.cash if form == CASH else drawer.vouchers[form]
            mistake = max(day.miscount * UNIT, -drawer.cash) if form == CASH else 0
            if expected != base + moved.get(form, 0):
                wrong.append(f"{form}: expected {expected}, the ledger moved {moved.get(form, 0)}")
            if expected != held:
                wrong.append(f"{form}: expected {expected}, the drawer holds {held}")
            if counted - expected != mistake:
                wrong.append(f"{form}: {counted - expected} told, {mistake} planted")
        if self._balance() != balance:
            wrong.append(f"the account has {self._balance()}, should have {balance}")
        return wrong

    def audit(self) -> list[str]:
        """The whole book at the end."""
        found = [str(each) for each in self._run(verify)]
        return found + self._run(lambda db: contradictions(db, "99"))

    def _happen(
        self,
        event: Paid | Back | Settled | Sale,
        drawer: Drawer,
        taken: list[tuple[str, Paid] | None],
    ) -> int:
        """One event at the desk; by how much the customer's account changed."""
        match event:
            case Paid(units=units):
                made = top_up(self._services, "carlos", new_id(), self._holder, payment_of(event))
                taken.append((made.id, event))
                drawer.take(event)
                return units * UNIT
            case Settled():
                return self._settle(event, drawer, taken)
            case Sale():
                return self._sell(event, drawer, taken)
            case Back(number=number):
                found = taken[number] if number < len(taken) else None
                top_up_id = found[0] if found else new_id()
                try:
                    reverse(self._services, "carlos", top_up_id, new_id(), "asked for")
                except NotTaken:
                    assert found is None, "a fresh payment can be given back"
                    return 0
                assert found is not None, "nothing was there to give back"
                taken[number] = None
                drawer.give_back(found[1])
                return -found[1].units * UNIT

    def _settle(self, event: Settled, drawer: Drawer, taken: list[tuple[str, Paid] | None]) -> int:
        payment, movement = payment_of(event.paid), new_id()
        row = make(self._services, "portal", Wanted(new_id(), self._holder, payment.amount))
        take(self._services, self._who, row.id, movement)
        if event.let_go:
            let_go(self._services, self._who, row.id, movement)
            try:
                pay(self._services, self._who, row.id, movement, payment)
            except NotTaken:
                return 0
            raise AssertionError("what was let go was paid all the same")
        for _ in range(1 + event.twice):
            pay(self._services, self._who, row.id, movement, payment)
        if event.again:
            late = Reported(new_id(), row.number, payment.amount, "07", row.made_at.date())
            assert report(self._services, "bank", late) is not None, "paid twice"
        taken.append((movement, event.paid))
        drawer.take(event.paid)
        return payment.amount

    def _sell(self, event: Sale, drawer: Drawer, taken: list[tuple[str, Paid] | None]) -> int:
        """What did not come out stays in the account, and only a whole payment goes back."""
        sold = self._seller.sells(
            event.form, event.copies, event.more, event.fate, twice=event.twice
        )
        if sold.was_given_back:
            return 0
        paid = Paid(event.form, sold.total // UNIT)
        drawer.take(paid)
        taken.append((sold.payment_id, paid) if not sold.charged else None)
        return sold.total - sold.charged

    def _ledger(self) -> Counter[str]:
        """What came in by payment form since the beginning, as the ledger sums it."""
        rows = select(Account.holder, Account.posted).where(Account.kind == AccountKind.CASH_IN)
        return Counter(
            {row.holder: -row.posted for row in self._run(lambda db: db.execute(rows).all())}
        )

    def _balance(self) -> int:
        def work(db: Session) -> int:
            holder = f"{ANA.id_type}:{ANA.id_number}"
            account = find_account(db, "99", AccountKind.PREPAID, holder)
            assert account is not None
            return available(db, account.id)

        return self._run(work)

    def _run(self, work: Callable[[Session], T]) -> T:
        return self._services.database.run(work)


def payment_of(paid: Paid) -> Payment:
    """As the desk sends it."""
    given = (paid.units + paid.more) * UNIT if paid.form == CASH else None
    return Payment(paid.form, paid.units * UNIT, given, "" if paid.form == CASH else "V-1")


def pieces_of(pesos: int) -> dict[int, int]:
    """Notes and coins, the largest first.

    >>> pieces_of(57_150)
    {50000: 1, 5000: 1, 2000: 1, 100: 1, 50: 1}
    """
    pieces = {}
    for denomination in DENOMINATIONS:
        count, pesos = divmod(pesos, denomination)
        if count:
            pieces[denomination] = count
    assert pesos == 0, "a drawer holds no half coins"
    return pieces


def desk_days(
    backend: Literal["sqlite", "postgresql"], wanted: int, chance: int, folder: Path
) -> Outcome:
    """So many fresh days; what is judged is arithmetic, so no commit waits for a disk."""
    outcome = Outcome(f"random days of a cashier on {backend}", {"seed": chance, "days": 0})
    with _no_disk(folder) as fast:
        url = fresh_database(fast, backend)
        if backend == "postgresql":
            _commit_at_once(url)
        central = make_central(fast, url)
        desk, batch = Desk(central), 0
        while outcome.tried["days"] < wanted and not outcome.broken:
            left = min(_DAYS_A_BATCH, wanted - int(outcome.tried["days"]))

            @seed(chance * 1_000 + batch)
            @settings(
                max_examples=left,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(day=days())
            def live(day: Day) -> None:
                outcome.broken += desk.live(day)
                outcome.add({"days": 1, "payments": len(day.events)})

            live()
            batch += 1
        outcome.broken += desk.audit()
        central.close()
    return outcome


@contextmanager
def _no_disk(folder: Path) -> Iterator[Path]:
    """A folder in memory, where the machine has one."""
    if not _MEMORY.is_dir():
        yield folder
        return
    with TemporaryDirectory(dir=_MEMORY, prefix="desk-days-") as made:
        yield Path(made)


def _commit_at_once(url: str) -> None:
    """For every connection of this database from now on."""
    engine = make_engine(url)
    with engine.begin() as connection:
        name = connection.scalar(text("SELECT quote_ident(current_database())"))
        connection.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    engine.dispose()
