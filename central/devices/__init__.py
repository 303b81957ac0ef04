"""Devices: enrolment, signed requests, heartbeat, revocation."""
