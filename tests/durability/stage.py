"""Where the purchases happen: real central on a port, virtual printer, an account full of money.

The stage outlives every kiosk: each run gets a new device, and at its end three witnesses are
compared, the kiosk's disk, central's ledger and the paper.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.enrolment import make_enrol_code
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from central.operations.resolve import resolve
from central.operations.tables import Decision, OperationRow
from central.sample import ANA, PEOPLE
from drivers.virtual import VirtualPrinter
from kiosk.purchase.operation import TERMINAL
from kiosk.station.audit import AuditRow, first_break
from kiosk.store.store import FILE_NAME
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock
from tests.durability.buyer import Errand
from tests.durability.proxy import Exchange, Harm, Proxy
from tests.durability.tracer import Fault, Trace
from tests.durability.zygote import Zygote
from tests.proofs.promises import broken_at_the_end
from tests.support.central import Central, RunningClock, fresh_database, make_central
from tests.support.hall import Server
from tests.support.printer import CUSTOM, EPSON, FAST

_ROUNDS = 5
_LAST_LINE = "FINAL DEL CERTIFICADO"
_MONEY_A_RUN = 100_000
_THEIRS = {"VOIDED": ("VOIDED_BY_DEVICE", "VOIDED_BY_STAFF"), "CAPTURED": ("CAPTURED",)}


@dataclass(frozen=True)
class Script:
    """One way a purchase goes.

    Attributes:
        name: for people.
        profile: of the printer.
        copies: how many are bought.
        paper_ends_mm: after so much paper the roll is empty; somebody loads another.
        captures_lost: so many reports of paper do not reach central at first.
    """

    name: str
    profile: str
    copies: int
    paper_ends_mm: float | None = None
    captures_lost: int = 0


SCRIPTS = (
    Script("one copy", CUSTOM, 1),
    Script("three copies, paper out", EPSON, 3, paper_ends_mm=450.0),
    Script("offline, then back", EPSON, 1, captures_lost=2),
)


@dataclass
class Kiosk:
    """A kiosk's disk."""

    folder: Path

    @property
    def state(self) -> Path:
        return self.folder / "state"

    def rows(self, query: str) -> list[Any]:
        """What a stopped kiosk's database says."""
        connection = sqlite3.connect(f"file:{self.state / FILE_NAME}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def states(self) -> dict[str, str]:
        return dict(self.rows("SELECT op_id, state FROM operations"))

    def report(self) -> dict[str, Any]:
        """What the last run said."""
        path = self.folder / "report"
        found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return found


@dataclass
class Stage:
    """See the module."""

    folder: Path
    central: Central
    proxy: Proxy
    zygote: Zygote
    script: Script
    paper: VirtualPrinter
    deposits: int = sum(person.balance for person in PEOPLE)
    believed: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def kiosk(self) -> Kiosk:
        """A new device, and money for what it will sell."""
        made = Kiosk(self.folder / f"k{next(self._numbers)}")
        made.state.mkdir(parents=True)
        code = make_enrol_code(self.central.services, "K01")
        enrol(self.proxy.url, code, "V-1", made.state, SystemClock())
        self._pay_in()
        return made

    def errand(self, kiosk: Kiosk, copies: int, acks: str = "", mode: str = "") -> Errand:
        report = kiosk.folder / "report"
        report.unlink(missing_ok=True)
        return Errand(
            state=str(kiosk.state),
            url=self.proxy.url,
            device=self.paper.device_path,
            profile=self.script.profile,
            copies=copies,
            report=str(report),
            acks=acks,
            mode=mode,
        )

    def buy(
        self,
        kiosk: Kiosk,
        fault: Fault,
        *,
        record: bool = False,
        acks: str = "",
        mode: str = "",
    ) -> Trace:
        """The script, once."""
        lost = iter(range(self.script.captures_lost))

        def harm(exchange: Exchange) -> Harm | None:
            lose = exchange.path.endswith("capture") and next(lost, None) is not None
            return Harm(request_cut=0) if lose else None

        self.proxy.harm = harm
        with self._somebody_loads_paper():
            errand = self.errand(kiosk, self.script.copies, acks, mode)
            return self.zygote.run(errand, fault, record=record)

    def recover(self, kiosk: Kiosk) -> list[str]:
        """Start the program again until nothing is open; people decide by what they see."""
        self.proxy.harm = lambda _exchange: None
        self.paper.load_paper()
        for _ in range(_ROUNDS):
            trace = self.zygote.run(self.errand(kiosk, 0))
            if trace.status:
                return [f"the next start ended with {trace.status}: {kiosk.report()}"]
            left = {op: state for op, state in kiosk.states().items() if state not in TERMINAL}
            if not left:
                return []
            for op_id in (op for op, state in left.items() if state == "WAIT_PERSON"):
                decision = Decision.PRINTED if self.papers(kiosk, op_id) else Decision.VOID
                resolve(self.central.services, op_id, decision, "carlos", "seen")
        return ["still open after many starts"]

    def broken(self, kiosk: Kiosk) -> list[str]:
        """Compare the three witnesses of this kiosk, all of it settled."""
        broken = []
        for op_id, state in kiosk.states().items():
            papers = self.papers(kiosk, op_id)
            if state == "CAPTURED" and not papers:
                broken.append(f"I1: {op_id} is charged and has no paper")
            if state != "CAPTURED" and papers:
                broken.append(f"I2: {op_id} is {state} and has paper")
            if papers > 1:
                broken.append(f"I10: {op_id} has {papers} papers for one charge")
            self.believed[op_id] = self._as_central_says(op_id, state)
        chain = [AuditRow(*row) for row in kiosk.rows("SELECT * FROM audit ORDER BY seq")]
        if (at := first_break(chain)) is not None:
            broken.append(f"I8: the audit chain breaks at {at}")
        sent = kiosk.rows("SELECT device_seq FROM outbox ORDER BY device_seq")
        if [seq for (seq,) in sent] != list(range(1, len(sent) + 1)):
            broken.append("I8: numbers are missing in the outbox")
        left = kiosk.rows("SELECT count(*) FROM outbox WHERE done_at IS NULL")[0][0]
        if left:
            broken.append(f"I5: {left} messages are parked or unsent")
        kept = kiosk.rows("SELECT count(*) FROM operations WHERE content IS NOT NULL")[0][0]
        if kept:
            broken.append(f"{kept} certificates are still on the disk")
        return broken + broken_at_the_end(self.central.services, self.believed, self.deposits, 0)

    def papers(self, kiosk: Kiosk, op_id: str) -> int:
        """How many whole certificates of this operation came out."""
        [(code,)] = kiosk.rows(f"SELECT verification_code FROM operations WHERE op_id='{op_id}'")
        return sum(
            bool(code) and code in strip.text and _LAST_LINE in strip.text and strip.complete
            for strip in self.paper.strips
        )

    def _as_central_says(self, op_id: str, state: str) -> str:
        """Central's word for a state, where it has more than one; else another is a difference."""
        row = self.central.services.database.run(lambda db: db.get(OperationRow, op_id))
        theirs = row.state.value if row is not None else ""
        return theirs if theirs in _THEIRS.get(state, ()) else state

    def _pay_in(self) -> None:
        services = self.central.services

        def work(db: Session) -> None:
            holder = f"CC:{ANA.id_number}"
            account = open_account(db, services.chamber, AccountKind.PREPAID, holder).id
            top_up(db, services.chamber, account, _MONEY_A_RUN, "05", new_id(), services.now())

        services.database.run(work)
        self.deposits += _MONEY_A_RUN

    @contextmanager
    def _somebody_loads_paper(self) -> Iterator[None]:
        """While this lasts the roll ends once, if the script says so, and is replaced."""
        if self.script.paper_ends_mm is None:
            yield
            return
        over = False

        def load() -> None:
            self.paper.wait_until(lambda p: over or not p._mechanism.paper_present, 60.0)
            self.paper.load_paper()

        self.paper.paper_out(self.script.paper_ends_mm)
        hand = Thread(target=load, daemon=True)
        hand.start()
        try:
            yield
        finally:
            over = True
            self.paper.load_paper()
            hand.join()


@contextmanager
def open_stage(folder: Path, script: Script, zygote: Zygote) -> Iterator[Stage]:
    """Set it up for one script; clean afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    central = make_central(
        folder, fresh_database(folder, "sqlite"), RunningClock(), same_purchase_min=0
    )
    server = Server(central)
    server.on()
    try:
        with (
            Proxy(server.url) as proxy,
            VirtualPrinter(script.profile, link=folder / "printer", speed=FAST) as paper,
        ):
            yield Stage(folder, central, proxy, zygote, script, paper)
    finally:
        server.off()
        central.close()
