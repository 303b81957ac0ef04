"""Draws a small picture that a view brings along itself, as ``image://dots/<base64 of a PNG>``.

The window opens no address, so a picture that belongs to no file comes as text of the view; it is
made by the program, dot for dot as a printer's head will print it.
"""

import base64
import binascii

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

TEXT_MAX = 200_000


class DotsProvider(QQuickImageProvider):
    """Serves such pictures to QML."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested_size: QSize) -> QImage:  # noqa: N802, ARG002
        """Answer one Image; what is none is an empty picture, which QML reports as a warning."""
        try:
            data = base64.urlsafe_b64decode(id[:TEXT_MAX])
        except (binascii.Error, ValueError):
            return QImage()
        return QImage.fromData(data)
