"""Certificates printed again at a desk: found, allowed to somebody with a reason, and counted."""
