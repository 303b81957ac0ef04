"""I1 to I12, each a function over what both sides and the paper say; empty is the only good answer.

They know nothing of the simulator: any test that can fill ``Facts`` may ask them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kiosk.contract.messages import OperationState
from kiosk.purchase.operation import TERMINAL, State, may_go

_CAPTURED = OperationState.CAPTURED
_GONE = (
    OperationState.VOIDED_BY_DEVICE,
    OperationState.VOIDED_BY_STAFF,
    OperationState.DECLINED,
)
_AGREED = {
    State.CAPTURED: (_CAPTURED,),
    State.VOIDED: _GONE,
    State.DECLINED: (OperationState.DECLINED,),
}
_TRIES_MAX = 3
_SENDS = {
    State.INTENT: ("authorise", "claim"),
    State.PRINTED: ("capture",),
    State.VOIDING: ("void",),
}
"""States that must tell central, in the commit that makes them."""


@dataclass(frozen=True)
class CentralOperation:
    """Central's side of one operation; ``charges`` are the amounts of its purchase postings."""

    op_id: str
    device_id: str
    state: OperationState
    price: int
    late: bool
    code: str
    kind: str
    known_order: bool
    charges: tuple[int, ...]


@dataclass(frozen=True)
class KioskOperation:
    """A kiosk's side of one operation."""

    op_id: str
    state: State
    price: int
    code: str


@dataclass(frozen=True)
class Message:
    """An outbox row."""

    device_seq: int
    op_id: str
    kind: str
    done: bool
    parked: str


@dataclass(frozen=True)
class KioskFacts:
    """What one disk says. ``forgetful``: it was restored, cloned or lost, so it may be ignorant."""

    name: str
    device_id: str
    operations: dict[str, KioskOperation]
    messages: tuple[Message, ...]
    audit: tuple[str, ...]
    broken_audit_row: int | None
    forgetful: bool = False
    stopped: bool = False


@dataclass(frozen=True)
class Facts:
    """Everything both sides and the paper say at one moment.

    Attributes:
        kiosks: their disks.
        central: its operations by id.
        numbers: the money messages central has of each device: number to operation and kind.
        papers: how many whole papers of each verification code somebody could take.
        originals: those of them that bear no mark of a copy.
        flagged: operations central calls people for (incident, quarantine, decision).
        contradictions: what central's own check of its books says.
        deposits: pesos ever paid in.
        sums: available, held and spent pesos of all prepaid accounts.
    """

    kiosks: tuple[KioskFacts, ...]
    central: dict[str, CentralOperation]
    numbers: dict[str, dict[int, tuple[str, str]]]
    papers: Counter[str]
    originals: Counter[str]
    flagged: frozenset[str]
    contradictions: tuple[str, ...]
    deposits: int
    sums: tuple[int, int, int]
    unsettled_by_choice: frozenset[str] = frozenset()
    by_code: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Breach:
    """A broken invariant; operation and device are empty where it is about no single one."""

    invariant: str
    what: str
    op_id: str = ""
    device_id: str = ""


Check = Callable[[Facts], Iterator[Breach]]


def i1_charged_has_paper(facts: Facts) -> Iterator[Breach]:
    """Captured: at least one complete paper came out."""
    for op in facts.central.values():
        if op.state is _CAPTURED and op.kind == "sale" and not facts.papers[op.code]:
            yield Breach("I1", f"{op.op_id} is captured, no whole paper came out", op.op_id)


def i2_paper_is_charged(facts: Facts) -> Iterator[Breach]:
    """A complete paper: finally captured, so that its code is valid."""
    for code, count in facts.papers.items():
        op = facts.central.get(facts.by_code.get(code, ""))
        if not count or op is None or op.state is _CAPTURED:
            continue
        if op.op_id not in facts.unsettled_by_choice:
            yield Breach("I2", f"{op.op_id} came out whole, central says {op.state}", op.op_id)


def one_paper(facts: Facts) -> Iterator[Breach]:
    """One operation, one paper: a retry only after proof that nothing came out."""
    for code, count in facts.originals.items():
        if count > 1:
            op_id = facts.by_code.get(code, "")
            yield Breach("one paper", f"{count} papers of {op_id}", op_id)


def i3_one_capture(facts: Facts) -> Iterator[Breach]:
    """At most one charge an operation, of the frozen price."""
    for op in facts.central.values():
        if len(op.charges) > 1 or any(amount != op.price for amount in op.charges):
            yield Breach("I3", f"{op.op_id} costs {op.price}, charged {op.charges}", op.op_id)
        if bool(op.charges) != (op.state is _CAPTURED and op.price > 0):
            yield Breach("I3", f"{op.op_id} is {op.state}, charged {op.charges}", op.op_id)
    for kiosk in facts.kiosks:
        for mine in kiosk.operations.values():
            theirs = facts.central.get(mine.op_id)
            if theirs and theirs.known_order and theirs.price != mine.price:
                yield Breach("I3", f"{mine.op_id} was shown {mine.price}, not {theirs.price}")


def i4_money_is_conserved(facts: Facts) -> Iterator[Breach]:
    """Available, held and spent are what was paid in; the books have no contradiction."""
    if sum(facts.sums) != facts.deposits:
        yield Breach("I4", f"{facts.sums} do not add up to {facts.deposits}")
    for line in facts.contradictions:
        yield Breach("I12" if "owes" in line else "I4", line)


def i5_everything_ends(facts: Facts) -> Iterator[Breach]:
    """Nothing is left open but what waits for a person, and that is listed."""
    for kiosk in facts.kiosks:
        if kiosk.stopped:
            continue
        for op in kiosk.operations.values():
            if op.state not in TERMINAL and op.op_id not in facts.unsettled_by_choice:
                what = f"{kiosk.name}: {op.op_id} is still {op.state}"
                yield Breach("I5", what, op.op_id, kiosk.device_id)
        for item in kiosk.messages:
            if item.parked and not kiosk.forgetful:
                what = f"{kiosk.name}: {item.kind} of {item.op_id} is parked: {item.parked}"
                yield Breach("I5", what, item.op_id, kiosk.device_id)
            elif not item.done and not item.parked:
                what = f"{kiosk.name}: {item.kind} {item.device_seq} was never sent"
                yield Breach("I5", what, item.op_id, kiosk.device_id)


def i6_both_agree(facts: Facts) -> Iterator[Breach]:
    """Both sides agree on every operation that is over.

    One exception, which central calls people for: a dispenser that printed it for a claim was
    silent until it had been given back, here too; its capture is taken late.
    """
    claimed = {
        op.code for op in facts.central.values() if op.kind != "sale" and op.state is _CAPTURED
    }
    for kiosk in facts.kiosks:
        if kiosk.stopped:
            continue
        for op in kiosk.operations.values():
            if op.state not in TERMINAL:
                continue
            theirs = facts.central.get(op.op_id)
            if theirs is None and op.state is State.DECLINED:
                continue
            is_late = theirs is not None and theirs.late and theirs.code in claimed
            if op.state is State.VOIDED and is_late and op.op_id in facts.flagged:
                continue
            if theirs is None or theirs.state not in _AGREED[op.state]:
                told = theirs.state if theirs else "nothing"
                what = f"{op.op_id}: here {op.state}, central {told}"
                yield Breach("I6", what, op.op_id, kiosk.device_id)


def i8_numbers_and_audit(facts: Facts) -> Iterator[Breach]:
    """Numbers without gap, on both sides; the audit chain fits, and tells every arrow."""
    for kiosk in facts.kiosks:
        if kiosk.broken_audit_row is not None:
            what = f"{kiosk.name}: audit row {kiosk.broken_audit_row} does not fit"
            yield Breach("I8", what, device_id=kiosk.device_id)
        mine = [item.device_seq for item in kiosk.messages]
        if sorted(mine) != list(range(1, len(mine) + 1)):
            yield Breach("I8", f"{kiosk.name}: numbers {sorted(mine)}", device_id=kiosk.device_id)
        if kiosk.forgetful or kiosk.stopped:
            continue
        theirs = facts.numbers.get(kiosk.device_id, {}).keys()
        done = {item.device_seq for item in kiosk.messages if item.done}
        if not done <= theirs:
            yield Breach("I8", f"{kiosk.name}: central never got {sorted(done - theirs)}")
        if theirs - set(mine):
            yield Breach("I8", f"{kiosk.name}: never sent {sorted(theirs - set(mine))}")


def i8_clones_are_stopped(facts: Facts) -> Iterator[Breach]:
    """One number with two meanings: central stops the device at once."""
    for kiosk in facts.kiosks:
        theirs = facts.numbers.get(kiosk.device_id, {})
        for item in kiosk.messages:
            told = theirs.get(item.device_seq)
            if item.done and told not in (None, (item.op_id, item.kind)) and not kiosk.stopped:
                what = f"{kiosk.name}: number {item.device_seq} is {told} at central, unnoticed"
                yield Breach("clone", what, item.op_id, kiosk.device_id)


def i8_one_commit_an_arrow(facts: Facts) -> Iterator[Breach]:
    """The trail of every operation is unbroken: state, audit row and message were one commit."""
    for kiosk in facts.kiosks:
        sent = Counter((item.op_id, item.kind) for item in kiosk.messages)
        told: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in kiosk.audit:
            event = json.loads(row)
            if event["event"] == "operation":
                told[event["op_id"]].append((event.get("source", ""), event["to"]))
        for op in kiosk.operations.values():
            trail = told[op.op_id]
            tries = sum(target == State.PRINT_STARTED for _, target in trail)
            if tries > _TRIES_MAX:
                what = f"{kiosk.name}: {op.op_id} was printed {tries} times"
                yield Breach("I9", what, op.op_id, kiosk.device_id)
            yield from _unbroken(kiosk.name, op, trail)
            for state, kinds in _SENDS.items():
                entered = sum(target == state for _, target in trail)
                if entered and sum(sent[op.op_id, kind] for kind in kinds) < entered:
                    what = f"{kiosk.name}: {op.op_id} entered {state} without a {kinds[0]}"
                    yield Breach("I8", what, op.op_id, kiosk.device_id)


def _unbroken(name: str, op: KioskOperation, trail: list[tuple[str, str]]) -> Iterator[Breach]:
    at = ""
    for source, target in trail:
        if source != at or (at and not may_go(State(source), State(target))):
            yield Breach("I8", f"{name}: {op.op_id} went {source or '-'} > {target}", op.op_id)
        at = target
    if at != op.state:
        yield Breach("I8", f"{name}: {op.op_id} is {op.state}, its trail ends {at}", op.op_id)


def i11_all_known(facts: Facts) -> Iterator[Breach]:
    """No operation at central is unknown to its device."""
    known: dict[str, set[str]] = defaultdict(set)
    for kiosk in facts.kiosks:
        known[kiosk.device_id] |= kiosk.operations.keys()
    for op in facts.central.values():
        if op.op_id not in known[op.device_id]:
            yield Breach("I11", f"{op.op_id} is unknown to its device", op.op_id, op.device_id)


AT_THE_END: tuple[Check, ...] = (
    i1_charged_has_paper,
    i2_paper_is_charged,
    one_paper,
    i3_one_capture,
    i4_money_is_conserved,
    i5_everything_ends,
    i6_both_agree,
    i8_numbers_and_audit,
    i8_clones_are_stopped,
    i8_one_commit_an_arrow,
    i11_all_known,
)
"""I7 and I9 are about a moment, the first byte of a copy: ``before_first_byte``."""


def before_first_byte(
    op_id: str, here: State | None, central: OperationState | None, hold_left_s: float
) -> Iterator[Breach]:
    """I7: the hold is live at central. I9, and what is saved first: this copy may print at all."""
    if central is not OperationState.HELD or hold_left_s <= 0:
        told = f"central says {central}, {hold_left_s:.1f} s left"
        yield Breach("I7", f"{op_id} prints without a live hold: {told}", op_id)
    if here is not State.PRINT_STARTED:
        yield Breach("I9", f"{op_id} prints, but is saved as {here}", op_id)
