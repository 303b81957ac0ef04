"""What a technician changed at the machine: few settings, over the file, in numbered versions.

The settings' file belongs to the chamber's administrators and the program cannot write it; what may
be changed on site lies beside the store, a file a version, each whole and never written again:

    {"number": 3, "at": "2026-11-21T15:30:00+00:00", "who": "teresa", "why": "asked",
     "values": {"visit.language": "en"}}

The one with the largest number counts; going back to an older one writes it anew under the next.
A key outside the list is refused, so that whoever can write here cannot turn the machine to another
central.
"""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.ports import Clock
from kiosk.store.whole_file import write_whole

FOLDER = "on-site"
KEPT = 10
"""Versions; the older ones are let go of."""
SETTINGS = ("visit.language", "printer.roll_m", "chamber.contact_phone")
"""Keys of the settings that may be changed here; they count from the next start on."""
CLOSED_FROM = "closed_from"
"""Closed from this moment (ISO, with its zone) to the end of that day; counts at once."""
CHANGEABLE = (*SETTINGS, CLOSED_FROM)

Value = str | int
Values = Mapping[str, Value]


class OnSiteDamaged(KioskError):
    """A version that nobody here wrote; it is left out, and the one before it counts."""

    code = "CFG-02"


@dataclass(frozen=True)
class Version:
    """What counted from a change to the next; ``values`` holds only what differs from the file."""

    number: int
    at: datetime
    who: str
    why: str
    values: Values


def read_versions(state_dir: Path) -> tuple[tuple[Version, ...], tuple[OnSiteDamaged, ...]]:
    """The versions that are kept, newest first, and what is wrong with those that are not used."""
    found, damaged = [], []
    for path in (state_dir / FOLDER).glob("*.json"):
        try:
            found.append(_read(path))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            damaged.append(OnSiteDamaged(f"{path}: {error!r}"))
    return tuple(sorted(found, key=lambda one: -one.number)), tuple(damaged)


def present_values(state_dir: Path) -> Values:
    """What counts now; nothing if nobody changed anything."""
    versions, _ = read_versions(state_dir)
    return versions[0].values if versions else {}


class OnSite:
    """The versions of one machine; may be asked from any thread."""

    def __init__(self, state_dir: Path, clock: Clock) -> None:
        self._state_dir = state_dir
        self._clock = clock
        self._guard = threading.Lock()
        self._versions, _ = read_versions(state_dir)

    def versions(self) -> tuple[Version, ...]:
        """Newest first."""
        return self._versions

    @property
    def values(self) -> Values:
        """What counts now."""
        return self._versions[0].values if self._versions else {}

    @property
    def closed_from(self) -> datetime | None:
        """Closed early on this moment's day."""
        said = self.values.get(CLOSED_FROM)
        return datetime.fromisoformat(str(said)) if said else None

    def change(self, key: str, value: Value | None, who: str, why: str) -> Version:
        """Have a key say something else; None lets the file speak again.

        Raises:
            OSError: the disk; nothing is changed.
        """
        assert key in CHANGEABLE, key
        with self._guard:
            others = {name: kept for name, kept in self.values.items() if name != key}
            return self._keep(others if value is None else {**others, key: value}, who, why)

    def go_back(self, number: int, who: str, why: str) -> Version | None:
        """Have an older version count again; None if it is not kept any more.

        Raises:
            OSError: the disk; nothing is changed.
        """
        with self._guard:
            values = next((one.values for one in self._versions if one.number == number), None)
            return None if values is None else self._keep(values, who, why)

    def _keep(self, values: Values, who: str, why: str) -> Version:
        last = max((_number(path) for path in self._folder().glob("*.json")), default=0)
        version = Version(last + 1, self._clock.now(), who, why, dict(values))
        content = {
            "number": version.number,
            "at": version.at.isoformat(),
            "who": who,
            "why": why,
            "values": version.values,
        }
        data = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
        write_whole(self._folder() / f"{version.number:06}.json", data)
        self._versions = (version, *self._versions)[:KEPT]
        for path in self._folder().glob("*.json"):
            if _number(path) <= version.number - KEPT:
                path.unlink(missing_ok=True)
        return version

    def _folder(self) -> Path:
        folder = self._state_dir / FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdecimal() else 0


def _read(path: Path) -> Version:
    content = json.loads(path.read_bytes())
    values = dict(content["values"])
    foreign = set(values) - set(CHANGEABLE)
    if foreign or not all(type(value) in (str, int) for value in values.values()):
        raise ValueError(f"may not be set on site: {sorted(foreign) or values}")
    if CLOSED_FROM in values and datetime.fromisoformat(values[CLOSED_FROM]).tzinfo is None:
        raise ValueError("a time without a zone")
    if int(content["number"]) != _number(path):
        raise ValueError("not the number of its name")
    return Version(
        int(content["number"]),
        datetime.fromisoformat(content["at"]),
        str(content["who"]),
        str(content["why"]),
        values,
    )
