"""Footnotes and endnotes of Word files: the mark of each, counted as the file says, in the order of the references."""

from __future__ import annotations

from qa.formats.office.package import Package, parse_number
from qa.formats.writing.counting import write_count
from qa.formats.writing.raised import raise_text
from qa.formats.xml import Element, attribute, child, children

__all__ = ["KINDS", "Notes", "raise_mark"]

KINDS = ("footnote", "endnote")
_SIGNS = "*†‡§"  # of the style "chicago": each once, then each twice


class Notes:
    """The notes that a text refers to."""

    def __init__(self, package: Package) -> None:
        settings = package.read_related(package.main, "settings")
        sections = [child(package.root, "body", "sectPr"), settings]
        self._styles: dict[str, str] = {}
        self._starts: dict[str, int] = {}
        for kind, style in zip(KINDS, ("decimal", "lowerRoman"), strict=True):
            stated = [child(section, f"{kind}Pr") for section in sections]
            self._styles[kind] = next(
                (name for node in stated if (name := attribute(child(node, "numFmt"), "val"))), style
            )
            self._starts[kind] = next(
                (number for node in stated if (number := parse_number(attribute(child(node, "numStart"), "val")))), 1
            )
        self._marks: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
        self._counts = dict.fromkeys(KINDS, 0)

    def refer(self, reference: Element, kind: str) -> str:
        """Return the mark of the note that an element refers to, raised; empty when its own text is the mark."""
        name = attribute(reference, "id")
        marks = self._marks[kind]
        if attribute(reference, "customMarkFollows").lower() in ("1", "true", "on"):
            marks.setdefault(name, "")
        elif name not in marks:
            number = self._starts[kind] + self._counts[kind]
            self._counts[kind] += 1
            marks[name] = raise_mark(_count_note(number, self._styles[kind]))
        return marks[name]

    def order(self, kind: str) -> list[tuple[str, str]]:
        """Return the id and the mark of each note, in the order of the first references to them."""
        return list(self._marks[kind].items())

    def read(self, package: Package, kind: str) -> tuple[str, dict[str, Element]]:
        """Return the part that holds the notes of a kind, empty when there is none, and each note by its id."""
        part = next(package.find_related(package.main, f"{kind}s"), "")
        root = package.read_xml(part) if part and self._marks[kind] else None
        return part, {attribute(note, "id"): note for note in children(root, kind)}


def _count_note(number: int, style: str) -> str:
    if style == "chicago":
        return _SIGNS[(number - 1) % len(_SIGNS)] * ((number - 1) // len(_SIGNS) + 1)
    return write_count(number, style)


def raise_mark(mark: str) -> str:
    """Return the mark of a note, raised; in brackets where a letter of it has no raised form.

    >>> raise_mark("12"), raise_mark("iv"), raise_mark("†"), raise_mark("IV")
    ('¹²', 'ⁱᵛ', '†', '[IV]')
    """
    raised = "".join(raise_text(letter, "") for letter in mark)
    return raised if "^" not in raised else f"[{mark}]"
