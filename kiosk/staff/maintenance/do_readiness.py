"""The readiness report: made, printed, saved."""

from kiosk.documents.pdf import render_pdf
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.do_printer import printed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.readiness import as_document, examine, file_name
from kiosk.staff.maintenance.state import Told

_TONES = {"ready": "good", "limited": "care", "not_ready": "bad"}


def _check_all(bench: Bench, effect: Do) -> Told:
    bench.report = examine(bench.parts, bench.language)
    return Told(effect.act, bench.report.verdict, tone=_TONES[bench.report.verdict])


def _print_report(bench: Bench, effect: Do) -> Told:
    if bench.report is None:
        return failed(effect, "internal")
    return printed(bench, effect, as_document(bench.report, bench.parts, effect.who))


def _save_report(bench: Bench, effect: Do) -> Told:
    if bench.report is None:
        return failed(effect, "internal")
    folder = bench.parts.settings.state_dir / "reports"
    path = folder / file_name(bench.parts.clock.now())
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(render_pdf(as_document(bench.report, bench.parts, effect.who)))
    except OSError:
        return failed(effect, "not_saved")
    return Told(effect.act, "saved", path.name)


DEEDS: dict[str, Deed] = {
    "check_all": _check_all,
    "print_report": _print_report,
    "save_report": _save_report,
}
