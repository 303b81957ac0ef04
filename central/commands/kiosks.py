"""``dispensador-central kiosks``: list, look at, stop, and configure devices."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from central.commands.support import Config, Staff, services, show_table, staff_id, stop
from central.staff.rules import Action

if TYPE_CHECKING:
    from central.devices.listing import Kiosk
    from central.services import Services

app = typer.Typer(no_args_is_help=True, help="Kiosks: state, revocation, configuration.")
Name = Annotated[str, typer.Argument(help="Id, serial number or point of sale.")]
_TIME = "%Y-%m-%d %H:%M"
_HEAD = (
    "point",
    "serial",
    "state",
    "heard",
    "printer",
    "paper",
    "queue",
    "disk",
    "skew",
    "version",
    "id",
)


@app.command("list")
def list_kiosks(config: Config = None) -> None:
    """Every kiosk with its last heartbeat (times of Colombia)."""
    from central.clock import local
    from central.devices.listing import kiosks

    with services(config) as parts:
        rows = []
        for kiosk in kiosks(parts):
            told = kiosk.health
            rows.append(
                (
                    kiosk.point_of_sale,
                    kiosk.serial,
                    kiosk.state.value,
                    f"{local(told.at):{_TIME}}" if told else "never",
                    told.printer if told else "-",
                    "-" if told is None or told.paper_mm is None else f"{told.paper_mm} mm",
                    f"{told.queue_length} / {told.queue_age_s} s" if told else "-",
                    f"{told.disk_free_mb} MB" if told else "-",
                    f"{told.clock_skew_s} s" if told else "-",
                    told.version if told else "-",
                    kiosk.id,
                )
            )
    show_table(_HEAD, rows)


@app.command()
def show(name: Name, config: Config = None) -> None:
    """All that is known of one kiosk."""
    with services(config) as parts:
        kiosk = _found(parts, name)
    for key, value in asdict(kiosk).items():
        if isinstance(value, dict):
            for inner, content in value.items():
                typer.echo(f"{key}.{inner}: {content}")
        else:
            typer.echo(f"{key}: {value}")


@app.command()
def revoke(name: Name, staff: Staff, config: Config = None) -> None:
    """Stop a kiosk at once and for ever: lost, stolen or replaced."""
    from central.devices.state import NotChanged
    from central.devices.state import revoke as stop_kiosk

    with services(config) as parts:
        device_id, by = _found(parts, name).id, staff_id(parts, staff, Action.REVOKE_KIOSK)
        try:
            stop_kiosk(parts, device_id, by)
        except NotChanged as error:
            stop(str(error))
    typer.echo(f"{device_id} revoked")


@app.command()
def unfreeze(name: Name, staff: Staff, config: Config = None) -> None:
    """Let a frozen kiosk work again, after somebody made sure that there is only one of it."""
    from central.devices.state import NotChanged
    from central.devices.state import unfreeze as let_work

    with services(config) as parts:
        device_id, by = _found(parts, name).id, staff_id(parts, staff, Action.UNFREEZE_KIOSK)
        try:
            let_work(parts, device_id, by)
        except NotChanged as error:
            stop(str(error))
    typer.echo(f"{device_id} active")


@app.command()
def configure(
    values: Annotated[str, typer.Argument(help='JSON, as {"idle_s": 60}; {} takes all back.')],
    staff: Staff,
    kiosk: Annotated[str, typer.Option(help="Only this one; all if absent.")] = "",
    config: Config = None,
) -> None:
    """Set what kiosks fetch with their next heartbeat; prints the new version."""
    from central.devices.configuration import EVERYBODY
    from central.devices.configuration import configure as set_values

    with services(config) as parts:
        scope = _found(parts, kiosk).id if kiosk else EVERYBODY
        try:
            typer.echo(
                set_values(parts, scope, values, staff_id(parts, staff, Action.CONFIGURE_KIOSK))
            )
        except ValueError as error:
            stop(str(error))


@app.command("let-in")
def let_in(
    name: Name,
    challenge: Annotated[str, typer.Argument(help="As the kiosk shows it: BCDF-GHJK.")],
    fingerprint: Annotated[str, typer.Option(help="The six digits beside it.")],
    technician: Annotated[str, typer.Option(help="Login of who stands at the kiosk.")],
    reason: Annotated[str, typer.Option(help="Why; kept in the trail.")],
    staff: Staff,
    desk: Annotated[bool, typer.Option("--desk", help="A cashier's desk, not a kiosk.")] = False,
    config: Config = None,
) -> None:
    """Answer the challenge of a kiosk without network; good for today and that person only."""
    from central.staff.challenge import answer_challenge

    if not reason.strip():
        stop("letting somebody in needs a reason")
    with services(config) as parts:
        try:
            made = answer_challenge(
                parts,
                staff,
                device_id=_found(parts, name).id,
                fingerprint=fingerprint,
                challenge=challenge,
                technician=technician,
                reason=reason,
                place="desk" if desk else "kiosk",
            )
        except ValueError as error:
            stop(str(error))
    typer.echo(f"{made.text} {made.role} {made.day}")


def _found(parts: "Services", name: str) -> "Kiosk":
    from central.devices.listing import find_kiosk

    kiosk = find_kiosk(parts, name)
    if kiosk is None:
        stop(f"no kiosk, or more than one, is called {name}")
    return kiosk
