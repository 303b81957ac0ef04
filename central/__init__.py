"""The central service: registry, money, certificates."""
