"""Which rows of a table name its columns, and whether it is a list of labels with a value beside each.

Names are short texts, no numbers, over most of the columns. Years, months, days and hours in order count as names where
the rows below are no such order. A second row belongs to the names when it has the units, or names under a group that
stands over several columns. A list of labels is told by its colons, by values of several kinds (a name, a number, an
address), or by labels that forms have everywhere. In doubt there are no names: then the cells keep their places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

import regex

from qa.formats.writing.values import is_number, is_period, is_unit, is_year, kind_of, order_of, unit_of

__all__ = [
    "FULL_STOPS",
    "SAMPLE",
    "LabelledRow",
    "NamesRow",
    "Row",
    "are_known",
    "find_names",
    "has_names",
    "is_label",
    "is_listed",
    "make_alike",
]

Row = Mapping[int, str]  # the filled cells of a row, by column from 0, ascending
SAMPLE = 20  # rows that are looked at to tell names from values
FULL_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")
_MAX_NAME = 100  # characters of a column's name
_YEAR = regex.compile(r"\d{4}")
_FEW = 1 / 3  # of the rows below
_MOST_YEARS_OF_SEVERAL, _MOST_YEARS_OF_ONE = 0.49, 0.67  # of the figures below a year: amounts that look like one
_LABELS = frozenset(
    label.strip()
    for label in """
    name, first name, last name, surname, title, address, street, city, town, country, state, region, zip, postcode,
    phone, telephone, tel, mobile, fax, email, e-mail, mail, website, web, url, contact, date, time, place,
    location, venue, capital, language, languages, currency, population, area, author, editor, publisher, edition,
    version, status, owner, department, position, role, job title, employer, company, client, customer, supplier,
    project, subject, reference, ref, invoice number, order number, due date, deadline, id, type, category,
    manufacturer, brand, model, colour, color, size, weight, height, width, length, material, warranty, price,
    total, start, end, duration, founded, founder, headquarters, industry, chair, organiser, organizer, date of
    birth, born, nationality, gender, age, vorname, nachname, anschrift, adresse, straße, ort, stadt, land, telefon,
    datum, zeit, hauptstadt, sprache, währung, autor, verfasser, verlag, stand, firma, kunde, projekt, betreff,
    ansprechpartner, hersteller, farbe, größe, gewicht, nom, prénom, rue, ville, pays, téléphone, courriel, heure,
    lieu, capitale, langue, monnaie, auteur, éditeur, nombre, apellido, dirección, ciudad, país, teléfono, correo,
    fecha, hora, lugar, idioma, moneda, editorial, nome, cognome, indirizzo, città, paese, telefono, data, ora,
    luogo, lingua, valuta, autore, editore, naam, voornaam, adres, plaats, telefoon, tijd, hoofdstad, taal, munt,
    endereço, cidade, língua, moeda
    """.replace("\n", " ")
    .strip()
    .split(", ")
)


class NamesRow(dict[int, str]):
    """A row that is shown as names of the columns: in bold, above others."""


class LabelledRow(dict[int, str]):
    """A row that is shown as a label with its value: the label in bold."""


def make_alike(row: Row, cells: dict[int, str]) -> Row:
    """Return a row of these cells, marked as `row` is."""
    return type(row)(cells) if isinstance(row, NamesRow | LabelledRow) else cells


_HEADS = _LABELS | frozenset(
    """
    item product article service quarter month year week day team branch office store sector segment indicator metric
    measure description account line unit group class level kind station site plant bezeichnung artikel produkt posten
    kennzahl jahr monat quartal gebiet bereich abteilung filiale région produit poste année mois indicateur producto
    artículo concepto año mes región prodotto voce anno mese regione produto item ano mês região maand jaar omschrijving
    """.split()
)  # what stands at the head of a column of labels, beside years


def has_names(rows: Sequence[Row]) -> bool:
    """Tell whether the rows up to an empty one begin with names of their columns, with a row below."""
    head = list(takewhile(bool, rows[:SAMPLE]))
    while len(head) > 1 and is_label(head[0], head[1]):
        del head[0]
    return len(head) > 1 and bool(find_names(head, first=True)[0])


def is_label(row: Row, following: Row | None = None) -> bool:
    """Tell whether a row is a heading: a single short text, with a row of several cells below if there is any."""
    if len(row) != 1 or (following is not None and len(following) == 1):
        return False
    text = next(iter(row.values()))
    return len(text) <= _MAX_NAME and not is_number(text) and not text.endswith(FULL_STOPS)


def find_names(head: Sequence[Row], *, first: bool) -> tuple[dict[int, str], int]:
    """Return the names of the columns, and how many rows they take.

    first: whether nothing has names yet; further down, names need numbers below them to be told from values.
    """
    marked = list(takewhile(lambda row: isinstance(row, NamesRow), head))
    if marked:
        return _join(marked), len(marked)
    row, below = head[0], head[1:]
    if len(row) < 2 or is_listed(head) or _is_form(head) or not _are_names(row, below):
        return {}, 0
    shared = [len(row.keys() & other.keys()) / len(other) for other in below]
    if shared and sum(shared) / len(shared) < 0.5 and not _is_group(row, below):
        return {}, 0
    if not first and not any(is_number(other[column]) for other in below[:1] for column in row.keys() & other.keys()):
        return {}, 0
    n_used = _count_lines(row, below)
    if n_used > 1 and _has_units(below[n_used - 2], below[n_used - 1 :]):
        n_used += 1
    return _join(
        [_spread(row, below[0]) if n_used > 1 and _is_group(row, below) else row, *below[: n_used - 1]]
    ), n_used


def _join(rows: Sequence[Row]) -> dict[int, str]:
    """Return the names that rows above one another give; a text over itself once."""
    names: dict[int, str] = {}
    for row in rows:
        for column, cell in row.items():
            text, above = _tidy(cell), names.get(column, "")
            names[column] = f"{above} {text}" if above and text != above else text
    return {column: name for column, text in sorted(names.items()) if (name := text.rstrip(": "))}


def _tidy(cell: str) -> str:
    return " ".join(cell.replace("\xad", "").split())


# -- one row of names --------------------------------------------------------------------------------------------------


def _are_names(row: Row, below: Sequence[Row]) -> bool:
    """Tell whether the cells of a row may name their columns, which hold `below`."""
    if any(len(text) > _MAX_NAME for text in row.values()):
        return False
    counted = [column for column, text in row.items() if is_number(text) or is_year(text)]
    if not counted:
        return True
    if all(is_period(row[column]) for column in counted) and _are_periods_named(row, counted, below):
        return True
    step = _find_step(row, counted)
    return step != 0 and sum(_find_step(other, counted) == step for other in below) <= _FEW * len(below)


def _are_periods_named(row: Row, counted: Sequence[int], below: Sequence[Row]) -> bool:
    """Tell whether years, months or days name their columns, though figures below them may look like years."""
    periods = [row[column] for column in counted]
    values = [other[column] for other in below for column in counted if column in other]
    forms = {_form_of(text) for text in periods}
    if "0" not in forms and forms.isdisjoint(map(_form_of, values)):
        return True
    if not _are_recent(periods):
        return False
    most = _MOST_YEARS_OF_SEVERAL if len(counted) > 1 else _MOST_YEARS_OF_ONE
    if sum(map(is_period, values)) <= most * len(values):
        return True
    return any(_tidy(row[column]).rstrip(":").lower() in _HEADS for column in row if column not in counted)


def _form_of(text: str) -> str:
    """Return how a year is written: with which signs beside its digits."""
    return regex.sub(r"\d+", "0", text) if is_period(text) else ""


def _are_recent(periods: Sequence[str]) -> bool:
    """Tell whether years, months or days are of our time, as few amounts that look like a year are."""
    years = [int(match[0]) for period in periods if (match := _YEAR.search(period))]
    return len(years) == len(periods) and min(years) >= 1900 and max(years) <= 2100


def _find_step(row: Row, columns: Sequence[int]) -> float:
    """Return the even step in which the cells of these columns count on (years, hours; 1, 2, 3, 4); 0 for none."""
    texts = [row[column] for column in columns if column in row]
    orders = [order for text in texts if (order := order_of(text)) is not None]
    steps = {second - first for first, second in pairwise(orders)}
    if len(orders) < max(2, len(columns)) or len(steps) != 1:
        return 0
    step = steps.pop()
    if all(map(is_period, texts)):
        counts = len(texts) > 2 or abs(step) == 1
    elif any(":" in text for text in texts):
        counts = len(texts) > 2
    else:
        counts = len(texts) > 3 and orders[0] in (0.0, 1.0) and step == 1
    return step if counts else 0


# -- a second row ------------------------------------------------------------------------------------------------------


def _count_lines(row: Row, below: Sequence[Row]) -> int:
    """Return how many rows the names take that begin with `row`."""
    if len(below) < 2:
        return 1
    under = below[0]
    names = [_tidy(text) for text in row.values()]
    if len(set(names)) < len(names) and row.keys() <= under.keys() and _are_names(under, below[1:]):  # one over several
        return 2
    return 2 if _is_group(row, below) or _has_units(row, below) else 1


def _is_group(row: Row, below: Sequence[Row]) -> bool:
    """Tell whether `row` is names over several columns each, with names of the columns below it and figures below."""
    if len(below) < 2:
        return False
    under, values = below[0], below[1]
    if len(below) > 2 and all(is_unit(_tidy(text)) for text in values.values()):
        values = below[2]
    start = min(row)
    inner = [column for column in under if column > min(start, *under)]
    return (
        len(row.keys() - {start}) < len(under.keys() - {start})
        and any(column not in row for column in inner if column > start)
        and len(inner) > 1
        and not any(is_number(text) and not is_period(text) for text in under.values())
        and _are_names(under, below[1:])
        and all(is_number(values[column]) for column in inner if column in values)
        and sum(column in values for column in inner) * 2 > len(inner)
        and row.keys() <= under.keys() | {start}
    )


def _spread(row: Row, under: Row) -> Row:
    """Return names that stand over several columns each in all of them; the first column has its own alone."""
    spread = dict(row)
    name, first = "", min(under.keys() | row.keys())
    for column in sorted(under.keys() | row.keys()):
        name = row.get(column, name)
        if name and column not in row and not (column > first and name == row.get(first)):
            spread[column] = name
    return dict(sorted(spread.items()))


def _has_units(row: Row, below: Sequence[Row]) -> bool:
    """Tell whether the row below the names has the units of the figures below it."""
    under, first = below[0], min(row)
    units = {column: text for column, text in under.items() if column != first}
    if not units or not units.keys() <= row.keys():
        return False
    if first in under and not is_unit(_tidy(under[first])) and any(len(text) < 2 for text in units.values()):
        return False
    figures = [column for column in units if any(is_number(other.get(column, "")) for other in below[1:])]
    if not figures or any(is_number(text) for text in units.values()):
        return False
    return all(is_unit(_tidy(text)) for text in units.values())


# -- labels beside values ----------------------------------------------------------------------------------------------


def is_listed(head: Sequence[Row]) -> bool:
    """Tell whether the rows are labels with a value beside each, in two columns."""
    head = [row for row in head if row]
    if head and all(isinstance(row, LabelledRow) for row in head):
        return True
    if len(head) < 2 or any(len(row) > 2 for row in head) or len({column for row in head for column in row}) != 2:
        return False
    labels = [_tidy(next(iter(row.values()))) for row in head]
    values = [_tidy(list(row.values())[1]) for row in head if len(row) == 2]
    if not values or any(map(is_number, labels)):
        return False
    with_colon = sum(label.endswith(":") for label in labels) * 2 > len(labels)
    return with_colon or (len(set(labels)) == len(labels) and (are_known(labels, values) or _are_mixed(values)))


def _is_form(head: Sequence[Row]) -> bool:
    """Tell whether the rows are labels that forms have, each with its value beside it, several pairs in a row."""
    columns = sorted(set().union(*head))
    if len(columns) < 4 or len(columns) % 2:
        return False
    labels = [_tidy(row[column]).rstrip(":").lower() for row in head for column in columns[::2] if column in row]
    values = [_tidy(row[column]).lower() for row in head for column in columns[1::2] if column in row]
    if not any(_tidy(row.get(columns[0], "")).rstrip(":").lower() in _LABELS for row in head[1:]):
        return False
    return 2 * len(_LABELS.intersection(labels)) >= len(labels) == len(set(labels)) and _LABELS.isdisjoint(values)


def are_known(labels: Sequence[str], values: Sequence[str]) -> bool:
    """Tell whether the labels are those of forms, and the first value is none, as the name of a column would be."""
    known = sum(label.lower() in _LABELS for label in labels)
    return known > 1 and known * 2 >= len(labels) and values[0].lower() not in _LABELS


def _are_mixed(values: Sequence[str]) -> bool:
    """Tell whether the values are of several kinds, as those of one column are not."""
    kinds = [kind_of(value) for value in values]
    texts = {value for value, kind in zip(values[1:], kinds[1:], strict=True) if kind == "text"}
    if len(texts) > 1 and kinds[0] == "text" and {"number", "address"} & set(kinds[1:]):
        return True
    return set(kinds) == {"number"} and len(set(map(unit_of, values)) - {""}) > 1
