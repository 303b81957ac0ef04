"""A window beside the kiosk that shows the paper as it comes out.

Its pictures come through a port.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRasterWindow

REFRESH_MS = 150
MARGIN_PX = 24

PaperSource = Callable[[], tuple[int, int, bytes] | None]
"""Newest picture of the paper.

Width, height, one byte a pixel (0 black); None while there is none.
"""


class PaperWindow(QRasterWindow):
    """Shows the end of the paper that is nearest to the printer, as wide as the window allows."""

    def __init__(self, source: PaperSource, title: str) -> None:
        super().__init__()
        self.setTitle(title)
        self.resize(520, 960)
        self._source = source
        self._image: QImage | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(REFRESH_MS)

    def _look(self) -> None:
        picture = self._source()
        if picture is None:
            return
        width, height, pixels = picture
        # The copy owns its bytes; the view on ``pixels`` must not outlive them.
        self._image = QImage(pixels, width, height, width, QImage.Format.Format_Grayscale8).copy()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Draw the newest picture on a quiet ground."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), self.height()), QColor("#384660"))
        if self._image is not None:
            width = self.width() - 2 * MARGIN_PX
            scale = width / self._image.width()
            shown = int((self.height() - 2 * MARGIN_PX) / scale)
            top = max(0, self._image.height() - shown)
            rows = self._image.height() - top
            source = QRect(0, top, self._image.width(), rows)
            target = QRect(MARGIN_PX, MARGIN_PX, width, int(rows * scale))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image, source)
        painter.end()
