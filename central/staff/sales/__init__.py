"""Certificates sold by the staff: who may, what pays for them, and that nothing pays twice."""
