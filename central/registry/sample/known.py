"""The registrations that the demonstration and the tests know by name."""

from datetime import date

from central.registry.sample.facts import Activity, Facts, Party, cedula, nit_of
from central.registry.sample.texts import activities
from central.registry.tables import Kind

ANA = Party("Ana Lucía Rojas Peña", cedula(1))
BENITO = Party("Benito Ñáñez Güiza", cedula(2))
CLARA = Party("Clara Inés Muñoz Ávila", cedula(3))
_OTHERS = tuple(
    Party(name, cedula(number))
    for number, name in enumerate(
        (
            "Darío Piñeros Lugo",
            "Elvira Cañón Rubio",
            "Fermín Ordóñez Güell",
            "Graciela Núñez Pabón",
            "Horacio Peñuela Díaz",
            "Irene Bolaños Castaño",
            "Joaquín Ibáñez Mora",
            "Lucrecia Zúñiga Paz",
        ),
        start=11,
    )
)
_AUDITORS = (Party("Mariela Rincón Cobo", cedula(21)), Party("Norberto Caicedo Gil", cedula(22)))
EL_NOGAL = "Distribuciones El Nogal S.A.S."
DEL_RIO = "Ingeniería y Obras del Río S.A."


def known(year: int) -> list[Facts]:
    """The well-known registrations, renewed in ``year`` unless their part is not to be."""
    by_code = {activity.code: activity for activity in activities()}
    cafe = (by_code["I5613"],)
    return [
        _merchant(year, cafe),
        _cafe(year, cafe),
        _el_nogal(year, by_code),
        _del_rio(year, by_code),
        _foundation(year, by_code),
        _bidder(by_code),
        _not_renewed(year, by_code),
    ]


def _merchant(year: int, activity: tuple[Activity, ...]) -> Facts:
    return Facts(
        number="00041017",
        kind=Kind.NATURAL_PERSON,
        organisation="01",
        name=ANA.name,
        nit=nit_of(ANA.identity.number),
        municipality="Ciudad Ejemplo",
        address="Calle 12 # 4-56",
        email="ana.rojas@example.invalid",
        phone="300 000 0001",
        registered_on=date(2014, 8, 11),
        last_renewed_year=year,
        activities=activity,
        assets_pesos=18_400_000,
        staff=2,
        owner=ANA,
        establishments=(("00041018", "CAFÉ DE LA LOMA"),),
    )


def _cafe(year: int, activity: tuple[Activity, ...]) -> Facts:
    return Facts(
        number="00041018",
        kind=Kind.ESTABLISHMENT,
        organisation="02",
        name="Café de la Loma",
        nit=nit_of(ANA.identity.number),
        municipality="Ciudad Ejemplo",
        address="Calle 12 # 4-60, local 1",
        email="cafe.loma@example.invalid",
        phone="300 000 0002",
        registered_on=date(2014, 8, 11),
        last_renewed_year=year,
        activities=activity,
        assets_pesos=12_900_000,
        staff=2,
        owner=ANA,
    )


def _el_nogal(year: int, by_code: dict[str, Activity]) -> Facts:
    return Facts(
        number="00052310",
        kind=Kind.LEGAL_PERSON,
        organisation="16",
        name=EL_NOGAL,
        nit=nit_of("990000101"),
        municipality="Ciudad Ejemplo",
        address="Carrera 7 # 23-45, bodega 3",
        email="notificaciones.nogal@example.invalid",
        phone="300 000 0010",
        registered_on=date(2011, 5, 17),
        last_renewed_year=year,
        activities=(by_code["G4631"], by_code["H4923"]),
        assets_pesos=1_284_500_000,
        staff=34,
        representatives=(ANA, BENITO),
        establishments=(("00052311", "BODEGA EL NOGAL"), ("00060274", "EL NOGAL EXPRÉS")),
        capital_pesos=400_000_000,
        object_clauses=4,
        faculty_clauses=6,
        reforms=3,
    )


def _del_rio(year: int, by_code: dict[str, Activity]) -> Facts:
    return Facts(
        number="00018842",
        kind=Kind.LEGAL_PERSON,
        organisation="04",
        name=DEL_RIO,
        nit=nit_of("990000102"),
        municipality="Puerto Ensayo",
        address="Avenida del Malecón # 1-20, piso 5",
        email="juridica.delrio@example.invalid",
        phone="300 000 0020",
        registered_on=date(1989, 2, 14),
        last_renewed_year=year,
        activities=(by_code["F4290"], by_code["M7112"]),
        assets_pesos=48_730_000_000,
        staff=412,
        representatives=(CLARA, BENITO),
        directors=_OTHERS,
        auditors=_AUDITORS,
        establishments=(("00018843", "PLANTA DE CONCRETOS DEL RÍO"),),
        capital_pesos=12_500_000_000,
        object_clauses=14,
        faculty_clauses=13,
        reforms=14,
        processes=2,
        controlled=True,
    )


def _foundation(year: int, by_code: dict[str, Activity]) -> Facts:
    return Facts(
        number="S0000501",
        kind=Kind.NONPROFIT,
        organisation="14",
        name="Fundación Niñez y Páramo",
        nit=nit_of("990000103"),
        municipality="Villa Muestra",
        address="Calle 3 # 8-11",
        email="fundacion.paramo@example.invalid",
        phone="300 000 0030",
        registered_on=date(2006, 9, 28),
        last_renewed_year=year,
        activities=(by_code["M7020"],),
        assets_pesos=236_000_000,
        staff=9,
        representatives=(CLARA, _OTHERS[1]),
    )


def _bidder(by_code: dict[str, Activity]) -> Facts:
    return Facts(
        number="00000077",
        kind=Kind.BIDDER,
        organisation="04",
        name=DEL_RIO,
        nit=nit_of("990000102"),
        municipality="Puerto Ensayo",
        address="Avenida del Malecón # 1-20, piso 5",
        email="juridica.delrio@example.invalid",
        phone="300 000 0020",
        registered_on=date(2013, 4, 2),
        last_renewed_year=None,
        activities=(by_code["F4290"],),
        assets_pesos=48_730_000_000,
        staff=412,
        representatives=(CLARA,),
        works=38,
    )


def _not_renewed(year: int, by_code: dict[str, Activity]) -> Facts:
    return Facts(
        number="00033905",
        kind=Kind.LEGAL_PERSON,
        organisation="03",
        name="Maderas La Esperanza Ltda.",
        nit=nit_of("990000104"),
        municipality="Villa Muestra",
        address="Diagonal 5 # 9-02",
        email="maderas.esperanza@example.invalid",
        phone="300 000 0040",
        registered_on=date(2001, 11, 6),
        last_renewed_year=year - 3,
        activities=(by_code["G4711"],),
        assets_pesos=64_000_000,
        staff=5,
        representatives=(BENITO, _OTHERS[4]),
        capital_pesos=30_000_000,
        object_clauses=2,
        faculty_clauses=4,
        procedures_pending=True,
    )
