"""The gallery of payments that could not be credited: every screen in every state that matters."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.staff.desk.payments import views as w
from kiosk.visit.views import Choice
from ui import payment_samples as s

CASE = s.PAYMENT
BEGUN = replace(CASE, actions=tuple(Choice(each.code) for each in CASE.actions), action="", approved=False, fields=(), target=None)  # fmt: skip
OUTSIDE = replace(BEGUN, actions=(Choice("apply"), Choice("return"), Choice("outside", selected=True)), action="outside", fields=CASE.fields[1:])  # fmt: skip
SURE = replace(
    CASE, stage="sure", actions=(), fields=(), reason="El banco digitó mal la referencia"
)
DONE = replace(SURE, stage="told", reason="", outcome="applied", applied_to="000123", decided_by="Carlos Muestra", decided_at="21 de nov, 10:41 a. m.", note="El banco digitó mal la referencia")  # fmt: skip
BY_HAND = replace(s.ROW, bank="", file="", line=0, why="expired", reference="123", age="5 h", amount="$120.000")  # fmt: skip
MANY = tuple(
    replace(s.ROW, payment_id=f"id-{n}", why=why, reference=f"99000000001{n}", line=n + 3, age=age, amount=amount)
    for n, (why, age, amount) in enumerate((("unknown", "6 d", "$20.000"), ("paid-before", "3 d", "$1.200.000"), ("amount-differs", "2 d", "$19.000"), ("sent-back", "1 d", "$43.000")))
)  # fmt: skip
TYPED = replace(CASE.fields[0], text="K7M2QZ", wrong=True)
EMPTY = replace(CASE.fields[1], text="", wrong=True)

PAYMENTS: dict[str, w.PaymentBodies] = {
    "76-desk-payments": replace(s.PAYMENTS, rows=(*MANY, BY_HAND), total="$1.402.000"),
    "76-desk-payments-many": replace(s.PAYMENTS, rows=MANY * 3, total="$3.846.000", more=True),
    "76-desk-payments-none": replace(s.PAYMENTS, rows=(), total="$0"),
    "76-desk-payments-offline": replace(s.PAYMENTS, rows=(), total="$0", asked=False, error="central-offline"),
    "77-desk-payment": BEGUN,
    "77-desk-payment-apply": replace(CASE, target=None, fields=(replace(CASE.fields[0], text=""), replace(CASE.fields[1], text=""))),
    "77-desk-payment-unknown": replace(CASE, target=None, fields=(TYPED, CASE.fields[1]), error="settlement-unknown"),
    "77-desk-payment-target": replace(CASE, fields=(CASE.fields[0], EMPTY), error="reason-missing"),
    "77-desk-payment-differs": replace(CASE, row=MANY[2], settlement="000123", target=replace(CASE.target, pays=False)),  # type: ignore[type-var]
    "77-desk-payment-sent-back": replace(OUTSIDE, row=MANY[3], actions=(Choice("outside", selected=True),)),
    "77-desk-payment-centavos": replace(BEGUN, centavos=50, actions=(Choice("return"), Choice("outside"))),
    "77-desk-payment-by-hand": replace(BEGUN, row=BY_HAND, settlement="000123"),
    "77-desk-payment-cashier": replace(BEGUN, row=MANY[3], actions=()),
    "77-desk-payment-outside": OUTSIDE,
    "77-desk-payment-refused": replace(CASE, error="payment-refused"),
    "78-desk-payment-sure": SURE,
    "78-desk-payment-sure-return": replace(SURE, action="return", target=None),
    "78-desk-payment-never": replace(SURE, error="never-done"),
    "78-desk-payment-unclear": replace(SURE, stage="unclear", error="central-offline"),
    "78-desk-payment-told": DONE,
    "78-desk-payment-before": replace(DONE, before=True),
    "78-desk-payment-returned": replace(DONE, action="return", target=None, outcome="returned", applied_to=""),
    "78-desk-payment-decided": replace(DONE, stage="look", action="", target=None, outcome="outside", applied_to="", decided_by="Luisa Ejemplo", error="already-decided"),
}  # fmt: skip
