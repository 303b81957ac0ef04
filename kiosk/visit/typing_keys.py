"""Typing on the machine's own keys: secrets and numbers, with their limits."""

from dataclasses import replace

from kiosk.visit.events import Clear, Erase, KeyPressed, Shift, Show
from kiosk.visit.state import Typing

SECRET_LENGTH_MAX = 64
QUERY_LENGTH_MAX = 40


def type_secret(key: Typing, event: object) -> Typing:
    """The secret after one more key; while it is being checked the keys are dead."""
    if key.checking:
        return key
    match event:
        case KeyPressed(char=char) if len(char) == 1 and len(key.text) < SECRET_LENGTH_MAX:
            typed = char.upper() if key.caps else char
            return replace(key, text=key.text + typed, error="")
        case Erase():
            return replace(key, text=key.text[:-1])
        case Clear():
            return replace(key, text="")
        case Shift():
            return replace(key, caps=not key.caps)
        case Show(on=on):
            return replace(key, showing=on)
        case _:
            return key


def type_text(text: str, event: object, length_max: int) -> str:
    """Plain text after one more key; what is no key changes nothing."""
    match event:
        case KeyPressed(char=char) if len(char) == 1 and len(text) < length_max:
            return text + char
        case Erase():
            return text[:-1]
        case Clear():
            return ""
        case _:
            return text
