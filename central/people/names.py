"""Names as others may see them."""

from central.people.tables import Person


def full_name(person: Person) -> str:
    """All parts of a person's name, given names first."""
    parts = (person.first_name, person.second_name, person.first_surname, person.second_surname)
    return " ".join(part for part in parts if part)


def masked(first: str, last: str) -> str:
    """Initials and dots; the number of dots says nothing about the name.

    >>> masked("Ana Lucía", "Rojas"), masked("Zoé", "")
    ('A••• R•••••', 'Z•••')
    """
    shown = [f"{first[:1]}•••"] if first else []
    if last:
        shown.append(f"{last[:1]}•••••")
    return " ".join(shown)
