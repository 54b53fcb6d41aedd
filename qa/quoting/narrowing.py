"""Which sentences can answer a question that leans on the answer before it: not what was quoted then, in most cases.

"What else?" asks for other sentences. What was quoted answers a further question only when it holds a word of that
question, or nothing else does, and when it offers what is asked for: a reason, a date. Quoted again for a question
without a word of its own, it is no surer than it was. A question about a person who was put in for a pronoun is not
answered by a sentence that speaks of another by a pronoun; where sentences about that person hold a word of the
question, these alone answer. Left out: questions that stand alone, of which all sentences can.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from qa.question.kinds.answer_type import AnswerType
from qa.question.kinds.candidates import find_candidates
from qa.question.question import Before, Question
from qa.question.utterances.remark import gives_reason, names_source
from qa.text.lazy_regex import Pattern
from qa.text.persons.antecedents import find_antecedents
from qa.text.stems import term
from qa.types import Evidence, Passage

__all__ = ["limit", "narrow"]

_SHOWN: frozenset[AnswerType] = frozenset({"date", "number", "duration"})  # kinds of which figures and months tell


def narrow(evidence: Sequence[Evidence], question: Question) -> list[Evidence]:
    """Return the evidence that can answer a question, in its order."""
    before = question.before
    if before is None and not question.person:
        return list(evidence)
    quoted = {sentence.span for sentence in evidence if before and _was_quoted(sentence, before)}
    if question.remark == "more":
        return [sentence for sentence in evidence if sentence.span not in quoted]
    if question.remark == "source" and before:
        last = before.last or quoted
        return [sentence for sentence in evidence if sentence.span in last and names_source(sentence.text)]
    own = {term(word, question.language) for word in question.own_words or question.typed_words}
    best = {name: max(sentence.matched.get(name, 0.0) for sentence in evidence) for name in own} if evidence else {}
    counts = {
        sentence.span: sum(sentence.matched.get(name, 0.0) >= _AS_GOOD * best[name] > 0.0 for name in own)
        for sentence in evidence
    }
    # A character of a script without spaces is often part of other words: there, all that can be held must be.
    least = max([1, *counts.values()]) if question.language in _UNSPACED else 1
    holding = {span for span, count in counts.items() if count >= least}
    offering = {sentence.span for sentence in evidence if sentence.span not in quoted or _offers(sentence, question)}
    if holding:
        # What was quoted may hold the answer in another shape than is looked for, unless another sentence has both.
        better = any(sentence.span in holding - quoted and _shows(sentence, question) for sentence in evidence)
        offering = (offering - quoted) | (holding & offering if better else holding)
    kept = [sentence for sentence in evidence if sentence.span in offering]
    if not question.person:
        return kept
    about = [sentence for sentence in kept if sentence.span in holding and _names(sentence, question) == "person"]
    return about or [sentence for sentence in kept if _names(sentence, question) != "other"]


def _was_quoted(sentence: Evidence, before: Before) -> bool:
    return sentence.span in before.places or " ".join(sentence.text.split()) in before.texts


def _offers(sentence: Evidence, question: Question) -> bool:
    """Tell whether a sentence has what is asked for, as far as that is known."""
    if question.remark == "why":
        return gives_reason(sentence.text)
    if question.type not in _SHOWN or _shows(sentence, question):
        return True
    return question.type != "number" and _TIMES.search(sentence.text) is not None


def _shows(sentence: Evidence, question: Question) -> bool:
    """Tell whether a sentence has figures, months or names of the kind that is asked for."""
    kinds: tuple[AnswerType | None, ...] = ("duration", "date") if question.type == "duration" else (question.type,)
    return any(kind is None or find_candidates(kind, sentence.text, frozenset()) for kind in kinds)  # since 2003


def _names(sentence: Evidence, question: Question) -> str:
    """Return whether a sentence speaks of the "person" that a question is about, of an "other" by a pronoun, or not."""
    name = question.person if question.language in _UNSPACED else question.person.rsplit(maxsplit=1)[-1]
    if name in sentence.text:
        return "person"
    passage = sentence.passage
    earlier = _find_antecedents(passage)[passage.sentences.index((sentence.span.start, sentence.span.end))]
    if earlier is None:
        return ""
    return "person" if name in passage.cut(*passage.sentences[earlier]) else "other"


_AS_GOOD = 0.8  # of the best share that a term has in a sentence: less is another word that only begins alike
# What tells a time in other words than figures and months do.
_TIMES = Pattern(
    r"\b(?:before|after|until|till|since|during|when|while|every|each|daily|weekly|monthly|yearly|always|never|once|twice"
    r"|morning|noon|evening|night|Easter|Christmas|spring|summer|autumn|winter|(?:week|month|year)s?)\b",
    regex.I,
)
_UNSPACED = frozenset({"ja", "ko", "th", "zh"})


@lru_cache(maxsize=256)
def _find_antecedents(passage: Passage) -> tuple[int | None, ...]:
    return find_antecedents([passage.cut(start, end) for start, end in passage.sentences], passage.language)


def limit(confidence: float, evidence: Sequence[Evidence], question: Question) -> float:
    """Return how sure an answer is: no surer than the one before, when it is quoted again without a word of its own."""
    before = question.before
    if before is None or not evidence or question.own_words or not _was_quoted(evidence[0], before):
        return confidence
    return min(confidence, before.confidence)
