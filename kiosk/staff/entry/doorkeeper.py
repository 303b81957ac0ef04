"""Does what the door wants done: asks central, makes and judges challenges.

Central is asked first, always; what may be done without it is tried when it did not answer.

Each effect is one call, on a thread of the executor, and one answer. Nothing typed is logged.
"""

from collections.abc import Callable

import structlog

from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.staff import identity as i
from kiosk.ports import Clock, Executor, Offline
from kiosk.staff.central import StaffCentral
from kiosk.staff.entry.events import (
    AskChallenge,
    Challenged,
    CloseAtCentral,
    EntryAnswer,
    EntryEffect,
    LetIn,
    Refused,
    SignInAtCentral,
    TryAnswer,
)
from kiosk.staff.entry.returning import Back, NotKnown, NotTheKey, Returning
from kiosk.staff.entry.state import Member
from kiosk.staff.offline_entry import (
    Challenge,
    ClockUnsure,
    Later,
    OfflineEntry,
    Opened,
    Over,
    Time,
    Wrong,
)

log = structlog.get_logger()
OPEN = "/v1/staff/sessions/open"
CLOSE = "/v1/staff/sessions/close"
OFFLINE_ACTIONS = ("maintain-kiosk",)
"""Without central there is maintenance, and nothing that moves money."""
_OFFLINE_IDLE_S = 300.0
_AWAY = frozenset({ProblemCode.UNAVAILABLE})
"""With these central has not judged who asks."""

Emit = Callable[[EntryAnswer], None]


class Doorkeeper:
    """Runs the effects of a door."""

    def __init__(
        self,
        central: StaffCentral,
        executor: Executor,
        clock: Clock,
        time: Time,
        offline: OfflineEntry | None = None,
        leaves: tuple[str, ...] = OFFLINE_ACTIONS,
        returning: Returning | None = None,
    ) -> None:
        """``time`` reads central's ``expires_at``; ``offline`` is there where a door may ask it.

        ``leaves`` has whoever answered a challenge; ``returning`` knows who may come back.
        """
        self._leaves = leaves
        self._returning = returning
        self._central = central
        self._executor = executor
        self._clock = clock
        self._time = time
        self._offline = offline

    def __call__(self, effect: EntryEffect, emit: Emit) -> None:
        """Start one effect; its answer is emitted from another thread."""
        self._executor.submit(lambda: self._guarded(effect, emit))

    def _guarded(self, effect: EntryEffect, emit: Emit) -> None:
        try:
            answer = self._perform(effect)
        except Exception:
            # Nobody may stand before a door that never answers.
            log.exception("entry_failed", effect=type(effect).__name__)
            answer = (
                None
                if isinstance(effect, CloseAtCentral)
                else Refused(effect.request, ProblemCode.INTERNAL.value)
            )
        if answer is not None:
            emit(answer)

    def _perform(self, effect: EntryEffect) -> EntryAnswer | None:
        match effect:
            case SignInAtCentral():
                return self._sign_in(effect)
            case AskChallenge():
                return self._ask(effect)
            case TryAnswer():
                return self._try(effect)
            case CloseAtCentral():
                self._close(effect)
                return None

    def _sign_in(self, effect: SignInAtCentral) -> EntryAnswer:
        message = i.OpenStaffSession(login=effect.login, key=effect.key, code=effect.code)
        match self._central.ask(OPEN, message, i.StaffSessionOpened):
            case Offline():
                return self._without_central(effect, "central-offline")
            case Problem(code=code) if code in _AWAY:
                return self._without_central(effect, code.value)
            case Problem(code=code, retry_after_s=wait_s):
                return Refused(effect.request, code.value, wait_s or 0)
            case opened if effect.needs not in opened.actions:
                self._central.tell(CLOSE, i.CloseStaffSession(staff_session=opened.staff_session))
                return Refused(effect.request, ProblemCode.NOT_ENTITLED.value)
            case opened:
                lasts = (opened.expires_at - self._time.now()).total_seconds()
                member = Member(
                    login=effect.login,
                    name=opened.name,
                    role=opened.role,
                    actions=opened.actions,
                    until_s=self._clock.monotonic() + lasts,
                    idle_s=float(opened.idle_s),
                    session=opened.staff_session,
                )
                if self._returning is not None:
                    self._returning.met(member, effect.key)
                return LetIn(effect.request, member)

    def _without_central(self, effect: SignInAtCentral, code: str) -> EntryAnswer:
        """Whoever was locked out by silence comes back with their key; nobody else does."""
        if self._returning is None:
            return Refused(effect.request, code)
        match self._returning.judge(effect.login, effect.key):
            case NotKnown():
                return Refused(effect.request, code)
            case NotTheKey(tries_left=left):
                why = "return-wrong" if left else "return-over"
                return Refused(effect.request, why, tries_left=left)
            case Back(member=member):
                return LetIn(effect.request, member)

    def _close(self, effect: CloseAtCentral) -> None:
        session, told = effect.session, None
        if self._returning is not None:
            if effect.locked:
                self._returning.locked(session)
            else:
                self._returning.forget()
        if session:
            told = self._central.tell(CLOSE, i.CloseStaffSession(staff_session=session))
        if self._returning is not None and not isinstance(told, Offline):
            self._returning.closed(session)

    def _ask(self, effect: AskChallenge) -> EntryAnswer:
        if self._offline is None:
            return Refused(effect.request, ProblemCode.NOT_POSSIBLE.value)
        match self._offline.ask(effect.login, effect.role):
            case Later(seconds=seconds):
                return Refused(effect.request, "challenge-later", seconds)
            case ClockUnsure():
                return Refused(effect.request, "clock-unsure")
            case Challenge() as challenge:
                return Challenged(effect.request, challenge)

    def _try(self, effect: TryAnswer) -> EntryAnswer:
        if self._offline is None:
            return Refused(effect.request, ProblemCode.NOT_POSSIBLE.value)
        match self._offline.answer(effect.typed):
            case Wrong(tries_left=left):
                return Refused(effect.request, "answer-wrong", tries_left=left)
            case Over():
                return Refused(effect.request, "challenge-over")
            case Opened(login=login, role=role, until_s=until_s):
                return LetIn(
                    effect.request,
                    Member(
                        login,
                        login,
                        role,
                        self._leaves,
                        until_s,
                        _OFFLINE_IDLE_S,
                        entered="challenge",
                    ),
                )
