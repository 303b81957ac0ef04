"""Virtual devices: written from the manuals, shipped with the product, with faults on command."""

from drivers.virtual.paper import Strip
from drivers.virtual.printer import VirtualPrinter

__all__ = ["Strip", "VirtualPrinter"]
