"""Signing and checking of frozen documents.

Ed25519 over the SHA-256 of their canonical text (RFC 8032).
"""

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from kiosk.contract.fingerprint import document_digest
from kiosk.contract.messages import SignedDocument


def sign_document(content: str, key: Ed25519PrivateKey) -> SignedDocument:
    """Freeze a canonical text under central's key."""
    digest = document_digest(content)
    signature = base64.b64encode(key.sign(bytes.fromhex(digest))).decode()
    return SignedDocument(content=content, digest=digest, signature=signature)


def document_is_genuine(document: SignedDocument, central_key: str) -> bool:
    """True if digest and signature fit the content.

    ``central_key`` is the pinned raw key, base64.
    """
    if document_digest(document.content) != document.digest:
        return False
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(central_key, validate=True))
        key.verify(
            base64.b64decode(document.signature, validate=True),
            bytes.fromhex(document.digest),
        )
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True
