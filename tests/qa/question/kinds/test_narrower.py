"""A price and a time of day, asked for and offered, in several languages."""

from __future__ import annotations

import pytest

from qa.question.kinds.narrower import NARROWER, Narrower
from qa.question.question import Question


@pytest.mark.parametrize(
    ("question", "language", "narrower"),
    [
        ("How much is breakfast?", "en", "price"),
        ("how much does a locker cost", "en", "price"),
        ("How much?", "en", "price"),
        ("What is the deposit?", "en", "price"),
        ("How much flour do I need?", "en", None),
        ("How many lockers are there?", "en", None),
        ("Who pays the rent?", "en", None),
        ("What are the opening hours?", "en", "time"),
        ("What time does it start?", "en", "time"),
        ("When was it built?", "en", None),
        ("Was kostet der Eintritt?", "de", "price"),
        ("Wie hoch ist die Kaution?", "de", "price"),
        ("Um wie viel Uhr beginnt es?", "de", "time"),
        ("Combien coûte un billet ?", "fr", "price"),
        ("¿Cuánto cuesta la entrada?", "es", "price"),
        ("Quanto costa il biglietto?", "it", "price"),
        ("Ile kosztuje bilet?", "pl", "price"),
        ("", "en", None),
    ],
)
def test_what_is_asked_for_more_narrowly(question: str, language: str, narrower: Narrower | None) -> None:
    assert Question(question, language=language).narrower == narrower


@pytest.mark.parametrize(
    ("narrower", "text", "offered"),
    [
        ("price", "Breakfast costs 14 euros.", "14 euros"),
        ("price", "Total EUR 1,070.50", "EUR 1,070.50"),
        ("price", "Eintritt: 7,50 €", "7,50 €"),
        ("price", "Kaffee 3,– pro Tasse", "3,–"),
        ("price", "Membership is £1 200 a year.", "£1 200"),
        ("price", "Coffee is free.", "free"),
        ("price", "Der Eintritt ist kostenlos.", "kostenlos"),
        ("price", "大人 1500円", "1500円"),
        ("price", "Breakfast is served from 7 to 10.", None),
        ("price", "Feel free", "free"),
        ("time", "Tuesday to Friday: 10 a.m. – 5 p.m.", "10 a.m"),
        ("time", "Di–Fr 10–17 Uhr", "10–17"),
        ("time", "from 7 to 10", "7 to 10"),
        ("time", "Monday: closed", None),
        ("time", "It was built in 1931.", None),
    ],
)
def test_what_offers_it(narrower: Narrower, text: str, offered: str | None) -> None:
    match = NARROWER[narrower].search(text)
    assert (match.group() if match else None) == offered


@pytest.mark.parametrize("narrower", NARROWER)
@pytest.mark.parametrize("text", ["1 " * 20_000, "1." * 20_000, "€ " * 20_000, "1,–" * 10_000, "12:" * 20_000])
def test_hostile_text_is_gone_through_once(narrower: Narrower, text: str) -> None:
    assert all(match.end() > match.start() for match in NARROWER[narrower].finditer(text))
