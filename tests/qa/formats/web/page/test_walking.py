"""What a page shows, block by block: each element of HTML with a way of its own."""

from __future__ import annotations

import pytest

from qa.formats.web.html import read_html


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<pre>a  b\n   c\n\nd</pre>", "a  b\n   c\n\nd"),
        ("<p style='white-space: pre-line'>a\nb</p>", "a\nb"),
        ("<textarea>a\n b</textarea>", "a\n b"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b"),
        ("<ol reversed type=i><li>a<li>b<li>c</ol>", "iii. a\nii. b\ni. c"),
        ("<ol type=A><li>a<li value=9>b<li>c</ol>", "A. a\nI. b\nJ. c"),
        ("<ol style='list-style-type: lower-alpha'><li>a<li>b</ol>", "a. a\nb. b"),
        ("<ol class=list-unstyled><li>a<li>b</ol><ul><li>c</ul>", "a\nb\n\nc"),
        ("<ul><li>a<ol><li>b<li>c</ol><li>d</ul>e", "a\n1. b\n2. c\nd\n\ne"),
        ("<ol><li></li><li><p>a</p></li></ol>", "2. a"),
        ("<dl><dt>Hours<dd>9 to 5<dt>Who pays?<dd>All.<dt>A<dt>B<dd>c</dl>", "Hours: 9 to 5\nWho pays?\nAll.\nA, B: c"),
        ("<dl><dt>Alone</dl><p>a", "Alone\n\na"),
        ("<p>It is <q>his <q>own</q> word</q>.", "It is “his ‘own’ word”."),
        ("<html lang=de><p>Er sagt <q>ja</q>.", "Er sagt „ja“."),
        ("<p><ruby>図<rt>と</rt>書<rp>(</rp><rt>しょ</rt><rp>)</rp></ruby>は", "図書(としょ)は"),
        ("<p>super<wbr>cali&shy;fragi<!-- no -->listic", "supercalifragilistic"),
        ("<p>10<sup>5</sup> m<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup>", "10⁵ m², H₂O, 1st"),
        ("<p>41,300<sup><a href=#n>4</a></sup> live here.<sup>12</sup> More", "41,300⁴ live here.¹² More"),
        ("<p>a<span style='vertical-align: super'>2</span> <sup class=reference>[3]</sup>", "a² [3]"),
        ("<p><sup>1</sup> A note.", "¹ A note."),
        ("<div style='display: flex'><span>Mon</span><span>9</span></div>", "Mon 9"),
        ("<div class='d-flex'><b>Mon</b><b>9</b></div>", "Mon 9"),
        ("<p><span>syn</span><span>tax</span>", "syntax"),
        ("<span style='display:block'>a</span>b", "a\n\nb"),
        ("<p>a<br><br>b", "a\nb"),
        ("<h2><div>A</div> <b>head</b></h2><p>text", "A head\n\ntext"),
        ("<h2><img alt='Fees in May'></h2><p>a <img alt='A duck'>", "Fees in May\n\na"),
        ("<p>Contains: <img alt=nuts> <img alt=milk>", "Contains: nuts, milk"),
        ("<p>Press <img alt=Start> to go. <img alt=Flag> Peru", "Press Start to go. Peru"),
        ("<p>Well <img class=emoji alt=🙂>", "Well 🙂"),
        ("<svg><title>t</title><text>Jan</text><g><text>Feb</text></g></svg>", "Jan Feb"),
        ("<object data=a><p>In place.</object>", "In place."),
        ("<iframe srcdoc='<p>Framed &amp;amp; shown'></iframe>", "Framed & shown"),
        ("<figure><img alt=x><figcaption>A duck</figcaption></figure>", "A duck"),
        ("<label>Name <input value='Ines Duarte'></label><input type=hidden value=x>", "Name Ines Duarte"),
        ("<p>Town: <select><option>Oslo<option selected>Riga</select>", "Town: Riga"),
        ("<p><input type=checkbox checked> yes <input type=radio> no", "☑ yes ☐ no"),
        ("<p><input type=radio> yes <input type=radio> no", "yes no"),
        ("<fieldset><legend>Pay</legend><input placeholder=12><p>a</fieldset>", "Pay\n\na"),
        ("<p>a<p>&nbsp;<p>b", "a\n\nb"),
        ("<div role=heading>A</div>b", "A\n\nb"),
    ],
)
def test_elements_are_read_as_they_are_shown(page: str, text: str) -> None:
    assert read_html(page.encode()).text.rstrip("\n") == text


def test_headings_are_marked_as_such_wherever_they_stand() -> None:
    page = "<h1>A</h1><h3><button aria-expanded=false>Who pays?</button></h3><p>All.<div role=heading>B</div><h2></h2>"
    content = read_html(page.encode())
    assert [content.text[start:end] for start, end in content.headings] == ["A", "Who pays?", "B"]
    assert content.heading_levels == (1, 3, 2)


def test_a_heading_that_nobody_closed_is_no_heading() -> None:
    content = read_html(b"<h1>A<p>" + b"A long text. " * 40 + b"<p>Another.")
    assert content.headings == ()
    assert content.text.startswith("A\n\nA long text.")


def test_a_frame_within_frames_ends_somewhere() -> None:
    page = "deep"
    for _ in range(6):
        page = "<p>level<iframe srcdoc='" + page.replace("&", "&amp;").replace("'", "&#39;") + "'></iframe>"
    assert read_html(page.encode()).text.count("level") == 4


def test_a_frame_at_another_address_is_named_where_the_page_shows_little_else() -> None:
    assert "frames" in read_html(b"<p>See below.<iframe src=a.html></iframe>").notices[0]
    assert read_html(b"<frameset><frame src=a><frame src=b></frameset>").notices[0].startswith("The page shows 2 pages")
    assert read_html(b"<p>" + b"A long text. " * 40 + b"<iframe src=a.html></iframe>").notices == ()


def test_shown_templates_are_read() -> None:
    page = b"<x-card><template shadowrootmode=open><p>Shown</p></template></x-card><template><p>not</template>"
    assert "Shown" in read_html(page).text
