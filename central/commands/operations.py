"""``dispensador-central operations``: what is open or flagged, one story, and a decision."""

from typing import TYPE_CHECKING, Annotated

import typer

from central.commands import money, quarantine
from central.commands.support import Config, Staff, services, show_table, stop

if TYPE_CHECKING:
    from central.operations.listing import Entry

app = typer.Typer(no_args_is_help=True, help="Operations that need somebody.")
app.add_typer(quarantine.app, name="quarantine")
app.command("refund")(money.refund)
app.command("approve-refund")(money.approve)
_TIME = "%Y-%m-%d %H:%M"


@app.command("open")
def open_operations(config: Config = None) -> None:
    """Held or expired: neither charged nor void yet."""
    from central.operations.listing import open_list

    with services(config) as parts:
        _show(open_list(parts))


@app.command()
def flagged(config: Config = None) -> None:
    """With an incident that nobody settled."""
    from central.operations.listing import flagged_list

    with services(config) as parts:
        _show(flagged_list(parts))


@app.command()
def find(code: str, config: Config = None) -> None:
    """By recovery code, order number, or the verification code on the paper."""
    from central.operations.listing import find_list

    with services(config) as parts:
        found = find_list(parts, code)
    if not found:
        stop("nothing has this code")
    _show(found)


@app.command()
def show(op_id: str, config: Config = None) -> None:
    """Everything that happened to one operation (times of Colombia)."""
    from central.clock import local
    from central.operations.listing import story

    with services(config) as parts:
        found = story(parts, op_id)
    if found is None:
        stop("there is no such operation")
    _show([found.entry])
    typer.echo(f"order {found.order_number}, recovery code {found.recovery_code}")
    typer.echo(f"certificate {found.certificate} of {found.registration_number}")
    for event in found.events:
        typer.echo(f"{local(event.at):%Y-%m-%d %H:%M:%S}  {event.what}")


@app.command()
def resolve(
    op_id: str,
    decision: Annotated[str, typer.Argument(help="printed or void.")],
    reason: Annotated[str, typer.Option(help="Why; kept in the trail.")],
    staff: Staff,
    config: Config = None,
) -> None:
    """Say what became of an uncertain print; the first decision wins."""
    from central.operations.resolve import resolve as decide
    from central.operations.tables import Decision

    try:
        wanted = Decision(decision)
    except ValueError:
        stop("decide printed or void")
    if not reason.strip():
        stop("a decision needs a reason")
    with services(config) as parts:
        try:
            made = decide(parts, op_id, wanted, staff, reason)
        except ValueError as error:
            stop(str(error))
    if made is None:
        stop("there is nothing to decide: unknown, charged or void already")
    if made is not wanted:
        stop(f"somebody decided before: {made.value}")
    typer.echo(made.value)


def _show(entries: "list[Entry]") -> None:
    from central.clock import local

    rows = [
        (
            entry.op_id,
            entry.point_of_sale,
            entry.state.value + (" late" if entry.late else ""),
            entry.price,
            f"{local(entry.created_at):{_TIME}}",
            " ".join(entry.incidents),
        )
        for entry in entries
    ]
    show_table(("operation", "point", "state", "price", "since", "incidents"), rows)
