"""``dispensador-central reconcile``: a day counted by operations, by the ledger and by receipts."""

import csv
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from central.commands.support import Config, services, show_table, stop

if TYPE_CHECKING:
    from central.operations.reconcile import Day

_HEAD = (
    "point",
    "operations",
    "operations_pesos",
    "ledger",
    "ledger_pesos",
    "refunds",
    "refunds_pesos",
    "receipts",
    "receipts_pesos",
    "no_receipt",
    "no_receipt_pesos",
    "close",
    "audit_size",
    "kiosk",
)


def reconcile(
    day: Annotated[str, typer.Argument(help="A Colombian day, as 2026-11-21.")],
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated, for a table.")] = False,
    config: Config = None,
) -> None:
    """Compare operations, ledger and receipts of a day; exit code 1 if they differ."""
    from central.operations.reconcile import reconcile as count

    try:
        wanted = date.fromisoformat(day)
    except ValueError as error:
        stop(str(error))
    with services(config) as parts:
        result = count(parts, wanted)
    rows = _rows(result)
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(_HEAD)
        writer.writerows(rows)
    else:
        show_table(_HEAD, rows)
        typer.echo(f"payments of banks: {_banks(result)}")
    for difference in result.differences:
        typer.echo(difference, err=True)
    if result.differences:
        raise typer.Exit(1)


def _rows(result: "Day") -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for kiosk in result.kiosks:
        amounts = (
            kiosk.operations,
            kiosk.ledger,
            kiosk.refunds,
            kiosk.receipts,
            kiosk.without_receipt,
        )
        numbers = (number for amount in amounts for number in (amount.count, amount.pesos))
        told = (kiosk.close or "-", "-" if kiosk.audit_size is None else kiosk.audit_size)
        rows.append((kiosk.point_of_sale, *numbers, *told, kiosk.device_id))
    return rows


def _banks(result: "Day") -> str:
    """In one line: they belong to no kiosk."""
    return ", ".join(
        f"{name} {counted['count']} for {counted['pesos']}"
        for name, counted in asdict(result.banks).items()
    )
