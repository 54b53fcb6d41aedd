"""Cut a document into passages of whole sentences that tile its text.

A passage ends at a heading, at a page, at the end of a paragraph once it is half full, and otherwise before the
sentence that would overfill it. Passages do not overlap: a quote has one passage, and the text is stored once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa.boxes.word_boxes import part
from qa.errors import InvalidOption
from qa.preparing.leads import Sentence, find_leads
from qa.preparing.outline import Outline, read_outline
from qa.text.lazy_regex import Pattern
from qa.text.sentences import find_sentences
from qa.types import Document, Passage

__all__ = ["DEFAULT_PASSAGE_SIZE", "cut_passages", "name_document", "split", "write_indexed"]

# Characters. With 300, 700, 1,000, 1,400 and 2,000 the right passage is first for .75, .81, .81, .82 and .82 of 2,000
# questions of SQuADShifts' new Wikipedia set, and quote@1 stays at .74: `quoth eval SET --limit 2000 --passage-size N`.
DEFAULT_PASSAGE_SIZE = 1_400
_LONGEST_NAME = 1_000  # characters of the source of a document that are looked at for the name of a file
_FOLDERS = re.compile(r"[/\\]")  # of any system: a library may be made on one and used on another
_QUERY = re.compile(r"(?<=://)([^?#]*)[?#].*", re.S)  # of an address
_ENDING = Pattern(r"(?<=.)\.\p{L}[\p{L}\p{N}]{0,4}$")

_Pair = tuple[int, int]


def split(document: Document, *, size: int = DEFAULT_PASSAGE_SIZE) -> list[Passage]:
    """Return the passages of `document` in order; none when it has no text.

    Joined, their texts are `document.text`. A passage has more than `size` characters only when its one sentence
    has, or by the space after it.

    >>> text = "The museum opens at nine. It closes at five. A ticket costs 14 euros."
    >>> [passage.text for passage in split(Document(text=text), size=45)]
    ['The museum opens at nine. It closes at five. ', 'A ticket costs 14 euros.']
    """
    passages = cut_passages(document, size)
    boxes = part(document.word_boxes, len(document.text), [passage.end for passage in passages])
    return [replace(passage, word_boxes=own) if own else passage for passage, own in zip(passages, boxes, strict=True)]


def cut_passages(document: Document, size: int) -> list[Passage]:
    """Return the passages of `document` as `split` does, without the boxes of their words."""
    if size < 1:
        raise InvalidOption(f"The passage size is {size}: give at least 1 character.")
    text = document.text
    if not text:
        return []
    places = _split_at(
        text, find_sentences(text, document.language), sorted({edge for span in document.headings for edge in span})
    )
    outline = read_outline(document, places)
    sentences = find_leads(text, document.language, [(start, end, outline.holds(start, end)) for start, end in places])
    groups = _gather(document, places, sentences, outline, size)
    starts = [0, *(places[group[0]][0] for group in groups[1:])]
    passages, line = [], 1
    for ordinal, (start, end) in enumerate(pairwise([*starts, len(text)])):
        group = groups[ordinal] if groups else range(0)
        quotable = [sentences[n] for n in group if sentences[n].quotable]
        leads = tuple(each.lead if each.lead and each.lead[0] >= start else None for each in quotable)
        anchor = quotable[0].start if quotable else places[group[-1]][0] if group else start
        passages.append(
            Passage(
                document_id=document.id,
                ordinal=ordinal,
                start=start,
                end=end,
                text=text[start:end],
                heading=outline.write_path(document, outline.above(anchor)),
                page=bisect_right(document.page_starts, anchor) or None,
                line=line,
                sentences=tuple((each.start, each.end) for each in quotable),
                language=document.language,
                leads=leads if any(leads) else (),
            )
        )
        line += text.count("\n", start, end)
    return passages


def name_document(title: str, source: str, document_id: str) -> str:
    """Return the words that a document is called by: its title, and the name of its file where that says more.

    >>> name_document("Lease", "files/Maria Ochoa.txt", "1"), name_document("lease.txt", "/home/lease.txt", "1")
    ('Lease Maria Ochoa', 'lease')
    """
    file = _FOLDERS.split(_QUERY.sub(r"\1", source))[-1] if len(source) <= _LONGEST_NAME else ""
    stem = _ENDING.sub("", file)
    title = "" if title in (document_id, source) else title
    own = title if title != file else ""
    return f"{own} {stem}".strip() if stem.casefold() not in own.casefold() else own


def write_indexed(name: str, heading: str | None, text: str) -> str:
    """Return the text whose words a passage is found by: what its document is called, the headings above, its own."""
    return "\n".join(filter(None, (name, heading, text)))


def _split_at(text: str, sentences: list[_Pair], edges: list[int]) -> list[_Pair]:
    """Cut sentences where a heading begins or ends inside one; the pieces have no spaces around them."""
    if not edges:
        return sentences
    pieces = []
    for start, end in sentences:
        inside = edges[bisect_right(edges, start) : bisect_right(edges, end - 1)]
        for left, right in pairwise([start, *inside, end]):
            piece = text[left:right]
            if not piece.isspace():
                pieces.append((left + len(piece) - len(piece.lstrip()), left + len(piece.rstrip())))
    return pieces


def _gather(
    document: Document, places: Sequence[_Pair], sentences: Sequence[Sentence], outline: Outline, size: int
) -> list[range]:
    """Gather neighbouring sentences to passages: the numbers of those of each."""
    edges: list[int] = []
    has_matter = False  # whether the last group holds more than what leads to something
    first = 0
    for number, (start, end) in enumerate(places):
        heading = outline.holds(start, end)
        opens = heading or sentences[number].asks
        if number:
            between = document.text[places[number - 1][1] : start]
            full = end - places[first][0] > size
            closes = places[number - 1][1] - places[first][0] >= size // 2 and (between.count("\n") > 1 or opens)
            turns = bisect_right(document.page_starts, places[first][0]) != bisect_right(document.page_starts, start)
            if turns or (has_matter and (heading or full or closes)):
                edges.append(number)
                has_matter, first = False, number
        has_matter = has_matter or not opens
    return [range(start, end) for start, end in pairwise([0, *edges, len(places)])] if places else []
