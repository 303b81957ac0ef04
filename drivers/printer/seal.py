"""Was the printer switched off, or reset, while a copy was printed? A fence alone cannot tell.

A printer that loses its power in the middle forgets a part of the copy, wakes up, prints the rest
and answers the last fence. So every job carries a seal that a reset breaks:

``symbol``
    A QR symbol is stored at the start and never printed. Before each symbol of the document and
    before the last fence the printer is asked how large the stored one is. A reset empties the
    store. Source: Epson GS ( k 49 fn 80 and fn 82; Star ESC GS y D and I. A Star printer's counter
    of markers starts at 0 again too, and so gives it away a second time.
``power_ups``
    The power-up counter is read before and after. Source: Custom GS E5.
``none``
    A model without either; it proves nothing, and its profile may not sell.
"""

from drivers.printer.escpos import ID_MAX, process_id
from drivers.printer.languages import language_of
from drivers.printer.link import Link
from drivers.printer.profile import Profile
from kiosk.ports import ChargeLevel

# Not the 3 of a printer that was just switched on: its size then gives it away. Not 4 or 5 either,
# bytes that a Star printer takes for questions.
_MODULE_DOTS = 6
_SYMBOL = "1"
_SEAL_DOTS = 21 * _MODULE_DOTS  # the smallest symbol has 21 modules


def opening(profile: Profile) -> bytes:
    """Bytes at the start of a job."""
    if profile.seal != "symbol":
        return b""
    store = language_of(profile.dialect).store_symbol
    return store(_SYMBOL, module_dots=_MODULE_DOTS, error_correction=profile.qr.level_m)


def lay_bare(link: Link, timeout_s: float) -> bool:
    """Bring the printer to its known state before the seal is laid; False if it does not say so.

    This cannot stand under the seal: ``ESC @`` would break it, and of an ``ESC @`` that a reset
    cuts in two the second half is a letter in the printer's line. So the line is cleared behind it,
    by a command without any letter, and nothing is sent until that is answered. Before that the
    printer must be at rest: the clearing would take the cut of an earlier strip with it.
    """
    if not lies_bare(link.profile):
        return True
    inbox = link.inbox
    inbox.begin_job()
    if not link.write_all(link.language.initialise + process_id(ID_MAX)):
        return False
    at_rest = inbox.wait(lambda: inbox.process_id == ID_MAX, timeout_s)
    return at_rest and link.clear()


def lies_bare(profile: Profile) -> bool:
    """True for a model that can show that it is at rest, and that its line is empty."""
    proves = profile.charge_level is ChargeLevel.PROCESS_ID
    return proves and profile.seal == "symbol" and profile.can_clear


def question(profile: Profile) -> bytes:
    """Bytes before every symbol of the document and before the last fence."""
    return language_of(profile.dialect).symbol_size_request if profile.seal == "symbol" else b""


class Seal:
    """The seal of one job."""

    def __init__(self, link: Link, symbol_dots: tuple[int, ...]) -> None:
        """Read what must be known before the job; ``symbol_dots``: the document's own symbols."""
        self._link = link
        self._sizes = [_SEAL_DOTS, *symbol_dots]
        self._power_ups = self._read_power_ups()

    @property
    def is_set(self) -> bool:
        """False if the printer would not say what is needed: the job must not start."""
        return self._link.profile.seal != "power_ups" or self._power_ups is not None

    def is_intact(self) -> bool | None:
        """True if the printer shows that it was not reset; to be asked after the last fence.

        None if it would not say, as a printer does that is stopped by open cover or paper end.
        """
        inbox = self._link.inbox
        if inbox.counter_jumped:
            return False
        if self._link.profile.seal == "symbol":
            return inbox.symbol_sizes == self._sizes
        if self._link.profile.seal == "none":
            return True
        now = self._read_power_ups()
        return None if now is None else now == self._power_ups

    def is_broken(self) -> bool:
        """True if the printer shows that it was reset; may be asked of a job that has failed."""
        inbox = self._link.inbox
        if self._link.profile.seal == "symbol":
            told = inbox.symbol_sizes
            return inbox.counter_jumped or told != self._sizes[: len(told)]
        now = self._read_power_ups()
        return now is not None and now != self._power_ups

    def _read_power_ups(self) -> int | None:
        queries = self._link.profile.counters
        if self._link.profile.seal != "power_ups" or queries is None:
            return None
        return self._link.ask_counter(queries.power_ups, "on")
