"""What an operator types on a working day: kiosks, operations, prices, the day's sums."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from central.__main__ import app
from central.alerts.watch import watch
from central.clock import local_day
from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.mail.outbox import Letter, queue
from central.mail.tables import OutboxMail
from central.mail.worker import deliver_due
from central.operations.mail_order import attachment
from central.records.record import IncidentKind, incident
from central.settings import Mail
from kiosk.contract import messages as m
from tests.support.central import (
    CAFE_PRICE,
    RunningClock,
    Terminal,
    enrolled,
    fresh_database,
    make_central,
)
from tests.support.mail import free_port

Run = Callable[..., tuple[int, str, str]]
BY = ("--staff", "marta")


@dataclass
class Desk:
    """An operator at the command line of a central that one kiosk uses."""

    terminal: Terminal
    run: Run

    def good(self, *arguments: str) -> str:
        code, out, complaint = self.run(*arguments)
        assert (code, complaint) == (0, "")
        return out

    def bad(self, *arguments: str) -> str:
        code, _, complaint = self.run(*arguments)
        assert code == 1
        return complaint


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    url = fresh_database(tmp_path, "sqlite")
    # The commands read the clock of this machine.
    central = make_central(tmp_path, url, RunningClock())
    values = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": url,
        "HASHING__MEMORY_KIB": "8",
        "HASHING__PASSES": "1",
    }
    for key, value in values.items():
        monkeypatch.setenv(f"DISPENSADOR_CENTRAL_{key}", value)

    def invoke(*arguments: str) -> tuple[int, str, str]:
        central.close()  # SQLite has one writer
        result = CliRunner().invoke(app, arguments)
        return result.exit_code, result.stdout.strip(), result.stderr.strip()

    yield Desk(enrolled(central), invoke)
    central.close()


def beat(terminal: Terminal, version: int = 0) -> m.HeartbeatReply:
    message = m.Heartbeat(
        boot_id=new_id(), version="0.1.0", printer="paper_out", config_version=version
    )
    answer = terminal.post("/v1/devices/heartbeat", message)
    return m.HeartbeatReply.model_validate_json(answer.content)


def test_kiosks_are_listed_with_their_health(desk: Desk) -> None:
    assert "never" in desk.good("kiosks", "list")
    beat(desk.terminal)
    head, line = desk.good("kiosks", "list").splitlines()
    assert head.split()[:4] == ["point", "serial", "state", "heard"]
    assert line.startswith("K01    V-1     active")
    assert "paper_out" in line
    shown = desk.good("kiosks", "show", "K01")
    assert f"id: {desk.terminal.identity.device_id}" in shown
    assert "health.printer: paper_out" in shown
    assert desk.bad("kiosks", "show", "K09") == "no kiosk, or more than one, is called K09"


def test_a_revoked_kiosk_is_refused_from_its_next_request_on(desk: Desk) -> None:
    assert desk.bad("kiosks", "revoke", "K01", "--staff", "x") == "nobody here has the login x"
    assert desk.good("kiosks", "revoke", "V-1", *BY).endswith("revoked")
    answer = desk.terminal.post("/v1/operations/open", m.OpenOperations())
    assert answer.json()["code"] == "device-revoked"
    own = desk.terminal.identity.device_id
    assert desk.bad("kiosks", "unfreeze", own, *BY) == "this kiosk is not frozen"
    assert desk.bad("kiosks", "revoke", own, *BY) == "this kiosk was revoked before"


def test_a_frozen_kiosk_works_again_when_somebody_says_so(desk: Desk) -> None:
    services, own = desk.terminal.central.services, desk.terminal.identity.device_id
    assert desk.bad("kiosks", "unfreeze", "K01", *BY) == "this kiosk is not frozen"
    services.database.run(
        lambda db: set_state(db, own, DeviceState.FROZEN, "central", services.now())
    )
    ask = m.OpenOperations()
    assert desk.terminal.post("/v1/operations/open", ask).json()["code"] == "device-cloned"
    assert desk.good("kiosks", "unfreeze", "K01", *BY).endswith("active")
    assert desk.terminal.post("/v1/operations/open", ask).status_code == 200


def test_a_configuration_reaches_its_kiosk(desk: Desk) -> None:
    assert desk.good("kiosks", "configure", '{"idle_s": 60}', *BY) == "1"
    assert desk.good("kiosks", "configure", '{"idle_s": 90}', "--kiosk", "K01", *BY) == "2"
    assert beat(desk.terminal).config == {"idle_s": 90}
    assert "idle_s" in desk.bad("kiosks", "configure", '{"idle_s": 1}', *BY)
    assert "not_there" in desk.bad("kiosks", "configure", '{"not_there": 1}', *BY)


def test_a_price_changes_from_today_on_never_before(desk: Desk) -> None:
    before = desk.good("prices", "list")
    assert "01010101  2026-01-01  6100" in before
    assert "not before" in desk.bad("prices", "set", "01010101", "7000", "--valid-from=2026-01-02")
    for words in (("1", "7000"), ("01010101", "0"), ("01010101", "10000001")):
        desk.bad("prices", "set", *words, "--valid-from=2099-01-01")
    desk.bad("prices", "set", "01010101", "7000", "--valid-from=soon")
    assert desk.good("prices", "list") == before
    desk.good("prices", "set", "01010101", "7000", "--valid-from=2099-01-01")
    desk.good("prices", "set", "01010101", "7100", "--valid-from=2099-01-01")
    assert "01010101  2099-01-01  7100" in desk.good("prices", "list")
    assert desk.terminal.order(desk.terminal.sign_in()).total == CAFE_PRICE


def test_open_operations_are_shown_and_decided_once(desk: Desk) -> None:
    op_id = desk.terminal.authorise(desk.terminal.order(desk.terminal.sign_in())).op_id
    assert op_id in desk.good("operations", "open")
    why = ("--reason", "strip found in the presenter")
    assert desk.bad("operations", "resolve", op_id, "maybe", *why, *BY) == "decide printed or void"
    assert "reason" in desk.bad("operations", "resolve", op_id, "void", "--reason", " ", *BY)
    assert desk.good("operations", "resolve", op_id, "printed", *why, *BY) == "printed"
    assert desk.good("operations", "resolve", op_id, "printed", *why, *BY) == "printed"
    complaint = desk.bad("operations", "resolve", op_id, "void", *why, *BY)
    assert complaint == "somebody decided before: printed"
    story = desk.good("operations", "show", op_id)
    for event in ("authorise held", "resolve-printed strip found", "decision printed"):
        assert event in story
    assert "Ana" not in story
    desk.terminal.capture(op_id)
    assert op_id not in desk.good("operations", "open")
    assert f"posting purchase {CAFE_PRICE}" in desk.good("operations", "show", op_id)
    assert "nothing to decide" in desk.bad("operations", "resolve", new_id(), "void", *why, *BY)
    assert desk.bad("operations", "show", new_id()) == "there is no such operation"


def test_whoever_comes_to_the_counter_is_found_by_the_code_in_hand(desk: Desk) -> None:
    order = desk.terminal.order(desk.terminal.sign_in())
    held = desk.terminal.authorise(order)
    other = desk.terminal.authorise(desk.terminal.order(desk.terminal.sign_in()))
    assert held.verification_code
    for code in (order.recovery_code.lower(), order.order_number, held.verification_code):
        found = desk.good("operations", "find", code)
        assert held.op_id in found
        assert other.op_id not in found
    assert desk.bad("operations", "find", "NADA") == "nothing has this code"


def test_a_flagged_operation_leaves_the_list_when_its_incident_is_settled(desk: Desk) -> None:
    services = desk.terminal.central.services
    op_id = desk.terminal.authorise(desk.terminal.order(desk.terminal.sign_in())).op_id
    assert op_id not in desk.good("operations", "flagged")
    late = IncidentKind.LATE_CAPTURE
    services.database.run(lambda db: incident(db, "99", services.now(), late, op_id=op_id))
    assert "late-capture" in desk.good("operations", "flagged")
    watch(services)
    assert "incident" in desk.good("alerts")
    row = desk.good("incidents", "list").splitlines()[1].split()[0]
    desk.good("incidents", "settle", row, "--reason", "paper was given", *BY)
    assert op_id not in desk.good("operations", "flagged")
    assert row not in desk.good("incidents", "list")
    assert "no such" in desk.bad("incidents", "settle", row, "--reason", "again", *BY)
    watch(services)
    assert len(desk.good("alerts").splitlines()) == 1


def test_a_day_is_reconciled_as_table_and_as_csv(desk: Desk) -> None:
    op_id = desk.terminal.authorise(desk.terminal.order(desk.terminal.sign_in())).op_id
    desk.terminal.capture(op_id)
    today = local_day(datetime.now(UTC)).isoformat()
    head, line = desk.good("reconcile", today, "--csv").splitlines()
    row = dict(zip(head.split(","), line.split(","), strict=True))
    assert row["operations_pesos"] == str(CAFE_PRICE)
    assert row["ledger_pesos"] == row["no_receipt_pesos"] == str(CAFE_PRICE)
    told = desk.good("reconcile", today)
    assert "K01" in told
    assert told.splitlines()[-1].startswith("payments of banks: credited 0 for 0, left 0 for 0")
    assert desk.good("reconcile", "2026-01-01", "--csv").splitlines() == [head]
    assert desk.bad("reconcile", "yesterday")


def test_mail_that_was_given_up_is_tried_again_or_dropped(desk: Desk) -> None:
    services = desk.terminal.central.services
    mail = Mail(host="127.0.0.1", port=free_port(), encryption="none", tries_max=1, timeout_s=1.0)
    settings = services.settings.model_copy(update={"mail": mail})
    letter = Letter("test", "ana@example.invalid", "Asunto", "Texto")
    services.database.run(lambda db: queue(db, services.chamber, "1", letter, services.now(), 0))
    services.database.run(lambda db: queue(db, services.chamber, "2", letter, services.now(), 0))
    assert len(desk.good("mail", "list").splitlines()) == 3
    assert len(desk.good("mail", "list", "--parked").splitlines()) == 1
    for _ in range(2):  # the server is away: a round ends with its first mail
        deliver_due(replace(services, settings=settings), attachment)
    first, second = desk.good("mail", "list", "--parked").splitlines()[1:]
    assert "a•••@e•••.invalid" in first
    assert first.split()[-1] == "server-away"
    assert "Asunto" not in first
    watch(services)
    assert "mail-parked" in desk.good("alerts")
    assert "no such mail" in desk.bad("mail", "retry", new_id(), *BY)
    assert "name one" in desk.bad("mail", "retry", *BY)
    assert "name one" in desk.bad("mail", "retry", first.split()[0], "--all", *BY)
    assert desk.good("mail", "retry", first.split()[0], *BY) == "1"
    assert len(desk.good("mail", "list", "--parked").splitlines()) == 2
    assert "reason" in desk.bad("mail", "drop", second.split()[0], "--reason", " ", *BY)
    desk.good("mail", "drop", second.split()[0], "--reason", "left the city", *BY)
    assert "no such mail" in desk.bad("mail", "drop", second.split()[0], "--reason", "x", *BY)
    assert desk.good("mail", "retry", "--all", *BY) == "0"
    watch(services)
    assert len(desk.good("alerts").splitlines()) == 1
    rows = services.database.run(lambda db: list(db.scalars(select(OutboxMail))))
    assert sorted((row.state.value, bool(row.body), bool(row.recipient)) for row in rows) == [
        ("parked", False, False),
        ("waiting", True, True),
    ]


def sold(desk: Desk) -> str:
    op_id = desk.terminal.authorise(desk.terminal.order(desk.terminal.sign_in())).op_id
    assert desk.terminal.capture(op_id).status_code == 200
    return op_id


def available(desk: Desk) -> int:
    return desk.terminal.account(desk.terminal.sign_in()).available


def test_a_refund_is_made_once_and_names_who_gave_it(desk: Desk) -> None:
    op_id = sold(desk)
    why = ("--reason", "blank page")
    assert "nobody here" in desk.bad("operations", "refund", op_id, *why, "--staff", "x")
    assert "no leave" in desk.bad("operations", "refund", op_id, *why, "--staff", "tomas")
    refund_id, amount = desk.good("operations", "refund", op_id, *why, *BY).split()
    assert amount == str(CAFE_PRICE)
    again = ("--refund-id", refund_id)
    assert desk.good("operations", "refund", op_id, *why, *again, *BY).split()[0] == refund_id
    assert "before" in desk.bad("operations", "refund", op_id, *why, *BY)
    assert "reason" in desk.bad("operations", "refund", op_id, "--reason", " ", *BY)
    assert available(desk) == 100_000


def test_an_account_is_put_right_by_an_operator_only(desk: Desk) -> None:
    why = ("--reason", "error de caja")
    who = ("CC", "1990000001")
    correct = ("ledger", "correct", *why)
    made = desk.good(*correct, *BY, "--note", "acta 7", "--", *who, "500")
    assert desk.good(*correct, *BY, "--correction-id", made, "--", *who, "500") == made
    assert available(desk) == 100_500
    desk.good(*correct, *BY, "--", *who, "-300")
    assert available(desk) == 100_200
    assert "no leave" in desk.bad(*correct, "--staff", "carlos", "--", *who, "500")
    assert "not so much" in desk.bad(*correct, *BY, "--", *who, "-100201")
    assert "nobody has" in desk.bad(*correct, *BY, "--", "CC", "1990009999", "500")
    desk.bad(*correct, *BY, "--", "XX", "1", "500")
    assert available(desk) == 100_200
    desk.good("ledger", "verify")


def test_a_quarantined_charge_is_settled_at_the_desk(desk: Desk) -> None:
    op_id = desk.terminal.authorise(desk.terminal.order(desk.terminal.sign_in())).op_id
    desk.good("kiosks", "revoke", "K01", *BY)
    desk.terminal.capture(op_id)
    line = desk.good("operations", "quarantine", "list").splitlines()[1]
    assert op_id in line
    assert "process id 0042" in line
    kept = line.split()[0]
    quarantine = ("operations", "quarantine", "accept", kept)
    assert "no leave" in desk.bad(*quarantine, "--why", "seen", "--staff", "carlos")
    assert desk.good(*quarantine, "--why", "paper seen", *BY) == "captured"
    assert "before" in desk.bad("operations", "quarantine", "reject", kept, "--why", "no", *BY)
    assert f"posting purchase {CAFE_PRICE}" in desk.good("operations", "show", op_id)
    assert len(desk.good("operations", "quarantine", "list").splitlines()) == 1


def test_a_technician_is_let_in_by_command(desk: Desk) -> None:
    device = desk.terminal.identity
    words = ("kiosks", "let-in", "K01", "BCDF-GHJK", "--fingerprint", device.fingerprint)
    why = ("--technician", "tomas", "--reason", "printer jammed")
    answer, role, _day = desk.good(*words, *why, *BY).split()
    assert (len(answer), role) == (9, "technician")
    assert desk.good(*words, *why, "--staff", "sofia").split()[0] == answer
    assert "no leave" in desk.bad(*words, *why, "--staff", "carlos")
    assert "oneself" in desk.bad(*words, "--technician", "marta", "--reason", "x", *BY)
    assert "reason" in desk.bad(*words, "--technician", "tomas", "--reason", " ", *BY)
