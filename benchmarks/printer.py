"""What the roll costs: bytes, time on the line, paper and processor, beside two other ways.

The certificates are those of the sample registry; a page is a page of their PDF. The other ways are
python-escpos, which writes the same lines in the same fonts as text, and a picture of the same
paper in plain ``GS v 0``. Both get what they can: python-escpos sets a style only where it changes
and makes white space of empty lines, which is shorter than exact feeds.

Times are of the paced virtual printer at the speed of the real one, on a pseudo-terminal.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from escpos.constants import RT_STATUS_ONLINE
from escpos.printer import Dummy
from escpos.printer import Serial as EscposSerial

from drivers.printer import elements, layout, roll
from drivers.printer.elements import Align, Font
from drivers.printer.job import JobLimits
from drivers.printer.profile import Profile, load_profile
from drivers.virtual import Strip
from kiosk.documents.model import Document
from kiosk.documents.pdf import page_count
from tests.support.documents import sample_certificates
from tests.support.printer import CALM_LINK, CUSTOM, EPSON, Bench, printer_bench

_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_EMPTY_LINE_DOTS = 30
_BAUDS = (19_200, 38_400, 115_200)
_ROUNDS = 7
_QUERIES = 5
_REAL_TIME_QUERY = 3  # bytes of DLE EOT n


def measure() -> Mapping[str, float]:
    """Everything in one run."""
    profile = load_profile(EPSON)
    documents = list(sample_certificates())
    pages = sum(page_count(document) for document in documents)
    started = time.process_time()
    rolls = [layout.lay_out(document, profile) for document in documents]
    spent_ms = (time.process_time() - started) * 1000
    ours = sum(each.size_bytes for each in rolls)
    sheets = [layout.sheets_of(document, profile) for document in documents]
    theirs = sum(len(_escpos_text(each)) for each in sheets)
    speed = _cpu_ratio(
        lambda: [_escpos_text(each) for each in sheets],
        lambda: [roll.build(each, profile) for each in sheets],
    )
    longest = max(documents, key=lambda document: layout.lay_out(document, profile).length_mm)
    return {
        "printer.bytes_per_page": ours / pages,
        "printer.paper_mm_per_page": sum(each.length_mm for each in rolls) / pages,
        "printer.layout_cpu_ms_per_page": spent_ms / pages,
        "printer.bytes_vs_escpos_text": ours / theirs,
        "printer.encode_speed_vs_escpos_text": speed,
        "printer.bytes_saved_vs_raster": _pictures(documents) / ours,
        "printer.time_over_limit": max(_best_over_limit(longest, baud) for baud in _BAUDS),
        "printer.first_byte_ms": max(
            _first_byte_ms(documents[0], name) for name in (EPSON, CUSTOM)
        ),
        **_status_cost(),
    }


# -- python-escpos --------------------------------------------------------------------------------


def _escpos_text(sheets: Sequence[Sequence[elements.Element]]) -> bytes:
    """The same lines as python-escpos writes them."""
    printer = Dummy()
    style: elements.Style | None = None
    align: Align | None = None
    for element in (element for sheet in sheets for element in sheet):
        match element:
            case elements.Gap(dots=dots):
                printer.ln(max(1, round(dots / _EMPTY_LINE_DOTS)))
            case elements.QrMark(data=data, module=module):
                printer.set(align="center")
                align = Align.CENTER
                printer.qr(data, ec=1, size=module, model=2, native=True)
            case elements.TextLine(runs=runs):
                if element.align is not align:
                    align = element.align
                    printer.set(align=_ALIGN[align])
                for run in runs:
                    if run.style != style:
                        style = run.style
                        _set(printer, style)
                    printer.text(run.text)
                printer.ln()
            case elements.Band():
                raise AssertionError("this printer draws its symbols itself")
    output: bytes = printer.output
    return output


def _set(printer: Dummy, style: elements.Style) -> None:
    printer.set(
        font="a" if style.font is Font.A else "b",
        bold=style.bold,
        underline=style.underline,
        custom_size=True,
        width=style.width,
        height=style.height,
    )


def _cpu_ratio(theirs: Callable[[], object], ours: Callable[[], object]) -> float:
    """How many times more processor time ``theirs`` takes; by turns, so that load is shared."""
    return median(_cpu_s(theirs) / _cpu_s(ours) for _ in range(_ROUNDS))


def _cpu_s(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _status_cost() -> dict[str, float]:
    """One status question, and the same of python-escpos, which waits for its whole time-out."""
    with _bench(EPSON) as bench:
        bench.driver.refresh()
        ours = _median_ms(bench.driver.refresh, _QUERIES)
    questions = len(bench.driver.profile.queries)
    with _bench(EPSON) as bench:
        other = EscposSerial(bench.virtual.device_path, baudrate=115_200, dsrdtr=False)
        other.open()
        theirs = _median_ms(lambda: other.query_status(RT_STATUS_ONLINE), 1)
        other.close()
    return {
        "printer.status_query_ms": ours / questions,
        "printer.status_query_ms_escpos": theirs,
    }


def _median_ms(work: Callable[[], object], times: int) -> float:
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append((time.perf_counter() - started) * 1000)
    return median(spent)


# -- as a picture ---------------------------------------------------------------------------------


def _pictures(documents: Iterable[Document]) -> int:
    """Bytes of the same paper as one ``GS v 0`` picture a certificate, cut margins not counted."""
    total = 0
    with _bench(EPSON, speed=None) as bench:
        profile = bench.driver.profile
        margin = (bench.virtual.model.paper_dots - profile.head.dots) // 2
        for document in documents:
            bench.driver.print(bench.driver.lay_out(document), 1, lambda _p: None)
            image = bench.virtual.strips[-1].image
            ink = image.point(lambda grey: 255 - grey).getbbox()
            assert ink is not None
            printer = Dummy()
            area = (margin, ink[1], margin + profile.head.dots, ink[3])
            printer.image(image.crop(area), impl="bitImageRaster", center=False)
            total += len(printer.output)
    return total


# -- time -----------------------------------------------------------------------------------------


@contextmanager
def _bench(name: str, *, speed: float | None = 1.0, baud: int | None = None) -> Iterator[Bench]:
    with (
        tempfile.TemporaryDirectory(prefix="dispensador-bench-") as folder,
        printer_bench(
            Path(folder),
            name,
            speed=speed,
            baud=baud,
            flow="xonxoff",
            job_limits=JobLimits(),
            link_limits=CALM_LINK,
        ) as bench,
    ):
        yield bench


def _best_over_limit(document: Document, baud: int) -> float:
    """The better of two runs: a machine that does other things slows down the virtual printer."""
    return min(_over_limit(document, baud) for _ in range(2))


def _over_limit(document: Document, baud: int) -> float:
    """Time from the start of the job to its cut, over what wire or head need at the least."""
    cut_at: list[float] = []

    def cut(_strip: Strip) -> None:
        cut_at.append(time.monotonic())

    with _bench(EPSON, baud=baud) as bench:
        bench.virtual.on_paper = cut
        printed = bench.driver.lay_out(document)
        assert bench.driver.preflight(printed.length_mm) is None
        received = len(bench.virtual.bytes_received)
        started = time.monotonic()
        bench.driver.print(printed, 1, lambda _p: None)
        (ended,) = cut_at
        data = bench.virtual.bytes_received[received:]
        model = bench.virtual.model
        wire_s = _without_questions(data, bench.driver.profile) * 10 / baud
        head_s = bench.virtual.counters.printed_mm / model.speed_mm_s + model.cut_s
    return (ended - started) / max(wire_s, head_s)


def _without_questions(data: bytes, profile: Profile) -> int:
    """Bytes that the job needed: status questions while it waited are its own fault."""
    asked = sum(data.count(bytes((0x10, 0x04, n))) for n in profile.queries)
    return len(data) - asked * _REAL_TIME_QUERY


def _first_byte_ms(document: Document, name: str) -> float:
    """From the call to the first byte in the printer, the median of some jobs."""
    spent = []
    for _ in range(_QUERIES):
        at: list[float] = []
        with _bench(name) as bench:
            printed = bench.driver.lay_out(document)
            assert bench.driver.preflight(printed.length_mm) is None
            bench.virtual.after_bytes(1, lambda at=at: at.append(time.monotonic()))  # type: ignore[misc]
            started = time.monotonic()
            bench.driver.print(printed, 1, lambda _p: None)
        spent.append((at[0] - started) * 1000)
    return median(spent)
