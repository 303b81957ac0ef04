"""Settlements as the staff drives them: a cashier with an open shift, and what they may ask.

carlos = Cashier(central)              # signed in at desk C01, with an open shift
made = carlos.makes(20_000)            # a settlement for Ana
carlos.takes(made); carlos.pays(made)
"""

from dataclasses import dataclass, field
from typing import Any

import httpx

from central.db.ids import new_id
from central.ledger.statement import verify
from central.operations.consistency import contradictions
from kiosk.contract.staff import settlements as m
from kiosk.contract.staff.shifts import CloseShift, OpenShift
from tests.support.central import Central, enrolled
from tests.support.staff import Colleague, hired

PATH = "/v1/staff/settlements"
ANA = {"account_id_type": "CC", "account_id_number": "1990000001"}
ANA_HAS = 100_000
"""Pesos of the sample data."""


@dataclass
class Cashier:
    """Somebody at a paired desk; ``movement`` is what the last settlement was taken under."""

    central: Central
    login: str = "carlos"
    place: str = "C01"
    base: int = 50_000
    movement: str = ""
    colleague: Colleague = field(init=False)

    def __post_init__(self) -> None:
        terminal = enrolled(self.central, point_of_sale=self.place)
        self.colleague = hired(self.central, self.login, terminal)
        self.colleague.sign_in()
        good(self.colleague.ask("/v1/staff/shifts/open", OpenShift, base=self.base))

    def asks(self, name: str, kind: type[Any], **values: Any) -> httpx.Response:
        return self.colleague.ask(f"{PATH}/{name}", kind, **values)

    def makes(self, amount: int = 20_000, **changes: Any) -> m.SettlementState:
        values = {"settlement_id": new_id(), **ANA, "amount": amount} | changes
        return state(self.asks("make", m.MakeSettlement, **values))

    def finds(self, code: str) -> m.SettlementState:
        return state(self.asks("find", m.FindSettlement, code=code))

    def takes(self, made: m.SettlementState, movement: str = "") -> httpx.Response:
        self.movement = movement or new_id()
        values = {"settlement_id": made.settlement_id, "movement_id": self.movement}
        return self.asks("take", m.TakeSettlement, **values)

    def pays(self, made: m.SettlementState, **changes: Any) -> httpx.Response:
        values = {
            "settlement_id": made.settlement_id,
            "movement_id": self.movement,
            "payment_form": "01",
            "amount": made.amount,
        }
        return self.asks("pay", m.PaySettlement, **(values | changes))

    def lets_go(self, made: m.SettlementState, movement: str = "") -> httpx.Response:
        values = {"settlement_id": made.settlement_id, "movement_id": movement or self.movement}
        return self.asks("let-go", m.LetGoSettlement, **values)

    def unlocks(self, made: m.SettlementState, **changes: Any) -> httpx.Response:
        return self.asks("unlock", m.UnlockSettlement, settlement_id=made.settlement_id, **changes)

    def cancels(self, made: m.SettlementState) -> httpx.Response:
        return self.asks("cancel", m.CancelSettlement, settlement_id=made.settlement_id)

    def slip(self, made: m.SettlementState) -> httpx.Response:
        return self.asks("slip", m.HandSlip, settlement_id=made.settlement_id)

    def closes(self) -> Any:
        answer = self.colleague.ask("/v1/staff/shifts/close", CloseShift, pieces=())
        return good(answer)


def good(answer: httpx.Response) -> Any:
    """What a good answer says."""
    assert answer.status_code == 200, answer.text
    return answer.json()


def state(answer: httpx.Response) -> m.SettlementState:
    """A good answer as a settlement."""
    return m.SettlementState.model_validate(good(answer))


def refused(answer: httpx.Response) -> str:
    """The problem's code."""
    assert answer.status_code >= 400, answer.text
    return str(answer.json()["code"])


def balance(central: Central) -> int:
    """What Ana has available."""
    terminal = enrolled(central)
    return terminal.account(terminal.sign_in()).available


def nothing_wrong(central: Central) -> None:
    """Every sum and every story agrees."""
    database = central.services.database
    assert database.run(verify) == []
    assert database.run(lambda db: contradictions(db, "99")) == []
