"""From scored sentences to quotes: how many, which, and with what citation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qa.types import DocumentInfo, Evidence, Quote, Span

__all__ = ["EXTRA_QUOTE_SHARE", "compose"]

EXTRA_QUOTE_SHARE = 0.9  # a further sentence is quoted when it scores at least this share of the best one's score


def compose(
    evidence: Sequence[Evidence],
    documents: Mapping[str, DocumentInfo],
    max_quotes: int,
    focus: Callable[[str], tuple[int, int] | None],
) -> tuple[tuple[Quote, ...], Quote | None]:
    """Return the quotes, best first and numbered from 1, and the best sentence that was left out, if any.

    evidence: best first. documents: those of the evidence, by id.
    focus: returns `(start, end)` in a sentence of the words that answer, or None.
    """
    chosen = _choose(evidence, max_quotes)
    passed = next((sentence for sentence in evidence if sentence not in chosen), None)
    shown = [*chosen, passed] if passed else chosen
    quotes = [
        _quote(sentence, number, documents[sentence.span.document_id], focus(sentence.text))
        for number, sentence in enumerate(shown, 1)
    ]
    return tuple(quotes[: len(chosen)]), quotes[-1] if passed else None


def _choose(evidence: Sequence[Evidence], max_quotes: int) -> list[Evidence]:
    """Return the sentences to quote: the best one, and others nearly as good that say something else."""
    chosen: list[Evidence] = []
    said: set[str] = set()
    for sentence in evidence:
        if len(chosen) == max_quotes or sentence.score < EXTRA_QUOTE_SHARE * evidence[0].score:
            break
        words = " ".join(sentence.text.split()).casefold()
        if words not in said:
            said.add(words)
            chosen.append(sentence)
    return chosen


def _quote(sentence: Evidence, number: int, info: DocumentInfo, focus: tuple[int, int] | None) -> Quote:
    """Return the quote of a sentence, with the citation of its document."""
    span, passage = sentence.span, sentence.passage
    return Quote(
        number=number,
        text=sentence.text,
        document_id=span.document_id,
        start=span.start,
        end=span.end,
        score=sentence.score,
        focus=Span(span.document_id, span.start + focus[0], span.start + focus[1]) if focus else None,
        matched=_rounded(sentence.matched),
        title=info.title,
        source=info.source,
        sha256=info.sha256,
        line=passage.line + passage.text.count("\n", 0, span.start - passage.start),
        page=passage.page,
        heading=passage.heading,
    )


def _rounded(matched: Mapping[str, float]) -> dict[str, float]:
    """Return the terms by weight, heaviest first."""
    return {name: round(weight, 4) for name, weight in sorted(matched.items(), key=lambda item: (-item[1], item[0]))}
