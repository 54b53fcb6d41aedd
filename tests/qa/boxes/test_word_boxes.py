"""Places of words come back from few bytes, whole or in parts, and a part of a text has the boxes of its own words."""

from __future__ import annotations

import random
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.arrays import encode_numbers
from qa.boxes.box import DOWN, LEFT, RIGHT, UP
from qa.boxes.word_boxes import PlacedWord, WordBoxes, join, part


@st.composite
def placed(draw: st.DrawFn) -> tuple[list[PlacedWord], int]:
    """Words on pages and how long their text is: lines of all directions, words that touch or stand apart."""
    chance = draw(st.randoms(use_true_random=False))
    words, at, page = [], draw(st.integers(0, 3)), 1
    for line in range(draw(st.integers(0, 6))):
        page += chance.choice([0, 0, 1])
        direction = chance.choice([RIGHT, RIGHT, DOWN, LEFT, UP])
        along, across = chance.choice([72.0, -3.5, 400.0]), chance.choice([100.0, 112.0, 5.0])
        for _ in range(chance.randint(1, 5)):
            at += chance.choice([0, 1, 1, 3])
            length, width = chance.randint(1, 8), chance.choice([0.0, 5.5, 31.26])
            box = (along, across, along + width, across + 11.0)
            if direction in {DOWN, UP}:
                box = (across, along, across + 11.0, along + width)
            words.append(PlacedWord(at, at + length, line, page, direction, *box))
            at += length
            along += width + chance.choice([0.0, 0.0, 3.0, -1.0])
    return words, at + draw(st.integers(0, 3))


@given(placed(), st.data())
def test_words_come_back_whole_and_in_parts(given_: tuple[list[PlacedWord], int], data: st.DataObject) -> None:
    words, n_characters = given_
    whole = WordBoxes.of_words(words)
    packed = whole.pack()
    back = WordBoxes.unpack(packed, n_characters)
    assert [array.tolist() for array in (back.lines, back.firsts, back.words)] == [
        array.tolist() for array in (whole.lines, whole.firsts, whole.words)
    ]
    assert back.boxes() == whole.boxes()
    edges = sorted(data.draw(st.sets(st.integers(0, n_characters), max_size=4)) | {n_characters})
    parts = part(packed, n_characters, edges)
    assert len(parts) == len(edges)
    assert join(zip([0, *edges], parts, strict=False), n_characters) == packed


@given(placed(), st.data())
def test_a_part_has_its_own_words(given_: tuple[list[PlacedWord], int], data: st.DataObject) -> None:
    words, n_characters = given_
    start, end = sorted(data.draw(st.tuples(st.integers(0, n_characters), st.integers(0, n_characters))))
    boxes = WordBoxes.of_words(words).cut(start, end).boxes()
    inside = [word for word in words if start <= word.start and word.end <= end]
    inside = [word for word in inside if word.left < word.right and word.top < word.bottom]
    for word in inside:
        assert any(
            box["page"] == word.page
            and box["left"] <= word.left + 0.2
            and word.right <= box["right"]
            and box["bottom"] - box["top"] > 0
            for box in boxes
        )
    seen = [word for word in words if word.left < word.right and word.top < word.bottom]
    assert bool(boxes) <= (start < end and any(word.start < end and start < word.end for word in seen))


def row(text: str, top: float, line: int, *, at: int = 0, page: int = 1, height: float = 12.0) -> list[PlacedWord]:
    """Return the words of a line of which each character is 10 points wide, from the left."""
    words, place = [], 0
    for word in text.split(" "):
        end = place + len(word)
        words.append(PlacedWord(at + place, at + end, line, page, RIGHT, 10.0 * place, top, 10.0 * end, top + height))
        place = end + 1
    return words


TEXT = "The museum opens at nine. Tickets cost 14 euros."
LINES = [
    *row("The museum opens", 100.0, 0),
    *row("at nine. Tickets", 114.0, 1, at=17),
    *row("cost 14 euros.", 128.0, 2, at=34),
]


def test_a_quote_has_a_box_a_line_cut_to_its_words() -> None:
    boxes = WordBoxes.of_words(LINES).cut(0, TEXT.index(" Tickets")).boxes()
    assert boxes == [
        {"page": 1, "left": 0.0, "top": 100.0, "right": 160.0, "bottom": 112.0},
        {"page": 1, "left": 0.0, "top": 114.0, "right": 80.0, "bottom": 126.0},
    ]
    assert WordBoxes.of_words(LINES).cut(TEXT.index("Tickets"), len(TEXT)).boxes() == [
        {"page": 1, "left": 90.0, "top": 114.0, "right": 160.0, "bottom": 126.0},
        {"page": 1, "left": 0.0, "top": 128.0, "right": 140.0, "bottom": 140.0},
    ]


def test_a_word_that_reaches_over_the_edge_of_a_quote_is_cut_as_if_its_characters_were_all_as_wide() -> None:
    for direction, box, half in (
        (RIGHT, (0.0, 5.0, 80.0, 15.0), (40.0, 5.0, 80.0, 15.0)),
        (LEFT, (0.0, 5.0, 80.0, 15.0), (0.0, 5.0, 40.0, 15.0)),
        (DOWN, (5.0, 0.0, 15.0, 80.0), (5.0, 40.0, 15.0, 80.0)),
        (UP, (5.0, 0.0, 15.0, 80.0), (5.0, 0.0, 15.0, 40.0)),
    ):
        words = WordBoxes.of_words([PlacedWord(3, 11, 0, 2, direction, *box)])
        left, top, right, bottom = half
        assert words.cut(7, 20).boxes() == [{"page": 2, "left": left, "top": top, "right": right, "bottom": bottom}]


def test_pieces_of_a_line_in_several_fonts_are_one_box_and_what_is_much_higher_is_another() -> None:
    words = [*row("The", 100.0, 0), *row("cat", 101.0, 1, at=4, height=10.0), *row("sat", 80.0, 2, at=8, height=40.0)]
    boxes = WordBoxes.of_words(words).boxes()
    assert [(box["top"], box["bottom"]) for box in boxes] == [(100.0, 112.0), (80.0, 120.0)]


def test_a_cell_that_stands_between_two_rows_is_a_box_of_its_own() -> None:
    words = [*row("Six", 107.0, 0), *row("a b c", 100.0, 1, at=4)]
    assert [(box["top"], box["bottom"]) for box in WordBoxes.of_words(words).boxes()] == [
        (107.0, 119.0),
        (100.0, 112.0),
    ]


def test_lines_that_reach_into_one_another_are_parted() -> None:
    boxes = WordBoxes.of_words([*row("The cat", 100.0, 0), *row("sat on", 110.0, 1, at=8)]).boxes()
    assert boxes[0]["bottom"] == boxes[1]["top"] == 111.5


def test_a_page_of_words_takes_few_bytes() -> None:
    chance = random.Random(1)  # noqa: S311
    words, at = [], 0
    for line in range(45):
        along = 72.0
        for _ in range(11):
            length = chance.randint(1, 9)
            words.append(
                PlacedWord(
                    at, at + length, line, 1, RIGHT, along, 72.0 + 14 * line, along + 5.1 * length, 84.0 + 14 * line
                )
            )
            at += length + 1
            along += 5.1 * length + 2.8
    packed = WordBoxes.of_words(words).pack()
    assert len(packed) < 6 * len(words)
    assert len(zlib.compress(packed)) < 3 * len(words)


def test_without_words_there_are_no_bytes_and_no_boxes() -> None:
    assert WordBoxes.of_words([]).pack() == b""
    assert WordBoxes.unpack(b"", 5).boxes() == []
    assert part(b"", 5, [2, 5]) == [b"", b""]
    assert join([(0, b""), (2, b"")], 5) == b""
    assert WordBoxes.of_words(LINES).cut(5, 5).boxes() == []


def test_places_that_are_no_numbers_or_far_away_are_kept_within_bounds() -> None:
    words = [PlacedWord(0, 3, 0, 1, RIGHT, float("nan"), -1e12, 1e12, float("inf"))]
    boxes = WordBoxes.of_words(words)
    assert WordBoxes.unpack(boxes.pack(), 3).boxes() == boxes.boxes()
    with pytest.raises(ValueError, match="out of order"):
        WordBoxes.of_words([*words, *words])


PACKED = WordBoxes.of_words(LINES).pack()


@given(st.binary(max_size=60) | st.tuples(st.integers(0, len(PACKED) - 1), st.integers(0, 255)), st.integers(0, 60))
def test_bytes_that_are_no_boxes_are_refused(change: bytes | tuple[int, int], n_characters: int) -> None:
    data = change if isinstance(change, bytes) else PACKED[: change[0]] + bytes([change[1]]) + PACKED[change[0] + 1 :]
    try:
        words = WordBoxes.unpack(data, n_characters)
    except ValueError:
        return
    assert all(0 <= start < end <= n_characters for start, end, _, _ in words.words.tolist())
    assert len(words.boxes()) <= len(words.words)
    assert WordBoxes.unpack(words.pack(), n_characters).words.tolist() == words.words.tolist()


@pytest.mark.parametrize(
    "numbers",
    [
        [1],
        [0, 0],
        [1 << 34, 1 << 34],
        [1, 1, 2, 0, 0, 0, 2, 0, 0, 0, 0],  # more words in the line than there are
        [1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0],  # page 0
        [1, 1, 2, 4, 0, 0, 1, 0, 0, 0, 0],  # a fifth direction
        [1, 1, 2, 0, 0, 0, 1, 5, 0, 0, 0],  # behind the text
        [1, 1, 2, 0, 1 << 34, 0, 1, 0, 0, 0, 0],  # far above the page
    ],
)
def test_numbers_that_cannot_be_are_refused(numbers: list[int]) -> None:
    with pytest.raises(ValueError, match="boxes of words"):
        WordBoxes.unpack(encode_numbers(np.array(numbers, dtype=np.int64))[0].tobytes(), 5)


def test_parts_that_lie_on_one_another_are_refused() -> None:
    with pytest.raises(ValueError, match="lie on one another"):
        join([(0, PACKED), (1, PACKED)], 2 * len(TEXT))
