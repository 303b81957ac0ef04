"""``dispensador doctor`` on a printer: its state in words, and a page that came out of it."""

from pathlib import Path

from typer.testing import CliRunner

from drivers.virtual import VirtualPrinter
from kiosk.__main__ import cli


def test_the_doctor_prints_a_test_page_and_says_the_state_in_words(tmp_path: Path) -> None:
    config = tmp_path / "dispensador.toml"
    config.write_text(
        f'state_dir = "{tmp_path}/state"\n'
        '[central]\nurl = "http://127.0.0.1:9"\n'
        f'[printer]\ndevice = "{tmp_path}/tester"\n'
    )
    with VirtualPrinter(link=tmp_path / "tester", speed=None) as printer:
        result = CliRunner().invoke(cli, ["doctor", "--test-page", "--config", str(config)])
        assert printer.wait_until(lambda p: bool(p.strips), 5.0), result.output
        assert "FIN DE LA PÁGINA DE PRUEBA" in printer.strips[0].text
    assert "lista para imprimir" in result.output
    assert "Epson TM-T20III, 115200 8N1" in result.output
    assert "Printed(" in result.output
