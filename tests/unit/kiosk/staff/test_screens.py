"""One window for two flows: the hidden way in, and who gets what is touched and scanned."""

from collections.abc import Callable

import pytest

from kiosk.flow import Present
from kiosk.identity.scanned import RecoveryCode, ServiceCode
from kiosk.ports import PrinterState
from kiosk.staff.maintenance.advance import advance
from kiosk.staff.maintenance.events import Effect, Event
from kiosk.staff.maintenance.state import Maintenance, Setup
from kiosk.staff.maintenance.view import view
from kiosk.staff.pattern import ORDER, WITHIN_S, CornerPattern
from kiosk.staff.screens import Screens
from kiosk.station.capability import Health, judge
from kiosk.visit.flow import Flow
from kiosk.visit.state import Setup as VisitSetup
from tests.support.kiosk import FakeClock

SERVICE = "CAMARA99-2026"
WORKING = judge(Health(PrinterState(None), central_online=True))


def nothing(_effect: object, _emit: object) -> None:
    """No effect has any."""


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def screens(clock: FakeClock) -> Screens:
    run: Callable[[Effect, Callable[[Event], None]], None] = nothing
    upkeep = Present(Maintenance(Setup("Cámara")), advance, view, clock, run)
    flow = Flow(VisitSetup("Cámara"), WORKING, clock, nothing)
    return Screens(flow, upkeep, CornerPattern(clock), SERVICE)


def corners(screens: Screens, *names: str) -> None:
    for name in names:
        screens.intent("corner", {"at": name})


def test_the_pattern_opens_the_door(screens: Screens) -> None:
    changes: list[str] = []
    screens.subscribe(lambda: changes.append(screens.view().screen))

    corners(screens, *ORDER)

    assert screens.view().screen == "staff/SignIn"
    assert changes == ["staff/SignIn"]
    assert not screens.is_free()


@pytest.mark.parametrize(
    "touched",
    [ORDER[:3], tuple(reversed(ORDER)), (ORDER[0], ORDER[1], ORDER[3], ORDER[2]), ("",) * 4],
)
def test_any_other_pattern_opens_nothing(screens: Screens, touched: tuple[str, ...]) -> None:
    corners(screens, *touched)

    assert screens.view().screen == "Attract"


def test_a_wrong_corner_may_be_the_first_of_the_right_ones(screens: Screens) -> None:
    corners(screens, ORDER[0], ORDER[0], *ORDER[1:])

    assert screens.is_open()


def test_a_slow_hand_opens_nothing(screens: Screens, clock: FakeClock) -> None:
    corners(screens, *ORDER[:3])
    clock.advance(WITHIN_S + 0.1)
    corners(screens, ORDER[3])

    assert not screens.is_open()


def test_another_touch_in_between_begins_anew(screens: Screens) -> None:
    corners(screens, *ORDER[:2])
    screens.intent("set_language", {"code": "en"})
    corners(screens, *ORDER[2:])

    assert not screens.is_open()


def test_the_door_stays_shut_while_somebody_stands_there(screens: Screens) -> None:
    screens.intent("start", {})
    corners(screens, *ORDER)

    assert screens.view().screen == "Home"


def test_while_it_is_open_the_visit_hears_nothing(screens: Screens, clock: FakeClock) -> None:
    corners(screens, *ORDER)
    screens.intent("start", {})
    screens.intent("choose", {"action": "buy"})
    screens.scanned(RecoveryCode("K7M2QX"))
    screens.intent("corner", {"at": ORDER[0]})
    assert screens.view().screen == "staff/SignIn"

    screens.intent("finish", {})

    assert screens.view().screen == "Attract"
    assert screens.is_free()
    screens.scanned(RecoveryCode("K7M2QX"))
    assert screens.view().screen == "Resume"


def test_it_closes_by_itself(screens: Screens, clock: FakeClock) -> None:
    corners(screens, *ORDER)
    for _ in range(100):
        clock.advance(1)
        screens.tick()

    assert screens.view().screen == "Attract"


def test_a_service_card_leads_to_the_same_sign_in_as_the_corners(screens: Screens) -> None:
    screens.scanned(ServiceCode(SERVICE))
    assert screens.view().screen == "staff/SignIn"
    screens.scanned(ServiceCode(SERVICE))  # and opens nothing more
    assert screens.view().screen == "staff/SignIn"


@pytest.mark.parametrize("code", ["CAMARA99-2025", "CAMARA99-2026-", ""])
def test_another_card_leads_nowhere(screens: Screens, code: str) -> None:
    screens.scanned(ServiceCode(code))
    assert screens.view().screen == "Attract"


def test_a_service_card_waits_until_nobody_stands_there(screens: Screens) -> None:
    screens.intent("start", {})
    screens.scanned(ServiceCode(SERVICE))
    assert screens.view().screen == "Home"


def test_without_the_setting_no_card_counts(clock: FakeClock) -> None:
    run: Callable[[Effect, Callable[[Event], None]], None] = nothing
    upkeep = Present(Maintenance(Setup("Cámara")), advance, view, clock, run)
    flow = Flow(VisitSetup("Cámara"), WORKING, clock, nothing)
    plain = Screens(flow, upkeep, CornerPattern(clock))
    plain.scanned(ServiceCode(""))
    assert not plain.is_open()
