"""Draws certificates that were sold, and the copy of one."""

from typing import assert_never

from kiosk.contract.staff.certificates import SoldCertificate
from kiosk.identity import IdType
from kiosk.money import format_pesos
from kiosk.purchase.operation import PAID
from kiosk.staff.desk.copies import views as w
from kiosk.staff.desk.copies.finding import FIELDS, no_copy
from kiosk.staff.desk.copies.flow import may_try_again
from kiosk.staff.desk.copies.stages import (
    Certificates,
    Copying,
    CopyStage,
    CopyTold,
    PrintingCopy,
)
from kiosk.staff.desk.lines import FieldLine, KeyLine
from kiosk.staff.desk.pages import page_of
from kiosk.staff.desk.state import Desk
from kiosk.visit.views import Choice
from kiosk.visit.wording import short_instant

CERTIFICATES_A_PAGE = 6


def body(desk: Desk, stage: CopyStage) -> w.CopyBody:
    """Any of these stages."""
    match stage:
        case Certificates():
            return _certificates(desk, stage)
        case Copying():
            wrong = stage.error == "reason-missing"
            reason = FieldLine("reason", "text", stage.form.values.get("reason", ""), wrong=wrong)
            return w.CopyingBody(paper(desk, stage.sold), desk.setup.roll, (reason,), stage.error)
        case PrintingCopy(progress=now):
            return w.CopyPrintingBody(
                sold=paper(desk, stage.sold),
                progress=now.fraction if now else 0.0,
                remaining_s=now.remaining_s if now else 0,
                waiting_for=now.waiting_for.value if now and now.waiting_for else "",
            )
        case CopyTold():
            return w.CopyToldBody(
                sold=paper(desk, stage.sold),
                ended=_ended(stage),
                trouble=_trouble(stage),
                file=f"{desk.setup.folder}/{stage.file}" if stage.file else "",
                keys=(KeyLine("F7", "again", may_try_again(stage)),),
            )
        case _:
            assert_never(stage)


def _certificates(desk: Desk, stage: Certificates) -> w.CertificatesBody:
    every = {each.op_id: each for each in stage.listed}
    shown, page, pages = page_of(tuple(every), stage.chosen, CERTIFICATES_A_PAGE)
    found, why = stage.found is not None, no_copy(desk, stage.sold)
    keys = (
        KeyLine("F2", "search"),
        KeyLine("F5", "refresh"),
        KeyLine("F7", "copy", not why),
    )
    return w.CertificatesBody(
        id_types=tuple(Choice(each, selected=each == stage.id_type) for each in IdType),
        fields=() if found else tuple(_field(stage, name) for name in FIELDS),
        found=found,
        rows=tuple(_row(desk, every[each], stage.chosen) for each in shown),
        page=page,
        pages=pages,
        cut=stage.found is not None and stage.found.cut,
        sold=paper(desk, stage.sold) if stage.sold else None,
        no_copy=why if found else "",
        error=stage.error,
        keys=keys if found else (),
    )


def _field(stage: Certificates, name: str) -> FieldLine:
    error = stage.error
    wrong = error.startswith("id-") or error == "account-unknown" if name == "id" else False
    return FieldLine(name, "text", stage.form.text(name), wrong=wrong)


def _row(desk: Desk, sold: SoldCertificate, chosen: str) -> w.CertificateLine:
    return w.CertificateLine(
        certificate=sold.op_id,
        code=sold.verification_code,
        at=short_instant(sold.sold_at, desk.language),
        name=sold.certificate_name,
        about=sold.registration_name,
        worth=sold.state,
        selected=sold.op_id == chosen,
    )


def paper(desk: Desk, sold: SoldCertificate) -> w.CertificatePaper:
    """What a certificate was."""
    return w.CertificatePaper(
        code=sold.verification_code,
        state=sold.state,
        name=sold.certificate_name,
        registration=sold.registration_number,
        about=sold.registration_name,
        at=short_instant(sold.sold_at, desk.language),
        place=sold.place,
        order=sold.order_number,
        recovery_code=sold.recovery_code,
        receipt=sold.receipt_number,
        holder=sold.holder_name,
        price=format_pesos(sold.price),
        copies=sold.copies,
        free=sold.free,
    )


def _ended(stage: CopyTold) -> str:
    """The truth of the one copy."""
    if stage.result is None:
        return "unknown"
    (copy,) = stage.result.copies
    if copy.state in PAID:
        return "late" if not copy.settled else "kept" if stage.file else "printed"
    return "none" if may_try_again(stage) else "unknown"


def _trouble(stage: CopyTold) -> str:
    """Why it did not come out, as a code of the machine's texts."""
    for copy in stage.result.copies if stage.result else ():
        if copy.fault is not None:
            return copy.fault.value
        if copy.trouble:
            return copy.trouble.value
    return ""
