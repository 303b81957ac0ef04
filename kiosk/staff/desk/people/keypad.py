"""The keypad beside the cashier: its owner types a code and a key, and the screen shows dots.

What is typed lives in this stage until the question that takes it with it; every other way out of
the stage throws it away.
"""

from dataclasses import replace
from typing import Literal

from kiosk.contract.customer_keys import key_fault
from kiosk.contract.staff import people as p
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import (
    Answered,
    DeskEvent,
    EraseSecret,
    Failed,
    Go,
    Select,
    TypeSecret,
)
from kiosk.staff.desk.people.enter import open_page
from kiosk.staff.desk.people.state import WHYS, Keypad, PersonPage
from kiosk.staff.desk.people.typing import CODE_LENGTH, typed
from kiosk.staff.desk.state import Desk, Step
from kiosk.visit.events import Back, Continue

SEND = "/v1/staff/people/codes/send"
CONFIRM = "/v1/staff/people/codes/confirm"
SECURE = "/v1/staff/people/keys/secure"
PREPAID = "/v1/staff/people/keys/prepaid"
LOST = frozenset({"central-offline", "unavailable", "internal", "in-progress"})
"""After these nobody knows whether it was done."""


def begin(page: PersonPage, purpose: p.Purpose) -> Keypad:
    """By code wherever one can be sent; the first key has its reason already."""
    contact = page.contact
    assert contact is not None, "offered only once it is known"
    by_code = contact.mail and contact.email != ""
    has_one = contact.has_secure_key if purpose == "reset-secure-key" else contact.has_prepaid_key
    why: p.Why | None = None if has_one else "first"
    return Keypad(replace(page, told="", to=(), error=""), purpose, by_code, why=why)


def keypad(desk: Desk, stage: Keypad, event: DeskEvent) -> Step:
    """Ready, code, key, key again; one thing at a time, ended by Enter."""
    match event:
        case Back():
            return open_page(desk, stage.page.whose)
        case Answered(reply=p.CodeSent(to=to, expires_at=until)):
            return desk.at(replace(stage.at_code(), sent_to=to, until=until)), ()
        case Answered(reply=p.Contact()):
            return open_page(desk, stage.page.whose, "address-confirmed")
        case Answered(reply=p.KeySet(told=told)):
            done = "secure-key-set" if stage.purpose == "reset-secure-key" else "prepaid-key-set"
            # mypy widens the literals to text
            return open_page(desk, stage.page.whose, done, told)  # type: ignore[arg-type]
        case Failed():
            return desk.at(_failed(desk, stage, event)), ()
        case TypeSecret() | EraseSecret() if stage.step != "ready":
            form = typed(stage.form, stage.step, event)
            error = stage.error if form is stage.form else ""
            return desk.at(replace(stage, form=form, error=error)), ()
        case _ if stage.step == "ready":
            return _ready(desk, stage, event)
        case Continue() if desk.now_s >= stage.wait_until_s:
            return _go_on(desk, stage)
        case _:
            return desk, ()


def _ready(desk: Desk, stage: Keypad, event: DeskEvent) -> Step:
    """Why, and what proves whose it is."""
    match event:
        case Select(name="why", value=value):
            why = next((each for each in WHYS if each == value), stage.why)
            return desk.at(replace(stage, why=why, error="")), ()
        case Select(name="seen", value=value) if not stage.by_code:
            return desk.at(replace(stage, seen=value == "yes", error="")), ()
        case Continue() | Go(to="have_code") if stage.why is None and needs_why(stage):
            return desk.at(replace(stage, error="why-missing")), ()
        case Go(to="have_code") if stage.by_code:
            return desk.at(stage.at_code()), ()
        case Continue() if stage.by_code and desk.now_s >= stage.wait_until_s:
            return _send_code(desk, replace(stage, error=""))
        case Continue() if not stage.by_code and not stage.seen:
            return desk.at(replace(stage, error="document-unseen")), ()
        case Continue() if not stage.by_code:
            return desk.at(replace(stage, step="key", error="")), ()
        case _:
            return desk, ()


def needs_why(stage: Keypad) -> bool:
    """A key is set for a reason; an address is confirmed for none."""
    return stage.purpose != "confirm-address"


def _send_code(desk: Desk, stage: Keypad) -> Step:
    desk = desk.asking().at(stage)
    whose = stage.page.whose
    message = p.SendCode(
        staff_session=desk.who.session,
        id_type=whose.id_type,
        id_number=whose.number,
        purpose=stage.purpose,
    )
    return desk, (Ask(desk.request, SEND, message, p.CodeSent),)


def _go_on(desk: Desk, stage: Keypad) -> Step:
    secrets = stage.form.secrets
    match stage.step:
        case "code" if len(secrets.get("code", "")) != CODE_LENGTH:
            return desk.at(replace(stage, error="code-short")), ()
        case "code" if stage.purpose == "confirm-address":
            return _ask(desk, stage)
        case "code":
            return desk.at(replace(stage, step="key", error="")), ()
        case "key":
            key = secrets.get("key", "")
            if fault := key_fault(key, stage.page.whose.number):
                form = stage.form.put_secret("key", "")
                return desk.at(replace(stage, form=form, error=f"key-{fault}")), ()
            return desk.at(replace(stage, step="again", error="")), ()
        case _ if secrets.get("again", "") != secrets.get("key", ""):
            form = stage.form.put_secret("key", "").put_secret("again", "")
            return desk.at(replace(stage, step="key", form=form, error="key-differs")), ()
        case _:
            return _ask(desk, stage)


def _ask(desk: Desk, stage: Keypad) -> Step:
    """Code and key leave the state with the question, whatever central answers."""
    code, key = stage.form.secrets.get("code", ""), stage.form.secrets.get("key", "")
    whose = stage.page.whose
    desk = desk.asking().at(replace(stage, form=stage.form.without_secrets(), error=""))
    asked: dict[str, object] = {
        "staff_session": desk.who.session,
        "id_type": whose.id_type,
        "id_number": whose.number,
    }
    if stage.purpose == "confirm-address":
        message = p.ConfirmAddress.model_validate({**asked, "code": code})
        return desk, (Ask(desk.request, CONFIRM, message, p.Contact),)
    asked |= {"new_key": key, "why": stage.why}
    if stage.purpose == "reset-secure-key":
        reset = p.ResetSecureKey.model_validate({**asked, "code": code})
        return desk, (Ask(desk.request, SECURE, reset, p.KeySet),)
    proof: dict[str, object] = {"code": code} if stage.by_code else {"document_seen": True}
    prepaid = p.SetPrepaidKey.model_validate({**asked, **proof})
    return desk, (Ask(desk.request, PREPAID, prepaid, p.KeySet),)


def _failed(desk: Desk, stage: Keypad, event: Failed) -> Keypad:
    """Back to where the next try begins; what was typed is gone already."""
    wait_until_s = desk.now_s + event.wait_s if event.wait_s else 0.0
    code = event.code
    if stage.step == "ready":
        return replace(stage, error=code, wait_until_s=wait_until_s)
    if code == "code-needed":
        return replace(stage, step="ready", by_code=True, seen=False, error=code)
    if code in LOST and needs_why(stage):
        code = "key-unanswered"
    step: Literal["code", "key"] = "code" if stage.by_code else "key"
    return replace(stage, step=step, error=code, wait_until_s=wait_until_s)
