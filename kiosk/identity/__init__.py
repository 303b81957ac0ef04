"""Who a person or company is: identity document types and numbers, parsed once."""

from kiosk.identity.documents import (
    IdType,
    InvalidId,
    PersonId,
    format_id,
    mask_id,
    parse_id,
)

__all__ = ["IdType", "InvalidId", "PersonId", "format_id", "mask_id", "parse_id"]
