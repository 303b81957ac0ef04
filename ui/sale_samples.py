"""One plain view of every screen of a sale at the desk, for the self-check: invented data."""

from kiosk.staff.desk import views as v
from kiosk.staff.desk.sale import views as b
from kiosk.visit.views import Choice, CopyLine

BUYER = b.Buyer("A••• R•••••", "CC 1.990.000.001", "$230.000")
CHAMBER = b.Buyer(at_expense=True)
EXISTENCE, ENTRY = "Existencia y representación legal", "Matrícula mercantil"
NAME = "PANADERÍA EL NOGAL DE EJEMPLO S.A.S."
CART = (
    b.CartRow(EXISTENCE, NAME, 1, "$8.300"),
    b.CartRow(ENTRY, NAME, 2, "$8.400"),
)
CHOOSING = b.SaleChoosingBody(
    buyer=BUYER,
    fields=(),
    found=True,
    registration="00052310",
    name=NAME,
    warnings=(),
    items=(
        b.SoldLine("CerExi", EXISTENCE, "$8.300", 1, selected=True),
        b.SoldLine("CerMat", ENTRY, "$4.200", 2, selected=False),
        b.SoldLine("CerLib", "Libros registrados", "$4.200", 0, selected=False),
    ),
    cart=CART,
    copies=3,
    total="$16.700",
    no_sale="",
    error="",
    keys=(
        v.KeyLine("F2", "registration"),
        v.KeyLine("F3", "more"),
        v.KeyLine("F4", "less"),
    ),
)
PAYING = b.SalePayingBody(
    stage="fill",
    buyer=BUYER,
    ways=tuple(
        Choice(way, selected=way == "01") for way in ("01", "02", "03", "04", "06", "prepaid")
    ),
    way="01",
    fields=(v.FieldLine("given", "pesos", "20000", "$20.000"),),
    cart=CART,
    total="$16.700",
    given="$20.000",
    change="$3.300",
    reference="",
    reason="",
    recent=(),
    error="",
    wait_s=0,
)
COPIES = (
    CopyLine(EXISTENCE, 1, 1, "printed", "$8.300"),
    CopyLine(ENTRY, 1, 2, "printing", "$4.200"),
    CopyLine(ENTRY, 2, 2, "waiting", "$4.200"),
)
PRINTING = b.SalePrintingBody(
    buyer=BUYER,
    copies=COPIES,
    current=2,
    total=3,
    progress=0.45,
    remaining_s=31,
    waiting_for="",
    change="$3.300",
)
TOLD = b.SaleToldBody(
    ended="all",
    buyer=BUYER,
    copies=tuple(
        CopyLine(each.certificate, each.copy_number, each.copies, "printed", each.price)
        for each in COPIES
    ),
    trouble="",
    order_number="000123",
    recovery_code="K7M2QX",
    way="01",
    charged="$16.700",
    payment_number="C01-000006",
    change="$3.300",
    kept="",
    can_give_back=False,
    error="",
    paper=v.PaperLine("printed"),
    keys=(v.KeyLine("F6", "reverse", enabled=False), v.KeyLine("F7", "print")),
)
SALE_BODIES: tuple[b.SaleBody, ...] = (CHOOSING, PAYING, PRINTING, TOLD)
