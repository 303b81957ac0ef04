"""``audit``, ``outbox``, ``paper``, ``store``: what this machine keeps, for who looks after it."""

from typing import Annotated

import typer

from kiosk.commands.common import Config, or_exit, reader_of, settings_of
from kiosk.station import proof
from kiosk.station.integrity import accept_breach, read_breaches
from kiosk.store import queries, schema, witnesses
from kiosk.store.roll import load_roll
from kiosk.store.store import Store
from kiosk.system import SystemClock

audit = typer.Typer(no_args_is_help=True, help="The local audit chain, and what contradicts it.")
outbox = typer.Typer(no_args_is_help=True, help="Messages that central has not answered yet.")
paper = typer.Typer(no_args_is_help=True, help="The roll in the printer.")
store_commands = typer.Typer(no_args_is_help=True, help="The store of this machine.")


@audit.command()
def verify(config: Config = None) -> None:
    """Check the whole audit chain of this machine, and every checkpoint of it."""
    verdict = or_exit(lambda: proof.verify(reader_of(config)))
    for problem in verdict.problems:
        typer.echo(problem, err=True)
    if verdict.problems:
        raise typer.Exit(1)
    typer.echo(
        f"{verdict.size} rows, head {verdict.head}\n"
        f"{verdict.checkpoints} checkpoints, signed by central up to row {verdict.witnessed}"
    )


@audit.command("breaches")
def list_breaches(config: Config = None) -> None:
    """List what was found broken; exit 1 while the machine is out of service for it."""
    found = or_exit(lambda: reader_of(config).read(read_breaches))
    for breach in found:
        state = f"accepted: {breach.why}" if breach.accepted_at else "OPEN"
        typer.echo(f"{breach.found_at:%Y-%m-%d %H:%M} {breach.name} ({breach.detail}) {state}")
    raise typer.Exit(1 if any(breach.accepted_at is None for breach in found) else 0)


@audit.command()
def accept(
    name: Annotated[str, typer.Argument(help="as `audit breaches` names it")],
    why: Annotated[str, typer.Option("--why", help="who looked at it, and what it was")],
    config: Config = None,
) -> None:
    """Let the machine serve again after people looked; the dispenser must not be running."""
    settings = settings_of(config)
    store = or_exit(lambda: Store(settings.state_dir))
    try:
        taken = store.write(lambda c: accept_breach(c, SystemClock().now(), name, why.strip()))
    finally:
        store.close()
    if not taken:
        typer.echo("there is no such open breach", err=True)
        raise typer.Exit(1)


@audit.command("days")
def list_days(config: Config = None) -> None:
    """List the days this machine counted beside central; exit 1 if one of them differs."""
    days = or_exit(lambda: reader_of(config).read(witnesses.read_days))
    for day in days:
        typer.echo(f"{day.day} {day.outcome or 'not compared yet'} {day.detail}".rstrip())
    raise typer.Exit(1 if any(day.outcome in ("different", "refused") for day in days) else 0)


@outbox.command("list")
def list_outbox(config: Config = None) -> None:
    """List every message that waits: for its next try, or, parked, for a person (exit 1)."""
    items = or_exit(lambda: queries.waiting_items(reader_of(config)))
    for item in items:
        state = (
            f"PARKED {item.parked_reason}"
            if item.parked_reason
            else f"{item.attempts} tries, next {item.next_try_at:%Y-%m-%d %H:%M:%S}Z "
            f"{item.last_error}"
        )
        typer.echo(
            f"{item.device_seq} {item.kind} {item.op_id} since {item.since:%Y-%m-%d %H:%M:%S}Z "
            f"{state}".rstrip()
        )
    raise typer.Exit(1 if any(item.parked_reason for item in items) else 0)


@paper.command("loaded")
def paper_loaded(
    metres: Annotated[
        int | None, typer.Option("--metres", min=1, max=1000, help="default: a new roll")
    ] = None,
    config: Config = None,
) -> None:
    """Tell the dispenser, while it is not running, which roll was put in."""
    settings = settings_of(config)
    length_mm = (metres or settings.printer.roll_m) * 1000
    store = or_exit(lambda: Store(settings.state_dir))
    try:
        store.write(lambda c: load_roll(c, SystemClock().now(), length_mm))
    finally:
        store.close()


@store_commands.command("schema")
def show_schema() -> None:
    """Say which schema of the store this program works with."""
    typer.echo(schema.head())


@store_commands.command()
def downgrade(
    revision: Annotated[str, typer.Argument(help="as `store schema` of the older program says")],
    config: Config = None,
) -> None:
    """Bring the store to an older program's schema; the dispenser must not be running."""
    settings = settings_of(config)
    or_exit(lambda: Store(settings.state_dir).take_back(revision))
