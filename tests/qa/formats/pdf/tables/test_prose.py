"""What stands in columns but is no table."""

from __future__ import annotations

from qa.formats.pdf.page import LinePart, PageLine
from qa.formats.pdf.tables.pieces import LinePiece
from qa.formats.pdf.tables.prose import are_addresses, are_contents, are_labels, find_stories, is_prose
from tests.qa.pdfs import sentence, wrapped


def piece(text: str, left: float, bottom: float, number: int) -> LinePiece:
    part = LinePart(text, left, left + 5 * len(text))
    first = 5.0 * len(text.split(maxsplit=1)[0])
    return LinePiece(PageLine((part,), bottom, bottom + 10, 10.0, first_width=first), number)


def rows(*texts: tuple[str, str], pitch: float, by_column: bool) -> list[list[LinePiece]]:
    return [
        [
            piece(one, 0, 500 - pitch * n, n if by_column else 2 * n),
            piece(other, 200, 500 - pitch * n, n + 50 if by_column else 2 * n),
        ]
        for n, (one, other) in enumerate(texts)
    ]


def test_lines_that_run_on_are_prose() -> None:
    text = wrapped(" ".join(sentence(number) for number in range(4)), 40)
    assert is_prose([piece(line, 0, 500 - 12 * number, number) for number, line in enumerate(text)])
    cells = ["bread of rye and wheat, baked on the day", "butter", "cheese of the alps that is two years old", "tea"]
    assert not is_prose([piece(line, 0, 500 - 12 * number, number) for number, line in enumerate(cells)])


def test_contents_have_pages_that_grow() -> None:
    assert are_contents([["Introduction", "1"], ["Methods", "7"], ["Results", "7"], ["Appendix", "44"]])
    assert not are_contents([["Tea", "9"], ["Bread", "7"], ["Butter", "12"], ["Jam", "4"]])
    assert not are_contents([["1", "1"], ["2", "4"], ["3", "9"], ["4", "16"]])


def test_addresses_are_drawn_one_after_the_other() -> None:
    texts = [("Ines Duarte", "Harbour Office"), ("Hill Road 3", "Quay 12"), ("4021 Linz", "4020 Linz")]
    columns = [(0.0, 60.0), (200.0, 260.0)]
    assert are_addresses(rows(*texts, pitch=13, by_column=True), [list(pair) for pair in texts], columns)
    labels = [("Name:", "Ines Duarte"), ("Street:", "Hill Road 3"), ("Town:", "Linz")]
    assert not are_addresses(rows(*labels, pitch=13, by_column=True), [list(pair) for pair in labels], columns)


def test_labels_that_are_drawn_before_their_values_stand_apart() -> None:
    pairs = [("Colour", "red"), ("Material", "oak"), ("Maker", "Ito")]
    assert are_labels(rows(*pairs, pitch=20, by_column=True))
    assert not are_labels(rows(*pairs, pitch=12, by_column=True))
    assert not are_labels(rows(*pairs, pitch=20, by_column=False))


def test_a_text_beside_a_table_is_drawn_before_it() -> None:
    columns = [(0.0, 100.0), (200.0, 260.0), (300.0, 320.0)]

    def stories(first: int) -> float | None:
        return find_stories(
            [
                [
                    piece("a line of a text", 0, 500 - 14 * n, n * (1 if first else 2)),
                    piece("Women", 200, 500 - 14 * n, first + 2 * n),
                    piece("77", 300, 500 - 14 * n, first + 2 * n),
                ]
                for n in range(4)
            ],
            columns,
        )

    assert stories(40) == 150.0
    assert stories(0) is None
