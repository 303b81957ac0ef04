"""Faults from a file: each strikes where it should, once, and nonsense is refused whole."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from drivers.virtual import VirtualPrinter, script
from drivers.virtual.__main__ import main
from drivers.virtual.agenda import Stage
from drivers.virtual.faults import FaultBoard
from drivers.virtual.models import MODELS
from drivers.virtual.script import ScriptInvalid, parse_script, play, read_script
from kiosk.__main__ import cli
from kiosk.ports import Printed, PrinterFault, PrintProgress
from tests.support.printer import CALM_JOB, CALM_LINK, CUSTOM, EPSON, make_document, printer_bench

WAIT_S = 20.0
PATIENT = replace(CALM_JOB, hold_s=15.0)
SAMPLE = Path(__file__).parents[4] / "resources" / "sample" / "faults.toml"


class NotedBoard(FaultBoard):
    """Notes where each fault struck, and harms nothing."""

    def __init__(self, printer: VirtualPrinter) -> None:
        super().__init__(printer)
        self.struck: list[tuple[str, int, float, int]] = []

    def set(self, name: str, amount: float | None = None, lasts_s: float | None = None) -> None:
        del amount, lasts_s
        counts = self.printer.counters
        received = len(self.printer.bytes_received)
        self.struck.append((name, received, counts.printed_mm, counts.cuts))


def one(text: str) -> str:
    return f"[[fault]]\n{text}\n"


@pytest.mark.parametrize("speed", [None, 50.0])
def test_a_fault_strikes_at_its_byte(speed: float | None, tmp_path: Path) -> None:
    began: list[int] = []
    with printer_bench(tmp_path, speed=speed) as bench:
        board = NotedBoard(bench.virtual)

        def received() -> int:
            return len(bench.virtual.bytes_received)

        def note(stage: Stage, strip: int) -> None:
            if (stage, strip) == ("begins", 1):
                began.append(received())

        bench.virtual.watch(note)
        text = one('name = "brown_out"\nwhen = "begins"\nafter_bytes = 137')
        play(parse_script(text, MODELS[EPSON]), board)
        assert bench.driver.preflight(100) is None
        before = received()
        bench.driver.print(bench.driver.lay_out(make_document(1)), 1, lambda _p: None)
        ((name, at, _, cuts),) = board.struck
        assert (name, at - began[0], cuts) == ("brown_out", 137, 0)
        assert began[0] > before
        assert bench.virtual.bytes_received[began[0] - 1] >= 0x20, "no letter"


def test_a_fault_strikes_at_its_millimetre_of_its_strip(tmp_path: Path) -> None:
    with printer_bench(tmp_path, speed=None) as bench:
        board = NotedBoard(bench.virtual)
        text = one('name = "cover_open"\nwhen = "begins"\nstrip = 2\nafter_mm = 40')
        play(parse_script(text, MODELS[EPSON]), board)
        for number in (1, 2, 3):
            assert bench.driver.preflight(100) is None
            bench.driver.print(bench.driver.lay_out(make_document(1)), number, lambda _p: None)
        (_, _, at_mm, cuts) = board.struck[0]
        assert len(board.struck) == 1
        assert cuts == 1
        first_mm = bench.virtual.strips[0].length_mm
        assert first_mm + 40 <= at_mm <= first_mm + 50


def test_stages_and_seconds(tmp_path: Path) -> None:
    with printer_bench(tmp_path, CUSTOM, job_limits=CALM_JOB, link_limits=CALM_LINK) as bench:
        board = FaultBoard(bench.virtual)
        text = one('name = "ticket_taken"\nwhen = "presented"\nafter_s = 1.5')
        text += one('name = "paper_low"\namount = 500\nwhen = "taken"\nlasts_s = 60')
        text += one('name = "head_hot"\nwhen = "cut"\nstrip = 2')
        play(parse_script(text, MODELS[CUSTOM]), board)
        assert bench.driver.preflight(100) is None
        verdict = bench.driver.print(bench.driver.lay_out(make_document(1)), 1, lambda _p: None)
        assert isinstance(verdict, Printed)
        assert bench.virtual.wait_until(lambda p: p.strips[0].fate == "taken", WAIT_S)
        assert bench.virtual.wait_until(lambda _p: board.active == ("paper_low",), WAIT_S)


def test_a_holding_printer_goes_on_when_the_script_mends_it(tmp_path: Path) -> None:
    held: list[PrinterFault] = []

    def note(progress: PrintProgress) -> None:
        if progress.waiting_for is not None:
            held.append(progress.waiting_for)

    with printer_bench(tmp_path, job_limits=CALM_JOB, link_limits=CALM_LINK) as bench:
        text = one('name = "paper_out"\nwhen = "begins"\nafter_mm = 60\nlasts_s = 10')
        play(parse_script(text, MODELS[EPSON]), FaultBoard(bench.virtual))
        bench.driver.job_limits = PATIENT
        assert bench.driver.preflight(100) is None
        verdict = bench.driver.print(bench.driver.lay_out(make_document(3)), 1, lambda p: note(p))
        assert isinstance(verdict, Printed)
        assert set(held) == {PrinterFault.PAPER_OUT}
        assert bench.virtual.strips[0].complete


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "fault: Field required"),
        ("fault = []", "fault: List should have at least 1 item"),
        ("[[fault", "not TOML"),
        ("[[falta]]", "fault: Field required"),
        (one('nam = "silent"'), "fault 1 name: Field required"),
        (one('name = "silent"\nwhn = "cut"'), "fault 1 whn: Extra inputs are not permitted"),
        (one('name = "silence"'), "fault 1: no fault is called 'silence'; there are brown_out"),
        (one('name = "silent"\nwhen = "later"'), "fault 1 when: Input should be 'at_once'"),
        (one('name = "silent"\nlasts_s = "long"'), "fault 1 lasts_s: Input should be a valid nu"),
        (one('name = "silent"\nlasts_s = 0'), "fault 1 lasts_s: Input should be greater than 0"),
        (one('name = "silent"\nlasts_s = inf'), "fault 1 lasts_s: Input should be a finite num"),
        (one('name = "silent"\nwhen = "cut"\nstrip = true'), "fault 1 strip: Input should be a va"),
        (one('name = "silent"\nwhen = "cut"\nstrip = 0'), "fault 1 strip: Input should be greater"),
        (one('name = "silent"\nstrip = 2'), "fault 1: strip 2: say when of it"),
        (one('name = "silent"\nafter_mm = 4'), "fault 1: after_mm is counted from a strip's beg"),
        (
            one('name = "silent"\nwhen = "begins"\nafter_mm = 4\nafter_bytes = 4'),
            "fault 1: after_bytes and after_mm: one of them",
        ),
        (one('name = "paper_low"'), "fault 1: paper_low needs an amount in mm"),
        (one('name = "silent"\namount = 1'), "fault 1: silent takes no amount"),
        (one('name = "power_cut"\nlasts_s = 1'), "fault 1: power_cut is over at once"),
        (one('name = "silent"') + one('name = "ticket_taken"'), "fault 2: ticket_taken: this pri"),
        (one('name = "silent"\nwhen = "taken"'), "fault 1: taken: this printer has no presenter"),
    ],
)
def test_nonsense_is_refused_with_its_place(text: str, told: str) -> None:
    with pytest.raises(ScriptInvalid, match="^" + re.escape(told)):
        parse_script(text, MODELS[EPSON])


def test_a_file_is_named_in_the_refusal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "faults.toml"
    with pytest.raises(ScriptInvalid, match="No such file"):
        read_script(path, MODELS[EPSON])
    path.write_bytes(b"\xff")
    with pytest.raises(ScriptInvalid, match=r"faults\.toml: .*utf-8"):
        read_script(path, MODELS[EPSON])
    with pytest.raises(SystemExit):
        main(["--faults", str(path)])
    assert "faults.toml" in capsys.readouterr().err


def test_the_sample_and_the_example_in_the_text_can_be_played() -> None:
    assert len(read_script(SAMPLE, MODELS[EPSON])) == 3
    example = (script.__doc__ or "").split("::", 1)[1].split("A strip begins")[0]
    assert len(parse_script(example, MODELS[EPSON])) == 2


def test_the_demonstration_does_not_start_with_a_file_it_does_not_understand(
    tmp_path: Path,
) -> None:
    path = tmp_path / "faults.toml"
    path.write_text(one('name = "silence"'), "utf-8")
    result = CliRunner().invoke(cli, ["demo", "--headless", "--faults", str(path)])
    assert result.exit_code == 1
    assert "FLT-01" in result.output
    assert "no fault is called 'silence'" in result.output
    assert "Central" not in result.output
