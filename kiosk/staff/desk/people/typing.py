"""Secrets typed sign by sign into a stage: their limits, and nothing of them kept."""

from typing import TypeVar

from kiosk.contract.customer_keys import KEY_MAX
from kiosk.staff.desk.events import EraseSecret, TypeSecret
from kiosk.staff.desk.form import Form

CODE_LENGTH = 6
STAFF_KEY_MAX = 64
S = TypeVar("S")


def typed(form: Form, step: str, event: TypeSecret | EraseSecret, longest: int = KEY_MAX) -> Form:
    """The form after one more sign, or one less, of the secret this step asks for."""
    if event.name != step:
        return form
    so_far = form.secrets.get(step, "")
    if isinstance(event, EraseSecret):
        return form.put_secret(step, so_far[:-1])
    if len(event.char) != 1 or not event.char.isprintable():
        return form
    if step == "code":
        fits = event.char in "0123456789" and len(so_far) < CODE_LENGTH
    else:
        fits = len(so_far) < longest
    return form.put_secret(step, so_far + event.char) if fits else form
