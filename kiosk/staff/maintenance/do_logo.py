"""A logo for the printer's own memory: chosen, looked at, stored with proof, and printed."""

import os
from pathlib import Path

import structlog

from kiosk.documents.logos import logo_png
from kiosk.staff.maintenance.bench import Bench, Deed, failed
from kiosk.staff.maintenance.events import Do
from kiosk.staff.maintenance.logo_book import KeptLogo, LogoBook
from kiosk.staff.maintenance.logo_files import files_of
from kiosk.staff.maintenance.logo_port import FILE_MAX_BYTES, LogoNotFit
from kiosk.staff.maintenance.state import Told
from kiosk.store.roll import use_paper

log = structlog.get_logger()
_PRINTED_MM = 60
"""More than the tallest logo with its cut."""


def _show(bench: Bench, effect: Do) -> Told:
    """Choose a file by its number and see it as the head will print it."""
    shelf = bench.parts.model().logo
    if shelf is None:
        return failed(effect, "logo_cannot")
    bench.logo = None
    files = files_of(bench.parts.sticks())
    if not 1 <= effect.amount <= len(files):
        return failed(effect, "logo_gone")
    path = files[effect.amount - 1]
    try:
        data = _content(path)
    except OSError:
        return failed(effect, "logo_gone")
    try:
        fitted = shelf.fit(data)
    except LogoNotFit as error:
        return Told(effect.act, str(error), error.value, "bad")
    bench.logo = (path.name if isinstance(path, Path) else path, fitted)
    return Told(effect.act, "logo_shown", bench.logo[0])


def _upload(bench: Bench, effect: Do) -> Told:
    """Store what is on the screen; counted on disk before the printer hears of it."""
    parts = bench.parts
    shelf = parts.model().logo
    if shelf is None or bench.logo is None:
        return failed(effect, "logo_cannot" if shelf is None else "logo_gone")
    name, fitted = bench.logo
    book, now = LogoBook(parts.settings.state_dir), parts.clock.now()
    try:
        if book.written(now) >= shelf.writes_a_day:
            return failed(effect, "logo_writes_used")
        book.begin(now)
    except (OSError, ValueError):
        log.exception("logo_disk")
        return failed(effect, "logo_disk")
    stored = shelf.store(fitted)
    if stored.reason:
        return failed(effect, stored.reason)
    try:
        at = parts.clock.now().isoformat()
        size = fitted.width_dots, fitted.height_dots
        book.done(KeptLogo(at, name, fitted.digest, *size, stored.free_bytes))
    except (OSError, ValueError):
        log.exception("logo_disk")
        return failed(effect, "logo_disk")
    bench.logo = None
    return Told(effect.act, "logo_stored", name)


def _print(bench: Bench, effect: Do) -> Told:
    """On trial; the odometer counts it first, as every strip."""
    shelf = bench.parts.model().logo
    if shelf is None:
        return failed(effect, "logo_cannot")
    bench.parts.store.write(lambda c: use_paper(c, _PRINTED_MM))
    reason = shelf.print_stored()
    return failed(effect, reason) if reason else Told(effect.act, "logo_printed")


def _content(path: Path | str) -> bytes:
    """No more than a logo may have; a link or a device on a stick is not opened."""
    if isinstance(path, str):
        return logo_png(path) or b""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        return file.read(FILE_MAX_BYTES + 1)


DEEDS: dict[str, Deed] = {"show_logo": _show, "upload_logo": _upload, "print_logo": _print}
