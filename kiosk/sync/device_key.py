"""The device's private key: made here, kept in a file that only its user can read, never sent."""

import base64
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
from kiosk.store.directory import sync_directory
from kiosk.store.whole_file import write_whole

FILE_NAME = "device.key"
NEXT_NAME = "device.key.next"
"""The key that will be used once central has taken it."""
OLD_NAME = "device.key.old"
"""The key before, for as long as central takes it."""
_RAW_BYTES = 32


class DeviceKeyUnusable(KioskError):
    """The key file is missing, damaged or readable by others."""

    code = "KEY-01"


def load_key(state_dir: Path, name: str = FILE_NAME) -> Ed25519PrivateKey:
    """Read the key.

    Raises:
        DeviceKeyUnusable: with the reason.
    """
    path = state_dir / name
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise DeviceKeyUnusable("others may read it")
        raw = path.read_bytes()
    except OSError as error:
        raise DeviceKeyUnusable("cannot be read") from error
    if len(raw) != _RAW_BYTES:
        raise DeviceKeyUnusable("damaged")
    return Ed25519PrivateKey.from_private_bytes(raw)


def load_or_make_key(state_dir: Path, name: str = FILE_NAME) -> Ed25519PrivateKey:
    """Read the key, or make it: written whole and synced under another name, then given its own."""
    path = state_dir / name
    if path.exists():
        return load_key(state_dir, name)
    state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = Ed25519PrivateKey.generate()
    raw = key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    write_whole(path, raw)
    return key


def take_next(state_dir: Path) -> None:
    """The next key becomes the key, the key becomes the old one; at every moment there is a key."""
    write_whole(state_dir / OLD_NAME, (state_dir / FILE_NAME).read_bytes())
    (state_dir / NEXT_NAME).replace(state_dir / FILE_NAME)
    sync_directory(state_dir)


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The raw public half, 32 bytes."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def public_text(key: Ed25519PrivateKey) -> str:
    """The public half as it goes over the wire: base64."""
    return base64.b64encode(public_bytes(key)).decode()
