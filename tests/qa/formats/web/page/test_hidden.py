"""What a page does not show is left out, where it holds little, and named where it holds much."""

from __future__ import annotations

import pytest

from qa.formats.web.html import read_html

MUCH = "The bath house is open to members and their guests. " * 8


def read(page: str) -> str:
    return read_html(page.encode()).text.strip()


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Not shown.",
        "<div style='color: red; display: none'>Not shown.</div>",
        "<p style='visibility:hidden'>Not shown.",
        "<script>let shown</script><style>p {}</style><template>Not</template>",
        "<noscript>Switch scripts on.</noscript><canvas>No canvas.</canvas><video>No video.</video>",
        "<dialog>Sure?</dialog>",
        "<button>Send</button><input type=submit value=Go>",
        "<datalist><option>One</datalist>",
        "<span aria-hidden=true>×</span><i class=material-icons>expand_more</i>",
    ],
)
def test_what_is_hidden_or_a_control_is_left_out(hidden: str) -> None:
    assert read(f"<p>Text.</p>{hidden}<p>{MUCH}</p>") == f"Text.\n\n{MUCH.strip()}"


@pytest.mark.parametrize(
    "shown",
    [
        "<div aria-hidden=true><p>{}</div>",
        "<form><p>{}</form>",
        "<noscript><p>{}</noscript>",
        "<div style='display:none'><p>{}</div>",
        "<body style='visibility: hidden'><p>{}",
        "<canvas>{}</canvas>",
        "<button>{}</button>",
        "<dialog open><p>{}</dialog>",
        "<details><summary>x</summary><p>{}</details>",
        "<div class=accordion-panel hidden><p>{}</div>",
        "<button aria-controls=a>Who?</button><div id=a hidden><p>{}</div>",
        "<div hidden=until-found>{}</div>",
        "<div role=tabpanel style='display:none'>{}</div>",
        "<nav><p>{}</nav>",
        "<object>{}</object>",
    ],
)
def test_what_holds_the_text_or_waits_to_be_opened_is_read(shown: str) -> None:
    assert MUCH.strip() in read(shown.format(MUCH))


def test_much_hidden_text_is_named() -> None:
    content = read_html(f"<p>{MUCH * 3}</p><div hidden>{MUCH}</div><p hidden>a".encode())
    assert content.text.count("guests") == 24
    assert content.notices == (f"Text that the page hides is left out ({len(''.join(MUCH.split())) + 1} characters).",)


def test_struck_text_is_left_out_and_named() -> None:
    page = (
        "<p>It costs <del>40</del> <ins>32</ins> euros, <s>9 <strike>8</strike></s> "
        "<b style='text-decoration: red line-through'>7</b> 6 with a card.<span class=line-through>5</span>"
    )
    content = read_html(page.encode())
    assert content.text == "It costs 32 euros, 6 with a card.\n"
    assert content.notices == ("Struck-out text is left out (4 places).",)


@pytest.mark.parametrize(
    "button",
    [
        "<h3><button>Delivery</button></h3>",
        "<button>How long does it take?</button>",
        "<button class=accordion>Delivery to Norway</button>",
        "<button aria-expanded=true>Delivery to Norway</button>",
        "<button data-bs-toggle=collapse>Delivery to Norway</button>",
        "<details><summary><button>Delivery</button></summary></details>",
        "<div role=button>Delivery to Norway</div>",
    ],
)
def test_a_button_that_opens_a_text_is_its_head(button: str) -> None:
    text = read(f"{button}<div><p>It takes nine days.</div>")
    assert text.endswith("\n\nIt takes nine days.")


def test_what_is_said_in_place_of_a_sign_stands_once() -> None:
    assert read("<p>Price: <span aria-hidden=true>5,–</span><span class=sr-only>5 euros</span>") == "Price: 5 euros"
    assert read("<p>Price: <span aria-hidden=true>5 euros</span>") == "Price: 5 euros"
    formula = "<span><math><mi>x</mi></math><span class=katex-html aria-hidden=true>x</span></span>"
    assert read(f"<p>Let {formula} be.") == "Let x be."
    assert read("<p>Let <span style='display: none'><math><mi>x</mi></math></span> be.") == "Let x be."


def test_a_list_of_choices_that_is_the_page_is_read() -> None:
    options = "".join(f"<option>Parking zone {number}" for number in range(9))
    assert read(f"<select>{options}</select>").count("Parking zone") == 9
    assert read(f"<p>{MUCH}<select>{options}</select>") == MUCH.strip()
