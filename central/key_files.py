"""Files with keys: made once, readable by their owner only."""

import base64
import os
from collections.abc import Callable
from pathlib import Path

SECRET_BYTES = 32


def write_once(path: Path, content: bytes) -> None:
    """Write with mode 0600 unless the file is there.

    Written beside and linked into place: two starting processes agree on the key of the first.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()


def load_or_make_secret(path: Path, entropy: Callable[[int], bytes]) -> bytes:
    """The secret in the file, or a new one written there with mode 0600.

    Raises:
        ValueError: the file holds something else than 32 bytes in base64.
        OSError: it cannot be read or written.
    """
    if not path.exists():
        write_once(path, base64.b64encode(entropy(SECRET_BYTES)) + b"\n")
    secret = base64.b64decode(path.read_bytes().strip(), validate=True)
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"{path} holds no secret of {SECRET_BYTES} bytes")
    return secret
