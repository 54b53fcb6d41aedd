"""The kinds of understanding that can be switched off for a measurement, each by what stands in for a function.

A seam is a dotted name where the library looks a function up. One that is gone is an error where it is used, so that no
row says that a kind is worth nothing since its function was given another name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import qa

__all__ = ["SWITCHES", "Switch"]

Function = Callable[..., Any]

_PLAIN_END = re.compile(r"[.!?]+(?=\s)|[。！？]+")
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*(?<!\s)")


@dataclass(frozen=True, slots=True)
class Switch:
    """What is done without. name: in a table.

    seams: what stands in for the function of a name, made of that function. change: of the documents, if there is any.
    """

    name: str
    seams: Mapping[str, Callable[[Function], Function]] = field(default_factory=dict)
    change: Callable[[qa.Document], qa.Document] | None = None


def _give(value: Any) -> Callable[[Function], Function]:
    """Return what makes a function that always returns a value."""
    return lambda function: lambda *args, **options: value


def _give_first(function: Function) -> Function:
    """Return a function that returns its first argument."""
    return lambda first, *args, **options: first


def _then(change: Function) -> Callable[[Function], Function]:
    """Return what makes a function whose value is changed."""
    return lambda function: lambda *args, **options: change(function(*args, **options))


def _with(**fields: Any) -> Callable[[Function], Function]:
    """Return what makes a function that returns a list of records with other fields."""
    return _then(lambda records: [replace(record, **fields) for record in records])


def _leave_versions(function: Function) -> Function:
    """Return a function that leaves the evidence in its order and knows of no other version."""
    return lambda question, evidence, *args: (list(evidence), ())


def _cut_plainly(function: Function) -> Function:
    """Return a function that ends a sentence at every mark before a space."""
    return lambda text, *args: [match.end() for match in _PLAIN_END.finditer(text) if match.end() < len(text)]


def _part_at_blank_lines(function: Function) -> Function:
    """Return a function that takes all lines between blank ones for one block."""

    def find_blocks(text: str, *args: Any) -> Iterator[tuple[int, int]]:
        return (match.span() for match in _PARAGRAPH.finditer(text))

    return find_blocks


SWITCHES: tuple[Switch, ...] = (
    Switch("questions and headings not quoted", {"qa.preparing.passages.find_leads": _with(quotable=True)}),
    Switch("questions and lines that lead", {"qa.preparing.passages.find_leads": _with(lead=None)}),
    Switch("headings above", {"qa.preparing.outline.Outline.write_path": _give(None)}),
    Switch("headings above the nearest", {"qa.preparing.outline.Outline.above": _then(lambda numbers: numbers[-1:])}),
    Switch("headings that no format marks", {"qa.preparing.outline._guess": _give([])}),
    Switch(
        "names of documents in the index",
        {
            "qa.preparing.prepare.name_document": _give(""),
            "qa.index.embedded.store.documents.name_document": _give(""),
        },
    ),
    Switch("sentences that an answer needs beside it", {"qa.quoting.choice.find_needed": _give([])}),
    Switch(
        "synonyms, abbreviations, numbers in words",
        {"qa.scoring.matching.likeness.list_synonyms": _give({}), "qa.ranking.asked.list_synonyms": _give({})},
    ),
    Switch("rules for the ends of sentences", {"qa.text.sentences.find_ends": _cut_plainly}),
    Switch("lines that stand alone", {"qa.text.sentences.find_blocks": _part_at_blank_lines}),
    Switch(
        "codes and clauses that are another's",
        {"qa.asking.find_unnamed": _give([]), "qa.asking.keep_identified": _give_first},
    ),
    Switch(
        "both spellings of a hyphen",
        {
            "qa.ranking.vocabulary.find_compounds": _give([]),
            "qa.ranking.asked.find_asked_compounds": _give({}),
            "qa.question.query.find_asked_compounds": _give({}),
        },
    ),
    Switch("misspelt words", {"qa.asking.mend": _give(None)}),
    Switch("the kind of answer asked for", {"qa.question.question.classify": _give((None, ""))}),
    Switch("prices and times of day", {"qa.question.question.narrow_kind": _give(None)}),
    Switch("topics", {"qa.question.question.is_topic": _give(False)}),
    Switch("two questions in one", {"qa.question.question.split_question": _give(())}),
    Switch(
        "chit-chat and requests",
        {
            "qa.question.question.is_chat": _give(False),
            "qa.question.question.read_request": _give(None),
            "qa.asking.find_question": _give(0),
        },
    ),
    Switch("versions of one document", {"qa.asking.settle": _leave_versions}),
    Switch("the conversation before", {"qa.asking.complete": _give_first}),
    Switch("what was quoted before", {"qa.asking.narrow": _give_first, "qa.asking.limit": _give_first}),
    Switch("languages but English", change=lambda document: replace(document, language="en")),
)
"""All kinds, in the order of the table."""
