"""What is changed at the machine: whole versions over the file, gone back to, no foreign keys."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from kiosk.settings import SettingsInvalid, changed, load_settings
from kiosk.store.on_site import FOLDER, KEPT, OnSite, present_values, read_versions
from tests.support.kiosk import FakeClock

GOOD = '[central]\nurl = "https://central.example"\n[printer]\ndevice = "/dev/ttyS0"\nroll_m = 80\n'


@pytest.fixture
def on_site(tmp_path: Path) -> OnSite:
    return OnSite(tmp_path, FakeClock())


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in list(os.environ):
        if name.startswith("DISPENSADOR_"):
            monkeypatch.delenv(name)
    path = tmp_path / "dispensador.toml"
    path.write_text(f'state_dir = "{tmp_path}"\n{GOOD}')
    return path


def test_a_change_lies_over_the_file_from_the_next_start_on(on_site: OnSite, file: Path) -> None:
    on_site.change("printer.roll_m", 120, "teresa", "asked")
    on_site.change("visit.language", "en", "teresa", "asked")
    settings = load_settings(file)
    assert (settings.printer.roll_m, settings.visit.language) == (120, "en")
    assert settings.printer.device == "/dev/ttyS0"
    on_site.change("printer.roll_m", None, "teresa", "asked")
    assert load_settings(file).printer.roll_m == 80


def test_the_environment_wins_over_both(
    on_site: OnSite, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_site.change("printer.roll_m", 120, "teresa", "asked")
    monkeypatch.setenv("DISPENSADOR_PRINTER__ROLL_M", "50")
    assert load_settings(file).printer.roll_m == 50


def test_going_back_is_a_version_of_its_own(on_site: OnSite, tmp_path: Path) -> None:
    first = on_site.change("visit.language", "en", "teresa", "asked")
    on_site.change("visit.language", "es", "teresa", "asked")
    back = on_site.go_back(first.number, "pedro", "mistake")
    assert back is not None
    assert (back.number, back.who, dict(back.values)) == (3, "pedro", {"visit.language": "en"})
    assert dict(present_values(tmp_path)) == {"visit.language": "en"}
    assert on_site.go_back(99, "pedro", "mistake") is None


def test_only_the_last_versions_are_kept(on_site: OnSite, tmp_path: Path) -> None:
    for metres in range(50, 50 + KEPT + 3):
        on_site.change("printer.roll_m", metres, "teresa", "asked")
    again = OnSite(tmp_path, FakeClock())
    assert again.versions() == on_site.versions()
    assert [one.number for one in again.versions()] == list(range(KEPT + 3, 3, -1))
    assert len(list((tmp_path / FOLDER).iterdir())) == KEPT


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"values": {"visit.language": "en"}}',
        json.dumps(
            {"number": 2, "at": "2026-11-21T00:00:00+00:00", "who": "x", "why": "x",
             "values": {"central.url": "https://elsewhere.invalid"}}
        ).encode(),
        json.dumps(
            {"number": 9, "at": "2026-11-21T00:00:00+00:00", "who": "x", "why": "x", "values": {}}
        ).encode(),
        json.dumps(
            {"number": 2, "at": "2026-11-21T00:00:00+00:00", "who": "x", "why": "x",
             "values": {"closed_from": "2026-11-21T15:00"}}
        ).encode(),
    ],
)  # fmt: skip
def test_a_version_nobody_here_wrote_is_left_out_and_named(
    on_site: OnSite, file: Path, tmp_path: Path, content: bytes
) -> None:
    on_site.change("visit.language", "en", "teresa", "asked")
    (tmp_path / FOLDER / "000002.json").write_bytes(content)
    versions, damaged = read_versions(tmp_path)
    assert [one.number for one in versions] == [1]
    (problem,) = damaged
    assert "000002.json" in str(problem)
    settings = load_settings(file)
    assert (settings.central.url, settings.visit.language) == ("https://central.example", "en")
    # The next change does not write over it.
    assert OnSite(tmp_path, FakeClock()).change("printer.roll_m", 60, "t", "asked").number == 3


def test_a_value_that_does_not_fit_any_more_never_keeps_the_machine_from_starting(
    on_site: OnSite, file: Path
) -> None:
    on_site.change("printer.roll_m", 4, "teresa", "asked")
    on_site.change("visit.language", "en", "teresa", "asked")
    settings = load_settings(file)
    assert (settings.printer.roll_m, settings.visit.language) == (80, "en")


def test_a_power_cut_in_the_middle_of_a_change_leaves_the_version_before(
    on_site: OnSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_site.change("visit.language", "en", "teresa", "asked")

    def power_cut(self: Path, _target: Path) -> None:
        raise OSError("power")

    monkeypatch.setattr(Path, "replace", power_cut)
    with pytest.raises(OSError, match="power"):
        on_site.change("visit.language", "es", "teresa", "asked")
    monkeypatch.undo()
    assert dict(on_site.values) == {"visit.language": "en"}
    assert dict(present_values(tmp_path)) == {"visit.language": "en"}
    assert on_site.change("visit.language", "es", "teresa", "asked").number == 2


@pytest.mark.parametrize(
    ("key", "value"),
    [("visit.language", "fr"), ("printer.roll_m", 4), ("chamber.contact_phone", "x" * 41)],
)
def test_what_cannot_be_is_refused_by_its_name(file: Path, key: str, value: str | int) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        changed(load_settings(file), key, value)
    assert refused.value.key == key


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["visit.language", "printer.roll_m", "chamber.contact_phone", "back"]),
        st.one_of(st.none(), st.sampled_from(["es", "en"]), st.integers(1, 20)),
    ),
    max_size=25,
)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(CHANGES)
def test_what_is_read_again_is_what_was_said_last(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str | int | None]]
) -> None:
    folder = tmp_path_factory.mktemp("on-site")
    on_site, model = OnSite(folder, FakeClock()), dict[str, str | int]()
    for key, value in changes:
        if key == "back":
            kept = {one.number: one.values for one in on_site.versions()}
            number = value if isinstance(value, int) else 1
            assert (on_site.go_back(number, "t", "x") is None) == (number not in kept)
            model = dict(kept.get(number, model))
        else:
            on_site.change(key, value, "t", "x")
            model.pop(key, None)
            if value is not None:
                model[key] = value
        assert dict(present_values(folder)) == dict(on_site.values) == model
