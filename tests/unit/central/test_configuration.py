"""Remote configuration: allowed keys only, in versions, told by heartbeat until it arrived."""

import pytest

from central.db.ids import new_id
from central.devices.configuration import EVERYBODY, configure
from kiosk.contract import messages as m
from tests.support.central import Central, Terminal, enrolled


def beat(terminal: Terminal, version: int = 0) -> m.HeartbeatReply:
    message = m.Heartbeat(boot_id=new_id(), version="1", printer="ready", config_version=version)
    answer = terminal.post("/v1/devices/heartbeat", message)
    assert answer.status_code == 200, answer.text
    return m.HeartbeatReply.model_validate_json(answer.content)


def test_a_devices_own_values_win_over_those_for_all(central: Central, terminal: Terminal) -> None:
    other = enrolled(central, point_of_sale="K02")
    assert (beat(terminal).config_version, beat(terminal).config) == (0, None)
    own = terminal.identity.device_id
    assert configure(central.services, EVERYBODY, '{"idle_s": 60, "language": "en"}', "x") == 1
    assert configure(central.services, own, '{"idle_s": 90}', "x") == 2
    assert beat(terminal).config == {"idle_s": 90, "language": "en"}
    assert beat(other).config == {"idle_s": 60, "language": "en"}
    assert (beat(terminal).config_version, beat(other).config_version) == (2, 1)


def test_who_is_up_to_date_is_not_told_again(central: Central, terminal: Terminal) -> None:
    configure(central.services, EVERYBODY, '{"out_of_service": true}', "x")
    reply = beat(terminal, version=1)
    assert (reply.config_version, reply.config) == (1, None)
    configure(central.services, EVERYBODY, "{}", "x")
    reply = beat(terminal, version=1)
    assert (reply.config_version, reply.config) == (2, {})


@pytest.mark.parametrize(
    "text",
    [
        '{"central_url": "https://elsewhere.invalid"}',
        '{"idle_s": 1}',
        '{"idle_s": "60"}',
        '{"out_of_service": 1}',
        '{"opening_week": "lu-vi 17:00-8:00"}',
        '{"opening_exceptions": "2026-12-25"}',
        "[]",
        "{",
    ],
)
def test_what_is_not_allowed_is_no_version(lone: Terminal, text: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        configure(lone.central.services, EVERYBODY, text, "x")
    assert beat(lone).config_version == 0


def test_a_device_that_is_not_there_is_named(lone: Terminal) -> None:
    with pytest.raises(ValueError, match="no such device"):
        configure(lone.central.services, new_id(), "{}", "x")


def test_opening_hours_reach_the_device_as_they_were_written(
    central: Central, terminal: Terminal
) -> None:
    said = '{"opening_week": "lu-vi 8:00-17:00", "opening_exceptions": "2026-12-25 cerrado"}'
    configure(central.services, EVERYBODY, said, "x")
    reply = beat(terminal)
    assert reply.config == {
        "opening_week": "lu-vi 8:00-17:00",
        "opening_exceptions": "2026-12-25 cerrado",
    }
