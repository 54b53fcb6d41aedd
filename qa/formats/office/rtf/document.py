"""Rich text files (.rtf): paragraphs, headings, items, tables and notes, as they are shown.

Characters are read in the charset of their font, or as Unicode where the file has both. Notes stand at the end, each
with its mark. Left out, and said: struck and hidden text, deletions, comments, pictures and objects. What is written
for other readers a second time is read once.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from qa.errors import FileDamaged
from qa.formats.office.omissions import Omissions
from qa.formats.office.rtf.flow import RichFlow
from qa.formats.office.rtf.state import State, Tables, change_state, charset_of
from qa.formats.office.rtf.tokens import Token, find_tokens
from qa.formats.office.rtf.words import (
    CHARACTERS,
    KEPT_THOUGH_OPTIONAL,
    KNOWN,
    PAGES,
    SHOWN_TARGETS,
    SIGNS,
    SKIPPED,
    TARGETS,
)
from qa.formats.office.symbols import read_sign, replace_signs
from qa.formats.writing.blocks import BlockWriter
from qa.formats.writing.content import Content
from qa.formats.writing.raised import raise_text

__all__ = ["read_rtf"]

_MAX_DEPTH = 100_000  # groups within each other
_MAX_NAME = 1_000  # characters
_MARKED = re.compile(r"^([⁰¹²³⁴-⁹]+)(?=\S)")
_SYMBOL = re.compile(r'SYMBOL\s+(0x[0-9A-Fa-f]{1,4}|\d{1,5})(?:.*?\\f\s+"?([^"\\]+))?', re.I | re.S)


def read_rtf(data: bytes) -> Content:
    """Read a rich text file. Raises FileDamaged for what is none."""
    start = data[:100].find(b"{\\rt")
    if start < 0:
        raise FileDamaged("The file is no rich text file. Open it in its own program, save it as .docx, and add that.")
    return _Reader().read(data[start:])


class _Reader:
    """A rich text file while it is read."""

    def __init__(self) -> None:
        self.blocks = BlockWriter()
        self.tables = Tables()
        self.omissions = Omissions()
        self.flow = RichFlow(self.blocks, self.tables)
        self.state = State()
        self.groups: list[tuple[State, RichFlow | None]] = []  # what held before, and the flow that a group interrupts
        self.started = False  # whether the group has a word already
        self.optional = False
        self.n_to_skip = 0  # characters that stand for one that was read as Unicode
        self.pending = bytearray()  # bytes that make characters together
        self.notes: list[str] = []
        self.heads: dict[str, None] = {}
        self.n_notes = self.n_pictures = 0
        self.collected: dict[str, str] = {"title": "", "font": "", "style": "", "field": "", "mark": ""}

    def read(self, data: bytes) -> Content:
        """Return the content."""
        actions: dict[str, Callable[[Token], None]] = {
            "{": self._open,
            "}": self._close,
            "word": self._obey,
            "byte": self._add_byte,
            "sign": self._obey_sign,
            "text": self._add_run,
        }
        for token in find_tokens(data):
            actions[token.kind](token)
        while self.groups:  # that the file does not close
            self._close(Token("}"))
        self._flush()
        self.flow.end()
        for note in self.notes:
            self.blocks.add_paragraph(note)
        for line in self.heads:
            self.blocks.add_paragraph(line)
        self.omissions.say(self.blocks)
        if self.n_pictures:
            what = "1 picture was" if self.n_pictures == 1 else f"{self.n_pictures:,} pictures were"
            self.blocks.notice(f"{what} not read.")
        return self.blocks.build(title=self.collected["title"])

    # -- groups ------------------------------------------------------------------------------------------------------

    def _open(self, token: Token) -> None:
        self._flush()
        if len(self.groups) >= _MAX_DEPTH:
            raise FileDamaged(f"The file has more than {_MAX_DEPTH:,} groups within each other. Save it as .docx.")
        self.groups.append((self.state, None))
        self.started = self.optional = False
        self.n_to_skip = 0

    def _close(self, token: Token) -> None:
        self._flush()
        if not self.groups:
            return
        ended = self.state
        self.state, interrupted = self.groups.pop()
        self.n_to_skip, self.started = 0, True
        if interrupted is not None:
            self.flow.end()
            texts, self.flow = self.flow.texts, interrupted
            text = "\n".join(filter(None, texts))
            if ended.target == "note" and text:
                self.notes.append(_MARKED.sub(r"\1 ", text))
            elif ended.target == "head" and sum(map(str.isalpha, text)) > 2:
                self.heads.setdefault(text)
        if ended.target != self.state.target:
            self._finish(ended)

    def _finish(self, ended: State) -> None:
        """Use what a group was collected for."""
        if ended.target == "mark":
            self.flow.add_mark(self.collected["mark"], self._font_name(ended))
            self.collected["mark"] = ""
        elif ended.target == "field":
            match = _SYMBOL.search(self.collected["field"])
            if match and self._is_shown():
                self.flow.add(read_sign(int(match[1], 0), (match[2] or "").strip()), self.state.raised)
            self.collected["field"] = ""
        elif ended.target == "picture":
            self.n_pictures += self.state.target in SHOWN_TARGETS
        elif ended.target == "comment":
            self.omissions.comments += 1

    def _start_target(self, word: str) -> bool:
        """Begin what a group's first word says it is; return whether it says so."""
        target = TARGETS.get(word, "")
        if word in SKIPPED or (self.optional and not target and word not in KEPT_THOUGH_OPTIONAL):
            self.state = self.state._replace(target="skipped")
            return True
        if not target or self.state.target == "skipped":
            return False
        if target == "title" and self.state.target != "info":
            return False
        if target in ("note", "head") and self.state.target in SHOWN_TARGETS:
            self.groups[-1] = (self.groups[-1][0], self.flow)
            self.flow = RichFlow(None, self.tables)
            self.state = State(target, self.state.font, self.state.n_fallbacks)
        elif target not in ("note", "head"):
            self.state = self.state._replace(target=target)
        return True

    # -- words -------------------------------------------------------------------------------------------------------

    def _obey(self, token: Token) -> None:
        word, number = token.word, token.number
        if self.n_to_skip and word != "u":
            self.n_to_skip = max(0, self.n_to_skip - 1) if word in CHARACTERS else 0
        started, self.started = self.started, True
        if started and word not in KNOWN:
            return
        if not started and self.groups and self._start_target(word):
            return
        if self.optional and not started:
            self.optional = False
        if word == "u" and number is not None:
            self._flush()
            self._add_text(chr(number & 0xFFFF))
            self.n_to_skip = self.state.n_fallbacks
        elif word in CHARACTERS:
            self._flush()
            self._add_text(CHARACTERS[word])
        elif word in ("par", "sect", "page"):
            self._flush()
            if self.state.target in SHOWN_TARGETS:
                self.flow.end_paragraph(self.state)
        elif self.state.target in ("fonts", "styles"):
            self._flush()
            self.state = self.tables.describe(self.state, word, number)
        else:
            self._flush()
            self._format(word, number)
            if self.state.target in SHOWN_TARGETS:
                self._lay_out(word, number or 0)

    def _obey_sign(self, token: Token) -> None:
        if token.word == "*":
            self.optional = True
        elif token.word in "\r\n":
            self._flush()
            if self.state.target in SHOWN_TARGETS:
                self.flow.end_paragraph(self.state)
        elif token.word in SIGNS:
            self._flush()
            self._add_text(SIGNS[token.word])

    def _format(self, word: str, number: int | None) -> None:
        """Take over a word on how letters look or what charset they are in."""
        self.state = change_state(self.state, word, 1 if number is None else number)
        if word in PAGES:
            self.tables.charset = PAGES[word]
        elif word == "ansicpg":
            self.tables.charset = charset_of(number or 0, is_page=True) or self.tables.charset
        elif word == "deff" and self.state.font < 0:
            self.state = self.state._replace(font=number or 0)

    def _lay_out(self, word: str, number: int) -> None:
        """Take over a word on tables, or one that counts."""
        if word == "cell":
            self.flow.end_cell()
        elif word == "row":
            self.flow.end_row()
        elif word == "trowd":
            self.flow.start_row()
        elif word == "trhdr":
            self.flow.set_head()
        elif word in ("clmrg", "clvmrg"):
            self.flow.merge(above=word == "clvmrg")
        elif word == "cellx":
            self.flow.set_edge(number)
        elif word == "nestcell":
            self.flow.end_nested_cell()
        elif word == "nestrow":
            self.flow.end_nested_row()
        elif word == "chftn":
            self.n_notes += self.state.target != "note"
            self.flow.add(raise_text(str(self.n_notes), "note."), 0)

    # -- text --------------------------------------------------------------------------------------------------------

    def _add_byte(self, token: Token) -> None:
        self.started = True
        if self.n_to_skip:
            self.n_to_skip -= 1
        else:
            self.pending += token.data

    def _add_run(self, token: Token) -> None:
        self.started = True
        data = token.data[self.n_to_skip :]
        self.n_to_skip -= len(token.data) - len(data)
        if self.state.target not in ("skipped", "picture"):
            self.pending += data

    def _flush(self) -> None:
        """Write the characters that the bytes so far make."""
        if self.pending:
            data, self.pending = bytes(self.pending), bytearray()
            self._add_text(data.decode(self._charset(), "replace") if not data.isascii() else data.decode("ascii"))

    def _charset(self) -> str:
        font = self.tables.fonts.get(self.state.font)
        charset = font.charset if font and font.charset else self.tables.charset
        try:
            return codecs.lookup(charset).name
        except LookupError:
            return "cp1252"

    def _font_name(self, state: State) -> str:
        font = self.tables.fonts.get(state.font)
        return font.name if font else ""

    def _is_shown(self) -> bool:
        return self.state.target in SHOWN_TARGETS and not self.state.left_out

    def _add_text(self, text: str) -> None:
        target = self.state.target
        if target == "fonts":
            self.tables.name_font(self.state.font, text)
        elif target == "styles":
            self.tables.name_style(self.state.style, text)
        elif target in ("title", "field", "mark"):
            self.collected[target] = (self.collected[target] + text)[:_MAX_NAME]
        elif target == "object":
            self.omissions.add_object(text.strip())
        elif target in SHOWN_TARGETS:
            if self.state.left_out:
                if text.strip():
                    self._count_left_out()
                return
            self.omissions.inserted += self.state.inserted
            self.flow.add(replace_signs(text.replace("\ufeff", ""), self._font_name(self.state)), self.state.raised)

    def _count_left_out(self) -> None:
        why = self.state.left_out
        self.omissions.hidden += why == "hidden"
        self.omissions.struck += why == "struck"
        self.omissions.deleted += why == "deleted"
