"""Barcode readers on a serial line."""
