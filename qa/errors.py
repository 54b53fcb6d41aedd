"""What can go wrong in the library. Every message says the value, the reason and the way out.

QuothError
├── InvalidDocument         a Document that breaks its own rules (also a ValueError)
├── InvalidSpan             a place that is not inside its document (also a ValueError)
├── InvalidOption           an option out of its range (also a ValueError)
├── QuestionTooLong         a question over the limit (also a ValueError)
├── DocumentNotFound        an id that the library does not hold (also a KeyError)
├── ReadError               a file that gave no document
│   ├── FileUnreadable      it does not exist, or may not be opened
│   ├── FileTooLarge        it is over the size limit
│   ├── UnsupportedFormat   no reader for its kind
│   └── EmptyDocument       it was read, and holds no text
├── LibraryError            a library that cannot be opened or written
│   └── UnsupportedVersion  its format is newer than this program
└── MissingExtra            an optional package is not installed (also an ImportError)
"""

from __future__ import annotations

__all__ = [
    "DocumentNotFound",
    "EmptyDocument",
    "FileTooLarge",
    "FileUnreadable",
    "InvalidDocument",
    "InvalidOption",
    "InvalidSpan",
    "LibraryError",
    "MissingExtra",
    "QuestionTooLong",
    "QuothError",
    "ReadError",
    "UnsupportedFormat",
    "UnsupportedVersion",
]


class QuothError(Exception):
    """Anything that the library raises on purpose."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""  # KeyError would print the repr


class InvalidDocument(QuothError, ValueError):
    """A Document that breaks its own rules: text that is not Unicode, page starts out of order."""


class InvalidSpan(QuothError, ValueError):
    """A place that is not inside its document."""


class InvalidOption(QuothError, ValueError):
    """An option out of its range."""


class QuestionTooLong(QuothError, ValueError):
    """A question over the limit of characters."""


class DocumentNotFound(QuothError, KeyError):
    """An id that the library does not hold."""


class ReadError(QuothError):
    """A file that gave no document."""


class FileUnreadable(ReadError):
    """The file does not exist, or may not be opened."""


class FileTooLarge(ReadError):
    """The file is over the size limit."""


class UnsupportedFormat(ReadError):
    """No reader knows this kind of file."""


class EmptyDocument(ReadError):
    """The file was read, and holds no text."""


class LibraryError(QuothError):
    """A library that cannot be opened or written."""


class UnsupportedVersion(LibraryError):
    """The library's format is newer than this program."""


class MissingExtra(QuothError, ImportError):
    """An optional package is not installed."""
