"""Questions offered by the chat when it serves the shipped documents: all but the last are answered by them."""

from __future__ import annotations

from typing import Final

__all__ = ["CORPUS_EXAMPLES"]

CORPUS_EXAMPLES: Final = (
    "How many people have been displaced?",
    "Who is Israel's defense minister?",
    "How long was the proposed ceasefire?",
    "How do I add documents?",
    "Who won the World Cup in 2022?",
)
