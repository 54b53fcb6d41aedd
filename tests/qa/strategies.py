"""Hypothesis strategies: texts of every kind of Unicode, documents, and questions about them."""

from __future__ import annotations

from hypothesis import strategies as st

import qa

WORDS = (
    "the museum opens at nine Dr. J. R. Smith U.S. 1,400 3.5 €14 people displaced ceasefire Israel’s Beirut e.g. etc. "
    "21-day naïve Ἀθῆναι Москва إسرائيل القاهرة 東京 タワー 한국어 हिन्दी ไทย 😀 👩‍👩‍👧 e\u0301 ﬁne ½ x² COVID-19 "
    "a.m. said 41,300⁴ 10⁵ 10⁻⁷ m² H₂O nᵃ time.¹ way.[2] day.3"
).split()
SPACES = (" ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2003", "\u2028", "\u3000", "\x85", "\x0c", "")
MARKS = (".", ".", "!", "?", "…", "。", "؟", "।", ",", ";", ":", ".”", '."', "?)", " - ", "\n- ", "\n1. ", "“", "(", "")
ODD = "\x00\x01\x1f\x7f\u00ad\u200b\u200d\u202e\u2066\ufeff\ufffd\ufffe\U0001f3f3\U000e0041\u0301"

_piece = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(SPACES), st.sampled_from(MARKS), st.sampled_from(ODD), st.text(max_size=4)
)
texts = st.lists(_piece, max_size=80).map("".join)


@st.composite
def documents(draw: st.DrawFn, *, least: int = 1, most: int = 4) -> list[qa.Document]:
    """Documents with different ids, some with pages."""
    found = []
    for n, text in enumerate(draw(st.lists(texts, min_size=least, max_size=most))):
        starts = draw(st.lists(st.integers(0, len(text)), max_size=3)) if draw(st.booleans()) else []
        page_starts = tuple(sorted({0, *starts})) if starts else ()
        found.append(qa.Document(id=f"d{n}", text=text, title=draw(st.sampled_from(WORDS)), page_starts=page_starts))
    return found


@st.composite
def questions(draw: st.DrawFn) -> str:
    """Questions made of words that documents may hold, and of anything."""
    words = draw(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=8))
    return " ".join([draw(st.sampled_from(["", "What", "Who", "When", "How many"])), *words])
