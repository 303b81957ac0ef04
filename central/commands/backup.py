"""``dispensador-central backup`` and ``restore``."""

from pathlib import Path
from typing import Annotated

import typer

from central.commands.support import Config, stop


def backup(
    folder: Annotated[Path, typer.Argument(help="Where copies are kept; one folder is added.")],
    config: Config = None,
) -> None:
    """Copy database and signing key, while central runs."""
    from central.clock import now
    from central.db.backup import BackupFailed, copy
    from central.settings import load_settings

    try:
        typer.echo(copy(load_settings(config), folder, now()))
    except (BackupFailed, ValueError, OSError) as error:
        stop(str(error))


def restore(
    source: Annotated[Path, typer.Argument(help="The folder that backup made.")],
    config: Config = None,
) -> None:
    """Fill an empty database and data folder from a copy; central must not run."""
    from central.db.backup import BackupFailed, bring_back
    from central.settings import load_settings

    try:
        bring_back(load_settings(config), source)
    except (BackupFailed, ValueError, OSError) as error:
        stop(str(error))
    typer.echo("done; now: dispensador-central ledger verify")
