"""Alembic's folder: shipped inside the package, run whenever the store is opened."""
