"""Refusals: the expected ways to say no, each with its stable code and HTTP status (RFC 9457)."""

from kiosk.contract.problems import Problem, ProblemCode

_STATUS = {
    ProblemCode.MALFORMED: 422,
    ProblemCode.NOT_FOUND: 404,
    ProblemCode.TOO_LARGE: 413,
    ProblemCode.CONTRACT_UNSUPPORTED: 400,
    ProblemCode.SIGNATURE_INVALID: 401,
    ProblemCode.CLOCK_SKEW: 401,
    ProblemCode.NONCE_REUSED: 401,
    ProblemCode.DEVICE_UNKNOWN: 401,
    ProblemCode.DEVICE_REVOKED: 403,
    ProblemCode.DEVICE_CLONED: 403,
    ProblemCode.ENROL_CODE_INVALID: 403,
    ProblemCode.CREDENTIALS_INVALID: 401,
    ProblemCode.THROTTLED: 429,
    ProblemCode.KEY_BLOCKED: 403,
    ProblemCode.NOT_ACTIVATED: 403,
    ProblemCode.SESSION_EXPIRED: 401,
    ProblemCode.CODE_INVALID: 403,
    ProblemCode.CODE_NEEDED: 409,
    ProblemCode.CONSENT_OUTDATED: 409,
    ProblemCode.SECOND_FACTOR_MISSING: 403,
    ProblemCode.KEY_EXPIRED: 403,
    ProblemCode.ALREADY_ENROLLED: 409,
    ProblemCode.KEY_TOO_WEAK: 422,
    ProblemCode.NOT_ENTITLED: 403,
    ProblemCode.APPROVAL_NEEDED: 409,
    ProblemCode.NOT_POSSIBLE: 409,
    ProblemCode.SETTLEMENT_LOCKED: 409,
    ProblemCode.SETTLEMENT_CLOSED: 409,
    ProblemCode.SETTLEMENT_IN_USE: 409,
    ProblemCode.ACCOUNT_UNKNOWN: 404,
    ProblemCode.PREPAID_KEY_INVALID: 403,
    ProblemCode.INSUFFICIENT_BALANCE: 409,
    ProblemCode.PRICE_CHANGED: 409,
    ProblemCode.NOT_SOLD: 409,
    ProblemCode.CART_TOO_LARGE: 422,
    ProblemCode.TOKEN_EXPIRED: 403,
    ProblemCode.FINGERPRINT_MISMATCH: 422,
    ProblemCode.IN_PROGRESS: 409,
    ProblemCode.VOIDED_BEFORE_CAPTURE: 409,
    ProblemCode.ALREADY_CAPTURED: 409,
    ProblemCode.RECEIPT_PENDING: 409,
    ProblemCode.REPRINT_LIMIT: 409,
    ProblemCode.CERTIFICATE_VOID: 409,
    ProblemCode.CERTIFICATE_IN_PROCESS: 409,
    ProblemCode.ALREADY_DECIDED: 409,
    ProblemCode.NOT_YET_KNOWN: 409,
    ProblemCode.MAIL_OFF: 409,
    ProblemCode.NO_MAIL_ADDRESS: 409,
    ProblemCode.UNAVAILABLE: 503,
    ProblemCode.INTERNAL: 500,
}


class Refusal(Exception):
    """Central says no. Raised in a transaction it rolls back; returned from one, the writes stay.

    Args:
        code: the promise to screens, staff documents and tests.
        detail: for engineers; never personal data.
        retry_after_s: seconds until another try makes sense.
        server_time: ISO 8601 UTC, with ``clock-skew``.
        status: another HTTP status than the code's usual one.
    """

    def __init__(
        self,
        code: ProblemCode,
        detail: str = "",
        *,
        retry_after_s: int | None = None,
        server_time: str | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(code.value)
        self.code = code
        self.detail = detail
        self.retry_after_s = retry_after_s
        self.server_time = server_time
        self.status = status or _STATUS[code]

    def problem(self, request_id: str = "") -> Problem:
        """The body of the answer."""
        return Problem(
            title=self.code.value.replace("-", " "),
            status=self.status,
            code=self.code,
            detail=self.detail,
            retry_after_s=self.retry_after_s,
            server_time=self.server_time,
            request_id=request_id,
        )
