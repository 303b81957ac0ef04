"""The first schema: every table, and triggers that keep postings and audit append-only."""

import sqlalchemy as sa
from alembic import op

from central.db.types import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = ("ledger_postings", "audit")


def _refuse_changes(table: str) -> None:
    """Rows are added and read, never changed or deleted, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def _make_refusal() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
        )


def _drop_refusal() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit") as batch_op:
        batch_op.create_index(op.f("ix_audit_chamber_code_at"), ["chamber_code", "at"])
        batch_op.create_index(op.f("ix_audit_chamber_code_subject"), ["chamber_code", "subject"])

    op.create_table(
        "counters",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counters")),
        sa.UniqueConstraint("chamber_code", "name", name=op.f("uq_counters_chamber_code_name")),
    )
    op.create_table(
        "devices",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("serial", sa.String(length=20), nullable=False),
        sa.Column("public_key", sa.String(length=44), nullable=False),
        sa.Column("point_of_sale", sa.String(length=10), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "active",
                "frozen",
                "revoked",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.Column("enrolled_at", UtcDateTime(), nullable=False),
        sa.Column("stopped_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint(
            "chamber_code", "public_key", name=op.f("uq_devices_chamber_code_public_key")
        ),
    )
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    with op.batch_alter_table("incidents") as batch_op:
        batch_op.create_index(
            op.f("ix_incidents_chamber_code_kind_at"), ["chamber_code", "kind", "at"]
        )

    op.create_table(
        "ledger_accounts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "prepaid",
                "cash_in",
                "revenue",
                "correction",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("posted", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.Column("overdrawn", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "held = 0 OR kind = 'prepaid'", name=op.f("ck_ledger_accounts_only_prepaid_is_held")
        ),
        sa.CheckConstraint(
            "kind <> 'prepaid' OR overdrawn OR posted - held >= 0",
            name=op.f("ck_ledger_accounts_available_not_negative"),
        ),
        sa.CheckConstraint("held >= 0", name=op.f("ck_ledger_accounts_held_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_accounts")),
        sa.UniqueConstraint(
            "chamber_code",
            "kind",
            "holder",
            name=op.f("uq_ledger_accounts_chamber_code_kind_holder"),
        ),
    )
    op.create_table(
        "persons",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column(
            "id_type",
            sa.Enum(
                "CC",
                "NIT",
                "CE",
                "TI",
                "PA",
                name="id_type",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("id_number", sa.String(length=20), nullable=False),
        sa.Column("check_digit", sa.String(length=1), nullable=False),
        sa.Column("first_name", sa.String(length=60), nullable=False),
        sa.Column("second_name", sa.String(length=60), nullable=False),
        sa.Column("first_surname", sa.String(length=60), nullable=False),
        sa.Column("second_surname", sa.String(length=60), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("mobile", sa.String(length=20), nullable=False),
        sa.Column("secure_key_hash", sa.String(length=200), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint(
            "chamber_code",
            "id_type",
            "id_number",
            name=op.f("uq_persons_chamber_code_id_type_id_number"),
        ),
    )
    op.create_table(
        "registrations",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("organisation", sa.String(length=2), nullable=False),
        sa.Column("category", sa.String(length=1), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("nit", sa.String(length=12), nullable=False),
        sa.Column("nit_check_digit", sa.String(length=1), nullable=False),
        sa.Column("municipality", sa.String(length=60), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("last_renewed_year", sa.Integer(), nullable=True),
        sa.Column("bidder_state", sa.String(length=2), nullable=False),
        sa.Column("procedures_pending", sa.Boolean(), nullable=False),
        sa.Column("attachments_pending", sa.Boolean(), nullable=False),
        sa.Column("appeals_pending", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registrations")),
        sa.UniqueConstraint(
            "chamber_code", "number", name=op.f("uq_registrations_chamber_code_number")
        ),
    )
    with op.batch_alter_table("registrations") as batch_op:
        batch_op.create_index(
            op.f("ix_registrations_chamber_code_name_key"), ["chamber_code", "name_key"]
        )
        batch_op.create_index(op.f("ix_registrations_chamber_code_nit"), ["chamber_code", "nit"])

    op.create_table(
        "service_prices",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("service_code", sa.String(length=8), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("price >= 0", name=op.f("ck_service_prices_price_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_prices")),
        sa.UniqueConstraint(
            "chamber_code",
            "service_code",
            "valid_from",
            name=op.f("uq_service_prices_chamber_code_service_code_valid_from"),
        ),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_failures")),
    )
    with op.batch_alter_table("sign_in_failures") as batch_op:
        batch_op.create_index(
            op.f("ix_sign_in_failures_chamber_code_device_id_at"),
            ["chamber_code", "device_id", "at"],
        )

    op.create_table(
        "staff",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "cashier",
                "technician",
                "operator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("key_hash", sa.String(length=200), nullable=False),
        sa.Column("totp_step", sa.BigInteger(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("chamber_code", "login", name=op.f("uq_staff_chamber_code_login")),
    )
    op.create_table(
        "throttles",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("scope", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("wait_until", UtcDateTime(), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_throttles")),
        sa.UniqueConstraint(
            "chamber_code", "scope", "subject", name=op.f("uq_throttles_chamber_code_scope_subject")
        ),
    )
    with op.batch_alter_table("throttles") as batch_op:
        batch_op.create_index(op.f("ix_throttles_changed_at"), ["changed_at"])

    op.create_table(
        "verification_checks",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("first_at", UtcDateTime(), nullable=False),
        sa.Column("last_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("times > 0", name=op.f("ck_verification_checks_times_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification_checks")),
        sa.UniqueConstraint(
            "chamber_code", "code", name=op.f("uq_verification_checks_chamber_code_code")
        ),
    )
    op.create_table(
        "device_health",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("boot_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.Column("printer", sa.String(length=400), nullable=False),
        sa.Column("paper_mm", sa.BigInteger(), nullable=True),
        sa.Column("queue_length", sa.BigInteger(), nullable=False),
        sa.Column("queue_age_s", sa.BigInteger(), nullable=False),
        sa.Column("disk_free_mb", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_device_health_device_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device_health")),
        sa.UniqueConstraint(
            "chamber_code", "device_id", name=op.f("uq_device_health_chamber_code_device_id")
        ),
    )
    op.create_table(
        "device_messages",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("device_seq", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_device_messages_device_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device_messages")),
        sa.UniqueConstraint(
            "chamber_code",
            "device_id",
            "device_seq",
            name=op.f("uq_device_messages_chamber_code_device_id_device_seq"),
        ),
    )
    with op.batch_alter_table("device_messages") as batch_op:
        batch_op.create_index(op.f("ix_device_messages_op_id"), ["op_id"])

    op.create_table(
        "enrol_codes",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("serial", sa.String(length=20), nullable=True),
        sa.Column("point_of_sale", sa.String(length=10), nullable=False),
        sa.Column("tries_left", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("device_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_enrol_codes_device_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrol_codes")),
        sa.UniqueConstraint(
            "chamber_code", "code_hash", name=op.f("uq_enrol_codes_chamber_code_code_hash")
        ),
    )
    op.create_table(
        "holders",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column(
            "id_type",
            sa.Enum(
                "CC",
                "NIT",
                "CE",
                "TI",
                "PA",
                name="id_type",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("id_number", sa.String(length=20), nullable=False),
        sa.Column("check_digit", sa.String(length=1), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("account_id", sa.String(length=36), nullable=False),
        sa.Column("prepaid_key_hash", sa.String(length=200), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["ledger_accounts.id"], name=op.f("fk_holders_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holders")),
        sa.UniqueConstraint(
            "chamber_code", "account_id", name=op.f("uq_holders_chamber_code_account_id")
        ),
        sa.UniqueConstraint(
            "chamber_code",
            "id_type",
            "id_number",
            name=op.f("uq_holders_chamber_code_id_type_id_number"),
        ),
    )
    op.create_table(
        "ledger_holds",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("account_id", sa.String(length=36), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "live",
                "released",
                "captured",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_ledger_holds_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["ledger_accounts.id"], name=op.f("fk_ledger_holds_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_holds")),
        sa.UniqueConstraint(
            "chamber_code", "op_id", name=op.f("uq_ledger_holds_chamber_code_op_id")
        ),
    )
    op.create_table(
        "ledger_postings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("debit_account", sa.String(length=36), nullable=False),
        sa.Column("credit_account", sa.String(length=36), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "top_up",
                "purchase",
                "refund",
                "correction",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_ledger_postings_amount_positive")),
        sa.CheckConstraint(
            "debit_account <> credit_account", name=op.f("ck_ledger_postings_two_accounts")
        ),
        sa.ForeignKeyConstraint(
            ["credit_account"],
            ["ledger_accounts.id"],
            name=op.f("fk_ledger_postings_credit_account"),
        ),
        sa.ForeignKeyConstraint(
            ["debit_account"], ["ledger_accounts.id"], name=op.f("fk_ledger_postings_debit_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_postings")),
        sa.UniqueConstraint(
            "chamber_code", "op_id", "kind", name=op.f("uq_ledger_postings_chamber_code_op_id_kind")
        ),
    )
    with op.batch_alter_table("ledger_postings") as batch_op:
        batch_op.create_index(
            op.f("ix_ledger_postings_credit_account_at"), ["credit_account", "at"]
        )
        batch_op.create_index(op.f("ix_ledger_postings_debit_account_at"), ["debit_account", "at"])

    op.create_table(
        "nonces",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_nonces_device_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nonces")),
        sa.UniqueConstraint(
            "chamber_code",
            "device_id",
            "nonce",
            name=op.f("uq_nonces_chamber_code_device_id_nonce"),
        ),
    )
    with op.batch_alter_table("nonces") as batch_op:
        batch_op.create_index(op.f("ix_nonces_seen_at"), ["seen_at"])

    op.create_table(
        "registration_people",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("registration_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("id_type", sa.String(length=4), nullable=False),
        sa.Column("id_number", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_registration_people_registration_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration_people")),
        sa.UniqueConstraint(
            "chamber_code",
            "registration_id",
            "role",
            "id_type",
            "id_number",
            name=op.f("uq_registration_people_chamber_code_registration_id_role_id_type_id_number"),
        ),
    )
    with op.batch_alter_table("registration_people") as batch_op:
        batch_op.create_index(
            op.f("ix_registration_people_chamber_code_id_type_id_number"),
            ["chamber_code", "id_type", "id_number"],
        )

    op.create_table(
        "registration_sections",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("registration_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("certificates", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_registration_sections_registration_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration_sections")),
        sa.UniqueConstraint(
            "chamber_code",
            "registration_id",
            "position",
            name=op.f("uq_registration_sections_chamber_code_registration_id_position"),
        ),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_sessions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint(
            "chamber_code", "token_hash", name=op.f("uq_sessions_chamber_code_token_hash")
        ),
    )
    op.create_table(
        "orders",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("order_number", sa.String(length=20), nullable=False),
        sa.Column("recovery_code", sa.String(length=6), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("holder_id", sa.String(length=36), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_orders_device_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["holders.id"], name=op.f("fk_orders_holder_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_orders_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint(
            "chamber_code", "order_number", name=op.f("uq_orders_chamber_code_order_number")
        ),
        sa.UniqueConstraint(
            "chamber_code", "recovery_code", name=op.f("uq_orders_chamber_code_recovery_code")
        ),
    )
    with op.batch_alter_table("orders") as batch_op:
        batch_op.create_index(op.f("ix_orders_person_id"), ["person_id"])

    op.create_table(
        "order_lines",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("registration_number", sa.String(length=20), nullable=False),
        sa.Column("registration_name", sa.String(length=200), nullable=False),
        sa.Column("certificate_type", sa.String(length=20), nullable=False),
        sa.Column("certificate_name", sa.String(length=200), nullable=False),
        sa.Column("service_code", sa.String(length=8), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_lines_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_lines")),
        sa.UniqueConstraint(
            "chamber_code",
            "order_id",
            "registration_number",
            "certificate_type",
            name=op.f("uq_order_lines_chamber_code_order_id_registration_number_certificate_type"),
        ),
    )
    op.create_table(
        "purchase_tokens",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_purchase_tokens_device_id")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_purchase_tokens_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase_tokens")),
        sa.UniqueConstraint(
            "chamber_code", "token_hash", name=op.f("uq_purchase_tokens_chamber_code_token_hash")
        ),
    )
    op.create_table(
        "receipts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("point_of_sale", sa.String(length=10), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("balance_after", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=88), nullable=False),
        sa.Column("issued_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_receipts_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts")),
        sa.UniqueConstraint(
            "chamber_code", "order_id", name=op.f("uq_receipts_chamber_code_order_id")
        ),
        sa.UniqueConstraint(
            "chamber_code",
            "point_of_sale",
            "number",
            name=op.f("uq_receipts_chamber_code_point_of_sale_number"),
        ),
    )
    op.create_table(
        "operations",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "sale", "reprint", name="kind", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("of_op_id", sa.String(length=36), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "HELD",
                "DECLINED",
                "CAPTURED",
                "EXPIRED",
                "VOIDED_BY_DEVICE",
                "VOIDED_BY_STAFF",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=True),
        sa.Column("line_id", sa.String(length=36), nullable=True),
        sa.Column("copy_index", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=True),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("verification_code", sa.String(length=16), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("signature", sa.String(length=88), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("hold_expires_at", UtcDateTime(), nullable=True),
        sa.Column("captured_at", UtcDateTime(), nullable=True),
        sa.Column("printed_at", UtcDateTime(), nullable=True),
        sa.Column("evidence", sa.String(length=200), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("voided_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind = 'sale' OR price = 0", name=op.f("ck_operations_reprint_is_free")
        ),
        sa.CheckConstraint("price >= 0", name=op.f("ck_operations_price_not_negative")),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_operations_device_id")
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["order_lines.id"], name=op.f("fk_operations_line_id")
        ),
        sa.ForeignKeyConstraint(
            ["of_op_id"], ["operations.id"], name=op.f("fk_operations_of_op_id")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_operations_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operations")),
        sa.UniqueConstraint(
            "chamber_code",
            "verification_code",
            name=op.f("uq_operations_chamber_code_verification_code"),
        ),
    )
    with op.batch_alter_table("operations") as batch_op:
        batch_op.create_index(
            op.f("ix_operations_chamber_code_device_id_state"),
            ["chamber_code", "device_id", "state"],
        )
        batch_op.create_index(
            op.f("ix_operations_chamber_code_order_id"), ["chamber_code", "order_id"]
        )
        batch_op.create_index(
            op.f("ix_operations_state_hold_expires_at"), ["state", "hold_expires_at"]
        )

    op.create_table(
        "quarantined_captures",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("device_id", sa.String(length=36), nullable=False),
        sa.Column("printed_at", UtcDateTime(), nullable=False),
        sa.Column("evidence", sa.String(length=200), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["device_id"], ["devices.id"], name=op.f("fk_quarantined_captures_device_id")
        ),
        sa.ForeignKeyConstraint(
            ["op_id"], ["operations.id"], name=op.f("fk_quarantined_captures_op_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantined_captures")),
        sa.UniqueConstraint(
            "chamber_code", "op_id", name=op.f("uq_quarantined_captures_chamber_code_op_id")
        ),
    )
    op.create_table(
        "resolutions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chamber_code", sa.String(length=2), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column(
            "decision",
            sa.Enum(
                "printed",
                "void",
                name="decision",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("decided_by", sa.String(length=64), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["op_id"], ["operations.id"], name=op.f("fk_resolutions_op_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolutions")),
        sa.UniqueConstraint(
            "chamber_code", "op_id", name=op.f("uq_resolutions_chamber_code_op_id")
        ),
    )
    _make_refusal()
    for table in _APPEND_ONLY:
        _refuse_changes(table)


def downgrade() -> None:
    op.drop_table("resolutions")
    op.drop_table("quarantined_captures")
    with op.batch_alter_table("operations") as batch_op:
        batch_op.drop_index(op.f("ix_operations_state_hold_expires_at"))
        batch_op.drop_index(op.f("ix_operations_chamber_code_order_id"))
        batch_op.drop_index(op.f("ix_operations_chamber_code_device_id_state"))

    op.drop_table("operations")
    op.drop_table("receipts")
    op.drop_table("purchase_tokens")
    op.drop_table("order_lines")
    with op.batch_alter_table("orders") as batch_op:
        batch_op.drop_index(op.f("ix_orders_person_id"))

    op.drop_table("orders")
    op.drop_table("sessions")
    op.drop_table("registration_sections")
    with op.batch_alter_table("registration_people") as batch_op:
        batch_op.drop_index(op.f("ix_registration_people_chamber_code_id_type_id_number"))

    op.drop_table("registration_people")
    with op.batch_alter_table("nonces") as batch_op:
        batch_op.drop_index(op.f("ix_nonces_seen_at"))

    op.drop_table("nonces")
    with op.batch_alter_table("ledger_postings") as batch_op:
        batch_op.drop_index(op.f("ix_ledger_postings_debit_account_at"))
        batch_op.drop_index(op.f("ix_ledger_postings_credit_account_at"))

    op.drop_table("ledger_postings")
    op.drop_table("ledger_holds")
    op.drop_table("holders")
    op.drop_table("enrol_codes")
    with op.batch_alter_table("device_messages") as batch_op:
        batch_op.drop_index(op.f("ix_device_messages_op_id"))

    op.drop_table("device_messages")
    op.drop_table("device_health")
    op.drop_table("verification_checks")
    with op.batch_alter_table("throttles") as batch_op:
        batch_op.drop_index(op.f("ix_throttles_changed_at"))

    op.drop_table("throttles")
    op.drop_table("staff")
    with op.batch_alter_table("sign_in_failures") as batch_op:
        batch_op.drop_index(op.f("ix_sign_in_failures_chamber_code_device_id_at"))

    op.drop_table("sign_in_failures")
    op.drop_table("service_prices")
    with op.batch_alter_table("registrations") as batch_op:
        batch_op.drop_index(op.f("ix_registrations_chamber_code_nit"))
        batch_op.drop_index(op.f("ix_registrations_chamber_code_name_key"))

    op.drop_table("registrations")
    op.drop_table("persons")
    op.drop_table("ledger_accounts")
    with op.batch_alter_table("incidents") as batch_op:
        batch_op.drop_index(op.f("ix_incidents_chamber_code_kind_at"))

    op.drop_table("incidents")
    op.drop_table("devices")
    op.drop_table("counters")
    with op.batch_alter_table("audit") as batch_op:
        batch_op.drop_index(op.f("ix_audit_chamber_code_subject"))
        batch_op.drop_index(op.f("ix_audit_chamber_code_at"))

    op.drop_table("audit")
    _drop_refusal()
