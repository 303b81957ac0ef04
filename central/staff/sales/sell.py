"""The staff opens an order for a customer who has no secure key at hand, or none at all.

What pays is one of three. The holder's prepaid account, by the prepaid key that its holder types.
Money taken for this order now, in the open shift: it is credited to the customer's own account and
in the same transaction the order is opened against it, so that nobody's key is needed and nothing
else of the account is touched. Or nobody: the chamber bears the cost, and somebody answers for it
with a reason. From there on the order is one like any other: held, printed, captured or voided by
the device that asked.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.db.insert import insert_once
from central.devices.caller import Caller
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.operations.opening import Wanted, check_cart, open_wanted
from central.people.prepaid_key import check_prepaid_key, find_holder
from central.people.register import ledger_name
from central.people.sessions import find_person
from central.people.tables import Holder
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.entitled import entitled
from central.staff.rules import Action
from central.staff.sales.tables import DeskSale, SaleKind
from central.staff.sales.terms import was_reversed
from central.staff.shifts.money import NotTaken, Payment, credit_in_shift
from central.staff.shifts.tables import DeskMovement, Shift
from central.staff.shifts.work import NotNow, own_shift
from central.staff.tables import StaffMember
from kiosk.contract import messages as m
from kiosk.contract.problems import ProblemCode
from kiosk.identity import IdType, PersonId, parse_id


@dataclass(frozen=True)
class Asked:
    """Who asks for which order, at which paired desk; ``meaning`` is the request's fingerprint."""

    login: str
    device: Caller
    order_id: str
    lines: tuple[m.OrderLine, ...]
    meaning: str

    @property
    def total(self) -> int:
        """Pesos, at the prices that were shown."""
        return sum(line.quantity * line.price for line in self.lines)


def sell_with_key(services: Services, asked: Asked, identity: PersonId, key: str) -> m.OrderOpened:
    """Open an order that the holder's prepaid account pays.

    Raises:
        NotEntitled: ``login`` sells nothing.
        NotNow: no shift is open at this desk.
        LookupError: nobody has a prepaid account with this identity.
        Refusal: of the key as at a kiosk; as ``open_wanted``.
    """
    now = services.now()
    check_cart(services, asked.lines)

    def look(db: Session) -> Holder | None:
        _shift_here(db, asked, _seller(db, services, asked))
        return find_holder(db, services.chamber, identity)

    holder = services.database.run(look)
    check_prepaid_key(services, asked.device, identity, holder, key, now)

    def work(db: Session) -> m.OrderOpened:
        member = _seller(db, services, asked)
        shift = _shift_here(db, asked, member)
        sale = _sale(asked, SaleKind.KEY, member, shift_id=shift.id)
        return _sold(db, services, asked, sale, _holder(db, services, identity), now)

    return services.database.run(work)


def sell_paid(
    services: Services, asked: Asked, identity: PersonId, payment_id: str, payment: Payment
) -> tuple[m.OrderOpened, DeskMovement]:
    """Take the order's money in one's open shift and open the order against it, or neither.

    Raises:
        NotEntitled, NotNow, LookupError: as ``sell_with_key``.
        NotTaken: as ``credit_in_shift``; the payment is another's, or was given back.
        Refusal: as ``open_wanted``.
    """
    now = services.now()
    check_cart(services, asked.lines)
    if payment.amount != asked.total or not asked.total:
        raise NotTaken("what is paid is what the order costs")

    def work(db: Session) -> tuple[m.OrderOpened, DeskMovement]:
        member = _seller(db, services, asked)
        shift = _shift_here(db, asked, member)
        holder = _holder(db, services, identity)
        _must_be_unused(db, payment_id, asked.order_id)
        made = credit_in_shift(db, shift, payment_id, holder.account_id, payment, now)
        db.flush()
        sale = _sale(asked, SaleKind.PAYMENT, member, shift_id=shift.id, payment_id=payment_id)
        return _sold(db, services, asked, sale, holder, now), made

    return services.database.run(work)


def _must_be_unused(db: Session, payment_id: str, order_id: str) -> None:
    """A payment is new, or it was made for this order and still stands."""
    if db.get(DeskMovement, payment_id) is None:
        return
    if db.get(DeskSale, order_id) is None:
        raise NotTaken("this payment was made for something else")
    if was_reversed(db, payment_id):
        raise NotTaken("this payment was given back")


def sell_at_expense(services: Services, asked: Asked, reason: str) -> m.OrderOpened:
    """Open an order that costs nothing; the chamber itself is its customer.

    Raises:
        NotEntitled: ``login`` charges nothing to the chamber.
        Refusal: as ``open_wanted``.
    """
    now = services.now()
    check_cart(services, asked.lines)

    def work(db: Session) -> m.OrderOpened:
        member = entitled(db, services.chamber, asked.login, Action.CHARGE_TO_EXPENSE)
        sale = _sale(asked, SaleKind.EXPENSE, member, reason=reason)
        return _sold(db, services, asked, sale, _chamber_itself(db, services, now), now)

    return services.database.run(work)


def _seller(db: Session, services: Services, asked: Asked) -> StaffMember:
    return entitled(db, services.chamber, asked.login, Action.SELL)


def _shift_here(db: Session, asked: Asked, member: StaffMember) -> Shift:
    """One's open shift, if it was opened at this desk: the money lies in its drawer."""
    shift = own_shift(db, asked.device.chamber, member.id)
    if shift.place != asked.device.point_of_sale:
        raise NotNow("your shift is open at another desk")
    return shift


def _holder(db: Session, services: Services, identity: PersonId) -> Holder:
    holder = find_holder(db, services.chamber, identity)
    if holder is None:
        raise LookupError("nobody has a prepaid account with this identity")
    return holder


def _sale(
    asked: Asked,
    kind: SaleKind,
    member: StaffMember,
    *,
    shift_id: str | None = None,
    payment_id: str | None = None,
    reason: str = "",
) -> DeskSale:
    return DeskSale(
        id=asked.order_id,
        chamber_code=asked.device.chamber,
        kind=kind,
        staff_id=member.id,
        shift_id=shift_id,
        payment_id=payment_id,
        reason=reason,
    )


def _sold(
    db: Session, services: Services, asked: Asked, sale: DeskSale, holder: Holder, now: datetime
) -> m.OrderOpened:
    """Open the order and write down what stands behind it; a repeat finds both as they were."""
    known = db.get(DeskSale, sale.id)
    if known is not None and _terms(known) != _terms(sale):
        raise Refusal(ProblemCode.FINGERPRINT_MISMATCH)
    person = find_person(
        db, sale.chamber_code, PersonId(holder.id_type, holder.id_number, holder.check_digit)
    )
    wanted = Wanted(
        order_id=asked.order_id,
        lines=asked.lines,
        meaning=asked.meaning,
        person_id=person.id if person else None,
        holder=holder,
        actor=sale.staff_id,
        at_desk=True,
        is_free=sale.kind is SaleKind.EXPENSE,
    )
    opened = open_wanted(db, services, asked.device, wanted, now)
    if known is None:
        db.add(sale)
        detail = " ".join(filter(None, (sale.kind.value, sale.payment_id, sale.reason)))
        audit(db, sale.chamber_code, now, sale.staff_id, "sold-at-desk", sale.id, detail)
        db.flush()
    return opened


def _terms(sale: DeskSale) -> tuple[object, ...]:
    return (sale.kind, sale.staff_id, sale.shift_id, sale.payment_id, sale.reason)


def _chamber_itself(db: Session, services: Services, now: datetime) -> Holder:
    """The chamber as a customer of its own, made when it is first needed; nothing is on it."""
    own = services.settings.chamber
    identity = parse_id(IdType.NIT, own.nit)
    found = find_holder(db, services.chamber, identity)
    if found is not None:
        return found
    account = open_account(db, services.chamber, AccountKind.PREPAID, ledger_name(identity))
    insert_once(
        db,
        Holder,
        id=new_id(),
        chamber_code=services.chamber,
        id_type=identity.id_type,
        id_number=identity.number,
        check_digit=identity.check_digit,
        name=own.name,
        account_id=account.id,
        created_at=now,
    )
    return _holder(db, services, identity)
