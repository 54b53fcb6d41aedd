"""Quoth: ask your documents, get sentences quoted word for word, each with a citation that anyone can check."""

from __future__ import annotations

from qa.chunking import DEFAULT_PASSAGE_SIZE, split
from qa.confidence import Calibration
from qa.errors import (
    DocumentNotFound,
    EmptyDocument,
    FileDamaged,
    FileTooLarge,
    FileUnreadable,
    InvalidDocument,
    InvalidOption,
    InvalidSpan,
    LibraryError,
    MissingExtra,
    PasswordNeeded,
    QuestionTooLong,
    QuothError,
    ReadError,
    ReaderUnavailable,
    ReadTimeout,
    UnsupportedFormat,
    UnsupportedVersion,
)
from qa.library import DEFAULT_MIN_CONFIDENCE, MAX_K, MAX_QUESTION, MAX_QUOTES, Library
from qa.readers import SUFFIXES, read, read_file, read_files
from qa.retriever import TfidfRetriever
from qa.types import (
    Answer,
    Citation,
    Document,
    DocumentInfo,
    Evidence,
    Examination,
    FileOutcome,
    Hit,
    Passage,
    Quote,
    Span,
    Turn,
    Verification,
)

__all__ = [
    "DEFAULT_MIN_CONFIDENCE",
    "DEFAULT_PASSAGE_SIZE",
    "MAX_K",
    "MAX_QUESTION",
    "MAX_QUOTES",
    "SUFFIXES",
    "Answer",
    "Calibration",
    "Citation",
    "Document",
    "DocumentInfo",
    "DocumentNotFound",
    "EmptyDocument",
    "Evidence",
    "Examination",
    "FileDamaged",
    "FileOutcome",
    "FileTooLarge",
    "FileUnreadable",
    "Hit",
    "InvalidDocument",
    "InvalidOption",
    "InvalidSpan",
    "Library",
    "LibraryError",
    "MissingExtra",
    "Passage",
    "PasswordNeeded",
    "QuestionTooLong",
    "Quote",
    "QuothError",
    "ReadError",
    "ReadTimeout",
    "ReaderUnavailable",
    "Span",
    "TfidfRetriever",
    "Turn",
    "UnsupportedFormat",
    "UnsupportedVersion",
    "Verification",
    "__version__",
    "read",
    "read_file",
    "read_files",
    "split",
]

__version__ = "0.1.0"
