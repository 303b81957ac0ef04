"""The gallery of settlements: every screen in every state that matters."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.staff.desk import settlement_views as w
from kiosk.staff.desk import views as v
from kiosk.visit.views import Choice
from ui import settlement_samples as s

KEPT = v.PaperLine("kept", "", "recibo-C01-000005.pdf")
FORMS = ("01", "02", "03", "04", "06")
OPEN = s.SETTLEMENT


def keys_with(*on: str) -> tuple[v.KeyLine, ...]:
    """The keys of one that is only looked at, and those that work besides."""
    working = ("another_settlement", "refresh", *on)
    return tuple(replace(key, enabled=key.to in working) for key in s.LOOK_KEYS)


LOCKED = replace(OPEN, state="at-desk", expires_at="", locked_by="Luisa Ejemplo", locked_place="C02", locked_since="21 de nov, 10:35 a. m.", live=True, can_take=False, keys=keys_with())  # fmt: skip
SUPERVISED = replace(LOCKED, live=False, keys=(*keys_with()[:3], v.KeyLine("F6", "unlock"), *keys_with()[3:]))  # fmt: skip
OURS = replace(OPEN, state="at-desk", expires_at="", locked_by="Carlos Muestra", locked_place="C01", locked_since="21 de nov, 10:40 a. m.", mine=True, live=True, can_take=False, form="01", keys=())  # fmt: skip
FILL = replace(OURS, stage="fill", forms=tuple(Choice(code, selected=code == "01") for code in FORMS), fields=(v.FieldLine("given", "pesos", "150000", "$150.000"),), given="$150.000", change="$30.000")  # fmt: skip
CARD = replace(FILL, forms=tuple(Choice(code, selected=code == "03") for code in FORMS), form="03", fields=(v.FieldLine("reference", "text", "V-8812"),), given="", change="", reference="V-8812")  # fmt: skip
PAID = replace(OPEN, state="paid", expires_at="", paid_at="21 de nov, 10:41 a. m.", receipt="C01-000005", form="01", can_take=False, keys=keys_with("reprint"))  # fmt: skip
TOLD = replace(PAID, stage="told", given="$150.000", change="$30.000", paper=KEPT, keys=(v.KeyLine("F7", "print"),))  # fmt: skip
REASON = v.FieldLine("reason", "text", "El equipo de la caja C02 se apagó")

SETTLEMENTS: dict[str, w.SettlementBodies] = {
    "65-desk-settlements": s.SETTLEMENTS,
    "65-desk-settlements-unknown": replace(s.SETTLEMENTS, error="settlement-unknown", fields=(v.FieldLine("settlement", "text", "K7M2QZ", wrong=True),)),
    "65-desk-settlements-payments": replace(s.SETTLEMENTS, keys=(v.KeyLine("F3", "payments"),)),
    "65-desk-settlements-offline": replace(s.SETTLEMENTS, error="central-offline"),
    "66-desk-settlement-new": s.NEW_SETTLEMENT,
    "66-desk-settlement-new-limits": replace(s.NEW_SETTLEMENT, error="settlement-limits"),
    "67-desk-settlement": OPEN,
    "67-desk-settlement-slip": replace(OPEN, state="at-bank", paper=v.PaperLine("both", "", "volante-000123.pdf")),
    "67-desk-settlement-no-bank": replace(OPEN, keys=tuple(key for key in s.LOOK_KEYS if key.to != "slip")),
    "67-desk-settlement-made": replace(OPEN, done="made"),
    "67-desk-settlement-no-shift": replace(OPEN, can_take=False, needs_shift=True),
    "67-desk-settlement-locked": LOCKED,
    "67-desk-settlement-refused": replace(LOCKED, error="settlement-locked"),
    "67-desk-settlement-left": SUPERVISED,
    "67-desk-settlement-in-use": replace(SUPERVISED, live=True, error="settlement-in-use"),
    "67-desk-settlement-mine": replace(OURS, can_take=True, form="", keys=LOCKED.keys),
    "67-desk-settlement-gone": replace(OPEN, error="settlement-refused"),
    "67-desk-settlement-let-go": replace(OPEN, done="let-go"),
    "67-desk-settlement-unlocked": replace(OPEN, done="unlocked"),
    "67-desk-settlement-cancelled": replace(OPEN, state="cancelled", expires_at="", can_take=False, done="cancelled", keys=LOCKED.keys),
    "67-desk-settlement-expired": replace(OPEN, state="expired", expires_at="", can_take=False, keys=LOCKED.keys),
    "67-desk-settlement-paid": PAID,
    "67-desk-settlement-reversed": replace(PAID, reversed=True),
    "67-desk-settlement-closed": replace(PAID, error="settlement-closed", receipt="", form=""),
    "67-desk-settlement-copy": replace(PAID, paper=KEPT),
    "68-desk-settlement-fill": FILL,
    "68-desk-settlement-fill-short": replace(FILL, error="given-short", change="", given="$100.000", fields=(v.FieldLine("given", "pesos", "100000", "$100.000", wrong=True),)),
    "68-desk-settlement-card": CARD,
    "68-desk-settlement-sure": replace(FILL, stage="sure", forms=(), fields=()),
    "68-desk-settlement-never": replace(FILL, stage="sure", forms=(), fields=(), error="never-done"),
    "68-desk-settlement-unclear": replace(OURS, stage="unclear", error="central-offline"),
    "68-desk-settlement-told": TOLD,
    "68-desk-settlement-before": replace(TOLD, before=True, paper=v.PaperLine("failed", "paper_out")),
    "69-desk-settlement-unlock": replace(SUPERVISED, stage="unlock", fields=(REASON,), keys=()),
    "69-desk-settlement-cancel": replace(OPEN, stage="cancel", can_take=False, fields=(replace(REASON, text="", wrong=True),), error="reason-missing", keys=()),
}  # fmt: skip
