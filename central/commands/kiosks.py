"""``dispensador-central kiosks``: list, look at, stop, and configure devices."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from central.commands.support import Config, Staff, services, show_table, staff_id, stop
from central.staff.rules import Action

if TYPE_CHECKING:
    from central.devices.listing import Kiosk
    from central.devices.tables import DeviceState
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
    from central.devices.tables import DeviceState

    with services(config) as parts:
        _set(parts, name, staff, DeviceState.REVOKED, Action.REVOKE_KIOSK)


@app.command()
def unfreeze(name: Name, staff: Staff, config: Config = None) -> None:
    """Let a frozen kiosk work again, after somebody made sure that there is only one of it."""
    from central.devices.tables import DeviceState

    with services(config) as parts:
        if _found(parts, name).state is not DeviceState.FROZEN:
            stop("this kiosk is not frozen")
        _set(parts, name, staff, DeviceState.ACTIVE, Action.UNFREEZE_KIOSK)


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


def _set(parts: "Services", name: str, staff: str, state: "DeviceState", action: Action) -> None:
    from central.devices.state import set_state

    device_id, actor, now = _found(parts, name).id, staff_id(parts, staff, action), parts.now()
    if not parts.database.run(lambda db: set_state(db, device_id, state, actor, now)):
        stop("this kiosk was revoked before")
    typer.echo(f"{device_id} {state.value}")


def _found(parts: "Services", name: str) -> "Kiosk":
    from central.devices.listing import find_kiosk

    kiosk = find_kiosk(parts, name)
    if kiosk is None:
        stop(f"no kiosk, or more than one, is called {name}")
    return kiosk
