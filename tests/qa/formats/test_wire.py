"""What a worker says of a file comes back as it was; anything else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.boxes.box import RIGHT
from qa.boxes.word_boxes import PlacedWord, WordBoxes
from qa.formats.wire import pack, pack_error, unpack
from qa.formats.writing.content import Content
from tests.qa.strategies import texts

CONTENT = (
    '{"media_type": "text/plain", "text": "x", "title": "", "source": "", "language": "", "notices": [], '
    '"scanned": [], "word_boxes": "", "heading_levels": []'
)
notices = st.lists(texts.map(lambda text: text[:500]), max_size=3).map(tuple)
spans = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3).map(tuple)


@given(
    st.builds(
        *(Content, texts, texts, texts, spans, texts, st.lists(st.integers(0, 9), max_size=3).map(tuple), notices),
        heading_levels=st.lists(st.integers(1, 9), max_size=3).map(tuple),
    )
)
def test_a_content_comes_back_as_it_was(content: Content) -> None:
    assert unpack(pack("text/plain", content)) == ("text/plain", content)


@pytest.mark.parametrize("kind", [qa.EmptyDocument, qa.FileTooLarge, qa.PasswordNeeded])
def test_an_error_comes_back_as_itself(kind: type[qa.ReadError]) -> None:
    with pytest.raises(kind, match=r"'a' is none\."):
        unpack(pack_error(kind("'a' is none.")))


def test_the_boxes_of_words_come_back() -> None:
    boxes = WordBoxes.of_words([PlacedWord(0, 3, 0, 1, RIGHT, 72.0, 90.0, 110.0, 102.0)]).pack()
    assert unpack(pack("application/pdf", Content("The tide.", word_boxes=boxes)))[1].word_boxes == boxes
    with pytest.raises(ValueError, match="boxes of words"):
        unpack(pack("application/pdf", Content("Th", word_boxes=boxes)))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"[" * 1_000_000,
        b"\xff",
        b"{}",
        b'{"error": "KeyError", "message": "x"}',
        b'{"error": "InvalidSpan", "message": "x"}',
        b'{"error": ["ReadError"]}',
        f"{CONTENT}}}".encode(),
        f'{CONTENT}, "headings": [[0, 1]], "page_starts": ["0"]}}'.encode(),
        f'{CONTENT}, "headings": [[0]], "page_starts": []}}'.encode(),
        f'{CONTENT}, "headings": [[0, true]], "page_starts": []}}'.encode(),
        f'{CONTENT}, "headings": 1, "page_starts": []}}'.encode(),
        f'{CONTENT}, "headings": [], "page_starts": []}}'.replace('"x"', "1").encode(),
        f'{CONTENT}, "headings": [], "page_starts": [], "word_boxes": "*"}}'.encode(),
        f'{CONTENT}, "headings": [], "page_starts": [], "word_boxes": 1}}'.encode(),
        f'{CONTENT}, "headings": [], "page_starts": [], "heading_levels": ["1"]}}'.encode(),
        f'{CONTENT}, "headings": [], "page_starts": [], "heading_levels": 1}}'.encode(),
        f'{CONTENT}, "headings": [], "page_starts": [], "word_boxes": "//8="}}'.encode(),
    ],
    ids=lambda answer: answer[-20:].decode("latin-1"),
)
def test_an_answer_of_another_shape_is_none(answer: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        unpack(answer)


def test_an_answer_of_the_right_shape_is_a_content() -> None:
    answer = f'{CONTENT}, "headings": [[0, 1]], "page_starts": [0]}}'.encode()
    assert unpack(answer)[1] == Content("x", headings=((0, 1),), page_starts=(0,))


def test_notices_are_bounded_and_the_rest_is_counted() -> None:
    notices = tuple(f"Page {number} has no text." for number in range(60))
    kept = unpack(pack("text/plain", Content("x", notices=notices)))[1].notices
    assert kept[:49] == notices[:49]
    assert kept[49:] == ("11 more notices were left out.",)


def test_a_message_is_not_taken_at_any_length() -> None:
    with pytest.raises(qa.FileDamaged) as error:
        unpack(pack_error(qa.FileDamaged("x" * 10_000)))
    assert len(str(error.value)) == 2_000
