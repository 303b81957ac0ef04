"""What a customer's key may be; central and the place where it is typed judge by the same rule.

Sources: the chambers' keys as they are (6 to 32 signs, digits allowed, no composition rules), NIST
SP 800-63B-4 section 3.1.1.2 (no composition, blocked context words).
"""

KEY_MIN = 6
KEY_MAX = 32
DIFFERENT_MIN = 4
_ROWS = ("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl")


def key_fault(key: str, id_number: str) -> str:
    """Why a key will not do (``short``, ``long``, ``signs``, ``easy``, ``own-id``), or nothing.

    ``id_number`` is the document of whose key it is.

    >>> key_fault("48210", "1990000001"), key_fault("482107", "1990000001")
    ('short', '')
    >>> key_fault("111122", "1990000001"), key_fault("345678", "1990000001")
    ('easy', 'easy')
    >>> key_fault("990000001", "1990000001")
    'own-id'
    """
    if len(key) < KEY_MIN:
        return "short"
    if len(key) > KEY_MAX:
        return "long"
    if not key.isprintable() or key != key.strip():
        return "signs"
    folded, own = key.casefold(), id_number.casefold()
    if folded in own or (len(own) >= KEY_MIN and own in folded):
        return "own-id"
    if len(set(folded)) < DIFFERENT_MIN or any(folded in row for row in _ROWS):
        return "easy"
    return ""
