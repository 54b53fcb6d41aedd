"""Make a question of a conversation stand alone: what it points back to is put in its place, or named in brackets.

A question that leans on those before (`leaning`) gets what it points back to put in where that is sure: the person that
was answered or asked about (`whom`), the thing behind "it", the part that it replaces (`antecedent`). Else the content
words of the last answered turn are carried over; where that leaned too, those before it as well, which count for less
the older they are. A turn that is not known to be answered or silent counts as answered, and so does the one before it.
Nothing is carried from silence, and no word that no document holds. Any other question is taken as it is: it asks for
the same as without a conversation, to the last bit.

Whatever is looked for stands in the question that comes out, which people are shown. A remark ("why?", "are you sure?")
is known as one, and so is what was quoted before (`Before`), so that it is not quoted again for nothing. Left out:
grammar, and words of earlier answers but for the names in their quotes.

Tried, as hit@1/hit@5 of mtrag's 163 questions with a history and of 882 of SQuADShifts after questions on another
article (.785/.890 and .834/.941 without a history): words of the one question before in full .822/.926, .819/.930;
of all, by age, in full questions too, from 1/2 .902/.969, .706/.912; from .15 .877/.951, .831/.937; in those that lean
only, from 1/3 .834/.945, .830/.940; fragments counted among them .859/.957, .830/.940; with complete questions
of three content words or less, at .15, .865/.945, .828/.933. With "it" and "he" put in where they are sure, as here,
.853/.951, .830/.940: what people are shown reads better for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import chain

from qa.question.antecedent import replace_part, replace_phrase, resolve
from qa.question.leaning import cut_continuation, leans, point_to_person
from qa.question.question import Before, Question
from qa.question.turns import Earlier, read_turn
from qa.question.utterances.remark import names_source, read_remark
from qa.question.whom import find_person
from qa.text.persons.pronouns import PRONOUNS
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

_FIGURE = re.compile(r"\d")

FindUnknown = Callable[[Sequence[str]], Collection[str]]


def complete(question: Question, history: Sequence[Turn], find_unknown: FindUnknown = lambda words: ()) -> Question:
    """Return `question` as it is understood after `history`, oldest turn first; as it is when it stands alone.

    find_unknown: returns those of some words that no document holds: they are neither put in nor carried.
    The conversation is taken to be in one language. What comes out has at most `MAX_QUESTION` characters, or as many as
    were typed. Any history will do: what is no text in it, and an answer of another shape, is passed over.

    >>> complete(Question("And how many were injured?"), [Turn("What happened in Lebanon?")]).text
    'And how many were injured? (happened Lebanon)'
    >>> complete(Question("What about France?"), [Turn("Who leads the delegation of Spain?")]).text
    'Who leads the delegation of France?'
    """
    if not history:
        return question
    remark = read_remark(question.text)
    if question.asks_nothing or (not remark and not leans(question)):
        return question
    turns = [read_turn(turn) for turn in history[-_TURNS:]]
    last = next((turn for turn in reversed(turns) if turn.quotes), None)
    if remark == "source" and not (last and names_source(last.quote)):
        remark = "doubt"  # the citation says who said it
    question = replace(question, remark=remark, before=_read_before(turns))
    if question.asks_nothing:
        return question
    steps = _retrace(turns, question.language)
    completed = _carry_over(question, steps, find_unknown) if steps else question
    return completed if len(completed.text) <= MAX_QUESTION else question


def _read_before(turns: Sequence[Earlier]) -> Before | None:
    answered = [turn for turn in turns if turn.quotes]
    if not answered:
        return None
    return Before(
        last=answered[-1].places,
        places=frozenset(chain.from_iterable(turn.places for turn in answered)),
        confidence=answered[-1].confidence,
        texts=frozenset(chain.from_iterable(turn.quotes for turn in answered)),
    )


def _retrace(turns: Sequence[Earlier], language: str) -> list[Earlier]:
    """Return the turns that say something, each with its question as it was understood after those before it."""
    before: list[Earlier] = []
    for turn in turns:
        asked = Question(turn.question, language)
        if asked.asks_nothing:
            continue
        leaned = read_remark(turn.question) is not None or leans(asked)
        meant = _put_in(asked, before, lambda words: ()) if leaned else asked
        if meant.content_words:
            before.append(turn._replace(question=meant.text, leaned=leaned))
        elif turn.quotes and before:
            before[-1] = before[-1]._replace(quotes=turn.quotes, focus=turn.focus)
    return before


def _carry_over(question: Question, before: Sequence[Earlier], find_unknown: FindUnknown) -> Question:
    """Return a question that leans as it is understood. before: the turns that say something, at least one."""
    put_in = _put_in(question, before, find_unknown)
    # A question that is complete now asks for what was put in, and not for what that stands in the place of.
    text = cut_continuation(put_in) or put_in.text
    if put_in.person or (put_in.text != question.text and not leans(replace(put_in, text=text))):
        return put_in
    language = question.language
    known = {term(word, language) for word in put_in.content_words}
    added: dict[str, float] = {}
    weight = CARRIED_WEIGHT
    for turn in reversed(before):
        if turn.answered is False:  # its words found nothing then
            continue
        for word in Question(turn.question, language).sought_words:
            if question.identifiers and _FIGURE.search(word):  # of what it names another in the place of
                continue
            if term(word, language) not in known and len(added) < _MOST_WORDS:
                added[word] = weight
                known.add(term(word, language))
        weight *= AGEING
        if weight < LEAST_WEIGHT or (turn.answered and not turn.leaned):
            break
    for word in find_unknown(list(added)):
        added.pop(word, None)
    if not added:
        return put_in
    return replace(put_in, text=f"{put_in.text.rstrip()} ({' '.join(added)})", carried={**put_in.carried, **added})


def _put_in(question: Question, before: Sequence[Earlier], find_unknown: FindUnknown) -> Question:
    """Return a question that leans with what it points back to in its place, as far as that is sure."""
    answered = [turn for turn in before if turn.answered is not False]
    instead = ""
    if answered:
        instead = replace_part(question.text, answered[-1].question) if question.in_english else ""
        instead = instead or replace_phrase(cut_continuation(question), answered[-1].question, question.language)
    if not instead and not question.in_english:
        return _add_person(question, before, find_unknown)
    if not instead:
        text, person = resolve(question.text, before)  # a name counts as much as if it were typed
        return replace(question, text=text, person=person) if not _list_new(question, text, find_unknown) else question
    typed = question.content_terms(question.language)
    rest = [
        word for word in find_content_words(instead, question.language) if term(word, question.language) not in typed
    ]
    if find_unknown(rest):
        return question
    return replace(question, text=instead, carried=dict.fromkeys(rest, REPLACED_WEIGHT))


def _list_new(question: Question, text: str, find_unknown: FindUnknown) -> Collection[str]:
    """Return the words that were put in and that no document holds."""
    if text == question.text:
        return ()
    typed = question.content_terms(question.language)
    return find_unknown([word for word in find_content_words(text) if term(word) not in typed])


def _add_person(question: Question, before: Sequence[Earlier], find_unknown: FindUnknown) -> Question:
    """Return a question in another language than English with the name of whom it points to in brackets."""
    pointing = point_to_person(question)
    if pointing is None or not before:
        return question
    things = PRONOUNS[question.language].things if question.language in PRONOUNS else True
    turns = before[-1:] if things else before[::-1]
    name = next(filter(None, (find_person(turn, pointing[0], question.language) for turn in turns)), "")
    if not name or find_unknown(find_content_words(name, question.language)):
        return question
    return replace(question, text=f"{question.text.rstrip()} ({name})", person=name)
