"""What this machine knows of the logo in its printer: when it was written, and which one it is.

The memory wears, so every writing is on disk before it begins and counts whatever became of it: a
power cut in the middle wrote as well. From then until the proof nobody knows what is stored.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.store.directory import sync_directory

FILE_NAME = "printer-logo.json"
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class KeptLogo:
    """A logo that the printer answered for; ``at`` is when, as ISO text in UTC."""

    at: str
    name: str
    digest: str
    width_dots: int
    height_dots: int
    free_bytes: int


class LogoBook:
    """The file; each change is synced before it is believed.

    Raises:
        OSError: the disk; then nothing may be written to the printer either.
        ValueError: the file is not ours, and nobody may guess how often it was written.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def kept(self) -> KeptLogo | None:
        """What is stored; None: nobody knows."""
        found = self._read()["logo"]
        return KeptLogo(**found) if found else None

    def written(self, now: datetime) -> int:
        """How often within a day; what a wrong clock dated later than now counts, too."""
        return len(_lately(self._read()["writes"], now))

    def begin(self, now: datetime) -> None:
        """Before the first byte of a writing is sent."""
        writes = _lately(self._read()["writes"], now)
        self._keep({"writes": [*writes, now.astimezone(UTC).isoformat()], "logo": None})

    def done(self, logo: KeptLogo) -> None:
        """The printer answered for it."""
        self._keep({**self._read(), "logo": asdict(logo)})

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return {"writes": [str(each) for each in found["writes"]], "logo": found["logo"]}
        except FileNotFoundError:
            return {"writes": [], "logo": None}
        except (KeyError, TypeError) as error:
            raise ValueError(f"{self._path} is not what is known of a logo") from error

    def _keep(self, content: dict[str, Any]) -> None:
        fresh = self._path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        sync_directory(self._path.parent)


def _lately(writes: list[str], now: datetime) -> list[str]:
    return [each for each in writes if datetime.fromisoformat(each) > now - _DAY]
