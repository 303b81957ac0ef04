"""Deterministic simulation: the real kiosk core and the real central in one process, under one
seeded scheduler that owns time, chance, network, paper, crashes and people.

``python -m tests.simulation --runs 2000`` tries so many schedules; docs/PURCHASE.md tells what
must hold.
"""
