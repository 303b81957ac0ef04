"""A cashier's shift: what came in and went back, and the count at its end."""
