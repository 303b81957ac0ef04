"""What operators read when something begins to be wrong, and when it is over."""

from collections.abc import Mapping
from datetime import datetime

from central.alerts.rules import Rule
from central.alerts.severity import Severity
from central.clock import local
from central.records.record import IncidentKind
from central.settings import Language

_WHAT: Mapping[str, tuple[str, str]] = {
    Rule.SILENT: ("no da señales de vida", "is silent"),
    Rule.PRINTER: ("impresora con falla", "printer fault"),
    Rule.QUEUE: ("mensajes sin enviar", "messages not sent"),
    Rule.CLOCK: ("reloj desajustado", "wrong clock"),
    Rule.DISK: ("poco espacio en disco", "disk nearly full"),
    # The rule and the incident it comes with have one code.
    Rule.CLONED: ("detenido: posible copia del equipo", "frozen: maybe a cloned device"),
    Rule.GAP: ("faltan mensajes de dinero", "money messages missing"),
    Rule.PARKED: ("mensajes apartados que alguien debe mirar", "parked messages to look at"),
    Rule.DAY: ("no ha cerrado el día anterior", "has not closed the day before"),
    Rule.PAYMENTS: ("pagos de bancos sin aplicar", "payments of banks not applied"),
    Rule.MAIL: ("correos que no se pudieron enviar", "mails that could not be sent"),
    IncidentKind.LATE_CAPTURE: ("cobro tardío", "late charge"),
    IncidentKind.CAPTURE_AFTER_VOID: ("cobro después de anular", "charge after a void"),
    IncidentKind.CAPTURE_UNKNOWN: ("cobro desconocido", "charge of an unknown operation"),
    IncidentKind.VOID_AFTER_CAPTURE: ("anulación después del cobro", "void after a charge"),
    IncidentKind.FOREIGN_OPERATION: ("operación de otro equipo", "another device's operation"),
    IncidentKind.CAPTURE_QUARANTINED: ("cobro en cuarentena", "charge in quarantine"),
    IncidentKind.SPRAYING: ("intentos con muchas cuentas", "keys tried on many accounts"),
    IncidentKind.OPERATION_STALE: ("operación sin terminar", "operation not settled"),
    IncidentKind.AUDIT_CHAIN_BROKEN: (
        "la bitácora del equipo fue alterada",
        "the device's audit chain was changed",
    ),
    IncidentKind.DAY_CLOSE_DIFFERENCE: (
        "el cierre del día no coincide",
        "the day's counts differ",
    ),
}
_SEVERITY = {Severity.URGENT: ("URGENTE", "URGENT"), Severity.WARNING: ("Aviso", "Warning")}
_OVER = ("Resuelto", "Over")


def what(rule: str, subject: str, language: Language) -> str:
    """An alert in words; a code nobody has words for stands for itself."""
    code = subject if rule == Rule.INCIDENT else rule
    spanish, english = _WHAT.get(code, (code, code))
    return spanish if language == "es" else english


def alert_subject(about: str, severity: Severity, language: Language, *, over: bool) -> str:
    """Subject line; ``about`` names the kiosk and what is wrong."""
    words = _OVER if over else _SEVERITY[severity]
    return f"[{words[language == 'en']}] {about}"


def alert_body(
    about: str, detail: str, since: datetime, now: datetime, language: Language, *, over: bool
) -> str:
    """The mail's text; the times are Colombia's."""
    begun, told = (f"{local(instant):%Y-%m-%d %H:%M}" for instant in (since, now))
    if language == "en":
        lines = [about, f"Since: {begun}", f"Detail: {detail}"]
        lines += [f"Over: {told}"] if over else ["To see: dispensador-central alerts"]
    else:
        lines = [about, f"Desde: {begun}", f"Detalle: {detail}"]
        lines += [f"Terminó: {told}"] if over else ["Para ver: dispensador-central alerts"]
    return "\n".join([*lines, ""])
