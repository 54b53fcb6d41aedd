"""The interface's text: every language says all that English says, all of it is used, and no value becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment, nodes
from markupsafe import Markup

import server
from qa.types import Reason
from server.pages import rendering
from server.pages.display import THEMES
from server.pages.document_list import Scope
from server.pages.views import ADVICE, VERDICTS, State, TurnView
from server.wording import DEFAULT_LANGUAGE, LANGUAGES, Message, choose_language, load_wording

SERVER = Path(server.__file__).parent
SCRIPTS = sorted((SERVER / "static").glob("*.js"))
OTHERS = [language for language in LANGUAGES if language != DEFAULT_LANGUAGE]
ENGLISH = load_wording(DEFAULT_LANGUAGE).messages
KEY = re.compile(r"[a-z_]+\.[a-z_]+")


def forms(message: Message) -> list[str]:
    return [message] if isinstance(message, str) else list(message.values())


def written(language: str) -> list[str]:
    return [form for message in load_wording(language).messages.values() for form in forms(message)]


def plural_forms(message: Message) -> dict[str, str]:
    """The text of each plural category; those for one number alone are left out."""
    return {} if isinstance(message, str) else {name: form for name, form in message.items() if name[0] != "="}


@cache
def number_of(language: str, name: str) -> int | None:
    """The only number that a form is for, up to 1,000."""
    numbers = [n for n in range(1_001) if name in (f"={n}", load_wording(language).locale.plural_form(n))]
    return numbers[0] if len(numbers) == 1 else None


def values_of(message: Message) -> set[str]:
    return {name for form in forms(message) for name in re.findall(r"\{(\w+)\}", form)}


def categories(language: str, numbers: Iterable[int]) -> set[str]:
    return {load_wording(language).locale.plural_form(n) for n in numbers}


def test_there_is_one_file_for_each_language():
    assert {path.stem for path in (SERVER / "wording").glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_messages_of_english_in_their_order(language):
    messages = load_wording(language).messages
    assert list(messages) == list(ENGLISH)
    for key, english in ENGLISH.items():
        assert isinstance(messages[key], str) == isinstance(english, str), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_message_names_the_values_of_the_english_one(language):
    for key, message in load_wording(language).messages.items():
        named = {"": message} if isinstance(message, str) else message
        for name, form in named.items():
            unsaid = values_of(ENGLISH[key]) - values_of(form)
            assert unsaid <= ({"n"} if number_of(language, name) is not None else set()), (key, form)
            assert values_of(form) <= values_of(ENGLISH[key]), (key, form)
            assert not re.search(r"[{}]", re.sub(r"\{\w+\}", "", form)), (key, form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_message_has_the_categories_of_its_language(language):
    needed = {*categories(language, range(1_001)), "other"}  # rules look at three digits, or at whole millions
    allowed = needed | categories(language, [1_000_000])
    for key, message in load_wording(language).messages.items():
        if not isinstance(message, str):
            assert needed <= set(plural_forms(message)) <= allowed, key
            assert all(re.fullmatch(r"=\d+", name) for name in set(message) - set(plural_forms(message))), key


def test_each_number_takes_the_form_of_its_category():
    assert [load_wording("en")("documents.count", n=n) for n in (0, 1, 2)] == [
        "0 documents",
        "1 document",
        "2 documents",
    ]
    assert [load_wording("fr")("documents.count", n=n) for n in (0, 1, 2)] == [
        "0 document",
        "1 document",
        "2 documents",
    ]
    assert load_wording("fr")("documents.count", n=1_000_000) == "1\u202f000\u202f000 documents"
    arabic = ["3 أحرف", "11 حرفًا", "100 حرف", "103 أحرف"]
    assert [load_wording("ar")("documents.characters", n=n) for n in (3, 11, 100, 103)] == arabic
    assert {load_wording("zh")("documents.count", n=n).lstrip("0123") for n in range(4)} == {" 份文档"}


@pytest.mark.parametrize(
    ("language", "both"),
    [
        ("en", "Asking both documents"),
        ("de", "Frage an beide Dokumente"),
        ("fr", "Question posée aux deux documents"),
        ("es", "Se pregunta a ambos documentos"),
        ("ar", "السؤال موجَّه إلى كلا المستندين"),
        ("zh", "向这两份文档提问"),
    ],
)
def test_two_documents_are_both(language, both):
    for key in ("scope.all", "script.scope.all"):
        assert load_wording(language)(key, n=2) == both
        assert load_wording(language)(key, n=3) != both


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_plain_text(language):
    for form in written(language):
        assert form
        assert form == form.strip()
        assert not re.search(r"[<>&\x00-\x1f\x7f]", form), form
    assert load_wording(language)("advice.add").endswith("quoth serve FOLDER")


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_not_left_in_english(language):
    same = [key for key, message in load_wording(language).messages.items() if forms(message) == forms(ENGLISH[key])]
    assert len(same) < len(ENGLISH) / 10, same


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", r"[%“”„«»]"),
        ("de", r"['\"”%]"),
        ("fr", r"['\"%]|[^\u202f][;:?!]"),
        ("es", r"['\"%]|^[^¿]*\?|^[^¡]*!"),
        ("ar", r"['\",;?%]"),
        ("zh", r"['\",;:?!%]|\.$"),
    ],
)
def test_each_language_has_its_own_typography(language, wrong):
    assert [form for form in written(language) if re.search(wrong, form)] == []


# What pages and scripts ask for.


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
        "reason.": set(get_args(Reason)),
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


# How a message is written.


TEXT = st.one_of(st.text(), st.text(alphabet="<>&\"'{}/;#ab \u202e", min_size=1))
FILLED = [key for key, message in ENGLISH.items() if values_of(message)]


@given(st.sampled_from(list(LANGUAGES)), st.sampled_from(FILLED), TEXT, st.integers(0, 2_000_000))
@example("en", "removing.title", "<script>{n}&amp;'\"</script>", 1)
def test_no_value_becomes_markup(language, key, text, n):
    message = load_wording(language).messages[key]
    counted = {} if isinstance(message, str) else {"n": n}
    html = load_wording(language)(key, **(dict.fromkeys(values_of(message), text) | counted))
    assert not re.search(r"[<>\"']", html)
    shown = dict.fromkeys(values_of(message), text) | dict.fromkeys(counted, load_wording(language).number(n))
    assert html.unescape() in {form.format(**shown) for form in forms(message)}


def test_markup_is_written_as_it_is():
    html = load_wording("en")("removing.title", title=Markup("<bdi>{}</bdi>").format("<b>"))
    assert html == "Remove <bdi>&lt;b&gt;</bdi>?"


def test_an_unknown_message_and_a_missing_value_are_errors():
    with pytest.raises(KeyError):
        load_wording("en")("site.nothing")
    for key in ("documents.count", "removing.title"):
        with pytest.raises(KeyError):
            load_wording("en")(key)


@pytest.mark.parametrize(
    ("language", "number"),
    [
        ("en", "1,234,567"),
        ("de", "1.234.567"),
        ("fr", "1\u202f234\u202f567"),
        ("es", "1.234.567"),
        ("ar", "1,234,567"),
        ("zh", "1,234,567"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language, number):
    assert load_wording(language).number(1_234_567) == number
    assert number in load_wording(language)("documents.characters", n=1_234_567)
    assert load_wording(language).number(7) == "7"


@pytest.mark.parametrize(
    ("language", "percentage"),
    [("en", "29%"), ("de", "29\xa0%"), ("fr", "29\xa0%"), ("es", "29\xa0%"), ("ar", "29%"), ("zh", "29%")],
)
def test_percentages_are_written_as_the_language_writes_them(language, percentage):
    for key in ("figure.exactly", "figure.under", "figure.over"):
        assert percentage in load_wording(language)(key, percent=load_wording(language).percent(29))


def test_only_arabic_is_written_from_right_to_left():
    assert {language for language in LANGUAGES if load_wording(language).direction == "rtl"} == {"ar"}
    assert {load_wording(language).direction for language in LANGUAGES} == {"ltr", "rtl"}


def test_scripts_get_their_messages_and_no_others():
    for language in LANGUAGES:
        assert set(load_wording(language).for_scripts) == {key for key in ENGLISH if key.startswith("script.")}


# Which language a browser wants.


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("zh-Hant-TW", "zh"),
        ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr"),
        ("en;q=0.5, es;q=0.9", "es"),
        ("es;q=0.5,ar;q=0.5", "es"),
        ("pt, ja", "en"),
        ("pt, ar;q=0.001", "ar"),
        ("de;q=0", "en"),
        ("de;q=0, fr;q=0.1", "fr"),
        ("*", "en"),
        ("  fr  ;  q=0.3  ,  zh ; q=0.4", "zh"),
        ("de;q=", "en"),
        ("de;q=x, fr;q=0.2", "fr"),
        ("de;q=-1", "en"),
        ("de;q=nan", "en"),
        ("deutsch", "en"),
        ("../de", "en"),
        ("de_AT", "en"),
        (",;,;q=1,,", "en"),
        ("\x00, \ud800, de", "de"),
        ("pt," * 1_000 + "de", "en"),
        ("x" * 1_000_000, "en"),
    ],
)
def test_the_language_that_a_browser_likes_best(header, language):
    assert choose_language(header) == language


@given(st.one_of(st.text(), st.text(alphabet="adefrnszhq=;,.-*019 \tnaif")))
def test_any_header_gives_a_language(header):
    assert choose_language(header) in LANGUAGES


@given(st.dictionaries(st.sampled_from([*LANGUAGES, "pt", "ja"]), st.integers(0, 1_000)), st.randoms())
def test_the_greatest_weight_wins_wherever_it_stands(weights, random):
    parts = [f"{language};q={weight / 1_000}" for language, weight in weights.items()]
    random.shuffle(parts)
    known = {language: weight for language, weight in weights.items() if language in LANGUAGES and weight}
    most = max(known.values(), default=0)
    assert choose_language(", ".join(parts)) in ({each for each in known if known[each] == most} or {DEFAULT_LANGUAGE})
