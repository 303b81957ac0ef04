"""A small model of central's money rules, and the machine that holds the real API against it."""
