"""The certificate types, their service codes, and which registration may have which.

Source: the chambers' registry service ("tipocertificado", "servicio"). Special certificates are for
staff and have no place here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from central.registry.tables import Kind, Registration

_BIDDER_STATES = {"00", "02"}  # active, updating
_BRANCHES = {"2", "3"}  # category: branch, agency


@dataclass(frozen=True)
class CertificateType:
    """One type; its codes are the registry service's, its texts are for the buyer."""

    code: str
    service_code: str
    name: str
    purpose: str
    allowed: Callable[[Registration], bool]


def _is_main(registration: Registration) -> bool:
    return registration.category not in _BRANCHES


TYPES: tuple[CertificateType, ...] = (
    CertificateType(
        "CerExi",
        "01010102",
        "Certificado de existencia y representación legal",
        "Prueba que la sociedad existe, quién la representa y con qué facultades.",
        lambda it: it.kind == Kind.LEGAL_PERSON and _is_main(it),
    ),
    CertificateType(
        "CerEsadl",
        "01010301",
        "Certificado de existencia de entidad sin ánimo de lucro",
        "Prueba que la entidad existe, quién la representa y con qué facultades.",
        lambda it: it.kind == Kind.NONPROFIT and _is_main(it),
    ),
    CertificateType(
        "CerMat",
        "01010101",
        "Certificado de matrícula mercantil",
        "Prueba que el comerciante o el establecimiento está matriculado y al día.",
        lambda it: it.kind in {Kind.NATURAL_PERSON, Kind.ESTABLISHMENT, Kind.LEGAL_PERSON},
    ),
    CertificateType(
        "CerLibRegMer",
        "01010104",
        "Certificado de libros de comercio",
        "Prueba qué libros de comercio están inscritos.",
        lambda it: it.kind in {Kind.NATURAL_PERSON, Kind.LEGAL_PERSON},
    ),
    CertificateType(
        "CerLibRegEsadl",
        "01010104",
        "Certificado de libros de entidad sin ánimo de lucro",
        "Prueba qué libros de la entidad están inscritos.",
        lambda it: it.kind == Kind.NONPROFIT,
    ),
    CertificateType(
        "CerPro",
        "01010201",
        "Certificado de inscripción en el registro de proponentes",
        "Prueba la inscripción, la clasificación y la capacidad para contratar con el Estado.",
        lambda it: it.kind == Kind.BIDDER and it.bidder_state in _BIDDER_STATES,
    ),
)
_BY_CODE = {type_.code: type_ for type_ in TYPES}


def type_of(code: str) -> CertificateType | None:
    """The certificate type with this code, if there is one."""
    return _BY_CODE.get(code)


def allowed_types(registration: Registration) -> tuple[CertificateType, ...]:
    """The types this registration may have, most wanted first."""
    return tuple(type_ for type_ in TYPES if type_.allowed(registration))
