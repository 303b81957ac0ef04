"""What the section of the settings shows of those that may be changed at the machine."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """Something a setting may say: as the change names it, and as it is read."""

    code: str
    text: str


@dataclass(frozen=True)
class Setting:
    """A setting that may be changed here; ready texts.

    ``value`` is in use, ``later`` counts from the next start on (empty: the same). Without options
    it is typed. ``changed``: it does not come from the file.
    """

    code: str
    value: str
    later: str = ""
    changed: bool = False
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class SiteVersion:
    """What was changed here once; ``values`` are the file's own names."""

    number: int
    when: str
    who: str
    why: str
    values: str
    present: bool
