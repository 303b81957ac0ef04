"""How somebody is reached: seen masked, changed, and the change told at both addresses.

Source: a chamber's public text on its key (keep mail and mobile current, as codes go there), SIC
Circulars 8/2013 and 5/2014 (tell people what changes).
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.mail.outbox import Letter, queue
from central.people.acting import Acting
from central.people.addresses import addresses_of, masked_address
from central.people.consent import must_be_in_force, record_consent
from central.people.letters import contact_body, contact_subject, key_body, key_subject
from central.people.one_time import Purpose, check_code, end_codes, use_up
from central.people.prepaid_key import find_holder
from central.people.register import Reached
from central.people.sessions import find_person
from central.people.tables import Holder, Person
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from kiosk.contract.problems import ProblemCode
from kiosk.identity import PersonId

_CONTACT_KIND, _KEY_KIND = "contact-changed", "key-changed"
_SHOWN = 2


@dataclass(frozen=True)
class Known:
    """A holder of an account, and the person who may sign in with the same document."""

    holder: Holder
    person: Person | None
    addresses: tuple[str, ...]

    @property
    def confirmed(self) -> bool:
        """A code that went to the present address came back."""
        return self.holder.email_confirmed_at is not None


def known(db: Session, chamber: str, identity: PersonId, *, locked: bool = False) -> Known:
    """Somebody with an account; ``locked`` keeps other changes of them off until the end.

    Raises:
        Refusal: ``account-unknown``.
    """
    holder = find_holder(db, chamber, identity)
    if holder is None:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN)
    if locked:
        db.refresh(holder, with_for_update=True)
    return Known(
        holder, find_person(db, chamber, identity), tuple(dict.fromkeys(addresses_of(db, holder)))
    )


def look(services: Services, acting: Acting, identity: PersonId) -> Known:
    """How somebody can be reached; that it was looked at is in the trail.

    Raises:
        Refusal: ``account-unknown``.
    """
    now = services.now()

    def work(db: Session) -> Known:
        found = known(db, services.chamber, identity)
        audit(db, services.chamber, now, acting.actor, "contact-seen", found.holder.id)
        return found

    return services.database.run(work)


def change_contact(
    services: Services, acting: Acting, identity: PersonId, wanted: Reached, consent_version: str
) -> tuple[str, ...]:
    """Change what ``wanted`` has; gives the addresses that are told.

    Raises:
        Refusal: ``consent-outdated``, ``account-unknown``.
    """
    must_be_in_force(consent_version)
    now = services.now()
    changed = tuple(each.name for each in fields(wanted) if getattr(wanted, each.name))

    def work(db: Session) -> tuple[str, ...]:
        found = known(db, services.chamber, identity, locked=True)
        before = found.addresses
        _write(found, wanted)
        if wanted.email:
            end_codes(db, services.chamber, found.holder.id, now)
        db.flush()
        after = tuple(addresses_of(db, found.holder))
        record_consent(db, services.settings.chamber, acting, found.holder.id, now)
        detail = f"{acting.place} {' '.join(changed)}"
        audit(db, services.chamber, now, acting.actor, "contact-changed", found.holder.id, detail)
        body = contact_body(services.settings.chamber, changed, _where(acting), now)
        subject = contact_subject(services.settings.chamber)
        return _tell(db, services, _CONTACT_KIND, (*before, *after), subject, body, now)

    return services.database.run(work)


def confirm_address(services: Services, acting: Acting, identity: PersonId, typed: str) -> None:
    """The code that went to the address came back.

    Raises:
        Refusal: ``account-unknown``, ``code-invalid``, ``throttled``.
    """
    now = services.now()
    found = services.database.run(lambda db: known(db, services.chamber, identity))
    purpose, whose = Purpose.CONFIRM_ADDRESS, found.holder.id
    code_id = check_code(services, acting, purpose, whose, found.addresses, typed)

    def work(db: Session) -> None:
        here = known(db, services.chamber, identity, locked=True)
        use_up(db, code_id, now)
        mark_confirmed(here, found.addresses, now)
        audit(db, services.chamber, now, acting.actor, "address-confirmed", whose, acting.place)

    services.database.run(work)


def mark_confirmed(here: Known, went_to: Sequence[str], now: datetime) -> None:
    """Whoever typed the code reads these addresses; others stay as they are."""
    if here.holder.email in went_to:
        here.holder.email_confirmed_at = now
    if here.person is not None and here.person.email in went_to:
        here.person.email_confirmed_at = now


def tell_key_set(
    db: Session,
    services: Services,
    acting: Acting,
    key: str,
    addresses: Sequence[str],
    now: datetime,
) -> tuple[str, ...]:
    """Tell somebody that a key of theirs was set; gives the addresses."""
    chamber = services.settings.chamber
    body = key_body(chamber, key, _where(acting), now)
    return _tell(db, services, _KEY_KIND, addresses, key_subject(chamber), body, now)


def masked_end(text: str) -> str:
    """The last signs of a number or an address, enough to tell it apart.

    >>> masked_end("3000000001"), masked_end("Calle 1 # 2-03"), masked_end("")
    ('•••01', '•••03', '')
    """
    return f"•••{text[-_SHOWN:]}" if text else ""


def masked_all(addresses: Sequence[str]) -> tuple[str, ...]:
    """Mail addresses as a screen at a counter may show them."""
    return tuple(masked_address(each) for each in addresses)


def _write(found: Known, wanted: Reached) -> None:
    """Into the account and into the person: one human being has one address here."""
    holder, person = found.holder, found.person
    holder.phone = wanted.landline or holder.phone
    holder.address = wanted.address or holder.address
    holder.municipality = wanted.municipality or holder.municipality
    for each in (holder, person):
        if each is None:
            continue
        each.mobile = wanted.mobile or each.mobile
        if wanted.email and wanted.email != each.email:
            each.email, each.email_confirmed_at = wanted.email, None


def _tell(
    db: Session,
    services: Services,
    kind: str,
    addresses: Sequence[str],
    subject: str,
    body: str,
    now: datetime,
) -> tuple[str, ...]:
    if not services.settings.mail.host:
        return ()
    told = tuple(dict.fromkeys(addresses))
    event = new_id()
    for number, address in enumerate(told, 1):
        letter = Letter(kind, address, subject, body)
        queue(db, services.chamber, f"{kind}:{event}:{number}", letter, now, 0)
    return told


def _where(acting: Acting) -> str:
    return "caja de la cámara" if acting.channel == "desk" else "portal de la cámara"
