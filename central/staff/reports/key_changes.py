"""The key-change log: who changed whose key, and when, out of the audit trail; never a key.

Whatever the trail calls a key's is listed, also what this module has no words for yet. What stands
beside an action in the trail is shown only where it is known to be somebody's reason.
"""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from central.records.tables import AuditEntry
from central.staff.reports.made import Span, at_most, column
from central.staff.reports.names import Names
from kiosk.contract.staff.reports import Report

_WORDS = {
    "staff-added": ("Clave entregada a quien ingresa", "Clave generada, de un solo uso"),
    "staff-enrolled": ("Clave propia y segundo factor", "Con la clave entregada"),
    "staff-key-changed": ("Clave del personal cambiada", "Con la clave anterior y el código"),
    "staff-reset": ("Clave del personal restablecida", "Clave generada, de un solo uso"),
    "code-sent-reset-secure-key": ("Código para la clave segura", "Por correo al titular"),
    "code-sent-set-prepaid-key": ("Código para la clave prepago", "Por correo al titular"),
    "secure-key-set-by-code": ("Clave segura puesta por su titular", "Código por correo"),
    "prepaid-key-set-by-code": ("Clave prepago puesta por su titular", "Código por correo"),
    "prepaid-key-set-by-document": (
        "Clave prepago puesta por su titular",
        "Documento visto por quien atendió",
    ),
    "device-enrolled": ("Llave del equipo inscrita", "Código de un solo uso"),
    "device-key-rotated": ("Llave del equipo renovada", "Firmada con la anterior"),
}
"""What, and how: what proved that it was theirs to do."""
_WITH_REASON = {"staff-reset"}
_WHY = {
    "first": "Primera clave",
    "forgotten": "La olvidó",
    "known-to-others": "Otros la conocen",
    "wanted": "La quiso cambiar",
}
"""Why a customer set a key: the first word beside the action in the trail."""
_COLUMNS = (
    column("Fecha", "instant"),
    column("Quién"),
    column("De quién"),
    column("Qué"),
    column("Cómo"),
    column("Motivo"),
)


def key_changes(db: Session, chamber: str, now: datetime, limit: int, *, span: Span) -> Report:
    """Every change of a key in a span of days, oldest first."""
    entries = db.scalars(
        select(AuditEntry)
        .where(
            AuditEntry.chamber_code == chamber,
            AuditEntry.at >= span.start,
            AuditEntry.at < span.end,
            or_(AuditEntry.action.in_(_WORDS), AuditEntry.action.contains("-key-")),
        )
        .order_by(AuditEntry.at, AuditEntry.id)
        .limit(limit + 1)
    ).all()
    names = Names(db, chamber, {id_ for row in entries for id_ in (row.actor, row.subject)})
    rows, cut = at_most(
        limit,
        (
            (
                row.at,
                names[row.actor],
                names[row.subject],
                *_WORDS.get(row.action, (row.action, "")),
                _why(row),
            )
            for row in entries
        ),
    )
    return Report(
        name="key-changes",
        title="Cambios de claves",
        made_at=now,
        parameters=span.parameters,
        columns=_COLUMNS,
        rows=rows,
        cut=cut,
    )


def _why(row: AuditEntry) -> str:
    """The reason given; what else stands beside an action is nobody's reason."""
    if row.action in _WITH_REASON:
        return row.detail
    return _WHY.get(row.detail.partition(" ")[0], "")
