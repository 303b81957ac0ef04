"""Installs the catalogue of the language on the screen and refreshes every text that is up.

The source language has a catalogue too: without its plural forms a screen would say
"1 certificate(s)".
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtQml import QQmlEngine

from ui.resources import ResourceMissing, folder

LANGUAGES = ("es", "en")


class Languages:
    """The translator of one engine.

    Args:
        engine: whose texts are refreshed.
        catalogues: folder of the compiled ``dispensador_<language>.qm``.

    Raises:
        ResourceMissing: if the catalogue of a language is missing.
    """

    def __init__(self, engine: QQmlEngine, catalogues: Path | None = None) -> None:
        self._engine = engine
        self._current = ""
        self._translators = {}
        for language in LANGUAGES:
            translator = QTranslator(engine)
            path = (catalogues or folder("translations")) / f"dispensador_{language}.qm"
            if not translator.load(str(path)):
                raise ResourceMissing(f"catalogue {path.name}")
            self._translators[language] = translator

    def use(self, language: str) -> None:
        """Show ``language`` from now on; an unknown one leaves everything as it is."""
        if language == self._current or language not in self._translators:
            return
        if self._current:
            QCoreApplication.removeTranslator(self._translators[self._current])
        QCoreApplication.installTranslator(self._translators[language])
        self._current = language
        self._engine.setUiLanguage(language)
        self._engine.retranslate()

    def remove(self) -> None:
        """Take the catalogue away, for a window that closes before its application."""
        if self._current:
            QCoreApplication.removeTranslator(self._translators[self._current])
        self._current = ""
