"""A dispenser's log on its way to central, and from there to whoever looks after dispensers."""

from typing import Annotated

from pydantic import Field, StringConstraints

from kiosk.contract.messages import Id, Instant, Message, Reply, Text
from kiosk.contract.staff.base import Login, StaffMessage

LINES_MAX = 150_000
"""Characters; with its escapes it fits into what central reads of a request."""


class SendLog(Message):
    """``POST /v1/devices/log``: the last lines, redacted by the device, a JSON object a line.

    ``by`` is the login of who had them sent. Central keeps the last ones of each device.
    """

    made_at: Instant
    version: Text
    by: Login
    lines: Annotated[str, StringConstraints(min_length=2, max_length=LINES_MAX)]


class LogKept(Reply):
    """Under which name it is found again."""

    log_id: str


class ListLogs(StaffMessage):
    """``POST /v1/staff/kiosks/logs``: what a device has sent, newest first."""

    device_id: Id


class LogHead(Reply):
    """One of them; ``by`` had it sent."""

    log_id: str
    made_at: Instant
    received_at: Instant
    version: str
    by: str
    lines: Annotated[int, Field(ge=0)]


class Logs(Reply):
    """Those that are kept."""

    logs: tuple[LogHead, ...]


class FetchLog(StaffMessage):
    """``POST /v1/staff/kiosks/log``: one of them whole; noted in the trail."""

    log_id: Id


class LogText(Reply):
    """Its lines as they came."""

    head: LogHead
    text: str
