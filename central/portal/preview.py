"""A frozen document for the screen: each block with the name its template knows it by."""

from kiosk.documents.model import Block, QrCode, Space, from_json


def preview(content: str) -> list[tuple[str, Block]]:
    """The blocks of a document; what only paper needs is left out.

    Raises:
        ValueError: the text is no document.
    """
    return [
        (type(block).__name__.lower(), block)
        for block in from_json(content).blocks
        if not isinstance(block, QrCode | Space)
    ]
