"""The HTTP endpoint under /api: ask, search, documents, jobs, verify; what readers say is in `feedback`.

Path functions are plain, so that each runs in a thread and the event loop stays free. Left out: any decision; each
route translates a request, calls the library and translates what came back.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Header, Query, Response, UploadFile
from starlette.responses import JSONResponse

import qa
from server.api import feedback as feedback_api
from server.bodies import translate
from server.bodies.answers import AnswerBody, AskBody, HitsBody
from server.bodies.documents import DocumentBody, DocumentsBody, FilesBody, JobBody, JobsBody
from server.bodies.verification import GivenAnswer, VerifiedBody
from server.dependencies import ASKS, READS, UPLOADS, JobsDep, LibraryDep, MetricsDep, SettingsDep, check_writable
from server.problems import describe_problems
from server.uploads import take as uploads

__all__ = ["router"]


router = APIRouter(
    prefix="/api",
    tags=["api"],
    responses=describe_problems(
        _400="The body cannot be read.",
        _403="Another site sent the request.",
        _413="The body is too large.",
        _421="The host name is not allowed.",
        _422="A value is not valid; the problem names each.",
    ),
)


MAX_LISTED = 1_000_000

PartialQuery = Annotated[
    bool, Query(description="Answer from the rest where a server of the library does not answer; `left_out` names it.")
]
_TOO_MANY = "Too many questions wait, or the library cannot be used; Retry-After says when to try again."


@router.post(
    "/ask",
    dependencies=[ASKS],
    responses=describe_problems(_404="A document that was to be asked does not exist.", _503=_TOO_MANY),
)
def ask(
    body: AskBody, library: LibraryDep, settings: SettingsDep, metrics: MetricsDep, *, partial: PartialQuery = False
) -> AnswerBody:
    """Answer a question with quotes from the documents, or say why they do not answer it."""
    answer = library.ask(
        body.question,
        history=translate.read_turns(body.history),
        max_quotes=body.max_quotes,
        min_confidence=settings.min_confidence if body.min_confidence is None else body.min_confidence,
        documents=body.documents,
        partial=partial,
    )
    metrics.observe(answer)
    return translate.translate_answer(answer, library)


@router.get("/search", dependencies=[ASKS], responses=describe_problems(_503=_TOO_MANY))
def search(
    library: LibraryDep,
    q: Annotated[str, Query(description="The question.")],
    k: Annotated[int, Query(ge=1, le=100, description="How many passages at the most.")] = 10,
    *,
    partial: PartialQuery = False,
) -> HitsBody:
    """Return the passages that match a question, best first; an empty list when none does."""
    return translate.translate_hits(q, library.find(q, k=k, partial=partial), library)


@router.get("/documents")
def documents(
    library: LibraryDep,
    limit: Annotated[
        int | None, Query(ge=1, le=MAX_LISTED, description="How many at the most; all if left out.")
    ] = None,
    after: Annotated[
        str, Query(description="Only those whose id comes after this one; `next` of the list before.")
    ] = "",
) -> DocumentsBody:
    """List the documents, by id, without their text."""
    return translate.translate_documents(library, limit=limit, after=after)


@router.post(
    "/documents",
    status_code=201,
    response_model=FilesBody,
    dependencies=[Depends(check_writable), UPLOADS],
    response_description="Every file was added.",
    responses={
        202: {
            "model": JobBody,
            "description": "The files are kept, and are added from now on; Location names the job.",
        },
        207: {"model": FilesBody, "description": "Some files were added; each of the others has its error."},
        **describe_problems(
            _403="The server is read-only, or another site sent the request.",
            _415="No file was added: none is of a kind that can be read.",
            _422="No file was added; the problem has each file's error.",
            _503="Too many uploads wait, or the library cannot be used; Retry-After says when to try again.",
            _507="The files could not be kept on the server's disk.",
        ),
    },
)
def add_documents(
    *,
    library: LibraryDep,
    jobs: JobsDep,
    response: Response,
    files: Annotated[list[UploadFile], File(description="Files of any kind that Quoth reads.")],
    language: Annotated[
        str,
        Form(description="BCP 47 tag of the files' language, such as de. Default: what each file says, else detected."),
    ] = "",
    prefer: Annotated[
        list[str] | None, Header(description="`respond-async` (RFC 7240): make it a job, however small it is.")
    ] = None,
) -> FilesBody | JSONResponse:
    """Add files to the library. One with the name of an earlier one replaces it.

    More than 20 files, or more than 5 MB, become a job. So does what comes after a file of one name that waits.
    """
    as_job = uploads.prefers_job(prefer or ())
    taken = uploads.take(files, library, jobs, language=language, as_job=as_job)
    if isinstance(taken, JobBody):
        applied = {"Preference-Applied": "respond-async"} if as_job else {}
        return JSONResponse(taken.model_dump(mode="json"), 202, {"Location": str(taken.url), **applied})
    response.status_code = 207 if any(isinstance(upload.outcome, qa.QuothError) for upload in taken) else 201
    return FilesBody(files=[upload.body for upload in taken])


@router.get("/jobs")
def list_jobs(jobs: JobsDep) -> JobsBody:
    """List the uploads that are worked on and the last that were, the newest first."""
    return JobsBody(jobs=list(jobs.list_recent()))


@router.get("/jobs/{id}", responses=describe_problems(_404="There is no such job."))
def job(id: str, jobs: JobsDep) -> JobBody:
    """Say how far an upload is, and what became of each file so far."""
    return jobs.find(id)


@router.get(
    "/documents/{id:path}",
    dependencies=[READS],
    response_model=DocumentBody,
    responses=describe_problems(_404="There is no such document.", _503="Too many documents are read at a time."),
)
def document(id: str, library: LibraryDep) -> Response:
    """Return a document with its text."""
    body = translate.translate_document(library.document(id))
    return Response(body.model_dump_json(), media_type="application/json")  # written here, not while others wait


@router.delete(
    "/documents/{id:path}",
    status_code=204,
    dependencies=[Depends(check_writable)],
    responses=describe_problems(_404="There is no such document."),
)
def remove_document(id: str, library: LibraryDep) -> None:
    """Remove a document; from now on no answer quotes it."""
    library.remove(id)


@router.post("/verify", dependencies=[ASKS], responses=describe_problems(_503=_TOO_MANY))
def verify(body: GivenAnswer, library: LibraryDep) -> VerifiedBody:
    """Check each quote of an answer against the documents as they are now."""
    return translate.translate_verifications(library.verify(body.model_dump()))


router.include_router(feedback_api.router)
