"""The import of a bank's collection file: whole or not at all, and once.

Every payment of it is reported under an id of its own that follows from the file, the batch and the
sequence number; so the same file, however often it comes, credits nothing twice.
"""

import hashlib
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.payments.bank_file import BankFile, BankRow, read_bank_file
from central.payments.reported import Reported, Source, report_in
from central.payments.tables import BankFileRow, PaymentException, Why
from central.records.record import audit
from central.services import Services
from central.staff.entitled import entitled
from central.staff.rules import Action

FORM = "07"
"""The payment form of what a bank collected (codes of the registry)."""
_CENTAVOS = 100
_NAMESPACE = uuid.UUID("0199f0a0-0000-7000-8000-6261636f6d32")


class NotImported(ValueError):
    """Another file came with the same name of bank, day, time and modifier; or another's NIT."""


@dataclass(frozen=True)
class Imported:
    """What came of a file; ``before``: it had been imported already, and nothing moved."""

    rows: int
    pesos: int
    credited: int
    exceptions: tuple[PaymentException, ...]
    before: bool


def import_bank_file(services: Services, login: str, content: bytes) -> Imported:
    """Credit what fits and list what does not, in one transaction.

    Raises:
        BadFile: see there.
        NotEntitled: see there.
        NotImported: see there.
    """
    now, settings = services.now(), services.settings
    file = read_bank_file(content, counts_all=settings.collection.counts_all)
    digest = hashlib.sha256(content).hexdigest()

    def work(db: Session) -> Imported:
        member = entitled(db, services.chamber, login, Action.REPORT_PAYMENT)
        if _digits(file.nit) not in _own_nits(settings.chamber.nit):
            raise NotImported(f"this file is for the NIT {file.nit}")
        known = _known(db, services.chamber, file)
        if known is not None:
            if known.digest != digest:
                raise NotImported("another file of this bank, day, time and modifier was imported")
            return Imported(known.rows, known.total, known.credited, (), before=True)
        left = [
            report_in(db, services, member.id, _reported(services.chamber, file, row), _why(row))
            for row in file.rows
        ]
        exceptions = tuple(each for each in left if each is not None)
        made = BankFileRow(
            id=new_id(),
            chamber_code=services.chamber,
            bank=file.bank,
            made_on=file.made_on,
            made_at=file.made_at,
            modifier=file.modifier,
            digest=digest,
            rows=len(file.rows),
            total=file.centavos // _CENTAVOS,
            credited=len(left) - len(exceptions),
            imported_by=member.id,
            at=now,
        )
        db.add(made)
        db.flush()
        detail = f"{file.bank} {file.made_on} {made.rows} {made.credited}"
        audit(db, services.chamber, now, member.id, "bank-file-imported", made.id, detail)
        return Imported(made.rows, made.total, made.credited, exceptions, before=False)

    return services.database.run(work)


def _known(db: Session, chamber: str, file: BankFile) -> BankFileRow | None:
    return db.scalar(
        select(BankFileRow).where(
            BankFileRow.chamber_code == chamber,
            BankFileRow.bank == file.bank,
            BankFileRow.made_on == file.made_on,
            BankFileRow.made_at == file.made_at,
            BankFileRow.modifier == file.modifier,
        )
    )


def _reported(chamber: str, file: BankFile, row: BankRow) -> Reported:
    name = (chamber, file.bank, f"{file.made_on}", file.made_at, file.modifier)
    payment_id = uuid.uuid5(_NAMESPACE, ":".join((*name, str(row.batch), row.sequence)))
    pesos, centavos = divmod(row.centavos, _CENTAVOS)
    source = Source(file.bank, file.name, row.line, centavos)
    return Reported(str(payment_id), row.reference, pesos, FORM, file.collected_on, source)


def _why(row: BankRow) -> Why | None:
    """What keeps a payment from being credited, whatever settlement it names."""
    if row.sent_back:
        return Why.SENT_BACK
    return Why.AMOUNT_DIFFERS if row.centavos % _CENTAVOS else None


def _digits(nit: str) -> str:
    return "".join(char for char in nit if char.isdigit()).lstrip("0")


def _own_nits(nit: str) -> tuple[str, str]:
    """With and without its check digit; banks differ."""
    whole = _digits(nit)
    return whole, whole[:-1]
