from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.reader import cut_windows

TEXT = (
    "How long is the bridge?\nIt is 340 metres long. It was built in 1911. Anna Kolb drew it. It is closed on Mondays."
)


def split(text: str) -> qa.Passage:
    (passage,) = qa.split(qa.Document(text=text))
    return passage


def test_a_window_grows_around_the_best_sentence() -> None:
    passage = split(TEXT)
    (whole,) = cut_windows(passage, passage.sentences)
    assert whole.text == TEXT
    assert [whole.text[slice(*place)] for place in whole.sentences] == [
        passage.cut(*place) for place in passage.sentences
    ]
    best = passage.sentences[1]
    first, second = cut_windows(passage, [best, passage.sentences[3], passage.sentences[2]], 50)
    assert first.text == " It was built in 1911. Anna Kolb drew it."
    assert second.text == " Anna Kolb drew it. It is closed on Mondays."


def test_what_leads_to_the_first_sentence_is_in_its_window() -> None:
    passage = split(TEXT)
    (window,) = cut_windows(passage, passage.sentences[:1], 10)
    assert window.text == "How long is the bridge?\nIt is 340 metres long."


PARTS = ["It rains. ", "Who? ", "So it was, and it went on. ", "Rent: 5\n"]


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=30),
    st.integers(1, 200),
    st.randoms(),
)
def test_every_sentence_that_is_wanted_is_in_a_window(parts: list[str], size: int, random) -> None:
    for passage in qa.split(qa.Document(text="".join(parts), language="en")):
        wanted = random.sample(passage.sentences, min(len(passage.sentences), 4))
        windows = cut_windows(passage, wanted, size)
        held = {(window.start + a, window.start + b) for window in windows for a, b in window.sentences}
        assert held >= {*wanted}
        assert all(len(window.text) <= size or len(window.sentences) == 1 for window in windows)
        assert all(passage.start <= window.start < window.end <= passage.end for window in windows)


def test_without_a_sentence_there_is_no_window() -> None:
    assert cut_windows(split(TEXT), [(0, 3)]) == []
