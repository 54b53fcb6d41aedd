"""What Word, PowerPoint and Excel files have in common: parts, relations between them, and a title.

After ECMA-376, part 2. Both the strict and the transitional kind are read: names are compared without their namespaces,
which is all that differs in what is read here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from qa.errors import FileDamaged
from qa.formats.archive import ZipArchive
from qa.formats.xml import Element, attribute, child, local

__all__ = ["Package", "choose_alternative", "is_on", "parse_number"]

_NO_TITLES = frozenset(
    {"powerpoint presentation", "powerpoint-präsentation", "présentation powerpoint", "word document"}
)


class Package:
    """An Office file. `main` is the name of its main part, `root` the root of that part's XML; None where it is none.

    Raises as `ZipArchive` does, and FileDamaged when the main part is missing or another than the format's.
    """

    def __init__(self, data: bytes, *, root: str | None) -> None:
        self.archive = ZipArchive(data)
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.main = next(self.find_related("", "officeDocument"), "")
        self.root: Element = None
        if root is None and self.main:
            return
        self.root = self.archive.read_xml(self.main) if self.main else None
        holds = local(self.root) if self.main else "nothing"
        if holds != root:
            raise FileDamaged(
                f"The file is damaged: its main part holds {holds[:50]!r}, not {root or 'a workbook'!r}. "
                "Open it in the program that wrote it, save it again, and add that."
            )

    def read_xml(self, part: str) -> Element:
        """Return the root of a part. Raises FileDamaged when it is missing or no XML."""
        return self.archive.read_xml(part)

    def find_target(self, part: str, relation: str) -> str:
        """Return the part that a relation of `part` names; empty when there is none in the file."""
        return self._relations_of(part).get(relation, ("", ""))[1]

    def find_related(self, part: str, kind: str) -> Iterator[str]:
        """Yield the parts that `part` has a relation of this kind to, in the order of the relations."""
        return (target for name, target in self._relations_of(part).values() if name == kind)

    def read_related(self, part: str, kind: str) -> Element | None:
        """Return the root of the first part that `part` has a relation of this kind to; None when there is none."""
        target = next(self.find_related(part, kind), None)
        return None if target is None else self.read_xml(target)

    def read_title(self) -> str:
        """Return the title that the file states; empty when that is only the program's own."""
        node = child(self.read_related("", "core-properties"), "title")
        title = "".join(node.itertext()) if node is not None else ""
        return "" if title.strip().lower() in _NO_TITLES else title

    def _relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        """Return `(kind, part)` of each relation of `part` to another in the file, by its id."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            relations = posixpath.join(folder, "_rels", f"{name}.rels")
            targets = {}
            for relation in self.archive.read_xml(relations) if relations in self.archive else ():
                target = attribute(relation, "Target")
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                if attribute(relation, "TargetMode") != "External" and path in self.archive:
                    kind = attribute(relation, "Type").rpartition("/")[2]
                    targets[attribute(relation, "Id")] = (kind, path)
            self._relations[part] = targets
        return self._relations[part]


def choose_alternative(element: Element) -> Element | None:
    """Return the branch of an `AlternateContent` to read: the first choice, unless only the fallback holds text."""
    choice, fallback = child(element, "Choice"), child(element, "Fallback")
    if choice is None or (fallback is not None and not _has_text(choice) and _has_text(fallback)):
        return fallback
    return choice


def _has_text(element: Element) -> bool:
    return any(local(below) in ("t", "relIds", "chart") for below in element.iter())


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is on by being there is on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`."""
    return element is not None and attribute(element, "val", "true").lower() not in ("0", "false", "off", "none")


def parse_number(text: str, default: int = 0) -> int:
    """Return the whole number that an attribute states, at most nine digits long; else `default`."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else default
