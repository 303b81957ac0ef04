"""The signed PDF: the Document word for word, a signature that breaks with one byte, made once."""

import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from sqlalchemy import func, select

from central.certificates.chamber_certificate import (
    NoChamberCertificate,
    load_signer,
    make_demo_certificate,
)
from central.certificates.tables import SignedPdf
from central.db.ids import new_id
from central.operations.papers import certificate_of_code, certificate_pdf, receipt_pdf
from central.operations.refund import refund
from central.settings import Pades
from kiosk.contract import messages as m
from kiosk.documents.model import from_json
from kiosk.documents.pdf import render_pdf
from tests.support.central import START, Central, Terminal, enrolled, fresh_database, make_central


def bought(terminal: Terminal) -> m.Operation:
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    terminal.capture(held.op_id)
    return held


def judged(pdf: bytes, central: Central) -> tuple[bool, bool, bool]:
    """Intact, cryptographically right, and by the chamber's certificate with no change behind."""
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    root = load_signer(central.services.settings, START).signing_cert
    context = ValidationContext(trust_roots=[root], allow_fetching=False, moment=START)
    status = validate_pdf_signature(signature, context)
    return status.intact, status.valid, status.bottom_line


def words(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document).split()
    finally:
        document.close()


def test_the_pdf_says_what_was_frozen_and_its_signature_holds(
    central: Central, terminal: Terminal
) -> None:
    held = bought(terminal)
    pdf = certificate_pdf(central.services, held.op_id)
    assert judged(pdf, central) == (True, True, True)
    assert words(pdf) == words(render_pdf(from_json(held.certificate.content)))
    assert held.verification_code in words(pdf)


@pytest.mark.parametrize("where", [b"%PDF-1.", b">>\nstream\n", b"/Reason", b"startxref"])
def test_one_changed_byte_breaks_the_signature(lone: Terminal, where: bytes) -> None:
    pdf = bytearray(certificate_pdf(lone.central.services, bought(lone).op_id))
    pdf[pdf.index(where) + len(where) + 10] ^= 0x01
    intact, valid, trusted = judged(bytes(pdf), lone.central)
    assert (intact, trusted) == (False, False), valid


def test_it_is_made_once_and_everybody_gets_the_same_bytes(
    central: Central, terminal: Terminal
) -> None:
    held = bought(terminal)
    counted = select(func.count()).select_from(SignedPdf)
    assert central.services.database.run(lambda db: db.scalar(counted)) == 0
    first = certificate_of_code(central.services, held.verification_code)
    assert certificate_pdf(central.services, held.op_id) == first
    assert central.services.database.run(lambda db: db.scalar(counted)) == 1


def test_only_charged_certificates_have_one(lone: Terminal) -> None:
    services = lone.central.services
    held = lone.authorise(lone.order(lone.sign_in()))
    with pytest.raises(LookupError, match="no charged certificate"):
        certificate_of_code(services, held.verification_code)
    lone.void(held.op_id)
    with pytest.raises(LookupError, match="no charged certificate"):
        certificate_pdf(services, held.op_id)
    sold = bought(lone)
    assert certificate_pdf(services, sold.op_id)
    refund(services, sold.op_id, new_id(), "marta", "salió en blanco")
    with pytest.raises(LookupError, match="no charged certificate"):  # though it was made before
        certificate_pdf(services, sold.op_id)
    with pytest.raises(LookupError, match="no certificate has this code"):
        certificate_of_code(services, "ABCD2345")


def test_the_receipt_is_a_small_sheet_with_the_frozen_words(lone: Terminal) -> None:
    order = lone.order(lone.sign_in())
    lone.capture(lone.authorise(order).op_id)
    with pytest.raises(LookupError, match="no receipt"):
        receipt_pdf(lone.central.services, order.order_id)
    answer = lone.post("/v1/orders/receipt", m.FetchReceipt(order_id=order.order_id))
    receipt = m.Receipt.model_validate_json(answer.content)
    pdf = receipt_pdf(lone.central.services, order.order_id)
    document = pypdfium2.PdfDocument(pdf)
    width_mm, height_mm = (round(points * 25.4 / 72) for points in document[0].get_size())
    document.close()
    assert (width_mm, height_mm) == (106, 140)
    assert receipt.receipt_number in words(pdf)


def pem_files(tmp_path: Path) -> tuple[Path, Path]:
    """A chamber's certificate and key as an authority would hand them out: two files."""
    both = make_demo_certificate("Cámara de Comercio de Ejemplo", START)
    key, _, certificate = both.partition(b"-----END PRIVATE KEY-----\n")
    paths = tmp_path / "chamber.crt", tmp_path / "chamber.key"
    paths[0].write_bytes(certificate)
    paths[1].write_bytes(key + b"-----END PRIVATE KEY-----\n")
    return paths


def test_the_chambers_own_certificate_comes_from_the_settings(tmp_path: Path) -> None:
    certificate, key = pem_files(tmp_path)
    central = make_central(
        tmp_path,
        fresh_database(tmp_path, "sqlite"),
        demo=False,
        pades=Pades(certificate=certificate, key=key),
    )
    pdf = certificate_pdf(central.services, bought(enrolled(central)).op_id)
    assert judged(pdf, central) == (True, True, True)
    assert not (tmp_path / "demo-chamber.pem").exists()
    central.close()


def test_without_a_certificate_only_the_demonstration_signs(tmp_path: Path) -> None:
    central = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), demo=False)
    held = bought(enrolled(central))
    with pytest.raises(NoChamberCertificate, match="not set"):
        certificate_pdf(central.services, held.op_id)
    central.close()


@pytest.mark.parametrize("wrong", ["missing", "no-pem", "another-key", "expired"])
def test_files_that_cannot_sign_are_named(lone: Terminal, tmp_path: Path, wrong: str) -> None:
    certificate, key = pem_files(tmp_path)
    now = START
    if wrong == "missing":
        key.unlink()
    elif wrong == "no-pem":
        certificate.write_text("hello")
    elif wrong == "another-key":
        other = generate_private_key(SECP256R1())
        key.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    else:
        now = START + datetime.timedelta(days=1_000)
    settings = lone.central.services.settings.model_copy(
        update={"pades": Pades(certificate=certificate, key=key)}
    )
    with pytest.raises(NoChamberCertificate):
        load_signer(settings, now)


def test_the_demonstrations_key_is_its_owners_only(lone: Terminal, tmp_path: Path) -> None:
    settings = lone.central.services.settings
    first = load_signer(settings, START).signing_cert.dump()
    assert load_signer(settings, START).signing_cert.dump() == first
    assert (settings.data_dir / "demo-chamber.pem").stat().st_mode & 0o777 == 0o600
