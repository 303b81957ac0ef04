"""The hidden way in: four corners of the first screen, touched in order within a few seconds.

It opens a door, not the machine: whoever finds it by chance stands before a sign-in.
"""

from kiosk.ports import Clock

ORDER = ("top_left", "bottom_right", "top_right", "bottom_left")
WITHIN_S = 6.0


class CornerPattern:
    """Follows the touches of the corners; any wrong one begins anew."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen = 0
        self._begun_s = 0.0

    def touch(self, corner: str) -> bool:
        """Take one touch; True when it completes the pattern in time."""
        now_s = self._clock.monotonic()
        if self._seen and now_s - self._begun_s > WITHIN_S:
            self._seen = 0
        if corner != ORDER[self._seen]:
            self._seen = 0
        if corner == ORDER[self._seen]:
            if self._seen == 0:
                self._begun_s = now_s
            self._seen += 1
        if self._seen < len(ORDER):
            return False
        self._seen = 0
        return True

    def forget(self) -> None:
        """Something else was touched."""
        self._seen = 0
