"""Who works here, over HTTP and by command: the same rules underneath."""

from collections.abc import Callable
from pathlib import Path

import pyotp
import pytest
from typer.testing import CliRunner

from central.__main__ import app
from central.db.ids import new_id
from kiosk.contract.staff import identity as i
from tests.support.central import Central, RunningClock, fresh_database, make_central
from tests.support.staff import Colleague, hired, seed_in

MEMBERS = "/v1/staff/members"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def marta(office: Central) -> Colleague:
    colleague = hired(office, "marta")
    colleague.sign_in()
    return colleague


def test_somebody_comes_and_goes(marta: Colleague, office: Central) -> None:
    values = {"login": "nora", "name": "Nora Ñúñez", "role": "supervisor"}
    given = marta.ask(f"{MEMBERS}/add", i.AddStaff, **values).json()
    assert given["login"] == "nora"
    assert marta.ask(f"{MEMBERS}/add", i.AddStaff, **values).json()["code"] == "not-possible"
    nora = enrolled_with(office, "nora", given["key"])
    assert nora.sign_in().role == "supervisor"
    found = listed(marta)["nora"]
    assert (found.name, found.active, found.enrolled) == ("Nora Ñúñez", True, True)
    assert marta.ask(f"{MEMBERS}/retire", i.RetireStaff, login="nora").status_code == 204
    assert not listed(marta)["nora"].active
    assert nora.open(code=nora.fresh_code()).status_code == 401
    again = marta.ask(f"{MEMBERS}/retire", i.RetireStaff, login="nora")
    assert (again.status_code, again.json()["code"]) == (409, "not-possible")


def test_who_lost_a_phone_starts_again(marta: Colleague, office: Central) -> None:
    carlos = hired(office, "carlos")
    carlos.sign_in()
    given = marta.ask(f"{MEMBERS}/reset", i.ResetStaff, login="carlos").json()["key"]
    assert carlos.open(code=carlos.fresh_code()).json()["code"] == "credentials-invalid"
    assert not listed(marta)["carlos"].enrolled
    assert enrolled_with(office, "carlos", given).sign_in().role == "cashier"


@pytest.mark.parametrize(("path", "kind"), [("reset", i.ResetStaff), ("retire", i.RetireStaff)])
def test_nobody_does_it_to_themselves(
    marta: Colleague, path: str, kind: type[i.ResetStaff | i.RetireStaff]
) -> None:
    refused = marta.ask(f"{MEMBERS}/{path}", kind, login="marta")
    assert (refused.status_code, refused.json()["code"]) == (409, "not-possible")
    assert marta.sign_in().name == "Marta"


def listed(colleague: Colleague) -> dict[str, i.Member]:
    answer = colleague.ask(f"{MEMBERS}/list", i.ListStaff)
    return {row.login: row for row in i.Members.model_validate_json(answer.content).members}


def enrolled_with(central: Central, login: str, given: str) -> Colleague:
    """Somebody who takes a key and a seed of their own with the one that was handed over."""
    message = i.StaffEnrol(login=login, key=given, new_key="una clave propia")
    answer = central.http().post("/v1/staff/enrol", content=message.model_dump_json())
    uri = i.StaffEnrolled.model_validate_json(answer.content).provisioning_uri
    return Colleague(central, login, "una clave propia", seed_in(uri))


# By command


@pytest.fixture
def central(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Central:
    url = fresh_database(tmp_path, "sqlite")
    values = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": url,
        "HASHING__MEMORY_KIB": "8",
        "HASHING__PASSES": "1",
    }
    for key, value in values.items():
        monkeypatch.setenv(f"DISPENSADOR_CENTRAL_{key}", value)
    return make_central(tmp_path, url, RunningClock())  # the commands read this machine's clock


@pytest.fixture
def run(central: Central) -> Run:
    def invoke(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        central.close()  # SQLite has one writer
        result = CliRunner().invoke(app, arguments, input=typed)
        return result.exit_code, result.stdout.strip(), result.stderr.strip()

    return invoke


def test_who_was_added_by_command_enrols_at_the_console_and_signs_in(
    central: Central, run: Run
) -> None:
    code, given, _ = run("staff", "add", "nora", "Nora Ñúñez", "--role", "technician")
    assert code == 0
    own = "una clave propia"
    code, told, _ = run("staff", "enrol", "nora", typed=f"{given}\n{own}\n{own}\n")
    assert code == 0
    assert "█" in told
    assert own not in told
    nora = Colleague(central, "nora", own, seed_in(told.splitlines()[-1]))
    assert nora.open().json()["role"] == "technician"
    line = next(row for row in run("staff", "list")[1].splitlines() if row.startswith("nora"))
    assert line.split()[:4] == ["nora", "technician", "yes", "yes"]
    again = run("staff", "enrol", "nora", typed=f"{own}\notra clave\notra clave\n")
    assert (again[0], again[2].splitlines()[-1]) == (1, "already-enrolled")
    central.close()


def test_a_reset_and_a_retirement_by_command_need_a_reason(central: Central, run: Run) -> None:
    assert run("staff", "reset", "carlos")[0] != 0
    code, given, _ = run("staff", "reset", "carlos", "--reason", "lost phone")
    assert (code, len(given)) == (0, 12)
    assert run("staff", "retire", "carlos", "--reason", "left")[0] == 0
    assert run("staff", "reset", "carlos", "--reason", "x")[::2] == (
        1,
        "nobody here has the login carlos",
    )
    assert run("staff", "enrol", "Carlos Q", typed="a\nb\nb\n")[0] == 1
    central.close()


def test_a_refund_above_the_limit_is_approved_at_the_console(central: Central, run: Run) -> None:
    sofia = hired(central, "sofia")
    approve = ("operations", "approve-refund", new_id(), "--reason", "blank page", "--staff")
    code, _, complaint = run(*approve, "sofia", typed=f"{sofia.key}\n{sofia.wrong_code()}\n")
    assert (code, complaint) == (1, "credentials-invalid")
    assert run(*approve, "sofia", typed=f"{sofia.key}\n{sofia.code()}\n")[0] == 0
    carlos = hired(central, "carlos")
    code, _, complaint = run(*approve, "carlos", typed=f"{carlos.key}\n{carlos.code()}\n")
    assert (code, complaint) == (1, "not-entitled")
    assert run(*approve, "sofia", typed="x\nnot-a-code\n")[0] == 1
    central.close()


def test_an_authenticator_reads_what_is_provisioned(office: Central) -> None:
    carlos = hired(office, "carlos")
    assert len(carlos.seed) == 32
    assert pyotp.TOTP(carlos.seed).at(office.clock()) == carlos.code()
