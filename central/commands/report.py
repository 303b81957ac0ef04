"""``dispensador-central report``: a report as a file, as long as a file may be."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from central.commands.support import Config, services, stop
from kiosk.contract.staff.reports import DAYS_MAX, FileFormat, ReportName

if TYPE_CHECKING:
    from central.people.tables import Holder
    from central.services import Services
    from central.staff.reports.give import Make
    from central.staff.reports.made import Span

_NAMES = ", ".join(get_args(ReportName))
_FORMATS: dict[str, FileFormat] = {each: each for each in get_args(FileFormat)}


@dataclass(frozen=True)
class _Asked:
    """What was typed after the report's name."""

    first: str
    last: str
    cashier: str
    account: str
    kiosk: str
    shift: str
    number: int

    @property
    def span(self) -> "Span":
        from central.staff.reports.made import Span

        first = date.fromisoformat(self.first)
        last = date.fromisoformat(self.last) if self.last else first
        if not 0 <= (last - first).days < DAYS_MAX:
            raise ValueError(f"from 1 to {DAYS_MAX} days, the first one first")
        return Span(first, last)

    @property
    def day(self) -> date:
        span = self.span
        if span.first_day != span.last_day:
            raise ValueError("this report is about one day")
        return span.first_day


def report(
    name: Annotated[str, typer.Argument(help=f"One of: {_NAMES}.")],
    out: Annotated[Path, typer.Option("--out", help="The file to write.")],
    first: Annotated[str, typer.Option("--from", help="Colombian day, as 2026-11-21.")] = "",
    last: Annotated[str, typer.Option("--to", help="Last day; the first one if absent.")] = "",
    file_format: Annotated[str, typer.Option("--format", help="csv, xlsx or pdf.")] = "csv",
    cashier: Annotated[str, typer.Option(help="cash-detail: of this login only.")] = "",
    account: Annotated[str, typer.Option(help="movements: its owner, as CC:1990000001.")] = "",
    kiosk: Annotated[str, typer.Option(help="kiosk-journal: id, serial or point of sale.")] = "",
    shift: Annotated[str, typer.Option(help="shift-close: id of the shift.")] = "",
    number: Annotated[int, typer.Option(help="shift-close: which close; 0 is the last.")] = 0,
    config: Config = None,
) -> None:
    """Write a report to a file and print how many rows it has; it is noted in the trail."""
    from central.staff.add import COMMAND
    from central.staff.reports.give import FILE_MAX, file_of, give

    wanted = _FORMATS.get(file_format)
    if wanted is None:
        stop("csv, xlsx or pdf")
    asked = _Asked(first, last, cashier, account, kiosk, shift, number)
    with services(config) as parts:
        try:
            make, about = _make(parts, name, asked)
            made = give(parts, COMMAND, make, about=about, rows_max=FILE_MAX)
            out.write_bytes(file_of(parts, made, wanted, "").content)
        except (ValueError, LookupError, OSError) as error:
            stop(str(error))
    if made.cut:
        typer.echo("cut: there are more rows", err=True)
    typer.echo(len(made.rows))


def _make(parts: "Services", name: str, asked: _Asked) -> "tuple[Make, str]":
    """What makes the report, and the row id it is about."""
    from functools import partial

    from central.staff.reports.cash_detail import cash_detail
    from central.staff.reports.daily_summary import daily_summary
    from central.staff.reports.key_changes import key_changes
    from central.staff.reports.kiosk_journal import kiosk_journal
    from central.staff.reports.movements import movements
    from central.staff.reports.reversals import reversals
    from central.staff.reports.shift_close import shift_close

    match name:
        case "shift-close":
            number = asked.number or None
            return partial(shift_close, shift_id=asked.shift, number=number), asked.shift
        case "cash-detail":
            return partial(cash_detail, span=asked.span, login=asked.cashier or None), ""
        case "daily-summary":
            return partial(daily_summary, day=asked.day), ""
        case "movements":
            holder = _holder(parts, asked.account)
            return partial(movements, holder=holder, span=asked.span), holder.id
        case "reversals":
            return partial(reversals, span=asked.span), ""
        case "key-changes":
            return partial(key_changes, span=asked.span), ""
        case "kiosk-journal":
            device_id = _device_id(parts, asked.kiosk)
            return partial(kiosk_journal, device_id=device_id, day=asked.day), device_id
        case _:
            raise LookupError(f"one of: {_NAMES}")


def _holder(parts: "Services", account: str) -> "Holder":
    from central.people.prepaid_key import find_holder
    from kiosk.identity import IdType, parse_id

    id_type, _, number = account.partition(":")
    identity = parse_id(IdType(id_type), number)
    holder = parts.database.run(lambda db: find_holder(db, parts.chamber, identity))
    if holder is None:
        raise LookupError("nobody has a prepaid account with this identity")
    return holder


def _device_id(parts: "Services", name: str) -> str:
    from central.devices.listing import find_kiosk

    kiosk = find_kiosk(parts, name)
    if kiosk is None:
        raise LookupError("no kiosk, or more than one, has this name")
    return kiosk.id
