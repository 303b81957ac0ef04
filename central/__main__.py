"""The command ``dispensador-central``: serve, migrate, and the first people and devices."""

import json
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from central.commands import (
    alerts,
    backup,
    kiosks,
    mail,
    money,
    operations,
    payments,
    prices,
    reconcile,
    report,
    staff,
)
from central.settings import Settings, load_settings

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Servicio central.")
app.add_typer(staff.app, name="staff")
app.add_typer(prices.app, name="prices")
app.add_typer(kiosks.app, name="kiosks")
app.add_typer(operations.app, name="operations")
app.add_typer(alerts.incidents_app, name="incidents")
app.add_typer(mail.app, name="mail")
app.add_typer(payments.app, name="payments")
app.command("alerts")(alerts.alerts)
app.command("reconcile")(reconcile.reconcile)
app.command("report")(report.report)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)
ledger_app = typer.Typer(no_args_is_help=True, help="The prepaid ledger.")
app.add_typer(ledger_app, name="ledger")
ledger_app.command("correct")(money.correct)

Config = Annotated[Path | None, typer.Option("--config", help="TOML file with the settings.")]


def main() -> None:
    """Run the command line."""
    app()


@app.command()
def serve(
    config: Config = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one.")] = 8080,
    port_file: Annotated[
        Path | None, typer.Option(help="Write the port here once it listens.")
    ] = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Sample data; all paper is marked as not valid.")
    ] = False,
) -> None:
    """Migrate and serve until SIGTERM or Ctrl-C."""
    from central.serve import serve as run

    settings = _settings(config, demo=demo)
    if demo:
        _seed_if_empty(settings)
    run(settings, host, port, port_file)


@app.command()
def migrate(
    config: Config = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only compare tables and migrations.")
    ] = False,
) -> None:
    """Bring the database to the newest schema."""
    from central.db import migrate as migrations
    from central.db.engine import make_engine

    if check:
        differences = migrations.check()
        for difference in differences:
            typer.echo(difference, err=True)
        raise typer.Exit(1 if differences else 0)
    settings = _settings(config)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = make_engine(settings.database)
    migrations.upgrade(engine)
    typer.echo(migrations.present(engine))


@app.command()
def grants(
    role: Annotated[str, typer.Option(help="The PostgreSQL role the service connects as.")],
    config: Config = None,
    only_show: Annotated[
        bool, typer.Option("--print", help="Only print the SQL, for an administrator to run.")
    ] = False,
) -> None:
    """Let a role run the service, but never change postings (as owner, after each migration)."""
    from central.db import grants as granting
    from central.db.engine import make_engine

    try:
        lines = granting.statements(role)
    except ValueError as error:
        _stop(str(error))
    if only_show:
        typer.echo(";\n".join([*lines, ""]), nl=False)
        return
    engine = make_engine(_settings(config).database)
    try:
        granting.grant(engine, role)
    except ValueError as error:
        _stop(str(error))
    finally:
        engine.dispose()


@ledger_app.command("verify")
def ledger_verify(config: Config = None) -> None:
    """Recompute every account and compare operations with postings; exit code 1 if one differs."""
    from central.ledger.statement import count_accounts, verify
    from central.operations.consistency import contradictions
    from central.services import make_services

    services = make_services(_settings(config))
    try:
        differences, others, count = services.database.snapshot(
            lambda db: (verify(db), contradictions(db, services.chamber), count_accounts(db))
        )
    finally:
        services.database.close()
    for each in differences:
        typer.echo(
            f"account {each.account_id}: posted {each.posted}, its postings say "
            f"{each.posted_by_rows}; held {each.held}, its live holds say {each.held_by_rows}"
        )
    for line in others:
        typer.echo(line)
    if differences or others:
        raise typer.Exit(1)
    typer.echo(f"{count} accounts agree with their postings")


@app.command()
def seed(
    config: Config = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the people as JSON.")] = False,
    demo: Annotated[bool, typer.Option("--demo", help="A database seeded before is fine.")] = False,
    companies: Annotated[
        int, typer.Option(min=0, max=1_000_000, help="Invented merchants beside the well-known.")
    ] = 200,
) -> None:
    """Fill an empty database with the invented chamber, and show its people and keys."""
    from central import sample

    settings = _settings(config, demo=demo)
    if not _seed_if_empty(settings, quiet=True, companies=companies) and not settings.demo:
        typer.echo("the database is not empty: nothing was changed", err=True)
        raise typer.Exit(1)
    if as_json:
        typer.echo(json.dumps(sample.as_data(), ensure_ascii=False, indent=2))
    else:
        typer.echo(sample.as_table())


@app.command("enrol-code")
def enrol_code(
    point_of_sale: Annotated[str, typer.Option(help="Series of its receipts.")] = "K01",
    serial: Annotated[str | None, typer.Option(help="Only this device may use it.")] = None,
    config: Config = None,
) -> None:
    """Make a one-time code that pairs one device."""
    from central.devices.enrolment import make_enrol_code
    from central.services import make_services

    services = make_services(_settings(config))
    typer.echo(make_enrol_code(services, point_of_sale, serial))


@app.command()
def certificate(
    code: Annotated[str, typer.Argument(help="Verification code.")],
    output: Annotated[Path, typer.Option(help="Where to write the PDF.")],
    config: Config = None,
) -> None:
    """Write the signed PDF of a charged certificate."""
    from central.certificates.chamber_certificate import NoChamberCertificate
    from central.certificates.codes import parse_code
    from central.operations.papers import certificate_of_code
    from central.services import make_services

    services = make_services(_settings(config))
    try:
        pdf = certificate_of_code(services, parse_code(code) or code)
        output.write_bytes(pdf)
    except (LookupError, NoChamberCertificate, OSError) as error:
        _stop(str(error))


@app.command()
def openapi() -> None:
    """Print the description of the API."""
    from central.app import describe

    typer.echo(json.dumps(describe(), ensure_ascii=False, indent=2))


def _settings(config: Path | None, *, demo: bool = False) -> Settings:
    try:
        return load_settings(config, **({"demo": True} if demo else {}))
    except (ValueError, OSError) as error:
        _stop(str(error))


def _seed_if_empty(
    settings: Settings, *, quiet: bool = False, companies: int | None = None
) -> bool:
    """Migrate, seed if nothing is there; True if it was seeded now."""
    from central import sample
    from central.db import migrate as migrations
    from central.services import make_services

    services = make_services(settings)
    try:
        migrations.upgrade(services.database.engine)
        empty = sample.is_empty(services)
        if empty:
            sample.seed(services, sample.SAMPLE_COMPANIES if companies is None else companies)
    finally:
        services.database.close()
    if not quiet:
        typer.echo(sample.as_table())
    return empty


def _stop(reason: str) -> NoReturn:
    typer.echo(reason, err=True)
    raise typer.Exit(1)


if __name__ == "__main__":
    main()
