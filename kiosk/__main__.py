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
from typing import Annotated, TypeVar

import structlog
import typer

from kiosk import app as composition
from kiosk import demo_app
from kiosk.errors import KioskError
from kiosk.settings import Settings, describe, load_settings
from kiosk.station import proof
from kiosk.station.integrity import accept_breach, read_breaches
from kiosk.station.paper import left_mm as left_on_roll
from kiosk.store import queries, schema, witnesses
from kiosk.store.failure import StoreFailed
from kiosk.store.reader import Reader
from kiosk.store.roll import load_roll, read_roll
from kiosk.store.store import Store
from kiosk.sync.enrol import enrol
from kiosk.system import SystemClock

EXIT_DISK = 74
"""``EX_IOERR`` of sysexits.h: start me again and let me check the disk."""
EXIT_BROKEN = 70
"""``EX_SOFTWARE`` of sysexits.h: start me again and let me settle what lies open."""

T = TypeVar("T")
_SIGNALS = (signal.SIGTERM, signal.SIGINT)

cli = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__
)
audit = typer.Typer(no_args_is_help=True, help="The local audit chain, and what contradicts it.")
outbox = typer.Typer(no_args_is_help=True, help="Messages that central has not answered yet.")
paper = typer.Typer(no_args_is_help=True, help="The roll in the printer.")
cli.add_typer(audit, name="audit")
cli.add_typer(outbox, name="outbox")
cli.add_typer(paper, name="paper")
store_commands = typer.Typer(no_args_is_help=True, help="The store of this machine.")
cli.add_typer(store_commands, name="store")

Config = Annotated[
    Path | None, typer.Option("--config", help="settings file; default: the user's own")
]


@cli.callback(invoke_without_command=True)
def selfcheck_or_command(
    context: typer.Context,
    selfcheck: Annotated[
        bool, typer.Option("--selfcheck", help="check that this program is whole, and exit")
    ] = False,
) -> None:
    """A dispenser of certificates for chambers of commerce."""
    _log_to_stderr()
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
    """Open the dispenser for the public."""
    settings = _settings(config)
    printer = composition.make_printer(settings)
    try:
        with _leaving_at_once():
            kiosk = _or_exit(
                lambda: composition.open_kiosk(settings, printer, composition.log_crash)
            )
    except BaseException:
        printer.close()
        raise
    raise typer.Exit(serve(kiosk, fullscreen=not window))


def serve(kiosk: composition.Kiosk, *, fullscreen: bool) -> int:
    """Serve people until the window is closed or the supervisor says so; the exit status."""
    try:
        kiosk.watch(composition.close_window)
        _on_signals(kiosk.crashed.end)
        threading.excepthook = lambda crash: kiosk.crashed(crash.exc_value or RuntimeError())
        status = composition.show_window(kiosk, fullscreen=fullscreen)
    finally:
        if not kiosk.stop() and kiosk.store.failed:
            # A clean exit would close the database, and closing writes; the disk has failed. The
            # supervisor starts the program again, and the start checks the file.
            os._exit(EXIT_DISK)
    return EXIT_BROKEN if kiosk.crashed.broken else status


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
    parts = _or_exit(lambda: demo_app.parts(faults))
    raise typer.Exit(run_demo(parts, output, on_screen=on_screen))


@cli.command()
def enroll(
    code: Annotated[str, typer.Argument(help="the one-time code that central gave")],
    serial: Annotated[str, typer.Option("--serial", help="serial number of this machine")],
    config: Config = None,
) -> None:
    """Pair this machine with its central."""
    settings = _settings(config)
    enrolled = _or_exit(
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


@cli.command()
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

    settings = _settings(config)
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
    store = _or_exit(lambda: Store(settings.state_dir))
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


@cli.command("config")
def show_config() -> None:
    """List every setting with its default and its meaning."""
    for key, default, meaning in describe():
        typer.echo(f"{key} = {default}\n    {meaning}")


@audit.command()
def verify(config: Config = None) -> None:
    """Check the whole audit chain of this machine, and every checkpoint of it."""
    verdict = _or_exit(lambda: proof.verify(_reader(config)))
    for problem in verdict.problems:
        typer.echo(problem, err=True)
    if verdict.problems:
        raise typer.Exit(1)
    typer.echo(
        f"{verdict.size} rows, head {verdict.head}\n"
        f"{verdict.checkpoints} checkpoints, signed by central up to row {verdict.witnessed}"
    )


@audit.command("breaches")
def list_breaches(config: Config = None) -> None:
    """List what was found broken; exit 1 while the machine is out of service for it."""
    found = _or_exit(lambda: _reader(config).read(read_breaches))
    for breach in found:
        state = f"accepted: {breach.why}" if breach.accepted_at else "OPEN"
        typer.echo(f"{breach.found_at:%Y-%m-%d %H:%M} {breach.name} ({breach.detail}) {state}")
    raise typer.Exit(1 if any(breach.accepted_at is None for breach in found) else 0)


@audit.command()
def accept(
    name: Annotated[str, typer.Argument(help="as `audit breaches` names it")],
    why: Annotated[str, typer.Option("--why", help="who looked at it, and what it was")],
    config: Config = None,
) -> None:
    """Let the machine serve again after people looked; the dispenser must not be running."""
    settings = _settings(config)
    store = _or_exit(lambda: Store(settings.state_dir))
    try:
        taken = store.write(lambda c: accept_breach(c, SystemClock().now(), name, why.strip()))
    finally:
        store.close()
    if not taken:
        typer.echo("there is no such open breach", err=True)
        raise typer.Exit(1)


@audit.command("days")
def list_days(config: Config = None) -> None:
    """List the days this machine counted beside central; exit 1 if one of them differs."""
    days = _or_exit(lambda: _reader(config).read(witnesses.read_days))
    for day in days:
        typer.echo(f"{day.day} {day.outcome or 'not compared yet'} {day.detail}".rstrip())
    raise typer.Exit(1 if any(day.outcome in ("different", "refused") for day in days) else 0)


@outbox.command("list")
def list_outbox(config: Config = None) -> None:
    """List every message that waits: for its next try, or, parked, for a person (exit 1)."""
    items = _or_exit(lambda: queries.waiting_items(_reader(config)))
    for item in items:
        state = (
            f"PARKED {item.parked_reason}"
            if item.parked_reason
            else f"{item.attempts} tries, next {item.next_try_at:%Y-%m-%d %H:%M:%S}Z "
            f"{item.last_error}"
        )
        typer.echo(
            f"{item.device_seq} {item.kind} {item.op_id} since {item.since:%Y-%m-%d %H:%M:%S}Z "
            f"{state}".rstrip()
        )
    raise typer.Exit(1 if any(item.parked_reason for item in items) else 0)


@paper.command("loaded")
def paper_loaded(
    metres: Annotated[
        int | None, typer.Option("--metres", min=1, max=1000, help="default: a new roll")
    ] = None,
    config: Config = None,
) -> None:
    """Tell the dispenser, while it is not running, which roll was put in."""
    settings = _settings(config)
    length_mm = (metres or settings.printer.roll_m) * 1000
    store = _or_exit(lambda: Store(settings.state_dir))
    try:
        store.write(lambda c: load_roll(c, SystemClock().now(), length_mm))
    finally:
        store.close()


@store_commands.command("schema")
def show_schema() -> None:
    """Say which schema of the store this program works with."""
    typer.echo(schema.head())


@store_commands.command()
def downgrade(
    revision: Annotated[str, typer.Argument(help="as `store schema` of the older program says")],
    config: Config = None,
) -> None:
    """Bring the store to an older program's schema; the dispenser must not be running."""
    settings = _settings(config)
    _or_exit(lambda: Store(settings.state_dir).take_back(revision))


def _reader(config: Path | None) -> Reader:
    """The store as it is now, whether the dispenser is running or not."""
    return Reader(_settings(config).state_dir)


def has_screen() -> bool:
    """True if there is a display to put a window on."""
    if sys.platform != "linux":
        return True
    if os.environ.get("QT_QPA_PLATFORM", "") == "offscreen":
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _settings(config: Path | None) -> Settings:
    return _or_exit(lambda: load_settings(config))


def _or_exit(work: Callable[[], T]) -> T:
    """Do it, or say the error's code and end: an operator wants a sentence, not a traceback."""
    try:
        return work()
    except KioskError as error:
        typer.echo(f"{error.code}: {error}", err=True)
        raise typer.Exit(EXIT_DISK if isinstance(error, StoreFailed) else 1) from error


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


def _log_to_stderr() -> None:
    """Events with fields, one JSON line each; codes and counts only, never personal data."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def main() -> None:
    """Entry point."""
    cli()


if __name__ == "__main__":
    main()
