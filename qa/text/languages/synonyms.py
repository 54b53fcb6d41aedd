"""Words of everyday offices that stand for one another: a guarantee and a warranty, a fee and a charge, ten and 10.

Groups of words by language, all of which count for each other, less than a word for itself; abbreviations are among
them, and numbers in words. They were kept as questions
on everyday documents that nothing was measured on were answered better with them (`qa/models/CARD.md`). Left out: words
that mean the same in one sense alone, and phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from qa.text.stems import stemmer

__all__ = ["LIKENESS", "list_synonyms"]

LIKENESS = 0.7
"""What a synonym counts for beside the word itself."""

_NUMBERS: Final[Mapping[str, str]] = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien",
    "pl": "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście "
    "piętnaście szesnaście",
}
"""Numbers from two on, in words."""
_TENS: Final[Mapping[str, str]] = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix cent",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd",
    "pl": "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt "
    "dziewięćdziesiąt sto",
}
"""Tens from twenty on, in words."""

_GROUPS: Final[Mapping[str, str]] = {
    "en": """
        guarantee warranty; cost price fee charge tariff fare; buy purchase order; pay payment; salary wage pay
        earnings; phone telephone tel mobile call ring; email mail e-mail; fax telefax; address location place; boss
        manager head supervisor chief; lead leader head; director head; holiday vacation leave; staff employee worker
        personnel colleague; child kid; baby infant; car vehicle van; bike bicycle cycle; doctor physician gp; ill
        sick illness sickness; refund reimburse repay return; cancel terminate end withdraw; cancellation termination
        withdrawal; landlord lessor owner; tenant lessee renter occupier; rent lease hire; repair fix mend; broken
        faulty defective fault defect; toilet wc restroom lavatory loo; lift elevator; flat apartment; rubbish garbage
        trash waste refuse bin; allow permit let; allowed permitted; forbidden prohibited banned; forbid prohibit ban;
        must required mandatory compulsory obligatory; maximum max limit most; minimum min least; password passcode
        pin code; wifi wlan internet; start begin commence; finish end stop; close shut; open opening; deadline due
        latest; discount reduction reduced concession rebate; ticket admission entry entrance; ship deliver send
        dispatch post; shipping delivery shipment dispatch postage; parcel package packet; invoice bill; meeting
        assembly; chair chairman chairwoman chairperson; elect appoint vote choose; found establish create; founder
        establish; die death dead; bear birth; live reside; job post position role; work employ job; employer company
        firm; company firm business; customer client; guest visitor; member membership; fee subscription dues
        contribution; pupil student; teacher instructor trainer tutor; lesson class course; room hall; key fob; store
        keep retain save; delete erase remove wipe; change alter amend modify; replace swap exchange; lose lost loss;
        steal stolen theft; damage damaged breakage; insurance insured cover coverage; claim compensation; complain
        complaint; help support assist assistance; contact reach; notice warning; week weekly; month monthly; year
        annual yearly annually; day daily; hour hourly; duration length period term; extend extension renew renewal
        prolong; late delay delayed; early premature; approve approval consent permission authorise; application
        apply; form document; sign signature; weight weigh heavy; height high tall; size dimension measurement; width
        wide; length long; depth deep; noise loud noisy quiet; temperature heat warm; water moisture; food meal eat;
        drink beverage; breakfast lunch dinner meal; dog pet animal; cat pet animal; pet animal; smoke smoking
        cigarette; park parking; train railway rail; bus coach; address street; website site web homepage; account
        profile; device machine unit appliance; button switch key; light lamp led; error fault failure problem;
        version release edition; setting option parameter; default preset standard; backup copy; install set-up;
        update upgrade; speed fast quick quickly; language speak; skill ability; degree qualification diploma; study
        studies university; previous former earlier last; current present; money cash funds; budget funds; profit
        surplus; loss deficit; tax vat duty; bank iban; deposit bond; loan credit; proof evidence certificate; reason
        cause why; purpose aim goal; rule regulation; law act statute; police officer; accident incident injury;
        emergency urgent; fire alarm; safe safety secure security; clean cleaning cleaner; wash washing laundry;
        garden yard; kitchen cook cooking; ingredient; oven bake baking; minute; winter; summer; author writer; film
        movie; shop store; approximately approx about; department dept; information info; advertisement advert ad;
        laboratory lab; exam examination test; photograph photo picture image; temperature temp; kilogram kilo kg;
        kilometre kilometer km; centimetre centimeter cm; hour hr hrs; minute mins; ceo executive; hr personnel; faq
        question; identification identity id; documentation documents docs; application app program; repository repo;
        configuration config settings; administrator admin; authentication auth login; database db; television tv;
        monday mon; tuesday tue tues; wednesday wed; thursday thu thurs; friday fri; saturday sat; sunday sun; january
        jan; february feb; march mar; april apr; august aug; september sept sep; october oct; november nov; december
        dec; quantity qty; including incl; excluding excl; government govt; university uni; road rd; street st
    """,
    "de": """
        garantie gewährleistung; preis kosten gebühr entgelt tarif betrag; kaufen erwerben bestellen; telefon tel
        telefonnummer rufnummer anrufen handy mobil durchwahl; mail e-mail email; chef leiter leiterin vorgesetzter
        leitung; urlaub ferien; mitarbeiter beschäftigte angestellte personal arbeitnehmer; kind kinder; auto wagen
        fahrzeug pkw; fahrrad rad; arzt ärztin praxis; krank krankheit arbeitsunfähig; erstatten zurückzahlen
        rückerstattung rückzahlung geld; kündigen kündigung beenden austritt austreten; vermieter eigentümer; mieter
        bewohner; miete mietzins; reparatur reparieren instandsetzung; defekt kaputt störung schaden; müll abfall
        tonne; erlaubt gestattet dürfen zulässig; verboten untersagt; pflicht verpflichtet müssen; höchstens maximal
        max; mindestens minimal min; beginn beginnen anfang starten; ende enden schluss; frist termin spätestens;
        rabatt ermäßigung nachlass; eintritt karte ticket; versand lieferung liefern schicken; paket sendung;
        rechnung; versammlung sitzung; vorsitz vorsitzende vorsitzender; wählen gewählt wahl; mitgliedsbeitrag beitrag
        jahresbeitrag; haustier hund tier; parken parkplatz stellplatz; laut lärm ruhe; schlüssel; öffnungszeiten
        geöffnet offen; dauer lange; gehalt lohn; gast besucher; schüler kind; lehrer lehrerin; kurs stunde
    """,
    "fr": """
        prix tarif coût frais montant; téléphone tél appeler numéro; courriel mail e-mail; responsable chef directeur
        directrice; congé congés vacances; salarié employé personnel; enfant enfants; voiture véhicule; vélo; médecin
        docteur; malade maladie; rembourser remboursement; résilier résiliation annuler annulation; bailleur
        propriétaire; locataire; loyer; réparer réparation; panne défaut; ordures déchets poubelle; autorisé permis;
        interdit défendu; obligatoire; maximum max; minimum min; début commencer; fin finir; délai date; réduction
        remise; billet entrée; livraison livrer envoi; colis paquet; facture; réunion assemblée; président présidente;
        élire élu; cotisation; chien animal; stationner parking stationnement; horaires ouvert ouverture; durée;
        salaire paie; cours leçon
    """,
    "es": """
        precio tarifa coste costo importe cuota; teléfono tel llamar móvil; correo email e-mail; jefe jefa responsable
        director directora; vacaciones; empleado trabajador personal; niño niños; coche vehículo; bicicleta bici;
        médico doctor; enfermo enfermedad baja; devolver devolución reembolso; cancelar anular cancelación;
        propietario arrendador casero; inquilino arrendatario; alquiler renta; reparar reparación arreglar; avería
        roto; basura residuos; permitido; prohibido; obligatorio; máximo; mínimo; empezar comenzar inicio; terminar
        acabar fin; plazo fecha; descuento reducción; entrada billete; envío entrega enviar; paquete; factura; reunión
        asamblea; presidente presidenta; elegir elegido; socio miembro; perro mascota animal; aparcar aparcamiento
        parking; horario abierto abre; duración; sueldo salario; clase curso
    """,
    "it": """
        prezzo costo tariffa quota importo; telefono tel chiamare cellulare; mail e-mail email posta; responsabile
        capo direttore direttrice; ferie vacanze; dipendente personale; bambino bambini; auto macchina veicolo;
        bicicletta bici; medico dottore; malato malattia; rimborso rimborsare restituire; disdire disdetta annullare
        cancellare; proprietario locatore; inquilino conduttore; affitto canone; riparare riparazione; guasto rotto;
        rifiuti spazzatura; permesso consentito; vietato proibito; obbligatorio; massimo; minimo; inizio iniziare;
        fine finire; termine scadenza; sconto riduzione; biglietto ingresso; spedizione consegna; pacco; fattura;
        riunione assemblea; presidente; eletto eleggere; socio; cane animale; parcheggio parcheggiare; orario orari
        aperto; durata; stipendio; corso lezione
    """,
    "pt": """
        preço custo tarifa valor taxa; telefone tel ligar telemóvel; correio email e-mail; responsável chefe diretor
        diretora; férias; funcionário trabalhador; criança crianças; carro viatura veículo; bicicleta; médico; doente
        doença; reembolso devolver devolução; cancelar anular rescindir; senhorio proprietário; inquilino
        arrendatário; renda aluguel; reparar reparação; avaria; lixo; permitido; proibido; obrigatório; máximo;
        mínimo; início começar; fim acabar; prazo data; desconto redução; bilhete entrada; envio entrega; fatura;
        reunião assembleia; sócio; cão animal; estacionar estacionamento; horário aberto abre; duração; salário; aula
        curso
    """,
    "nl": """
        prijs kosten tarief bedrag; telefoon tel bellen telefoonnummer mobiel; mail e-mail email; hoofd chef
        leidinggevende; vakantie verlof; medewerker werknemer personeel; kind kinderen; auto voertuig; fiets; arts
        dokter; ziek ziekte; terugbetalen terugbetaling; opzeggen opzegging annuleren; verhuurder eigenaar; huurder
        bewoner; huur; repareren reparatie; kapot storing; afval vuilnis; toegestaan mag; verboden; verplicht;
        maximaal maximum; minimaal minimum; begin beginnen start; einde eindigen; termijn datum uiterlijk; korting;
        kaartje toegang entree; levering bezorging verzenden; factuur rekening; vergadering; voorzitter; lid
        contributie; hond huisdier dier; parkeren parkeerplaats; openingstijden open; duur; salaris loon; les cursus
    """,
    "pl": """
        cena koszt opłata kwota taryfa; telefon tel dzwonić numer; mail e-mail email; kierownik szef dyrektor; urlop
        wakacje; pracownik personel; dziecko dzieci; samochód auto pojazd; rower; lekarz; chory choroba; zwrot
        zwrócić; wypowiedzenie wypowiedzieć anulować rezygnacja; wynajmujący właściciel; najemca lokator; czynsz;
        naprawa naprawić; awaria usterka; śmieci odpady; wolno dozwolone; zabronione zakaz; obowiązkowy; maksymalnie;
        minimalnie; początek zacząć; koniec; termin; zniżka rabat; bilet wstęp; dostawa wysyłka; faktura rachunek;
        zebranie; prezes przewodniczący; składka; pies zwierzę; parking parkować; godziny otwarte; pensja
        wynagrodzenie; lekcja zajęcia
    """,
}


@lru_cache(maxsize=64)
def list_synonyms(language: str) -> Mapping[str, frozenset[str]]:
    """Return the terms of words of `language` to those of their synonyms; empty for a language without groups.

    >>> "warranti" in list_synonyms("en")["guarante"], list_synonyms("fi")
    (True, {})
    """
    stem = stemmer(language)
    synonyms: dict[str, set[str]] = {}
    numbers = (f"{n} {word}" for n, word in enumerate(_NUMBERS.get(language, "").split(), 2))
    tens = (f"{n}0 {word}" for n, word in enumerate(_TENS.get(language, "").split(), 2))
    for group in (*_GROUPS.get(language, "").split(";"), *numbers, *tens):
        own = {stem(word) for word in group.split()}
        for name in own if len(own) > 1 else ():
            synonyms.setdefault(name, set()).update(own - {name})
    return {name: frozenset(others) for name, others in synonyms.items()}
