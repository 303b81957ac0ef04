"""A technician looks after the machine itself: closes it early, has its log sent to the chamber."""

import io
import json

import structlog

from central.devices.enrolment import make_enrol_code
from kiosk.contract import device_logs as m
from kiosk.station import log_book
from kiosk.store import queries
from kiosk.store.reader import Reader
from kiosk.system import SystemClock
from tests.journeys.test_maintenance import Technician, noted, technician
from tests.support.hall import restarted
from tests.support.staff import hired

__all__ = ["technician"]  # the fixture


def test_a_hall_that_closes_early_is_closed_at_once_and_opened_again(
    technician: Technician,
) -> None:
    visit = technician.hall.visitor
    visit.sees("Attract", that=lambda v: v.body.can_buy)
    technician.signs_in()
    technician.goes_to("configuration", "maintenance/Configuration")
    technician.taps("edit_closed_from")
    technician.sees("the hours", lambda: technician.body.editing == "closed_from")
    now = technician.body.options[0]
    technician.taps(f"option_{now.text}")
    technician.taps("why_hall")
    assert technician.hears("change_setting") == "setting_counts"
    technician.taps("finishButton")
    assert visit.sees("Closed").body.opens != ""
    visit.does("start")
    assert visit.view.screen == "Closed"

    technician.hall.central.clock.advance(31)  # a code of the authenticator serves once
    technician.signs_in()
    technician.goes_to("configuration", "maintenance/Configuration")
    technician.taps("edit_closed_from")
    technician.sees("the form", lambda: technician.body.editing != "")
    technician.taps("asInFile")
    technician.taps("why_mistake")
    technician.hears("change_setting")
    technician.leaves()
    visit.sees("Attract", that=lambda v: v.body.can_buy)

    acts = [row for row in noted(technician.hall) if row["event"] == "maintenance-act"]
    assert [(row["login"], row["why"], row["what"].partition("=")[0]) for row in acts] == [
        ("tomas", "hall", "closed_from"),
        ("tomas", "mistake", "closed_from"),
    ]


def test_a_log_reaches_whoever_helps_and_names_nobody(
    technician: Technician,
) -> None:
    hall = technician.hall
    book = log_book.LogBook(hall.folder / "kiosk")
    log_book.configure(io.StringIO(), SystemClock(), book)
    structlog.get_logger().error("effect_failed", effect="SignIn", key=technician.colleague.key)
    hall.visitor.sees("Attract", that=lambda v: v.body.can_buy)
    technician.signs_in()
    technician.goes_to("logs", "maintenance/Logs")
    technician.taps("level_error")
    technician.sees(
        "the error", lambda: [r.name for r in technician.body.rows] == ["effect_failed"]
    )
    technician.taps("act_send_log")
    technician.taps("why_support")
    assert technician.hears("send_log") == "log_sent"
    technician.leaves()

    sofia = hired(hall.central, "sofia")
    sofia.sign_in()
    device_id = hall.kiosk.machine.device.device_id
    listed = sofia.ask("/v1/staff/kiosks/logs", m.ListLogs, device_id=device_id)
    [head] = m.Logs.model_validate_json(listed.content).logs
    assert head.by == "tomas"
    read = sofia.ask("/v1/staff/kiosks/log", m.FetchLog, log_id=head.log_id)
    first, *lines = m.LogText.model_validate_json(read.content).text.splitlines()
    assert json.loads(first)["point_of_sale"] == "K01"
    assert "effect_failed" in [json.loads(line)["event"] for line in lines]
    assert technician.colleague.key not in read.text


def test_a_machine_is_paired_anew_and_sells_as_another_device(
    technician: Technician,
) -> None:
    hall = technician.hall
    visit = hall.visitor
    visit.sees("Attract", that=lambda v: v.body.can_buy)
    visit.signs_in()
    visit.chooses("00052310", "CerMat")
    assert visit.pays().ends().screen == "Done"
    visit.does("finish")
    hall.settled()
    before = hall.kiosk.machine.device.device_id
    hall.kiosk.screens.restartable()
    code = make_enrol_code(hall.central.services, "K07")

    technician.signs_in()
    technician.goes_to("pairing", "maintenance/Pairing")
    technician.taps("typeCode")
    technician.types(code)
    technician.taps("pairNow")
    technician.taps("why_key_lost")
    assert technician.hears("pair_anew") == "paired_anew", technician.body
    technician.sees(
        "the new pairing",
        lambda: "K07" in [f.value for f in technician.body.facts if f.code == "new_point_of_sale"],
    )
    technician.taps("act_use_pairing")
    technician.taps("why_fingerprint_same")
    assert technician.hears("use_pairing") == "pairing_used"
    assert code not in json.dumps(noted(hall))
    hall.kiosk.stop()

    with restarted(hall) as back:
        device = back.kiosk.machine.device
        assert device.point_of_sale == "K07"
        assert device.device_id != before
        back.visitor.signs_in()
        back.visitor.chooses("00052310", "CerExi")
        assert back.visitor.pays().ends().screen == "Done"
        back.settled()
        [kept] = (hall.folder / "kiosk").glob("before-*")
        old = queries.find_device(Reader(kept))
        assert old is not None
        assert old.device_id == before
