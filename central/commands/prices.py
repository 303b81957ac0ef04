"""``dispensador-central prices``: what certificates cost, and from when."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from central.commands.support import Config, services, show_table, stop

app = typer.Typer(no_args_is_help=True, help="Price tables.")


@app.command("import")
def import_file(file: Path, config: Config = None) -> None:
    """Read a CSV file ``service_code,valid_from,price``; all rows or none."""
    from central.certificates.price_table import import_table

    with services(config) as parts:
        try:
            count = import_table(parts, file)
        except (ValueError, OSError) as error:
            stop(str(error))
    typer.echo(count)


@app.command("list")
def list_prices(config: Config = None) -> None:
    """Every price with its first day; ``*`` marks today's."""
    from central.certificates.price_table import price_table
    from central.clock import local_day

    with services(config) as parts:
        today = local_day(parts.now())
        rows = parts.database.run(lambda db: price_table(db, parts.chamber, today))
    show_table(
        ("service", "from", "pesos", ""),
        [(row.service_code, row.valid_from, row.price_pesos, "*" * row.today) for row in rows],
    )


@app.command("set")
def set_one(
    service_code: str,
    pesos: int,
    valid_from: Annotated[str, typer.Option(help="First day, as 2027-01-01; not in the past.")],
    config: Config = None,
) -> None:
    """Set the price of a service from a day on."""
    from central.certificates.price_table import change_price

    with services(config) as parts:
        try:
            change_price(parts, service_code, date.fromisoformat(valid_from), pesos)
        except ValueError as error:
            stop(str(error))
