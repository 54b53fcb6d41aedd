"""Words that are written with a hyphen by some and as one by others: Wi-Fi and wifi, e-mail and email, LS-1017, LS1017.

The parts of a hyphened word are words of the text, at their places. Beside them the index holds the word as it would be
written without hyphens, at no place, so that either spelling finds the other. Left out: figures alone (2019-2023),
figures before a word (21-day), and more than four parts.

In languages whose marks are no accents the index holds each word without its marks as well, under a name of its own, so
that a question that is typed without any finds it. One with marks is looked for with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.text.stems import TONAL, stemmer, strip_marks
from qa.text.words import words

__all__ = ["find_asked_compounds", "find_compounds", "find_written_compounds"]

_HYPHENS = "-‐‑"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_IN_WORD = rf"[^\W_{_UNSPACED}]"  # a letter or figure of a script with spaces
_COMPOUND = re.compile(rf"(?<!{_IN_WORD}){_IN_WORD}++(?:[{_HYPHENS}]{_IN_WORD}++)++")
_SPACED = re.compile(rf"(?<!{_IN_WORD})([^\W\d_{_UNSPACED}]++) (\d++)(?!{_IN_WORD}|[.,]\d)")
_MAY_HOLD = re.compile(rf"[{_HYPHENS}\d]")  # nearly all questions hold none
_BARE = "~"  # before a word without its marks: no term begins so
_SPLIT = re.compile(rf"[{_HYPHENS}]")
_UNIT = 2  # letters behind a figure that belong to it: 3-D
_MOST_PARTS, _LONGEST = 4, 40  # characters without hyphens


def find_written_compounds(text: str) -> Iterator[tuple[str, int]]:
    """Yield each hyphened word of `text` as it is without hyphens, and where it starts.

    >>> list(find_written_compounds("The Wi-Fi of LS-1017, 2019-2023, 21-day"))
    [('WiFi', 4), ('LS1017', 13)]
    """
    if not _SPLIT.search(text):
        return
    for match in _COMPOUND.finditer(text):
        first, *others = _SPLIT.split(match[0])
        rest = "".join(others)
        figures = first.isdecimal() and (len(rest) > _UNIT or rest.isdecimal())
        if len(others) < _MOST_PARTS and len(first) + len(rest) <= _LONGEST and not figures:
            yield first + rest, match.start()


def find_compounds(text: str, language: str) -> list[str]:
    """Return the terms that the index holds of the hyphened words of `text`, in order.

    >>> find_compounds("E-mails by Wi-Fi", "en")
    ['email', 'wifi']
    """
    compounds = [stemmer(language)(word) for word, _ in find_written_compounds(text)]
    if language in TONAL and not text.isascii():
        compounds += [_BARE + strip_marks(name) for name in map(stemmer(language), words(text)) if not name.isascii()]
    return compounds


def find_asked_compounds(question: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the terms that words of a question may have in the index together, to the terms of those words.

    A word and the figure after it may be written as one as well: Covid 19.

    >>> find_asked_compounds("Is Wi-Fi in room 12?", "en")
    {'wifi': ('wi', 'fi'), 'room12': ('room', '12')}
    """
    stem = stemmer(language)
    compounds: dict[str, tuple[str, ...]] = {}
    if language in TONAL and question.isascii():
        compounds = {_BARE + name: (name,) for name in map(stem, words(question))}
    if not _MAY_HOLD.search(question):
        return compounds
    for match in [*_COMPOUND.finditer(question)]:
        parts = _SPLIT.split(match[0])
        for together, _ in find_written_compounds(match[0]):
            compounds[stem(together)] = tuple(map(stem, parts))
    for match in _SPACED.finditer(question):
        compounds.setdefault(stem(match[1] + match[2]), (stem(match[1]), stem(match[2])))
    return compounds
