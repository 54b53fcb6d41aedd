from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.asking import N_NEAREST
from tests.qa.strategies import documents, questions

HOSTILE = {
    "control": "\x00\x01\x02\x1b[31m museum \x7f",
    "binary": bytes(range(256)).decode("latin-1"),
    "right to left": "متى يفتح المتحف؟ \u202emuseum",
    "emoji": "👩‍👩‍👧 museum 🏛️?",
    "punctuation": "?!… ---",
    "one word": "museum",
    "surrogate": "museum \ud800 ticket",
    "sql": "museum'; DROP TABLE documents; --",
    "markup": "<script>alert(1)</script> museum",
    "longest": "museum " * (qa.MAX_QUESTION // 7),
    "one long word": "m" * qa.MAX_QUESTION,
}


@pytest.mark.parametrize("question", HOSTILE.values(), ids=HOSTILE)
def test_any_question_gets_an_answer(library: qa.Library, question: str) -> None:
    answer = library.ask(question, min_confidence=0.0)
    answer.standalone.encode()
    for quote in answer.quotes:
        assert quote.span.cut(library.document(quote.document_id)) == quote.text


@given(st.text(max_size=200))
def test_any_text_may_be_asked(question: str) -> None:
    library = qa.Library()
    library.add(qa.Document(text="The museum opens at nine. A ticket costs 14 euros."))
    answer = library.ask(question)
    assert (answer.reason == "empty_question") == (not question.strip())


@pytest.mark.parametrize("question", ["", "   ", "\n\t\u3000"])
def test_an_empty_question_is_told_so(library: qa.Library, question: str) -> None:
    answer = library.ask(question)
    assert (answer.answered, answer.reason, answer.confidence) == (False, "empty_question", 0.0)


def test_an_empty_library_is_told_so() -> None:
    library = qa.Library()
    assert library.ask("Anything?").reason == "empty_library"
    library.add(qa.Document(text=""))
    assert library.ask("Anything?").reason == "empty_library"


def test_no_match_names_the_missing_words(library: qa.Library) -> None:
    answer = library.ask("Zebras yodel?")
    assert (answer.reason, answer.missing_terms, answer.nearest) == ("no_match", ("Zebras", "yodel"), ())


def test_low_confidence_offers_what_to_read(library: qa.Library) -> None:
    answer = library.ask("Which museum in Peru shows gold?", min_confidence=0.99)
    assert answer.reason == "low_confidence"
    assert "Peru" in answer.missing_terms
    assert 0 < len(answer.nearest) <= N_NEAREST
    assert answer.quotes == ()
    assert answer.runner_up is None
    assert library.ask("Which museum in Peru shows gold?", min_confidence=0.0).answered


def test_an_answer_explains_itself(library: qa.Library) -> None:
    answer = library.ask("When did Dr. Smith found the museum?")
    assert answer.answered
    first = answer.quotes[0]
    assert first.text == "Dr. J. R. Smith founded it in 1931."
    assert list(first.matched.values()) == sorted(first.matched.values(), reverse=True)
    assert "smith" in first.matched
    assert answer.runner_up is not None
    assert answer.runner_up.text not in {quote.text for quote in answer.quotes}
    assert (first.title, first.source, first.line, first.page) == ("Museum", "museum.txt", 1, None)
    assert set(answer.timing_ms) == {"retrieve", "select", "compose", "total"}


def test_the_same_words_are_quoted_once() -> None:
    library = qa.Library()
    library.add(*(qa.Document(id=name, text="The museum opens at nine.") for name in "abc"))
    answer = library.ask("When does the museum open?", min_confidence=0.0)
    assert [quote.document_id for quote in answer.quotes] == ["a"]


def test_max_quotes_is_kept() -> None:
    library = qa.Library()
    library.add(qa.Document(text=" ".join(f"Room {name} of the museum opens at nine." for name in "ABCDEFGH")))
    for most in (1, 2, 5):
        assert len(library.ask("When does the museum open?", max_quotes=most, min_confidence=0.0).quotes) <= most


def test_only_the_documents_asked_for(library: qa.Library) -> None:
    answer = library.ask("When was it built?", documents=["museum"], min_confidence=0.0)
    assert {quote.document_id for quote in answer.quotes} <= {"museum"}
    with pytest.raises(qa.DocumentNotFound, match="'nowhere'"):
        library.ask("When was it built?", documents=["nowhere"])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda library: library.ask("x", k=0), "k is 0: it must be a whole number from 1"),
        (lambda library: library.ask("x", max_quotes=21), "max_quotes is 21"),
        (lambda library: library.ask("x", min_confidence=1.1), "min_confidence is 1.1"),
        (lambda library: library.ask("x", min_confidence=float("nan")), "min_confidence is nan"),
        (lambda library: library.ask("x", k=2.5), "k is 2.5"),
        (lambda library: library.search("x", k=10**6), "k is 1000000"),
        (lambda library: qa.Library(passage_size=0), "passage size is 0"),
    ],
)
def test_options_out_of_range_are_refused(
    library: qa.Library, call: Callable[[qa.Library], object], message: str
) -> None:
    with pytest.raises(qa.InvalidOption, match=message):
        call(library)


def test_a_question_over_the_limit_is_refused(library: qa.Library) -> None:
    for ask in (library.ask, library.search, library.examine):
        with pytest.raises(qa.QuestionTooLong, match=r"100,000 characters; the limit is 4,000"):
            ask("x" * 100_000)


@pytest.mark.parametrize("document_id", ["", "nowhere", "\ud800", "x" * 10_000, "../../etc/passwd"])
def test_unknown_ids_are_told_so(library: qa.Library, document_id: str) -> None:
    for call in (library.document, library.remove, lambda name: library.search("museum", documents=[name])):
        with pytest.raises(qa.DocumentNotFound) as caught:
            call(document_id)
        assert len(str(caught.value)) < 300


def test_adding_again_replaces_or_skips(library: qa.Library, museum: qa.Document) -> None:
    assert library.add(museum) == ["museum"]
    assert library.add(qa.Document(id="museum", text="Closed.")) == ["museum"]
    assert library.document("museum").text == "Closed."
    assert library.add() == []


def test_a_changed_title_is_kept(library: qa.Library, museum: qa.Document) -> None:
    library.add(qa.Document(id="museum", text=museum.text, title="New"))
    assert library.document("museum").title == "New"
    library.add(qa.Document(id="museum", text=museum.text, title="New", headings=((0, 3),)))
    assert library.document("museum").headings == ((0, 3),)
    assert library.info("museum").title == "New"


# -- files -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "a.txt").write_text("The museum opens at nine.")
    (tmp_path / "sub" / "b.md").write_text("# Harbour\n\nShips leave.")
    (tmp_path / "sub" / "empty.txt").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden" / "c.txt").write_text("Not for you.")
    return tmp_path


def test_a_folder_is_added_and_bad_files_are_told(folder: Path) -> None:
    library = qa.Library()
    outcomes: list[qa.FileOutcome] = []
    ids = library.add_files(folder, progress=outcomes.append)
    assert [Path(outcome.path).name for outcome in outcomes] == ["a.txt", "b.md", "empty.txt"]
    assert [outcome.document_id for outcome in outcomes if outcome.error is None] == ids
    assert "holds no text" in (outcomes[2].error or "")
    assert [(outcome.done, outcome.total) for outcome in outcomes] == [(1, 3), (2, 3), (3, 3)]
    assert {info.title for info in library.documents()} == {"a.txt", "Harbour"}


def test_without_progress_the_error_comes_after_the_good_files(folder: Path) -> None:
    library = qa.Library()
    with pytest.raises(qa.EmptyDocument, match=r"empty\.txt"):
        library.add_files(folder)
    assert len(library.documents()) == 2


def test_globs_and_repeats(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = qa.Library()
    monkeypatch.chdir(folder)
    assert len(library.add_files(f"{folder}/**/*.md", folder / "a.txt", "a.txt")) == 2
    assert library.add_files("a.txt") == library.add_files(folder / "a.txt")
    assert len(library.documents()) == 2
    assert library.add_files(f"{folder}/*.nothing") == []


def test_a_named_file_of_another_kind_is_an_error(folder: Path) -> None:
    with pytest.raises(qa.UnsupportedFormat, match=r"picture\.png"):
        qa.Library().add_files(folder / "picture.png")
    with pytest.raises(qa.FileUnreadable, match="does not exist"):
        qa.Library().add_files(folder / "missing.txt")


def test_a_name_that_is_no_unicode_is_read(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text("The museum opens at nine.")
    except (OSError, UnicodeEncodeError):
        pytest.skip("This file system takes only Unicode names.")
    library = qa.Library()
    (name,) = library.add_files(tmp_path)
    assert library.document(name).title == "caf?.txt"


def test_many_threads_get_the_same_answer(library: qa.Library) -> None:
    expected = library.ask("When did Smith found the museum?")
    answers: list[qa.Answer] = []
    threads = [
        threading.Thread(target=lambda: answers.append(library.ask("When did Smith found the museum?")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 8


def test_a_file_whose_title_is_no_unicode_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The cat sat.")
    (tmp_path / "b.md").write_text('---\ntitle: "\\ud800"\n---\n\nThe dog ate.')
    (tmp_path / "c.txt").write_text("The bird flew.")
    library = qa.Library()
    assert len(library.add_files(tmp_path)) == 3


def test_progress_tells_of_a_document_only_once_it_is_in_the_library(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"The {name} sat.")
    library = qa.Library()

    def there(outcome: qa.FileOutcome) -> None:
        library.document(outcome.document_id or "")

    assert len(library.add_files(tmp_path, progress=there)) == 3


def test_the_last_of_two_documents_with_one_id_is_kept_even_if_it_is_there_already() -> None:
    library = qa.Library()
    library.add(qa.Document(id="a", text="Old."))
    library.add(qa.Document(id="a", text="New."), qa.Document(id="a", text="Old."))
    assert library.document("a").text == "Old."


def test_a_path_that_no_file_can_have_is_unreadable() -> None:
    for path in ("a" * 5_000, "a\0b"):
        with pytest.raises(qa.FileUnreadable):
            qa.Library().add_files(path)


def test_links_that_run_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("The cat sat.")
    for name in ("one", "two", "three"):
        (tmp_path / "sub" / name).symlink_to(tmp_path)
    for path in (tmp_path, f"{tmp_path}/**", f"{tmp_path}/**/*.txt", f"{tmp_path}/**/sub/**"):
        assert len(qa.Library().add_files(path)) == 1


@given(documents(), questions())
def test_a_place_scores_what_its_sentence_scores_when_asked(documents: list[qa.Document], question: str) -> None:
    library = qa.Library()
    library.add(*documents)
    sentences = [
        qa.Span(document.id, *place)
        for document in documents
        for passage in qa.split(document)
        for place in passage.sentences
    ]
    asked = {sentence.span: sentence.score for sentence in library.examine(question, qa.MAX_K).evidence}
    assert library.score(question, sentences) == [asked.get(sentence, 0.0) for sentence in sentences]


def test_any_place_can_be_scored(library: qa.Library) -> None:
    text = library.document("museum").text
    halves = [qa.Span("museum", 0, text.index("founded")), qa.Span("museum", text.index("founded"), len(text))]
    first, second = library.score("Who founded the museum in 1931?", halves)
    assert 0.0 < first < second <= 1.0
    assert library.score("Zebras yodel?", halves) == [0.0, 0.0]
    assert library.score("Who?", []) == []


def test_a_place_to_be_scored_must_be_there(library: qa.Library) -> None:
    with pytest.raises(qa.DocumentNotFound, match="zoo"):
        library.score("Who?", [qa.Span("zoo", 0, 1)])
    with pytest.raises(qa.InvalidSpan, match="outside document 'harbour'"):
        library.score("Who?", [qa.Span("harbour", 0, 1_000)])
    with pytest.raises(qa.QuestionTooLong):
        library.score("x" * (qa.MAX_QUESTION + 1), [])


def test_a_library_says_where_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert qa.Library().folder is None
    with qa.Library("mine") as library:
        assert library.folder == tmp_path / "mine"
