"""Words around numbers, letters and abbreviations that tell what a full stop does there."""

from __future__ import annotations

from typing import Final

from qa.text.lazy_regex import Pattern

__all__ = ["CURRENCIES", "GERMAN_ARTICLES", "GERMAN_COUNTED", "GERMAN_VERBS", "LETTERED", "PARTS", "ZONES"]

LETTERED: Final = frozenset(
    """
    vitamin vitamins plan group class grade type section block room hepatitis option appendix figure part level point
    model hall gate terminal building zone line side team area category annex exhibit schedule unit step phase version
    form row gruppe klasse typ raum anlage teil stufe halle tor linie kategorie anhang variante punkt haus gebäude
    stiege grupo clase tipo sección bloque sala anexo parte nivel zona línea equipo vitamina opción punto classe
    groupe bloc salle annexe partie niveau ligne équipe vitamine bâtiment gruppo sezione blocco allegato livello linea
    squadra opzione scala turma seção bloco nível linha equipe opção ponto groep deel zaal bijlage lijn ploeg grupa
    klasa sekcja blok załącznik część poziom strefa linia witamina skupina třída sál příloha část linka csoport
    osztály típus terem melléklet rész vonal grup sınıf tip salon ek bölüm hat vitamini grupp klass sal bilaga bilag
    del linje sone clasa anexa partea группа группы класс тип блок зал приложение часть уровень зона линия витамин
    корпус
    """.split()
)
"""Nouns that a letter names one of: vitamin C."""

PARTS: Final = frozenset(
    """
    article section clause chapter step rule question part item point paragraph lesson exercise task tip annex
    appendix day week artikel kapitel abschnitt schritt regel frage teil punkt absatz lektion aufgabe tipp anhang tag
    woche satz stk ad zu artículo sección capítulo paso regla pregunta parte punto cláusula lección ejercicio anexo
    día artigo seção secção passo regra pergunta ponto lição exercício dia chapitre étape règle partie leçon exercice
    annexe jour articolo sezione capitolo passaggio regola domanda lezione esercizio allegato giorno hoofdstuk stap
    vraag deel les oefening bijlage dag lid artykuł rozdział krok zasada pytanie część lekcja zadanie załącznik dzień
    článek oddíl kapitola otázka pravidlo část bod lekce úkol příloha den článok steg fråga del övning bilaga trin
    spørgsmål øvelse bilag trinn spørsmål oppgave vedlegg ledd fejezet lépés kérdés szabály rész pont lecke feladat
    melléklet nap cikk articolul secțiunea capitolul pasul regula întrebarea partea punctul lecția anexa ziua madde
    bölüm adım kural soru kısım ders ek gün bab статья раздел глава шаг правило вопрос часть пункт урок задание
    приложение день стаття розділ крок питання частина завдання luku vaihe kysymys osa kohta
    """.split()
)
"""Words for parts of a text, which begin a heading together with a number: `Step 1.`"""

GERMAN_ARTICLES: Final = frozenset(
    """
    der die das dem den des im am zum zur vom beim ins ans jeder jede jedes jedem jeden dieser diese dieses diesem
    diesen ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner mein meine meinem meinen unser unsere unserem
    unseren unserer ein eine einem einen einer kein keine mancher welche welcher welches welchem erste zweite
    """.split()
)
"""What stands before an ordinal in German."""

_COUNTED = """
    Jahrhundert Jh Jhd Jhdt Jahrtausend Jahrzehnt Auflage Aufl Ausgabe Kapitel Stock Stockwerk Etage OG UG Platz
    Preis Rang Klasse Semester Quartal Liga Mal Tag Woche Monat Jahr Stunde Minute Runde Spieltag Grad Hälfte Teil
    Band Satz Absatz Sieger Gang Reihe Schritt Strophe Advent Feiertag Person Kind Rate Mahnung Geburtstag Jubiläum
    Sitzung Wahlgang Instanz Mannschaft Herren Damen Internationale FC SC SV Jan Feb Mär Apr Jun Jul Aug Sep Sept
    Okt Nov Dez Kl Abt Hj Qu Lj Vors Bgm Lesung Etappe Bezirk Senat Kammer Bataillon Kompanie Armee Division Ebene
    Stelle Fassung Entwurf Änderung Nachtrag Zusatz Akt Szene Symphonie Sinfonie Vorstand Beisitzer Beigeordneter
    Stellvertreter Stellvertreterin Kassier Kassierer Kassenwart Schriftführer Schriftführerin Konzert Lauf Turnier
    Treffen Verordnung Gesetz Buch Brief Gebot Versuch Schuss
"""
_COUNTED_COMPOUNDS = """
    Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Lebens Ober
    Unter Schul Vorsitz Vorstands Bürgermeister Vize Welt Bundesliga Spiel Weihnachts Oster Pfingst Hochzeits Halb
    Zivil Straf Dach
"""
GERMAN_COUNTED: Final = Pattern(
    rf"(?:(?:{'|'.join(_COUNTED.split())})(?:e?s|e?n)?(?![\p{{L}}-])|(?:{'|'.join(_COUNTED_COMPOUNDS.split())}))"
)
"""The German nouns that are counted by ordinals, or how they begin: 19. Jahrhundert."""

_VERBS = """
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können muss müssen darf dürfen soll
    sollen sollte will wollen gilt gelten zahlt zahlen kostet kosten gibt beginnt beginnen endet enden findet finden
    liegt steht stehen kommt kommen geht gehen bleibt bleiben erhält erhalten bekommt bekommen öffnet schließt
    dauert Sie fahren fährt trifft treffen braucht brauchen bringt bringen nimmt nehmen macht machen sieht sehen
    sorgt hilft helfen arbeitet wohnt wohnen lebt leben spielt spielen führt führen trägt tragen bietet bieten
    verlangt erhebt entfällt entfallen erfolgt erfolgen besteht bestehen dient haftet haften entscheidet wählt
    wählen zählt bezahlt bezahlen steigt sinkt fällt fallen läuft laufen startet starten schließen öffnen wechselt
    gehört gehören bedeutet hält halten fehlt fehlen reicht reichen lässt lassen sollten wollte konnte konnten
    musste mussten durfte durften gab kam kamen ging gingen stand standen lag lagen blieb blieben wäre wären hätte
    hätten könnte könnten müsste dürfte sagte sagten folgt folgen zeigt zeigen meldet melden betrug betrugen beträgt
    betragen umfasst endete begann
"""
GERMAN_VERBS: Final = Pattern(rf"[\p{{L}}-]+\s(?:{'|'.join(_VERBS.split())})(?!\p{{L}})")
"""A word and a verb, or a polite command: how a German sentence begins."""

ZONES: Final = frozenset(
    "Eastern Pacific Central Mountain Greenwich UTC GMT EST EDT CET CEST PST PDT CST BST ET PT MST".split()
)
"""What goes on with a time of day."""

CURRENCIES: Final = frozenset(
    "Kč Ft EUR USD CHF GBP SEK NOK DKK PLN RON TL TRY Euro Kronen Franken Dollar Pfund UAH RUB".split()
)
"""What goes on with a number and its unit: 9,5 tis. Kč."""
