"""The interface's text in the reader's language: one file a language, each message under the key that pages ask for.

A message is text with `{names}` for values, or one text for each plural category of its language (CLDR's, by Babel),
chosen by the value `n`; a text under `=2` is for that number alone. Pages and scripts take from the same files. Left
out: what comes from documents, and errors and the reference of the endpoint, which are in English on every surface.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup, escape

__all__ = ["DEFAULT_LANGUAGE", "LANGUAGES", "Wording", "choose_language", "load_wording"]

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "ar": "العربية",
    "zh": "中文",
}
"""Languages of the interface, each by its own name."""
DEFAULT_LANGUAGE = "en"

Message = str | Mapping[str, str]

_FILES = Path(__file__).parent
_TAGS = {"en": "en-GB", "zh": "zh-Hans"}  # what pages declare, where it says more than the code
_SCRIPTS = "script."  # keys that begin so are for the scripts
_LONGEST_HEADER = 1_000
_LIKED = re.compile(
    r"(?:^|,)\s*(?P<code>[a-z]{1,8})(?:-[a-z0-9]{1,8})*\s*(?:;\s*q=(?P<weight>0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?(?=,|$)"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The messages of one language, by key. Called with a key, it gives the text with its values, safe to write."""

    language: str
    messages: Mapping[str, Message]

    def __call__(self, key: str, **values: Any) -> Markup:
        """Return a message as HTML: values are escaped unless they are Markup, and numbers written as here.

        n: chooses the form, by itself or by its plural category. Raises KeyError for an unknown key or a value that
        is missing.
        """
        message = self.messages[key]
        if not isinstance(message, str):
            n = values["n"]
            message = message.get(f"={n}") or message.get(self.locale.plural_form(n)) or message["other"]
        written = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return escape(message).format(**written)

    @property
    def locale(self) -> Locale:
        """Babel's locale."""
        return _find_locale(self.language)

    @property
    def tag(self) -> str:
        """The language as pages declare it (BCP 47)."""
        return _TAGS.get(self.language, self.language)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.locale.text_direction)

    def number(self, number: int) -> str:
        """Return a whole number with the separators of the language."""
        return str(format_decimal(number, locale=self.locale))

    def decimal(self, value: float) -> str:
        """Return a number with two decimals."""
        return str(format_decimal(value, "0.00", locale=self.locale))

    def percent(self, percent: int) -> str:
        """Return a whole number of hundredths as the language writes a percentage."""
        return str(format_percent(percent / 100, locale=self.locale))

    def day(self, moment: str) -> str:
        """Return the day of a moment in ISO 8601. Raises ValueError for any other text."""
        return format_date(date.fromisoformat(moment[:10]), "medium", locale=self.locale)

    def name_languages(self, codes: Sequence[str]) -> str:
        """Return the names of languages in this one, as a list in a sentence; of one without a name its code."""
        names = [self.locale.languages.get(code, code) for code in codes]
        return str(format_list(names, locale=self.locale))

    @property
    def for_scripts(self) -> dict[str, Message]:
        """The messages that scripts use, by key."""
        return {key: message for key, message in self.messages.items() if key.startswith(_SCRIPTS)}


@cache
def load_wording(language: str) -> Wording:
    """Return the wording of one of LANGUAGES."""
    text = (_FILES / f"{language}.toml").read_text(encoding="utf-8")
    return Wording(language, dict(_flatten(tomllib.loads(text))))


def choose_language(header: str) -> str:
    """Return which of LANGUAGES an Accept-Language header (RFC 9110) likes best; the default where it likes none.

    >>> choose_language("pt, de-AT;q=0.8, en;q=0.5")
    'de'
    """
    matches = _LIKED.finditer(header[:_LONGEST_HEADER].lower())
    liked = [(float(match["weight"] or 1), match["code"]) for match in matches if match["code"] in LANGUAGES]
    by_liking = sorted(liked, key=lambda each: -each[0])  # as they stand where the weights are the same
    return next((code for weight, code in by_liking if weight > 0), DEFAULT_LANGUAGE)


@cache
def _find_locale(language: str) -> Locale:
    return Locale.parse(_TAGS.get(language, language), sep="-")


def _flatten(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Message]]:
    """Yield each message under its full key. A table whose every value is text and that has `other` is a message."""
    for name, value in table.items():
        if isinstance(value, str) or "other" in value:
            yield prefix + name, value
        else:
            yield from _flatten(value, f"{prefix}{name}.")
