"""The demonstration: starts a central of its own, enrols a kiosk, and checks paper against money.

It starts processes and reads what they made; no rule of the product knows of it.
"""
