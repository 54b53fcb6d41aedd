"""What the tests of the library share."""

from __future__ import annotations

import pytest

import qa

MUSEUM = (
    "The museum opens at 9:30 a.m. on weekdays. Dr. J. R. Smith founded it in 1931.\n\n"
    "Tickets cost €14; children under 12 enter free. The café closes at five because the cook goes home."
)
HARBOUR = "The harbour was built in 1842. Forty ships use it each day. A ferry to the island leaves every hour."


@pytest.fixture
def museum() -> qa.Document:
    """A short document about a museum."""
    return qa.Document(id="museum", text=MUSEUM, title="Museum", source="museum.txt")


@pytest.fixture
def harbour() -> qa.Document:
    """A short document about a harbour."""
    return qa.Document(id="harbour", text=HARBOUR, title="Harbour", source="harbour.txt")


@pytest.fixture
def library(museum: qa.Document, harbour: qa.Document) -> qa.Library:
    """A library in memory that holds both."""
    library = qa.Library()
    library.add(museum, harbour)
    return library
