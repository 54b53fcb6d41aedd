"""What readers say of answers: the record, and how a library keeps it."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.feedback import MAX_HISTORY, Verdict
from tests.qa.strategies import documents

TIME = "2026-11-24T09:30:00.000+00:00"


@st.composite
def feedbacks(draw: st.DrawFn) -> tuple[qa.Document, qa.Feedback]:
    """A document, and feedback with places in it."""
    document = draw(documents(most=1).map(lambda found: found[0]).filter(lambda document: document.text))
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)

    def place() -> qa.Excerpt | None:
        if draw(st.booleans()):
            return None
        start = draw(st.integers(0, len(document.text) - 1))
        end = draw(st.integers(start + 1, len(document.text)))
        return qa.Excerpt.of(document, start, end) if document.text[start:end].strip() else None

    verdicts: tuple[Verdict, ...] = get_args(Verdict)
    verdict = draw(st.sampled_from(verdicts))
    return document, qa.Feedback(
        id=draw(st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True)),
        question=draw(text.filter(str.strip)),
        history=tuple(draw(st.lists(text, max_size=MAX_HISTORY))),
        verdict=verdict,
        note=draw(text),
        quote=place(),
        passage=None if verdict == "not_here" else place(),
        given=draw(st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.timezones())).isoformat(),
    )


# -- the record --------------------------------------------------------------------------------------------------------


@given(feedbacks())
def test_what_is_kept_comes_back(drawn: tuple[qa.Document, qa.Feedback]) -> None:
    document, feedback = drawn
    assert qa.Feedback.of_text(feedback.as_text()) == feedback
    library = qa.Library()
    library.add(document)
    assert library.give_feedback(feedback) == feedback.id
    assert library.feedback() == [feedback]
    for place in filter(None, (feedback.quote, feedback.passage)):
        assert place.holds(document)
        assert place.span.cut(document) == place.text


def test_id_and_time_are_made_where_none_is_given() -> None:
    first, second = (qa.Feedback(question="Why?", verdict="right") for _ in range(2))
    assert first.id != second.id
    assert first.given.endswith("+00:00")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (TIME, TIME),
        ("2026-11-24T09:30:00Z", TIME),
        ("2026-11-24T11:30:00+02:00", TIME),
        ("2026-11-24T09:30:00.0009+00:00", TIME),
    ],
)
def test_a_time_is_kept_in_utc(written: str, kept: str) -> None:
    assert qa.Feedback(question="Why?", verdict="right", given=written).given == kept


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"id": "a" * 65}, qa.InvalidOption, "1 to 64 of the characters"),
        ({"id": "a\n"}, qa.InvalidOption, "1 to 64"),
        ({"id": "é"}, qa.InvalidOption, "1 to 64"),
        ({"verdict": "maybe"}, qa.InvalidOption, "give one of right, wrong, not_here"),
        ({"question": " \n"}, qa.InvalidOption, "blank"),
        ({"question": "a" * 4_001}, qa.QuestionTooLong, "4,001 characters"),
        ({"question": "a\ud800"}, qa.InvalidOption, "question has a lone surrogate at offset 1"),
        ({"history": ("a" * 4_001,)}, qa.QuestionTooLong, "4,001 characters"),
        ({"history": ("\udfff",)}, qa.InvalidOption, "lone surrogate"),
        ({"history": ("a",) * 21}, qa.InvalidOption, "21 questions: give the last 20"),
        ({"note": "a" * 2_001}, qa.InvalidOption, "2,001 characters; the limit is 2,000"),
        ({"note": "\ud800"}, qa.InvalidOption, "note has a lone surrogate"),
        ({"given": "yesterday"}, qa.InvalidOption, "'yesterday'"),
        ({"given": "2026-11-24T09:30:00"}, qa.InvalidOption, "no offset from UTC"),
        ({"given": "0001-01-01T00:00:00+14:00"}, qa.InvalidOption, "time is"),
        (
            {"verdict": "not_here", "passage": qa.Excerpt.of(qa.Document(text="Abc."), 0, 3)},
            qa.InvalidOption,
            "passage is marked that answers",
        ),
    ],
)
def test_feedback_that_breaks_its_rules_is_refused(
    fields: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        qa.Feedback(**{"question": "Why?", "verdict": "wrong", **fields})


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"start": -1, "end": 2}, qa.InvalidSpan, "not a place"),
        ({"start": 3, "end": 2}, qa.InvalidSpan, "not a place"),
        ({"start": 0, "end": 0, "text": ""}, qa.InvalidSpan, "mark from 1"),
        ({"start": 0, "end": 2_001, "text": "a" * 2_001}, qa.InvalidSpan, "2,001 characters"),
        ({"text": " \n\t"}, qa.InvalidSpan, "nothing but white space"),
        ({"text": "Abcd"}, qa.InvalidSpan, "has 3 characters, and its text 4"),
        ({"text": "A\ud800c"}, qa.InvalidOption, "text has a lone surrogate"),
        ({"document_id": "\ud800"}, qa.InvalidOption, "document_id has a lone surrogate"),
        ({"sha256": "0" * 16}, qa.InvalidOption, "64 hexadecimal digits"),
    ],
)
def test_an_excerpt_that_breaks_its_rules_is_refused(
    fields: dict[str, Any], error: type[Exception], message: str
) -> None:
    whole = {"document_id": "d", "start": 0, "end": 3, "text": "Abc", "sha256": "0" * 64}
    with pytest.raises(error, match=message):
        qa.Excerpt(**{**whole, **fields})


def test_an_excerpt_is_cut_from_its_document() -> None:
    document = qa.Document(id="d", text="😀 né here " + "a" * 3_000)
    assert qa.Excerpt.of(document, 2, 4).text == "né"
    for start, end in ((0, 2_001), (0, 4_000), (3_009, 3_012), (-1, 2), (2, 2)):
        with pytest.raises(qa.InvalidSpan):
            qa.Excerpt.of(document, start, end)


@pytest.mark.parametrize(
    "change",
    [
        {"id": 7}, {"question": None}, {"history": "Who?"}, {"history": [1]}, {"verdict": "maybe"}, {"verdict": []},
        {"note": True}, {"quote": "x"}, {"quote": {"start": 0}}, {"passage": {"start": True}}, {"extra": 1},
        {"given": "2026-11-24T09:30:00Z"}, {"given": 5}, {"given": ""}, {"id": ""},
    ],
)  # fmt: skip
def test_a_damaged_record_is_an_error(change: dict[str, Any]) -> None:
    whole = json.loads(qa.Feedback(question="Why?", verdict="right", given=TIME).as_text())
    with pytest.raises(qa.LibraryError, match="cannot be read"):
        qa.Feedback.of_text(json.dumps({**whole, **change}))


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", "{", "[" * 100_000, "\x00"])
def test_what_is_no_record_is_an_error(text: str) -> None:
    with pytest.raises(qa.LibraryError, match="cannot be read"):
        qa.Feedback.of_text(text)


# -- in a library ------------------------------------------------------------------------------------------------------


@pytest.fixture
def give(library: qa.Library) -> Callable[..., qa.Feedback]:
    """Return a function that gives feedback on the museum's tickets: the first quote is right unless said otherwise."""

    def given(**fields: Any) -> qa.Feedback:
        question = "What does a ticket cost?"
        quote = library.ask(question, min_confidence=0.0).quotes[0]
        document = library.document(quote.document_id)
        excerpt = qa.Excerpt.of(document, quote.start, quote.end)
        feedback = qa.Feedback(**{"question": question, "verdict": "right", "quote": excerpt, "given": TIME, **fields})
        library.give_feedback(feedback)
        return feedback

    return given


def test_it_is_listed_by_time_then_as_it_was_kept_and_may_be_changed_and_withdrawn(
    library: qa.Library, give: Callable[..., qa.Feedback]
) -> None:
    assert library.feedback() == []
    late = give(id="a", given="2026-11-25T00:00:00Z")
    one, other = give(id="c"), give(id="b")
    assert library.feedback() == [one, other, late]
    changed = give(id="a", verdict="wrong", note="Not this one.")
    assert library.feedback() == [one, other, changed]
    library.withdraw_feedback("b")
    assert library.feedback() == [one, changed]
    for unknown in ("b", "", "\ud800"):
        with pytest.raises(qa.FeedbackNotFound, match="quoth feedback list"):
            library.withdraw_feedback(unknown)


def test_places_must_be_as_the_document_is_now(library: qa.Library, museum: qa.Document, give: Any) -> None:
    excerpt = qa.Excerpt.of(museum, 0, 10)
    wrong = [
        (replace(excerpt, document_id="nowhere"), qa.DocumentNotFound, "'nowhere'"),
        (replace(excerpt, text="The castle"), qa.InvalidSpan, "has other words at"),
        (replace(excerpt, start=1, end=11), qa.InvalidSpan, "has other words at"),
        (replace(excerpt, start=len(museum.text), end=len(museum.text) + 10), qa.InvalidSpan, "is outside document"),
        (replace(excerpt, sha256="0" * 64), qa.InvalidSpan, "has changed since"),
    ]
    for name in ("quote", "passage"):
        for place, error, message in wrong:
            with pytest.raises(error, match=message):
                give(**{name: place})
    library.add(replace(museum, text=museum.text + " More."))
    with pytest.raises(qa.InvalidSpan, match="has changed since"):
        give(quote=excerpt)
    assert library.feedback() == []


def test_there_is_a_most_and_an_earlier_one_may_still_be_changed(
    library: qa.Library, give: Callable[..., qa.Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.index.embedded.store.beside.MAX_FEEDBACK", 2)
    give(id="a")
    give(id="b")
    with pytest.raises(qa.InvalidOption, match=r"keeps 2 feedbacks at the most.*quoth export FILE.*withdraw"):
        give(id="c")
    give(id="b", note="Changed.")
    assert [each.id for each in library.feedback()] == ["a", "b"]


def test_it_stays_when_its_document_goes(library: qa.Library, give: Callable[..., qa.Feedback]) -> None:
    feedback = give()
    assert feedback.quote is not None
    library.remove(feedback.quote.document_id)
    assert library.feedback() == [feedback]
    assert library.check() == []


def test_a_library_without_the_table_has_none_until_it_is_given(tmp_path: Path) -> None:
    def tables() -> set[str]:
        with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
            return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    with qa.Library(tmp_path) as library, qa.Library(tmp_path) as other:
        library.add(qa.Document(id="a", text="The museum opens at nine."))
        assert library.feedback() == []
        with pytest.raises(qa.FeedbackNotFound):
            library.withdraw_feedback("a")
        assert "feedback" not in tables()
        feedback = qa.Feedback(question="Why?", verdict="not_here")
        library.give_feedback(feedback)
        assert "feedback" in tables()
        assert other.feedback() == [feedback]


def test_the_index_is_left_alone(tmp_path: Path) -> None:
    with qa.Library(tmp_path) as library:
        library.add(qa.Document(id="a", text="The museum opens at nine."))
        library.search("museum")
        segments = {path: path.stat().st_mtime_ns for path in (tmp_path / "segments").iterdir()}
        before = library._index._snapshot  # type: ignore[attr-defined]
        library.give_feedback(qa.Feedback(question="Why?", verdict="not_here", id="a"))
        library.withdraw_feedback("a")
        assert [hit.passage.document_id for hit in library.search("museum")] == ["a"]
        assert library._index._snapshot is before  # type: ignore[attr-defined]
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / "segments").iterdir()} == segments


@pytest.mark.parametrize(
    "change", ["record = '{'", "record = CAST(x'ff' AS TEXT)", "id = 'other'", "given = '2020'", "record = NULL"]
)
def test_a_damaged_row_is_named_by_the_check_and_can_be_withdrawn(tmp_path: Path, change: str) -> None:
    with qa.Library(tmp_path) as library:
        library.give_feedback(qa.Feedback(question="Why?", verdict="not_here", id="mine"))
        library.give_feedback(qa.Feedback(question="Who?", verdict="not_here", id="good"))
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        if "NULL" in change:  # a table that somebody else has made
            connection.execute("ALTER TABLE feedback RENAME TO old")
            connection.execute("CREATE TABLE feedback (id TEXT PRIMARY KEY, given TEXT, record TEXT)")
            connection.execute("INSERT INTO feedback SELECT * FROM old")
            connection.execute("DROP TABLE old")
        connection.execute(f"UPDATE feedback SET {change} WHERE id = 'mine'")  # noqa: S608
        connection.commit()
    with qa.Library(tmp_path) as library:
        (problem,) = library.check()
        name = "other" if "other" in change else "mine"
        assert problem.startswith(f"The feedback '{name}' cannot be read: ")
        if "record" in change:
            with pytest.raises(qa.LibraryError, match="quoth check"):
                library.feedback()
        library.withdraw_feedback(name)
        assert library.check() == []
        assert [each.id for each in library.feedback()] == ["good"]


# -- as a file ---------------------------------------------------------------------------------------------------------


@given(feedbacks())
def test_it_moves_with_its_library(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[qa.Document, qa.Feedback]
) -> None:
    path = tmp_path_factory.mktemp("exchange") / "all.quoth"
    document, feedback = drawn
    library, other = qa.Library(), qa.Library()
    library.add(document)
    library.give_feedback(feedback)
    library.export_to(path)
    other.give_feedback(qa.Feedback(id=feedback.id, question="Replaced?", verdict="right"))
    other.give_feedback(qa.Feedback(id=feedback.id[:40] + "-other", question="Kept?", verdict="right"))
    other.import_from(path)
    assert len(other.feedback()) == 2
    assert feedback in other.feedback()


def exported(path: Path, *lines: str, said: object) -> Path:
    library = qa.Library()
    library.add(qa.Document(id="a", text="The museum opens at nine."))
    library.export_to(path)
    with zipfile.ZipFile(path) as archive:
        manifest, records = json.loads(archive.read("manifest.json")), archive.read("documents.jsonl")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps({**manifest, "feedback": said}))
        archive.writestr("documents.jsonl", records)
        archive.writestr("feedback.jsonl", "".join(f"{line}\n" for line in lines))
    return path


LINE = qa.Feedback(question="Why?", verdict="not_here", id="a", given=TIME).as_text()


@pytest.mark.parametrize(
    ("lines", "said", "message"),
    [
        ([LINE], 2, "holds 2 feedbacks, and holds 1"),
        ([LINE], "1", "holds 1 feedbacks"),
        ([LINE, LINE], 2, "feedback 'a' is there twice"),
        ([LINE, "{"], 2, "line 2 of its feedback cannot be read"),
        ([LINE.replace("not_here", "perhaps")], 1, "The verdict is 'perhaps'"),
        ([LINE.replace('"a"', '"é"')], 1, "1 to 64"),
        (["x" * 1_000_001], 1, "line 1"),
    ],
)
def test_an_export_with_damaged_feedback_changes_nothing(
    tmp_path: Path, lines: list[str], said: object, message: str
) -> None:
    library = qa.Library()
    with pytest.raises(qa.LibraryError, match=message):
        library.import_from(exported(tmp_path / "all.quoth", *lines, said=said))
    assert (library.documents(), library.feedback()) == ([], [])


def test_an_export_without_feedback_is_as_it_was_before(tmp_path: Path) -> None:
    library = qa.Library()
    library.export_to(tmp_path / "all.quoth")
    with zipfile.ZipFile(tmp_path / "all.quoth") as archive:
        assert archive.namelist() == ["manifest.json", "documents.jsonl"]
        assert json.loads(archive.read("manifest.json")).keys() == {"format", "version", "documents", "settings"}


def test_all_of_it_has_a_most_in_bytes(
    library: qa.Library, give: Callable[..., qa.Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.index.embedded.store.beside.MAX_FEEDBACK_BYTES", 1_000)
    give(id="a", note="a" * 300)
    with pytest.raises(qa.InvalidOption, match="1,000 bytes"):
        give(id="b", note="a" * 700)
    assert [each.id for each in library.feedback()] == ["a"]


def test_a_giver_is_kept_and_need_not_be(library: qa.Library) -> None:
    known = qa.Feedback(question="Who?", verdict="right", giver="0" * 64)
    assert qa.Feedback.of_text(known.as_text()) == known
    unknown = qa.Feedback(question="Who?", verdict="right")
    assert "giver" not in unknown.as_text()
    assert qa.Feedback.of_text(unknown.as_text()) == unknown
    with pytest.raises(qa.InvalidOption, match="SHA-256"):
        qa.Feedback(question="Who?", verdict="right", giver="me")
