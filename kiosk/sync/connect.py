"""The client of central, made from the settings: the same for a kiosk and for a desk."""

from kiosk.ports import Clock, Ids
from kiosk.settings import Settings
from kiosk.store.rows import Device
from kiosk.sync.client import HttpCentral
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.device_key import load_key
from kiosk.sync.http import make_http


def connect(
    settings: Settings, device: Device, clock: Clock, ids: Ids, time: ClockTrust
) -> HttpCentral:
    """Make the client; nothing is sent yet.

    Raises:
        DeviceKeyUnusable: the key file is missing or damaged.
    """
    wanted = settings.central
    http = make_http(
        wanted.url, ca_file=wanted.ca_file, connect_s=wanted.connect_s, read_s=wanted.read_s
    )
    return HttpCentral(
        http,
        device_id=device.device_id,
        central_id=device.central_id,
        key=load_key(settings.state_dir),
        clock=clock,
        ids=ids,
        time=time,
        limit_s=wanted.connect_s + wanted.read_s,
    )
