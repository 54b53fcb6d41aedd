"""Numbers of list items and headings in OpenDocument files, as their styles count them."""

from __future__ import annotations

from dataclasses import dataclass, field

from qa.formats.writing.counting import write_count
from qa.formats.xml import Element, attribute, local

__all__ = ["ListCounter", "ListLevel", "read_levels", "read_whole"]

_N_LEVELS = 10
_STYLES = {"1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter"}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level is marked. style: of counting; empty for a bullet. n_shown: how many levels its number shows."""

    style: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    n_shown: int = 1
    is_plain: bool = False  # neither number nor bullet


def read_levels(node: Element) -> dict[int, ListLevel]:
    """Return the levels of a list style, from 1."""
    levels: dict[int, ListLevel] = {}
    for level in node:
        kind = local(level)
        place = read_whole(attribute(level, "level"), 0)
        if not 0 < place <= _N_LEVELS or not kind.startswith(("list-level", "outline-level")):
            continue
        if kind.endswith(("bullet", "image")):
            levels[place] = ListLevel(is_plain=attribute(level, "bullet-char", "-").strip() == "")
            continue
        form = attribute(level, "num-format")
        levels[place] = ListLevel(
            style=_STYLES.get(form, "decimal") if form else "",
            before=attribute(level, "num-prefix")[:20],
            after=attribute(level, "num-suffix")[:20],
            start=read_whole(attribute(level, "start-value"), 1),
            n_shown=read_whole(attribute(level, "display-levels"), 1),
            is_plain=not form,
        )
    return levels


@dataclass(slots=True)
class ListCounter:
    """Counts the items of lists of one style, level by level."""

    counts: dict[int, int] = field(default_factory=dict)

    def next(self, levels: dict[int, ListLevel], level: int, *, start: int | None = None) -> str:
        """Return the mark of the next item at a level from 1: "2.1." or "-"; empty when it has none."""
        own = levels.get(level)
        if own is None:
            return "-"
        first = own.start if start is None else start
        self.counts[level] = first if start is not None or level not in self.counts else self.counts[level] + 1
        for below in [place for place in self.counts if place > level]:
            del self.counts[below]
        if own.is_plain or not own.style:
            return "" if own.is_plain else "-"
        shown = []
        for place in range(max(1, level - own.n_shown + 1), level + 1):
            other = levels.get(place, ListLevel("decimal"))
            if other.style:
                shown.append(write_count(self.counts.get(place, other.start), other.style))
        return f"{own.before}{'.'.join(shown)}{own.after}".strip()

    def restart(self, level: int) -> None:
        """Begin again at a level and those below it."""
        for place in [place for place in self.counts if place >= level]:
            del self.counts[place]


def read_whole(text: str, default: int) -> int:
    """Return the whole number that an attribute states, up to six digits; else `default`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default
