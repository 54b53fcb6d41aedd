"""From scored sentences to quotes: best first, numbered in the order of reading, each with every citation of its fact.

Which further sentences are quoted is for `choice` to say, what is one fact for `fact`, and what contradicts it for
`disagreement`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import partial as bound
from itertools import pairwise
from typing import Any, TypeVar

from qa.question.question import Question
from qa.quoting.choice import choose
from qa.quoting.disagreement import disagree
from qa.quoting.fact import fact
from qa.quoting.versions.contradiction import contradict
from qa.text.english import LIST_ITEM
from qa.text.lazy_regex import Pattern
from qa.text.stems import function_terms
from qa.types import Citation, DocumentInfo, Evidence, Quote, Span

__all__ = ["adjoin", "compose", "sort_by_reading"]

_Placed = TypeVar("_Placed", Evidence, Quote)
_ITEM_MARK = Pattern(rf"\s*{LIST_ITEM}\s*\Z")
_LOOKED_AT = 200  # best sentences among which other places of a fact and other figures are looked for
_MOST_PLACES = 10  # other places of a fact that are cited


def compose(  # noqa: PLR0917
    question: Question,
    evidence: Sequence[Evidence],
    documents: Mapping[str, DocumentInfo],
    max_quotes: int,
    focus: Callable[[Evidence], tuple[int, int] | None] | None,
    rivals: Sequence[tuple[Evidence, bool]] = (),
) -> tuple[tuple[Quote, ...], Quote | None]:
    """Return the quotes, best first, and the best sentence that was neither quoted nor cited, if any.

    Quoted are the best sentence, then what contradicts it in other versions of its document, then one of another
    document for each other figure for the same thing, then what else answers, up to `max_quotes`. A fact that is stated
    twice is quoted once; its other places are cited.

    evidence: best first; at least one. documents: those of the evidence, by id.
    focus: returns `(start, end)` in a sentence of the words that answer, or None; None itself marks nothing.
    rivals: what other versions of its document say in the place of the best sentence, the newest first, and whether it
    contradicts that.
    """
    best = evidence[0]
    against = [sentence for sentence, contradicts in rivals if contradicts]
    spans = {sentence.span for sentence in against}

    def differ(a: Evidence, b: Evidence) -> bool:
        if best.span in (a.span, b.span) and (a.span in spans or b.span in spans):
            return True
        if {a.span, b.span} <= spans:
            return contradict(a.text, b.text, a.passage.language)
        return topic(a) == topic(b) and disagree(
            question, a, b, (documents[a.span.document_id].title, documents[b.span.document_id].title)
        )

    topic = bound(_find_topic, function_terms(question.language))
    near = [(sentence, topic(sentence)) for sentence in evidence[:_LOOKED_AT]]
    opposed: list[Evidence] = []
    for sentence in _find_alike(best, topic(best), near):
        if differ(best, sentence) and all(differ(other, sentence) for other in opposed):
            opposed.append(sentence)
    _, *others = _keep_one_of_each_fact([best, *against, *opposed, *choose(question, evidence)], max_quotes)
    chosen = [best, *sorted(others, key=lambda sentence: (-sentence.score, sentence.span))]
    reading = sort_by_reading(chosen)
    places = [_find_elsewhere(sentence, topic(sentence), near) for sentence in chosen]
    numbers = {sentence.span: number for number, sentence in enumerate(reading, 1)}
    before = {after.span: sentence for sentence, after in pairwise(reading)}
    quotes = tuple(
        _quote(
            sentence,
            numbers[sentence.span],
            documents,
            focus,
            best=sentence is best,
            also=tuple(Citation(**_cite(place, documents)) for place in also),
            continues=sentence.span in before and adjoin(before[sentence.span], sentence),
            disagrees_with=tuple(
                n for n, other in enumerate(reading, 1) if other is not sentence and differ(sentence, other)
            ),
        )
        for sentence, also in zip(chosen, places, strict=True)
    )
    taken = {sentence.span for sentences in (chosen, *places) for sentence in sentences}
    passed = next((sentence for sentence in evidence if sentence.span not in taken), None)
    return quotes, _quote(passed, len(quotes) + 1, documents, None) if passed else None


def _keep_one_of_each_fact(sentences: Iterable[Evidence], most: int) -> list[Evidence]:
    """Return the first sentences that each state another fact, `most` of them at the most."""
    facts: dict[tuple[str, ...], Evidence] = {}
    for sentence in sentences:
        if len(facts) == most:
            break
        facts.setdefault(_fact(sentence), sentence)
    return list(facts.values())


def _find_topic(grammar: Set[str], sentence: Evidence) -> frozenset[str]:
    """Return the words of the question that a sentence shares with those that speak of the same: no figures.

    grammar: the terms of the function words of the question's language, which are left out too.
    """
    return frozenset(name for name in sentence.matched if name not in grammar and not name.isdigit())


def _find_alike(sentence: Evidence, own: Set[str], near: Iterable[tuple[Evidence, frozenset[str]]]) -> list[Evidence]:
    """Return the others of the same topic, `own`: only they can state the same fact, or another figure for it."""
    return [other for other, topic in near if topic == own and other.span != sentence.span]


def _find_elsewhere(
    sentence: Evidence, own: Set[str], near: Iterable[tuple[Evidence, frozenset[str]]]
) -> list[Evidence]:
    """Return the other places that state the same fact, best first."""
    others = _find_alike(sentence, own, near)
    stated = _fact(sentence) if others else ()
    return [other for other in others if _fact(other) == stated][:_MOST_PLACES]


def _fact(sentence: Evidence) -> tuple[str, ...]:
    return fact(sentence.text, sentence.passage.language)


def sort_by_reading(sentences: Sequence[_Placed]) -> list[_Placed]:
    """Return sentences in the order of their document; documents in the order of their best one.

    sentences: best first.
    """
    rank = {sentence.span.document_id: -n for n, sentence in enumerate(reversed(sentences))}
    return sorted(sentences, key=lambda sentence: (rank[sentence.span.document_id], sentence.span.start))


def adjoin(sentence: Evidence, following: Evidence) -> bool:
    """Tell whether only white space, or the mark of a list's item, lies between two sentences of a document."""
    passage, next_passage = sentence.passage, following.passage
    if sentence.span.document_id != following.span.document_id:
        return False
    if passage.start == next_passage.start:
        between = passage.cut(sentence.span.end, following.span.start)
    elif passage.end == next_passage.start:
        between = passage.cut(sentence.span.end, passage.end)
        between += next_passage.cut(next_passage.start, following.span.start)
    else:
        return False
    return not between.strip() or _ITEM_MARK.match(between) is not None


def _quote(
    sentence: Evidence,
    number: int,
    documents: Mapping[str, DocumentInfo],
    focus: Callable[[Evidence], tuple[int, int] | None] | None,
    **details: Any,
) -> Quote:
    """Return the quote of a sentence, with the citation of its document."""
    span, words = sentence.span, focus(sentence) if focus else None
    return Quote(
        number=number,
        score=sentence.score,
        focus=Span(span.document_id, span.start + words[0], span.start + words[1]) if words else None,
        matched=_round(sentence.matched),
        **_cite(sentence, documents),
        **details,
    )


def _cite(sentence: Evidence, documents: Mapping[str, DocumentInfo]) -> dict[str, Any]:
    """Return the fields that a quote and a further citation share: the words, their place and their document."""
    span, passage, info = sentence.span, sentence.passage, documents[sentence.span.document_id]
    return {
        "text": sentence.text,
        "document_id": span.document_id,
        "start": span.start,
        "end": span.end,
        "title": info.title,
        "source": info.source,
        "sha256": info.sha256,
        "line": passage.line + passage.text.count("\n", 0, span.start - passage.start),
        "page": passage.page,
        "heading": passage.heading,
        "recognised": passage.page in info.recognised,
    }


def _round(matched: Mapping[str, float]) -> dict[str, float]:
    """Return the terms by weight, heaviest first."""
    return {name: round(weight, 4) for name, weight in sorted(matched.items(), key=lambda item: (-item[1], item[0]))}
