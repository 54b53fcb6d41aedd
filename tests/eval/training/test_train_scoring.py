"""Training from a folder of sets to models that the library loads, with small trees on hand-made sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import qa
from eval.training import confidence, evidence, second
from eval.training import train_scoring as train
from eval.training.boosting import SEED, Growth
from eval.training.scoring_sets import EVERYDAY, TRAINING
from qa.models.load import load_arrays, load_card
from qa.scoring.confidence import load_confidence_model
from qa.scoring.evidence import load_evidence_model
from qa.scoring.second import load_second_model
from qa.training import GROUPS
from tests.qa.reader_of_words import WordReader

FILES = {f"{name}.{kind}" for name in ("evidence", "confidence", "second") for kind in ("json", "npz")}


@pytest.fixture(autouse=True)
def _small_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "EVIDENCE_TREES", Growth(n_trees=6, depth=3, leaves=5, least=5, rate=0.3))
    monkeypatch.setattr(confidence, "CONFIDENCE_TREES", Growth(n_trees=6, depth=2, leaves=4, least=5, rate=0.3))
    monkeypatch.setattr(second, "TREES", Growth(n_trees=6, depth=2, leaves=4, least=5, rate=0.3))
    monkeypatch.setattr(train, "choose_reader", lambda choice: WordReader())


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(train.main, [str(argument) for argument in arguments])


def test_two_runs_write_the_same_models_and_the_library_loads_them(
    sets_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    for name in ("one", "two"):
        result = run(sets_folder, "--output", tmp_path / name / "models")
        assert result.exit_code == 0, result.output
        assert "Right on the fold left out: " in result.output
        written.append({path.name: path.read_bytes() for path in (tmp_path / name / "models").iterdir()})
    assert written[0] == written[1]
    assert set(written[0]) == FILES

    card = json.loads(written[0]["evidence.json"])
    assert set(card["sets"]) == {training.file for training in TRAINING} | set(EVERYDAY)
    assert (card["seed"], card["version"]) == (SEED, qa.__version__)
    assert card["examples"] == 16 + 10 + 8 + 16 + len(EVERYDAY) * 2 * 8 * 2  # alone and in all
    assert set(card["right_on_the_fold_left_out"]) == set(card["sets"])
    card = json.loads(written[0]["confidence.json"])
    assert set(card["examples"]) == set(confidence.SITUATION_WEIGHTS)
    assert min(card["examples"].values()) > 0
    assert 0 < card["right"] < sum(card["examples"].values())
    assert card["auroc_on_them"] > 0.8

    with monkeypatch.context() as patch:
        patch.setattr("qa.models.load.resources.files", lambda package: tmp_path / "one")
        for module in ("qa.scoring.evidence", "qa.scoring.confidence", "qa.scoring.second"):
            patch.setattr(f"{module}.load_arrays", load_arrays.__wrapped__)
        patch.setattr("qa.scoring.second.load_card", load_card.__wrapped__)
        scorer, sureness = load_evidence_model.__wrapped__(), load_confidence_model.__wrapped__()
        opinion = load_second_model.__wrapped__()
    assert scorer.trees is not None
    assert scorer.trees.feature.shape == (6, 7)
    assert sureness.trees.feature.shape == (6, 3)
    assert opinion.confidence is not None
    assert opinion.confidence.feature.shape == (6, 3)
    card = json.loads(written[0]["second.json"])
    assert sum(card["examples"].values()) > 0
    monkeypatch.setattr("qa.asking.load_evidence_model", lambda: scorer)
    monkeypatch.setattr("qa.asking.load_confidence_model", lambda: sureness)
    monkeypatch.setattr("qa.asking.load_second_model", lambda: opinion)
    monkeypatch.setattr("qa.library.choose_reader", lambda choice: WordReader())
    library = qa.Library()
    library.add(qa.Document(text="The bridge of Avon was built in 1700. Rain is frequent in Avon."))
    answer = library.ask("When was the bridge of Avon built?", min_confidence=0.0)
    assert answer.quotes[0].text == "The bridge of Avon was built in 1700."
    assert 0.0 < answer.confidence < 1.0


def test_without_each_group_of_features_it_is_trained_too(
    sets_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "GROUPS", {"answer": GROUPS["answer"]})
    result = run(sets_folder, "--output", tmp_path, "--ablation")
    assert result.exit_code == 0, result.output
    table = json.loads((tmp_path / "evidence.json").read_text(encoding="utf-8"))["ablation"]
    assert list(table) == ["plain score, untrained", "all features", "without answer"]
    assert all(0.0 <= share <= 1.0 for share in table.values())


@pytest.mark.parametrize("arguments", [[], ["missing"]])
def test_wrong_use_ends_with_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
