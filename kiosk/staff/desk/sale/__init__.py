"""Certificates sold at the desk: chosen, paid, printed by the machine's own engine, told."""
