"""Does what the desk wants done outside; one effect is one answer, on a thread of the executor."""

import threading
from collections.abc import Callable
from dataclasses import replace

import structlog

from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import operations as o
from kiosk.contract.staff.shifts import ShiftOpened
from kiosk.ports import Executor, Offline
from kiosk.staff.central import StaffCentral
from kiosk.staff.desk.clarifying import question_of
from kiosk.staff.desk.drawer import DrawerBook
from kiosk.staff.desk.effects import (
    Ask,
    Clarify,
    DeskPaper,
    HandIn,
    KeepNote,
    Look,
    MoveMoney,
    OwnEffect,
    OwnWork,
    PutOnPaper,
    TellEntries,
)
from kiosk.staff.desk.events import (
    Answered,
    DeskEvent,
    Failed,
    HandedOver,
    Looked,
    NoteKept,
    NotesChanged,
    PaperEnded,
    UnclearChanged,
)
from kiosk.staff.desk.hand_in import HandedIn, hand_in, tally, tally_found
from kiosk.staff.desk.money import UNANSWERED
from kiosk.staff.desk.unclear import UnclearBook
from kiosk.staff.entry.doorkeeper import Doorkeeper
from kiosk.staff.offline_entry import Time

log = structlog.get_logger()
OWN = "/v1/staff/shifts/own"
LIST = "/v1/staff/operations/list"
OFFLINE = "central-offline"

Emit = Callable[[DeskEvent], None]
PutsOnPaper = Callable[[DeskPaper], tuple[str, str]]
"""Prints a paper or keeps it as PDF; the reason why not (empty: it worked), and the PDF's path."""


class DeskRunner:
    """Runs the effects of a desk."""

    def __init__(
        self,
        central: StaffCentral,
        executor: Executor,
        doorkeeper: Doorkeeper,
        book: UnclearBook,
        put_on_paper: PutsOnPaper,
        time: Time,
        drawer: DrawerBook,
        tell_entries: Callable[[], None] = lambda: None,
    ) -> None:
        """Everything it calls is passed in; ``time`` is central's, as far as this machine knows.

        ``tell_entries`` tells central who came in without it.
        """
        self._tell_entries = tell_entries
        self._handing_in = threading.Lock()
        self._time = time
        self._drawer = drawer
        self._central = central
        self._executor = executor
        self._doorkeeper = doorkeeper
        self._book = book
        self._put_on_paper = put_on_paper

    def __call__(self, effect: OwnEffect, emit: Emit) -> None:
        """Start one effect; its answer is emitted from another thread."""
        if isinstance(effect, OwnWork):
            self._executor.submit(lambda: self._guarded(effect, emit))
        else:
            self._doorkeeper(effect, emit)

    def _guarded(self, effect: OwnWork, emit: Emit) -> None:
        try:
            self._perform(effect, emit)
        except Exception:
            # The cashier must not wait for ever. What was perhaps sent is in the book, on disk.
            log.exception("desk_effect_failed", effect=type(effect).__name__)
            if isinstance(effect, PutOnPaper):
                emit(PaperEnded(effect.paper, "internal", ""))
            elif isinstance(effect, HandIn):
                emit(HandedOver(effect.request, error=ProblemCode.INTERNAL.value))
            elif not isinstance(effect, TellEntries):
                emit(Failed(effect.request, ProblemCode.INTERNAL.value))

    def _perform(self, effect: OwnWork, emit: Emit) -> None:
        match effect:
            case Look():
                emit(self._look(effect, emit))
            case HandIn(request=request, session=session, login=login):
                told = self._hand_in(request, session, login, emit)
                if isinstance(told, Failed):
                    emit(HandedOver(request, error=told.code))
                else:
                    emit(HandedOver(request, told))
            case TellEntries():
                self._tell_entries()
            case Ask(request=request, path=path, message=message, reply=reply):
                answer = self._central.ask(path, message, reply)
                if effect.login and isinstance(answer, ShiftOpened):
                    self._seen(effect.login, answer, emit)
                emit(_event(request, answer))
            case MoveMoney():
                self._move(effect, emit)
            case KeepNote():
                self._keep(effect, emit)
            case Clarify():
                self._clarify(effect, emit)
            case PutOnPaper(paper=paper, data=data):
                error, file = self._put_on_paper(data)
                emit(PaperEnded(paper, error, file))

    def _move(self, effect: MoveMoney, emit: Emit) -> None:
        """Noted before it is sent; taken off once central has said yes or no."""
        try:
            self._book.add(effect.unclear)
        except OSError:
            log.exception("desk_disk")
            emit(Failed(effect.request, "disk"))  # nothing was sent
            return
        emit(UnclearChanged(self._book.items()))
        answer = self._central.ask(effect.path, effect.message, effect.reply)
        event = _event(effect.request, answer)
        if isinstance(event, Answered):
            tally(self._drawer, effect.message, event.reply, effect.unclear)
        if not (isinstance(event, Failed) and event.code in UNANSWERED):
            self._settle(effect.unclear.movement_id, emit)
        emit(event)

    def _clarify(self, effect: Clarify, emit: Emit) -> None:
        event = _event(effect.request, self._central.ask(*question_of(effect)))
        if isinstance(event, Answered) and isinstance(event.reply, t.DeskMovement):
            tally_found(self._drawer, event.reply)
        if isinstance(event, Answered) or event.code == ProblemCode.NOT_FOUND.value:
            self._settle(effect.movement_id, emit)
        emit(event)

    def _settle(self, movement_id: str, emit: Emit) -> None:
        try:
            self._book.settle(movement_id)
        except OSError:
            log.exception("desk_disk")  # it stays in the list, and is asked about once more
        emit(UnclearChanged(self._book.items()))

    def _keep(self, effect: KeepNote, emit: Emit) -> None:
        """On disk before anybody believes it; the time is central's, as far as this desk knows."""
        at, note = self._time.now().isoformat(), effect.note
        if effect.stamp == "opened":
            note = replace(note, opened_at=at)
        elif note.close is not None:
            note = replace(note, close=replace(note.close, at=at))
        try:
            self._drawer.keep(note)
        except OSError:
            log.exception("desk_disk")
            emit(Failed(effect.request, "disk"))
            return
        emit(NotesChanged(self._drawer.items()))
        emit(NoteKept(effect.request, note))

    def _hand_in(
        self, request: int, session: str, login: str, emit: Emit
    ) -> tuple[HandedIn, ...] | Failed:
        """What was noted without central; one at a time, so that nothing is sent twice."""
        with self._handing_in:
            answer = hand_in(self._central, self._drawer, session, login)
        emit(NotesChanged(self._drawer.items()))
        if isinstance(answer, tuple):
            return answer
        failed = _event(request, answer)
        assert isinstance(failed, Failed), "only what was taken over is a tuple"
        return failed

    def _seen(self, login: str, shift: ShiftOpened | None, emit: Emit) -> None:
        """A disk that fails here loses a belief about a shift; central knows it."""
        try:
            self._drawer.seen(login, shift)
        except OSError:
            log.exception("desk_disk")
        emit(NotesChanged(self._drawer.items()))

    def _look(self, effect: Look, emit: Emit) -> Looked | Failed:
        shift = None
        handed_in: tuple[HandedIn, ...] = ()
        found: dict[str, o.ListedOperation] = {}
        if effect.with_shift:
            told = self._hand_in(effect.request, effect.session, effect.login, emit)
            if isinstance(told, Failed):
                return told
            handed_in = told
            own = t.FindOwnShift(staff_session=effect.session)
            event = _event(effect.request, self._central.ask(OWN, own, t.OwnShift))
            if isinstance(event, Failed):
                return event
            assert isinstance(event.reply, t.OwnShift), "the reply was parsed as one"
            shift = event.reply.shift
            self._seen(effect.login, shift, emit)
        if effect.with_operations:
            for which in ("open", "flagged"):
                message = o.ListOperations(staff_session=effect.session, which=which)
                answer = self._central.ask(LIST, message, o.ListedOperations)
                event = _event(effect.request, answer)
                if isinstance(event, Failed):
                    return event
                assert isinstance(event.reply, o.ListedOperations), "the reply was parsed as one"
                found |= {each.op_id: each for each in event.reply.operations}
        oldest_first = tuple(sorted(found.values(), key=lambda each: each.created_at))
        return Looked(effect.request, shift, oldest_first, self._time.now(), handed_in)


def _event(request: int, answer: object) -> Answered | Failed:
    match answer:
        case Offline():
            return Failed(request, OFFLINE)
        case Problem(code=code, retry_after_s=wait_s):
            return Failed(request, code.value, wait_s or 0)
        case reply:
            return Answered(request, reply)  # type: ignore[arg-type]
