"""Star Line mode bytes, as the manual prints them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.printer import starline
from drivers.printer.elements import Align, Font, Gap, QrMark, Run, Style, TextLine
from drivers.printer.fences import cut_off, fences, finish
from drivers.printer.languages import language_of
from drivers.printer.layout import lay_out
from drivers.printer.profile import load_profile
from drivers.printer.roll import preamble
from drivers.virtual.star_commands import StarParser
from tests.support.printer import STAR, make_document

PROFILE = load_profile(STAR)


@pytest.mark.parametrize(
    ("ours", "manual"),
    [
        (starline.code_page(32), "1b 1d 74 20"),
        (starline.font(Font.B), "1b 1e 46 01"),
        (starline.size(2, 3), "1b 69 02 01"),
        (starline.bold(True), "1b 45"),
        (starline.bold(False), "1b 46"),
        (starline.underline(True), "1b 2d 01"),
        (starline.align(Align.CENTER), "1b 1d 61 01"),
        (starline.line_pitch(24), "1b 30"),
        (starline.line_pitch(32), "1b 7a 01"),
        (starline.feed(300), "1b 49 ff 1b 49 2d"),
        (starline.recover_after(120), "1b 16 31 f0"),
        (starline.STATUS_REQUEST, "1b 06 01"),
        (
            starline.qr("ab", cell_dots=6, error_correction=1),
            "1b 1d 79 53 32 06 1b 1d 79 53 30 02 1b 1d 79 53 31 01 "
            "1b 1d 79 44 31 00 02 00 61 62 1b 1d 79 50",
        ),
    ],
)
def test_commands_are_those_of_the_manual(ours: bytes, manual: str) -> None:
    assert ours.hex(" ") == manual


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: starline.size(7, 1),
        lambda: starline.size(1, 0),
        lambda: starline.line_pitch(30),
        lambda: starline.qr("x", cell_dots=9, error_correction=1),
        lambda: starline.qr("ñ", cell_dots=6, error_correction=1),
        lambda: starline.recover_after(128),
    ],
)
def test_what_the_language_does_not_have_is_refused(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(ValueError, match=r"size|pitch|cell|ascii|recovered"):
        wrong()


@given(st.integers(0, 2000))
def test_a_feed_never_holds_a_byte_that_is_a_question(dots: int) -> None:
    code = starline.feed(dots)
    steps = [step for _, _, step in zip(*[iter(code)] * 3, strict=True)]
    assert sum(steps) == dots
    assert not {4, 5} & set(steps)


def test_real_time_commands_are_found_wherever_they_stand() -> None:
    assert starline.real_time_hits(b"a\x1b\x06\x01b\x1b\x06\x18\x1b\x06\x02") == [1, 5]
    assert starline.real_time_hits("ñandú".encode("cp1252")) == []


def test_the_pen_sets_only_what_changes() -> None:
    pen = language_of("star").pen(PROFILE)
    strong = TextLine((Run("año", Style(bold=True)),), 24, Align.CENTER)
    assert pen.write(strong) == b"\x1b\x1da\x01\x1b0\x1b\x1eF\x01\x1bEa\xf1o\n"
    assert pen.write(strong) == b"a\xf1o\n"
    assert pen.write(replace(strong, pitch=32)) == b"\x1bz\x01a\xf1o\n"
    thick = TextLine((Run("x", Style(Font.A, underline=2, width=2, height=2)),), 48)
    assert pen.write(thick) == b"\x1b\x1da\x00\x1b0\x1b\x1eF\x00\x1bi\x01\x01\x1bF\x1b-\x01x\n"
    assert pen.write(Gap(8)) == b"\x1bI\x08"
    assert pen.write(QrMark("u", 6, 126)).endswith(b"\x1b\x1dyP")


def test_the_end_is_cut_at_the_cutter_and_a_rest_is_recovered() -> None:
    assert finish(PROFILE) == b"\x1bd\x02"
    assert cut_off(PROFILE) == b"\x1b@\x1b\x1ea\x00\x1bd\x02\x1b\x160\x00"
    assert fences(PROFILE, 7, 2)[1].request == b"\x17"


def test_the_independent_parser_knows_every_command_of_a_certificate() -> None:
    parser = StarParser()
    roll = lay_out(make_document(20), PROFILE)
    stream = preamble(PROFILE) + b"".join(p for part in roll.parts for p in part.pieces)
    names = {command.name for byte in stream if (command := parser.feed(byte))}
    assert parser.unknown == []
    assert names >= {"code_page", "font", "size", "symbol_print", "recover_after"}


def test_lines_have_the_pitches_that_the_language_has() -> None:
    assert [PROFILE.real_pitch(pitch, 1) for pitch in (18, 22, 25, 31)] == [24, 24, 24, 32]
    assert [PROFILE.real_pitch(pitch, 2) for pitch in (44, 58)] == [48, 48]
    assert load_profile("epson-tm-t20iii").real_pitch(25, 1) == 25
