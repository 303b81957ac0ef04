"""Who may do what: one table, asked by every command and every route.

A role is what somebody does here, not a rank: an administrator sells nothing, a cashier sees no
kiosk. What moves money without a purchase behind it needs the role that does not stand at the desk.
Sources: the chamber's desk (cashier, supervisor), the two-person rule of OWASP ASVS 5.0 V2.3.5.
"""

from enum import StrEnum

from central.staff.tables import Role


class Action(StrEnum):
    """What somebody of the staff can do; the value stands in the audit trail."""

    # Operations and their money.
    SEE_OPERATIONS = "see-operations"
    RESOLVE = "resolve"
    REFUND = "refund"
    APPROVE_REFUND = "approve-refund"
    CORRECT = "correct"
    SEE_QUARANTINE = "see-quarantine"
    JUDGE_CAPTURE = "judge-capture"
    RECONCILE = "reconcile"
    # Money at the desk.
    SEE_ACCOUNTS = "see-accounts"
    WORK_SHIFT = "work-shift"
    REVERSE_TOP_UP = "reverse-top-up"
    APPROVE_REVERSAL = "approve-reversal"
    SELL = "sell"
    CHARGE_TO_EXPENSE = "charge-to-expense"
    COPY_CERTIFICATE = "copy-certificate"
    SEE_SETTLEMENTS = "see-settlements"
    MAKE_SETTLEMENT = "make-settlement"
    UNLOCK_SETTLEMENT = "unlock-settlement"
    REPORT_PAYMENT = "report-payment"
    SEE_EXCEPTIONS = "see-exceptions"
    APPLY_PAYMENT = "apply-payment"
    RETURN_PAYMENT = "return-payment"
    APPROVE_PAYMENT = "approve-payment"
    SETTLE_PAYMENT = "settle-payment"
    SEE_SHIFTS = "see-shifts"
    REOPEN_SHIFT = "reopen-shift"
    # Customers and their keys.
    REGISTER_PEOPLE = "register-people"
    CHANGE_CONTACT = "change-contact"
    HELP_WITH_KEYS = "help-with-keys"
    SEE_KEY_CHANGES = "see-key-changes"
    # Reports.
    SEE_CASH = "see-cash"
    SEE_MOVEMENTS = "see-movements"
    SEE_REPORTS = "see-reports"
    # Kiosks.
    SEE_KIOSKS = "see-kiosks"
    ENROL_KIOSK = "enrol-kiosk"
    REVOKE_KIOSK = "revoke-kiosk"
    UNFREEZE_KIOSK = "unfreeze-kiosk"
    CONFIGURE_KIOSK = "configure-kiosk"
    MAINTAIN_KIOSK = "maintain-kiosk"
    ANSWER_CHALLENGE = "answer-challenge"
    # The service itself.
    SEE_PRICES = "see-prices"
    SET_PRICES = "set-prices"
    SETTLE_INCIDENT = "settle-incident"
    HANDLE_MAIL = "handle-mail"
    MANAGE_STAFF = "manage-staff"


_C, _S, _T, _A = Role.CASHIER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMINISTRATOR
TABLE: dict[Action, frozenset[Role]] = {
    # The desk sees the paper and the customer.
    Action.SEE_OPERATIONS: frozenset({_C, _S, _A}),
    Action.RESOLVE: frozenset({_C, _S, _A}),
    Action.REFUND: frozenset({_C, _S, _A}),
    Action.APPROVE_REFUND: frozenset({_S, _A}),
    # Money without a purchase behind it, or against a device nobody trusts.
    Action.CORRECT: frozenset({_A}),
    Action.SEE_QUARANTINE: frozenset({_S, _A}),
    Action.JUDGE_CAPTURE: frozenset({_A}),
    Action.RECONCILE: frozenset({_S, _A}),
    # Whose account money goes to, without anybody's key; each look is in the trail.
    Action.SEE_ACCOUNTS: frozenset({_C, _S}),
    # Who stands at the drawer answers for it; who does not, looks at it and opens it again.
    Action.WORK_SHIFT: frozenset({_C, _S}),
    Action.REVERSE_TOP_UP: frozenset({_C, _S}),
    Action.APPROVE_REVERSAL: frozenset({_S, _A}),
    Action.SELL: frozenset({_C, _S}),
    # What the chamber bears itself is not given away by who stands at the drawer.
    Action.CHARGE_TO_EXPENSE: frozenset({_S, _A}),
    # Whoever sells, with the customer at the counter; looking for it is in the trail, too.
    Action.COPY_CERTIFICATE: frozenset({_C, _S}),
    Action.SEE_SETTLEMENTS: frozenset({_C, _S, _A}),
    # Who may make one may cancel it.
    Action.MAKE_SETTLEMENT: frozenset({_C, _S}),
    # It may be another cashier's money in hand: not a cashier's decision.
    Action.UNLOCK_SETTLEMENT: frozenset({_S, _A}),
    # What a bank says is money without a drawer behind it.
    Action.REPORT_PAYMENT: frozenset({_A}),
    # Whoever stands before the customer may look, and ask for what a second person allows.
    Action.SEE_EXCEPTIONS: frozenset({_C, _S, _A}),
    Action.APPLY_PAYMENT: frozenset({_C, _S, _A}),
    Action.RETURN_PAYMENT: frozenset({_C, _S, _A}),
    Action.APPROVE_PAYMENT: frozenset({_S, _A}),
    # Alone, because nothing moves by it.
    Action.SETTLE_PAYMENT: frozenset({_S, _A}),
    Action.SEE_SHIFTS: frozenset({_S, _A}),
    Action.REOPEN_SHIFT: frozenset({_A}),
    # Only where the customer stands, with their document.
    Action.REGISTER_PEOPLE: frozenset({_C, _S}),
    Action.CHANGE_CONTACT: frozenset({_C, _S}),
    Action.HELP_WITH_KEYS: frozenset({_C, _S}),
    # Who helps with keys does not audit it.
    Action.SEE_KEY_CHANGES: frozenset({_S, _A}),
    # Their own cash only, unless they see all shifts.
    Action.SEE_CASH: frozenset({_C, _S, _A}),
    Action.SEE_MOVEMENTS: frozenset({_C, _S, _A}),
    Action.SEE_REPORTS: frozenset({_S, _A}),
    Action.SEE_KIOSKS: frozenset({_S, _T, _A}),
    Action.ENROL_KIOSK: frozenset({_T, _A}),
    # A stolen kiosk is stopped by whoever hears of it first; letting it go on is another matter.
    Action.REVOKE_KIOSK: frozenset({_S, _T, _A}),
    Action.UNFREEZE_KIOSK: frozenset({_A}),
    Action.CONFIGURE_KIOSK: frozenset({_T, _A}),
    Action.MAINTAIN_KIOSK: frozenset({_T, _A}),
    # Who opens a kiosk is never who lets it be opened.
    Action.ANSWER_CHALLENGE: frozenset({_S, _A}),
    Action.SEE_PRICES: frozenset({_C, _S, _A}),
    Action.SET_PRICES: frozenset({_A}),
    Action.SETTLE_INCIDENT: frozenset({_S, _A}),
    Action.HANDLE_MAIL: frozenset({_S, _A}),
    Action.MANAGE_STAFF: frozenset({_A}),
}

APPROVED_BY: dict[Action, Action] = {
    Action.REFUND: Action.APPROVE_REFUND,
    Action.REVERSE_TOP_UP: Action.APPROVE_REVERSAL,
    Action.APPLY_PAYMENT: Action.APPROVE_PAYMENT,
    Action.RETURN_PAYMENT: Action.APPROVE_PAYMENT,
}
"""What a second person allows, and the leave that person needs."""


def may(role: Role, action: Action) -> bool:
    """True if a role has leave for an action.

    >>> may(Role.CASHIER, Action.REFUND), may(Role.CASHIER, Action.APPROVE_REFUND)
    (True, False)
    """
    return role in TABLE[action]


def actions_of(role: Role) -> tuple[Action, ...]:
    """Everything a role has leave for, in the order of the table."""
    return tuple(action for action in Action if may(role, action))
