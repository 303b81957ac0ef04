"""The whole API answers as its OpenAPI description says, whatever is sent: signed or not.

The long version is a proof: ``make prove NAME=central-api``.
"""

from pathlib import Path

import pytest

from central.routes import ENDPOINTS
from tests.proofs.api import try_api
from tests.support.central import Terminal

EXAMPLES = 6


@pytest.mark.timeout(900)
def test_the_whole_api_keeps_its_description(tmp_path: Path) -> None:
    outcome = try_api("postgresql", tmp_path, EXAMPLES)
    assert outcome.broken == []
    for answers, least in (("2xx", 30), ("4xx", 100)):
        assert outcome.tried[answers] > least, outcome.tried


def test_every_reply_and_every_refusal_is_described(lone: Terminal) -> None:
    described = lone.http.get("/openapi.json").json()
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            answers = operation["responses"]
            refused = answers["4XX"]["content"]["application/problem+json"]["schema"]["$ref"]
            assert refused == "#/components/schemas/Problem", (path, method)
            assert "204" in answers or "application/json" in answers["200"]["content"], path
    names = {reply.__name__ for reply in (e.reply for e in ENDPOINTS) if reply is not None}
    assert names | {"Problem"} <= described["components"]["schemas"].keys()
