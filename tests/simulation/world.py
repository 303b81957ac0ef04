"""One schedule: a chamber with some kiosks, everything that happens to them, and the verdict.

Phase one runs with faults. Phase two turns them off, mends what is broken, lets the stragglers
arrive and gives bounded time; then everything must be over, on both sides, and agree.
"""

import hashlib
import random
import traceback
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from central.sweeper import sweep
from kiosk.contract.messages import OperationState
from kiosk.purchase.operation import TERMINAL, State
from kiosk.store.journal import Journal
from tests.simulation.baton import Baton
from tests.simulation.chances import LYING, Constants, Faults, draw_chances, draw_constants
from tests.simulation.counter import Counter as DeskCounter
from tests.simulation.customers import Customers
from tests.simulation.disk import Disk, SimulatedStore
from tests.simulation.facts import central_operations, gather, kiosk_operations, owes
from tests.simulation.invariants import AT_THE_END, Breach, before_first_byte
from tests.simulation.node import KioskNode, NodeClock, device_row
from tests.simulation.printer import Strip
from tests.simulation.service import Answered, CentralCrash, CentralNode, stand_ins, template
from tests.simulation.staff import Staff
from tests.simulation.wire import Request

PHASE_ONE_S = 900.0
PHASE_TWO_S = 3_600.0
_SWEEP_S = 120.0
_LOOK_S = 20.0
_BOOKS_EVERY = 8
"""In one of so many schedules central's own check of its books is asked as well."""
_EXCUSED = frozenset({"I1", "I2", "I5", "I6", "I7", "I8", "I9", "I11", "one paper"})
"""What a disk that forgot, or a device people stopped, may break: it is counted, and money stays
right. Everything else may never be broken by anybody."""
_NEVER_PRINTS = (State.VOIDING, State.VOIDED, State.DECLINED, State.PRINT_FAILED_CLEAN)
_LIED = frozenset({"I1", "I2", "I7", "I9", "one paper", "I6"})


@dataclass
class Outcome:
    """What came of one schedule."""

    seed: int
    profile: str
    operations: int = 0
    steps: int = 0
    checks: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    excused: Counter[str] = field(default_factory=Counter)
    breaches: list[Breach] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    digest: str = ""


class World:
    """Everything of one schedule; ``left_out`` are strikes of faults that do not happen.

    ``at_desk``: the machines are desks, whose cashiers take the money of each order.
    """

    def __init__(
        self,
        seed: int,
        profile: str,
        left_out: frozenset[int] = frozenset(),
        *,
        at_desk: bool = False,
    ) -> None:
        self.outcome = Outcome(seed, profile)
        self.chance = random.Random(f"{profile}:{seed}")
        self.constants: Constants = draw_constants(self.chance, profile)
        chances = draw_chances(self.chance, profile)
        self.faults = Faults(
            self.chance,
            chances,
            (self.constants.limits.lease_s, self.constants.hold_s),
            left_out,
            lambda text: self.note("", text),
        )
        self.baton = Baton(self.chance)
        self._digest = hashlib.sha256()
        self.in_flight = 0
        self.lied: set[str] = set()
        self.central_jumped = False
        template()  # takes ids of its own, when it is made
        stand_ins(self.chance)
        constants = self.constants
        self.central = CentralNode(
            lambda: self.baton.now,
            self.chance.randbytes,
            lambda where: self.faults.strikes(f"central: crash {where} a commit"),
            signed=constants.signed,
            hold_s=constants.hold_s,
            hold_total_s=constants.hold_total_s,
            order_token_s=constants.token_s,
        )
        self.central.on_bug = lambda error: self.unexpected("C", error)
        self.note("", f"{constants}")
        self.nodes = [self._node(number) for number in range(constants.kiosks)]
        self.customers = Customers(self)
        self.staff = Staff(self)
        self.counter = DeskCounter(self) if at_desk else None

    # The story.

    def note(self, who: str, text: str) -> None:
        """A line of the trace, and of its digest."""
        line = f"{self.baton.now:9.3f} {who:>4} {text}" if hasattr(self, "baton") else text
        self.outcome.trace.append(line)
        self._digest.update(line.encode())

    def broken(self, invariant: str, what: str, op_id: str = "") -> None:
        """Note a broken invariant, unless it has its excuse."""
        self._judge(Breach(invariant, what, op_id))

    def unexpected(self, where: str, error: Exception) -> None:
        """An exception that the product did not mean: always a violation."""
        self.note(where, "".join(traceback.format_exception(error)))
        self.broken("no bug", f"{where}: {type(error).__name__}: {error}")

    def heard(self, request: Request, answer: Answered | None) -> None:
        """Central has dealt with a message; what can be checked at once is."""
        self.outcome.steps += 1
        told = "no answer"
        if answer is not None:
            told = f"{answer.status} {_told(answer.body)}"
        self.note("C", f"{request.path[3:]} {_about(request)} -> {told}")
        if request.path.startswith("/v1/operations/"):
            self.outcome.checks += 1
            row = self.central.raw.execute(
                "SELECT op_id FROM ledger_postings WHERE kind = 'purchase'"
                " GROUP BY op_id HAVING count(*) > 1"
            ).fetchone()
            if row:
                self.broken("I3", f"{row[0]} was charged twice", row[0])
        if answer is not None and (owing := owes(self.central.raw)):
            self.broken("I12", f"{owing} owes money without a late capture")

    def first_byte(self, node: KioskNode, code: str) -> str:
        """The first byte of a copy goes to a printer: I7 and I9. Returns whose copy it is."""
        self.outcome.checks += 3
        if node.printer.may_print_another:
            self.broken("one at a time", f"{code} prints behind a copy that may still come")
        here = [op for op in kiosk_operations(node.disk.raw).values() if op.code == code]
        printing = [op for op in here if op.state is State.PRINT_STARTED]
        mine = (printing or here)[-1:]
        if not mine:
            self.broken("I9", f"{code} prints, and nothing of it is saved")
            return ""
        op = mine[0]
        row = self.central.raw.execute(
            "SELECT state, hold_expires_at FROM operations WHERE id = ?", (op.op_id,)
        ).fetchone()
        left_s = 0.0
        if row and row[1]:
            left_s = (_instant(row[1]) - self.central.now()).total_seconds()
        self.note(node.name, f"prints {op.op_id[-6:]} ({code}), hold {left_s:.1f} s")
        state = OperationState(row[0]) if row else None
        for breach in before_first_byte(op.op_id, op.state, state, left_s):
            self._judge(breach)
        return op.op_id

    def paper_came(self, node: KioskNode, strip: Strip) -> None:
        """A whole paper came out: its operation must not be one that never prints."""
        if not strip.op_id or strip.retracted or node.forgetful:
            return
        self.outcome.checks += 1
        op = kiosk_operations(node.disk.raw).get(strip.op_id)
        if op is None or op.state in _NEVER_PRINTS:
            self.broken("I9", f"{strip.op_id} came out while {op and op.state}", strip.op_id)

    def while_down(self, node: KioskNode) -> None:
        """A machine is off: its disk may be exchanged before it starts anew."""
        self.staff.tamper(node)

    def clone(self, node: KioskNode, image: bytes) -> None:
        """A second machine with the same disk and the same identity."""
        other = KioskNode(self, f"{node.name}'", node.machine, _disk(len(self.nodes)))
        other.disk.restore(image)
        other.forgetful = node.forgetful = True
        self.nodes.append(other)
        self.customers.serve(other)
        other.start(self.faults.between(1.0, 60.0))

    # The schedule.

    def run(self) -> Outcome:
        """Run both phases and judge."""
        if self.counter is not None:
            self.counter.begin()
        for node in self.nodes:
            self.customers.serve(node)
            node.start(self.faults.between(0.0, 5.0))
        self.staff.begin()
        self.baton.at(self.faults.between(1.0, _SWEEP_S), self._sweep)
        self.baton.run(PHASE_ONE_S, self.customers.gone)
        self._calm()
        self._settle()
        self._end()
        return self.outcome

    def _calm(self) -> None:
        """Phase two: no more faults, everything mended, everybody back."""
        self.note("", "phase two")
        self.faults.on = False
        self.central.down_until_s = -1.0
        for node in self.nodes:
            node.printer.mend()
            if node.is_clone:
                node.retired = True
                node.stop()
            elif not node.up and not node.retired and not node.tasks:
                node.start()

    def _settle(self) -> None:
        until_s = self.baton.now + PHASE_TWO_S
        while self.baton.now < until_s:
            self.baton.run(self.baton.now + _LOOK_S)
            self.staff.decide_all()
            if self._is_settled():
                break

    def _is_settled(self) -> bool:
        if self.in_flight:
            return False
        for node in self.nodes:
            if node.retired or self.staff.has_stopped(node):
                continue
            if not node.up or node.recovering or self.customers.busy(node):
                return False
            raw = node.disk.raw
            if raw.execute(
                "SELECT 1 FROM outbox WHERE done_at IS NULL AND parked_reason IS NULL LIMIT 1"
            ).fetchone():
                return False
            open_now = [o for o in kiosk_operations(raw).values() if o.state not in TERMINAL]
            if any(op.op_id not in self.staff.left_open for op in open_now):
                return False
        return True

    def _end(self) -> None:
        facts = gather(
            self.central,
            self.nodes,
            frozenset(self.staff.left_open),
            by_product=self.counter is not None or self.outcome.seed % _BOOKS_EVERY == 0,
            paid_in=self.counter.taken if self.counter else 0,
        )
        for check in AT_THE_END:
            self.outcome.checks += 1
            for breach in check(facts):
                self._judge(breach)
        for node in self.nodes:
            if self.staff.has_stopped(node):
                self._stopped(node)
            self.baton_end(node)
        self._count_states()
        self.outcome.operations = len(facts.central)
        self.outcome.faults = self.faults.counts
        self.outcome.struck = self.faults.struck
        self.outcome.digest = self._digest.hexdigest()

    def _stopped(self, node: KioskNode) -> None:
        """A device that central stopped must have given cause."""
        device = node.machine.identity.device_id
        if device not in self.staff.tampered:
            self.broken("I8", f"{node.name} was stopped, nobody tampered with it", "")

    def baton_end(self, node: KioskNode) -> None:
        """Throw the tasks of a node out, so that nothing of a schedule outlives it."""
        node.up = False
        for task in node.tasks:
            self.baton.end(task)

    def _judge(self, breach: Breach) -> None:
        """Keep a breach, or count it where somebody tampered or lied."""
        known = {breach.device_id} if breach.device_id else self._devices_of(breach.op_id)
        excused = breach.invariant in _EXCUSED and bool(known & self.staff.tampered)
        if excused or (self.outcome.profile == LYING and self._is_lied_about(breach)):
            self.outcome.excused[breach.invariant] += 1
            return
        self.outcome.breaches.append(breach)
        self.note("", f"BROKEN {breach.invariant}: {breach.what}")

    def _is_lied_about(self, breach: Breach) -> bool:
        if breach.invariant not in _LIED:
            return False
        if self.central_jumped and breach.invariant in ("I7", "I6"):
            return True
        row = self.central.raw.execute(
            "SELECT verification_code FROM operations WHERE id = ?", (breach.op_id,)
        ).fetchone()
        lies = self.lied.union(*(node.printer.lied for node in self.nodes))
        return breach.op_id in lies or bool(row and row[0] in lies)

    def _devices_of(self, op_id: str) -> set[str]:
        """The one that sold it, and those that printed it for a claim."""
        rows = self.central.raw.execute(
            "SELECT device_id FROM operations WHERE id = ? OR of_op_id = ?", (op_id, op_id)
        )
        return {row[0] for row in rows}

    def _count_states(self) -> None:
        states = self.outcome.states
        for node in self.nodes:
            for (text,) in node.disk.raw.execute("SELECT row FROM audit"):
                if '"event":"operation"' not in text:
                    continue
                to = text.partition('"to":"')[2].partition('"')[0]
                source = text.partition('"source":"')[2].partition('"')[0]
                states[f"kiosk: {source or '-'} > {to}"] += 1
        for op in central_operations(self.central.raw).values():
            late = " late" if op.late and op.state is OperationState.CAPTURED else ""
            tombstone = " tombstone" if not op.known_order else ""
            states[f"central: {op.state}{late}{tombstone}"] += 1

    def _sweep(self) -> None:
        try:
            if sweep(self.central.services):
                self.outcome.states["central: expired by the sweeper"] += 1
        except CentralCrash:
            self.central.down_until_s = self.baton.now + 5.0
        if self.faults.on:
            self.baton.at(_SWEEP_S, self._sweep)

    def _node(self, number: int) -> KioskNode:
        machine = template().machines[number]
        node = KioskNode(self, f"K{number + 1}", machine, _disk(number))
        node.disk.restore(_enrolled(number))
        return node


@cache
def _enrolled(number: int) -> bytes:
    """What enrolment leaves on the disk of a machine."""
    disk, machine = Disk(), template().machines[number]
    store = SimulatedStore(disk, lambda _name: None, lambda: "")
    Journal(store, NodeClock(lambda: 0.0, 0.0, 0.0)).save_device(device_row(machine))
    return disk.image()


@cache
def _disk(number: int) -> Disk:
    """Disks are made once; a schedule gives them a new content."""
    return Disk()


def _instant(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _about(request: Request) -> str:
    body = request.body.decode(errors="replace")
    op = body.partition('"op_id":"')[2][30:36]
    seq = body.partition('"device_seq":')[2].partition(",")[0]
    return f"{op} #{seq}" if op else ""


def _told(body: bytes) -> str:
    text = body.decode(errors="replace")
    for key in ('"state":"', '"code":"'):
        found = text.partition(key)[2].partition('"')[0]
        if found:
            return found
    return ""
