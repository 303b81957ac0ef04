"""The serial lines and the barcode reader, as maintenance looks at them and tries them."""

from dataclasses import dataclass, field, replace
from typing import get_args

import pytest

from kiosk.settings import ScannerSettings
from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.look_serial import LINE_ROWS
from kiosk.staff.maintenance.reading import Frame, SymbolKind
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.scanner import TRIAL_S
from kiosk.staff.maintenance.workshop import LineAnswer
from tests.support.kiosk import START
from tests.unit.kiosk.staff.conftest import Machine
from tests.unit.kiosk.staff.test_printer_section import MODEL, Workshop
from tests.unit.kiosk.staff.test_rehearsal import open_runner
from tests.unit.kiosk.staff.test_upkeep_runner import TERESA, do

READER = "/dev/serial/by-id/lector"
NAMED = LineAnswer("/dev/printer", "named", "38400 8N1", "epson-tm-t20iii", "TM-T20III")


@dataclass
class Lines:
    """The lines of a machine, and what is heard on them."""

    answers: dict[str, LineAnswer] = field(default_factory=lambda: {"/dev/printer": NAMED})
    more: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    def devices(self) -> tuple[str, ...]:
        return ("/dev/printer", *self.more)

    def is_the_printers(self, device: str) -> bool:
        return device == "/dev/printer"

    def ask(self, device: str) -> LineAnswer:
        self.asked.append(device)
        return self.answers.get(device, LineAnswer(device, "silent"))


@dataclass
class TriedWorkshop(Workshop):
    """A printer whose line is tried."""

    wire: bool | None = None
    flow: str = "flow_holds"

    def busy_wire(self) -> bool | None:
        return self.wire

    def check_flow(self) -> str:
        return self.flow


def with_lines(
    machine: Machine, lines: Lines | None, workshop: TriedWorkshop | None = None
) -> Runner:
    model = replace(MODEL, lines=lines, workshop=workshop)
    settings = machine.parts.settings.model_copy(update={"scanner": ScannerSettings(device=READER)})
    machine.parts = replace(machine.parts, model=lambda: model, settings=settings)
    return open_runner(machine)


def look(runner: Runner, section: str, page: int = 1) -> Found:
    told: list[e.Event] = []
    runner(e.Look(1, section, page), told.append)
    [looked] = told
    assert isinstance(looked, e.Looked)
    return looked.found


def facts(found: Found) -> dict[str, Fact]:
    return {fact.code: fact for fact in found.facts}


def test_a_search_asks_every_line_but_the_readers_and_shows_each_answer(machine: Machine) -> None:
    noise = LineAnswer("/dev/ttyS0", "noise", "9600 8N1")
    lines = Lines(
        {"/dev/printer": NAMED, "/dev/ttyS0": noise}, ("/dev/ttyS0", READER, "/dev/ttyS1")
    )
    runner = with_lines(machine, lines)
    assert {row.word for row in look(runner, "serial").rows} == {"line_not_asked", "line_listened"}

    told = do(runner, "search_lines").told

    assert (told.code, told.value) == ("lines_found", "1")
    assert lines.asked == ["/dev/printer", "/dev/ttyS0", "/dev/ttyS1"]
    shown = [(row.code, row.amount, row.word, row.tone) for row in look(runner, "serial").rows]
    assert shown == [
        ("line_printer", "38400 8N1 · TM-T20III · epson-tm-t20iii", "line_named", "good"),
        ("line_other", "9600 8N1", "line_noise", "bad"),
        ("line_scanner", "", "line_listened", "info"),
        ("line_other", "", "line_silent", "info"),
    ]
    runner(e.NoteEntry(TERESA), lambda _event: None)
    assert look(runner, "serial").rows[0].word == "line_not_asked"


def test_what_is_only_noise_is_no_printer(machine: Machine) -> None:
    lines = Lines({"/dev/printer": LineAnswer("/dev/printer", "noise", "9600 8N1")})

    told = do(with_lines(machine, lines), "search_lines").told

    assert (told.code, told.tone) == ("lines_silent", "bad")


def test_many_lines_are_turned_through(machine: Machine) -> None:
    lines = Lines(more=tuple(f"/dev/ttyS{n}" for n in range(LINE_ROWS)))
    runner = with_lines(machine, lines)

    first, second = look(runner, "serial"), look(runner, "serial", 2)

    assert (len(first.rows), len(second.rows), second.pages) == (LINE_ROWS, 1, 2)


@pytest.mark.parametrize(
    ("wire", "word", "tone"),
    [(True, "wire_go", "good"), (False, "wire_stop", "care"), (None, "wire_unreadable", "info")],
)
def test_the_busy_wire_is_shown_as_it_is_now(
    machine: Machine, wire: bool | None, word: str, tone: str
) -> None:
    runner = with_lines(machine, Lines(), TriedWorkshop(wire=wire))

    fact = facts(look(runner, "serial"))["busy_wire"]

    assert (fact.word, fact.tone) == (word, tone)


@pytest.mark.parametrize(("told", "tone"), [("flow_holds", "good"), ("flow_never_holds", "bad")])
def test_a_trial_of_flow_control_stays_on_the_screen(
    machine: Machine, told: str, tone: str
) -> None:
    runner = with_lines(machine, Lines(), TriedWorkshop(flow=told))

    ended = do(runner, "check_flow").told

    assert (ended.code, ended.tone) == (told, tone)
    assert facts(look(runner, "serial"))["flow"] == Fact("flow", tone, told)


def test_a_trial_that_could_not_be_made_says_why_and_claims_nothing(machine: Machine) -> None:
    runner = with_lines(machine, Lines(), TriedWorkshop(flow="open_cover_first"))

    assert do(runner, "check_flow").told.code == "open_cover_first"
    assert "flow" not in facts(look(runner, "serial"))


@pytest.mark.parametrize("act", ["search_lines", "check_flow"])
def test_a_machine_without_a_printer_of_its_own_has_nothing_to_try(
    machine: Machine, act: str
) -> None:
    assert do(with_lines(machine, None), act).told.code == "no_workshop"


# -- the reader


@dataclass
class Reader:
    """A barcode reader."""

    is_connected: bool = True
    last_frame: Frame | None = None
    next_frame: Frame | None = None
    waited_s: float = 0.0

    def await_frame(self, timeout_s: float) -> Frame | None:
        self.waited_s = timeout_s
        return self.next_frame


def with_reader(machine: Machine, reader: Reader | None) -> Runner:
    machine.parts = replace(machine.parts, reader=lambda: reader)
    return with_lines(machine, None)


@pytest.mark.parametrize(
    ("reader", "word", "tone"),
    [
        (None, "reader_none", "info"),
        (Reader(is_connected=False), "reader_gone", "bad"),
        (Reader(), "reader_there", "good"),
    ],
)
def test_a_reader_is_there_or_not(
    machine: Machine, reader: Reader | None, word: str, tone: str
) -> None:
    told = facts(look(with_reader(machine, reader), "scanner"))

    assert (told["scanner"].word, told["scanner"].tone) == (word, tone)
    assert told["scanner_device"].value == READER
    assert told["last_frame"].word == "nothing_read"


def test_of_what_was_read_stands_the_kind_the_length_and_the_time(machine: Machine) -> None:
    reader = Reader(last_frame=Frame(START, "document", 531))

    fact = facts(look(with_reader(machine, reader), "scanner"))["last_frame"]

    assert (fact.word, fact.value) == ("frame_document", "531 B · 10:00:00.000")


@pytest.mark.parametrize("kind", get_args(SymbolKind))
def test_a_trial_waits_for_the_next_thing_read(machine: Machine, kind: SymbolKind) -> None:
    reader = Reader(next_frame=Frame(START, kind, 42))

    told = do(with_reader(machine, reader), "test_scan").told

    tone = "care" if kind == "unknown" else "good"
    assert (told.code, told.value, told.tone) == (f"read_{kind}", "42", tone)
    assert reader.waited_s == TRIAL_S


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        (Reader(), "nothing_read"),
        (Reader(is_connected=False), "reader_gone"),
        (None, "reader_gone"),
    ],
)
def test_a_trial_that_read_nothing_says_so(
    machine: Machine, reader: Reader | None, told: str
) -> None:
    assert do(with_reader(machine, reader), "test_scan").told.code == told
