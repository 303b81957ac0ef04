"""Certificates printed again at the desk: found, allowed with a reason, printed, told."""
