"""Which set is read, and by which reader. The default is the set that is shipped, over the shipped corpus."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from eval.jsonl import read_jsonl
from eval.records import EvalError, Question, QuestionSet
from eval.squad import read_squad

__all__ = ["FORMATS", "Format", "Question", "QuestionSet", "read_set"]

Format = Literal["auto", "quoth", "squad"]
FORMATS: tuple[Format, ...] = ("auto", "quoth", "squad")

_SUFFIXES: dict[str, Format] = {".jsonl": "quoth", ".json": "squad"}


def read_set(path: Path | None = None, *, format: Format = "auto", documents: Path | None = None) -> QuestionSet:
    """Return a question set.

    path: None for the shipped one. format: `auto` goes by the file's ending, .jsonl or .json.
    documents: folder of a .jsonl set; by default the folder `documents` beside it.
    Raises EvalError, or the library's own errors for documents that cannot be read.
    """
    if path is None:
        with resources.as_file(resources.files("eval") / "corpus.jsonl") as shipped:
            return read_jsonl(shipped, documents or resources.files("corpus"))
    kind = _SUFFIXES.get(path.suffix.lower()) if format == "auto" else format
    if kind is None:
        raise EvalError(
            f"{path} ends in neither .jsonl nor .json. Say what it is with --format quoth or --format squad."
        )
    if kind == "quoth":
        folder: Traversable = documents or path.parent / "documents"
        return read_jsonl(path, folder)
    if documents is not None:
        raise EvalError(f"--documents {documents} is of no use: {path} holds its own paragraphs. Leave it out.")
    return read_squad(path)
