"""Turn a question that a passage answers into one that it does not, by a change that is easily overlooked.

Of what can be changed one thing is: a number, a name for another, a unit, a word for its opposite, or "not" comes in.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

__all__ = ["change", "find_names"]

_NUMBER = re.compile(r"(?<![\w.,])\d{1,4}(?![\w.,]\d)(?!\w)")
_NAME = re.compile(r"(?<=[\w,;] )(?:[A-Z][\w'’-]+)(?: (?:of |the |de |von |van )?[A-Z][\w'’-]+)*")
_ASKED_DOING = re.compile(  # with its subject: a pronoun, a name, or "the" and a word
    r"(?:[Ww]hen|[Ww]here|[Ww]hy|[Hh]ow|[Ww]ho|[Ww]hat|[Ww]hich)\b[^,?]{0,30}?\b(?:did|does|do|can) "
    r"(?:(?:he|she|it|they|we|you|i|I)\b|(?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)*|(?:the|a|an|this|these) \w+)(?= )"
)
_PAIRS = (
    "first last|largest smallest|biggest smallest|highest lowest|longest shortest|oldest youngest|most least|"
    "before after|above below|more less|north south|northern southern|east west|eastern western|increase decrease|"
    "increased decreased|maximum minimum|earliest latest|start end|begin finish|began ended|open close|opens closes|"
    "arrive leave|buy sell|bought sold|win lose|won lost|born buried|male female|men women|men children|father mother|"
    "son daughter|brother sister|king queen|husband wife|inside outside|import export|allowed forbidden|upper lower|"
    "early late|young old|summer winter|spring autumn|morning evening|weekdays weekends|monday thursday|"
    "january october|kilometres miles|km miles|metres feet|kilograms pounds|kg pounds|celsius fahrenheit|"
    "euros dollars|dollars pounds|hours days|days weeks|weeks months|months years|percent tonnes|city river|"
    "income cost|revenue debt|adults children|landlord tenant|employer employee|buyer seller|teacher pupil"
)
OPPOSITES = {
    word: other for pair in _PAIRS.split("|") for one, two in [pair.split()] for word, other in ((one, two), (two, one))
}
_OPPOSED = re.compile(rf"\b(?:{'|'.join(sorted(OPPOSITES, key=len, reverse=True))})\b", re.I)


def find_names(question: str) -> list[str]:
    """Return the names in a question, runs of capitalised words after its first word.

    >>> find_names("When did Ada Lovelace meet Babbage?")
    ['Ada Lovelace', 'Babbage']
    """
    return _NAME.findall(question)


def change(question: str, text: str, names: Sequence[str], rng: random.Random) -> str | None:
    """Return the question with one thing changed so that `text` does not answer it; None where nothing can be.

    names: what a name is changed for; one that the text does not hold is taken.
    """
    ways: list[Callable[[], str | None]] = [
        lambda: _change_number(question, rng),
        lambda: _change_name(question, text, names, rng),
        lambda: _change_name(question, text, names, rng),
        lambda: _oppose(question, text, rng),
        lambda: _oppose(question, text, rng),
        lambda: _deny(question),
    ]
    for way in rng.sample(ways, len(ways)):
        changed = way()
        if changed is not None and changed != question:
            return changed
    return None


def _change_number(question: str, rng: random.Random) -> str | None:
    places = [*_NUMBER.finditer(question)]
    if not places:
        return None
    place = rng.choice(places)
    value = int(place.group())
    by = rng.choice([-13, -9, -4, -3, -2, 2, 3, 4, 7, 11, 20]) if value > 31 else rng.choice([-3, -2, -1, 1, 2, 3, 5])
    return question[: place.start()] + str(max(value + by, 1)) + question[place.end() :]


def _change_name(question: str, text: str, names: Sequence[str], rng: random.Random) -> str | None:
    places = [place for place in _NAME.finditer(question) if place.group().split()[0].casefold() in text.casefold()]
    if not places or not names:
        return None
    place = rng.choice(places)
    length = len(place.group().split())
    for _ in range(8):
        other = rng.choice(names)
        if other.casefold() not in text.casefold() and abs(len(other.split()) - length) < 2:
            return question[: place.start()] + other + question[place.end() :]
    return None


def _oppose(question: str, text: str, rng: random.Random) -> str | None:
    places = [place for place in _OPPOSED.finditer(question) if place.group().casefold() in text.casefold()]
    if not places:
        return None
    place = rng.choice(places)
    other = OPPOSITES[place.group().casefold()]
    other = other.capitalize() if place.group()[0].isupper() else other
    return question[: place.start()] + other + question[place.end() :]


def _deny(question: str) -> str | None:
    """Return the question with "not" behind its subject, as "Why did he not …"; None where that can't be told."""
    place = _ASKED_DOING.match(question)
    if place is None or len(question[place.end() :].split()) < 2:
        return None
    return f"{question[: place.end()]} not{question[place.end() :]}"
