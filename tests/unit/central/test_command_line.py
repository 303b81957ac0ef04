"""``dispensador-central``: what an operator types on the first day."""

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from typer.testing import CliRunner

from central.__main__ import app
from central.db import migrate
from central.sample import PEOPLE
from central.settings import load_settings
from tests.support.central import enrolled, fresh_database, make_central

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    values = {
        "DATA_DIR": str(tmp_path / "data"),
        "HASHING__MEMORY_KIB": "8",
        "HASHING__PASSES": "1",
    }
    for key, value in values.items():
        monkeypatch.setenv(f"DISPENSADOR_CENTRAL_{key}", value)
    return tmp_path


@pytest.fixture
def run(environment: Path) -> Run:
    def invoke(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, arguments)
        return result.exit_code, result.stdout.strip(), result.stderr.strip()

    return invoke


def test_seed_fills_an_empty_database_once(run: Run) -> None:
    code, table, _ = run("seed")
    assert code == 0
    for person in PEOPLE:
        assert person.full_name in table
        assert person.prepaid_key in table
    code, _, complaint = run("seed")
    assert (code, complaint) == (1, "the database is not empty: nothing was changed")
    code, data, _ = run("seed", "--demo", "--json")
    assert code == 0
    assert [person["id_number"] for person in json.loads(data)] == [
        person.id_number for person in PEOPLE
    ]


def test_codes_staff_and_prices_come_by_command(run: Run, tmp_path: Path) -> None:
    run("migrate")
    assert len(run("enrol-code", "--point-of-sale", "K02")[1]) == 8
    code, key, _ = run("staff", "add", "marta", "Marta Peña", "--role", "technician")
    assert (code, len(key)) == (0, 12)
    code, _, complaint = run("staff", "add", "marta", "Marta Peña")
    assert (code, complaint) == (1, "the login marta is taken")
    assert run("staff", "add", "x", "X", "--role", "king")[0] == 1
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("service_code,valid_from,price\n01020101,2027-01-01,6400\n", "utf-8")
    bad.write_text("service_code,valid_from,price\n01020101,someday,6400\n", "utf-8")
    assert run("prices", "import", str(good)) == (0, "1", "")
    assert run("prices", "import", str(bad))[0] == 1
    assert run("prices", "import", str(tmp_path / "none.csv"))[0] == 1
    with closing(sqlite3.connect(tmp_path / "data" / "central.sqlite")) as database:
        trail = database.execute(
            "SELECT subject, detail FROM audit WHERE action = 'prices-imported'"
        ).fetchall()
    assert trail == [(hashlib.sha256(good.read_bytes()).hexdigest(), "1 prices")]


def test_migrate_tells_the_revision_and_checks_itself(run: Run) -> None:
    assert run("migrate")[:2] == (0, migrate.head())
    assert run("migrate", "--check")[0] == 0


def test_openapi_needs_no_database(run: Run, environment: Path) -> None:
    code, text, _ = run("openapi")
    assert code == 0
    assert "/v1/operations/capture" in json.loads(text)["paths"]
    assert not (environment / "data").exists()


def test_serve_demo_tells_its_port_and_ends_gently(environment: Path) -> None:
    port_file = environment / "port"
    command = [sys.executable, "-m", "central", "serve", "--demo", "--port", "0"]
    with subprocess.Popen(
        [*command, "--port-file", str(port_file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        try:
            assert process.stderr is not None
            listening = json.loads(process.stderr.readline())
            assert listening["event"] == "listening"
            port = int(port_file.read_text())
            assert port == listening["port"]
            address = f"http://127.0.0.1:{port}"
            assert httpx.get(f"{address}/readyz", timeout=20, trust_env=False).status_code == 200
            process.send_signal(signal.SIGTERM)
            out, _ = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 0
    assert "Ana Lucía Rojas Peña" in out


def test_the_environment_wins_over_the_file(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = environment / "central.toml"
    file.write_text('hold_s = 600\n[chamber]\nname = "A"\ncode = "16"\n', "utf-8")
    monkeypatch.setenv("DISPENSADOR_CENTRAL_CHAMBER__NAME", "B")
    settings = load_settings(file)
    assert (settings.hold_s, settings.chamber.code, settings.chamber.name) == (600, "16", "B")
    monkeypatch.setenv("DISPENSADOR_CENTRAL_CONFIG", str(file))
    assert load_settings().hold_s == 600


def test_a_renewal_may_not_shorten_a_hold(environment: Path) -> None:
    with pytest.raises(ValueError, match="hold_total_s"):
        load_settings(hold_s=900, hold_total_s=600)


def test_an_empty_limit_is_no_limit(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = environment / "central.toml"
    file.write_text('verification_days = ""\nverification_limit = 2\n', "utf-8")
    settings = load_settings(file)
    assert (settings.verification_days, settings.verification_limit) == (None, 2)
    monkeypatch.setenv("DISPENSADOR_CENTRAL_VERIFICATION_LIMIT", "")
    assert load_settings(file).verification_limit is None


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("https://camara.invalid/", "https://camara.invalid"),
        ("http://127.0.0.1:8080/portal//", "http://127.0.0.1:8080/portal"),
    ],
)
def test_the_public_address_takes_paths_behind_it(written: str, used: str) -> None:
    assert load_settings(public_address=written).public_address == used


@pytest.mark.parametrize(
    "address", ["", "camara.invalid", "https://", "https://a b", "http://a/?q"]
)
def test_a_public_address_that_leads_nowhere_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="public_address"):
        load_settings(public_address=address)


@pytest.mark.parametrize("text", ["unknown = 1", "hold_s = 1", 'chamber = {code = "x"}', "="])
def test_a_wrong_settings_file_stops_the_command(run: Run, environment: Path, text: str) -> None:
    file = environment / "central.toml"
    file.write_text(text, "utf-8")
    code, _, complaint = run("migrate", "--config", str(file))
    assert code == 1
    assert complaint


def test_a_charged_certificate_is_written_as_a_signed_pdf(
    environment: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    url = fresh_database(environment, "sqlite")
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATABASE_URL", url)
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DEMO", "true")
    central = make_central(environment, url)
    terminal = enrolled(central)
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    target = environment / "certificate.pdf"
    command = ("certificate", held.verification_code.lower(), "--output", str(target))
    code, _, complaint = run(*command)
    assert (code, target.exists()) == (1, False)
    assert "no charged certificate" in complaint
    terminal.capture(held.op_id)
    central.close()
    assert run(*command)[0] == 0
    with target.open("rb") as file:
        assert len(PdfFileReader(file).embedded_signatures) == 1
    assert run("certificate", "ABCD2345", "--output", str(target))[0] == 1
