"""Which sentences of a passage stand in one paragraph with a sentence: no blank line, no new lead and no unit between.

A line that ends without a mark, as those of tables and lists of values do, is a unit of its own. Left out: paragraphs
that go on in the next passage.
"""

from __future__ import annotations

from qa.types import Passage

__all__ = ["find_paragraph"]

_ENDS = ".!?…。！？؟।:;"
_BLANK = "\n\n"


def find_paragraph(passage: Passage, place: tuple[int, int], *, lines: bool = False) -> range:
    """Return the numbers of the sentences in one paragraph with the one at a place.

    lines: whether lines without a mark at their end belong to it too, as long as no blank line is between.
    Raises ValueError for a place that is no sentence of the passage.
    """
    first = last = passage.sentences.index(place)
    while first and _go_together(passage, first - 1, lines=lines):
        first -= 1
    while last + 1 < len(passage.sentences) and _go_together(passage, last, lines=lines):
        last += 1
    return range(first, last + 1)


def _go_together(passage: Passage, number: int, *, lines: bool) -> bool:
    """Tell whether a sentence stands in one paragraph with the next one."""
    (_, end), (start, _) = passage.sentences[number], passage.sentences[number + 1]
    between = passage.cut(end, start)
    if _BLANK in between.replace("\r", "").replace(" ", "") or (
        passage.leads and passage.leads[number] != passage.leads[number + 1]
    ):
        return False
    return lines or "\n" not in between or passage.cut(end - 1, end) in _ENDS
