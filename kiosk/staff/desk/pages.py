"""A long list by pages: the arrows go through all of it, the screen shows the page of the chosen.

>>> page_of(("a", "b", "c", "d", "e"), "d", 2)
(('c', 'd'), 2, 3)
>>> beside(("a", "b", "c"), "c", "down"), beside(("a", "b", "c"), "c", "up")
('c', 'b')
"""

from collections.abc import Sequence


def page_of(keys: Sequence[str], chosen: str, size: int) -> tuple[tuple[str, ...], int, int]:
    """The keys of the page with the chosen one, its number from 1, and how many pages there are."""
    at = keys.index(chosen) // size if chosen in keys else 0
    pages = max(1, -(-len(keys) // size))
    return tuple(keys[at * size : (at + 1) * size]), at + 1, pages


def beside(keys: Sequence[str], chosen: str, to: str) -> str:
    """The next one (``down``) or the one before (``up``); at an end it stays."""
    if chosen not in keys:
        return keys[0] if keys else ""
    at = keys.index(chosen) + (1 if to == "down" else -1)
    return keys[min(max(at, 0), len(keys) - 1)]
