"""Looks at what may be changed at this machine; the pages after it are the file's and central's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from babel.dates import format_time

from kiosk.contract.opening_hours import BOGOTA
from kiosk.settings import Settings
from kiosk.staff.maintenance import look_machine
from kiosk.staff.maintenance.bodies import Found
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.site_lines import Option, Setting, SiteVersion
from kiosk.store.on_site import CLOSED_FROM, SETTINGS, Version
from kiosk.visit.wording import short_instant

VERSIONS_SHOWN = 3
ROLLS_M = (30, 50, 80, 100, 120, 150, 200, 300)
CLOSINGS_SHOWN = 7
_HALF_HOUR = timedelta(minutes=30)
_LANGUAGES = {"es": "Español", "en": "English"}


def configuration(parts: Parts, language: str, page: int) -> Found:
    """What may be changed here, how it was before, and what the file and central say: in pages."""
    versions = parts.on_site.versions()
    before = -(-len(versions) // VERSIONS_SHOWN)
    rest = look_machine.configuration(parts, max(1, page - 1 - before))
    pages = 1 + before + rest.pages
    if page > 1 + before:
        return replace(rest, page=1 + before + rest.page, pages=pages)
    if page > 1:
        first = (page - 2) * VERSIONS_SHOWN
        shown = tuple(
            _version(one, one is versions[0], language)
            for one in versions[first : first + VERSIONS_SHOWN]
        )
        return Found(versions=shown, page=page, pages=pages)
    return Found(settings=tuple(_settings(parts, language)), pages=pages)


def _settings(parts: Parts, language: str) -> Iterator[Setting]:
    values = parts.on_site.values
    for key in SETTINGS:
        now = _text(key, value_of(parts.settings, key))
        later = _text(key, values[key]) if key in values else ""
        yield Setting(key, now, "" if later == now else later, key in values, _options(key))
    early = parts.on_site.closed_from
    local = parts.time.now().astimezone(BOGOTA)
    is_today = early is not None and early.astimezone(BOGOTA).date() == local.date()
    shown = _clock(early, language) if early is not None and is_today else ""
    yield Setting(CLOSED_FROM, shown, "", bool(shown), tuple(_closings(local, language)))


def value_of(settings: Settings, key: str) -> str | int:
    """What a key of the settings says now."""
    section, _, name = key.partition(".")
    value = getattr(getattr(settings, section), name)
    assert isinstance(value, str | int)
    return value


def _text(key: str, value: str | int) -> str:
    if key == "printer.roll_m":
        return f"{value} m"
    return _LANGUAGES.get(str(value), str(value)) if key == "visit.language" else str(value)


def _options(key: str) -> tuple[Option, ...]:
    """Nothing for what is typed."""
    match key:
        case "visit.language":
            return tuple(Option(code, name) for code, name in _LANGUAGES.items())
        case "printer.roll_m":
            return tuple(Option(str(metres), f"{metres} m") for metres in ROLLS_M)
        case _:
            return ()


def _closings(local: datetime, language: str) -> Iterator[Option]:
    """Now, and the next half hours of this day."""
    now = local.replace(second=0, microsecond=0)
    yield Option(now.isoformat(), _clock(now, language))
    at = now.replace(minute=now.minute // 30 * 30) + _HALF_HOUR
    for _ in range(CLOSINGS_SHOWN - 1):
        if at.date() != now.date():
            return
        yield Option(at.isoformat(), _clock(at, language))
        at += _HALF_HOUR


def _clock(at: datetime, language: str) -> str:
    locale = {"es": "es_CO", "en": "en_US"}[language]
    return format_time(at.astimezone(BOGOTA).time(), "h:mm a", locale=locale)


def _version(one: Version, present: bool, language: str) -> SiteVersion:
    said = ", ".join(f"{key} = {value}" for key, value in sorted(one.values.items()))
    return SiteVersion(one.number, short_instant(one.at, language), one.who, one.why, said, present)
