"""Drives the pure visit by hand: events in, effects collected, a clock moved by hand."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from kiosk.contract import messages as m
from kiosk.identity import IdType
from kiosk.ports import PrinterState
from kiosk.purchase.operation import State
from kiosk.purchase.order import Copy, CopyResult, Order, PurchaseResult, Trouble
from kiosk.station.capability import Capabilities, Health, judge
from kiosk.visit import events as e
from kiosk.visit.advance import advance
from kiosk.visit.effects import CloseSession, Effect
from kiosk.visit.state import Setup, Visit, begin
from kiosk.visit.view import view
from kiosk.visit.views import View

NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
WORKING = judge(Health(PrinterState(fault=None), central_online=True))
SESSION = m.SessionOpened(session="s" * 32, display_name="A••• R•••••", expires_at=NOW)
ORDER_ID = "01900000-0000-7000-8000-000000000001"


def make_registration(
    number: str = "99-000010", name: str = "EL NOGAL S.A.S."
) -> m.RegistrationSummary:
    return m.RegistrationSummary(
        number=number,
        chamber_code="99",
        name=name,
        nit="990000001-1",
        kind="legal_person",
        municipality="EJEMPLO (EJE)",
        status="ACTIVA",
    )


def make_account(available: int = 100_000, registrations: int = 1, **changes: object) -> m.Account:
    account = m.Account(
        id_type=IdType.CC,
        id_number="1990000001",
        check_digit="",
        display_name="A••• R•••••",
        has_prepaid_account=True,
        available=available,
        held=0,
        registrations=tuple(
            make_registration(f"99-{n:06d}") for n in range(10, 10 + registrations)
        ),
    )
    return account.model_copy(update=changes)


def make_catalogue(registration: m.RegistrationSummary, *prices: int) -> m.Catalogue:
    return m.Catalogue(
        registration=registration,
        items=tuple(
            m.CatalogueItem(
                certificate_type=f"Cer{n}",
                service_code="01010101",
                name=f"Certificado {n}",
                purpose="Para trámites.",
                price=price,
                pages=1,
                roll_mm=310,
            )
            for n, price in enumerate(prices, 1)
        ),
    )


def make_opened(total: int = 12_100, recent: tuple[str, ...] = ()) -> m.OrderOpened:
    return m.OrderOpened(
        order_id=ORDER_ID,
        order_number="000123",
        recovery_code="K7MPQ2",
        purchase_token="t" * 32,
        token_expires_at=NOW,
        total=total,
        available=100_000,
        recent_purchases=recent,
    )


def make_result(
    *states: State, trouble: Trouble = Trouble.NONE, settled: bool = True
) -> PurchaseResult:
    copies = tuple(
        Copy(
            f"01900000-0000-7000-8000-{n:012d}",
            "99-000010",
            "Cer1",
            n,
            12_100,
            "Certificado 1",
            "EL NOGAL",
        )
        for n in range(1, len(states) + 1)
    )
    order = Order(ORDER_ID, "000123", "K7MPQ2", "t" * 32, copies)
    return PurchaseResult(
        order,
        tuple(
            CopyResult(
                copy, state, trouble if state is not State.CAPTURED else Trouble.NONE, None, settled
            )
            for copy, state in zip(copies, states, strict=True)
        ),
    )


@dataclass
class Walk:
    """One machine in a test; ``effects`` are those of the last event."""

    visit: Visit = field(default_factory=lambda: begin(Setup(chamber="Cámara de Ejemplo"), WORKING))
    effects: tuple[Effect, ...] = ()
    now_s: float = 1000.0

    def send(self, *events: e.Event) -> "Walk":
        for event in events:
            self.visit, self.effects = advance(self.visit, event, self.now_s)
        return self

    def answer(self, event: e.Answer) -> "Walk":
        """Answer the newest request."""
        return self.send(replace(event, request=self.visit.request))

    def wait(self, seconds: float) -> "Walk":
        self.now_s += seconds
        return self.send(e.Tick())

    def type(self, text: str) -> "Walk":
        return self.send(*(e.KeyPressed(char) for char in text))

    @property
    def view(self) -> View:
        return view(self.visit)

    @property
    def closed_session(self) -> bool:
        return any(isinstance(effect, CloseSession) for effect in self.effects)

    def station(self, capabilities: Capabilities) -> "Walk":
        return self.send(e.StationChanged(capabilities))

    # -- short cuts to a stage -------------------------------------------------------------------

    def to_secure_key(self) -> "Walk":
        return self.send(e.Start(), e.Choose("buy")).type("1990000001").send(e.Continue())

    def to_account(self, account: m.Account | None = None) -> "Walk":
        self.to_secure_key().type("Clave-2026").send(e.Continue())
        self.answer(e.SignedIn(0, SESSION))
        return self.answer(e.AccountFetched(0, account or make_account()))

    def to_certificates(self, *prices: int, account: m.Account | None = None) -> "Walk":
        self.to_account(account).send(e.Buy())
        number = self.view.body.items[0].number
        self.send(e.SelectRegistration(number))
        return self.answer(
            e.CatalogueFetched(
                0, make_catalogue(make_registration(number), *(prices or (12_100, 6_100)))
            )
        )

    def to_key(self, account: m.Account | None = None) -> "Walk":
        return self.to_certificates(account=account).send(e.Add("Cer1"), e.Continue(), e.Pay())

    def to_printing(self) -> "Walk":
        self.to_key().type("4821").send(e.Continue())
        return self.answer(e.OrderOpened(0, make_opened()))
