"""Faults from a file: which one, when, and for how long.

A TOML file with one table for each fault, in any order::

    [[fault]]
    name = "paper_out"      # what: one of drivers.virtual.faults
    when = "begins"         # at_once | begins | cut | presented | taken
    strip = 2               # of which piece of paper, counted from 1 (default 1)
    after_mm = 120          # or after_bytes, or after_s; default: at that very moment
    lasts_s = 20            # default: until somebody mends it

    [[fault]]
    name = "late_answers"
    amount = 0.4            # where the fault has one: seconds or millimetres

A strip begins with its first dot, and its bytes are counted from there, the host's questions
included; seconds are the printer's own, so that a fast one has shorter ones. Nothing is half
understood: an unknown word, or one that makes no sense there, refuses the whole file.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from drivers.virtual.agenda import Stage
from drivers.virtual.faults import FaultBoard, FaultRefused, check
from drivers.virtual.models import Model
from drivers.virtual.printer import VirtualPrinter
from kiosk.errors import KioskError

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
_AT_OUTPUT = ("presented", "taken")


class ScriptInvalid(KioskError):
    """The file cannot be played; the message names the entry and what is wrong with it."""

    code = "FLT-01"


class Entry(BaseModel):
    """One fault of a script."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str
    when: Literal["at_once", "begins", "cut", "presented", "taken"] = "at_once"
    strip: Annotated[int, Field(ge=1)] | None = None
    after_bytes: Annotated[int, Field(ge=1)] | None = None
    after_mm: Positive | None = None
    after_s: Positive | None = None
    amount: Positive | None = None
    lasts_s: Positive | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> "Entry":
        check(self.name, self.amount, lasts=self.lasts_s is not None)
        delays = ("after_bytes", "after_mm", "after_s")
        given = [name for name in delays if getattr(self, name) is not None]
        if len(given) > 1:
            raise ValueError(f"{given[0]} and {given[1]}: one of them")
        if self.when != "begins" and given and given[0] != "after_s":
            raise ValueError(f'{given[0]} is counted from a strip\'s beginning: when = "begins"')
        if self.when == "at_once" and self.strip is not None:
            raise ValueError(f"strip {self.strip}: say when of it (begins, cut, …)")
        return self


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    fault: list[Entry] = Field(min_length=1)


def read_script(path: Path, model: Model) -> tuple[Entry, ...]:
    """Read a file of faults.

    Args:
        path: the TOML file.
        model: the printer that will play it.

    Raises:
        ScriptInvalid: it cannot be read, or not all of it makes sense on this printer.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScriptInvalid(f"{path}: {error}") from error
    try:
        return parse_script(text, model)
    except ScriptInvalid as error:
        raise ScriptInvalid(f"{path}: {error}") from error


def parse_script(text: str, model: Model) -> tuple[Entry, ...]:
    """Read a script's text. Raises ``ScriptInvalid``."""
    try:
        entries = _File.model_validate(tomllib.loads(text)).fault
    except ValidationError as error:
        raise ScriptInvalid(_first(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise ScriptInvalid(f"not TOML: {error}") from error
    for number, entry in enumerate(entries, 1):
        try:
            check(
                entry.name,
                entry.amount,
                lasts=entry.lasts_s is not None,
                has_presenter=model.has_presenter,
            )
        except FaultRefused as error:
            raise ScriptInvalid(f"fault {number}: {error}") from error
        if entry.when in _AT_OUTPUT and not model.has_presenter:
            raise ScriptInvalid(f"fault {number}: {entry.when}: this printer has no presenter")
    return tuple(entries)


def _first(error: ValidationError) -> str:
    found = error.errors(include_url=False)[0]
    place = [part + 1 if isinstance(part, int) else part for part in found["loc"]]
    told = found["msg"].removeprefix("Value error, ")
    return f"{' '.join(map(str, place))}: {told}" if place else told


def play(script: tuple[Entry, ...], board: FaultBoard) -> None:
    """Have the board's printer suffer the script from now on, each fault once."""
    for entry in script:
        if entry.when == "at_once":
            _later(entry, board)
        else:
            board.printer.watch(_once(entry, board))


def _once(entry: Entry, board: FaultBoard) -> Callable[[Stage, int], None]:
    """A strip that is printed anew after its cut is another strip; nothing strikes twice."""
    waiting = [entry]

    def watcher(stage: Stage, strip: int) -> None:
        if waiting and stage == entry.when and strip == (entry.strip or 1):
            _later(waiting.pop(), board)

    return watcher


def _later(entry: Entry, board: FaultBoard) -> None:
    printer: VirtualPrinter = board.printer

    def strike() -> None:
        board.set(entry.name, entry.amount, entry.lasts_s)

    if entry.after_bytes is not None:
        printer.after_bytes(entry.after_bytes, strike)
    elif entry.after_mm is not None:
        printer.after_mm(entry.after_mm, strike)
    elif entry.after_s is not None:
        printer.after_s(entry.after_s, strike)
    else:
        strike()
