"""Any days at desk and kiosk: what the reports say is what happened, and what the ledger has.

Beside the product runs a book of its own, by Colombian day, that knows of no table. The ledger is
asked for its bare postings and summed here, day by day, without SQL's dates.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.ledger.tables import Posting
from central.operations.correction import correct
from central.operations.refund import refund
from central.people.prepaid_key import find_holder
from central.people.tables import Holder
from central.sample import ANA
from central.staff.find import active_member
from central.staff.reports.cash_detail import cash_detail
from central.staff.reports.daily_summary import daily_summary
from central.staff.reports.made import Span
from central.staff.reports.movements import movements
from central.staff.reports.reversals import reversals
from central.staff.reports.shift_close import shift_close
from central.staff.reports.words import form_words
from central.staff.shifts.money import NotTaken, Payment, reverse, top_up
from central.staff.shifts.work import close_shift, open_shift
from kiosk.contract.staff.reports import Report
from kiosk.identity import parse_id
from tests.proofs.desk import pieces_of
from tests.support.central import (
    CAFE_PRICE,
    Central,
    Terminal,
    enrolled,
    fresh_database,
    make_central,
)

T = TypeVar("T")
MANY = 10_000
What = Literal["sale", "refund", "top-up", "reversal", "correction"]
_COLUMN: dict[What, int] = {
    "sale": 3,
    "refund": 4,
    "top-up": 5,
    "reversal": 6,
    "correction": 7,
}
_HELD = 8


@dataclass(frozen=True)
class Pay:
    form: str
    pesos: int


@dataclass(frozen=True)
class TakeBack:
    number: int


@dataclass(frozen=True)
class Buy:
    becomes: Literal["charged", "void", "held"]


@dataclass(frozen=True)
class Refund:
    number: int


@dataclass(frozen=True)
class Correct:
    pesos: int


@dataclass(frozen=True)
class Wait:
    minutes: int


Event = Pay | TakeBack | Buy | Refund | Correct | Wait


def events() -> st.SearchStrategy[list[Event]]:
    few = st.integers(0, 2)
    forms = st.sampled_from(["01", "01", "01", "03", "06"])
    return st.lists(
        st.one_of(
            st.builds(Pay, form=forms, pesos=st.integers(20, 9_999).map(lambda n: n * 50)),
            st.builds(TakeBack, number=few),
            st.builds(TakeBack, number=few),
            st.builds(Buy, becomes=st.sampled_from(["charged", "charged", "void", "held"])),
            st.builds(Refund, number=few),
            st.builds(Correct, pesos=st.integers(-500, 5_000).filter(bool)),
            st.builds(Wait, minutes=st.integers(1, 600)),
        ),
        min_size=1,
        max_size=16,
    )


def colombian_day(instant: datetime) -> date:
    """Five hours behind Greenwich, all year round."""
    return (instant - timedelta(hours=5)).date()


class Book:
    """What happened on which day, beside the product."""

    def __init__(self) -> None:
        self.pesos: defaultdict[date, Counter[What]] = defaultdict(Counter)
        self.forms: defaultdict[date, Counter[tuple[str, What]]] = defaultdict(Counter)

    def write(self, day: date, what: What, pesos: int, form: str = "") -> None:
        self.pesos[day][what] += pesos
        if form:
            self.forms[day][form, what] += pesos


class Town:
    """One cashier and one kiosk, example after example, each on days that nobody used before."""

    def __init__(self, central: Central) -> None:
        self.central, self.services = central, central.services
        self.terminal: Terminal = enrolled(central)
        self.identity = parse_id(ANA.id_type, ANA.id_number)
        holder = self.run(lambda db: find_holder(db, "99", self.identity))
        assert holder is not None
        self.holder: Holder = holder
        staff = self.services.settings.staff.model_copy(
            update={"reversal_limit": 10**12, "refund_limit": 10**12}
        )
        self.services.settings.__dict__["staff"] = staff
        self.held = 0

    def run(self, work: Callable[[Session], T]) -> T:
        return self.services.database.run(work)

    def live(self, hour: int, happen: list[Event]) -> None:
        """Live through the events from an hour of a fresh day on, then read every report."""
        self._to_a_fresh_day(hour)
        first, book = colombian_day(self.central.clock()), Book()
        shift = open_shift(self.services, self._carlos(), "C01", 50_000)
        paid: list[tuple[str, Pay]] = []
        charged: list[str] = []
        for event in happen:
            self._do(event, book, paid, charged)
        last = colombian_day(self.central.clock())
        cash = 50_000 + sum(book.forms[d]["01", "top-up"] for d in list(book.forms))
        cash -= sum(book.forms[d]["01", "reversal"] for d in list(book.forms))
        close_shift(self.services, self._carlos(), pieces_of(cash // 50 * 50), {}, 0)
        # The days around are empty: nothing of an evening slips into the next day.
        day = first - timedelta(days=1)
        while day <= last + timedelta(days=1):
            self._check_day(day, book)
            day += timedelta(days=1)
        self._check_span(Span(first, last), book)
        self._check_close(shift.id, book, cash)

    def _do(
        self, event: Event, book: Book, paid: list[tuple[str, Pay]], charged: list[str]
    ) -> None:
        today = colombian_day(self.central.clock())
        match event:
            case Wait(minutes=minutes):
                self.central.clock.advance(60 * minutes)
            case Pay(form=form, pesos=pesos):
                payment = Payment(form, pesos, None, "" if form == "01" else "V-1")
                made = top_up(self.services, "carlos", new_id(), self.identity, payment)
                paid.append((made.id, event))
                book.write(today, "top-up", pesos, form)
            case TakeBack(number=number) if number < len(paid):
                top_up_id, was = paid[number]
                try:
                    reverse(self.services, "carlos", top_up_id, new_id(), "pidió su dinero")
                except NotTaken:
                    return  # given back before, or spent
                book.write(today, "reversal", was.pesos, was.form)
            case Buy(becomes=becomes):
                terminal = self.terminal
                op_id = terminal.authorise(terminal.order(terminal.sign_in())).op_id
                if becomes == "charged":
                    terminal.capture(op_id)
                    charged.append(op_id)
                    book.write(today, "sale", CAFE_PRICE)
                elif becomes == "void":
                    terminal.void(op_id)
                else:
                    self.held += CAFE_PRICE
            case Refund(number=number) if number < len(charged):
                refund(self.services, charged.pop(number), new_id(), "carlos", "papel en blanco")
                book.write(today, "refund", CAFE_PRICE)
            case Correct(pesos=pesos):
                account = self.holder.account_id
                correct(self.services, account, pesos, new_id(), "marta", "error de caja")
                book.write(today, "correction", pesos)
            case _:
                pass  # there is nothing to give back

    def _check_day(self, day: date, book: Book) -> None:
        report = self._read(daily_summary, day=day)
        for what, column in _COLUMN.items():
            assert report.totals[column] == book.pesos[day][what], (day, what)
        totals = [total or 0 for total in report.totals]
        gained = totals[5] - totals[6] + totals[7] - totals[3] + totals[4]
        assert gained == self._gained(day), day
        if day == colombian_day(self.central.clock()):
            assert totals[_HELD] == self.held
        detail = self._read(cash_detail, span=Span(day, day))
        told = {(row[2], "top-up"): row[4] for row in detail.rows if row[4]}
        told |= {(row[2], "reversal"): row[6] for row in detail.rows if row[6]}
        expected = {(form_words(form), what): n for (form, what), n in book.forms[day].items()}
        assert told == expected, day
        assert all(row[:2] == ("carlos", day.isoformat()) for row in detail.rows)

    def _check_span(self, span: Span, book: Book) -> None:
        report = self._read(movements, holder=self.holder, span=span)
        days = list(self._by_day())
        about = {each.label: each.value for each in report.parameters}
        opening = sum(self._gained(day) for day in days if day < span.first_day)
        assert about["Saldo anterior"] == _pesos(opening)
        assert about["Titular"] == "CC ••••• 001"
        credit, debit = report.totals[3] or 0, report.totals[4] or 0
        assert about["Saldo final"] == _pesos(opening + credit - debit)
        rows: list[Any] = list(report.rows)
        balance = opening
        for _, _, _, gained, spent, told in rows:
            balance += (gained or 0) - (spent or 0)
            assert told == balance
        assert [row[0] for row in rows] == sorted(row[0] for row in rows)
        undone = self._read(reversals, span=span)
        assert undone.totals[5] == sum(
            book.pesos[day]["reversal"] + book.pesos[day]["refund"] for day in list(book.pesos)
        )
        assert {row[7] for row in undone.rows} <= {"carlos"}
        assert {row[9] for row in undone.rows} <= {"papel en blanco", "pidió su dinero"}

    def _check_close(self, shift_id: str, book: Book, cash: int) -> None:
        report = self._read(shift_close, shift_id=shift_id)
        assert report.notes == ()
        by_form: Counter[str] = Counter()
        for day in book.forms:
            for (form, what), pesos in book.forms[day].items():
                by_form[form_words(form)] += pesos if what == "top-up" else -pesos
        by_form[form_words("01")] += 50_000
        assert {row[0]: row[6] for row in report.rows} == dict(by_form)
        rows: list[Any] = list(report.rows)
        assert all(row[5] + row[2] - row[4] == row[6] for row in rows)
        assert report.rows[0][7:] == (cash, 0)

    def _read(self, make: Callable[..., Report], **asked: Any) -> Report:
        now = self.central.clock()
        return self.run(lambda db: make(db, "99", now, MANY, **asked))

    def _by_day(self) -> dict[date, int]:
        """What the account gained on each day, from bare postings."""
        account = self.holder.account_id
        gained: Counter[date] = Counter()
        for posting in self.run(lambda db: db.scalars(select(Posting)).all()):
            if posting.credit_account == account:
                gained[colombian_day(posting.at)] += posting.amount
            if posting.debit_account == account:
                gained[colombian_day(posting.at)] -= posting.amount
        return gained

    def _gained(self, day: date) -> int:
        return self._by_day().get(day, 0)

    def _carlos(self) -> str:
        member = self.run(lambda db: active_member(db, "99", "carlos"))
        assert member is not None
        return member.id

    def _to_a_fresh_day(self, hour: int) -> None:
        clock = self.central.clock
        after = colombian_day(clock()) + timedelta(days=2)
        clock.instant = datetime(after.year, after.month, after.day, tzinfo=UTC) + timedelta(
            hours=hour + 5
        )


def _pesos(amount: int) -> str:
    text = f"${abs(amount):,}".replace(",", ".")
    return f"-{text}" if amount < 0 else text


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder: Path = tmp_path_factory.mktemp("town")
    central = make_central(folder, fresh_database(folder, "sqlite"))
    yield Town(central)
    central.close()


@pytest.mark.timeout(900)
@settings(max_examples=max(10, settings.default.max_examples // 4), phases=[Phase.generate])
@given(hour=st.integers(0, 23), happen=events())
def test_the_reports_say_what_happened(town: Town, hour: int, happen: list[Event]) -> None:
    town.live(hour, happen)
