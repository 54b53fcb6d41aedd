"""A line of text while it is gathered from the inline elements of a page.

Runs of spaces become one, but not in preformatted text; what is raised or lowered is written in plain characters; the
readings of ruby stand in brackets behind the words; a picture's description stands only where the picture does the work
of a word. Soft hyphens and control characters are nothing.
"""

from __future__ import annotations

import regex

from qa.formats.writing.raised import lower_text, raise_text

__all__ = ["InlineText"]

_BREAK, _SPACE, _TAB = "\0", "\1", "\2"  # a line end, space and tab that are shown; no page can hold these
_PICTURE, _END = "\3", "\4"  # around the description of a picture
_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), 127, 173))
_PRESERVED = str.maketrans({"\n": _BREAK, " ": _SPACE, "\t": _TAB, "\f": _BREAK, "\r": None})
_SHOWN = str.maketrans({_SPACE: " ", _TAB: "\t"})
_SPACES = regex.compile(r"[ \t\n\f\v\r]+")
_PICTURED = regex.compile(f"{_PICTURE}([^{_END}]*){_END}")
_MAX_SHIFTED = 60  # characters; more is no note's mark and no exponent
_MAX_READINGS = 200  # characters of what stands above words
_MAX_PICTURE = 60  # characters of a description that stands for a word


class InlineText:
    """Gathers a line piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.n_written = 0
        self._is_pre = False

    def add(self, text: str, *, preformatted: bool = False) -> None:
        """Add a text."""
        text = text.translate(_CONTROLS)
        if preformatted:
            self._is_pre = True
            text = text.translate(_PRESERVED)
        self._write(text)

    def read(self, text: str) -> str:
        """Return a text that stands alone, on one line."""
        line = " ".join(text.translate(_CONTROLS).split())
        self._is_pre = self._is_pre and not line
        return line

    def add_break(self) -> None:
        """End a line within the text."""
        self._write(_BREAK)

    def add_picture(self, description: str) -> None:
        """Add a picture, whose description may stand for a word."""
        text = " ".join(description.translate(_CONTROLS).split())
        if text and len(text) <= _MAX_PICTURE:
            self._write(f" {_PICTURE}{text}{_END} ")

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self.n_written += len(text)

    def mark(self) -> tuple[int, int]:
        """Return the place where the next text begins."""
        return len(self._pieces), self.n_written

    def shift(self, since: tuple[int, int], how: str) -> None:
        """Write what was added since a mark as raised ("super") or lowered ("sub") text."""
        n_pieces, n_written = since
        if n_pieces > len(self._pieces) or not 0 < self.n_written - n_written <= _MAX_SHIFTED:
            return
        text = "".join(self._pieces[n_pieces:])
        if _BREAK in text or _PICTURE in text or text.strip().startswith(("[", "(")):
            return
        before = "".join(self._pieces[max(0, n_pieces - 10) : n_pieces])[-100:]
        if not text.strip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ, \n\t"):
            return  # raised already
        if text.strip().isalpha() and not before.rstrip(_BREAK)[-1:].strip():
            return  # the letters of links back from a note
        text = _SPACES.sub(" ", text)
        del self._pieces[n_pieces:]
        self._pieces.append(raise_text(text, before) if how == "super" else lower_text(text))

    def take(self, since: tuple[int, int]) -> str:
        """Return what was added since a mark, and take it out, where it is short; else nothing."""
        n_pieces, n_written = since
        if n_pieces > len(self._pieces) or self.n_written - n_written > _MAX_READINGS:
            return ""
        text = "".join(self._pieces[n_pieces:])
        del self._pieces[n_pieces:]
        self.n_written = n_written
        return " ".join(text.split())

    def finish(self, *, pictured: bool = False) -> str:
        """Return the text, and begin the next line. pictured: whether a picture alone is its text."""
        raw, self._pieces, self.n_written = "".join(self._pieces), [], 0
        if not raw.strip("\0\1\2 \t\n\f\v\r\xa0"):
            return ""
        is_pre, self._is_pre = self._is_pre, False
        if _PICTURE in raw:
            raw = _write_pictures(raw, pictured=pictured)
        lines = [_SPACES.sub(" ", part).strip(" ").translate(_SHOWN) for part in raw.split(_BREAK)]
        if not is_pre:
            return "\n".join(filter(None, lines))
        return "\n".join(line.rstrip() for line in lines).strip("\n")


def _write_pictures(raw: str, *, pictured: bool) -> str:
    """Return a text with the descriptions of those pictures that stand for words."""
    alone = pictured and not _PICTURED.sub("", raw).strip(" \t\n\f\r\0\1\2")
    pieces: list[str] = []
    end = 0
    before = ""
    for match in _PICTURED.finditer(raw):
        text = raw[end : match.start()]
        before = text.rstrip(" \t\n\f\r") or before
        behind = raw[match.end() : match.end() + 200].lstrip(" \t\n\f\r")
        is_word = before.endswith((":", "：")) or (
            before[-1:].isalnum() and (behind[:1].islower() or behind[:1] in tuple(".,;:!?"))
        )
        listed = match[1] if alone or is_word else ""
        if listed and pieces and pieces[-1] == "\5" and not text.strip():
            listed = f", {listed}"
            text = ""
        pieces += (text, listed, "\5" if listed else "")
        end = match.end()
    return "".join((*pieces, raw[end:])).replace("\5", "")
