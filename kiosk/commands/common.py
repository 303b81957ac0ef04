"""What every command needs: its settings, the store as it is, and a sentence for each failure."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from kiosk.errors import KioskError
from kiosk.settings import Settings, load_settings
from kiosk.store.failure import StoreFailed
from kiosk.store.reader import Reader

EXIT_DISK = 74
"""``EX_IOERR`` of sysexits.h: start me again and let me check the disk."""

T = TypeVar("T")

Config = Annotated[
    Path | None, typer.Option("--config", help="settings file; default: the user's own")
]


def settings_of(config: Path | None) -> Settings:
    """The settings of this file, or of the places where they usually are."""
    return or_exit(lambda: load_settings(config))


def or_exit(work: Callable[[], T]) -> T:
    """Do it, or say the error's code and end: an operator wants a sentence, not a traceback."""
    try:
        return work()
    except KioskError as error:
        typer.echo(f"{error.code}: {error}", err=True)
        raise typer.Exit(EXIT_DISK if isinstance(error, StoreFailed) else 1) from error


def reader_of(config: Path | None) -> Reader:
    """The store as it is now, whether the dispenser is running or not."""
    return Reader(settings_of(config).state_dir)
