"""Bodies of the screens from the idle screen to the account."""

from kiosk.contract import messages as m
from kiosk.identity import IdType, mask_id
from kiosk.money import format_pesos
from kiosk.station.capability import Part
from kiosk.visit.state import AccountStage, Identification, SecureKey, Typing, Visit
from kiosk.visit.typing_keys import SECRET_LENGTH_MAX
from kiosk.visit.views import (
    AccountBody,
    AttractBody,
    Choice,
    HomeBody,
    IdentificationBody,
    KeyEntry,
    MovementLine,
    SecureKeyBody,
    UnavailableBody,
    UnfinishedLine,
)
from kiosk.visit.wording import short_instant, typed_id

MOVEMENTS_SHOWN = 4

_UNSEEN = (Part.CLOCK, Part.UNFINISHED)
"""Parts that the lights of the first screen do not show."""


def attract_body(visit: Visit) -> AttractBody:
    """What the machine can do right now, before anybody signs in."""
    station = visit.station
    return AttractBody(
        printing=station.printing,
        paper=station.paper,
        network=station.network,
        can_buy=station.can_buy,
        can_see_balance=station.can_see_balance,
        limited=station.buy_reason if station.blocked_by[0] in _UNSEEN else "",
        notice=visit.setup.notice.get(visit.language, ""),
    )


def unavailable_body(visit: Visit) -> UnavailableBody:
    """Which part is missing; it clears itself when the part is back."""
    part, detail = visit.station.blocked_by
    return UnavailableBody(part, detail, visit.station.can_see_balance, visit.setup.phone)


def home_body(visit: Visit) -> HomeBody:
    """Only what is built, and greyed with the reason when it cannot be done now."""
    station = visit.station
    return HomeBody(
        (
            Choice("buy", station.can_buy, station.buy_reason),
            Choice("balance", station.can_see_balance, station.balance_reason),
            Choice("resume", station.can_see_balance, station.balance_reason),
        )
    )


def identification_body(visit: Visit, stage: Identification) -> IdentificationBody:
    """The number with dots as it is typed."""
    return IdentificationBody(
        id_types=tuple(Choice(kind.value, selected=kind is stage.id_type) for kind in IdType),
        typed=typed_id(stage.id_type, stage.typed),
        letters=stage.id_type is IdType.PA,
        error=stage.error,
        can_continue=bool(stage.typed),
        can_scan=visit.can_scan,
        scanned=stage.scanned,
    )


def key_entry(visit: Visit, key: Typing) -> KeyEntry:
    """A secret on the screen: dots, or the text for as long as it is asked for."""
    wait_s = max(0, -int(-(key.wait_until_s - visit.now_s) // 1)) if key.wait_until_s else 0
    return KeyEntry(
        length=min(len(key.text), SECRET_LENGTH_MAX),
        shown=key.text if key.showing else "",
        showing=key.showing,
        caps=key.caps,
        error=key.error if wait_s or not key.wait_until_s else "",
        wait_s=wait_s,
        checking=key.checking,
        can_continue=bool(key.text) and not key.checking and wait_s == 0,
    )


def secure_key_body(visit: Visit, stage: SecureKey) -> SecureKeyBody:
    """Whose key is asked for, masked."""
    return SecureKeyBody(who=mask_id(stage.person), key=key_entry(visit, stage.key))


def unfinished_line(operation: m.UnfinishedOperation, language: str) -> UnfinishedLine:
    """An open operation in ready words; how it stands is central's code."""
    return UnfinishedLine(
        certificate=operation.certificate_name,
        registration=operation.registration_name,
        amount=format_pesos(operation.amount),
        state=operation.standing,
        recovery_code=operation.recovery_code,
        when=short_instant(operation.opened_at, language),
    )


def account_body(visit: Visit, stage: AccountStage) -> AccountBody:
    """Money in plain words: what can be spent, what is held, what moved."""
    account = visit.account
    station = visit.station
    if account is None or stage.loading:
        return AccountBody(stage.loading, stage.error, False, "", "", (), (), 0, False, "")
    language = visit.language
    return AccountBody(
        loading=False,
        error=stage.error,
        has_account=account.has_prepaid_account,
        available=format_pesos(account.available),
        held=format_pesos(account.held) if account.held else "",
        movements=tuple(
            MovementLine(
                when=short_instant(line.at, language),
                concept=line.concept,
                description=line.description,
                amount=("+" if line.amount > 0 else "") + format_pesos(line.amount),
                incoming=line.amount > 0,
            )
            for line in account.movements[:MOVEMENTS_SHOWN]
        ),
        unfinished=tuple(unfinished_line(operation, language) for operation in account.unfinished),
        registrations=len(account.registrations),
        can_buy=station.can_buy,
        buy_reason=station.buy_reason,
    )
