"""The PDFs of what was frozen: signed certificates, made once and kept, and receipts.

Nothing here runs while money moves: the first download or mail makes the signed PDF.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.certificates.chamber_certificate import load_signer
from central.certificates.pades import signed
from central.certificates.tables import SignedPdf
from central.db.ids import new_id
from central.db.insert import insert_once
from central.operations.tables import OperationKind, OperationRow, ReceiptRow
from central.operations.verification import code_status
from central.services import Services
from kiosk.documents.cash_receipt import mark_receipt_copy
from kiosk.documents.model import from_json
from kiosk.documents.pdf import render_pdf


def certificate_pdf(services: Services, op_id: str) -> bytes:
    """The signed PDF of a charged certificate; everybody gets the same bytes.

    Raises:
        LookupError: no such certificate, or it was not charged.
        NoChamberCertificate: this central cannot sign PDFs.
    """
    op, kept = services.database.run(lambda db: _find(db, services.chamber, op_id))
    if op is None or not op.content:
        raise LookupError(f"{op_id} is no charged certificate")
    if kept is not None:
        return kept
    now = services.now()
    signer = load_signer(services.settings, now)
    name = services.settings.chamber.name
    pdf = signed(render_pdf(from_json(op.content)), signer, name)

    def keep(db: Session) -> bytes:
        insert_once(
            db,
            SignedPdf,
            id=new_id(),
            chamber_code=services.chamber,
            op_id=op_id,
            digest=op.digest,
            pdf=pdf,
            made_at=now,
        )
        # Somebody may have been faster: then theirs is the one.
        return _find(db, services.chamber, op_id)[1] or pdf

    return services.database.run(keep)


def certificate_of_code(services: Services, code: str) -> bytes:
    """The signed PDF of a verification code.

    Raises:
        LookupError: the code was never given, or its certificate was not charged.
        NoChamberCertificate: this central cannot sign PDFs.
    """
    query = select(OperationRow.id).where(
        OperationRow.chamber_code == services.chamber,
        OperationRow.verification_code == code,
        OperationRow.kind == OperationKind.SALE,
    )
    op_id = services.database.run(lambda db: db.scalar(query))
    if op_id is None:
        raise LookupError("no certificate has this code")
    return certificate_pdf(services, op_id)


def receipt_pdf(services: Services, order_id: str, copy_number: int = 0) -> bytes:
    """The PDF of an order's receipt, 106 x 140 mm, as it was frozen; marked if it is a copy.

    Raises:
        LookupError: the order has no receipt.
    """
    query = select(ReceiptRow.content).where(
        ReceiptRow.chamber_code == services.chamber, ReceiptRow.order_id == order_id
    )
    content = services.database.run(lambda db: db.scalar(query))
    if content is None:
        raise LookupError(f"order {order_id} has no receipt")
    document = from_json(content)
    return render_pdf(mark_receipt_copy(document, copy_number) if copy_number else document)


def _find(db: Session, chamber: str, op_id: str) -> tuple[OperationRow | None, bytes | None]:
    """The operation, if its code is worth something now, and its PDF, if it was made."""
    op = db.scalar(
        select(OperationRow).where(
            OperationRow.chamber_code == chamber,
            OperationRow.id == op_id,
            OperationRow.kind == OperationKind.SALE,
        )
    )
    if op is not None:
        status = code_status(db, op.verification_code or "")
        op = op if status is not None and status.state == "valid" else None
    pdf = db.scalar(
        select(SignedPdf.pdf).where(SignedPdf.chamber_code == chamber, SignedPdf.op_id == op_id)
    )
    return op, pdf
