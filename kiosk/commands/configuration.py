"""``config``: every setting with its meaning; ``config check``: whether this machine's hold."""

import os
from collections.abc import Iterator
from datetime import datetime

import typer

from kiosk import app as composition
from kiosk.commands.common import Config, settings_of
from kiosk.contract.opening_hours import is_open, next_opening, read_hours
from kiosk.settings import Settings, SettingsInvalid, changed, describe
from kiosk.store.on_site import SETTINGS, read_versions
from kiosk.system import SystemClock

config = typer.Typer(invoke_without_command=True, help="The settings of this machine.")


@config.callback()
def list_settings(context: typer.Context) -> None:
    """List every setting with its default and its meaning."""
    if context.invoked_subcommand is None:
        for key, default, meaning in describe():
            typer.echo(f"{key} = {default}\n    {meaning}")


@config.command()
def check(config: Config = None) -> None:
    """Say whether the settings hold, and what they lead to now; the dispenser may be running."""
    settings = settings_of(config)
    for line in _told(settings, SystemClock().now()):
        typer.echo(line)
    problems = list(_problems(settings))
    for problem in problems:
        typer.echo(f"PROBLEM: {problem}", err=True)
    raise typer.Exit(1 if problems else 0)


def _told(settings: Settings, now: datetime) -> Iterator[str]:
    yield f"central {settings.central.url}"
    yield f"printer {settings.printer.profile} on {settings.printer.device}"
    hours = read_hours(settings.hours.week, settings.hours.exceptions)
    opens = next_opening(hours, now)
    if is_open(hours, now):
        yield "open now, by the hours of this file"
    else:
        yield f"closed now, opens {opens:%Y-%m-%d %H:%M}" if opens else "closed, and never opens"
    versions, _ = read_versions(settings.state_dir)
    if versions:
        newest = versions[0]
        keys = ", ".join(sorted(newest.values)) or "nothing"
        by = f"version {newest.number}, {newest.at:%Y-%m-%d}, {newest.who}"
        yield f"changed on site ({by}): {keys}"


def _problems(settings: Settings) -> Iterator[str]:
    if settings.central.ca_file is not None and not settings.central.ca_file.is_file():
        yield f"central.ca_file: there is no {settings.central.ca_file}"
    try:
        composition.near_end_mm(settings.printer.profile)
    except ValueError as error:
        yield f"printer.profile: {error}"
    state_dir = settings.state_dir
    if state_dir.exists() and not os.access(state_dir, os.W_OK | os.X_OK):
        yield f"state_dir: {state_dir} cannot be written by this user"
    versions, damaged = read_versions(state_dir)
    yield from (f"{problem.code}: {problem}" for problem in damaged)
    values = versions[0].values if versions else {}
    for key in SETTINGS:
        if key in values:
            try:
                changed(settings, key, values[key])
            except SettingsInvalid as error:
                yield f"changed on site and left out: {error}"
