"""Conversations and rewrites in the format of mtRAG."""

from __future__ import annotations

from pathlib import Path

from eval.sets.mtrag import read_mtrag, read_rewrites
from tests.eval.conftest import COLOURS


def test_conversations_become_questions_over_all_passages(conversations: Path) -> None:
    question_set = read_mtrag(conversations / "reference.jsonl")
    assert [document.id for document in question_set.documents] == list(COLOURS)
    assert [question.history for question in question_set.questions][-2:] == [("Where is the white pier?",), ()]
    assert question_set.questions[-1].gold[0].document_id == "red"  # it is known by its text
    assert question_set.notes == ("Tasks left out, as no passage answers them: 1.",)


def test_rewrites_stand_beside_their_questions(conversations: Path) -> None:
    first, _ = read_rewrites(conversations)
    assert first == (("Where is the red pier?",), "When did it open?", "When did the red pier open?")
