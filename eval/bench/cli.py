"""`quoth bench`: measure what Quoth costs beside other systems. It parses, calls and prints; heavy imports wait."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import click

from eval.bench.engines import CONTESTANTS, contestant
from eval.failure import Failure
from eval.options import record_option

__all__ = ["bench_command"]

OUTPUT = Path("bench-results")
SIZES = "10000,100000"
N_QUESTIONS = 1_000
SECONDS = 900.0
GIGABYTES = 8.0


class _Sizes(click.ParamType[tuple[int, ...]]):
    """Numbers of passages, separated by commas."""

    name = "numbers"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        from eval.bench.texts.generator import MAX_PASSAGES  # noqa: PLC0415

        try:
            sizes = tuple(sorted({int(part.strip().replace("_", "")) for part in value.split(",")}))
        except ValueError:
            self.fail(f"{value!r} are no numbers. Give some like {SIZES}.", param, ctx)
        if not 10 <= sizes[0] <= sizes[-1] <= MAX_PASSAGES:
            self.fail(f"{value!r} goes beyond 10 to {MAX_PASSAGES:,} passages.", param, ctx)
        return sizes


@click.command("bench")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--set",
    "set_path",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A question set that `quoth eval` reads; its documents are what is searched.",
)
@click.option(
    "--passages",
    "sizes",
    type=_Sizes(),
    help=f"How many passages to generate, several numbers separated by commas.  [default: {SIZES}]",
)
@click.option(
    "--questions",
    "n_questions",
    type=click.IntRange(1, 100_000),
    default=N_QUESTIONS,
    show_default=True,
    help="How many questions are asked; of a set at the most.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Seed of what is made up.")
@click.option(
    "--system",
    "systems",
    multiple=True,
    type=click.Choice([each.name for each in CONTESTANTS], case_sensitive=False),
    help="Measure only this system; with --library, beside Quoth and that. May be given several times.  [default: all; "
    "with --library none]",
)
@click.option(
    "--library",
    "libraries",
    multiple=True,
    metavar="URL",
    help="Measure ClickHouse too: in databases of its own at clickhouse://HOST:PORT/NAME, which are called "
    "NAME_bench_…, must not be there and are dropped at the end; ?cluster=CLUSTER for all its shards. May be given "
    "several times.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=1.0),
    default=SECONDS,
    show_default=True,
    help="Stop a system that indexes, or answers all questions, for longer than this.",
)
@click.option(
    "--memory",
    "gigabytes",
    type=click.FloatRange(min=0.1),
    default=GIGABYTES,
    show_default=True,
    help="Stop a system that takes more memory than this, in GB.",
)
@click.option(
    "--output",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"Folder for bench.json and bench.html.  [default: {OUTPUT}, or none with --json]",
)
@record_option("the table", "its block")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON and nothing else.")
def bench_command(
    *,
    paths: Sequence[Path],
    set_path: Path | None,
    sizes: tuple[int, ...] | None,
    n_questions: int,
    seed: int,
    systems: Sequence[str],
    libraries: Sequence[str],
    seconds: float,
    gigabytes: float,
    output: Path | None,
    page: Path | None,
    as_json: bool,
) -> None:
    """Measure what Quoth costs beside scikit-learn, rank_bm25, bm25s and tantivy, on the same texts and questions.

    Texts are generated, with the statistics of English; or they are the documents at PATH, or those of --set, whose
    answers then say how often the right passage is first. Nothing is sent anywhere but to what --library names. The
    rivals are an extra: pip install 'quoth[bench]'.

    With --library, the same library in ClickHouse is measured beside Quoth in a folder: whether its answers are the
    same to the last bit, and how many shards a large one takes. The password may be that of QUOTH_CLICKHOUSE_PASSWORD.

    Exit codes: 0 done, 2 wrong use, a file or a library that cannot be used.

    Example: quoth bench --passages 10000,100000,1000000

    Example: quoth bench --set dev-v2.0.json

    Example: quoth bench --library "clickhouse://db1:9000/quoth?cluster=shards"
    """
    given = [name for name, value in {"PATH": paths, "--set": set_path, "--passages": sizes}.items() if value]
    if len(given) > 1:
        raise Failure(f"{' and '.join(given)} are of no use together: each says which texts to take. Give one of them.")
    import qa  # noqa: PLC0415
    from eval.bench import clusters, run  # noqa: PLC0415
    from eval.bench.processes import ProcessLimits  # noqa: PLC0415
    from eval.bench.records import TextSource  # noqa: PLC0415
    from eval.bench.reports import report  # noqa: PLC0415
    from eval.reports.results_page import record_run  # noqa: PLC0415
    from eval.sets.choose import read_set  # noqa: PLC0415

    own = [each for each in CONTESTANTS if each.name.startswith("Quoth")] if libraries else []
    chosen = [*dict.fromkeys([*own, *map(contestant, systems)])] or list(CONTESTANTS)
    try:
        password = os.environ.get("QUOTH_CLICKHOUSE_PASSWORD", "")
        remote = clusters.contestants_of(clusters.clusters_at(libraries, password=password))
        source = TextSource(
            paths=tuple(paths),
            question_set=read_set(set_path) if set_path else None,
            sizes=sizes or _Sizes().convert(SIZES, None, None),
            n_questions=n_questions,
            seed=seed,
        )
        limits = ProcessLimits(seconds, int(gigabytes * 1e9))
        bench = run.bench(source, limits=limits, contestants=[*chosen, *remote], clusters=remote)
        target = output or (None if as_json else OUTPUT)
        written = report.write(bench, target) if target else []
        block = "clickhouse" if libraries else "set-speed" if set_path else "documents" if paths else "speed"
        record_run(page, block, report.markdown(bench), "quoth bench")
    except qa.QuothError as exc:
        raise Failure(str(exc)) from None
    if as_json:
        click.echo(json.dumps(report.as_json(bench), ensure_ascii=False, indent=1))
    else:
        click.echo(report.text(bench))
        click.echo("".join(f"\nWrote {file}" for file in written))
