"""Commands of the dispenser that are not its running: records, and the doctor."""
