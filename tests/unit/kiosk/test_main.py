"""The command line: what an operator types, and the sentences that come back."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.__main__ import cli, has_screen
from kiosk.commands.common import EXIT_DISK
from kiosk.store.on_site import FOLDER, OnSite
from kiosk.store.store import Store
from kiosk.system import SystemClock
from tests.support.hall import open_hall


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "dispensador.toml"
    file.write_text(
        f'state_dir = "{tmp_path}/state"\n'
        '[central]\nurl = "http://127.0.0.1:9"\n'
        f'[printer]\ndevice = "{tmp_path}/no-printer"\n'
    )
    return file


def test_every_setting_is_listed_with_its_meaning() -> None:
    result = CliRunner().invoke(cli, ["config"])
    assert result.exit_code == 0
    assert "printer.device = (required)" in result.output
    assert "central.url" in result.output


def test_a_wrong_setting_is_named_without_a_traceback(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('[central]\nurl = "http://elsewhere.invalid"\n[printer]\ndevice = "x"\n')
    result = CliRunner().invoke(cli, ["run", "--config", str(file)])
    assert result.exit_code == 1
    assert "CFG-01: central.url" in result.output


def test_a_machine_that_is_not_paired_says_so(config: Path) -> None:
    result = CliRunner().invoke(cli, ["run", "--config", str(config)])
    assert result.exit_code == 1
    assert "ENR-00" in result.output


def test_enrolling_without_central_fails_with_its_reason(config: Path) -> None:
    arguments = ["enroll", "BCDFGHJK", "--serial", "A-1", "--config", str(config)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 1
    assert "ENR-01: offline" in result.output


def test_the_doctor_names_what_is_missing(config: Path) -> None:
    result = CliRunner().invoke(cli, ["doctor", "--config", str(config)])
    assert result.exit_code == 1
    assert "not enrolled" in result.output
    assert "disconnected" in result.output
    assert "epson-tm-t20iii" in result.output


def test_the_audit_chain_of_a_day_is_whole(tmp_path: Path, config: Path) -> None:
    with open_hall(tmp_path) as hall:
        hall.visitor.signs_in()
        hall.visitor.chooses("00052310", "CerMat")
        hall.visitor.pays().ends()
        hall.settled()
    config.write_text(config.read_text().replace(f"{tmp_path}/state", f"{tmp_path}/kiosk"))
    result = CliRunner().invoke(cli, ["audit", "verify", "--config", str(config)])
    assert result.exit_code == 0, result.output
    assert "rows, head" in result.output


@pytest.mark.parametrize(
    ("display", "platform", "expected"),
    [("", "", False), (":0", "", True), (":0", "offscreen", False)],
)
def test_a_screen_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, display: str, platform: str, expected: bool
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", "")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert has_screen() is expected


def test_a_second_program_on_the_same_state_is_refused_with_a_reason(
    tmp_path: Path, config: Path
) -> None:
    first = Store(tmp_path / "state")
    try:
        result = CliRunner().invoke(cli, ["run", "--config", str(config)])
    finally:
        first.close()
    assert result.exit_code == 1
    assert f"STO-02: another program has {tmp_path / 'state'} open" in result.output


def test_a_disk_that_cannot_be_used_is_said_in_one_sentence(tmp_path: Path, config: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "kiosk.sqlite").write_bytes(b"no database" * 1_000)
    result = CliRunner().invoke(cli, ["run", "--config", str(config)])
    assert result.exit_code == EXIT_DISK
    assert result.output.splitlines()[-1] == "STO-01: the store is damaged (SQLITE_NOTADB)"


def test_an_installer_can_ask_for_the_schema_and_take_the_store_back(config: Path) -> None:
    known = CliRunner().invoke(cli, ["store", "schema"])
    assert known.exit_code == 0
    back = ["store", "downgrade", "--config", str(config)]
    assert CliRunner().invoke(cli, [*back, known.output.strip()]).exit_code == 0
    refused = CliRunner().invoke(cli, [*back, "k9999"])
    assert refused.exit_code != 0
    assert "k9999 is not known here" in refused.output


def test_settings_that_hold_are_told_in_a_few_lines(config: Path, tmp_path: Path) -> None:
    with config.open("a") as file:
        file.write('[hours]\nweek = "lu cerrado"\n')
    (tmp_path / "state").mkdir()
    OnSite(tmp_path / "state", SystemClock()).change("visit.language", "en", "teresa", "asked")
    result = CliRunner().invoke(cli, ["config", "check", "--config", str(config)])
    assert result.exit_code == 0, result.output
    assert "closed, and never opens" in result.output
    assert "teresa): visit.language" in result.output


def test_settings_that_do_not_hold_are_all_named(config: Path, tmp_path: Path) -> None:
    text = config.read_text().replace("[printer]", '[printer]\nprofile = "typewriter"')
    config.write_text(text.replace("[central]", f'[central]\nca_file = "{tmp_path}/none.pem"'))
    (tmp_path / "state" / FOLDER).mkdir(parents=True)
    (tmp_path / "state" / FOLDER / "000001.json").write_text("{}")
    OnSite(tmp_path / "state", SystemClock()).change("printer.roll_m", 4, "teresa", "asked")
    result = CliRunner().invoke(cli, ["config", "check", "--config", str(config)])
    assert result.exit_code == 1
    for named in ("central.ca_file", "printer.profile", "CFG-02", "left out: printer.roll_m"):
        assert named in result.output


def test_one_wrong_setting_ends_the_check_with_its_name(config: Path) -> None:
    config.write_text(config.read_text() + '[hours]\nweek = "lu 9-5"\n')
    result = CliRunner().invoke(cli, ["config", "check", "--config", str(config)])
    assert result.exit_code == 1
    assert "CFG-01: hours.week" in result.output
