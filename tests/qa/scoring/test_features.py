"""The matrix of features beside a slow one, made of sets and loops for one sentence at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.preparing.asking import asks
from qa.question.kinds.answer_type import SIGNS, AnswerType
from qa.question.kinds.candidates import find_candidates
from qa.question.kinds.narrower import Narrower
from qa.question.query import Query, analyse
from qa.question.question import Question
from qa.scoring.evidence import load_evidence_model
from qa.scoring.features import FEATURES, GROUPS, PLAIN_WEIGHTS, compute_features
from qa.scoring.matching.match import Match, match_sentences
from qa.scoring.row import Row
from qa.scoring.term_weights import TermWeights
from qa.text.identifiers.compounds import find_compounds
from qa.text.languages.synonyms import list_synonyms
from qa.text.persons.antecedents import find_antecedents
from qa.text.stems import function_terms
from qa.text.terms import terms, tokens
from qa.text.trigrams import trigrams
from tests.qa.strategies import documents, questions

COMMON = "harbour museum built ships 1874 Lund Oslo of the".split()
VOCABULARY = (
    "in who which when harbours harm museology Museums builder rebuilt Maria 1,902 12 ship shipping opened because he "
    "it not Wi-Fi wifi Lund-2 Häuser Haus город города 港 湾 القاهرة cost price fee Preis Gebühr prix tarif €12 free"
).split()
_word = st.one_of(st.sampled_from(COMMON), st.sampled_from(COMMON), st.sampled_from(VOCABULARY))
EQUAL = TermWeights.equal()


@st.composite
def crowded(draw: st.DrawFn) -> list[qa.Document]:
    """Documents of few different words, in some language, with titles, headings of two levels and leads of the same."""
    opening = st.sampled_from(["", "", "", "2.1 ", "§ 4 ", "Q: ", "A: ", "- ", "He "])
    end = st.sampled_from([". ", ". ", ". ", ".\n", ".\n\n", "? ", "?\n", ":\n", "\n"])
    sentence = st.tuples(opening, st.lists(_word, min_size=1, max_size=9).map(" ".join), end).map("".join)
    found = []
    for n in range(draw(st.integers(1, 4))):
        text, headings, levels = "", [], []
        for level in draw(st.lists(st.integers(0, 2), min_size=1, max_size=3)):
            if level:
                heading = draw(st.sampled_from(["Harbour of Oslo", "Lund", "Who built it?", "Ships and museums"]))
                headings.append((len(text), len(text) + len(heading)))
                levels.append(level)
                text += f"{heading}\n\n"
            text += "".join(draw(st.lists(sentence, max_size=4))) + "\n\n"
        language = draw(st.sampled_from(["en", "en", "en", "de", "fr", "ru", "zh", "ar", ""]))
        found.append(
            qa.Document(
                id=f"d{n}",
                text=text,
                title=draw(_word),
                headings=tuple(headings),
                heading_levels=tuple(levels),
                language=language,
            )
        )
    return found


asked = st.one_of(
    questions(),
    st.tuples(
        st.sampled_from(
            [
                "",
                "Who",
                "When was the",
                "How many",
                "Which ship",
                "Why did",
                "What is a",
                "Was the",
                "Wer",
                "Was kostet",
            ]
        ),
        st.lists(_word, max_size=8).map(" ".join),
    ).map(" ".join),
)
any_documents = st.one_of(documents(), crowded())
sizes = st.sampled_from([20, 80, 1000])


def matched(given_documents: Sequence[qa.Document], question: str, size: int = 1000) -> tuple[Match, dict[str, str]]:
    library = qa.Library(passage_size=size)
    library.add(*given_documents)
    return library.match(question), {document.id: document.title for document in given_documents}


# -- the slow way ------------------------------------------------------------------------------------------------------


@dataclass
class Sentence:
    """words: the term of each, or None when it is none of the question. soft: how much of each term it holds."""

    text: str
    stems: list[str]
    words: list[int | None]
    spans: list[tuple[int, int]]
    little: list[bool]
    exact: set[int]
    alike: dict[int, float]

    def soft(self, number: int) -> float:
        return 1.0 if number in self.exact else self.alike.get(number, 0.0)


def likeness(a: str, b: str) -> float:
    shared = 0
    while shared < min(len(a), len(b)) and a[shared] == b[shared]:
        shared += 1
    return 2 * shared / (len(a) + len(b))


def find_other_form(query: Query, number: int, stems: Collection[str], language: str) -> float:
    """Return how alike the nearest of some terms is to a term of the question, by its beginning or as a synonym."""
    name = query.forms[language][number]
    if not query.sought[number]:
        return 0.0
    degrees = [0.7 for stem in stems if stem in list_synonyms(language).get(name, ())]
    if len(name) > 3:
        degrees += [likeness(name, stem) for stem in stems if stem[:3] == name[:3] and stem != name]
    return max((degree for degree in degrees if degree >= 0.55), default=0.0)


def find_same(query: Query, text: str, language: str) -> set[int]:
    """Return the terms of the question that a text holds, as words or as hyphened words and others as one."""
    held = {*terms(text, language), *find_compounds(text, language)}
    together = [parts for whole, parts in query.compounds[language].items() if whole in held]
    return {n for n, name in enumerate(query.forms[language]) if name in held}.union(*together)


def hold(query: Query, text: str, language: str) -> list[float]:
    """Return how far a text that stands above sentences holds each term of the question."""
    stems = [*terms(text, language), *find_compounds(text, language)]
    same = find_same(query, text, language)
    return [1.0 if n in same else find_other_form(query, n, stems, language) for n in range(len(query.names))]


def read_sentence(query: Query, text: str, language: str) -> Sentence:
    forms = query.forms[language]
    found = tokens(text, language)
    stems = [stem for stem, _, _ in found]
    words = [forms.index(stem) if stem in forms else None for stem in stems]
    exact = find_same(query, text, language)
    alike = {n: find_other_form(query, n, stems, language) for n in range(len(forms)) if n not in exact}
    spans = [(start, end) for _, start, end in found]
    return Sentence(text, stems, words, spans, [stem in function_terms(language) for stem in stems], exact, alike)


OFFERED = {True: {*get_args(AnswerType)} - {"polar"}, False: {"date", "number", "duration", "contact"}}
"""Kinds of which it is known whether a sentence offers them, by whether the question is in English."""


def offers(query: Query, sentence: Sentence, kind: AnswerType | Narrower) -> list[tuple[int, int]]:
    """Return the first word and the one after the last of all that is of a kind and says something new."""
    found = []
    for start, end in find_candidates(kind, sentence.text, frozenset()):
        inside = [n for n, (left, right) in enumerate(sentence.spans) if right > start and left < end]
        new = any(sentence.words[n] is None and not sentence.little[n] for n in inside)
        if inside and (new or kind in SIGNS):
            found.append((inside[0], inside[-1] + 1))
    return found


def own_features(query: Query, sentence: Sentence) -> dict[str, float]:
    """Return what a sentence has whatever stands around it."""
    m = range(len(query.names))
    shares, sought_shares = query.shares.tolist(), query.sought_shares.tolist()
    matter, idf = query.sought.tolist(), query.idf.tolist()
    words, little = sentence.words, sentence.little
    pairs = {(a, b) for a, b in pairwise(words)}
    content = [word for word, grammar in zip(words, little, strict=True) if not grammar]
    asked_content = [n for n in query.sequence.tolist() if not query.function[n]]
    wanted = {frozenset(pair): sought_shares[pair[0]] + sought_shares[pair[1]] for pair in pairwise(asked_content)}
    held_pairs = {frozenset(pair) for pair in pairwise(content)}
    held = [n for n, word in enumerate(words) if word is not None and not little[n]]
    grams, asked_grams = set(trigrams(sentence.text).tolist()), set(query.trigrams.tolist())
    names = [n for n in m if query.capital[n]]
    new = [n for n, word in enumerate(words) if word is None and not little[n]]
    row = {
        "coverage": sum(shares[n] for n in sentence.exact),
        "derived": sum(shares[n] * degree for n, degree in sentence.alike.items()),
        "matter": sum(sought_shares[n] for n in sentence.exact),
        "matter_soft": sum(sought_shares[n] * sentence.soft(n) for n in m),
        "rarest_held": max((idf[n] for n in sentence.exact if matter[n]), default=0.0),
        "rarest_missing": max(((1 - sentence.soft(n)) * idf[n] for n in m if matter[n]), default=0.0),
        "commonest_held": min((idf[n] for n in sentence.exact if matter[n] and idf[n] > 0), default=0.0),
        "names_held": sum(n in sentence.exact for n in names) / len(names) if names else -1.0,
        "pairs": sum(share for pair, share in query.pairs.items() if pair in pairs),
        "pairs_of_matter": sum(w for pair, w in wanted.items() if pair in held_pairs) / (sum(wanted.values()) or 1.0),
        "trigrams": len(grams & asked_grams) / len(asked_grams),
        "trigram_dice": 2 * len(grams & asked_grams) / (len(grams) + len(asked_grams)),
        "asked_noun": sum(n in sentence.exact for n in query.asked) / len(query.asked) if query.asked else -1.0,
        "new_names": sum(n > 0 and sentence.text[sentence.spans[n][0]].isupper() for n in new),
        "new_figures": sum(sentence.text[sentence.spans[n][0]].isdecimal() for n in new),
        "answer_type": 0.5,
        "answer_distance": -1.0,
        "length": len(words),
        "adds": len(new),
        "density": len(held) / max(1, len(words) - sum(little)),
        "spread": (held[-1] - held[0] + 1) / len(held) if len(held) > 1 else 0.0,
        "last_held": held[-1] / len(words) if held else 0.0,
    }
    if query.question.type in OFFERED[query.question.language == "en"]:
        kind = query.question.type
        assert kind
        if query.question.language != "en" and kind in ("date", "duration"):
            kind = "number"
        found = offers(query, sentence, kind)
        narrow = offers(query, sentence, query.question.narrower) if query.question.narrower else []
        row["answer_type"] = 1.0 if narrow else (0.5 if query.question.narrower else 1.0) * bool(found)
        gaps = [first - n if n < first else max(0, n - after + 1) for first, after in narrow or found for n in held]
        row["answer_distance"] = min([30, *gaps])
    return row


def above_features(  # noqa: PLR0917
    query: Query, sentence: Sentence, lead: list[float], path: list[float], nearest: list[float], before: list[float]
) -> dict[str, float]:
    """Return what a sentence has of what stands above it. before: of who names its person; empty without one."""
    m = range(len(query.names))
    shares, idf = query.sought_shares.tolist(), query.idf.tolist()
    names = [n for n in m if query.capital[n]]
    whole = [max(sentence.soft(n), lead[n], path[n], before[n] if before else 0.0) for n in m]
    return {
        "in_lead": sum(shares[n] * lead[n] for n in m),
        "lead_gain": sum(shares[n] * lead[n] * (1 - sentence.soft(n)) for n in m),
        "headings": sum(shares[n] * path[n] for n in m),
        "headings_gain": sum(shares[n] * path[n] * (1 - sentence.soft(n)) * (1 - lead[n]) for n in m),
        "nearest_heading": sum(shares[n] * nearest[n] for n in m),
        "with_above": sum(shares[n] * whole[n] for n in m),
        "rarest_missing_with_above": max(((1 - whole[n]) * idf[n] for n in m if query.sought[n]), default=0.0),
        "names_with_above": sum(whole[n] for n in names) / len(names) if names else -1.0,
    }


def lead_features(
    query: Query, text: str | None, lead: list[float], passage: qa.Passage, place: int
) -> dict[str, float]:
    """Return what is known of the lead of a sentence by itself. text: of the lead; lead: what it holds."""
    wanted = [n for n in range(len(query.names)) if query.sought[n]]
    if text is None:
        return {"lead_asks": 0, "lead_distance": -1, "lead_likeness": 0, "lead_missing": 1}
    content = [stem for stem in terms(text, passage.language) if stem not in function_terms(passage.language)]
    behind = place
    while behind and passage.leads[behind - 1] == passage.leads[place]:
        behind -= 1
    return {
        "lead_asks": float(asks(text)),
        "lead_distance": place - behind,
        "lead_likeness": 2 * sum(lead[n] for n in wanted) / max(1, len(content) + len(wanted)),
        "lead_missing": sum(query.sought_shares[n] * (1 - lead[n]) for n in wanted),
    }


def go_together(one: str | None, other: str | None, passage: qa.Passage, place: int, at: int) -> bool:
    """Tell whether two neighbours tell of each other: they have one lead, or none that parts, as no number does."""
    if not passage.leads or passage.leads[place] == passage.leads[at]:
        return True
    stems = [terms(text or "", passage.language) for text in (one, other)]
    return not any(len(own) > 1 or (len(own) == 1 and own[0].isalpha()) for own in stems)


def slow_rows(
    query: Query, hits: Sequence[qa.Hit], titles: Mapping[str, str], weights: TermWeights
) -> list[dict[str, float]]:
    """Return the features that have a slow way, of each sentence in the order of the hits."""
    hits = [hit for hit in hits if hit.passage.sentences]
    m = range(len(query.names))
    shares, sought_shares, idf = query.shares.tolist(), query.sought_shares.tolist(), query.idf.tolist()
    by_term = weights.of(query).tolist()
    rows: list[dict[str, float]] = []
    for number, hit in enumerate(hits):
        language = hit.passage.language
        sentences = [read_sentence(query, hit.passage.cut(*place), language) for place in hit.passage.sentences]
        near = find_same(query, f"{hit.passage.heading or ''}\n{titles[hit.passage.document_id]}", language)
        named = [n in near for n in m]
        anywhere = [max([float(named[n]), *(each.soft(n) for each in sentences)]) for n in m]
        leads = [place and hit.passage.cut(*place) for place in hit.passage.leads] or [None] * len(sentences)
        named_by = find_antecedents([each.text for each in sentences], language)
        path = hold(query, hit.passage.heading or "", language)
        nearest = hold(query, (hit.passage.heading or "").split(" › ")[-1], language)
        for place, sentence in enumerate(sentences):
            joined = [
                0 <= at < len(sentences) and go_together(leads[place], leads[at], hit.passage, place, at)
                for at in (place - 1, place + 1)
            ]
            before = [sentences[place - 1].soft(n) if joined[0] else 0.0 for n in m]
            person = named_by[place]
            if person is not None:
                before = [sentences[person].soft(n) for n in m]
            after = [sentences[place + 1].soft(n) if joined[1] else 0.0 for n in m]
            lacking = [n for n in m if n not in sentence.exact]
            lead = hold(query, leads[place] or "", language)
            learned = learned_after = 0.0
            for n in m:
                left = 1.0 - sentence.soft(n)
                learned += by_term[0][n] * (n in sentence.exact) + by_term[1][n] * sentence.alike.get(n, 0.0)
                learned += by_term[2][n] * lead[n] + by_term[3][n] * path[n]
                for block, held in enumerate((before, after, anywhere), 4):
                    learned += by_term[block][n] * left * held[n]
                    learned_after += by_term[0][n] / sum(by_term[0]) * left * held[n] * (block == 5)
                    left *= 1 - held[n]
            rows.append(
                own_features(query, sentence)
                | above_features(query, sentence, lead, path, nearest, before if named_by[place] is not None else [])
                | lead_features(query, leads[place], lead, hit.passage, place)
                | {
                    "learned_after": learned_after,
                    "passage_sentences": len(sentences),
                    "spoken": float(named_by[place] is not None),
                    "previous": sum(shares[n] * before[n] for n in lacking),
                    "next": sum(sought_shares[n] * after[n] for n in lacking),
                    "around": sum(sought_shares[n] * max(before[n], after[n], n in sentence.exact) for n in m),
                    "passage": sum(shares[n] * anywhere[n] for n in m),
                    "title": sum(sought_shares[n] for n in m if named[n]),
                    "title_gain": sum(sought_shares[n] for n in lacking if named[n]),
                    "rarest_missing_in_passage": max(
                        ((1 - anywhere[n]) * idf[n] for n in m if query.sought[n]), default=0.0
                    ),
                    "place": place,
                    "retrieval": hit.score / hits[0].score,
                    "retrieval_score": hit.score,
                    "retrieval_gap": hits[0].score - (hits[1].score if len(hits) > 1 else 0.0),
                    "learned_words": learned,
                    "learned": learned + weights.retrieval * hit.score / hits[0].score,
                    "learned_most": sum(by_term[0]),
                    "in passage": number,
                }
            )
    for row in rows:
        row["plain"] = sum(weight * row[name] for name, weight in PLAIN_WEIGHTS.items())
    for row in rows:
        beside = [other for other in rows if other["in passage"] == row["in passage"]]
        row["learned_lead"] = row["learned"] - max(other["learned"] for other in rows)
        row["learned_passage_lead"] = max(other["learned"] for other in beside) - max(r["learned"] for r in rows)
        row["plain_lead_in_passage"] = row["plain"] - max(other["plain"] for other in beside)
        row["plain_rank"] = sum(other["plain"] > row["plain"] + 1e-9 for other in rows)
        row["learned_rank"] = sum(other["learned"] > row["learned"] + 1e-9 for other in rows)
        for name in ("plain", "pairs", "pairs_of_matter", "trigrams", "trigram_dice", "around"):
            row[f"{name}_relative"] = row[name] / (max(other[name] for other in rows) or 1.0)
    return rows


@given(any_documents, asked, sizes, st.booleans())
def test_the_matrix_is_what_loops_over_sentences_give(
    given_documents: list[qa.Document], question: str, size: int, trained: bool
) -> None:
    found, titles = matched(given_documents, question, size)
    weights = load_evidence_model().term_weights if trained else EQUAL
    X = compute_features(found, weights)
    rows = slow_rows(found.query, found.hits, titles, weights) if found.query.names else []
    assert X.shape == (len(rows), len(FEATURES))
    for row, values in zip(rows, X, strict=True):
        del row["in passage"]
        for name, value in row.items():
            assert values[FEATURES.index(name)] == pytest.approx(value, abs=1e-7), name


def test_nearly_every_feature_has_a_slow_way() -> None:
    found, titles = matched([qa.Document(text="The harbour was built in 1874.")], "When was the harbour built?")
    (row,) = slow_rows(found.query, found.hits, titles, EQUAL)
    assert set(FEATURES) - set(row) == {
        "saturated",
        "saturated_relative",
        "asks",
        "pointing",
        "learned_coverage_lead",
    }


# -- what holds of every matrix ----------------------------------------------------------------------------------------


@given(any_documents, asked, sizes)
def test_all_is_finite_and_within_its_bounds(given_documents: list[qa.Document], question: str, size: int) -> None:
    found, _ = matched(given_documents, question, size)
    for weights in (EQUAL, load_evidence_model().term_weights):
        X = compute_features(found, weights)
        of = dict(zip(FEATURES, X.T, strict=True))
        assert np.isfinite(X).all()
        shares = ("plain", "matter", "saturated", "pairs_of_matter", "trigrams", "trigram_dice", "density", "last_held")
        for name in (*PLAIN_WEIGHTS, *shares, *(n for n in FEATURES if n.endswith("relative"))):
            assert ((of[name] >= 0.0) & (of[name] <= 1.0 + 1e-8)).all(), name
        for name in ("learned_lead", "learned_passage_lead", "learned_coverage_lead", "plain_lead_in_passage"):
            assert (of[name] <= 0.0).all(), name
        above = (
            "in_lead",
            "lead_gain",
            "lead_likeness",
            "lead_missing",
            "headings",
            "headings_gain",
            "nearest_heading",
        )
        for name in (*above, "with_above", "lead_asks", "spoken"):
            assert ((of[name] >= 0.0) & (of[name] <= 1.0 + 1e-8)).all(), name
        assert (of["with_above"] >= np.maximum(of["matter_soft"], of["in_lead"]) - 1e-8).all()
        assert ((of["lead_distance"] >= 0) | (of["lead_missing"] == 1.0)).all()
        for name in ("plain_rank", "learned_rank"):
            assert ((of[name] >= 0) & (of[name] < max(1, found.n))).all()
            assert not len(X) or of[name].min() == 0


def test_the_groups_name_each_feature_once() -> None:
    assert len(set(FEATURES)) == len(FEATURES) == sum(map(len, GROUPS.values()))


@given(crowded(), asked, st.randoms(use_true_random=False))
def test_a_sentences_own_features_do_not_depend_on_the_other_passages(
    given_documents: list[qa.Document], question: str, random
) -> None:
    found, titles = matched(given_documents, question, 80)
    whole = compute_features(found, EQUAL)
    groups = ("terms", "context", "above", "pairs", "characters", "answer", "shape")
    names = {"learned_words", *(name for group in groups for name in GROUPS[group])} - {"saturated"}
    own = sorted(map(FEATURES.index, names))
    shuffled = list(found.hits)
    random.shuffle(shuffled)
    for hits in (shuffled, shuffled[:1]):
        other = match_sentences(found.query, hits, titles)
        X = compute_features(other, EQUAL)
        for row, values in enumerate(X):
            hit = other.hits[other.passage[row]]
            span = qa.Span(hit.passage.document_id, *hit.passage.sentences[other.place[row]])
            assert other.row(span) == row
            assert values[own].tolist() == whole[found.row(span)][own].tolist()


def test_equal_sentences_share_a_rank() -> None:
    texts = ("It rains.", "Tickets cost €14.", "Tickets cost €14.", "Tickets cost €14.", "Children pay less.")
    found, _ = matched([qa.Document(id=f"d{n}", text=text) for n, text in enumerate(texts)], "What do tickets cost?")
    of = dict(zip(FEATURES, compute_features(found, EQUAL).T, strict=True))
    assert of["plain_rank"].tolist() == of["learned_rank"].tolist() == [0.0, 0.0, 0.0]
    assert of["plain_relative"].tolist() == [1.0, 1.0, 1.0]


def test_without_hits_sentences_or_words_there_is_no_row() -> None:
    heading = qa.Document(id="h", text="Harbour", headings=((0, 7),), title="-")
    (passage,) = qa.split(heading)
    assert not passage.sentences
    query = analyse(Question("harbour"), lambda names: [1.0] * len(names))
    silent = analyse(Question("?!"), lambda names: [1.0] * len(names))
    (spoken,) = qa.split(qa.Document(id="s", text="The harbour is old.", title="-"))
    titles = {"h": "-", "s": "-"}
    for found in (
        match_sentences(query, [], titles),
        match_sentences(query, [qa.Hit(passage, 0.5)], titles),
        match_sentences(silent, [qa.Hit(spoken, 0.5)], titles),
    ):
        assert compute_features(found, EQUAL).shape == (0, len(FEATURES))
    both = match_sentences(query, [qa.Hit(passage, 0.9), qa.Hit(spoken, 0.5)], titles)
    assert [hit.passage for hit in both.hits] == [spoken]
    assert compute_features(both, EQUAL)[0, FEATURES.index("retrieval")] == 1.0


def test_another_form_counts_by_how_alike_it_is() -> None:
    found, _ = matched(
        [qa.Document(text="The Lebanese harbour opened."), qa.Document(text="Lead is heavy.")], "harbours of Lebanon"
    )
    of = dict(zip(FEATURES, compute_features(found, EQUAL).T, strict=True))
    assert found.alike.max() == pytest.approx(2 * 5 / (len("lebanon") + len("lebanes")))
    assert of["derived"][0] > 0.0
    assert len(of["derived"]) == 1


def test_heading_and_title_give_context() -> None:
    text = "Prices\n\nIt costs 14 euros."
    document = qa.Document(id="d", text=text, title="Museum", headings=((0, 6),))
    found, _ = matched([document], "What are the prices of the museum, and what costs 14?")
    of = dict(zip(FEATURES, compute_features(found, EQUAL)[0], strict=True))
    assert of["passage"] > of["coverage"]
    assert of["title"] == of["title_gain"] > 0.0


def test_the_sentence_before_explains_a_pronoun() -> None:
    found, _ = matched([qa.Document(text="Smith founded the museum. He was born in Cork.")], "Where was Smith born?")
    of = dict(zip(FEATURES, compute_features(found, EQUAL).T, strict=True))
    assert of["previous"][0] == 0.0 < of["previous"][1]
    assert of["next"][1] == 0.0 < of["next"][0]
    assert of["pointing"].tolist() == [0.0, 1.0]


def test_a_pair_of_words_counts_once_in_either_order() -> None:
    texts = ("Museum harbour.", "Harbour of the museum.", "The harbour museum harbour.")
    found, _ = matched([qa.Document(id=f"d{n}", text=text) for n, text in enumerate(texts)], "harbour museum")
    of = dict(zip(FEATURES, compute_features(found, EQUAL).T, strict=True))
    assert of["pairs_of_matter"].tolist() == [1.0, 1.0, 1.0]
    assert sorted(of["pairs"].tolist()) == [0.0, 0.0, 1.0]


def test_a_row_is_a_mapping() -> None:
    row = Row(("a", "b"), np.array([1.0, 2.0]))
    assert dict(row) == {"a": 1.0, "b": 2.0}
    assert (list(row), len(row), row["b"], repr(row)) == (["a", "b"], 2, 2.0, "{'a': 1.0, 'b': 2.0}")
    with pytest.raises(KeyError, match="c"):
        row["c"]
    assert "c" not in row


def test_a_sentence_that_is_not_there_has_no_row(library: qa.Library) -> None:
    with pytest.raises(StopIteration):
        library.match("museum").row(qa.Span("museum", 1, 2))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (" ".join(f"w{n}a" for n in range(700))[:4000], " ".join(f"w{n}b" for n in range(700))),
        ("".join(map(chr, range(0x4E00, 0x4E00 + 4000))), "".join(map(chr, range(0x4E00, 0x4E00 + 900))) + "。"),
        ("abc " * 1000, "abcd " * 2000),
        ("A." * 2000, "A. " * 500),
        ("1," * 2000, "1," * 900),
        ("\u0301" * 4000 + "x", "e\u0301" * 900),
        ("a" * 4000, "a" * 2000),
        ("\x00 \u202e" * 1000 + "x", "\x00\u202ex. " * 300),
    ],
    ids=["words", "characters", "one word", "acronym", "figures", "marks", "long word", "controls"],
)
def test_hostile_questions_and_sentences_give_a_matrix(question: str, text: str) -> None:
    document = replace(qa.Document(id="d", text=text), language="en")
    found, _ = matched([document, qa.Document(id="e", text=question[:1000] + ".")], question[:4000])
    assert np.isfinite(compute_features(found, load_evidence_model().term_weights)).all()
