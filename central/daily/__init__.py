"""What devices tell of themselves for the record: audit checkpoints, and the close of a day."""
