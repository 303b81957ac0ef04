"""Central's settings: one TOML file and the environment, every key with its meaning.

The file is named by ``DISPENSADOR_CENTRAL_CONFIG`` or ``--config``; an environment variable
``DISPENSADOR_CENTRAL_<KEY>`` (nested keys with ``__``, as in
``DISPENSADOR_CENTRAL_CHAMBER__CODE``) wins over it.
"""

import os
import tomllib
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from platformdirs import user_data_path
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    IPvAnyNetwork,
    SecretStr,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from kiosk.documents.gs1 import gln_is_right

ENVIRONMENT_PREFIX = "DISPENSADOR_CENTRAL_"
CONFIG_VARIABLE = f"{ENVIRONMENT_PREFIX}CONFIG"


NoLimit = BeforeValidator(lambda value: None if value == "" else value)
"""Neither TOML nor the environment can say None: an empty text is no limit."""
Picture = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{0,40}$")]
"""Name of a PNG file in ``resources/logos``; empty for none."""
Language = Literal["es", "en"]
_OWN_NETWORKS = tuple(
    ip_network(text)
    for text in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::1/128",
        "fc00::/7",
    )
)
"""This machine and private addresses (RFC 1918, RFC 4193)."""
MailAddress = Annotated[str, StringConstraints(max_length=254, pattern=r"^[^@\s<>,]+@[^@\s<>,]+$")]
Address = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^/?#\s]+[^?#\s]*$"),
    AfterValidator(lambda address: address.rstrip("/")),
]


class Chamber(BaseModel):
    """The chamber of commerce this central serves, as paper and screens name it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, StringConstraints(pattern=r"^\d{2}$")] = "99"
    """Two digits, leading zero kept."""
    name: str = "Cámara de Comercio de Ejemplo"
    short_name: str = "CC Ejemplo"
    nit: str = "990000000-2"
    """With check digit, as printed."""
    address: str = "Calle 1 # 2-03"
    municipality: str = "CIUDAD EJEMPLO (EJE)"
    phone: str = "300 000 0000"
    email: str = "servicio@example.invalid"
    logo: Picture = "camara-de-comercio"
    secretary: str = "Secretaría Jurídica"
    """Who signs certificates, as the line under the mechanical signature."""
    signature: Picture = "firma-mecanica"
    """The mechanical signature."""


class KeyHashing(BaseModel):
    """Argon2id (RFC 9106 low-memory profile, one lane) and how many hashes may run at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    memory_kib: Annotated[int, Field(ge=8)] = 65_536
    passes: Annotated[int, Field(ge=1)] = 3
    lanes: Annotated[int, Field(ge=1)] = 1
    concurrent: Annotated[int, Field(ge=1, le=64)] = 4
    """Each hash takes ``memory_kib``; more requests than this wait for a free place."""
    wait_s: Annotated[float, Field(gt=0)] = 5.0
    """A request that found no place for so long is answered ``unavailable``."""


class Pades(BaseModel):
    """The chamber's certificate for PDF signatures; the demonstration makes one of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    certificate: Path | None = None
    """PEM of the certificate, its issuers' behind it."""
    key: Path | None = None
    """PEM of its private key (P-256 or RSA)."""
    key_password: SecretStr = SecretStr("")


class Mail(BaseModel):
    """The chamber's mail server; without a host no mail is written and none is sent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = ""
    port: Annotated[int, Field(ge=1, le=65_535)] = 587
    encryption: Literal["starttls", "tls", "none"] = "starttls"
    ca_file: Path | None = None
    """PEM of the authority that signed the server's certificate; None: those of the system."""
    user: str = ""
    password: SecretStr = SecretStr("")
    sender: str = ""
    """Address mails come from; empty: the chamber's."""
    timeout_s: Annotated[float, Field(gt=0, le=120)] = 20.0
    poll_s: Annotated[float, Field(gt=0)] = 5.0
    """Pause between two looks into the outbox."""
    tries_max: Annotated[int, Field(ge=1, le=100)] = 15
    """A mail that failed so often waits for people."""
    first_pause_s: Annotated[int, Field(ge=1)] = 30
    """Pause after the first failure; each further one doubles it."""
    pause_max_s: Annotated[int, Field(ge=1)] = 21_600
    alert_delay_s: Annotated[int, Field(ge=0, le=3_600)] = 60
    """Purchases of one order within this time make one alert."""
    keep_days: Annotated[int, Field(ge=1, le=3_650)] = 90
    """Text and recipient of a mail that was sent or given up are deleted after so many days."""

    @model_validator(mode="after")
    def _no_password_in_the_clear(self) -> Self:
        if self.user and self.encryption == "none":
            raise ValueError("mail.user needs mail.encryption")
        return self


class Operators(BaseModel):
    """Who is told by mail what is wrong with kiosks, money messages and mail."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    addresses: Annotated[tuple[MailAddress, ...], Field(max_length=20)] = ()
    """As JSON in the environment: ``["turno@example.invalid"]``; empty: nobody."""
    language: Language = "es"
    only_urgent: bool = False
    """Leave out what can wait until the morning; all of it stays in ``alerts``."""


class Collection(BaseModel):
    """The agreement by which banks collect settlements; without its GLN no slip is handed out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gln: str = ""
    """13 digits of the agreement, in the slip's symbol (GS1 element 415)."""
    reference_format: Literal["number", "chamber"] = "chamber"
    """The settlement's number in 8 digits, or the chamber's code and the number in 11."""
    amount_digits: Annotated[int, Field(ge=6, le=15)] = 8
    counts_all: bool = False
    """The controls of the banks' files count every record, not the payments alone."""
    banks: Annotated[tuple[str, ...], Field(max_length=30)] = ()
    """Banks and agents that collect, as the slip names them; as JSON in the environment."""
    exception_hours: Annotated[int, Field(ge=1, le=720)] = 24
    """A reported payment that could not be credited may wait so long before operators are told."""

    @field_validator("gln")
    @classmethod
    def _a_gln(cls, value: str) -> str:
        if value and not gln_is_right(value):
            raise ValueError("a GLN has 13 digits, and the last one checks the others")
        return value


class Staff(BaseModel):
    """Who works here: how long they stay signed in, from where, and what needs two of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seed_key_file: Path | None = None
    """Encrypts the seeds of second factors, made at the first start; None: in ``data_dir``."""
    idle_s: Annotated[int, Field(ge=60, le=3_600)] = 300
    """A session that was silent for so long is over."""
    session_s: Annotated[int, Field(ge=600, le=43_200)] = 43_200
    """A session ends after this, whatever happens."""
    refund_limit: Annotated[int, Field(ge=0)] = 50_000
    """Pesos that one person alone may give back; above, a second one has to approve."""
    reversal_limit: Annotated[int, Field(ge=0)] = 20_000
    """The same for a top-up that is taken back."""
    top_up_min: Annotated[int, Field(ge=1)] = 1_000
    """Pesos; less is not worth a receipt."""
    top_up_max: Annotated[int, Field(ge=1)] = 5_000_000
    approval_s: Annotated[int, Field(ge=60, le=3_600)] = 600
    """How long an approval may wait for what it allows."""
    handed_key_h: Annotated[int, Field(ge=1, le=720)] = 72
    """Hours in which a key that was handed over must be changed for one's own; later it is dead."""
    networks: tuple[IPvAnyNetwork, ...] = _OWN_NETWORKS
    """Computers that may use the staff's API without being paired; empty: none may."""


class Settings(BaseSettings):
    """Everything an operator can set."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX, env_nested_delimiter="__", frozen=True, extra="forbid"
    )

    data_dir: Path = Field(default_factory=lambda: user_data_path("dispensador-central"))
    """Where the default database and the signing key live."""
    database_url: str = ""
    """``postgresql://user@host/name``, ``sqlite:///file``; empty: a file in ``data_dir``."""
    signing_key_file: Path | None = None
    """PEM of the Ed25519 key that signs certificates, made at the first start."""
    public_address: Address = "http://127.0.0.1:8080"
    """How citizens reach this service; the verification link on certificates begins with it."""
    central_id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{1,64}$")] = "central-1"
    """Signed requests are addressed to this name; a signature for another central is refused."""
    chamber: Chamber = Chamber()
    hashing: KeyHashing = KeyHashing()
    pades: Pades = Pades()
    mail: Mail = Mail()
    operators: Operators = Operators()
    collection: Collection = Collection()
    staff: Staff = Staff()
    metrics_token: SecretStr = SecretStr("")
    """``/metrics`` asks for it (``Authorization: Bearer``); empty: whoever reaches it may read."""

    demo: bool = False
    """Everything issued is marked as a demonstration without legal validity."""
    require_prepaid_key: bool = True
    """Ask for the prepaid key when buying from one's own account (others' always need it)."""
    hold_s: Annotated[int, Field(ge=120, le=86_400)] = 900
    """How long held money waits for a capture without sign of life."""
    hold_total_s: Annotated[int, Field(ge=120)] = 86_400
    """Renewals end so long after ``authorise``; then people decide."""
    session_s: Annotated[int, Field(ge=60, le=3_600)] = 1_200
    """A customer's session ends after this, whatever happens."""
    site_failures_max: Annotated[int, Field(ge=10)] = 300
    """So many failed sign-ins within 10 minutes make the whole chamber wait 30 s at a time."""
    order_token_s: Annotated[int, Field(ge=60, le=3_600)] = 600
    """How long an opened order may be authorised."""
    cart_copies_max: Annotated[int, Field(ge=1, le=10)] = 10
    reprints_max: Annotated[int, Field(ge=0, le=100)] = 3
    """Free copies of one certificate, each marked as a copy."""
    same_purchase_min: Annotated[int, Field(ge=0, le=1_440)] = 15
    """An equal purchase younger than this is asked about."""
    verification_days: Annotated[Annotated[int, Field(ge=1)] | None, NoLimit] = 60
    """How long a verification code is accepted after its issue; empty: without limit."""
    verification_limit: Annotated[Annotated[int, Field(ge=1)] | None, NoLimit] = None
    """How often a code may be verified; empty: without limit."""
    settlement_days: Annotated[int, Field(ge=1, le=365)] = 30
    """How long a settlement may be paid after it was made."""
    enrol_code_s: Annotated[int, Field(ge=60, le=3_600)] = 600
    sweep_s: Annotated[float, Field(gt=0)] = 30.0
    """Pause between two runs of the sweeper (expired holds, old nonces)."""

    @model_validator(mode="after")
    def _a_renewal_never_shortens(self) -> Self:
        if self.hold_total_s < self.hold_s:
            raise ValueError("hold_total_s must not be less than hold_s")
        return self

    @property
    def database(self) -> str:
        """The database address in use."""
        return self.database_url or f"sqlite:///{self.data_dir / 'central.sqlite'}"

    @property
    def key_file(self) -> Path:
        """The signing key's file in use."""
        return self.signing_key_file or self.data_dir / "signing-key.pem"

    @property
    def seed_key_file(self) -> Path:
        """The file in use of the key that encrypts seeds."""
        return self.staff.seed_key_file or self.data_dir / "staff-seeds.key"


def load_settings(config: Path | None = None, **overrides: Any) -> Settings:
    """Read the TOML file (if any) below the environment, below ``overrides``.

    Raises:
        ValueError: an unknown key or a value out of range (pydantic's ``ValidationError`` is one).
        OSError: the file named is not readable.
    """
    named = os.environ.get(CONFIG_VARIABLE)
    path = config or (Path(named) if named else None)
    data = tomllib.loads(path.read_text("utf-8")) if path else {}
    values = {**_without_environment(data), **overrides}
    return Settings(**values)


def _without_environment(data: dict[str, Any], prefix: str = ENVIRONMENT_PREFIX) -> dict[str, Any]:
    """The file's values that the environment does not override."""
    kept: dict[str, Any] = {}
    for key, value in data.items():
        name = f"{prefix}{key.upper()}"
        if isinstance(value, dict):
            kept[key] = _without_environment(value, f"{name}__")
        elif name not in os.environ:
            kept[key] = value
    return kept
