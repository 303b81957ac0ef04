"""Settings that every test shares, set before Qt is loaded."""

import os

from hypothesis import HealthCheck, settings

for name, value in {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "*.debug=false",
    "QT_SCALE_FACTOR": "1",
    "QT_QUICK_BACKEND": "software",
}.items():
    os.environ.setdefault(name, value)

# A deadline measures the load of the machine, not the code; the time-out of pytest ends what hangs.
settings.register_profile(
    "dispensador", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("dispensador")
