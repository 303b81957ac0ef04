"""Kiosks: who they are and how, pairing, stopping, configuring."""

import json
from datetime import timedelta
from typing import Any

from central.devices import state
from central.devices.configuration import EVERYBODY, Allowed, NoSuchDevice, configure
from central.devices.enrolment import make_enrol_code
from central.devices.listing import Kiosk, kiosks
from central.devices.logs import logs_of, read_log
from central.problems import Refusal
from central.services import Services
from central.staff.api.outcomes import refusals
from central.staff.challenge import NotAnswered, answer_challenge
from central.staff.sessions import SignedIn
from central.wire import parse
from kiosk.contract import device_logs as g
from kiosk.contract.problems import ProblemCode
from kiosk.contract.staff import kiosks as m


def list_kiosks(services: Services, _who: SignedIn, _message: m.ListKiosks) -> m.Kiosks:
    """Every device with its last heartbeat."""
    return m.Kiosks(kiosks=tuple(_told(kiosk) for kiosk in kiosks(services)))


def list_logs(services: Services, _who: SignedIn, message: g.ListLogs) -> g.Logs:
    """What a device has sent of its log.

    Raises:
        Refusal: ``not-found``.
    """
    try:
        return g.Logs(logs=logs_of(services, message.device_id))
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error


def fetch_log(services: Services, who: SignedIn, message: g.FetchLog) -> g.LogText:
    """One log whole.

    Raises:
        Refusal: ``not-found``.
    """
    try:
        return read_log(services, message.log_id, who.staff_id)
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error


def enrol_code(services: Services, who: SignedIn, message: m.MakeEnrolCode) -> m.EnrolCodeMade:
    """A one-time code that pairs one device."""
    expires_at = services.now() + timedelta(seconds=services.settings.enrol_code_s)
    code = make_enrol_code(
        services, message.point_of_sale, message.serial, who.staff_id, message.reason
    )
    return m.EnrolCodeMade(code=code, expires_at=expires_at)


def revoke(services: Services, who: SignedIn, message: m.RevokeKiosk) -> m.KioskStopped:
    """Stop a device for ever.

    Raises:
        Refusal: ``not-found``; ``not-possible`` if it was revoked before.
    """
    with refusals(state.NotChanged):
        _known(lambda: state.revoke(services, message.device_id, who.staff_id, message.reason))
    return m.KioskStopped(device_id=message.device_id, state="revoked")


def unfreeze(services: Services, who: SignedIn, message: m.UnfreezeKiosk) -> m.KioskStopped:
    """Let a frozen device work again.

    Raises:
        Refusal: ``not-found``; ``not-possible`` if it is not frozen.
    """
    with refusals(state.NotChanged):
        _known(lambda: state.unfreeze(services, message.device_id, who.staff_id, message.reason))
    return m.KioskStopped(device_id=message.device_id, state="active")


def configure_kiosks(services: Services, who: SignedIn, message: m.ConfigureKiosks) -> m.Configured:
    """Set what one device has, or all.

    Raises:
        Refusal: ``malformed`` for what may not be set; ``not-found``.
    """
    text = json.dumps(message.values)
    parse(Allowed, text.encode())
    scope = message.device_id or EVERYBODY
    try:
        version = configure(services, scope, text, who.staff_id, message.reason)
    except NoSuchDevice as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error
    return m.Configured(config_version=version)


def answer(services: Services, who: SignedIn, message: m.AnswerChallenge) -> m.ChallengeAnswered:
    """Let a technician into a kiosk without network.

    Raises:
        Refusal: ``not-found``; ``not-possible`` with the reason.
    """
    try:
        with refusals(NotAnswered):
            made = answer_challenge(
                services,
                who.login,
                device_id=message.device_id,
                fingerprint=message.fingerprint,
                challenge=message.challenge,
                technician=message.technician,
                reason=message.reason,
                place=message.place,
            )
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error
    return m.ChallengeAnswered(answer=made.text, role=made.role, day=made.day)


def _known(change: Any) -> None:
    try:
        change()
    except LookupError as error:
        raise Refusal(ProblemCode.NOT_FOUND) from error


def _told(kiosk: Kiosk) -> m.KioskState:
    health = kiosk.health and m.KioskHealth.model_validate(vars(kiosk.health))
    return m.KioskState.model_validate(vars(kiosk) | {"device_id": kiosk.id, "health": health})
