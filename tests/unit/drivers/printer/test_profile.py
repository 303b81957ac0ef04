from importlib import resources
from pathlib import Path

import pytest

from drivers.printer.layout import lay_out
from drivers.printer.profile import ProfileError, list_profiles, load_profile, parse_profile
from drivers.printer.status import StatusCode
from tests.support.printer import make_document

TEXT = (resources.files("resources") / "printers" / "epson-tm-t20iii.toml").read_text("utf-8")


SELLING = {"custom-vkp80iii", "epson-tm-t20iii", "epson-tm-t88vi", "star-tup900"}


@pytest.mark.parametrize("name", list_profiles())
def test_every_shipped_profile_loads_and_fits_its_head(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert profile.columns_a * 12 <= profile.head.dots
    assert profile.columns_b * 9 <= profile.head.dots
    profile.code_page.encode("áéíóúñÑÁÉÍÓÚüÜ€“”—¿¡«»°ª")
    assert lay_out(make_document(2), profile).length_mm > 100


def test_only_models_that_prove_a_print_may_sell() -> None:
    assert {name for name in list_profiles() if load_profile(name).can_sell} == SELLING


def test_the_models_of_the_product_ship() -> None:
    assert set(list_profiles()) == SELLING | {"citizen-ppu-700", "generic", "nippon-np-f309"}


@pytest.mark.parametrize("name", list_profiles())
def test_the_technicians_guide_knows_every_profile(name: str) -> None:
    guide = (Path(__file__).parents[4] / "docs" / "PRINTERS.md").read_text("utf-8")
    (row,) = (line for line in guide.splitlines() if line.startswith(f"| `{name}` |"))
    assert ("**no**" in row) is not load_profile(name).can_sell


def test_an_assumed_proof_is_none() -> None:
    fence = 'charge_level = { value = "process_id", provenance = "documented"'
    profile = parse_profile("doubtful", TEXT.replace(fence, fence.replace("documented", "assumed")))
    assert not profile.can_sell


def test_a_proof_without_a_seal_is_refused() -> None:
    with pytest.raises(ProfileError, match="needs a seal"):
        parse_profile(
            "unsealed", TEXT.replace('seal = { value = "symbol"', 'seal = { value = "none"')
        )


def test_a_technicians_own_file_is_loaded_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "own-printer.toml"
    path.write_text(TEXT, "utf-8")
    assert load_profile(str(path)).name == "own-printer"
    with pytest.raises(ProfileError, match="No such file"):
        load_profile(str(tmp_path / "other.toml"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("baud = { value = 115200, provenance = ", "baud = { value = 115200, origin = "),
        ('provenance = "documented", source = "T88III" }', 'provenance = "documented" }'),
        ('provenance = "documented"', 'provenance = "guessed"'),
        ('baud = { value = 115200, provenance = "assumed"', 'baud = { provenance = "assumed"'),
        ("[serial]\nbaud = {", "[serial]\nbaud = 9600\nbauds = {"),
        ('value = "paper_out"', 'value = "paper_gone"'),
        ("[identity]", "[identity"),
    ],
    ids=[
        "no provenance",
        "no source",
        "unknown provenance",
        "no value",
        "bare value",
        "unknown status code",
        "broken TOML",
    ],
)
def test_a_wrong_profile_is_refused(old: str, new: str) -> None:
    assert old in TEXT
    with pytest.raises(ProfileError):
        parse_profile("broken", TEXT.replace(old, new, 1))


def test_an_assumed_status_bit_means_unknown() -> None:
    bit = '"04" = { value = "cover_open", provenance = "documented"'
    profile = parse_profile("doubtful", TEXT.replace(bit, bit.replace("documented", "assumed")))
    assert profile.bits["eot2"][0x04] is StatusCode.UNKNOWN


def test_a_profile_that_does_not_exist_is_named() -> None:
    with pytest.raises(ProfileError, match="no printer profile 'lp0'"):
        load_profile("lp0")
