"""Pages for browsers work without any other host: the API's description and the public portal."""

from html.parser import HTMLParser

import pytest

from central.app import describe
from central.reference import page
from central.routes import ENDPOINTS
from tests.support.central import Terminal

_ADDRESSES = ("src", "href", "action", "srcset", "data", "poster")


class Links(HTMLParser):
    """What a page would fetch or lead to, and the ids it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attributes:
            if name in _ADDRESSES:
                self.addresses.append(value or "")
            if name == "id":
                self.ids.add(value or "")


@pytest.mark.parametrize("path", ["/docs", "/v", "/v/ABCD2345"])
def test_no_page_needs_another_host(lone: Terminal, path: str) -> None:
    answer = lone.http.get(path)
    assert answer.headers["content-type"].startswith("text/html")
    links = Links(answer.text)
    for address in links.addresses:
        assert address.startswith(("/", "#")), address
        assert not address.startswith("//"), address
    assert "script" not in links.tags
    assert "url(" not in answer.text
    assert "@import" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_page_describes_every_message_and_its_links_lead_somewhere(lone: Terminal) -> None:
    answer = lone.http.get("/docs")
    assert answer.status_code == 200
    links = Links(answer.text)
    for endpoint in ENDPOINTS:
        assert f"POST {endpoint.path}<" in answer.text
        assert endpoint.message.__name__ in links.ids
    for address in links.addresses:
        if address.startswith("#"):
            assert address[1:] in links.ids
        else:
            assert lone.http.get(address).status_code == 200


def test_what_a_description_says_is_text_not_markup() -> None:
    described = describe()
    described["paths"]["/x"] = {"get": {"description": "<script>alert(1)</script>"}}
    assert "<script>" not in page(described)
