"""Settings: one file, the environment over it, and every mistake named by its key."""

from pathlib import Path

import pytest

from kiosk.settings import SettingsInvalid, describe, load_settings

GOOD = """
[central]
url = "https://central.example"
[printer]
device = "/dev/ttyS0"
"""


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPENSADOR_CONFIG", "DISPENSADOR_PRINTER__DEVICE", "DISPENSADOR_STATE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "dispensador.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_two_keys_are_enough(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, GOOD))
    assert settings.central.url == "https://central.example"
    assert settings.printer.device == "/dev/ttyS0"
    assert (settings.visit.idle_s, settings.purchase.lease_s) == (45, 60)


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPENSADOR_PRINTER__DEVICE", "/dev/ttyUSB0")
    monkeypatch.setenv("DISPENSADOR_STATE_DIR", "/var/lib/dispensador")
    monkeypatch.setenv("DISPENSADOR_CONFIG", str(write(tmp_path, GOOD)))
    settings = load_settings()
    assert settings.printer.device == "/dev/ttyUSB0"
    assert settings.state_dir == Path("/var/lib/dispensador")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[printer]\ndevice = '/dev/x'", "central"),
        ("[central]\nurl = 'https://x'", "printer"),
        (GOOD + "baud = 9600", "printer.baud"),
        (GOOD + "[visit]\nidle_s = 5", "visit.idle_s"),
        (GOOD + "[visit]\nidle_s = 'long'", "visit.idle_s"),
        (GOOD + "[visit]\ncart_limit = 11", "visit.cart_limit"),
        (GOOD + "[purchase]\nlease_s = 120", "purchase.lease_s"),
        (GOOD + "[chamber]\ncolour = 'blue'", "chamber.colour"),
        (GOOD + "[colours]\n", "colours"),
        (GOOD + "[hours]\nweek = 'lu-vi 17:00-8:00'", "hours.week"),
        (GOOD + "[hours]\nexceptions = 'Navidad cerrado'", "hours.exceptions"),
        (GOOD.replace("https://central.example", "http://10.0.0.7"), "central.url"),
        (GOOD.replace("https://central.example", "ftp://x"), "central.url"),
        ("url = ", "(file)"),
    ],
)
def test_a_mistake_is_named_by_its_key(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(SettingsInvalid) as failure:
        load_settings(write(tmp_path, text))
    assert failure.value.key == key


def test_a_file_that_was_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid):
        load_settings(tmp_path / "missing.toml")


def test_plain_http_is_for_this_machine_only(tmp_path: Path) -> None:
    text = GOOD.replace("https://central.example", "http://127.0.0.1:8000/")
    assert load_settings(write(tmp_path, text)).central.url == "http://127.0.0.1:8000"


def test_every_key_is_described() -> None:
    rows = describe()
    assert len(rows) > 20
    assert [key for key, _, description in rows if not description] == []
    assert ("visit.idle_s", "45") in {(key, default) for key, default, _ in rows}
    assert ("export.roots", "/media, /run/media") in {(key, default) for key, default, _ in rows}
