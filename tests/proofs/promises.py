"""What must be true of central's database, during a proof and at its end."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from central.ledger.statement import verify
from central.ledger.tables import Account, Posting, PostingKind
from central.operations.consistency import contradictions
from central.operations.tables import DeviceMessage, OperationRow
from central.services import Services
from kiosk.contract.messages import OperationState

_OPEN = (OperationState.HELD, OperationState.EXPIRED)


def broken_now(services: Services) -> list[str]:
    """Promises that hold at every moment: sums, states, receipts; all read in one snapshot."""

    def work(db: Session) -> list[str]:
        broken = [f"account differs: {each}" for each in verify(db)]
        total = db.scalar(select(func.sum(Account.posted))) or 0
        if total:
            broken.append(f"the accounts together have {total} pesos instead of 0")
        return broken + contradictions(db, services.chamber)

    return services.database.snapshot(work)


def broken_at_the_end(
    services: Services, journal: Mapping[str, str], deposits: int, refunds: int
) -> list[str]:
    """Also what holds once all is quiet: every operation is terminal, and both sides agree.

    ``journal`` is what the devices believe: operation id → state. ``deposits`` is in pesos.
    """

    def work(db: Session) -> list[str]:
        states = {
            row.id: row.state for row in db.execute(select(OperationRow.id, OperationRow.state))
        }
        broken = [f"{op} is still {state}" for op, state in states.items() if state in _OPEN]
        for op in sorted(journal.keys() | states.keys()):
            believed, known = journal.get(op), states.get(op)
            if known is None or believed != known.value:
                broken.append(f"{op}: its device says {believed}, central says {known}")
        paid_in = db.scalar(
            select(func.sum(Posting.amount)).where(Posting.kind == PostingKind.TOP_UP)
        )
        if paid_in != deposits:
            broken.append(f"deposits are {paid_in} pesos, {deposits} were made")
        given_back = db.scalar(
            select(func.count()).select_from(Posting).where(Posting.kind == PostingKind.REFUND)
        )
        if given_back != refunds:
            broken.append(f"{given_back} refunds are posted, {refunds} were made")
        sequences = select(
            DeviceMessage.device_id, func.count(), func.max(DeviceMessage.device_seq)
        )
        for device, count, last in db.execute(sequences.group_by(DeviceMessage.device_id)):
            if count != last:
                broken.append(f"device {device} sent {last} messages, {count} are noted")
        return broken

    return broken_now(services) + services.database.snapshot(work)
