"""What is done to the printer and its roll."""

from kiosk.documents.model import Document
from kiosk.purchase.paper import print_paper
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.state import Told

_MM = 1_000


def printed(bench: Bench, effect: Do, paper: Document) -> Told:
    """Print a paper; called printed only with proof."""
    parts = bench.parts
    reason = print_paper(parts.journal, parts.printer, paper)
    return failed(effect, reason) if reason else Told(effect.act, "printed")


def _test_page(bench: Bench, effect: Do) -> Told:
    return printed(bench, effect, bench.parts.model().test_page())


def _empty_buffer(bench: Bench, effect: Do) -> Told:
    cleared = bench.parts.printer.clear()
    return Told(effect.act, "emptied") if cleared else failed(effect, "not_emptied")


def _load_roll(bench: Bench, effect: Do) -> Told:
    bench.parts.budget.load(effect.amount * _MM)
    return Told(effect.act, "roll_loaded", f"{effect.amount} m")


DEEDS: dict[str, Deed] = {
    "test_page": _test_page,
    "empty_buffer": _empty_buffer,
    "load_roll": _load_roll,
}
