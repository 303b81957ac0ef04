"""The chamber's people: they decide what nobody could prove, change prices, stop and mend devices,
and do to disks what people do to disks."""

from contextlib import suppress
from typing import TYPE_CHECKING

from central.certificates.price_table import set_price
from central.clock import local_day
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.operations.resolve import StillPrinting, resolve
from central.operations.tables import Decision
from kiosk.contract.messages import OperationState
from kiosk.purchase.operation import State
from tests.simulation.facts import kiosk_operations
from tests.simulation.node import KioskNode
from tests.simulation.service import CHAMBER, MACHINES, PRICE, CentralCrash

if TYPE_CHECKING:
    from tests.simulation.world import World

_ROUND_S = 45.0
_LIKELY = (0.02, 0.2, 0.5)
"""That somebody looks at a copy that waits, in one round: who is slow, and who is quick."""
_SERVICE = "01010101"


class Staff:
    """``tampered`` are devices that people stopped, or whose disk was put back, copied or lost."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self.tampered: set[str] = set()
        self.left_open: set[str] = set()
        self._patient = world.chance.random() < 0.2
        self._likely = world.chance.choice(_LIKELY)

    def begin(self) -> None:
        """The first round comes after a while."""
        self._world.baton.at(self._world.faults.between(5.0, _ROUND_S), self._round)

    def has_stopped(self, node: KioskNode) -> bool:
        """Whether central listens to this device no more."""
        row = self._world.central.raw.execute(
            "SELECT state FROM devices WHERE id = ?", (node.machine.identity.device_id,)
        ).fetchone()
        return bool(row[0] != DeviceState.ACTIVE.value)

    def _round(self) -> None:
        world = self._world
        if not world.faults.on:
            return
        if world.constants.staff:
            self._decide(self._likely)
        for node in list(world.nodes):
            self._meddle(node)
        if world.faults.strikes("price: changed"):
            self._change_price()
        if "lie: central's clock jumps" in world.faults.chances and world.faults.strikes(
            "lie: central's clock jumps"
        ):
            world.central.jumped_s += world.faults.between(-2_000.0, 4_000.0)
            world.central_jumped = True
        world.baton.at(world.faults.between(5.0, _ROUND_S), self._round)

    # Decisions.

    def decide_all(self) -> None:
        """Phase two: everything that waits is decided, or (some seeds) left open on purpose."""
        self._decide(1.0)

    def _decide(self, likely: float) -> None:
        for node in self._world.nodes:
            for op in kiosk_operations(node.disk.raw).values():
                if op.state is not State.WAIT_PERSON or self._is_decided(op.op_id):
                    continue
                if self._world.chance.random() < likely:
                    if self._patient and likely == 1.0:
                        self.left_open.add(op.op_id)
                    else:
                        self._decide_one(node, op.op_id, op.code)

    def _is_decided(self, op_id: str) -> bool:
        """Its kiosk hears of it with its next heartbeat."""
        query = "SELECT 1 FROM resolutions WHERE op_id = ?"
        return self._world.central.raw.execute(query, (op_id,)).fetchone() is not None

    def _decide_one(self, node: KioskNode, op_id: str, code: str) -> None:
        """Somebody empties the printer, looks for the paper, and says what is true."""
        node.printer.empty_by_hand()
        whole = any(s.code == code and s.complete and not s.retracted for s in node.printer.strips)
        decision = Decision.PRINTED if whole else Decision.VOID
        world = self._world
        if "lie: wrong decision" in world.faults.chances and world.faults.strikes(
            "lie: wrong decision"
        ):
            decision = Decision.VOID if whole else Decision.PRINTED
            world.lied.add(op_id)
        try:
            made = resolve(world.central.services, op_id, decision, "carlos")
        except CentralCrash:
            world.central.down_until_s = world.baton.now + 5.0
            return
        except StillPrinting:
            world.note("S", f"{op_id[-6:]}: {decision.value} -> not now")
            return
        world.note(
            "S", f"{op_id[-6:]}: {decision.value} -> {made.value if made else 'nothing to decide'}"
        )
        world.outcome.states[f"staff: {decision.value}"] += 1

    # Prices, devices, disks.

    def _change_price(self) -> None:
        central = self._world.central
        today = local_day(central.now())
        pesos = self._world.chance.choice((PRICE, PRICE + 100, PRICE - 1_000))
        with suppress(CentralCrash):
            central.database.run(lambda db: set_price(db, CHAMBER, _SERVICE, today, pesos, today))
            self._world.note("S", f"the price is {pesos} now")

    def _meddle(self, node: KioskNode) -> None:
        world = self._world
        if world.chance.random() < 0.2:
            node.image = node.disk.image()
        if world.faults.strikes("clock: set while running"):
            node.clock.wall_ahead_s += world.chance.choice((-1, 1)) * world.faults.awhile_s(600.0)
        if node.up and world.faults.strikes("staff: program stopped"):
            node.stopping = True
            world.baton.at(world.faults.between(5.0, 60.0), lambda: self._restart(node, node.boots))
        if world.faults.strikes("staff: device revoked"):
            services = world.central.services
            device = node.machine.identity.device_id
            self.tampered.add(device)
            with suppress(CentralCrash):
                services.database.run(
                    lambda db: set_state(db, device, DeviceState.REVOKED, "staff", services.now())
                )
        may_clone = not node.is_clone and len(world.nodes) <= MACHINES
        if may_clone and world.faults.strikes("disk: cloned"):
            self.tampered.add(node.machine.identity.device_id)
            world.clone(node, node.disk.image())

    def _restart(self, node: KioskNode, boot: int) -> None:
        if node.boots == boot and not node.retired:
            node.stop()
            node.start(2.0)

    def tamper(self, node: KioskNode) -> None:
        """The machine is off."""
        world = self._world
        device = node.machine.identity.device_id
        if node.image is not None and world.faults.strikes("disk: old image restored"):
            self.tampered.add(device)
            node.forgetful = True
            node.disk.restore(node.image)
            node.note("an old image of the disk was put back")
        elif world.faults.strikes("disk: lost"):
            self.tampered.add(device)
            node.forgetful = node.retired = True
            node.note("the disk is lost")
            self._close_lost(node)

    def _close_lost(self, node: KioskNode) -> None:
        """People close what a lost disk leaves open at central, with the paper before them."""
        rows = self._world.central.raw.execute(
            "SELECT id, coalesce(verification_code, '') FROM operations"
            " WHERE device_id = ? AND state IN (?, ?)",
            (node.machine.identity.device_id, OperationState.HELD, OperationState.EXPIRED),
        ).fetchall()
        for op_id, code in rows:
            self._decide_one(node, op_id, code)
