"""Whether a rebuilt disk still knows what the program had acknowledged, and is whole.

``open_and_judge`` opens it as the program does at its start, then reads the journal.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from kiosk.ports import Offline
from kiosk.purchase.operation import State
from kiosk.store import queries
from kiosk.store.failure import StoreFailed
from kiosk.store.store import Store
from tests.support.kiosk import FakeCentral, FakeKiosk

_RECOVERED = {
    State.INTENT,
    State.HELD,
    State.PRINT_STARTED,
    State.PRINT_FAILED_CLEAN,
    State.UNCERTAIN,
}
"""States that no recovery leaves."""


@dataclass(frozen=True)
class Judgement:
    """What is wrong with one image; both empty for a good one."""

    corrupt: str = ""
    lost: str = ""

    @property
    def good(self) -> bool:
        return not (self.corrupt or self.lost)


class SilentCentral(FakeCentral):
    """A central that does not answer: recovery must manage with the disk and the printer."""

    def _call(self, _name: str, _work: object) -> Any:
        return Offline("no line")


def open_and_judge(
    image: Mapping[str, bytes], folder: Path, acknowledged: int, *, recover: bool
) -> Judgement:
    """Put an image into ``folder``, open it as the program does, and compare.

    Args:
        image: name → content.
        folder: emptied first.
        acknowledged: so many rows of the audit chain were acknowledged.
        recover: also run the start's recovery, on a dead network and a printer without a word.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in image.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    try:
        store = Store(folder)
    except StoreFailed as failure:
        return Judgement(corrupt=f"does not open: {failure}")
    try:
        found = store.read(lambda c: judge(c, acknowledged))
        if found.good and (at := queries.broken_audit_row(store)) is not None:
            found = Judgement(corrupt=f"the audit chain breaks at {at}")
    except Exception as error:  # noqa: BLE001 - whatever it is, the journal cannot be read
        return Judgement(corrupt=f"cannot be read: {type(error).__name__} {error}")
    finally:
        store.abandon()
    return _recovers(folder) if recover and found.good else found


def judge(c: Connection, acknowledged: int) -> Judgement:
    """What the journal of an open store says."""
    whole = c.execute(text("PRAGMA integrity_check")).scalars().first()
    if whole != "ok":
        return Judgement(corrupt=f"integrity_check: {whole}")
    rows = c.execute(text("SELECT seq, row FROM audit ORDER BY seq")).all()
    if len(rows) < acknowledged:
        return Judgement(lost=f"{acknowledged} audit rows were acknowledged, {len(rows)} are there")
    events = [json.loads(row) for _, row in rows]
    told = {each["op_id"]: each["to"] for each in events if each["event"] == "operation"}
    saved = c.execute(text("SELECT op_id, state FROM operations"))
    states = {row.op_id: row.state for row in saved}
    if told != states:
        return Judgement(lost=f"the chain says {told}, the operations {states}")
    sent = c.execute(text("SELECT device_seq, body, digest FROM outbox ORDER BY device_seq")).all()
    taken = c.execute(text("SELECT device_seq FROM counters")).scalar_one()
    if [seq for seq, _, _ in sent] != list(range(1, taken + 1)):
        return Judgement(lost=f"{taken} numbers were taken, the outbox has {len(sent)}")
    noted = {each["device_seq"] for each in events if each.get("device_seq")}
    if not noted <= {seq for seq, _, _ in sent}:
        return Judgement(lost="the chain names messages that are not in the outbox")
    told_of = {each["op_id"] for each in events if each.get("device_seq")}
    kinds = c.execute(text("SELECT op_id, kind FROM outbox")).all()
    queued = {(row.op_id, row.kind) for row in kinds}
    for op_id, state in states.items():
        wanted = {"PRINTED": "capture", "VOIDING": "void"}.get(state)
        if wanted and (op_id not in told_of or (op_id, wanted) not in queued):
            return Judgement(lost=f"{op_id} is {state}, and nothing tells central")
    if any(hashlib.sha256(body).hexdigest() != digest for _, body, digest in sent):
        return Judgement(corrupt="a message is not what it was")
    return Judgement()


def _recovers(folder: Path) -> Judgement:
    kiosk = FakeKiosk(folder, central=SilentCentral())
    try:
        kiosk.start()
        left = _RECOVERED & {op.state for op in queries.operations_in(kiosk.store, *State)}
    except Exception as error:  # noqa: BLE001 - whatever it is, the machine did not start
        return Judgement(corrupt=f"recovery: {type(error).__name__} {error}")
    finally:
        kiosk.real.abandon()
    return Judgement(corrupt=f"recovery leaves {left}") if left else Judgement()
