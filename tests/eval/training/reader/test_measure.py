from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.training.reader.measure import cut_windows, measure
from eval.training.reader.samples.records import Example
from qa.reader import ReadSpan

LONG = "It rains. " * 90


def read(question: str, text: str, head: str) -> ReadSpan:
    """A reader that finds the word Ada, and is surer of short windows."""
    start = text.find("Ada")
    return ReadSpan(max(start, 0), start + 3, 2.0 if start >= 0 else -2.0, 0.0)


def test_it_counts_what_is_told_apart_and_the_words_found() -> None:
    examples = [
        Example("Who?", f"{LONG}It was Ada Byron.", ((907, 916),), "", "a"),
        Example("Who?", LONG, (), "", "a"),
        Example("Who?", "Ada was not there.", (), "", "b"),
        Example("Who?", "It was Ada.", ((7, 10),), "", "b"),
    ]
    figures = measure(read, examples)
    assert (figures.n, figures.auroc) == (4, 0.75)
    assert figures.auroc_by_set == {"a": 1.0, "b": 0.5}
    assert figures.f1 == round((2 / 3 + 1) / 2, 4)


@given(st.lists(st.sampled_from(["It rains. ", "No. ", "So it was, and it went on and on. "]), max_size=80))
def test_windows_cover_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    windows = [*cut_windows(text, 100)]
    covered = {at for start, end in windows for at in range(start, end)}
    assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
    assert windows == sorted(windows)
    assert all(end - start <= 100 for start, end in windows)
