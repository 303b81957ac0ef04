"""Settings that every test shares, set before Qt is loaded."""

import logging
import os
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import HealthCheck, settings

from tests.support import engines, scratch

for name, value in {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "*.debug=false",
    "QT_SCALE_FACTOR": "1",
    "QT_QUICK_BACKEND": "software",
}.items():
    os.environ.setdefault(name, value)

# A deadline measures the load of the machine, not the code; pytest's time-out ends what hangs.
# The suite tries the same examples everywhere, so that a red run can be repeated; the search for
# new ones is a proof of its own (`make prove NAME=properties`).
settings.register_profile(
    "dispensador",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search",
    deadline=None,
    max_examples=3_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("DISPENSADOR_PROPERTIES", "dispensador"))
engines.share()
scratch.use_memory()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Who asks for patience begins first, or one worker would be at it when the others are done."""
    items.sort(key=_patience_s, reverse=True)  # stable: the order is as random as it was


def _patience_s(item: pytest.Item) -> float:
    asked = item.get_closest_marker("timeout")
    return float(asked.args[0]) if asked else 0.0


@pytest.fixture(autouse=True)
def _logs_are_put_back() -> Iterator[None]:
    """Programs set where logs go for their whole process; the next test starts anew."""
    handlers, level = logging.root.handlers[:], logging.root.level
    structlog.reset_defaults()
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
