"""The printer's state in words, for technicians: Spanish, as their guide ``docs/PRINTERS.md``."""

from drivers.printer.discover import Finding, Trust
from drivers.printer.profile import Profile
from kiosk.ports import ChargeLevel, PrinterFault, PrinterState

FAULTS = {
    PrinterFault.DISCONNECTED: "no responde: apagada, desconectada o a otra velocidad",
    PrinterFault.UNKNOWN: "estado que este programa no conoce: no se vende",
    PrinterFault.CUTTER_JAM: "cuchilla trabada",
    PrinterFault.PAPER_JAM: "papel atascado",
    PrinterFault.COVER_OPEN: "tapa abierta",
    PrinterFault.PAPER_OUT: "sin papel",
    PrinterFault.PAPER_SHORT: "queda menos papel del que pide la copia",
    PrinterFault.PRESENTER: "presentador trabado u ocupado",
    PrinterFault.HEAD_HOT: "cabezal caliente: espere a que se enfríe",
    PrinterFault.OFFLINE: "fuera de línea, sin causa conocida",
    PrinterFault.NO_PRINTER: "este equipo se instaló sin impresora",
}
PROOFS = {
    ChargeLevel.NONE: "ninguna: con este perfil no se vende",
    ChargeLevel.QUEUED_REPLY: "respuesta en cola",
    ChargeLevel.MOTOR_IDLE: "motor quieto después de la respuesta",
    ChargeLevel.PROCESS_ID: "identificador de proceso después del corte",
    ChargeLevel.TICKET: "papel en la salida, con el motor quieto",
}
TRUSTS = {
    Trust.NAMED: "dijo su nombre; confírmelo con la página de prueba",
    Trust.KIND: "responde como los modelos de esta familia; no dijo su nombre",
    Trust.SPEAKS: "impresora ESC/POS de modelo desconocido; el perfil genérico no vende",
    Trust.NOISE: "responde algo que no se entiende: revise velocidad y paridad",
}


def state_in_words(state: PrinterState) -> str:
    """One sentence for what it can or cannot do now."""
    said = [FAULTS[state.fault] if state.fault else "lista para imprimir"]
    if state.near_end:
        said.append("queda poco papel")
    if state.ticket_present:
        said.append("hay un papel en la salida")
    return "; ".join(said)


def profile_in_words(profile: Profile) -> str:
    """What the profile says that it is."""
    line = profile.serial
    return (
        f"{profile.model}, {line.baud} 8{line.parity}1 {line.flow}, {profile.head.dots} puntos, "
        f"{profile.columns_a}/{profile.columns_b} columnas; prueba de impresión: "
        f"{PROOFS[profile.charge_level]}"
    )


def finding_in_words(finding: Finding) -> str:
    """One line of what was found on the ports."""
    name = f" «{finding.name}»" if finding.name else ""
    profile = f", perfil {finding.profile}" if finding.profile else ""
    line = f"{finding.baud} 8{finding.parity}1"
    return f"{finding.device}: {line}{name}{profile} ({TRUSTS[finding.trust]})"
