"""One's own key: changed by who types the present one and a code, and first set before the door.

The first time, what was handed over is good for one thing only: taking a key of one's own and the
second factor, whose seed is shown once. Its first code is typed at the door.
"""

from dataclasses import replace

from kiosk.contract.staff import identity as i
from kiosk.staff.desk.effects import Ask
from kiosk.staff.desk.events import (
    Answered,
    DeskEvent,
    EraseSecret,
    Failed,
    Type,
    TypeSecret,
)
from kiosk.staff.desk.form import Form, login
from kiosk.staff.desk.front import leave, look
from kiosk.staff.desk.people.keypad import LOST
from kiosk.staff.desk.people.state import Enrolling, OwnKey
from kiosk.staff.desk.people.typing import CODE_LENGTH, STAFF_KEY_MAX, typed
from kiosk.staff.desk.state import Desk, Home, SigningIn, Step
from kiosk.visit.events import Back, Continue

KEY = "/v1/staff/key"
ENROL = "/v1/staff/enrol"
KEY_MIN = 8
"""Central has more rules; this one needs no asking."""


def own_key(desk: Desk, stage: OwnKey, event: DeskEvent) -> Step:
    """Present key, new key twice, code; Enter ends each."""
    match event:
        case Back():
            return look(desk.at(Home()))
        case Answered(reply=i.StaffKeyChanged(told=told)):
            return desk.at(OwnKey("told", to=told)), ()
        case Failed(code=code, wait_s=wait_s):
            error = "own-unanswered" if code in LOST else code
            wait_until_s = desk.now_s + wait_s if wait_s else 0.0
            return desk.at(OwnKey(error=error, wait_until_s=wait_until_s)), ()
        case TypeSecret() | EraseSecret() if stage.step != "told":
            form = typed(stage.form, stage.step, event, STAFF_KEY_MAX)
            error = stage.error if form is stage.form else ""
            return desk.at(replace(stage, form=form, error=error)), ()
        case Continue() if stage.step == "told":
            return look(desk.at(Home()))
        case Continue() if desk.now_s >= stage.wait_until_s:
            return _change(desk, stage)
        case _:
            return desk, ()


def _change(desk: Desk, stage: OwnKey) -> Step:
    secrets = stage.form.secrets
    match stage.step:
        case "present" if not secrets.get("present"):
            return desk.at(replace(stage, error="present-missing")), ()
        case "present":
            return desk.at(replace(stage, step="key", error="")), ()
        case "key" | "again":
            form, step, error = _twice(stage.form, stage.step)
            after = "code" if step == "done" else "again" if step == "again" else "key"
            # mypy widens the literals to text
            return desk.at(replace(stage, form=form, step=after, error=error)), ()  # type: ignore[arg-type]
        case "code" if len(secrets.get("code", "")) != CODE_LENGTH:
            return desk.at(replace(stage, error="code-short")), ()
        case _:
            pass
    message = i.ChangeStaffKey(
        staff_session=desk.who.session,
        key=secrets["present"],
        new_key=secrets["key"],
        code=secrets["code"],
    )
    desk = desk.asking().at(OwnKey())
    return desk, (Ask(desk.request, KEY, message, i.StaffKeyChanged),)


def enrolling(desk: Desk, stage: Enrolling, event: DeskEvent) -> Step:
    """Name, what was handed over, a key of one's own twice; then the seed, once."""
    match event:
        case Back():
            return leave(desk)
        case Answered(reply=i.StaffEnrolled(provisioning_uri=uri)):
            return desk.at(Enrolling("scan", _named(stage), uri=uri)), ()
        case Failed(code=code, wait_s=wait_s):
            error = "enrol-unanswered" if code in LOST else code
            wait_until_s = desk.now_s + wait_s if wait_s else 0.0
            return desk.at(Enrolling("given", _named(stage), "", error, wait_until_s)), ()
        case Type(name="user", text=text) if stage.step == "login":
            form = stage.form.put("user", login(text))
            return desk.at(replace(stage, form=form, error="")), ()
        case TypeSecret() | EraseSecret() if stage.step in ("given", "key", "again"):
            form = typed(stage.form, stage.step, event, STAFF_KEY_MAX)
            error = stage.error if form is stage.form else ""
            return desk.at(replace(stage, form=form, error=error)), ()
        case Continue() if stage.step == "scan":
            return _to_the_door(desk, stage)
        case Continue() if desk.now_s >= stage.wait_until_s:
            return _enrol(desk, stage)
        case _:
            return desk, ()


def _enrol(desk: Desk, stage: Enrolling) -> Step:
    name, secrets = stage.form.text("user"), stage.form.secrets
    match stage.step:
        case "login" if not name:
            return desk.at(replace(stage, error="login-missing")), ()
        case "login":
            return desk.at(replace(stage, step="given", error="")), ()
        case "given" if not secrets.get("given"):
            return desk.at(replace(stage, error="given-missing")), ()
        case "given":
            return desk.at(replace(stage, step="key", error="")), ()
        case _:
            form, step, error = _twice(stage.form, stage.step)
    if step != "done":
        after = "again" if step == "again" else "key"
        # mypy widens the literals to text
        return desk.at(replace(stage, form=form, step=after, error=error)), ()  # type: ignore[arg-type]
    message = i.StaffEnrol(login=name, key=secrets["given"], new_key=secrets["key"])
    desk = desk.asking().at(Enrolling("again", _named(stage)))
    return desk, (Ask(desk.request, ENROL, message, i.StaffEnrolled),)


def _twice(form: Form, step: str) -> tuple[Form, str, str]:
    """After Enter on the new key: the form, the step that comes, and what is wrong."""
    key = form.secrets.get("key", "")
    if step == "key":
        if len(key) < KEY_MIN:
            return form.put_secret("key", ""), "key", "staff-key-short"
        return form, "again", ""
    if form.secrets.get("again", "") != key:
        return form.put_secret("key", "").put_secret("again", ""), "key", "key-differs"
    return form, "done", ""


def _named(stage: Enrolling) -> Form:
    """The name alone; it is no secret."""
    return Form({"user": stage.form.text("user")})


def _to_the_door(desk: Desk, stage: Enrolling) -> Step:
    """The seed is gone from here; the door knows already who comes."""
    desk, effects = leave(desk)
    assert isinstance(desk.stage, SigningIn), "that is where leaving leads"
    entry = replace(desk.stage.entry, login=stage.form.text("user")).at("key")
    return desk.at(replace(desk.stage, entry=entry)), effects
