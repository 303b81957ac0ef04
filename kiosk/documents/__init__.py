"""Everything that is printed, mailed or shown: one Document model, its builders and its renderers."""
