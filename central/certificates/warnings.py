"""Procedures in process that a buyer must know of, and that the certificate says too."""

from central.registry.tables import Registration

PROCEDURES = "ESTA INSCRIPCIÓN TIENE TRÁMITES EN PROCESO: LO CERTIFICADO PUEDE CAMBIAR."
ATTACHMENTS = "HAY EMBARGOS U ÓRDENES DE AUTORIDAD COMPETENTE PENDIENTES DE INSCRIPCIÓN."
APPEALS = "HAY RECURSOS EN TRÁMITE CONTRA ACTOS DE REGISTRO DE ESTA INSCRIPCIÓN."


def warnings(registration: Registration) -> tuple[str, ...]:
    """The warnings that hold for a registration, in a fixed order."""
    pending = (
        (registration.procedures_pending, PROCEDURES),
        (registration.attachments_pending, ATTACHMENTS),
        (registration.appeals_pending, APPEALS),
    )
    return tuple(text for holds, text in pending if holds)
