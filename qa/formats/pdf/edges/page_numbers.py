"""Which lines at the edges of pages count the pages: "– 3 –", "Page 3 of 9", "Annual report · 14".

A number counts pages when it rises as they do from the same line of a page near by, and when the words beside it let
it: it stands alone, beside a word for page, or apart from the words of a head. "Chapter 3", "Invoice no. 103" and a
large figure by itself rise too, and say something.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

import regex

__all__ = ["ends_in_label", "may_begin", "numbers_of", "pattern_of", "say_plainly", "states_page", "take_count"]

_ROMAN = r"(?=[mdclxvi])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
_NUMBER = regex.compile(rf"\d+(?:[.,'’\u00a0\u202f]\d+)*|(?<![\p{{L}}\p{{M}}]){_ROMAN}(?![\p{{L}}\p{{M}}])")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_PAGE = (
    r"(?:pages?|pgs?\.|pp?\.|seite|s\.|blatt|bl\.|folie|páginas?|pagina|pág\.?|pag\.?|hoja|folha|folios?|feuillets?"
    r"|blz\.?|bladzijde|sida|sid\.|side|sivu|strona|strana|str\.|stranica|oldal|sayfa|halaman|trang|lehekülg|puslapis"
    r"|страница|стр\.?|стор\.?|сторінка|с\.|лист|σελίδα|σελ\.?|صفحة|صفحه|ص|עמוד|עמ['׳]|पृष्ठ|หน้า|sheet|slide)"
)
_BEHIND = r"(?:[页頁]|ページ|頁|쪽|페이지|\.?\s?oldal|\.?\s?lehekülg|\.?\s?puslapis)"
_OF = r"(?:of(?:\sthe)?|von|vom|de|di|du|sur|van|av|af|z|ze|od|iz|из|із|от|από|מתוך|من|از|dari|[/|]|[页頁]?\s?共)"
_DECORATED = r"[\s\-–—―_.·•|()\[\]<>«»‹›*~:]*"
_TOTAL = rf"(?:\s*{_OF}\s*#)?"
_ALONE = regex.compile(
    rf"{_DECORATED}(?:{_PAGE}{_DECORATED})?(?:\p{{L}}[-–.]|#\s?[-–]\s?)?#{_TOTAL}{_DECORATED}{_BEHIND}?{_DECORATED}"
    rf"|{_DECORATED}第\s?#{_TOTAL}\s?[页頁]{_DECORATED}"
)
_NAMED = regex.compile(rf"(?<!\p{{L}}){_PAGE}\W{{0,3}}#{_TOTAL}|第?\s?#{_TOTAL}\s?{_BEHIND}")
_COUNT = rf"[\-–—―([|«<~]?\s?#{_TOTAL}\s?[\-–—―)\]|»>~]?"
_RULED = regex.compile(rf"^{_COUNT}\s*[·•|‖]|[·•|‖]\s*{_COUNT}$")  # sure signs of a head
_SPACED = regex.compile(rf"^{_COUNT}(?:\t|\s[–—\-/~]\s)|(?:\t|\s[–—\-/~]\s){_COUNT}$")
_COUNTER = regex.compile(
    r"(?:(?<![\p{L}\d#])(?:n[or]|nos|num|núm|number|nummer|numéro|número|numero|номер)\.?|№|n[°ºo]|:)\s*$"
)
_MANY = 8  # pages on which a number that is not the page's own in the file is still taken for a page's
_FEW_WORDS = 3  # of a label: fewer pages do beside more words
_MOST_CHAPTERS = 999
_YEARS = range(1900, 2101)


def pattern_of(text: str) -> str:
    """Return a line's text without its numbers, Roman ones too.

    >>> pattern_of("Chapter  IV: 12 storms")
    'chapter #: # storms'
    """
    folded = text.casefold().replace("#", "№")
    return _NUMBER.sub("#", "\t".join(" ".join(part.split()) for part in folded.split("\t")))


def numbers_of(text: str) -> tuple[int, ...]:
    """Return the numbers that `pattern_of` takes out of a line; negative ones for those with marks in them.

    >>> numbers_of("Chapter IV: 12 storms, 1,250.00 euros")
    (4, 12, -125000)
    """
    return tuple(_value_of(match.group()) for match in _NUMBER.finditer(text.casefold()))


def _value_of(written: str) -> int:
    if written[0] not in _VALUES:
        return int(written[:9]) if written.isdecimal() else -int("".join(filter(str.isdecimal, written))[:9])
    values = [_VALUES[letter] for letter in written]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))


def ends_in_label(text: str) -> bool:
    """Tell whether a number behind a text is that of a thing: "Invoice no.", "Total:"."""
    return _COUNTER.search(text.casefold()) is not None


def states_page(text: str) -> bool:
    """Tell whether a line says which page it is on and nothing else, by its words: "Page 1 of 1"."""
    pattern = pattern_of(text)
    return bool(_ALONE.fullmatch(pattern) and (_NAMED.search(pattern) or pattern.count("#") > 1))


def take_count(
    at: int, text: str, others: Sequence[tuple[int, str]], n_pages: int, *, large: bool = False
) -> str | None:
    """Return what a line on page `at` says beside its count of pages: empty where that is alone, None without one.

    others: lines of the same words on pages near by, with the numbers of their pages. n_pages: that have such a line.
    large: whether it is larger than most text, as a chapter's number is.
    """
    numbers = numbers_of(text)
    for number, other in others:
        place = _find_count(at, numbers, number, numbers_of(other))
        if place is not None:
            rest = _part_count(numbers, place, pattern_of(text), at, n_pages, large=large)
            if rest is not None:
                return rest
    return None


def _find_count(at: int, numbers: tuple[int, ...], number: int, others: tuple[int, ...]) -> int | None:
    """Return which of a line's numbers is the only one that differs from another line's, as their pages do."""
    differing = [place for place, (one, other) in enumerate(zip(numbers, others, strict=True)) if one != other]
    if len(differing) != 1 or numbers[differing[0]] < 0:
        return None
    step = numbers[differing[0]] - others[differing[0]]
    return differing[0] if step in (at - number, 2 * (at - number)) else None


def _part_count(
    numbers: tuple[int, ...], place: int, pattern: str, at: int, n_pages: int, *, large: bool
) -> str | None:
    """Return a line's words beside number `place` where they let it count pages, else None."""
    if _ALONE.fullmatch(pattern):
        if place == 1 and (pattern.count("#") != 2 or numbers[0] > _MOST_CHAPTERS):  # 2024-03 is a month
            return None
        sure = _NAMED.search(pattern) is not None or len(numbers) > 1
        return "" if sure or not (large or numbers[0] in _YEARS) else None
    for form in (_NAMED, _RULED, _SPACED):
        for match in form.finditer(pattern):
            if pattern.count("#", 0, match.start()) != place:
                continue
            before, behind = pattern[: match.start()], pattern[match.end() :]
            if form is not _NAMED and _COUNTER.search(before):
                return None
            worded = len(f"{before} {behind}".split()) > _FEW_WORDS
            if form is not _SPACED or numbers[place] == at + 1 or worded or n_pages >= _MANY:
                first = place + match.group().count("#")
                return _fill(f"{before}{behind}", (*numbers[:place], *numbers[first:]))
    return None


def say_plainly(text: str) -> str:
    """Return a line's words and numbers in one way of writing, to compare lines by.

    >>> say_plainly("Part  II")
    'part 2'
    """
    return _fill(pattern_of(text), numbers_of(text))


def may_begin(text: str, letters: Container[str]) -> bool:
    """Tell whether `say_plainly` may begin with one of these letters for a line: a quick look at its first one.

    >>> may_begin("Part II", {"p"}), may_begin("Harbour", {"p"}), may_begin("IV", {"4"})
    (True, False, True)
    """
    first = text.lstrip()[:1].casefold()[:1]
    return first in letters or first in _VALUES or not first.isalpha()


def _fill(pattern: str, numbers: Sequence[int]) -> str:
    pieces = pattern.split("#")
    filled = "".join(f"{piece}{number}" for piece, number in zip(pieces, (*numbers, ""), strict=True))
    return " ".join(filled.split())
