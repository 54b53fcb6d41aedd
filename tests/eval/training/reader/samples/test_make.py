from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

from eval.training.reader.samples.aside import keep_aside
from eval.training.reader.samples.make import count, make_samples
from eval.training.reader.samples.records import Example
from eval.training.reader.samples.sources import read_rows
from eval.training.reader.samples.windows import cut_around, keep_sentences
from eval.training.reader.samples.wording import retype

SENTENCES = [f"In the year {1900 + n} the town number {n} built its bridge of stone over the water." for n in range(40)]


def make_example(n: int, source: str = "squad2_dev19", *, answered: bool = True) -> Example:
    text = " ".join(SENTENCES[n : n + 6])
    start = text.index("bridge of stone")
    answers = ((start, start + 15),) if answered else ()
    return Example(f"What did town {n} build in {1900 + n}?", text, answers, "", source)


def test_samples_hold_their_answers_and_come_out_the_same() -> None:
    examples = [make_example(n, answered=n % 3 > 0) for n in range(30)]
    samples = make_samples(examples, seed=1)
    assert samples == make_samples(examples, seed=1)
    assert samples != make_samples(examples, seed=2)
    assert {sample.text[slice(*sample.answer)] for sample in samples if sample.answer} == {"bridge of stone"}
    counted = count(samples)
    assert counted["squad2_dev19"] == (30, 10)
    assert all(none == n for source, (n, none) in counted.items() if source in ("near_misses", "elsewhere"))


def test_no_passage_is_on_both_sides_nor_one_much_like_it() -> None:
    examples = [make_example(n, source) for n in range(0, 34, 6) for source in ("squad2_dev19", "other")]
    for n in range(500):
        text = f"Passage {n}. {n * 7919} times it was said that the number {n} is like no other, and so on {n}."
        examples.append(Example("What was said?", text, (), "", "squad2_dev19"))
        examples.append(Example("What was said?", f"{text} Or not.", (), "", "neg_swap"))
    aside, kept = keep_aside(examples, 40)
    assert len(aside) == 40
    assert {example.source for example in aside} == {"squad2_dev19"}
    shut = {example.text for example in aside}
    assert not shut & {example.text for example in kept}
    assert not {f"{text} Or not." for text in shut} & {example.text for example in kept}


def test_a_window_is_a_run_of_sentences_that_holds_what_is_wanted() -> None:
    text = " ".join(SENTENCES[:12])
    sentences = keep_sentences(text)
    for seed in range(30):
        wanted = (text.index("1905"), text.index("1905") + 4)
        start, end = cut_around(sentences, wanted, 300, random.Random(seed))  # noqa: S311  # no secret
        assert start <= wanted[0] < wanted[1] <= end <= start + 300
        assert {start} <= {place[0] for place in sentences}
        assert {end} <= {place[1] for place in sentences}


def test_questions_are_now_and_then_typed_in_a_hurry() -> None:
    rng = random.Random(5)  # noqa: S311  # no secret
    typed = {retype("How many bridges did the Town build?", rng) for _ in range(200)}
    assert typed == {
        "How many bridges did the Town build?",
        "how many bridges did the town build",
        "how many bridges town build",
    }


def test_rows_are_read_and_other_languages_left_out(tmp_path: Path) -> None:
    row = {"question": "Who?", "context": "Ada did.", "title": "Ada_Byron", "set": "x", "kind": "near"}
    answers = [{"text": "Ada", "start": 0}, {"text": "Ada did", "start": 0}]
    (tmp_path / "reader").mkdir()
    for name in ("nq_dev", "drcd"):
        with gzip.open(tmp_path / f"reader/{name}.jsonl.gz", "wt") as file:
            file.write(json.dumps({**row, "answers": answers}) + "\n")
            file.write(json.dumps({**row, "answers": [], "title": "PMID 123"}) + "\n")
    assert [*read_rows(tmp_path)] == [
        Example("Who?", "Ada did.", ((0, 3), (0, 7)), "Ada Byron", "nq_dev", "near"),
        Example("Who?", "Ada did.", (), "", "nq_dev", "near"),
    ]
