"""Which documents have one name but for marks of their version: "Rules 2023" and "Rules 2024", "list" and "list-v2".

A name is a title, or a file's name without its ending. Marks are dates, numbers of versions and words such as new, old,
draft, final or copy. Documents that are made anew each time, such as minutes and reports, say what was at their time:
those of two dates are no versions of one. Left out: names in two languages, and misspelt ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from qa.quoting.versions.dates import find_dates
from qa.quoting.versions.marks import EDITION, NEWER, OLDER, UNFINISHED, VERSION
from qa.text.lazy_regex import Pattern
from qa.types import DocumentInfo

__all__ = ["are_near_names", "have_one_name", "read_file_name", "strip_marks"]

_ENDING = Pattern(r"\.(?=\p{L})[\p{L}\p{N}]{1,8}$")
_FILLING = Pattern(
    r"\(\s?\d{1,2}\s?\)|(?<!\p{L})(?:copy|copies|kopie|copie|copia|kopia|cópia|version|versión|versione|versie|wersja"
    r"|versão|fassung|rev(?:ision)?|edition|ausgabe|édition|edición|edizione|stand|as of|valid|effective|in force"
    r"|in kraft|en vigueur|gültig|from|ab|vom|of|the|der|die|das|de|du|la|le|del|della|van|update|season)(?!\p{L})|版$",
    regex.I,
)
_SERIES = Pattern(
    r"(?<!\p{L})(?:minutes|reports?|meetings?|agendas?|newsletters?|invoices?|receipts?|letters?|results?|accounts"
    r"|statements?|statistics|census|diary|journal|logs?|chats?|news|press|bulletin|reviews?|elections?|annual|monthly"
    r"|weekly|daily|quarterly|changelog|releases?|timesheets?|exams?|surveys?|budgets?|\p{L}*protokolle?|\p{L}*berichte?"
    r"|\p{L}*rechnung(?:en)?|\p{L}*sitzung|tagesordnung|rundbrief|bilanz|ergebnisse|haushalt|brief|comptes? rendus?"
    r"|rapports?|procès verba(?:l|ux)|factures?|réunion|bilan|résultats|actas?|informes?|facturas?|reunión|resultados"
    r"|verbal[ei]|relazion[ei]|fattur[ae]|riunione|bilancio|notulen|verslag|factuur|jaarverslag|protok[oó]ł"
    r"|sprawozdanie|faktura|raport|atas?|relatórios?|faturas?|protokoll|rapport|referat|zápis|zpráva|tutanak|rapor"
    r"|fatura|протокол|отчёт|отчет|счёт|議事録|報告書?|会议记录|报告|회의록|보고서)(?!\p{L})",
    regex.I,
)
_GENERIC = frozenset(
    {"readme", "index", "document", "untitled", "page", "file", "notes", "text", "scan", "main", "data"}
)
_NO_WORD = Pattern(r"[^\p{L}\p{M}\p{N}]+")


@lru_cache(maxsize=4096)
def strip_marks(name: str, *, dates: bool = True) -> str:
    """Return a name in lower case without the marks of a version; empty when it has nothing else.

    dates: whether dates are such marks.

    >>> strip_marks("Parking rules (2024, v2.1 final)"), strip_marks("Old price_list"), strip_marks("Chapter 2")
    ('parking rules', 'price list', 'chapter 2')
    """
    text = name.replace("_", " ").replace("+", " ").casefold()
    kept, end = [], 0
    for place in find_dates(text) if dates else ():
        kept.append(text[end : place.start])
        end = place.end
    text = " ".join([*kept, text[end:]])
    for marks in (VERSION, EDITION, OLDER, NEWER, UNFINISHED, _FILLING):
        text = marks.sub(" ", text)
    return " ".join(_NO_WORD.sub(" ", text).split())


def read_file_name(source: str) -> str:
    """Return the name of a file or address without its folders and ending.

    >>> read_file_name("https://example.org/rules/parking-2.1.md?raw=1"), read_file_name("rules/old")
    ('parking-2.1', 'old')
    """
    path = source.split("#", 1)[0].split("?", 1)[0].replace("\\", "/").rstrip("/")
    return _ENDING.sub("", path.rsplit("/", 1)[-1])


@dataclass(frozen=True, slots=True)
class _Name:
    """What a document is called, without marks: its title, its file; and whether its title is more than that."""

    title: str
    file: str
    own: bool


def have_one_name(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Tell whether two documents are called the same but for the marks of their versions."""
    a, b = _read(one), _read(other)
    if one.id == other.id:
        return False
    if a.title and a.title == b.title:
        return a.title not in _GENERIC
    return bool(a.file) and a.file == b.file and a.file not in _GENERIC and not (a.own and b.own)


def are_near_names(one: DocumentInfo, other: DocumentInfo) -> bool:
    """Tell whether one of two documents is called as the other is and more, or nothing that tells."""
    a, b = ({*(name.title or name.file).split()} - _GENERIC for name in (_read(one), _read(other)))
    return a <= b or b <= a


def _read(info: DocumentInfo) -> _Name:
    return _read_name(info.title if info.title not in (info.source, info.id) else "", info.source)


@lru_cache(maxsize=4096)
def _read_name(title: str, source: str) -> _Name:
    stem, head = read_file_name(source), _ENDING.sub("", title)
    dates = not _SERIES.search(f"{head} {stem}".replace("_", " ").replace("-", " "))
    file = strip_marks(stem, dates=dates)
    called = strip_marks(head, dates=dates)
    return _Name(called, file, bool(called) and called != file)
