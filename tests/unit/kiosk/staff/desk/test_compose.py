"""How a desk is started: by the settings, on a paired computer only, and whole or not at all."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kiosk import app as composition
from kiosk.__main__ import cli
from kiosk.errors import NotEnrolled
from kiosk.settings import CentralSettings, PrinterSettings, Settings
from kiosk.staff.desk.compose import NO_PRINTER
from kiosk.store.store import Store


class Printer:
    """Remembers that it was let go of."""

    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True


def settings(folder: Path, device: str) -> Settings:
    return Settings(
        mode="desk",
        state_dir=folder,
        central=CentralSettings(url="http://127.0.0.1:1"),
        printer=PrinterSettings(device=device),
    )


def test_a_computer_that_was_never_paired_lets_go_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer: Any = Printer()
    monkeypatch.setattr(composition, "make_printer", lambda _settings: printer)
    with pytest.raises(NotEnrolled):
        composition.open_desk(settings(tmp_path, "/dev/null"))
    assert printer.closed
    Store(tmp_path).close()  # it was let go of too


def test_a_desk_without_a_printer_opens_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(_settings: Settings) -> Any:
        raise AssertionError("there is none")

    monkeypatch.setattr(composition, "make_printer", make)
    with pytest.raises(NotEnrolled):
        composition.open_desk(settings(tmp_path, NO_PRINTER))


def test_the_settings_choose_the_desk(tmp_path: Path) -> None:
    file = tmp_path / "dispensador.toml"
    file.write_text(
        f'mode = "desk"\nstate_dir = "{tmp_path.as_posix()}/state"\n'
        '[central]\nurl = "http://127.0.0.1:1"\n[printer]\ndevice = "none"\n'
    )
    answer = CliRunner().invoke(cli, ["run", "--config", str(file)])
    assert answer.exit_code == 1
    assert "ENR-00" in answer.output
