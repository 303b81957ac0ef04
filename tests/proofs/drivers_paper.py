"""The paper says what the document says: certificates by the thousand, on heads of three widths."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count, islice
from math import ceil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import zxingcpp

from drivers.printer.profile import Profile, load_profile
from drivers.virtual.models import MODELS, Model
from kiosk.documents.model import Document, QrCode
from tests.proofs.outcome import Outcome
from tests.support.documents import random_document, sample_certificates
from tests.support.paper import difference
from tests.support.printer import CALM_JOB, CALM_LINK, EPSON, Bench, printer_bench
from tests.support.registry import TODAY

HEADS = {"64 columns": (576, 203), "56 columns": (512, 180), "42 columns": (384, 203)}
LENGTH_TOLERANCE = 0.02
QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
"""Or a line of capital letters is taken for bars, one time in two thousand."""
_A_PRINTER = 50  # documents before the next printer, so that its paper does not pile up
_COMPANIES = 40


def with_head(dots: int, dpi: int) -> tuple[Profile, Model]:
    """A printer with another head, as driver and mechanics know it: fonts of 12 and 9 dots."""
    base = load_profile(EPSON)
    head = replace(base.head, dots=dots, dpi=dpi)
    profile = replace(base, columns_a=dots // 12, columns_b=dots // 9, head=head)
    return profile, replace(MODELS[EPSON], dots=dots, dpi=dpi, paper_dots=dots + 64)


def paper_says_the_document(certificates: int, randoms: int, seed: int) -> Outcome:
    """Print so many certificates of invented registries and so many random documents."""
    outcome = Outcome("the paper says what the document says")
    heads = list(HEADS.values())
    for name, documents in (
        ("certificates", islice(_certificates(seed), certificates)),
        ("random documents", (random_document(Random(f"{seed}/{i}")) for i in range(randoms))),
    ):
        for turn in count():
            batch = list(islice(documents, _A_PRINTER))
            if not batch:
                break
            profile, model = with_head(*heads[turn % len(heads)])
            with (
                TemporaryDirectory() as folder,
                printer_bench(
                    Path(folder),
                    profile,
                    played_by=model,
                    speed=None,
                    job_limits=CALM_JOB,
                    link_limits=CALM_LINK,
                ) as bench,
            ):
                for document in batch:
                    outcome.broken += _print(bench, document, outcome)
                    outcome.add({name: 1})
    return outcome


def _certificates(seed: int) -> Iterator[Document]:
    """Registries of other days, hence other people and other acts."""
    for turn in count():
        yield from sample_certificates(_COMPANIES, TODAY - timedelta(days=seed % 300 + turn))


def _print(bench: Bench, document: Document, outcome: Outcome) -> list[str]:
    profile = bench.driver.profile
    roll = bench.driver.lay_out(document)
    bench.driver.print(roll, 1, lambda _p: None)
    strip = bench.virtual.strips[-1]
    broken = []
    if found := difference(document, strip.text, profile.code_page.replacements):
        broken.append(f"text: {found}")
    if abs(ceil(strip.length_mm) - roll.length_mm) > LENGTH_TOLERANCE * roll.length_mm:
        broken.append(f"length: {strip.length_mm:.1f} mm instead of {roll.length_mm}")
    wanted = sorted(block.data for block in document.blocks if isinstance(block, QrCode))
    read = sorted(code.text for code in zxingcpp.read_barcodes(strip.image, formats=QR_ONLY))
    if read != wanted:
        broken.append(f"QR: {read} instead of {wanted}")
    if bench.virtual.unknown_commands or not strip.complete:
        broken.append(f"bytes: {bench.virtual.unknown_commands}, whole: {strip.complete}")
    outcome.add({"QR symbols read": len(read), "mm of paper": round(strip.length_mm)})
    return broken
