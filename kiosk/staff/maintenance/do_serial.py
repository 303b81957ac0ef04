"""What is tried on the serial lines: who answers, and whether the printer stops the host."""

from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.bodies import Fact
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.state import Told

_ANSWERS = ("named", "kind", "speaks")


def _search_lines(bench: Bench, effect: Do) -> Told:
    """Ask everywhere but on the reader's line, which is only ever listened to."""
    lines = bench.parts.model().lines
    if lines is None:
        return failed(effect, "no_workshop")
    bench.answers = {}
    for device in lines.devices():
        if device != bench.parts.settings.scanner.device:
            bench.answers = {**bench.answers, device: lines.ask(device)}
    found = sum(answer.trust in _ANSWERS for answer in bench.answers.values())
    return Told(effect.act, "lines_found", str(found)) if found else failed(effect, "lines_silent")


def _check_flow(bench: Bench, effect: Do) -> Told:
    workshop = bench.parts.model().workshop
    if workshop is None:
        return failed(effect, "no_workshop")
    told = workshop.check_flow()
    if told not in ("flow_holds", "flow_never_holds"):
        return failed(effect, told)
    tone = "good" if told == "flow_holds" else "bad"
    bench.found["serial"] = (Fact("flow", tone, told),)
    return Told(effect.act, told, tone=tone)


DEEDS: dict[str, Deed] = {"search_lines": _search_lines, "check_flow": _check_flow}
