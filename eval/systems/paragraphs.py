"""The plain way with keywords, for comparison: quote the paragraph that is nearest by TF-IDF, whole.

A paragraph is what stands between blank lines and is no heading. It is never silent where a word is shared,
since its score says nothing of what is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import nullcontext

import qa
from eval.records import Reply
from eval.systems.baseline import Baseline, Tfidf
from eval.systems.quoth import SystemFactory

__all__ = ["ParagraphPicker", "cut_paragraphs", "paragraphs"]

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*(?<!\s)")


class ParagraphPicker(Baseline):
    """Paragraphs by a ranker; its passages are paragraphs."""

    min_confidence = 0.0

    def answer(self, question: str, documents: Sequence[str] | None = None, history: Sequence[qa.Turn] = ()) -> Reply:
        """Return the best paragraphs."""
        hits = self.search(question, self.quotes, documents, history)
        if not hits:
            return Reply((), "", 0.0)
        quotes = tuple(qa.Span(passage.document_id, passage.start, passage.end) for passage in hits)
        return Reply(quotes, hits[0].text, self.ranker.confidence(self.score(question, quotes[:1])[0]))

    def score(self, question: str, places: Sequence[qa.Span]) -> list[float]:
        """Return the score of each place, which is a paragraph's."""
        texts = {(each.document_id, each.start): each.text for each in self.passages}
        named = [texts[place.document_id, place.start] for place in places]
        return [float(score) for score in self.ranker.texts(question, named)]


def cut_paragraphs(document: qa.Document) -> list[qa.Passage]:
    """Return the paragraphs of a document, in order; none that is a heading.

    >>> document = qa.Document(id="d", text="Piers\\n\\nThe red pier\\nis long.\\n\\nIt burnt.", headings=((0, 5),))
    >>> [paragraph.text for paragraph in cut_paragraphs(document)]
    ['The red pier\\nis long.', 'It burnt.']
    """
    places = [match.span() for match in _PARAGRAPH.finditer(document.text)]
    headings = set(document.headings)
    kept = [(start, end) for start, end in places if (start, end) not in headings]
    return [qa.Passage(document.id, n, start, end, document.text[start:end]) for n, (start, end) in enumerate(kept)]


def paragraphs(name: str = "naive TF-IDF paragraph", *, quotes: int = 1) -> SystemFactory:
    """Return the picker as a contestant. quotes: how many paragraphs it quotes."""

    def make(documents: Sequence[qa.Document], passage_size: int) -> nullcontext[ParagraphPicker]:
        by_id = sorted(documents, key=lambda document: document.id)
        passages = [passage for document in by_id for passage in cut_paragraphs(document)]
        return nullcontext(ParagraphPicker(passages, Tfidf(passages), quotes=quotes))

    return SystemFactory(name, make)
