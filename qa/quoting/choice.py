"""Which sentences are quoted beside the best one: those that answer as well, and no others.

Three ways lead to a further sentence:

- A tie. A sentence that scores as the best one does cannot be told from it, so it is quoted too.
- A list. When the best sentence ends in a colon, the items under it are quoted with it; when it is an item itself and
  the question asks for several things, so are the items beside it and the line that leads to them.
- A logistic regression on how a sentence stands to the best one and to the question: its score beside the best one's,
  where it stands, how it begins, what it adds. It is fitted by `python -m eval.training.train_choice` and kept as
  numbers in `models/choice.json`, which names what it was fitted on and how well it did.

Left out: what the sentences mean, and lists that go on in the next passage.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import regex

from qa.models.load import load_card
from qa.question.question import Question
from qa.text.english import DEMONSTRATIVES, LIST_ITEM, POSSESSIVES, SUBJECTS, any_of
from qa.text.lazy_regex import Pattern
from qa.text.terms import FUNCTION_TERMS, terms
from qa.types import Evidence, Span

__all__ = ["Companion", "choose", "companions"]

_LOOKED_AT = 10  # best sentences that may be quoted beside the best one; those of its passage may always
_TOP = 5  # best sentences that tell how much of what was found is in one passage
_FAR = 4  # sentences: from there on, distance says no more
_TIE = 0.05  # scores are the same when their log-odds differ by no more
_LEAST = 0.01  # added to a score before its logarithm is taken
_CLOSE = 0.8  # share of the best score from where on each step counts for more
_SENTENCE_ENDS = ".!?…。！？؟।:"
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
_ITEM = Pattern(LIST_ITEM)
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


def choose(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the further sentences to quote: those of a list in order, then likeliest first; ties by place.

    Empty when the best sentence says all. evidence: best first; at least one.
    """
    model = _model()
    found = companions(question, evidence)
    listed = _list_around(question, evidence[0])
    tie = _log_odds(evidence[0].score) - _TIE
    of_list = sorted((other.evidence for other in found if other.evidence.span in listed), key=lambda other: other.span)
    likely = [
        (-logit, other.evidence.span, other.evidence)
        for other in found
        if other.evidence.span not in listed
        and ((logit := model.logit(other.features)) >= model.least or _log_odds(other.evidence.score) >= tie)
    ]
    return of_list + [sentence for _, _, sentence in sorted(likely, key=lambda item: item[:2])]


@dataclass(frozen=True, slots=True)
class _Model:
    """Weights of a logistic regression, and the log-odds from which on a sentence is quoted."""

    intercept: float
    weights: Mapping[str, float]
    least: float

    def logit(self, features: Mapping[str, float]) -> float:
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())


@cache
def _model() -> _Model:
    card = load_card("choice")
    threshold = card["threshold"]
    return _Model(card["intercept"], card["weights"], math.log(threshold / (1.0 - threshold)))


def companions(question: Question, evidence: Sequence[Evidence]) -> list[Companion]:
    """Return the sentences that may be quoted beside the best one, in no order that matters.

    They are the next best ones, and the other sentences of the best one's passage even where they share no word with
    the question; those have the score 0.

    evidence: best first; empty gives nothing.
    """
    if not evidence:
        return []
    frame = _frame(question, evidence)
    return [Companion(sentence, _features(sentence, frame)) for sentence in _others(evidence)]


def _others(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the next best sentences, then those of the best one's passage that are not among them."""
    best = evidence[0]
    scored = {sentence.span: sentence for sentence in evidence if _together(sentence, best)}
    yield from evidence[1:_LOOKED_AT]
    seen = {sentence.span for sentence in evidence[:_LOOKED_AT]}
    for start, end in best.passage.sentences:
        span = Span(best.span.document_id, start, end)
        if span not in seen:
            yield scored.get(span) or Evidence(span, best.passage, 0.0, {}, {})


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same for every sentence of an answer.

    asked: features of the question. content: words of matter of the best sentence. at: number of each sentence of its
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


def _frame(question: Question, evidence: Sequence[Evidence]) -> _Frame:
    best = evidence[0]
    at = {place: n for n, place in enumerate(best.passage.sentences)}
    total = sum(sentence.score for sentence in evidence if _together(sentence, best))
    return _Frame(
        asked={
            "asks_point": float(question.type in _POINTED),
            "asks_several": float(_asks_several(question)),
            "asks_why": float(question.in_english and bool(_EXPLAIN.search(question.text))),
        },
        best=best,
        content=_content(terms(best.text)),
        at=at,
        here=at[best.span.start, best.span.end],
        share=sum(_together(sentence, best) for sentence in evidence[:_TOP]) / _TOP,
        mean=total / (len(at) * best.score) if best.score > 0 else 0.0,
    )


def _features(sentence: Evidence, frame: _Frame) -> dict[str, float]:
    """Return the features of one sentence."""
    best, text = frame.best, sentence.text
    together = _together(sentence, best)
    distance = frame.at[sentence.span.start, sentence.span.end] - frame.here if together else 0
    near = (_FAR - min(abs(distance), _FAR)) / (_FAR - 1) if together else 0.0
    ratio = sentence.score / best.score if best.score > 0 else 0.0
    words = terms(text)
    content = _content(words)
    return {
        **frame.asked,
        "ratio": ratio,
        "log_ratio": math.log((sentence.score + _LEAST) / (best.score + _LEAST)),
        "log_odds": _log_odds(sentence.score),
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


def _log_odds(score: float) -> float:
    return math.log((score + _LEAST) / (1.0 - score + _LEAST))


def _together(a: Evidence, b: Evidence) -> bool:
    """Tell whether two sentences are of one passage."""
    return a.passage.start == b.passage.start and a.span.document_id == b.span.document_id


def _list_around(question: Question, best: Evidence) -> frozenset[Span]:
    """Return the places of the list that the best sentence leads to or belongs to, without its own; empty for none."""
    passage, places = best.passage, best.passage.sentences
    here = places.index((best.span.start, best.span.end))

    def is_item(n: int) -> bool:
        if not 0 < n < len(places) or "\n" not in passage.cut(places[n - 1][1], places[n][0]):
            return False
        text = passage.cut(*places[n])
        return bool(_ITEM.match(text)) or text[-1] not in _SENTENCE_ENDS

    first, last = here, here
    if not best.text.endswith(":"):
        if not (_ITEM.match(best.text) and _asks_several(question)):
            return frozenset()
        while is_item(first - 1):
            first -= 1
        if first and passage.cut(*places[first - 1]).endswith(":"):
            first -= 1
    while is_item(last + 1):
        last += 1
    span = partial(Span, best.span.document_id)
    return frozenset(span(*place) for place in places[first : last + 1]) - {best.span}


def _asks_several(question: Question) -> bool:
    return question.in_english and bool(_SEVERAL.search(question.text))


def _content(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in FUNCTION_TERMS)
