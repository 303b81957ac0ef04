"""What may stand in a log of this machine: listed fields, each of its own form, and nothing else.

No id number, name, address, key, token, code or amount may reach a log: it lies on a disk, is sent
to support and is carried away on a stick. So a field is named here with the form of what it may
hold, codes mostly, before it is written anywhere; what does not fit is told as left out. An
exception is told by its type and its place in our code, because its text may hold the very value
that broke something. A library's record is its template with those of its values that are numbers
or codes.
"""

import enum
import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

LEFT_OUT = "•"
_FRAMES_MAX = 20
_MESSAGE_MAX = 200
_CODE = re.compile(r"[A-Za-z][A-Za-z_]{0,40}(?:[-_.][A-Za-z]{1,20}){0,6}")
_NUMBERED = re.compile(r"[A-Za-z][A-Za-z_-]{0,20}[0-9]{1,3}(?: [A-Za-z-]{1,20}){0,3}")
_PLACE = re.compile(r"[A-Za-z_][\w-]{0,60}\.[a-z]{1,3}:[0-9]{1,5} [A-Za-z_<][A-Za-z_<>]{0,60}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}(?:Z|\+00:00)")
_LEVELS = ("debug", "info", "warning", "error", "critical")
_COUNT_MAX = 99_999
"""No document, account or telephone is that short."""
_SUSPECT = re.compile(r"[0-9][0-9. -]{4,}[0-9]|@|[A-Za-z0-9_+/=-]{40,}")
_PRINTF = re.compile(r"%[-+ #0]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa%]")


def _code(value: object) -> object:
    if isinstance(value, enum.Enum):
        value = value.value
    fits = isinstance(value, str) and (_CODE.fullmatch(value) or _NUMBERED.fullmatch(value))
    return value if fits else None


def _count(value: object) -> object:
    if isinstance(value, bool):
        return value
    return value if isinstance(value, int) and abs(value) <= _COUNT_MAX else None


def _places(value: object) -> object:
    if not isinstance(value, list):
        return None
    return [place for place in value if isinstance(place, Plain)]


def _kept_places(value: object) -> object:
    if not isinstance(value, list):
        return None
    return [place for place in value if isinstance(place, str) and _PLACE.fullmatch(place)]


def _message(value: object) -> object:
    return value if isinstance(value, Plain) else _code(value)


def _kept_message(value: object) -> object:
    """Our drivers' words hold short numbers and signs, never a long number or an address."""
    fits = isinstance(value, str) and len(value) <= _MESSAGE_MAX and not _SUSPECT.search(value)
    return value if fits else None


def _instant(value: object) -> object:
    return value if isinstance(value, str) and _INSTANT.fullmatch(value) else None


def _level(value: object) -> object:
    return value if value in _LEVELS else None


class Plain(str):
    """A text that this module made of parts that may be logged."""

    __slots__ = ()


FIELDS: Mapping[str, Callable[[object], object]] = {
    "timestamp": _instant,
    "level": _level,
    "event": _message,
    "logger": _code,
    "error": _code,
    "trace": _places,
    **dict.fromkeys(("effect", "section", "act", "intent", "name", "kind", "event_name"), _code),
    **dict.fromkeys(("voided", "printed", "waiting", "incidents", "central_agreed"), _count),
}
"""By field, what makes its value fit; None: it does not."""
_KEPT = {"event": _kept_message, "trace": _kept_places}


def listed(event: Mapping[str, Any], *, kept: bool = False) -> dict[str, Any]:
    """The fields that may be written; what a listed field may not hold is told as left out.

    ``kept``: the event was read from the log again, so that our own words are plain text by now.

    >>> listed({"event": "effect_failed", "effect": "SignIn", "key": "Clave-2026"})
    {'event': 'effect_failed', 'effect': 'SignIn'}
    >>> listed({"event": "1990000001"})
    {'event': '•'}
    """
    found = {}
    for name, value in event.items():
        fit = (_KEPT.get(name) if kept else None) or FIELDS.get(name)
        if fit is not None:
            fitting = fit(value)
            found[name] = LEFT_OUT if fitting is None else fitting
    return found


def told(event: Mapping[str, Any], level: str, at: datetime) -> dict[str, Any]:
    """An event as it is written: with its time and level, an exception by type and places."""
    given = dict(event)
    info = given.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[0] is not None:
        given["error"] = info[0].__name__
        given["trace"] = [_place(frame) for frame in traceback.extract_tb(info[2])[-_FRAMES_MAX:]]
    when = at.astimezone(UTC).isoformat(timespec="milliseconds")
    return listed({"timestamp": when, "level": level, **given})


def of_record(record: logging.LogRecord) -> dict[str, Any]:
    """A record of the standard library's logging: its words, with the values that may be told."""
    event: dict[str, Any] = {"event": _words(record), "logger": record.name}
    if record.exc_info:
        event["exc_info"] = record.exc_info
    return event


def _words(record: logging.LogRecord) -> Plain:
    """Our own templates are constants; those of a library may have been put together."""
    text = record.msg if isinstance(record.msg, str) else ""
    if not record.name.startswith(("drivers.", "kiosk.", "ui.")):
        return Plain("library")
    values = iter(record.args if isinstance(record.args, tuple) else ())
    written = _PRINTF.sub(lambda found: _next(found[0], values), text)
    return Plain(LEFT_OUT if _SUSPECT.search(written) else written[:_MESSAGE_MAX])


def _next(place: str, values: Iterator[object]) -> str:
    return "%" if place.endswith("%") else _value(next(values, None))


def _value(value: object) -> str:
    if isinstance(value, BaseException):
        return type(value).__name__
    if isinstance(value, enum.Enum):
        return str(value.value)
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float) and abs(value) <= _COUNT_MAX:
        return f"{value:.1f}" if isinstance(value, float) else str(value)
    if is_dataclass(value) and not isinstance(value, type):
        inside = (f"{one.name}={_value(getattr(value, one.name))}" for one in fields(value))
        return f"{type(value).__name__}({', '.join(inside)})"
    return LEFT_OUT


def _place(frame: traceback.FrameSummary) -> Plain:
    name = frame.filename.replace("\\", "/").rpartition("/")[2]
    return Plain(f"{name}:{frame.lineno} {frame.name}")
