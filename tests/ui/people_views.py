"""The gallery of people at the desk: every screen in every state that matters."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.staff.desk import views as v
from kiosk.staff.desk.people import views as w
from kiosk.visit.views import Choice
from ui import desk_samples as d
from ui import people_samples as s

FAULTS = {
    "first_name": "missing",
    "email": "mail",
    "landline": "phone",
    "mobile": "mobile",
    "municipality": "municipality",
}
WRONG = replace(
    s.REGISTER,
    agreed=False,
    agree_fault=True,
    fields=tuple(
        replace(
            each,
            text="" if each.name == "first_name" else each.text,
            fault=FAULTS.get(each.name, ""),
            wrong=each.name in FAULTS,
        )
        for each in s.REGISTER.fields
    ),
)
EMPTY = replace(
    s.REGISTER, agreed=False, fields=tuple(replace(each, text="") for each in s.REGISTER.fields)
)
COMPANY = replace(
    s.REGISTER,
    document="NIT 990.000.999-4",
    id_type="NIT",
    fields=(
        w.PersonField("legal_name", "La Ceiba S.A.S.", "", optional=False),
        *s.REGISTER.fields[4:],
    ),
)
CHANGE = replace(
    s.REGISTER,
    stage="change",
    agreed=False,
    fields=tuple(
        replace(each, text="" if each.name != "mobile" else "310 000 0009", optional=True)
        for each in s.REGISTER.fields[4:]
    ),
)
TYPING = replace(
    s.KEYPAD,
    stage="code",
    whys=(),
    keys=(),
    sent_to="n•••@c•••.invalid",
    until="21 de nov, 10:45 a. m.",
    fields=(v.FieldLine("code", "code", length=4),),
)
KEY = replace(TYPING, stage="key", fields=(v.FieldLine("key", "secret", length=9),))
NOBODY = tuple(Choice(each.code) for each in s.WHYS)


def own(step: str, length: int = 0) -> w.OwnKeyBody:
    return replace(
        s.OWN_KEY,
        stage=step,
        fields=(v.FieldLine(step, "code" if step == "code" else "secret", length=length),),
    )


def typing(step: str, field: v.FieldLine) -> w.EnrolBody:
    return replace(s.ENROL, stage=step, fields=(field,), size=0, runs=(), seed="")


PEOPLE: dict[str, v.DeskBody] = {
    "53-desk-customer-register": replace(d.CUSTOMER, found=False, error="account-unknown", fields=(replace(d.CUSTOMER.fields[0], wrong=True),), keys=(v.KeyLine("F3", "register"),)),
    "70-desk-register": s.REGISTER,
    "70-desk-register-empty": EMPTY,
    "70-desk-register-wrong": WRONG,
    "70-desk-register-company": COMPANY,
    "70-desk-register-offline": replace(s.REGISTER, error="central-offline"),
    "70-desk-register-no-words": replace(EMPTY, consent=(), error="central-offline"),
    "71-desk-change": CHANGE,
    "71-desk-change-nothing": replace(CHANGE, agreed=True, error="nothing-typed"),
    "71-desk-change-outdated": replace(CHANGE, error="consent-outdated"),
    "72-desk-person": s.PAGE,
    "72-desk-person-before": replace(s.PAGE, told="registered-before", confirmed=True, has_secure_key=True, has_prepaid_key=True),
    "72-desk-person-changed": replace(s.PAGE, told="contact-changed", to="n•••@c•••.invalid, n•••@o•••.invalid"),
    "72-desk-person-key-set": replace(s.PAGE, told="prepaid-key-set", to="n•••@c•••.invalid", confirmed=True, has_prepaid_key=True),
    "72-desk-person-no-mail": replace(s.PAGE, told="", email="", keys=(s.PAGE_KEYS[0], replace(s.PAGE_KEYS[1], enabled=False), s.PAGE_KEYS[2], replace(s.PAGE_KEYS[3], enabled=False))),
    "72-desk-person-no-server": replace(s.PAGE, told="", mail=False),
    "72-desk-person-company": replace(s.PAGE, told="", holder="La Ceiba S.A.S.", document="NIT 990.000.999-4", signs_in=False, has_prepaid_key=True),
    "72-desk-person-offline": replace(s.PAGE, told="", known=False, error="central-offline", keys=(v.KeyLine("F5", "refresh"),)),
    "73-desk-keypad": s.KEYPAD,
    "73-desk-keypad-why": replace(s.KEYPAD, whys=NOBODY, error="why-missing"),
    "73-desk-keypad-throttled": replace(s.KEYPAD, error="throttled", wait_s=47),
    "73-desk-keypad-document": replace(s.KEYPAD, by_code=False, to="", seen=True, keys=()),
    "73-desk-keypad-unseen": replace(s.KEYPAD, by_code=False, to="", keys=(), error="document-unseen"),
    "73-desk-keypad-confirm": replace(s.KEYPAD, purpose="confirm-address", whys=()),
    "73-desk-keypad-code": TYPING,
    "73-desk-keypad-code-wrong": replace(TYPING, error="code-invalid", fields=(v.FieldLine("code", "code", wrong=True),)),
    "73-desk-keypad-key": KEY,
    "73-desk-keypad-key-easy": replace(KEY, error="key-easy", fields=(v.FieldLine("key", "secret", wrong=True),)),
    "73-desk-keypad-again": replace(KEY, stage="again", fields=(v.FieldLine("again", "secret", length=3),)),
    "73-desk-keypad-unanswered": replace(TYPING, purpose="reset-secure-key", error="key-unanswered", sent_to="", fields=(v.FieldLine("code", "code", wrong=True),)),
    "74-desk-own-key": s.OWN_KEY,
    "74-desk-own-key-new": own("key", 8),
    "74-desk-own-key-short": replace(own("key"), error="staff-key-short"),
    "74-desk-own-key-again": own("again", 3),
    "74-desk-own-key-code": own("code", 4),
    "74-desk-own-key-refused": replace(own("present"), error="credentials-invalid"),
    "74-desk-own-key-throttled": replace(own("present"), error="throttled", wait_s=15),
    "74-desk-own-key-unanswered": replace(own("present"), error="own-unanswered"),
    "74-desk-own-key-told": replace(s.OWN_KEY, stage="told", fields=(), to=True),
    "75-desk-enrol": typing("login", v.FieldLine("user", "text", "nora")),
    "75-desk-enrol-given": typing("given", v.FieldLine("given", "secret", length=12)),
    "75-desk-enrol-key": typing("key", v.FieldLine("key", "secret", length=4)),
    "75-desk-enrol-again": typing("again", v.FieldLine("again", "secret")),
    "75-desk-enrol-refused": replace(typing("given", v.FieldLine("given", "secret", wrong=True)), error="credentials-invalid"),
    "75-desk-enrol-before": replace(typing("given", v.FieldLine("given", "secret", wrong=True)), error="already-enrolled"),
    "75-desk-enrol-expired": replace(typing("given", v.FieldLine("given", "secret", wrong=True)), error="key-expired"),
    "75-desk-enrol-unanswered": replace(typing("given", v.FieldLine("given", "secret", wrong=True)), error="enrol-unanswered"),
    "75-desk-enrol-scan": s.ENROL,
}  # fmt: skip
