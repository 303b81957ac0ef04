"""What kiosk and central say to each other: messages, problem codes, request signing, fingerprints.

Imported on both sides, so that the two cannot drift. A change of a wire type is a change of
``CONTRACT``.
"""

from typing import Final

CONTRACT: Final = 1
"""The contract version this code speaks; central serves this one and the one before."""
