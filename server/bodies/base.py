"""What the JSON bodies share: their three kinds, their kinds of text and number, and the addresses in them.

A request is strict: no unknown field, no number in quotes. What comes back to be verified may have fields that are not
known here; they are dropped. Whatever a request carries is bounded in number, and reading a list stops at its first
error: a million errors take a thousand times the memory of what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sized
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any, Literal
from urllib.parse import quote as percent_encode

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

__all__ = [
    "MAX_ID",
    "OPENED",
    "SHA256_SHOWN",
    "AtMost",
    "BoundedModel",
    "DocumentId",
    "JobState",
    "Name",
    "Offset",
    "Share",
    "Source",
    "Text",
    "Weight",
    "link_to_document",
    "link_to_original",
    "shorten_source",
]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ABSOLUTE = re.compile(r"/(?!/)|\\\\|[A-Za-z]:[\\/]")
_SEPARATOR = re.compile(r"[\\/]")
MAX_ID = 1_000
MOST_UNKNOWN = 50
JobState = Literal["waiting", "running", "done"]


def _refuse_surrogates(text: str) -> str:
    if _LONE_SURROGATE.search(text):
        raise ValueError("holds a lone surrogate, which is not a character")
    return text


Text = Annotated[str, AfterValidator(_refuse_surrogates)]
"""Text from a request. JSON can write half of a character; nothing that is kept, looked up or compared may have one."""
DocumentId = Annotated[Text, Field(max_length=MAX_ID)]


def _replace_surrogates(text: object) -> object:
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else text


Name = Annotated[str, BeforeValidator(_replace_surrogates)]
"""Text that came from a file name or a command line, where a byte that is not UTF-8 becomes a lone surrogate."""


def shorten_source(source: object) -> object:
    r"""Return where a document is from without the folders of this machine: of an absolute path its last two parts.

    >>> shorten_source("/home/ada/notes/bees.md"), shorten_source(r"C:\notes\bees.md"), shorten_source("a/b/c.md")
    ('notes/bees.md', 'notes/bees.md', 'a/b/c.md')
    """
    if not isinstance(source, str) or not _ABSOLUTE.match(source):
        return source
    return "/".join(part for part in _SEPARATOR.split(source)[-2:] if part and not part.endswith(":"))


Source = Annotated[Name, BeforeValidator(shorten_source)]
"""Where a document is from, as others may read it."""
SHA256_SHOWN = 16
"""Digits of a digest that tell two versions of a document apart in an address."""


def link_to_document(
    document_id: str, start: int | None = None, end: int | None = None, sha256: str | None = None
) -> str:
    """Return the path of a document's page, with the characters [start, end) marked where both are given.

    sha256: digest of the text that was quoted; the page then marks nothing once the text is another.
    """
    path = f"/documents/{percent_encode(document_id, safe='', errors='replace')}"
    if start is None or end is None:
        return path
    version = f"&sha256={sha256[:SHA256_SHOWN]}" if sha256 else ""
    return f"{path}?start={start}&end={end}{version}"


OPENED = frozenset({"application/pdf"})
"""Media types of files that a browser opens at a page, and that are kept, or read again from their place, for it."""


def link_to_original(document_id: str, page: int | None = None) -> str:
    """Return the path of the file that a document was read from, opened at `page` where one is given."""
    path = f"/original?id={percent_encode(document_id, safe='', errors='replace')}"
    return path if page is None else f"{path}#page={page}"


@dataclass(frozen=True, slots=True)
class AtMost:
    """Of a list, a tuple or a dict: that it has no more items, which is seen before any of them is looked at."""

    n: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema: Any = handler(source)
        schema["max_length"] = self.n  # is said in the description of the endpoint
        if schema["type"] != "dict":
            schema["fail_fast"] = True
        return core_schema.no_info_before_validator_function(self._check, schema)

    def _check(self, value: Any) -> Any:
        if isinstance(value, Sized) and not isinstance(value, str) and len(value) > self.n:
            raise PydanticCustomError(
                "too_long",
                "Give {most} items at the most, there are {given}",
                {"most": self.n, "given": len(value)},
            )
        return value


class BoundedModel(BaseModel):
    """A body of which no more fields that it does not know are looked at than errors are told of."""

    @model_validator(mode="before")
    @classmethod
    def _leave_fields_out(cls, value: Any) -> Any:
        if not isinstance(value, dict) or len(value) <= MOST_UNKNOWN:
            return value
        known = {name: value[name] for name in cls.model_fields if name in value}
        return known | dict(islice(((name, part) for name, part in value.items() if name not in known), MOST_UNKNOWN))


class RequestBody(BoundedModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class GivenBody(BoundedModel):
    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)


class ResponseBody(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True, allow_inf_nan=False)


Share = Annotated[float, Field(ge=0.0, le=1.0)]
Weight = Annotated[float, Field(ge=0.0, le=1_000.0)]
Offset = Annotated[int, Field(ge=0)]
