"""The pictures a Logo block may name: black on white PNG files in ``resources/logos``."""

import re
from functools import lru_cache
from importlib.resources import files

_NAME = re.compile(r"[a-z0-9-]{1,40}")


@lru_cache(maxsize=32)
def logo_png(name: str) -> bytes | None:
    """The picture's bytes, or ``None`` where there is none and the text stands alone.

    >>> logo_png("../secret") is None
    True
    """
    if not _NAME.fullmatch(name):
        return None
    file = files("resources") / "logos" / f"{name}.png"
    return file.read_bytes() if file.is_file() else None
