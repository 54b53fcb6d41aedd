"""What fields and notes show, put among the words of their page: behind what stands before it on its line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from qa.formats.pdf.annotations.fields import ShownText
from qa.formats.pdf.page import PageWord
from qa.formats.pdf.words import turn_back

__all__ = ["place_shown"]

_BESIDE = 0.4  # of the height of the lower: so much of it stands beside the other
_LETTER = 0.5  # times the size: the width of a letter
_MAX_COMPARED = 2_000_000  # words beside which a text is looked for


def place_shown(words: Sequence[PageWord], shown: Sequence[ShownText], turn: int) -> list[PageWord]:
    """Return the words of a page, which were turned back by `turn` quarters, with those that fields and notes show.

    What the page's own text holds at that place already is left out.
    """
    before: defaultdict[int, list[list[PageWord]]] = defaultdict(list)  # by the number of the word they stand before
    behind: defaultdict[int, list[list[PageWord]]] = defaultdict(list)
    loose: list[list[PageWord]] = []
    for text in shown[: _MAX_COMPARED // max(1, len(words))]:
        made = _make_words(text, turn)
        if not made or _is_written(words, made):
            continue
        near, after = _find_neighbour(words, made)
        if near is None:
            loose.append(made)
        else:
            (behind if after else before)[near].append(made)
    placed: list[PageWord] = []
    for number, word in enumerate(words):
        for made in before[number]:
            placed += _join(made, ends_line=False)
        groups = behind[number]
        placed.append(word._replace(ends_line=False, spaced=True) if groups else word)
        for made in sorted(groups, key=lambda each: each[0].left):
            placed += _join(made, ends_line=made is groups[-1] and word.ends_line)
    for made in sorted(loose, key=lambda each: (-each[0].bottom, each[0].left)):
        placed += _join(made, ends_line=True)
    return placed


def _make_words(text: ShownText, turn: int) -> list[PageWord]:
    """Return the words of a text, side by side from the left of its place."""
    left, bottom, right, top = turn_back((text.left, text.bottom, text.right, text.top), turn)
    parts = text.text.split()
    letter = min(_LETTER * text.size, (right - left) / max(1, len(" ".join(parts))))
    words = []
    for part in parts:
        end = left + letter * len(part)
        words.append(
            PageWord(part, -1, 0, text.size, left, bottom, end, top, ends_line=False, hyphenated=False, spaced=True)
        )
        left = end + letter
    return words


def _join(words: list[PageWord], *, ends_line: bool) -> list[PageWord]:
    return [*words[:-1], words[-1]._replace(ends_line=ends_line)]


def _is_written(words: Sequence[PageWord], made: Sequence[PageWord]) -> bool:
    """Tell whether the words of a page hold a text at its place, as where a form was made flat."""
    left, right = made[0].left - made[0].size, made[-1].right + made[0].size
    there = [word.text for word in words if _is_beside(word, made[0]) and left < word.right and word.left < right]
    return bool(there) and "".join(word.text for word in made) in "".join(there)


def _is_beside(word: PageWord, other: PageWord) -> bool:
    overlap = min(word.top, other.top) - max(word.bottom, other.bottom)
    return not word.turn and overlap > _BESIDE * min(word.top - word.bottom, other.top - other.bottom)


def _find_neighbour(words: Sequence[PageWord], made: Sequence[PageWord]) -> tuple[int | None, bool]:
    """Return the number of the word that a text stands behind, or before where it begins a line, and which of both."""
    beside = [number for number, word in enumerate(words) if _is_beside(word, made[0])]
    earlier = [number for number in beside if words[number].left < made[0].left]
    if earlier:
        return max(earlier, key=lambda number: words[number].left), True
    later = [number for number in beside if number == 0 or words[number - 1].ends_line or number - 1 not in beside]
    return (min(later, key=lambda number: words[number].left), False) if later else (None, False)
