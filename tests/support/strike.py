"""What befalls a certificate while it is printed, wherever the test's own thread is at that moment.

A test that sees the screen say "printing" and then acts is a race that a busy machine loses: the
certificate may be whole by then. Here the printer's own thread acts, between two lines of dots.
"""

from collections.abc import Callable

from drivers.virtual import VirtualPrinter

_LOOKED_EVERY_MM = 5.0
_WORD = "CERTIFICADO"


def in_certificate(paper: VirtualPrinter, action: Callable[[], object], *, number: int = 1) -> None:
    """Act once, when the title of a certificate is on paper and the rest is not.

    Args:
        paper: the printer.
        action: what happens; the printer stands still until it is done.
        number: the how manyth certificate from now on.
    """
    ahead = number
    strips = 0

    def begins(stage: str, _strip: int) -> None:
        nonlocal strips
        if stage == "begins":
            strips += 1
            look(strips)

    def look(strip: int) -> None:
        nonlocal ahead
        if strip != strips or not ahead:
            return  # that strip is cut, or all is done
        if _WORD not in paper.partial_text():
            paper.after_mm(_LOOKED_EVERY_MM, lambda: look(strip))
            return
        ahead -= 1
        if not ahead:
            action()

    paper.watch(begins)
