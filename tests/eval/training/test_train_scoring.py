"""Training from a folder of sets to models that the library loads, with small trees on hand-made sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

import qa
from eval.records import QuestionSet, SetQuestion
from eval.training import train_scoring as train
from eval.training.boosting import SEED, Growth
from qa.models.load import load_arrays
from qa.scoring.confidence import confidence_model
from qa.scoring.evidence import trained_model
from qa.training import CONFIDENCE_FEATURES, FEATURES, GROUPS, EvidenceModel, TermWeights

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome", "Goole", "Hexham")
FILES = {"evidence.json", "evidence.npz", "confidence.json", "confidence.npz"}


def write_squad(path: Path, shift: int) -> None:
    """Write an article for each town, of two paragraphs with a question that it answers and one that it does not."""
    articles: list[dict[str, Any]] = []
    for n, town in enumerate(TOWNS):
        paragraphs = []
        for thing in ("bridge", "museum"):
            year = str(1700 + shift + n)
            context = f"Travellers like {town}. The {thing} of {town} was built in {year}. Rain is frequent in {town}."
            answer = {"text": year, "answer_start": context.index(year)}
            qas: list[dict[str, Any]] = [
                {"question": f"When was the {thing} of {town} built?", "answers": [answer]},
                {"question": f"Who painted the {thing} of {town}?", "answers": []},
            ]
            paragraphs.append({"context": context, "qas": qas})
        articles.append({"title": town, "paragraphs": paragraphs})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"data": articles}), encoding="utf-8")


def write_selqa(path: Path) -> None:
    records = [
        {
            "question": f"When was the tower of {town} built?",
            "candidates": [f"{town} has a tower.", f"The tower was built in {1800 + n}.", "It rains."],
            "answers": [1],
        }
        for n, town in enumerate(TOWNS)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(records), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with every training set."""
    for shift, training in enumerate(train.TRAINING):
        path = tmp_path / "sets" / training.file
        if training.file.startswith("selqa"):
            write_selqa(path)
        else:
            write_squad(path, 10 * shift)
    return tmp_path / "sets"


@pytest.fixture(autouse=True)
def _small_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "EVIDENCE_TREES", Growth(n_trees=6, depth=3, leaves=5, least=5, rate=0.3))
    monkeypatch.setattr(train, "CONFIDENCE_TREES", Growth(n_trees=6, depth=2, leaves=4, least=5, rate=0.3))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(train.main, [str(argument) for argument in arguments])


def test_two_runs_write_the_same_models_and_the_library_loads_them(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    for name in ("one", "two"):
        result = run(folder, "--output", tmp_path / name / "models")
        assert result.exit_code == 0, result.output
        assert "Right on the fold left out: " in result.output
        written.append({path.name: path.read_bytes() for path in (tmp_path / name / "models").iterdir()})
    assert written[0] == written[1]
    assert set(written[0]) == FILES

    card = json.loads(written[0]["evidence.json"])
    assert set(card["sets"]) == {training.file for training in train.TRAINING}
    assert (card["seed"], card["version"]) == (SEED, qa.__version__)
    assert card["examples"] == 16 + 10 + 8 + 16
    assert set(card["right_on_the_fold_left_out"]) == set(card["sets"])
    card = json.loads(written[0]["confidence.json"])
    assert set(card["examples"]) == {"present", "removed", "adversarial", "present, small", "removed, small"}
    assert 0 < card["right"] < sum(card["examples"].values())
    assert card["auroc_on_them"] > 0.8

    with monkeypatch.context() as patch:
        patch.setattr("qa.models.load.resources.files", lambda package: tmp_path / "one")
        for module in ("qa.scoring.evidence", "qa.scoring.confidence"):
            patch.setattr(f"{module}.load_arrays", load_arrays.__wrapped__)
        evidence, confidence = trained_model.__wrapped__(), confidence_model.__wrapped__()
    assert evidence.trees is not None
    assert evidence.trees.feature.shape == (6, 7)
    assert confidence.trees.feature.shape == (6, 3)
    monkeypatch.setattr("qa.library.trained_model", lambda: evidence)
    monkeypatch.setattr("qa.library.confidence_model", lambda: confidence)
    library = qa.Library()
    library.add(qa.Document(text="The bridge of Avon was built in 1700. Rain is frequent in Avon."))
    answer = library.ask("When was the bridge of Avon built?", min_confidence=0.0)
    assert answer.quotes[0].text == "The bridge of Avon was built in 1700."
    assert 0.0 < answer.confidence < 1.0


def test_without_each_group_of_features_it_is_trained_too(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "GROUPS", {"answer": GROUPS["answer"]})
    result = run(folder, "--output", tmp_path, "--ablation")
    assert result.exit_code == 0, result.output
    table = json.loads((tmp_path / "evidence.json").read_text(encoding="utf-8"))["ablation"]
    assert list(table) == ["plain score, untrained", "all features", "without answer"]
    assert all(0.0 <= share <= 1.0 for share in table.values())


def test_a_feature_that_is_left_out_is_in_no_tree(folder: Path) -> None:
    questions = train.TRAINING[0].read(folder / train.TRAINING[0].file)
    examples = list(train._examples(questions, "set"))
    assert all(example.right.shape == (example.found.n,) for example in examples)
    assert all(example.right.sum() == 1 for example in examples)
    kept = ["coverage", "place"]
    _, trees = train.fit_evidence(examples, kept)
    assert {FEATURES[number] for number in np.unique(trees.feature[np.isfinite(trees.threshold)])} <= {
        FEATURES[0],
        *kept,
    }


def test_what_rises_and_what_falls_are_features() -> None:
    assert train.RISING <= set(FEATURES) >= train.FALLING
    assert not train.RISING & train.FALLING


def test_every_question_of_an_article_is_in_one_fold_and_every_fold_is_used(folder: Path) -> None:
    questions = train.TRAINING[0].read(folder / train.TRAINING[0].file)
    folds: dict[str, set[int]] = {}
    for question in questions.questions:
        if question.gold:
            folds.setdefault(question.gold[0].document_id.partition("-")[0], set()).add(train._fold(question))
    assert {len(found) for found in folds.values()} == {1}
    assert set().union(*folds.values()) == set(range(train.FOLDS))


def test_every_fourth_question_is_typed_in_a_hurry() -> None:
    questions = [SetQuestion(str(n), "Who is Dr. Smith?", "answerable") for n in range(8)]
    typed = [question.text for question in train._typed(questions)]
    assert typed == [*["Who is Dr. Smith?"] * 3, "who is dr. smith"] * 2


def test_the_outcomes_say_in_which_situation_a_question_was_asked(question_set: QuestionSet) -> None:
    model = EvidenceModel(TermWeights.equal(), None)
    outcomes = list(train._outcomes(question_set, [model] * train.FOLDS, 1, small=False))
    assert {outcome.features.shape for outcome in outcomes} == {(len(CONFIDENCE_FEATURES),)}
    assert [outcome.situation for outcome in outcomes].count("present") == 3
    assert not any(outcome.right for outcome in outcomes if outcome.situation != "present")
    assert any(outcome.right for outcome in outcomes)


@pytest.mark.parametrize("arguments", [[], ["missing"]])
def test_wrong_use_ends_with_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
