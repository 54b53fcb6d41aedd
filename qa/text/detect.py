"""The language that a text is written in: from its script, then from its function words.

A language is named by its primary code in BCP 47: two letters, or three where there are no two ("en", "de", "fil").
Most scripts are those of one language, or of one far before the others. Where a script has several, the text is in the
one whose function words fill it best. Where they do not decide, a trained model is asked (`languages.trained`); what it
is not sure of either, such as names and labels, counts as the first language of its script: English in Latin letters. A
document can say its language. A question is never worth loading the model for: its function words alone tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import regex

from qa.text.function_words import FUNCTION_WORDS
from qa.text.languages.trained import classify

__all__ = ["DEFAULT_LANGUAGE", "UNKNOWN_LANGUAGE", "detect", "detect_foreign", "primary_code"]

DEFAULT_LANGUAGE = "en"
UNKNOWN_LANGUAGE = "und"  # BCP 47: undetermined

# The languages that each script may stand for; the first is taken when function words do not decide.
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "Latin": tuple(
        "en es fr de it pt nl sv da no fi pl cs hu ro tr id "
        "af az ca cy et eu ga gl hr is lt lv sk sl sq sw tl vi".split()
    ),
    "Cyrillic": ("ru", "uk", "be", "bg", "mk", "sr"),
    "Arabic": ("ar", "fa", "ur"),
    "Han": ("zh", "ja"),
    "Hiragana": ("ja",),
    "Katakana": ("ja",),
    "Hangul": ("ko",),
    "Devanagari": ("hi", "mr", "ne"),
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
_LEAST_FILLED = 0.2  # share of function words among the words of a text in their language
_LEAST_AHEAD = 1.5  # how much more speaks for a language than for the next, where it is sure
_TELLING = 5  # letters of a function word that is enough alone
_SEVERAL, _HARDLY_FILLED, _FAR_AHEAD = 3, 0.08, 2.0  # different function words are enough in a text of many names
_LEAST_WORDS = 5  # of a text that the model can tell
_LEAST_RUNNING = 0.4  # share of words that go on with a small letter: fewer do in names, labels and tables
_SLICE = 1_000  # characters looked at in the beginning, the middle and the end of a text

_KNOWN = frozenset(code for codes in _LANGUAGES.values() for code in codes)
_RUNS = {script: regex.compile(rf"\p{{{script}}}+") for script in _LANGUAGES}
_PLAIN_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)?")
_GOES_ON = regex.compile(r"(?<=\p{L},? )[\p{Ll}\p{Lo}]")
_RUNNING = regex.compile(r"(?<![\p{L}\p{M}'])(?:\p{Ll}[\p{L}\p{M}']*|\p{Lu}[\p{L}\p{M}']*(?=\s\p{Ll}))")
_ADDRESS = regex.compile(r"\S*(?:://|www\.|@)\S*")
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
    allowed: Sequence[str] = written
    if among:
        allowed = [code for code in among if code in written or code not in _KNOWN] or list(among)
    elif not written:
        return UNKNOWN_LANGUAGE if any(character.isalpha() for character in text) else DEFAULT_LANGUAGE
    if len(allowed) == 1:
        return allowed[0]
    if among:
        votes = _count_votes(_find_words(text))
        return max(allowed, key=lambda code: votes.get(code, 0.0))  # the first of those that have as many
    return _decide(text, allowed)


def detect_foreign(question: str, among: Sequence[str]) -> str:
    """Return the language that a question is in, where that is none of `among`; empty where it may be one of them.

    A question of names and keywords may be in any language.

    >>> detect_foreign("What is the membership fee?", ["de", "fr"]), detect_foreign("Was ist das?", ["de"])
    ('en', '')
    >>> detect_foreign("IBAN", ["de"]), detect_foreign("error E14", ["ru"])
    ('', '')
    """
    written = _list_languages_of_script(question)
    if not among or not written:
        return ""
    words = _find_words(question)
    votes = _count_votes(words)
    code = max(written, key=lambda code: votes.get(code, 0.0))
    if code in among:
        return ""
    owners = _list_owners()
    own = {word for word in words if code in owners.get(word, ())}
    theirs = {word for word in words if not owners.get(word, frozenset()).isdisjoint(among)}
    if not own and code != written[0]:
        return ""
    if "en" not in written and not any(each in written or each not in _KNOWN for each in among):
        return code  # its letters tell
    asks = question.rstrip().endswith(("?", "？", "؟")) and next(iter(words), "") in own - theirs
    apart, against = len(own - theirs), len(theirs - own)
    return code if apart > 2 * against and (len(own) > 1 or asks) else ""


def _decide(text: str, allowed: Sequence[str]) -> str:
    """Return the language of a text among those of its script; the first of them where nothing decides.

    Function words with a capital alone are parts of names (De La Cruz), and what is in an address is no word.
    """
    text = _ADDRESS.sub(" ", text)
    words = _find_words(text)
    owners = _list_owners()
    votes = _count_votes(words)
    first, second = sorted(allowed, key=lambda code: -votes.get(code, 0.0))[:2]
    own = [word for word in words if first in owners.get(word, ())]
    different = set(own)
    if allowed is _LANGUAGES["Latin"] and different and not text.isupper():
        written = {*_find_in_running_text(text)}
        different = different if different & written else set()
    several = len(different) > 1 or any(len(word) >= _TELLING or not word.isascii() for word in different)
    filled = several and len(own) >= _LEAST_FILLED * len(words)
    ahead = votes.get(first, 0.0) / (votes.get(second, 0.0) or 0.1)
    if filled and ahead >= _LEAST_AHEAD:
        return first
    if first == DEFAULT_LANGUAGE and different and ahead >= _FAR_AHEAD:
        return first
    if len(different) >= _SEVERAL and len(own) >= _HARDLY_FILLED * len(words) and ahead >= _FAR_AHEAD:
        return first
    if "zh" not in allowed and len(words) >= _LEAST_WORDS:
        running = sum(1 for _ in _GOES_ON.finditer(text))
        told = classify(text) if running >= _LEAST_RUNNING * len(words) or not text.isascii() else ""
    else:
        told = ""
    return told or (first if filled else allowed[0])


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


def _count_votes(words: Sequence[str]) -> dict[str, float]:
    """Return how much speaks for each language.

    A function word counts one, parted among the languages that have it, and hardly more where it repeats, as names such
    as Los Angeles and those of a table's columns do.
    """
    owners = _list_owners()
    votes: dict[str, float] = {}
    for word, count in Counter(words).items():
        if codes := owners.get(word):
            share = count**0.25 / len(codes)
            for code in codes:
                votes[code] = votes.get(code, 0.0) + share
    return votes


def _find_in_running_text(text: str) -> list[str]:
    """Return the words that begin with a small letter, and those that one follows."""
    return [word.lower() for word in _RUNNING.findall(text.replace("’", "'"))]


def _find_words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


@cache
def _list_owners() -> dict[str, frozenset[str]]:
    """Return the languages that have each function word; a single Latin letter is more often a label than a word."""
    owners: dict[str, set[str]] = {}
    for code, words in FUNCTION_WORDS.items():
        for word in words:
            if len(word) > 1 or not word.isascii():
                owners.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in owners.items()}
