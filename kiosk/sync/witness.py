"""Checkpoints: the head of the audit chain, signed by the device, countersigned by central.

A chain alone only orders; its owner could write all of it anew. What central has signed it keeps,
and from then on the rows up to there are the ones both sides know. A checkpoint is saved before it
is sent, so that the same one goes out again when the answer was lost.
"""

import base64
import binascii
from collections.abc import Callable
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.contract import messages as m
from kiosk.contract.problems import Problem
from kiosk.ports import Offline
from kiosk.store import witnesses
from kiosk.store.journal import Transactions
from kiosk.store.rows import Device
from kiosk.sync.clock_trust import ClockTrust
from kiosk.sync.device_key import public_text

EVERY_S = 3600.0
AGAIN_S = 60.0
"""After an exchange that came to nothing."""
_UNSIGNED = "A" * 86 + "=="


class TakesCheckpoints(Protocol):
    """Central as a witness."""

    def checkpoint(self, message: m.Checkpoint) -> m.Witnessed | Problem | Offline:
        """Show a head."""
        ...


class Checkpoints:
    """Makes, sends and keeps the device's checkpoints; one thread at a time."""

    def __init__(
        self,
        store: Transactions,
        central: TakesCheckpoints,
        time: ClockTrust,
        device: Device,
        key: Callable[[], Ed25519PrivateKey],
        on_break: Callable[[str], None],
    ) -> None:
        """Wire it.

        Args:
            store: the audit chain.
            central: the witness.
            time: what a checkpoint is dated with.
            device: who signs, and whose countersignature is believed.
            key: the device's present key.
            on_break: central says that this is not the chain it knows.
        """
        self._store = store
        self._central = central
        self._time = time
        self._device = device
        self._key = key
        self._on_break = on_break
        self._given_up = -1  # size of a checkpoint that central refused

    def send_due(self) -> float:
        """Send the newest one until it is signed, a new one every hour; seconds until the next."""
        newest = self._store.read(witnesses.newest_checkpoint)
        due_s = 0.0
        if newest is not None and (newest.witness or newest.message.size == self._given_up):
            age_s = (self._time.now() - newest.message.at).total_seconds()
            due_s = EVERY_S - age_s if 0 <= age_s < EVERY_S else 0.0
        if due_s > 0:
            return due_s
        message = self.make()
        match self._central.checkpoint(message):
            case m.Witnessed() as witnessed:
                self.take(witnessed)
                return EVERY_S
            case Problem():
                self._given_up = message.size
                return AGAIN_S
            case Offline():
                return AGAIN_S

    def make(self) -> m.Checkpoint:
        """The checkpoint of the chain as it is now; one that waits for its witness goes first."""
        newest = self._store.read(witnesses.newest_checkpoint)
        if newest is not None and not newest.witness and newest.message.size != self._given_up:
            return newest.message
        size, head = self._store.read(witnesses.audit_head)
        if newest is not None and newest.message.size == size:
            return newest.message
        known = self._store.read(lambda c: witnesses.newest_checkpoint(c, witnessed=True))
        witnessed_size = known.message.size if known else 0
        bare = m.Checkpoint(
            size=size,
            head=head,
            at=self._time.now(),
            witnessed_size=witnessed_size,
            # What the chain says there now, not what was signed then: that is the proof.
            witnessed_head=self._store.read(lambda c: witnesses.hash_at(c, witnessed_size))
            or "0" * 64,
            signature=_UNSIGNED,
        )
        key = self._key()
        text = m.checkpoint_text(self._device.device_id, bare)
        signature = base64.b64encode(key.sign(text)).decode()
        message = bare.model_copy(update={"signature": signature})
        self._store.write(lambda c: witnesses.keep_checkpoint(c, message, public_text(key)))
        return message

    def take(self, witnessed: m.Witnessed) -> None:
        """Keep central's signature; its word that the chain is another one is passed on."""
        if not witnessed.continues:
            self._given_up = witnessed.size
            self._on_break(f"central does not know this chain at row {witnessed.size}")
            return
        if is_witnessed(self._device, witnessed):
            self._store.write(lambda c: witnesses.keep_witness(c, witnessed))


def is_witnessed(device: Device, witnessed: m.Witnessed) -> bool:
    """True if the signature is central's, by the key that enrolment pinned."""
    text = m.witness_text(device.device_id, witnessed.size, witnessed.head, witnessed.received_at)
    return is_signed(device.central_key, witnessed.signature, text)


def is_signed(public_key: str, signature: str, text: bytes) -> bool:
    """True if this key (base64) signed this text."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(base64.b64decode(signature, validate=True), text)
    except (InvalidSignature, binascii.Error, ValueError):
        return False
    return True
