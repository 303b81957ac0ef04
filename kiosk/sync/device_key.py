"""The device's private key: made here, kept in a file that only its user can read, never sent."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from kiosk.errors import KioskError

FILE_NAME = "device.key"
_RAW_BYTES = 32


class DeviceKeyUnusable(KioskError):
    """The key file is missing, damaged or readable by others."""

    code = "KEY-01"


def load_key(state_dir: Path) -> Ed25519PrivateKey:
    """Read the key.

    Raises:
        DeviceKeyUnusable: with the reason.
    """
    path = state_dir / FILE_NAME
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise DeviceKeyUnusable("others may read it")
        raw = path.read_bytes()
    except OSError as error:
        raise DeviceKeyUnusable("cannot be read") from error
    if len(raw) != _RAW_BYTES:
        raise DeviceKeyUnusable("damaged")
    return Ed25519PrivateKey.from_private_bytes(raw)


def load_or_make_key(state_dir: Path) -> Ed25519PrivateKey:
    """Read the key, or make it: written whole and synced under another name, then given its own."""
    path = state_dir / FILE_NAME
    if path.exists():
        return load_key(state_dir)
    state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = Ed25519PrivateKey.generate()
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    if os.name == "posix":
        directory = os.open(state_dir, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
    return key


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The raw public half, 32 bytes."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
