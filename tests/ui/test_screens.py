"""What stands on the screens."""

from dataclasses import replace

import pytest

from kiosk.visit import views as v
from tests.ui.drawing import texts
from tests.ui.stage import Stage
from tests.ui.views import CONFIRM, FAILURE, GALLERY, KEY, SECURE_KEY, copies, view
from ui.lookup import find_item


def words(stage: Stage) -> str:
    """Everything that can be read."""
    return "\n".join(str(item.property("text")) for item in texts(stage.window))


@pytest.mark.parametrize(
    ("picture", "name", "text"),
    [
        ("01-attract", "statusPrinting", "Impresión lista"),
        ("01-attract-low-paper", "statusPaper", "Queda poco papel"),
        ("01-attract-offline", "statusNetwork", "Sin conexión"),
        ("03-identification-check-digit", "typed", "990.123.456-1"),
        (
            "04-secure-key-wrong",
            "errorText",
            "El documento o la clave no coinciden. Intente de nuevo.",
        ),
        ("04-secure-key-throttled", "waitText", "Puede intentar de nuevo en 28 segundos."),
        ("06-account", "available", "$100.000"),
        ("08-certificates", "total", "$24.300"),
        ("08-certificates", "balanceAfter", "$75.700"),
        ("09-confirm", "balanceBefore", "$100.000"),
        ("09-confirm-company", "payingAccount", "Se paga con la cuenta 990.123.456-5"),
        ("10-printing", "subtitle", "Certificado 2 de 3 · faltan unos 9 segundos"),
        (
            "10-printing-waiting",
            "waitingFor",
            "La impresora se quedó sin papel. Avise por favor a alguien de la cámara.",
        ),
        ("10-printing-start", "title", "Imprimiendo su certificado"),
        ("11-done-one", "title", "Listo, retire su certificado"),
        ("18-timeout-home", "timeoutSeconds", "Volvemos al inicio en 20 segundos."),
        ("01-attract-offline", "title", "Vuelva en unos minutos."),
        ("09-confirm", "payingAccount", "Se paga con su cuenta"),
        ("11-done-one", "subtitle", "1 certificado impreso. No olvide retirar sus papeles."),
        (
            "18-timeout-certificates",
            "timeoutSeconds",
            "Por su seguridad cerramos la sesión en 1 segundo.",
        ),
        ("19-unavailable-central", "title", "No hay conexión con la cámara"),
        (
            "20-failure-partly",
            "moneyText",
            "Solo se cobró lo que salió impreso: $12.100. El resto volvió a su saldo.",
        ),
        ("20-failure-unknown", "recoveryCode", "K7M2QX"),
    ],
)
def test_the_screen_says(stage: Stage, picture: str, name: str, text: str) -> None:
    stage.show(GALLERY[picture])

    assert stage.text(name) == text


def test_what_is_not_known_is_not_called_charged(stage: Stage) -> None:
    body = replace(FAILURE, money="held_unknown", charged="$0", copies=copies("uncertain"))
    stage.show(view(body))

    assert "Aún no sabemos" in stage.text("moneyText")
    assert "$0" not in stage.text("moneyText")


def test_every_copy_says_what_it_cost(stage: Stage) -> None:
    stage.show(GALLERY["20-failure-unknown"])

    said = words(stage)
    assert "cobrado $12.100" in said
    assert "apartado $6.100" in said
    assert said.count("No cobrado") == 1


def test_nothing_is_called_printing_while_the_printer_waits(stage: Stage) -> None:
    stage.show(GALLERY["10-printing-waiting"])

    assert "En pausa" in words(stage)
    assert "Imprimiendo\n" not in words(stage)


def test_whoever_has_no_account_is_not_sent_back_to_it(stage: Stage) -> None:
    stage.show(GALLERY["09-confirm-no-account"])

    assert find_item(stage.window, "ownAccountButton") is None


def test_a_long_order_turns_its_pages(stage: Stage) -> None:
    stage.show(GALLERY["09-confirm-ten"])
    assert "legal 10" not in words(stage)

    while "legal 10" not in words(stage):
        stage.tap("pageNext")

    assert stage.visit.intents == []


def test_a_key_is_on_the_screen_only_while_it_is_shown(stage: Stage) -> None:
    shown = replace(KEY, shown="Muestra1", showing=True)
    stage.show(view(replace(SECURE_KEY, key=shown)))
    assert stage.text("shownKey") == "Muestra1"

    stage.show(view(SECURE_KEY))

    assert find_item(stage.window, "shownKey") is None
    assert "Muestra1" not in words(stage)


def test_the_balance_in_the_header_is_hidden_until_it_is_asked_for(stage: Stage) -> None:
    stage.show(GALLERY["07-registration"])
    assert "$100.000" not in words(stage)

    stage.show(replace(GALLERY["07-registration"], balance_hidden=False))

    assert stage.text("headerBalance") == "$100.000"


def test_nothing_of_a_visit_is_left_when_it_is_over(stage: Stage) -> None:
    stage.show(GALLERY["06-account"])
    stage.show(GALLERY["01-attract"])

    assert "$" not in words(stage)
    assert "•" not in words(stage)


def test_data_is_never_read_as_markup(stage: Stage) -> None:
    line = v.CartLine("<b>Uno</b>", "<img src='x'>", 1, "$1", "$1")
    stage.show(view(replace(CONFIRM, lines=(line,))))

    assert "<b>Uno</b>" in words(stage)


@pytest.mark.parametrize("name", [name for name in GALLERY if name.startswith(("30", "31"))])
def test_a_theme_is_for_its_own_view_only(stage: Stage, name: str) -> None:
    stage.show(GALLERY[name])
    dark = stage.window.color()
    stage.show(GALLERY["01-attract"])

    assert dark != stage.window.color()


def test_a_broken_program_says_so_and_reports_first(stage: Stage) -> None:
    reported: list[object] = []
    stage.kiosk._on_crash = reported.append
    fault = RuntimeError("broken")
    stage.show(GALLERY["09-confirm"])

    stage.kiosk.break_down(fault)
    try:
        assert stage.text("outOfServiceTitle") == "Esta máquina está fuera de servicio"
        assert reported == [fault]
        stage.tap("payButton")
        assert stage.visit.intents == []
    finally:
        stage.window.setProperty("broken", False)
