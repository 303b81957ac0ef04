"""``dispensador-central payments``: what banks collected, and what of it waits for people."""

from pathlib import Path
from typing import Annotated

import typer

from central.commands.support import Config, Staff, services, show_table, stop

app = typer.Typer(no_args_is_help=True, help="Payments that banks report.")
_HEAD = ("payment", "reference", "pesos", "form", "why", "reported", "bank", "file", "line")
_TIME = "%Y-%m-%d %H:%M"


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="As the bank sent it.")],
    staff: Staff,
    config: Config = None,
) -> None:
    """Import a collection file (Asobancaria 2001): whole or not at all, and once."""
    from central.payments.bank_import import import_bank_file

    with services(config) as parts:
        try:
            done = import_bank_file(parts, staff, file.read_bytes())
        except ValueError as error:
            stop(str(error))
    if done.before:
        typer.echo("this file was imported before: nothing moved")
    typer.echo(f"{done.rows} payments, {done.pesos} pesos, {done.credited} credited")
    for left in done.exceptions:
        typer.echo(f"not credited: {left.reference} {left.amount} {left.why.value}")


@app.command("exceptions")
def list_exceptions(config: Config = None) -> None:
    """What was reported and not credited, oldest first (times of Colombia)."""
    from central.clock import local
    from central.payments.exceptions import SHOWN_MAX, exceptions

    with services(config) as parts:
        rows = [
            (
                each.id,
                each.reference,
                each.amount,
                each.payment_form,
                each.why.value,
                f"{local(each.at):{_TIME}}",
                each.bank or "-",
                each.file or "-",
                each.line or "-",
            )
            for each in exceptions(parts)[:SHOWN_MAX]
        ]
    show_table(_HEAD, rows)


@app.command("settle")
def settle_exception(
    payment: Annotated[str, typer.Argument(help="Id, as `exceptions` shows it.")],
    note: Annotated[str, typer.Option(help="What was done about it; kept in the trail.")],
    staff: Staff,
    config: Config = None,
) -> None:
    """Somebody saw to it elsewhere; no money moves here. What moves money is done at a desk."""
    from central.db.ids import new_id
    from central.payments.exceptions import Decision, decide, waiting
    from central.payments.tables import Outcome

    with services(config) as parts:
        try:
            amount = waiting(parts, payment).amount
            decide(parts, staff, Decision(payment, new_id(), amount, Outcome.OUTSIDE, note))
        except (ValueError, LookupError) as error:
            stop(str(error))
