"""What words of a rich text file change, and the charsets that numbers stand for."""

from __future__ import annotations

import codecs

import pytest

from qa.formats.office.rtf.state import Font, State, Tables, change_state, charset_of


@pytest.mark.parametrize(
    ("word", "number", "changed"),
    [
        ("super", 1, State(raised=1)),
        ("super", 0, State()),
        ("dn", 6, State(raised=-1)),
        ("v", 1, State(left_out="hidden")),
        ("strike", 0, State()),
        ("uc", 99, State(n_fallbacks=16)),
        ("uc", -2, State(n_fallbacks=0)),
        ("intbl", 1, State(in_table=True)),
        ("s", 4, State(style=4)),
        ("nothing", 1, State()),
    ],
)
def test_words_change_what_holds(word: str, number: int, changed: State) -> None:
    assert change_state(State(), word, number) == changed


def test_plain_and_pard_take_back_what_is_theirs() -> None:
    state = State(raised=1, left_out="struck", in_table=True, style=2, level=0)
    assert change_state(state, "plain", 1) == State(in_table=True, style=2, level=0)
    assert change_state(state, "pard", 1) == State(raised=1, left_out="struck")


def test_every_charset_is_one_that_can_be_read() -> None:
    for number in range(300):
        if charset := charset_of(number, is_page=False):
            codecs.lookup(charset)
    for number in range(70_000):
        if charset := charset_of(number, is_page=True):
            codecs.lookup(charset)


def test_fonts_and_styles_are_described_and_named() -> None:
    tables = Tables()
    state = tables.describe(State(target="fonts"), "f", 5)
    tables.describe(state, "fcharset", 161)
    tables.name_font(5, "Ari")
    tables.name_font(5, "al;")
    state = tables.describe(State(target="styles"), "s", 2)
    tables.describe(state, "outlinelevel", 1)
    tables.name_style(state.style, "heading")
    tables.name_style(state.style, " 2;")
    assert tables.fonts == {5: Font("cp1253", "Arial")}
    assert tables.styles[2] == ("heading 2", 1)
