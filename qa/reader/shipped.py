"""The reader that is shipped: whether it can be had here and is wanted, and itself, opened once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Literal, get_args

from qa.errors import InvalidOption, LibraryError, MissingExtra
from qa.models.load import open_model
from qa.reader.encoding import Encoder
from qa.reader.onnx_reader import OnnxReader
from qa.reader.spans import ReadSpan

__all__ = [
    "NETWORK",
    "PACKAGES",
    "WORDS",
    "ReaderChoice",
    "ShippedReader",
    "choose_reader",
    "has_packages",
    "is_there",
    "load_reader",
]

ReaderChoice = Literal["auto", "on", "off"]

NETWORK, WORDS = "reader.onnx", "reader_words.json"
PACKAGES = ("onnxruntime", "tokenizers")
_MISSING = "The reader needs onnxruntime and tokenizers. Get them with: pip install 'quoth[reader]'"


@dataclass(frozen=True, slots=True)
class ShippedReader:
    """The shipped reader, opened when it is first asked."""

    name: str = "MiniLM-1"

    def read_each(
        self, question: str, text: str, head: str, sentences: Sequence[tuple[int, int]]
    ) -> tuple[ReadSpan, ...]:
        """Return what `OnnxReader.read_each` does. Raises what `load_reader` does."""
        return load_reader().read_each(question, text, head, sentences)


def choose_reader(choice: ReaderChoice) -> ShippedReader | None:
    """Return the reader that is to be asked, or None.

    choice: "auto" takes the one that is shipped where it can be had, "on" in any case, "off" none. Raises InvalidOption
    for anything else, and MissingExtra for "on" without the packages of the extra.
    """
    if choice not in get_args(ReaderChoice):
        raise InvalidOption(f"The reader is {choice!r}: choose auto, on or off.")
    if choice == "on" and not has_packages():
        raise MissingExtra(_MISSING)
    return ShippedReader() if choice == "on" or (choice == "auto" and is_there()) else None


def has_packages() -> bool:
    """Return whether the packages of the extra are installed; imports none of them."""
    return all(find_spec(name) is not None for name in PACKAGES)


def is_there() -> bool:
    """Return whether the shipped reader can be had: its packages and its files; opens neither."""
    if not has_packages():
        return False
    try:
        open_model(NETWORK).close()
        open_model(WORDS).close()
    except OSError:
        return False
    return True


@cache
def load_reader() -> OnnxReader:
    """Return the shipped reader. Raises MissingExtra without its packages, and LibraryError without its files."""
    if not has_packages():
        raise MissingExtra(_MISSING)
    try:
        with open_model(NETWORK) as network, open_model(WORDS) as words:
            return OnnxReader(network.read(), Encoder.read(words.read()))
    except OSError as exc:
        raise LibraryError(f"The reader that belongs to Quoth cannot be read: {exc}. Install it again.") from exc
