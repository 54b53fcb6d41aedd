"""The description of the endpoint for people."""

from __future__ import annotations

import re

from server.pages.reference import describe_routes
from tests.server.pages.conftest import (
    get,
    link_of,
    one,
)


def test_the_reference_has_every_route_and_field(client):
    page = get(client, "/docs")
    shown = one(page, "main").text()
    schema = client.get("/openapi.json").json()
    for path, methods in schema["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in shown
    names = {name for body in schema["components"]["schemas"].values() for name in body.get("properties", {})}
    listed = {part for node in page.css("tbody th code") for part in re.split(r"\[\]|\.", node.text())}
    assert names <= listed
    assert "-F files=@notes.txt" in shown
    for link in page.css("nav[aria-label=Routes] a"):
        assert page.css_first(f"[id='{link_of(link)[1:]}']")


def test_fields_inside_fields_and_lists_have_dots_and_brackets():
    schema = {"$ref": "#/components/schemas/Outer"}
    inner = {"type": "object", "properties": {"n": {"type": "integer"}}}
    outer = {"type": "object", "properties": {"list": {"type": "array", "items": inner}}, "required": ["list"]}
    openapi = {
        "components": {"schemas": {"Outer": outer}},
        "paths": {
            "/x": {
                "post": {
                    "description": "Do it.",
                    "requestBody": {"content": {"application/json": {"schema": schema}}},
                    "responses": {"200": {"description": "Done."}},
                }
            }
        },
    }
    (operation,) = describe_routes(openapi, origin="http://h")
    assert [(field.name, field.type, field.required) for field in operation.request] == [
        ("list", "list of object", True),
        ("list[].n", "integer", False),
    ]
    assert operation.example == """curl -X POST -H 'Content-Type: application/json' -d '{"list": []}' http://h/x"""
