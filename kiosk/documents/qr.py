"""QR symbols as a matrix of dark modules, so that every medium draws them sharply.

Source: ISO/IEC 18004; error correction M, quiet zone of four modules left to whoever draws.
"""

from functools import lru_cache

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET_MODULES = 4


@lru_cache(maxsize=64)
def qr_matrix(data: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, ``True`` for dark, without quiet zone.

    >>> len(qr_matrix("https://camara.invalid/v/ABCD2345")) == len(qr_matrix("A")) + 8
    True
    """
    return _matrix(data)


def dark_runs(data: str, *, secret: bool = False) -> tuple[tuple[int, int, int], ...]:
    """Horizontal runs ``(row, first column, length)``: far fewer rectangles than modules.

    What is ``secret`` is drawn and not remembered.
    """
    runs: list[tuple[int, int, int]] = []
    for y, row in enumerate(_matrix(data) if secret else qr_matrix(data)):
        start: int | None = None
        for x, dark in enumerate((*row, False)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                runs.append((y, start, x - start))
                start = None
    return tuple(runs)


def qr_size(data: str) -> int:
    """Modules along an edge, without remembering anything.

    >>> qr_size("A")
    21
    """
    return len(_matrix(data))


def _matrix(data: str) -> tuple[tuple[bool, ...], ...]:
    # a class with a parameter in the stubs alone
    symbol: QRCode = QRCode(error_correction=ERROR_CORRECT_M, border=0)  # type: ignore[type-arg]
    symbol.add_data(data)
    symbol.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in symbol.get_matrix())
