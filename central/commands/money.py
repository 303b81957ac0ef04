"""``operations refund`` and ``ledger correct``: money that staff move, with name and reason."""

from typing import Annotated

import typer

from central.commands.support import Config, Staff, services, stop

Reason = Annotated[str, typer.Option(help="Why; kept in the trail.")]
Again = Annotated[
    str, typer.Option(help="The id printed before, to ask again what became of that one.")
]


def refund(
    op_id: str, reason: Reason, staff: Staff, refund_id: Again = "", config: Config = None
) -> None:
    """Give the whole price of a charged certificate back; its code becomes void."""
    from central.db.ids import new_id
    from central.operations.refund import refund as give_back

    with services(config) as parts:
        try:
            made = give_back(parts, op_id, refund_id or new_id(), staff, reason)
        except ValueError as error:
            stop(str(error))
    typer.echo(f"{made.refund_id} {made.amount}")


def approve(op_id: str, reason: Reason, staff: Staff, config: Config = None) -> None:
    """Allow the refund of an operation above the limit, as a second person: key and code are asked.

    The refund has to follow within some minutes.
    """
    from central.problems import Refusal
    from central.staff.approvals import approve as allow
    from central.staff.place import CONSOLE
    from kiosk.contract.staff.identity import Approve

    key = typer.prompt("Key", hide_input=True)
    code = typer.prompt("Code of the second factor")
    with services(config) as parts:
        try:
            message = Approve(
                login=staff, key=key, code=code, action="refund", subject=op_id, reason=reason
            )
            allowed = allow(parts, CONSOLE, message)
        except ValueError:
            stop("this is no operation, no login or no code")
        except Refusal as refusal:
            stop(refusal.code.value)
    typer.echo(f"{allowed.expires_at:%H:%M:%S} UTC")


def correct(
    id_type: Annotated[str, typer.Argument(help="CC, CE, NIT, …")],
    id_number: str,
    pesos: Annotated[int, typer.Argument(help="To add; to take, after `--`: -500.")],
    reason: Annotated[str, typer.Option(help="Names the correction account, at most 40 letters.")],
    staff: Staff,
    note: Annotated[str, typer.Option(help="More for who reads the trail.")] = "",
    correction_id: Again = "",
    config: Config = None,
) -> None:
    """Put a prepaid account right."""
    from central.db.ids import new_id
    from central.operations.correction import correct as put_right
    from central.people.prepaid_key import find_holder
    from kiosk.identity import IdType, parse_id

    made = correction_id or new_id()
    with services(config) as parts:
        try:
            identity = parse_id(IdType(id_type), id_number)
            holder = parts.database.run(lambda db: find_holder(db, parts.chamber, identity))
            if holder is None:
                stop("nobody has a prepaid account with this identity")
            put_right(parts, holder.account_id, pesos, made, staff, reason, note)
        except ValueError as error:
            stop(str(error))
    typer.echo(made)
