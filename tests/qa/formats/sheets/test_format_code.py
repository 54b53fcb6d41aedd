"""Number formats, taken apart."""

from __future__ import annotations

import pytest

from qa.formats.sheets.format_code import Section, parse_format


def kinds(code: str) -> list[str]:
    return [kind for kind, _ in parse_format(code)[0].tokens]


def test_sections_are_parted_outside_of_quotes() -> None:
    sections = parse_format('0;"a;b"0;\\;;@')
    assert [section.tokens for section in sections] == [
        (("digit", "0"),),
        (("literal", "a;b"), ("digit", "0")),
        (("literal", ";"),),
        (("text", "@"),),
    ]
    assert [section.tokens for section in parse_format(";;;")] == [(), (), (), ()]
    assert parse_format("") == (Section(),)


def test_conditions_languages_and_symbols_are_known() -> None:
    high, other = parse_format("[Red][>=1,5]0;[$€-407]0")
    assert (high.condition, other.condition) == ((">=", 1.5), None)
    assert (other.language, other.tokens[0]) == (0x407, ("literal", "€"))
    assert parse_format("[$-F800]dddd")[0].language == 0xF800


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("h:mm", ["hour", "literal", "minute"]),
        ("mm:ss.00", ["minute", "literal", "second", "fraction"]),
        ("[mm]:ss", ["elapsed", "literal", "second"]),
        ("[h]:mm", ["elapsed", "literal", "minute"]),
        ("d/m/yy", ["day", "literal", "month", "literal", "year"]),
        ("h AM/PM", ["hour", "literal", "half"]),
        ("0.0E+0", ["digit", "point", "digit", "exponent", "digit"]),
        ('0.0_)* "x"', ["digit", "point", "digit", "literal"]),
    ],
)
def test_minutes_are_told_from_months_and_places_from_letters(code: str, parts: list[str]) -> None:
    assert kinds(code) == parts


@pytest.mark.parametrize(
    "code",
    ["TT.MM.JJJJ", "jj/mm/aaaa", "dd-mm-jjjj", "дд.мм.гггг", "gg.aa.yyyy", "pp.kk.vvvv", "dd/mm/aaaa", "DD/MM/YYYY"],
)
def test_dates_may_be_written_in_the_letters_of_other_languages(code: str) -> None:
    assert kinds(code) == ["day", "literal", "month", "literal", "year"]


def test_what_is_too_long_is_cut() -> None:
    assert len(parse_format("0" * 10_000)[0].tokens) == 40
