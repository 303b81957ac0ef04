import pytest
from escpos.printer import Dummy
from hypothesis import given
from hypothesis import strategies as st

from drivers.printer import escpos
from drivers.printer.codepage import CodePage
from drivers.printer.elements import Align, Font
from drivers.printer.profile import load_profile


def commands(data: bytes) -> list[bytes]:
    """The ``GS ( k`` commands in it: each begins with three bytes and its length."""
    found = []
    while (at := data.find(b"\x1d(k")) >= 0:
        end = at + 5 + int.from_bytes(data[at + 3 : at + 5], "little")
        found.append(data[at:end])
        data = data[end:]
    return found


def test_initialise_is_what_another_encoder_writes() -> None:
    oracle = Dummy()
    oracle.hw("INIT")
    assert oracle.output == escpos.INITIALISE


def test_character_styles_are_what_another_encoder_writes() -> None:
    oracle = Dummy()
    oracle.set(
        font="b", bold=True, underline=1, align="center", custom_size=True, width=2, height=2
    )
    ours = escpos.size(2, 2) + escpos.bold(True) + escpos.underline(1)
    assert oracle.output == ours + escpos.font(Font.B) + escpos.align(Align.CENTER)


@pytest.mark.parametrize(
    ("codec", "name", "number"), [("cp1252", "CP1252", 16), ("cp858", "CP858", 19)]
)
@given(data=st.binary(min_size=1, max_size=60))
def test_text_is_what_another_encoder_writes(
    codec: str, name: str, number: int, data: bytes
) -> None:
    text = "".join(c for c in data.decode(codec, "ignore") if c.isprintable()) or "ñ"
    oracle = Dummy()
    oracle.charcode(name)
    oracle.text(text)
    ours = escpos.code_page(number) + CodePage(number, codec).encode(text)
    assert oracle.output == ours


@given(st.integers(0, 255))
def test_a_line_pitch_is_what_another_encoder_writes(dots: int) -> None:
    oracle = Dummy()
    oracle.line_spacing(dots, 180)
    assert oracle.output == escpos.line_pitch(dots)


@given(
    data=st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=300),
    module=st.integers(1, 16),
    level=st.integers(0, 3),
)
def test_any_qr_symbol_is_what_another_encoder_writes(data: str, module: int, level: int) -> None:
    oracle = Dummy()
    oracle.qr(data, ec=level, size=module, model=2, native=True)
    ours = escpos.qr(data, module_dots=module, error_correction=48 + level)
    assert sorted(commands(ours)) == sorted(commands(oracle.output))


def test_the_cut_of_the_profile_has_the_shape_that_another_encoder_writes() -> None:
    oracle = Dummy()
    oracle.cut(feed=False)
    cut = load_profile("epson-tm-t20iii").cut
    assert (cut[:2], cut[3:]) == (oracle.output[:2], oracle.output[3:])
    assert (cut[2], oracle.output[2]) == (65, 66)  # both feed to the cutter; ours cuts through


@pytest.mark.parametrize(
    ("built", "expected"),
    [
        (escpos.motion_units(203, 203), "1d 50 cb cb"),
        (escpos.code_page(16), "1b 74 10"),
        (escpos.font(Font.B), "1b 4d 01"),
        (escpos.size(2, 2), "1d 21 11"),
        (escpos.bold(True), "1b 45 01"),
        (escpos.underline(2), "1b 2d 02"),
        (escpos.align(Align.CENTER), "1b 61 01"),
        (escpos.line_pitch(24), "1b 33 18"),
        (escpos.feed(0), ""),
        (escpos.feed(300), "1b 4a ff 1b 4a 2d"),
        (escpos.status_request(4), "10 04 04"),
        (escpos.process_id(42), "1d 28 48 06 00 30 30 40 40 42 4a"),
        (escpos.symbol_size_request(), "1d 28 6b 03 00 31 52 30"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_builders_write_the_bytes_of_the_manual(built: bytes, expected: str) -> None:
    assert built == bytes.fromhex(expected)


@given(st.integers(1, escpos.ID_MAX))
def test_process_ids_read_back_and_stay_clear_of_status_bytes(number: int) -> None:
    digits = escpos.encode_id(number)
    assert escpos.decode_id(digits) == number
    assert not any(byte & 0x10 for byte in digits)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_process_ids_outside_their_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="process id"):
        escpos.encode_id(number)


@pytest.mark.parametrize("digits", [b"", b"@@B", b"0001", b"@@BJ@"])
def test_an_answer_that_is_not_ours_has_no_number(digits: bytes) -> None:
    assert escpos.decode_id(digits) is None


def test_sizes_and_modules_outside_the_manual_are_refused() -> None:
    with pytest.raises(ValueError, match="character size"):
        escpos.size(9, 1)
    with pytest.raises(ValueError, match="QR module"):
        escpos.qr("x", module_dots=17, error_correction=49)


def test_real_time_commands_hidden_in_data_are_found() -> None:
    assert escpos.real_time_hits(b"a\x10\x04\x01b\x10\x10\x05\x10\x14") == [1, 6, 8]
    assert escpos.real_time_hits("ñandú".encode("cp1252")) == []
