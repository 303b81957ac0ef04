"""``dispensador-central mail``: what did not go out, and trying it again."""

from typing import Annotated

import typer

from central.commands.support import Config, Staff, services, show_table, staff_id, stop
from central.staff.rules import Action

app = typer.Typer(no_args_is_help=True, help="Mail that waits or was given up.")
_TIME = "%Y-%m-%d %H:%M"


@app.command("list")
def list_mail(
    parked: Annotated[bool, typer.Option("--parked", help="Only what was given up.")] = False,
    config: Config = None,
) -> None:
    """Waiting and parked mails, oldest first (times of Colombia); recipients are masked."""
    from central.clock import local
    from central.mail.desk import mails

    with services(config) as parts:
        rows = [
            (
                mail.id,
                mail.state.value,
                mail.kind,
                mail.recipient,
                mail.attempts,
                f"{local(mail.created_at):{_TIME}}",
                f"{local(mail.next_try_at):{_TIME}}" if mail.state == "waiting" else "-",
                mail.reason,
            )
            for mail in mails(parts, only_parked=parked)
        ]
    head = ("mail", "state", "kind", "to", "tries", "since", "next try", "reason")
    show_table(head, rows)


@app.command()
def retry(
    staff: Staff,
    mail: Annotated[str, typer.Argument(help="Id, as `mail list` shows it.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Every parked mail.")] = False,
    config: Config = None,
) -> None:
    """Try parked mail again from its first try; prints how many."""
    from central.mail.desk import retry as try_again

    if bool(mail) == everything:
        stop("name one mail, or --all")
    with services(config) as parts:
        count = try_again(parts, mail or None, staff_id(parts, staff, Action.HANDLE_MAIL))
    if mail and not count:
        stop("there is no such mail, or it is not parked")
    typer.echo(count)


@app.command()
def drop(
    mail: str,
    reason: Annotated[str, typer.Option(help="Why; kept in the trail.")],
    staff: Staff,
    config: Config = None,
) -> None:
    """Give a parked mail up for good; its text is deleted."""
    from central.mail.desk import drop as give_up

    if not reason.strip():
        stop("giving a mail up needs a reason")
    with services(config) as parts:
        if not give_up(parts, mail, staff_id(parts, staff, Action.HANDLE_MAIL), reason):
            stop("there is no such mail, or it is not parked")
