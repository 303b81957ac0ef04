"""A log to take away: whose machine, when and by whom, then its lines, oldest first."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.contract.opening_hours import BOGOTA


@dataclass(frozen=True)
class Head:
    """What stands above the lines."""

    point_of_sale: str
    device_id: str
    version: str
    made_at: datetime
    by: str


def written(head: Head, newest_first: Sequence[dict[str, Any]], longest: int) -> str:
    """As many of the newest lines as fit into so many characters, below their head."""
    room = longest - len(_head(head, len(newest_first))) - 1
    kept: list[str] = []
    for line in newest_first:
        text = json.dumps(line, ensure_ascii=False, sort_keys=True)
        room -= len(text) + 1
        if room < 0:
            break
        kept.append(text)
    return "\n".join((_head(head, len(kept)), *reversed(kept))) + "\n"


def file_name(head: Head) -> str:
    """Machine and local time, so that two sticks of two machines are told apart.

    >>> from datetime import UTC
    >>> file_name(Head("K01", "d", "1", datetime(2026, 11, 21, 20, 35, 9, tzinfo=UTC), "teresa"))
    'dispensador-K01-20261121-153509.jsonl'
    """
    return f"dispensador-{head.point_of_sale}-{head.made_at.astimezone(BOGOTA):%Y%m%d-%H%M%S}.jsonl"


def _head(head: Head, count: int) -> str:
    return json.dumps(
        {
            "point_of_sale": head.point_of_sale,
            "device_id": head.device_id,
            "version": head.version,
            "made_at": head.made_at.isoformat(timespec="seconds"),
            "by": head.by,
            "lines": count,
        },
        sort_keys=True,
    )
