"""Files of a desk: whole, on the disk before anybody believes it, and nobody else's to read."""

from pathlib import Path

from kiosk.store.whole_file import write_whole


def keep(folder: Path, name: str, content: bytes) -> str:
    """Keep a file under its own name; gives that name.

    It names a customer's document: it is readable by this computer's own user alone.

    Raises:
        OSError: the disk.
    """
    name = Path(name).name
    folder.mkdir(mode=0o700, exist_ok=True)
    write_whole(folder / name, content)
    return name
