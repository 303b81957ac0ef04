"""Staff: cashiers and technicians."""
