"""The contract of an index, run over every implementation that needs no server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

import qa
from qa.index import Index, View, open_index
from qa.index.embedded.memory import MemoryIndex
from qa.preparing.prepare import Prepared, prepare
from qa.types import KnownFile
from tests.qa.boxed import boxed
from tests.qa.oracle import LANGUAGES, answers_as_the_estimator
from tests.qa.oracle import put as put_short


class Beside:
    """Written by one connection and read by another, as by two processes; each is opened anew if `again`."""

    def __init__(self, folder: Path, *, again: bool) -> None:
        self._folder = folder
        self._again = again
        self._writer, self._reader = open_index(folder), open_index(folder)

    def _opened(self, index: Index) -> Index:
        if not self._again:
            return index
        index.close()
        return open_index(self._folder)

    def add(
        self,
        documents: Iterable[Prepared],
        files: Mapping[str, KnownFile] = MappingProxyType({}),
        originals: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        self._writer = self._opened(self._writer)
        self._writer.add(documents, files, originals)

    def remove(self, *document_ids: str) -> None:
        self._writer = self._opened(self._writer)
        self._writer.remove(*document_ids)

    def set_setting(self, name: str, text: str | None) -> None:
        self._writer = self._opened(self._writer)
        self._writer.set_setting(name, text)

    def put_feedback(self, *feedback: qa.Feedback) -> None:
        self._writer = self._opened(self._writer)
        self._writer.put_feedback(*feedback)

    def remove_feedback(self, feedback_id: str) -> None:
        self._writer = self._opened(self._writer)
        self._writer.remove_feedback(feedback_id)

    @contextmanager
    def view(self, *, partial: bool = False) -> Iterator[View]:
        if self._again and threading.current_thread() is threading.main_thread():
            self._reader = self._opened(self._reader)
        with self._reader.view(partial=partial) as view:
            yield view

    def outdated(self) -> list[str]:
        return self._reader.outdated()

    def warm(self) -> None:
        self._reader.warm()

    def compact(self) -> None:
        self._writer.compact()

    def check(self) -> list[str]:
        return self._reader.check()

    def close(self) -> None:
        self._writer.close()
        self._reader.close()


OPENERS: dict[str, Callable[[Path], Index]] = {
    "memory": lambda _: open_index(),
    "memory, large": lambda _: MemoryIndex(most_fitted=2),
    "folder": lambda folder: open_index(folder / "library"),
    "beside": lambda folder: Beside(folder / "library", again=False),
    "opened again": lambda folder: Beside(folder / "library", again=True),
}


@pytest.fixture(params=OPENERS)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    opened = OPENERS[request.param](tmp_path)
    yield opened
    assert opened.check() == []
    opened.close()


def put(index: Index, *documents: qa.Document) -> None:
    index.add(prepare(documents))


def doc(name: str, text: str) -> qa.Document:
    return qa.Document(id=name, text=text, title=name.title())


def found(index: Index, question: str, k: int = 10, documents: list[str] | None = None) -> list[str]:
    with index.view() as view:
        return [hit.passage.document_id for hit in view.search(question, k, documents)]


def setting(index: Index, name: str) -> str | None:
    with index.view() as view:
        return view.setting(name)


def known_files(index: Index) -> Mapping[str, KnownFile]:
    with index.view() as view:
        return view.files()


def test_a_file_is_known_as_long_as_its_document_is_as_it_gave_it(index: Index) -> None:
    one, two = doc("one", "The museum opens."), doc("two", "Ships leave.")
    read = {"/notes/one.txt": KnownFile("one", "1"), "/notes/caf\udce9.txt": KnownFile("two", "2")}
    index.add(prepare([one, two]), read)
    assert known_files(index) == read
    with index.view() as view:
        assert view.file_of("one") == ("/notes/one.txt", KnownFile("one", "1"))
        assert view.file_of("three") is None
    index.add([], {"/notes/one.txt": KnownFile("one", "3")})
    assert known_files(index)["/notes/one.txt"].fingerprint == "3"
    put(index, doc("one", "Somebody else wrote this."))
    assert list(known_files(index)) == ["/notes/caf\udce9.txt"]
    index.remove("two", "one")
    assert known_files(index) == {}


def test_an_original_is_kept_as_long_as_its_document_is_as_it_gave_it(index: Index) -> None:
    one = doc("one", "The museum opens.")
    index.add(prepare([one]), originals={"one": b"%PDF\0"})
    with index.view() as view:
        assert view.original("one") == b"%PDF\0"
        assert view.original("two") is None
    put(index, doc("one", "Somebody else wrote this."))
    with index.view() as view:
        assert view.original("one") is None


def test_of_several_documents_all_are_removed_or_none(index: Index) -> None:
    put(index, doc("one", "The museum opens."), doc("two", "Ships leave."))
    with pytest.raises(qa.DocumentNotFound):
        index.remove("one", "three")
    assert found(index, "museum") == ["one"]
    index.remove("one", "two")
    assert found(index, "museum") == []


def test_what_was_added_is_found(index: Index) -> None:
    put(index, doc("museum", "The museum opens at nine."), doc("harbour", "Ships leave the harbour."))
    assert found(index, "When does the museum open?") == ["museum", "harbour"]
    assert found(index, "harbour ships") == ["harbour"]
    assert found(index, "volcano") == []


def test_the_record_comes_back_whole(index: Index) -> None:
    document = qa.Document(
        id="ü/😀",
        text="Part\n\nThe first.\x00 Second \u202ereversed.",
        title="T",
        source="s",
        media_type="text/markdown",
        page_starts=(0, 6),
        headings=((0, 4),),
        heading_levels=(2,),
        notices=("Page 2 has no text.", "2 formulas have “no” values.\x00"),
        recognised=(2,),
    )
    put(index, document)
    with index.view() as view:
        assert view.document("ü/😀") == document
        assert view.info("ü/😀").notices == document.notices
        assert view.info("ü/😀").recognised == (2,)
        assert view.info("ü/😀").n_characters == len(document.text)
        (hit,) = view.search("second", 1)
        assert hit.passage == qa.split(document)[hit.passage.ordinal]
        assert view.with_sha256(document.sha256) == "ü/😀"
        assert view.with_sha256("0" * 64) is None


def test_leads_come_back_with_their_passage(index: Index) -> None:
    text = "Where can I park?\n\nBehind the hall.\n\n- A dog stays outside.\n"
    asked = qa.Document(id="asked", text=text, language="en")
    put(index, asked, replace(asked, id="heading", headings=((0, 17),)))
    with index.view() as view:
        for name in ("asked", "heading"):
            (hit,) = view.search("dog hall", 1, [name])
            assert hit.passage == qa.split(view.document(name))[hit.passage.ordinal]
            assert hit.passage.leads == ((0, 17), (0, 17))
            sentences = [hit.passage.cut(*place) for place in hit.passage.sentences]
            assert sentences == ["Behind the hall.", "A dog stays outside."]


def test_a_passage_is_found_by_what_its_document_is_called(index: Index) -> None:
    text = "It opens at nine. Dogs stay outside."
    put(
        index,
        qa.Document(id="a", text=text, title="Harbour rules", source="files/lease Okafor.txt"),
        qa.Document(id="b", text=text, title="museum.pdf", source="museum.pdf"),
        qa.Document(id="castle", text=text),
        qa.Document(id="d", text=text, source="https://example.org/pier.html"),
        qa.Document(id="e", text=text, title="Empty", source=f"{'long/' * 300}castle.txt"),
        qa.Document(id="f", text="", title="Harbour of nothing", source="harbour.txt"),
    )
    assert found(index, "When does the harbour open?") == ["a"] + [one for one in found(index, "open") if one != "a"]
    assert found(index, "harbour") == found(index, "lease of Okafor") == ["a"]
    assert found(index, "museum") == ["b"]
    assert found(index, "pier") == ["d"]
    assert found(index, "castle") == found(index, "txt") == found(index, "pdf") == []
    with index.view() as view:
        assert view.holds(["harbour", "castl", "txt"], "en") == [True, False, False]


def test_a_passage_is_found_by_the_headings_above_it(index: Index) -> None:
    text = "Boats\n\nFees\n\nFour euros a day.\n\nOpening\n\nFrom nine to five.\n\nDogs\n\nThey stay outside."
    starts = [text.index(f"{word}\n") for word in ("Boats", "Fees", "Opening", "Dogs")]
    headings = tuple((start, text.index("\n", start)) for start in starts)
    document = qa.Document(id="d", text=text, headings=headings, heading_levels=(1, 2, 2, 1), title="-", language="en")
    index.add(prepare([document, qa.Document(id="other", text="It rains all day.", title="-")], size=10))

    def texts(question: str) -> list[str]:
        with index.view() as view:
            return sorted(hit.passage.cut(*hit.passage.sentences[0]) for hit in view.search(question, 9))

    assert texts("boats") == ["Four euros a day.", "From nine to five."]
    assert texts("fees") == ["Four euros a day."]
    assert texts("dogs") == ["They stay outside."]
    with index.view() as view:
        assert {hit.passage.heading for hit in view.search("boats", 9)} == {"Boats › Fees", "Boats › Opening"}


def test_a_document_that_is_called_otherwise_is_found_by_its_new_name_alone(index: Index) -> None:
    document = doc("a", "It opens at nine. Dogs stay outside.")
    put(index, replace(document, title="Harbour"))
    put(index, replace(document, title="Museum"))
    assert found(index, "museum") == ["a"]
    assert found(index, "harbour") == []
    index.compact()
    assert (found(index, "museum"), found(index, "harbour")) == (["a"], [])


def test_the_same_id_replaces(index: Index) -> None:
    put(index, doc("a", "The museum opens. " * 200))
    put(index, doc("a", "A harbour."))
    assert found(index, "museum") == []
    assert found(index, "harbour") == ["a"]
    with index.view() as view:
        assert [info.n_passages for info in view.documents()] == [1]


def test_no_document_is_outdated_that_this_version_prepared(index: Index) -> None:
    put(index, doc("one", "The museum opens."), doc("empty", ""))
    assert index.outdated() == []


def test_the_boxes_of_a_place_are_those_of_its_words(index: Index) -> None:
    text = "The museum opens at\nnine. A ticket\ncosts 14 euros.\n" + "It closes at five.\n" * 200
    document = boxed("one", text, page_starts=(0, text.index("costs")))
    put(index, document, doc("two", "Ships leave."))
    start, end = text.index("A ticket"), text.index(" euros")
    marked = [
        {"page": 1, "left": 60.0, "top": 40.0, "right": 140.0, "bottom": 52.0},
        {"page": 2, "left": 0.0, "top": 20.0, "right": 80.0, "bottom": 32.0},
    ]
    with index.view() as view:
        assert view.document("one") == document
        assert view.boxes(qa.Span("one", start, end)) == marked
        assert len(view.boxes(qa.Span("one", 0, len(text)))) == 203
        assert view.boxes(qa.Span("one", 3, 4)) == view.boxes(qa.Span("two", 0, 12)) == []
        for hit in view.search("What does a ticket cost?", 5):
            assert hit.passage == qa.split(document)[hit.passage.ordinal]
            assert hit.passage.boxes == view.boxes(qa.Span("one", hit.passage.start, hit.passage.end)) != []
        with pytest.raises(qa.DocumentNotFound):
            view.boxes(qa.Span("three", 0, 1))
    put(index, replace(document, word_boxes=b""))
    with index.view() as view:
        assert view.boxes(qa.Span("one", start, end)) == []
        assert view.document("one").word_boxes == b""


def test_notices_are_listed_with_their_document_and_replaced_with_it(index: Index) -> None:
    one = doc("one", "The museum opens.")
    put(index, replace(one, notices=("Page 2 has no text.",)), doc("two", "Ships leave."))
    with index.view() as view:
        assert [info.notices for info in view.documents()] == [("Page 2 has no text.",), ()]
        assert [info.notices for info in view.listed("one").documents] == [("Page 2 has no text.",)]
    put(index, one)
    with index.view() as view:
        assert view.info("one").notices == view.document("one").notices == ()


def test_of_many_ids_those_that_are_there_are_known(index: Index) -> None:
    put(index, doc("a", "The museum."), doc("it's", "A harbour."), doc("b", ""))
    index.remove("a")
    with index.view() as view:
        known = view.sha256s(["it's", "a", "b", "nowhere", "\udc80"])
        assert known == {name: view.info(name).sha256 for name in ("it's", "b")}
        assert view.sha256s([]) == {}
        assert list(view.left_out) == []


def test_removed_is_gone_at_once(index: Index) -> None:
    put(index, doc("a", "The museum."), doc("b", "The museum shop."))
    assert found(index, "museum") == ["a", "b"]
    index.remove("a")
    assert found(index, "museum") == ["b"]
    with pytest.raises(qa.DocumentNotFound, match="'a'"):
        index.remove("a")


def test_ties_go_by_id_then_place(index: Index) -> None:
    put(index, *(doc(name, "The same words.") for name in ("c", "a", "b")))
    assert found(index, "same words") == ["a", "b", "c"]
    assert found(index, "same words", k=2) == ["a", "b"]


def test_only_the_documents_asked_for(index: Index) -> None:
    put(index, *(doc(name, "The same words.") for name in ("a", "b", "c")), doc("empty", ""))
    assert found(index, "same", documents=["c", "a", "empty"]) == ["a", "c"]
    assert found(index, "same", documents=[]) == []
    with pytest.raises(qa.DocumentNotFound, match="'nowhere'"):
        found(index, "same", documents=["a", "nowhere"])


def test_terms_are_weighed_by_rarity(index: Index) -> None:
    put(index, doc("a", "museum ticket"), doc("b", "museum"))
    with index.view() as view:
        common, rare, unknown = view.idf(["museum", "ticket", "volcano"])
        assert 0.0 < common < rare < unknown
        assert view.holds(["museum", "volcano"]) == [True, False]


def test_documents_are_counted_and_listed_some_at_a_time(index: Index) -> None:
    ids = ["a", "b", "ç", "it's", "😀"]
    put(index, *(doc(name, "The museum.") for name in ids), doc("empty", ""))
    index.remove("b")
    there = sorted([*ids, "empty"])
    there.remove("b")
    with index.view() as view:
        assert view.n_documents == len(there)
        assert [info.id for info in view.documents()] == there
        for after in ["", *there, "b", "zz", "\udc80"]:
            later = [name for name in there if name > after.replace("\udc80", "?")]
            for limit in (0, 1, 3, 100):
                assert [info.id for info in view.documents(after, limit)] == later[:limit]


def test_documents_are_listed_by_title_and_found_by_it(index: Index) -> None:
    named = [("a", "Note 10", "x.md"), ("b", "note 9", "notes/ärm.md"), ("c", "Tide", ""), ("d", "NOTE 9", "y")]
    put(index, *(qa.Document(id=name, text="", title=title, source=source) for name, title, source in named))
    index.remove("d")
    with index.view() as view:
        listings = [
            view.listed(),
            view.listed("note"),
            view.listed("ÄRM", 0, 1),
            view.listed("'%", 0, 1),
            view.listed("", 1, 1),
        ]
    found = [([info.id for info in each.documents], each.n_found) for each in listings]
    assert found == [(["b", "a", "c"], 3), (["b", "a"], 2), (["b"], 1), ([], 0), (["a"], 3)]


def test_an_empty_index_answers(index: Index) -> None:
    with index.view() as view:
        assert view.n_documents == view.n_passages == 0
        assert view.search("anything", 5) == []
        assert view.documents() == []
        with pytest.raises(qa.DocumentNotFound):
            view.document("a")


def test_a_failed_write_leaves_nothing(index: Index) -> None:
    put(index, doc("a", "The museum."))
    good, bad = doc("b", "A harbour."), doc("c", "A volcano.")
    (whole,) = prepare([bad])
    broken = replace(whole, places=[whole.places[0]._replace(sentences=None)])  # type: ignore[arg-type]  # cannot be stored
    with pytest.raises(qa.LibraryError, match="Nothing of this change was kept"):
        index.add([*prepare([good]), broken])
    with index.view() as view:
        assert [info.id for info in view.documents()] == ["a"]
    assert found(index, "harbour volcano") == []


@pytest.mark.parametrize("text", ["{}", "", "1.0", "007", "x\x00 “é” 😀"])
def test_a_setting_comes_back_letter_for_letter(index: Index, text: str) -> None:
    put(index, doc("a", "The museum."))
    index.set_setting("other", "kept")
    index.set_setting("generation", "before")
    index.set_setting("generation", text)
    assert setting(index, "generation") == text
    assert found(index, "museum") == ["a"]
    put(index, doc("b", "A harbour."))
    assert setting(index, "generation") == text
    index.set_setting("generation", None)
    index.set_setting("generation", None)
    assert setting(index, "generation") is None
    assert setting(index, "other") == "kept"


def kept_feedback(index: Index) -> list[qa.Feedback]:
    with index.view() as view:
        return view.feedback()


def say(name: str, time: str = "2026-11-24T09:30:00Z", question: str = "Why\x00 “é” 😀?") -> qa.Feedback:
    return qa.Feedback(id=name, question=question, verdict="not_here", given=time)


def test_feedback_is_kept_beside_the_documents_by_time_and_in_the_order_kept(index: Index) -> None:
    assert kept_feedback(index) == []
    with pytest.raises(qa.FeedbackNotFound, match="'a'"):
        index.remove_feedback("a")
    put(index, doc("a", "The museum."))
    index.put_feedback()
    index.put_feedback(say("b"), say("a"), say("Z"), say("z", "2020-01-01T00:00:00Z"))
    assert [each.id for each in kept_feedback(index)] == ["z", "b", "a", "Z"]
    index.put_feedback(say("b", question="Who?"))
    assert kept_feedback(index)[-1] == say("b", question="Who?")
    index.put_feedback(say("a"), say("b"), say("a", question="Whose?"))
    assert [each.id for each in kept_feedback(index)] == ["z", "Z", "b", "a"]
    assert kept_feedback(index)[-1] == say("a", question="Whose?")
    index.remove_feedback("Z")
    with pytest.raises(qa.FeedbackNotFound, match="'Z'"):
        index.remove_feedback("Z")
    index.remove("a")
    assert [each.id for each in kept_feedback(index)] == ["z", "b", "a"]
    index.remove_feedback("a")
    index.put_feedback(say("A"))
    assert [each.id for each in kept_feedback(index)] == ["z", "b", "A"]


def test_of_several_feedbacks_all_are_kept_or_none(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.index.embedded.store.beside.MAX_FEEDBACK", 2)
    index.put_feedback(say("a"))
    with pytest.raises(qa.InvalidOption, match="2 feedbacks at the most"):
        index.put_feedback(say("b"), say("c"))
    assert [each.id for each in kept_feedback(index)] == ["a"]
    put(index, doc("a", "The museum."))
    assert found(index, "museum") == ["a"]


def test_it_answers_as_the_estimator(index: Index) -> None:
    words = "the old museum Häuser книга 多少钱 of tickets".split()
    documents = [
        qa.Document(id=f"d{n}", text=" ".join(words[n % 5 :] * (n + 1)), language=LANGUAGES[n % 5]) for n in range(10)
    ]
    put_short(index, *documents)
    index.remove("d3")
    put_short(index, qa.Document(id="d4", text="Another old museum.", language="en"))
    left = {document.id: document for document in documents if document.id != "d3"}
    left["d4"] = qa.Document(id="d4", text="Another old museum.", language="en")
    answers_as_the_estimator(index, left)
    index.compact()
    answers_as_the_estimator(index, left)


def test_the_same_document_twice_in_one_addition_is_the_last_one(index: Index) -> None:
    put(index, doc("a", "The museum."), doc("b", "A harbour."), doc("a", "A volcano."))
    assert found(index, "museum volcano harbour") == ["a", "b"]
    assert found(index, "museum") == []


def test_threads_may_ask_while_one_writes(index: Index) -> None:
    put(index, *(doc(f"d{n}", "The museum opens at nine.") for n in range(5)))
    problems: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(40):
                with index.view() as view:
                    for hit in view.search("museum", 10):
                        document = view.document(hit.passage.document_id)
                        assert document.text[hit.passage.start : hit.passage.end] == hit.passage.text
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for n in range(20):
        put(index, doc(f"d{n % 5}", f"Version {n} of the museum. " * (n + 1)))
    for thread in threads:
        thread.join()
    assert problems == []


def test_terms_that_a_word_may_be_a_slip_of_are_told_with_passages_that_hold_them(index: Index) -> None:
    put(
        index,
        doc("c", "The library lends books. Its librarians mend them."),
        doc("a", "Two libraries were closed. Opening hours follow."),
        doc("b", "Liberty for all."),
        qa.Document(id="d", text="Die Bücherei öffnet um neun Uhr und die Ausstellung ist frei.", language="de"),
        qa.Document(id="e", text="Библиотека открывается в девять часов.", language="ru"),
    )
    index.remove("b")
    with index.view() as view:
        (near,) = view.find_near("libary", "en", 1)
        assert (near.term, near.distance, near.n_passages) == ("librari", 1, 2)
        assert [passage.document_id for passage in near.passages] == ["a", "c"]
        assert near.passages[0].text.startswith("Two libraries")
        (near,) = view.find_near("Opennig", "en", 1)
        assert (near.term, near.distance) == ("open", 2)
        assert [near.term for near in view.find_near("Austsellung", "de", 2)] == ["ausstell"]
        assert [near.term for near in view.find_near("библотека", "ru", 1)] == ["библиотек"]
        assert view.find_near("libary", "de", 1) == view.find_near("ausstelung", "en", 1) == []
        assert view.find_near("library", "en", 1) == view.find_near("x" * 5_000, "en", 2) == []
    index.remove("a")
    with index.view() as view:
        assert [[p.document_id for p in near.passages] for near in view.find_near("libary", "en", 2)] == [["c"]]


def test_an_empty_index_knows_no_term_near_a_word(index: Index) -> None:
    with index.view() as view:
        assert view.find_near("libary", "en", 2) == []
