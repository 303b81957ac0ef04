"""Data files: fonts, icons, translations. Reached with importlib.resources."""
