"""Names without accents, case and punctuation, so that a search finds what a person means."""

import unicodedata


def name_key(text: str) -> str:
    """The form of a name that is stored for searching.

    >>> name_key("Fundación Niñez & Páramo")
    'fundacion ninez paramo'
    """
    bare = unicodedata.normalize("NFKD", text.casefold())
    words = "".join(
        char if char.isalnum() else " " for char in bare if not unicodedata.combining(char)
    )
    return " ".join(words.split())
