"""Why a mail did not go out.

Reasons are stable words (and a reply code), never a server's text: that may repeat the address.
"""


class MailFailed(Exception):
    """Base; ``reason`` is what outbox and log say."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MailDelayed(MailFailed):
    """Another try may help: the server is away, busy, or not set up yet."""


class ServerAway(MailDelayed):
    """The server cannot be reached at all: no other mail goes out either."""


class MailRefused(MailFailed):
    """No try will ever help with this mail."""
