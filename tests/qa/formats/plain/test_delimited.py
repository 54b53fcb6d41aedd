from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.formats.plain.delimited import read_csv
from qa.formats.writing import rows as row_limits
from qa.formats.writing.content import Content
from qa.text.sentences import find_sentences

NAMES = ("Name", "Country", "Population")


def lines(content: Content) -> list[str]:
    return [line for line in content.text.split("\n") if line]


def of_csv(text: str) -> list[str]:
    return lines(read_csv(text.encode()))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    text = "\n".join(separator.join(row) for row in (NAMES, ("St. Louis", "USA", "301 578"), ("Köln", "", "1.087")))
    expected = ["Name: St. Louis; Country: USA; Population: 301 578.", "Name: Köln; Population: 1.087."]
    assert of_csv(text) == expected
    assert lines(read_csv(text.encode("utf-16"))) == expected


def test_the_charset_is_guessed() -> None:
    text = "Straße;Ort\nGroße Straße;Köln\nÄußere Straße;München\nFrühlingsgasse;Zürich\n"
    assert lines(read_csv(text.encode("cp1252")))[0] == "Straße: Große Straße; Ort: Köln."


def test_the_separator_may_be_stated() -> None:
    assert of_csv("sep=;\nname;n\na, b, c;1\nd, e, f;2\n") == ["name: a, b, c; n: 1.", "name: d, e, f; n: 2."]


def test_quoted_cells_hold_separators_and_line_ends() -> None:
    assert of_csv('name,said\nAnn,"Well, ""yes"".\nAnd no."\n') == ['name: Ann; said: Well, "yes". And no.']


def test_a_quote_that_is_never_closed_swallows_no_rows() -> None:
    assert of_csv('name,size\nscreen,"5\npipe,2\n') == ['name: screen; size: "5.', "name: pipe; size: 2."]


def test_ragged_and_nameless_rows() -> None:
    assert of_csv("Ann,33\nBob,40,late\nEve\n") == ["Ann\t33", "Bob\t40\tlate", "Eve"]
    assert of_csv("name,age\nAnn,33,late\n,,\nBob\n") == ["name: Ann; age: 33; late.", "Bob"]


def test_comments_above_a_table_are_lines_and_leave_it_its_names() -> None:
    table = "# Made on 9 January, by hand\n# Names follow\nname,age\nAnn,33\nBob,40\n"
    assert of_csv(table) == ["Made on 9 January, by hand", "Names follow", "name: Ann; age: 33.", "name: Bob; age: 40."]
    assert of_csv("#name,age\nAnn,33\nBob,40\n") == ["name: Ann; age: 33.", "name: Bob; age: 40."]
    assert of_csv("Members,,\nof the club,,\nname,age,town\nAnn,33,Bonn\n")[-1] == "name: Ann; age: 33; town: Bonn."


def test_a_table_over_a_limit_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(qa.FileTooLarge, match="filled cells"):
        read_csv(b"a," * 2_000)
    with pytest.raises(qa.FileTooLarge, match="too long"):
        read_csv(b'a,"' + b"x" * 200_000)
    monkeypatch.setattr(row_limits, "MAX_ROWS", 3)
    with pytest.raises(qa.FileTooLarge, match="3 rows"):
        read_csv(b"a,b\n" * 5)


words = st.text("abcDEF .?!éß京", min_size=1, max_size=20).filter(lambda text: text.strip(" .?!") != "")


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=8))
def test_each_row_with_names_is_one_sentence(values: list[tuple[str, str, str]]) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([NAMES, *values])
    document = qa.read(file.getvalue().encode(), name="a.csv", language="en")
    sentences = [document.text[start:end] for start, end in find_sentences(document.text)]
    assert sentences == lines(read_csv(file.getvalue().encode()))
    assert len(sentences) == len(values)


def test_a_row_is_found_and_quoted_whole() -> None:
    library = qa.Library()
    table = 'Name,Founded by,Visitors\nNorth Hall,Dr. A. Ito Jr.,"1,400"\nSouth Hall,J. Smith,900\n'
    library.add(qa.read(table.encode(), name="halls.csv"))
    quote = library.ask("How many visitors does the North Hall have?").quotes[0]
    assert quote.text == "Name: North Hall; Founded by: Dr. A. Ito Jr.; Visitors: 1,400."
