"""The HTTP endpoint under /api: ask, search, documents, verify.

Path functions are plain, so that each runs in a thread and the event loop stays free. Left out: any decision; each
route translates a request, calls the library and translates what came back.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Query, Response, UploadFile

import qa
from server import translate, uploads
from server.dependencies import LibraryDep, MetricsDep, SettingsDep, writable
from server.problems import MEDIA_TYPE, Problem
from server.schemas import (
    AnswerBody,
    AskBody,
    DocumentBody,
    DocumentsBody,
    FilesBody,
    GivenAnswer,
    HitsBody,
    VerifiedBody,
)

__all__ = ["router"]


def _problems(**meanings: str) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI says of statuses that come with a problem document: `_404="why"`."""
    content = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    return {int(name[1:]): {"description": meaning, "content": content} for name, meaning in meanings.items()}


router = APIRouter(
    prefix="/api",
    tags=["api"],
    responses=_problems(
        _400="The body cannot be read.",
        _403="Another site sent the request.",
        _413="The body is too large.",
        _421="The host name is not allowed.",
        _422="A value is not valid; the problem names each.",
    ),
)


@router.post("/ask", responses=_problems(_404="A document that was to be asked does not exist."))
def ask(body: AskBody, library: LibraryDep, settings: SettingsDep, metrics: MetricsDep) -> AnswerBody:
    """Answer a question with quotes from the documents, or say why they do not answer it."""
    answer = library.ask(
        body.question,
        history=translate.turns(body.history),
        max_quotes=body.max_quotes,
        min_confidence=settings.min_confidence if body.min_confidence is None else body.min_confidence,
        documents=body.documents,
    )
    metrics.observe(answer)
    return translate.answer_body(answer, library)


@router.get("/search")
def search(
    library: LibraryDep,
    q: Annotated[str, Query(description="The question.")],
    k: Annotated[int, Query(ge=1, le=100, description="How many passages at the most.")] = 10,
) -> HitsBody:
    """Return the passages that match a question, best first; an empty list when none does."""
    return translate.hits_body(q, library.search(q, k=k), library)


@router.get("/documents")
def documents(library: LibraryDep) -> DocumentsBody:
    """List the documents, by id, without their text."""
    return translate.documents_body(library.documents())


@router.post(
    "/documents",
    status_code=201,
    dependencies=[Depends(writable)],
    response_description="Every file was added.",
    responses={
        207: {"model": FilesBody, "description": "Some files were added; each of the others has its error."},
        **_problems(
            _403="The server is read-only, or another site sent the request.",
            _415="No file was added: none is of a kind that can be read.",
            _422="No file was added; the problem has each file's error.",
        ),
    },
)
def add_documents(
    library: LibraryDep,
    response: Response,
    files: Annotated[list[UploadFile], File(description="Text, Markdown or HTML files.")],
    language: Annotated[
        str,
        Form(description="BCP 47 tag of the files' language, such as de. Default: what each file says, else detected."),
    ] = "",
) -> FilesBody:
    """Add files to the library. One with the name of an earlier one replaces it."""
    read = uploads.read_uploads(files, language=language)
    added = [upload.outcome for upload in read if isinstance(upload.outcome, qa.Document)]
    if not added:
        raise uploads.none_added(read)
    library.add(*added)
    response.status_code = 201 if len(added) == len(read) else 207
    return FilesBody(files=[upload.body for upload in read])


@router.get("/documents/{id:path}", responses=_problems(_404="There is no such document."))
def document(id: str, library: LibraryDep) -> DocumentBody:
    """Return a document with its text."""
    return translate.document_body(library.document(id))


@router.delete(
    "/documents/{id:path}",
    status_code=204,
    dependencies=[Depends(writable)],
    responses=_problems(_404="There is no such document."),
)
def remove_document(id: str, library: LibraryDep) -> None:
    """Remove a document; from now on no answer quotes it."""
    library.remove(id)


@router.post("/verify")
def verify(body: GivenAnswer, library: LibraryDep) -> VerifiedBody:
    """Check each quote of an answer against the documents as they are now."""
    return translate.verified_body(library.verify(body.model_dump()))
