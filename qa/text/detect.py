"""The language that a text is written in: from its script, then from its function words.

A language is named by its primary code in BCP 47: two letters, or three where there are no two ("en", "de", "fil").
Most scripts are those of one language, or of one far before the others. Where a script has several, the text is in the
one whose function words fill it best. Left out: a language model; and telling apart languages without a list in
`function_words` (what is in Latin letters then counts as English), for which a document can say its language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import regex

from qa.text.function_words import FUNCTION_WORDS

__all__ = ["DEFAULT_LANGUAGE", "UNKNOWN_LANGUAGE", "detect", "primary_code"]

DEFAULT_LANGUAGE = "en"
UNKNOWN_LANGUAGE = "und"  # BCP 47: undetermined

# The languages that each script may stand for; the first is taken when function words do not decide.
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "Latin": tuple("en es fr de it pt nl sv da no fi pl cs hu ro tr id".split()),
    "Cyrillic": ("ru", "uk"),
    "Arabic": ("ar", "fa"),
    "Han": ("zh", "ja"),
    "Hiragana": ("ja",),
    "Katakana": ("ja",),
    "Hangul": ("ko",),
    "Devanagari": ("hi",),
    "Greek": ("el",),
    "Hebrew": ("he",),
    "Armenian": ("hy",),
    "Georgian": ("ka",),
    "Thai": ("th",),
    "Lao": ("lo",),
    "Khmer": ("km",),
    "Myanmar": ("my",),
    "Bengali": ("bn",),
    "Gujarati": ("gu",),
    "Gurmukhi": ("pa",),
    "Kannada": ("kn",),
    "Malayalam": ("ml",),
    "Tamil": ("ta",),
    "Telugu": ("te",),
    "Sinhala": ("si",),
    "Ethiopic": ("am",),
}
# What a letter counts for beside others: a character of some says as much as several letters, and names in Latin
# letters stand in texts of every script.
_DENSITIES = {"Han": 3.0, "Hiragana": 3.0, "Katakana": 3.0, "Hangul": 3.0, "Latin": 0.5}
_LEAST_KANA = 0.1  # share of kana among characters from which on Han is Japanese
_FEW_WORDS = 8  # fewer tell nothing by how many function words are among them
_STRAY = 0.04  # of the words are function words by chance
_STRAY_PLAIN = 0.13  # where they are one and the same, and no letter has an accent
_SLICE = 1_000  # characters looked at in the beginning, the middle and the end of a text

_RUNS = {script: regex.compile(rf"\p{{{script}}}+") for script in _LANGUAGES}
_PLAIN_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)?")
_TAG = regex.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "eng": "en", "deu": "de", "fra": "fr", "spa": "es"}
_NO_LANGUAGE = frozenset({"und", "mul", "mis", "zxx"})


def primary_code(tag: str) -> str:
    """Return the primary code of a language tag; empty when it names no language or is no tag.

    >>> primary_code("de-AT"), primary_code("zh_Hant"), primary_code("nb"), primary_code("und"), primary_code("German!")
    ('de', 'zh', 'no', '', '')
    """
    if len(tag) == 2 and tag.isascii() and tag.isalpha():  # as nearly all are
        code = tag.lower()
    else:
        match = _TAG.fullmatch(tag.strip())
        code = match[1].lower() if match else ""
    return "" if code in _NO_LANGUAGE else _SAME.get(code, code)


def detect(text: str, *, among: Sequence[str] = ()) -> str:
    """Return the code of the language that most of `text` is in.

    among: the codes to choose from, the one to take when nothing decides first; empty for all that are known.
    Without any, a text without letters is `DEFAULT_LANGUAGE`, one in letters of no known script `UNKNOWN_LANGUAGE`.

    >>> detect("Was kostet das?"), detect("¿Qué cuesta?"), detect("Сколько это стоит?"), detect("多少钱？")
    ('de', 'es', 'ru', 'zh')
    >>> detect("Was kostet das?", among=["en", "fr"])
    'en'
    """
    if len(among) == 1:
        return among[0]
    if len(text) > 3 * _SLICE:
        middle = len(text) // 2 - _SLICE // 2
        text = "\n".join((text[:_SLICE], text[middle : middle + _SLICE], text[-_SLICE:]))
    written = _list_languages_of_script(text)
    if among:
        allowed = [code for code in among if code in written] or list(among)
    elif not written:
        return UNKNOWN_LANGUAGE if any(character.isalpha() for character in text) else DEFAULT_LANGUAGE
    else:
        allowed = list(written)
    if len(allowed) == 1:
        return allowed[0]
    votes = _count_votes(text)
    code = max(allowed, key=lambda code: (votes.get(code, 0.0), -allowed.index(code)))
    return code if among or not _is_stray(text, code) else allowed[0]


def _is_stray(text: str, code: str) -> bool:
    """Tell whether so few function words of a language stand in a text in Latin letters that they are none: names and
    labels of a table, such as Bo."""
    if code not in _LANGUAGES["Latin"]:
        return False
    words = _WORD.findall(text.lower().replace("’", "'"))
    own = [word for word in words if code in _list_owners().get(word, ())]
    if text.isascii() and len(set(own)) == 1 and len(words) >= _FEW_WORDS:
        return len(own) <= _STRAY_PLAIN * len(words)
    return len(words) >= _FEW_WORDS and len(own) < _STRAY * len(words)


def _list_languages_of_script(text: str) -> tuple[str, ...]:
    """Return the languages of the script that most of `text` is written in; none when it has no letter of any."""
    plain = text.encode("ascii", "ignore")
    n_plain = len(plain) - len(plain.translate(None, _PLAIN_LETTERS))
    if _DENSITIES["Latin"] * n_plain > max(_DENSITIES.values()) * (len(text) - len(plain)):
        return _LANGUAGES["Latin"]  # whatever the other characters are
    sizes = {script: sum(map(len, run.findall(text))) for script, run in _RUNS.items()}
    kana = sizes["Hiragana"] + sizes["Katakana"]
    if kana and kana >= _LEAST_KANA * (kana + sizes["Han"]):
        sizes["Hiragana"] = kana + sizes.pop("Han")
    weights = {script: size * _DENSITIES.get(script, 1.0) for script, size in sizes.items()}
    script = max(weights, key=weights.__getitem__)
    return _LANGUAGES[script] if weights[script] else ()


def _count_votes(text: str) -> dict[str, float]:
    """Return how much speaks for each language.

    A function word counts one, parted among the languages that have it, and hardly more where it repeats, as names such
    as Los Angeles and those of a table's columns do.
    """
    owners = _list_owners()
    votes = dict.fromkeys(FUNCTION_WORDS, 0.0)
    for word, count in Counter(_WORD.findall(text.lower().replace("’", "'"))).items():
        for code in owners.get(word, ()):
            votes[code] += count**0.25 / len(owners[word])
    return votes


@cache
def _list_owners() -> dict[str, list[str]]:
    """Return the languages that have each function word; a single Latin letter is more often a label than a word."""
    owners: dict[str, list[str]] = {}
    for code, words in FUNCTION_WORDS.items():
        for word in words:
            if len(word) > 1 or not word.isascii():
                owners.setdefault(word, []).append(code)
    return owners
