"""Which sentences are quoted beside the best one: those that answer as well, and no others.

Four ways lead to a further sentence:

- A need. What the best sentence cannot be understood without is quoted with it (`needed`).

- A tie. A sentence that scores as the best one does cannot be told from it, so it is quoted too.
- A list. When the best sentence ends in a colon, the items under it are quoted with it; when it is an item itself and
  the question asks for several things, so are the items beside it and the line that leads to them.
- A logistic regression on how a sentence stands to the best one and to the question (`companions`). It is fitted by
  `python -m eval.training.train_choice` and kept as numbers in `models/choice.json`, which names what it was fitted on
  and how well it did.

Left out: what the sentences mean, and lists that go on in the next passage.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, partial

from qa.models.load import load_card
from qa.models.regression import Regression
from qa.question.question import Question
from qa.quoting.companions import asks_several, list_companions, log_odds
from qa.quoting.needed import find_needed
from qa.quoting.topic import choose_about
from qa.text.english import LIST_ITEM
from qa.text.lazy_regex import Pattern
from qa.types import Evidence, Span

__all__ = ["choose"]

_TIE = 0.05  # scores are the same when their log-odds differ by no more
_SENTENCE_ENDS = ".!?…。！？؟।:"
_ITEM = Pattern(LIST_ITEM)
_MARK = Pattern(r"[-*+•‣◦▪–—·]\s+$")  # of an item, which is no part of its sentence


def choose(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the further sentences to quote: what the best one needs, a list in order, then likeliest first.

    Ties by place.

    Empty when the best sentence says all. evidence: best first; at least one.
    """
    if question.is_topic:
        return choose_about(question, evidence)
    model, least = _load_model()
    others = list_companions(question, evidence)
    listed = _find_list(question, evidence[0])
    needed = find_needed(evidence[0])
    tie = log_odds(evidence[0].score) - _TIE
    of_list = sorted(
        (other.evidence for other in others if other.evidence.span in listed), key=lambda other: other.span
    )
    likely = [
        (-logit, other.evidence.span, other.evidence)
        for other in others
        if other.evidence.span not in listed
        and ((logit := model.log_odds(other.features)) >= least or log_odds(other.evidence.score) >= tie)
    ]
    further = of_list + [sentence for _, _, sentence in sorted(likely, key=lambda item: item[:2])]
    known = {other.evidence.span: other.evidence for other in others}
    first = [known.get(span) or Evidence(span, evidence[0].passage, 0.0, {}, {}) for span in needed]
    return first + [sentence for sentence in further if sentence.span not in needed]


@cache
def _load_model() -> tuple[Regression, float]:
    """Return the log-odds that a sentence is worth quoting, by its features, and the lowest at which one is quoted."""
    card = load_card("choice")
    threshold = card["threshold"]
    return Regression.of(card), math.log(threshold / (1.0 - threshold))


def _find_list(question: Question, best: Evidence) -> frozenset[Span]:
    """Return the places of the list that the best sentence leads to or belongs to, without its own; empty for none."""
    passage, places = best.passage, best.passage.sentences
    here = places.index((best.span.start, best.span.end))

    def is_item(n: int) -> bool:
        if not 0 < n < len(places) or "\n" not in (between := passage.cut(places[n - 1][1], places[n][0])):
            return False
        text = passage.cut(*places[n])
        return bool(_MARK.search(between)) or bool(_ITEM.match(text)) or text[-1] not in _SENTENCE_ENDS

    first, last = here, here
    if not best.text.endswith(":"):
        if not ((is_item(here) or _ITEM.match(best.text)) and asks_several(question)):
            return frozenset()
        while is_item(first - 1):
            first -= 1
        if first and passage.cut(*places[first - 1]).endswith(":"):
            first -= 1
    while is_item(last + 1):
        last += 1
    span = partial(Span, best.span.document_id)
    return frozenset(span(*place) for place in places[first : last + 1]) - {best.span}
