"""Long proofs: what the service promises, tried until it is boring. ``python -m tests.proofs``."""
