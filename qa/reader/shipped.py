"""The reader that is shipped: whether it can be had here, and itself, opened once."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

from qa.errors import LibraryError, MissingExtra
from qa.models.load import open_model
from qa.reader.encoding import Encoder
from qa.reader.onnx_reader import OnnxReader

__all__ = ["NETWORK", "PACKAGES", "WORDS", "has_packages", "is_there", "load_reader"]

NETWORK, WORDS = "reader.onnx", "reader_words.json"
PACKAGES = ("onnxruntime", "tokenizers")


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
        raise MissingExtra("The reader needs onnxruntime and tokenizers. Get them with: pip install 'quoth[reader]'")
    try:
        with open_model(NETWORK) as network, open_model(WORDS) as words:
            return OnnxReader(network.read(), Encoder.read(words.read()))
    except OSError as exc:
        raise LibraryError(f"The reader that belongs to Quoth cannot be read: {exc}. Install it again.") from exc
