"""The machine below the program: how hot it is, and whether it lets itself be turned off."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kiosk.station.power import SystemPower
from kiosk.station.temperature import processor_celsius


def zone(folder: Path, number: int, kind: str, temp: str | None) -> None:
    place = folder / f"thermal_zone{number}"
    place.mkdir()
    (place / "type").write_text(f"{kind}\n")
    if temp is not None:
        (place / "temp").write_text(f"{temp}\n")


def test_the_zone_of_the_processor_is_believed_before_those_of_the_board(tmp_path: Path) -> None:
    zone(tmp_path, 0, "acpitz", "27800")
    zone(tmp_path, 1, "INT3400 Thermal", "20000")
    zone(tmp_path, 2, "x86_pkg_temp", "54500")
    zone(tmp_path, 3, "iwlwifi_1", "91000")
    assert processor_celsius(tmp_path) == 54


def test_of_many_cores_the_hottest_counts(tmp_path: Path) -> None:
    zone(tmp_path, 0, "cpu0-thermal", "61000")
    zone(tmp_path, 1, "cpu1-thermal", "72499")
    assert processor_celsius(tmp_path) == 72


@pytest.mark.parametrize("temp", [None, "", "hot", "-274000", "4000000"])
def test_nonsense_is_not_told(tmp_path: Path, temp: str | None) -> None:
    zone(tmp_path, 0, "x86_pkg_temp", temp)
    assert processor_celsius(tmp_path) is None


def test_a_machine_without_zones_does_not_tell(tmp_path: Path) -> None:
    assert processor_celsius(tmp_path / "none") is None


def answering(said: str) -> tuple[SystemPower, list[tuple[str, ...]]]:
    calls: list[tuple[str, ...]] = []

    def run(arguments: tuple[str, ...]) -> str:
        calls.append(arguments)
        return said

    return SystemPower(run), calls


@pytest.mark.parametrize(
    ("said", "allowed"),
    [('s "yes"\n', True), ('s "no"\n', False), ('s "challenge"\n', False), ('s "na"', False),
     ("", False), ("yes", False)],
)  # fmt: skip
def test_only_a_plain_yes_of_logind_offers_it(said: str, allowed: bool) -> None:
    power, calls = answering(said)
    assert (power.may("shut_down"), power.may("reboot")) == (allowed, allowed)
    assert [call[-1] for call in calls] == ["CanPowerOff", "CanReboot"]


def test_the_order_is_systemd_s() -> None:
    power, calls = answering("")
    power.do("shut_down")
    power.do("reboot")
    assert [call[1:] for call in calls] == [("poweroff",), ("reboot",)]


def failing(_arguments: tuple[str, ...]) -> str:
    raise OSError("no bus")


def test_a_machine_without_systemd_offers_nothing_and_breaks_nothing() -> None:
    power = SystemPower(failing)
    with capture_logs() as logs:
        assert not power.may("shut_down")
        power.do("reboot")
    assert [line["event"] for line in logs] == ["power_refused"]


@pytest.mark.parametrize("program", ["/nowhere/busctl", "/bin/false"])
def test_a_program_that_fails_is_a_no(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.station.power._BUS", (program,))
    assert not SystemPower().may("shut_down")
