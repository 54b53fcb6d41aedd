"""Which person a turn of a conversation is about: who answered first, then whom the question named.

Left out: scripts in which names cannot be seen.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from qa.question.kinds.answer_type import classify
from qa.question.turns import Earlier
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.lazy_regex import Pattern
from qa.text.persons.antecedents import sounds_like
from qa.text.persons.given_names import GENDERS
from qa.text.persons.names import Person, find_persons
from qa.text.persons.pronouns import Gender
from qa.text.stems import is_function_word

__all__ = ["find_person"]

_LONGEST_NAME = 60
_WHO = Pattern(
    r"(?<!\p{L})(?:wer|wem|wen|qui|quién|quiénes|chi|quem|wie(?= (?:is|was|\p{Ll}+t)\b)|vem|hvem|kuka|kto|kdo"
    r"|кто|хто|kim(?:dir)?|ki|cine|ποιος|ποια|siapa|ai)(?!\p{L})|[谁誰]|누가|누구|من (?:هو|هي)|מי |कौन",
    regex.I,
)
_NOBODY = frozenset("nobody somebody anybody everybody everyone someone anyone niemand jemand personne nadie".split())
_ALONE = Pattern(r"\W*(\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)*)(?= \p{Ll}|\W*$)")


def find_person(turn: Earlier, gender: Gender | None, language: str) -> str:
    """Return the name of the person that a turn is about; empty when that is not sure.

    gender: of who is looked for; None for either. Whoever is known to be of the other one is passed over.
    """
    fallback = ""
    for person in _list_persons(turn, language):
        known = person.gender or GENDERS.get(person.name.split(maxsplit=1)[0].lower())
        if gender and known and known != gender:
            continue
        if not gender or person.gender or sounds_like(person.name, language) in {None, gender}:
            return person.name
        fallback = fallback or person.name
    return fallback


def _list_persons(turn: Earlier, language: str) -> Iterator[Person]:
    """Yield the persons of a turn, whom it is most likely about first."""
    asked = find_persons(turn.question, language)
    quoted = [person for quote in turn.quotes for person in _sort(find_persons(quote, language))]
    told = {person.name: person.gender for person in (*asked, *quoted) if person.gender}
    names = {person.name for person in asked}
    focus = find_persons(turn.focus, language) if turn.focus else []
    new = [person for person in (*focus, *quoted) if not any(_is_same(person.name, name) for name in names)]
    both = [person for person in asked if any(_is_same(person.name, other.name) for other in quoted)]
    headed = [person for person in find_persons(turn.heading, language) if turn.heading]
    alone = [] if new or both or headed else _find_alone(turn, language)
    if _asks_who(turn.question, language):
        order = [*new, *headed, *alone, *both, *asked]
    elif len(asked) > 1 and not turn.quotes:
        return  # none of several is sure
    else:
        order = [*both, *asked, *new] if asked else [*new, *headed]
    for person in order:
        yield person._replace(gender=person.gender or told.get(person.name))


def _sort(persons: list[Person]) -> list[Person]:
    """Return the persons of a sentence: whom it is about, who did what it says, then others."""
    return sorted(persons, key=lambda person: (not person.leading, not person.by))


def _is_same(name: str, other: str) -> bool:
    return name == other or name.endswith(f" {other}") or other.endswith(f" {name}")


def _find_alone(turn: Earlier, language: str) -> list[Person]:
    """Return who is named by one word, where the focus or what a quote begins with is capitalised throughout."""
    for text in (turn.focus, turn.quote if language != "de" else ""):
        match = _ALONE.match(text) if len(text) <= _LONGEST_NAME or text is turn.quote else None
        if not match or match[1].lower() in _NOBODY or match[1].lower() in turn.question.lower():
            continue
        if not is_function_word(match[1].split()[0], language):
            return [Person(match[1], match.start(1), None, leading=True)]
    return []


def _asks_who(question: str, language: str) -> bool:
    if language == DEFAULT_LANGUAGE:
        return classify(question)[0] == "person"
    return _WHO.search(question) is not None
