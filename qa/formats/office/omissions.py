"""What is left out of an Office file's text on purpose, counted and said: struck and hidden text, comments, objects."""

from __future__ import annotations

from collections import Counter

from qa.formats.writing.blocks import BlockWriter

__all__ = ["Omissions"]

_MAX_NAMED = 5  # of what has a name of its own
_MAX_NAME = 60  # characters
_PROGRAMS = {
    "excel": "Excel workbook",
    "word": "Word document",
    "powerpoint": "PowerPoint presentation",
    "acroexch": "PDF file",
    "equation": "equation of an older editor",
    "visio": "Visio drawing",
    "package": "file",
    "outlook": "message",
}  # by the beginning of a program's name


class Omissions:
    """Counts what is left out while a file is read, and says it at the end."""

    def __init__(self) -> None:
        self.struck = 0  # places
        self.hidden = 0  # places
        self.comments = 0
        self.inserted = self.deleted = self.moved = 0  # tracked changes
        self.prompts = 0  # of empty fields
        self.signs: Counter[str] = Counter()  # without a meaning in Unicode, by font
        self.objects: Counter[str] = Counter()  # by what they are

    def add_object(self, program: str) -> None:
        """Count an embedded object, by the name of the program that made it, such as `Excel.Sheet.12`."""
        maker = program.partition(".")[0].lower()
        name = next((name for start, name in _PROGRAMS.items() if maker.startswith(start)), "")
        self.objects[name or program[:_MAX_NAME] or "object of an unknown kind"] += 1

    def say(self, blocks: BlockWriter) -> None:
        """Write a notice for each kind of what was left out."""
        if self.struck:
            blocks.notice(f"Struck-out text was left out in {count(self.struck, 'place')}.")
        if self.hidden:
            blocks.notice(f"Hidden text was left out in {count(self.hidden, 'place')}.")
        changes = [
            count(number, name)
            for number, name in (
                (self.inserted, "insertion"),
                (self.deleted, "deletion"),
                (self.moved, "move"),
            )
            if number
        ]
        if changes:
            blocks.notice(f"Tracked changes were read as accepted: {', '.join(changes)}.")
        if self.comments:
            blocks.notice(f"{count(self.comments, 'comment')} {_was(self.comments)} left out.")
        if self.prompts:
            blocks.notice(f"Prompts of fields that nobody filled in were left out in {count(self.prompts, 'place')}.")
        for font, number in self.signs.most_common(_MAX_NAMED):
            blocks.notice(f"{count(number, 'sign')} of the font {font[:_MAX_NAME]} could not be read.")
        if self.objects:
            named = [f"{name} ({n})" if n > 1 else name for name, n in self.objects.most_common(_MAX_NAMED)]
            total = self.objects.total()
            way_out = "Save it as a file and add that." if total == 1 else "Save them as files and add those."
            blocks.notice(f"{count(total, 'embedded object')} {_was(total)} not read: {', '.join(named)}. {way_out}")


def count(number: int, name: str) -> str:
    """Return a number of things: `1 place`, `2 places`."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
