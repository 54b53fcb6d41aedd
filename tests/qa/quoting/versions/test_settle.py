"""Which version of a document answers, and what is said of the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from tests.qa.strategies import documents, questions

GARDEN = "The allotment garden has forty plots and two wells. Water is turned on in April."


def ask(question: str, *files: tuple[str, str], title: str = "", most: int = 3) -> qa.Answer:
    """Return the answer to a question of files, given as name and text, that have one title or none."""
    library = qa.Library()
    library.add(*(qa.Document(text=text, source=f"files/{name}", title=title) for name, text in files))
    return library.ask(question, min_confidence=0.0, max_quotes=most)


def check(answer: qa.Answer, newer: str, older: str = "") -> None:
    """Check that the newer sentence is first, and that the older one is shown as disagreeing where one is given."""
    best, *others = answer.quotes
    assert best.best
    assert best.text == newer
    against = {quote.text for quote in others if quote.number in best.disagrees_with}
    assert against == ({older} if older else set())
    for quote in others:
        assert (best.number in quote.disagrees_with) == (quote.text in against)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("garden-old.md", "garden-new.md"),
        ("garden-old.md", "garden.md"),
        ("garden.md", "garden_v2.md"),
        ("garden v2.9.txt", "garden v2.10.txt"),
        ("garden-2.9.txt", "garden-2.10.txt"),
        ("Garden rules 2023.pdf", "Garden rules 2024.pdf"),
        ("garden-2024-02-28.txt", "garden-2024-03-01.txt"),
        ("garden 3 May 2023.txt", "garden 4 April 2024.txt"),
        ("garden (1st edition).txt", "garden (2nd edition).txt"),
        ("garden-draft.md", "garden-final.md"),
        ("garden-draft.md", "garden.md"),
        ("archive/garden.md", "current/garden.md"),
        ("2023/garden.md", "2024/garden.md"),
        ("Gartenordnung alt.md", "Gartenordnung neu.md"),
        ("Gartenordnung Stand März 2023.md", "Gartenordnung Stand Januar 2024.md"),
        ("règlement ancien.md", "règlement nouveau.md"),
        ("reglamento-antiguo.md", "reglamento-nuevo.md"),
        ("regolamento_vecchio.md", "regolamento_nuovo.md"),
        ("reglement oud.md", "reglement nieuw.md"),
        ("regulamin stary.md", "regulamin nowy.md"),
    ],
)
def test_the_newer_one_is_told_by_its_name(older: str, newer: str) -> None:
    was, now = "A plot costs EUR 60 a year.", "A plot costs EUR 75 a year."
    for one, other in ((older, newer), (newer, older)):
        files = [(name, f"{GARDEN} {now if name == newer else was}") for name in (one, other)]
        check(ask("What does a plot cost?", *files), now, was)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("In force from 1 March 2023.", "In force from 1 March 2024."),
        ("Valid from May 2023", "Valid from April 2024"),
        ("Version 2.9", "Version 2.10"),
        ("Stand: 1. März 2023", "Stand: 1. Februar 2024"),
        ("Gültig ab 01.03.2023", "Gültig ab 01.02.2024"),
        ("En vigueur à partir du 1er mars 2023", "En vigueur à partir du 1er février 2024"),
        ("Vigente desde el 3 de mayo de 2023", "Vigente desde el 2 de abril de 2024"),
        ("In vigore dal 3 maggio 2023", "In vigore dal 2 aprile 2024"),
        ("Geldig vanaf 3 mei 2023", "Geldig vanaf 2 april 2024"),
        ("Obowiązuje od 3 maja 2023", "Obowiązuje od 2 kwietnia 2024"),
        ("", "These rules supersede nothing but this one supersedes the rules of last year."),
        ("Superseded by the rules of this year.", ""),
        ("", "Effective 1 March 2024"),
        ("Last updated: 2023-11-02", "Last updated: 2023-11-12"),
    ],
)
def test_the_newer_one_is_told_by_its_first_lines(older: str, newer: str) -> None:
    was, now = "A plot costs EUR 60 a year.", "A plot costs EUR 75 a year."
    for one, other in (("a.md", "b.md"), ("b.md", "a.md")):
        answer = ask(
            "What does a plot cost?",
            (one, f"Garden rules\n\n{older}\n\n{GARDEN} {was}"),
            (other, f"Garden rules\n\n{newer}\n\n{GARDEN} {now}"),
            title="Garden rules",
        )
        check(answer, now, was)


@pytest.mark.parametrize(
    ("question", "was", "now"),
    [
        ("Are dogs allowed in the garden?", "Dogs are allowed in the garden.", "Dogs are no longer allowed."),
        ("Are dogs allowed in the garden?", "Dogs are allowed in the garden.", "Dogs must not enter the garden."),
        ("May members burn leaves?", "Members may burn leaves in autumn.", "Burning leaves is forbidden."),
        ("Is the compost free?", "Compost is free for members.", "Members now pay for compost."),
        ("Do I need a key for the shed?", "A key for the shed is not needed.", "The shed now needs a key."),
        ("When does the gate close?", "The gate closes at 8 p.m.", "The gate closes at 9 p.m."),
        ("How many chickens may I keep?", "Members may keep up to six hens.", "Members may keep up to four hens."),
        ("Who is the chair?", "The chair is Olga Brandt.", "The chair is Pavel Novak."),
        ("Where are tools kept?", "Tools are kept in the green shed.", "Tools are kept in the old barn."),
    ],
)
def test_what_changed_is_quoted_from_the_newer_one_first(question: str, was: str, now: str) -> None:
    for names in (("rules-2023.md", "rules-2024.md"), ("rules-new.md", "rules-old.md")):
        old, new = (names[0], names[1]) if "2023" in names[0] else (names[1], names[0])
        check(ask(question, (old, f"{GARDEN} {was}"), (new, f"{GARDEN} {now}")), now, was)


@pytest.mark.parametrize(
    ("language", "question", "around", "was", "now"),
    [
        (
            "de",
            "Sind Hunde im Garten erlaubt?",
            "Der Garten hat vierzig Parzellen.",
            "Hunde sind im Garten erlaubt.",
            "Hunde sind im Garten nicht mehr erlaubt.",
        ),
        (
            "de",
            "Parken Motorroller kostenlos?",
            "Ein Bewohnerausweis kostet 40 Euro im Jahr.",
            "Motorroller parken kostenlos.",
            "Motorroller brauchen jetzt auch einen Ausweis.",
        ),
        (
            "de",
            "Was kostet eine Parzelle?",
            "Der Garten hat vierzig Parzellen.",
            "Eine Parzelle kostet 1.200,50 Euro.",
            "Eine Parzelle kostet 1.350,00 Euro.",
        ),
        (
            "fr",
            "Les chiens sont-ils autorisés ?",
            "Le jardin compte quarante parcelles.",
            "Les chiens sont autorisés dans le jardin.",
            "Les chiens ne sont plus autorisés dans le jardin.",
        ),
        (
            "fr",
            "Combien coûte une parcelle ?",
            "Le jardin est ouvert en été.",
            "Une parcelle coûte 60 euros par an.",
            "Une parcelle coûte 75 euros par an.",
        ),
        (
            "es",
            "¿Se permiten perros en el jardín?",
            "El jardín tiene cuarenta parcelas.",
            "Los perros están permitidos en el jardín.",
            "Los perros ya no están permitidos en el jardín.",
        ),
        (
            "it",
            "I cani sono ammessi nel giardino?",
            "Il giardino ha quaranta lotti.",
            "I cani sono ammessi nel giardino.",
            "I cani non sono più ammessi nel giardino.",
        ),
        (
            "nl",
            "Zijn honden in de tuin toegestaan?",
            "De tuin heeft veertig percelen.",
            "Honden zijn in de tuin toegestaan.",
            "Honden zijn in de tuin niet meer toegestaan.",
        ),
        (
            "pl",
            "Czy psy są dozwolone w ogrodzie?",
            "Ogród ma czterdzieści działek.",
            "Psy są dozwolone w ogrodzie.",
            "Psy nie są już dozwolone w ogrodzie.",
        ),
        (
            "pt",
            "Os cães são permitidos no jardim?",
            "O jardim tem quarenta lotes.",
            "Os cães são permitidos no jardim.",
            "Os cães já não são permitidos no jardim.",
        ),
        (
            "sv",
            "Är hundar tillåtna i trädgården?",
            "Trädgården har fyrtio lotter.",
            "Hundar är tillåtna i trädgården.",
            "Hundar är inte längre tillåtna i trädgården.",
        ),
        (
            "ru",
            "Разрешены ли собаки в саду?",
            "В саду сорок участков.",
            "Собаки в саду разрешены.",
            "Собаки в саду больше не разрешены.",
        ),
        ("ja", "駐車場は無料ですか。", "庭には区画が四十あります。", "駐車場は無料です。", "駐車場は有料です。"),
    ],
)
def test_versions_in_other_languages(language: str, question: str, around: str, was: str, now: str) -> None:
    for old, new in (("a-2023", "a-2024"), ("a-v3", "a-v4")):
        library = qa.Library()
        for name, said in ((old, was), (new, now)):
            library.add(qa.Document(text=f"{around} {said}", source=name, id=name, language=language))
        check(library.ask(question, min_confidence=0.0), now, was)


def test_the_newer_word_is_not_left_out_where_it_shares_no_word_with_the_question() -> None:
    answer = ask(
        "Is charging of scooters gratis?",
        ("house-2021.md", f"{GARDEN} Charging of scooters is gratis."),
        ("house-2022.md", f"{GARDEN} Scooters no longer charge without a fee."),
        most=1,
    )
    check(answer, "Scooters no longer charge without a fee.")


@pytest.mark.parametrize("key", ["date", "last_updated", "valid from", "Stand"])
def test_the_newer_one_is_told_by_its_front_matter(key: str) -> None:
    texts = {
        name: f"---\ntitle: Garden\n{key}: {date}\n---\n\n{GARDEN} A plot costs {price} euros."
        for name, date, price in (("a", "2025-03-01", 55), ("b", "2023-03-01", 40))
    }
    with qa.Library() as library:
        library.add(*(qa.read(text.encode(), name=f"{name}/garden.md") for name, text in texts.items()))
        answer = library.ask("What does a plot cost?", min_confidence=0.0)
    check(answer, "A plot costs 55 euros.", "A plot costs 40 euros.")


def test_three_versions_are_quoted_from_the_newest_on() -> None:
    files = [
        (f"garden-{year}.md", f"{GARDEN} A plot costs EUR {cost} a year.")
        for year, cost in ((2022, 60), (2024, 75), (2023, 70))
    ]
    answer = ask("What does a plot cost?", *files)
    best = answer.quotes[0]
    assert best.source == "files/garden-2024.md"
    assert {quote.source for quote in answer.quotes} == {f"files/garden-{year}.md" for year in (2022, 2023, 2024)}
    assert all(len(quote.disagrees_with) == 2 for quote in answer.quotes)


def test_what_did_not_change_is_quoted_from_the_newer_one_and_cites_both() -> None:
    said = "A plot costs EUR 60 a year."
    answer = ask("What does a plot cost?", ("garden-2023.md", said), ("garden-2024.md", said))
    assert answer.quotes[0].source == "files/garden-2024.md"
    assert [place.source for place in answer.quotes[0].also] == ["files/garden-2023.md"]
    assert not answer.quotes[0].disagrees_with


def test_who_asks_for_a_version_gets_that_one() -> None:
    files = [
        (f"garden-{year}.md", f"{GARDEN} A plot costs EUR {cost} a year.") for year, cost in ((2023, 60), (2024, 75))
    ]
    for question, year in (("What did a plot cost in 2023?", 2023), ("What does a plot cost in 2024?", 2024)):
        best = ask(question, *files).quotes[0]
        assert best.source == f"files/garden-{year}.md"
        assert not best.disagrees_with


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("What does the small plot cost?", "The small plot costs EUR 40.", "The large plot costs EUR 80."),
        ("How many members are there?", "There are about 400 members.", "There are 412 members."),
        ("How big is the pond?", "The pond covers 1,200 square metres.", "The pond covers 1,212 square metres."),
        ("When does the gate open?", "The gate opens at 9 a.m.", "The gate opens at 9:00 a.m."),
        ("Are dogs allowed?", "Dogs are not allowed in the garden.", "Dogs are forbidden in the garden."),
        ("Who waters plot A?", "Smith waters plot A.", "Jones waters plot B."),
        ("Who planted the oak?", "The oak was planted by Smith.", "The elm was planted by Jones."),
    ],
)
def test_what_is_no_contradiction(question: str, one: str, other: str) -> None:
    answer = ask(question, ("rules-2023.md", f"{GARDEN} {one}"), ("rules-2024.md", f"{GARDEN} {other}"))
    assert not any(quote.disagrees_with for quote in answer.quotes)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("minutes-2023.md", "minutes-2024.md"),
        ("annual report 2023.md", "annual report 2024.md"),
        ("Jahresbericht 2023.md", "Jahresbericht 2024.md"),
        ("compte rendu 2023.md", "compte rendu 2024.md"),
        ("chapter-1.md", "chapter-2.md"),
        ("garden of Ulm 2023.md", "garden of Bonn 2024.md"),
        ("README.md", "docs/README.md"),
    ],
)
def test_what_are_no_versions_of_one(older: str, newer: str) -> None:
    was, now = "The club gave EUR 60 to the school.", "The club gave EUR 75 for the school in May."
    answer = ask("What did the club give to the school?", (older, f"{GARDEN} {was}"), (newer, f"{GARDEN} {now}"))
    assert answer.quotes[0].text == was
    assert not any(quote.disagrees_with for quote in answer.quotes)


def test_paragraphs_of_one_title_are_no_versions() -> None:
    answer = ask(
        "Which ships used the harbour?",
        ("1", "Steam ships used the harbour until 1931. It was not deep."),
        ("2", "Sailing ships never used the harbour. The town had no railway then."),
        title="Harbour",
    )
    assert not any(quote.disagrees_with for quote in answer.quotes)


@given(documents(least=2), questions(), st.sampled_from(["Rules 2023", "Rules v2", "Old rules"]))
def test_any_texts_may_be_versions(some: list[qa.Document], question: str, title: str) -> None:
    library = qa.Library()
    for n, document in enumerate(some):
        library.add(qa.Document(id=document.id, text=document.text, title=title if n else "Rules 2024"))
    answer = library.ask(question, min_confidence=0.0)
    for quote in answer.quotes:
        assert quote.text == library.document(quote.document_id).text[quote.start : quote.end]
        assert quote.number not in quote.disagrees_with
        for number in quote.disagrees_with:
            assert quote.number in answer.reading[number - 1].disagrees_with
    assert [quote.best for quote in answer.quotes] == [not n for n in range(len(answer.quotes))]
    assert answer == library.ask(question, min_confidence=0.0)
