"""What a Star printer's job has of its own: its counter of markers, its tickets, its lost bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import zxingcpp

from drivers.virtual import Strip
from kiosk.documents.model import QrCode
from kiosk.ports import NotPrinted, Printed, PrintUnknown
from tests.support.documents import random_document, sample_certificates
from tests.support.paper import difference
from tests.support.printer import (
    CALM_JOB,
    CALM_LINK,
    STAR,
    Bench,
    make_document,
    printer_bench,
)

DOCUMENTS = [*(random_document(Random(number)) for number in range(6)), *sample_certificates()][:7]


@contextmanager
def calm_bench(folder: Path, speed: float | None = None) -> Iterator[Bench]:
    """No short limits: where nothing must time out, a busy machine is no fault of the printer."""
    with printer_bench(
        folder, STAR, speed=speed, job_limits=CALM_JOB, link_limits=CALM_LINK
    ) as bench:
        yield bench


def print_copy(bench: Bench, paragraphs: int = 5) -> object:
    roll = bench.driver.lay_out(make_document(paragraphs))
    return bench.driver.print(roll, 1, lambda _p: None)


def test_the_paper_says_what_the_document_says(tmp_path: Path) -> None:
    with calm_bench(tmp_path) as bench:
        for document in DOCUMENTS:
            roll = bench.driver.lay_out(document)
            assert isinstance(bench.driver.print(roll, 1, lambda _p: None), Printed)
            strip = bench.virtual.strips[-1]
            replacements = bench.driver.profile.code_page.replacements
            assert difference(document, strip.text, replacements) == ""
            assert strip.length_mm == pytest.approx(roll.length_mm, rel=0.02)
            wanted = [block.data for block in document.blocks if isinstance(block, QrCode)]
            assert sorted(c.text for c in zxingcpp.read_barcodes(strip.image)) == sorted(wanted)
        assert bench.virtual.unknown_commands == []


def test_every_job_levels_the_counter_first(tmp_path: Path) -> None:
    with calm_bench(tmp_path) as bench:
        for _ in range(5):  # each leaves the counter somewhere else
            assert isinstance(print_copy(bench, 1), Printed)
            assert bench.driver.preflight(100) is None
        assert len(bench.virtual.strips) == 5


def test_a_counter_that_does_not_move_starts_no_job(tmp_path: Path) -> None:
    with calm_bench(tmp_path) as bench:
        assert isinstance(print_copy(bench), Printed)
        bench.virtual.open_cover()  # the order waits in the queue
        bench.driver.job_limits = replace(bench.driver.job_limits, stall_s=0.2)
        outcome = print_copy(bench)
        assert isinstance(outcome, NotPrinted)
        assert len(bench.virtual.strips) == 1


def test_a_ticket_taken_at_once_is_proved_by_the_count_of_tickets(tmp_path: Path) -> None:
    with calm_bench(tmp_path) as bench:

        def quick_hand(_strip: Strip) -> None:
            bench.virtual.take_ticket()

        bench.virtual.on_paper = quick_hand
        for _ in range(2):  # the second finds "taken" standing there from the first
            assert isinstance(print_copy(bench), Printed)
        assert [strip.fate for strip in bench.virtual.strips] == ["taken", "taken"]


def test_bytes_that_the_printer_lost_leave_the_outcome_unknown(tmp_path: Path) -> None:
    overflow = bytes.fromhex("23 06 00 00 40 00 00 02 00")  # told once, then forgotten
    with calm_bench(tmp_path, 50.0) as bench:
        bench.driver.preflight(300)
        bench.virtual.after_bytes(300, lambda: bench.virtual.inject(overflow))
        outcome = print_copy(bench)
        assert isinstance(outcome, PrintUnknown)
        assert "lost bytes" in outcome.evidence


def test_a_forgotten_ticket_is_pulled_back_before_the_next_copy(tmp_path: Path) -> None:
    with calm_bench(tmp_path) as bench:
        assert isinstance(print_copy(bench), Printed)
        assert bench.driver.state().ticket_present
        assert bench.driver.preflight(100) is None
        assert [strip.fate for strip in bench.virtual.strips] == ["retracted"]


def test_a_brown_out_behind_the_last_part_is_seen_by_the_counter(tmp_path: Path) -> None:
    with printer_bench(tmp_path, STAR) as bench:
        bench.virtual.after_mm(220, bench.virtual.brown_out)
        outcome = print_copy(bench, 8)
        assert isinstance(outcome, PrintUnknown)
        assert "reset" in outcome.evidence
