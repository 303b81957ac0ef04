"""Quantities as a technician reads them, in the language of the screen."""

from babel.numbers import format_decimal

from kiosk.locales import LOCALES


def metres(length_mm: int, language: str) -> str:
    """A length of paper.

    >>> metres(12_340, "es"), metres(80_000, "en")
    ('12,3 m', '80 m')
    """
    return f"{format_decimal(length_mm / 1000, '0.#', locale=LOCALES[language])} m"


def gigabytes(size_mb: int, language: str) -> str:
    """Space on a disk.

    >>> gigabytes(512, "es"), gigabytes(12_800, "es")
    ('512 MB', '12,5 GB')
    """
    if size_mb < 1024:
        return f"{size_mb} MB"
    return f"{format_decimal(size_mb / 1024, '0.#', locale=LOCALES[language])} GB"


def seconds(value: float, language: str) -> str:
    """A short time.

    >>> seconds(0.0321, "es"), seconds(4.26, "es")
    ('32 ms', '4,3 s')
    """
    if abs(value) < 1:
        return f"{round(value * 1000)} ms"
    return f"{format_decimal(value, '0.#', locale=LOCALES[language])} s"


def span(value_s: float) -> str:
    """A long time, in its two largest units.

    >>> span(42), span(3_720), span(3 * 86_400 + 7_300)
    ('42 s', '1 h 2 min', '3 d 2 h')
    """
    whole = int(value_s)
    days, rest = divmod(whole, 86_400)
    hours, rest = divmod(rest, 3_600)
    minutes, secs = divmod(rest, 60)
    if days:
        return f"{days} d {hours} h"
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min" if minutes else f"{secs} s"
