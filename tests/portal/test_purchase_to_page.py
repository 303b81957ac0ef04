"""A code through the real central: worth nothing, then valid, or void."""

from pathlib import Path

import pytest

from kiosk.documents.model import from_json, plain_text
from tests.support.central import enrolled, fresh_database, make_central


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_a_code_is_valid_once_its_certificate_is_charged(tmp_path: Path, backend: str) -> None:
    central = make_central(tmp_path, fresh_database(tmp_path, backend))
    terminal = enrolled(central)
    order = terminal.order(terminal.sign_in(), quantity=2)
    printed, lost = terminal.authorise(order, 1), terminal.authorise(order, 2)
    page = central.http()

    before = page.post(f"/v/{printed.verification_code}")
    assert terminal.capture(printed.op_id).status_code == 200
    assert terminal.void(lost.op_id).status_code == 200
    after = page.post(f"/v/{printed.verification_code}")
    again = page.post(f"/v/{printed.verification_code}")
    voided = page.post(f"/v/{lost.verification_code}")

    assert "Certificado en proceso" in before.text
    assert "Certificado válido" in after.text
    assert "CAFÉ DE LA LOMA" in after.text
    assert "<dt>Verificaciones</dt><dd>1</dd>" in after.text
    assert "<dt>Verificaciones</dt><dd>2</dd>" in again.text
    assert "Certificado anulado" in voided.text
    central.close()


def test_a_limit_of_verifications_holds_on_paper_and_page(tmp_path: Path) -> None:
    central = make_central(tmp_path, fresh_database(tmp_path, "sqlite"), verification_limit=1)
    terminal = enrolled(central)
    held = terminal.authorise(terminal.order(terminal.sign_in()))
    assert held.certificate is not None
    assert "puede hacerse por una sola vez" in plain_text(from_json(held.certificate.content))
    terminal.capture(held.op_id)
    pages = [central.http().post(f"/v/{held.verification_code}").text for _ in range(2)]
    assert "Certificado válido" in pages[0]
    assert "Se permite verificarlo 1 vez" in pages[1]
    central.close()
