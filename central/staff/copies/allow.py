"""Leave to print a certificate again at a desk; the desk's own device then asks for the copy.

The two steps keep apart who and what: the staff says why, under the id the copy will have; the
device begins, prints and reports it like every operation of its own (``operations.reprint``).
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from central.devices.caller import Caller
from central.operations.copies import copies_of
from central.operations.look_up import locked
from central.operations.tables import OperationKind, OperationRow
from central.operations.verification import code_status
from central.problems import Refusal
from central.records.record import audit
from central.services import Services
from central.staff.copies.tables import DeskCopy
from central.staff.entitled import entitled
from central.staff.rules import Action
from kiosk.contract.problems import ProblemCode


@dataclass(frozen=True)
class Wish:
    """Somebody wants ``of_op_id`` printed again as the operation ``copy_id``, at a paired desk."""

    login: str
    device: Caller
    copy_id: str
    of_op_id: str
    reason: str


def allow(services: Services, wish: Wish) -> None:
    """Write down who wants the copy and why; the same wish again changes nothing.

    Raises:
        NotEntitled: ``login`` copies nothing.
        Refusal: as ``copyable``; ``reprint-limit``; ``fingerprint-mismatch`` if the id belongs to
            another wish.
    """
    now, chamber = services.now(), services.chamber

    def work(db: Session) -> None:
        member = entitled(db, chamber, wish.login, Action.COPY_CERTIFICATE)
        row = DeskCopy(
            id=wish.copy_id,
            chamber_code=chamber,
            of_op_id=wish.of_op_id,
            device_id=wish.device.device_id,
            staff_id=member.id,
            reason=wish.reason,
            at=now,
        )
        # The sale's lock: two desks that want the last free copy at once wait for each other.
        sale = copyable(db, chamber, wish.of_op_id)
        known = db.get(DeskCopy, wish.copy_id)
        if known is not None and _meaning(known) == _meaning(row):
            return
        if known is not None or db.get(OperationRow, wish.copy_id) is not None:
            raise Refusal(ProblemCode.FINGERPRINT_MISMATCH)
        if copies_of(db, chamber, sale.id) >= services.settings.reprints_max:
            raise Refusal(ProblemCode.REPRINT_LIMIT)
        db.add(row)
        detail = f"{wish.copy_id} {wish.reason}"
        audit(db, chamber, now, member.id, "copy-allowed", sale.id, detail)

    services.database.run(work)


def copyable(db: Session, chamber: str, op_id: str) -> OperationRow:
    """A sale that was charged and stands, locked: a copy is worth what its original is worth.

    Raises:
        Refusal: ``not-found``; ``certificate-in-process`` while nobody knows whether its paper came
            out; ``certificate-void`` if it was never charged, or was refunded.
    """
    sale = locked(db, chamber, op_id)
    if sale is None or sale.kind is not OperationKind.SALE or not sale.verification_code:
        raise Refusal(ProblemCode.NOT_FOUND)
    status = code_status(db, sale.verification_code)
    if status is None or status.state == "void":
        raise Refusal(ProblemCode.CERTIFICATE_VOID)
    if status.state == "in_process":
        raise Refusal(ProblemCode.CERTIFICATE_IN_PROCESS)
    return sale


def allowed(db: Session, caller: Caller, copy_id: str, of_op_id: str) -> DeskCopy:
    """The leave behind a copy that a desk's device asks for.

    Raises:
        Refusal: ``not-found``: nobody allowed it, or to another device.
    """
    found = db.get(DeskCopy, copy_id)
    asked = (caller.chamber, caller.device_id, of_op_id)
    if found is None or (found.chamber_code, found.device_id, found.of_op_id) != asked:
        raise Refusal(ProblemCode.NOT_FOUND)
    return found


def _meaning(row: DeskCopy) -> tuple[str, ...]:
    return (row.chamber_code, row.of_op_id, row.device_id, row.staff_id, row.reason)
