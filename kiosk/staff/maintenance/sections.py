"""Every look and every deed of the maintenance, by name; a section's own module knows how."""

from collections.abc import Mapping

from kiosk.staff.maintenance import (
    do_configuration,
    do_logo,
    do_logs,
    do_machine,
    do_pairing,
    do_power,
    do_printer,
    do_readiness,
    do_rehearsal,
    do_serial,
    do_speed,
    look_configuration,
    look_line,
    look_logo,
    look_logs,
    look_machine,
    look_printer,
    look_records,
    look_rehearsal,
    look_serial,
    scanner,
)
from kiosk.staff.maintenance.bench import Bench, Deed, LookAt
from kiosk.staff.maintenance.bodies import Found
from kiosk.staff.maintenance.events import Look

LOOKS: Mapping[str, LookAt] = {
    "overview": lambda bench, _: look_machine.overview(bench.parts, bench.language),
    "printer": look_line.printer,
    "logo": look_logo.logo,
    "paper": lambda bench, _: look_printer.paper(bench.parts, bench.language),
    "serial": look_serial.serial,
    "scanner": scanner.scanner,
    "queue": lambda bench, look: look_records.queue(bench.parts, bench.language, look.page),
    "journal": lambda bench, look: look_records.journal(bench.parts, bench.language, look.page),
    "network": lambda bench, _: _network(bench),
    "configuration": lambda bench, look: look_configuration.configuration(
        bench.parts, bench.language, look.page
    ),
    "logs": lambda bench, look: look_logs.logs(bench.parts, bench.language, look.page, look.least),
    "rehearsal": look_rehearsal.rehearsal,
    "leave": lambda bench, _: do_power.leaving(bench.parts),
    "pairing": lambda bench, _: do_pairing.pairing(bench.parts, bench.language),
}
"""By section; one that is not here has nothing to look at."""

DEEDS: Mapping[str, Deed] = {
    **do_printer.DEEDS,
    **do_speed.DEEDS,
    **do_logo.DEEDS,
    **do_serial.DEEDS,
    **scanner.DEEDS,
    **do_machine.DEEDS,
    **do_readiness.DEEDS,
    **do_rehearsal.DEEDS,
    **do_configuration.DEEDS,
    **do_logs.DEEDS,
    **do_power.DEEDS,
    **do_pairing.DEEDS,
}
"""By act; ``acts`` says where each is offered."""


def _network(bench: Bench) -> Found:
    clock = look_machine.clock_fact(bench.parts, bench.language)
    return Found((clock, *bench.found.get("network", ())))


def look_at(bench: Bench, look: Look) -> Found:
    """Look at a section now."""
    at = LOOKS.get(look.section)
    return Found() if at is None else at(bench, look)
