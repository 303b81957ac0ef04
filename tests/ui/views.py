"""A gallery: every screen in every state that matters, with invented data. ``GALLERY`` maps a file name to a view."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace

from kiosk.contract.opening_hours import read_hours
from kiosk.visit import views as v
from kiosk.visit.comfort import SWITCHES, Comfort, cards_a_page, rows_a_page
from kiosk.visit.show_closed import week_lines

CHAMBER = "Cámara de Comercio de Ejemplo"
PHONE = "300 000 0001"
LONG_CHAMBER = "Cámara de Comercio de San Juan de la Ejemplar y los Municipios del Valle"
BRAND = {"primary": "#7A1F5C", "dark": "#4E0F39"}

CAFE = v.RegistrationLine(
    "99-204581",
    "Café de la Loma S.A.S.",
    "990.123.456-5",
    "legal_person",
    "Villa Ejemplo",
    "Activa",
)
SHOP = v.RegistrationLine(
    "99-204582", "Café de la Loma Centro", "", "establishment", "Villa Ejemplo", "Activa"
)
PERSON = v.RegistrationLine(
    "99-118203", "Ana Ejemplo Muestra", "1.990.000.001", "natural_person", "Villa Ejemplo", "Activa"
)
NONPROFIT = v.RegistrationLine(
    "S-990512",
    "Fundación para el Fomento de la Enseñanza, la Música y las Artes de los Niños de Villa Ejemplo",
    "990.555.120-3", "nonprofit", "Villa Ejemplo", "Activa",
)  # fmt: skip
BIDDER = v.RegistrationLine(
    "990077",
    "Constructora Invención e Hijos Ltda.",
    "990.777.001-9",
    "bidder",
    "San Ejemplo",
    "Cancelada",
)

EXISTENCE = v.CertificateCard(
    "EXREP", "Existencia y representación legal", "Para contratos, bancos y trámites ante entidades.",
    "$12.100", 70, 3, 1, can_add=True, can_remove=True,
)  # fmt: skip
MERCANTILE = v.CertificateCard(
    "MATR", "Matrícula mercantil", "Prueba que el comerciante está inscrito y al día.",
    "$6.100", 25, 1, 2, can_add=True, can_remove=True,
)  # fmt: skip
STORE = v.CertificateCard(
    "ESTAB", "Certificado del establecimiento", "Prueba que el local está inscrito y al día.",
    "$6.100", 20, 1, 0, can_add=True, can_remove=False,
)  # fmt: skip
LONG = v.CertificateCard(
    "ESADL", "Existencia y representación legal de entidades sin ánimo de lucro",
    "Para contratos, bancos, convenios con entidades públicas y trámites ante la autoridad que las vigila.",
    "$1.012.100", 185, 6, 10, can_add=False, can_remove=True,
)  # fmt: skip

IDS = tuple(v.Choice(code, selected=code == "CC") for code in ("CC", "NIT", "CE", "TI", "PA"))
IDS_PASSPORT = tuple(replace(choice, selected=choice.code == "PA") for choice in IDS)
IDS_NIT = tuple(replace(choice, selected=choice.code == "NIT") for choice in IDS)

MOVEMENTS = tuple(
    v.MovementLine(when, concept, description, amount, incoming)
    for when, concept, description, amount, incoming in (
        ("21 de nov, 10:35 a. m.", "purchase", "Matrícula mercantil, Café de la Loma S.A.S.", "-$6.100", False),
        ("20 de nov, 4:02 p. m.", "purchase", "Existencia y representación legal", "-$12.100", False),
        ("20 de nov, 8:15 a. m.", "top_up", "Caja 2, sede Centro", "+$50.000", True),
        ("3 de oct, 11:40 a. m.", "refund", "Certificado que no salió impreso", "+$6.100", True),
        ("1 de oct, 9:00 a. m.", "correction", "", "-$100", False),
    )
)  # fmt: skip
UNFINISHED = (
    v.UnfinishedLine("Matrícula mercantil", "Café de la Loma S.A.S.", "$6.100", "waiting", "K7M2QX", "20 de nov, 4:10 p. m."),
    v.UnfinishedLine("Existencia y representación legal", "Café de la Loma S.A.S.", "$12.100", "silent", "K7M2QX", "20 de nov, 4:10 p. m."),
    v.UnfinishedLine("Certificado del establecimiento", "Café de la Loma Centro", "$6.100", "working", "K7M2QX", "20 de nov, 4:12 p. m."),
)  # fmt: skip

LINES = (
    v.CartLine(
        "Existencia y representación legal", "Café de la Loma S.A.S.", 1, "$12.100", "$12.100"
    ),
    v.CartLine("Matrícula mercantil", "Café de la Loma S.A.S.", 2, "$6.100", "$12.200"),
)
TEN_LINES = tuple(
    v.CartLine(f"Existencia y representación legal {n}", "Fundación para el Fomento de la Enseñanza y la Música", 1, "$12.100", "$12.100")
    for n in range(1, 11)
)  # fmt: skip


def copies(*phases: str) -> tuple[v.CopyLine, ...]:
    """One copy a phase: the first certificate once, the second for all the rest."""
    first = v.CopyLine("Existencia y representación legal", 1, 1, phases[0], "$12.100")
    rest = len(phases) - 1
    return (
        first,
        *(
            v.CopyLine("Matrícula mercantil", n, rest, phase, "$6.100")
            for n, phase in enumerate(phases[1:], 1)
        ),
    )


def view(body: v.Body, **frame: object) -> v.View:
    """A view of a body, with the frame that the visit gives that screen."""
    name = type(body).__name__.removesuffix("Body")
    adjusts = {"can_adjust": name != "Printing" and not frame.get("busy")}
    given = adjusts | _FRAMES.get(name, {}) | frame
    return v.View(name, body, **({"chamber": CHAMBER} | given))  # type: ignore[arg-type]


_SIGNED_IN: dict[str, object] = {"session": "A••• R•••••", "can_finish": True}
_FRAMES: dict[str, dict[str, object]] = {
    "Home": {"can_go_back": True, "can_finish": True},
    "Identification": {"can_go_back": True, "can_finish": True, "step": 1, "step_name": "identification"},
    "SecureKey": {"can_go_back": True, "can_finish": True, "step": 1, "step_name": "identification"},
    "Account": _SIGNED_IN,
    "ChooseRegistration": _SIGNED_IN
    | {"can_go_back": True, "balance": "$100.000", "step": 2, "step_name": "registration"},
    "ChooseCertificates": _SIGNED_IN
    | {"can_go_back": True, "balance": "$100.000", "balance_hidden": False, "step": 3, "step_name": "certificates"},
    "Confirm": _SIGNED_IN
    | {"can_go_back": True, "balance": "$100.000", "balance_hidden": False, "step": 4, "step_name": "payment"},
    "Printing": {"session": "A••• R•••••", "step": 5, "step_name": "printing"},
    "Done": _SIGNED_IN,
    "Failure": _SIGNED_IN,
    "Interrupted": _SIGNED_IN,
    "Resume": {"can_go_back": True, "can_finish": True},
    "Accessibility": {"can_go_back": True, "can_finish": True, "can_adjust": False},
}  # fmt: skip

LONGEST_NOTICE = (
    "Por mantenimiento, del lunes 23 al viernes 27 de noviembre esta sede atiende de 10:00 a. m. a 3:00 p. m.; los "
    "certificados se pueden comprar en este dispensador a cualquier hora del día o por internet."
)
ATTRACT = v.AttractBody("ready", "enough", "online", can_buy=True, can_see_balance=True)
HOME = v.HomeBody((v.Choice("buy"), v.Choice("balance"), v.Choice("resume")))
IDENTIFICATION = v.IdentificationBody(
    IDS, "1.990.000.001", letters=False, error="", can_continue=True
)
KEY = v.KeyEntry(length=8, can_continue=True)
SECURE_KEY = v.SecureKeyBody("••••• 001", KEY)
ACCOUNT = v.AccountBody(
    loading=False, error="", has_account=True, available="$100.000", held="", movements=MOVEMENTS,
    unfinished=(), registrations=3, can_buy=True, buy_reason="",
)  # fmt: skip
REGISTRATIONS = v.ChooseRegistrationBody(
    "own",
    (CAFE, SHOP, PERSON),
    1,
    1,
    3,
    searching=False,
    query="",
    loading=False,
    error="",
    cart_count=0,
)
CERTIFICATES = v.ChooseCertificatesBody(
    CAFE, (EXISTENCE, MERCANTILE, STORE), 1, 1, (), loading=False, error="", count=3, total="$24.300",
    balance_after="$75.700", can_continue=True,
)  # fmt: skip
CONFIRM = v.ConfirmBody(
    "review", LINES, 3, "$24.300", "", own_account=True, balance_before="$100.000", balance_after="$75.700",
    paper="enough", error="", can_pay=True, key=v.KeyEntry(),
)  # fmt: skip
PRINTING = v.PrintingBody(copies("printed", "printing", "waiting"), 2, 3, 0.58, 9, "")
DONE = v.DoneBody(
    copies("printed", "printed", "printed"), 3, "$24.300", "", "$75.700", reporting=False, receipt="offered",
    receipt_error="", order_number="99-000123",
)  # fmt: skip
CLOSED = v.ClosedBody(
    "el lunes 23 de noviembre a las 8:00 a. m.",
    tuple(week_lines(read_hours("lu-vi 8:00-12:00, 14:00-17:30; sa 9:00-13:00").week, "es")),
    "Otro dispensador: Centro Comercial de Ejemplo, hasta las 9:00 p. m. En línea: certificados.example",
    PHONE,
)
SEVEN = tuple(
    week_lines(
        read_hours(
            "lu 8:00-12:00, 14:00-17:00; ma 8:10-12:00, 14:00-17:10; mi 8:20-12:00, 14:00-17:20; "
            "ju 8:30-12:00, 14:00-17:30; vi 8:40-12:00, 14:00-17:40; sa 9:00-13:00"
        ).week,
        "es",
    )
)
FAILURE = v.FailureBody(
    "PRN-02", "paper_out", "not_charged", "", copies("released", "released"), "", "99-000123",
    "0193f2a0-7b1c-7e21-9d1f-3b0c5a7d9e10", PHONE, can_retry=True,
)  # fmt: skip

INTERRUPTED = v.InterruptedBody(
    "choose", UNFINISHED[0], "K01", "000123", 1, 1, can_print=True, print_reason="", can_give_back=True, told="",
    reason="", balance="", phone=PHONE,
)  # fmt: skip
LONG_LINE = replace(
    UNFINISHED[0], certificate=LONG.name, registration=NONPROFIT.name, amount="$1.012.100"
)
STUCK = replace(INTERRUPTED, can_print=False, can_give_back=False)
TOLD = replace(INTERRUPTED, stage="told", balance="$87.900")
RESUME = v.ResumeBody("code", "K7M2", 6, "", 0, checking=False, can_continue=False)
FOUND = v.ResumeBody(
    "found", "K7M2QX", 6, "", 0, checking=False, can_continue=True, order_number="000123", when="20 de nov, 4:10 p. m.",
    place="K01", copies=(
        v.FoundLine("Existencia y representación legal", "charged"), v.FoundLine("Matrícula mercantil", "waiting"),
        v.FoundLine("Matrícula mercantil", "not_charged"),
    ),
)  # fmt: skip


ACCESSIBILITY = v.AccessibilityBody(
    tuple(v.Choice(code, selected=code == "100") for code in ("100", "125", "150")),
    tuple(v.Choice(code) for code in SWITCHES),
    ordinary=True,
)  # fmt: skip
ADJUSTED = v.AccessibilityBody(
    tuple(v.Choice(code, selected=code == "150") for code in ("100", "125", "150")),
    tuple(v.Choice(code, selected=True) for code in SWITCHES),
    ordinary=False,
)  # fmt: skip


def comfortable(given: v.View, comfort: Comfort) -> v.View:
    """The same screen for a person who wants it so, with as many rows as the visit gives it then."""
    body = given.body
    if isinstance(body, v.ChooseRegistrationBody):
        body = replace(body, items=body.items[: rows_a_page(comfort)])
    elif isinstance(body, v.ChooseCertificatesBody):
        body = replace(body, cards=body.cards[: cards_a_page(comfort)])
    return replace(
        given, body=body, text_scale=comfort.text_size, low_reach=comfort.low_reach, still=comfort.still,
        theme="contrast" if comfort.high_contrast else given.theme,
    )  # fmt: skip


def interrupted(body: v.InterruptedBody) -> v.View:
    """Screen 12 with the frame of its stage."""
    return view(body, can_go_back=body.stage in ("choose", "sure"))


GALLERY: dict[str, v.View] = {
    "01-attract": view(ATTRACT),
    "01-attract-low-paper": view(replace(ATTRACT, printing="near_end", paper="low")),
    "01-attract-balance-only": view(replace(ATTRACT, printing="paper_out", paper="out", can_buy=False)),
    "01-attract-printer-gone": view(replace(ATTRACT, printing="disconnected", paper="unknown", can_buy=False)),
    "01-attract-offline": view(replace(ATTRACT, network="offline", can_buy=False, can_see_balance=False)),
    "01-attract-limited": view(replace(ATTRACT, can_buy=False, limited="clock-wrong")),
    "01-attract-notice": view(replace(ATTRACT, notice="El lunes 23 de noviembre esta sede abre a las 10:00 a. m.")),
    "01-attract-notice-long": view(replace(ATTRACT, notice=LONGEST_NOTICE)),
    "01-attract-brand": view(ATTRACT, chamber=LONG_CHAMBER, brand=BRAND),
    "02-home": view(HOME),
    "02-home-no-paper": view(v.HomeBody((v.Choice("buy", enabled=False, reason="paper_out"), v.Choice("balance"), v.Choice("resume")))),
    "02-home-offline": view(v.HomeBody(tuple(v.Choice(code, enabled=False, reason="central-offline") for code in ("buy", "balance", "resume")))),
    "03-identification": view(IDENTIFICATION),
    "03-identification-empty": view(replace(IDENTIFICATION, typed="", can_continue=False)),
    "03-identification-scan": view(replace(IDENTIFICATION, typed="", can_continue=False, can_scan=True)),
    "03-identification-scanned": view(replace(IDENTIFICATION, can_scan=True, scanned=True)),
    "03-identification-no-document": view(replace(IDENTIFICATION, typed="", error="no-document", can_continue=False, can_scan=True)),
    "03-identification-check-digit": view(replace(IDENTIFICATION, id_types=IDS_NIT, typed="990.123.456-1", error="check-digit")),
    "03-identification-passport": view(replace(IDENTIFICATION, id_types=IDS_PASSPORT, typed="AX12345678901234", letters=True)),
    "03-identification-passport-error": view(replace(IDENTIFICATION, id_types=IDS_PASSPORT, typed="", letters=True, error="empty", can_continue=False)),
    "04-secure-key": view(SECURE_KEY),
    "04-secure-key-empty": view(replace(SECURE_KEY, key=v.KeyEntry())),
    "04-secure-key-shown": view(replace(SECURE_KEY, key=replace(KEY, shown="Muestra1", showing=True, caps=True))),
    "04-secure-key-long": view(replace(SECURE_KEY, key=replace(KEY, length=64))),
    "04-secure-key-wrong": view(replace(SECURE_KEY, key=v.KeyEntry(error="credentials-invalid"))),
    "04-secure-key-throttled": view(replace(SECURE_KEY, key=v.KeyEntry(error="throttled", wait_s=28))),
    "04-secure-key-checking": view(replace(SECURE_KEY, key=v.KeyEntry(checking=True)), busy=True, can_go_back=False),
    "06-account": view(ACCOUNT),
    "06-account-held": view(replace(ACCOUNT, held="$6.100", unfinished=UNFINISHED)),
    "06-account-loading": view(v.AccountBody(True, "", False, "", "", (), (), 0, False, "")),
    "06-account-error": view(v.AccountBody(False, "central-offline", False, "", "", (), (), 0, False, "")),
    "06-account-none": view(replace(ACCOUNT, has_account=False, available="$0", movements=())),
    "06-account-no-sale": view(replace(ACCOUNT, can_buy=False, buy_reason="cover_open", movements=())),
    "07-registration": view(REGISTRATIONS),
    "07-registration-five": view(replace(REGISTRATIONS, items=(replace(CAFE, in_cart=2), SHOP, PERSON, NONPROFIT, BIDDER), page=1, pages=4, total=18, cart_count=2)),
    "07-registration-none": view(replace(REGISTRATIONS, items=(), total=0)),
    "07-registration-search": view(replace(REGISTRATIONS, searching=True, query="café de la lo")),
    "07-registration-search-empty": view(replace(REGISTRATIONS, searching=True)),
    "07-registration-searching": view(replace(REGISTRATIONS, searching=True, query="café", loading=True)),
    "07-registration-nothing": view(replace(REGISTRATIONS, searching=True, query="zzz", error="nothing-found")),
    "07-registration-found": view(replace(REGISTRATIONS, source="found", items=(CAFE, SHOP), total=2, query="café")),
    "07-registration-page-error": view(replace(REGISTRATIONS, source="found", items=(CAFE, SHOP), total=2, query="café", error="central-offline")),
    "08-certificates": view(CERTIFICATES),
    "08-certificates-empty": view(replace(CERTIFICATES, cards=(replace(EXISTENCE, quantity=0, can_remove=False), STORE), count=0, total="$0", balance_after="$100.000", can_continue=False)),
    "08-certificates-pages": view(replace(CERTIFICATES, cards=(LONG, EXISTENCE, MERCANTILE), registration=NONPROFIT, pages=2, count=10, total="$10.121.000", balance_after="", error="insufficient-balance")),
    "08-certificates-warning": view(replace(CERTIFICATES, warnings=("Esta matrícula no se ha renovado desde 2024.", "Hay un trámite de inscripción en curso."))),
    "08-certificates-loading": view(replace(CERTIFICATES, cards=(), loading=True, count=0, total="$0", balance_after="$100.000", can_continue=False)),
    "08-certificates-error": view(replace(CERTIFICATES, cards=(), error="central-offline", count=0, total="$0", balance_after="$100.000", can_continue=False)),
    "09-confirm": view(CONFIRM),
    "09-confirm-ten": view(replace(CONFIRM, lines=TEN_LINES, count=10, total="$121.000", balance_after="", error="insufficient-balance", paper="low", can_pay=False)),
    "09-confirm-company": view(replace(CONFIRM, own_account=False, account="990.123.456-5", balance_before="", balance_after="")),
    "09-confirm-no-account": view(replace(CONFIRM, own_account=False, account="", balance_before="", balance_after="", error="no-account", can_pay=False)),
    "09-confirm-no-paper": view(replace(CONFIRM, paper="paper_out", can_pay=False)),
    "09-confirm-paper-short": view(replace(CONFIRM, paper="paper_short", pages_fit=2, can_pay=False)),
    "09-confirm-account": view(replace(CONFIRM, stage="account", typed_account="990.123.45")),
    "09-confirm-account-error": view(replace(CONFIRM, stage="account", typed_account="990.123.456-1", account_error="check-digit")),
    "09-confirm-key": view(replace(CONFIRM, stage="key", key=KEY)),
    "09-confirm-key-wrong": view(replace(CONFIRM, stage="key", own_account=False, account="990.123.456-5", key=v.KeyEntry(error="prepaid-key-invalid"))),
    "09-confirm-key-checking": view(replace(CONFIRM, stage="key", key=v.KeyEntry(checking=True)), busy=True, can_go_back=False),
    "09-confirm-recent": view(replace(CONFIRM, stage="recent", recent=("Existencia y representación legal · Café de la Loma S.A.S.",))),
    "10-printing": view(PRINTING),
    "10-printing-start": view(v.PrintingBody(copies("authorising"), 1, 1, 0.0, 0, "")),
    "10-printing-waiting": view(replace(PRINTING, waiting_for="paper_out")),
    "10-printing-ten": view(v.PrintingBody(copies("printed", "printed", "printed", "printing", *["waiting"] * 6), 4, 10, 0.34, 61, "")),
    "11-done": view(DONE),
    "11-done-one": view(replace(DONE, copies=copies("printed"), printed=1, charged="$12.100", balance="")),
    "11-done-ten": view(replace(DONE, copies=copies(*["printed"] * 10), printed=10, reporting=True)),
    "11-done-receipt-printing": view(replace(DONE, receipt="printing")),
    "11-done-receipt-printed": view(replace(DONE, receipt="printed")),
    "11-done-receipt-failed": view(replace(DONE, receipt="failed", receipt_error="paper_out")),
    "11-done-receipt-unavailable": view(replace(DONE, receipt="unavailable")),
    "12-interrupted": interrupted(INTERRUPTED),
    "12-interrupted-several": interrupted(replace(INTERRUPTED, pages=3, page=2, line=LONG_LINE)),
    "12-interrupted-no-paper": interrupted(replace(INTERRUPTED, can_print=False, print_reason="paper_out")),
    "12-interrupted-silent": interrupted(replace(INTERRUPTED, can_print=False, line=UNFINISHED[1])),
    "12-interrupted-working": interrupted(replace(STUCK, line=UNFINISHED[2])),
    "12-interrupted-claimed": interrupted(replace(STUCK, line=replace(UNFINISHED[0], state="claimed"))),
    "12-interrupted-decided": interrupted(replace(STUCK, line=replace(UNFINISHED[0], state="decided"))),
    "12-interrupted-sure": interrupted(replace(INTERRUPTED, stage="sure")),
    "12-interrupted-asking": interrupted(replace(INTERRUPTED, stage="asking")),
    "12-interrupted-printed": interrupted(replace(TOLD, told="printed")),
    "12-interrupted-not-printed": interrupted(replace(TOLD, told="not_printed", reason="paper_out")),
    "12-interrupted-uncertain": interrupted(replace(TOLD, told="uncertain", balance="")),
    "12-interrupted-given-back": interrupted(replace(TOLD, told="given_back", balance="$94.000")),
    "12-interrupted-charged": interrupted(replace(TOLD, told="charged")),
    "12-interrupted-not-confirmed": interrupted(replace(TOLD, told="not_confirmed", balance="")),
    "12-interrupted-refused": interrupted(replace(TOLD, told="refused", reason="already-decided")),
    "13-resume": view(RESUME),
    "13-resume-empty": view(replace(RESUME, typed="")),
    "13-resume-scan": view(replace(RESUME, typed="", can_scan=True)),
    "13-resume-no-code": view(replace(RESUME, typed="", can_scan=True, error="no-code")),
    "13-resume-whole": view(replace(RESUME, typed="K7M2QX", can_continue=True)),
    "13-resume-checking": view(replace(RESUME, typed="K7M2QX", checking=True), busy=True, can_go_back=False),
    "13-resume-unknown": view(replace(RESUME, typed="K7M2QZ", error="not-found")),
    "13-resume-throttled": view(replace(RESUME, typed="K7M2QZ", error="throttled", wait_s=28)),
    "13-resume-found": view(FOUND),
    "13-resume-found-ten": view(replace(FOUND, copies=tuple(v.FoundLine("Existencia y representación legal", state) for state in ("charged", "not_charged", "waiting", "working", "silent", "claimed", "decided", "charged", "charged", "charged")))),
    "17-accessibility": view(ACCESSIBILITY),
    "17-accessibility-session": view(ACCESSIBILITY, session="A••• R•••••"),
    "17-accessibility-on": view(ADJUSTED),
    "18-timeout-home": view(HOME, countdown_s=20),
    "18-timeout-certificates": view(CERTIFICATES, countdown_s=1),
    "19-unavailable-central": view(v.UnavailableBody("central", "central-offline", False, PHONE)),
    "19-unavailable-paper": view(v.UnavailableBody("paper", "paper_out", True, PHONE)),
    "19-unavailable-printer": view(v.UnavailableBody("printer", "cutter_jam", True, "")),
    "19-unavailable-disk": view(v.UnavailableBody("disk", "disk", False, PHONE)),
    "19-unavailable-closed": view(v.UnavailableBody("station", "out-of-service", False, PHONE)),
    "19-unavailable-stopped": view(v.UnavailableBody("station", "device-stopped", False, PHONE)),
    "19-unavailable-integrity": view(v.UnavailableBody("integrity", "integrity", False, PHONE)),
    "19-unavailable-unfinished": view(v.UnavailableBody("unfinished", "unfinished", True, PHONE)),
    "19-closed": view(CLOSED),
    "19-closed-until-further-notice": view(v.ClosedBody("", (), "", "")),
    "19-closed-every-day-another": view(replace(CLOSED, week=SEVEN, elsewhere=LONGEST_NOTICE)),
    "20-failure-not-charged": view(FAILURE),
    "20-failure-partly": view(replace(FAILURE, money="charged_partly", charged="$12.100", copies=copies("printed", "released", "released"), can_retry=False)),
    "20-failure-unknown": view(replace(FAILURE, money="held_unknown", charged="$12.100", copies=copies("printed", "uncertain", "released"), recovery_code="K7M2QX", can_retry=False, slip="printed")),
    "20-failure-slip-printing": view(replace(FAILURE, money="held_unknown", copies=copies("uncertain"), recovery_code="K7M2QX", can_retry=False, slip="printing")),
    "20-failure-slip-failed": view(replace(FAILURE, money="held_unknown", copies=copies("uncertain"), recovery_code="K7M2QX", can_retry=False, slip="failed")),
    "20-failure-release-pending": view(replace(FAILURE, code="NET-01", cause="central-offline", money="release_pending", copies=copies("released", "released"), recovery_code="K7M2QX", slip="printed")),
    "20-failure-ten": view(replace(FAILURE, money="held_unknown", copies=copies("printed", "uncertain", *["released"] * 8), recovery_code="K7M2QX", can_retry=False)),
    "20-failure-before": view(v.FailureBody("GEN-01", "internal", "not_charged", "", (), "", "", "", PHONE, can_retry=False)),
    "30-dark-certificates": view(CERTIFICATES, theme="dark"),
    "30-dark-attract": view(ATTRACT, theme="dark"),
    "30-dark-failure": view(replace(FAILURE, money="held_unknown", copies=copies("printed", "uncertain"), recovery_code="K7M2QX"), theme="dark"),
    "31-contrast-attract": view(ATTRACT, theme="contrast"),
    "31-contrast-certificates": view(CERTIFICATES, theme="contrast"),
    "31-contrast-account": view(replace(ACCOUNT, held="$6.100", unfinished=UNFINISHED[:1]), theme="contrast"),
    "32-large-text-home": view(HOME, text_scale=125),
    "33-largest-text-attract": view(ATTRACT, text_scale=150),
    "33-largest-text-home": view(HOME, text_scale=150),
    "33-largest-text-account": view(ACCOUNT, text_scale=150),
    "33-largest-text-registration": view(REGISTRATIONS, text_scale=150),
    "33-largest-text-certificates": view(CERTIFICATES, text_scale=150),
    "33-largest-text-confirm": view(CONFIRM, text_scale=150),
    "33-largest-text-key": view(SECURE_KEY, text_scale=150),
    "33-largest-text-printing": view(PRINTING, text_scale=150),
    "33-largest-text-done": view(DONE, text_scale=150),
    "31-contrast-interrupted": replace(interrupted(INTERRUPTED), theme="contrast"),
    "30-dark-resume": view(RESUME, theme="dark"),
    "33-largest-text-interrupted": replace(interrupted(INTERRUPTED), text_scale=150),
    "33-largest-text-identification-scan": view(replace(IDENTIFICATION, can_scan=True, scanned=True), text_scale=150),
    "33-larger-text-identification-scan": view(replace(IDENTIFICATION, can_scan=True), text_scale=125),
    "33-largest-text-resume": view(RESUME, text_scale=150),
    "33-largest-text-resume-found": view(FOUND, text_scale=150),
    "33-largest-text-failure": view(FAILURE, text_scale=150),
    "33-largest-text-closed": view(CLOSED, text_scale=150),
    "30-dark-closed": view(CLOSED, theme="dark"),
    "32-reach-closed": view(CLOSED, low_reach=True),
    "32-large-text-certificates": view(CERTIFICATES, text_scale=125),
}  # fmt: skip
