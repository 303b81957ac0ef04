"""Runs the effects of maintenance on executor threads, and turns what came of them into events.

Every act is written into the audit chain before its outcome is told: who, what, why, how it ended.
"""

from collections.abc import Callable

import structlog

from kiosk.ports import Executor
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.maintenance.bench import Bench, failed
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
from kiosk.staff.maintenance.parts import Parts
from kiosk.staff.maintenance.sections import DEEDS, look_at
from kiosk.store.failure import StoreFailed

log = structlog.get_logger()
Emit = Callable[[Event], None]


class Runner:
    """One effect is one look or one act; an act that breaks is logged and told as failed."""

    def __init__(
        self, parts: Parts, doorkeeper: Doorkeeper, executor: Executor, language: str
    ) -> None:
        """``language`` is that of the texts that looks bring along."""
        self._parts = parts
        self._doorkeeper = doorkeeper
        self._executor = executor
        self._bench = Bench(parts, language)

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
                self._bench.tidy()
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
            self._bench.language = effect.language
            found = look_at(self._bench, effect)
        except StoreFailed:
            found = Found((Fact("disk", "bad", "disk"),))
        except Exception:
            # One broken section must not close the others to whoever came to mend the machine.
            log.exception("look_failed", section=effect.section)
            found = Found((Fact("section", "bad", "internal"),))
        emit(Looked(effect.look, found))

    # -- acts -------------------------------------------------------------------------------------

    def _do(self, effect: Do, emit: Emit) -> None:
        try:
            told = DEEDS[effect.act](self._bench, effect)
        except StoreFailed:
            told = failed(effect, "disk")
        except Exception:
            # Said and written down as failed: nobody waits for an act that never ends.
            log.exception("act_failed", act=effect.act)
            told = failed(effect, "internal")
        said = {
            "login": effect.who,
            "act": effect.act,
            "what": effect.what,
            "why": effect.why,
            "amount": str(effect.amount) if effect.amount else "",
            "outcome": told.code,
        }
        if not self._note("maintenance-act", said):
            told = failed(effect, "disk")
        report = self._bench.report if effect.act == "check_all" else None
        emit(Acted(effect.request, told, report))
        if told.tone != "bad":
            self._ended(effect.act)

    def _ended(self, act: str) -> None:
        """What ends this program is done when it is written down and told."""
        match act:
            case "restart" | "use_pairing":
                self._parts.restart()
            case "shut_down" | "reboot":
                self._parts.power.do(act)
            case _:
                pass
