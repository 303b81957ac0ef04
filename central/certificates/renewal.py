"""Is a registration renewed? Every year by the last day of March.

Source: Código de Comercio, article 33. Bidders renew by other rules
and have no renewed year here.
"""

from datetime import date
from typing import Literal

RenewalState = Literal["renewed", "due", "overdue"]


def deadline(year: int) -> date:
    """The last day to renew for a year."""
    return date(year, 3, 31)


def renewal_state(last_renewed_year: int | None, on: date) -> RenewalState:
    """How a registration stands on a day.

    >>> [renewal_state(2025, date(2026, month, 31)) for month in (3, 5)]
    ['due', 'overdue']
    >>> renewal_state(2026, date(2026, 5, 1)), renewal_state(2024, date(2026, 1, 2))
    ('renewed', 'overdue')
    >>> renewal_state(None, date(2026, 1, 2))
    'renewed'
    """
    if last_renewed_year is None or last_renewed_year >= on.year:
        return "renewed"
    if last_renewed_year == on.year - 1 and on <= deadline(on.year):
        return "due"
    return "overdue"
