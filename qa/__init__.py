"""Quoth: ask your documents, get sentences quoted word for word, each with a citation that anyone can check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qa.errors import (
    DocumentNotFound,
    EmptyDocument,
    FeedbackNotFound,
    FeedbackRefused,
    FileDamaged,
    FileTooLarge,
    FileUnreadable,
    InvalidDocument,
    InvalidOption,
    InvalidSpan,
    LibraryError,
    LibraryRefused,
    LibraryUnavailable,
    MissingExtra,
    PasswordNeeded,
    QuestionTooLong,
    QuothError,
    ReadError,
    ReaderUnavailable,
    ReadOnlyLibrary,
    ReadTimeout,
    ShardUnavailable,
    UnsupportedFormat,
    UnsupportedVersion,
)
from qa.feedback import MAX_EXCERPT, MAX_NOTE, Excerpt, Feedback
from qa.formats import SUFFIXES, DrawnPage, draw_page, read, read_file, read_files
from qa.index import make_library, with_password, without_password
from qa.library import DEFAULT_MIN_CONFIDENCE, MAX_K, MAX_QUESTION, MAX_QUOTES, Library
from qa.preparing.passages import DEFAULT_PASSAGE_SIZE, split
from qa.question.question import Question
from qa.reader import choose_reader
from qa.scoring.calibration import Calibration
from qa.scoring.examination import Examination
from qa.text.sentences import find_sentences
from qa.types import (
    Answer,
    Box,
    Citation,
    Document,
    DocumentInfo,
    Evidence,
    FileOutcome,
    Found,
    Hit,
    Listing,
    Passage,
    Quote,
    SkippedFile,
    Span,
    Turn,
    Verification,
)
from qa.updating import LibraryUpdate

if TYPE_CHECKING:
    from qa.ranking.retriever import TfidfRetriever

__all__ = [
    "DEFAULT_MIN_CONFIDENCE",
    "DEFAULT_PASSAGE_SIZE",
    "MAX_EXCERPT",
    "MAX_K",
    "MAX_NOTE",
    "MAX_QUESTION",
    "MAX_QUOTES",
    "SUFFIXES",
    "Answer",
    "Box",
    "Calibration",
    "Citation",
    "Document",
    "DocumentInfo",
    "DocumentNotFound",
    "DrawnPage",
    "EmptyDocument",
    "Evidence",
    "Examination",
    "Excerpt",
    "Feedback",
    "FeedbackNotFound",
    "FeedbackRefused",
    "FileDamaged",
    "FileOutcome",
    "FileTooLarge",
    "FileUnreadable",
    "Found",
    "Hit",
    "InvalidDocument",
    "InvalidOption",
    "InvalidSpan",
    "Library",
    "LibraryError",
    "LibraryRefused",
    "LibraryUnavailable",
    "LibraryUpdate",
    "Listing",
    "MissingExtra",
    "Passage",
    "PasswordNeeded",
    "Question",
    "QuestionTooLong",
    "Quote",
    "QuothError",
    "ReadError",
    "ReadOnlyLibrary",
    "ReadTimeout",
    "ReaderUnavailable",
    "ShardUnavailable",
    "SkippedFile",
    "Span",
    "TfidfRetriever",
    "Turn",
    "UnsupportedFormat",
    "UnsupportedVersion",
    "Verification",
    "__version__",
    "choose_reader",
    "draw_page",
    "find_sentences",
    "make_library",
    "read",
    "read_file",
    "read_files",
    "split",
    "with_password",
    "without_password",
]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Return the estimator once it is asked for: no library needs scikit-learn, which takes a second to import."""
    if name != "TfidfRetriever":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from qa.ranking.retriever import TfidfRetriever  # noqa: PLC0415

    return TfidfRetriever
