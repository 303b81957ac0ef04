"""One printed copy is one operation: its states, journal, engine and recovery."""
