"""What maintenance finds when it looks, on a real store: lights with reasons, nothing made up."""

import socket
import threading
from contextlib import closing

import pytest

from kiosk.contract.signing import fingerprint_of_key
from kiosk.ports import PrinterFault
from kiosk.settings import CentralSettings
from kiosk.staff.maintenance import look_machine, look_printer, look_records
from kiosk.staff.maintenance.bodies import Fact, Found
from kiosk.staff.maintenance.network import probe
from kiosk.store import queries
from tests.support.kiosk import make_order
from tests.unit.kiosk.staff.conftest import ROLL_M, Machine

DAY_S = 86_400.0


def facts(found: Found) -> dict[str, Fact]:
    return {fact.code: fact for fact in found.facts}


def tones(found: Found) -> dict[str, str]:
    return {fact.code: fact.tone for fact in found.facts}


def test_a_machine_that_works_has_every_light_green(machine: Machine) -> None:
    machine.parts.budget.load()
    machine.time.learn(machine.kiosk.clock.now(), machine.kiosk.clock.monotonic())
    machine.kiosk.clock.advance(3_720)

    found = look_machine.overview(machine.parts, "es")

    assert set(tones(found).values()) == {"good", "info"}
    told = facts(found)
    assert told["selling"].word == "selling"
    assert (told["paper"].word, told["paper"].value) == ("enough", "80 m")
    assert (told["version"].value, told["uptime"].value) == ("1.2.3", "1 h 2 min")


def test_every_part_that_fails_says_why(machine: Machine) -> None:
    kiosk = machine.kiosk
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1))
    kiosk.clock.advance(90)
    kiosk.printer.fault = PrinterFault.COVER_OPEN
    machine.reachable = False
    machine.time.learn(kiosk.clock.now().replace(year=2027), kiosk.clock.monotonic())

    told = facts(look_machine.overview(machine.parts, "es"))

    assert (told["selling"].tone, told["selling"].word) == ("bad", "central-offline")
    assert (told["printer"].tone, told["printer"].word) == ("bad", "cover_open")
    assert (told["central"].tone, told["central"].word) == ("bad", "offline")
    assert (told["clock"].tone, told["clock"].word) == ("bad", "clock-wrong")
    assert (told["waiting"].tone, told["waiting"].word) == ("care", "some")
    assert told["waiting"].value.endswith("1 min")


def test_the_queue_and_the_journal_name_nobody_and_every_reason(machine: Machine) -> None:
    kiosk = machine.kiosk
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1, price=6_100))
    assert queries.queue(kiosk.real).length > 0

    waiting = look_records.queue(machine.parts, "es", 1)
    journal = look_records.journal(machine.parts, "es", 7)

    assert {row.word for row in waiting.rows} == {"waiting"}
    assert all(row.reason in ("", "no_answer") for row in waiting.rows)
    [line] = journal.rows
    assert (line.amount, journal.page, journal.pages) == ("$6.100", 1, 1)
    assert "Ejemplo S.A.S." not in repr((waiting, journal))


def test_what_central_refused_stands_first_with_its_code(machine: Machine) -> None:
    kiosk = machine.kiosk
    kiosk.buy(make_order(kiosk.ids, copies=1))
    kiosk.central.online = False
    kiosk.buy(make_order(kiosk.ids, copies=1))
    last = queries.waiting_items(kiosk.real)[-1]
    kiosk.journal.park(last.device_seq, "fingerprint-mismatch")

    found = look_records.queue(machine.parts, "es", 1)

    first = found.rows[0]
    assert (first.word, first.reason, first.tone) == ("parked", "fingerprint-mismatch", "bad")
    assert facts(found)["parked"].value == "1"


def test_a_forecast_is_made_of_what_was_used_not_guessed(machine: Machine) -> None:
    kiosk = machine.kiosk
    assert facts(look_printer.paper(machine.parts, "es"))["left"].word == "cannot_tell"
    machine.parts.budget.load()
    for _ in range(4):
        kiosk.buy(make_order(kiosk.ids, copies=1))
    assert facts(look_printer.paper(machine.parts, "es"))["forecast"].word == "too_early"
    kiosk.clock.advance(2 * DAY_S)

    told = facts(look_printer.paper(machine.parts, "es"))

    assert told["used"].value == "1,2 m"
    assert told["left"].value == "78,8 m"
    assert told["forecast"].value == f"{int(2 * 78.8 / 1.2)} d 8 h"
    assert told["roll"].value == f"{ROLL_M} m"


def test_pairing_shows_the_fingerprint_that_central_knows(machine: Machine) -> None:
    told = facts(look_machine.pairing(machine.parts, "es"))

    public = machine.key.public_key().public_bytes_raw()
    assert told["fingerprint"].value == fingerprint_of_key(public)
    assert told["point_of_sale"].value == "K01"


def test_the_configuration_tells_what_is_set_from_afar_and_what_was_refused(
    machine: Machine,
) -> None:
    configuration = machine.parts.configuration
    configuration.offer(1, {"idle_s": 60})
    configuration.offer(2, {"idle_s": 90, "cart_limit": 5})
    configuration.offer(3, {"idle_s": 5})

    first = look_machine.configuration(machine.parts, 1)
    second = look_machine.configuration(machine.parts, 2)

    assert facts(first)["config_version"].value == "2"
    assert [(row.name, row.amount) for row in first.rows[:2]] == [
        ("idle_s", "90"),
        ("cart_limit", "5"),
    ]
    versions = {row.name: (row.word, row.reason) for row in (*first.rows, *second.rows) if row.word}
    assert versions == {"1": ("before", ""), "2": ("in_use", ""), "3": ("refused", "idle_s")}


# -- the way to central


def test_the_way_is_open_where_somebody_listens(machine: Machine) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        found = probe(CentralSettings(url=url), machine.kiosk.clock, lambda: True, "es")

    assert [(fact.code, fact.tone) for fact in found] == [
        ("dns", "good"),
        ("connection", "good"),
        ("answer", "good"),
    ]


@pytest.mark.parametrize(
    ("url", "last"),
    [
        ("https://nobody.example.invalid", ("dns", "dns_failed")),
        ("http://127.0.0.1:{port}", ("connection", "connection_failed")),
    ],
)
def test_the_way_ends_where_it_is_broken(machine: Machine, url: str, last: tuple[str, str]) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
    central = CentralSettings(url=url.format(port=port))

    found = probe(central, machine.kiosk.clock, lambda: pytest.fail("nobody is there"), "es")

    assert (found[-1].code, found[-1].word) == last
    assert found[-1].tone == "bad"


def test_somebody_who_speaks_no_tls_is_not_taken_for_central(machine: Machine) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        host = f"127.0.0.1:{listener.getsockname()[1]}"

        def speak() -> None:
            line, _ = listener.accept()
            with line:
                line.recv(64)
                line.sendall(b"HTTP/1.1 400 No\r\n\r\n")

        speaker = threading.Thread(target=speak)
        speaker.start()
        found = probe(
            CentralSettings(url=f"https://{host}"),
            machine.kiosk.clock,
            lambda: pytest.fail("not asked"),
            "es",
        )
        speaker.join()

    assert (found[-1].code, found[-1].word) == ("certificate", "tls_failed")
