"""``dispensador-central staff``: who works here. Keys are typed, never given as arguments."""

from typing import TYPE_CHECKING, Annotated

import typer

from central.commands.support import Config, services, show_table, stop

if TYPE_CHECKING:
    from datetime import datetime

    from central.staff.tables import StaffMember

app = typer.Typer(no_args_is_help=True, help="Who works here.")
Reason = Annotated[str, typer.Option(help="Why; kept in the trail.")]


@app.command()
def add(
    login: str,
    name: str,
    role: Annotated[
        str, typer.Option(help="cashier, supervisor, technician or administrator.")
    ] = "cashier",
    email: Annotated[str, typer.Option(help="Where changes of their key are told.")] = "",
    config: Config = None,
) -> None:
    """Add somebody; the key is shown once, to be changed by ``enrol`` within ``handed_key_h``."""
    from central.staff.add import add_staff
    from central.staff.tables import Role
    from kiosk.identity.contact import parse_email

    with services(config) as parts:
        try:
            address = email and parse_email(email)
            typer.echo(add_staff(parts, login, name, Role(role), email=address))
        except ValueError as error:
            stop(str(error))


@app.command()
def enrol(login: str, config: Config = None) -> None:
    """Take a key of one's own and the second factor: asks for both keys, shows a QR code once."""
    from central.problems import Refusal
    from central.staff.enrolment import enrol as take
    from central.staff.place import CONSOLE
    from kiosk.contract.staff.identity import StaffEnrol

    given = typer.prompt("Key that was handed over", hide_input=True)
    own = typer.prompt("Key of your own", hide_input=True, confirmation_prompt=True)
    with services(config) as parts:
        try:
            message = StaffEnrol(login=login, key=given, new_key=own)
            told = take(parts, CONSOLE, message)
        except ValueError:
            stop("this cannot be a login")
        except Refusal as refusal:
            stop(refusal.code.value)
    typer.echo(_drawn(told.provisioning_uri))
    typer.echo(told.provisioning_uri)


@app.command("list")
def list_members(config: Config = None) -> None:
    """Everybody, also who left."""
    from central.staff.members import everybody

    with services(config) as parts:
        now = parts.now()
        rows = [
            (
                row.login,
                row.role.value,
                "yes" if row.active else "left",
                _enrolled(row, now),
                row.name,
            )
            for row in everybody(parts)
        ]
    show_table(("login", "role", "works", "enrolled", "name"), rows)


@app.command()
def reset(login: str, reason: Reason, config: Config = None) -> None:
    """A fresh key for who lost key or phone, or was locked out; they are told by mail.

    ``enrol`` starts again, within ``handed_key_h`` hours.
    """
    from central.staff.members import reset as start_again

    with services(config) as parts:
        try:
            typer.echo(start_again(parts, login, reason=reason))
        except ValueError as error:
            stop(str(error))


@app.command()
def retire(login: str, reason: Reason, config: Config = None) -> None:
    """Somebody left: no leave and no session from now on."""
    from central.staff.members import retire as let_go

    with services(config) as parts:
        try:
            let_go(parts, login, reason=reason)
        except ValueError as error:
            stop(str(error))


def _enrolled(row: "StaffMember", now: "datetime") -> str:
    from central.staff.handed_keys import is_over

    if row.confirmed_at:
        return "yes"
    return "key expired" if row.active and is_over(row, now) else "not yet"


def _drawn(text: str) -> str:
    """A QR code of half blocks, as authenticators read it from a console."""
    from io import StringIO

    import qrcode

    code = qrcode.QRCode(border=2)
    code.add_data(text)
    picture = StringIO()
    code.print_ascii(out=picture, invert=True)
    return picture.getvalue()
