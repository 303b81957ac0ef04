"""One plain view of every screen, for the self-check: invented data, nothing of a visit."""

from kiosk.visit import views as v
from kiosk.visit.comfort import SWITCHES, TEXT_SIZES
from ui.bridge import Frame
from ui.desk_samples import desk_views
from ui.staff_samples import staff_views

CHAMBER = "Cámara de Comercio de Ejemplo"
_KEY = v.KeyEntry(length=6, can_continue=True)
_REGISTRATION = v.RegistrationLine(
    "99-204581",
    "Café de la Loma S.A.S.",
    "990.123.456-5",
    "legal_person",
    "Villa Ejemplo",
    "Activa",
)
_CARD = v.CertificateCard(
    "EXREP",
    "Existencia y representación legal",
    "Para contratos, bancos y trámites ante entidades.",
    "$12.100",
    70,
    3,
    1,
    can_add=True,
    can_remove=True,
)
_COPY = v.CopyLine("Existencia y representación legal", 1, 1, "printed", "$12.100")
_BODIES: tuple[v.Body, ...] = (
    v.AttractBody("ready", "enough", "online", can_buy=True, can_see_balance=True),
    v.HomeBody((v.Choice("buy"), v.Choice("balance"), v.Choice("resume"))),
    v.IdentificationBody(
        tuple(v.Choice(code, selected=code == "CC") for code in ("CC", "NIT", "CE", "TI", "PA")),
        "1.990.000.001",
        letters=False,
        error="",
        can_continue=True,
    ),
    v.SecureKeyBody("••••• 001", _KEY),
    v.AccountBody(
        loading=False,
        error="",
        has_account=True,
        available="$100.000",
        held="",
        movements=(
            v.MovementLine(
                "21 de noviembre de 2026, 10:35 a. m.", "top_up", "", "$100.000", incoming=True
            ),
        ),
        unfinished=(),
        registrations=1,
        can_buy=True,
        buy_reason="",
    ),
    v.ChooseRegistrationBody(
        "own",
        (_REGISTRATION,),
        1,
        1,
        1,
        searching=False,
        query="",
        loading=False,
        error="",
        cart_count=0,
    ),
    v.ChooseCertificatesBody(
        _REGISTRATION,
        (_CARD,),
        1,
        1,
        (),
        loading=False,
        error="",
        count=1,
        total="$12.100",
        balance_after="$87.900",
        can_continue=True,
    ),
    v.ConfirmBody(
        "review",
        (
            v.CartLine(
                "Existencia y representación legal",
                "Café de la Loma S.A.S.",
                1,
                "$12.100",
                "$12.100",
            ),
        ),
        1,
        "$12.100",
        "••••• 001",
        own_account=True,
        balance_before="$100.000",
        balance_after="$87.900",
        paper="enough",
        error="",
        can_pay=True,
        key=_KEY,
    ),
    v.PrintingBody(
        (v.CopyLine("Existencia y representación legal", 1, 1, "printing"),), 1, 1, 0.4, 9, ""
    ),
    v.DoneBody(
        (_COPY,),
        1,
        "$12.100",
        "",
        "$87.900",
        reporting=False,
        receipt="offered",
        receipt_error="",
        order_number="000123",
    ),
    v.UnavailableBody("paper", "paper_out", can_see_balance=True, phone="300 000 0001"),
    v.ClosedBody("mañana a las 8:00 a. m.", (v.HoursLine("Domingo", ""),), "", "300 000 0001"),
    v.FailureBody(
        "PRN-02",
        "paper_out",
        "not_charged",
        "",
        (),
        "",
        "000123",
        "",
        "300 000 0001",
        can_retry=True,
    ),
    v.InterruptedBody(
        "choose",
        v.UnfinishedLine(
            "Existencia y representación legal",
            "Café de la Loma S.A.S.",
            "$12.100",
            "waiting",
            "K7MPQ2",
            "20 de nov, 4:10 p. m.",
        ),
        "K01",
        "000123",
        1,
        1,
        can_print=True,
        print_reason="",
        can_give_back=True,
        told="",
        reason="",
        balance="",
        phone="300 000 0001",
    ),
    v.AccessibilityBody(
        tuple(v.Choice(str(percent), selected=percent == 100) for percent in TEXT_SIZES),
        tuple(v.Choice(name) for name in SWITCHES),
        ordinary=True,
    ),
    v.ResumeBody("code", "K7MP", 6, "", 0, checking=False, can_continue=False),
)


def sample_views() -> dict[str, Frame]:
    """A view for every screen, by the screen's name."""
    visit = {name: v.View(name, body, CHAMBER) for body in _BODIES for name in [screen_of(body)]}
    return visit | staff_views(CHAMBER) | desk_views(CHAMBER)


def screen_of(body: v.Body) -> str:
    """The screen that draws a body: the name without "Body"."""
    return type(body).__name__.removesuffix("Body")
