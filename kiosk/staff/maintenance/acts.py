"""What can be done where, and what is done only for a reason."""

from collections.abc import Mapping

from kiosk.staff.maintenance.state import Maintenance

ACTS: Mapping[str, tuple[str, ...]] = {
    "printer": ("test_page", "feed", "cut", "speed_test", "empty_buffer"),
    "logo": ("upload_logo", "print_logo"),
    "serial": ("search_lines", "check_flow"),
    "scanner": ("test_scan",),
    "queue": ("send_now",),
    "logs": ("export_log", "send_log"),
    "network": ("test_network",),
    "rehearsal": ("rehearse",),
    "configuration": ("restart",),
    "pairing": ("use_pairing", "drop_pairing"),
    "readiness": ("check_all", "print_report", "save_report"),
    "leave": ("leave", "restart", "reboot", "shut_down"),
}
"""By section; the paper's own acts belong to its guided change."""

LINE_ACTS: Mapping[str, tuple[str, ...]] = {
    "rehearsal": ("set_fault", "clear_fault"),
    "configuration": ("change_setting", "go_back"),
    "queue": ("release",),
    "logo": ("show_logo",),
    "pairing": ("pair_anew",),
}
"""By section: what is done to one of its lines, by a button in that line."""

BESIDE: Mapping[str, tuple[str, ...]] = {"rehearse": ("set_fault", "clear_fault")}
"""By the act under way: what can be done meanwhile; nobody waits for its end."""

REASONS: Mapping[str, tuple[str, ...]] = {
    "empty_buffer": ("stuck_job", "strange_paper", "asked"),
    "send_now": ("network_back", "asked"),
    "restart": ("hangs", "after_change", "asked"),
    "change_setting": ("asked", "hall", "paper_kind", "mistake"),
    "go_back": ("mistake", "asked"),
    "export_log": ("support", "asked"),
    "send_log": ("support", "asked"),
    "release": ("cause_mended", "asked"),
    "pair_anew": ("disk_changed", "key_lost", "asked"),
    "use_pairing": ("fingerprint_same",),
    "drop_pairing": ("fingerprint_other", "mistake"),
    "upload_logo": ("new_logo", "new_printer", "asked"),
    "reboot": ("hangs", "after_change", "asked"),
    "shut_down": ("moved", "repair", "asked"),
}
"""Codes of the reasons that an act is done for; they go into the audit chain."""


def reasons_for(act: str) -> tuple[str, ...]:
    """The reasons to choose from; empty if none is asked."""
    return REASONS.get(act, ())


def can_act_on(state: Maintenance, act: str) -> bool:
    """Whether this can be done to a line of the section now, beside what is under way or alone."""
    if state.doing and act not in BESIDE.get(state.doing, ()):
        return False
    return act in LINE_ACTS.get(state.section, ())


def can_act(state: Maintenance, act: str) -> bool:
    """One act at a time, in its own section, and only where it has something to act on."""
    if state.doing or act not in ACTS.get(state.section, ()):
        return False
    match act:
        case "restart":
            return state.can_restart
        case "use_pairing":
            return state.can_restart and bool(state.value("new_fingerprint"))
        case "drop_pairing":
            return bool(state.value("new_fingerprint"))
        case "reboot" | "shut_down":
            return state.fact("power") == "yes"
        case "print_report" | "save_report":
            return state.report is not None
        case "upload_logo":
            return bool(state.value("logo_chosen"))
        case "print_logo":
            return bool(state.value("logo_kept"))
        case "send_now":
            return state.fact("waiting") == "some"
        case _:
            return True
