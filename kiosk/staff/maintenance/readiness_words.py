"""What the readiness report says of its tests, in the Spanish of its paper.

``%1`` and ``%2`` are values. The screen has the same codes in its own languages.
"""

from kiosk.ports import PrinterFault
from kiosk.staff.maintenance.bodies import Check

WORDS = {
    PrinterFault.DISCONNECTED: "la impresora no responde",
    PrinterFault.UNKNOWN: "no se conoce el estado de la impresora",
    PrinterFault.CUTTER_JAM: "la cuchilla está atascada",
    PrinterFault.PAPER_JAM: "el papel está atascado",
    PrinterFault.COVER_OPEN: "la tapa está abierta",
    PrinterFault.PAPER_OUT: "sin papel",
    PrinterFault.PAPER_SHORT: "queda muy poco papel",
    PrinterFault.PRESENTER: "hay una hoja en la ranura",
    PrinterFault.HEAD_HOT: "la cabeza está caliente",
    PrinterFault.OFFLINE: "la impresora está en pausa",
    "left_unknown": "no se sabe cuánto queda",
    "no_answer": "no responde",
    "offset": "diferencia %1",
    "damaged": "dañada",
    "rows": "%1 registros, %2 con testigo",
    "queue": "%1 en espera",
    "queue_parked": "%1 en espera, %2 apartados",
}


def found_of(check: Check) -> str:
    """What was found, ready for the paper.

    >>> found_of(Check("queue", "bad", word="queue_parked", first="3", second="1"))
    '3 en espera, 1 apartados'
    """
    if not check.word:
        return check.detail
    return WORDS[check.word].replace("%1", check.first).replace("%2", check.second)
