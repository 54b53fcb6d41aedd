"""What a sentence affirms and denies."""

from __future__ import annotations

import pytest
from hypothesis import given

from qa.quoting.versions.polarity import is_negated, oppose, says_change, strip_polarity
from tests.qa.strategies import texts

OPPOSED = [
    ("en", "Bikes are allowed.", "Bikes are no longer allowed."),
    ("en", "Bikes are allowed.", "Bikes are banned."),
    ("en", "Entry is free.", "Entry costs 4 euros."),
    ("en", "You need a ticket.", "You don't need a ticket."),
    ("en", "The hall is open.", "The hall is closed."),
    ("de", "Räder dürfen hinein.", "Räder dürfen nicht hinein."),
    ("de", "Der Eintritt ist frei.", "Der Eintritt ist kostenpflichtig."),
    ("de", "Man braucht eine Karte.", "Man braucht keine Karte."),
    ("fr", "L'entrée est gratuite.", "L'entrée est payante."),
    ("fr", "Il faut un billet.", "Il ne faut plus de billet."),
    ("es", "La entrada es gratuita.", "La entrada es de pago."),
    ("it", "L'ingresso è libero.", "L'ingresso è a pagamento."),
    ("pt", "A entrada é gratuita.", "A entrada é paga."),
    ("nl", "Roken mag.", "Roken is verboden."),
    ("pl", "Wstęp jest bezpłatny.", "Wstęp jest płatny."),
    ("sv", "Entrén är gratis.", "Entrén kostar 40 kronor."),
    ("da", "Hunde er tilladt.", "Hunde er ikke længere tilladt."),
    ("no", "Hunder er tillatt.", "Hunder er ikke lenger tillatt."),
    ("cs", "Vstup je zdarma.", "Vstup je placený."),
    ("ru", "Вход бесплатный.", "Вход платный."),
    ("tr", "Giriş ücretsiz.", "Giriş ücretli."),
    ("ja", "入場は無料です。", "入場は有料です。"),
    ("zh", "入场免费。", "入场收费。"),
]


@pytest.mark.parametrize(("language", "one", "other"), OPPOSED)
def test_opposed(language: str, one: str, other: str) -> None:
    assert oppose(one, other, language)
    assert oppose(one, other, language) == oppose(other, one, language)
    assert oppose(one, one, language) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bikes are not allowed.", "Bikes are forbidden."),
        ("Bikes are allowed.", "Bikes may be parked."),
        ("Entry is free.", "There is no charge."),
        ("Room No. 5 is red.", "Room 5 is red."),
        ("The hall opens on 1 May.", "The hall opens on 1 June."),
    ],
)
def test_not_opposed(one: str, other: str) -> None:
    assert oppose(one, other) is None


def test_negations_changes_and_what_is_left_without_them() -> None:
    assert is_negated("Er kommt nicht mehr.", "de")
    assert not is_negated("Nr. 5 gibt es.", "de")
    assert says_change("Bikes now need a ticket.")
    assert not says_change("Knowing helps.")
    assert strip_polarity("Hunde sind nicht mehr erlaubt.", "de").split() == ["Hunde", "sind", "."]


@given(texts, texts)
def test_opposition_is_mutual(one: str, other: str) -> None:
    for language in ("en", "de", "ja", "xx"):
        assert oppose(one, other, language) == oppose(other, one, language)
