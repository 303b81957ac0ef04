"""The kiosk's settings: one TOML file, and the environment over it.

A variable is named like ``DISPENSADOR_PRINTER__DEVICE``.
Every key is described where it stands; ``dispensador config`` prints these descriptions. An
unknown or wrong key stops the start with its name, because a machine that ignores half of its
settings surprises people later.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_config_path, user_state_path
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from kiosk.contract.opening_hours import read_hours
from kiosk.errors import KioskError
from kiosk.store.on_site import SETTINGS, Value, Values, present_values

ENV_PREFIX = "DISPENSADOR_"
FILE_NAME = "dispensador.toml"

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class SettingsInvalid(KioskError):
    """A setting is missing, unknown or out of range.

    Attributes:
        key: the dotted name, as it stands in the file (``printer.device``).
    """

    code = "CFG-01"

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CentralSettings(_Section):
    """Where central is and how long it is waited for."""

    url: Annotated[str, Field(description="address of central; https, or http on this machine")]
    ca_file: Annotated[
        Path | None, Field(description="PEM file of the authority; the system's if absent")
    ] = None
    connect_s: Annotated[
        float, Field(gt=0, le=30, description="seconds for a connection (default 3)")
    ] = 3.0
    read_s: Annotated[
        float, Field(gt=0, le=60, description="seconds for an answer (default 8)")
    ] = 8.0
    key_days: Annotated[
        int,
        Field(ge=0, le=3650, description="days until the device changes its key; 0: never (90)"),
    ] = 90
    heartbeat_s: Annotated[
        float, Field(ge=5, le=600, description="seconds between heartbeats (default 60)")
    ] = 60.0

    @field_validator("url")
    @classmethod
    def _is_safe(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme == "https" and parts.hostname:
            return value.rstrip("/")
        if parts.scheme == "http" and parts.hostname in _LOOPBACK:
            return value.rstrip("/")
        raise ValueError("must be https://, or http:// to this machine only")


class PrinterSettings(_Section):
    """Which printer and where it is plugged in."""

    profile: Annotated[
        str, Field(min_length=1, description="name of a profile; `dispensador doctor` lists them")
    ] = "epson-tm-t20iii"
    device: Annotated[
        str,
        Field(
            min_length=1,
            description="serial device, best a /dev/serial/by-id/… name; none: a desk without one",
        ),
    ]
    flow: Annotated[
        Literal["rtscts", "xonxoff"] | None,
        Field(description="flow control, when the cable is wired otherwise than the profile says"),
    ] = None
    roll_m: Annotated[
        int, Field(ge=5, le=1000, description="metres of paper on a new roll (80)")
    ] = 80
    hold_paper_s: Annotated[
        int, Field(ge=10, le=600, description="seconds somebody has to mend paper or cover (180)")
    ] = 180
    copy_s: Annotated[
        int, Field(ge=20, le=600, description="seconds a copy may take, holds not counted (90)")
    ] = 90


class ScannerSettings(_Section):
    """The barcode reader for cédulas and for the kiosk's own codes, if there is one."""

    device: Annotated[
        str | None,
        Field(min_length=1, description="serial device, best a /dev/serial/by-id/… name"),
    ] = None
    baud: Annotated[
        Literal[9600, 19200, 38400, 57600, 115200],
        Field(description="speed of the line; any will do on USB"),
    ] = 9600
    suffix: Annotated[
        Literal["none", "cr", "lf", "crlf"],
        Field(description="what the reader sends after a symbol; yellow cédulas need none"),
    ] = "none"
    gap_ms: Annotated[
        int, Field(ge=20, le=200, description="milliseconds of silence that end a symbol (80)")
    ] = 80
    service_code: Annotated[
        str,
        StringConstraints(pattern=r"^(?:[0-9A-Z-]{8,40})?$"),
        Field(description="of a card that leads to the sign-in of maintenance; empty: none"),
    ] = ""


class ChamberSettings(_Section):
    """How the chamber looks on the screens."""

    name: Annotated[str, Field(description="name on the screens; what central says if empty")] = ""
    colour: Annotated[Colour, Field(description="brand colour, #rrggbb")] = "#0A4DA2"
    dark_colour: Annotated[Colour, Field(description="darker brand colour, #rrggbb")] = "#07336E"
    demonstration: Annotated[
        bool, Field(description="mark the kiosk's own slips as without validity (false)")
    ] = False
    contact_phone: Annotated[
        str, Field(max_length=40, description="who to call; shown on every failure screen")
    ] = ""


class VisitSettings(_Section):
    """The walk-in visit."""

    language: Annotated[Literal["es", "en"], Field(description="language of the first screen")] = (
        "es"
    )
    idle_s: Annotated[
        int, Field(ge=15, le=600, description="seconds without a touch before the warning (45)")
    ] = 45
    countdown_s: Annotated[
        int, Field(ge=20, le=120, description="seconds of warning; 20 is WCAG's least (20)")
    ] = 20
    done_s: Annotated[int, Field(ge=10, le=300, description="seconds of the last screen (30)")] = 30
    cart_limit: Annotated[int, Field(ge=1, le=10, description="copies an order may have (10)")] = 10
    require_prepaid_key: Annotated[
        bool, Field(description="ask for the prepaid key before paying; central has the last word")
    ] = True


class HoursSettings(_Section):
    """When people are served; see ``kiosk.contract.opening_hours`` for how it is written."""

    week: Annotated[
        str,
        Field(description="lu-vi 8:00-12:00, 14:00-17:30; sa 9:00-13:00; empty: open always"),
    ] = ""
    exceptions: Annotated[
        str, Field(description="days that differ: 2026-12-08 cerrado; 2026-12-24 8:00-12:00")
    ] = ""
    elsewhere_es: Annotated[
        str, Field(max_length=200, description="where else, told while it is closed (Spanish)")
    ] = ""
    elsewhere_en: Annotated[str, Field(max_length=200, description="the same in English")] = ""

    @field_validator("week")
    @classmethod
    def _is_a_week(cls, value: str) -> str:
        read_hours(value)
        return value

    @field_validator("exceptions")
    @classmethod
    def _are_days(cls, value: str) -> str:
        read_hours("", value)
        return value


class ExportSettings(_Section):
    """Where sticks are found that a technician puts in."""

    roots: Annotated[
        tuple[Path, ...],
        Field(max_length=8, description="folders under which the system mounts sticks"),
    ] = (Path("/media"), Path("/run/media"))


class PurchaseSettings(_Section):
    """Time limits of the purchase protocol; their reasons stand in docs/ARCHITECTURE.md."""

    lease_s: Annotated[
        int, Field(ge=10, le=110, description="seconds a hold is trusted without asking (60)")
    ] = 60
    """Less than the shortest hold that central's settings allow (120 s)."""
    authorise_s: Annotated[
        int, Field(ge=5, le=60, description="seconds for authorising a whole order (25)")
    ] = 25
    settle_s: Annotated[
        int, Field(ge=1, le=30, description="seconds the person waits for the last word (8)")
    ] = 8


class Settings(BaseSettings):
    """Everything that can be set; frozen."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix=ENV_PREFIX, env_nested_delimiter="__"
    )

    state_dir: Annotated[
        Path,
        Field(
            default_factory=lambda: user_state_path("dispensador"),
            description="folder of the store and the device key; never share or copy it",
        ),
    ]
    mode: Annotated[
        Literal["kiosk", "desk"],
        Field(
            description="kiosk: for the public; desk: the cashier's window on an office computer"
        ),
    ] = "kiosk"
    central: CentralSettings
    printer: PrinterSettings
    scanner: ScannerSettings = ScannerSettings()
    chamber: ChamberSettings = ChamberSettings()
    visit: VisitSettings = VisitSettings()
    hours: HoursSettings = HoursSettings()
    purchase: PurchaseSettings = PurchaseSettings()
    export: ExportSettings = ExportSettings()


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings.

    Args:
        path: the file; without it ``DISPENSADOR_CONFIG``, else the user's configuration folder,
        where
            it may be absent.

    What a technician changed on site lies over the file, as long as it still fits: a machine must
    start whatever was changed there, and `dispensador config check` says what does not count.

    Raises:
        SettingsInvalid: with the key to mend.
    """
    file = path or _named_by_environment()
    if file is not None and not file.is_file():
        raise SettingsInvalid("(file)", f"{file} does not exist")
    file = file or user_config_path("dispensador") / FILE_NAME
    settings = _from(file)
    return over(settings, present_values(settings.state_dir))


def over(settings: Settings, on_site: Values) -> Settings:
    """The settings with those of the changes on site over them that fit."""
    for key in SETTINGS:
        if key in on_site and not _in_environment(key):
            with suppress(SettingsInvalid):
                settings = changed(settings, key, on_site[key])
    return settings


def changed(settings: Settings, key: str, value: Value) -> Settings:
    """The settings with one key saying something else.

    Raises:
        SettingsInvalid: with the key; it cannot say that.
    """
    section, _, name = key.partition(".")
    before: BaseModel = getattr(settings, section)
    try:
        after = type(before).model_validate({**before.model_dump(), name: value})
    except ValidationError as error:
        raise SettingsInvalid(key, error.errors(include_url=False)[0]["msg"]) from error
    return settings.model_copy(update={section: after})


def _in_environment(key: str) -> bool:
    return f"{ENV_PREFIX}{key.replace('.', '__')}".upper() in {name.upper() for name in os.environ}


def _from(file: Path) -> Settings:
    class FromFile(Settings):
        """The settings, bound to one file."""

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
            env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            """The environment first, then the file; nothing else."""
            return (
                EnvSettingsSource(settings_cls),
                TomlConfigSettingsSource(settings_cls, toml_file=file),
            )

    try:
        return FromFile()  # type: ignore[call-arg]  # the sources bring the values
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"]) or "(file)"
        raise SettingsInvalid(key, first["msg"]) from error
    except ValueError as error:  # not TOML at all, or not UTF-8
        raise SettingsInvalid("(file)", f"{file}: {error}") from error


def describe(model: type[BaseModel] = Settings, prefix: str = "") -> list[tuple[str, str, str]]:
    """Every key with its default and its description, for ``dispensador config``."""
    rows: list[tuple[str, str, str]] = []
    for name, info in model.model_fields.items():
        kind = info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            rows += describe(kind, f"{prefix}{name}.")
        else:
            default = "(required)" if info.is_required() else _default_text(info)
            rows.append((f"{prefix}{name}", default, info.description or ""))
    return rows


def _default_text(info: FieldInfo) -> str:
    value = info.get_default(call_default_factory=True)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _named_by_environment() -> Path | None:
    name = os.environ.get(f"{ENV_PREFIX}CONFIG")
    return Path(name) if name else None
