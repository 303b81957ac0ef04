"""Names without accents, case and punctuation, so that a search finds what a person means."""

import unicodedata


def name_key(text: str) -> str:
    """The form of a name that is stored for searching; dots join, so that S.A.S. is one word.

    >>> name_key("Fundación Niñez & Páramo S.A.S.")
    'fundacion ninez paramo sas'
    """
    # Unicode 3.13, D146: a compatibility form such as a mathematical capital shows its case only
    # after the first decomposition, and folding may compose again.
    bare = text.casefold()
    for _ in range(2):
        bare = unicodedata.normalize("NFKD", bare).casefold()
    bare = unicodedata.normalize("NFKD", bare).replace(".", "")
    words = "".join(
        char if char.isalnum() else " " for char in bare if not unicodedata.combining(char)
    )
    return " ".join(words.split())
