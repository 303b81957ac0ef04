"""The people behind the counter and inside the box."""
