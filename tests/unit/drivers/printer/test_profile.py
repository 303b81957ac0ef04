from importlib import resources

import pytest

from drivers.printer.profile import ProfileError, list_profiles, load_profile, parse_profile
from drivers.printer.status import StatusCode
from kiosk.ports import ChargeLevel

TEXT = (resources.files("resources") / "printers" / "epson-tm-t20iii.toml").read_text("utf-8")


@pytest.mark.parametrize("name", list_profiles())
def test_every_shipped_profile_loads_and_can_prove_a_print(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert profile.charge_level is not ChargeLevel.NONE
    assert profile.columns_a * 12 <= profile.head.dots
    assert profile.columns_b * 9 <= profile.head.dots
    "áéíóúñÑ€“”—".encode(profile.code_page.codec)


def test_both_models_of_the_product_ship() -> None:
    assert {"epson-tm-t20iii", "custom-vkp80iii"} <= set(list_profiles())


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
