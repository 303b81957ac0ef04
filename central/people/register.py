"""Somebody new: a person or a company, with a prepaid account; once, wherever they are registered.

Two desks that register the same document at once make one person: what was there first stays as it
is, to the letter, and who came second is told so.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.db.insert import insert_once
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.people.acting import Acting
from central.people.consent import must_be_in_force, record_consent
from central.people.names import full_name
from central.people.prepaid_key import find_holder
from central.people.sessions import find_person
from central.people.tables import Holder, Person
from central.records.record import audit
from central.services import Services
from kiosk.identity import IdType, PersonId


@dataclass(frozen=True)
class Reached:
    """How somebody can be reached; empty: not at all, or (in a change) as before."""

    email: str = ""
    landline: str = ""
    mobile: str = ""
    address: str = ""
    municipality: str = ""


@dataclass(frozen=True)
class Named:
    """A person's names, or a company's."""

    first_name: str = ""
    second_name: str = ""
    first_surname: str = ""
    second_surname: str = ""
    legal_name: str = ""


def register(
    services: Services,
    acting: Acting,
    identity: PersonId,
    named: Named,
    reached: Reached,
    consent_version: str,
) -> bool:
    """Register and open the account; False if there was an account already.

    A company does not sign in, so it is a holder only. Somebody who is known without an account (of
    the portal, or a representative) keeps name and address of then.

    Raises:
        Refusal: ``consent-outdated``.
    """
    must_be_in_force(consent_version)
    now = services.now()
    chamber = services.chamber
    whose = {
        "chamber_code": chamber,
        "id_type": identity.id_type,
        "id_number": identity.number,
        "check_digit": identity.check_digit,
        "created_at": now,
    }

    def work(db: Session) -> bool:
        name = named.legal_name
        if identity.id_type is not IdType.NIT:
            name = _person(db, chamber, identity, named, reached, whose)
        if find_holder(db, chamber, identity) is not None:
            return False
        account = open_account(db, chamber, AccountKind.PREPAID, ledger_name(identity))
        holder_id = new_id()
        made = insert_once(
            db,
            Holder,
            id=holder_id,
            name=name,
            address=reached.address,
            municipality=reached.municipality,
            phone=reached.landline,
            mobile=reached.mobile,
            email=reached.email,
            account_id=account.id,
            **whose,
        )
        if made:
            record_consent(db, services.settings.chamber, acting, holder_id, now)
            audit(db, chamber, now, acting.actor, "person-registered", holder_id, acting.place)
        return made

    return services.database.run(work)


def ledger_name(identity: PersonId) -> str:
    """How the ledger, which knows no people, names the owner of an account."""
    return f"{identity.id_type}:{identity.number}"


def _person(
    db: Session,
    chamber: str,
    identity: PersonId,
    named: Named,
    reached: Reached,
    whose: dict[str, object],
) -> str:
    """Whoever may sign in with this document, made if absent; gives the name that counts."""
    insert_once(
        db,
        Person,
        id=new_id(),
        first_name=named.first_name,
        second_name=named.second_name,
        first_surname=named.first_surname,
        second_surname=named.second_surname,
        email=reached.email,
        mobile=reached.mobile,
        **whose,
    )
    found = find_person(db, chamber, identity)
    assert found is not None, "it was there, or was inserted just now"
    return full_name(found)
