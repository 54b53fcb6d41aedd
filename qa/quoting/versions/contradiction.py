"""Whether two versions of a document say different things where one has a sentence in the place of the other's.

They do by their figures, when those of one kind differ by more than rounding or a hedge explains; else by what they
affirm and deny (`polarity`), by "now" and "no longer", or by a name or word that one puts
in the place of another's while all else is the same. Left out: the same in other words, which is no contradiction, and
what one version says in more detail.
"""

from __future__ import annotations

from collections import Counter

from qa.quoting.figures import Kind, StatedFigure, are_compatible, find_figures
from qa.quoting.versions.counterparts import list_telling, list_words_in_order
from qa.quoting.versions.polarity import oppose, says_change, strip_polarity

__all__ = ["contradict"]

_KINDS: tuple[Kind, ...] = ("amount", "time", "date")
_MOST_REPLACED = 3  # telling words that may stand in the place of others
_MOST_BESIDE_DATE = 1  # telling words that only one of two sentences has, where their dates differ
_DERIVED = 4  # letters that forms of one word begin with


def contradict(one: str, other: str, language: str, *, anchored: bool = False) -> bool:
    """Tell whether two sentences that stand in the same place of two versions contradict each other.

    anchored: whether what stands around them is alike too.
    """
    figures = _compare_figures(one, other, language)
    if figures is not None:
        return figures
    lacking, added = _list_unlike(one, other, language)
    opposition = oppose(one, other, language)
    if opposition:
        return anchored or not (lacking and added)
    if anchored and says_change(one, language) != says_change(other, language) and lacking and added:
        return True
    return _replace_words(one, other, language, anchored=anchored)


def _compare_figures(one: str, other: str, language: str) -> bool | None:
    """Return whether figures of one kind differ; None when they do not tell.

    Dates tell only where nearly all words are the same, other figures where not each sentence has words of its own.
    """
    a, b = find_figures(one, language)[0], find_figures(other, language)[0]
    for kind in _KINDS:
        x, y = (sorted((figure for figure in figures if figure.kind == kind), key=_sort_key) for figures in (a, b))
        if not (x and y) or len(x) != len(y) or Counter(f.sign for f in x) != Counter(f.sign for f in y):
            continue
        left, right = _cancel(x, y)
        if left and not all(are_compatible(p, q) for p, q in zip(left, right, strict=True)):
            lacking, added = _list_unlike(one, other, language)
            if kind == "date":  # most dates say from when on something holds
                return True if len(lacking | added) <= _MOST_BESIDE_DATE else None
            return not (lacking and added)  # each speaks of something else
        if left:
            return False
    return None


def _list_unlike(one: str, other: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the telling words of each sentence that the other has in no form."""
    a, b = (list_telling(strip_polarity(text, language), language) for text in (one, other))
    return (
        frozenset(x for x in a - b if not any(_are_forms(x, y) for y in b - a)),
        frozenset(y for y in b - a if not any(_are_forms(x, y) for x in a - b)),
    )


def _sort_key(figure: StatedFigure) -> tuple[str, tuple[float, ...]]:
    return figure.sign, figure.value


def _cancel(a: list[StatedFigure], b: list[StatedFigure]) -> tuple[list[StatedFigure], list[StatedFigure]]:
    """Return the figures of each that the other lacks."""
    mine, theirs = Counter((f.sign, f.value) for f in a), Counter((f.sign, f.value) for f in b)
    return (
        [f for f in a if (f.sign, f.value) in mine - theirs],
        [f for f in b if (f.sign, f.value) in theirs - mine],
    )


def _replace_words(one: str, other: str, language: str, *, anchored: bool) -> bool:
    """Tell whether a run of words in one sentence stands where the other has another, and all around is the same."""
    a, b = list_words_in_order(one, language), list_words_in_order(other, language)
    before = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest = min(len(a), len(b)) - before
    after = next((n for n in range(rest) if a[-1 - n] != b[-1 - n]), rest)
    left, right = a[before : len(a) - after], b[before : len(b) - after]
    most = _MOST_REPLACED if anchored else min(_MOST_REPLACED, before + after)
    if not (left and right and before) or max(len(left), len(right)) > most:
        return False
    return not any(_are_forms(x, y) for x in left for y in right)


def _are_forms(x: str, y: str) -> bool:
    """Tell whether two terms may be forms of one word, or mean the same."""
    return x[:_DERIVED] == y[:_DERIVED] or any(x in group and y in group for group in _SYNONYMS)


_SYNONYMS = tuple(
    frozenset(group.split())
    for group in (
        "allow permit may can author",
        "cost charg price fee",
        "begin start commenc open",
        "end finish close stop conclud",
        "must need requir oblig",
        "car vehicl automobil",
        "pet anim",
        "bike bicycl cycl",
        "yearli annual year per",
        "employe staff worker",
        "phone telephon call",
        "mail email",
        "tenant renter resid",
        "bin rubbish wast trash garbag",
    )
)
