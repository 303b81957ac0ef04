"""``dispensador-central operations quarantine``: charges reported by a stopped kiosk."""

from typing import Annotated

import typer

from central.commands.support import Config, Staff, services, show_table, stop

app = typer.Typer(no_args_is_help=True, help="Charges reported by a revoked or frozen kiosk.")
Capture = Annotated[str, typer.Argument(help="Id, as `list` shows it.")]
Why = Annotated[str, typer.Option("--why", help="Kept in the trail.")]
_TIME = "%Y-%m-%d %H:%M"
_HEAD = ("capture", "operation", "point", "kiosk", "state", "price", "printed", "came", "evidence")


@app.command("list")
def list_kept(config: Config = None) -> None:
    """What waits for a verdict, oldest first (times of Colombia)."""
    from central.clock import local
    from central.operations.quarantine import waiting

    with services(config) as parts:
        rows = [
            (
                kept.id,
                kept.op_id,
                kept.point_of_sale,
                kept.device_state,
                kept.state.value,
                kept.price,
                f"{local(kept.printed_at):{_TIME}}",
                f"{local(kept.received_at):{_TIME}}",
                kept.evidence,
            )
            for kept in waiting(parts)
        ]
    show_table(_HEAD, rows)


@app.command()
def accept(capture: Capture, staff: Staff, why: Why, config: Config = None) -> None:
    """The paper came out: charge it, late."""
    _settle(capture, staff, why, config, accept=True)


@app.command()
def reject(capture: Capture, staff: Staff, why: Why, config: Config = None) -> None:
    """Not believed: nothing is charged; the operation stays as it is."""
    _settle(capture, staff, why, config, accept=False)


def _settle(capture: str, staff: str, why: str, config: Config, *, accept: bool) -> None:
    from central.operations.quarantine import settle

    with services(config) as parts:
        try:
            typer.echo(settle(parts, capture, accept=accept, staff=staff, why=why))
        except ValueError as error:
            stop(str(error))
