"""The sentences that may be quoted beside the best one, and how each stands to it and to the question.

Its score beside the best one's, where it stands, how it begins, what it adds: the features of a logistic regression
(`choice`). How a question asks and how a sentence begins are English patterns; those on questions are used of English
ones alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from qa.question.question import Question
from qa.text.english import DEMONSTRATIVES, POSSESSIVES, SUBJECTS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.terms import FUNCTION_TERMS, terms
from qa.types import Evidence, Span

__all__ = ["Companion", "asks_several", "list_companions", "log_odds"]

_LOOKED_AT = 10  # best sentences that may be quoted beside the best one; those of its passage may always
_TOP = 5  # best sentences that tell how much of what was found is in one passage
_FAR = 4  # sentences: from there on, distance says no more
_LEAST = 0.01  # added to a score before its logarithm is taken
_CLOSE = 0.8  # share of the best score from where on each step counts for more
_LONGEST = 50  # terms: beyond it, length says no more

_POINTED = frozenset({"date", "number", "duration", "person", "place", "name"})
_SEVERAL = Pattern(
    r"\b(?:what|which|who)(?: \w+)? (?:are|were)\b|\b(?:list|name|types?|kinds?|ways?|steps?|reasons?|causes|effects"
    r"|differences?|features|symptoms|examples?|parts|both|all)\b",
    regex.I,
)
_EXPLAIN = Pattern(
    r"\b(?:why|explain|describe|how(?! (?:many|much|long|old|far|tall|high|deep|often|big|large)\b))\b", regex.I
)
_GOES_ON = Pattern(
    r"(?:also|and|but|however|in addition|additionally|moreover|furthermore|another|others?|similarly|likewise"
    r"|first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|later|finally|lastly|instead|alternatively"
    r"|for (?:example|instance)"
    r"|in (?:particular|contrast)|on the other hand|while|unlike|because|since|therefore|thus|hence|consequently|so"
    r"|accordingly|as a (?:result|consequence)|due to|if|when|unless|for this reason|in this (?:case|way))\b",
    regex.I,
)
_POINTING = SUBJECTS | POSSESSIVES | DEMONSTRATIVES | {"them", "such", "both", "each"}
_POINTS_BACK = Pattern(rf"{any_of(_POINTING)}\b", regex.I)


@dataclass(frozen=True, slots=True)
class Companion:
    """A sentence that may be quoted beside the best one.

    features: the named quantities that say whether it is, most of them in [0, 1].
    """

    evidence: Evidence
    features: Mapping[str, float]


def list_companions(question: Question, evidence: Sequence[Evidence]) -> list[Companion]:
    """Return the sentences that may be quoted beside the best one, in no order that matters.

    They are the next best ones, and the other sentences of the best one's passage even where they share no word with
    the question; those have the score 0.

    evidence: best first; empty gives nothing.
    """
    if not evidence:
        return []
    frame = _make_frame(question, evidence)
    return [Companion(sentence, _describe(sentence, frame)) for sentence in _list_others(evidence)]


def _list_others(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the next best sentences, then those of the best one's passage that are not among them."""
    best = evidence[0]
    scored = {sentence.span: sentence for sentence in evidence if _are_together(sentence, best)}
    yield from evidence[1:_LOOKED_AT]
    seen = {sentence.span for sentence in evidence[:_LOOKED_AT]}
    for start, end in best.passage.sentences:
        span = Span(best.span.document_id, start, end)
        if span not in seen:
            yield scored.get(span) or Evidence(span, best.passage, 0.0, {}, {})


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same for every sentence of an answer.

    asked: features of the question. content: content terms of the best sentence. at: number of each sentence of its
    passage, by place; here: its own. share: of the few best sentences, those in its passage. mean: of the scores in its
    passage, relative to its own.
    """

    asked: Mapping[str, float]
    best: Evidence
    content: frozenset[str]
    at: Mapping[tuple[int, int], int]
    here: int
    share: float
    mean: float


def _make_frame(question: Question, evidence: Sequence[Evidence]) -> _Frame:
    best = evidence[0]
    at = {place: n for n, place in enumerate(best.passage.sentences)}
    total = sum(sentence.score for sentence in evidence if _are_together(sentence, best))
    return _Frame(
        asked={
            "asks_point": float(question.type in _POINTED),
            "asks_several": float(asks_several(question)),
            "asks_why": float(question.in_english and bool(_EXPLAIN.search(question.text))),
        },
        best=best,
        content=_keep_content_terms(terms(best.text)),
        at=at,
        here=at[best.span.start, best.span.end],
        share=sum(_are_together(sentence, best) for sentence in evidence[:_TOP]) / _TOP,
        mean=total / (len(at) * best.score) if best.score > 0 else 0.0,
    )


def _describe(sentence: Evidence, frame: _Frame) -> dict[str, float]:
    """Return the features of one sentence."""
    best, text = frame.best, sentence.text
    together = _are_together(sentence, best)
    distance = frame.at[sentence.span.start, sentence.span.end] - frame.here if together else 0
    near = (_FAR - min(abs(distance), _FAR)) / (_FAR - 1) if together else 0.0
    ratio = sentence.score / best.score if best.score > 0 else 0.0
    words = terms(text)
    content = _keep_content_terms(words)
    return {
        **frame.asked,
        "ratio": ratio,
        "log_ratio": math.log((sentence.score + _LEAST) / (best.score + _LEAST)),
        "log_odds": log_odds(sentence.score),
        "close": max(0.0, ratio - _CLOSE) / (1.0 - _CLOSE),
        "behind": best.score - sentence.score,
        "same_document": float(sentence.span.document_id == best.span.document_id),
        "same_passage": float(together),
        "near": near,
        "next": float(distance == 1),
        "opens_passage": float(together and distance == -frame.here),
        "matched": sum(sentence.matched.values()),
        "adds": sum(weight for name, weight in sentence.matched.items() if name not in best.matched),
        "shared": len(content & frame.content) / len(content | frame.content) if content else 0.0,
        "length": min(len(words), _LONGEST) / _LONGEST,
        "goes_on": float(together and bool(_GOES_ON.match(text))),
        "points_back": float(distance == 1 and bool(_POINTS_BACK.match(text))),
        "near_ratio": near * ratio,
        "place": (distance + frame.here) / len(frame.at) if together else 0.0,
        "best_score": best.score,
        "relative": (ratio - frame.mean) * together,
        "coverage_here": sum(best.matched.values()) * together,
        "coverage": sum(best.matched.values()),
        "share_here": frame.share * together,
        "mean_here": frame.mean * together,
    }


def log_odds(score: float) -> float:
    """Return the log-odds of a score, with a little added so that 0 and 1 have some."""
    return math.log((score + _LEAST) / (1.0 - score + _LEAST))


def _are_together(a: Evidence, b: Evidence) -> bool:
    """Tell whether two sentences are of one passage."""
    return a.passage.start == b.passage.start and a.span.document_id == b.span.document_id


def asks_several(question: Question) -> bool:
    """Tell whether an English question asks for several things."""
    return question.in_english and bool(_SEVERAL.search(question.text))


def _keep_content_terms(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in FUNCTION_TERMS)
