"""Mail: an outbox in the database and the worker that empties it through the chamber's server."""
