"""The frame of a staff screen: what the window needs of it, whatever its body is.

The fields are those of a visit's view that the window and its theme read; ``who`` is the name of
the person who is signed in, empty before.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class StaffView:
    """A whole screen.

    ``screen`` names the QML file under ``screens`` (``maintenance/Overview``); ``body`` is a frozen
    dataclass of texts, numbers, flags and codes. ``can_switch``: the language may be changed here.
    ``countdown_s`` above 0 asks whether anybody is still there.
    """

    screen: str
    body: object
    chamber: str
    who: str = ""
    language: str = "es"
    can_go_back: bool = False
    can_finish: bool = False
    can_switch: bool = False
    countdown_s: int = 0
    busy: bool = False
    theme: str = "light"
    text_scale: int = 100
    low_reach: bool = False
    still: bool = True
    brand: dict[str, str] = field(default_factory=dict)
