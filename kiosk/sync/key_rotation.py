"""The device changes its key: made here, proved by itself, named to central by the present one.

A crash between any two steps is made good by doing them again: central gives the same answer to
the same key, and the files change by renames only.

1. ``device.key.next`` is written and synced.
2. Central takes it; from then on both keys count for a day.
3. The store notes it.
4. ``device.key.old`` gets the present key, then ``device.key.next`` becomes ``device.key``.
5. After that day ``device.key.old`` is deleted. Until then a technician can put it back, should
   central be restored from a backup that does not know the new one.
"""

import base64
from datetime import timedelta
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem, ProblemCode
from kiosk.contract.signing import fingerprint_of_key
from kiosk.ports import Clock, Offline
from kiosk.store import witnesses
from kiosk.store.directory import sync_directory
from kiosk.store.journal import Transactions
from kiosk.sync import device_key
from kiosk.sync.clock_trust import ClockTrust

LOOK_S = 3600.0
AGAIN_S = 300.0


class TakesKeys(Protocol):
    """Central, which knows the device by its key."""

    def rotate_key(self, message: m.RotateKey) -> m.KeyRotated | Problem | Offline:
        """Name the next key, in a request signed by the one in use."""
        ...

    def use_key(self, key: Ed25519PrivateKey) -> None:
        """Sign with this key from now on."""
        ...


class KeyRotation:
    """Rotates when the key is old enough, finishes what a crash left, deletes what is over."""

    def __init__(
        self,
        state_dir: Path,
        store: Transactions,
        central: TakesKeys,
        clock: Clock,
        time: ClockTrust,
        device_id: str,
        every: timedelta | None,
    ) -> None:
        """Wire it; ``every`` is how old a key may become, None for ever."""
        self._state_dir = state_dir
        self._store = store
        self._central = central
        self._clock = clock
        self._time = time
        self._device_id = device_id
        self._every = every
        self.key = device_key.load_key(state_dir)
        """The key in use."""
        public = device_key.public_text(self.key)
        now = clock.now()
        store.write(lambda c: witnesses.note_key(c, now, public))

    def tick(self) -> float:
        """Do what is due; seconds until the next look."""
        self._forget_old()
        next_file = self._state_dir / device_key.NEXT_NAME
        if not next_file.exists() and not self._is_due():
            return LOOK_S
        return LOOK_S if self.rotate() else AGAIN_S

    def rotate(self) -> bool:
        """Change the key now; True if that was done. What failed is tried again later."""
        new = device_key.load_or_make_key(self._state_dir, device_key.NEXT_NAME)
        taken = self._name(new)
        if taken is None:
            return False
        old = device_key.public_text(self.key)
        public = device_key.public_text(new)
        now = self._clock.now()
        self._store.write(
            lambda c: witnesses.note_rotation(
                c, now, old, public, taken.old_key_until, taken.fingerprint
            )
        )
        device_key.take_next(self._state_dir)
        self.key = new
        self._central.use_key(new)
        return True

    def _name(self, new: Ed25519PrivateKey) -> m.KeyRotated | None:
        """Have central take the key; None without its word."""
        public = device_key.public_bytes(new)
        text = base64.b64encode(public).decode()
        proof = base64.b64encode(new.sign(m.rotation_text(self._device_id, text))).decode()
        message = m.RotateKey(public_key=text, proof=proof)
        reply = self._central.rotate_key(message)
        if isinstance(reply, Problem) and reply.code is ProblemCode.SIGNATURE_INVALID:
            # Central took it so long ago that the present key no longer counts.
            self._central.use_key(new)
            reply = self._central.rotate_key(message)
            if not isinstance(reply, m.KeyRotated):
                self._central.use_key(self.key)
        if not isinstance(reply, m.KeyRotated) or reply.fingerprint != fingerprint_of_key(public):
            return None
        return reply

    def _is_due(self) -> bool:
        if self._every is None or not (self._time.heard and self._time.trusted):
            return False
        public = device_key.public_text(self.key)
        keys = {key.public_key: key for key in self._store.read(witnesses.read_keys)}
        return self._time.now() - keys[public].since >= self._every

    def _forget_old(self) -> None:
        """Delete the key before, once central no longer takes it; never by a clock in doubt."""
        old_file = self._state_dir / device_key.OLD_NAME
        if not old_file.exists() or not self._time.heard:
            return
        until = [k.old_until for k in self._store.read(witnesses.read_keys) if k.old_until]
        if until and self._time.now() >= max(until):
            old_file.unlink()
            sync_directory(self._state_dir)
