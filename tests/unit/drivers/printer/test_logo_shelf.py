"""A logo in the printer's memory: stored with proof, once, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.printer.logo import Logo, fit
from drivers.printer.logo_shelf import WRITES, LogoShelf
from drivers.printer.profile import load_profile, parse_profile
from drivers.virtual.models import MODELS
from kiosk.ports import Printed
from tests.support.logos import logo_file
from tests.support.printer import (
    CUSTOM,
    EPSON,
    STAR,
    Bench,
    RealClock,
    make_document,
    printer_bench,
)

KEY = b"CC"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with printer_bench(tmp_path) as made:
        yield made


def shelf(bench: Bench, write_s: float = 30.0) -> LogoShelf:
    return LogoShelf(bench.driver, RealClock(), 5, write_s)


def logo(bench: Bench, width: int = 300, height: int = 150) -> Logo:
    return fit(logo_file(width, height), bench.driver.profile.head)


def prints(bench: Bench) -> None:
    """A certificate as always, whole and proved."""
    driver = bench.driver
    roll = driver.lay_out(make_document())
    # A printer that was just switched on takes its time.
    assert any(driver.preflight(roll.length_mm) is None for _ in range(10))
    assert isinstance(driver.print(roll, 1, lambda _: None), Printed)


def test_it_is_stored_with_proof_and_printed_as_it_was_shown(bench: Bench) -> None:
    fitted, memory = logo(bench), bench.virtual.stored_pictures
    stored = shelf(bench).store(fitted)
    assert (stored.reason, memory.writes) == ("", WRITES)
    assert stored.free_bytes == memory.free_bytes
    kept = memory.pictures[KEY]
    assert kept.size == (fitted.width_dots, fitted.height_dots)
    inverted = bytes(0xFF ^ byte for row in fitted.picture.rows for byte in row)
    assert kept.tobytes() == inverted
    assert shelf(bench).print_stored() == ""
    strip = bench.virtual.strips[-1].image
    dots = strip.convert("L").point(lambda value: 255 if value < 128 else 0)
    box = dots.getbbox()
    assert box is not None
    drawn = kept.convert("L").point(lambda value: 255 - value)
    inside = drawn.getbbox()
    assert inside is not None
    assert dots.crop(box).tobytes() == drawn.crop(inside).tobytes()
    assert bench.virtual.unknown_commands == []


def test_it_survives_the_power_and_a_certificate_is_what_it_was(bench: Bench) -> None:
    prints(bench)
    text, picture = bench.virtual.strips[-1].text, bench.virtual.strips[-1].image
    assert shelf(bench).store(logo(bench)).reason == ""
    bench.virtual.power_cycle()
    assert KEY in bench.virtual.stored_pictures.pictures
    prints(bench)
    again = bench.virtual.strips[-1]
    assert again.text == text
    assert again.image.tobytes() == picture.tobytes()


def test_the_same_twice_is_proved_twice(bench: Bench) -> None:
    first, second = shelf(bench).store(logo(bench)), shelf(bench).store(logo(bench))
    assert (first.reason, second.reason) == ("", "")
    assert first.free_bytes == second.free_bytes


def test_a_memory_that_does_not_take_it_is_not_believed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = bench.virtual.stored_pictures
    monkeypatch.setattr(type(memory), "_define", lambda *_: None)
    assert shelf(bench).store(logo(bench)).reason == "logo_not_kept"
    memory.size_bytes = 100
    assert shelf(bench).store(logo(bench)).reason == "logo_no_room"
    monkeypatch.setattr(type(memory), "answer", lambda *_: b"")
    assert shelf(bench).store(logo(bench)).reason == "logo_no_answer"


@pytest.mark.parametrize("at", [60, 3_000])
def test_a_line_that_goes_away_in_the_middle_leaves_nothing_half(bench: Bench, at: int) -> None:
    bench.driver.refresh()
    bench.virtual.after_bytes(at, bench.virtual.unplug)
    assert shelf(bench).store(logo(bench)).reason == "logo_line_lost"
    assert bench.virtual.stored_pictures.pictures == {}
    bench.virtual.replug()
    prints(bench)  # what is left of half a picture swallows nothing of the next copy
    assert shelf(bench).store(logo(bench)).reason == ""


def test_a_power_cut_in_the_middle_is_no_proof(bench: Bench) -> None:
    bench.driver.refresh()
    assert shelf(bench, 0.2).store(logo(bench, 40, 40)).reason == ""
    bench.virtual.after_bytes(1_000, bench.virtual.power_cycle)
    assert shelf(bench, 0.2).store(logo(bench, 300, 150)).reason != ""
    prints(bench)


def test_another_printer_or_an_open_cover_is_not_written(bench: Bench) -> None:
    bench.virtual.call_itself("TM-T88V")
    assert shelf(bench).store(logo(bench)).reason == "unknown"
    bench.virtual.call_itself(None)
    bench.virtual.open_cover()
    assert shelf(bench).store(logo(bench)).reason == "cover_open"
    assert bench.virtual.stored_pictures.writes == 0


def test_only_models_with_such_a_memory_say_so() -> None:
    assert {name for name, model in MODELS.items() if model.nv_bytes} == {
        EPSON,
        "epson-tm-t88vi",
    }
    for name in MODELS:
        assert (load_profile(name).nv is not None) is (MODELS[name].nv_bytes > 0)
    text = Path("resources/printers/generic.toml").read_text("utf-8")
    nv = '[nv]\ncommands = { value = "gs_l", provenance = "assumed", source = "x" }\n'
    nv += 'writes_a_day = { value = 10, provenance = "assumed", source = "x" }\n'
    assert parse_profile("generic", text + nv).nv is None  # nothing would tell that it is done
    assert load_profile(CUSTOM).nv is load_profile(STAR).nv is None
