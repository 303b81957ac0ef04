"""The log in maintenance: sifted, taken onto a stick, sent to the chamber, in bounds."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.contract import device_logs as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.staff.maintenance import events as e
from kiosk.staff.maintenance.advance import advance
from kiosk.staff.maintenance.bench import Bench
from kiosk.staff.maintenance.do_logs import DEEDS
from kiosk.staff.maintenance.look_logs import LOG_ROWS, logs
from kiosk.staff.maintenance.sifting import LogsBody, SiftLog
from kiosk.staff.maintenance.state import Maintenance, Setup, Told
from kiosk.staff.maintenance.view import view
from kiosk.station.log_book import LogBook
from kiosk.station.log_export import Head, written
from kiosk.station.removable import Medium
from tests.unit.kiosk.staff.conftest import Machine
from tests.unit.kiosk.staff.test_site_settings import TERESA

INSIDE = Maintenance(Setup("Cámara"), stage="inside", member=TERESA, section="logs", page=3)


def write(machine: Machine, *levels: str) -> None:
    book = LogBook(machine.kiosk.state_dir)
    for number, level in enumerate(levels):
        at = f"2026-11-21T15:{number:02}:00.000+00:00"
        line = {"timestamp": at, "level": level, "event": "recovered", "voided": number}
        book.write(json.dumps(line))


@pytest.fixture
def bench(machine: Machine) -> Bench:
    return Bench(machine.parts, "es")


@pytest.fixture
def stick(machine: Machine, tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    machine.sticks = (Medium(folder, 10**9),)
    return folder


def do(bench: Bench, act: str) -> Told:
    return DEEDS[act](bench, e.Do(1, act, "teresa", "support"))


# -- the look -------------------------------------------------------------------------------------


def test_the_newest_line_comes_first_in_pages(machine: Machine) -> None:
    write(machine, *["info"] * (LOG_ROWS + 2))
    first, second = (logs(machine.parts, "es", page, "info") for page in (1, 2))
    assert [row.amount for row in second.rows] == ["voided 1", "voided 0"]
    when = first.rows[0].when.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert (when, first.pages) == ("21 de nov, 10:05 a. m.", 2)


@pytest.mark.parametrize(("least", "count"), [("", 4), ("info", 4), ("warning", 3), ("error", 2)])
def test_a_severity_brings_the_worse_ones_along(machine: Machine, least: str, count: int) -> None:
    write(machine, "info", "warning", "error", "critical")
    assert len(logs(machine.parts, "es", 1, least).rows) == count


def test_a_machine_that_wrote_nothing_shows_nothing(machine: Machine) -> None:
    found = logs(machine.parts, "es", 1, "info")
    assert (found.rows, found.pages) == ((), 1)


def test_the_stick_is_told_with_its_space_or_its_problem(machine: Machine, stick: Path) -> None:
    [fact] = logs(machine.parts, "es", 1, "info").facts
    assert (fact.tone, fact.word, fact.value) == ("good", "stick_ready", "stick · 953 MB")
    machine.sticks = (Medium(stick, 0, "read_only"),)
    assert logs(machine.parts, "es", 1, "info").facts[0].word == "read_only"
    machine.sticks = ()
    assert logs(machine.parts, "es", 1, "info").facts[0].word == "stick_none"


def test_another_severity_is_looked_at_from_its_first_page() -> None:
    state, effects = advance(INSIDE, SiftLog("error"), 1.0)
    assert effects == (e.Look(1, "logs", 1, "error"),)
    body = view(state).body
    assert isinstance(body, LogsBody)
    assert [level.code for level in body.levels if level.selected] == ["error"]


@pytest.mark.parametrize(("section", "least"), [("queue", "error"), ("logs", "everything")])
def test_nothing_else_is_sifted(section: str, least: str) -> None:
    _, effects = advance(replace(INSIDE, section=section), SiftLog(least), 1.0)
    assert effects == ()


# -- the deeds ------------------------------------------------------------------------------------


def test_the_log_is_whole_on_the_stick_with_its_machine(
    bench: Bench, machine: Machine, stick: Path
) -> None:
    write(machine, "info", "error")
    told = do(bench, "export_log")
    assert (told.code, told.tone) == ("exported", "good")
    [file] = stick.iterdir()
    assert file.name == told.value == "dispensador-K01-20261121-100000.jsonl"
    head, *lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert (head["point_of_sale"], head["by"], head["lines"]) == ("K01", "teresa", 2)
    assert [line["voided"] for line in lines] == [0, 1]


def test_without_a_stick_or_room_it_is_said(bench: Bench, machine: Machine, stick: Path) -> None:
    machine.sticks = (Medium(stick, 10),)
    assert (do(bench, "export_log").code, do(bench, "export_log").tone) == ("no_space", "bad")
    machine.sticks = (Medium(stick, 10**9, "read_only"),)
    assert do(bench, "export_log").code == "read_only"
    machine.sticks = ()
    assert do(bench, "export_log").code == "stick_none"
    assert list(stick.iterdir()) == []


def test_the_log_is_sent_to_the_chamber(bench: Bench, machine: Machine) -> None:
    write(machine, "error")
    machine.central.answer = m.LogKept(log_id="01900000-0000-7000-8000-00000000beef")
    told = do(bench, "send_log")
    assert (told.code, told.value) == ("log_sent", "00000000beef")
    [(path, message)] = machine.central.asked
    assert isinstance(message, m.SendLog)
    assert (path, message.by, message.version) == ("/v1/devices/log", "teresa", "1.2.3")
    assert len(message.lines.splitlines()) == 2


def test_a_chamber_that_does_not_take_it_is_said(bench: Bench, machine: Machine) -> None:
    assert do(bench, "send_log").code == "central-offline"
    machine.central.answer = Problem(status=403, code=ProblemCode.DEVICE_REVOKED)
    assert (do(bench, "send_log").code, do(bench, "send_log").tone) == ("device-revoked", "bad")


def test_only_the_newest_lines_are_sent_that_fit(machine: Machine) -> None:
    head = Head("K01", "d-1", "1.2.3", machine.kiosk.clock.now(), "teresa")
    lines = [{"event": "recovered", "voided": number} for number in range(9_000)]
    text = written(head, lines, m.LINES_MAX)
    first, *rest = [json.loads(line) for line in text.splitlines()]
    assert len(text) <= m.LINES_MAX
    assert first["lines"] == len(rest) > 1_000
    assert [line["voided"] for line in rest] == list(range(len(rest)))[::-1]
