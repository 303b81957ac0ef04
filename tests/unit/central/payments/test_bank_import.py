"""A bank's file credits what fits, once, and lists what does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from central.__main__ import app
from central.payments.bank_file import BadFile
from central.payments.bank_import import NotImported, import_bank_file
from central.payments.tables import BankFileRow
from central.settings import Collection
from central.staff.entitled import NotEntitled
from tests.support.bank_files import DAY, Row, bank_file
from tests.support.central import Central, make_central
from tests.support.settlements import ANA_HAS, Cashier, balance, good, nothing_wrong

AGREED = Collection(gln="7700000000002", banks=("Banco de Ejemplo",))


@pytest.fixture
def agreed(tmp_path: Path, database_url: str) -> Iterator[Central]:
    """A central whose chamber has a collection agreement, on both databases."""
    made = make_central(tmp_path, database_url, collection=AGREED)
    yield made
    made.close()


def files(central: Central) -> int:
    rows = select(func.count()).select_from(BankFileRow)
    return central.services.database.run(lambda db: db.scalar(rows) or 0)


def test_what_fits_is_credited_once_and_the_rest_is_listed(agreed: Central) -> None:
    carlos = Cashier(agreed)
    slips = [good(carlos.slip(carlos.makes(20_000)))["reference"] for _ in range(5)]
    at_desk = carlos.finds("5")
    carlos.takes(at_desk)
    good(carlos.pays(at_desk))
    content = bank_file(
        [
            Row(slips[0], 20_000, 1),
            Row(slips[1], 20_001, 2),
            Row(slips[2], 20_000, 3, centavos=50),
            Row(slips[3], 20_000, 4, cause="012"),
        ],
        [Row(slips[4], 20_000, 1), Row("9900000777777", 9_000, 2), Row(slips[0], 20_000, 3)],
    )
    done = import_bank_file(agreed.services, "marta", content)
    assert (done.rows, done.credited, done.before) == (7, 1, False)
    assert [each.why.value for each in done.exceptions] == [
        "amount-differs",
        "amount-differs",
        "sent-back",
        "paid-before",
        "unknown",
        "paid-before",
    ]
    again = import_bank_file(agreed.services, "marta", content)
    assert (again.before, again.credited, again.exceptions) == (True, 1, ())
    assert balance(agreed) == ANA_HAS + 40_000
    assert carlos.finds("1").state == "paid"
    nothing_wrong(agreed)


def test_a_file_in_the_clothes_of_another_is_refused(office: Central) -> None:
    carlos = Cashier(office)
    number = carlos.makes().number
    import_bank_file(office.services, "marta", bank_file([Row(number, 20_000)]))
    with pytest.raises(NotImported, match="another file"):
        import_bank_file(office.services, "marta", bank_file([Row("000777", 1_000)]))
    # The same payment in a corrected file is known for what it is.
    later = bank_file([Row(number, 20_000)], modifier="B")
    (left,) = import_bank_file(office.services, "marta", later).exceptions
    assert left.why.value == "paid-before"
    assert balance(office) == ANA_HAS + 20_000
    nothing_wrong(office)


def test_a_bad_file_moves_nothing(office: Central) -> None:
    carlos = Cashier(office)
    number = carlos.makes().number
    content = bank_file([Row(number, 20_000)])
    with pytest.raises(BadFile):
        import_bank_file(office.services, "marta", content.replace(b"\n09", b"\n19"))
    with pytest.raises(NotImported, match="NIT"):
        import_bank_file(office.services, "marta", bank_file([Row(number, 20_000)], nit="9911"))
    for login in ("carlos", "sofia", "nobody"):
        with pytest.raises(NotEntitled):
            import_bank_file(office.services, login, content)
    assert (files(office), balance(office)) == (0, ANA_HAS)
    assert carlos.finds(number).state == "open"


def test_the_command_says_what_came_of_it(
    office: Central, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carlos = Cashier(office)
    number = carlos.makes().number
    file = tmp_path / "recaudo.txt"
    file.write_bytes(bank_file([Row(number, 20_000, 1), Row("000777", 9_000, 2)], day=DAY))
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATABASE_URL", office.services.settings.database_url)
    monkeypatch.setenv("DISPENSADOR_CENTRAL_DATA_DIR", str(tmp_path))
    office.close()  # SQLite belongs to one process at a time

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["payments", *arguments])
        return result.exit_code, result.output

    code, said = run("import", str(file), "--staff", "marta")
    assert (code, said.splitlines()[0]) == (0, "2 payments, 29000 pesos, 1 credited")
    assert said.endswith("9000 unknown\n")
    assert "imported before" in run("import", str(file), "--staff", "marta")[1]
    code, listed = run("exceptions")
    payment = listed.splitlines()[1].split()[0]
    assert run("settle", payment, "--note", "sent back", "--staff", "carlos")[0] == 1
    assert run("settle", payment, "--note", "sent back", "--staff", "sofia") == (0, "")
    assert len(run("exceptions")[1].splitlines()) == 1
