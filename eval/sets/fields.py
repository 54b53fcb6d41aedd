"""JSON from outside, read with errors that say the file, the place and the way out. It repairs nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

import qa
from eval.records import EvalError

__all__ = ["MAX_BYTES", "load", "parse", "question_text", "read_text", "take", "take_text"]

MAX_BYTES = 256 * 1024 * 1024
"""The largest file that is read: some fifty times the largest public set in these formats."""

T = TypeVar("T")

_NAMES: dict[type, str] = {
    dict: "an object",
    list: "a list",
    str: "a text",
    int: "a whole number",
    bool: "true or false",
}


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file of at most `MAX_BYTES`; a byte order mark is dropped."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as exc:
        raise EvalError(f"{path} cannot be read: {exc.strerror}. Give the path of a readable file.") from None
    if size > MAX_BYTES:
        raise EvalError(f"{path} has {size:,} bytes, over the limit of {MAX_BYTES:,}. Split it into smaller files.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise EvalError(f"{path} is not UTF-8: byte {exc.start} does not fit. Save it as UTF-8.") from None


def parse(text: str, *, at: str) -> Any:
    """Return the JSON value in `text`; `at` names the place in errors."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as exc:
        raise EvalError(
            f"{at} is not JSON: {exc.msg} at line {exc.lineno}, column {exc.colno}. Mend it there."
        ) from None
    except RecursionError:
        raise EvalError(
            f"{at} is nested too deeply to be read. Give a file in one of the documented formats."
        ) from None


def load(path: Path) -> Any:
    """Return the JSON value in a file."""
    return parse(read_text(path), at=path.name)


def take(record: Any, key: str, kind: type[T], *, at: str) -> T:
    """Return `record[key]`, which must be of this kind; a bool is not taken for a number."""
    if not isinstance(record, dict):
        raise EvalError(f"{at} is {type(record).__name__}, not an object. Write it as {{…}} with a {key!r}.")
    value = record.get(key)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        held = f"holds {str(value)[:60]!r}" if key in record else "is missing"
        raise EvalError(f"{at}: {key!r} {held}. It must be {_NAMES[kind]}.")
    return value


def take_text(record: Any, key: str, *, at: str) -> str:
    """Return `record[key]`, a text with something in it and without lone surrogates."""
    value = take(record, key, str, at=at)
    if not value.strip():
        raise EvalError(f"{at}: {key!r} is blank. Write it out, or delete the entry.")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise EvalError(f"{at}: {key!r} holds a lone surrogate, which is not a character. Write it without the escape.")
    return value


def question_text(record: Any, *, at: str) -> str:
    """Return the question of a record, at most as long as the library answers."""
    text = take_text(record, "question", at=at).strip()
    if len(text) > qa.MAX_QUESTION:
        raise EvalError(f"{at}: the question has {len(text):,} characters, over {qa.MAX_QUESTION:,}. Shorten it.")
    return text
