"""The language of the view is the language of the screen, at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.drawing import texts
from tests.ui.stage import Stage
from tests.ui.test_texts import messages
from tests.ui.views import GALLERY
from ui.language import Languages
from ui.resources import ResourceMissing, folder


def test_a_screen_that_is_up_changes_its_language(stage: Stage) -> None:
    stage.show(GALLERY["01-attract"])
    spanish = stage.text("statusPrinting")
    stage.show(replace(GALLERY["01-attract"], language="en"))

    assert (spanish, stage.text("statusPrinting")) == ("Impresión lista", "Printing ready")


def test_codes_change_their_language_too(stage: Stage) -> None:
    stage.show(replace(GALLERY["04-secure-key-wrong"], language="en"))

    assert stage.text("errorText") == "The document or the key is not right. Try again."


@pytest.mark.parametrize(("seconds", "words"), [(1, "1 second."), (2, "2 seconds.")])
def test_english_counts_as_english_does(stage: Stage, seconds: int, words: str) -> None:
    stage.show(replace(GALLERY["02-home"], language="en", countdown_s=seconds))

    assert stage.text("timeoutSeconds").endswith(words)


def test_there_is_no_english_on_spanish_screens(stage: Stage) -> None:
    english = {
        message.findtext("source", "")
        for message in messages(folder("translations") / "dispensador_es.ts")
        if (translation := message.find("translation")) is not None
        and translation.text != message.findtext("source", "")
    }
    for name, view in GALLERY.items():
        stage.show(view)
        shown = {str(item.property("text")) for item in texts(stage.window)}

        assert not shown & english, name


def test_an_unknown_language_changes_nothing(stage: Stage) -> None:
    stage.show(replace(GALLERY["01-attract"], language="xx"))

    assert stage.text("statusPrinting") == "Impresión lista"


def test_the_machine_does_not_start_without_its_catalogues(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(ResourceMissing, match="dispensador_es"):
        Languages(stage.kiosk.engine, tmp_path)
