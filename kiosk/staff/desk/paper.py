"""A paper of the desk on its way."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Paper:
    """A paper on its way: ``number`` is its request, ``file`` its PDF once it is there."""

    number: int
    state: Literal["working", "done", "failed"] = "working"
    error: str = ""
    file: str = ""
