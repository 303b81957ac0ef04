"""Do the money and the paper agree? Reads the paper back and asks both sides.

The QR symbols are read from the picture of the paper, as any phone would, and followed to central's
verification page; the prices are read from the printed text; the balance is asked for anew.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx

VALID = "Certificado válido"
HEADLINE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
PRICE = re.compile(r"VALOR DEL CERTIFICADO\s*:\s*\$\s*([\d.]+)")


@dataclass(frozen=True)
class OperationSummary:
    """One printed copy, as kiosk, central and printer saw it.

    ``bytes`` and ``seconds`` are of its print job.
    """

    id: str
    registration: str
    certificate: str
    kiosk_state: str
    central_state: str
    verification_code: str
    price: int
    bytes: int
    seconds: float


@dataclass(frozen=True)
class Summary:
    """What a visit came to; every amount in pesos."""

    operations: tuple[OperationSummary, ...]
    balance_before: int
    balance_after: int
    charged: int
    on_paper: int
    qr_codes: tuple[str, ...]
    verified: tuple[str, ...]
    problems: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The content of ``summary.json``."""
        return asdict(self)


def prices_on_paper(text: str) -> tuple[int, ...]:
    """The prices printed on certificates.

    >>> prices_on_paper("VALOR DEL CERTIFICADO : $12.100")
    (12100,)
    """
    return tuple(int(found.replace(".", "")) for found in PRICE.findall(text))


def read_qr_codes(picture: Path) -> tuple[str, ...]:
    """Every QR text on a picture, in reading order."""
    import zxingcpp
    from PIL import Image

    with Image.open(picture) as image:
        found = zxingcpp.read_barcodes(
            image.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        )
    return tuple(code.text for code in sorted(found, key=lambda code: code.position.top_left.y))


def verification_says(address: str) -> str:
    """What the verification page says when somebody follows the QR and presses "Consultar"."""
    with httpx.Client(timeout=10.0, trust_env=False) as http:
        asked = http.get(address)
        answer = http.post(address) if asked.status_code == httpx.codes.OK else asked
    found = HEADLINE.search(answer.text)
    return found.group(1).strip() if found else f"status {answer.status_code}"


def agree(
    operations: Sequence[OperationSummary],
    *,
    balance_before: int,
    balance_after: int,
    paper_text: str,
    paper_picture: Path,
) -> Summary:
    """Compare everything with everything; ``problems`` is empty when all agree."""
    paid = [op for op in operations if op.central_state == "CAPTURED"]
    charged = sum(op.price for op in paid)
    on_paper = sum(prices_on_paper(paper_text))
    qr_codes = read_qr_codes(paper_picture)
    said = {_code(address): verification_says(address) for address in qr_codes}
    verified = tuple(code for code, headline in said.items() if headline == VALID)
    problems = [
        f"operation {op.id}: kiosk {op.kiosk_state}, central {op.central_state}"
        for op in operations
        if op.kiosk_state != op.central_state
    ]
    if not operations:
        problems.append("nothing was bought")
    if balance_before - balance_after != charged:
        problems.append(f"balance fell by {balance_before - balance_after}, charged {charged}")
    if on_paper != charged:
        problems.append(f"paper says {on_paper}, charged {charged}")
    if sorted(said) != sorted(op.verification_code for op in paid):
        problems.append(f"codes on paper {sorted(said)} are not those that were charged")
    problems += [f"code {code}: {headline}" for code, headline in said.items() if headline != VALID]
    return Summary(
        operations=tuple(operations),
        balance_before=balance_before,
        balance_after=balance_after,
        charged=charged,
        on_paper=on_paper,
        qr_codes=qr_codes,
        verified=verified,
        problems=tuple(problems),
    )


def _code(address: str) -> str:
    return address.rpartition("/v/")[2]
