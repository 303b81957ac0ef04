"""Settlements: money that somebody asked to pay in, until one place took it, or none did."""
