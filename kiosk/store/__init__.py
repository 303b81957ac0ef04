"""The kiosk's memory on disk: SQLite, its tables and migrations; the only place with SQL."""
