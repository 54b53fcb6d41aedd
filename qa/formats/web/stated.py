"""What a page states for search engines (JSON-LD): questions with their answers, and the text of an article.

It is read only for a page that shows next to nothing, as one does whose text a script brings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import regex

from qa.formats.writing.blocks import BlockWriter

__all__ = ["read_stated"]

_MAX_SOURCE = 2_000_000  # characters
_MAX_PARTS = 20_000  # of one statement that are looked at
_MARKUP = regex.compile(r"<(?:br|/p|/li|/div)[^>]{0,100}>", regex.I)
_TAG = regex.compile(r"</?[a-zA-Z][^>]{0,1000}>")


def read_stated(sources: list[str], blocks: BlockWriter) -> None:
    """Write the questions, answers and articles that scripts of the page state, and say so."""
    texts: list[str] = []
    for source in sources:
        try:
            statement = json.loads(source[:_MAX_SOURCE])
        except (ValueError, RecursionError):
            continue
        texts += _find_texts(statement)
    for text in texts:
        blocks.add_paragraph(text)
    if texts:
        blocks.notice(
            "The page shows hardly any text of itself: what it states for search engines, which a reader may not see, "
            "is read."
        )


def _find_texts(statement: Any) -> Iterator[str]:
    stack = [statement]
    n_left = _MAX_PARTS
    while stack and n_left:
        part = stack.pop()
        n_left -= 1
        if isinstance(part, list):
            stack.extend(reversed(part[:_MAX_PARTS]))
        elif isinstance(part, dict):
            name, answer = part.get("name"), part.get("acceptedAnswer")
            answer = answer[0] if isinstance(answer, list) and answer else answer
            if isinstance(name, str) and isinstance(answer, dict) and isinstance(answer.get("text"), str):
                yield f"{_plain(name)}\n{_plain(answer['text'])}"
                continue
            if isinstance(part.get("articleBody"), str):
                if isinstance(part.get("headline"), str):
                    yield _plain(part["headline"])
                yield _plain(part["articleBody"])
                continue
            stack.extend(reversed(list(part.values())))


def _plain(text: str) -> str:
    return _TAG.sub("", _MARKUP.sub("\n", text)).strip()
