"""How much text stands in each element of a page, kept right while elements are left out.

The elements are counted once, from the bottom up; what is left out later is taken from what is around it alone.
"""

from __future__ import annotations

from qa.formats.web.page.elements import BLOCKS, PageElement, iterate

__all__ = ["MeasuredPage"]

_MIN_PROSE, _MIN_SENTENCE = 60, 15  # characters of a text without and with a full stop that is more than a label
_LINKS = frozenset({"a", "button", "option"})


class _Run:
    """What stands in a block beside the blocks in it: its characters, those in no link, and the texts with an end."""

    __slots__ = ("block", "n_characters", "n_ended", "n_free", "n_prose")

    def __init__(self, block: int) -> None:
        self.block = block  # the place of the block; -1 where there is none
        self.n_characters = self.n_free = self.n_ended = 0
        self.n_prose = 0  # as it was counted last

    def count_prose(self) -> int:
        """Return how many characters are more than a label or a list of links."""
        enough = _MIN_SENTENCE if self.n_ended else _MIN_PROSE
        return self.n_characters if self.n_characters >= enough and self.n_free * 2 >= self.n_characters else 0


class MeasuredPage:
    """The elements below one that were shown when it was made, in document order, each with its counts."""

    def __init__(self, root: PageElement) -> None:
        self.root = root  # of what is looked at
        self._top = root
        self._count()

    @property
    def elements(self) -> list[PageElement]:
        """The elements in and below the root, in document order, also those that were left out since."""
        start = self.root.place
        places = range(start + 1, len(self.shown))
        end = next((place for place in places if self._parents[place] < start), None) if start else None
        return self.shown[start:end]

    def _count(self) -> None:
        """Count what is shown, from nothing."""
        self.shown: list[PageElement] = []
        self._parents: list[int] = []  # by place
        self._runs: list[_Run] = []
        self._linked: list[bool] = []
        self._left_out: list[PageElement] = []
        self._changed: dict[_Run, None] = {}
        shown, parents, runs, links = self.shown, self._parents, self._runs, self._linked
        stack = [(self._top, -1, _Run(-1), False)]
        while stack:
            element, parent, run, linked = stack.pop()
            own = element.n_own
            element.n_characters = own
            element.n_linked = element.n_prose = element.n_formulas = 0
            tag = element.tag
            place = element.place = len(shown)
            if tag in BLOCKS:
                run = _Run(place)
            elif tag in _LINKS:
                linked = True
            if tag == "math":
                element.n_formulas = 1
            shown.append(element)
            parents.append(parent)
            runs.append(run)
            links.append(linked)
            if own:
                run.n_characters += own
                if linked:
                    element.n_linked = own
                else:
                    run.n_free += own
                    run.n_ended += element.stopped
            if element.below:
                stack += [(child, place, run, linked) for child in reversed(element.below) if not child.skipped]
        for place in range(len(shown) - 1, -1, -1):
            element = shown[place]
            if element.n_characters or element.n_formulas:
                run = runs[place]
                if run.block == place:
                    run.n_prose = run.count_prose()
                    element.n_prose += run.n_prose
                if place:
                    around = shown[parents[place]]
                    around.n_characters += element.n_characters
                    around.n_linked += element.n_linked
                    around.n_prose += element.n_prose
                    around.n_formulas += element.n_formulas

    def leave_out(self, element: PageElement) -> None:
        """Mark an element with all in it as skipped. The counts are as they were until `settle`."""
        if element.skipped:
            return
        run = self._runs[element.place]
        self._left_out.append(element)
        for below in list(iterate(element)):
            below.skipped = True
            place = below.place
            if below.n_own and run.block != element.place and self._runs[place] is run:
                self._changed.setdefault(run)
                run.n_characters -= below.n_own
                if not self._linked[place]:
                    run.n_free -= below.n_own
                    run.n_ended -= below.stopped

    def settle(self) -> None:
        """Take what was left out from the counts of what is around it."""
        left_out, changed = self._left_out, self._changed
        self._left_out, self._changed = [], {}
        self._n_left = 2 * len(self.shown)
        for element in left_out:
            counts = (element.n_characters, element.n_linked, element.n_prose, element.n_formulas)
            element.n_characters = element.n_linked = element.n_prose = element.n_formulas = 0
            if any(counts):
                self._take(self._parents[element.place], *counts)
        for run in changed:
            n_prose = run.count_prose()
            if n_prose != run.n_prose:
                self._take(run.block, 0, 0, run.n_prose - n_prose, 0)
                run.n_prose = n_prose
        if self._n_left < 0:
            self._count()

    def _take(self, place: int, n_characters: int, n_linked: int, n_prose: int, n_formulas: int) -> None:
        """Take from the counts of an element that is shown, and of all around it; few where elements nest deeply."""
        if place < 0 or self.shown[place].skipped:
            return
        while place >= 0 and self._n_left >= 0:
            element = self.shown[place]
            element.n_characters -= n_characters
            element.n_linked -= n_linked
            element.n_prose -= n_prose
            element.n_formulas -= n_formulas
            place = self._parents[place]
            self._n_left -= 1
