"""The second factor: six digits of a time step (RFC 6238), each step good once.

The last accepted step is stored by one conditional statement, so that of two requests with the
same code one fails, on whatever process they arrive. Sources: RFC 6238 section 5.2, OWASP ASVS 5.0
V6.5.1 (single use), V6.5.5 (30 s), V6.5.8 (the server's own time).
"""

import base64
from datetime import datetime
from typing import cast

import structlog
from pyotp import TOTP
from pyotp.exceptions import OTPVerificationError
from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from central.key_files import load_or_make_secret
from central.problems import Refusal
from central.services import Services
from central.staff.seeds import SeedUnreadable, seal, unseal
from central.staff.tables import StaffMember
from kiosk.contract.problems import ProblemCode

SEED_BYTES = 20
"""160 bits, the length of HMAC-SHA-1's own output (RFC 4226 section 4)."""
WINDOW_STEPS = 1
"""Steps before and after the present one: clocks differ, and people need time to type."""
log = structlog.get_logger("central.staff")


def new_seed(services: Services, member_id: str) -> tuple[str, str]:
    """A seed, as it is shown once and as it is stored."""
    seed = base64.b32encode(services.entropy(SEED_BYTES)).decode()
    return seed, seal(_key(services), member_id, seed, services.entropy)


def provisioning_uri(services: Services, login: str, seed: str) -> str:
    """What an authenticator reads from a QR code."""
    issuer = f"Dispensador {services.settings.chamber.short_name}"
    return TOTP(seed).provisioning_uri(name=login, issuer_name=issuer)


def accept_code(services: Services, member: StaffMember, code: str, now: datetime) -> bool:
    """True if the code is right and later than every one accepted before; it is used up now.

    Raises:
        Refusal: ``second-factor-missing`` for somebody without a seed; ``unavailable`` when the
            seed cannot be read.
    """
    if member.seed is None:
        raise Refusal(ProblemCode.SECOND_FACTOR_MISSING)
    try:
        seed = unseal(_key(services), member.id, member.seed)
    except SeedUnreadable as error:
        log.error("seed-unreadable", staff=member.id)  # noqa: TRY400 - the trace tells no more
        raise Refusal(ProblemCode.UNAVAILABLE) from error
    try:
        step = TOTP(seed).verify_and_get_timecode(code, for_time=now, valid_window=WINDOW_STEPS)
    except OTPVerificationError:
        return False
    return services.database.run(lambda db: _use_up(db, member.id, step))


def _use_up(db: Session, member_id: str, step: int) -> bool:
    later = update(StaffMember).where(StaffMember.id == member_id, StaffMember.totp_step < step)
    result = db.execute(later.values(totp_step=step))
    return cast("CursorResult[object]", result).rowcount == 1


def _key(services: Services) -> bytes:
    return load_or_make_secret(services.settings.seed_key_file, services.entropy)
