"""What journeys at a window need: its application and compiled catalogues, as the screens do."""

from tests.ui.conftest import catalogues, qapp_cls

__all__ = ["catalogues", "qapp_cls"]
