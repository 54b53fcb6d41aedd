"""A description of the endpoint for people, made from its OpenAPI schema, so that the two cannot differ.

Left out: a client to try it with, and every part of OpenAPI that this endpoint does not use.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from server.pages.rendering import read_origin, render_page

__all__ = ["DescribedField", "DescribedResponse", "Operation", "describe_routes", "router"]

DEEPEST = 4
"""Levels of fields inside fields that are listed."""

Schema = Mapping[str, Any]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class DescribedField:
    """One value. name: with dots for a field inside a field, and [] for each of a list. place: path, query or body."""

    name: str
    place: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class DescribedResponse:
    """One outcome: its status, what it means, and the fields of its body."""

    status: str
    description: str
    fields: tuple[DescribedField, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. example: a command line that sends it."""

    method: str
    path: str
    description: str
    request: tuple[DescribedField, ...]
    responses: tuple[DescribedResponse, ...]
    example: str


@router.get("/docs")
def show_reference(request: Request) -> Response:
    """Describe the endpoint, from its own schema."""
    return render_page(
        request, "reference.html", reference=describe_routes(request.app.openapi(), origin=read_origin(request))
    )


def describe_routes(openapi: Schema, *, origin: str) -> list[Operation]:
    """Return a description of each route, in the order of the schema. origin: where the examples are sent."""
    return [
        _describe_operation(openapi, method, path, operation, origin)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]


def _describe_operation(openapi: Schema, method: str, path: str, operation: Schema, origin: str) -> Operation:
    parameters = [
        DescribedField(
            parameter["name"],
            parameter["in"],
            _name_type(openapi, parameter["schema"]),
            parameter.get("required", False),
            parameter.get("description", ""),
        )
        for parameter in operation.get("parameters", [])
    ]
    media_type, schema = _find_body(operation.get("requestBody", {}))
    return Operation(
        method=method.upper(),
        path=path,
        description=operation.get("description", operation.get("summary", "")),
        request=(*parameters, *_list_fields(openapi, schema, "body")),
        responses=tuple(
            DescribedResponse(
                status, response.get("description", ""), tuple(_list_fields(openapi, _find_body(response)[1], "body"))
            )
            for status, response in sorted(operation["responses"].items())
        ),
        example=shlex.join(
            [
                "curl",
                *([] if method == "get" else ["-X", method.upper()]),
                *_make_body_options(openapi, media_type, _resolve(openapi, schema)),
                f"{origin}{path}{_make_query(parameters)}",
            ]
        ),
    )


def _find_body(holder: Schema) -> tuple[str, Schema]:
    """Return the media type and the schema of a request's or a response's body; ("", {}) without one."""
    content: Mapping[str, Schema] = holder.get("content", {})
    media_type = next(iter(content), "")
    return media_type, content.get(media_type, {}).get("schema", {})


def _resolve(openapi: Schema, schema: Schema) -> Schema:
    """Follow a reference to the schema that it names."""
    while "$ref" in schema:
        schema = openapi["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def _list_fields(
    openapi: Schema, schema: Schema, place: str, prefix: str = "", depth: int = 1
) -> Iterator[DescribedField]:
    """Yield the fields of a schema, each before the fields inside it."""
    for inner, mark in _list_inner(openapi, schema):
        yield from _list_fields(openapi, inner, place, f"{prefix}{mark}", depth)
    resolved = _resolve(openapi, schema)
    for name, field in resolved.get("properties", {}).items():
        described = field.get("description", _resolve(openapi, field).get("description", ""))
        required = name in resolved.get("required", [])
        path = f"{prefix}.{name}" if prefix else name
        yield DescribedField(path, place, _name_type(openapi, field), required, described)
        if depth < DEEPEST:
            yield from _list_fields(openapi, field, place, path, depth + 1)


def _list_inner(openapi: Schema, schema: Schema) -> Iterator[tuple[Schema, str]]:
    """Yield what a list or a choice is made of, with [] for a list's."""
    resolved = _resolve(openapi, schema)
    if "items" in resolved:
        yield resolved["items"], "[]"
    for choice in resolved.get("anyOf", []):
        yield choice, ""


def _name_type(openapi: Schema, schema: Schema) -> str:
    """Return the type of a schema in words."""
    schema = _resolve(openapi, schema)
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_name_type(openapi, choice) for choice in schema["anyOf"]))
    if "enum" in schema:
        return " or ".join(json.dumps(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_name_type(openapi, schema['items'])}" if "items" in schema else "list"
    if schema.get("format") == "binary" or "contentMediaType" in schema:
        return "file"
    return str(schema.get("type", "any"))


def _make_query(parameters: list[DescribedField]) -> str:
    """Return the query of an example: only what it must have."""
    needed = [field.name for field in parameters if field.place == "query" and field.required]
    return f"?{'&'.join(f'{name}={name.upper()}' for name in needed)}" if needed else ""


def _make_body_options(openapi: Schema, media_type: str, schema: Schema) -> list[str]:
    """Return the options that send the body of an example: only what it must have."""
    required = {name: schema["properties"][name] for name in schema.get("required", [])}
    if media_type == "application/json":
        body = {name: _make_sample(openapi, field) for name, field in required.items()}
        return ["-H", "Content-Type: application/json", "-d", json.dumps(body, ensure_ascii=False)]
    if media_type == "multipart/form-data":
        return [word for name in required for word in ("-F", f"{name}=@notes.txt")]
    return []


def _make_sample(openapi: Schema, schema: Schema) -> Any:
    """Return a value of a schema: its first example, or the plainest of its type."""
    schema = _resolve(openapi, schema)
    if schema.get("examples"):
        return schema["examples"][0]
    return {"string": "…", "integer": 0, "number": 0, "boolean": False, "array": [], "object": {}}.get(
        schema.get("type", "")
    )
