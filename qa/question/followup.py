"""Make a question of a conversation stand alone: what it points back to is put in its place, or named in brackets.

A question leans on those before when it opens like a continuation ("and", "what about"), points back with a pronoun
that it does not explain, has hardly a word of its own ("why?"), or asks nothing by its form ("emergency kit"). Where it
is sure what is meant, that is put in (`antecedent`). Then the words of matter of the questions before are carried over,
and count for less the older they are, so that a wrong topic costs little and several turns can help. Any other question
is taken as it is: it asks for the same as without a conversation, to the last bit.

Whatever is looked for stands in the question that comes out, which people are shown. Continuations, pronouns and forms
are known in English; in other languages a question leans when it has no word of its own. Left out: grammar, and words
of earlier answers but for the names in their first quotes.

Tried, as hit@1/hit@5 of mtrag's 163 questions with a history and of 882 of SQuADShifts after questions on another
article (.785/.890 and .834/.941 without a history): words of the one question before in full .822/.926, .819/.930;
of all, by age, in full questions too, from 1/2 .902/.969, .706/.912; from .15 .877/.951, .831/.937; in those that lean
only, from 1/3 .834/.945, .830/.940; fragments counted among them .859/.957, .830/.940; with complete questions
of three words of matter or less, at .15, .865/.945, .828/.933. With "it" and "he" put in where they are sure, as here,
.853/.951, .830/.940: what people are shown reads better for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import regex

from qa.question.answer_type import words_of_matter
from qa.question.antecedent import Earlier, earlier, replaced, resolved
from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.stems import term
from qa.text.terms import content_words
from qa.types import MAX_QUESTION, Turn

__all__ = ["Understood", "standalone", "understand"]

CARRIED_WEIGHT = 1 / 3  # what a word of the question before counts for, beside one typed
REPLACED_WEIGHT = 0.5  # what the rest of a question counts for of which a part was replaced
AGEING = 0.5  # what a word counts for, beside one of a turn later
LEAST_WEIGHT = 0.05  # nothing that counts for less is carried
_TURNS = 5  # that are looked back at
_MOST_WORDS = 24  # that are carried
_MOST_FRAGMENT = 4  # words of matter: more of them say themselves what they are about
_MOST_POINTING = 4  # words of matter: a pronoun in a longer question mostly refers within it

_OPENS = Pattern(r"^\W*(?:and|but|or|so|also|then|what about|how about|what else|anything else|else)\b", regex.I)
_PRONOUNS = SUBJECTS | OBJECTS | POSSESSIVES | DEMONSTRATIVES | {"hers", "theirs", "there"}
_POINTS = Pattern(
    rf"\b(?:{any_of(_PRONOUNS)}|the (?:latter|former)\b|the same(?=\W*$))\b",
    regex.I,
)
_ASKS = Pattern(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|am|do|does|did|can|could|has|have|had|will|would"
    r"|should|shall|may|might|must)\b|^\W*(?:name|list|define|describe|explain|compare)\b",
    regex.I,
)
_EXPLAINED = Pattern(
    r"\b(?:that|there)\s+(?:is|are|was|were|the|an?)\b|\b(?:is|are|was|were) there\b|\bof (?:that|those)\b", regex.I
)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is asked of the documents.

    carried: those of its words that are from earlier in the conversation, to what they count for, in (0, 1), beside 1
    for those typed just now.
    """

    question: str
    carried: Mapping[str, float] = field(default_factory=dict)


def standalone(question: str, history: Sequence[Turn], language: str = DEFAULT_LANGUAGE) -> str:
    """Return `question` as it is understood after `history`, oldest turn first; as it is when it stands alone.

    language: of the question; the conversation is taken to be in one language.

    >>> standalone("And how many were injured?", [Turn("What happened in Lebanon?")])
    'And how many were injured? (happened Lebanon)'
    >>> standalone("What about France?", [Turn("Who leads the delegation of Spain?")])
    'Who leads the delegation of France?'
    """
    return understand(question, history, language).question


def understand(question: str, history: Sequence[Turn], language: str = DEFAULT_LANGUAGE) -> Understood:
    """Return `question` as it is understood after `history`, with what each word counts for.

    It has at most `MAX_QUESTION` characters, or as many as were typed. Any history will do: what is no text in it, and
    an answer of another shape, is passed over.
    """
    if not history or not _leans(question, language):
        return Understood(question)
    before: list[Earlier] = []
    for turn in map(earlier, history[-_TURNS:]):
        leans = _leans(turn.question, language)
        text = _put_in(turn.question, before, language).question if leans else turn.question
        if content_words(text, language):
            before.append(turn._replace(question=text))
        elif turn.quote and before:
            before[-1] = before[-1]._replace(quote=turn.quote, focus=turn.focus)
    found = _understood(question, before, language) if before else None
    return found if found and len(found.question) <= MAX_QUESTION else Understood(question)


def _understood(question: str, before: Sequence[Earlier], language: str) -> Understood:
    """Return a question that leans as it is understood. before: the turns that say something, at least one."""
    put_in = _put_in(question, before, language)
    # A question that is complete now asks for what was put in, and not for what that stands in the place of.
    if put_in.question != question and not _leans(put_in.question, language):
        return put_in
    known = {term(word, language) for word in content_words(put_in.question, language)}
    added: dict[str, float] = {}
    weight = CARRIED_WEIGHT
    for turn in reversed(before):
        for word in words_of_matter(turn.question, language):
            if term(word, language) not in known and len(added) < _MOST_WORDS:
                added[word] = weight
                known.add(term(word, language))
        weight *= AGEING
        if weight < LEAST_WEIGHT:
            break
    if not added:
        return put_in
    return Understood(f"{put_in.question.rstrip()} ({' '.join(added)})", {**put_in.carried, **added})


def _put_in(question: str, before: Sequence[Earlier], language: str) -> Understood:
    """Return a question that leans with what it points back to in its place, as far as that is sure."""
    if language != DEFAULT_LANGUAGE or not before:
        return Understood(question)
    instead = replaced(question, before[-1].question)
    if not instead:
        return Understood(resolved(question, before))  # a name counts as much as if it had been typed
    typed = {term(word, language) for word in content_words(question, language)}
    rest = [word for word in content_words(instead, language) if term(word, language) not in typed]
    return Understood(instead, dict.fromkeys(rest, REPLACED_WEIGHT))


def _leans(question: str, language: str) -> bool:
    """Tell whether a question needs those before it."""
    says_nothing = not words_of_matter(question, language)
    if says_nothing or language != DEFAULT_LANGUAGE:
        return says_nothing
    own = len(content_words(question, language))
    points = own <= _MOST_POINTING and _POINTS.search(_EXPLAINED.sub(" ", question))
    asks = own > _MOST_FRAGMENT or _ASKS.search(question)
    return bool(points) or not asks or _OPENS.search(question) is not None
