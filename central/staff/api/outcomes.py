"""From what a rule says no with to the problem that goes over the wire."""

from collections.abc import Iterator
from contextlib import contextmanager

from central.problems import Refusal
from central.staff.approvals import ApprovalNeeded
from central.staff.entitled import NotEntitled
from kiosk.contract.problems import ProblemCode


@contextmanager
def refusals(*expected: type[ValueError]) -> Iterator[None]:
    """Turn the refusals of a rule into problems; whatever else is raised is a bug.

    Raises:
        Refusal: ``not-entitled``, ``approval-needed``, and ``not-possible`` for the ``expected``.
    """
    try:
        yield
    except NotEntitled as error:
        raise Refusal(ProblemCode.NOT_ENTITLED, str(error)) from error
    except ApprovalNeeded as error:
        raise Refusal(ProblemCode.APPROVAL_NEEDED, str(error)) from error
    except expected as error:
        raise Refusal(ProblemCode.NOT_POSSIBLE, str(error)) from error
