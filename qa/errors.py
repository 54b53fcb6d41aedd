"""What can go wrong in the library. Every message says the value, the reason and the way out.

QuothError
├── InvalidDocument         a Document that breaks its own rules or cannot be indexed (also a ValueError)
├── InvalidSpan             a place that is not inside its document (also a ValueError)
├── InvalidOption           an option out of its range (also a ValueError)
├── QuestionTooLong         a question over the limit (also a ValueError)
├── DocumentNotFound        an id that the library does not hold (also a KeyError)
├── FeedbackNotFound        an id of a feedback that the library does not hold (also a KeyError)
├── FeedbackRefused         a feedback of somebody else, which is to be replaced or withdrawn
├── ReadError               a file that gave no document
│   ├── FileUnreadable      it does not exist, or may not be opened
│   ├── FileTooLarge        it is over a limit: bytes, pages, what it unpacks to, memory
│   ├── FileDamaged         it is broken or cut off, or its reader broke down over it
│   ├── PasswordNeeded      it is encrypted
│   ├── ReadTimeout         it took too long
│   ├── UnsupportedFormat   no reader for its kind
│   ├── EmptyDocument       it was read, and holds no text
│   └── ReaderUnavailable   no process to read it in could be started
├── LibraryError            a library that cannot be opened or written
│   ├── LibraryRefused      its server does not let this user in
│   ├── LibraryUnavailable  a server of it does not answer, or not in time
│   │   └── ShardUnavailable    one that the others may be asked without
│   ├── ReadOnlyLibrary     a change to one that can only be read
│   └── UnsupportedVersion  its format is newer than this program
└── MissingExtra            an optional package is not installed (also an ImportError)
"""

from __future__ import annotations

__all__ = [
    "DocumentNotFound",
    "EmptyDocument",
    "FeedbackNotFound",
    "FeedbackRefused",
    "FileDamaged",
    "FileTooLarge",
    "FileUnreadable",
    "InvalidDocument",
    "InvalidOption",
    "InvalidSpan",
    "LibraryError",
    "LibraryRefused",
    "LibraryUnavailable",
    "MissingExtra",
    "PasswordNeeded",
    "QuestionTooLong",
    "QuothError",
    "ReadError",
    "ReadOnlyLibrary",
    "ReadTimeout",
    "ReaderUnavailable",
    "ShardUnavailable",
    "UnsupportedFormat",
    "UnsupportedVersion",
]


class QuothError(Exception):
    """Anything that the library raises on purpose."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""  # KeyError would print the repr


class InvalidDocument(QuothError, ValueError):
    """A Document that breaks its own rules, such as text that is not Unicode, or that cannot be indexed."""


class InvalidSpan(QuothError, ValueError):
    """A place that is not inside its document."""


class InvalidOption(QuothError, ValueError):
    """An option out of its range."""


class QuestionTooLong(QuothError, ValueError):
    """A question over the limit of characters."""


class DocumentNotFound(QuothError, KeyError):
    """An id that the library does not hold."""


class FeedbackNotFound(QuothError, KeyError):
    """An id of a feedback that the library does not hold."""


class FeedbackRefused(QuothError):
    """A feedback of somebody else, which is to be replaced or withdrawn."""


class ReadError(QuothError):
    """A file that gave no document."""


class FileUnreadable(ReadError):
    """The file does not exist, or may not be opened."""


class FileTooLarge(ReadError):
    """The file is over a limit: its bytes, its pages, what it unpacks to, or the memory that reading it takes."""


class FileDamaged(ReadError):
    """The file is broken or cut off, or its reader broke down over it."""


class PasswordNeeded(ReadError):
    """The file is encrypted, and opens with a password only."""


class ReadTimeout(ReadError):
    """Reading the file took too long."""


class ReaderUnavailable(ReadError):
    """No process to read the file in could be started."""


class UnsupportedFormat(ReadError):
    """No reader knows this kind of file."""


class EmptyDocument(ReadError):
    """The file was read, and holds no text."""


class LibraryError(QuothError):
    """A library that cannot be opened or written."""


class LibraryRefused(LibraryError):
    """The server of the library does not let this user in, or not do this."""


class LibraryUnavailable(LibraryError):
    """A server of the library does not answer, or not in time. The message names it."""


class ShardUnavailable(LibraryUnavailable):
    """A server that has a part of the library does not answer; the others may, when they are asked with `partial`.

    places: which, as host:port, where that is known.
    """

    def __init__(self, message: str, places: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.places = places


class ReadOnlyLibrary(LibraryError):
    """A change to a library in a folder that cannot be written to."""


class UnsupportedVersion(LibraryError):
    """The library's format is newer than this program."""


class MissingExtra(QuothError, ImportError):
    """An optional package is not installed."""
