"""Views become what QML can read."""

from dataclasses import dataclass
from enum import StrEnum

import pytest

from tests.ui.views import GALLERY
from ui.convert import to_qml


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Inner:
    can_go_back: bool


@dataclass(frozen=True)
class Outer:
    inner: Inner
    some_rows: tuple[Inner, ...]
    colour: Colour


def test_nested_dataclasses_become_maps_with_names_as_qml_writes_them() -> None:
    view = Outer(Inner(True), (Inner(False),), Colour.RED)

    assert to_qml(view) == {
        "inner": {"canGoBack": True},
        "someRows": [{"canGoBack": False}],
        "colour": "red",
    }


def test_an_enumeration_becomes_its_plain_value() -> None:
    assert type(to_qml(Colour.RED)) is str


@pytest.mark.parametrize(
    "value", [b"bytes", {1, 2}, object(), Outer], ids=["bytes", "set", "object", "class"]
)
def test_what_a_view_may_not_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_qml(value)


@pytest.mark.parametrize("name", GALLERY)
def test_no_view_keeps_a_tuple(name: str) -> None:
    pending = [to_qml(GALLERY[name])]
    while pending:
        value = pending.pop()
        assert not isinstance(value, tuple)
        if isinstance(value, dict):
            pending.extend(value.values())
        if isinstance(value, list):
            pending.extend(value)
