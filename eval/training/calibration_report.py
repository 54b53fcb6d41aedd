"""What the fit of a library's calibration came to: as lines for a terminal, and as JSON."""

from __future__ import annotations

import dataclasses
from typing import Any

import qa
from eval.training.calibrate import FEWEST_ANSWERED, CalibrationFit

__all__ = ["as_json", "text"]


def text(fit: CalibrationFit) -> str:
    """Return the calibration and its figures as lines for a terminal."""
    questions, own = fit.question_set.questions, fit.calibration
    n_answerable = sum(question.answerable for question in questions)
    lines = [
        f"{fit.question_set.name}: {len(questions)} questions, {n_answerable} answerable; {fit.n_judged} have a "
        f"sentence to judge, the best one is right for {fit.n_right}.",
        *fit.question_set.notes,
        "",
        f"{'':24}{'shipped':>16}{'own':>16}",
    ]
    rows = [
        ("log loss", *(f"{quality.log_loss:.3f}" for quality in (fit.shipped, fit.own))),
        ("ECE", *(f"{quality.ece:.3f}" for quality in (fit.shipped, fit.own))),
        ("answered", *(_share(quality.answered, len(questions)) for quality in (fit.shipped, fit.own))),
        ("of those right", *(_share(quality.right, quality.answered) for quality in (fit.shipped, fit.own))),
    ]
    lines += [f"{name:24}{shipped:>16}{mine:>16}" for name, shipped, mine in rows]
    lines += [
        "",
        f"shipped: at its threshold, {qa.DEFAULT_MIN_CONFIDENCE:g}. own: cross-validated, each fifth of the questions "
        "with the line and the threshold of the others.",
        f"Fitted on all of them: log-odds times {own.slope:.3f} {'-' if own.intercept < 0 else '+'} "
        f"{abs(own.intercept):.3f}, threshold {own.threshold:.3f}.",
    ]
    if not fit.reached:
        lines.append(
            f"No threshold with at least {FEWEST_ANSWERED} answers has {fit.precision:g} of them right: the default "
            "threshold stays. Ask for less with --precision."
        )
    if fit.own.log_loss >= fit.shipped.log_loss:
        lines.append(
            "On questions that they were not fitted on, its probabilities are no better than the shipped ones (log "
            "loss): give more questions, or go back with --reset."
        )
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} {part / whole:.2f}" if whole else "0 of 0"


def as_json(fit: CalibrationFit) -> dict[str, Any]:
    """Return the figures as `json.dumps` takes them."""
    return {
        "quoth": qa.__version__,
        "set": fit.question_set.name,
        "notes": list(fit.question_set.notes),
        "n_questions": len(fit.question_set.questions),
        "n_judged": fit.n_judged,
        "n_right": fit.n_right,
        "precision": fit.precision,
        "reached": fit.reached,
        "calibration": dataclasses.asdict(fit.calibration),
        "shipped": dataclasses.asdict(fit.shipped) | {"precision": fit.shipped.precision},
        "cross_validated": dataclasses.asdict(fit.own) | {"precision": fit.own.precision},
    }
