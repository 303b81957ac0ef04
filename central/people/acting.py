"""Who does something for or as a customer, and from where: a desk today, the portal as well."""

from dataclasses import dataclass
from typing import Literal

from central.people.throttle import Place


@dataclass(frozen=True)
class Acting:
    """``actor`` is a row id (of the staff, or the customer's own); ``place`` a device or a client.

    ``counted`` is the place as the counters of wrong tries know it.
    """

    actor: str
    channel: Literal["desk", "portal"]
    place: str
    counted: Place
