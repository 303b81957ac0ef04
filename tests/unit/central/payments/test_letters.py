"""The mails of a settlement: how to pay it, and the receipt once it is paid."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from central.mail.tables import OutboxMail
from central.settings import Collection, Mail
from tests.support.central import Central, fresh_database, make_central
from tests.support.settlements import Cashier, good


@pytest.fixture
def mailing(tmp_path: Path) -> Iterator[Central]:
    """A central that may send mail; nothing is sent, what waits is looked at."""
    made = make_central(
        tmp_path,
        fresh_database(tmp_path, "sqlite"),
        mail=Mail(host="127.0.0.1", encryption="none"),
        collection=Collection(gln="7700000000002", banks=("Banco de Ejemplo",)),
    )
    yield made
    made.close()


def waiting(central: Central) -> list[OutboxMail]:
    rows = select(OutboxMail).order_by(OutboxMail.created_at, OutboxMail.id)
    return central.services.database.run(lambda db: list(db.scalars(rows)))


def test_whoever_may_pay_it_is_told_how_and_once(mailing: Central) -> None:
    carlos = Cashier(mailing)
    made = carlos.makes(120_000)
    carlos.makes(120_000, settlement_id=made.settlement_id)
    (mail,) = waiting(mailing)
    for part in (made.number, made.recovery_code, "$120.000", "Banco de Ejemplo"):
        assert part in mail.body
    assert made.recovery_code not in mail.subject
    assert "1990000001" not in mail.body + mail.subject


def test_its_receipt_goes_out_by_itself_and_once(mailing: Central) -> None:
    carlos = Cashier(mailing)
    made = carlos.makes()
    carlos.takes(made)
    for _ in range(2):
        good(carlos.pays(made, given=50_000))
    assert [mail.kind for mail in waiting(mailing)] == ["settlement-made", "desk-receipt"]


def test_without_a_mail_server_nothing_is_written(office: Central) -> None:
    Cashier(office).makes()
    assert waiting(office) == []
