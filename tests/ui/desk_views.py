"""The gallery of the cash desk: every screen in every state that matters, with invented data."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.staff.desk import views as v
from kiosk.staff.views import StaffView
from kiosk.visit.views import Choice, KeyEntry
from tests.ui.copy_views import COPIES
from tests.ui.payment_views import PAYMENTS
from tests.ui.people_views import PEOPLE
from tests.ui.record_views import RECORDS
from tests.ui.sale_views import SALES
from tests.ui.settlement_views import SETTLEMENTS
from ui import desk_samples as s

CHAMBER = "Cámara de Comercio de Ejemplo"
KEPT = v.PaperLine("kept", "", "recibo-C01-000005.pdf")
FORMS_CARD = tuple(Choice(code, selected=code == "03") for code in ("01", "02", "03", "04", "06"))
LINES = (
    v.FormLine("01", "$176.000", "$175.500", "-$500", "short"),
    v.FormLine("03", "$30.000", "$30.000", "$0", "even"),
)
PRINT = (v.KeyLine("F7", "print"),)
TOLD = replace(s.TOP_UP, stage="told", fields=(), number="C01-000005", paper=KEPT, keys=PRINT)
CLOSED = replace(s.CLOSING, stage="told", lines=LINES, difference="-$500", sign="short", fields=(v.FieldLine("reason", "text", "Una moneda bajo la bandeja"),), must_explain=True, keys=PRINT)  # fmt: skip
REFUND = replace(s.OPERATION, line=replace(s.WAITING, state="CAPTURED", why="captured"), actions=(Choice("refund"),), action="", fields=())  # fmt: skip
MANY = tuple(
    replace(s.WAITING, op_id=f"id-{n}", place=place, why=why, age=age, amount=amount)
    for n, (place, why, age, amount) in enumerate(
        (("K02", "operation-stale", "3 d", "$6.100"), ("K01", "held", "2 h", "$12.100"), ("K03", "expired", "1 h", "$6.100"), ("K01", "capture-quarantined", "44 min", "$43.000"), ("K01", "late-capture", "12 min", "$12.100"))
    )
)  # fmt: skip


def view(body: v.DeskBody, **frame: object) -> StaffView:
    return replace(s.desk_view(body, CHAMBER), **frame)  # type: ignore[arg-type]


def keys_on(*on: str) -> tuple[v.KeyLine, ...]:
    """The first screen's keys, more of them working."""
    return tuple(replace(key, enabled=key.enabled or key.to in on) for key in s.HOME_KEYS)


def door(stage: str, **changes: object) -> v.DoorBody:
    return v.DoorBody(replace(s.DOOR, stage=stage, **changes), "", "", s.DOOR_KEYS)  # type: ignore[arg-type]


DOOR_AWAY = (*s.DOOR_KEYS, v.KeyLine("F3", "challenge"))
DOOR_AWAY_OFF = (*s.DOOR_KEYS, v.KeyLine("F3", "challenge", enabled=False))
DESK_ROLES = (Choice("cashier", selected=True), Choice("supervisor"))
CHALLENGE = {"challenge": "BCDF-GHJK", "fingerprint": "418203", "day": "21 de noviembre de 2026"}
AWAY = replace(s.HOME, error="central-offline", shift_open=False, opened_at="", base="", keys=(v.KeyLine("F8", "close"), v.KeyLine("F5", "sign_in", enabled=False)))  # fmt: skip

DESK: dict[str, StaffView] = {
    "50-desk-door": view(door("login", login="", can_continue=False)),
    "50-desk-door-key": view(door("key", key=KeyEntry(length=11))),
    "50-desk-door-code": view(door("code", code_length=4, can_continue=False)),
    "50-desk-door-wrong": view(replace(door("key"), error="credentials-invalid")),
    "50-desk-door-idle": view(replace(door("login", login=""), reason="idle")),
    "50-desk-door-offline": view(replace(door("key"), error="central-offline", offline=True, keys=DOOR_AWAY)),
    "50-desk-door-offline-login": view(replace(door("login"), offline=True, keys=DOOR_AWAY)),
    "50-desk-door-offline-idle": view(replace(door("login", login="", can_continue=False), reason="idle", offline=True, keys=DOOR_AWAY_OFF)),
    "50-desk-door-return-wrong": view(replace(door("key", tries_left=2), error="return-wrong", offline=True, keys=DOOR_AWAY)),
    "50-desk-door-return-over": view(replace(door("key"), error="return-over", offline=True, keys=DOOR_AWAY)),
    "50-desk-door-back": view(replace(door("login"), reason="central-back")),
    "50-desk-door-handed-in": view(replace(door("login", login=""), reason="session-expired", told="taken")),
    "50-desk-door-role": view(replace(door("role", roles=DESK_ROLES), offline=True, keys=())),
    "50-desk-door-challenge": view(replace(door("challenge", answer="BCDF", can_continue=False, **CHALLENGE), offline=True, keys=())),
    "50-desk-door-answer-wrong": view(replace(door("challenge", tries_left=2, can_continue=False, **CHALLENGE), error="answer-wrong", offline=True, keys=())),
    "51-desk-home-away": view(replace(AWAY, local=s.LOCAL)),
    "51-desk-home-away-telephone": view(replace(AWAY, drawer="closed", keys=(v.KeyLine("F2", "open"), AWAY.keys[1]), local=replace(s.LOCAL, entered="challenge", shift_open=False, opened_at="", base="", to_hand_in=1, unclear=1, queued=2))),
    "51-desk-home-away-back": view(replace(AWAY, drawer="closed", local=replace(s.LOCAL, is_back=True, shift_open=False, opened_at="", base="", to_hand_in=1), keys=(v.KeyLine("F2", "open"), v.KeyLine("F5", "sign_in")))),
    "51-desk-home-refused": view(replace(s.HOME, told="refused", why="not-possible")),
    "57-desk-closing-handed-in": view(replace(CLOSED, handed_in=True)),
    "51-desk-home": view(s.HOME),
    "51-desk-home-closed": view(replace(s.HOME, shift_open=False, opened_at="", base="", waiting=0, oldest="", keys=(v.KeyLine("F2", "open"), *(key for key in s.HOME_KEYS if key.to != "close")))),
    "51-desk-home-reopened": view(replace(s.HOME, reopened="marta · 21 de nov, 6:02 p. m. · faltó una recarga")),
    "51-desk-home-administrator": view(replace(s.HOME, role="administrator", own=False, shift_open=False, opened_at="", base="", keys=tuple(key for key in s.HOME_KEYS if key.to in ("queue", "records", "settlement", "refresh"))), who="Marta Muestra"),
    "51-desk-home-unclear": view(replace(s.HOME, unclear=2, keys=keys_on("unanswered"))),
    "51-desk-home-offline": view(replace(s.HOME, error="central-offline", local=s.LOCAL_IN, keys=tuple(replace(key, enabled=key.to == "refresh") for key in s.HOME_KEYS))),
    "51-desk-home-supervisor": view(replace(s.HOME, role="supervisor", keys=(*s.HOME_KEYS, v.KeyLine("F12", "expense"))), who="Sofía Muestra"),
    "51-desk-home-no-printer": view(replace(s.HOME, no_sale="no_printer")),
    "51-desk-home-paper-out": view(replace(s.HOME, no_sale="paper_out")),
    "51-desk-home-asking": view(s.HOME, busy=True, can_finish=False),
    "51-desk-home-countdown": view(s.HOME, countdown_s=20),
    "51-desk-home-offline-open": view(replace(s.HOME, error="central-offline", local=s.LOCAL_IN, keys=tuple(replace(key, enabled=key.to in ("refresh", "close")) for key in s.HOME_KEYS))),
    "51-desk-home-provisional": view(replace(s.HOME, error="central-offline", local=replace(s.LOCAL_IN, to_hand_in=1), drawer="opened", shift_open=False, opened_at="", base="", keys=tuple(replace(key, enabled=key.to in ("refresh", "close")) for key in s.HOME_KEYS))),
    "51-desk-home-provisional-closed": view(replace(s.HOME, error="central-offline", local=replace(s.LOCAL_IN, shift_open=False, opened_at="", base="", to_hand_in=1), drawer="closed", shift_open=False, opened_at="", base="", keys=tuple(replace(key, enabled=key.to == "refresh") for key in s.HOME_KEYS))),
    "51-desk-home-superseded": view(replace(s.HOME, told="superseded")),
    "51-desk-home-taken": view(replace(s.HOME, told="taken")),
    "52-desk-opening": view(s.OPENING),
    "52-desk-opening-offline": view(replace(s.OPENING, error="central-offline", offline=True, keys=(v.KeyLine("F7", "open_offline"),))),
    "57-desk-closing-offline": view(replace(s.CLOSING, offline=True, keys=(v.KeyLine("F7", "close_offline"),))),
    "57-desk-closing-provisional": view(replace(CLOSED, provisional=True, must_explain=False, fields=(), unsent=1, paper=v.PaperLine("both", "", "cierre-C01.pdf"))),
    "53-desk-customer-search": view(replace(s.CUSTOMER, found=False, keys=())),
    "53-desk-customer-unknown": view(replace(s.CUSTOMER, found=False, keys=(), error="account-unknown", fields=(replace(s.CUSTOMER.fields[0], wrong=True),))),
    "53-desk-customer": view(s.CUSTOMER),
    "53-desk-customer-no-printer": view(replace(s.CUSTOMER, no_sale="no_printer", keys=tuple(replace(key, enabled=key.to != "sell") for key in s.CUSTOMER.keys))),
    "53-desk-customer-copy": view(replace(s.CUSTOMER, paper=KEPT)),
    "53-desk-customer-no-shift": view(replace(s.CUSTOMER, can_top_up=False, payments=(), held="")),
    "54-desk-top-up": view(s.TOP_UP),
    "54-desk-top-up-short": view(replace(s.TOP_UP, error="given-short", change="", fields=(s.TOP_UP.fields[0], replace(s.TOP_UP.fields[1], text="10000", note="$10.000", wrong=True)))),
    "54-desk-top-up-card": view(replace(s.TOP_UP, forms=FORMS_CARD, form="03", given="", change="", fields=(s.TOP_UP.fields[0], v.FieldLine("reference", "text", "V-8812")), reference="V-8812")),
    "54-desk-top-up-sure": view(replace(s.TOP_UP, stage="sure", fields=())),
    "54-desk-top-up-unclear": view(replace(s.TOP_UP, stage="unclear", fields=(), change="", error="central-offline")),
    "54-desk-top-up-never": view(replace(s.TOP_UP, stage="sure", fields=(), error="never-done")),
    "54-desk-top-up-told": view(TOLD),
    "54-desk-top-up-before": view(replace(TOLD, before=True, paper=v.PaperLine("failed", "paper_out"))),
    "55-desk-reversal": view(s.REVERSAL),
    "55-desk-reversal-told": view(replace(s.REVERSAL, stage="told", fields=(), number="C01-000005", paper=v.PaperLine("printed"), keys=PRINT)),
    "56-desk-approval": view(s.APPROVAL),
    "56-desk-approval-oneself": view(replace(s.APPROVAL, error="oneself")),
    "57-desk-closing": view(s.CLOSING),
    "57-desk-closing-unsent": view(replace(s.CLOSING, unsent=1)),
    "57-desk-closing-sure": view(replace(s.CLOSING, stage="sure", fields=())),
    "57-desk-closing-told": view(CLOSED),
    "57-desk-closing-explained": view(replace(CLOSED, must_explain=False, fields=(), explained="Una moneda bajo la bandeja", paper=v.PaperLine("both", "", "cierre-C01.pdf"))),
    "57-desk-closing-even": view(replace(CLOSED, must_explain=False, fields=(), lines=(replace(LINES[0], counted="$176.000", difference="$0", sign="even"), LINES[1]), difference="$0", sign="even", unsent=1, paper=KEPT)),
    "58-desk-queue": view(replace(s.QUEUE, rows=MANY)),
    "58-desk-queue-empty": view(replace(s.QUEUE, rows=())),
    "58-desk-queue-nothing": view(replace(s.QUEUE, rows=(), searched=True, error="nothing-found", fields=(v.FieldLine("code", "text", "K7M2QZ"),))),
    "59-desk-operation": view(s.OPERATION),
    "59-desk-operation-choose": view(replace(s.OPERATION, action="", fields=(), actions=(Choice("printed"), Choice("void")))),
    "59-desk-operation-refund": view(REFUND),
    "59-desk-operation-told": view(replace(s.OPERATION, stage="told", actions=(), fields=(), action="void")),
    "60-desk-unanswered": view(s.UNANSWERED),
    "60-desk-unanswered-made": view(replace(s.UNANSWERED, rows=(), told="made", kind="top_up", number="C01-000005", amount="$20.000")),
    "60-desk-unanswered-never": view(replace(s.UNANSWERED, rows=(), told="never")),
    **{name: view(body) for name, body in SETTLEMENTS.items()},
    **{name: view(body) for name, body in PAYMENTS.items()},
    "56-desk-approval-payment": view(replace(s.APPROVAL, action="apply-payment", about="777777 → 000123", amount="$20.000")),
    "60-desk-unanswered-decided": view(replace(s.UNANSWERED, rows=(v.UnansweredLine("payment", "$20.000"),), told="decided", kind="applied", number="000123", amount="$20.000")),
    **{name: view(body) for name, body in RECORDS.items()},
    **{name: view(body) for name, body in COPIES.items()},
    **{name: view(body, can_go_back=not name.startswith("73"), can_finish=not name.startswith("73")) for name, body in SALES.items()},
    **{name: view(body) for name, body in PEOPLE.items()},
}  # fmt: skip
