"""The screens in Qt Quick."""
