"""People: who they are, their keys, their sessions, and the patience with wrong keys."""
