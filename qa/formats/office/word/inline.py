"""The text of one paragraph of a Word file: its runs with what is raised, lowered, struck, hidden or a field in them.

What is anchored in it, text boxes, charts and objects, is kept for who asked. Left out, and counted: struck and hidden
text, tracked deletions, prompts of fields that nobody filled in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

import regex

from qa.formats.office.equation import write_equation
from qa.formats.office.heights import set_degrees, set_text
from qa.formats.office.omissions import Omissions
from qa.formats.office.package import choose_alternative, is_on
from qa.formats.office.symbols import UNKNOWN, read_sign, replace_signs
from qa.formats.office.word.fields import PAGE_FIELDS, Field, FieldCounts, show_field
from qa.formats.office.word.notes import KINDS, Notes
from qa.formats.office.word.styles import CharacterStyle, WordStyles, read_characters
from qa.formats.xml import Element, attribute, child, local, name_children

__all__ = ["LEFT_OUT", "PAGE_MARK", "InlineReader"]

LEFT_OUT = frozenset(
    """
    pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr rt annotationRef commentReference tblPrEx ffData
    instrText delInstrText
    """.split()
)
PAGE_MARK = "\0"  # in a header or footer, what differs by page
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_REFERENCES = {f"{kind}Reference": kind for kind in KINDS}
_ANCHORED = frozenset({"drawing", "pict", "object", "control", "p", "tbl"})
_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_MAX_OPEN = 50  # fields within one another
_MAX_SHIFTED = 12  # characters that are raised or lowered by their position
_MAX_PROMPT = 300  # characters
_BEFORE = 40  # characters that raised text is looked at with


class InlineReader:
    """Reads paragraphs one by one. `anchored` gathers what they anchor; `languages` the characters in each language."""

    def __init__(self, styles: WordStyles, notes: Notes, omissions: Omissions) -> None:
        self.styles = styles
        self.notes = notes
        self.omissions = omissions
        self.anchored: list[Element] = []
        self.languages: Counter[str] = Counter()
        self.language = ""  # of the paragraph that is being read
        self.note_mark = ""  # of the note that is being read
        self.marks_pages = False  # whether what differs by page is PAGE_MARK
        self.n_bold = self.n_letters = 0  # characters so far
        self._base = CharacterStyle()
        self._style = self._base
        self._pieces: list[tuple[str, str]] = []  # how it is set, and a text
        self._fields: list[Field] = []
        self._counts = FieldCounts()
        self._left_out = ""  # why the last text was left out, until another is not
        self._readers: dict[str, Callable[[Element], None]] = {
            "r": self._read_run,
            "sym": self._add_sign,
            "oMath": self._read_equation,
            "oMathPara": self._read_equation,
            **dict.fromkeys(_REFERENCES, self._read_reference),
            **{f"{kind}Ref": self._read_own_mark for kind in KINDS},
            "fldChar": self._read_field_mark,
            "instrText": self._read_code,
            "fldSimple": self._read_simple_field,
            "pgNum": self._read_page_number,
            "AlternateContent": self._read_alternative,
            "ins": self._read_change,
            "del": self._read_change,
            "moveFrom": self._read_change,
            "sdt": self._read_control,
        }

    def read(self, nodes: Iterable[Element], base: CharacterStyle, language: str) -> str:
        """Return the text of these parts of a paragraph. base: how letters are set unless they say so themselves."""
        self._pieces, self._base, self._style, self.language = [], base, base, language
        self._left_out = ""
        self._read_nodes(nodes)
        self._fields = [field for field in self._fields if field.in_result]
        for field in self._fields:
            field.start = 0
        return _join(self._pieces)

    def is_prompt(self, control: Element) -> bool:
        """Tell whether a content control shows only what to fill in, in the look or the words of a prompt."""
        if not is_on(child(control, "sdtPr", "showingPlcHdr")):
            return False
        runs = [run for run in control.iter("{*}r") if next(run.iter("{*}t"), None) is not None]
        text = "".join(node.text or "" for run in runs for node in run.iter("{*}t")).strip()
        styles = {attribute(child(run, "rPr", "rStyle"), "val") for run in runs}
        is_bracketed = text.startswith(("[", "<", "«")) and text.endswith(("]", ">", "»"))
        return len(text) <= _MAX_PROMPT and (is_bracketed or styles <= self.styles.prompts)

    # -- elements ------------------------------------------------------------------------------------------------------

    def _read_nodes(self, nodes: Iterable[Element]) -> None:
        nodes = list(nodes)
        self._read_named(zip(map(local, nodes), nodes, strict=True))

    def _read_named(self, nodes: Iterable[tuple[str, Element]]) -> None:
        for name, node in nodes:
            if name == "t":
                self._add(node.text or "")
            elif name in _CHARACTERS:
                self._add(_CHARACTERS[name])
            elif name in _ANCHORED:
                self.anchored.append(node)
            elif name in self._readers:
                self._readers[name](node)
            elif name not in LEFT_OUT:
                self._read_nodes(node)

    def _read_equation(self, node: Element) -> None:
        before = node.getprevious()
        apart = " " if before is not None and local(before) == local(node) else ""
        self._add(apart + write_equation(node))

    def _read_reference(self, node: Element) -> None:
        self._add_mark(self.notes.refer(node, _REFERENCES[local(node)]))

    def _read_own_mark(self, _node: Element) -> None:
        self._add_mark(self.note_mark)
        self.note_mark = ""

    def _read_code(self, node: Element) -> None:
        if self._fields:
            self._fields[-1].code.append(node.text or "")

    def _read_page_number(self, _node: Element) -> None:
        self._add(PAGE_MARK if self.marks_pages else "")

    def _read_alternative(self, node: Element) -> None:
        branch = choose_alternative(node)
        self._read_nodes(() if branch is None else branch)

    def _read_simple_field(self, node: Element) -> None:
        word = attribute(node, "instr").split(maxsplit=1)[:1]
        if self.marks_pages and word and word[0].upper() in PAGE_FIELDS:
            self._add(PAGE_MARK)
        else:
            self._read_nodes(node)

    def _read_change(self, node: Element) -> None:
        """Count a tracked change; what was inserted is read."""
        if next(node.iter("{*}t", "{*}delText", "{*}sym"), None) is None:
            return
        name = local(node)
        if name == "ins":
            self.omissions.inserted += 1
            self._read_nodes(node)
        elif name == "del":
            self.omissions.deleted += 1
        else:
            self.omissions.moved += 1

    def _read_control(self, node: Element) -> None:
        if self.is_prompt(node):
            self.omissions.prompts += 1
        else:
            self._read_nodes(node)

    def _read_run(self, run: Element) -> None:
        nodes = list(run)
        names = [local(node) for node in nodes]
        stated = name_children(nodes[names.index("rPr")]) if "rPr" in names else {}
        style = self._base
        if stated:
            named = self.styles.characters.get(attribute(stated.get("rStyle"), "val"))
            style = (style.under(named) if named else style).under(read_characters(stated))
        why = "hidden" if style.hidden else "struck" if style.struck else ""
        if why:
            self._leave_out(run, why)
            return
        before, self._style = self._style, style
        start = len(self._pieces)
        self._read_named(zip(names, nodes, strict=True))
        self._style = before
        texts = [text for _, text in self._pieces[start:]]
        if size := sum(map(len, texts)):
            if self._left_out and any(map(str.strip, texts)):
                self._left_out = ""
            language = stated.get("lang")
            east = attribute(language, "eastAsia")
            is_east = bool(east) and any(map(_EAST_ASIAN.search, texts))
            self.languages[east if is_east else attribute(language, "val", self.language)] += size

    def _leave_out(self, run: Element, why: str) -> None:
        """Count a run that is struck or hidden; those that follow one another are one place."""
        for node in run.iter("{*}fldChar", "{*}instrText"):  # a hidden field has a hidden end
            if local(node) == "fldChar":
                self._follow_field(node, is_shown=False)
            elif self._fields:
                self._fields[-1].code.append(node.text or "")
        for reference in run.iter(*(f"{{*}}{name}" for name in _REFERENCES)):
            self.notes.refer(reference, _REFERENCES[local(reference)])
        if any((node.text or "").strip() for node in run.iter("{*}t")) or run.find("{*}sym") is not None:
            if self._left_out != why:
                setattr(self.omissions, why, getattr(self.omissions, why) + 1)
            self._left_out = why

    # -- fields --------------------------------------------------------------------------------------------------------

    def _read_field_mark(self, node: Element) -> None:
        self._follow_field(node, is_shown=True)

    def _follow_field(self, node: Element, *, is_shown: bool) -> None:
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            del self._fields[: max(0, len(self._fields) + 1 - _MAX_OPEN)]
            self._fields.append(Field(form=child(node, "ffData"), start=len(self._pieces)))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            self._fields[-1].start = len(self._pieces)
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            result = "".join(text for _, text in self._pieces[field.start :])
            if self.marks_pages and field.name in PAGE_FIELDS:
                del self._pieces[field.start :]
                self._add(PAGE_MARK)
            elif is_shown and not result.strip() and (shown := show_field(field, self._counts)):
                self._add(shown)

    # -- pieces --------------------------------------------------------------------------------------------------------

    def _add(self, text: str) -> None:
        if not text or (self._fields and any(not field.in_result for field in self._fields)):
            return
        style = self._style
        if style.font or not text.isascii():
            text = self._count_unknown(replace_signs(text, style.font or ""), style.font or "")
        if style.raised:
            how = "raised" if style.raised > 0 else "lowered"
        elif style.shifted:
            how = "raised a little" if style.shifted > 0 else "lowered a little"
        else:
            how = ""
        size = len(text.strip())
        self.n_letters += size
        self.n_bold += size if style.bold else 0
        self._pieces.append((how, text))

    def _add_sign(self, node: Element) -> None:
        font = attribute(node, "font")
        try:
            sign = read_sign(int(attribute(node, "char"), 16), font)
        except ValueError:
            sign = UNKNOWN
        self._add(self._count_unknown(sign, font))

    def _add_mark(self, mark: str) -> None:
        """Add the mark of a note, apart from raised text and other marks before it."""
        if mark and not any(not field.in_result for field in self._fields):
            is_apart = not self._pieces or self._pieces[-1][0] not in ("raised", "mark")
            self._pieces.append(("mark", mark if is_apart else f" {mark}"))

    def _count_unknown(self, text: str, font: str) -> str:
        """Return `text` without signs that have no known meaning, which are counted."""
        if UNKNOWN not in text:
            return text
        self.omissions.signs[font or "that is not named"] += text.count(UNKNOWN)
        return text.replace(UNKNOWN, "")


def _join(pieces: list[tuple[str, str]]) -> str:
    """Return the pieces as one text, what is raised or lowered as such, unless all of it is."""
    if len(pieces) == 1 and not pieces[0][0]:
        return pieces[0][1]
    if not any(how for how, _ in pieces):
        return "".join(text for _, text in pieces)
    parts: list[str] = []
    before = ""
    all_alike = len({how for how, text in pieces if text.strip()}) == 1
    is_after_mark = False  # at the beginning of a note
    for how, group in groupby(pieces, key=lambda piece: piece[0]):
        text = "".join(text for _, text in group)
        if how == "mark":
            is_after_mark = not before.strip()
            text = f"{text} " if is_after_mark else text
        elif is_after_mark and text.strip():
            text, is_after_mark = text.lstrip(), False
        elif how and not all_alike and (how in ("raised", "lowered") or _is_shift(text, before)):
            text = set_text(text, before, is_raised=how.startswith("raised"))
        parts.append(text)
        before = (before + text)[-_BEFORE:]
    joined = "".join(parts)
    return set_degrees(joined) if any(how.startswith("raised") for how, _ in pieces) else joined


def _is_shift(text: str, before: str) -> bool:
    """Tell whether what stands a little above or below the line does so for what it says."""
    return len(text.strip()) <= _MAX_SHIFTED and bool(before[-1:].strip())
