"""Which set is read, and by which reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import corpus
import qa
from eval.records import EvalError, QuestionSet
from eval.sets.clapnq import read_clapnq
from eval.sets.fields import read_text
from eval.sets.jsonl import read_jsonl, read_jsonl_of
from eval.sets.selqa import read_selqa
from eval.sets.shipped import ONLY_REPORTED, SHIPPED, shipped_set
from eval.sets.squad import read_squad

__all__ = [
    "FORMATS",
    "Format",
    "is_without_documents",
    "read_set",
    "read_set_of",
]

Format = Literal["auto", "quoth", "squad", "clapnq", "selqa"]
FORMATS: tuple[Format, ...] = ("auto", "quoth", "squad", "clapnq", "selqa")

_READERS: dict[Format, Callable[[Path], QuestionSet]] = {
    "squad": read_squad,
    "clapnq": read_clapnq,
    "selqa": read_selqa,
}


def read_set(path: Path | None = None, *, format: Format = "auto", documents: Path | None = None) -> QuestionSet:
    """Return a question set.

    path: None for `brief`, which is shipped. format: `auto` goes by the file's ending and its first characters.
    documents: folder of a set in Quoth's own format; by default the folder `documents` beside it, and for the shipped
    `guide` the shipped documents.
    Raises EvalError, or the library's own errors for documents that cannot be read.
    """
    path = path or shipped_set("brief")
    _refuse_reported(path)
    kind = _detect_format(path) if format == "auto" else format
    if kind == "quoth":
        if documents is None and path == shipped_set("guide"):
            return read_jsonl(path, *corpus.folders())
        return read_jsonl(path, documents or path.parent / "documents")
    if documents is not None:
        raise EvalError(f"--documents {documents} is of no use: {path} holds its own paragraphs. Leave it out.")
    return _READERS[kind](path)


def read_set_of(library: qa.Library, path: Path, *, format: Format = "auto", whole: bool = True) -> QuestionSet:
    """Return a question set in Quoth's own format over the documents of a library.

    whole: with all its documents; else with those that answer. Raises EvalError.
    """
    _refuse_reported(path)
    kind = _detect_format(path) if format == "auto" else format
    if kind != "quoth":
        raise EvalError(f"--library is of no use: {path} holds its own paragraphs. Leave it out.")
    return read_jsonl_of(path, library, whole=whole)


def is_without_documents(path: Path, *, format: Format = "auto") -> bool:
    """Return whether a set is in Quoth's own format, and no folder `documents` lies beside it; none that is shipped."""
    if path in map(shipped_set, SHIPPED):
        return False
    kind = _detect_format(path) if format == "auto" else format
    return kind == "quoth" and not (path.parent / "documents").is_dir()


def _refuse_reported(path: Path) -> None:
    """Raise EvalError for a set of which only totals may be shown."""
    if path.resolve() == ONLY_REPORTED.resolve():
        raise EvalError(f"{path} is only reported, in totals: its questions are not shown. Run `quoth eval everyday`.")


def _detect_format(path: Path) -> Format:
    """Return the format that a file's ending and its beginning speak for."""
    match path.suffix.lower():
        case ".json":
            return "selqa" if read_text(path).lstrip().startswith("[") else "squad"
        case ".jsonl":
            first = next((line for line in read_text(path).splitlines() if line.strip()), "")
            return "clapnq" if _has(first, "input") and _has(first, "passages") else "quoth"
    names = ", ".join(FORMATS[1:-1])
    raise EvalError(f"{path} ends in neither .jsonl nor .json. Say what it is with --format {names} or {FORMATS[-1]}.")


def _has(line: str, key: str) -> bool:
    """Return whether a line of JSON holds an object with this key; a broken line is left to the reader."""
    return re.search(rf'"{key}"\s*:', line) is not None
