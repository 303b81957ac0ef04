"""Settings that are changed at the machine: the form, what is saved, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.staff.entry.state import Member
from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.advance import advance
from kiosk.staff.maintenance.bench import Bench
from kiosk.staff.maintenance.bodies import Found
from kiosk.staff.maintenance.do_configuration import DEEDS
from kiosk.staff.maintenance.editing import TYPED_MAX, ConfigurationBody, EditSetting
from kiosk.staff.maintenance.look_configuration import VERSIONS_SHOWN, configuration
from kiosk.staff.maintenance.site_lines import Setting
from kiosk.staff.maintenance.state import Maintenance, Setup, Told
from kiosk.staff.maintenance.view import view
from kiosk.store.on_site import OnSite, present_values
from kiosk.visit.events import Back, Erase, KeyPressed
from tests.support.kiosk import FakeClock
from tests.unit.kiosk.staff.conftest import Machine

TERESA = Member("teresa", "Teresa", "technician", ("maintain-kiosk",), 9e9, 300.0)
SETTINGS = (Setting("visit.language", "Español"), Setting("chamber.contact_phone", "300"))
INSIDE = Maintenance(
    Setup("Cámara"),
    stage="inside",
    member=TERESA,
    section="configuration",
    found=Found(settings=SETTINGS),
)


def after(state: Maintenance, *events: e.Event) -> tuple[Maintenance, tuple[e.Effect, ...]]:
    effects: tuple[e.Effect, ...] = ()
    for event in events:
        state, effects = advance(state, event, 1.0)
    return state, effects


def body(state: Maintenance) -> ConfigurationBody:
    drawn = view(state).body
    assert isinstance(drawn, ConfigurationBody)
    return drawn


# -- the form -------------------------------------------------------------------------------------


def test_a_value_is_typed_and_saved_for_a_reason() -> None:
    state, _ = after(INSIDE, EditSetting("chamber.contact_phone"), Erase(), KeyPressed("7"))
    assert (body(state).editing, body(state).typed) == ("chamber.contact_phone", "307")
    state, effects = after(state, e.ActOn("change_setting", "chamber.contact_phone=307", 0))
    assert (body(state).asking, effects) == ("change_setting", ())
    state, effects = after(state, e.Why("asked"))
    what = "chamber.contact_phone=307"
    expected = e.Do(1, "change_setting", "teresa", "asked", 0, what, typed="307")
    assert effects == (expected,)
    assert body(state).editing == ""


def test_a_way_back_leaves_everything_as_it_is() -> None:
    state, effects = after(INSIDE, EditSetting("visit.language"), Back())
    assert (body(state).editing, effects) == ("", ())
    state, _ = after(INSIDE, EditSetting("visit.language"), e.ActOn("change_setting", "x=y", 0))
    state, effects = after(state, Back(), e.Why("asked"))
    assert (body(state).asking, body(state).editing, effects) == ("", "visit.language", ())


def test_another_section_forgets_the_form() -> None:
    state, _ = after(INSIDE, EditSetting("visit.language"), e.GoTo("queue"))
    assert (state.editing, state.typed) == ("", "")


@pytest.mark.parametrize("char", ["x", ";", "=", "\n", "٣"])
def test_a_telephone_has_digits_and_a_few_signs(char: str) -> None:
    state, _ = after(INSIDE, EditSetting("chamber.contact_phone"), KeyPressed(char))
    assert body(state).typed == "300"


def test_what_is_typed_has_an_end() -> None:
    state, _ = after(INSIDE, EditSetting("chamber.contact_phone"), *[KeyPressed("1")] * 99)
    assert len(body(state).typed) == TYPED_MAX


def test_a_setting_that_is_not_offered_has_no_form() -> None:
    state, _ = after(INSIDE, EditSetting("central.url"))
    assert body(state).editing == ""
    elsewhere = replace(INSIDE, section="queue")
    assert after(elsewhere, EditSetting("visit.language"))[0].editing == ""


# -- the deeds ------------------------------------------------------------------------------------


@pytest.fixture
def bench(machine: Machine) -> Bench:
    machine.kiosk.clock.wall = datetime(2026, 11, 21, 20, 10, 40, tzinfo=UTC)  # 3:10 p. m.
    machine.parts = replace(machine.parts, time=type(machine.time)(machine.kiosk.clock))
    return Bench(machine.parts, "es")


def change(bench: Bench, what: str) -> Told:
    return DEEDS["change_setting"](bench, e.Do(1, "change_setting", "teresa", "asked", what=what))


def test_a_change_is_on_the_disk_with_who_and_why(bench: Bench) -> None:
    assert change(bench, "printer.roll_m=120").code == "setting_saved"
    state_dir = bench.parts.settings.state_dir
    assert dict(present_values(state_dir)) == {"printer.roll_m": 120}
    [version] = OnSite(state_dir, FakeClock()).versions()
    assert (version.who, version.why) == ("teresa", "asked")
    assert change(bench, "printer.roll_m=").code == "setting_saved"
    assert dict(present_values(state_dir)) == {}


@pytest.mark.parametrize(
    "what",
    [
        "visit.language=fr",
        "printer.roll_m=4",
        "printer.roll_m=many",
        "chamber.contact_phone=" + "1" * 41,
        "central.url=https://elsewhere.invalid",
        "closed_from=yesterday",
        "closed_from=2026-11-21T15:30",
        "closed_from=2026-11-22T15:30:00-05:00",
        "",
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(bench: Bench, what: str) -> None:
    told = change(bench, what)
    assert (told.code, told.tone, told.value) == ("setting_invalid", "bad", what.split("=")[0])
    assert dict(present_values(bench.parts.settings.state_dir)) == {}


def test_closing_early_counts_at_once_and_is_over_tomorrow(bench: Bench, machine: Machine) -> None:
    assert change(bench, "closed_from=2026-11-21T15:30:00-05:00").code == "setting_counts"
    at = bench.parts.on_site.closed_from
    assert at is not None
    assert at.astimezone(UTC) == datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
    closing = configuration(bench.parts, "es", 1).settings[-1]
    assert closing.value.replace("\N{NARROW NO-BREAK SPACE}", " ") == "3:30 p. m."
    machine.kiosk.clock.advance(86_400)
    assert configuration(bench.parts, "es", 1).settings[-1].value == ""


def test_going_back_puts_the_old_values_into_a_new_version(bench: Bench) -> None:
    change(bench, "visit.language=en")
    change(bench, "visit.language=es")
    effect = e.Do(1, "go_back", "pedro", "mistake", amount=1)
    assert DEEDS["go_back"](bench, effect).code == "setting_saved"
    assert dict(bench.parts.on_site.values) == {"visit.language": "en"}
    assert DEEDS["go_back"](bench, replace(effect, amount=77)).code == "version_gone"


# -- the look -------------------------------------------------------------------------------------


def test_the_look_tells_what_is_in_use_and_what_comes_with_the_next_start(bench: Bench) -> None:
    change(bench, "printer.roll_m=120")
    found = configuration(bench.parts, "es", 1)
    roll = next(one for one in found.settings if one.code == "printer.roll_m")
    assert (roll.value, roll.later, roll.changed) == ("80 m", "120 m", True)
    language = found.settings[0]
    assert (language.value, language.later, language.changed) == ("Español", "", False)


def test_every_offered_value_is_accepted(bench: Bench) -> None:
    offered = [
        (setting.code, option.code)
        for setting in configuration(bench.parts, "es", 1).settings
        for option in setting.options
    ]
    assert len(offered) > 10
    for key, value in offered:
        assert change(bench, f"{key}={value}").tone == "good", (key, value)


def test_no_closing_time_of_tomorrow_is_offered(bench: Bench, machine: Machine) -> None:
    machine.kiosk.clock.advance(8 * 3600)  # 11:10 p. m.
    closing = configuration(bench.parts, "es", 1).settings[-1]
    assert [option.code[11:16] for option in closing.options] == ["23:10", "23:30"]


def test_the_pages_are_settings_then_versions_then_the_file(bench: Bench) -> None:
    for metres in range(50, 50 + VERSIONS_SHOWN + 1):
        change(bench, f"printer.roll_m={metres}")
    first, second, third, fourth = (configuration(bench.parts, "es", n) for n in range(1, 5))
    assert (first.page, first.pages, len(first.settings), first.versions) == (1, 4, 4, ())
    assert [one.present for one in second.versions] == [True, False, False]
    assert [one.number for one in third.versions] == [1]
    assert (fourth.page, fourth.facts[0].code) == (4, "central_url")
    assert configuration(bench.parts, "es", 9).page == 4
