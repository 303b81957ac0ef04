"""The printer's section: pages of what it is, its bytes, its line; cut, feed, speed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from kiosk.ports import PrinterFault, PrintOutcome, PrintProgress, Roll
from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.do_printer import FEED_MM
from kiosk.staff.maintenance.do_speed import measure
from kiosk.staff.maintenance.look_line import WIRE_ROWS
from kiosk.staff.maintenance.parts import PrinterModel
from kiosk.staff.maintenance.runner import Runner
from kiosk.staff.maintenance.workshop import StatusByte, TraceLine
from kiosk.store.roll import read_roll
from tests.support.kiosk import START, FakePrinter, make_certificate
from tests.unit.kiosk.staff.conftest import Machine
from tests.unit.kiosk.staff.test_rehearsal import open_runner
from tests.unit.kiosk.staff.test_upkeep_runner import TERESA, do

_COVER = PrinterFault.COVER_OPEN
LINE_B_S, HEAD_MM_S = 3_840.0, 250


@dataclass
class Workshop:
    """A printer from inside, as a driver has it."""

    knows: frozenset[str] = frozenset({"head_hot", "cover_open"})
    bytes: tuple[StatusByte, ...] = ()
    lines: tuple[TraceLine, ...] = ()
    reason: str = ""
    done: list[object] = field(default_factory=list)

    def status_bytes(self) -> tuple[StatusByte, ...]:
        return self.bytes

    def trace(self) -> tuple[TraceLine, ...]:
        return self.lines

    def cut(self) -> str:
        self.done.append("cut")
        return self.reason

    def feed(self, length_mm: int) -> str:
        self.done.append(length_mm)
        return self.reason

    def busy_wire(self) -> bool | None:
        return None

    def check_flow(self) -> str:
        return self.reason


MODEL = PrinterModel(
    "Ejemplo 80",
    "38400 8N1",
    "process_id",
    lambda: make_certificate("t"),
    LINE_B_S,
    HEAD_MM_S,
)


def with_workshop(machine: Machine, workshop: Workshop | None) -> Runner:
    machine.parts = replace(machine.parts, model=lambda: replace(MODEL, workshop=workshop))
    return open_runner(machine)


def look(runner: Runner, page: int = 1) -> Found:
    told: list[e.Event] = []
    runner(e.Look(1, "printer", page), told.append)
    [looked] = told
    assert isinstance(looked, e.Looked)
    return looked.found


def facts(found: Found) -> dict[str, Fact]:
    return {fact.code: fact for fact in found.facts}


def test_what_a_model_cannot_tell_is_said_to_be_so(machine: Machine) -> None:
    runner = with_workshop(machine, Workshop(knows=frozenset()))
    assert facts(look(runner, 2))["printed"].value == "5 m"
    machine.kiosk.printer.has_counters = False

    told = facts(look(runner)) | facts(look(runner, 2))

    assert [told[code].word for code in ("ticket", "cuts", "printed", "retracts", "head")] == [
        "cannot_tell"
    ] * 5
    assert told["proof"].word == "process_id"


def test_counters_that_do_not_answer_are_no_zero(machine: Machine) -> None:
    machine.kiosk.printer.counters_readable = False

    told = facts(look(with_workshop(machine, None), 2))

    assert told["counters"].word == "no_answer"
    assert "cuts" not in told


@pytest.mark.parametrize(
    ("codes", "word", "tone"),
    [(("head_hot",), "head_too_hot", "bad"), (("cover_open",), "head_fine", "good")],
)
def test_a_head_is_hot_or_not_where_the_model_tells(
    machine: Machine, codes: tuple[str, ...], word: str, tone: str
) -> None:
    workshop = Workshop(bytes=(StatusByte("eot3", 0x52, codes),))

    head = facts(look(with_workshop(machine, workshop), 2))["head"]

    assert (head.word, head.tone) == (word, tone)


def test_a_head_of_which_nothing_was_heard_is_not_called_cool(machine: Machine) -> None:
    head = facts(look(with_workshop(machine, Workshop()), 2))["head"]

    assert (head.word, head.tone) == ("cannot_tell", "info")


def test_status_bytes_stand_beside_what_they_mean(machine: Machine) -> None:
    workshop = Workshop(
        bytes=(
            StatusByte("eot2", 0x16, ("cover_open",)),
            StatusByte("eot4", 0x1E, ("near_end",)),
            StatusByte("full1", 0x00, ()),
            StatusByte("star7", 0x0C, ("near_end", "unknown")),
        )
    )

    found = look(with_workshop(machine, workshop), 3)

    assert [(row.name, row.hex, row.bits, row.words, row.tone) for row in found.status] == [
        ("DLE EOT 2", "16", "0001 0110", ("cover_open",), "bad"),
        ("DLE EOT 4", "1E", "0001 1110", ("near_end",), "care"),
        ("FULL STATUS 1", "00", "0000 0000", (), "good"),
        ("STAR ASB 7", "0C", "0000 1100", ("near_end", "unknown"), "bad"),
    ]


def test_the_trace_is_turned_page_by_page_and_ends(machine: Machine) -> None:
    lines = tuple(
        TraceLine(START + timedelta(milliseconds=n), n % 2 == 0, 300, (("text", n + 1),), b"")
        for n in range(WIRE_ROWS + 1)
    )
    runner = with_workshop(machine, Workshop(lines=lines))

    first, second = look(runner, 4), look(runner, 99)

    assert (first.pages, second.page) == (5, 5)
    assert [row.counts for row in (*first.wire, *second.wire)] == [
        (n + 1,) for n in range(WIRE_ROWS + 1)
    ]
    assert (first.wire[0].when, first.wire[0].hex, first.wire[0].size) == ("10:00:00.000", "", 300)


def test_long_bytes_are_cut_and_said_to_be(machine: Machine) -> None:
    line = TraceLine(START, False, 14, (("ident_text", 1),), bytes(range(0x41, 0x4F)))

    [row] = look(with_workshop(machine, Workshop(lines=(line,))), 4).wire

    assert row.hex == "41 42 43 44 45 46 47 48 49 4A 4B 4C …"


@pytest.mark.parametrize(
    ("act", "asked", "told"), [("feed", FEED_MM, "fed"), ("cut", "cut", "was_cut")]
)
def test_paper_that_moves_is_counted_and_its_outcome_noted(
    machine: Machine, act: str, asked: object, told: str
) -> None:
    workshop = Workshop()
    before = machine.kiosk.real.read(read_roll).total_mm

    assert do(with_workshop(machine, workshop), act).told.code == told

    assert workshop.done == [asked]
    assert machine.kiosk.real.read(read_roll).total_mm == before + FEED_MM


@pytest.mark.parametrize("act", ["feed", "cut"])
def test_what_did_not_move_says_why(machine: Machine, act: str) -> None:
    told = do(with_workshop(machine, Workshop(reason="cover_open")), act).told
    assert (told.code, told.tone) == ("cover_open", "bad")
    assert do(with_workshop(machine, None), act).told.code == "no_workshop"


# -- speed

EVEN = [(0.0, 0.0), (1.0, 0.2), (2.0, 0.4), (3.0, 0.6), (4.0, 0.8), (9.0, 1.0)]
"""A fifth of the paper a second; the last part has the cut in it."""


@pytest.mark.parametrize(
    ("length_mm", "size_bytes", "mm_s", "bytes_s", "share", "line_limits"),
    [
        (1_000, 2_000, 200.0, 400.0, 0.8, False),  # 200 of 250 mm/s
        (1_000, 19_200, 200.0, 3_840.0, 1.0, True),  # the line is full
        (1_000, 16_000, 200.0, 3_200.0, 3_200 / 3_840, True),
    ],
)
def test_speed_is_measured_against_what_is_slower(
    length_mm: int,
    size_bytes: int,
    mm_s: float,
    bytes_s: float,
    share: float,
    line_limits: bool,
) -> None:
    found = measure(EVEN, length_mm, size_bytes, MODEL)

    assert found is not None
    assert found.mm_s == pytest.approx(mm_s)
    assert found.bytes_s == pytest.approx(bytes_s)
    assert found.share == pytest.approx(share)
    assert found.line_limits is line_limits


@pytest.mark.parametrize(
    "marks", [[], [(1.0, 0.5), (2.0, 1.0)], [(1.0, 0.2), (1.0, 0.4)], [(1.0, 0.2), (2.0, 0.2)]]
)
def test_a_strip_of_which_too_little_is_known_has_no_speed(
    marks: list[tuple[float, float]],
) -> None:
    assert measure(marks, 1_000, 2_000, MODEL) is None


class PacedPrinter(FakePrinter):
    """Prints by a watch; ``waits``: it stands still for a hand meanwhile."""

    steps: tuple[tuple[float, float], ...] = ()
    waits = False

    def print(
        self, roll: Roll, fence_id: int, on_progress: Callable[[PrintProgress], None]
    ) -> PrintOutcome:
        outcome = super().print(roll, fence_id, lambda _progress: None)
        assert self.clock is not None
        for took_s, fraction in self.steps:
            self.clock.advance(took_s)
            on_progress(PrintProgress(fraction, _COVER if self.waits else None))
        return outcome


def measured(machine: Machine, slower: float = 1.0, *, waits: bool = False) -> tuple[str, str]:
    printer = PacedPrinter(machine.kiosk.printer.crasher)
    printer.clock = machine.kiosk.clock
    printer.waits = waits
    # 300 mm at 250 mm/s: a fifth of that time for each part; the line could do 288 mm/s.
    printer.steps = tuple((slower * 300 / 250 / 5, n / 5) for n in range(1, 6))
    machine.parts = replace(machine.parts, printer=printer)
    told = do(with_workshop(machine, None), "speed_test").told
    return told.code, told.value


def test_a_printer_as_fast_as_its_head_is_good_and_a_slow_one_is_told(machine: Machine) -> None:
    assert measured(machine) == ("speed_good", "100 %")
    assert measured(machine, 1.4) == ("speed_good", "71 %")
    assert measured(machine, 2) == ("speed_slow", "50 %")


def test_a_printer_that_waited_for_a_hand_has_no_speed(machine: Machine) -> None:
    assert measured(machine, waits=True)[0] == "speed_unmeasured"


def test_what_was_measured_stands_in_the_section_until_the_next_person(machine: Machine) -> None:
    printer = PacedPrinter(machine.kiosk.printer.crasher)
    printer.clock = machine.kiosk.clock
    printer.steps = tuple((0.25, n / 5) for n in range(1, 6))
    machine.parts = replace(machine.parts, printer=printer)
    runner = with_workshop(machine, None)

    do(runner, "speed_test")

    shown = facts(look(runner))
    assert shown["speed_head"].value == "240 / 250 mm/s"
    assert shown["speed_line"].value == "3.200 / 3.840 B/s"
    runner(e.NoteEntry(TERESA), lambda _event: None)
    assert "speed_head" not in facts(look(runner))
