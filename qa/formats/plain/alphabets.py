"""What a text in each language is made of beyond plain Latin letters: its letters by how frequent they are, its words.

Enough to tell which of several readings of the same bytes is a text. Frequencies are in steps, not counted: a letter
that nearly every line has, one that a page has, one that comes with foreign names. Left out: the language models that
would tell languages apart which share their letters; those are in the same code pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qa.text.function_words import FUNCTION_WORDS

__all__ = ["ALPHABETS", "Alphabet"]


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Lower-case letters of a language, each to the logarithm of its probability, and words that it often has.

    latin: whether plain Latin letters are of it; its own letters then are those beyond them.
    """

    letters: Mapping[str, float]
    words: frozenset[str]
    latin: bool


_LATIN_STEPS = (-4.3, -5.8, -8.0)
_OTHER_STEPS = (-2.7, -3.8, -5.6)

# Letters beyond plain ones: of nearly every line, of a page, of foreign names.
_LATIN: Mapping[str, str] = {
    "en": "||éèüöñçïëêáóâàôí",
    "de": "äüöß||éèáàçñô",
    "fr": "éèàê|çùôâûîœëï|ÿæüöñ",
    "es": "óíáéñ|úü|çèöàªº",
    "pt": "ãçáéíõó|êâàúô|üèñªº",
    "it": "èàùòì|é|óîüöç",
    "nl": "|ëéïèö|üóáêçàôûä",
    "sv": "äåö|é|üàáèæøô",
    "da": "øåæ|é|öüäóáèô",
    "fi": "äö|å|šžéüõ",
    "is": "ðíáþóöúæý|é|üåøä",
    "ca": "àéèòçíóú|ïü·|ñôë",
    "et": "äõüö||šžéåā",
    "lv": "āīēšņļūķģž|č|ōŗöüéõ",
    "lt": "ėųįšžūąčę||āóéöüłż",
    "pl": "ęłąóżśćź|ń|éöüáčšžőäëříý",
    "cs": "íáéěýřžščů|úťďň|óöüäľłôŕęą",
    "sk": "áíéýčšžťľú|ôďóňäĺŕ|ěřůöüőł",
    "hu": "áéóöőü|íúű|äčšžçâăłřýëô",
    "hr": "čšžć|đ|éöüáóäňěřłő",
    "ro": "ăîâşţșț||éöüáóőèàíűç",
    "sq": "ëç||âêîôûéàáöü",
    "tr": "ıüşğçö|âîû|éäñáßêôèé",
    "az": "əıüşğçö||âéä",
    "vi": "đươâêôăàáéèíìóòúùãõũĩý\u0300\u0301\u0303\u0309\u0323||",
}

# Letters by rank: the commonest, the middle, the rare ones.
_OTHER: Mapping[str, str] = {
    "ru": "оеаинтсрвл|кмдпуяыьгзбчй|хжшюцщэфъё",
    "uk": "оанівитерсл|кудмяпзьгйбчї|хцжюшщєфґ",
    "be": "аніеоркстцыл|удмяпзўьвшгбч|йжхэюёф",
    "bg": "аиоентрсвл|дпкмзягуъбчц|щхжйшюфьѝ",
    "sr": "аиоенрстјувкд|лмпзбгњчшц|жљћхђџф",
    "mk": "аиоенрстувкдј|лмпзбгчшц|жљќхѓџфњѕ",
    "el": "αοιετσνηυρ|πκμλςάίόδγέωχθφήβύώξζ|ψϊϋΐΰ",
    "he": "יוהלאמרשבתנ|עדקםכחפסגצטןזךץף|ְֱֲֳִֵֶַָֹֻּׁׂ־׳״",
    "yi": "יואטענדרשל|הבגםכחפסצזקמןךץףײװױ|ת",
    "ar": "اليمنرتوبعةد|سفهكقحجأشطصىخإضذ|ثزغءظئؤآـًٌٍَُِّْپچگ",
    "fa": "ايیرندهوتمبسش|كکازخقپعفگحجغلط|چصذضثظژئآأ\u200cً",
    "th": "านรกอเงยมลว่ั้ต|สทิีปดคหแ์จพชขใไำบุูะโถ็ณื|ซศษึผฐธภฉฟญฝฮฎฏๆฯฤฬฌฆ๐๑๒๓๔๕๖๗๘๙",
}

_WORDS: Mapping[str, str] = {
    "en": "it's don't doesn't isn't that's café they're we're",
    "is": "og að í á það sem er við en þau ekki um fyrir með var til frá hann hún af eru þar svo eða við hafa þess",
    "ca": "de la el i que els les en a per amb és una un no del dels al són està també però com més seva ha",
    "et": "ja on ei et see ta kui ka oma või ning mis kes selle seda aga nii üks pole siis välja üle kõik nad võib",
    "lv": "un ir no ar par uz kas lai tas tā kā pēc ka bet vai gan arī līdz nav tiek var šī šo būs visu vēl viņš",
    "lt": "ir yra į iš kad su kaip o tai bet nuo jo už ar apie prie po dėl buvo jau tik dar šis taip būti per jų jie",
    "sk": "a je v na sa že to s z aj o do ako pre so za ale od by sú po ktorý ktoré či tak už bol len iba má nie",
    "hr": "i je u na se da su za od s a o kao koji koja koje ne ili što iz po će biti bi ali samo više nije može kod",
    "sq": "dhe të në e një që për me nga është i ka por si u se do më nuk ose kjo ky",
    "az": "və bu bir ilə üçün də ki olan o da var çox daha sonra isə kimi",
    "vi": "là và của có không được cho một trong với các người những này đã để khi từ đến thì ở ra vào năm như tôi",
    "be": "і у не на што з як да ён гэта па але для ад яго за былі быў яна таксама каб ці калі",
    "bg": "и на да се в за от не с е са по че като които който до си или при през което има след може ще бе",
    "sr": "и је у на се да су за од са а о као који која које не или што из по ће бити би али само није може док",
    "mk": "и на во да се од за е со не што ги ќе како кој која го по дека но или им",
    "yi": "און די איז פון אין דער צו דאס ניט מיט אויף",
    "th": "และ ที่ ของ ใน เป็น ไม่ ได้ มี ให้ การ จะ กับ จาก แต่ ว่า หรือ ไป",
}


def _weigh(steps: str, weights: tuple[float, ...]) -> dict[str, float]:
    return {letter: weight for letters, weight in zip(steps.split("|"), weights, strict=True) for letter in letters}


def _make(code: str, steps: str, weights: tuple[float, ...]) -> Alphabet:
    words = {*FUNCTION_WORDS.get(code, ()), *_WORDS.get(code, "").split()}
    words |= {word.replace("ș", "ş").replace("ț", "ţ") for word in words}  # code pages have the older letters
    latin = weights is _LATIN_STEPS
    return Alphabet(
        _weigh(steps, weights), frozenset(word for word in words if not latin or len(word) > 1 or word > "z"), latin
    )


ALPHABETS: Mapping[str, Alphabet] = {
    **{code: _make(code, steps, _LATIN_STEPS) for code, steps in _LATIN.items()},
    **{code: _make(code, steps, _OTHER_STEPS) for code, steps in _OTHER.items()},
}
