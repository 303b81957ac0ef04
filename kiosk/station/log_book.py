"""The log of this machine: the last lines in two files of bounded size, and their way there.

Who looks after the machine reads them on its screen, and takes them away from there; systemd keeps
the same lines in its journal. A disk that fails never stops the machine from working on.
"""

import json
import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

import structlog

from kiosk.ports import Clock
from kiosk.station.log_form import listed, of_record, told

FOLDER = "logs"
FILE_NAME, BEFORE_NAME = "kiosk.jsonl", "kiosk.1.jsonl"
FILE_MAX_BYTES = 1_000_000
"""Of each of the two files; some five thousand lines."""
LEVELS = ("info", "warning", "error")
"""What the screen can be asked for: these and worse."""
_RANKS = {"debug": 0, "info": 1, "warning": 2, "error": 3, "critical": 3}


class LogBook:
    """Writes lines; may be called from any thread."""

    def __init__(self, state_dir: Path, max_bytes: int = FILE_MAX_BYTES) -> None:
        self._folder = state_dir / FOLDER
        self._max_bytes = max_bytes
        self._guard = threading.Lock()

    def write(self, line: str) -> None:
        """Add one line; if the disk will not have it, it is only in the journal."""
        with self._guard, suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            path = self._folder / FILE_NAME
            if path.exists() and path.stat().st_size >= self._max_bytes:
                path.replace(self._folder / BEFORE_NAME)
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")


def read_lines(state_dir: Path, least: str = "info") -> list[dict[str, Any]]:
    """The lines that are kept, newest first, of this severity and worse.

    They are sifted once more: a line that somebody else wrote there says nothing either.
    """
    found = [
        line
        for name in (BEFORE_NAME, FILE_NAME)
        for line in _lines(state_dir / FOLDER / name)
        if _RANKS.get(str(line.get("level")), 0) >= _RANKS[least]
    ]
    return found[::-1]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return
    for line in text.splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue  # half a line, where the power went
        if isinstance(event, dict):
            yield listed(event, kept=True)


def configure(stream: TextIO, clock: Clock, book: LogBook | None = None) -> None:
    """Send our events, our drivers' and what libraries warn of to a stream and to the book."""

    def line(event: Mapping[str, Any], level: str) -> str:
        text = json.dumps(told(event, level, clock.now()), ensure_ascii=False)
        if book is not None:
            book.write(text)
        return text

    structlog.configure(
        processors=[lambda _logger, level, event: line(event, _level_of(level))],
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Formatter(line))
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or _is_ours(record))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.startswith("drivers.")


class _Formatter(logging.Formatter):
    def __init__(self, line: Any) -> None:
        super().__init__()
        self._line = line

    def format(self, record: logging.LogRecord) -> str:
        """The record as one of our lines."""
        return str(self._line(of_record(record), _level_of(record.levelname.lower())))


def _level_of(method: str) -> str:
    """``log.exception`` is an error."""
    return {"exception": "error", "warn": "warning", "fatal": "critical"}.get(method, method)
