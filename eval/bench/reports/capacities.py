"""What a benchmark of libraries in ClickHouse says of larger ones: the capacity of each system, as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.bench.records import Bench, Size, SystemCost
from eval.bench.reports.capacity import Cost, Load, Need, estimate_needs, fit_cost

__all__ = ["NEEDED", "Capacity", "estimate_capacities"]

NEEDED = ("passages", "p50 target", "shards", "passages a shard", "disk", "memory of tables", "of a question, a shard")
"""Heads of the columns of `Capacity.rows`."""

_UNITS = ((1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"))
_NOTHING = (
    "the time of its questions does not surely rise with their postings, which tells nothing. Measure larger sizes."
)


@dataclass(frozen=True, slots=True)
class Capacity:
    """What larger libraries take, by what was measured of one system; nothing where that tells nothing.

    told: it in words.
    """

    name: str
    cost: Cost | None
    needs: tuple[Need, ...]
    told: str

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The cells of a table with the heads of `NEEDED`."""
        return [_row(need) for need in self.needs]


def estimate_capacities(bench: Bench) -> tuple[Capacity, ...]:
    """Return the capacity of each system that has its texts on servers and was measured; none for any other."""
    capacities = []
    for contestant in bench.contestants:
        sizes = [
            (size, system)
            for size in bench.sizes
            for system in size.systems
            if system.name == contestant.name and system.answered and contestant.shards and size.postings
        ]
        if not sizes:
            continue
        if cost := fit_cost([_load(size, system, contestant.shards) for size, system in sizes]):
            capacities.append(Capacity(contestant.name, cost, tuple(estimate_needs(cost)), _describe(cost, sizes)))
        else:
            capacities.append(Capacity(contestant.name, None, (), _NOTHING))
    return tuple(capacities)


def _load(size: Size, system: SystemCost, n_shards: int) -> Load:
    assert system.built is not None  # noqa: S101  # it was asked
    assert system.answered is not None  # noqa: S101
    return Load(
        n_passages=size.n_passages,
        n_shards=n_shards,
        postings=size.postings,
        processor_ms=system.answered.processor_ms,
        disk=system.built.kept_bytes,
        memory=system.built.server_memory or 0,
        peaks=system.answered.peaks,
    )


def _describe(cost: Cost, sizes: Sequence[tuple[Size, SystemCost]]) -> str:
    """Return the measured sizes and the fitted cost, in words."""
    measured = " and ".join(f"{size.n_passages:,}" for size, _ in sizes)
    peak = f", and {cost.peak:,.0f} bytes of memory there for each" if cost.peak else ""
    interval = f"[{cost.ns_low:,.0f}, {cost.ns_high:,.0f}]"
    return (
        f"measured on {cost.n_shards} shard{'s' * (cost.n_shards > 1)} with {measured} passages. A question takes "
        f"{cost.fixed_ms:,.1f} ms of processors and {cost.ns:,.0f} ns {interval} for each posting of its words on a "
        f"shard{peak}; the median question has {cost.touched:.3f} postings for each passage, one in a hundred more "
        f"than {cost.heavy:.3f}. A passage takes {cost.disk:,.0f} bytes of disk and {cost.memory:.2f} of memory. All "
        "below is extrapolated from that."
    )


def _row(need: Need) -> tuple[str, ...]:
    shards = f"{need.shards:,}" if need.shards else "none is enough"
    each = f"{need.n_passages / need.shards:,.0f}" if need.shards else "–"
    question = _bytes(need.question_memory) if need.question_memory else "–"
    return (
        f"{need.n_passages:,}",
        f"{need.target_ms:,.0f} ms",
        shards,
        each,
        _bytes(need.disk),
        _bytes(need.memory),
        question,
    )


def _bytes(n: float) -> str:
    """Return a number of bytes with three digits that count.

    >>> _bytes(123_456_789_000), _bytes(2_340_000), _bytes(999_900_000_000)
    ('123 GB', '2.34 MB', '1,000 GB')
    """
    unit, name = next(((unit, name) for unit, name in _UNITS if n >= unit), _UNITS[-1])
    return f"{float(f'{n / unit:.3g}'):,g} {name}"
