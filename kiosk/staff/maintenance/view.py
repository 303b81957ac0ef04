"""``view(state)``: the frozen picture of a maintenance that the screen draws."""

from dataclasses import fields, replace

from kiosk.staff.entry.view import SCREEN as DOOR
from kiosk.staff.entry.view import body as door_body
from kiosk.staff.maintenance.acts import ACTS, can_act, reasons_for
from kiosk.staff.maintenance.advance import ROLL_MAX_M, ROLL_MIN_M, countdown_s
from kiosk.staff.maintenance.bodies import PaperBody, ReadinessBody, RehearsalBody, SectionBody
from kiosk.staff.maintenance.editing import configuration_body
from kiosk.staff.maintenance.logo_body import logo_body
from kiosk.staff.maintenance.pairing_form import pairing_body
from kiosk.staff.maintenance.printer_body import printer_body
from kiosk.staff.maintenance.sifting import logs_body
from kiosk.staff.maintenance.state import SECTIONS, Maintenance
from kiosk.staff.views import StaffView
from kiosk.visit.views import Choice

_SCREENS = {
    "printer": "maintenance/Printer",
    "logo": "maintenance/Logo",
    "paper": "maintenance/Paper",
    "serial": "maintenance/Serial",
    "readiness": "maintenance/Readiness",
    "touch": "maintenance/TouchTest",
    "rehearsal": "maintenance/Rehearsal",
    "configuration": "maintenance/Configuration",
    "logs": "maintenance/Logs",
    "pairing": "maintenance/Pairing",
}


def view(state: Maintenance) -> StaffView:
    """Draw it; a closed one has no body, and nobody draws that."""
    frame = StaffView(
        DOOR,
        None,
        state.setup.chamber,
        language=state.speaks,
        can_switch=not state.doing,
        brand=state.setup.brand,
        countdown_s=countdown_s(state),
        can_finish=not state.doing,
    )
    if state.stage == "closed":
        return frame
    if state.stage == "door":
        entry = state.entry
        body = door_body(entry, state.speaks)
        return replace(frame, body=body, can_go_back=not entry.checking, busy=entry.checking)
    screen = _SCREENS.get(state.section, "maintenance/Section")
    return replace(frame, screen=screen, body=_body(state), who=state.who.name)


def _body(state: Maintenance) -> SectionBody:
    body = _section(state)
    given = {f.name: getattr(body, f.name) for f in fields(body)}
    match state.section:
        case "paper":
            return PaperBody(
                **given,
                step=state.paper,
                roll_m=state.roll_m,
                can_less=state.roll_m > ROLL_MIN_M,
                can_more=state.roll_m < ROLL_MAX_M,
            )
        case "readiness" if state.report is not None:
            report = state.report
            return ReadinessBody(
                **given, verdict=report.verdict, made_at=report.made_at, checks=report.checks
            )
        case "readiness":
            return ReadinessBody(**given)
        case "rehearsal" if state.found is not None:
            found = state.found
            return RehearsalBody(**given, exercises=found.exercises, switches=found.switches)
        case "rehearsal":
            return RehearsalBody(**given)
        case "pairing":
            return pairing_body(state, given)
        case "logs":
            return logs_body(state, given)
        case "printer":
            return printer_body(state, given)
        case "logo":
            return logo_body(state, given)
        case "configuration":
            return configuration_body(state, given)
        case _:
            return body


def _section(state: Maintenance) -> SectionBody:
    found, told = state.found, state.told
    body = SectionBody(
        stage=state.section,
        sections=tuple(Choice(code, selected=code == state.section) for code in SECTIONS),
        acts=tuple(Choice(act, enabled=can_act(state, act)) for act in ACTS.get(state.section, ())),
        asking=state.asking,
        reasons=reasons_for(state.asking),
        doing=state.doing,
    )
    if found is not None:
        body = replace(
            body,
            loading=False,
            facts=found.facts,
            rows=found.rows,
            page=found.page,
            pages=found.pages,
        )
    if told is not None:
        body = replace(
            body,
            told_of=told.act,
            told=told.code,
            told_value=told.value,
            told_tone=told.tone,
        )
    return body
