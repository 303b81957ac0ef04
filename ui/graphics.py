"""Chooses who draws the screens: the graphics card if there is one, else Qt's software renderer.

Without a card OpenGL still works on Linux, through a rasteriser that keeps more than a whole
processor busy with an idle screen (measured: 130 % against 7 %). The screens look the same.
"""

import os
import sys
from pathlib import Path

VARIABLE = "QT_QUICK_BACKEND"
RENDER_NODES = Path("/dev/dri")


def choose_renderer(nodes: Path = RENDER_NODES) -> None:
    """Call before the application object is made; what an operator has set is left alone."""
    if sys.platform == "linux" and not any(nodes.glob("renderD*")):
        os.environ.setdefault(VARIABLE, "software")
