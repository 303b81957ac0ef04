"""The logo's section: looked at, counted on disk before it is written, believed by proof."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from drivers.printer.logo import fit
from drivers.printer.profile import load_profile
from kiosk.staff.maintenance.bench import Bench
from kiosk.staff.maintenance.do_logo import DEEDS
from kiosk.staff.maintenance.events import Do, Look
from kiosk.staff.maintenance.logo_book import FILE_NAME, LogoBook
from kiosk.staff.maintenance.logo_port import FittedLogo, LogoStored
from kiosk.staff.maintenance.look_logo import logo
from kiosk.staff.maintenance.state import Told
from kiosk.station.removable import Medium
from tests.support.logos import huge_head, logo_file
from tests.unit.kiosk.staff.conftest import Machine

HEAD = load_profile("epson-tm-t20iii").head


@dataclass
class Shelf:
    """A memory that takes what it is told to take."""

    reason: str = ""
    writes_a_day: int = 2
    stored: list[str] = field(default_factory=list)
    seen: Callable[[], object] = lambda: None

    def fit(self, png: bytes) -> FittedLogo:
        return fit(png, HEAD)

    def store(self, logo: FittedLogo) -> LogoStored:
        self.seen()
        self.stored.append(logo.digest)
        return LogoStored(self.reason, 0 if self.reason else 5_000)

    def print_stored(self) -> str:
        return self.reason


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "b.PNG").write_bytes(logo_file())
    (folder / "a.png").write_bytes(huge_head())
    (folder / "notes.txt").write_text("x")
    (folder / "link.png").symlink_to(folder / "b.PNG")
    (folder / "folder.png").mkdir()
    return folder


def bench_of(machine: Machine, shelf: Shelf | None, stick: Path | None = None) -> Bench:
    if stick is not None:
        machine.sticks = (Medium(stick, 10**9),)
    model = replace(machine.parts.model(), logo=shelf)
    return Bench(replace(machine.parts, model=lambda: model), "es")


def do(bench: Bench, act: str, amount: int = 0) -> Told:
    return DEEDS[act](bench, Do(1, act, "teresa", amount=amount))


def look(bench: Bench) -> Any:
    return logo(bench, Look(1, "logo", 1))


def facts(bench: Bench) -> dict[str, str]:
    return {fact.code: fact.value or fact.word for fact in look(bench).facts}


def test_the_chambers_own_and_plain_files_of_a_stick_are_offered(
    machine: Machine, stick: Path
) -> None:
    rows = look(bench_of(machine, Shelf(), stick)).rows
    assert [(row.code, row.name, row.ref) for row in rows] == [
        ("logo_own", "camara-de-comercio", 1),
        ("logo_file", "a.png", 2),
        ("logo_file", "b.PNG", 3),
    ]
    none = look(bench_of(machine, None, stick))
    assert [fact.word for fact in none.facts] == ["no_memory"]
    assert none.rows == ()


def test_a_file_is_judged_and_shown_before_anything_is_sent(machine: Machine, stick: Path) -> None:
    shelf = Shelf()
    bench = bench_of(machine, shelf, stick)
    told = do(bench, "show_logo", 2)
    assert (told.code, told.value, told.tone) == ("logo_pixels", "20000 x 20000", "bad")
    assert look(bench).preview == ""
    assert do(bench, "upload_logo").code == "logo_gone"
    assert do(bench, "show_logo", 9).code == "logo_gone"
    assert do(bench, "show_logo", 3).code == "logo_shown"
    assert base64.urlsafe_b64decode(look(bench).preview).startswith(b"\x89PNG")
    assert facts(bench)["logo_size"] == "304 × 150 · 38 × 19 mm"
    (stick / "b.PNG").unlink()
    assert do(bench, "show_logo", 3).code == "logo_gone"
    assert look(bench).preview == ""  # what is gone is not shown as if it were chosen
    assert shelf.stored == []


def test_it_is_believed_by_the_printers_answer_and_known_after_a_restart(machine: Machine) -> None:
    shelf = Shelf()
    bench = bench_of(machine, shelf)
    assert facts(bench)["logo_kept"] == "nobody_knows"
    do(bench, "show_logo", 1)
    assert do(bench, "upload_logo").code == "logo_stored"
    again = bench_of(machine, shelf)
    kept = LogoBook(machine.parts.settings.state_dir).kept()
    assert kept is not None
    assert (kept.name, kept.free_bytes) == ("camara-de-comercio", 5_000)
    assert facts(again)["logo_kept"].endswith(kept.digest[:8])
    assert do(again, "upload_logo").code == "logo_gone"  # nothing goes up twice by a second touch
    assert facts(again)["logo_left"] == "1 / 2"
    assert do(again, "print_logo").code == "logo_printed"


def test_a_writing_is_on_disk_before_the_printer_hears_of_it(machine: Machine) -> None:
    book, seen = LogoBook(machine.parts.settings.state_dir), []
    shelf = Shelf(reason="logo_line_lost")
    shelf.seen = lambda: seen.append((book.written(machine.parts.clock.now()), book.kept()))
    bench = bench_of(machine, shelf)
    do(bench, "show_logo", 1)
    told = do(bench, "upload_logo")
    assert (told.code, told.tone) == ("logo_line_lost", "bad")
    # From the first byte on nobody knows what is stored, and it wore the memory all the same.
    assert seen == [(1, None)]
    assert book.kept() is None


def test_the_limit_of_a_day_holds_across_restarts_and_ends_after_it(machine: Machine) -> None:
    shelf = Shelf()
    for _ in range(2):
        bench = bench_of(machine, shelf)
        do(bench, "show_logo", 1)
        assert do(bench, "upload_logo").code == "logo_stored"
    bench = bench_of(machine, shelf)
    do(bench, "show_logo", 1)
    assert do(bench, "upload_logo").code == "logo_writes_used"
    assert len(shelf.stored) == 2
    book, now = LogoBook(machine.parts.settings.state_dir), machine.parts.clock.now()
    assert book.written(now - timedelta(days=3)) == 2  # a clock that was set back frees nothing
    assert book.written(now + timedelta(days=1)) == 0


@pytest.mark.parametrize("content", ["", "[]", '{"writes": 3, "logo": null}', '{"writes": ["x"]}'])
def test_notes_that_cannot_be_read_stop_the_writing(machine: Machine, content: str) -> None:
    (machine.parts.settings.state_dir / FILE_NAME).write_text(content)
    shelf = Shelf()
    bench = bench_of(machine, shelf)
    do(bench, "show_logo", 1)
    assert do(bench, "upload_logo").code == "logo_disk"
    assert shelf.stored == []
    assert facts(bench)["logo_kept"] == "logo_unreadable"


def test_a_disk_that_fails_stops_the_writing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf()
    bench = bench_of(machine, shelf)
    do(bench, "show_logo", 1)

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.fsync", full)
    assert do(bench, "upload_logo").code == "logo_disk"
    assert shelf.stored == []


def test_the_next_person_finds_nothing_chosen(machine: Machine) -> None:
    bench = bench_of(machine, Shelf())
    do(bench, "show_logo", 1)
    bench.tidy()
    assert look(bench).preview == ""
    assert do(bench, "upload_logo").code == "logo_gone"


def test_a_model_without_such_a_memory_refuses_everything(machine: Machine) -> None:
    bench = bench_of(machine, None)
    assert {do(bench, act, 1).code for act in DEEDS} == {"logo_cannot"}
