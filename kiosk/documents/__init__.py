"""Everything printed, mailed or shown: one Document model, its builders and renderers."""
