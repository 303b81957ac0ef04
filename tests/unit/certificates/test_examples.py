"""The examples in the docstrings of these rooms are true."""

import doctest
import importlib
import pkgutil

import pytest

PACKAGES = (
    "kiosk.contract",
    "kiosk.documents",
    "central.registry",
    "central.certificates",
    "central.portal",
    "central.staff",
)


def modules() -> list[str]:
    return [
        found.name
        for package in PACKAGES
        for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}.")
    ]


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_examples_are_found_at_all() -> None:
    tried = sum(doctest.testmod(importlib.import_module(name)).attempted for name in modules())
    assert tried > 10
