"""Pesos: whole Colombian pesos as int, and how they are written.

Pesos are used without cents, and integers cannot drift (docs/ARCHITECTURE.md, "Money").
"""

from babel.numbers import format_currency


def format_pesos(amount_pesos: int) -> str:
    """Write an amount the way screens and paper of this house do.

    >>> format_pesos(6100), format_pesos(0), format_pesos(-12100)
    ('$6.100', '$0', '-$12.100')
    """
    return format_currency(
        amount_pesos, "COP", format="¤#,##0", locale="es_CO", currency_digits=False
    )
