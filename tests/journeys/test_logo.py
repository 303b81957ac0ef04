"""A technician puts a logo into the printer by real touches, and it is on the paper as shown."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from kiosk.staff.maintenance.logo_book import LogoBook
from kiosk.station.removable import Medium
from tests.journeys.test_maintenance import Technician, noted
from tests.journeys.test_rehearsal import at_work
from tests.support.hall import open_hall
from tests.support.logos import huge_head, logo_file

KEY = b"CC"


def facts(technician: Technician) -> dict[str, str]:
    return {fact.code: fact.value or fact.word for fact in technician.body.facts}


def chooses(technician: Technician, number: int) -> str:
    technician.taps(f"show_logo_{number}")
    return technician.hears("show_logo")


def black(image: Image.Image) -> Image.Image:
    """What is black in it, cut to its edges."""
    dots = image.convert("L").point(lambda value: 255 if value < 128 else 0)
    box = dots.getbbox()
    assert box is not None, "nothing was printed"
    return dots.crop(box)


def test_a_logo_is_chosen_uploaded_printed_and_no_certificate_changes(
    tmp_path: Path,
    qapp: QGuiApplication,
    catalogues: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "enorme.png").write_bytes(huge_head())
    (stick / "nuevo.png").write_bytes(logo_file())
    monkeypatch.setattr(
        "kiosk.staff.compose.find_media", lambda _roots: (Medium(stick, 10**9),), raising=True
    )
    with open_hall(tmp_path) as hall, at_work(hall) as technician:
        paper = hall.paper
        technician.goes_to("logo", "maintenance/Logo")
        technician.sees("the files", lambda: len(technician.body.rows) == 3)
        assert chooses(technician, 2) == "logo_pixels"
        assert technician.body.preview == ""
        assert chooses(technician, 3) == "logo_shown"
        technician.sees("the picture", lambda: technician.body.preview != "")
        assert paper.stored_pictures.writes == 0

        technician.taps("act_upload_logo")
        technician.taps("why_new_logo")
        assert technician.hears("upload_logo") == "logo_stored"
        kept = paper.stored_pictures.pictures[KEY]
        technician.sees("the record", lambda: "logo_chosen" not in facts(technician))
        technician.sees("the count", lambda: facts(technician).get("logo_left") == "4 / 5")
        technician.taps("act_print_logo")
        assert technician.hears("print_logo") == "logo_printed"
        printed = black(paper.strips[-1].image)
        assert printed.tobytes() == black(kept).tobytes()

        # The line goes away in the middle: nobody says that it is stored, and it is tried again.
        assert chooses(technician, 1) == "logo_shown"
        technician.sees("the picture", lambda: technician.body.preview != "")
        paper.after_bytes(2_000, paper.unplug)
        technician.taps("act_upload_logo")
        technician.taps("why_new_logo")
        assert technician.hears("upload_logo") == "logo_line_lost"
        book = LogoBook(hall.folder / "kiosk")
        assert book.kept() is None
        paper.replug()
        technician.sees("nobody knows", lambda: facts(technician)["logo_kept"] == "nobody_knows")
        technician.taps("act_upload_logo")
        technician.taps("why_new_logo")
        assert technician.hears("upload_logo") == "logo_stored"
        technician.sees("the record", lambda: facts(technician).get("logo_left") == "2 / 5")
        technician.leaves()

        visit = hall.visitor
        visit.sees("Attract", that=lambda v: v.body.can_buy)
        visit.signs_in()
        visit.chooses("00052310", "CerMat")
        assert visit.pays().ends().screen == "Done"
        assert paper.stored_pictures.writes == 5  # of the middle one only that the old one went
        acts = [row for row in noted(hall) if row["event"] == "maintenance-act"]
        assert [(row["login"], row["why"]) for row in acts if row["act"] == "upload_logo"] == [
            ("tomas", "new_logo")
        ] * 3
