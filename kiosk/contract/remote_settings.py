"""What central may set at a device from afar, and within which bounds: one table for both sides.

Central refuses any other key; a device ignores it, so that central may learn new ones first.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from kiosk.contract.opening_hours import read_hours

Notice = Annotated[str, Field(max_length=200)]


class RemoteSettings(BaseModel):
    """No secrets; what is None leaves the device's own setting alone."""

    model_config = ConfigDict(strict=True)

    out_of_service: bool | None = None
    """True: no new purchases; what was begun is finished."""
    notice_es: Notice | None = None
    """A line on the first screen."""
    notice_en: Notice | None = None
    language: Literal["es", "en"] | None = None
    idle_s: Annotated[int, Field(ge=15, le=600)] | None = None
    countdown_s: Annotated[int, Field(ge=20, le=120)] | None = None
    done_s: Annotated[int, Field(ge=10, le=300)] | None = None
    cart_limit: Annotated[int, Field(ge=1, le=10)] | None = None
    heartbeat_s: Annotated[int, Field(ge=5, le=600)] | None = None
    contact_phone: Annotated[str, Field(max_length=40)] | None = None
    opening_week: str | None = None
    """As ``kiosk.contract.opening_hours`` writes it; empty: open always."""
    opening_exceptions: str | None = None
    elsewhere_es: Notice | None = None
    elsewhere_en: Notice | None = None

    @field_validator("opening_week")
    @classmethod
    def _is_a_week(cls, value: str | None) -> str | None:
        read_hours(value or "")
        return value

    @field_validator("opening_exceptions")
    @classmethod
    def _are_days(cls, value: str | None) -> str | None:
        read_hours("", value or "")
        return value
