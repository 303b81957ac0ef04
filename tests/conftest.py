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


@pytest.fixture(autouse=True)
def _logs_are_put_back() -> Iterator[None]:
    """Programs set where logs go for their whole process; the next test starts anew."""
    handlers, level = logging.root.handlers[:], logging.root.level
    structlog.reset_defaults()
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
