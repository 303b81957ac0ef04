"""The cash desk: shifts, top-ups, reversals, the blind close and what waits for a person.

A pure machine like the visit. Money moves only with central's answer: what it did not answer is
neither done nor undone, it is *unclear*, remembered on disk before it is sent, and asked about.
"""
