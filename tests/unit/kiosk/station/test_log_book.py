"""The log of the machine: bounded, readable after a power cut, and it tells nobody's secrets."""

import io
import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.ports import NotPrinted, PrinterFault, PrinterState
from kiosk.station.log_book import FILE_NAME, FOLDER, LogBook, configure, read_lines
from kiosk.station.log_form import FIELDS, LEFT_OUT
from tests.support.kiosk import FakeClock

SECRETS = (
    "1990000001",
    "1.990.000.001",
    "990000001-2",
    "Ana Lucía Ñáñez Rojas",
    "ana@example.invalid",
    "Calle 1 # 2-34",
    "300 000 0001",
    "Clave-2026!",
    "K7MPQ2",
    "s" * 43,
    "MC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$12.100",
    "481516",
)


class Written:
    """Everything that was logged: to the stream, and into the book."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stream = io.StringIO()
        configure(self.stream, FakeClock(), LogBook(folder))

    @property
    def text(self) -> str:
        files = (self.folder / FOLDER).glob("*")
        kept = "".join(file.read_text() for file in files)
        return self.stream.getvalue() + kept + json.dumps(read_lines(self.folder))


@pytest.fixture
def written(tmp_path: Path) -> Written:
    return Written(tmp_path)


def by_field(secret: str) -> None:
    """A field somebody forgot to think about."""
    structlog.get_logger().info("effect_failed", key=secret, holder=secret, amount=secret)


def by_every_listed_field(secret: str) -> None:
    structlog.get_logger().error("effect_failed", **dict.fromkeys(set(FIELDS) - {"event"}, secret))


def by_event(secret: str) -> None:
    structlog.get_logger().warning(secret)
    structlog.get_logger().warning(f"effect of {secret} failed")


def fails(error: Exception) -> None:
    raise error


def by_exception(secret: str) -> None:
    try:
        fails(ValueError(secret))
    except ValueError:
        structlog.get_logger().exception("effect_failed")
        logging.getLogger("drivers.printer").exception("job of %s", secret)


def by_cause(secret: str) -> None:
    try:
        try:
            fails(KeyError(secret))
        except KeyError as error:
            raise RuntimeError(secret) from error
    except RuntimeError as error:
        structlog.get_logger().error("crashed", error=str(error), exc_info=error)


def by_driver(secret: str) -> None:
    log = logging.getLogger("drivers.printer.job")
    log.warning("print job ended: %s", secret)
    log.warning("print job ended: %s", NotPrinted(PrinterFault.COVER_OPEN, secret))
    log.info("printer noise: %s %r %d", secret, secret, 3)
    log.warning("named %(name)s", {"name": secret})


def by_library(secret: str) -> None:
    logging.getLogger("httpx").warning("POST %s", secret)
    logging.getLogger("sqlalchemy.engine").error("params: " + secret)  # noqa: G003 - a careless library
    logging.getLogger("py.warnings").warning(secret)


def by_structure(secret: str) -> None:
    log = structlog.get_logger()
    log.info("recovered", voided=secret, trace=[secret, f"x.py:3 {secret}"], name=[secret])
    log.info("recovered", effect={"key": secret}, event_name=secret.encode())
    log.bind(login=secret, section=secret).info("act_failed")


WAYS: tuple[Callable[[str], None], ...] = (
    by_field, by_every_listed_field, by_event, by_exception, by_cause, by_driver, by_library,
    by_structure,
)  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("way", WAYS)
def test_a_secret_is_found_nowhere_however_it_gets_there(
    written: Written, way: Callable[[str], None], secret: str
) -> None:
    way(secret)
    assert written.text.strip("[]\n")  # something was told
    assert secret not in written.text


@pytest.mark.parametrize(
    "secret", ["1990000001", "1.990.000.001", "300 000 0001", "ana@example.invalid", "s" * 43]
)
def test_a_driver_that_puts_a_number_into_its_own_words_is_not_believed(
    written: Written, secret: str
) -> None:
    logging.getLogger("drivers.printer").warning("job of " + secret)  # noqa: G003 - that is the bug
    [line] = read_lines(written.folder)
    assert line["event"] == LEFT_OUT
    assert secret not in written.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    secret=st.from_regex(r"[0-9]{6,12}", fullmatch=True)
    | st.from_regex(r"[A-Z][a-z]{3,9} [A-Z][a-z]{3,9} [A-Z][a-z]{3,9}", fullmatch=True)
    | st.emails()
    | st.text("ABCDEFGHJKMNPQRSTUVWXYZ23456789", min_size=8, max_size=64).filter(
        lambda text: sum(c.isdigit() for c in text) > 1
    ),
    way=st.sampled_from(WAYS),
)
def test_no_secret_of_any_shape_is_written(
    tmp_path_factory: pytest.TempPathFactory, secret: str, way: Callable[[str], None]
) -> None:
    written = Written(tmp_path_factory.mktemp("log"))
    way(secret)
    assert secret not in written.text


def test_what_may_be_told_is_told(written: Written) -> None:
    log = structlog.get_logger()
    log.info("recovered", voided=2, printed=0, central_agreed=True)
    log.error("breach", name="I8 head differs", detail="1990000001")
    state = PrinterState(PrinterFault.PAPER_OUT)
    logging.getLogger("drivers.printer.printer").info("printer state: %s", state)
    newest, breach, first = read_lines(written.folder)
    assert newest["event"].startswith("printer state: PrinterState(fault=paper_out")
    assert (breach["name"], breach["level"]) == ("I8 head differs", "error")
    assert (first["voided"], first["printed"], first["central_agreed"]) == (2, 0, True)
    assert first["timestamp"].startswith("20")


def test_an_exception_is_told_by_type_and_place(written: Written) -> None:
    by_exception("x")
    line = next(one for one in read_lines(written.folder) if one["event"] == "effect_failed")
    assert line["error"] == "ValueError"
    assert line["trace"][-1].startswith("test_log_book.py:")


def test_a_severity_takes_the_worse_ones_along(written: Written) -> None:
    log = structlog.get_logger()
    log.info("recovered")
    log.warning("intent_refused", intent="buy")
    log.error("crashed", kind="ValueError")
    assert [line["level"] for line in read_lines(written.folder, "warning")] == ["error", "warning"]
    assert [line["level"] for line in read_lines(written.folder, "error")] == ["error"]


def test_the_log_has_an_end(tmp_path: Path) -> None:
    book = LogBook(tmp_path, max_bytes=2_000)
    for number in range(500):
        book.write(json.dumps({"level": "info", "event": "recovered", "voided": number}))
    size = sum(file.stat().st_size for file in (tmp_path / FOLDER).iterdir())
    lines = read_lines(tmp_path)
    assert size < 2 * 2_100
    assert [line["voided"] for line in lines] == list(range(499, 499 - len(lines), -1))
    assert len(lines) > 30


def test_half_a_line_and_strange_ones_are_passed_over(tmp_path: Path, written: Written) -> None:
    structlog.get_logger().info("recovered", voided=1)
    with (tmp_path / FOLDER / FILE_NAME).open("a") as file:
        file.write('[]\n{"level": "info", "event": "ana@example.invalid", "login": "ana"}\n{"lev')
    strange, honest = read_lines(tmp_path)
    assert strange == {"level": "info", "event": LEFT_OUT}
    assert honest["voided"] == 1


def test_a_disk_that_will_not_have_it_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    written = Written(tmp_path / "nowhere")
    structlog.get_logger().info("recovered")
    LogBook(tmp_path).write("x")
    assert "recovered" in written.stream.getvalue()
    assert read_lines(tmp_path / "nowhere") == []
