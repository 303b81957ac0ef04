"""Reports: asked for, given as data and, if wanted, as a file too."""

import base64
from functools import partial

from central.people.prepaid_key import find_holder
from central.problems import Refusal
from central.services import Services
from central.staff.reports import cash_detail as cash
from central.staff.reports import daily_summary as summary
from central.staff.reports import key_changes as keys
from central.staff.reports import kiosk_journal as journal
from central.staff.reports import movements as account
from central.staff.reports import reversals as undone
from central.staff.reports import shift_close as closes
from central.staff.reports.give import Make, file_of, give
from central.staff.reports.made import Span
from central.staff.rules import Action, may
from central.staff.sessions import SignedIn
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import reports as m
from kiosk.identity import InvalidId, parse_id


def shift_close(services: Services, who: SignedIn, message: m.ReportShiftClose) -> m.ReportGiven:
    """A close of a shift; a cashier's own only.

    Raises:
        Refusal: ``not-found``.
    """
    own = None if may(who.role, Action.SEE_SHIFTS) else who.staff_id
    make = partial(
        closes.shift_close, shift_id=message.shift_id, number=message.number, only_of=own
    )
    return _given(services, who, message, make, message.shift_id)


def cash_detail(services: Services, who: SignedIn, message: m.ReportCashDetail) -> m.ReportGiven:
    """What was taken at the desk; by a cashier, what they took themselves."""
    login = message.login if may(who.role, Action.SEE_SHIFTS) else who.login
    make = partial(cash.cash_detail, span=_span(message), login=login, viewer_id=who.staff_id)
    return _given(services, who, message, make)


def daily_summary(
    services: Services, who: SignedIn, message: m.ReportDailySummary
) -> m.ReportGiven:
    """Everything that moved on a day."""
    return _given(services, who, message, partial(summary.daily_summary, day=message.day))


def movements(services: Services, who: SignedIn, message: m.ReportMovements) -> m.ReportGiven:
    """The movements of an account.

    Raises:
        Refusal: ``account-unknown``.
    """
    try:
        identity = parse_id(message.account_id_type, message.account_id_number)
    except InvalidId as error:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN) from error
    holder = services.database.run(lambda db: find_holder(db, services.chamber, identity))
    if holder is None:
        raise Refusal(ProblemCode.ACCOUNT_UNKNOWN)
    make = partial(account.movements, holder=holder, span=_span(message))
    return _given(services, who, message, make, holder.id)


def reversals(services: Services, who: SignedIn, message: m.ReportReversals) -> m.ReportGiven:
    """Receipts reversed, refunded and annulled."""
    return _given(services, who, message, partial(undone.reversals, span=_span(message)))


def key_changes(services: Services, who: SignedIn, message: m.ReportKeyChanges) -> m.ReportGiven:
    """The key-change log."""
    return _given(services, who, message, partial(keys.key_changes, span=_span(message)))


def kiosk_journal(
    services: Services, who: SignedIn, message: m.ReportKioskJournal
) -> m.ReportGiven:
    """A kiosk's operations of a day.

    Raises:
        Refusal: ``not-found``.
    """
    make = partial(journal.kiosk_journal, device_id=message.device_id, day=message.day)
    return _given(services, who, message, make, message.device_id)


def _span(message: m.AskReportOfDays) -> Span:
    return Span(message.first_day, message.last_day)


def _given(
    services: Services, who: SignedIn, message: m.AskReport, make: Make, about: str = ""
) -> m.ReportGiven:
    try:
        report = give(services, who.staff_id, make, about=about)
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error
    if message.as_file is None:
        return m.ReportGiven(report=report)
    made = file_of(services, report, message.as_file, who.login)
    content = base64.b64encode(made.content)
    file = m.ReportFile(name=made.name, media_type=made.media_type, content=content)
    return m.ReportGiven(report=report, file=file)
