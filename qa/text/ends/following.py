"""What follows a full stop: the first letter, figure or other character behind spaces and what opens."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from qa.text.ends.abbreviations import Usage
from qa.text.function_words import FUNCTION_WORDS
from qa.text.lazy_regex import Pattern

__all__ = ["Following", "look_at"]

_FIRST = Pattern(
    r"""
    \s*+ (?P<open>(?:[\p{Ps}\p{Pi}\p{Pf}"'„‚¿¡*_–—-]{1,6}+\s*+){0,3}+)
    (?: (?P<word>\p{L}[\p{L}\p{M}]*+) | (?P<number>[\p{Sc}\#§№+~≈<>=±]{0,3}+\s?\p{N}++) | (?P<other>.) )
    """,
    regex.VERBOSE | regex.V1,
)
_BEHIND_ENCLOSED = Pattern(r"[\p{L}\p{N}.-]{1,9}\)\s+(\p{L}+)")  # (2006) and, (B) an
_LOOKED_AT = 60  # characters of what follows, where a pattern needs more than its first word
_CODE = Pattern(
    r"(?=[\p{Lu}\d/.-]{0,20}\d)[\p{Lu}\d/.-]+(?!\p{L})|\p{Lu}{1,4}[ -]\d"
    r"|[IVXLCDM]+(?!['’\p{L}\d])|\p{Lu}(?!['’\p{L}\d])"
)
_OF = "of for and or de del della di da do dos das du des d der des y e et und og och i a z"
_LOWER_BEHIND = Pattern(rf"[\p{{L}}\p{{M}}\p{{N}}'’-]*+\s+(?!(?:{'|'.join(_OF.split())})\b)\p{{Ll}}")
_ELIDED = Pattern(r"['’]\p{L}")


@dataclass(frozen=True, slots=True)
class Following:
    """What follows: where, what opens it, and a word, a number or another character; empty where there is none."""

    text: str
    at: int
    opening: str
    word: str
    number: str
    other: str

    @property
    def rest(self) -> str:
        """The beginning of the text that follows."""
        return self.text[self.at : self.at + _LOOKED_AT]

    @property
    def is_small(self) -> bool:
        """Whether it is a word in lower case, or such a one follows what is enclosed; iPhone and pH are none."""
        word = self.word
        if "(" in self.opening and (behind := _BEHIND_ENCLOSED.match(self.text, self.at)):
            word = behind[1]
        return word[:1].islower() and not word[1:2].isupper()

    @property
    def is_capital(self) -> bool:
        """Whether it is a word with a capital, of more letters than it."""
        return len(self.word) > 1 and self.word[0].isupper() and not self.word.isupper()

    @property
    def is_caseless(self) -> bool:
        """Whether it is a word of a script without capitals."""
        return self.word[:1].isalpha() and not (self.word[0].isupper() or self.word[0].islower())

    @property
    def is_shortened(self) -> bool:
        """Whether it is itself followed by a full stop, as an initial and most abbreviations are."""
        end = self.at + len(self.word)
        return len(self.word) <= 4 and self.text[end : end + 1] == "."

    def is_code(self) -> bool:
        """Tell whether it is a number in letters, or has figures: IV, B12, A."""
        return bool(self.word) and _CODE.match(self.text, self.at) is not None

    def is_before_small(self) -> bool:
        """Tell whether a word in lower case follows it that seldom stands within names, as that of a subject does."""
        return _LOWER_BEHIND.match(self.text, self.at) is not None

    def is_function_word(self, usage: Usage) -> bool:
        """Tell whether a sentence begins with it and it is a function word, as no name is."""
        return self.opens(usage) and self.word.lower() in FUNCTION_WORDS.get(usage.language, ())

    def opens(self, usage: Usage) -> bool:
        """Tell whether a sentence begins with such a word in this language."""
        word = self.word
        if not word or word[0].islower() or (self.is_shortened and not self.opening.strip()):
            return bool(word) and "¿" in self.opening
        if word.isupper() and len(word) > 1:
            return False
        return word.lower() in usage.openers and (
            len(word) > 1 or _ELIDED.match(self.text, self.at + 1) is not None or word in "AIYOÈÉWZUVKSАЯВИСКОУЗÀŐÖÅÍ"
        )


def look_at(text: str, at: int) -> Following:
    """Return what follows at a place of a text."""
    match = _FIRST.match(text, at)
    if match is None:
        return Following(text, len(text), "", "", "", "")
    word = match["word"] or ""
    start = match.start("word") if word else match.end("open")
    return Following(text, start, match["open"], word, match["number"] or "", match["other"] or "")
