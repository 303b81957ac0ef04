"""Verifies what the machine can prove about its own past: the audit chain and its checkpoints.

The chain shows that nothing was changed between two heads; the device's signatures date its heads;
central's signatures, made with a key that is not on this machine, show that the chain was not
written anew up to the newest of them.
"""

from dataclasses import dataclass

from kiosk.contract import messages as m
from kiosk.store import queries, witnesses
from kiosk.store.journal import Transactions
from kiosk.store.rows import Device
from kiosk.store.witnesses import Kept
from kiosk.sync.witness import is_signed, is_witnessed


@dataclass(frozen=True)
class Verdict:
    """What was found.

    Attributes:
        size: rows of the chain.
        head: hash of the newest.
        checkpoints: how many heads were signed.
        witnessed: the newest row that central vouches for; 0 if none.
        problems: what does not fit, in words; empty if all does.
    """

    size: int
    head: str
    checkpoints: int
    witnessed: int
    problems: tuple[str, ...]


def verify(store: Transactions) -> Verdict:
    """Read the whole chain and every checkpoint."""
    size, head = store.read(witnesses.audit_head)
    kept = store.read(witnesses.read_checkpoints)
    device = queries.find_device(store)
    problems = []
    broken = queries.broken_audit_row(store)
    if broken is not None:
        problems.append(f"broken at row {broken}")
    keys = frozenset(key.public_key for key in store.read(witnesses.read_keys))
    witnessed = 0
    for each in kept:
        wrong = _wrong(store, device, keys, each)
        if wrong:
            problems.append(f"checkpoint at row {each.message.size}: {wrong}")
        elif each.witness:
            witnessed = each.message.size
    return Verdict(size, head, len(kept), witnessed, tuple(problems))


def _wrong(store: Transactions, device: Device | None, keys: frozenset[str], kept: Kept) -> str:
    message = kept.message
    now = store.read(lambda c: witnesses.hash_at(c, message.size))
    if not now:
        return "the chain is shorter than that"
    if now != message.head:
        return "the chain says something else there now"
    if device is None:
        return "this machine is not enrolled"
    text = m.checkpoint_text(device.device_id, message)
    if kept.public_key not in keys or not is_signed(kept.public_key, message.signature, text):
        return "not signed by this device"
    if kept.witness:
        assert kept.witnessed_at is not None, "the table's CHECK"
        witnessed = m.Witnessed(
            size=message.size,
            head=message.head,
            continues=True,
            received_at=kept.witnessed_at,
            signature=kept.witness,
        )
        if not is_witnessed(device, witnessed):
            return "not signed by central"
    return ""
