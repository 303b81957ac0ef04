"""The receipt printer, from bytes on a serial line to proof of what was printed."""
