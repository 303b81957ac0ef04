"""Payments of banks that could not be credited: looked at, and decided by those who may."""
