"""The yardsticks that central is measured with do what central does, on a real PostgreSQL."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import text

from benchmarks._chamber import Chamber, new_chamber
from benchmarks._load import Line, Request, authorise, capture
from benchmarks._postings import fill
from benchmarks._raw_sql import COMMIT, driver_address, replay
from benchmarks._statements import recorded
from central.app import create_app
from central.ledger.statement import verify
from tests.support.central import Central, ManualClock, running

_MONEY = (
    "SELECT id, posted, held FROM ledger_accounts ORDER BY id",
    "SELECT op_id, amount, at FROM ledger_postings ORDER BY op_id",
    "SELECT id, state, digest, verification_code FROM operations ORDER BY id",
    "SELECT device_id, device_seq, reply FROM device_messages ORDER BY device_id, device_seq",
    "SELECT action, subject FROM audit ORDER BY id",
)
_INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef"


@pytest.fixture(scope="module")
def chamber(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chamber]:
    with new_chamber(tmp_path_factory.mktemp("chamber"), kiosks=2, buyers=3) as made:
        yield made


def _rows(chamber: Chamber, *questions: str) -> list[list[tuple[object, ...]]]:
    return chamber.services.database.run(
        lambda db: [[tuple(row) for row in db.execute(text(each))] for each in questions]
    )


def test_the_bare_loop_leaves_the_same_rows_as_the_server(chamber: Chamber) -> None:
    with chamber.copied() as served:
        purchases = served.open_orders(4, kiosks=2)
        with served.copied() as bare:
            scripts = recorded(served, purchases)
            assert all(script.count(COMMIT) == 2 for script in scripts)
            with psycopg.connect(driver_address(bare.url)) as connection:
                replay(connection, scripts)
            after = _rows(served, *_MONEY)
            assert len(after[2]) == 4
            assert _rows(bare, *_MONEY) == after


def test_a_refused_purchase_does_not_count_as_a_fast_one(chamber: Chamber) -> None:
    with chamber.copied() as served:
        (purchase,) = served.open_orders(1, kiosks=1)
        app = create_app(served.services.settings, served.services)
        with (
            running(Central(served.services, app, ManualClock())) as address,
            closing(Line(int(address.rpartition(":")[2]))) as line,
        ):
            early = capture(purchase)
            with pytest.raises(RuntimeError, match="not-found"):
                line.ask(early)
            good = authorise(purchase)
            with pytest.raises(RuntimeError, match="HELD"):
                line.ask(Request(good.text, b'"state":"CAPTURED"'))


def test_a_ledger_of_years_has_its_indexes_and_adds_up(chamber: Chamber) -> None:
    with chamber.copied() as old:
        before, (postings,) = _rows(old, _INDEXES), _rows(old, "SELECT id FROM ledger_postings")
        fill(old, 500)
        assert _rows(old, _INDEXES) == before
        assert len(_rows(old, "SELECT id FROM ledger_postings")[0]) == len(postings) + 500
        assert old.services.database.run(verify) == []
