"""Looks at the printer and its roll. What a model cannot tell is said to be so, not left out."""

from collections.abc import Iterator

from kiosk.ports import Counters
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.look_machine import printer_fact
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.words import metres, span
from kiosk.store.maintenance import loaded_at
from kiosk.store.roll import read_roll

FORECAST_FROM_S = 86_400.0
FORECAST_FROM_MM = 1_000
"""Of less than a day, or less than a metre, nobody can tell how long the rest lasts."""
_CANNOT_TELL = "cannot_tell"


def outside(parts: Parts) -> Iterator[Fact]:
    """Its state in words, and what it is."""
    yield from _state(parts)
    model = parts.model()
    yield Fact("model", value=model.name)
    yield Fact("line", value=model.line)


def _state(parts: Parts) -> Iterator[Fact]:
    state = parts.printer.state()
    yield printer_fact(parts)
    yield Fact("near_end", "care" if state.near_end else "good", "yes" if state.near_end else "no")
    match state.ticket_present:
        case None:
            yield Fact("ticket", word=_CANNOT_TELL)
        case True:
            yield Fact("ticket", "care", "yes")
        case False:
            yield Fact("ticket", "good", "no")


def _counted(parts: Parts, language: str) -> Iterator[Fact]:
    told = parts.printer.counters() if parts.printer.has_counters else Counters()
    if told is None:
        yield Fact("counters", "care", "no_answer")
        return
    yield _number("cuts", None if told.cuts is None else str(told.cuts))
    length_cm = told.printed_cm
    yield _number("printed", None if length_cm is None else metres(length_cm * 10, language))
    yield _number("retracts", None if told.retracts is None else str(told.retracts))


def _number(code: str, value: str | None) -> Fact:
    return Fact(code, word=_CANNOT_TELL) if value is None else Fact(code, value=value)


def inside(parts: Parts, language: str) -> Iterator[Fact]:
    """Where it hangs, what it proves, what it has counted in its life."""
    yield Fact("port", value=parts.settings.printer.device)
    yield Fact("proof", word=parts.model().proof)
    yield from _counted(parts, language)


def paper(parts: Parts, language: str) -> Found:
    """The roll: what is left of it, what it was, how long it lasts, and the odometer."""
    record = parts.store.read(read_roll)
    loaded = parts.store.read(loaded_at)
    left = parts.budget.left_mm()
    facts = [printer_fact(parts)]
    if left is None:
        facts.append(Fact("left", "care", _CANNOT_TELL))
    else:
        facts.append(Fact("left", _tone(left), value=metres(left, language)))
    facts.append(Fact("used", value=metres(record.used_mm, language)))
    length = None if record.roll_mm is None else metres(record.roll_mm, language)
    facts.append(_number("roll", length))
    lasts = None
    if loaded is not None and left is not None:
        age_s = (parts.clock.now() - loaded).total_seconds()
        lasts = forecast_s(left, record.used_mm, age_s)
    too_early = Fact("forecast", word="too_early")
    facts.append(too_early if lasts is None else Fact("forecast", value=span(lasts)))
    facts.append(Fact("odometer", value=metres(record.total_mm, language)))
    return Found(tuple(facts))


def forecast_s(left_mm: int, used_mm: int, age_s: float) -> float | None:
    """How long the roll lasts at the pace at which it was used; None while that is a guess.

    >>> forecast_s(40_000, 20_000, 10 * 86_400) == 20 * 86_400
    True
    >>> forecast_s(40_000, 900, 10 * 86_400) is forecast_s(40_000, 20_000, 3_600) is None
    True
    """
    if age_s < FORECAST_FROM_S or used_mm < FORECAST_FROM_MM:
        return None
    return left_mm * age_s / used_mm


def _tone(left: int) -> str:
    return "bad" if left < 1_000 else "care" if left < 8_000 else "good"
