"""Files with keys: made once, readable by their owner only."""

import os
from pathlib import Path


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
