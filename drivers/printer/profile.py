"""Printer profiles: what a model can do and how that is known.

They are read from ``resources/printers/*.toml``.

Every field is a table ``{ value, provenance, source }``; provenance is ``documented``, ``probed``
or ``assumed``. The loader refuses a field without it, turns an *assumed* status bit into
``unknown`` and an *assumed* charge level into none; both block selling.

Status bits stand under ``[status.<byte>]`` as ``"mask in hex" = { value = "<code>", … }``; the
bytes are ``eot1`` to ``eot4`` (DLE EOT), ``asb1`` to ``asb3`` (automatic status back), ``full1``
to ``full4`` (Custom full status) and ``star1`` to ``star5`` (Star printer status). ``star7`` is not
made of bits: it is a position, and its masks are whole values.
"""

import tomllib
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from drivers.printer.codepage import CodePage
from drivers.printer.status import StatusCode
from kiosk.ports import ChargeLevel

Flow = Literal["rtscts", "xonxoff"]
Dialect = Literal["epson", "custom", "star"]
SealKind = Literal["symbol", "power_ups", "none"]
_PROVENANCES = frozenset({"documented", "probed", "assumed"})
_STATUS_BIT_DEPTH = 4  # file.status.byte.mask
_FOLDER = resources.files("resources") / "printers"


class ProfileError(ValueError):
    """A profile file is wrong: the message names the file and the field."""


@dataclass(frozen=True)
class Serial:
    """The line: 8 data bits, 1 stop bit."""

    baud: int
    parity: Literal["N", "E", "O"]
    flow: Flow
    buffer_bytes: int  # what the printer can receive before it prints


@dataclass(frozen=True)
class Head:
    """Print head and paper path."""

    dots: int
    dpi: int
    speed_mm_s: int
    cutter_mm: int  # from the head to the cutter
    near_end_mm: int  # paper that is surely left when the near-end sensor speaks

    @property
    def dots_per_mm(self) -> float:
        """Dots along one millimetre."""
        return self.dpi / 25.4


@dataclass(frozen=True)
class Qr:
    """The printer's own QR symbols."""

    max_module: int
    level_m: int  # the model's number for error correction M
    native: bool = True  # False: it is drawn dot by dot


@dataclass(frozen=True)
class Raster:
    """Pictures: what one command may hold."""

    max_rows: int = 20
    avoid_heights: tuple[int, ...] = ()  # rows that the model stumbles over


@dataclass(frozen=True)
class Presenter:
    """What is done with a ticket: how it is shown, and what becomes of a forgotten one."""

    on_timeout: Literal["eject", "retract"]
    timeout_s: int
    eject: bytes  # gets whatever is in it out of the way
    steps: int = 0  # ``1C 50 steps led mode timeout``; 0: the presenter works of itself
    led: int = 0
    setup: bytes = b""  # what a job tells a presenter that works of itself


@dataclass(frozen=True)
class CounterQueries:
    """Maintenance counters: queries answered by a decimal number and its unit."""

    cuts: bytes
    printed_cm: bytes
    retracts: bytes
    left_cm: bytes
    power_ups: bytes


@dataclass(frozen=True)
class Nv:
    """A memory for pictures that survives the power; ``writes_a_day`` is what it bears."""

    commands: Literal["gs_l"]
    writes_a_day: int


@dataclass(frozen=True)
class Profile:
    """One printer model."""

    name: str
    model: str
    dialect: Dialect
    ident_query: bytes
    ident_replies: tuple[str, ...]
    serial: Serial
    head: Head
    columns_a: int
    columns_b: int
    pitches: tuple[int, ...]  # of lines, in dots; empty: any
    code_page: CodePage
    qr: Qr
    raster: Raster
    cut: bytes
    presenter: Presenter | None
    charge_level: ChargeLevel
    push: bytes
    queries: tuple[int, ...]
    bits: dict[str, dict[int, StatusCode]]
    can_clear: bool
    counters: CounterQueries | None
    seal: SealKind
    nv: Nv | None = None

    @property
    def can_sell(self) -> bool:
        """True if it proves that a copy was printed."""
        return self.charge_level is not ChargeLevel.NONE

    def real_pitch(self, wanted: int, times: int) -> int:
        """The pitch of a line on this model; ``times``: how high its letters are multiplied."""
        if not self.pitches:
            return wanted
        nearest = min(self.pitches, key=lambda pitch: abs(pitch - wanted))
        return max(nearest, min(self.pitches) * times)


def list_profiles() -> list[str]:
    """Names of the profiles that ship with the program, sorted."""
    return sorted(
        item.name.removesuffix(".toml") for item in _FOLDER.iterdir() if item.name.endswith(".toml")
    )


def load_profile(name: str) -> Profile:
    """Load a shipped profile by name, or a technician's own file by its path (``….toml``).

    Raises:
        ProfileError: there is no such profile, or it is wrong.
    """
    if name.endswith(".toml"):
        try:
            return parse_profile(Path(name).stem, Path(name).read_text("utf-8"))
        except OSError as error:
            raise ProfileError(f"{name}: {error.strerror}") from error
    if name not in list_profiles():
        raise ProfileError(f"no printer profile {name!r}; there are {', '.join(list_profiles())}")
    return parse_profile(name, (_FOLDER / f"{name}.toml").read_text("utf-8"))


def parse_profile(name: str, text: str) -> Profile:
    """Read a profile from TOML text.

    Raises:
        ProfileError: broken TOML, a field missing, without provenance, or of the wrong type.
    """
    try:
        return _profile(name, _values(tomllib.loads(text), name))
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, ProfileError):
            raise
        raise ProfileError(f"{name}: {error!r}") from error


def _values(table: dict[str, Any], where: str) -> dict[str, Any]:
    """Strip the leaves to their values, checking provenance; assumed status bits become unknown."""
    out: dict[str, Any] = {}
    for key, item in table.items():
        path = f"{where}.{key}"
        if not isinstance(item, dict):
            raise ProfileError(f"{path}: a field is a table of value, provenance and source")
        if "value" not in item:
            out[key] = _values(item, path)
            continue
        if item.get("provenance") not in _PROVENANCES or not item.get("source"):
            raise ProfileError(f"{path}: no provenance and source")
        is_assumed = item["provenance"] == "assumed"
        if is_assumed and path.endswith(".fence.charge_level"):
            out[key] = ChargeLevel.NONE.value
            continue
        is_status_bit = len(path.split(".")) == _STATUS_BIT_DEPTH and ".status." in path
        out[key] = StatusCode.UNKNOWN.value if is_status_bit and is_assumed else item["value"]
    return out


def _profile(name: str, v: dict[str, Any]) -> Profile:
    status, text, presenter, counters = (
        v["status"],
        v["text"],
        v.get("presenter"),
        v.get("counters"),
    )
    profile = Profile(
        name=name,
        model=v["identity"]["model"],
        dialect=v["identity"]["dialect"],
        ident_query=_bytes(v["identity"]["query"]),
        ident_replies=tuple(v["identity"]["replies"]),
        serial=Serial(**v["serial"]),
        head=Head(**v["head"]),
        columns_a=text["columns_a"],
        columns_b=text["columns_b"],
        pitches=tuple(text.get("pitches", ())),
        code_page=CodePage(text["code_page"], text["codec"], text["replacements"]),
        qr=Qr(**v["qr"]),
        raster=_raster(v.get("raster", {})),
        cut=_bytes(v["cut"]["command"]),
        presenter=_presenter(presenter) if presenter else None,
        charge_level=ChargeLevel(v["fence"]["charge_level"]),
        push=_bytes(status["push"]),
        queries=tuple(status["queries"]),
        bits={
            byte: {int(mask, 16): StatusCode(code) for mask, code in masks.items()}
            for byte, masks in status.items()
            if isinstance(masks, dict)
        },
        can_clear=v["recovery"]["clear"],
        counters=CounterQueries(**{k: _bytes(q) for k, q in counters.items()})
        if counters
        else None,
        seal=v["fence"]["seal"],
        nv=Nv(**v["nv"]) if "nv" in v else None,
    )
    if profile.charge_level is not ChargeLevel.PROCESS_ID or not profile.can_clear:
        # A memory is written only where the end of it is told, and half of it can be taken back.
        profile = replace(profile, nv=None)
    if profile.can_sell and profile.seal == "none":
        raise ProfileError(f"{name}: a proof of printing needs a seal against resets")
    if profile.seal == "symbol" and not profile.qr.native:
        raise ProfileError(f"{name}: a printer without symbols of its own stores none as a seal")
    if not profile.qr.native and profile.dialect == "star":
        raise ProfileError(f"{name}: this language draws no pictures, so it needs native symbols")
    if profile.raster.max_rows < 1 or 1 in profile.raster.avoid_heights:
        raise ProfileError(f"{name}: a band of one row must be possible")
    return profile


def _presenter(table: dict[str, Any]) -> Presenter:
    setup = _bytes(table.get("setup", ""))
    return Presenter(**{**table, "eject": _bytes(table["eject"]), "setup": setup})


def _raster(table: dict[str, Any]) -> Raster:
    return Raster(**{**table, "avoid_heights": tuple(table.get("avoid_heights", ()))})


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text)
