"""``view(visit)``: the frozen picture of a visit that the screen draws."""

from dataclasses import replace
from typing import assert_never

from kiosk.money import format_pesos
from kiosk.visit.adjusting import may_adjust
from kiosk.visit.advance import countdown_s
from kiosk.visit.comfort import theme_of
from kiosk.visit.show_adjusting import accessibility_body
from kiosk.visit.show_choosing import certificates_body, registrations_body
from kiosk.visit.show_claiming import claim_printing_body, interrupted_body, resume_body
from kiosk.visit.show_closed import closed_body
from kiosk.visit.show_paying import confirm_body, done_body, failure_body, printing_body
from kiosk.visit.show_signing_in import (
    account_body,
    attract_body,
    home_body,
    identification_body,
    secure_key_body,
    unavailable_body,
)
from kiosk.visit.state import (
    AccountStage,
    Attract,
    Certificates,
    ClaimPrinting,
    Confirm,
    Done,
    Failure,
    Home,
    Identification,
    Interrupted,
    Printing,
    Registrations,
    Resume,
    SecureKey,
    Visit,
)
from kiosk.visit.views import Body, View

# Screen, place in the purchase (0: outside it) and the name of that place, by stage.
_FRAMES: dict[type, tuple[str, int, str]] = {
    Attract: ("Attract", 0, ""),
    Home: ("Home", 0, ""),
    Identification: ("Identification", 1, "identification"),
    SecureKey: ("SecureKey", 1, "identification"),
    AccountStage: ("Account", 0, ""),
    Registrations: ("ChooseRegistration", 2, "registration"),
    Certificates: ("ChooseCertificates", 3, "certificates"),
    Confirm: ("Confirm", 4, "payment"),
    Printing: ("Printing", 5, "printing"),
    Done: ("Done", 0, ""),
    Failure: ("Failure", 0, ""),
    Interrupted: ("Interrupted", 0, ""),
    ClaimPrinting: ("Printing", 0, ""),
    Resume: ("Resume", 0, ""),
}
_WITH_BACK = (Home, Identification, SecureKey, Registrations, Certificates, Confirm, Resume)
_BALANCE_IN_HEADER = (Registrations, Certificates, Confirm)


def view(visit: Visit) -> View:
    """Draw the visit; total over every stage."""
    shown = _adjusting(visit) if visit.adjusting else _view(visit)
    comfort = visit.comfort
    return replace(
        shown,
        chamber=visit.setup.chamber,
        language=visit.language,
        session=visit.session.display_name if visit.session else "",
        countdown_s=countdown_s(visit),
        theme=theme_of(comfort, visit.setup.theme),
        brand=visit.setup.brand,
        text_scale=comfort.text_size,
        low_reach=comfort.low_reach,
        still=comfort.still,
    )


def _adjusting(visit: Visit) -> View:
    """Screen 17, over whatever waits below."""
    begun = not isinstance(visit.stage, Attract)
    return View("Accessibility", accessibility_body(visit), "", can_go_back=True, can_finish=begun)


def _view(visit: Visit) -> View:
    stage = visit.stage
    screen, step, step_name = _FRAMES[type(stage)]
    body = _body(visit)
    if isinstance(stage, Attract) and visit.station.closed is not None:
        screen, body = "Closed", closed_body(visit, visit.station.closed)
    elif isinstance(stage, Attract) and not visit.station.can_see_balance:
        screen, body = "Unavailable", unavailable_body(visit)
    own = visit.account
    shows_balance = isinstance(stage, _BALANCE_IN_HEADER)
    checking = (isinstance(stage, SecureKey | Confirm) and stage.key.checking) or (
        isinstance(stage, Resume) and stage.checking
    )
    turns_back = isinstance(stage, _WITH_BACK) or (
        isinstance(stage, Interrupted) and stage.step in ("choose", "sure")
    )
    return View(
        screen=screen,
        body=body,
        chamber="",
        balance=format_pesos(own.available)
        if shows_balance and own is not None and own.has_prepaid_account
        else "",
        balance_hidden=False
        if isinstance(stage, Certificates | Confirm)
        else not visit.balance_shown,
        step=step,
        step_name=step_name,
        can_go_back=turns_back and not checking,
        can_finish=not isinstance(stage, Attract | Printing | ClaimPrinting),
        busy=checking,
        can_adjust=may_adjust(visit) and not checking,
    )


def _body(visit: Visit) -> Body:
    stage = visit.stage
    match stage:
        case Attract():
            return attract_body(visit)
        case Home():
            return home_body(visit)
        case Identification():
            return identification_body(visit, stage)
        case SecureKey():
            return secure_key_body(visit, stage)
        case AccountStage():
            return account_body(visit, stage)
        case Registrations():
            return registrations_body(visit, stage)
        case Certificates():
            return certificates_body(visit, stage)
        case Confirm():
            return confirm_body(visit, stage)
        case Printing():
            return printing_body(visit, stage)
        case Done():
            return done_body(visit, stage)
        case Failure():
            return failure_body(visit, stage)
        case Interrupted():
            return interrupted_body(visit, stage)
        case ClaimPrinting():
            return claim_printing_body(stage)
        case Resume():
            return resume_body(visit, stage)
        case _:
            assert_never(stage)
