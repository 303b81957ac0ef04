"""Closing time with everything real: who has begun ends in peace, and what waits is not lost."""

import json
import threading
from datetime import timedelta
from pathlib import Path

from central.devices.configuration import configure
from central.sample import ANA
from kiosk.contract.opening_hours import BOGOTA
from tests.support.hall import WAIT_S, Hall, open_hall
from tests.support.strike import in_certificate


def tell(hall: Hall, content: dict[str, str]) -> None:
    """Have central set this for everybody, and the kiosk hear it now."""
    configure(hall.central.services, "*", json.dumps(content), "tests")
    next(w for w in hall.kiosk.workers if w.name == "heartbeat").wake()


def close(hall: Hall) -> None:
    """The chamber closes for today and, should midnight come meanwhile, for tomorrow."""
    today = hall.central.services.now().astimezone(BOGOTA).date()
    days = f"{today}, {today + timedelta(days=1)} cerrado"
    tell(hall, {"opening_exceptions": days, "elsewhere_es": "Sede Norte, hasta las 7 p. m."})
    pause = threading.Event()
    for _ in range(int(WAIT_S / 0.05)):
        if hall.kiosk.flow.visit().station.closed is not None:
            return
        pause.wait(0.05)
    raise AssertionError("it did not close")


def test_a_purchase_that_had_begun_is_printed_and_charged_after_closing_time(
    tmp_path: Path,
) -> None:
    with open_hall(tmp_path) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses("00052310", "CerMat")
        close(hall)
        assert visitor.pays().ends().screen == "Done"
        visitor.does("finish")
        view = visitor.sees("Closed", that=lambda v: v.body.elsewhere != "")
        assert view.body.elsewhere == "Sede Norte, hasta las 7 p. m."
        assert view.body.opens != ""
        visitor.does("start")
        assert visitor.view.screen == "Closed"
        hall.settled()
        assert hall.account().available == ANA.balance - 6_100
        tell(hall, {})
        assert visitor.sees("Attract").body.can_buy


def test_what_was_interrupted_waits_behind_the_closed_door(tmp_path: Path) -> None:
    with open_hall(tmp_path, speed=10.0) as hall:
        visitor = hall.visitor
        visitor.signs_in()
        visitor.chooses("00052310", "CerMat")
        in_certificate(hall.paper, hall.paper.paper_out)
        visitor.pays()
        visitor.sees("Failure", that=lambda v: v.body.slip in ("printed", "failed"))
        close(hall)
        visitor.does("finish").sees("Closed")
        hall.reported()  # central hears of it although nobody is served
        hall.paper.load_paper()
        tell(hall, {})
        visitor.sees("Attract", that=lambda v: v.body.can_buy)
        visitor.finds_the_interrupted()
        visitor.does("print_now")
        visitor.sees("Interrupted", that=lambda v: v.body.told == "printed")
        hall.settled()
        assert hall.account().available == ANA.balance - 6_100
