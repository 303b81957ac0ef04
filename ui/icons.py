"""Draws the bundled icons in any colour and size, as ``image://icon/<name>/<rrggbb>``.

The files say ``currentColor``; replacing it before drawing needs no shader, so the software
renderer shows the same. Icons hold nothing of a person, so they may be kept between visits.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from ui.resources import ResourceMissing, folder

_ID = re.compile(r"([a-z0-9-]+)/([0-9a-fA-F]{6})")
_CACHE_SIZE = 256


@lru_cache(maxsize=_CACHE_SIZE)
def draw_icon(name: str, colour: str, side_px: int) -> QImage:
    """Draw one icon, square.

    Raises:
        ResourceMissing: if there is no such icon, or it is no picture.
    """
    path = folder("icons") / f"{name}.svg"
    if not path.is_file():
        raise ResourceMissing(f"icon {name}")
    svg = path.read_bytes().replace(b"currentColor", b"#" + colour.encode())
    renderer = QSvgRenderer(QByteArray(svg))
    if not renderer.isValid():
        raise ResourceMissing(f"icon {name}")
    image = QImage(side_px, side_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side_px, side_px))
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """Serves the icons to QML."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested_size: QSize) -> QImage:  # noqa: N802, ARG002
        """Answer one Image; an unknown icon is an empty picture, which QML reports as a warning."""
        match = _ID.fullmatch(id)
        if match is None:
            return QImage()
        try:
            return draw_icon(match[1], match[2].lower(), max(1, requested_size.width()))
        except ResourceMissing:
            return QImage()
