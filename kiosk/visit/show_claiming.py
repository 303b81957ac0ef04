"""Bodies of the screens of an interrupted person."""

from kiosk.money import format_pesos
from kiosk.purchase.order import CopyPhase
from kiosk.station.capability import Service
from kiosk.visit.claiming import CODE_LENGTH, may_print, open_operations, shown_operation
from kiosk.visit.show_signing_in import unfinished_line
from kiosk.visit.state import ClaimPrinting, Interrupted, Resume, Visit
from kiosk.visit.views import (
    CopyLine,
    FoundLine,
    InterruptedBody,
    PrintingBody,
    ResumeBody,
    UnfinishedLine,
)
from kiosk.visit.wording import short_instant


def interrupted_body(visit: Visit, stage: Interrupted) -> InterruptedBody:
    """What is known, what is not, what can be done now."""
    operation = shown_operation(visit, stage)
    own = visit.account
    reason = ""
    if operation is not None and operation.can_print:
        reason = visit.station.reason(Service.PRINT)
    balance_known = stage.account_known and own is not None and own.has_prepaid_account
    return InterruptedBody(
        stage=stage.step,
        line=unfinished_line(operation, visit.language)
        if operation is not None
        else UnfinishedLine("", "", "", "", "", ""),
        place=operation.point_of_sale if operation is not None else "",
        order_number=operation.order_number if operation is not None else "",
        page=stage.at + 1,
        pages=max(1, len(open_operations(visit))),
        can_print=operation is not None and may_print(visit, operation),
        print_reason=reason,
        can_give_back=operation is not None and operation.can_give_back,
        told=stage.told,
        reason=stage.reason,
        balance=format_pesos(own.available) if balance_known and own is not None else "",
        phone=visit.setup.phone,
    )


def claim_printing_body(stage: ClaimPrinting) -> PrintingBody:
    """The printing screen with its one copy."""
    progress = stage.progress
    phase = progress.phases[0] if progress else CopyPhase.AUTHORISING
    return PrintingBody(
        copies=(CopyLine(stage.operation.certificate_name, 1, 1, phase.value),),
        current=1,
        total=1,
        progress=progress.fraction if progress else 0.0,
        remaining_s=progress.remaining_s if progress else 0,
        waiting_for=progress.waiting_for.value if progress and progress.waiting_for else "",
    )


def resume_body(visit: Visit, stage: Resume) -> ResumeBody:
    """The code as it is typed, or the state it stands for."""
    wait_s = max(0, -int(-(stage.wait_until_s - visit.now_s) // 1)) if stage.wait_until_s else 0
    found = stage.found
    return ResumeBody(
        stage="found" if found else "code",
        typed=stage.typed,
        length=CODE_LENGTH,
        error=stage.error if wait_s or not stage.wait_until_s else "",
        wait_s=wait_s,
        checking=stage.checking,
        can_scan=visit.can_scan,
        can_continue=found is not None
        or (len(stage.typed) == CODE_LENGTH and not wait_s and not stage.checking),
        order_number=found.order_number if found else "",
        when=short_instant(found.opened_at, visit.language) if found else "",
        place=found.point_of_sale if found else "",
        copies=tuple(FoundLine(copy.certificate_name, copy.standing) for copy in found.copies)
        if found
        else (),
    )
