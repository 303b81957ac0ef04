"""Remote configuration: whole versions, checked, kept over restarts with the one before."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from sqlalchemy import text

from central.devices.configuration import Allowed
from kiosk.app import configured
from kiosk.station.configuration import Remote, RemoteConfiguration
from kiosk.store.configurations import Value, read_configurations
from kiosk.visit.state import Setup
from tests.support.kiosk import FakeKiosk


def load(kiosk: FakeKiosk) -> RemoteConfiguration:
    return RemoteConfiguration(kiosk.store, kiosk.clock)


def kept(kiosk: FakeKiosk) -> list[tuple[int, str]]:
    return [(r.version, r.refused_reason) for r in kiosk.store.read(read_configurations)]


def test_a_version_is_kept_over_a_power_cut(kiosk: FakeKiosk) -> None:
    assert load(kiosk).offer(2, {"idle_s": 90, "out_of_service": True})
    kiosk.reboot()
    again = load(kiosk)
    assert (again.version, again.remote) == (2, Remote(idle_s=90, out_of_service=True))


def test_a_start_uses_the_newest_of_the_versions_it_kept(kiosk: FakeKiosk) -> None:
    configuration = load(kiosk)
    configuration.offer(1, {"idle_s": 61})
    configuration.offer(2, {"idle_s": 62})
    again = load(kiosk)
    assert (again.version, again.remote.idle_s) == (2, 62)


def test_only_the_present_version_the_one_before_and_the_last_refused_are_kept(
    kiosk: FakeKiosk,
) -> None:
    configuration = load(kiosk)
    for version in range(1, 5):
        assert configuration.offer(version, {"idle_s": 20 + version})
        assert not configuration.offer(version + 100, {"idle_s": 1})
    assert kept(kiosk) == [(104, "idle_s"), (4, ""), (3, "")]


@pytest.mark.parametrize(
    "content",
    [
        {"idle_s": 14},
        {"idle_s": "60"},
        {"idle_s": True},
        {"cart_limit": 11, "done_s": 30},
        {"language": "fr"},
        {"notice_es": "x" * 201},
        {"out_of_service": "yes"},
        {"opening_week": "lu-vi 17:00-8:00"},
        {"opening_exceptions": "25/12 cerrado"},
    ],
)
def test_an_unfit_version_changes_nothing_and_is_not_looked_at_again(
    kiosk: FakeKiosk, content: dict[str, Value]
) -> None:
    configuration = load(kiosk)
    assert configuration.offer(1, {"idle_s": 90})
    assert not configuration.offer(2, content)
    assert (configuration.version, configuration.remote) == (1, Remote(idle_s=90))
    rows = len(kept(kiosk))
    for again in (configuration, load(kiosk)):
        assert not again.offer(2, content)
    assert len(kept(kiosk)) == rows
    assert configuration.offer(3, {})
    assert configuration.remote == Remote()


def test_words_of_tomorrow_are_left_out(kiosk: FakeKiosk) -> None:
    configuration = load(kiosk)
    assert configuration.offer(1, {"idle_s": 60, "hologram": True})
    assert configuration.remote == Remote(idle_s=60)


def test_nothing_new_writes_nothing(kiosk: FakeKiosk) -> None:
    configuration = load(kiosk)
    assert configuration.offer(1, {"idle_s": 60})
    for _ in range(3):
        assert not configuration.offer(1, {"idle_s": 60})
        assert not configuration.offer(1, None)
    assert kept(kiosk) == [(1, "")]


def test_a_version_this_program_cannot_read_falls_back_to_the_one_before(kiosk: FakeKiosk) -> None:
    configuration = load(kiosk)
    configuration.offer(1, {"idle_s": 60})
    configuration.offer(2, {"idle_s": 70})
    # An older program is installed again, and knows narrower bounds.
    kiosk.store.write(
        lambda c: c.execute(
            text("UPDATE configurations SET content = '{\"idle_s\": 7}' WHERE version = 2")
        )
    )
    again = load(kiosk)
    assert (again.version, again.remote.idle_s) == (1, 60)


def accepts(model: type[BaseModel], content: dict[str, object]) -> bool:
    try:
        model.model_validate(content)
    except ValidationError:
        return False
    return True


@given(
    name=st.sampled_from(sorted(Allowed.model_fields)),
    value=st.integers(-1, 700)
    | st.integers(0, 250).map("x".__mul__)
    | st.booleans()
    | st.sampled_from(["lu-vi 8:00-17:00", "2026-12-25 cerrado", "lu 9:00-8:00"]),
)
def test_both_sides_know_the_same_keys_and_bounds(name: str, value: object) -> None:
    assert set(Remote.model_fields) == set(Allowed.model_fields)
    assert accepts(Remote, {name: value}) == accepts(Allowed, {name: value})


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "language": st.sampled_from(["es", "en"]),
            "idle_s": st.integers(15, 600),
            "countdown_s": st.integers(20, 120),
            "done_s": st.integers(10, 300),
            "cart_limit": st.integers(1, 10),
            "contact_phone": st.text(max_size=40),
        },
    )
)
def test_what_is_set_from_afar_wins_and_the_rest_stays(content: dict[str, str | int]) -> None:
    own = Setup("Cámara", phone="111", idle_s=45, cart_limit=4)
    expected = {("phone" if key == "contact_phone" else key): v for key, v in content.items()}
    found = configured(own, Remote.model_validate(content))
    assert found == replace(own, **expected)  # type: ignore[arg-type]


def test_a_notice_in_one_language_is_better_than_none() -> None:
    own = Setup("Cámara")
    assert configured(own, Remote(notice_es="Hola")).notice == {"es": "Hola", "en": "Hola"}
    both = Remote(notice_es="Hola", notice_en="Hello")
    assert configured(own, both).notice == {"es": "Hola", "en": "Hello"}
    assert configured(own, Remote()).notice == {}


def test_where_else_is_central_s_word_as_soon_as_it_has_one() -> None:
    own = Setup("Cámara", elsewhere={"es": "Sede Norte", "en": "North office"})
    assert configured(own, Remote()).elsewhere == own.elsewhere
    told = configured(own, Remote(elsewhere_es="Sede Sur"))
    assert told.elsewhere == {"es": "Sede Sur", "en": "Sede Sur"}
    assert configured(own, Remote(elsewhere_es="")).elsewhere == {}
