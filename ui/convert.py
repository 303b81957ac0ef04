"""Turns a view into what QML can read: the only place that knows both shapes.

QML has no use for tuples (a Repeater shows nothing for one, measured) or Python enums, and writes
names in camelCase; so dataclasses become maps with camelCase keys, tuples lists, enums their value.
"""

from dataclasses import fields, is_dataclass
from enum import Enum


def to_qml(value: object) -> object:
    """Convert one value of a view, and all that is in it.

    >>> from kiosk.visit.views import Choice
    >>> to_qml((Choice("buy", selected=True),))
    [{'code': 'buy', 'enabled': True, 'reason': '', 'selected': True}]

    Raises:
        TypeError: for what a view may not hold; it is text, numbers, flags and nested views.
    """
    if isinstance(value, Enum):
        return to_qml(value.value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {camel(f.name): to_qml(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [to_qml(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_qml(item) for key, item in value.items()}
    raise TypeError(f"a view may not hold {type(value).__name__}")


def camel(name: str) -> str:
    """Write a Python name as QML does.

    >>> camel("can_go_back")
    'canGoBack'
    """
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
