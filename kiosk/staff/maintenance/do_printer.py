"""What is done to the printer and its roll."""

from collections.abc import Callable

from kiosk.documents.model import Document
from kiosk.purchase.paper import print_paper
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.state import Told
from kiosk.staff.maintenance.workshop import Workshop
from kiosk.store.roll import use_paper

_MM = 1_000
FEED_MM = 50
"""Enough to see it move; more than any model feeds to bring the paper to its cutter."""


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


def _feed(bench: Bench, effect: Do) -> Told:
    return _moved(bench, effect, lambda workshop: workshop.feed(FEED_MM), "fed")


def _cut(bench: Bench, effect: Do) -> Told:
    return _moved(bench, effect, lambda workshop: workshop.cut(), "was_cut")


def _moved(bench: Bench, effect: Do, move: Callable[[Workshop], str], done: str) -> Told:
    """Let paper move; the odometer counts it first, as every strip."""
    parts = bench.parts
    workshop = parts.model().workshop
    if workshop is None:
        return failed(effect, "no_workshop")
    parts.store.write(lambda c: use_paper(c, FEED_MM))
    reason = move(workshop)
    return failed(effect, reason) if reason else Told(effect.act, done)


def _load_roll(bench: Bench, effect: Do) -> Told:
    bench.parts.budget.load(effect.amount * _MM)
    return Told(effect.act, "roll_loaded", f"{effect.amount} m")


DEEDS: dict[str, Deed] = {
    "test_page": _test_page,
    "empty_buffer": _empty_buffer,
    "load_roll": _load_roll,
    "feed": _feed,
    "cut": _cut,
}
