"""How long the outbox remembers: words and addresses go after some time, keys and times stay."""

from datetime import timedelta

from sqlalchemy import select, update

from central.mail.tables import MailState, OutboxMail
from central.services import Services

ROUND_MAX = 500


def forget_old(services: Services) -> int:
    """Empty the mails that are older than the settings say and wait for no try; how many."""
    before = services.now() - timedelta(days=services.settings.mail.keep_days)
    old = (
        select(OutboxMail.id)
        .where(
            OutboxMail.chamber_code == services.chamber,
            OutboxMail.body != "",
            OutboxMail.created_at < before,
            OutboxMail.state != MailState.WAITING,
        )
        .limit(ROUND_MAX)
    )
    emptied = (
        update(OutboxMail)
        .where(OutboxMail.id.in_(old))
        .values(recipient="", subject="", body="", attachments="[]")
        .returning(OutboxMail.id)
        .execution_options(synchronize_session=False)
    )
    return services.database.run(lambda db: len(db.scalars(emptied).all()))
