"""What the chat offers when it serves the shipped documents: questions, and the manual.

All questions but the last are answered by the documents.
"""

from __future__ import annotations

from typing import Final

import qa

__all__ = ["CORPUS_EXAMPLES", "MANUAL_ID"]

CORPUS_EXAMPLES: Final = (
    "How many people have been displaced?",
    "Who is Israel's defense minister?",
    "How long would the fighting have stopped?",
    "What is the default port?",
    "Who won the World Cup in 2022?",
)

MANUAL_ID: Final = qa.Document(text="", source="asking.md").id
"""Id of the first page of the manual, wherever the shipped documents are."""
