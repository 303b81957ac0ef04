"""``open_order``: the cart is checked and named before any money moves.

It may be repeated: the same ``order_id`` with the same meaning gets the same recovery code and one
more purchase token. The prepaid key is no part of the stored fingerprint: a digest of a short key
is as good as the key.
"""

from central.devices.caller import Caller, must_be_active
from central.operations.opening import Wanted, check_cart, open_wanted
from central.people.prepaid_key import check_prepaid_key, find_holder
from central.people.sessions import signed_in
from central.problems import Refusal
from central.services import Services
from kiosk.contract import messages as m
from kiosk.contract.fingerprint import fingerprint
from kiosk.contract.problems import ProblemCode
from kiosk.identity import InvalidId, PersonId, parse_id


def open_order(services: Services, caller: Caller, message: m.OpenOrder) -> m.OrderOpened:
    """Check the key, the cart and the balance, and open the order.

    Raises:
        Refusal: ``session-expired``, ``account-unknown`` (one's own only), ``prepaid-key-invalid``,
            ``throttled``, ``key-blocked``, ``fingerprint-mismatch``, ``cart-too-large``,
            ``not-sold``, ``price-changed``, ``insufficient-balance``, ``malformed``.
    """
    must_be_active(caller)
    now = services.now()
    check_cart(services, message.lines)
    identity = _identity(message)
    person, holder = services.database.run(
        lambda db: (
            signed_in(db, caller, message.session, now),
            find_holder(db, caller.chamber, identity),
        )
    )
    own = (person.id_type, person.id_number) == (identity.id_type, identity.number)
    if own and holder is None:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN)
    if services.settings.require_prepaid_key or not own:
        check_prepaid_key(services, caller, identity, holder, message.prepaid_key, now)
    if holder is None:
        raise AssertionError("nobody's key cannot be right")
    wanted = Wanted(
        message.order_id, message.lines, _meaning(message), person.id, holder, actor=person.id
    )
    return services.database.run(lambda db: open_wanted(db, services, caller, wanted, now))


def _identity(message: m.OpenOrder) -> PersonId:
    """The account meant; one that cannot exist is treated like one that does not."""
    try:
        return parse_id(message.account_id_type, message.account_id_number)
    except InvalidId:
        return PersonId(message.account_id_type, message.account_id_number)


def _meaning(message: m.OpenOrder) -> str:
    """What an order's fingerprint says; a digest of a short key is as good as the key."""
    return fingerprint(message.model_copy(update={"prepaid_key": ""}))
