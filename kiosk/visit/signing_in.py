"""From the idle screen to the account: attract, home, identification, secure key, account."""

from dataclasses import replace

from kiosk.identity import IdType, InvalidId, parse_id
from kiosk.visit.claiming import can_decide
from kiosk.visit.effects import FetchAccount, SignIn
from kiosk.visit.events import (
    AccountFetched,
    Back,
    Buy,
    Choose,
    Continue,
    Event,
    Failed,
    OpenUnfinished,
    Retry,
    SetIdType,
    SignedIn,
    Start,
)
from kiosk.visit.state import (
    AccountStage,
    Attract,
    Home,
    Identification,
    Interrupted,
    Registrations,
    Resume,
    SecureKey,
    Step,
    Typing,
    Visit,
    wiped,
)
from kiosk.visit.typing_keys import type_secret, type_text

ID_LENGTH_MAX = 16


def attract(visit: Visit, stage: Attract, event: Event) -> Step:
    """Nobody is taken in who cannot be served."""
    match event:
        case Start() if visit.station.takes_people:
            return visit.at(Home()), ()
        case _:
            return visit.at(stage), ()


def home(visit: Visit, stage: Home, event: Event) -> Step:
    """Buying and the balance begin with knowing who is there, a recovery code does not."""
    match event:
        case Choose(action="buy") if visit.station.can_buy:
            return visit.at(Identification()), ()
        case Choose(action="balance") if visit.station.can_see_balance:
            return visit.at(Identification()), ()
        case Choose(action="resume") if visit.station.can_see_balance:
            return visit.at(Resume()), ()
        case Back():
            return wiped(visit)
        case _:
            return visit.at(stage), ()


def identification(visit: Visit, stage: Identification, event: Event) -> Step:
    """The ID is parsed once, here; a wrong check digit is explained, not guessed."""
    match event:
        case SetIdType(type=code) if code in IdType.__members__:
            return visit.at(Identification(IdType(code))), ()
        case Continue():
            try:
                person = parse_id(stage.id_type, stage.typed)
            except InvalidId as invalid:
                return visit.at(replace(stage, error=invalid.code)), ()
            return visit.at(SecureKey(person)), ()
        case Back():
            return visit.at(Home()), ()
        case _:
            typed = type_text(stage.typed, event, ID_LENGTH_MAX)
            if stage.id_type is not IdType.PA and not (typed == "" or typed.isdigit()):
                typed = stage.typed
            if typed == stage.typed:
                return visit.at(stage), ()
            return visit.at(Identification(stage.id_type, typed)), ()


def secure_key(visit: Visit, stage: SecureKey, event: Event) -> Step:
    """The key leaves this state with the request, whatever central answers."""
    key = stage.key
    match event:
        case Continue() if key.text and not key.checking and visit.now_s >= key.wait_until_s:
            visit = visit.asking()
            sign_in = SignIn(visit.request, stage.person, key.text)
            return visit.at(replace(stage, key=Typing(caps=key.caps, checking=True))), (sign_in,)
        case SignedIn(session=session):
            return fetch_account(replace(visit, session=session, signed_in_s=visit.now_s))
        case Failed(code=code, retry_after_s=wait_s):
            wait_until_s = visit.now_s + wait_s if wait_s else 0.0
            return visit.at(replace(stage, key=Typing(error=code, wait_until_s=wait_until_s))), ()
        case Back() if not key.checking:
            return visit.at(Identification(stage.person.id_type)), ()
        case _:
            return visit.at(replace(stage, key=type_secret(key, event))), ()


def fetch_account(visit: Visit) -> Step:
    """Go to the account and ask central for it."""
    visit = visit.asking()
    return visit.at(AccountStage()), (FetchAccount(visit.request, visit.token),)


def account(visit: Visit, stage: AccountStage, event: Event) -> Step:
    """What is there to spend, what is held and why."""
    match event:
        case AccountFetched(account=fetched):
            visit = replace(visit, account=fetched)
            if not visit.claims_offered and any(can_decide(one) for one in fetched.unfinished):
                # What was interrupted comes first, once; afterwards it is on the account's page.
                return replace(visit, claims_offered=True).at(Interrupted()), ()
            return visit.at(AccountStage(loading=False)), ()
        case Failed(code=code):
            # What was fetched before may be wrong by now; an old balance is no balance.
            return replace(visit, account=None).at(AccountStage(loading=False, error=code)), ()
        case Retry() if stage.error:
            return fetch_account(visit)
        case Buy() if visit.account is not None and not stage.loading and visit.station.can_buy:
            return visit.at(Registrations(searching=not visit.account.registrations)), ()
        case OpenUnfinished() if visit.account is not None and visit.account.unfinished:
            return visit.at(Interrupted()), ()
        case Back():
            return wiped(visit)
        case _:
            return visit.at(stage), ()
