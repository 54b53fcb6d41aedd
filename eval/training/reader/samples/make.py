"""What the network is shown, made of the examples of all sets: windows, questions as typed, near misses, rivals.

One seed decides everything; the samples come in the order in which they are to be shown, so that a training that ends
early has seen some of all. `python -m eval.training.reader.samples.make FOLDER` shows some, and counts them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import click

from eval.sets.squad import read_squad
from eval.training.reader.samples.aside import keep_aside
from eval.training.reader.samples.from_documents import read_everyday_passages, read_rivals
from eval.training.reader.samples.near_misses import change, find_names
from eval.training.reader.samples.records import Example, Sample
from eval.training.reader.samples.sources import ARTICLES_TO_LEARN_FROM, read_public, read_rows
from eval.training.reader.samples.windows import cut_around, find_likest, keep_sentences
from eval.training.reader.samples.wording import retype
from eval.training.scoring_sets import read_everyday

__all__ = ["SEED", "Gathered", "gather", "make_samples"]

SEED = 20_18
# Shares of the sets that are learnt from: less of what is oddly worded, doubtful, or of one make. 1 where not named.
SHARES = {
    "afriqa_en": 0.6,
    "conditionalqa": 0.7,
    "cuad_passages": 0.7,
    "fairytaleqa": 0.8,
    "medquad_sections": 0.6,
    "molweni": 0.4,
    "neg_other_passage": 0.7,
    "policyqa": 0.6,
    "pubmedqa_concl": 0.6,
    "qamr": 0.6,
    "timeqa": 0.7,
}
TIMES = {"english": 2}  # shown more than once, in other windows and wordings
SIZES = (220, 340, 460, 620)  # characters of windows, some 50 to 145 tokens
SIZE_SHARES = (0.25, 0.3, 0.25, 0.2)
HEADED = 0.6  # windows with the title in front, where there is one
NEAR_MISSES = 0.12  # of the questions that are answered, shown once more with something changed
ELSEWHERE = 0.08  # of them, shown once more with a window of the same passage that does not answer
RIVALS = 2_500  # passages of other documents


@dataclass(frozen=True, slots=True)
class Gathered:
    """The examples: those to learn from, those kept aside, and names to change others for."""

    examples: tuple[Example, ...]
    aside: tuple[Example, ...]


def gather(folder: Path) -> Gathered:
    """Return the examples of the sets in a folder and of the project's own everyday documents."""
    aside, kept = keep_aside([*read_rows(folder), *read_public(folder)])
    kept.extend(read_everyday_passages(read_everyday("english")))
    everyday = read_everyday("english")
    kept.extend(read_rivals(everyday.documents, everyday.questions, "rivals"))
    squad = read_squad(folder / "squad2/dev-10-articles.json", articles=ARTICLES_TO_LEARN_FROM)
    texts = {example.text for example in aside}
    documents = [document for document in squad.documents if document.text not in texts]
    kept.extend(read_rivals(documents, squad.questions[: 2 * RIVALS : 2], "rivals"))
    return Gathered(tuple(kept), tuple(aside))


def make_samples(examples: Sequence[Example], seed: int = SEED) -> list[Sample]:
    """Return the samples of examples, in the order in which they are to be shown."""
    rng = random.Random(seed)  # noqa: S311 - a choice, no secret
    names = sorted({name for example in examples for name in find_names(example.question)})
    samples = [sample for example in examples for sample in _show(example, names, rng)]
    rng.shuffle(samples)
    return samples


def _show(example: Example, names: Sequence[str], rng: random.Random) -> Iterator[Sample]:
    """Yield the samples of an example: itself, and sometimes a near miss and a window beside the one that answers."""
    if rng.random() >= SHARES.get(example.source, 1.0):
        return
    sentences = _sentences(example.text)
    for _ in range(TIMES.get(example.source, 1)):
        yield from _cut(example, sentences, rng)
    if not example.answers:
        return
    if rng.random() < NEAR_MISSES:
        changed = change(example.question, example.text, names, rng)
        if changed is not None:
            missed = replace(example, question=changed, answers=(), source="near_misses")
            yield from _cut(missed, sentences, rng, around=example.answers[0])
    if rng.random() < ELSEWHERE and "all_parts" not in example.kind:
        rest = [
            place for place in sentences if all(place[1] <= start or end <= place[0] for start, end in example.answers)
        ]
        said = {example.text[start:end].casefold() for start, end in example.answers}
        runs = _runs_of(rest, sentences)
        if runs:
            run = max(runs, key=lambda each: each[1] - each[0])
            text = example.text[run[0] : run[1]]
            if len(text) > 80 and not any(words in text.casefold() for words in said):
                elsewhere = replace(example, text=text, answers=(), source="elsewhere")
                yield from _cut(elsewhere, _sentences(text), rng)


def _runs_of(kept: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places of the runs of neighbours among sentences that are kept."""
    runs: list[tuple[int, int]] = []
    joined = False
    for place in sentences:
        if place in kept:
            runs = [*runs[:-1], (runs[-1][0], place[1])] if joined else [*runs, place]
        joined = place in kept
    return runs


def _cut(
    example: Example, sentences: Sequence[tuple[int, int]], rng: random.Random, around: tuple[int, int] | None = None
) -> Iterator[Sample]:
    """Yield the sample of a window around one of the answers, or around the sentence most like the question."""
    answer = rng.choice(example.answers) if example.answers else None
    size = rng.choices(SIZES, SIZE_SHARES)[0]
    wanted = answer or around or find_likest(example.question, example.text, sentences)
    start, end = cut_around(sentences, wanted, size, rng)
    head = example.head if rng.random() < HEADED or example.source in ("english", "rivals") else ""
    place = answer and (answer[0] - start, answer[1] - start)
    yield Sample(retype(example.question, rng), example.text[start:end], place, head, example.source)


@cache
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(keep_sentences(text))


def count(samples: Iterable[Sample]) -> dict[str, tuple[int, int]]:
    """Return how many samples each set has, and how many of them without an answer."""
    all_of: Counter[str] = Counter()
    none_of: Counter[str] = Counter()
    for sample in samples:
        all_of[sample.source] += 1
        none_of[sample.source] += sample.answer is None
    return {source: (n, none_of[source]) for source, n in sorted(all_of.items())}


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--show", default=10, help="How many samples to show.")
def main(folder: Path, show: int) -> None:
    """Show samples of the sets in FOLDER, and how many there are."""
    gathered = gather(folder)
    samples = make_samples(gathered.examples)
    for source, (n, none) in count(samples).items():
        click.echo(f"{source}: {n}, {none} of them without an answer")
    click.echo(f"{len(samples)} samples; {len(gathered.aside)} questions kept aside")
    for sample in samples[:show]:
        said = sample.text[sample.answer[0] : sample.answer[1]] if sample.answer else "–"
        click.echo(f"\n[{sample.source}] {sample.question}\n  ({sample.head}) {sample.text}\n  -> {said}")


if __name__ == "__main__":
    main()
