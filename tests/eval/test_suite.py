"""All known sets in one run: what is found, who takes part, the table, the page, and the command."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from eval import suite
from eval.cli import eval_command
from eval.records import EvalError
from eval.reports import overview
from eval.suite import KNOWN, Suite, run_suite

TOWNS = ("Avon", "Brill", "Corby", "Deal", "Epsom", "Frome", "Goole", "Hexham")


def write_squad(path: Path) -> None:
    """Write a set of articles about towns, one paragraph each, with a question that it answers and one that not."""
    articles: list[dict[str, Any]] = []
    for n, town in enumerate(TOWNS):
        context = f"Travellers like {town}. The bridge of {town} was built in {1700 + n}. Rain is frequent there."
        answer = {"text": str(1700 + n), "answer_start": context.index(str(1700 + n))}
        asked = [
            {"id": f"{town}-1", "question": f"When was the bridge of {town} built?", "answers": [answer]},
            {"id": f"{town}-2", "question": f"Who painted the bridge of {town}?", "answers": []},
        ]
        articles.append({"title": town, "paragraphs": [{"context": context, "qas": asked}]})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"data": articles}), encoding="utf-8")


def write_clapnq(path: Path, *, answerable: bool) -> None:
    lines = []
    for n, town in enumerate(TOWNS[:3]):
        place = town if answerable else f"{town} Moor"
        sentences = [f"The fair of {place} opens in May .", f"The fair of {place} sells cheese .", "It rains ."]
        record = {
            "id": f"{answerable}-{n}",
            "input": f"what happens at the fair of {town}" + ("" if answerable else " in winter"),
            "passages": [{"title": place, "text": " ".join(sentences), "sentences": sentences}],
            "output": [{"selected_sentences": sentences[:2] if answerable else []}],
        }
        lines.append(json.dumps(record))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def write_selqa(path: Path) -> None:
    records = [
        {
            "question": f"When was the bridge of {town} built?",
            "candidates": [f"{town} has a bridge.", f"The bridge of {town} was built in {n}.", "It rains."],
            "answers": [1],
        }
        for n, town in enumerate(TOWNS[:3], start=1700)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(records), encoding="utf-8")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """Return the results of a folder with four of the known sets."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("squad2/dev-10-articles.json", "policyqa/test.json"):
        write_squad(folder / name)
    for name, answerable in (("answerable", True), ("unanswerable", False)):
        write_clapnq(folder / "clapnq" / f"{name}.jsonl", answerable=answerable)
    write_selqa(folder / "selqa/selqa-ass-test.json")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("eval.measures.intervals.N_DRAWS", 20)
        return run_suite(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one of the known sets."""
    write_squad(tmp_path / "data" / "squad2" / "dev-10-articles.json")
    return tmp_path / "data"


def values(found: Suite, set_name: str) -> dict[str, dict[str, str]]:
    return {line.measure: line.values for line in overview.lines(found) if line.set_name == set_name}


def test_what_is_there_is_run_and_the_rest_is_told(found: Suite) -> None:
    assert [known.name for known, _ in found.results] == ["squad2", "clapnq", "policyqa", "selqa"]
    assert len(found.notes) == len(KNOWN) - 4
    assert re.search(r"covid_qa was left out: .* has no covid_qa/200423_covidQA\.json\.", found.notes[0])


def test_only_articles_that_nothing_is_trained_on(found: Suite) -> None:
    squad2 = found.results[0][1].question_set
    assert [document.id for document in squad2.documents] == ["5-0", "6-0", "7-0"]


def test_a_privacy_policy_is_asked_alone(found: Suite) -> None:
    policyqa = found.results[2][1].question_set
    assert [question.documents for question in policyqa.questions[:3]] == [("0-0",), ("0-0",), ("1-0",)]
    assert policyqa.notes == ("Each question is asked of the paragraphs of its own article.",)
    assert values(found, "policyqa")["hit@1"]["naive TF-IDF"].startswith("1.000")
    assert all(row.without == 0.0 for row in found.results[2][1].systems[0].rows if row.answerable)


def test_every_set_has_the_measures_that_it_defines(found: Suite) -> None:
    squad2, clapnq, selqa = (values(found, name) for name in ("squad2", "clapnq", "selqa"))
    everywhere = {"hit@1", "hit@10", "quote@1", "coverage@90", "aurc", "auroc_removed", "ece", "p50 in ms", "p95 in ms"}
    assert everywhere <= set(squad2) & set(clapnq) & set(selqa)
    assert {"auroc", "focus_f1", "focus_exact"} <= set(squad2)
    assert {"mrr", "map"} <= set(selqa)
    assert not {"auroc", "focus_f1"} & set(selqa)
    assert not {"mrr", "focus_f1", "sentence_f1, three"} & (set(clapnq) - {"sentence_f1, three"})
    assert list(squad2["quote@1"]) == ["Quoth", "untrained Quoth", "bm25s", "naive TF-IDF"]
    assert (squad2["focus_f1"]["bm25s"], list(clapnq["sentence_f1, three"])) == ("–", ["naive TF-IDF"])
    assert selqa["mrr"]["bm25s"].startswith("1.000")


def test_naive_three_sentences_have_more_recall(found: Suite) -> None:
    clapnq = values(found, "clapnq")
    one, three = (
        float(clapnq[name]["naive TF-IDF"].split()[0]) for name in ("sentence_recall", "sentence_recall, three")
    )
    assert one == 0.5
    assert three == 1.0


def test_the_table_is_the_same_in_text_and_markdown(found: Suite) -> None:
    rows = [line for line in overview.markdown(found).splitlines() if line.startswith("|")]
    lines = list(overview.lines(found))
    assert len(rows) == len(lines) + 2
    assert {row.count("|") for row in rows} == {8}
    text = overview.text(found)
    for line in lines:
        assert all(value in text for value in line.values.values())
    assert "was left out" in text


class Page(HTMLParser):
    """Collect ids, references and what is loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, text in attrs:
            if name == "id":
                self.ids.append(text or "")
            elif name == "aria-labelledby":
                self.references += (text or "").split()
            elif name == "href":
                assert (text or "").startswith("#")
                self.references.append((text or "")[1:])


def test_the_page_has_two_charts_of_each_set_and_stands_alone(found: Suite) -> None:
    page = Page()
    text = overview.html(found)
    page.feed(text)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.references) <= set(page.ids)
    assert {f"{known.name}-{chart}-title" for known, _ in found.results for chart in ("risk", "reliability")} <= set(
        page.ids
    )
    assert not {"script", "link", "iframe", "img"} & page.tags
    assert not re.search(r"url\(|@import|https?://", text)


def test_without_bm25_the_rest_is_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suite, "find_spec", lambda name: None)
    found = run_suite(folder)
    assert [system.name for system in found.results[0][1].systems] == ["Quoth", "untrained Quoth", "naive TF-IDF"]
    assert "pip install 'quoth[eval]'" in found.notes[0]


def test_no_set_is_an_error_that_names_them(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match=r"none of the known sets.*squad2/dev-10-articles\.json"):
        run_suite(tmp_path)


# -- the command -------------------------------------------------------------------------------------------------------


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(eval_command, [str(arg) for arg in args])


def test_the_command_writes_three_files(invoke: Callable[..., Result], folder: Path, tmp_path: Path) -> None:
    result = invoke("--all", folder)
    assert result.exit_code == 0, result.output
    assert "squad2, 1 of 1: 6 questions" in result.stderr
    assert "squad2  quote@1" in result.stdout
    for name in ("results.json", "table.md", "report.html"):
        assert (tmp_path / "eval-results" / name).is_file()
        assert name in result.stdout


def test_the_command_prints_json(invoke: Callable[..., Result], folder: Path, tmp_path: Path) -> None:
    found = json.loads(invoke("--all", folder, "--json", "--limit", 2).stdout)
    assert found["sets"]["squad2"]["set"]["n_questions"] == 2
    assert "rows" not in found["sets"]["squad2"]["systems"]["quoth"]
    assert not (tmp_path / "eval-results").exists()


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--baseline", "--thorough"], "--baseline, --thorough"),
        (["--format", "squad"], "--format"),
        (["data/squad2/dev-10-articles.json"], "SET"),
    ],
)
def test_what_does_not_go_with_all(invoke: Callable[..., Result], folder: Path, options: list[str], named: str) -> None:
    result = invoke("--all", folder, *options)
    assert result.exit_code == 2
    assert f"Error: {named} is of no use with --all" in result.stderr
