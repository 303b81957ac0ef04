"""The cash receipt of a settled order: captured lines only, gapless number given by the caller."""

from kiosk.documents.cash_receipt import ReceiptData, ReceiptLine, cash_receipt
from kiosk.documents.model import Document

__all__ = ["ReceiptData", "ReceiptLine", "build_receipt"]


def build_receipt(data: ReceiptData) -> Document:
    """The receipt's document, ready to be frozen and signed.

    Raises:
        ValueError: nothing was captured, so there is nothing to give a receipt for.
    """
    if not data.lines:
        raise ValueError("a receipt needs at least one captured line")
    return cash_receipt(data)
