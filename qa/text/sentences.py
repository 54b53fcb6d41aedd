"""Sentences of a text, as exact places in it.

They are found in two steps: lines are first joined to blocks (`layout.lines`), so that a heading, a list item, a row
or a line that just lacks its full stop stands alone while a hard-wrapped paragraph does not; `sentencex` then finds the
ends within each block, by the abbreviations of the language. A row with the names of its columns is one sentence. A
note's mark behind the end of a sentence belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

import regex
import sentencex

from qa.text.detect import DEFAULT_LANGUAGE
from qa.text.english import LIST_ITEM
from qa.text.layout.lines import find_blocks
from qa.text.words import RAISED

__all__ = ["MAX_SENTENCE", "find_sentences"]

MAX_SENTENCE = 1_000  # characters; a longer run is cut at a clause, else at a space, else there
_MAX_BLOCK = 10_000  # characters that sentencex gets at once
_MAX_MARKS = 500  # marks that it gets at once: its time grows with the square of those that open or end something
_MARK = regex.compile(r"[\p{P}\p{S}]")
_VISIBLE = re.compile(r"\S")
_PLAIN = re.compile(r"[\w ,'’-]*")  # a line of such characters alone has no end of a sentence within
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace() and chr(code) != " ")
_OTHER_SPACE = re.compile(f"[{re.escape(_SPACES)}]")  # sentencex stops dead on some of them
_LIST_ITEM = regex.compile(LIST_ITEM)
_CELL = r"(?:[^;:.()\n]|[:.](?! )|\([^;:()\n]{1,60}\)){1,60}: [^;\n]+"  # with the name of its column
_ROW = regex.compile(rf"{_CELL}(?:; {_CELL})+|[^;:\n]{{1,100}}(?:; {_CELL}){{2,}}")
_SHORT_NAMES = (
    "Ms|Mx|Messrs|Mmes|Sen|Rep|Gov|Gen|Lt|Col|Capt|Cpl|Sgt|Maj|Adm|Rev|Hon|Pres|Supt|Insp|St|Mt|Ft|"
    "vs|cf|viz|approx|et al|e.g|i.e"
).split("|")
_SHORTENED_NAMES = tuple(f"{name}." for name in _SHORT_NAMES)
_BEFORE_NAME = regex.compile(rf"(?:^|[\s(“\"'‘])(?:{'|'.join(map(regex.escape, _SHORT_NAMES))})\.$")
_BEFORE_NUMBER = regex.compile(r"(?:^|[\s(])(?:Figs?|Secs?|Sect|Ch|Vols?|Nos?|Arts?|pp?|c|ca|Eq|Tab|para)\.$", regex.I)
# Before a name, a noun or a figure in other languages, where sentencex does not know them.
_SHORTENED = {
    "ar": regex.compile(r"(?:^|[\s(])(?:\p{L}|أ\.د)\.$"),
    "de": regex.compile(
        r"(?:^|[\s(„])(?:Fa|Fr|Hr|Hrn|St|Str|Nr|Art|Abs|Kap|Bd|Jh|Aufl|Hrsg|Dipl|Ing|Mag|Abb|Tab|Ziff|Mio|Mrd)\.$"
    ),
    "es": regex.compile(
        r"(?:^|[\s(«¿¡])(?:Sra?s?|Srta|Dra?s?|D|Dña|Ud?s|Av|Avda|Gral|Ing|Lic|Prof|Sto|Sta|núm|pág|art)\.$"
    ),
    "fr": regex.compile(r"(?:^|[\s(«])(?:M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|av|boul|n|p|pp|art|fig|vol|chap|env)\.$"),
    "hi": regex.compile(r"(?:^|[\s(“])(?:डॉ|डा|श्री|प्रो|पं|स्व|कु|मो|रु)\.$"),
    "ru": regex.compile(r"(?:^|[\s(«])(?:\p{Lu}|т|см|рис|табл|гл|ст|им|ул|пл|св|проф|акад|ген|напр|ок)\.$"),
}
_ORDINAL = regex.compile(r"(?:^|\s)\d{1,2}\.$")
_COUNTED = regex.compile(r"(?:Jahrhunderts?|Jh\.|Auflage|Kapitel|Lebensjahr|Stock|Platz)\b")
# What may close after the end of a sentence, before spaces; and such an end before what opens in Spanish.
_CLOSED = re.compile(r"[.!?…](?:[)\]”’\"'»]{1,3}(?P<opens> +)| +(?=[¿¡]))")
_OPENS = regex.compile(r"[\p{Lu}\p{N}“‘\"(\[«]")
# A note's mark behind the end of a sentence: ¹ ¹,² [1] [2][3]:14 * †; and a figure there that was raised once.
_CLOSING = r"[)\]”’\"'»」』）]"
_NOTED = regex.compile(
    rf"""
    (?:[.!?…。！？।؟۔]{_CLOSING}{{0,3}}(?P<mark>(?:
        ⁽?[{RAISED}]++⁾?(?:[,;⁻–][ ]?⁽?[{RAISED}]++⁾?)*+
        | \[\^?(?:\d{{1,3}}|\p{{L}}|note[ ]\d{{1,3}})(?:[ ]?[,–-][ ]?\d{{1,3}})*+\](?::\d{{1,4}}(?:[-–]\d{{1,4}})?)?
        | [*†‡§¶]{{1,3}}
        | \^\(?\d{{1,3}}\)?
     ){{1,9}})(?![ ]*\p{{Ll}})
    | (?:(?<=[\p{{Ll}}\p{{Lo}}]{{3}})\.{_CLOSING}{{0,2}}|\.[”’"'»]|[!?।؟۔]{_CLOSING}{{0,2}})
      (?P<mark>\d{{1,3}}(?:[,–-]\d{{1,3}})*+)(?=[ ]+[\p{{Lu}}\p{{Lo}}“‘"«¿¡(]))
    """,
    regex.VERBOSE | regex.V1,
)
_NUMBERED = regex.compile(
    r"\b(?:vols?|sect|secs|chap|para|paras|abschn|ziff|aufl|anl|annex|cap|núm|pág|págs|vers|abb|tab|rev|eqn|figs|pts|arts"
    r"|рис|табл|стр|разд|версия)\.$",
    regex.I,
)
_CLAUSE_ENDS = ("; ", ": ", ", ", "；", "，", "、", "، ", " ")


def find_sentences(text: str, language: str = DEFAULT_LANGUAGE) -> list[tuple[int, int]]:
    """Return `(start, end)` of each sentence, in order.

    The spans do not overlap, begin and end with a character that is no space, and together cover every character
    that is no space. Empty when there is none. No sentence is longer than `MAX_SENTENCE`.

    >>> find_sentences("Dr. Ito left. He\\nsleeps.\\n\\nThe end")
    [(0, 13), (14, 24), (26, 33)]
    """
    return [
        piece
        for start, end in find_blocks(text)
        for sentence in _find_sentences(text, start, end, language)
        for piece in _cut_long(text, *sentence)
    ]


def _find_sentences(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one block, which begins and ends with a visible character, however long it is."""
    while (until := _find_part(text, start, end)) < end:
        half = start + (until - start) // 2  # going on before it, time would grow with the square of the length
        *whole, last = _split_block(text, start, until, language)
        yield from whole
        if whole and last[0] >= half:
            start = last[0]
            continue
        words = text[last[0] : until].rsplit(maxsplit=1)
        if text[until - 1].isspace() or len(words) == 1 or until - len(words[1]) < half:
            yield last
            start = until
        else:  # it ends within a word
            yield last[0], last[0] + len(words[0])
            start = until - len(words[1])
        visible = _VISIBLE.search(text, start, end)
        assert visible  # noqa: S101  # the last character of the block is
        start = visible.start()
    yield from _split_block(text, start, end, language)


def _find_part(text: str, start: int, end: int) -> int:
    """Return where the part of a block that begins at `start` and is looked at in one go ends."""
    if end - start <= _MAX_MARKS:
        return end
    end = min(end, start + _MAX_BLOCK)
    last = next(islice(_MARK.finditer(text, start, end), _MAX_MARKS, None), None)
    return end if last is None else max(last.start(), min(end, start + MAX_SENTENCE))


def _split_block(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Return the sentences of one block, or of a part that begins with a visible character; it has one at least."""
    if _PLAIN.fullmatch(text, start, end):
        return [(start, start + len(text[start:end].rstrip()))]
    block = _OTHER_SPACE.sub(" ", text[start:end])
    if end - start <= MAX_SENTENCE and "; " in block and ": " in block and _ROW.fullmatch(block):
        return [(start, end)]
    item = _LIST_ITEM.match(block)
    first = item.end() if item else 1  # an item's number is no sentence
    edges = [0, *(cut for cut in _find_cuts(block, language) if first < cut < len(block)), len(block)]
    return [
        (start + left + len(piece) - len(piece.lstrip()), start + left + len(piece.rstrip()))
        for left, right in pairwise(edges)
        if (piece := block[left:right]) and not piece.isspace()
    ]


def _find_cuts(block: str, language: str) -> list[int]:
    """Return where the sentences of a block end, ascending, behind the marks of their notes."""
    marks = [
        match.span("mark")
        for match in _NOTED.finditer(block)
        if not _NUMBERED.search(block, max(0, match.start("mark") - 9), match.start("mark"))
    ]
    if not marks:
        return _find_plain_cuts(block, language)
    parts: list[str] = []
    origins: list[int] = []  # of each character of the parts
    end = 0
    for left, right in marks:
        parts.append(block[end:left])
        origins += range(end, left)
        if block[right : right + 1].isalnum():  # 。¹它
            parts.append(" ")
            origins.append(left)
        end = right
    parts.append(block[end:])
    origins += range(end, len(block) + 1)
    ends = dict(marks)
    cuts = (origins[cut] for cut in _find_plain_cuts("".join(parts), language))
    return [ends.get(cut, cut) for cut in cuts]


def _find_plain_cuts(block: str, language: str) -> list[int]:
    """Return where the sentences of a block end that has no marks of notes behind them, ascending."""
    ends = {boundary["start_index"] for boundary in _find_boundaries(block, language)}
    cuts = {cut for cut in ends if not _is_abbreviation(block, cut, language)}
    cuts.update(
        match.end() for match in _CLOSED.finditer(block) if not match["opens"] or _OPENS.match(block, match.end())
    )
    return sorted(cuts)


def _find_boundaries(block: str, language: str) -> list[dict[str, int]]:
    """Return the boundaries that sentencex finds; none where it breaks down, as it did over spaces of other scripts."""
    try:
        boundaries: list[dict[str, int]] = sentencex.get_sentence_boundaries(language, block)
        return boundaries
    except BaseException as exc:
        if type(exc).__name__ != "PanicException":  # of Rust, which no Exception is
            raise
        return []


def _is_abbreviation(block: str, cut: int, language: str) -> bool:
    """Tell whether the full stop before `cut` shortens a title or a reference rather than ends a sentence."""
    before = block[max(0, cut - 16) : cut].rstrip()
    if not before.endswith("."):
        return False
    if language != DEFAULT_LANGUAGE:
        after = block[cut : cut + 16].lstrip()
        if after[:1].islower() or (language == "de" and _ORDINAL.search(before) and _COUNTED.match(after)):
            return True
        if language in _SHORTENED:
            return bool(_SHORTENED[language].search(before))
    if before.endswith(_SHORTENED_NAMES) and _BEFORE_NAME.search(before):
        return True
    return block[cut : cut + 1].isdigit() and bool(_BEFORE_NUMBER.search(before))


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or in pieces of at most `MAX_SENTENCE` characters, cut where a reader would pause."""
    while end - start > MAX_SENTENCE:
        window = text[start : start + MAX_SENTENCE]
        at = next((cut for mark in _CLAUSE_ENDS if (cut := window.rfind(mark)) > MAX_SENTENCE // 4), MAX_SENTENCE - 1)
        piece = window[: at + 1].rstrip()
        yield start, start + len(piece)
        rest = text[start + at + 1 : end]
        start += at + 1 + len(rest) - len(rest.lstrip())
    yield start, end
