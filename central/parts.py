"""What routes work with. They are made once for a process: FastAPI takes long to make a hundred.

What differs between two applications of a process they find at the request.
"""

from dataclasses import dataclass, field

from fastapi import Request

from central.metrics import Metrics
from central.operations.verification import code_status
from central.portal.throttle import Throttle
from central.portal.verification import CodeLookup
from central.services import Services
from central.sweeper import Sweeper

STAFF_TRIES_A_MINUTE = 20
"""Of one client in the office, with right keys or wrong ones."""


@dataclass(frozen=True)
class Parts:
    """Of one application; ``lookup`` knows the states of verification codes."""

    services: Services
    metrics: Metrics
    sweeper: Sweeper
    lookup: CodeLookup = code_status
    questions: Throttle = field(default_factory=Throttle)
    staff_tries: Throttle = field(default_factory=lambda: Throttle(STAFF_TRIES_A_MINUTE))


def parts_of(request: Request) -> Parts:
    """Of the application that was asked."""
    parts = request.app.state.parts
    assert isinstance(parts, Parts), "an application of ours keeps its parts"
    return parts
