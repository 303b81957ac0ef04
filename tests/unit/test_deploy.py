"""What is installed beside the programs fits them: commands that exist, settings that load."""

import shlex
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from central import settings as central_settings
from kiosk import settings as kiosk_settings

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
UNITS = sorted(DEPLOY.rglob("*.service"))
HARDENING = (
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "CapabilityBoundingSet=",
    "LimitCORE=0",  # a core dump would hold keys that people typed
    "UMask=0077",
)


def program(name: str) -> TyperGroup:
    from central.__main__ import app
    from kiosk.__main__ import cli

    group = typer.main.get_command(cli if name == "dispensador" else app)
    assert isinstance(group, TyperGroup)
    return group


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_calls_a_command_as_the_program_knows_it(unit: Path) -> None:
    (line,) = (text for text in unit.read_text().splitlines() if text.startswith("ExecStart="))
    words = shlex.split(line.removeprefix("ExecStart="))
    at = next(i for i, word in enumerate(words) if Path(word).name.startswith("dispensador"))
    name, *arguments = words[at + 1 :]
    command = program(Path(words[at]).name).commands[name]
    command.make_context(name, arguments)  # refuses an option it does not know


def test_an_option_nobody_knows_would_be_noticed() -> None:
    with pytest.raises(Exception, match="--colour"):
        program("dispensador").commands["run"].make_context("run", ["--colour"])


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_gives_its_program_no_more_than_it_needs(unit: Path) -> None:
    lines = unit.read_text().splitlines()
    assert [line for line in HARDENING if line not in lines] == []


def test_the_example_of_the_kiosks_settings_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPENSADOR_CONFIG", raising=False)
    loaded = kiosk_settings.load_settings(DEPLOY / "kiosk" / "dispensador.toml")
    assert loaded.central.url.startswith("https://")


def test_the_example_of_centrals_settings_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(central_settings.CONFIG_VARIABLE, raising=False)
    loaded = central_settings.load_settings(DEPLOY / "central" / "central.toml")
    assert loaded.chamber.code == "99"
    assert not loaded.demo
