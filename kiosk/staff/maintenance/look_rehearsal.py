"""Looks at the rehearsal: the printer, the way to central, and what the last one came to."""

from collections.abc import Iterator

from kiosk.staff.maintenance.bench import Bench
from kiosk.staff.maintenance.bodies import Exercise, Fact, Found, Row
from kiosk.staff.maintenance.do_rehearsal import last_rehearsal
from kiosk.staff.maintenance.events import Look
from kiosk.staff.maintenance.evidence import in_codes
from kiosk.staff.maintenance.faults import switches
from kiosk.staff.maintenance.look_machine import central_fact, page_of, printer_fact
from kiosk.staff.maintenance.rehearsal import EXERCISES, Rehearsal

SWITCHES = 6
"""On a page; the first page is the rehearsal's own."""
_VERDICT_TONES = {
    "printed": "good",
    "not_printed": "care",
    "refused": "care",
    "unknown": "bad",
    "cut_off": "bad",
}
_MONEY_TONES = {"charged": "good", "released": "good", "charged_later": "care", "not_begun": "care"}


def rehearsal(bench: Bench, look: Look) -> Found:
    """The first page is the rehearsal with its exercises; the faults, if there are any, follow."""
    port = bench.parts.faults
    offered = () if port is None else switches(port)
    page, pages = page_of(look.page, SWITCHES + len(offered), SWITCHES)
    first = (page - 2) * SWITCHES
    last = last_rehearsal(bench)
    return Found(
        facts=(printer_fact(bench.parts), central_fact(bench.parts), *_story(last)),
        rows=_evidence(last) if page == 1 else (),
        page=page,
        pages=pages,
        exercises=tuple(Exercise(code, code in last.seen) for code in EXERCISES)
        if page == 1
        else (),
        switches=() if page == 1 else offered[first : first + SWITCHES],
    )


def _story(last: Rehearsal) -> Iterator[Fact]:
    if last.stage in ("none", "asking"):
        yield Fact("rehearsal", "info", f"rehearsal_{last.stage}")
    elif last.stage == "printing":
        proved = f"{round(last.fraction * 100)} %"
        waits = last.waiting_for
        yield (
            Fact("rehearsal", "care", waits.value, proved)
            if waits
            else Fact("rehearsal", "info", "rehearsal_printing", proved)
        )
    else:
        yield Fact("verdict", _VERDICT_TONES[last.verdict], f"verdict_{last.verdict}")
        yield Fact("money", _MONEY_TONES.get(last.money, "bad"), f"money_{last.money}")


def _evidence(last: Rehearsal) -> tuple[Row, ...]:
    """Why it is not printed, and what the printer said, phrase by phrase."""
    because = (Row("because", "", last.cause),) if last.cause else ()
    return (*because, *(Row(code, "", value) for code, value in in_codes(last.evidence)))
