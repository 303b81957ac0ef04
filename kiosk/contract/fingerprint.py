"""Digests both sides must agree on: of a request's meaning, and of a frozen document."""

import hashlib
import json

from kiosk.contract.messages import Message

# A retry may carry a renewed token, or come in a later session: it is the same request.
_NOT_MEANING = {"purchase_token", "session", "contract"}


def fingerprint(message: Message) -> str:
    """SHA-256 (hex) of what a message means; equal for every honest retry of it."""
    data = {k: v for k, v in message.model_dump(mode="json").items() if k not in _NOT_MEANING}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{type(message).__name__}\n{text}".encode()).hexdigest()


def document_digest(content: str) -> str:
    """SHA-256 (hex) of a document's canonical text."""
    return hashlib.sha256(content.encode()).hexdigest()
