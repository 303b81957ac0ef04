"""Every message of the staff's API: where it goes, who answers it, and the leave it takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from central.services import Services
from central.staff import approvals, enrolment, entries, sessions
from central.staff.api import (
    certificates,
    days,
    desk,
    exceptions,
    kiosks,
    members,
    operations,
    people,
    receipts,
    reports,
    sales,
    settlements,
    shifts,
)
from central.staff.place import StaffPlace
from central.staff.rules import Action
from central.staff.sessions import SignedIn
from kiosk.contract import device_logs as g
from kiosk.contract.messages import Catalogue, Message
from kiosk.contract.staff import certificates as ct
from kiosk.contract.staff import days as d
from kiosk.contract.staff import desk as t
from kiosk.contract.staff import entries as n
from kiosk.contract.staff import identity as i
from kiosk.contract.staff import kiosks as k
from kiosk.contract.staff import operations as o
from kiosk.contract.staff import people as p
from kiosk.contract.staff import provisional as pv
from kiosk.contract.staff import receipts as c
from kiosk.contract.staff import reports as r
from kiosk.contract.staff import sales as v
from kiosk.contract.staff import settlements as y
from kiosk.contract.staff import shifts as s
from kiosk.contract.staff.base import StaffMessage


@dataclass(frozen=True)
class Proving:
    """A message of somebody who is not signed in and proves who they are."""

    path: str
    message: type[Message]
    reply: type[BaseModel] | None
    handle: Callable[[Services, StaffPlace, Any], BaseModel]


@dataclass(frozen=True)
class Asking:
    """A message of somebody signed in; ``action`` is the leave it takes, None for oneself.

    ``silent``: a session that was silent for too long will do (``central.staff.sessions``).
    """

    path: str
    message: type[StaffMessage]
    reply: type[BaseModel] | None
    handle: Callable[[Services, SignedIn, Any], BaseModel | None]
    action: Action | None
    silent: bool = False


PROVING = (
    Proving("/enrol", i.StaffEnrol, i.StaffEnrolled, enrolment.enrol),
    Proving("/sessions/open", i.OpenStaffSession, i.StaffSessionOpened, sessions.open_session),
    Proving("/approvals", i.Approve, i.Approved, approvals.approve),
    Proving("/entries", n.TellEntries, n.EntriesTold, entries.tell_entries),
)
_PEOPLE = (
    Asking(
        "/people/consent",
        p.FetchConsent,
        p.ConsentText,
        people.consent_text,
        Action.REGISTER_PEOPLE,
    ),
    Asking(
        "/people/register",
        p.RegisterPerson,
        p.PersonRegistered,
        people.register_person,
        Action.REGISTER_PEOPLE,
    ),
    Asking(
        "/people/contact/find",
        p.FindContact,
        p.Contact,
        people.find_contact,
        Action.CHANGE_CONTACT,
    ),
    Asking(
        "/people/contact/change",
        p.ChangeContact,
        p.ContactChanged,
        people.change_contact,
        Action.CHANGE_CONTACT,
    ),
    Asking("/people/codes/send", p.SendCode, p.CodeSent, people.send_code, Action.HELP_WITH_KEYS),
    Asking(
        "/people/codes/confirm",
        p.ConfirmAddress,
        p.Contact,
        people.confirm_address,
        Action.CHANGE_CONTACT,
    ),
    Asking(
        "/people/keys/secure",
        p.ResetSecureKey,
        p.KeySet,
        people.reset_secure_key,
        Action.HELP_WITH_KEYS,
    ),
    Asking(
        "/people/keys/prepaid",
        p.SetPrepaidKey,
        p.KeySet,
        people.set_prepaid_key,
        Action.HELP_WITH_KEYS,
    ),
)
_SALES = (
    Asking("/sales/catalogue", v.FindSold, Catalogue, sales.catalogue, Action.SEE_PRICES),
    Asking("/sales/with-key", v.SellWithKey, v.SaleOpened, sales.with_key, Action.SELL),
    Asking("/sales/paid", v.SellPaid, v.SaleOpened, sales.paid, Action.SELL),
    Asking(
        "/sales/expense",
        v.SellAtExpense,
        v.SaleOpened,
        sales.at_expense,
        Action.CHARGE_TO_EXPENSE,
    ),
)
_CERTIFICATES = (
    Asking(
        "/certificates/find",
        ct.FindCertificates,
        ct.SoldCertificates,
        certificates.find,
        Action.COPY_CERTIFICATE,
    ),
    Asking(
        "/certificates/copy",
        ct.AllowCopy,
        ct.CopyAllowed,
        certificates.copy,
        Action.COPY_CERTIFICATE,
    ),
)
_SETTLEMENTS = (
    Asking(
        "/settlements/make",
        y.MakeSettlement,
        y.SettlementState,
        settlements.make_settlement,
        Action.MAKE_SETTLEMENT,
    ),
    Asking(
        "/settlements/find",
        y.FindSettlement,
        y.SettlementState,
        settlements.find_settlement,
        Action.SEE_SETTLEMENTS,
    ),
    Asking(
        "/settlements/take",
        y.TakeSettlement,
        y.SettlementState,
        settlements.take,
        Action.WORK_SHIFT,
    ),
    Asking(
        "/settlements/let-go",
        y.LetGoSettlement,
        y.SettlementState,
        settlements.let_go,
        Action.WORK_SHIFT,
    ),
    Asking("/settlements/pay", y.PaySettlement, t.DeskMovement, settlements.pay, Action.WORK_SHIFT),
    Asking(
        "/settlements/slip", y.HandSlip, y.SlipGiven, settlements.hand_slip, Action.MAKE_SETTLEMENT
    ),
    Asking(
        "/settlements/unlock",
        y.UnlockSettlement,
        y.SettlementState,
        settlements.unlock,
        Action.UNLOCK_SETTLEMENT,
    ),
    Asking(
        "/settlements/cancel",
        y.CancelSettlement,
        y.SettlementState,
        settlements.cancel,
        Action.MAKE_SETTLEMENT,
    ),
    Asking(
        "/settlements/report",
        y.ReportPayment,
        y.PaymentReported,
        settlements.report,
        Action.REPORT_PAYMENT,
    ),
    Asking(
        "/settlements/exceptions",
        y.ListPaymentExceptions,
        y.PaymentExceptions,
        exceptions.list_exceptions,
        Action.SEE_EXCEPTIONS,
    ),
    Asking(
        "/settlements/find-exception",
        y.FindPaymentException,
        y.PaymentException,
        exceptions.find_exception,
        Action.SEE_EXCEPTIONS,
    ),
    Asking(
        "/settlements/find-decision",
        y.FindPaymentDecision,
        y.PaymentException,
        exceptions.find_decision,
        Action.SEE_EXCEPTIONS,
    ),
    Asking(
        "/settlements/apply-exception",
        y.ApplyPayment,
        y.PaymentException,
        exceptions.apply,
        Action.APPLY_PAYMENT,
    ),
    Asking(
        "/settlements/return-exception",
        y.ReturnPayment,
        y.PaymentException,
        exceptions.give_back,
        Action.RETURN_PAYMENT,
    ),
    Asking(
        "/settlements/settle-exception",
        y.SettlePaymentException,
        y.PaymentException,
        exceptions.settle,
        Action.SETTLE_PAYMENT,
    ),
)
ASKING = (
    *_SALES,
    *_CERTIFICATES,
    *_PEOPLE,
    Asking("/sessions/close", i.CloseStaffSession, None, sessions.close_session, None),
    Asking("/key", i.ChangeStaffKey, i.StaffKeyChanged, sessions.change_key, None),
    Asking("/members/list", i.ListStaff, i.Members, members.list_members, Action.MANAGE_STAFF),
    Asking("/members/add", i.AddStaff, i.KeyGiven, members.add, Action.MANAGE_STAFF),
    Asking("/members/reset", i.ResetStaff, i.KeyGiven, members.reset, Action.MANAGE_STAFF),
    Asking("/members/retire", i.RetireStaff, None, members.retire, Action.MANAGE_STAFF),
    Asking("/kiosks/list", k.ListKiosks, k.Kiosks, kiosks.list_kiosks, Action.SEE_KIOSKS),
    Asking("/kiosks/logs", g.ListLogs, g.Logs, kiosks.list_logs, Action.SEE_KIOSKS),
    Asking("/kiosks/log", g.FetchLog, g.LogText, kiosks.fetch_log, Action.SEE_KIOSKS),
    Asking(
        "/kiosks/enrol-code",
        k.MakeEnrolCode,
        k.EnrolCodeMade,
        kiosks.enrol_code,
        Action.ENROL_KIOSK,
    ),
    Asking("/kiosks/revoke", k.RevokeKiosk, k.KioskStopped, kiosks.revoke, Action.REVOKE_KIOSK),
    Asking(
        "/kiosks/unfreeze", k.UnfreezeKiosk, k.KioskStopped, kiosks.unfreeze, Action.UNFREEZE_KIOSK
    ),
    Asking(
        "/kiosks/configure",
        k.ConfigureKiosks,
        k.Configured,
        kiosks.configure_kiosks,
        Action.CONFIGURE_KIOSK,
    ),
    Asking(
        "/challenges/answer",
        k.AnswerChallenge,
        k.ChallengeAnswered,
        kiosks.answer,
        Action.ANSWER_CHALLENGE,
    ),
    Asking("/prices/list", d.ListPrices, d.Prices, days.list_prices, Action.SEE_PRICES),
    Asking("/prices/set", d.SetPrice, d.PriceOfService, days.set_price, Action.SET_PRICES),
    Asking(
        "/days/reconcile", d.ReconcileDay, d.ReconciledDay, days.reconcile_day, Action.RECONCILE
    ),
    Asking(
        "/operations/list",
        o.ListOperations,
        o.ListedOperations,
        operations.list_operations,
        Action.SEE_OPERATIONS,
    ),
    Asking(
        "/operations/find",
        o.FindOperations,
        o.ListedOperations,
        operations.find_operations,
        Action.SEE_OPERATIONS,
    ),
    Asking(
        "/operations/story",
        o.TellOperation,
        o.OperationStory,
        operations.tell,
        Action.SEE_OPERATIONS,
    ),
    Asking(
        "/operations/resolve",
        o.DecideOperation,
        o.OperationDecided,
        operations.decide,
        Action.RESOLVE,
    ),
    Asking(
        "/operations/refund",
        o.RefundOperation,
        o.OperationRefunded,
        operations.give_back,
        Action.REFUND,
    ),
    Asking("/shifts/open", s.OpenShift, s.ShiftOpened, shifts.open_shift, Action.WORK_SHIFT),
    Asking("/shifts/top-up", s.TopUp, s.ToppedUp, shifts.top_up, Action.WORK_SHIFT),
    Asking(
        "/shifts/reverse", s.ReverseTopUp, s.TopUpReversed, shifts.reverse, Action.REVERSE_TOP_UP
    ),
    Asking("/shifts/close", s.CloseShift, s.ShiftClosed, shifts.close, Action.WORK_SHIFT),
    Asking(
        "/shifts/explain",
        s.ExplainShift,
        s.ShiftClosed,
        shifts.explain,
        Action.WORK_SHIFT,
        silent=True,
    ),
    Asking(
        "/shifts/provisional",
        pv.KeepProvisional,
        pv.ProvisionalKept,
        shifts.provisional,
        Action.WORK_SHIFT,
        silent=True,
    ),
    Asking("/shifts/own", t.FindOwnShift, t.OwnShift, desk.own_shift, Action.WORK_SHIFT),
    Asking(
        "/movements/find", t.FindMovement, t.DeskMovement, desk.find_movement, Action.SEE_ACCOUNTS
    ),
    Asking("/accounts/find", t.FindAccount, t.DeskAccount, desk.find_account, Action.SEE_ACCOUNTS),
    Asking("/receipts/find", c.FindReceipts, c.FoundReceipts, receipts.find, Action.SEE_ACCOUNTS),
    Asking("/receipts/copy", c.CopyReceipt, c.ReceiptCopied, receipts.copy, Action.SEE_ACCOUNTS),
    Asking(
        "/receipts/copy-order",
        c.CopyOrderReceipt,
        c.OrderReceiptCopied,
        receipts.copy_order,
        Action.SEE_ACCOUNTS,
    ),
    Asking(
        "/receipts/mail-order",
        c.MailOrderReceipt,
        c.ReceiptMailed,
        receipts.mail_order,
        Action.SEE_ACCOUNTS,
    ),
    Asking("/receipts/mail", c.MailReceipt, c.ReceiptMailed, receipts.mail, Action.SEE_ACCOUNTS),
    Asking("/shifts/list", s.ListShifts, s.Shifts, shifts.list_shifts, Action.SEE_SHIFTS),
    Asking("/shifts/mine", s.ListOwnShifts, s.Shifts, shifts.list_own, Action.WORK_SHIFT),
    Asking("/shifts/reopen", s.ReopenShift, s.ShiftOpened, shifts.reopen, Action.REOPEN_SHIFT),
    Asking(
        "/shifts/recompute", s.RecomputeShift, s.ShiftClosed, shifts.recompute, Action.SEE_SHIFTS
    ),
    *_SETTLEMENTS,
    Asking(
        "/reports/shift-close",
        r.ReportShiftClose,
        r.ReportGiven,
        reports.shift_close,
        Action.SEE_CASH,
    ),
    Asking(
        "/reports/cash-detail",
        r.ReportCashDetail,
        r.ReportGiven,
        reports.cash_detail,
        Action.SEE_CASH,
    ),
    Asking(
        "/reports/daily-summary",
        r.ReportDailySummary,
        r.ReportGiven,
        reports.daily_summary,
        Action.SEE_REPORTS,
    ),
    Asking(
        "/reports/movements",
        r.ReportMovements,
        r.ReportGiven,
        reports.movements,
        Action.SEE_MOVEMENTS,
    ),
    Asking(
        "/reports/reversals",
        r.ReportReversals,
        r.ReportGiven,
        reports.reversals,
        Action.SEE_REPORTS,
    ),
    Asking(
        "/reports/key-changes",
        r.ReportKeyChanges,
        r.ReportGiven,
        reports.key_changes,
        Action.SEE_KEY_CHANGES,
    ),
    Asking(
        "/reports/kiosk-journal",
        r.ReportKioskJournal,
        r.ReportGiven,
        reports.kiosk_journal,
        Action.SEE_KIOSKS,
    ),
    Asking(
        "/quarantine/list",
        o.ListQuarantine,
        o.Quarantine,
        operations.list_quarantine,
        Action.SEE_QUARANTINE,
    ),
    Asking(
        "/quarantine/settle",
        o.JudgeCapture,
        o.CaptureJudged,
        operations.judge,
        Action.JUDGE_CAPTURE,
    ),
    Asking(
        "/incidents/list",
        o.ListIncidents,
        o.OpenIncidents,
        operations.list_incidents,
        Action.SETTLE_INCIDENT,
    ),
    Asking(
        "/incidents/settle",
        o.SettleIncident,
        o.IncidentSettled,
        operations.settle_incident,
        Action.SETTLE_INCIDENT,
    ),
)
MESSAGES = tuple(endpoint.message for endpoint in (*PROVING, *ASKING))
