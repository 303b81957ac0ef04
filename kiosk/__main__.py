"""The command line of the dispenser: run, demo, doctor, enroll, config, audit, outbox, paper.

``--selfcheck`` starts the screens offscreen, loads every QML file, opens and checks a store, lists
the printer profiles and exits 0: what a bundle must be able to do on the machine it was copied to.
"""

import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from kiosk import app as composition
from kiosk import demo_app
from kiosk.commands import configuration, records
from kiosk.commands.common import EXIT_DISK, Config, or_exit, settings_of
from kiosk.commands.doctor import doctor
from kiosk.staff.desk.compose import OpenDesk
from kiosk.station import log_book
from kiosk.store import queries
from kiosk.store.store import Store
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock

EXIT_BROKEN = 70
"""``EX_SOFTWARE`` of sysexits.h: start me again and let me settle what lies open."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT)

cli = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__
)
cli.add_typer(records.audit, name="audit")
cli.add_typer(records.outbox, name="outbox")
cli.add_typer(records.paper, name="paper")
cli.add_typer(records.store_commands, name="store")
cli.add_typer(configuration.config, name="config")
cli.command()(doctor)


@cli.callback(invoke_without_command=True)
def selfcheck_or_command(
    context: typer.Context,
    selfcheck: Annotated[
        bool, typer.Option("--selfcheck", help="check that this program is whole, and exit")
    ] = False,
) -> None:
    """A dispenser of certificates for chambers of commerce."""
    log_book.configure(sys.stderr, SystemClock())
    if selfcheck:
        raise typer.Exit(_selfcheck())
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


@cli.command("version")
def show_version() -> None:
    """Say which version this is."""
    typer.echo(composition.program_version())


@cli.command()
def run(
    config: Config = None,
    window: Annotated[
        bool, typer.Option("--window", help="in a window that can be closed")
    ] = False,
) -> None:
    """Open the dispenser for the public, or the cashier's desk if the settings say so."""
    settings = settings_of(config)
    log_book.configure(sys.stderr, SystemClock(), log_book.LogBook(settings.state_dir))
    if settings.mode == "desk":
        with _leaving_at_once():
            desk = or_exit(lambda: composition.open_desk(settings))
        raise typer.Exit(_until_closed(desk, lambda: composition.show_desk(desk)))
    printer = composition.make_printer(settings)
    try:
        with _leaving_at_once():
            kiosk = or_exit(
                lambda: composition.open_kiosk(settings, printer, composition.log_crash)
            )
    except BaseException:
        printer.close()
        raise
    raise typer.Exit(serve(kiosk, fullscreen=not window))


def serve(kiosk: composition.Kiosk, *, fullscreen: bool) -> int:
    """Serve people until the window is closed or the supervisor says so; the exit status."""
    return _until_closed(kiosk, lambda: composition.show_window(kiosk, fullscreen=fullscreen))


def _until_closed(opened: composition.Kiosk | OpenDesk, show: Callable[[], int]) -> int:
    try:
        opened.watch(composition.close_window)
        _on_signals(opened.crashed.end)
        threading.excepthook = lambda crash: opened.crashed(crash.exc_value or RuntimeError())
        status = show()
    finally:
        if not opened.stop() and opened.store.failed:
            # A clean exit would close the database, and closing writes; the disk has failed. The
            # supervisor starts the program again, and the start checks the file.
            os._exit(EXIT_DISK)
    return EXIT_BROKEN if opened.crashed.broken else status


def _on_signals(end: Callable[[], None]) -> None:
    """Stop in order when the supervisor says so; the copy that is being printed is finished."""
    for number in _SIGNALS:
        signal.signal(number, lambda _number, _frame: end())


@contextmanager
def _leaving_at_once() -> Iterator[None]:
    """Leave the start-up recovery when the supervisor says so, and let go of printer and store.

    Every step of the recovery is a transaction of its own; the next start goes on from there.
    """

    def leave(_number: int, _frame: FrameType | None) -> None:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)  # what is being let go of is let go of whole
        raise SystemExit(0)

    before = {number: signal.signal(number, leave) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@cli.command()
def demo(
    output: Annotated[
        Path, typer.Option("--output", help="where a self-driven visit leaves its files")
    ] = Path("demo-output"),
    headless: Annotated[
        bool, typer.Option("--headless", help="tap through a visit even if there is a screen")
    ] = False,
    faults: Annotated[
        Path | None, typer.Option("--faults", help="TOML file of what the printer is to suffer")
    ] = None,
) -> None:
    """Show everything with invented people: central, a virtual printer, and this kiosk."""
    from kiosk.demo.run import run_demo

    if getattr(sys, "frozen", False):
        typer.echo("the demonstration starts a central, which is not in this bundle", err=True)
        raise typer.Exit(2)
    on_screen = has_screen() and not headless
    if not on_screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    parts = or_exit(lambda: demo_app.parts(faults))
    raise typer.Exit(run_demo(parts, output, on_screen=on_screen))


@cli.command()
def enroll(
    code: Annotated[str, typer.Argument(help="the one-time code that central gave")],
    serial: Annotated[str, typer.Option("--serial", help="serial number of this machine")],
    config: Config = None,
) -> None:
    """Pair this machine with its central."""
    settings = settings_of(config)
    enrolled = or_exit(
        lambda: enrol(
            settings.central.url,
            code,
            serial,
            settings.state_dir,
            SystemClock(),
            version=composition.program_version(),
            ca_file=settings.central.ca_file,
        )
    )
    typer.echo(f"{enrolled.chamber_name}, point of sale {enrolled.point_of_sale}")
    typer.echo(f"Compare with central's screen: {enrolled.fingerprint}")


def has_screen() -> bool:
    """True if there is a display to put a window on."""
    if sys.platform != "linux":
        return True
    if os.environ.get("QT_QPA_PLATFORM", "") == "offscreen":
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _selfcheck() -> int:
    """Nothing of the machine's own state is touched: the store is a new one in a scratch folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from drivers.printer.profile import list_profiles, load_profile
    from ui.selfcheck import load_all_screens

    warnings = load_all_screens()
    for warning in warnings:
        typer.echo(f"PROBLEM: {warning}", err=True)
    with tempfile.TemporaryDirectory(prefix="dispensador-selfcheck-") as folder:
        store = Store(Path(folder))
        broken = queries.broken_audit_row(store)
        store.close()
    profiles = [load_profile(name).name for name in list_profiles()]
    typer.echo(f"dispensador {composition.program_version()}")
    typer.echo(f"printer profiles: {', '.join(profiles)}")
    whole = not warnings and broken is None and bool(profiles)
    typer.echo("whole" if whole else "NOT whole")
    return 0 if whole else 1


def main() -> None:
    """Entry point."""
    cli()


if __name__ == "__main__":
    main()
