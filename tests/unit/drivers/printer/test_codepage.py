import pytest

from drivers.printer.codepage import CodePage, UnprintableTextError

LATIN = CodePage(16, "cp1252")
DOS = CodePage(19, "cp858", {"—": "-", "“": '"', "”": '"'})


def test_every_spanish_letter_is_one_byte() -> None:
    letters = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»°ª$€"
    assert len(LATIN.encode(letters)) == len(letters)
    assert len(DOS.encode(letters)) == len(letters)


def test_a_decomposed_accent_is_composed() -> None:
    assert LATIN.encode("N\u0303") == "Ñ".encode("cp1252")


def test_declared_replacements_are_made() -> None:
    assert DOS.encode("“a—b”") == b'"a-b"'


@pytest.mark.parametrize("text", ["日", "ŵ", "\t", "\n", "\x1b", "\x7f", "\x00"])
def test_what_cannot_be_written_raises_and_never_becomes_a_question_mark(text: str) -> None:
    with pytest.raises(UnprintableTextError) as caught:
        LATIN.encode("a" + text)
    assert caught.value.character == text


def test_a_page_without_the_character_and_without_a_replacement_raises() -> None:
    with pytest.raises(UnprintableTextError, match="2026"):
        DOS.encode("…")


def test_a_page_of_many_bytes_a_character_is_no_printers_page() -> None:
    with pytest.raises(UnprintableTextError) as caught:
        CodePage(0, "utf-8").encode("año")
    assert caught.value.character == "ñ"


def test_a_letter_that_is_missing_is_named_before_a_control_character() -> None:
    with pytest.raises(UnprintableTextError) as caught:
        LATIN.encode("José\x07 ŵ")
    assert caught.value.character == "ŵ"


def test_a_replacement_of_a_character_that_the_page_has_is_refused() -> None:
    with pytest.raises(ValueError, match="would be replaced"):
        CodePage(16, "cp1252", {"—": "-"})


def test_a_page_with_combining_characters_is_refused() -> None:
    with pytest.raises(ValueError, match="composed"):
        CodePage(0, "cp1258")
