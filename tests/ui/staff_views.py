"""The gallery of the staff: every screen in every state that matters. ``STAFF`` maps a file name to a view."""
# ruff: noqa: E501 (a table is read by rows)

from dataclasses import replace
from datetime import date

from kiosk.staff.entry.state import Entry, Member
from kiosk.staff.entry.view import SCREEN as SIGN_IN
from kiosk.staff.entry.view import body as sign_in_body
from kiosk.staff.maintenance.bodies import Check, Exercise, Fact, Found, Row, Switch
from kiosk.staff.maintenance.line_rows import ByteRow, WireRow
from kiosk.staff.maintenance.state import Maintenance, Report, Setup, Told
from kiosk.staff.maintenance.view import view as inside_view
from kiosk.staff.offline_entry import Challenge
from kiosk.staff.views import StaffView
from kiosk.visit.state import Typing
from tests.ui.logo_views import LOGOS
from tests.ui.machine_views import MACHINE

CHAMBER = "Cámara de Comercio de Ejemplo"
CHALLENGE = Challenge("BCDF-GHJK", "418203", date(2026, 11, 21))
DOOR = Entry("maintain-kiosk", offline=True, login="teresa")


def door(entry: Entry, **frame: object) -> StaffView:
    """A view of the door."""
    given: dict[str, object] = {"can_go_back": True, "can_finish": True, "can_switch": True} | frame
    return StaffView(SIGN_IN, sign_in_body(entry, "es"), CHAMBER, **given)  # type: ignore[arg-type]


LIGHTS = (
    Fact("selling", "good", "selling"),
    Fact("printer", "good", "ready"),
    Fact("paper", "good", "enough", "42,5 m"),
    Fact("central", "good", "online"),
    Fact("clock", "good", "clock_right", "120 ms"),
    Fact("waiting", "good", "none"),
    Fact("unfinished", "good", "none"),
    Fact("disk", "good", "disk_enough", "118,4 GB"),
    Fact("integrity", "good", "none"),
    Fact("version", value="2026.11.1"),
    Fact("temperature", "good", value="54 °C"),
    Fact("uptime", value="12 d 4 h"),
)
TROUBLE = (
    Fact("selling", "bad", "paper_out"),
    Fact("printer", "bad", "paper_out"),
    Fact("paper", "bad", "out", "0 m"),
    Fact("central", "bad", "offline"),
    Fact("clock", "care", "clock_unheard"),
    Fact("waiting", "care", "some", "3 · 1 h 12 min"),
    Fact("parked", "bad", "some", "1"),
    Fact("unfinished", "care", "some", "2"),
    Fact("disk", "care", "disk_little", "812 MB"),
    Fact("integrity", "bad", "integrity"),
    Fact("version", value="2026.11.1"),
    Fact("temperature", word="not_told"),
    Fact("uptime", value="3 h 40 min"),
)
PRINTER = (
    Fact("printer", "bad", "cover_open"),
    Fact("near_end", "care", "yes"),
    Fact("ticket", word="cannot_tell"),
    Fact("model", value="Epson TM-T20III"),
    Fact("line", value="38400 8N1 rtscts"),
)
MEASURED = (
    Fact("printer", "good", "ready"),
    Fact("near_end", "good", "no"),
    *PRINTER[2:],
    Fact("speed_line", "good", value="3.612 / 3.840 B/s"),
    Fact("speed_head", value="235 / 250 mm/s"),
)
PRINTER_INSIDE = Found(
    (
        Fact("port", value="/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_EJEMPLO01-if00-port0"),
        Fact("proof", word="process_id"),
        Fact("cuts", value="18204"),
        Fact("printed", value="4.310,5 m"),
        Fact("retracts", word="cannot_tell"),
        Fact("head", "good", "head_fine"),
    ),
    page=2,
    pages=5,
)
BYTES = Found(
    page=3,
    pages=5,
    status=(
        ByteRow("DLE EOT 1", "1A", "0001 1010", ("offline",), "care"),
        ByteRow("DLE EOT 2", "36", "0011 0110", ("cover_open", "paper_out"), "bad"),
        ByteRow("DLE EOT 3", "12", "0001 0010", (), "good"),
        ByteRow("DLE EOT 4", "1E", "0001 1110", ("near_end",), "care"),
        ByteRow("ASB 1", "10", "0001 0000", (), "good"),
        ByteRow("ASB 2", "04", "0000 0100", ("unknown",), "bad"),
        ByteRow("ASB 3", "00", "0000 0000", (), "good"),
    ),
)
WIRE = Found(
    page=4,
    pages=5,
    wire=(
        WireRow("10:35:09.042", False, 1, ("real_time_status",), (1,), "12", 37),
        WireRow("10:35:09.031", True, 3, ("status_request",), (1,), "10 04 04", 37),
        WireRow("10:35:02.402", False, 7, ("process_id_answer",), (1,), "37 22 40 40 42 4A 00", 1),
        WireRow(
            "10:35:01.118", True, 11, ("process_id",), (1,), "1D 28 48 06 00 30 30 40 40 42 4A", 1
        ),
        WireRow("10:35:01.102", True, 256, ("text", "style", "feed"), (9, 14, 3), "", 1),
        WireRow("10:35:01.087", True, 188, ("symbol",), (4,), "", 1),
        WireRow("10:35:00.912", False, 4, ("auto_status",), (1,), "10 00 00 0F", 1),
        WireRow("10:35:00.870", False, 2, ("noise",), (1,), "FF 13", 1),
    ),
)
PAPER = (
    Fact("printer", "good", "ready"),
    Fact("left", "care", value="6,2 m"),
    Fact("used", value="73,8 m"),
    Fact("roll", value="80 m"),
    Fact("forecast", value="2 d 3 h"),
    Fact("odometer", value="1.204,7 m"),
)
QUEUE = Found(
    (Fact("waiting", "care", "some", "3 · 1 h 12 min"), Fact("parked", "bad", "some", "1")),
    (
        Row(
            "capture",
            "21 de nov, 9:20 a. m. · 1 h 15 min",
            "00000000beef",
            "",
            "parked",
            "fingerprint-mismatch",
            "bad",
            41,
        ),
        *(
            Row(
                "capture" if n % 2 else "void",
                "21 de nov, 9:23 a. m. · 1 h 12 min · ×12",
                f"00000000be{n:02d}",
                "",
                "waiting",
                "no_answer",
                "care",
            )
            for n in range(3)
        ),
    ),
    1,
    2,
)
JOURNAL = Found(
    (),
    tuple(
        Row("operation", "21 de nov, 10:35 a. m.", f"Existencia y representación legal · 0000000000{n:02d}", "$12.100", state, "", tone)
        for n, (state, tone) in enumerate((("CAPTURED", "good"), ("WAIT_PERSON", "care"), ("VOIDED", "info"), ("PRINT_STARTED", "care"), ("PRINT_FAILED_CLEAN", "care"), ("DECLINED", "info")))
    ),
    1,
    7,
)  # fmt: skip
NETWORK = Found(
    (
        Fact("clock", "good", "clock_right", "120 ms"),
        Fact("dns", "good", value="203.0.113.7 · 12 ms"),
        Fact("connection", "good", value="31 ms"),
        Fact("certificate", "care", value="12 d"),
        Fact("answer", "good", value="88 ms"),
    )
)
NO_NAME = Found(
    (
        Fact("clock", "bad", "clock-wrong", "-412 s"),
        Fact("dns", "bad", "dns_failed", "central.camara.example.invalid"),
    )
)
CONFIGURATION = Found(
    (
        Fact("central_url", value="https://central.camara.example.invalid"),
        Fact("printer_profile", value="epson-tm-t20iii"),
        Fact(
            "printer_device",
            value="/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_EJEMPLO01-if00-port0",
        ),
        Fact("roll_m", value="80 m"),
        Fact("scanner_device", value="—"),
        Fact("config_version", value="14"),
    ),
    (
        Row(
            "set_value",
            "",
            "notice_es",
            "El viernes 27 se atiende hasta las 3:00 p. m. en esta sede.",
        ),
        Row("set_value", "", "idle_s", "60"),
        Row("version", "", "14", "idle_s, notice_es", "in_use", "", "good"),
        Row("version", "", "13", "idle_s", "refused", "idle_s", "bad"),
    ),
)
PAIRING = Found(
    (
        Fact("fingerprint", value="418203"),
        Fact("device", value="01a1fcbc-61d3-70fc-b84e-e75c23e8a7b8"),
        Fact("point_of_sale", value="K01"),
        Fact("serial", value="V-1"),
        Fact("chamber", value=CHAMBER),
        Fact("central_id", value="central-ejemplo"),
    )
)
CHECKS = (
    Check("printer", "bad", word="cover_open"),
    Check("paper", "good", "42,5 m"),
    Check("central", "good", "88 ms"),
    Check("clock", "good", word="offset", first="120 ms"),
    Check("store", "good"),
    Check("audit", "good", word="rows", first="18204", second="18190"),
    Check("integrity", "good"),
    Check("days", "good"),
    Check("queue", "care", word="queue", first="3"),
    Check("unfinished", "good"),
    Check("disk", "good", "118,4 GB"),
    Check("key", "good"),
)
ALL_GOOD = tuple(
    replace(check, tone="good", detail="" if check.tone == "bad" else check.detail)
    for check in CHECKS
)
BY_ID = "usb-FTDI_FT232R_USB_UART_EJEMPLO0"
SERIAL = Found(
    (Fact("line", value="38400 8N1 rtscts"), Fact("busy_wire", "good", "wire_go")),
    (
        Row("line_printer", "", f"{BY_ID}1-if00-port0", word="line_not_asked"),
        Row("line_other", "", "/dev/ttyS0", word="line_not_asked"),
        Row("line_scanner", "", "usb-Lector_EJEMPLO-if00", word="line_listened"),
    ),
)
SEARCHED = Found(
    (
        *SERIAL.facts[:1],
        Fact("busy_wire", "care", "wire_stop"),
        Fact("flow", "bad", "flow_never_holds"),
    ),
    (
        Row(
            "line_printer",
            "",
            f"{BY_ID}1-if00-port0",
            "38400 8N1 · TM-T20III · epson-tm-t20iii",
            "line_named",
            tone="good",
        ),
        Row(
            "line_other",
            "",
            f"{BY_ID}2-if00-port0",
            "19200 8N1 · generic",
            "line_speaks",
            tone="care",
        ),
        Row("line_other", "", "/dev/ttyS0", "9600 8N1", "line_noise", tone="bad"),
        Row("line_other", "", "/dev/ttyS1", word="line_silent"),
    ),
    pages=2,
)
SCANNER = (
    Fact("scanner", "good", "reader_there"),
    Fact("scanner_device", value="/dev/serial/by-id/usb-Lector_EJEMPLO-if00"),
    Fact("scanner_line", value="9600 8N1 · cr"),
    Fact("last_frame", "info", "frame_document", "531 B · 10:35:09.042"),
)
REHEARSED = Found(
    (
        Fact("printer", "good", "ready"),
        Fact("central", "good", "online"),
        Fact("verdict", "good", "verdict_printed"),
        Fact("money", "good", "money_charged"),
    ),
    (Row("process_id_heard", "", "0042"), Row("cut_ok", "", "")),
    exercises=(Exercise("cover", True), Exercise("paper"), Exercise("network"), Exercise("power")),
)
NOT_KNOWN = replace(
    REHEARSED,
    facts=(
        Fact("printer", "bad", "cover_open"),
        Fact("central", "bad", "offline"),
        Fact("verdict", "bad", "verdict_unknown"),
        Fact("money", "bad", "money_waits_person"),
    ),
    rows=(
        Row("because", "", "cover_open"),
        Row("not_mended", "", "180"),
        Row("parts_proved", "", "1/3"),
        Row("buffer_not_cleared", "", ""),
        Row("said", "", "cover open at 14:02"),
    ),
    pages=4,
)
FAULTS = replace(
    REHEARSED,
    rows=(),
    exercises=(),
    page=2,
    pages=4,
    switches=(
        Switch("paper_out", True),
        Switch("paper_low", unit="mm", amounts=(100, 300, 1_000, 3_000)),
        Switch("cover_open"),
        Switch("head_hot"),
        Switch("power_cut", lasts=False),
        Switch("late_answers", unit="ms", amounts=(200, 500, 1_000, 3_000)),
    ),
)
MORE_FAULTS = replace(
    FAULTS,
    page=3,
    switches=tuple(
        Switch(code, lasts=code not in ("half_answer", "stray_status"))
        for code in ("presenter_jam", "no_busy_wire", "half_answer", "stray_status")
    )
    + tuple(Switch(code, True) for code in ("status_in_answer", "xoff_in_answer")),
)
RUNNING = replace(
    REHEARSED,
    facts=(
        Fact("printer", "bad", "cover_open"),
        Fact("central", "good", "online"),
        Fact("rehearsal", "care", "cover_open", "33 %"),
    ),
    rows=(),
)
TERESA = Member("teresa", "Teresa Ejemplo", "technician", ("maintain-kiosk",), 9e9, 300.0)
INSIDE = Maintenance(Setup(CHAMBER), stage="inside", member=TERESA, can_restart=True, roll_m=80)


def inside(section: str, found: Found | None = None, **changes: object) -> StaffView:
    """A view of a section."""
    state = replace(INSIDE, section=section, found=found or Found(), **changes)  # type: ignore[arg-type]
    return inside_view(state)


def changing(step: str, printer: Fact, **changes: object) -> StaffView:
    """A view of a step of the guided paper change."""
    return inside("paper", Found((printer, *PAPER[1:])), paper=step, **changes)


STAFF: dict[str, StaffView] = {
    "40-door": door(replace(DOOR, login="")),
    "40-door-desk": door(replace(DOOR, needs="work-shift", offline=False)),
    "40-door-not-entitled": door(replace(DOOR, error="not-entitled")),
    "40-door-key": door(replace(DOOR, step="key", key=Typing("x" * 12))),
    "40-door-key-wrong": door(replace(DOOR, step="key", error="credentials-invalid")),
    "40-door-key-throttled": door(replace(DOOR, step="key", error="throttled", wait_until_s=100, now_s=72)),
    "40-door-key-offline": door(replace(DOOR, step="key", error="central-offline")),
    "40-door-code": door(replace(DOOR, step="code", code="1234")),
    "40-door-checking": door(replace(DOOR, step="code", checking=True), busy=True, can_go_back=False),
    "41-offline-role": door(replace(DOOR, step="role")),
    "41-offline-clock": door(replace(DOOR, step="role", error="clock-unsure")),
    "41-offline-later": door(replace(DOOR, step="role", error="challenge-later", wait_until_s=30, now_s=1)),
    "41-offline-challenge": door(replace(DOOR, step="challenge", challenge=CHALLENGE, answer="ZXWV")),
    "41-offline-wrong": door(replace(DOOR, step="challenge", challenge=CHALLENGE, error="answer-wrong", tries_left=2)),
    "42-overview": inside("overview", Found(LIGHTS)),
    "42-overview-trouble": inside("overview", Found(TROUBLE)),
    "42-overview-looking": inside_view(replace(INSIDE, found=None)),
    "42-overview-away": inside_view(replace(INSIDE, found=Found(LIGHTS), now_s=280.0)),
    "43-printer": inside("printer", Found(PRINTER, pages=5)),
    "43-printer-printing": inside("printer", Found(PRINTER, pages=5), doing="test_page"),
    "43-printer-printed": inside("printer", Found(PRINTER, pages=5), told=Told("test_page", "printed")),
    "43-printer-failed": inside("printer", Found(PRINTER, pages=5), told=Told("test_page", "paper_out", tone="bad")),
    "43-printer-why": inside("printer", Found(PRINTER, pages=5), asking="empty_buffer"),
    "43-printer-measured": inside("printer", Found(MEASURED), told=Told("speed_test", "speed_good", "94 %")),
    "43-printer-inside": inside("printer", PRINTER_INSIDE),
    "43-printer-silent": inside("printer", replace(BYTES, status=(), pages=3)),
    "43-printer-bytes": inside("printer", BYTES),
    "43-printer-wire": inside("printer", WIRE, doing="test_page"),
    "44-paper": inside("paper", Found(PAPER)),
    "44-paper-open": changing("open", Fact("printer", "bad", "paper_out")),
    "44-paper-close": changing("close", Fact("printer", "bad", "cover_open")),
    "44-paper-length": changing("length", PAPER[0], told=None),
    "44-paper-test": changing("test", PAPER[0], told=Told("load_roll", "roll_loaded", "80 m")),
    "44-paper-testing": changing("test", PAPER[0], doing="test_page"),
    "44-paper-test-failed": changing("test", PAPER[0], told=Told("test_page", "cutter_jam", tone="bad")),
    "44-paper-done": changing("done", PAPER[0], told=Told("test_page", "printed")),
    "52-serial": inside("serial", SERIAL),
    "52-serial-searching": inside("serial", SERIAL, doing="search_lines"),
    "52-serial-found": inside("serial", SEARCHED, told=Told("search_lines", "lines_found", "2")),
    "52-serial-flow": inside("serial", SEARCHED, told=Told("check_flow", "flow_never_holds", tone="bad")),
    "53-scanner": inside("scanner", Found(SCANNER)),
    "53-scanner-reading": inside("scanner", Found(SCANNER), doing="test_scan"),
    "53-scanner-read": inside("scanner", Found(SCANNER), told=Told("test_scan", "read_document", "531")),
    "53-scanner-gone": inside("scanner", Found((Fact("scanner", "bad", "reader_gone"), *SCANNER[1:3], Fact("last_frame", word="nothing_read"))), told=Told("test_scan", "nothing_read", tone="bad")),
    "45-queue": inside("queue", QUEUE),
    "45-queue-parked": inside("queue", replace(QUEUE, rows=QUEUE.rows[:1] * 4)),
    "45-queue-why": inside("queue", replace(QUEUE, rows=QUEUE.rows[:3], pages=1), asking="send_now"),
    "45-queue-empty": inside("queue", Found((Fact("waiting", "good", "none"),))),
    "46-journal": inside("journal", JOURNAL),
    "47-network": inside("network", NETWORK, told=Told("test_network", "way_open")),
    "47-network-broken": inside("network", NO_NAME, told=Told("test_network", "way_broken", tone="bad")),
    "48-configuration": inside("configuration", CONFIGURATION),
    "48-pairing": inside("pairing", PAIRING),
    **MACHINE,
    **LOGOS,
    "51-rehearsal": inside("rehearsal", replace(REHEARSED, facts=(*REHEARSED.facts[:2], Fact("rehearsal", "info", "rehearsal_none")), rows=(), exercises=tuple(Exercise(one.code) for one in REHEARSED.exercises))),
    "51-rehearsal-running": inside("rehearsal", RUNNING, doing="rehearse"),
    "51-rehearsal-printed": inside("rehearsal", REHEARSED, told=Told("rehearse", "rehearsed_printed")),
    "51-rehearsal-unknown": inside("rehearsal", NOT_KNOWN, told=Told("rehearse", "rehearsed_unknown", tone="bad")),
    "51-rehearsal-cut-off": inside("rehearsal", replace(NOT_KNOWN, facts=(*REHEARSED.facts[:2], Fact("verdict", "bad", "verdict_cut_off"), NOT_KNOWN.facts[3]), rows=())),
    "51-rehearsal-faults": inside("rehearsal", FAULTS, told=Told("set_fault", "fault_done")),
    "51-rehearsal-faults-more": inside("rehearsal", MORE_FAULTS, doing="rehearse"),
    "49-readiness": inside("readiness"),
    "49-readiness-ready": inside("readiness", report=Report("ready", "21 de nov, 10:35 a. m.", ALL_GOOD), told=Told("check_all", "ready")),
    "49-readiness-not": inside("readiness", report=Report("not_ready", "21 de nov, 10:35 a. m.", CHECKS), told=Told("save_report", "saved", "readiness-20261121-153509.pdf")),
    "50-touch": inside("touch"),
    "50-touch-missed": inside("touch", told=Told("touch_test", "touch_missed", "3", "bad")),
    "50-leave": inside("leave", Found((Fact("power", word="yes"),))),
    "50-leave-no-power": inside("leave", Found((Fact("power", word="no"),))),
    "50-leave-shut-down": inside("leave", Found((Fact("power", word="yes"),)), asking="shut_down"),
    "50-leave-why": inside("leave", asking="restart"),
}  # fmt: skip
