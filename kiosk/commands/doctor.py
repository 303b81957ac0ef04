"""``doctor``: every part is looked at, and what is wrong with it is said."""

from typing import Annotated

import typer

from kiosk import app as composition
from kiosk.commands.common import Config, or_exit, settings_of
from kiosk.station import proof
from kiosk.station.integrity import read_breaches
from kiosk.station.paper import left_mm as left_on_roll
from kiosk.store import queries, witnesses
from kiosk.store.roll import read_roll
from kiosk.store.store import Store


def doctor(
    config: Config = None,
    find_printer: Annotated[
        bool, typer.Option("--find-printer", help="ask on every serial line; for maintenance")
    ] = False,
    test_page: Annotated[
        bool, typer.Option("--test-page", help="print the page that a technician looks at")
    ] = False,
) -> None:
    """Look at every part and say what is wrong with it."""
    from drivers.printer import words
    from drivers.printer.discover import find, serial_devices
    from drivers.printer.profile import list_profiles, load_profile
    from drivers.printer.test_page import test_page as make_test_page
    from drivers.scanner.start import scanner_in_words

    settings = settings_of(config)
    if find_printer:
        found = find(serial_devices())
        for finding in found:
            typer.echo(words.finding_in_words(finding))
        if not found:
            typer.echo("no printer answers on any serial line")
    typer.echo(f"version {composition.program_version()}")
    typer.echo(f"printer profiles: {', '.join(list_profiles())}")
    typer.echo(f"scanner: {scanner_in_words(settings.scanner)}")
    problems = []
    store = or_exit(lambda: Store(settings.state_dir))
    try:
        device = queries.find_device(store)
        queue = queries.queue(store)
        problems += [] if store.is_sound() else ["the store is damaged"]
        problems += [f"audit: {problem}" for problem in proof.verify(store).problems]
        problems += [
            f"breach: {breach.name}"
            for breach in store.read(read_breaches)
            if breach.accepted_at is None
        ]
        problems += [
            f"day {day.day} {day.outcome}: {day.detail}"
            for day in store.read(witnesses.read_days)
            if day.outcome in ("different", "refused")
        ]
        left_mm = left_on_roll(
            store.read(read_roll), composition.near_end_mm(settings.printer.profile)
        )
    finally:
        store.close()
    typer.echo(f"store {settings.state_dir}: ok, {queue.length} waiting, {queue.parked} parked")
    if queue.parked:
        problems.append(f"{queue.parked} messages parked: `dispensador outbox list`")
    typer.echo(f"paper: {'not known' if left_mm is None else f'{left_mm / 1000:.1f} m left'}")
    if device is None:
        problems.append("not enrolled")
    else:
        typer.echo(f"enrolled as {device.device_id}, point of sale {device.point_of_sale}")
    printer = composition.make_printer(settings)
    try:
        fault = printer.preflight(0)
        typer.echo(
            f"printer {settings.printer.profile} on {settings.printer.device}: "
            f"{fault.value if fault else 'ready'}"
        )
        typer.echo(f"  {words.profile_in_words(load_profile(settings.printer.profile))}")
        typer.echo(f"  {words.state_in_words(printer.state())}")
        if test_page:
            page = make_test_page(load_profile(settings.printer.profile))
            typer.echo(f"  {printer.print(printer.lay_out(page), 1, lambda _progress: None)}")
        if fault is not None:
            problems.append(f"printer: {fault.value}")
    finally:
        printer.close()
    for problem in problems:
        typer.echo(f"PROBLEM: {problem}", err=True)
    raise typer.Exit(1 if problems else 0)
