"""Why an upload is not kept or not known: the bounds that all processes of a server share, and the problems."""

from __future__ import annotations

import re

from server.problems import JOB_NOT_FOUND, TOO_MANY_JOBS, UPLOAD_NOT_KEPT, ProblemError, show_value

__all__ = ["ID", "MAX_WAITING", "REMEMBERED", "check_room", "explain_not_kept", "explain_unknown_job"]

MAX_WAITING = 8
"""Jobs that are not done; one more is refused. Each may hold as many bytes as an upload."""
REMEMBERED = 50
"""Jobs that are done and can still be asked for."""
ID = re.compile(r"(\d{1,12})-[0-9a-f]{12}")
"""Names of jobs: a number that says the order of arrival, and what nobody guesses."""


def check_room(n_waiting: int) -> None:
    """Raise ProblemError when so many uploads wait that no more are taken."""
    if n_waiting >= MAX_WAITING:
        raise ProblemError(
            TOO_MANY_JOBS,
            f"{n_waiting} uploads wait to be added, and no more are taken. Send this one again in a while; "
            "GET /api/jobs says how far they are.",
        )


def explain_not_kept(exc: Exception) -> ProblemError:
    """Return the problem of files that could not be written."""
    reason = getattr(exc, "strerror", None) or exc
    return ProblemError(
        UPLOAD_NOT_KEPT,
        f"The files could not be kept on the server's disk: {reason}. Nothing of this upload was added. Make "
        "room there, or send less at a time.",
    )


def explain_unknown_job(id: str) -> ProblemError:
    """Return the problem of a job that is not known."""
    return ProblemError(
        JOB_NOT_FOUND,
        f"There is no job {show_value(id)}. GET /api/jobs lists those that are known: the last {REMEMBERED} "
        "that are done, and all that are not.",
    )
