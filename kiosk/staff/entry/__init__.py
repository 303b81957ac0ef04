"""Signing in of the staff: name, key and code at central, or a challenge without a network.

A pure machine like the visit, made to be held inside another one: its owner passes on events,
starts its effects with a ``Doorkeeper`` and goes on once ``Entry.member`` is there.
"""
