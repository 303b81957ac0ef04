"""Row ids: UUIDv7 (RFC 9562 section 5.7), time-ordered, so that indexes grow at their end."""

import secrets
import time
import uuid


def new_id() -> str:
    """A fresh UUIDv7 as lower-case text."""
    return uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))


def uuid7(unix_ms: int, entropy: bytes) -> str:
    """A UUIDv7 of a given millisecond and 10 random bytes.

    >>> uuid7(0x017F22E279B0, bytes.fromhex("0cc318c4dc0c0c07398f"))
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
    """
    value = int.from_bytes(unix_ms.to_bytes(6) + entropy)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))
