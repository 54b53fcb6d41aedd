"""Questions that the shipped documents answer, offered by the chat when it serves them."""

from __future__ import annotations

from typing import Final

__all__ = ["CORPUS_EXAMPLES"]

CORPUS_EXAMPLES: Final = (
    "How many people have been displaced?",
    "How long was the proposed ceasefire?",
    "How do I add documents?",
    "What happens when the documents do not answer?",
)
