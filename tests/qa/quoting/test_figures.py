"""The figures of a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.quoting.figures import StatedFigure, are_compatible, find_figures
from tests.qa.strategies import texts


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("en", "It cost €14.", "amount", (14.0,)),
        ("en", "1.2 million people came.", "amount", (1_200_000.0,)),
        ("en", "Twelve came.", "amount", (12.0,)),
        ("en", "It was -5 degrees.", "amount", (-5.0,)),
        ("en", "On 5 March 1931", "date", (1931, 3, 5)),
        ("en", "Sept. 7th, 1931", "date", (1931, 9, 7)),
        ("en", "at 9:30 p.m.", "time", (21 * 60 + 30,)),
        ("de", "am 5. März 1931", "date", (1931, 3, 5)),
        ("de", "im Jänner 1931", "date", (1931, 1, 0)),
        ("fr", "le 1er août 1931", "date", (1931, 8, 1)),
        ("fr", "en Décembre", "date", (0, 12, 0)),
        ("es", "el 3 de setiembre de 1931", "date", (1931, 9, 3)),
        ("ru", "в 1931 году", "date", (1931, 0, 0)),
        ("de", "für 1.200,50 Euro", "amount", (1200.5,)),
        ("de", "nur 12,50 €", "amount", (12.5,)),
        ("fr", "1 200,50 euros", "amount", (1200.5,)),
        ("en", "for 1,200.50 dollars", "amount", (1200.5,)),
        ("fr", "dès 9h30", "time", (9 * 60 + 30,)),
        ("en", "it was 1900 EUR", "amount", (1900.0,)),
        ("de", "pro Monat 40", "amount", (40.0,)),
    ],
)
def test_a_figure_has_a_kind_and_a_value(language: str, text: str, kind: str, value: tuple[float, ...]) -> None:
    (figure,), _ = find_figures(text, language)
    assert (figure.kind, figure.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The fee is EUR 40.", "€"),
        ("The fee is 40 EUR.", "€"),
        ("The fee is €40.", "€"),
        ("The fee is 40 euros.", "€"),
        ("The Fee is CHF 40.", "CHF"),
        ("The fee is USD 40.", "$"),
        ("The fee is 40 zł.", "PLN"),
        ("The fee is 40%.", "%"),
        ("The fee is 40.", ""),
        ("They try 40 things.", ""),
    ],
)
def test_a_currency_is_a_sign_however_it_is_written(text: str, sign: str) -> None:
    (figure,), _ = find_figures(text)
    assert (figure.kind, figure.sign, figure.value) == ("amount", sign, (40.0,))


def test_a_name_with_a_number_is_no_figure() -> None:
    assert find_figures("Room 12 is open.") == ([], ["Room ", "12", " is open."])


@given(texts, st.sampled_from(["en", "de", "fr", "es", "zh"]))
def test_what_is_around_the_figures_is_kept_in_order(text: str, language: str) -> None:
    figures, rest = find_figures(text, language)
    assert len(rest) > len(figures)
    at = 0
    for piece in rest:
        at = text.index(piece, at) + len(piece)


def figure(text: str) -> StatedFigure:
    (only,), _ = find_figures(text)
    return only


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ("about 1,400", "1,432", True),
        ("1.4 million", "1,423,000", True),
        ("1,431", "1,432", False),
        ("March 1931", "5 March 1931", True),
        ("March 1931", "April 1931", False),
        ("9:30", "9:30 p.m.", True),
        ("9:30 a.m.", "9:30 p.m.", False),
    ],
)
def test_figures_that_may_stand_for_the_same(one: Any, other: Any, compatible: bool) -> None:
    assert are_compatible(figure(one), figure(other)) is compatible
    assert are_compatible(figure(other), figure(one)) is compatible
