"""Identifiers: words that name one thing by their exact letters and figures, as LS-1017, backup.keep_days and 2.4.1 do.

Two that are nearly alike are two things, and what is said of one is no answer about the other. An identifier is
compared by its runs of letters and of figures, in lower case: hyphens, spaces and the like between them may be left
out. Left out: figures alone (2024, 12.50), but for the number of a clause or version; amounts (10kg); ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Identifier", "find_identifiers"]

_CASED = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"  # letters of codes: those of other scripts name no thing
_CODE = re.compile(
    rf"(?<![{_CASED}0-9])(?<![{_CASED}0-9][._‐‑-])"
    rf"(?:[{_CASED}]++[0-9]++|[{_CASED}0-9]++(?=[._‐‑-][{_CASED}0-9]))[{_CASED}0-9]*+(?:[._‐‑-]{{1,2}}+[{_CASED}0-9]++)*+"
)
_RUN = re.compile(rf"[{_CASED}]+|\d+")
_SIGN = re.compile(r"[._]")
_OF_CLAUSES = frozenset(  # words before the number of a clause or a version
    """
    clause section sec paragraph para article art chapter version release annex appendix item rule point
    ziffer abschnitt absatz abs artikel kapitel klausel punkt fassung anhang
    paragraphe chapitre alinéa cláusula apartado artículo capítulo versión sección artigo seção versão
    clausola articolo capitolo versione sezione punto paragraaf hoofdstuk avsnitt kapitel artykuł rozdział wersja
    раздел пункт статья версия
    """.split()
)
_NUMBERED = re.compile(r"(?:(?<![^\W\d_])([^\W\d_]++)\.?\s+|(§)\s*)(\d++(?:\.\d++)++)(?!\w)")
_VERSION = re.compile(r"(?<![\w.,])(?:[vV](?=\d))?(\d{1,4}(?:\.\d{1,4}){2,3})(?!\w|[.,]\d)")
_SHORT = re.compile(r"[vV]\d++(?:\.\d++)++")
_MAY_BE = re.compile(r"\d|[^\W_][._][^\W_]")  # nearly all questions hold no such thing
_FEW_LETTERS, _SEVERAL = 4, 2  # of a code such as LS-1017, and figures
_DATE = re.compile(r"[0-3]?\d\.[01]?\d\.(?:\d\d){1,2}|\d{4}\.[01]?\d\.[0-3]?\d|\d{1,3}(?:\.\d{3})+")
_DOTTED = re.compile(r"(?<![\w.,])\d+(?:\.\d+)+(?![\w,]|\.\d)")
_NEXT = re.compile(rf"[ ._‐‑-]{{0,2}}([{_CASED}]+|\d+)")
_MOST = 8  # identifiers of a question


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier of a question. text: as it was typed. runs: its letters and figures in lower case.

    certain: whether its form says that it names one thing, whatever else a text holds: LS-1017, but not covid19.
    """

    text: str
    runs: tuple[str, ...]
    certain: bool

    @property
    def is_number(self) -> bool:
        """Whether it is of figures alone: the number of a clause or version."""
        return self.runs[0].isdecimal()

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds it, whatever lies between its runs.

        >>> [find_identifiers("LS1017")[0].is_in(text) for text in ("See ls-1017.", "See LS-1018.", "LS-10171")]
        [True, False, False]
        """
        return any(runs == self.runs for runs in self._find_alike(text, len(self.runs)))

    def is_missed_in(self, text: str) -> bool:
        """Tell whether a text holds one that is nearly it, and not it.

        >>> code = find_identifiers("LS-1017")[0]
        >>> code.is_missed_in("See LS-1018."), code.is_missed_in("See LS-1017 and LS-1018."), code.is_missed_in("LS")
        (True, False, False)
        """
        if self.is_number:
            numbers = (_read_runs(match[0]) for match in _DOTTED.finditer(text))
            return not self.is_in(text) and any(len(other) == len(self.runs) for other in numbers)
        others = (each.runs for each in _find_codes(text) if each.runs)
        alike = any(other[0] == self.runs[0] and other[: len(self.runs)] != self.runs for other in others)
        return alike and not self.is_in(text)

    def _find_alike(self, text: str, n: int) -> Iterator[tuple[str, ...]]:
        """Yield the n runs of a text from each place where its first run stands."""
        lower = text.lower()
        apart = rf"(?:(?<![{_CASED}0-9])|(?<=v)(?<![^\W_]v))(?<!\d[.,])"
        for match in re.finditer(apart + re.escape(self.runs[0]), lower):
            runs, end = [self.runs[0]], match.end()
            while len(runs) < n and (following := _NEXT.match(lower, end)):
                runs.append(following[1])
                end = following.end()
            yield tuple(runs)


def find_identifiers(question: str) -> tuple[Identifier, ...]:
    """Return the identifiers of a question in order, each once; none in nearly every one.

    >>> [each.text for each in find_identifiers("Is error LS-1017 of backup.keep_days in clause 9.1 as in v2.4.1?")]
    ['LS-1017', 'backup.keep_days', '9.1', 'v2.4.1']
    >>> find_identifiers("A well-known 21-day trip on 4.5.2024 for 12.50 at 10kg in the 1980s, e.g. Mon-Fri")
    ()
    """
    if not _MAY_BE.search(question):
        return ()
    each = {code.runs: code for code in [*_find_codes(question), *_find_numbers(question)]}
    return tuple(each.values())[:_MOST]


def _find_codes(text: str) -> Iterator[Identifier]:
    """Yield the codes of a text: what joins letters with figures, or words with underscores or dots."""
    for match in _CODE.finditer(text):
        written = match[0]
        runs = _read_runs(written)
        figures = any(run.isdecimal() for run in runs)
        letters = any(not run.isdecimal() for run in runs)
        if not letters or len(runs) < 2 or _SHORT.fullmatch(written):
            continue
        if "_" in written or _is_dotted(written):
            yield Identifier(written, runs, certain=True)
        elif figures and not runs[0].isdecimal():
            few = 1 < len(runs[0]) <= _FEW_LETTERS and any(len(run) >= _SEVERAL for run in runs if run.isdecimal())
            yield Identifier(written, runs, certain=few and written == written.upper())


def _is_dotted(written: str) -> bool:
    """Tell whether dots join small words, as in names of settings, and do not end a sentence or shorten a word."""
    parts = _SIGN.split(written)
    return len(parts) > 1 and all(len(part) > 1 and part[0].islower() for part in parts)


def _find_numbers(text: str) -> Iterator[Identifier]:
    """Yield the numbers of clauses and versions."""
    for match in _NUMBERED.finditer(text):
        word = (match[1] or "").lower()
        if (match[2] or word in _OF_CLAUSES or word[:-1] in _OF_CLAUSES) and not _DATE.fullmatch(match[3]):
            yield Identifier(match[3], _read_runs(match[3]), certain=True)
    for match in _VERSION.finditer(text):
        if not _DATE.fullmatch(match[1]):
            yield Identifier(match[0], _read_runs(match[1]), certain=True)


def _read_runs(written: str) -> tuple[str, ...]:
    return tuple(_RUN.findall(written.lower()))
