"""Who may do what: every cell of the table, written down a second time by hand."""

import pytest

from central.db.engine import Database
from central.staff.entitled import NotEntitled, entitled
from central.staff.rules import APPROVED_BY, TABLE, Action, actions_of, may
from central.staff.tables import Role
from tests.support.central import Central

LOGINS = {
    Role.CASHIER: "carlos",
    Role.SUPERVISOR: "sofia",
    Role.TECHNICIAN: "tomas",
    Role.ADMINISTRATOR: "marta",
}
# One letter a role, in the order of LOGINS; a dash where there is no leave.
CELLS = {
    "see-operations": "cs-a",
    "resolve": "cs-a",
    "refund": "cs-a",
    "approve-refund": "-s-a",
    "correct": "---a",
    "see-quarantine": "-s-a",
    "judge-capture": "---a",
    "reconcile": "-s-a",
    "see-accounts": "cs--",
    "work-shift": "cs--",
    "reverse-top-up": "cs--",
    "approve-reversal": "-s-a",
    "sell": "cs--",
    "charge-to-expense": "-s-a",
    "copy-certificate": "cs--",
    "see-settlements": "cs-a",
    "make-settlement": "cs--",
    "unlock-settlement": "-s-a",
    "report-payment": "---a",
    "see-exceptions": "cs-a",
    "apply-payment": "cs-a",
    "return-payment": "cs-a",
    "approve-payment": "-s-a",
    "settle-payment": "-s-a",
    "see-shifts": "-s-a",
    "reopen-shift": "---a",
    "register-people": "cs--",
    "change-contact": "cs--",
    "help-with-keys": "cs--",
    "see-key-changes": "-s-a",
    "see-cash": "cs-a",
    "see-movements": "cs-a",
    "see-reports": "-s-a",
    "see-kiosks": "-sta",
    "enrol-kiosk": "--ta",
    "revoke-kiosk": "-sta",
    "unfreeze-kiosk": "---a",
    "configure-kiosk": "--ta",
    "maintain-kiosk": "--ta",
    "answer-challenge": "-s-a",
    "see-prices": "cs-a",
    "set-prices": "---a",
    "settle-incident": "-s-a",
    "handle-mail": "-s-a",
    "manage-staff": "---a",
}
EVERY_CELL = [
    pytest.param(role, Action(action), letter != "-", id=f"{role.value}-{action}")
    for action, letters in CELLS.items()
    for role, letter in zip(LOGINS, letters, strict=True)
]


def test_every_action_has_its_line_here_and_in_the_table() -> None:
    assert CELLS.keys() == {action.value for action in Action}
    assert TABLE.keys() == set(Action)
    assert LOGINS.keys() == set(Role)


@pytest.mark.parametrize(("role", "action", "allowed"), EVERY_CELL)
def test_a_cell_of_the_table(role: Role, action: Action, allowed: bool) -> None:
    assert may(role, action) is allowed
    assert (action in actions_of(role)) is allowed


def test_leave_is_judged_by_the_table_where_something_is_done(central: Central) -> None:
    database, chamber = central.services.database, central.services.chamber
    for role, login in LOGINS.items():
        for action in Action:
            assert judged(database, chamber, login, action) is may(role, action), (role, action)
    assert not judged(database, chamber, "nobody", Action.SEE_PRICES)


def judged(database: Database, chamber: str, login: str, action: Action) -> bool:
    try:
        return database.run(lambda db: entitled(db, chamber, login, action)).login == login
    except NotEntitled:
        return False


def test_who_allows_is_never_who_works_the_drawer_alone() -> None:
    for action, approval in APPROVED_BY.items():
        assert Role.CASHIER in TABLE[action]
        assert TABLE[approval] == {Role.SUPERVISOR, Role.ADMINISTRATOR}
