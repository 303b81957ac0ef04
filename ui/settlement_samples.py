"""A plain view of every screen of settlements: invented data."""

from kiosk.staff.desk import settlement_views as w
from kiosk.staff.desk import views as v

HOLDER, DOCUMENT = "A••• R•••••", "CC 1.990.000.001"
SETTLEMENTS = w.SettlementsBody((v.FieldLine("settlement", "text", "K7M2QX"),), "")
NEW_SETTLEMENT = w.NewSettlementBody(
    HOLDER, DOCUMENT, (v.FieldLine("amount", "pesos", "120000", "$120.000"),), ""
)
LOOK_KEYS = (
    v.KeyLine("F2", "another_settlement"),
    v.KeyLine("F4", "slip"),
    v.KeyLine("F5", "refresh"),
    v.KeyLine("F7", "reprint", enabled=False),
    v.KeyLine("F8", "cancel"),
)
SETTLEMENT = w.SettlementBody(
    stage="look",
    number="000123",
    code="K7M2QX",
    state="open",
    holder=HOLDER,
    document=DOCUMENT,
    amount="$120.000",
    made_at="20 de nov, 4:02 p. m.",
    expires_at="20 de dic, 4:02 p. m.",
    paid_at="",
    receipt="",
    reversed=False,
    locked_by="",
    locked_place="",
    locked_since="",
    mine=False,
    live=False,
    can_take=True,
    needs_shift=False,
    forms=(),
    form="",
    fields=(),
    given="",
    change="",
    reference="",
    done="",
    before=False,
    error="",
    paper=None,
    keys=LOOK_KEYS,
)
SETTLEMENT_BODIES: tuple[w.SettlementBodies, ...] = (SETTLEMENTS, NEW_SETTLEMENT, SETTLEMENT)
