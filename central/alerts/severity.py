"""How bad an alert is: whether somebody is called at night or reads it in the morning."""

from enum import StrEnum

from central.alerts.rules import Rule
from central.records.record import IncidentKind


class Severity(StrEnum):
    """``URGENT``: money, identity or evidence is at stake; ``WARNING``: a machine needs care."""

    WARNING = "warning"
    URGENT = "urgent"


_URGENT_RULES = frozenset({Rule.CLONED, Rule.GAP, Rule.PARKED})
# Told for the record: the money is where it belongs, and nobody has to hurry.
_CALM_INCIDENTS = frozenset({IncidentKind.LATE_CAPTURE, IncidentKind.OPERATION_STALE})


def severity(rule: str, subject: str) -> Severity:
    """Of an alert; an incident's subject is its kind, and one nobody has judged is urgent.

    >>> [severity(*alert).value for alert in (("incident", "late-capture"), ("incident", "new"))]
    ['warning', 'urgent']
    """
    urgent = subject not in _CALM_INCIDENTS if rule == Rule.INCIDENT else rule in _URGENT_RULES
    return Severity.URGENT if urgent else Severity.WARNING
