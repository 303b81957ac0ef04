"""Looks at the logo: whether this model can keep one, which it keeps, what could be put there."""

import base64
from datetime import datetime

from kiosk.staff.maintenance.bench import Bench
from kiosk.staff.maintenance.bodies import Fact, Found, Row
from kiosk.staff.maintenance.events import Look
from kiosk.staff.maintenance.logo_book import LogoBook
from kiosk.staff.maintenance.logo_files import files_of
from kiosk.staff.maintenance.look_machine import page_of
from kiosk.visit.wording import short_instant

ROWS = 4
_DIGEST_SHOWN = 8


def logo(bench: Bench, look: Look) -> Found:
    """What is known without asking the printer, which is busy while it writes."""
    shelf = bench.parts.model().logo
    if shelf is None:
        return Found((Fact("logo_memory", "care", "no_memory"),))
    files = files_of(bench.parts.sticks())
    page, pages = page_of(look.page, len(files), ROWS)
    first = (page - 1) * ROWS
    rows = tuple(
        Row("logo_own" if isinstance(each, str) else "logo_file", "", _name(each), ref=number)
        for number, each in enumerate(files, 1)
    )[first : first + ROWS]
    facts = [*_known(bench, shelf.writes_a_day)]
    preview = ""
    if bench.logo is not None:
        name, fitted = bench.logo
        size = f"{fitted.width_dots} × {fitted.height_dots}"
        facts.append(Fact("logo_chosen", value=name))
        facts.append(Fact("logo_size", value=f"{size} · {fitted.width_mm} × {fitted.height_mm} mm"))
        preview = base64.urlsafe_b64encode(fitted.preview).decode("ascii")
    return Found(tuple(facts), rows, page, pages, preview=preview)


def _name(each: object) -> str:
    return each if isinstance(each, str) else getattr(each, "name", "")


def _known(bench: Bench, limit: int) -> list[Fact]:
    book = LogoBook(bench.parts.settings.state_dir)
    try:
        kept, written = book.kept(), book.written(bench.parts.clock.now())
    except (OSError, ValueError):
        return [Fact("logo_kept", "bad", "logo_unreadable")]
    left = max(0, limit - written)
    facts = [Fact("logo_left", "good" if left > 2 else "care", value=f"{left} / {limit}")]
    if kept is None:
        return [*facts, Fact("logo_kept", word="nobody_knows")]
    at = short_instant(datetime.fromisoformat(kept.at), bench.language)
    told = f"{at} · {kept.digest[:_DIGEST_SHOWN]}"
    return [*facts, Fact("logo_kept", "good", value=told)]
