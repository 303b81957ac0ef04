"""Logs: one JSON object a line, of fields on a list; what is not on it is left out.

No id of a person, name, address, key, token or code may reach a log. So a field must be named here
before it is written anywhere, and an exception is told by its type and its place in our code: its
text may hold the value that caused it.
"""

import logging
import sys
import traceback
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

FIELDS = frozenset(
    {
        *("timestamp", "level", "event", "logger", "request_id", "error", "trace"),
        *("route", "code", "status", "sqlstate"),
        *("chamber", "host", "port", "device_id", "fingerprint"),
        *("kind", "op_id", "detail", "rule", "subject"),
        *("mail", "attempts", "reason"),
    }
)
_FRAMES_MAX = 30


def configure(stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Send our events, and what libraries log from warnings on, to ``stream`` (standard error)."""
    target = stream or sys.stderr
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _placed_errors,
        _listed_fields,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
    structlog.configure(
        processors=shared,
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=target),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(target)
    handler.setFormatter(_Foreign())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


class _Foreign(logging.Formatter):
    """A library's record: its template without the values, which may be anybody's."""

    def format(self, record: logging.LogRecord) -> str:
        event: EventDict = {
            "event": record.msg if record.args else record.name,
            "logger": record.name,
            "level": record.levelname.lower(),
            "timestamp": self.formatTime(record),
        }
        if record.exc_info:
            event["exc_info"] = record.exc_info
        event = _listed_fields(None, "", _placed_errors(None, "", event))
        return str(structlog.processors.JSONRenderer(ensure_ascii=False)(None, "", event))


def _placed_errors(_logger: Any, _name: str, event: EventDict) -> EventDict:
    """An exception's type and where it came from, without its words."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if info and info[0] is not None:
        frames = traceback.extract_tb(info[2])[-_FRAMES_MAX:]
        event["error"] = info[0].__name__
        event["trace"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def _listed_fields(_logger: Any, _name: str, event: EventDict) -> EventDict:
    return {name: value for name, value in event.items() if name in FIELDS}
