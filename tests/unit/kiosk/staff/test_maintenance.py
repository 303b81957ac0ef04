"""Maintenance as a pure machine: who is inside, how long, what can be done, what is noted."""

from dataclasses import dataclass, field, replace

import pytest

from kiosk.flow import read_intent
from kiosk.staff.entry.events import CloseAtCentral, LetIn
from kiosk.staff.entry.state import Member
from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.acts import ACTS, LINE_ACTS, REASONS
from kiosk.staff.maintenance.advance import advance, countdown_s
from kiosk.staff.maintenance.bodies import Check, Fact, Found, PaperBody, ReadinessBody, SectionBody
from kiosk.staff.maintenance.state import (
    COUNTDOWN_S,
    DOOR_IDLE_S,
    IDLE_S,
    SECTIONS,
    Maintenance,
    Report,
    Setup,
    Told,
)
from kiosk.staff.maintenance.view import view
from kiosk.visit.events import Back, Continue, Finish, KeyPressed, MoreTime, SetLanguage, Tick

TERESA = Member(
    "teresa", "Teresa", "technician", ("maintain-kiosk",), 10_000.0, 1_800.0, session="s" * 43
)
BY_TELEPHONE = replace(TERESA, session="", name="teresa")


@dataclass
class Inside:
    """One machine; ``effects`` are those of the last event."""

    state: Maintenance = field(default_factory=lambda: Maintenance(Setup("Cámara de Ejemplo")))
    effects: tuple[e.Effect, ...] = ()
    now_s: float = 1_000.0

    def send(self, *events: e.Event) -> "Inside":
        for event in events:
            self.state, self.effects = advance(self.state, event, self.now_s)
        return self

    def wait(self, seconds: float) -> "Inside":
        self.now_s += seconds
        return self.send(Tick())

    def opened(self, member: Member = TERESA) -> "Inside":
        self.send(e.Knock())
        return self.send(LetIn(self.state.entry.request, member))

    def at(self, section: str, *facts: Fact) -> "Inside":
        return self.send(e.GoTo(section)).finds(*facts)

    def finds(self, *facts: Fact) -> "Inside":
        return self.send(e.Looked(self.state.look, Found(facts)))

    def ends(self, code: str, tone: str = "good") -> "Inside":
        return self.send(e.Acted(self.state.request, Told(self.state.doing, code, tone=tone)))

    @property
    def body(self) -> SectionBody:
        body = view(self.state).body
        assert isinstance(body, SectionBody)
        return body

    @property
    def does(self) -> e.Do | None:
        return next((one for one in self.effects if isinstance(one, e.Do)), None)


def test_nothing_reaches_a_closed_one_but_the_knock() -> None:
    machine = Inside()
    machine.send(KeyPressed("a"), Continue(), Finish(), e.GoTo("paper"), e.Act("restart"))

    assert machine.state.stage == "closed"
    assert machine.effects == ()
    assert machine.send(e.Knock()).state.stage == "door"


def test_whoever_is_let_in_is_noted_and_sees_the_overview() -> None:
    machine = Inside().opened()

    assert machine.effects == (e.NoteEntry(TERESA), e.Look(machine.state.look, "overview", 1))
    assert (view(machine.state).screen, view(machine.state).who) == (
        "maintenance/Section",
        "Teresa",
    )
    assert machine.state.entry.member is None


@pytest.mark.parametrize(
    ("member", "closes"),
    [(TERESA, (CloseAtCentral(TERESA.session),)), (BY_TELEPHONE, ())],
)
def test_leaving_is_noted_ends_the_session_and_leaves_nothing(
    member: Member, closes: tuple[e.Effect, ...]
) -> None:
    machine = Inside().opened(member).at("printer").send(Finish())

    assert machine.effects == (e.NoteLeave("teresa", "left"), *closes)
    left = machine.state
    assert (left.stage, left.member, left.found, left.section) == ("closed", None, None, "overview")
    assert "teresa" not in repr(machine.state)


def test_silence_counts_down_and_ends() -> None:
    machine = Inside().opened()

    assert countdown_s(machine.wait(IDLE_S - COUNTDOWN_S - 1).state) == 0
    assert countdown_s(machine.wait(2).state) == COUNTDOWN_S - 1
    machine.send(e.GoTo("paper"))
    assert machine.state.section == "overview"  # the touch only stopped the countdown
    machine.wait(IDLE_S - COUNTDOWN_S + 1).send(MoreTime())
    assert countdown_s(machine.state) == 0
    machine.wait(IDLE_S)
    assert machine.state.stage == "closed"
    assert e.NoteLeave("teresa", "idle") in machine.effects


def test_the_door_closes_by_itself_and_forgets_what_was_typed() -> None:
    machine = Inside().send(e.Knock(), KeyPressed("t"))

    machine.wait(DOOR_IDLE_S + COUNTDOWN_S)

    assert machine.state.stage == "closed"
    assert machine.state.entry.login == ""
    assert machine.effects == ()


def test_an_answer_of_central_for_somebody_who_went_away_opens_nothing() -> None:
    machine = Inside().send(e.Knock())
    request = machine.state.entry.request

    machine.send(Back(), LetIn(request, TERESA))

    assert machine.state.stage == "closed"
    assert machine.effects == (CloseAtCentral(TERESA.session),)


def test_the_leave_given_ends_with_its_time_though_somebody_is_busy() -> None:
    machine = Inside().opened(replace(TERESA, until_s=1_100.0))
    machine.wait(99).send(MoreTime())

    machine.wait(1)

    assert e.NoteLeave("teresa", "limit") in machine.effects


def test_nobody_is_thrown_out_while_the_machine_works() -> None:
    machine = Inside().opened().at("printer").send(e.Act("test_page"))
    assert machine.does == e.Do(machine.state.request, "test_page", "teresa")

    machine.wait(IDLE_S * 3)
    machine.send(Finish(), e.GoTo("paper"), e.Act("empty_buffer"))
    assert (machine.state.stage, machine.state.section) == ("inside", "printer")
    assert machine.effects == ()

    machine.ends("printed")
    assert (machine.body.told_of, machine.body.told, machine.body.doing) == (
        "test_page",
        "printed",
        "",
    )


@pytest.mark.parametrize("act", REASONS)
def test_what_wants_a_reason_is_not_done_without_one(act: str) -> None:
    places = [*ACTS.items(), *LINE_ACTS.items()]
    section = next(name for name, acts in places if act in acts)
    of_a_line = act in LINE_ACTS.get(section, ())
    touch: e.Event = e.ActOn(act, "it", 3) if of_a_line else e.Act(act)
    machine = Inside().send(e.RestartPossible()).opened()
    given = (
        Fact("waiting", word="some"),
        Fact("power", word="yes"),
        Fact("new_fingerprint", value="1"),
        Fact("logo_chosen", value="logo.png"),
    )
    machine.at(section, *given).send(touch)

    assert machine.does is None
    assert (machine.body.asking, machine.body.reasons) == (act, REASONS[act])
    assert machine.send(e.Why("because")).does is None
    assert machine.send(Back()).body.asking == ""
    why = REASONS[act][-1]
    machine.send(touch, e.Why(why))
    expected = e.Do(machine.state.request, act, "teresa", why)
    assert machine.does == (replace(expected, what="it", amount=3) if of_a_line else expected)


def test_an_act_belongs_to_its_section() -> None:
    offered = {act for acts in (*ACTS.values(), *LINE_ACTS.values()) for act in acts}
    acts = offered | {"load_roll", "touch_test"}
    for section in SECTIONS:
        for act in acts - set(ACTS.get(section, ())):
            machine = Inside().send(e.RestartPossible()).opened().at(section)
            machine.send(e.Act(act))
            if act not in LINE_ACTS.get(section, ()):
                machine.send(e.ActOn(act, "x", 1))
            assert machine.does is None, (section, act)
            assert machine.body.asking == ""


def test_nobody_is_offered_a_restart_that_nobody_makes() -> None:
    machine = Inside().opened().at("leave")

    assert [act.code for act in machine.body.acts if act.enabled] == ["leave"]
    assert machine.send(e.Act("restart")).body.asking == ""
    assert machine.send(e.Act("leave")).state.stage == "closed"


def test_the_paper_change_follows_the_printer_and_ends_with_a_test_that_came_out() -> None:
    machine = Inside(Maintenance(Setup("Cámara", roll_m=80))).opened()
    machine.at("paper", Fact("printer", word="paper_out")).send(e.Act("change_paper"))
    assert paper(machine).step == "open"
    machine.finds(Fact("printer", word="cover_open"))
    assert paper(machine).step == "close"
    machine.send(Continue())
    assert paper(machine).step == "close"  # the printer says that it is still open
    machine.finds(Fact("printer", word="ready"))
    machine.send(e.RollLength(-1), e.RollLength(-1), e.RollLength(-1))
    assert (paper(machine).step, paper(machine).roll_m) == ("length", 65)

    machine.send(Continue())
    assert machine.does == e.Do(machine.state.request, "load_roll", "teresa", amount=65)
    machine.ends("roll_loaded")
    machine.send(Continue())
    assert machine.does is not None
    assert machine.does.act == "test_page"
    machine.ends("cutter_jam", "bad")
    assert (paper(machine).step, paper(machine).told) == ("test", "cutter_jam")
    machine.send(Continue()).ends("printed")
    assert paper(machine).step == "done"
    assert paper(machine.send(Continue())).step == "idle"


def test_a_roll_has_a_length_that_a_roll_can_have() -> None:
    machine = Inside(Maintenance(Setup("Cámara", roll_m=10))).opened().at("paper")
    machine.send(e.Act("change_paper"), Continue())
    machine.finds(Fact("printer", word="ready"))
    for _ in range(5):
        machine.send(e.RollLength(-1))

    assert (paper(machine).roll_m, paper(machine).can_less) == (5, False)


def test_an_old_look_or_the_end_of_an_old_act_changes_nothing() -> None:
    machine = Inside().opened()
    old = machine.state.look
    machine.send(e.GoTo("printer"))
    assert machine.body.loading

    machine.send(e.Looked(old, Found((Fact("version", value="1"),))))
    machine.send(e.Acted(99, Told("test_page", "printed")))

    assert machine.body.loading
    assert machine.body.told == ""


def test_a_look_is_repeated_but_never_twice_at_a_time() -> None:
    machine = Inside().opened()

    assert machine.wait(3).effects == ()  # the first one has not come back
    machine.finds(Fact("version", value="1"))
    machine.wait(3)
    assert machine.effects == (e.Look(machine.state.look, "overview", 1),)


def test_a_report_can_be_printed_and_saved_once_it_is_made() -> None:
    machine = Inside().opened().at("readiness")
    assert machine.send(e.Act("print_report")).does is None
    machine.send(e.Act("check_all"))
    report = Report("ready", "hoy", (Check("printer", "good"),))

    machine.send(e.Acted(machine.state.request, Told("check_all", "ready"), report))

    body = machine.body
    assert isinstance(body, ReadinessBody)
    assert (body.verdict, body.checks) == ("ready", report.checks)
    assert machine.send(e.Act("save_report")).does is not None


def test_pages_that_are_not_there_are_not_turned_to() -> None:
    machine = Inside().opened().send(e.GoTo("journal"))
    machine.send(e.Looked(machine.state.look, Found(page=1, pages=2)))

    assert machine.send(e.TurnPage(-1)).effects == ()
    machine.send(e.TurnPage(1))
    assert machine.effects == (e.Look(machine.state.look, "journal", 2),)


def test_maintenance_understands_its_own_screens_and_nothing_that_moves_money() -> None:
    assert read_intent(e.INTENTS, "roll_length", {"delta": -1}) == e.RollLength(-1)
    for name in ("pay", "buy", "money_back", "print_now", "start", "choose"):
        assert name not in e.INTENTS


def paper(machine: Inside) -> PaperBody:
    body = machine.body
    assert isinstance(body, PaperBody)
    return body


def test_the_language_is_changed_everywhere_and_forgotten_when_somebody_leaves() -> None:
    machine = Inside().send(e.Knock(), SetLanguage("en"))
    assert view(machine.state).language == "en"
    machine.send(LetIn(machine.state.entry.request, TERESA))
    assert view(machine.state).language == "en"
    machine.send(SetLanguage("es"))
    assert list(machine.effects) == [e.Look(machine.state.look, "overview", 1, "", "es")]
    machine.send(SetLanguage("fr"))
    assert (view(machine.state).language, machine.effects) == ("es", ())
    machine.send(SetLanguage("en"), Finish())
    assert view(machine.send(e.Knock()).state).language == "es"
