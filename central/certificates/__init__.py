"""Which certificates exist, what they cost, and how one is issued."""
