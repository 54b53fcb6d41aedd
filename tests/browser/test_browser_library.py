"""The list of documents in a browser: removing, filtering, and without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Chat, serving
from tests.browser.shelf import (
    BEES,
    DROP,
    EMPTY,
    LIGHTHOUSE,
    PHOTO,
    SMALL,
    close_panel,
    open_list,
    open_panel,
    row,
    scope,
)
from tests.browser.test_browser_accessibility import violations


def test_removing_is_confirmed_and_the_keyboard_keeps_its_place(open_chat, place):
    chat = open_chat(place.url)
    open_panel(chat)
    for leave in ("Enter", "Escape"):
        chat.page.get_by_role("link", name="Remove isle").press("Enter")
        dialog = chat.page.get_by_role("dialog", name="Remove isle?")
        expect(dialog).to_contain_text("characters")
        expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
        chat.page.keyboard.press(leave)
        expect(dialog).to_have_count(0)
        expect(chat.page.get_by_role("link", name="Remove isle")).to_be_focused()
    assert "isle" in place.titles
    chat.page.get_by_role("link", name="Remove isle").click()
    chat.page.get_by_role("button", name="Remove", exact=True).click()
    expect(chat.page.locator("#count")).to_have_text("3 documents")
    expect(chat.page.get_by_role("link", name="Remove תולדות העיר")).to_be_focused()
    expect(chat.page.locator("#panel [role=status]")).to_contain_text("Removed isle. 3 documents left")
    assert "isle" not in place.titles
    for _ in range(3):
        chat.page.locator("#list .remove").first.click()
        chat.page.get_by_role("button", name="Remove", exact=True).click()
        expect(chat.page.locator("dialog.confirm")).to_have_count(0)
    expect(chat.page.locator("#list")).to_contain_text("No documents yet")
    expect(chat.page.locator("#count")).to_be_focused()
    close_panel(chat)
    expect(chat.page.locator(".empty")).to_be_visible()
    chat.page.get_by_label("Add documents").set_input_files([BEES])
    expect(scope(chat)).to_have_text("Asking 1 document")
    open_panel(chat)
    expect(chat.page.locator("#count")).to_have_text("1 document")


def test_a_document_that_somebody_else_removed_goes_from_the_list(open_chat, place, watch):
    watch.expected.append("404")
    chat = open_list(open_chat, place)
    chat.page.get_by_role("link", name="Remove isle").click()
    expect(chat.page.locator("dialog.confirm")).to_be_visible()
    place.library.remove("id isle")
    chat.page.get_by_role("button", name="Remove", exact=True).click()
    expect(chat.page.locator("#count")).to_have_text("3 documents")
    expect(row(chat.page, "isle")).to_have_count(0)


def test_many_documents_are_filtered_and_listed_on_demand(open_chat, many):
    chat = open_chat(many.url)
    expect(chat.page.locator(".contents li")).to_have_count(20)
    open_panel(chat)
    rows = chat.page.locator("#list li")
    expect(rows).to_have_count(100)
    chat.page.get_by_role("link", name="Remove Note 7", exact=True).click()
    chat.page.get_by_role("button", name="Remove", exact=True).click()
    expect(rows).to_have_count(99)
    for listed in (199, 229):
        chat.page.get_by_role("link", name="Next").click()
        expect(rows).to_have_count(listed)
    expect(chat.page.get_by_role("link", name="Next")).to_have_count(0)
    shown = rows.locator("bdi").all_inner_texts()
    assert shown == [f"Note {n}" for n in range(230) if n != 7]
    chat.page.get_by_label("Filter").fill("note 22")
    expect(rows).to_have_count(11)
    chat.page.get_by_role("button", name="Select all").click()
    expect(chat.page.locator("#panel .scope")).to_have_text("Asking 11 of 229 documents")
    chat.page.get_by_label("Filter").fill("nothing like it")
    expect(chat.page.locator("#list")).to_contain_text("nothing like it")
    chat.page.get_by_role("link", name="Show all 229 documents", exact=True).last.click()
    expect(rows).to_have_count(100)
    chat.page.get_by_label("Filter").fill("note 22")
    expect(rows).to_have_count(11)
    expect(rows.locator("input:checked")).to_have_count(11)
    chat.page.get_by_role("button", name="Clear").click()
    expect(rows.locator("input:checked")).to_have_count(0)
    assert violations(chat.page) == []


def test_a_read_only_server_offers_no_change(open_chat, place):
    with serving(place.library, read_only=True, min_confidence=0.0) as running:
        chat = open_chat(f"{running.url}/")
        chat.page.evaluate(DROP, [["bees.txt", "A hive."]])
        expect(chat.page.locator("#panel")).to_have_count(0)
        open_panel(chat)
        expect(chat.page.locator("#add, .remove")).to_have_count(0)
        chat.page.get_by_label("Ask isle").check()
        close_panel(chat)
        chat.ask(LIGHTHOUSE)
        expect(chat.quotes).to_have_count(1)


def test_without_a_script_documents_are_added_chosen_and_removed(open_chat, place):
    chat = open_chat(f"{place.url}/", java_script_enabled=False)
    chat.page.locator("#open-library").click()
    chat.page.get_by_label("Add documents").set_input_files([BEES, PHOTO])
    chat.page.get_by_role("button", name="Add", exact=True).click()
    expect(chat.page.locator(".outcome")).to_have_text("1 file added. 1 file could not be added.")
    expect(chat.page.locator("#count")).to_have_text("5 documents")
    chat.page.get_by_label("Ask isle").check()
    chat.page.get_by_role("button", name="Ask only these").click()
    expect(scope(chat)).to_have_text("Asking 1 of 5 documents")
    chat.box.fill(LIGHTHOUSE)
    chat.page.get_by_role("button", name="Ask", exact=True).click()
    expect(chat.quotes).to_have_count(1)
    assert "isle" in chat.raw(chat.quotes)
    expect(scope(chat)).to_have_text("Asking 1 of 5 documents")
    chat.page.locator("#open-library").click()
    chat.page.get_by_role("link", name="Remove isle").click()
    chat.page.get_by_role("button", name="Remove").click()
    expect(chat.page.locator("#count")).to_have_text("4 documents")


def remove_one(chat: Chat) -> None:
    open_panel(chat)
    chat.page.locator("#list .remove").first.click()
    expect(chat.page.locator("dialog.confirm")).to_be_visible()


def add_some(chat: Chat) -> None:
    open_panel(chat)
    chat.page.get_by_label("Add documents").set_input_files([BEES, PHOTO, EMPTY])
    expect(chat.page.locator(".failed li")).to_have_count(2)
    chat.page.get_by_label("Ask cape").check()


def go(path: str) -> Callable[[Chat], None]:
    def there(chat: Chat) -> None:
        chat.page.goto(f"{chat.page.url.rstrip('/')}{path}")

    return there


STATES: dict[str, Callable[[Chat], None]] = {
    "panel": open_panel,
    "removing": remove_one,
    "added": add_some,
    "list": go("/documents"),
    "no match": go("/documents?filter=zzz"),
    "confirm": go("/remove?id=id isle"),
    "restricted": go(f"/?q={LIGHTHOUSE}&documents=id isle"),
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_breaks_a_rule_or_is_wider_than_a_small_window(open_chat, place, state):
    for options in ({"color_scheme": "light"}, {"color_scheme": "dark", **SMALL}):
        chat = open_chat(f"{place.url}/", **options)
        STATES[state](chat)
        assert violations(chat.page) == []
        assert not chat.is_too_wide()
        wide = "dialog => dialog.scrollWidth > dialog.clientWidth"
        assert not any(dialog.evaluate(wide) for dialog in chat.page.locator("dialog[open]").all())
