"""One plain view of every screen of the cash desk, for the self-check: invented data."""

from dataclasses import replace

from kiosk.staff.desk import views as v
from kiosk.staff.desk.people.views import EnrolBody
from kiosk.staff.entry.view import SignInBody
from kiosk.staff.views import StaffView
from kiosk.visit.views import Choice, KeyEntry
from ui.copy_samples import COPY_BODIES
from ui.payment_samples import PAYMENT_BODIES
from ui.people_samples import PEOPLE_BODIES
from ui.record_samples import RECORD_BODIES
from ui.sale_samples import SALE_BODIES
from ui.settlement_samples import SETTLEMENT_BODIES

WHO = "Carlos Muestra"
DOOR = SignInBody(
    needs="see-cash",
    stage="login",
    login="carlos",
    key=KeyEntry(),
    code_length=0,
    code_size=6,
    error="",
    tries_left=0,
    wait_s=0,
    checking=False,
    can_continue=True,
    can_go_offline=False,
    roles=(),
    challenge="",
    fingerprint="",
    day="",
    answer="",
    answer_size=8,
)
DOOR_KEYS = (v.KeyLine("F2", "enrol"),)
LOCAL = v.LocalFacts(
    entered="key",
    is_back=False,
    shift_open=True,
    opened_at="21 de nov, 8:02 a. m.",
    base="$50.000",
    to_hand_in=0,
    queued=0,
    unclear=0,
)
LOCAL_IN = replace(LOCAL, entered="central")
HOLDER, DOCUMENT = "A••• R•••••", "CC 1.990.000.001"
PAYMENTS = tuple(
    v.PaymentLine(f"id-{n}", number, at, form, amount, "carlos", state, selected=n == 0)
    for n, (number, at, form, amount, state) in enumerate(
        (
            ("C01-000004", "21 de nov, 10:35 a. m.", "01", "$100.000", "stands"),
            ("C01-000003", "21 de nov, 10:31 a. m.", "03", "$30.000", "stands"),
            ("C01-000002", "21 de nov, 9:12 a. m.", "01", "$20.000", "reversal"),
            ("C01-000001", "21 de nov, 9:10 a. m.", "01", "$20.000", "reversed"),
        )
    )
)
WAITING = v.OperationLine("id-1", "K01", "HELD", "held", "2 h", "21 de nov, 8:20 a. m.", "$12.100")
PIECES = tuple(
    v.PieceLine(f"piece_{value}", shown, count, total)
    for value, shown, count, total in (
        (100_000, "$100.000", "", "$0"),
        (50_000, "$50.000", "2", "$100.000"),
        (20_000, "$20.000", "3", "$60.000"),
        (10_000, "$10.000", "", "$0"),
        (5_000, "$5.000", "1", "$5.000"),
        (2_000, "$2.000", "4", "$8.000"),
        (1_000, "$1.000", "", "$0"),
        (500, "$500", "5", "$2.500"),
        (200, "$200", "", "$0"),
        (100, "$100", "", "$0"),
        (50, "$50", "", "$0"),
    )
)
VOUCHERS = tuple(
    v.FieldLine(f"voucher_{form}", "pesos", text, note)
    for form, text, note in (
        ("02", "", ""),
        ("03", "30000", "$30.000"),
        ("04", "", ""),
        ("06", "", ""),
    )
)
HOME_KEYS = (
    v.KeyLine("F3", "customer"),
    v.KeyLine("F4", "queue"),
    v.KeyLine("F6", "unanswered", enabled=False),
    v.KeyLine("F7", "records"),
    v.KeyLine("F11", "settlement"),
    v.KeyLine("F8", "close"),
    v.KeyLine("F5", "refresh"),
    v.KeyLine("F1", "own_key"),
)
HOME = v.HomeBody(
    place="C01",
    role="cashier",
    own=True,
    shift_open=True,
    reopened="",
    opened_at="21 de nov, 7:58 a. m.",
    base="$50.000",
    waiting=1,
    oldest="2 h",
    waiting_money="$12.100",
    unclear=0,
    drawer="",
    told="",
    no_sale="",
    error="",
    keys=HOME_KEYS,
)
OPENING = v.OpeningBody((v.FieldLine("base", "pesos", "50000", "$50.000"),), "")
CUSTOMER = v.CustomerBody(
    id_types=tuple(Choice(code, selected=code == "CC") for code in ("CC", "NIT", "CE", "TI", "PA")),
    fields=(v.FieldLine("id", "number", "1990000001"),),
    found=True,
    holder=HOLDER,
    document=DOCUMENT,
    available="$230.000",
    held="$12.100",
    lines=(
        v.AccountLine("21 de nov, 10:35 a. m.", "top_up", "$100.000", incoming=True),
        v.AccountLine("21 de nov, 9:12 a. m.", "correction", "-$20.000", incoming=False),
        v.AccountLine("20 de nov, 4:02 p. m.", "purchase", "-$12.100", incoming=False),
    ),
    payments=PAYMENTS,
    can_top_up=True,
    no_sale="",
    error="",
    paper=None,
    keys=(
        v.KeyLine("F3", "person"),
        v.KeyLine("F4", "sell"),
        v.KeyLine("F6", "reverse"),
        v.KeyLine("F7", "reprint"),
        v.KeyLine("F8", "new_settlement"),
    ),
)
TOP_UP = v.TopUpBody(
    stage="fill",
    holder=HOLDER,
    document=DOCUMENT,
    available="$230.000",
    forms=tuple(Choice(code, selected=code == "01") for code in ("01", "02", "03", "04", "06")),
    form="01",
    fields=(
        v.FieldLine("amount", "pesos", "20000", "$20.000"),
        v.FieldLine("given", "pesos", "50000", "$50.000"),
    ),
    amount="$20.000",
    given="$50.000",
    change="$30.000",
    reference="",
    number="",
    before=False,
    error="",
    paper=None,
    keys=(),
)
REVERSAL = v.ReversalBody(
    stage="fill",
    holder=HOLDER,
    document=DOCUMENT,
    paid="C01-000004",
    paid_at="21 de nov, 10:35 a. m.",
    paid_by="carlos",
    form="01",
    amount="$100.000",
    fields=(v.FieldLine("reason", "text", "El cliente pidió otro valor"),),
    number="",
    before=False,
    error="",
    paper=None,
    keys=(),
)
APPROVAL = v.ApprovalBody(
    "reverse-top-up",
    "C01-000004",
    "$100.000",
    WHO,
    (
        v.FieldLine("login", "text", "sofia"),
        v.FieldLine("key", "secret", length=12),
        v.FieldLine("code", "code", length=4),
        v.FieldLine("reason", "text", "El cliente pidió otro valor"),
    ),
    "",
    0,
)
CLOSING = v.ClosingBody(
    stage="count",
    pieces=PIECES,
    fields=VOUCHERS,
    cash="$175.500",
    vouchers="$30.000",
    counted="$205.500",
    lines=(),
    difference="$0",
    sign="even",
    must_explain=False,
    explained="",
    unsent=0,
    offline=False,
    provisional=False,
    error="",
    paper=None,
    keys=(),
)
QUEUE = v.QueueBody(
    (v.FieldLine("code", "text"),),
    (WAITING,),
    searched=False,
    error="",
    keys=(v.KeyLine("F5", "refresh"),),
)
OPERATION = v.OperationBody(
    stage="look",
    line=WAITING,
    order_number="000123",
    recovery_code="K7M2QX",
    certificate="CerExi",
    registration="99-204581",
    events=(v.EventLine("21 de nov, 8:20 a. m.", "authorise", ""),),
    actions=(Choice("printed", selected=True), Choice("void")),
    action="printed",
    fields=(v.FieldLine("reason", "text", "El cliente mostró el papel"),),
    refunded=False,
    error="",
    keys=(),
)
UNANSWERED = v.UnansweredBody((v.UnansweredLine("top_up", "$20.000"),), "", "", "", "", "")
BODIES: tuple[v.DeskBody, ...] = (
    v.DoorBody(DOOR, "", "", DOOR_KEYS),
    HOME,
    OPENING,
    CUSTOMER,
    TOP_UP,
    REVERSAL,
    APPROVAL,
    CLOSING,
    QUEUE,
    OPERATION,
    UNANSWERED,
    *SETTLEMENT_BODIES,
    *PAYMENT_BODIES,
    *RECORD_BODIES,
    *COPY_BODIES,
    *SALE_BODIES,
    *PEOPLE_BODIES,
)


def desk_view(body: v.DeskBody, chamber: str) -> StaffView:
    """A body in its frame."""
    inside = not isinstance(body, v.DoorBody | EnrolBody)
    return StaffView(
        v.screen_of(body),
        body,
        chamber,
        who=WHO if inside else "",
        can_go_back=not isinstance(body, v.DoorBody | v.HomeBody),
        can_finish=inside,
    )


def desk_views(chamber: str) -> dict[str, StaffView]:
    """A view for every screen, by the screen's name."""
    return {v.screen_of(body): desk_view(body, chamber) for body in BODIES}
