"""Which refusals are of the machine or the moment (try again), and which of the message itself."""

from kiosk.contract.problems import ProblemCode

_PASSING = frozenset(
    {
        # The moment: central is busy or not there.
        ProblemCode.IN_PROGRESS,
        ProblemCode.THROTTLED,
        ProblemCode.UNAVAILABLE,
        ProblemCode.INTERNAL,
        # The machine: people mend its clock, its key or its version, and what is queued goes out
        # then.
        ProblemCode.CLOCK_SKEW,
        ProblemCode.SIGNATURE_INVALID,
        ProblemCode.NONCE_REUSED,
        ProblemCode.DEVICE_UNKNOWN,
        ProblemCode.DEVICE_REVOKED,
        ProblemCode.DEVICE_CLONED,
        ProblemCode.CONTRACT_UNSUPPORTED,
    }
)


def passes(code: ProblemCode) -> bool:
    """True if the same message may be accepted later.

    >>> passes(ProblemCode.CLOCK_SKEW), passes(ProblemCode.VOIDED_BEFORE_CAPTURE)
    (True, False)
    """
    return code in _PASSING
