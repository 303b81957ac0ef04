"""A technician looks after the machine itself: closes it early, has its log sent to the chamber."""

import io
import json

import structlog

from kiosk.contract import device_logs as m
from kiosk.station import log_book
from kiosk.system import SystemClock
from tests.journeys.test_maintenance import Technician, noted, technician
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
