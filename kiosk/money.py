"""Pesos: whole Colombian pesos as int, and how they are written.

Pesos are used without cents, and integers cannot drift (docs/ARCHITECTURE.md, "Money").
"""

from functools import cache

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern


def format_pesos(amount_pesos: int) -> str:
    """Write an amount the way screens and paper of this house do.

    >>> format_pesos(6100), format_pesos(0), format_pesos(-12100)
    ('$6.100', '$0', '-$12.100')
    """
    locale, pattern = _spelling()
    return str(pattern.apply(amount_pesos, locale, currency="COP", currency_digits=False))


@cache
def _spelling() -> tuple[Locale, NumberPattern]:
    """Read once: Babel would look both up for each amount."""
    return Locale.parse("es_CO"), parse_pattern("¤#,##0")
