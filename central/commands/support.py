"""What every command needs: the settings, the parts, a table on the console, an end with reason."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from central.services import Services
from central.staff.rules import Action

Config = Annotated[Path | None, typer.Option("--config", help="TOML file with the settings.")]
Staff = Annotated[str, typer.Option("--staff", help="Login of who decides.")]


@contextmanager
def services(config: Path | None) -> Iterator[Services]:
    """The parts for the settings; the connections are given back at the end."""
    from central.services import make_services
    from central.settings import load_settings

    try:
        parts = make_services(load_settings(config))
    except (ValueError, OSError) as error:
        stop(str(error))
    try:
        yield parts
    finally:
        parts.database.close()


def staff_id(parts: Services, login: str, action: Action) -> str:
    """The row id of a staff member, for the trail; ends the command if the action is not theirs."""
    from central.staff.entitled import NotEntitled, entitled

    try:
        return parts.database.run(lambda db: entitled(db, parts.chamber, login, action)).id
    except NotEntitled as error:
        stop(str(error))


def show_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print columns as wide as their widest cell."""
    lines = [[*head], *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())


def stop(reason: str) -> NoReturn:
    """End with the reason on standard error and status 1."""
    typer.echo(reason, err=True)
    raise typer.Exit(1)
