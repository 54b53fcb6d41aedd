"""Make a question of a conversation stand alone: what it points back to is put in its place, or named in brackets.

A question leans on those before when it opens like a continuation ("and", "what about"), points back with a pronoun
that it does not explain, has hardly a word of its own ("why?"), or asks nothing by its form ("emergency kit"). Where it
is sure what is meant, that is put in (`antecedent`). Then the content words of the questions before are carried over,
and count for less the older they are, so that a wrong topic costs little and several turns can help. Any other question
is taken as it is: it asks for the same as without a conversation, to the last bit.

Whatever is looked for stands in the question that comes out, which people are shown. Continuations, pronouns and forms
are known in English; in other languages a question leans when it has no word of its own. Left out: grammar, and words
of earlier answers but for the names in their first quotes.

Tried, as hit@1/hit@5 of mtrag's 163 questions with a history and of 882 of SQuADShifts after questions on another
article (.785/.890 and .834/.941 without a history): words of the one question before in full .822/.926, .819/.930;
of all, by age, in full questions too, from 1/2 .902/.969, .706/.912; from .15 .877/.951, .831/.937; in those that lean
only, from 1/3 .834/.945, .830/.940; fragments counted among them .859/.957, .830/.940; with complete questions
of three content words or less, at .15, .865/.945, .828/.933. With "it" and "he" put in where they are sure, as here,
.853/.951, .830/.940: what people are shown reads better for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from qa.question.antecedent import Earlier, read_turn, replace_part, resolve
from qa.question.question import Question
from qa.text.english import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.stems import term
from qa.text.terms import find_content_words
from qa.types import MAX_QUESTION, Turn

__all__ = ["complete"]

CARRIED_WEIGHT = 1 / 3  # what a word of the question before counts for, beside one typed
REPLACED_WEIGHT = 0.5  # what the rest of a question counts for of which a part was replaced
AGEING = 0.5  # what a word counts for, beside one of a turn later
LEAST_WEIGHT = 0.05  # nothing that counts for less is carried
_TURNS = 5  # that are looked back at
_MOST_WORDS = 24  # that are carried
_MOST_FRAGMENT = 4  # content words: more of them say themselves what they are about
_MOST_POINTING = 4  # content words: a pronoun in a longer question mostly refers within it

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


def complete(question: Question, history: Sequence[Turn]) -> Question:
    """Return `question` as it is understood after `history`, oldest turn first; as it is when it stands alone.

    The conversation is taken to be in one language. What comes out has at most `MAX_QUESTION` characters, or as many as
    were typed. Any history will do: what is no text in it, and an answer of another shape, is passed over.

    >>> complete(Question("And how many were injured?"), [Turn("What happened in Lebanon?")]).text
    'And how many were injured? (happened Lebanon)'
    >>> complete(Question("What about France?"), [Turn("Who leads the delegation of Spain?")]).text
    'Who leads the delegation of France?'
    """
    if not history or not _leans(question):
        return question
    before: list[Earlier] = []
    for turn in map(read_turn, history[-_TURNS:]):
        asked = Question(turn.question, question.language)
        meant = _put_in(asked, before) if _leans(asked) else asked
        if meant.content_words:
            before.append(turn._replace(question=meant.text))
        elif turn.quote and before:
            before[-1] = before[-1]._replace(quote=turn.quote, focus=turn.focus)
    completed = _carry_over(question, before) if before else question
    return completed if len(completed.text) <= MAX_QUESTION else question


def _carry_over(question: Question, before: Sequence[Earlier]) -> Question:
    """Return a question that leans as it is understood. before: the turns that say something, at least one."""
    put_in = _put_in(question, before)
    # A question that is complete now asks for what was put in, and not for what that stands in the place of.
    if put_in.text != question.text and not _leans(put_in):
        return put_in
    language = question.language
    known = {term(word, language) for word in put_in.content_words}
    added: dict[str, float] = {}
    weight = CARRIED_WEIGHT
    for turn in reversed(before):
        for word in Question(turn.question, language).sought_words:
            if term(word, language) not in known and len(added) < _MOST_WORDS:
                added[word] = weight
                known.add(term(word, language))
        weight *= AGEING
        if weight < LEAST_WEIGHT:
            break
    if not added:
        return put_in
    return replace(put_in, text=f"{put_in.text.rstrip()} ({' '.join(added)})", carried={**put_in.carried, **added})


def _put_in(question: Question, before: Sequence[Earlier]) -> Question:
    """Return a question that leans with what it points back to in its place, as far as that is sure."""
    if not question.in_english or not before:
        return question
    instead = replace_part(question.text, before[-1].question)
    if not instead:
        return replace(question, text=resolve(question.text, before))  # a name counts as much as if it were typed
    typed = question.content_terms(question.language)
    rest = [
        word for word in find_content_words(instead, question.language) if term(word, question.language) not in typed
    ]
    return replace(question, text=instead, carried=dict.fromkeys(rest, REPLACED_WEIGHT))


def _leans(question: Question) -> bool:
    """Tell whether a question needs those before it."""
    if not question.sought_words or not question.in_english:
        return not question.sought_words
    own = len(question.content_words)
    points = own <= _MOST_POINTING and _POINTS.search(_EXPLAINED.sub(" ", question.text))
    asks = own > _MOST_FRAGMENT or _ASKS.search(question.text)
    return bool(points) or not asks or _OPENS.search(question.text) is not None
