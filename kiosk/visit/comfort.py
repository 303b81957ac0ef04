"""How a person wants the screens: letters, contrast, reach, motion and time.

It belongs to the visit and ends with it: the next person finds the ordinary screens.
"""

from dataclasses import dataclass, replace

from kiosk.visit.events import Event, OrdinaryComfort, Prefer, SetTextSize

TEXT_SIZES = (100, 125, 150)
"""Percent of the ordinary letters."""

SWITCHES = ("high_contrast", "low_reach", "still", "more_time")
"""What is on or off, as ``Prefer`` names it."""


@dataclass(frozen=True)
class Comfort:
    """One person's preferences.

    ``low_reach`` puts every control into the lower half, ``still`` stops what moves, ``more_time``
    doubles every wait for the person.
    """

    text_size: int = 100
    high_contrast: bool = False
    low_reach: bool = False
    still: bool = False
    more_time: bool = False

    @property
    def patience(self) -> int:
        """How many times the ordinary wait."""
        return 2 if self.more_time else 1


def ordinary(theme: str) -> Comfort:
    """The screens as the chamber wants them.

    >>> ordinary("light").high_contrast, ordinary("contrast").high_contrast
    (False, True)
    """
    return Comfort(high_contrast=theme == "contrast")


def theme_of(comfort: Comfort, theme: str) -> str:
    """The theme to draw; who switches a chamber's high contrast off sees the light one.

    >>> theme_of(Comfort(high_contrast=True), "dark"), theme_of(Comfort(), "contrast")
    ('contrast', 'light')
    """
    if comfort.high_contrast:
        return "contrast"
    return "light" if theme == "contrast" else theme


def prefer(comfort: Comfort, event: Event, theme: str) -> Comfort:
    """The preferences after one more touch; what is not known changes nothing."""
    match event:
        case SetTextSize(code=code) if code in map(str, TEXT_SIZES):
            return replace(comfort, text_size=int(code))
        case Prefer(what=what, on=on) if what in SWITCHES:
            return replace(comfort, **{what: on})
        case OrdinaryComfort():
            return ordinary(theme)
        case _:
            return comfort


def rows_a_page(comfort: Comfort) -> int:
    """Registrations on a page: what fits with letters of that size, and into the lower half."""
    if comfort.low_reach:
        return 2
    return {100: 5, 125: 4}.get(comfort.text_size, 3)


def cards_a_page(comfort: Comfort) -> int:
    """Certificates on a page."""
    if comfort.low_reach:
        return 1
    return 2 if comfort.text_size > 100 else 3
