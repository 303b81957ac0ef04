"""The application's PostgreSQL role, on a real server: it can sell, it cannot rewrite money."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ProgrammingError
from typer.testing import CliRunner

from central.__main__ import app
from central.db import migrate
from central.db.grants import statements
from central.jobs import JOBS
from central.operations.refund import refund
from central.sweeper import sweep
from kiosk.contract import messages as m
from tests.support import postgres
from tests.support.central import (
    Central,
    enrolled,
    fresh_database,
    make_central,
    operation,
)

ROLE = "dispensador_app"


@pytest.fixture(scope="module")
def role() -> str:
    """The second role; it belongs to the server, so it is made once."""
    engine = create_engine(postgres.server_url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE ROLE {ROLE} LOGIN"))
    engine.dispose()
    return ROLE


@pytest.fixture(scope="module")
def as_application(role: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """Central connected as the application's role, to a database the owner migrated."""
    tmp_path = tmp_path_factory.mktemp("central")
    url = fresh_database(tmp_path, "postgresql")
    environment = pytest.MonkeyPatch()
    environment.setenv("DISPENSADOR_CENTRAL_DATABASE_URL", url)
    result = CliRunner().invoke(app, ["grants", "--role", role])
    assert (result.exit_code, result.output) == (0, "")
    assert CliRunner().invoke(app, ["grants", "--role", role]).exit_code == 0  # twice is fine
    environment.undo()
    central = make_central(
        tmp_path, make_url(url).set(username=role).render_as_string(hide_password=False)
    )
    yield central
    central.close()
    postgres.drop_database(url)


def test_the_application_sells_expires_and_refunds_with_its_role(as_application: Central) -> None:
    migrate.upgrade(as_application.services.database.engine)  # as every start does
    terminal = enrolled(as_application)
    order = terminal.order(terminal.sign_in(), quantity=3)
    first, second, third = (terminal.authorise(order, copy) for copy in (1, 2, 3))
    assert operation(terminal.capture(first.op_id)).state is m.OperationState.CAPTURED
    assert operation(terminal.void(second.op_id)).state is m.OperationState.VOIDED_BY_DEVICE
    as_application.clock.advance(901)
    assert sweep(as_application.services) == 1
    assert operation(terminal.capture(third.op_id)).late
    refund(as_application.services, first.op_id, first.op_id, "marta", "salió en blanco")
    assert terminal.closes(date(2026, 1, 2)).agrees
    for name, job in JOBS.items():
        job(as_application.services)
        assert name


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_postings SET amount = 1",
        "DELETE FROM ledger_postings",
        "TRUNCATE ledger_postings",
        "ALTER TABLE ledger_postings DISABLE TRIGGER ALL",
        "DROP TRIGGER ledger_postings_append_only ON ledger_postings",
        "UPDATE audit SET actor = 'nobody'",
        "DELETE FROM audit",
        "UPDATE checkpoints SET continues = true",
        "DELETE FROM checkpoints",
        "DELETE FROM ledger_accounts",
        "DELETE FROM operations",
        "UPDATE ledger_accounts SET holder = 'somebody else'",
        "UPDATE ledger_holds SET amount = 1",
        "UPDATE alembic_version SET version_num = '0000'",
        "SET session_replication_role = replica",
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    ],
)
def test_the_application_cannot_rewrite_money(as_application: Central, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        as_application.services.database.run(lambda db: db.execute(text(statement)))


def test_the_statements_can_be_shown_to_an_administrator() -> None:
    result = CliRunner().invoke(app, ["grants", "--role", ROLE, "--print"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{line};" for line in statements(ROLE)]
    assert "GRANT SELECT, INSERT ON ledger_postings TO dispensador_app;" in result.stdout


@pytest.mark.parametrize("name", ["", "Role", "a; DROP TABLE audit", "1x"])
def test_a_name_that_is_no_role_is_refused(name: str) -> None:
    assert CliRunner().invoke(app, ["grants", "--role", name, "--print"]).exit_code == 1


def test_the_embedded_database_has_no_roles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATA_DIR", str(tmp_path))
    result = CliRunner().invoke(app, ["grants", "--role", ROLE])
    assert (result.exit_code, "only PostgreSQL" in result.stderr) == (1, True)
