"""Where the staff asks from: a paired device, or a computer of the office."""

from dataclasses import dataclass
from ipaddress import ip_address

from central.devices.caller import Caller, must_be_active
from central.people.throttle import Place
from central.problems import Refusal
from central.services import Services
from kiosk.contract.problems import ProblemCode

OFFICE = "office"


@dataclass(frozen=True)
class StaffPlace:
    """``device`` is None in the office; ``client`` is the address the request came from."""

    device: Caller | None
    client: str

    @property
    def name(self) -> str:
        """What sessions are bound to, and what the trail says: a device's id, or ``office``."""
        return self.device.device_id if self.device else OFFICE

    @property
    def desk(self) -> str:
        """The series of receipts: a device's point of sale, or ``office``."""
        return self.device.point_of_sale if self.device else OFFICE

    def throttled(self, services: Services) -> Place:
        """The place for the counters of wrong keys."""
        device_id = self.device.device_id if self.device else ""
        return Place(services.chamber, device_id, services.settings.site_failures_max)


CONSOLE = StaffPlace(None, "console")
"""The server's own console: who sits there could read the database as well."""


def place_of(services: Services, device: Caller | None, client: str) -> StaffPlace:
    """The place of a request that was signed by ``device``, or by none.

    Raises:
        Refusal: ``device-revoked``, ``device-cloned``; ``not-found`` for a computer from outside,
            which need not learn what there is.
    """
    if device is not None:
        must_be_active(device)
    elif not _inside(services, client):
        raise Refusal(ProblemCode.NOT_FOUND)
    return StaffPlace(device, client)


def _inside(services: Services, client: str) -> bool:
    try:
        address = ip_address(client)
    except ValueError:
        return False
    return any(address in network for network in services.settings.staff.networks)
