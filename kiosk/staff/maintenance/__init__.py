"""Maintenance: the machine from inside, for whoever mends it. Nothing in it moves money.

A pure machine like the visit: ``advance`` and ``view`` decide, ``Runner`` asks the live parts and
acts on them, and every act goes into the audit chain with who and why.
"""
