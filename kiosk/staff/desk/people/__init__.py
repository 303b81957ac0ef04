"""People at the desk: customers registered and reached, keys set by who owns them."""
