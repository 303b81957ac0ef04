"""What every room of central is given: settings, database, clock, randomness, keys.

All of it is a parameter, so that a simulation can own time and chance.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import clock
from central.db.engine import Database, make_engine
from central.people.keys import KeyHasher
from central.settings import Settings
from central.signing_key import load_or_make_key, public_text


@dataclass(frozen=True)
class Services:
    """The parts; ``entropy(n)`` gives n random bytes."""

    settings: Settings
    database: Database
    hasher: KeyHasher
    signing_key: Ed25519PrivateKey
    now: Callable[[], datetime] = clock.now
    entropy: Callable[[int], bytes] = secrets.token_bytes

    @property
    def chamber(self) -> str:
        """The chamber's code."""
        return self.settings.chamber.code

    @property
    def public_key(self) -> str:
        """The key devices pin, raw Ed25519 in base64."""
        return public_text(self.signing_key)


def make_services(settings: Settings) -> Services:
    """The real parts for these settings; the data directory is made if it is not there."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return Services(
        settings=settings,
        database=Database(make_engine(settings.database)),
        hasher=KeyHasher(settings.hashing),
        signing_key=load_or_make_key(settings.key_file),
    )
