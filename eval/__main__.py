"""`python -m eval`: the same as `quoth eval`."""

from __future__ import annotations

from eval.cli import eval_command

if __name__ == "__main__":
    eval_command(prog_name="python -m eval")
