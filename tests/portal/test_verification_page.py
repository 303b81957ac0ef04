import html
import re

import httpx
import pytest

from central.portal.counting import checks
from kiosk.documents.certificate import Section
from kiosk.documents.model import Paragraph, from_json, plain_text
from tests.portal.conftest import CODE, Portal

DAY_S = 86_400


def counted(portal: Portal, code: str = CODE) -> int:
    return portal.database.run(lambda db: checks(db, "99", code).count)


def seen(response: httpx.Response) -> str:
    """What a reader sees: no tags, entities resolved, white space joined."""
    body = re.sub(r"<style>.*?</style>", "", response.text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("path", [f"/v/{CODE}", "/v/abcd-2345", "/v/ZZZZZZZZ", "/v"])
def test_looking_at_an_address_never_counts(portal: Portal, path: str) -> None:
    portal.codes.put("valid")
    for _ in range(3):
        assert portal.http.get(path).status_code == 200
    assert counted(portal) == 0


def test_the_form_asks_before_it_counts(portal: Portal) -> None:
    text = portal.http.get("/v/abcd2345").text
    assert f'action="/v/{CODE}"' in text
    assert ">Consultar</button>" in text


def test_a_valid_code_shows_the_whole_certificate(portal: Portal) -> None:
    portal.codes.put("valid")
    text = seen(portal.http.post(f"/v/{CODE}"))
    assert "Certificado válido" in text
    for line in plain_text(from_json(portal.codes[CODE].content)).splitlines():
        if not line.startswith("http"):
            assert " ".join(line.split()) in text, line


def test_each_question_counts_and_the_first_date_stays(portal: Portal) -> None:
    portal.codes.put("valid")
    first = seen(portal.http.post(f"/v/{CODE}"))
    assert "Verificaciones 1 Primera verificación 2026/11/21 - 10:00:00" in first
    portal.clock.advance(2 * DAY_S)
    second = seen(portal.http.post(f"/v/{CODE}"))
    assert "Verificaciones 2 Primera verificación 2026/11/21 - 10:00:00" in second


def test_the_facts_of_the_certificate_are_listed(portal: Portal) -> None:
    portal.codes.put("valid")
    text = seen(portal.http.post(f"/v/{CODE}"))
    assert "Certificado de existencia y representación legal" in text
    assert "00052310" in text
    assert "Distribuciones El Ñandú S.A.S." in text
    assert "Fecha de expedición 2026/11/21 - 10:00:00" in text


@pytest.mark.parametrize(
    ("state", "said"), [("in_process", "Certificado en proceso"), ("void", "Certificado anulado")]
)
def test_what_is_not_charged_is_not_shown_and_not_counted(
    portal: Portal, state: str, said: str
) -> None:
    portal.codes.put(state)
    response = portal.http.post(f"/v/{CODE}")
    assert said in seen(response)
    assert "OBJETO SOCIAL" not in response.text
    assert "Certificado válido" not in response.text
    assert counted(portal) == 0


def test_after_its_days_a_code_is_expired_not_false(portal: Portal) -> None:
    portal.codes.put("valid")
    portal.clock.advance(60 * DAY_S)
    assert "Certificado válido" in seen(portal.http.post(f"/v/{CODE}"))
    portal.clock.advance(1)
    response = portal.http.post(f"/v/{CODE}")
    assert "El plazo de verificación terminó" in seen(response)
    assert "OBJETO SOCIAL" not in response.text
    assert counted(portal) == 1


def test_an_unknown_code_warns_and_is_not_found(portal: Portal) -> None:
    response = portal.http.post("/v/ZZZZZZZZ")
    assert response.status_code == 404
    assert "Este código no existe" in seen(response)
    assert counted(portal, "ZZZZZZZZ") == 0


@pytest.mark.parametrize(
    "bad", ["ABC", "ABCD2340", "%3Cscript%3E", "a" * 300, "ABCD2345'--", "%00", "ñ" * 8, "..%5C"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_bad_code_gets_a_friendly_page(portal: Portal, method: str, bad: str) -> None:
    response = portal.http.request(method, f"/v/{bad}")
    assert response.status_code == 404
    assert "Ese código no es válido" in seen(response)
    assert "<script>" not in response.text


def test_a_typed_code_leads_to_its_page(portal: Portal) -> None:
    response = portal.http.post("/v", data={"code": " abcd 2345 "})
    assert response.status_code == 303
    assert response.headers["location"] == f"/v/{CODE}"


@pytest.mark.parametrize("typed", ["", "javascript:alert(1)", "//evil.invalid", "A" * 5_000])
def test_what_is_typed_wrong_is_asked_again(portal: Portal, typed: str) -> None:
    response = portal.http.post("/v", data={"code": typed})
    assert response.status_code == 404
    assert "Ese código no es válido" in seen(response)


ATTACK = '<script>alert("1")</script><img src=x onerror=alert(1)>{{ 7 * 7 }}'


def test_what_the_registry_says_is_text_and_never_markup(portal: Portal) -> None:
    sections = (Section(ATTACK, (Paragraph(ATTACK),)),)
    portal.codes.put("valid", entity_name=ATTACK, title=ATTACK, sections=sections)
    response = portal.http.post(f"/v/{CODE}")
    assert ATTACK in html.unescape(response.text)
    assert "<script" not in response.text
    assert "<img" not in response.text


@pytest.mark.parametrize("path", ["/v", f"/v/{CODE}", "/v/bad"])
def test_a_page_may_do_nothing_but_show_itself(portal: Portal, path: str) -> None:
    headers = portal.http.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "noindex" in headers["x-robots-tag"]


def test_the_policy_allows_exactly_the_style_on_the_page(portal: Portal) -> None:
    import base64
    import hashlib

    response = portal.http.get("/v")
    style = response.text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response.headers["content-security-policy"]
    assert " style=" not in response.text


@pytest.mark.parametrize("path", ["/v", f"/v/{CODE}"])
def test_a_page_says_its_language_and_labels_its_fields(portal: Portal, path: str) -> None:
    text = portal.http.get(path).text
    assert '<html lang="es-CO">' in text
    assert text.count("<h1>") == 1
    assert "width=device-width" in text
    for field in re.findall(r'<input id="(\w+)"', text):
        assert f'<label for="{field}">' in text


def test_a_demonstration_is_marked_on_every_page(portal: Portal) -> None:
    assert "DEMOSTRACIÓN SIN VALIDEZ JURÍDICA" in seen(portal.http.get("/v"))


def test_whoever_tries_codes_one_after_the_other_is_slowed_down(portal: Portal) -> None:
    codes = [portal.http.post("/v/ZZZZZZZZ").status_code for _ in range(31)]
    assert codes == [404] * 30 + [429]
    slow = portal.http.post("/v/ZZZZZZZZ")
    assert "Demasiadas consultas" in seen(slow)
    assert int(slow.headers["retry-after"]) <= 61
    portal.clock.advance(61)
    assert portal.http.post("/v/ZZZZZZZZ").status_code == 404
