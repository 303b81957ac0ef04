"""Draws the screens about people."""

from urllib.parse import parse_qs, urlsplit

from kiosk.contract.customer_keys import KEY_MAX, KEY_MIN
from kiosk.documents.qr import dark_runs, qr_size
from kiosk.identity import format_id, parse_id
from kiosk.staff.desk import views as v
from kiosk.staff.desk.form import Form
from kiosk.staff.desk.people import views as w
from kiosk.staff.desk.people.fields import OPTIONAL, fields_of
from kiosk.staff.desk.people.keypad import needs_why
from kiosk.staff.desk.people.page import PURPOSES, may_change, offered
from kiosk.staff.desk.people.state import (
    WHYS,
    Enrolling,
    Keypad,
    OwnKey,
    PeopleStage,
    PersonForm,
    PersonPage,
    Whose,
)
from kiosk.staff.desk.state import Desk
from kiosk.visit.views import Choice
from kiosk.visit.wording import short_instant

_KEYS = {"confirm": "F3", "prepaid_key": "F4", "secure_key": "F6"}


def body(desk: Desk, stage: PeopleStage) -> w.PeopleBody:
    """Any of these stages."""
    match stage:
        case PersonForm():
            return _form(stage)
        case PersonPage():
            return _page(desk, stage)
        case Keypad():
            return _keypad(desk, stage)
        case OwnKey():
            return _own_key(desk, stage)
        case Enrolling():
            return _enrolling(desk, stage)


def _document(whose: Whose) -> str:
    person = parse_id(whose.id_type, whose.number)
    return f"{person.id_type.value} {format_id(person)}"


def _form(stage: PersonForm) -> w.PersonFormBody:
    return w.PersonFormBody(
        stage=stage.mode,
        document=_document(stage.whose),
        id_type=stage.whose.id_type.value,
        fields=tuple(
            w.PersonField(
                name,
                stage.form.values.get(name, ""),
                stage.faults.get(name, ""),
                optional=stage.mode == "change" or name in OPTIONAL,
                wrong=name in stage.faults,
            )
            for name in fields_of(stage.mode, stage.whose.id_type)
        ),
        consent=stage.consent.paragraphs if stage.consent else (),
        agreed=stage.agreed,
        agree_fault="agreed" in stage.faults,
        error=stage.error,
    )


def _page(desk: Desk, stage: PersonPage) -> w.PersonBody:
    contact = stage.contact
    possible = offered(desk, stage)
    return w.PersonBody(
        holder=stage.whose.name,
        document=_document(stage.whose),
        known=contact is not None,
        email=contact.email if contact else "",
        confirmed=contact is not None and contact.confirmed,
        landline=contact.landline if contact else "",
        mobile=contact.mobile if contact else "",
        address=contact.address if contact else "",
        municipality=contact.municipality if contact else "",
        signs_in=contact is not None and contact.signs_in,
        has_secure_key=contact is not None and contact.has_secure_key,
        has_prepaid_key=contact is not None and contact.has_prepaid_key,
        mail=contact is not None and contact.mail,
        told=stage.told,
        to=", ".join(stage.to),
        error=stage.error,
        keys=(
            v.KeyLine("F2", "contact", may_change(desk, stage)),
            *(v.KeyLine(_KEYS[name], name, name in possible) for name in PURPOSES),
        )
        if contact
        else (v.KeyLine("F5", "refresh", not desk.waiting),),
    )


def _keypad(desk: Desk, stage: Keypad) -> w.CustomerKeyBody:
    contact = stage.page.contact
    typing = stage.step != "ready"
    return w.CustomerKeyBody(
        stage=stage.step,
        purpose=stage.purpose,
        document=_document(stage.page.whose),
        by_code=stage.by_code,
        to=contact.email if contact else "",
        sent_to=", ".join(stage.sent_to),
        until=short_instant(stage.until, desk.language) if stage.until else "",
        whys=tuple(Choice(each, selected=each == stage.why) for each in WHYS)
        if needs_why(stage) and not typing
        else (),
        seen=stage.seen,
        fields=(_secret(stage.form, stage.step, stage.error),) if typing else (),
        key_min=KEY_MIN,
        key_max=KEY_MAX,
        error=stage.error,
        wait_s=seconds_until(stage.wait_until_s, desk.now_s),
        keys=(v.KeyLine("F4", "have_code"),) if stage.by_code and not typing else (),
    )


def _own_key(desk: Desk, stage: OwnKey) -> w.OwnKeyBody:
    return w.OwnKeyBody(
        stage=stage.step,
        fields=() if stage.step == "told" else (_secret(stage.form, stage.step, stage.error),),
        to=stage.to,
        error=stage.error,
        wait_s=seconds_until(stage.wait_until_s, desk.now_s),
    )


def _enrolling(desk: Desk, stage: Enrolling) -> w.EnrolBody:
    name = stage.form.text("user")
    field = v.FieldLine("user", "text", name, wrong=stage.error != "")
    if stage.step != "login":
        field = _secret(stage.form, stage.step, stage.error)
    return w.EnrolBody(
        stage=stage.step,
        login=name,
        fields=() if stage.step == "scan" else (field,),
        size=qr_size(stage.uri) if stage.uri else 0,
        runs=tuple(w.Run(*run) for run in dark_runs(stage.uri, secret=True)) if stage.uri else (),
        seed=_seed(stage.uri),
        error=stage.error,
        wait_s=seconds_until(stage.wait_until_s, desk.now_s),
    )


def _secret(form: Form, step: str, error: str) -> v.FieldLine:
    kind = "code" if step == "code" else "secret"
    return v.FieldLine(step, kind, length=len(form.secrets.get(step, "")), wrong=error != "")


def _seed(uri: str) -> str:
    """What somebody without a camera types into their authenticator, in groups of four."""
    (seed,) = parse_qs(urlsplit(uri).query).get("secret", [""])
    return " ".join(seed[at : at + 4] for at in range(0, len(seed), 4))


def seconds_until(at_s: float, now_s: float) -> int:
    """Whole seconds a refusal still lasts.

    >>> seconds_until(12.5, 10.0), seconds_until(0.0, 10.0)
    (3, 0)
    """
    return max(0, -int(-(at_s - now_s) // 1)) if at_s else 0
