"""How hot the processor is, as the kernel tells it (thermal/sysfs-api: millidegrees Celsius)."""

from pathlib import Path

ZONES = Path("/sys/class/thermal")
CARE_CELSIUS, BAD_CELSIUS = 75, 90
"""A closed box in a warm hall is used to the first; at the second a processor slows itself down."""
_PROCESSORS = ("x86_pkg_temp", "cpu", "soc", "coretemp", "k10temp", "acpitz")
"""Types of zones, the one that means the processor most surely first; names by the drivers."""
_CREDIBLE = range(-20, 151)


def processor_celsius(zones: Path = ZONES) -> int | None:
    """Whole degrees; None where no zone tells of the processor, or tells nonsense."""
    found: dict[int, int] = {}
    for zone in zones.glob("thermal_zone*"):
        try:
            kind = (zone / "type").read_text("ascii").strip().lower()
            celsius = round(int((zone / "temp").read_text("ascii")) / 1000)
        except (OSError, ValueError):
            continue  # a zone may be switched off, and then it cannot be read
        rank = next((n for n, name in enumerate(_PROCESSORS) if kind.startswith(name)), None)
        if rank is not None and celsius in _CREDIBLE:
            found[rank] = max(celsius, found.get(rank, celsius))
    return found[min(found)] if found else None
