"""How numbers and dates are written in each language of the screens (CLDR's names)."""

LOCALES = {"es": "es_CO", "en": "en_US"}
