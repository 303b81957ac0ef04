"""The sample registry's words, from ``resources/sample``."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from central.registry.sample.facts import Activity


@cache
def legal_texts() -> dict[str, Any]:
    """Statutory wording: objects, faculties, organs."""
    return _load("legal_texts.toml")


@cache
def names() -> dict[str, Any]:
    """Lists of words to make names and addresses from."""
    return _load("names.toml")


@cache
def activities() -> tuple[Activity, ...]:
    """The economic activities of the sample."""
    return tuple(Activity(**item) for item in names()["activities"])


def _load(file: str) -> dict[str, Any]:
    return tomllib.loads((files("resources") / "sample" / file).read_text("utf-8"))
