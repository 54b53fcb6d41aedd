"""Fields of Word files: what is shown of them, with the choices and ticks of old forms, and equations and signs.

A field is code, then the result that its program last showed. Most fields show that result; a ticked box, a list to
choose from, a sign and an equation show what their code says. Left out: the code, and prompts to click on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import regex

from qa.formats.office.package import is_on, parse_number
from qa.formats.office.symbols import UNKNOWN, read_sign
from qa.formats.writing.counting import write_count
from qa.formats.xml import Element, attribute, child, children

__all__ = ["PAGE_FIELDS", "Field", "FieldCounts", "show_field"]

PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "STYLEREF", "TIME", "FILENAME"})
_NUMBERED = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"})
_LEVELS = tuple(
    (pattern, style) for pattern in ("{})", "({})", "{}.") for style in ("decimal", "lowerLetter", "lowerRoman")
)  # of LISTNUM: 1) a) i) (1) (a) (i) 1. a. i.
_MAX_CODE = 2_000  # characters
_WORD = regex.compile(r"\S+")
_SIGN = regex.compile(r"(?i)SYMBOL\s+(0x[0-9a-f]{1,5}|\d{1,6})(?:.*?\\f\s*\"?([^\"\\]*))?")
_INNER = regex.compile(r"\\([a-zA-Z])((?:\\[a-zA-Z]{2}\d*)*)\s*\(([^()\\]*)\)")
_MAX_ROUNDS = 20  # of an equation's forms, one within the other


@dataclass(slots=True)
class Field:
    """A field while it is read: `start` is the number of pieces of text before its result."""

    code: list[str] = field(default_factory=list)
    form: Element | None = None
    start: int = 0
    in_result: bool = False

    @property
    def name(self) -> str:
        """What kind of field it is, in capitals."""
        word = _WORD.search("".join(self.code)[:_MAX_CODE])
        return word[0].upper() if word else ""


class FieldCounts:
    """How far the fields that number paragraphs have counted (AUTONUM, LISTNUM)."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int]] = {}

    def next(self, name: str, code: str) -> str:
        """Return the next number of a field of this name; its code may state a list, a level and a start."""
        words = code.split()[1:]
        options = dict(pairwise(word.lower() for word in words))
        listed = words[0].lower() if words and not words[0].startswith("\\") else ""
        level = min(max(parse_number(options.get("\\l", ""), 1), 1), len(_LEVELS)) if name == "LISTNUM" else 1
        counts = self._counts.setdefault(f"{name} {listed}"[:_MAX_CODE], [0] * len(_LEVELS))
        start = parse_number(options.get("\\s", ""), 0) if name == "LISTNUM" else 0
        counts[level - 1] = start or counts[level - 1] + 1
        counts[level:] = [0] * (len(_LEVELS) - level)
        if name != "LISTNUM":
            return f"{write_count(counts[0], 'upperRoman' if name == 'AUTONUMOUT' else 'decimal')}."
        if listed == "legaldefault":
            return "".join(f"{count or 1}." for count in counts[:level])
        pattern, style = _LEVELS[level - 1]
        return pattern.format(write_count(counts[level - 1], style))


def show_field(shown: Field, counts: FieldCounts) -> str:
    """Return what a field without a result shows."""
    box, choices = child(shown.form, "checkBox"), child(shown.form, "ddList")
    code = "".join(shown.code)[:_MAX_CODE]
    if box is not None:
        state = child(box, "checked")
        return "☒" if is_on(state if state is not None else child(box, "default")) else "☐"
    if choices is not None:
        chosen = child(choices, "result")
        place = parse_number(attribute(chosen if chosen is not None else child(choices, "default"), "val"))
        entries = [attribute(entry, "val") for entry in children(choices, "listEntry")]
        return entries[place] if 0 <= place < len(entries) else ""
    if shown.name == "SYMBOL" and (match := _SIGN.search(code)):
        sign = read_sign(int(match[1], 0) if match[1].isdigit() or "x" in match[1].lower() else 0, match[2] or "")
        return "" if sign == UNKNOWN else sign
    if shown.name in _NUMBERED:
        return counts.next(shown.name, code)
    if shown.name == "EQ":
        return _write_equation(code)
    return ""


def _write_equation(code: str) -> str:
    r"""Return the text of an `EQ` field, such as `EQ \f(1,2)`.

    >>> _write_equation(r"EQ x = \f(1,2) + \r(,y)"), _write_equation(r"eq \o\ac(○,1)"), _write_equation(r"EQ \s\up8(a)")
    ('x = 1/2 + √(y)', '①', 'a')
    """
    text = code.strip()[2:].strip()
    for _ in range(_MAX_ROUNDS):
        text, changes = _INNER.subn(_write_form, text)
        if not changes:
            break
    return text.replace("\ue000", "(").replace("\ue001", ")").strip()


def _write_form(match: regex.Match[str]) -> str:
    parts = [part.strip() for part in regex.split(r"[,;]", match[3])]
    name = match[1].lower()
    if name == "f" and len(parts) == 2:
        return "/".join(part if part.isalnum() else f"\ue000{part}\ue001" for part in parts)
    if name == "r":
        return f"{parts[0] if len(parts) > 1 else ''}√\ue000{parts[-1]}\ue001"
    if name == "o" and len(parts) == 2 and parts[0] in "○◯" and parts[1].isdigit() and 0 < int(parts[1]) <= 20:
        return chr(ord("①") + int(parts[1]) - 1)
    if name == "b":
        return f"\ue000{match[3]}\ue001"
    return " ".join(filter(None, parts))
