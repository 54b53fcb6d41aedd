"""Measure where sentences end: `python -m eval.sentences [FILE]`, on texts of many languages whose ends are marked.

Without a file, on `texts.jsonl` beside this, which was written before anything was measured on it, a third of it traps.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import click

from eval.records import EvalError
from eval.sentences.ends import SplitText, read_texts, score

__all__ = ["main"]

TEXTS = Path(__file__).with_name("texts.jsonl")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=TEXTS)
@click.option("--list", "listed", is_flag=True, help="Show the texts in which an end is missed <¶> or wrong >¶<.")
def main(*, file: Path, listed: bool) -> None:
    """Print precision, recall and F1 of the sentence ends in FILE, of all texts and by language."""
    try:
        texts = read_texts(file)
    except (EvalError, OSError) as exc:
        raise click.ClickException(str(exc)) from None
    by_language: defaultdict[str, list[SplitText]] = defaultdict(list)
    for text in texts:
        by_language[text.language].append(text)
    click.echo("language  texts  ends  precision  recall  F1")
    for name, group in [("all", texts), *sorted(by_language.items())]:
        result = score(group)
        figures = f"{result.precision:9.3f}  {result.recall:6.3f}  {result.f1:.3f}"
        click.echo(f"{name:8}  {len(group):5}  {result.n_marked:4}  {figures}")
    if listed:
        for text in texts:
            if text.marked != text.placed:
                click.echo(f"\n{text.id} {text.language}\n{text.show()}")


if __name__ == "__main__":
    main()
