"""Customers at a desk: registered, reached, and helped to a key nobody else learns."""

from central.people import consent, one_time, reach, set_keys
from central.people.acting import Acting
from central.people.reach import Known, masked_all, masked_end
from central.people.register import Named, Reached, register
from central.problems import Refusal
from central.services import Services
from central.staff.sessions import SignedIn
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import people as m
from kiosk.identity import InvalidId, PersonId, parse_id


def consent_text(services: Services, _who: SignedIn, _message: m.FetchConsent) -> m.ConsentText:
    """The words in force."""
    words = consent.paragraphs(services.settings.chamber)
    return m.ConsentText(version=consent.VERSION, paragraphs=words)


def register_person(
    services: Services, who: SignedIn, message: m.RegisterPerson
) -> m.PersonRegistered:
    """Register somebody.

    Raises:
        Refusal: ``malformed`` for a document that cannot be; ``consent-outdated``.
    """
    try:
        identity = parse_id(message.id_type, message.id_number)
    except InvalidId as error:
        raise Refusal(ProblemCode.MALFORMED, f"id_number: {error.code}") from error
    named = Named(
        message.first_name,
        message.second_name,
        message.first_surname,
        message.second_surname,
        message.legal_name,
    )
    made = register(
        services,
        _acting(services, who),
        identity,
        named,
        _reached(message),
        message.consent_version,
    )
    return m.PersonRegistered(before=not made)


def find_contact(services: Services, who: SignedIn, message: m.FindContact) -> m.Contact:
    """How somebody can be reached.

    Raises:
        Refusal: ``account-unknown``.
    """
    return _contact(services, reach.look(services, _acting(services, who), _identity(message)))


def change_contact(services: Services, who: SignedIn, message: m.ChangeContact) -> m.ContactChanged:
    """Change how somebody can be reached.

    Raises:
        Refusal: ``account-unknown``, ``consent-outdated``.
    """
    identity = _identity(message)
    told = reach.change_contact(
        services, _acting(services, who), identity, _reached(message), message.consent_version
    )
    found = services.database.run(lambda db: reach.known(db, services.chamber, identity))
    return m.ContactChanged(contact=_contact(services, found), told=masked_all(told))


def send_code(services: Services, who: SignedIn, message: m.SendCode) -> m.CodeSent:
    """Send a code to its owner.

    Raises:
        Refusal: as ``set_keys.send``.
    """
    purpose = one_time.Purpose(message.purpose)
    acting = _acting(services, who)
    addresses, expires_at = set_keys.send(services, acting, _identity(message), purpose)
    return m.CodeSent(to=masked_all(addresses), expires_at=expires_at)


def confirm_address(services: Services, who: SignedIn, message: m.ConfirmAddress) -> m.Contact:
    """The code came back.

    Raises:
        Refusal: as ``reach.confirm_address``.
    """
    identity = _identity(message)
    reach.confirm_address(services, _acting(services, who), identity, message.code)
    found = services.database.run(lambda db: reach.known(db, services.chamber, identity))
    return _contact(services, found)


def reset_secure_key(services: Services, who: SignedIn, message: m.ResetSecureKey) -> m.KeySet:
    """Its owner sets the secure key.

    Raises:
        Refusal: as ``set_keys.reset_secure_key``.
    """
    told = set_keys.reset_secure_key(
        services,
        _acting(services, who),
        _identity(message),
        message.code,
        message.new_key,
        message.why,
    )
    return m.KeySet(told=masked_all(told))


def set_prepaid_key(services: Services, who: SignedIn, message: m.SetPrepaidKey) -> m.KeySet:
    """Its holder sets the prepaid key.

    Raises:
        Refusal: as ``set_keys.set_prepaid_key``.
    """
    told = set_keys.set_prepaid_key(
        services,
        _acting(services, who),
        _identity(message),
        message.new_key,
        message.code,
        message.why,
    )
    return m.KeySet(told=masked_all(told))


def _acting(services: Services, who: SignedIn) -> Acting:
    return Acting(who.staff_id, "desk", who.place.name, who.place.throttled(services))


def _identity(message: m.AboutPerson) -> PersonId:
    try:
        return parse_id(message.id_type, message.id_number)
    except InvalidId as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error


def _reached(message: m.RegisterPerson | m.ChangeContact) -> Reached:
    return Reached(
        message.email, message.landline, message.mobile, message.address, message.municipality
    )


def _contact(services: Services, found: Known) -> m.Contact:
    holder, person = found.holder, found.person
    return m.Contact(
        email=", ".join(masked_all(found.addresses)),
        confirmed=found.confirmed,
        landline=masked_end(holder.phone),
        mobile=masked_end(holder.mobile or (person.mobile if person else "")),
        address=masked_end(holder.address),
        municipality=holder.municipality,
        signs_in=person is not None,
        has_secure_key=person is not None and person.secure_key_hash is not None,
        has_prepaid_key=holder.prepaid_key_hash is not None,
        mail=services.settings.mail.host != "",
    )
