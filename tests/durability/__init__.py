"""The kiosk's durability, proved on the unmodified program: kills, power cuts, disk and wire."""
