"""What the staff asks about kiosks, and does to them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kiosk.contract.messages import Id, Instant, Number, Reply, Secret
from kiosk.contract.offline_entry import OfflinePlace
from kiosk.contract.staff.base import Login, Reasoned, RoleName, StaffMessage

PointOfSale = Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{1,10}$")]


class ListKiosks(StaffMessage):
    """``POST /v1/staff/kiosks/list``."""


class KioskHealth(Reply):
    """The last heartbeat; ``paper_mm`` None: the printer cannot tell."""

    at: Instant
    version: str
    printer: str
    paper_mm: int | None
    queue_length: int
    queue_age_s: int
    disk_free_mb: int
    clock_skew_s: int
    config_version: int
    parked: tuple[int, ...]


class KioskState(Reply):
    """A device, its last heartbeat (None: never) and the configuration meant for it."""

    device_id: str
    serial: str
    point_of_sale: str
    state: Literal["active", "frozen", "revoked"]
    enrolled_at: Instant
    stopped_at: Instant | None
    health: KioskHealth | None
    config_version: int
    config: dict[str, str | int | bool]


class Kiosks(Reply):
    """Every device, by point of sale."""

    kiosks: tuple[KioskState, ...]


class MakeEnrolCode(Reasoned):
    """``POST /v1/staff/kiosks/enrol-code``: pair one device; ``serial`` None: any."""

    point_of_sale: PointOfSale
    serial: Number | None = None


class EnrolCodeMade(Reply):
    """The one-time code and how long it is good for."""

    code: Secret
    expires_at: Instant


class RevokeKiosk(Reasoned):
    """``POST /v1/staff/kiosks/revoke``: stop a device at once and for ever."""

    device_id: Id


class UnfreezeKiosk(Reasoned):
    """``POST /v1/staff/kiosks/unfreeze``: there is only one of it after all."""

    device_id: Id


class KioskStopped(Reply):
    """What the device is now."""

    device_id: str
    state: Literal["active", "frozen", "revoked"]


class ConfigureKiosks(Reasoned):
    """``POST /v1/staff/kiosks/configure``: the values of one device, or of all.

    ``device_id`` None: all. What was set there before is replaced; ``{}`` takes all back.
    """

    device_id: Id | None = None
    values: Annotated[dict[str, str | int | bool], Field(max_length=40)]


class Configured(Reply):
    """The new version; devices hear of it with their next heartbeat."""

    config_version: int


class AnswerChallenge(Reasoned):
    """``POST /v1/staff/challenges/answer``: let somebody into a kiosk or desk without network.

    ``fingerprint`` and ``challenge`` are read from its screen, ``technician`` is the login of who
    stands there: a technician or administrator at a kiosk, whoever works a shift at a desk.
    """

    device_id: Id
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
    challenge: Annotated[str, StringConstraints(min_length=8, max_length=12)]
    technician: Login
    place: OfflinePlace = "kiosk"


class ChallengeAnswered(Reply):
    """What to type at the kiosk; good for this challenge, person, role and Colombian day only."""

    answer: Secret
    role: RoleName
    day: date
