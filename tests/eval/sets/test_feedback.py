"""What readers say of answers becomes a question set, which is read back over the library and over its files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import qa
from eval.cli import eval_command
from eval.records import EvalError
from eval.sets.choose import read_set, read_set_of
from eval.sets.feedback import FeedbackSet, export_feedback
from tests.eval.conftest import LIBRARY, MUSEUM

Give = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two files."""
    made = tmp_path / "files"
    made.mkdir()
    (made / "museum.txt").write_text(MUSEUM, encoding="utf-8")
    (made / "library.txt").write_text(LIBRARY, encoding="utf-8")
    return made


@pytest.fixture
def library(folder: Path) -> qa.Library:
    """A library that holds them."""
    library = qa.Library()
    library.add_files(folder)
    return library


def place(library: qa.Library, words: str) -> qa.Excerpt:
    documents = [library.document(info.id) for info in library.documents()]
    document = next(document for document in documents if words in document.text)
    start = document.text.index(words)
    return qa.Excerpt.of(document, start, start + len(words))


@pytest.fixture
def give(library: qa.Library) -> Give:
    """Return a function that gives feedback, a minute after the one before; places are given by their words."""
    given = 0

    def give(question: str, verdict: Any, quote: str = "", passage: str = "", **fields: Any) -> None:
        nonlocal given
        given += 1
        places = {"quote": quote, "passage": passage}
        fields |= {name: place(library, words) for name, words in places.items() if words}
        time = f"2026-11-24T09:{given:02}:00Z"
        library.give_feedback(qa.Feedback(id=f"f{given}", question=question, verdict=verdict, given=time, **fields))

    return give


def write(path: Path, found: FeedbackSet) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in found.rows), encoding="utf-8")
    return path


def gold(found: FeedbackSet) -> dict[str, list[str]]:
    return {row["question"]: [entry["text"] for entry in row["gold"]] for row in found.rows}


def numbers(found: FeedbackSet) -> tuple[int, ...]:
    return (found.n_feedback, found.repeated, found.contradicted, found.unknown, found.lost)


def test_each_verdict_is_a_question_or_is_counted(library: qa.Library, give: Give) -> None:
    give("Price?", "right", "A ticket costs 14 euros.")
    give("Founder?", "wrong", "The museum opens at nine.", "Dr. Smith founded it in 1931.")
    give("Loans?", "right", "It closes on Sundays.", "The library lends books for three weeks.")
    give("President?", "not_here", "It closes on Sundays.")
    give("Nothing?", "right")
    give("Opening?", "wrong", "It closes on Sundays.")
    give("Card?", "wrong")
    found = export_feedback(library)
    assert gold(found) == {
        "Price?": ["A ticket costs 14 euros."],
        "Founder?": ["Dr. Smith founded it in 1931."],
        "Loans?": ["It closes on Sundays.", "The library lends books for three weeks."],
        "President?": [],
        "Nothing?": [],
    }
    assert [row["kind"] for row in found.rows] == ["right", "wrong", "right", "not_here", "right"]
    assert found.n_answerable == 3
    assert numbers(found) == (7, 0, 0, 2, 0)
    assert found.rows[0]["gold"][0].keys() == {"document", "text", "start", "end", "sha256"}
    assert found.rows[0]["gold"][0]["document"] == "museum.txt"
    assert all("history" not in row for row in found.rows)


def test_of_readers_who_contradict_each_other_the_latest_counts(library: qa.Library, give: Give) -> None:
    give("Price?", "right", "The museum opens at nine.")
    give(" Price? ", "wrong", "The museum opens at nine.", "A ticket costs 14 euros.")
    give("Price?\n", "wrong", "The museum opens at nine.")  # agrees, and says less
    give("Founder?", "wrong")
    give("Founder?", "not_here")
    give("Founder?", "not_here")
    give("Card?", "right", "A card costs nothing.")
    give("Card?", "wrong", "A card costs nothing.")
    give("Price?", "not_here", history=("What of the boat?",))
    found = export_feedback(library)
    assert gold(found) == {" Price? ": ["A ticket costs 14 euros."], "Founder?": [], "Price?": []}
    assert [row.get("history") for row in found.rows] == [None, None, ["What of the boat?"]]
    assert numbers(found) == (9, 5, 3, 1, 0)


def test_a_place_that_has_changed_or_is_gone_is_left_out(library: qa.Library, give: Give) -> None:
    give("Price?", "right", "A ticket costs 14 euros.")
    give("Card?", "right", "A card costs nothing.")
    give("Both?", "right", "A ticket costs 14 euros.", "A card costs nothing.")
    museum = place(library, "A ticket costs 14 euros.").document_id
    library.add(replace(library.document(museum), text=MUSEUM + " More."))
    found = export_feedback(library)
    assert gold(found) == {"Card?": ["A card costs nothing."], "Both?": ["A card costs nothing."]}
    assert numbers(found) == (3, 0, 0, 0, 1)
    library.remove(museum)
    assert gold(export_feedback(library)) == gold(found)


def test_it_is_read_back_over_the_library_and_over_its_files(
    library: qa.Library, give: Give, folder: Path, tmp_path: Path
) -> None:
    library.add(qa.Document(id="twin", text=MUSEUM, source="elsewhere/museum.txt"))
    library.add(qa.Document(id="odd", text="One. One.\n One."))
    give("Price?", "right", "A ticket costs 14 euros.")
    give("Line\u2028end \x85?", "not_here", note="\u2029")
    path = write(tmp_path / "set.jsonl", export_feedback(library))
    over_files = read_set(path, documents=folder)
    assert [question.gold for question in over_files.questions] == [(qa.Span("museum.txt", 26, 50),), ()]
    assert over_files.questions[1].text == "Line\u2028end \x85?"

    museum = place(library, "A ticket costs 14 euros.").document_id
    over_library = read_set_of(library, path)
    assert {span.document_id for span in over_library.questions[0].gold} == {museum, "twin"}
    assert [document.id for document in over_library.documents] == [info.id for info in library.documents()]
    assert over_library.notes == ()
    few = read_set_of(library, path, whole=False)
    assert few.questions == over_library.questions
    assert {document.id for document in few.documents} == {museum, "twin"}

    odd = library.document("odd")
    passage = qa.Excerpt.of(odd, 9, 15)
    library.give_feedback(qa.Feedback(question="Odd?", verdict="wrong", passage=passage))
    path = write(tmp_path / "set.jsonl", export_feedback(library))  # words that are there several times, at one place
    assert read_set_of(library, path).questions[-1].gold == (qa.Span("odd", 9, 15),)


def test_after_a_change_gold_is_found_by_its_words_or_left_out(
    library: qa.Library, give: Give, folder: Path, tmp_path: Path
) -> None:
    give("Price?", "right", "A ticket costs 14 euros.")
    give("Founder?", "right", "Dr. Smith founded it in 1931.")
    give("Card?", "right", "A card costs nothing.")
    path = write(tmp_path / "set.jsonl", export_feedback(library))
    (folder / "museum.txt").write_text("Welcome. " + MUSEUM.replace("1931", "1932"), encoding="utf-8")
    library.add_files(folder)
    museum = place(library, "Welcome.").document_id
    found = read_set_of(library, path)
    assert [question.text for question in found.questions] == ["Price?", "Card?"]
    assert found.questions[0].gold == (qa.Span(museum, 35, 59),)
    assert found.notes == ("Left out, as no document of the library answers them any more: 1 of 3 questions.",)
    with pytest.raises(EvalError, match="does not hold the gold text"):
        read_set(path, documents=folder)
    empty = qa.Library()
    with pytest.raises(EvalError, match="No question of set has its answer in a document of this library"):
        read_set_of(empty, path)


@given(
    st.lists(st.sampled_from(["a", " ", "\n", "b. ", "\u2028", "\x85", "😀", "\0", "“"]), min_size=1).map("".join),
    st.data(),
)
def test_any_place_is_read_back_where_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    library = qa.Library()
    library.add(qa.Document(id="d", text=text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    passage = qa.Excerpt.of(library.document("d"), start, end)
    library.give_feedback(qa.Feedback(question="Where?", verdict="wrong", passage=passage))
    path = write(tmp_path_factory.mktemp("set") / "set.jsonl", export_feedback(library))
    assert read_set_of(library, path).questions[0].gold == (qa.Span("d", start, end),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"start": 0}, "has other words than"),
        ({"end": 10**9}, "has other words than"),
        ({"start": -4}, "has other words than"),
        ({"start": "1"}, "'start' holds '1'"),
        ({"end": None}, "'end' holds 'None'"),
        ({"sha256": 7}, "'sha256' holds '7'"),
        ({"text": "A ticket"}, "has other words than"),
    ],
)
def test_a_place_that_was_tampered_with_is_an_error(
    library: qa.Library, give: Give, tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    give("Price?", "right", "A ticket costs 14 euros.")
    (row,) = export_feedback(library).rows
    row["gold"][0] |= change
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(EvalError, match=message):
        read_set_of(library, path)


def test_a_name_will_do_where_no_other_file_has_it(library: qa.Library, tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    entry = {"document": "museum.txt", "text": "A ticket costs 14 euros."}
    path.write_text(json.dumps({"id": "a", "question": "Price?", "gold": [entry]}), encoding="utf-8")
    assert read_set_of(library, path).questions[0].gold == (place(library, "A ticket costs 14 euros.").span,)
    library.add(qa.Document(id="twin", text="Other.", source="elsewhere/museum.txt"))
    with pytest.raises(EvalError, match="No question of set"):
        read_set_of(library, path)


# -- the command -------------------------------------------------------------------------------------------------------


def run(*arguments: Any, code: int = 0) -> Result:
    result = CliRunner().invoke(eval_command, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def test_a_set_is_asked_of_a_librarys_documents_with_its_calibration(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    with qa.Library(tmp_path / "lib") as library:
        library.add_files(folder)
        feedback = qa.Feedback(
            question="What does a ticket cost?", verdict="right", quote=place(library, "A ticket costs 14 euros.")
        )
        library.give_feedback(feedback)
        write(path, export_feedback(library))
        library.calibrate(qa.Calibration(threshold=1.0))
    figures = run(path, "--library", tmp_path / "lib", "--json").stdout
    assert '"min_confidence": 1.0' in figures
    (folder.parent / "documents").mkdir()
    assert "No file in" in run(path, "--json", code=2).stderr
    squad = tmp_path / "squad.json"
    squad.write_text('{"data": []}', encoding="utf-8")
    assert "holds its own paragraphs" in run(squad, "--library", tmp_path / "lib", code=2).stderr
    assert "no library at" in run(path, "--library", tmp_path / "nowhere", code=2).stderr
