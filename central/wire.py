"""From bytes to messages. What does not fit is a 4xx problem, never a row."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from central.problems import Refusal
from kiosk.contract.problems import ProblemCode

_REASONS_SHOWN = 5

M = TypeVar("M", bound=BaseModel)


def parse(model: type[M], body: bytes) -> M:
    """The message in a body.

    Raises:
        Refusal: ``malformed`` (400 if it is no JSON, else 422) or ``contract-unsupported``.
    """
    # PostgreSQL keeps no NUL in text, and no honest message has one.
    if b"\\u0000" in body:
        raise Refusal(ProblemCode.MALFORMED, "NUL in a text")
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        raise _refusal(errors) from error


def _refusal(errors: list[Any]) -> Refusal:
    if any(error["type"] == "json_invalid" for error in errors):
        return Refusal(ProblemCode.MALFORMED, "no JSON", status=400)
    if any(error["loc"] == ("contract",) for error in errors):
        return Refusal(ProblemCode.CONTRACT_UNSUPPORTED)
    # Where and what kind, but never the value: it may be somebody's key.
    reasons = (
        f"{'.'.join(str(part)[:40] for part in error['loc'])}: {error['type']}"
        for error in errors[:_REASONS_SHOWN]
    )
    return Refusal(ProblemCode.MALFORMED, "; ".join(reasons))
