"""What the machine can do now, and what it remembers of what it did."""
