"""What those who run the server look at: is it alive, is it ready, and its measures.

Left out: access control. Whoever may reach the chat may see these.
"""

from __future__ import annotations

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from server.dependencies import LibraryDep, MetricsDep

__all__ = ["router"]

router = APIRouter(tags=["operations"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Say that the process answers, even while every worker thread waits for the library."""
    return {"status": "ok"}


@router.get("/readyz")
def readyz(library: LibraryDep) -> dict[str, str | int]:
    """Say that the library can be read, and how many documents it has; else a problem with status 503."""
    return {"status": "ready", "documents": len(library.documents())}


@router.get("/metrics", response_class=Response)
def metrics(library: LibraryDep, metrics: MetricsDep) -> Response:
    """Return the measures in the Prometheus text format."""
    return Response(metrics.render(library), media_type=CONTENT_TYPE_LATEST)
