"""How pages are shown to one reader: in the language of the browser or the one chosen, and in the colours chosen."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

import qa
from server.pages.display import THEMES, keep_own_address
from server.wording import LANGUAGES, load_wording

PAGES = ("/", "/?q=What+does+a+ticket+cost%3F", "/documents", "/documents/museum", "/remove?id=museum", "/docs")
ARABIC = "هذا متحف كبير. يفتح المتحف أبوابه في التاسعة صباحًا، وسعر التذكرة عشرة دنانير."
ELSEWHERE = (
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "https://evil.example/",
    "https:evil.example",
    "javascript:alert(1)",
    "evil.example",
    "?q=x",
    " /",
    "/\n",
    "/\r\nSet-Cookie: a=b",
    "/\t/evil.example",
    "\t//evil.example",
    "/documents\\evil",
    "/\x00",
    "/\x7f",
    "/" + "x" * 6_000,
)


def get(client: TestClient, url: str, *, accept: str = "", cookie: str = "", status: int = 200) -> LexborHTMLParser:
    headers = {"Accept": "text/html", "Accept-Language": accept, **({"Cookie": cookie} if cookie else {})}
    response = client.get(url, headers=headers)
    assert response.status_code == status, response.text
    return LexborHTMLParser(response.text)


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    [node] = page.css(selector)
    return node


def root_of(page: LexborHTMLParser) -> dict[str, str | None]:
    return one(page, "html").attributes


def post(client: TestClient, **fields: str) -> Any:
    response = client.post("/display", data=fields, follow_redirects=False)
    assert response.status_code == 303
    return response


def cookies_of(response: Any) -> dict[str, tuple[str, set[str]]]:
    """Each cookie that a response sets: its value, and its attributes in lower case."""
    cookies = {}
    for header in response.headers.get_list("set-cookie"):
        named, *attributes = header.split("; ")
        name, _, value = named.partition("=")
        cookies[name] = value, {attribute.lower() for attribute in attributes}
    return cookies


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("url", PAGES)
def test_a_page_declares_its_language_its_direction_and_its_colours(client, url, language):
    root = root_of(get(client, url, accept=language))
    assert root["lang"] == load_wording(language).tag
    assert root["dir"] == ("rtl" if language == "ar" else "ltr")
    assert root["data-theme"] == "system"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_the_language_that_it_declares(client, language):
    page = get(client, "/", accept=language)
    t = load_wording(language)
    assert one(page, "h1").text() == t("front.title").unescape()
    assert one(page, "#display button").text() == t("site.apply").unescape()
    assert [node.text() for node in page.css("#display [name=language] option")] == list(LANGUAGES.values())
    assert [node.attributes["value"] for node in page.css("#display [selected]")] == [language, "system"]


@pytest.mark.parametrize("accept", ["", "pt, ja;q=0.5", "de;q=x", "*"])
def test_without_a_wish_that_can_be_met_a_page_is_in_english(client, accept):
    assert root_of(get(client, "/", accept=accept))["lang"] == "en-GB"


def test_an_error_is_shown_in_the_language_too(client):
    page = get(client, "/documents/nothing", accept="de", status=404)
    assert root_of(page)["lang"] == "de"
    assert one(page, ".eyebrow").text() == "Fehler 404"


def test_what_was_chosen_counts_for_more_than_what_the_browser_says(client):
    page = get(client, "/", accept="de", cookie="quoth-language=ar; quoth-theme=contrast")
    assert root_of(page) == {"lang": "ar", "dir": "rtl", "data-theme": "contrast"}
    assert [node.attributes["value"] for node in page.css("#display [selected]")] == ["ar", "contrast"]


@pytest.mark.parametrize("value", ["", "xx", "DE", "de-AT", "../de", '"><script>', "x" * 3_000])
def test_a_cookie_that_holds_no_choice_is_as_none(client, value):
    root = root_of(get(client, "/", accept="fr", cookie=f"quoth-language={value}; quoth-theme={value}"))
    assert (root["lang"], root["data-theme"]) == ("fr", "system")


@pytest.mark.parametrize("url", PAGES)
def test_caches_are_told_what_a_page_depends_on(client, url):
    vary = client.get(url, headers={"Accept": "text/html"}).headers["vary"]
    assert {name.strip().lower() for name in vary.split(",")} >= {"accept-language", "cookie"}


def test_a_choice_is_kept_in_cookies_that_scripts_and_other_sites_do_not_get(client):
    cookies = cookies_of(post(client, language="zh", theme="dark", back="/documents"))
    assert {name: value for name, (value, _) in cookies.items()} == {"quoth-language": "zh", "quoth-theme": "dark"}
    for _, attributes in cookies.values():
        assert {"httponly", "samesite=lax", "path=/", "max-age=31536000"} <= attributes
        assert not any(attribute.startswith("domain") for attribute in attributes)
    root = root_of(get(client, "/"))
    assert (root["lang"], root["data-theme"]) == ("zh-Hans", "dark")


def test_every_choice_of_the_form_can_be_kept(client):
    for name, choices in (("language", LANGUAGES), ("theme", THEMES)):
        for choice in choices:
            assert cookies_of(post(client, **{name: choice})).keys() == {f"quoth-{name}"}
            [selected] = get(client, "/", accept="fr").css(f"#display [name={name}] [selected]")
            assert selected.attributes["value"] == choice


@pytest.mark.parametrize("value", ["", "xx", "DE", " de", "de\r\nSet-Cookie: a=b", "de; Domain=evil.example"])
def test_what_is_no_choice_is_not_kept(client, value):
    assert cookies_of(post(client, language=value, theme=value)) == {}
    assert cookies_of(post(client, language="es", theme=value)).keys() == {"quoth-language"}


def test_a_choice_leads_back_to_the_page_that_it_was_made_on(client):
    for url in PAGES:
        if url != "/docs":
            page = get(client, url)
            [back] = page.css("#display [name=back]")
            response = post(client, language="de", back=back.attributes["value"] or "")
            assert one(get(client, response.headers["location"]), "h1").text()
    assert post(client, language="de").headers["location"] == "/"


@pytest.mark.parametrize(
    "back", ["/", "/documents", "/?q=a%26b&earlier=c", "/documents/a%2F..%5Cb?find=x#quote", "/a//b"]
)
def test_an_address_on_this_server_is_gone_back_to(client, back):
    assert keep_own_address(back) == back
    assert post(client, back=back).headers["location"] == back


@pytest.mark.parametrize("back", ELSEWHERE)
def test_no_other_address_is_gone_back_to(client, back):
    assert keep_own_address(back) == "/"
    assert post(client, language="de", back=back).headers["location"] == "/"


@given(st.one_of(st.text(), st.text(alphabet="/\\.:@?#ahtps \t\r\n\x00")))
def test_an_own_address_begins_with_one_slash_and_breaks_no_header(address):
    own = keep_own_address(address)
    assert own in (address, "/")
    assert own.startswith("/")
    assert not own.startswith(("//", "/\\"))
    assert not any(character < " " or character == "\x7f" for character in own)


def test_the_address_of_a_page_is_escaped_in_its_form(client):
    query = urlencode({"filter": '"><script>alert(1)</script>'})
    for url in (f"/documents?{query}", '/documents?filter="><script>alert(1)</script>'):
        page = get(client, url)
        assert not [node for node in page.css("script") if "alert" in (node.text() or "")]
        [back] = page.css("#display [name=back]")
        assert (back.attributes["value"] or "").startswith("/documents?filter=")


def test_another_site_cannot_choose(client):
    response = client.post("/display", data={"language": "de"}, headers={"Origin": "https://evil.example"})
    assert response.status_code == 403
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("language", ["en", "ar"])
def test_documents_keep_their_own_direction_and_language(make_client, language):
    with qa.Library() as library:
        library.add(
            qa.Document(id="arabic", text=ARABIC, title="متحف"),
            qa.Document(id="english", text="The museum is large. A ticket costs €14.", title="Museum"),
        )
        client = make_client(over=library, min_confidence=0.0)
        for id, code in (("arabic", "ar"), ("english", "en")):
            page = get(client, f"/documents/{id}", accept=language)
            assert one(page, ".source h1").attributes["dir"] == "auto"
            assert one(page, ".source .text").attributes["lang"] == code
            assert {node.attributes["dir"] for node in page.css(".source .text > *")} == {"auto"}
        page = get(client, "/?q=What+does+a+ticket+cost%3F", accept=language)
        assert page.css(".quotes blockquote")
        for node in page.css(".quotes blockquote > p"):
            assert (node.attributes["dir"], node.attributes["lang"]) == ("auto", "")
        assert one(page, ".turn h2").attributes["dir"] == "auto"
        assert one(page, "#question").attributes["dir"] == "auto"


def test_what_documents_say_is_the_same_in_every_language(make_client):
    client = make_client(min_confidence=0.0)
    selectors = (".quotes blockquote:not(.aside)", "#source .text")
    shown = {
        tuple(node.html for selector in selectors for node in page.css(selector))
        for page in (get(client, "/?q=What+does+a+ticket+cost%3F", accept=language) for language in LANGUAGES)
    }
    assert len(shown) == 1
    assert len(shown.pop()) >= 2
