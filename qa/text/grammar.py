"""Words of several languages that are known one by one: months, articles, pronouns, and what asks for a date.

Words in lower case. English has more of them, and of more kinds (`english`). Left out: languages that are not named
here, of which figures and function words are all that is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["ARTICLES", "ASKS_DATE", "MONTHS", "PRONOUNS"]

MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "de": tuple("januar|jänner februar märz april mai juni juli august september oktober november dezember".split()),
    "es": tuple(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre".split()
    ),
    "fr": tuple("janvier février mars avril mai juin juillet août|aout septembre octobre novembre décembre".split()),
}
"""The pattern of each month, from the first to the last."""

ARTICLES: Final[Mapping[str, Mapping[str, str]]] = {
    # German articles say who does what to whom: only those that may stand in each other's place are the same.
    "de": dict.fromkeys(("der", "das", "ein", "einer"), "der")
    | dict.fromkeys(("die", "eine"), "die")
    | dict.fromkeys(("den", "einen"), "den")
    | dict.fromkeys(("dem", "einem"), "dem")
    | dict.fromkeys(("des", "eines"), "des"),
    "es": dict.fromkeys("el la los las un una unos unas".split(), ""),
    "fr": dict.fromkeys("le la les un une".split(), ""),
}
"""Article to what stands for it and for those that may take its place; empty where it says nothing."""

PRONOUNS: Final[Mapping[str, frozenset[str]]] = {
    "de": frozenset("er sie es ich du wir ihr dies diese dieser dieses diesem diesen das jene jener jenes".split()),
    "es": frozenset("él ella ello ellos ellas yo tú nosotros esto este esta estos estas eso ese esa su sus".split()),
    "fr": frozenset("il elle ils elles on je tu nous vous ce cela ceci ça cette ces son sa ses leur leurs".split()),
}
"""What a sentence begins with that does not name what it speaks of."""

ASKS_DATE: Final[Mapping[str, Pattern]] = {
    "de": Pattern(r"\b(?:wann|welche[mnrs]? (?:jahr|monat|tag|datum|uhrzeit)|wie ?viel uhr|wie spät)\b", regex.I),
    "es": Pattern(r"\b(?:cu[áa]ndo|qué (?:año|mes|día|fecha|hora))\b", regex.I),
    "fr": Pattern(r"\b(?:quand|quel(?:le)? (?:année|mois|jour|date|heure))\b", regex.I),
}
"""The pattern of words that ask for a date or a time of day."""
