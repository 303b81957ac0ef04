"""The operators' page knows every alarm the program can give, and no command that it has not."""

import re
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from central.__main__ import app
from central.alerts.rules import Rule
from central.records.record import IncidentKind

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "OPERATIONS.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app)
CALLS = sorted(set(re.findall(r"`(?:dispensador-central )?([a-z][a-z ]+[a-z])(?: [^`]*)?`", PAGE)))


@pytest.mark.parametrize("code", [*Rule, *IncidentKind])
def test_every_alarm_has_its_line(code: str) -> None:
    assert re.search(rf"^\| .*`{code}`", PAGE, re.MULTILINE)


def test_every_command_that_is_named_exists() -> None:
    assert isinstance(COMMANDS, TyperGroup)
    named = [call.split() for call in CALLS if call.split()[0] in COMMANDS.commands]
    assert len(named) > 10
    for first, *rest in named:
        command = COMMANDS.commands[first]
        while isinstance(command, TyperGroup) and rest:
            assert rest[0] in command.commands, f"{first} {' '.join(rest)}"
            command = command.commands[rest.pop(0)]
