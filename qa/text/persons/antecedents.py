"""Which earlier sentence of a passage names the person that a sentence speaks of by a pronoun alone.

Surface patterns: who is named nearest before, as a subject first, and fits the gender that titles, kinship and earlier
pronouns tell. Where pronouns stand for things as well, as in German, only a person that the sentence just before is
about. Left out: plurals, and pronouns that are no subject.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.function_words import FUNCTION_WORDS
from qa.text.lazy_regex import Pattern
from qa.text.persons.given_names import GENDERS
from qa.text.persons.names import Person, find_persons
from qa.text.persons.pronouns import PRONOUNS, Gender, Pronouns

__all__ = ["find_antecedents", "sounds_like"]

_FARTHEST = 12  # sentences that are looked back at
_UNSEEN = frozenset({"ar", "fa", "he", "hi", "th"})  # languages whose names cannot be seen
_OF_WOMEN = ("a", "а", "я")  # how most first names of women end, and few of men
_MEN_IN_A = frozenset("luca andrea nicola joshua ezra никита илья лука фома elia mika jona borja".split())
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’-]+")
_SINGLE = Pattern(r"\W*(\p{Lu}[\p{L}\p{M}'’-]+)(?= \p{Ll})")
_PART = Pattern(  # who does something, by a part that persons have
    r"\W*(?:the|an?|our|your|each|every) (?:\p{Ll}+ )?(\p{Ll}{2,}(?:er|or|ist|ant|ent|ee|ian|man|woman|person|chef"
    r"|nurse|clerk|guest|pupil|child|parent|author|judge|king|queen|mayor|boss|spouse|wife|husband|son|daughter|mother"
    r"|father)) \p{Ll}",
    regex.I,
)


def find_antecedents(sentences: Sequence[str], language: str) -> tuple[int | None, ...]:
    """Return, for each sentence whose subject is a pronoun of the third person, which earlier one names that person.

    None for every other sentence, and where that cannot be told. A number is less than that of its sentence.

    >>> find_antecedents(["Ann Lee is the mayor.", "The town is old.", "She was elected in 2019."], "en")
    (None, None, 0)
    >>> find_antecedents(["张强是人事部经理。", "他的办公室在五楼。"], "zh")
    (None, 0)
    """
    pronouns = PRONOUNS.get(language)
    if pronouns is None or len(sentences) < 2 or not pronouns.may_stand_in(sentences):
        return (None,) * len(sentences)
    places = [pronouns.find(sentence) or pronouns.find_inside(sentence) for sentence in sentences]
    if not any(places[1:]):
        return (None,) * len(sentences)
    passage = _Passage(sentences, language, pronouns)
    return tuple(passage.look_back(number, *place) if place else None for number, place in enumerate(places))


class _Passage:
    """A passage that is read from its beginning: `look_back` is called for its sentences in order."""

    def __init__(self, sentences: Sequence[str], language: str, pronouns: Pronouns) -> None:
        self._sentences, self._language, self._pronouns = sentences, language, pronouns
        self._persons: dict[int, list[Person]] = {}
        self._told: dict[str, Gender] = {}  # by name, what titles and pronouns say
        self._about: dict[int, tuple[int, str]] = {}  # of a sentence with a pronoun: the sentence and name it points to

    def look_back(self, number: int, gender: Gender | None, start: int, end: int) -> int | None:
        """Return the sentence that names whom the pronoun at a place of sentence `number` stands for."""
        if self._names_itself(number, start, end):
            return None
        mention = self._find(number, gender)
        if mention is None:
            return None
        self._about[number] = mention
        if gender:
            self._told.setdefault(mention[1], gender)
        return mention[0]

    def _names_itself(self, number: int, start: int, end: int) -> bool:
        """Tell whether what stands before the pronoun, or after the clause that it is in, names the person."""
        sentence = self._sentences[number]
        before = _WORD.findall(sentence[:start])
        if not before:
            return False
        if len(before) > 1:
            grammar = FUNCTION_WORDS.get(self._language, frozenset())
            # "Ann said that she" is about Ann, "In 1931 she" is not; "the town that she" is no subject.
            if before[0][0].isupper() and before[0].lower() not in grammar and not self._pronouns.verb_second:
                return True
            if before[-1].lower() in grammar and not self._pronouns.verb_second:
                return True
            if find_persons(sentence[:start], self._language):
                return True
        clause = sentence.find(", ", end)
        return clause > 0 and any(person.leading for person in find_persons(sentence[clause + 2 :], self._language))

    def _find(self, number: int, gender: Gender | None) -> tuple[int, str] | None:
        """Return the sentence that names a person and the name: who is nearest of those that fit."""
        things = self._pronouns.things
        back = range(number - 1, max(-1, number - 1 - (1 if things else _FARTHEST)), -1)
        if self._language in _UNSEEN:
            return next((self._about.get(earlier, (earlier, "")) for earlier in back), None)
        misfit = None
        for earlier in back:
            for name, place in self._list_subjects(earlier):
                if not gender or self._told.get(name, gender) == gender:
                    if not gender or name in self._told or sounds_like(name, self._language) in {None, gender}:
                        return place, name
                    misfit = misfit or (place, name)
        if misfit and not things:
            return misfit
        others = ((earlier, person) for earlier in back for person in self._read(earlier) if not person.leading)
        for earlier, person in others:
            if not gender or self._told.get(person.name, gender) == gender:
                return earlier, person.name
        return None if things else self._find_unnamed(back)

    def _list_subjects(self, number: int) -> list[tuple[str, int]]:
        """Return the persons that a sentence is about, each with the sentence that names it."""
        persons = self._read(number)
        leading = [(person.name, number) for person in persons if person.leading]
        if number in self._about:
            place, name = self._about[number]
            leading.append((name, place))
        if leading:
            return leading
        if len(persons) == 1:
            return [(persons[0].name, number)] if persons[0].by else []
        single = _SINGLE.match(self._sentences[number])
        if single:
            known = [person.name for earlier in range(number) for person in self._read(earlier)]
            return [(name, number) for name in known if name.endswith(f" {single[1]}")][-1:]
        return []

    def _read(self, number: int) -> list[Person]:
        """Return the persons that a sentence names; what it tells of them is kept."""
        if number not in self._persons:
            self._persons[number] = persons = find_persons(self._sentences[number], self._language)
            for person in persons:
                if person.gender:
                    self._told.setdefault(person.name, person.gender)
        return self._persons[number]

    def _find_unnamed(self, back: range) -> tuple[int, str] | None:
        """Return the nearest sentence that begins with a first name alone, or with who has a part ("The tenant")."""
        grammar = FUNCTION_WORDS.get(self._language, frozenset())
        for pattern in (_PART, _SINGLE) if self._language == DEFAULT_LANGUAGE else (_SINGLE,):
            for earlier in back:
                match = pattern.match(self._sentences[earlier])
                if match and match[1].lower() not in grammar:
                    return earlier, match[1]
        return None


def sounds_like(name: str, language: str) -> Gender | None:
    """Return the gender that a given name has mostly, or that its end makes likely; None where it says nothing."""
    first = name.split(maxsplit=1)[0].lower()
    if first in GENDERS:
        return GENDERS[first]
    if language in {"zh", "ja", "ko", "tr", "fi", "hu", "vi", "id"} or first in _MEN_IN_A:
        return None
    return "she" if first.endswith(_OF_WOMEN) else None
