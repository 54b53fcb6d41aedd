"""Which words of a question are named as missing from the documents, as people write them.

A term of a script without spaces is a character, so characters are put together again: 电话号码 in place of four. Not
named are words that stand in the title or source of a document that was found, since they are there to be read; what
only asks or carries grammar; and letters of scripts whose few letters say nothing of a word (kana but for whole
borrowed words, Thai, Lao, Khmer, Burmese). A word that is left out here may be missing; one that is named is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qa.question.question import Question
from qa.text.identifiers.compounds import find_asked_compounds
from qa.text.lazy_regex import Pattern
from qa.text.stems import is_function_word, term
from qa.text.terms import terms
from qa.text.words import is_character

__all__ = ["find_missing", "name_missing"]

_RUN = Pattern(r"[\p{Katakana}ー]+|\p{Han}+")
_KATAKANA = Pattern(r"[\p{Katakana}ー]")
_LOGOGRAMS = "zh"  # whose function words, a character each, ask in Japanese too


def find_missing(
    words: Sequence[str], text: str, languages: Sequence[str], holds: Callable[[Sequence[str], str], Sequence[bool]]
) -> list[str]:
    """Return those of some words that no passage holds, in order.

    text: where they are from: the parts of a hyphened word in it are held where that word is written as one. languages:
    of the passages. holds: tells of some terms of a language whether a passage in it holds them.
    """
    held = [holds([term(word, language) for word in words], language) for language in languages]
    missing = [word for word, *anywhere in zip(words, *held, strict=True) if not any(anywhere)]
    for language in languages if missing else ():
        asked = find_asked_compounds(text, language)
        as_one = holds([*asked], language) if asked else []
        parts = {part for own, there in zip(asked.values(), as_one, strict=True) if there for part in own}
        missing = [word for word in missing if term(word, language) not in parts]
    return missing


def name_missing(question: Question, missing: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Return the missing words to be named, those of scripts without spaces last, each kind in the question's order.

    missing: words of the question that no passage holds, each a character where its script has no spaces.
    names: titles and sources of the documents that were found.

    >>> name_missing(Question("张强的电话号码是多少？", "zh"), ["电", "话", "号", "码"], ["员工"])
    ('电话号码',)
    >>> name_missing(Question("Where is Ann Lee's car?"), ["Ann", "Lee's", "car"], ["Ann Lee.txt"])
    ('car',)
    """
    if not missing:
        return ()
    named = {name for each in names for name in terms(each, question.language)}
    words = [word for word in missing if term(word, question.language) not in named]
    spaced = [word for word in words if not is_character(word)]
    return tuple(spaced) if len(spaced) == len(words) else (*spaced, *_join(question.text, {*words}))


def _join(text: str, missing: set[str]) -> list[str]:
    """Return the runs of missing Han characters in a text, and its Katakana words that hold a missing one."""
    joined: list[str] = []
    for match in _RUN.finditer(text):
        run = match[0]
        if _KATAKANA.match(run):
            joined += [run] if not missing.isdisjoint(run) else []
            continue
        kept = "".join(c if c in missing and not is_function_word(c, _LOGOGRAMS) else " " for c in run)
        joined += kept.split()
    return list(dict.fromkeys(joined))
