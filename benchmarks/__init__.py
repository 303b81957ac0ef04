"""Measurements: each module here offers `measure()`, and `python -m benchmarks` runs them all."""
