"""Settings that central may change from afar: checked, kept, applied when nobody is disturbed.

A version counts as a whole or not at all. Keys this program does not know are left out, so that
central may learn new ones first. What was taken is on the disk with the version before it; a start
uses the newest that this program can read.
"""

import threading

from pydantic import ConfigDict, ValidationError

from kiosk.contract.remote_settings import RemoteSettings
from kiosk.ports import Clock
from kiosk.store.configurations import (
    Received,
    Value,
    keep_configuration,
    read_configurations,
)
from kiosk.store.journal import Transactions


class Remote(RemoteSettings):
    """What was set from afar; a key that is not set leaves the machine's own setting alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class RemoteConfiguration:
    """Holds the present version; the heartbeat offers new ones, the station applies them."""

    def __init__(self, store: Transactions, clock: Clock) -> None:
        """Begin with the newest version on the disk that this program can read."""
        self._store = store
        self._clock = clock
        self._guard = threading.Lock()
        self._version, self._remote = 0, Remote()
        self._refused = 0
        for received in reversed(store.read(read_configurations)):
            if received.refused_reason:
                self._refused = received.version
            elif isinstance(remote := _checked(received.content), Remote):
                self._version, self._remote = received.version, remote

    @property
    def version(self) -> int:
        """The version that was taken last; 0 before any."""
        return self._version

    @property
    def remote(self) -> Remote:
        """Its values."""
        return self._remote

    def offer(self, version: int, content: dict[str, Value] | None) -> bool:
        """Take a version from central, if it is another one and fit.

        Returns:
            True if it was taken. A version that was refused is not looked at again.
        """
        with self._guard:
            if content is None or version in (self._version, self._refused):
                return False
            found = _checked(content)
            reason = found if isinstance(found, str) else ""
            kept = Received(version, content, reason)
            self._store.write(lambda c: keep_configuration(c, self._clock.now(), kept))
            if isinstance(found, str):
                self._refused = version
                return False
            self._version, self._remote = version, found
            return True


def _checked(content: dict[str, Value]) -> Remote | str:
    """The values, or the name of the key that is wrong."""
    try:
        return Remote.model_validate(content)
    except ValidationError as error:
        return str(error.errors()[0]["loc"][0])
