"""Every message is used by pages or scripts, with the values that it names, and every one that is used exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import SimpleNamespace
from typing import Any, cast, get_args

from jinja2 import Environment, nodes

from qa.types import Reason
from server.pages import rendering
from server.pages.display import THEMES
from server.pages.document_list import Scope
from server.pages.places.links import State
from server.pages.views import ADVICE, VERDICTS, TurnView
from server.silence import BEYOND
from tests.server.wording.messages import (
    ENGLISH,
    KEY,
    SCRIPTS,
    SERVER,
    values_of,
)


def parsed(template: str) -> nodes.Template:
    return Environment(autoescape=True).parse((SERVER / "templates" / template).read_text(encoding="utf-8"))


@cache
def calls() -> list[nodes.Call]:
    """The calls of `t` in the templates, and of the macro that hands a key on to it."""
    return [
        call
        for path in sorted((SERVER / "templates").glob("*.html"))
        for call in parsed(path.name).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in ("t", "icon")
    ]


def consts(node: nodes.Node) -> Iterator[str]:
    every = [node] if isinstance(node, nodes.Const) else node.find_all(nodes.Const)
    yield from (const.value for const in every if isinstance(const.value, str))


def listed_in(template: str, target: str) -> set[str]:
    """The words that a loop of a template goes over: `{% for TARGET in (…) %}`; of tuples, the last ones."""
    [loop] = (
        loop
        for loop in parsed(template).find_all(nodes.For)
        if isinstance(loop.iter, nodes.Tuple) and last(loop.target).name == target
    )
    return {last(each).value for each in loop.iter.iter_child_nodes()}


def last(node: nodes.Node) -> Any:
    return node.items[-1] if isinstance(node, nodes.Tuple) else node


def composed() -> dict[str, set[str]]:
    """The keys of which a template writes only the beginning, by that beginning: each rest, from the code it is in."""
    advised = [SimpleNamespace(answer=SimpleNamespace(reason=reason), scope=Scope(("a",), 2)) for reason in ADVICE]
    advice_of = cast("property", TurnView.__dict__["advice"]).__get__
    return {
        "verdict.": {words for _, words in VERDICTS},
        "theme.": set(THEMES),
        "keys.": listed_in("base.html", "what"),
        "figure.": {rendering._round_figure(confidence)[0] for confidence in (0.0, 0.001, 0.5, 0.999, 1.0)},
        "copy.": listed_in("turn.html", "format"),
        "silence.": set(get_args(Reason)),
        "reason.": {"no_match", "no_sentence", "low_confidence", "not_a_question"},
        "beyond.": set(BEYOND),
        "advice.": {advice for view in advised for advice in advice_of(view)},
        "turn.": set(get_args(State)) - {""},
    }


def used_by_pages() -> set[str]:
    used = {text for call in calls() for argument in call.args for text in consts(argument) if KEY.fullmatch(text)}
    for path in SERVER.rglob("*.py"):
        used.update(re.findall(r"\bt\(\"([a-z_]+\.[a-z_]+)\"", path.read_text(encoding="utf-8")))
    return used | {start + rest for start, rests in composed().items() for rest in rests}


def used_by_scripts() -> dict[str, list[set[str]]]:
    """The names of the values that each call gives, by key."""
    used: dict[str, list[set[str]]] = {}
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        acts = re.findall(r"\bact\(\"(\w+)\"", text)
        for keys, values in re.findall(r"\bt\((`[^`]+`|[^(){},]+)(?:, \{([^{}]*)\})?", text):
            patterns = [key for quoted in re.findall(r'"([^"]+)"|`([^`]+)`', keys) for key in quoted if key]
            names = set(re.findall(r"(?:^|, )\s*(\w+)(?=:|,|\s*$)", values))
            for key in {pattern.replace("${key}", act) for pattern in patterns for act in acts or [""]}:
                used.setdefault(f"script.{key}", []).append(names)
    return used


def test_every_message_is_used_and_every_one_that_is_used_exists():
    beginnings = {text for call in calls() for text in consts(call.args[0]) if text.endswith(".")}
    assert beginnings == set(composed())
    assert used_by_pages() | set(used_by_scripts()) == set(ENGLISH)


def test_the_advice_is_for_the_reasons_that_there_are():
    assert set(ADVICE) == set(get_args(Reason))


def test_pages_and_scripts_give_the_values_that_a_message_names():
    values_given = dict(used_by_scripts())
    for call in calls():
        names = {keyword.key for keyword in call.kwargs}
        for text in (text for argument in call.args for text in consts(argument)):
            for key in [text] if text in ENGLISH else [text + rest for rest in composed().get(text, ())]:
                values_given.setdefault(key, []).append(names)
    for key, calls_of_it in values_given.items():
        needed = values_of(ENGLISH[key]) | (set() if isinstance(ENGLISH[key], str) else {"n"})
        for names in calls_of_it:
            assert needed <= names, key
