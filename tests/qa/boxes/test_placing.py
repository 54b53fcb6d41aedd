"""The words of a line are found in the text that was written of it, in whatever way that differs from them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from qa.boxes.box import DOWN, LEFT, RIGHT, UP, Box
from qa.boxes.frame import Frame
from qa.boxes.placing import WrittenLine, place_words

PAGE = (0.0, 0.0, 600.0, 800.0)
FRAME = Frame.of_page(PAGE, 0)


@dataclass(frozen=True, slots=True)
class Seen:
    text: str
    left: float
    right: float
    bottom: float = 690.0
    top: float = 700.0
    turn: int = 0
    reach: tuple[float, float] | None = None


def seen(*words: str) -> list[Seen]:
    """Return words beside one another, each character ten points wide."""
    made, left = [], 0.0
    for word in words:
        made.append(Seen(word, left, left + 10 * len(word)))
        left = made[-1].right + 5
    return made


def pieces(text: str, *words: str) -> list[str]:
    """Return the pieces of a text that have a box, each with the left edge of it."""
    boxes = place_words(text, [WrittenLine(0, len(text), 1, FRAME, seen(*words))])
    return [f"{text[start:end]} {near // 10}" for start, end, near, _ in boxes.words.tolist()]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The tide rises.", ("The", "tide", "rises."), ["The 0", "tide 35", "rises. 80"]),
        ("The office opens.", ("The", "o\ufb03ce", "opens."), ["The 0", "office 35", "opens. 80"]),  # a ligature
        ("of 10⁵ men", ("of", "105", "men"), ["of 0", "10⁵ 25", "men 60"]),
        ("Contents\t12", ("Contents", ".", ".", ".", "12"), ["Contents 0", "12 130"]),
        ("a b c", ("x", "y", "c"), ["a 0", "b 15", "c 30"]),
        ("ab c", ("x", "y", "c"), ["ab 0", "c 30"]),  # two words that became one
        ("日本語の本", ("日本", "語の本"), ["日本 0", "語の本 25"]),
        ("2020年から", ("2020年から",), ["2020 0", "年から 29"]),  # of digits half as wide, but for a little
        ("tide", ("low", "tide"), ["tide 35"]),
        ("tide", ("tides",), ["tide 0"]),
        ("", ("tide",), []),
        ("tide", (), []),
        ("a tidemark at a tide", ("tide",), ["tide 0"]),  # in no other word
    ],
)
def test_words_are_found_as_they_were_written(text: str, words: tuple[str, ...], found: list[str]) -> None:
    assert pieces(text, *words) == found


def box_of(words: list[Seen], frame: Frame = FRAME, text: str = "") -> tuple[list[Box], int]:
    text = text or " ".join(word.text for word in words)
    boxes = place_words(text, [WrittenLine(0, len(text), 3, frame, words)])
    return boxes.boxes(), int(boxes.lines[0, 1])


def test_a_line_runs_as_it_is_seen() -> None:
    assert box_of(seen("low", "tide")) == (
        [{"page": 3, "left": 0.0, "top": 100.0, "right": 75.0, "bottom": 110.0}],
        RIGHT,
    )
    for rotation, direction in ((1, DOWN), (2, LEFT), (3, UP)):
        assert box_of(seen("low", "tide"), Frame.of_page(PAGE, rotation))[1] == direction
    assert box_of(seen("المد", "منخفض"))[1] == LEFT
    assert box_of([Seen("low", 0.0, 10.0, 650.0, 680.0, turn=1)])[1] == UP
    column = [Seen(each, 50.0, 60.0, 690.0 - 10 * n, 700.0 - 10 * n) for n, each in enumerate("日本語")]
    assert box_of(column, text="日本語")[1] == DOWN


def test_a_letter_that_begins_a_chapter_makes_its_line_no_higher() -> None:
    words = [Seen("T", 0.0, 30.0, 660.0, 700.0), *seen("he", "tide", "rises")]
    boxes, _ = box_of(words, text="The tide rises")
    assert [(box["top"], box["bottom"]) for box in boxes] == [(100.0, 140.0), (100.0, 110.0)]
