"""The gallery of a sale at the desk: every screen in every state that matters."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.ports import PrinterFault
from kiosk.staff.desk import views as v
from kiosk.staff.desk.sale import views as b
from kiosk.visit.views import Choice, CopyLine
from ui import sale_samples as s

SEARCH = replace(s.CHOOSING, found=False, registration="", name="", items=(), cart=(), copies=0, total="$0", fields=(v.FieldLine("registration", "number", "00052310"),), keys=(v.KeyLine("F2", "registration", False), v.KeyLine("F3", "more", False), v.KeyLine("F4", "less", False)))  # fmt: skip
KEYED = replace(s.PAYING, ways=tuple(Choice(each.code, selected=each.code == "prepaid") for each in s.PAYING.ways), way="prepaid", fields=(), given="", change="")  # fmt: skip
SURE = replace(s.PAYING, stage="sure", ways=(), fields=())
TYPED = replace(KEYED, stage="sure", ways=(), fields=(v.FieldLine("prepaid_key", "secret", length=5),))  # fmt: skip
EXPENSE = replace(s.PAYING, buyer=s.CHAMBER, ways=(), way="expense", total="$0", given="", change="", fields=(v.FieldLine("reason", "text", "Oficio 12 de la fiscalía"),), reason="Oficio 12 de la fiscalía")  # fmt: skip


def ended(*phases: str) -> tuple[CopyLine, ...]:
    return tuple(replace(copy, phase=phase) for copy, phase in zip(s.COPIES, phases, strict=True))


NONE = replace(s.TOLD, ended="none", copies=ended("released", "released", "released"), charged="$0", kept="$16.700", can_give_back=True, trouble=PrinterFault.PAPER_OUT.value, paper=None, keys=(v.KeyLine("F6", "reverse"), v.KeyLine("F7", "print", False)))  # fmt: skip
TEN = tuple(CopyLine(s.EXISTENCE, number, 10, "printed" if number < 4 else "printing" if number == 4 else "waiting", "$8.300") for number in range(1, 11))  # fmt: skip
SALES: dict[str, b.SaleBody] = {
    "70-desk-sale-search": SEARCH,
    "70-desk-sale-not-found": replace(SEARCH, error="not-found", fields=(replace(SEARCH.fields[0], wrong=True),)),
    "70-desk-sale-second": replace(SEARCH, cart=s.CART, copies=3, total="$16.700", fields=(v.FieldLine("registration", "number"),)),
    "71-desk-sale-choosing": s.CHOOSING,
    "71-desk-sale-warned": replace(s.CHOOSING, warnings=("ESTA MATRÍCULA NO ESTÁ RENOVADA: EL CERTIFICADO LLEVARÁ UNA MARCA DE AGUA QUE LO DICE.",)),
    "71-desk-sale-empty": replace(s.CHOOSING, cart=(), copies=0, total="$0", error="cart-empty"),
    "71-desk-sale-paper": replace(s.CHOOSING, error="paper_short"),
    "71-desk-sale-expense": replace(s.CHOOSING, buyer=s.CHAMBER, total="$0"),
    "72-desk-sale-cash": s.PAYING,
    "72-desk-sale-short": replace(s.PAYING, error="given-short", change="", fields=(v.FieldLine("given", "pesos", "10000", "$10.000", wrong=True),)),
    "72-desk-sale-key": KEYED,
    "72-desk-sale-sure": SURE,
    "72-desk-sale-typing": TYPED,
    "72-desk-sale-wrong-key": replace(TYPED, error="prepaid-key-invalid", fields=(v.FieldLine("prepaid_key", "secret", wrong=True),)),
    "72-desk-sale-wait": replace(TYPED, error="throttled", wait_s=28, fields=(v.FieldLine("prepaid_key", "secret", wrong=True),)),
    "72-desk-sale-unclear": replace(SURE, stage="unclear", change="", error="central-offline"),
    "72-desk-sale-never": replace(SURE, error="never-done"),
    "72-desk-sale-recent": replace(SURE, stage="recent", recent=("Matrícula mercantil · PANADERÍA EL NOGAL · 10:31",)),
    "72-desk-sale-expense": EXPENSE,
    "72-desk-sale-expense-sure": replace(EXPENSE, stage="sure", fields=()),
    "73-desk-sale-printing": s.PRINTING,
    "73-desk-sale-held": replace(s.PRINTING, waiting_for="paper_out"),
    "73-desk-sale-ten": replace(s.PRINTING, copies=TEN, current=4, total=10, progress=0.34),
    "74-desk-sale-all": s.TOLD,
    "74-desk-sale-some": replace(s.TOLD, ended="some", copies=ended("printed", "released", "released"), charged="$8.300", kept="$8.400", trouble="paper_jam"),
    "74-desk-sale-none": NONE,
    "74-desk-sale-unknown": replace(s.TOLD, ended="unknown", copies=ended("printed", "uncertain", "released"), charged="$8.300", trouble="cover_open", paper=v.PaperLine("failed", "cover_open")),
    "74-desk-sale-not-begun": replace(NONE, ended="not-begun", copies=(), trouble="", error="not-possible", order_number="", recovery_code=""),
    "74-desk-sale-at-expense": replace(s.TOLD, buyer=s.CHAMBER, way="expense", charged="$0", payment_number="", change="", copies=tuple(replace(each, price="") for each in s.TOLD.copies)),
}  # fmt: skip
