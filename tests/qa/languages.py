"""A short text in each language that is measured, its sentences, and questions that one of them answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """sentences: joined by a space they are a document. asked: question to the number of the sentence that answers."""

    sentences: tuple[str, ...]
    asked: dict[str, int]

    @property
    def text(self) -> str:
        """The document."""
        return " ".join(self.sentences)


SAMPLES = {
    "en": Sample(
        (
            "The museum was founded by Dr. Ito on 5 May 1931.",
            "Its libraries hold 3.5 million books.",
            "Visitors pay 14 euros, children enter free.",
        ),
        {"Who founded the museum?": 0, "How many books does the library hold?": 1, "What does a visitor pay?": 2},
    ),
    "de": Sample(
        (
            "Das Museum wurde am 5. Mai 1931 von Dr. Müller gegründet.",
            "Seine Häuser stammen z. B. aus dem 19. Jahrhundert.",
            "Kinder zahlen bzw. zahlten keinen Eintritt.",
        ),
        {
            "Wann gründete Müller das Museum?": 0,
            "Aus welchem Jahrhundert stammt das Haus?": 1,
            "Was zahlt ein Kind?": 2,
        },
    ),
    "es": Sample(
        (
            "El museo fue fundado por la Dra. Ruiz en 1931.",
            "Las bibliotecas guardan 3,5 millones de libros sobre la historia de EE. UU.",
            "¿Cuánto pagan los niños?",
            "Los niños no pagan la entrada.",
        ),
        {"¿Quién fundó los museos?": 0, "¿Qué libro guarda la biblioteca?": 1, "¿Paga el niño una entrada?": 3},
    ),
    "ru": Sample(
        (
            "Музей основал А. С. Иванов в 1931 г. в Москве.",
            "В библиотеках хранятся книги, т. е. рукописи.",
            "Дети не платят за вход.",
        ),
        {"Кто основал музеи?": 0, "Какие рукописи хранит библиотека?": 1, "Платит ли за вход ребёнок или дети?": 2},
    ),
    "zh": Sample(
        ("博物馆由李教授于1931年创立。", "图书馆收藏了350万册图书！", "儿童免费入场，成人票价为3.5元。"),
        {"谁创立了博物馆？": 0, "图书馆有多少册图书？": 1, "成人票价是多少？": 2},
    ),
    "ar": Sample(
        (
            "أسس د. أحمد المتحف في القاهرة عام 1931.",
            "تضم المكتبات كتبا قديمة والمخطوطات النادرة.",
            "هل يدفع الأطفال؟",
            "لا يدفع الأطفال رسوم الدخول.",
        ),
        {"أين المتحف الذي أسسه أحمد؟": 0, "ماذا تضم المكتبة من مخطوطات؟": 1, "من لا يدفع رسوم الدخول؟": 3},
    ),
    "hi": Sample(
        (
            "संग्रहालय की स्थापना डॉ. शर्मा ने 1931 में की थी।",
            "पुस्तकालय में 3.5 लाख किताबें हैं।",
            "बच्चों के लिए प्रवेश निःशुल्क है।",
        ),
        {"संग्रहालय की स्थापना किसने की?": 0, "पुस्तकालय में कितनी किताब है?": 1, "बच्चे का प्रवेश कैसा है?": 2},
    ),
}
