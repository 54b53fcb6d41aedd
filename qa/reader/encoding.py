"""Turn a question and a window into the tokens that the network reads, and keep where in the window each stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import MissingExtra

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["MOST_ASKED", "MOST_HEAD", "MOST_TOKENS", "Encoded", "Encoder"]

MOST_TOKENS = 192  # of all that is read at once
MOST_ASKED = 40  # of the question
MOST_HEAD = 32  # of the title and headings in front
_CHARACTERS_A_TOKEN = 12  # what is longer is cut before it is looked at, so that no text costs much


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the network reads, one of each a token: first the mark that stands for "no answer here".

    sides: 0 for the question, 1 for the window. places: half-open in the text of the window; None for other tokens.
    """

    tokens: tuple[int, ...]
    sides: tuple[int, ...]
    places: tuple[tuple[int, int] | None, ...]


class Encoder:
    """Writes questions and windows as tokens."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._first, self._between = (int(tokenizer.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]"))

    @classmethod
    def read(cls, data: bytes | Path) -> Encoder:
        """Return the encoder of a tokenizer's file, or its content. Raises MissingExtra without `tokenizers`."""
        try:
            from tokenizers import Tokenizer  # noqa: PLC0415
        except ImportError:
            raise MissingExtra("The package tokenizers is missing. Get it with: pip install 'quoth[reader]'") from None
        content = data.read_bytes() if isinstance(data, Path) else data
        tokenizer = Tokenizer.from_buffer(content)
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    def encode(self, question: str, text: str, head: str = "", most: int = MOST_TOKENS) -> Encoded:
        """Return a question and a window as tokens, at most `most`; what is over is left out at the window's end.

        head: title and headings, which stand in front of the text and are no part of an answer.
        """
        asked, _ = self._cut(question, MOST_ASKED)
        headed, _ = self._cut(head, MOST_HEAD) if head else ((), ())
        left = max(most - len(asked) - len(headed) - 3, 0)
        words, places = self._cut(text, left)
        tokens = (self._first, *asked, self._between, *headed, *words, self._between)
        before = len(asked) + 2
        return Encoded(
            tokens,
            (*(0,) * before, *(1,) * (len(tokens) - before)),
            (*(None,) * (before + len(headed)), *places, None),
        )

    def _cut(self, text: str, most: int) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Return the first tokens of a text and their places."""
        encoding = self._tokenizer.encode(text[: most * _CHARACTERS_A_TOKEN], add_special_tokens=False)
        return tuple(encoding.ids[:most]), tuple(encoding.offsets[:most])
