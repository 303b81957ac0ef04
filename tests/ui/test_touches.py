"""Every control, touched with real mouse events, means what it says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.visit.claiming import CODE_KEYS
from kiosk.visit.comfort import SWITCHES, TEXT_SIZES
from tests.ui.drawing import taps
from tests.ui.stage import Stage
from tests.ui.views import CAFE, CERTIFICATES, GALLERY, KEY, SECURE_KEY, view
from ui.lookup import find_item, scene_center

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton

Intent = tuple[str, dict[str, object]]
ID_TYPES: list[tuple[str, str, Intent]] = [
    ("03-identification", f"idType_{code}", ("set_id_type", {"type": code}))
    for code in ("CC", "NIT", "CE", "TI", "PA")
]
DIGITS: list[tuple[str, str, Intent]] = [
    ("03-identification", f"key_{n}", ("key", {"char": str(n)})) for n in range(10)
]
CODE: list[tuple[str, str, Intent]] = [
    ("13-resume", f"key_{char}", ("key", {"char": char})) for char in CODE_KEYS
]
SIZES: list[tuple[str, str, Intent]] = [
    ("17-accessibility", f"textSize_{percent}", ("set_text_size", {"code": str(percent)}))
    for percent in TEXT_SIZES
]
PREFERENCES: list[tuple[str, str, Intent]] = [
    (picture, f"switch_{what}", ("prefer", {"what": what, "on": on}))
    for what in SWITCHES
    for picture, on in (("17-accessibility", True), ("17-accessibility-on", False))
]
ADJUSTED_FROM = [
    "02-home",
    "03-identification",
    "04-secure-key",
    "06-account",
    "07-registration",
    "08-certificates",
    "09-confirm",
    "09-confirm-key",
    "11-done",
    "12-interrupted",
    "13-resume",
    "20-failure-not-charged",
]
TOUCHES: list[tuple[str, str, Intent]] = [
    ("01-attract", "startButton", ("start", {})),
    ("01-attract", "languageEs", ("set_language", {"code": "es"})),
    ("01-attract", "languageEn", ("set_language", {"code": "en"})),
    ("01-attract", "adjustButton", ("adjust", {})),
    ("19-unavailable-paper", "adjustButton", ("adjust", {})),
    ("19-closed", "adjustButton", ("adjust", {})),
    ("19-closed", "languageEs", ("set_language", {"code": "es"})),
    ("19-closed", "languageEn", ("set_language", {"code": "en"})),
    *((picture, "adjustButton", ("adjust", {})) for picture in ADJUSTED_FROM),
    *SIZES,
    *PREFERENCES,
    ("17-accessibility-on", "ordinaryButton", ("ordinary_comfort", {})),
    ("17-accessibility", "doneButton", ("back", {})),
    ("17-accessibility", "backButton", ("back", {})),
    ("17-accessibility", "finishButton", ("finish", {})),
    ("02-home", "action_buy", ("choose", {"action": "buy"})),
    ("02-home", "action_balance", ("choose", {"action": "balance"})),
    ("02-home", "action_resume", ("choose", {"action": "resume"})),
    ("02-home", "backButton", ("back", {})),
    ("02-home", "finishButton", ("finish", {})),
    *ID_TYPES,
    *DIGITS,
    ("03-identification", "key_erase", ("erase", {})),
    ("03-identification", "key_clear", ("clear", {})),
    ("03-identification", "continueButton", ("continue", {})),
    ("03-identification-passport", "key_ñ", ("key", {"char": "Ñ"})),
    ("03-identification-passport", "continueButton", ("continue", {})),
    ("04-secure-key", "key_a", ("key", {"char": "a"})),
    ("04-secure-key-shown", "key_a", ("key", {"char": "A"})),
    ("04-secure-key", "key_7", ("key", {"char": "7"})),
    ("04-secure-key", "key_space", ("key", {"char": " "})),
    ("04-secure-key", "key_@", ("key", {"char": "@"})),
    ("04-secure-key", "key_shift", ("shift", {})),
    ("04-secure-key", "key_erase", ("erase", {})),
    ("04-secure-key", "continueButton", ("continue", {})),
    ("06-account", "buyButton", ("buy", {})),
    ("06-account", "finishButton", ("finish", {})),
    ("06-account-error", "retryButton", ("retry", {})),
    ("06-account-held", "unfinishedCard", ("open_unfinished", {})),
    ("07-registration", "registration_99-204581", ("select_registration", {"number": "99-204581"})),
    ("07-registration", "searchButton", ("open_search", {})),
    ("07-registration", "balanceToggle", ("toggle_balance", {})),
    ("07-registration-five", "pageNext", ("page", {"delta": 1})),
    ("07-registration-search", "key_l", ("key", {"char": "l"})),
    ("07-registration-search", "searchGo", ("search", {})),
    ("07-registration-search", "searchClose", ("close_search", {})),
    ("08-certificates", "add_ESTAB", ("add", {"code": "ESTAB"})),
    ("08-certificates", "remove_MATR", ("remove", {"code": "MATR"})),
    ("08-certificates", "continueButton", ("continue", {})),
    ("08-certificates-pages", "pageNext", ("page", {"delta": 1})),
    ("08-certificates-error", "retryButton", ("retry", {})),
    ("09-confirm", "chooseAccountButton", ("choose_account", {})),
    ("09-confirm-no-account", "chooseAccountButton", ("choose_account", {})),
    ("09-confirm", "payButton", ("pay", {})),
    ("09-confirm-company", "ownAccountButton", ("own_account", {})),
    ("09-confirm-account", "key_5", ("key", {"char": "5"})),
    ("09-confirm-account", "key_erase", ("erase", {})),
    ("09-confirm-account", "ownAccountButton", ("own_account", {})),
    ("09-confirm-account", "continueButton", ("continue", {})),
    ("09-confirm-account", "backButton", ("back", {})),
    ("09-confirm-key", "key_m", ("key", {"char": "m"})),
    ("09-confirm-key", "key_shift", ("shift", {})),
    ("09-confirm-key", "confirmButton", ("continue", {})),
    ("09-confirm-recent", "buyAnywayButton", ("buy_anyway", {})),
    ("09-confirm-recent", "notAgainButton", ("back", {})),
    ("12-interrupted", "printNowButton", ("print_now", {})),
    ("12-interrupted", "moneyBackButton", ("money_back", {})),
    ("12-interrupted", "backButton", ("back", {})),
    ("12-interrupted", "finishButton", ("finish", {})),
    ("12-interrupted-several", "pageNext", ("page", {"delta": 1})),
    ("12-interrupted-several", "pagePrevious", ("page", {"delta": -1})),
    ("12-interrupted-no-paper", "moneyBackButton", ("money_back", {})),
    ("12-interrupted-working", "accountButton", ("back", {})),
    ("12-interrupted-sure", "sureButton", ("money_back", {})),
    ("12-interrupted-sure", "noButton", ("back", {})),
    ("12-interrupted-printed", "continueButton", ("continue", {})),
    ("12-interrupted-given-back", "finishButton", ("finish", {})),
    ("13-resume", "key_erase", ("erase", {})),
    *CODE,
    ("13-resume-whole", "continueButton", ("continue", {})),
    ("13-resume-found", "continueButton", ("continue", {})),
    ("13-resume-found", "otherCodeButton", ("back", {})),
    ("13-resume-found", "backButton", ("back", {})),
    ("11-done", "receiptPrint", ("print_receipt", {})),
    ("11-done", "receiptNone", ("finish", {})),
    ("11-done-receipt-printed", "finishButton", ("finish", {})),
    ("11-done-receipt-failed", "receiptPrint", ("print_receipt", {})),
    ("18-timeout-home", "moreTimeButton", ("more_time", {})),
    ("19-unavailable-paper", "startButton", ("start", {})),
    ("20-failure-not-charged", "retryButton", ("retry", {})),
    ("20-failure-not-charged", "finishButton", ("finish", {})),
    ("20-failure-partly", "finishButton", ("finish", {})),
]


@pytest.mark.parametrize(
    ("picture", "control", "intent"), TOUCHES, ids=[f"{p}-{c}" for p, c, _ in TOUCHES]
)
def test_a_touch_says_what_the_person_means(
    stage: Stage, picture: str, control: str, intent: tuple[str, dict[str, object]]
) -> None:
    stage.show(GALLERY[picture])

    stage.tap(control)

    assert stage.visit.intents == [intent]


def test_a_pager_goes_back_too(stage: Stage) -> None:
    stage.show(view(replace(CERTIFICATES, page=2, pages=2)))

    stage.tap("pagePrevious")

    assert stage.visit.intents == [("page", {"delta": -1})]


def test_printing_offers_nothing_to_touch(stage: Stage) -> None:
    stage.show(GALLERY["10-printing"])

    assert list(taps(stage.window)) == []


@pytest.mark.parametrize(
    ("picture", "control"),
    [
        ("02-home-no-paper", "action_buy"),
        ("17-accessibility", "ordinaryButton"),
        ("03-identification-empty", "continueButton"),
        ("04-secure-key-empty", "continueButton"),
        ("04-secure-key-throttled", "continueButton"),
        ("04-secure-key-empty", "showKey"),
        ("06-account-no-sale", "buyButton"),
        ("06-account-loading", "buyButton"),
        ("02-home-offline", "action_resume"),
        ("12-interrupted-asking", "sureButton"),
        ("13-resume", "continueButton"),
        ("13-resume-checking", "key_7"),
        ("13-resume-throttled", "continueButton"),
        ("07-registration-five", "pagePrevious"),
        ("07-registration-search-empty", "searchGo"),
        ("08-certificates-empty", "continueButton"),
        ("08-certificates-empty", "remove_ESTAB"),
        ("08-certificates-pages", "add_ESADL"),
        ("09-confirm-ten", "payButton"),
        ("01-attract-offline", "startButton"),
    ],
)
def test_what_cannot_be_done_now_does_nothing(stage: Stage, picture: str, control: str) -> None:
    stage.show(GALLERY[picture])

    stage.tap(control)

    assert stage.visit.intents == []


def test_the_key_is_asked_for_only_while_the_finger_is_down(stage: Stage) -> None:
    stage.show(GALLERY["04-secure-key"])
    place = scene_center(stage.item("showKey"))

    QTest.mousePress(stage.window, LEFT, NO_MODIFIER, place)
    assert stage.visit.intents == [("show", {"on": True})]
    QTest.mouseRelease(stage.window, LEFT, NO_MODIFIER, place)

    assert stage.visit.intents == [("show", {"on": True}), ("show", {"on": False})]


def test_a_finger_that_slides_off_the_key_hides_it_again(stage: Stage) -> None:
    stage.show(GALLERY["04-secure-key"])

    QTest.mousePress(stage.window, LEFT, NO_MODIFIER, scene_center(stage.item("showKey")))
    QTest.mouseRelease(stage.window, LEFT, NO_MODIFIER, QPoint(20, 1000))

    assert stage.visit.intents[-1] == ("show", {"on": False})


def test_a_finger_that_leaves_a_button_chooses_nothing(stage: Stage) -> None:
    stage.show(GALLERY["09-confirm"])

    QTest.mousePress(stage.window, LEFT, NO_MODIFIER, scene_center(stage.item("payButton")))
    QTest.mouseRelease(
        stage.window, LEFT, NO_MODIFIER, scene_center(stage.item("chooseAccountButton"))
    )

    assert stage.visit.intents == []


def test_a_double_tap_pays_once(stage: Stage) -> None:
    stage.show(GALLERY["09-confirm"])

    stage.tap("payButton")
    stage.tap("payButton")

    assert stage.visit.intents == [("pay", {})]


@pytest.mark.parametrize(
    ("control", "intent"), [("printNowButton", "print_now"), ("moneyBackButton", "money_back")]
)
def test_a_double_tap_decides_once(stage: Stage, control: str, intent: str) -> None:
    stage.show(GALLERY["12-interrupted"])

    stage.tap(control)
    stage.tap(control)

    assert stage.visit.intents == [(intent, {})]


def test_the_second_of_two_taps_does_not_confirm_the_money(stage: Stage) -> None:
    stage.window.setProperty("settleMs", 400)
    stage.show(GALLERY["12-interrupted-no-paper"])
    stage.tap("moneyBackButton")
    stage.show(GALLERY["12-interrupted-sure"], settle=False)

    stage.tap("sureButton")

    assert stage.visit.intents == [("money_back", {})]


def test_a_code_is_typed_key_by_key_without_look_alikes(stage: Stage) -> None:
    stage.show(GALLERY["13-resume-empty"])

    for char in "K7MK7M":
        stage.tap(f"key_{char}")

    assert [args["char"] for _, args in stage.visit.intents] == list("K7MK7M")
    for char in "0O1IL":
        assert find_item(stage.window, f"key_{char}") is None


def test_fast_typing_loses_no_key(stage: Stage) -> None:
    stage.show(GALLERY["03-identification"])

    for _ in range(3):
        stage.tap("key_1")

    assert stage.visit.intents == [("key", {"char": "1"})] * 3


def test_a_tap_just_after_the_screen_changed_is_not_for_the_new_screen(stage: Stage) -> None:
    stage.window.setProperty("settleMs", 400)
    stage.show(GALLERY["09-confirm"])
    stage.show(GALLERY["09-confirm-key"], settle=False)

    stage.tap("key_a")
    early = list(stage.visit.intents)
    stage.wait_settled()
    stage.tap("key_a")

    assert early == []
    assert stage.visit.intents == [("key", {"char": "a"})]


def test_a_view_that_comes_while_a_finger_is_down_does_not_take_the_button_away(
    stage: Stage,
) -> None:
    stage.show(GALLERY["08-certificates"])
    place = scene_center(stage.item("add_ESTAB"))

    QTest.mousePress(stage.window, LEFT, NO_MODIFIER, place)
    stage.show(view(replace(CERTIFICATES, total="$24.301")))
    QTest.mouseRelease(stage.window, LEFT, NO_MODIFIER, place)

    assert stage.visit.intents == [("add", {"code": "ESTAB"})]


@pytest.mark.parametrize(
    "place", [QPoint(5, 5), QPoint(540, 1850)], ids=["corner", "over a button"]
)
def test_any_touch_asks_for_more_time_and_reaches_nothing_below(
    stage: Stage, place: QPoint
) -> None:
    stage.show(GALLERY["18-timeout-certificates"])

    QTest.mouseClick(stage.window, LEFT, NO_MODIFIER, place)

    assert stage.visit.intents == [("more_time", {})]


def test_nothing_can_be_touched_while_the_machine_is_busy(stage: Stage) -> None:
    stage.show(replace(GALLERY["04-secure-key"], busy=True))

    stage.tap("key_a")

    assert stage.visit.intents == []


def test_every_character_of_a_key_can_be_typed(stage: Stage) -> None:
    wanted = {chr(code) for code in range(0x20, 0x7F)} | set("ñÑáéíóúüÁÉÍÓÚÜ")
    typed: set[str] = set()
    for caps in (False, True):
        stage.show(view(replace(SECURE_KEY, key=replace(KEY, caps=caps))))
        for page in ("symbols", "accents", "letters"):
            stage.tap(f"keyboardPage_{page}")
            for key in [k for k in taps(stage.window) if k.objectName().startswith("key_")]:
                stage.tap(key.objectName())
    typed = {str(args["char"]) for name, args in stage.visit.intents if name == "key"}

    assert wanted <= typed


def test_the_rows_of_a_list_follow_their_view(stage: Stage) -> None:
    stage.show(GALLERY["07-registration-five"])
    stage.show(GALLERY["07-registration"])

    assert find_item(stage.window, "registration_990077") is None
    assert find_item(stage.window, f"registration_{CAFE.number}") is not None
