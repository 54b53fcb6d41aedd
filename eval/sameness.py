"""Show that a change leaves every answer as it was: write all answers before and after it, then compare the files.

    python -m eval.sameness write FOLDER before.jsonl       # and again after the change: after.jsonl
    python -m eval.sameness compare before.jsonl after.jsonl

Asked are the questions of every public set that `quoth eval --all` finds in FOLDER, each set over all its documents,
then mtRAG's conversations where FOLDER has them, and the shipped `brief` with its follow-ups. A line holds a question
with its hits and its answers, with every field but the timings: at the library's own threshold, at 0.0, so that silence
hides no quote, and of the documents that answer alone. Left out: answers without the documents that answer, and other
options than those of `write`. The file depends on nothing but the sets and the answers: not on the machine, the folder
or time.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

import qa
from eval.records import K, QuestionSet, SetQuestion
from eval.sets.choose import read_set
from eval.sets.mtrag import read_mtrag
from eval.sets.shipped import shipped_set
from eval.suite import KNOWN, LIMIT
from eval.systems.quoth import Quoth

__all__ = ["compare", "differences", "main", "plain", "question_sets", "write"]

ABSENT: Any = object()
"""Stands for what one of the two sides does not have."""

NOT_WRITTEN = {qa.Answer: {"timing_ms"}, qa.Passage: {"text", "sentences", "word_boxes"}}
"""Fields that are not written: what differs by run, and what the place in the document gives."""

WIDEST = 160
"""Characters of a value that are shown."""

MOST_FIELDS = 12
"""Differences of a question that are shown."""

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
Line = dict[str, Any]


def question_sets(folder: Path) -> Iterator[QuestionSet]:
    """Yield the sets that are there: the known ones, mtRAG's conversations, `brief` and its follow-ups."""
    readers: list[tuple[str, tuple[Path, ...], Callable[..., QuestionSet]]] = [
        (known.name, tuple(folder / name for name in known.files), known.read) for known in KNOWN
    ]
    readers.append(("mtrag", (folder / "mtrag" / "reference.jsonl",), read_mtrag))
    brief = shipped_set("brief")
    readers += [
        ("corpus", (brief,), read_set),
        ("corpus-followups", (brief.with_name("brief-followups.jsonl"),), read_set),
    ]
    for name, files, read in readers:
        if all(file.is_file() for file in files):
            yield dataclasses.replace(read(*files), name=name)


def plain(value: Any) -> Any:
    """Return a record as JSON can hold it: objects for records, pairs in their order for mappings."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: plain(getattr(value, name)) for name in names if name not in NOT_WRITTEN.get(type(value), ())}
    if isinstance(value, Mapping):
        return [[key, plain(each)] for key, each in value.items()]
    return [plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _ask(system: Quoth, question: SetQuestion) -> Line:
    """Return the line of a question: its hits, and its answers as `quoth eval --all` asks for them."""
    library, documents = system.library, question.documents or None
    history = system.turns(question.history, documents)
    hits = library.search(question.text, K, documents, history=history)
    line: Line = {
        "id": question.id,
        "question": question.text,
        "history": list(question.history),
        "hits": [[hit.passage.document_id, hit.passage.start, hit.passage.end, hit.score] for hit in hits],
        "answer": plain(library.ask(question.text, history, documents=documents)),
        "at_zero": plain(library.ask(question.text, history, min_confidence=0.0, documents=documents)),
    }
    if question.answerable:
        gold = sorted({span.document_id for span in question.gold})
        line["gold_alone"] = plain(library.ask(question.text, history, min_confidence=0.0, documents=gold))
    return line


def write(sets: Iterator[QuestionSet], path: Path, *, limit: int, kept: bool = False, **options: Any) -> None:
    """Write a line for each set, of what is asked about what, each followed by the lines of its questions.

    limit: questions of a set at the most. kept: whether libraries are folders in place of memory. options: of theirs.
    """
    with path.open("w", encoding="utf-8") as file:
        for question_set in sets:
            asked = question_set.thin(limit)
            lines: list[Line] = [{"id": "", "sha256": asked.sha256, "n_questions": len(asked.questions)}]
            place = tempfile.TemporaryDirectory() if kept else nullcontext()
            with place as folder, qa.Library(folder, **options) as library:
                library.add(*asked.documents)
                with click.progressbar(asked.questions, label=asked.name, file=sys.stderr) as questions:
                    lines += [_ask(Quoth(library), question) for question in questions]
            file.writelines(json.dumps({"set": asked.name} | line, ensure_ascii=False) + "\n" for line in lines)


def differences(before: Any, after: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Yield the path, the old and the new value of each difference; `ABSENT` for a field of one side only."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before | after:
            at = f"{path}.{name}" if path else name
            yield from differences(before.get(name, ABSENT), after.get(name, ABSENT), at)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for place, pair in enumerate(zip(before, after, strict=True)):
            yield from differences(*pair, f"{path}[{place}]")
    elif repr(before) != repr(after):
        yield path, before, after


def compare(before: Path, after: Path, *, show: int = 10, ignored: Sequence[str] = (), common: bool = False) -> bool:
    """Print what differs, by set, and return whether nothing does.

    show: questions of which the differences are shown. ignored: fields not to be compared, by name.
    common: only the questions that both files have, as where one was written with another limit.
    """
    totals: Counter[str] = Counter()
    differing: Counter[str] = Counter()
    one_sided: Counter[str] = Counter()
    for name, question, *lines in _pairs(before, after):
        if common and not (question and all(lines)):
            continue
        totals[name] += bool(question)
        changes = []
        for path, old, new in differences(*map(_read, lines)) if lines[0] != lines[1] else ():
            field = re.sub(r"\[\d+\]", "", path)
            if not set(field.split(".")).isdisjoint(ignored):
                continue
            if field and (old is ABSENT or new is ABSENT):
                one_sided[f"{field}, only {'after' if old is ABSENT else 'before'}"] += 1
            else:
                changes.append(f"  {path or 'the whole line'}: {_cut(old)} -> {_cut(new)}")
        differing[name] += bool(changes)
        if changes and differing.total() <= show:
            more = [f"  and {len(changes) - MOST_FIELDS} more"] if len(changes) > MOST_FIELDS else []
            click.echo("\n".join([f"{name} {question or 'as a whole'}", *changes[:MOST_FIELDS], *more]))
    for name, n in totals.items():
        click.echo(f"{name}: {n:,} questions, {differing[name] or 'none'} of its lines differ")
    for field, n in one_sided.items():
        click.echo(f"Field {field}: {n:,} times")
    if not totals.total():
        click.echo("There is no question to compare. Give two files that were written of the same sets.")
    return not differing.total() and not one_sided and bool(totals.total())


def _pairs(before: Path, after: Path) -> Iterator[tuple[str, str, bytes, bytes]]:
    """Yield set, question, old and new line of each question, empty where a file has none."""
    places: dict[tuple[str, str], int] = {}
    with before.open("rb") as old, after.open("rb") as new:
        place = 0
        for line in old:
            places[_key(line)] = place
            place += len(line)
        for line in new:
            key = _key(line)
            known = key in places
            old.seek(places.pop(key, 0))
            yield *key, old.readline() if known else b"", line
        for key, place in places.items():
            old.seek(place)
            yield *key, old.readline(), b""


def _key(line: bytes) -> tuple[str, str]:
    return (read := json.loads(line))["set"], read["id"]


def _read(line: bytes) -> Any:
    return json.loads(line) if line else ABSENT


def _cut(value: Any) -> str:
    shown = "absent" if value is ABSENT else json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= WIDEST else f"{shown[:WIDEST]}…"


@click.group()
def main() -> None:
    """Show that a change leaves every answer as it was."""


@main.command("write")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("path", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, help="Questions of a set.")
@click.option("--set", "names", multiple=True, help="Only the set of this name.")
@click.option("--kept", is_flag=True, help="Keep each library in a folder, not in memory: the file must be the same.")
@click.option("--untrained", is_flag=True, help="Score sentences by the weights that were set by hand.")
def write_command(folder: Path, path: Path, *, limit: int, names: tuple[str, ...], kept: bool, untrained: bool) -> None:
    """Write the answers to the questions of all sets in FOLDER to OUT, one JSON object a line."""
    sets = (each for each in question_sets(folder) if not names or each.name in names)
    try:
        write(sets, path, limit=limit, kept=kept, trained=not untrained)
    except (qa.QuothError, OSError) as exc:
        raise click.ClickException(str(exc)) from None
    click.echo(f"Wrote {path}")


@main.command("compare")
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@click.option("--show", type=click.IntRange(min=0), default=10, show_default=True, help="Differing questions to show.")
@click.option("--ignore", "ignored", multiple=True, help="A field not to compare, such as one that is new.")
@click.option("--common", is_flag=True, help="Only the questions that both have, as where one had another --limit.")
def compare_command(before: Path, after: Path, *, show: int, ignored: tuple[str, ...], common: bool) -> None:
    """Compare two files of answers; exit 1 when anything differs. What one file alone has of fields is told once."""
    if not compare(before, after, show=show, ignored=ignored, common=common):
        sys.exit(1)
    click.echo("All is the same.")


if __name__ == "__main__":
    main()
