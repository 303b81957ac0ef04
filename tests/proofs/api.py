"""The whole API under schemathesis: whatever fits its OpenAPI description, and whatever does not.

Every operation, signed and not, with data that fits and data that does not; some fields are filled
with what is true (a session, an order, a price), else no request would get past the first check.
Judged: no 5xx, and status, content type and body as the description promises.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from sqlalchemy.orm import Session

from central.db.ids import new_id
from central.devices.state import set_state
from central.devices.tables import DeviceState
from central.ledger.accounts import open_account
from central.ledger.tables import AccountKind
from central.ledger.top_up import top_up
from central.sample import ANA
from tests.proofs.outcome import Outcome
from tests.support.central import (
    CAFE,
    CAFE_PRICE,
    CAFE_TYPE,
    Terminal,
    enrolled,
    fresh_database,
    make_central,
)
from tests.support.staff import hired

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
_EXAMPLES = 6
_PASSING_S = 3
_TRUTH_GOOD_FOR = 50
_SEQ_END = 2**63


class Caller:
    """An enrolled device that fills in what is true and signs, if it is told to."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = replace(terminal, _seq=self._unused())
        self._used: set[int] = set()
        self._marta, self._sofia = (
            hired(terminal.central, login, self._terminal) for login in ("marta", "sofia")
        )
        self._asked = 0
        self.truth: dict[str, Any] = {}

    def ask(self, case: schemathesis.Case[Any], fields: set[str], signed: bool) -> int:
        """Send one case and judge the answer; gives its status."""
        if self._asked % _TRUTH_GOOD_FOR == 0:
            self._learn()
        self._asked += 1
        self._terminal.central.clock.advance(_PASSING_S)
        # Who stands at the drawer, for money; who may do everything else, for everything else.
        who = self._sofia if "/shifts/" in case.path else self._marta
        self.truth["staff_session"] = who.session
        request = case.as_transport_kwargs(base_url="http://central.invalid")
        body = self._body(request, fields)
        path = request["url"].removeprefix("http://central.invalid")
        headers = {"content-type": "application/json"}
        if signed:
            seq = _seq(body)
            if seq is not None:
                self._used.add(seq)
            headers |= self._terminal.signed(case.method, unquote(path), body, seq)
        answer = self._terminal.http.request(case.method, path, content=body, headers=headers)
        answer.elapsed = timedelta(0)  # nobody measured it
        case.validate_response(answer, checks=CHECKS)
        if answer.status_code == 403:
            self._thaw()
        return answer.status_code

    def fields(self) -> st.SearchStrategy[set[str]]:
        """Which fields are filled in: often all of them."""
        self._learn()
        names = sorted(self.truth)
        return st.just(set(names)) | st.sets(st.sampled_from(names))

    def _unused(self) -> Iterator[int]:
        """The device's numbers, but none that an invented message has used up."""
        return (number for number in count(1) if number not in self._used)

    def _learn(self) -> None:
        """Fresh sessions, an order, a held and a charged copy, a kiosk that may be stopped."""
        terminal = self._terminal
        self._pay_in()
        session = terminal.sign_in()
        order = terminal.order(session, quantity=3)
        charged = terminal.authorise(order, 1)
        terminal.capture(charged.op_id)
        held = terminal.authorise(order, 2)
        self._marta.sign_in()
        self._sofia.sign_in()
        other = enrolled(terminal.central, point_of_sale="K02")
        self.truth = {
            "session": session,
            "order_id": order.order_id,
            "purchase_token": order.purchase_token,
            "registration_number": CAFE,
            "certificate_type": CAFE_TYPE,
            "price": CAFE_PRICE,
            "copy_index": 3,
            "op_id": held.op_id,
            "of_op_id": charged.op_id,
            "account_id_type": ANA.id_type.value,
            "account_id_number": ANA.id_number,
            "prepaid_key": ANA.prepaid_key,
            "id_type": ANA.id_type.value,
            "id_number": ANA.id_number,
            "secure_key": ANA.secure_key,
            "code": charged.verification_code,
            "device_seq": None,
            "staff_session": self._marta.session,
            "login": "carlos",
            "device_id": other.identity.device_id,
        }

    def _body(self, request: dict[str, Any], fields: set[str]) -> bytes:
        if "json" not in request:
            data = request.get("data", b"")
            return data if isinstance(data, bytes) else str(data).encode()
        value = request["json"]
        if isinstance(value, dict):
            known = {name: self.truth[name] for name in fields if name in value}
            if "device_seq" in known:
                known["device_seq"] = self._terminal.next_seq()
            if "lines" in value and "price" in fields:
                line = {"registration_number": CAFE, "certificate_type": CAFE_TYPE}
                known["lines"] = [line | {"quantity": 1, "price": CAFE_PRICE}]
            value = value | known
        return json.dumps(value).encode()

    def _pay_in(self) -> None:
        """So that there is always something to hold."""
        services = self._terminal.central.services
        holder = f"{ANA.id_type}:{ANA.id_number}"

        def work(db: Session) -> None:
            account = open_account(db, services.chamber, AccountKind.PREPAID, holder)
            top_up(db, services.chamber, account.id, 3 * CAFE_PRICE, "05", new_id(), services.now())

        services.database.run(work)

    def _thaw(self) -> None:
        """A number with two meanings froze the device, as it should; people let it go on."""
        services, device_id = self._terminal.central.services, self._terminal.identity.device_id
        services.database.run(
            lambda db: set_state(db, device_id, DeviceState.ACTIVE, "proof", services.now())
        )


def try_api(
    backend: str,
    folder: Path,
    examples: int,
    chance: int | None = None,
) -> Outcome:
    """So many examples of each operation, once with data that fits and once with other data."""
    outcome = Outcome(f"schemathesis over the API on {backend}")
    central = make_central(folder, fresh_database(folder, backend))
    caller = Caller(enrolled(central))
    description = schemathesis.openapi.from_dict(central.app.openapi())
    for found in description.get_all_operations():
        operation = found.ok()
        outcome.add({"operations": 1})
        fields = caller.fields()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            cases = operation.as_strategy(generation_mode=mode)

            @settings(
                max_examples=examples,
                deadline=None,
                database=None,
                derandomize=chance is None,
                phases=[Phase.explicit, Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(case=cases, true=fields, signed=st.integers(0, 4).map(bool))
            def ask(case: schemathesis.Case[Any], true: set[str], signed: bool) -> None:
                status = caller.ask(case, true, signed)
                outcome.add({f"{status // 100}xx": 1})

            try:
                (ask if chance is None else seed(chance)(ask))()
            except Unsatisfiable:
                continue  # an operation without parameters has no data that do not fit
            except (Exception, FailureGroup) as error:  # noqa: BLE001 - every operation is tried
                outcome.broken.append(f"{operation.label}: {_told(error)}")
    central.close()
    return outcome


def central_api(backend: str, seconds: float, chance: int, folder: Path) -> Outcome:
    """Round after round of fresh examples until the time is over."""
    end, number = time.monotonic() + seconds, chance * 1_000
    whole = Outcome(f"schemathesis over the API on {backend}", {"seed": chance, "rounds": 0})
    while time.monotonic() < end and not whole.broken:
        part = try_api(backend, folder, _EXAMPLES, number)
        whole.broken += part.broken
        operations = part.tried.pop("operations")
        whole.tried["operations"] = max(whole.tried.get("operations", 0), operations)
        whole.add({"rounds": 1, **{name: int(count) for name, count in part.tried.items()}})
        number += 1
    return whole


def _seq(body: bytes) -> int | None:
    """The number that must be signed, if the body has one that can be."""
    try:
        value = json.loads(body)
    except ValueError:
        return None
    seq = value.get("device_seq") if isinstance(value, dict) else None
    return seq if type(seq) is int and 0 < seq < _SEQ_END else None


def _told(error: BaseException) -> str:
    inner = getattr(error, "exceptions", (error,))
    return " | ".join(f"{type(each).__name__}: {each}"[:600] for each in inner)
