"""What a proof says when it ends."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """What was tried and how often (``tried``), and every broken promise as one line."""

    name: str
    tried: dict[str, float] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def add(self, counts: dict[str, int]) -> None:
        """Count more of the same."""
        for key, number in counts.items():
            self.tried[key] = self.tried.get(key, 0) + number
