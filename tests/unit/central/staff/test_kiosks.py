"""The operator's kiosks over HTTP: seen, paired, stopped, configured."""

import base64
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.records.tables import AuditEntry
from kiosk.contract import messages as m
from kiosk.contract.staff import kiosks as k
from tests.support.central import Central, Terminal, enrolled
from tests.support.staff import Colleague, hired

KIOSKS = "/v1/staff/kiosks"


@pytest.fixture
def marta(office: Central) -> Colleague:
    colleague = hired(office, "marta")
    colleague.sign_in()
    return colleague


@pytest.fixture
def terminal(office: Central) -> Terminal:
    return enrolled(office)


def beat(terminal: Terminal) -> m.HeartbeatReply:
    message = m.Heartbeat(boot_id=new_id(), version="0.1.0", printer="paper_out", queue_length=2)
    return m.HeartbeatReply.model_validate_json(
        terminal.post("/v1/devices/heartbeat", message).content
    )


def good(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def reason_of(central: Central, action: str) -> tuple[str, str]:
    """Who did it, and the end of what was noted."""
    row = select(AuditEntry).where(AuditEntry.action == action)
    entry = central.services.database.run(lambda db: db.scalars(row).one())
    return entry.actor, entry.detail


def test_kiosks_are_listed_with_their_health(marta: Colleague, terminal: Terminal) -> None:
    (before,) = good(marta.ask(f"{KIOSKS}/list", k.ListKiosks))["kiosks"]
    assert (before["point_of_sale"], before["state"], before["health"]) == ("K01", "active", None)
    beat(terminal)
    (after,) = good(marta.ask(f"{KIOSKS}/list", k.ListKiosks))["kiosks"]
    assert after["device_id"] == terminal.identity.device_id
    assert (after["health"]["printer"], after["health"]["queue_length"]) == ("paper_out", 2)


def test_a_code_pairs_one_device(marta: Colleague, office: Central) -> None:
    made = good(marta.ask(f"{KIOSKS}/enrol-code", k.MakeEnrolCode, point_of_sale="K07"))
    key = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    message = m.Enrol(code=made["code"], serial="V-7", public_key=base64.b64encode(key).decode())
    paired = good(office.http().post("/v1/devices/enrol", content=message.model_dump_json()))
    assert paired["point_of_sale"] == "K07"
    actor, detail = reason_of(office, "enrol-code")
    assert (len(actor), detail) == (36, "K07  as agreed")


def test_a_stopped_kiosk_is_refused_at_once(
    marta: Colleague, terminal: Terminal, office: Central
) -> None:
    own = {"device_id": terminal.identity.device_id}
    assert good(marta.ask(f"{KIOSKS}/revoke", k.RevokeKiosk, **own))["state"] == "revoked"
    assert refused(terminal.post("/v1/operations/open", m.OpenOperations()))[1] == "device-revoked"
    assert refused(marta.ask(f"{KIOSKS}/revoke", k.RevokeKiosk, **own)) == (409, "not-possible")
    assert reason_of(office, "device-revoked")[1] == "as agreed"
    nobody = {"device_id": new_id()}
    assert refused(marta.ask(f"{KIOSKS}/revoke", k.RevokeKiosk, **nobody)) == (404, "not-found")


def test_a_frozen_kiosk_works_again(marta: Colleague, terminal: Terminal, office: Central) -> None:
    own, path = terminal.identity.device_id, f"{KIOSKS}/unfreeze"
    assert refused(marta.ask(path, k.UnfreezeKiosk, device_id=own)) == (409, "not-possible")
    services = office.services
    services.database.run(
        lambda db: set_state(db, own, DeviceState.FROZEN, "central", services.now())
    )
    assert good(marta.ask(path, k.UnfreezeKiosk, device_id=own))["state"] == "active"
    assert terminal.post("/v1/operations/open", m.OpenOperations()).status_code == 200
    assert refused(marta.ask(path, k.UnfreezeKiosk, device_id=new_id())) == (404, "not-found")


def test_a_configuration_reaches_its_kiosk(marta: Colleague, terminal: Terminal) -> None:
    path, kind = f"{KIOSKS}/configure", k.ConfigureKiosks
    assert good(marta.ask(path, kind, values={"idle_s": 60, "out_of_service": True})) == {
        "config_version": 1
    }
    own = terminal.identity.device_id
    good(marta.ask(path, kind, device_id=own, values={"idle_s": 90, "notice_es": "Vuelvo ya"}))
    assert beat(terminal).config == {
        "idle_s": 90,
        "out_of_service": True,
        "notice_es": "Vuelvo ya",
    }
    for wrong in ({"idle_s": 1}, {"not_there": 1}, {"out_of_service": 1}, {"idle_s": "60"}):
        assert refused(marta.ask(path, kind, values=wrong)) == (422, "malformed"), wrong
    assert refused(marta.ask(path, kind, device_id=new_id(), values={})) == (404, "not-found")
    assert beat(terminal).config_version == 2
