"""Errors on the wire: ``application/problem+json`` (RFC 9457) with a stable ``code``.

A code is a promise: screens, staff documents and tests rely on it. The text is for engineers,
never for a screen.
"""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class ProblemCode(StrEnum):
    """Stable codes, one per case; the value goes over the wire."""

    # The request itself.
    MALFORMED = "malformed"
    NOT_FOUND = "not-found"
    TOO_LARGE = "too-large"
    CONTRACT_UNSUPPORTED = "contract-unsupported"
    # Device signature and state.
    SIGNATURE_INVALID = "signature-invalid"
    CLOCK_SKEW = "clock-skew"
    NONCE_REUSED = "nonce-reused"
    DEVICE_UNKNOWN = "device-unknown"
    DEVICE_REVOKED = "device-revoked"
    DEVICE_CLONED = "device-cloned"
    ENROL_CODE_INVALID = "enrol-code-invalid"
    # Person.
    CREDENTIALS_INVALID = "credentials-invalid"
    THROTTLED = "throttled"
    KEY_BLOCKED = "key-blocked"
    NOT_ACTIVATED = "not-activated"
    SESSION_EXPIRED = "session-expired"
    # One-time codes and consent.
    CODE_INVALID = "code-invalid"
    CODE_NEEDED = "code-needed"
    CONSENT_OUTDATED = "consent-outdated"
    # Staff.
    SECOND_FACTOR_MISSING = "second-factor-missing"
    ALREADY_ENROLLED = "already-enrolled"
    KEY_EXPIRED = "key-expired"
    KEY_TOO_WEAK = "key-too-weak"
    NOT_ENTITLED = "not-entitled"
    APPROVAL_NEEDED = "approval-needed"
    NOT_POSSIBLE = "not-possible"
    SETTLEMENT_LOCKED = "settlement-locked"
    SETTLEMENT_CLOSED = "settlement-closed"
    SETTLEMENT_IN_USE = "settlement-in-use"
    # Order and operation.
    ACCOUNT_UNKNOWN = "account-unknown"
    PREPAID_KEY_INVALID = "prepaid-key-invalid"
    INSUFFICIENT_BALANCE = "insufficient-balance"
    PRICE_CHANGED = "price-changed"
    NOT_SOLD = "not-sold"
    CART_TOO_LARGE = "cart-too-large"
    TOKEN_EXPIRED = "token-expired"  # noqa: S105 - a code, not a secret
    FINGERPRINT_MISMATCH = "fingerprint-mismatch"
    IN_PROGRESS = "in-progress"
    VOIDED_BEFORE_CAPTURE = "voided-before-capture"
    ALREADY_CAPTURED = "already-captured"
    RECEIPT_PENDING = "receipt-pending"
    REPRINT_LIMIT = "reprint-limit"
    CERTIFICATE_VOID = "certificate-void"
    CERTIFICATE_IN_PROCESS = "certificate-in-process"
    ALREADY_DECIDED = "already-decided"
    NOT_YET_KNOWN = "not-yet-known"
    # Papers by mail.
    MAIL_OFF = "mail-off"
    NO_MAIL_ADDRESS = "no-mail-address"
    # Central itself.
    UNAVAILABLE = "unavailable"
    INTERNAL = "internal"


class Problem(BaseModel):
    """The body of every 4xx and 5xx answer.

    ``retry_after_s`` is set for ``throttled`` and ``in-progress``; ``server_time`` (ISO 8601, UTC)
    for ``clock-skew``.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str = "about:blank"
    title: str = ""
    status: int
    code: ProblemCode
    detail: str = ""
    retry_after_s: int | None = None
    server_time: str | None = None
    request_id: str = ""
