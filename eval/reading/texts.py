"""Show what a change does to the texts of files: write them before and after it, then compare the files.

    python -m eval.reading.texts write FOLDER before.jsonl       # and again after the change: after.jsonl
    python -m eval.reading.texts compare before.jsonl after.jsonl

Every file below FOLDER is read as `quoth add` would, whatever its name. A line holds its path below FOLDER, and what it
gave: text, title, language, headings, page starts and notices, or the error. Compared are texts by their lines and by
the words that are lost and new, so that text which only moves is told from text that is gone.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import qa

__all__ = ["compare", "main", "write"]

WIDEST = 200
"""Characters of a line that are shown."""

MOST_WORDS = 30
"""Lost or new words of a file that are shown."""

WORD = re.compile(r"\w+")  # marks between words are not told
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
Line = dict[str, Any]


def write(folder: Path, path: Path) -> int:
    """Write a line for each file below `folder`, by path; return how many there are."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    with path.open("w", encoding="utf-8") as out, click.progressbar(length=len(files), file=sys.stderr) as bar:
        for file, outcome in zip(files, qa.read_files(files), strict=True):
            line: Line = {"file": file.relative_to(folder).as_posix()}
            if isinstance(outcome, qa.Document):
                line |= {
                    "text": outcome.text,
                    "title": outcome.title,
                    "language": outcome.language,
                    "headings": outcome.headings,
                    "page_starts": outcome.page_starts,
                    "notices": list(getattr(outcome, "notices", ())),  # earlier versions have none
                }
            else:
                line["error"] = str(outcome).replace(str(folder), "…")
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            bar.update(1)
    return len(files)


def compare(before: Path, after: Path, *, show: int = 20) -> Counter[str]:
    """Print which files give another text, and how; return how many are the same, changed, lost and gained.

    show: changed lines of a file that are shown, at the most.
    """
    counts: Counter[str] = Counter()
    old, new = _lines_of(before), _lines_of(after)
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name, {}), new.get(name, {})
        outcome = _tell(was, now)
        counts[outcome] += 1
        if outcome != "same":
            click.echo(f"\n== {name}: {outcome}")
            for line in _explain(was, now, show):
                click.echo(f"   {line}")
    click.echo("\n" + ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(counts.items())))
    return counts


def _lines_of(path: Path) -> dict[str, Line]:
    with path.open(encoding="utf-8") as file:
        return {(line := json.loads(text))["file"]: line for text in file}


def _tell(was: Line, now: Line) -> str:
    if "text" in was and "text" in now:
        return "same" if was["text"] == now["text"] else "changed"
    if "text" in was or "text" in now:
        return "lost" if "text" in was else "gained"
    return "same"  # neither gave a text


def _explain(was: Line, now: Line, show: int) -> Iterator[str]:
    """Yield what differs between two readings of a file, in lines."""
    for label, line in (("before", was), ("after", now)):
        if "error" in line:
            yield f"{label}: {line['error']}"
    before, after = (Counter(WORD.findall(line.get("text", ""))) for line in (was, now))
    for label, difference in (("lost", before - after), ("new", after - before)):
        if difference and "text" in was and "text" in now:
            most = " ".join(
                f"{word}×{count}" if count > 1 else word for word, count in difference.most_common(MOST_WORDS)
            )
            yield f"{label} words, {difference.total():,}: {most}"
    for notice in now.get("notices", ()):
        yield f"notice: {notice}"
    old, new = (str(line.get("text", "")).splitlines() for line in (was, now))
    differences = difflib.unified_diff(old, new, n=0, lineterm="")
    changes = [line for line in differences if line[0] in "+-" and not line.startswith(("+++", "---"))]
    for change in changes[:show]:
        yield change if len(change) <= WIDEST else f"{change[:WIDEST]}…"
    if len(changes) > show:
        yield f"and {len(changes) - show:,} lines more"


@click.group()
def main() -> None:
    """Show what a change does to the texts of files."""


@main.command("write")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("path", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
def write_command(folder: Path, path: Path) -> None:
    """Write what each file below FOLDER gives to OUT, one JSON object a line."""
    click.echo(f"Wrote {write(folder, path):,} files to {path}")


@main.command("compare")
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@click.option(
    "--show", type=click.IntRange(min=0), default=20, show_default=True, help="Changed lines of a file to show."
)
def compare_command(before: Path, after: Path, *, show: int) -> None:
    """Compare two files of texts; exit 1 where a file that gave a text gives none any more."""
    if compare(before, after, show=show)["lost"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
