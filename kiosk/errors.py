"""Faults of the environment, each with a stable code; the screens own the sentences."""


class KioskError(Exception):
    """The environment is at fault, not the program. ``code`` is what staff read out on the phone.

    Attributes:
        code: stable for ever, such as ``STO-01``.
    """

    code = "KSK-00"


class NotEnrolled(KioskError):
    """This machine was never paired with a central."""

    code = "ENR-00"
