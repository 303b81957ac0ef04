"""Finds controls on the screen the way a person does: by what is visible.

``findChild`` does not see what a Repeater made (visual children only, measured), so this walks
``childItems``.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow


def visible_items(root: QQuickWindow | QQuickItem) -> Iterator[QQuickItem]:
    """Every visible item below ``root``, parents first."""
    top = root.contentItem() if isinstance(root, QQuickWindow) else root
    pending = [top]
    while pending:
        item = pending.pop()
        if item.isVisible() and item.opacity() > 0:
            yield item
            pending.extend(reversed(item.childItems()))


def find_item(root: QQuickWindow | QQuickItem, object_name: str) -> QQuickItem | None:
    """The first visible item of that name, or None."""
    return next((i for i in visible_items(root) if i.objectName() == object_name), None)


def scene_rect(item: QQuickItem) -> QRectF:
    """Where an item is in its window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def scene_center(item: QQuickItem) -> QPoint:
    """The point of the window to touch for this item."""
    return scene_rect(item).center().toPoint()
