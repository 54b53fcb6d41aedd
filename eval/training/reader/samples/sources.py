"""The sets that the reader learns from, read as examples; the sets that measure it are never among them.

A folder of public sets holds `reader/*.jsonl.gz`, one question a line with its passage and the places of its answers,
and the sets that the other models learn from: SQuADShifts' new Wikipedia articles, five articles of SQuAD 2.0 (the
other five measure), the halves of SelQA and PolicyQA to develop with. Sets in other languages than English are left
out: the encoder that is learnt from knows none.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.sets.fields import load, take
from eval.sets.selqa import read_selqa
from eval.sets.squad import nearest
from eval.training.reader.samples.records import Example

__all__ = ["ARTICLES_TO_LEARN_FROM", "BOTH_KINDS", "OTHER_LANGUAGES", "read_public", "read_rows"]

OTHER_LANGUAGES = frozenset({"arcd", "cmrc2018", "drcd", "jaquad", "norquad", "neg_other_passage_multi"})
BOTH_KINDS = (
    "condaqa",
    "conditionalqa",
    "cuad_passages",
    "disfl_qa",
    "fever_symmetric",
    "medquad_sections",
    "molweni",
    "squad2_dev19",
    "tatqa_text",
    "timeqa",
)
"""Sets in English that have questions with an answer and without one: some of each are kept aside."""

ARTICLES_TO_LEARN_FROM = slice(5)  # of SQuAD 2.0, in the order of the file; the others measure
_MARKERS = re.compile(r"wikinews:\d+|wiki\w*:\d+|PMID \d+|annual report|Ubuntu chat", re.I)


def read_rows(folder: Path) -> Iterator[Example]:
    """Yield the examples of the sets in English of `folder/reader`, set by set, in the order of their names."""
    for path in sorted((folder / "reader").glob("*.jsonl.gz")):
        name = path.name.removesuffix(".jsonl.gz")
        if name not in OTHER_LANGUAGES:
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    yield _read_row(json.loads(line), name)


def _read_row(row: dict[str, Any], name: str) -> Example:
    places = {(answer["start"], answer["start"] + len(answer["text"])) for answer in row["answers"]}
    head = "" if _MARKERS.fullmatch(row["title"]) else row["title"].replace("_", " ")
    return Example(row["question"], row["context"], tuple(sorted(places)), head, name, row.get("kind") or "")


def read_public(folder: Path) -> Iterator[Example]:
    """Yield the examples of the public sets that the other models learn from as well."""
    yield from _read_squad(folder / "squadshifts/new_wiki.json", "new_wiki", slice(None))
    yield from _read_squad(folder / "squad2/dev-10-articles.json", "squad2", ARTICLES_TO_LEARN_FROM)
    yield from _read_squad(folder / "policyqa/dev.json", "policyqa", slice(None))
    selqa = read_selqa(folder / "selqa/selqa-ass-dev.json")
    documents = {document.id: document for document in selqa.documents}
    for question in selqa.questions:
        about = question.gold[0].document_id if question.gold else question.candidates[0].document_id
        places = tuple((gold.start, gold.end) for gold in question.gold)
        yield Example(question.text, documents[about].text, places, documents[about].title, "selqa", "sentence")


def _read_squad(path: Path, name: str, articles: slice) -> Iterator[Example]:
    for article in take(load(path), "data", list, at=path.name)[articles]:
        for paragraph in article["paragraphs"]:
            text = paragraph["context"]
            for record in paragraph["qas"]:
                answers = [] if record.get("is_impossible") else record["answers"]
                places = {_place(text, answer["text"].strip(), answer["answer_start"]) for answer in answers}
                if answers and None in places:
                    continue
                head = str(article.get("title") or "").replace("_", " ")
                known = tuple(sorted(place for place in places if place is not None))
                yield Example(record["question"], text, known, head, name)


def _place(text: str, words: str, offset: int) -> tuple[int, int] | None:
    start = nearest(text, words, offset) if words else None
    return None if start is None else (start, start + len(words))
