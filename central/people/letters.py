"""What mails about people, their codes and their keys say.

No id number, no name and no key stand in them; a code only while the mail goes out (the outbox has
a mark in its place). They never invite to follow a link, because false ones would copy it.
"""

from collections.abc import Sequence
from datetime import datetime

from central.settings import Chamber
from kiosk.documents.paper_time import paper_instant

CODE_MARK = "{codigo}"

_CODE_FOR = {
    "confirm-address": "confirmar este correo",
    "reset-secure-key": "poner una nueva clave segura",
    "set-prepaid-key": "poner la clave prepago de la cuenta",
}
_FIELDS = {
    "email": "correo electrónico",
    "landline": "teléfono fijo",
    "mobile": "celular",
    "address": "dirección",
    "municipality": "municipio",
}
_KEYS = {"secure": "la clave segura", "prepaid": "la clave prepago", "staff": "su clave de trabajo"}


def code_subject(chamber: Chamber) -> str:
    """Subject of the mail with a code, without it: subjects show on locked screens."""
    return f"{chamber.short_name}: código de un solo uso"


def code_body(chamber: Chamber, purpose: str, expires_at: datetime) -> str:
    """The text with the mark where the code will stand."""
    return (
        f"Su código para {_CODE_FOR[purpose]} es:\n\n"
        f"    {CODE_MARK}\n\n"
        f"Sirve una sola vez, hasta {paper_instant(expires_at)}.\n"
        "Escríbalo usted mismo en el teclado de la caja o del dispensador. No se lo diga a nadie "
        "por teléfono ni por mensaje: la cámara no lo pide así.\n\n"
        "Si usted no lo pidió, no haga nada: sin el código nada cambia.\n\n"
        f"{_foot(chamber)}"
    )


def contact_subject(chamber: Chamber) -> str:
    """Subject of the notice that contact data changed."""
    return f"{chamber.short_name}: cambiaron sus datos de contacto"


def contact_body(chamber: Chamber, fields: Sequence[str], place: str, now: datetime) -> str:
    """The notice, for the old address and the new one alike; it repeats neither."""
    changed = ", ".join(_FIELDS[each] for each in fields)
    return (
        f"Se actualizaron datos de contacto de su registro: {changed}.\n\n"
        f"Fecha: {paper_instant(now)}\n"
        f"Lugar: {place}\n\n"
        f"{_not_you(chamber)}"
        f"{_foot(chamber)}"
    )


def key_subject(chamber: Chamber) -> str:
    """Subject of the notice that a key was set."""
    return f"{chamber.short_name}: se puso una clave nueva"


def key_body(chamber: Chamber, key: str, place: str, now: datetime) -> str:
    """The notice; ``key``: secure | prepaid | staff."""
    return (
        f"Se puso {_KEYS[key]} de nuevo.\n\n"
        f"Fecha: {paper_instant(now)}\n"
        f"Lugar: {place}\n\n"
        f"{_not_you(chamber)}"
        f"{_foot(chamber)}"
    )


def reset_subject(chamber: Chamber) -> str:
    """Subject of the notice that somebody of the staff has to begin anew."""
    return f"{chamber.short_name}: se reinició su acceso de trabajo"


def reset_body(chamber: Chamber, until: datetime, now: datetime) -> str:
    """The notice: what ended, and until when the key that is handed over can be changed."""
    return (
        "Se reinició su acceso de trabajo: la clave y el autenticador de antes ya no sirven y sus "
        "sesiones se cerraron.\n\n"
        f"Fecha: {paper_instant(now)}\n\n"
        "Un administrador le entrega en persona una clave nueva. No entra con ella: cámbiela por "
        "una propia en el puesto, con «Primera vez» (F2), y lea el código QR con su teléfono. "
        f"Sirve hasta {paper_instant(until)}; después hay que pedir otra.\n\n"
        f"{_not_you(chamber)}"
        f"{_foot(chamber)}"
    )


def _not_you(chamber: Chamber) -> str:
    return (
        "Si usted no hizo ni autorizó este cambio, comuníquese con la cámara "
        f"al teléfono {chamber.phone}.\n\n"
    )


def _foot(chamber: Chamber) -> str:
    return f"{chamber.name}\nMensaje automático. Nunca le pediremos su clave por correo.\n"
