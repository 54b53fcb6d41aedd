"""UTF-8 with a few bytes that do not belong: the rest stays as it is, and what was done to them is told.

Such a byte comes from a text in an old code page that was pasted in, or is what is left of a character. It is read in
the code page that makes letters of the text's language of it, where one does, else it becomes U+FFFD.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from qa.formats.plain.alphabets import ALPHABETS
from qa.formats.plain.code_pages import PAGES, rate
from qa.formats.plain.telling import count, name_charset, tell_lines
from qa.text.detect import detect

__all__ = ["mend_utf8"]

_WHOLE = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_TEXT = re.compile(rb"(?:[\x00-\x7f]+|" + _WHOLE + rb")*+")
_BAD = re.compile(rb"(?:(?!" + _WHOLE + rb")[\x80-\xff])+")
_CUT = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_MOST_BAD = 0.33  # runs of them to characters beyond ASCII, for a text to be UTF-8
_LEAST_LINES = 3  # with characters beyond ASCII and no bad byte, for a text of two charsets
_MOST_MENDED = 100_000
_LEAST_PLAUSIBLE = -8.0
_AROUND = 24  # bytes on either side of a bad one
_SAMPLE = 60_000  # bytes of a part of a long file
_MOST_LOOKED_AT = 200  # runs
_MOST_LETTERS, _MOST_LANGUAGES, _UNKNOWN_LETTER = 20_000, 3, -14.0
_BEYOND = re.compile(rb"[\x80-\xff]")
_LETTERS = re.compile("[^\x00-\x7f\ufffd]")
_DRAWN = re.compile("[\u2500-\u25ff\ufffd]")


def mend_utf8(data: bytes, *, certain: bool) -> tuple[str, tuple[str, ...]] | None:
    """Return the text of data that is UTF-8 but for some bytes, and notices of those; None when it is no UTF-8.

    certain: whether a mark says that it is.
    """
    paired = _pair_surrogates(data)
    if paired is not None:
        return paired, ()
    if not certain and len(data) > 3 * _SAMPLE and not _may_be_utf8(data):
        return None
    cut = _CUT.search(data[-4:])
    rough = data.decode("utf-8", "replace")
    n_whole = len(rough) - len(data.translate(None, bytes(range(0x80, 0x100))))
    n_bad = rough.count("\ufffd") - data.count("\ufffd".encode())
    n_whole -= n_bad
    if not (certain or _is_nearly_utf8(data, n_whole, n_bad, is_cut=cut is not None)):
        return None
    if n_bad > _MOST_MENDED:
        return rough, (f"{n_bad:,} characters are not in UTF-8, as the rest of the file is: \ufffd stands for each.",)
    end = len(data) - len(cut[0]) if cut else len(data)
    text, page, lines, left = _mend(data[:end], _find_languages(rough))
    return text + "\ufffd" * (cut is not None), tuple(_tell(page, lines, left, cut=cut is not None))


def _pair_surrogates(data: bytes) -> str | None:
    """Return the text of data whose characters beyond 16 bits are written as two halves (CESU-8), if it is such."""
    if not _HALVES.search(data):
        return None
    try:
        return data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        return None


def _may_be_utf8(data: bytes) -> bool:
    """Tell whether any of three parts of a long file has more characters of UTF-8 than bytes that are none."""
    first = _BEYOND.search(data)
    start = first.start() if first else 0
    for place in (start, (start + len(data)) // 2, len(data) - _SAMPLE):
        part = data[place : place + _SAMPLE]
        text = part.decode("utf-8", "replace")
        n_bad = text.count("\ufffd")
        n_whole = len(text) - n_bad - len(part.translate(None, bytes(range(0x80, 0x100))))
        if n_whole > n_bad or not n_bad:
            return True
    return False


def _is_nearly_utf8(data: bytes, n_whole: int, n_bad: int, *, is_cut: bool) -> bool:
    """Tell whether data is UTF-8 that holds some other bytes, rather than a text in another charset."""
    if n_bad > _MOST_MENDED:
        return n_bad <= _MOST_BAD * n_whole
    n_runs = sum(1 for _ in _find_runs(data)) - is_cut
    return n_whole > 0 and (n_runs <= max(n_whole > 1, _MOST_BAD * n_whole) or _is_of_two(data, n_runs))


def _find_languages(text: str) -> tuple[str, ...]:
    """Return the languages whose letters explain those of a text beyond ASCII best, at most three."""
    beyond = "".join(match[0] for match in islice(_LETTERS.finditer(text), _MOST_LETTERS))
    letters = Counter(filter(str.isalpha, beyond.lower()))
    costs = {
        code: sum(count * alphabet.letters.get(letter, _UNKNOWN_LETTER) for letter, count in letters.items())
        for code, alphabet in ALPHABETS.items()
    }
    first = detect(text.replace("\ufffd", ""))
    best = sorted(costs, key=lambda code: (-costs[code], code != first))
    return tuple(code for code in best[:_MOST_LANGUAGES] if costs[code] > _UNKNOWN_LETTER * letters.total() / 2)


def _find_runs(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where bytes stand that are no UTF-8."""
    position = 0
    while position < len(data):
        whole = _TEXT.match(data, position)
        position = whole.end() if whole else position
        bad = _BAD.match(data, position)
        if bad:
            yield bad.span()
            position = bad.end()


def _is_of_two(data: bytes, n_bad: int) -> bool:
    """Tell whether lines are in UTF-8 and others in a code page, as where two files were put together."""
    n_whole = 0
    for line in data.splitlines():
        if _BEYOND.search(line) and _TEXT.fullmatch(line):
            n_whole += 1
    return n_whole >= max(_LEAST_LINES, n_bad // 10)


def _mend(data: bytes, languages: tuple[str, ...]) -> tuple[str, str, list[int], list[int]]:
    """Return the text, the code page that bad bytes were read in, the lines of those, and of those not read."""
    runs = list(_find_runs(data))
    page = _choose_page(data, runs, languages)
    pieces: list[str] = []
    mended: list[int] = []
    left: list[int] = []
    line, position = 1, 0
    for start, end in runs:
        line += data.count(b"\n", position, start)
        pieces.append(data[position:start].decode("utf-8"))
        letters = _read_run(data, start, end, page, languages) if page else ""
        (mended if letters else left).append(line)
        pieces.append(letters or "\ufffd")
        position = end
    pieces.append(data[position:].decode("utf-8"))
    return "".join(pieces), page, mended, left


def _choose_page(data: bytes, runs: Sequence[tuple[int, int]], languages: tuple[str, ...]) -> str:
    """Return the code page that makes the most plausible letters of bad bytes; empty when none does."""
    letter = _stand_in(languages)
    around = b"\n".join(
        _BEYOND.sub(letter, data[max(0, start - _AROUND) : start])
        + data[start:end]
        + _BEYOND.sub(letter, data[end : end + _AROUND])
        for start, end in runs[:_MOST_LOOKED_AT]
    )
    pages = [page for page, (_, codes) in PAGES.items() if not {*languages}.isdisjoint(codes.split())]
    readings = rate(around, pages=pages, languages=languages) if pages else []
    return readings[0].page if readings and readings[0].mean >= _LEAST_PLAUSIBLE else ""


def _read_run(data: bytes, start: int, end: int, page: str, languages: tuple[str, ...]) -> str:
    """Return the characters of a run of bad bytes, where they make sense between what stands beside them."""
    letter = _stand_in(languages)
    before, after = _BEYOND.sub(letter, data[max(0, start - 1) : start]), _BEYOND.sub(letter, data[end : end + 1])
    return _read_between(before or b" ", data[start:end], after or b" ", page, languages)


@lru_cache(maxsize=1_000)
def _read_between(before: bytes, run: bytes, after: bytes, page: str, languages: tuple[str, ...]) -> str:
    readings = rate(before + run + after, pages=[page], languages=languages) if len(run) < 200 else []
    text = run.decode(page, "replace")
    return text if readings and readings[0].mean >= _LEAST_PLAUSIBLE - 1 and not _DRAWN.search(text) else ""


def _stand_in(languages: tuple[str, ...]) -> bytes:
    """Return what stands for each byte beyond ASCII beside bad ones: a letter that goes with those of the languages."""
    return b"e" if all(ALPHABETS[code].latin for code in languages) else b" "


def _tell(page: str, mended: list[int], left: list[int], *, cut: bool) -> list[str]:
    notices = []
    if mended:
        are = "is" if len(mended) == 1 else "are"
        notices.append(
            f"{count(len(mended), 'place')} ({tell_lines(mended)}) {are} not in UTF-8 as the rest of the file is: read "
            f"as {name_charset(page)}. Check it there, or save the file as UTF-8 and add it again."
        )
    if left:
        notices.append(
            f"{count(len(left), 'place')} ({tell_lines(left)}) cannot be read as UTF-8, which the file is in: "
            "\ufffd stands there. Save the file as UTF-8 and add it again."
        )
    if cut:
        notices.append("The file ends within a character: it may be cut off.")
    return notices
