"""Whether all of what was typed is chit-chat, and where a question begins that is greeted or thanked with.

An utterance is chit-chat when it is nothing but known phrases of some thirty languages, one after another: "ok great,
thanks a lot!" is, "thanks, and how much is it?" and "Hello World" are not. Signs alone (`👍`, `...`) are chit-chat too.
Left out: what a phrase means, and which language it is in.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import regex

from qa.question.utterances.phrases import PHRASES, WITH_OTHERS
from qa.question.utterances.phrases_in_scripts import PHRASES_IN_SCRIPTS

__all__ = ["find_question", "is_chat"]

_LONGEST = 80  # characters
_NO_WORD = regex.compile(r"[^\p{L}\p{M}\p{N}']+|(?<!\p{L})'|'(?!\p{L})")
_FIRST = regex.compile(r"[\p{L}\p{M}\p{N}'’]+")
_MARKS = regex.compile(r"\p{Mn}+")
_NAMES_SOMETHING = regex.compile(r"[\p{L}\p{N}]")
_EXCLAIMED = regex.compile(r"[!！]\s*$")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_OPENING = regex.compile(r"^\s*([^,.;:!?，。！？、\n]{1,32}?)\s*(?:[,.;:!，。！、]+|\s[-–—])\s*(?=\S)")
_MOST_OPENINGS = 3
_GREETS = regex.compile(
    r"(?:hi|hello|hey|hallo|moin|bonjour|salut|hola|ciao|salve|buongiorno|ol[aá]|oi|hoi|cześć|hej|merhaba|привет)"
    r"(?: (?:there|all|everyone|quoth))?\s+(?=\S+\s+\S)",
    regex.I,
)
_ASKED = regex.compile(r"[?？؟]\s*$")


def is_chat(text: str) -> bool:
    """Tell whether a text is nothing but chit-chat.

    >>> [is_chat(text) for text in ("OK, great – thanks!", "Wer bist du?", "谢谢你！", "👍", "Nice!")]
    [True, True, True, True, True]
    >>> [is_chat(text) for text in ("thanks, and how much is it?", "Hello World", "Nice", "")]
    [False, False, False, False]
    """
    if len(text) > _LONGEST or not text.strip():
        return False
    if not _NAMES_SOMETHING.search(text):
        return True
    first = _FIRST.search(text)
    if first and not _UNSPACED.match(first.group()) and _normalise(first.group()) not in _read_phrases()[1]:
        return False
    said = _normalise(text)
    return _consists_of_phrases(said, alone=_EXCLAIMED.search(text) is not None)


def find_question(text: str) -> int:
    """Return where the question begins behind greetings and thanks; 0 where there are none, or nothing else.

    >>> text = "Hi there! Thanks, when is the pool open?"
    >>> text[find_question(text) :]
    'when is the pool open?'
    >>> find_question("Hello World"), find_question("Thanks!")
    (0, 0)
    """
    start = 0
    for _ in range(_MOST_OPENINGS):
        opening = _OPENING.match(text[start:])
        if not opening or not is_chat(opening.group(1)) or not _NAMES_SOMETHING.search(text, start + opening.end()):
            break
        start += opening.end()
    greeting = _GREETS.match(text[start:]) if _ASKED.search(text) else None
    return start + (greeting.end() if greeting else 0)


def _normalise(text: str) -> str:
    """Return the words of a text in lower case without accents, one space between them."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.replace("’", "'").lower()))
    return _NO_WORD.sub(" ", bare).strip()


def _consists_of_phrases(said: str, *, alone: bool) -> bool:
    """Tell whether words are known phrases one after another. alone: whether those that only stand beside others do."""
    phrases, _ = _read_phrases()
    reached = {0: alone}  # to whether a phrase before is chit-chat by itself
    for start in range(len(said)):
        if start not in reached:
            continue
        for end in _list_ends(said, start):
            known = phrases.get(said[start:end])
            if known is not None:
                after = end + (said[end : end + 1] == " ")
                reached[after] = reached.get(after, False) or reached[start] or known
    return reached.get(len(said), False)


def _list_ends(said: str, start: int) -> list[int]:
    """Return where a phrase may end that begins at a place: at the end of a word, of which some scripts show none."""
    return [
        end
        for end in range(start + 1, min(len(said), start + _longest()) + 1)
        if end == len(said) or said[end] == " " or _UNSPACED.match(said[end - 1])
    ]


@cache
def _read_phrases() -> tuple[dict[str, bool], frozenset[str]]:
    """Return each phrase to whether it is chit-chat by itself, and the words that phrases begin with."""
    phrases = {_normalise(phrase): False for phrase in WITH_OTHERS.split("|")}
    for text in (*PHRASES.values(), *PHRASES_IN_SCRIPTS.values()):
        phrases |= dict.fromkeys(map(_normalise, text.split("|")), True)
    return phrases, frozenset(phrase.split(" ", 1)[0] for phrase in phrases)


@cache
def _longest() -> int:
    return max(map(len, _read_phrases()[0]))
