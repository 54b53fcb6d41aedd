"""What those who run the server look at: is it alive, is it ready, and its measures.

Left out: access control. Whoever may reach the chat may see these.
"""

from __future__ import annotations

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

import qa
from server.dependencies import LibraryDep, MetricsDep, SettingsDep

__all__ = ["router"]

router = APIRouter(tags=["operations"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Say that the process answers, even while every worker thread waits for the library."""
    return {"status": "ok"}


@router.get("/readyz")
def readyz(library: LibraryDep, settings: SettingsDep) -> dict[str, str | int | float]:
    """Say that the library can be read; else a problem with status 503.

    documents: how many there are. min_confidence: how confident an answer must be where the question does not say.
    """
    if library.folder is not None and not library.folder.is_dir():  # what is open still can be read
        raise qa.LibraryError(f"The folder {str(library.folder)!r} of the library is gone. Put it back.")
    least = library.min_confidence if settings.min_confidence is None else settings.min_confidence
    return {"status": "ready", "documents": library.n_documents, "min_confidence": least}


@router.get("/metrics", response_class=Response)
def metrics(library: LibraryDep, metrics: MetricsDep) -> Response:
    """Return the measures in the Prometheus text format."""
    return Response(metrics.render(library), media_type=CONTENT_TYPE_LATEST)
