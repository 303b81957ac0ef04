"""The words of reports, in Spanish: for codes that the database keeps."""

from central.certificates.types import TYPES
from central.operations.tables import OperationKind
from central.staff.shifts.tables import CloseKind
from kiosk.contract.messages import OperationState

NOBODY = "-"
"""Nothing is known there, and nothing is missing."""
_FORMS = {
    "01": "Efectivo",
    "02": "Cheque",
    "03": "Tarjeta débito",
    "04": "Tarjeta crédito",
    "05": "Pago electrónico",
    "06": "Consignación",
    "07": "Banco",
    "08": "ATH",
    "09": "PSE/ACH",
    "10": "Efecty",
    "11": "Otro pago referenciado",
}
_STATES = {
    OperationState.HELD: "Reservada",
    OperationState.DECLINED: "Rechazada",
    OperationState.CAPTURED: "Cobrada",
    OperationState.EXPIRED: "Reserva vencida",
    OperationState.VOIDED_BY_DEVICE: "Anulada por el dispensador",
    OperationState.VOIDED_BY_STAFF: "Anulada por el personal",
}
_CLOSES = {
    CloseKind.COUNTED: "Contado",
    CloseKind.RECOMPUTED: "Recalculado",
    CloseKind.PROVISIONAL: "Provisional",
}


def form_words(form: str) -> str:
    """A payment form with its code.

    >>> form_words("01"), form_words("99")
    ('01 Efectivo', '99')
    """
    return f"{form} {_FORMS.get(form, '')}".rstrip()


def service_words(service_code: str) -> str:
    """A service with its code; several types may share one.

    >>> service_words("01010101"), service_words("99999999")
    ('01010101 Certificado de matrícula mercantil', '99999999')
    """
    names = [each.name for each in TYPES if each.service_code == service_code]
    return f"{service_code} {' / '.join(names)}".rstrip()


def state_words(state: OperationState, kind: OperationKind, *, late: bool) -> str:
    """What became of an operation; a free copy and a late charge say so.

    >>> state_words(OperationState.CAPTURED, OperationKind.REPRINT, late=True)
    'Cobrada, copia sin costo, tarde'
    """
    words = _STATES[state]
    if kind is OperationKind.REPRINT:
        words += ", copia sin costo"
    return f"{words}, tarde" if late else words


def close_words(kind: CloseKind) -> str:
    """How a close came about."""
    return _CLOSES[kind]
