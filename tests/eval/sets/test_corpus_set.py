"""The shipped question sets: well formed, large enough, and true to their documents."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

import qa
from eval.sets.choose import read_set
from eval.sets.shipped import shipped_set
from eval.systems.quoth import quoth
from eval.systems.runner import run
from qa.question.followup import complete
from qa.question.question import Question

BRIEF = shipped_set("brief").parent
DOCUMENTS = BRIEF / "documents"
ANSWERABLE = {"fact", "paraphrase", "several"}
UNANSWERABLE = {"off_topic", "not_stated", "changed", "negation"}
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in shipped_set("brief").read_text(encoding="utf-8").splitlines()
]
ANSWERED = [row for row in ROWS if row["gold"]]


@cache
def text_of(name: str) -> str:
    return qa.read_file(DOCUMENTS / name).text


def test_rows_have_the_same_fields() -> None:
    for row in ROWS:
        assert list(row) == ["id", "question", "kind", "gold"]
        assert all(list(gold) == ["document", "text"] for gold in row["gold"])


def test_ids_are_unique() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_questions_are_unique() -> None:
    questions = Counter(row["question"].casefold().strip(" ?") for row in ROWS)
    assert [question for question, count in questions.items() if count > 1] == []


def test_kinds_are_known() -> None:
    assert {row["kind"] for row in ROWS} == ANSWERABLE | UNANSWERABLE


def test_the_set_is_large_enough() -> None:
    kinds = Counter(row["kind"] for row in ROWS)
    assert len(ROWS) >= 120
    assert sum(kinds[kind] for kind in UNANSWERABLE) >= 45
    assert min(kinds[kind] for kind in UNANSWERABLE) >= 12
    assert kinds["paraphrase"] >= 30


def test_both_documents_are_covered_about_equally() -> None:
    counts = Counter(row["gold"][0]["document"] for row in ANSWERED)
    assert set(counts) == {path.name for path in DOCUMENTS.glob("*.md")}
    assert min(counts.values()) >= 0.4 * len(ANSWERED)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_only_unanswerable_questions_have_no_gold(row: dict[str, Any]) -> None:
    assert (not row["gold"]) == (row["kind"] in UNANSWERABLE)
    assert row["kind"] != "several" or len(row["gold"]) >= 2


@pytest.mark.parametrize("row", ANSWERED, ids=lambda row: row["id"])
def test_every_gold_text_is_found_exactly_once(row: dict[str, Any]) -> None:
    for gold in row["gold"]:
        assert "\n" not in gold["text"]
        assert text_of(gold["document"]).count(gold["text"]) == 1


# -- follow-up questions -----------------------------------------------------------------------------------------------

FOLLOW_UPS: list[dict[str, Any]] = [
    json.loads(line) for line in (BRIEF / "brief-followups.jsonl").read_text(encoding="utf-8").splitlines()
]
LEAST_RIGHT = 38  # of 44 whose first quote answers; 41 did when the set was written
LEAST_SILENT = 6  # of 8 that are not answered; 7 were


def test_follow_ups_are_well_formed() -> None:
    kinds = Counter(row["kind"] for row in FOLLOW_UPS)
    assert set(kinds) == {"ellipsis", "replaced", "pronoun", "why", "topic_change", "not_stated"}
    assert len({row["id"] for row in FOLLOW_UPS}) == len(FOLLOW_UPS) >= 40
    assert min(kinds["topic_change"], kinds["not_stated"]) >= 8
    for row in FOLLOW_UPS:
        assert list(row) == ["id", "history", "question", "kind", "gold"]
        assert row["history"]
        assert bool(row["gold"]) == (row["kind"] != "not_stated")


@pytest.mark.parametrize("row", FOLLOW_UPS, ids=lambda row: row["id"])
def test_every_gold_text_of_a_follow_up_is_found_exactly_once(row: dict[str, Any]) -> None:
    for gold in row["gold"]:
        assert text_of(gold["document"]).count(gold["text"]) == 1


def test_follow_ups_are_answered() -> None:
    question_set = read_set(BRIEF / "brief-followups.jsonl")
    documents = {document.id: document for document in question_set.documents}
    with quoth().make(question_set.documents, qa.DEFAULT_PASSAGE_SIZE) as system:
        rows = run(system, question_set.questions, documents=documents)
    assert sum(row.right for row in rows) >= LEAST_RIGHT
    assert sum(not row.answered for row in rows if not row.answerable) >= LEAST_SILENT


@pytest.mark.parametrize("row", [row for row in FOLLOW_UPS if row["kind"] == "topic_change"], ids=lambda row: row["id"])
def test_a_complete_question_is_asked_as_it_is(row: dict[str, Any]) -> None:
    assert complete(Question(row["question"]), [qa.Turn(each) for each in row["history"]]).text == row["question"]


# -- about the manual --------------------------------------------------------------------------------------------------

GUIDE: list[dict[str, Any]] = [
    json.loads(line) for line in shipped_set("guide").read_text(encoding="utf-8").splitlines()
]


@cache
def texts_of_the_guide() -> dict[str, str]:
    return {document.id: document.text for document in read_set(shipped_set("guide")).documents}


def test_the_guide_set_is_well_formed() -> None:
    assert len(GUIDE) == len({row["id"] for row in GUIDE}) == len({row["question"].casefold() for row in GUIDE}) == 60
    assert sum(not row["gold"] for row in GUIDE) == 25
    for row in GUIDE:
        assert list(row) == ["id", "question", "kind", "gold"]
        assert row["kind"] in (ANSWERABLE if row["gold"] else UNANSWERABLE)


def test_the_guide_set_asks_of_every_page() -> None:
    pages = {name for name in texts_of_the_guide() if name != "lebanon-brief.md"}
    assert pages == {gold["document"] for row in GUIDE for gold in row["gold"]}


@pytest.mark.parametrize("row", [row for row in GUIDE if row["gold"]], ids=lambda row: row["id"])
def test_every_gold_text_of_the_guide_set_is_found_exactly_once(row: dict[str, Any]) -> None:
    for gold in row["gold"]:
        assert "\n" not in gold["text"]
        assert texts_of_the_guide()[gold["document"]].count(gold["text"]) == 1, f"{row['id']}: {gold['text']}"
