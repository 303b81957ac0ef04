"""Devices: printers and their transports."""
