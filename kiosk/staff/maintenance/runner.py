"""Runs the effects of maintenance on executor threads, and turns what came of them into events.

Every act is written into the audit chain before its outcome is told: who, what, why, how it ended.
"""

from collections.abc import Callable

import structlog

from kiosk.documents.pdf import render_pdf
from kiosk.ports import Executor
from kiosk.purchase.paper import print_paper
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.maintenance import look_machine, look_printer, look_records
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.events import (
    Acted,
    Do,
    Effect,
    Event,
    Look,
    Looked,
    NoteEntry,
    NoteLeave,
)
from kiosk.staff.maintenance.network import probe
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.readiness import as_document, examine, file_name
from kiosk.staff.maintenance.state import Report, Told
from kiosk.store.failure import StoreFailed
from kiosk.store.maintenance import hurry

log = structlog.get_logger()
Emit = Callable[[Event], None]
_MM = 1_000
_VERDICT_TONES = {"ready": "good", "limited": "care", "not_ready": "bad"}


class Runner:
    """One effect is one look or one act; an act that breaks is logged and told as failed."""

    def __init__(
        self, parts: Parts, doorkeeper: Doorkeeper, executor: Executor, language: str
    ) -> None:
        """``language`` is that of the texts that looks bring along."""
        self._parts = parts
        self._doorkeeper = doorkeeper
        self._executor = executor
        self._language = language
        self._network: tuple[Fact, ...] = ()
        self._report: Report | None = None

    def __call__(self, effect: Effect, emit: Emit) -> None:
        """Start one effect; its answer is emitted from another thread."""
        match effect:
            case Look():
                self._executor.submit(lambda: self._look(effect, emit))
            case Do():
                self._executor.submit(lambda: self._do(effect, emit))
            case NoteEntry(member=member):
                how = "central" if member.session else "offline"
                who = {"login": member.login, "role": member.role, "how": how}
                self._network, self._report = (), None
                self._executor.submit(lambda: self._note_only("maintenance-opened", who))
            case NoteLeave(login=login, why=why):
                left = {"login": login, "why": why}
                self._executor.submit(lambda: self._note_only("maintenance-left", left))
            case _:
                self._doorkeeper(effect, emit)

    def _note(self, event: str, fields: dict[str, str]) -> bool:
        try:
            self._parts.note(event, fields)
        except StoreFailed:
            log.warning("not_noted", event_name=event)  # the store has said why it failed
            return False
        return True

    def _note_only(self, event: str, fields: dict[str, str]) -> None:
        self._note(event, fields)

    # -- looks ------------------------------------------------------------------------------------

    def _look(self, effect: Look, emit: Emit) -> None:
        try:
            found = self._found(effect)
        except StoreFailed:
            found = Found((Fact("disk", "bad", "disk"),))
        except Exception:
            # One broken section must not close the others to whoever came to mend the machine.
            log.exception("look_failed", section=effect.section)
            found = Found((Fact("section", "bad", "internal"),))
        emit(Looked(effect.look, found))

    def _found(self, effect: Look) -> Found:
        parts, language = self._parts, self._language
        match effect.section:
            case "overview":
                return look_machine.overview(parts, language)
            case "printer":
                return look_printer.printer(parts, language)
            case "paper":
                return look_printer.paper(parts, language)
            case "queue":
                return look_records.queue(parts, language, effect.page)
            case "journal":
                return look_records.journal(parts, language, effect.page)
            case "network":
                return Found((look_machine.clock_fact(parts, language), *self._network))
            case "configuration":
                return look_machine.configuration(parts, effect.page)
            case "pairing":
                return look_machine.pairing(parts, language)
            case _:
                return Found()

    # -- acts -------------------------------------------------------------------------------------

    def _do(self, effect: Do, emit: Emit) -> None:
        try:
            told = self._told(effect)
        except StoreFailed:
            told = Told(effect.act, "disk", tone="bad")
        except Exception:
            # Said and written down as failed: nobody waits for an act that never ends.
            log.exception("act_failed", act=effect.act)
            told = Told(effect.act, "internal", tone="bad")
        said = {
            "login": effect.who,
            "act": effect.act,
            "why": effect.why,
            "amount": str(effect.amount) if effect.amount else "",
            "outcome": told.code,
        }
        if not self._note("maintenance-act", said):
            told = Told(effect.act, "disk", tone="bad")
        report = self._report if effect.act == "check_all" else None
        emit(Acted(effect.request, told, report))
        if effect.act == "restart" and told.tone != "bad":
            self._parts.restart()

    def _told(self, effect: Do) -> Told:
        parts = self._parts
        match effect.act:
            case "test_page":
                return _printed(
                    effect.act, print_paper(parts.journal, parts.printer, parts.model().test_page())
                )
            case "empty_buffer":
                cleared = parts.printer.clear()
                return Told(effect.act, "emptied") if cleared else _bad(effect.act, "not_emptied")
            case "load_roll":
                parts.budget.load(effect.amount * _MM)
                return Told(effect.act, "roll_loaded", f"{effect.amount} m")
            case "send_now":
                now = parts.clock.now()
                count = parts.store.write(lambda c: hurry(c, now))
                parts.send()
                return Told(effect.act, "sending", str(count))
            case "test_network":
                central = parts.settings.central
                self._network = probe(central, parts.clock, parts.is_reachable, self._language)
                bad = any(fact.tone == "bad" for fact in self._network)
                return _bad(effect.act, "way_broken") if bad else Told(effect.act, "way_open")
            case "check_all":
                self._report = examine(parts)
                return Told(
                    effect.act, self._report.verdict, tone=_VERDICT_TONES[self._report.verdict]
                )
            case "print_report" if self._report is not None:
                paper = as_document(self._report, parts, effect.who)
                return _printed(effect.act, print_paper(parts.journal, parts.printer, paper))
            case "save_report" if self._report is not None:
                return self._save(effect, self._report)
            case "touch_test":
                missed = effect.amount
                return (
                    Told(effect.act, "touch_missed", str(missed), "bad")
                    if missed
                    else Told(effect.act, "touch_whole")
                )
            case "restart":
                return Told(effect.act, "restarting", tone="info")
            case _:
                return _bad(effect.act, "internal")

    def _save(self, effect: Do, report: Report) -> Told:
        folder = self._parts.settings.state_dir / "reports"
        path = folder / file_name(self._parts.clock.now())
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            path.write_bytes(render_pdf(as_document(report, self._parts, effect.who)))
        except OSError:
            return _bad(effect.act, "not_saved")
        return Told(effect.act, "saved", path.name)


def _printed(act: str, reason: str) -> Told:
    return _bad(act, reason) if reason else Told(act, "printed")


def _bad(act: str, code: str) -> Told:
    return Told(act, code, tone="bad")
