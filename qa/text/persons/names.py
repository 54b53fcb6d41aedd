"""The persons that a sentence names, in order, with what it tells of their gender.

A name is two capitalised words or more, or one behind a form of address; in Chinese, Japanese and Korean a word with a
frequent surname where a subject stands. What has an article before it, or a word for a place, a firm or a time in it,
is none. Left out: scripts without capitals but for those, and single first names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from qa.text.english import MONTHS, WEEKDAYS
from qa.text.function_words import FUNCTION_WORDS
from qa.text.lazy_regex import Pattern
from qa.text.persons.pronouns import Gender

__all__ = ["Person", "find_persons"]

_LONGEST = 300  # characters of a sentence that are looked at
_MOST_WORDS = 5  # of a name: more are a title or a heading
_LONGEST_INITIALS = 3  # longer words in capitals are no names
_BESIDE, _BEHIND = 40, 120  # characters beside a name that are looked at
_MOST_BEFORE = 3  # words before a name that the sentence begins with


class Person(NamedTuple):
    """A person as a sentence names it.

    start: where. leading: whether it is what the sentence begins with. by: whether it is named as who did something.
    """

    name: str
    start: int
    gender: Gender | None
    leading: bool
    by: bool = False


_PARTICLES = (
    r"(?:van der|van den|van de|de la|de los|von der|von|van|zu|de|da|do|dos|das|di|del|della|du|des|bin|al|el|ten|ter"
    r"|y|e)"
)
_CAPITAL = r"(?:[dDlLO]['’])?(?:al-|el-)?\p{Lu}(?:[\p{L}\p{M}'’-]*[\p{L}\p{M}]|\.)?(?:\.-?\p{Lu}\.)?"
_NAME = Pattern(rf"(?<![\p{{L}}\p{{N}}'’-]){_CAPITAL}(?:\.?[ \u00a0](?:{_PARTICLES} )?{_CAPITAL})*", regex.V1)
_MEN = frozenset(
    """
    mr mister sir lord king prince duke brother son father husband grandfather uncle nephew grandson stepfather widower
    boyfriend chairman businessman actor monk
    herr herrn hr bruder sohn vater ehemann gatte mann großvater onkel neffe enkel könig
    m monsieur frère fils père mari oncle neveu roi
    sr señor don hermano hijo padre marido esposo tío sobrino rey
    sig signor fratello figlio marito zio nipote re
    senhor irmão filho pai tio
    dhr meneer broer zoon vader echtgenoot oom heer
    г-н господин брат сын отец муж дядя внук царь пан син батько чоловік
    brat syn ojciec mąż pán otec bratr manžel
    bror sønn søn domnul bey ông anh
    """.split()
)
_WOMEN = frozenset(
    """
    mrs ms miss madam lady queen princess duchess sister daughter mother wife grandmother aunt niece granddaughter
    stepmother widow girlfriend chairwoman businesswoman actress nun
    frau fr schwester tochter mutter ehefrau gattin großmutter tante nichte enkelin königin
    mme madame mlle mademoiselle sœur soeur fille mère épouse femme nièce reine
    sra señora doña srta hermana hija madre esposa mujer tía sobrina reina
    sig.ra signora sorella figlia moglie zia regina
    senhora dona irmã filha mãe tia esposa
    mevr mevrouw zus dochter moeder echtgenote
    г-жа госпожа сестра дочь мать жена тётя внучка царица пані донька мати дружина
    siostra córka matka żona paní sestra dcera manželka
    syster dotter mor hustru kone søster datter doamna bayan bà cô chị
    """.split()
)
_ADDRESSES = (  # behind one of them a single word is a name
    _MEN
    | _WOMEN
    | frozenset(
        """
        dr prof professor doctor doktor president mayor governor senator captain colonel judge justice bishop pope saint
        professorin doktorin dame dra dott dottoressa ing arq lic avv maître доктор профессор
        """.split()
    )
)
_TITLES = _ADDRESSES | frozenset(
    """
    prime minister general engineer architect director manager chancellor secretary deputy vice chief officer
    bürgermeister bürgermeisterin präsident präsidentin kanzler kanzlerin ingenieur ingenieurin architekt architektin
    direktor direktorin leiter leiterin sindaco alcalde alcaldesa presidente presidenta maire
    директор инженер архитектор президент мэр министр
    """.split()
)
_THINGS = frozenset(
    """
    street st road rd avenue lane square bridge tower gate station airport port harbour harbor river lake mountain mount
    mt valley island bay beach forest park garden gardens university college school academy institute hospital clinic
    hotel museum gallery library theatre theater church cathedral castle palace hall house centre center building
    company co corporation corp limited ltd inc llc plc group bank fund foundation trust association society club union
    council committee commission court parliament ministry department office agency bureau authority service services
    city town area county state states kingdom republic federation district province region north south east west
    northern southern eastern western new united international national european world war act law treaty agreement
    policy handbook manual guide report plan project award prize cup league festival conference press news times journal
    book edition version chapter section article appendix table figure day week month year century street's team bakery
    restaurant café cafe shop store market press airlines railway line software systems system cloud premium basic pro
    gmbh ag kg ug e.v verein stadt straße strasse platz brücke universität hochschule schule institut krankenhaus klinik
    kirche schloss bahnhof bank gesellschaft ministerium amt bundesamt deutsche vereinigte staaten
    rue place pont gare ville école hôpital musée église société université ministère république
    calle plaza puente ciudad escuela hospital museo iglesia universidad ministerio república san santa
    via piazza ponte città scuola ospedale museo chiesa università ministero repubblica
    rua praça ponte cidade escola museu igreja universidade ministério
    straat plein brug stad school ziekenhuis kerk universiteit
    улица площадь мост город школа больница музей университет министерство
    """.split()
) | frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
_ARTICLES: Final = {
    "en": frozenset({"the", "a", "an"}),
    "fr": frozenset({"le", "la", "les", "l", "au", "du"}),
    "es": frozenset({"el", "la", "los", "las", "del", "al"}),
    "it": frozenset({"il", "lo", "la", "i", "gli", "le", "del", "della", "al", "alla"}),
}
_PLACED = frozenset("in at near from into bei aus nach à en dans em w v во в из из te i på".split())
_BY = frozenset("by von durch par por da door av af przez is von".split())  # who did what a passive sentence tells
_GIVEN = frozenset("will may mai lea don ana ali jan bo al".split())  # function words that are given names as well
_MARK = regex.compile(r"[,;:(]")
# What a sentence says of the gender of whom it names: (of a man, of a woman).
_TELLS: Final = {
    "en": (
        Pattern(
            r"\b(?:chairman|actor|king|father|brother|husband|son|businessman|spokesman) of\b|\bhimself\b", regex.I
        ),
        Pattern(
            r"\b(?:chairwoman|actress|queen|mother|sister|wife|daughter|businesswoman|spokeswoman) of\b|\bherself\b",
            regex.I,
        ),
    ),
    "de": (
        Pattern(r"\b(?:ist|war|wurde) (?:seit \d+ )?(?:der|ein) "),
        Pattern(r"\b(?:ist|war|wurde) (?:seit \d+ )?(?:die|eine) |\b(?:ist|war|als|wurde) (?:\p{Lu}\p{L}{3,})in\b"),
    ),
    "es": (
        Pattern(r"\b(?:es|era|fue|está) (?:el|un|\p{L}+[ai]do)\b"),
        Pattern(r"\b(?:es|era|fue|está) (?:la|una|\p{L}+[ai]da)\b"),
    ),
    "fr": (
        Pattern(r"\b(?:est|était|fut) (?:le|un|né|mort|élu|marié)\b"),
        Pattern(r"\b(?:est|était|fut) (?:la|une|née|morte|élue|mariée)\b"),
    ),
    "it": (
        Pattern(r"(?:\b(?:era|fu)|è)(?: stato)? (?:il|un|uno|\p{L}+[aiu]to)\b"),
        Pattern(r"(?:\b(?:era|fu)|è)(?: stata)? (?:la|una|\p{L}+[aiu]ta)\b"),
    ),
    "pt": (
        Pattern(r"(?:\b(?:era|foi)|é) (?:o|um|\p{L}+[ai]do)\b"),
        Pattern(r"(?:\b(?:era|foi)|é) (?:a|uma|\p{L}+[ai]da)\b"),
    ),
    "pl": (Pattern(r"\b\p{Ll}{3,}ł\b"), Pattern(r"\b\p{Ll}{3,}ła\b")),
    "cs": (Pattern(r"\b\p{Ll}{3,}l\b"), Pattern(r"\b\p{Ll}{3,}la\b")),
    "ru": (Pattern(r"\b\p{Ll}{3,}(?:л|лся)\b|\bон\b"), Pattern(r"\b\p{Ll}{3,}(?:ла|лась)\b")),
    "uk": (Pattern(r"\b\p{Ll}{3,}(?:в|вся)\b"), Pattern(r"\b\p{Ll}{3,}(?:ла|лася)\b")),
}
_CHINESE: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董潘袁"
    "蔡蒋蔣余于杜叶葉程苏蘇魏吕呂丁任卢盧姚钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍黎"
    "史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向汤湯温康施牛樊葛邢安齐庞颜庄"
)
_UNSPACED: Final = {
    "zh": Pattern(
        rf"(?P<name>[{_CHINESE}](?=先生|女士|小姐|太太|总|經理|经理|老师|教授|博士|医生)|(?:欧阳|司马|上官|诸葛|[{_CHINESE}])\p{{Han}}{{1,2}}?|\p{{Han}}{{1,6}}(?:·\p{{Han}}{{1,6}})+?)"
        r"(?:(?P<man>先生)|(?P<woman>女士|小姐|太太)|(?:总|經|经理|老师|教授|博士|医生))?"
        r"(?=[是为為的在于於曾任担擔负負出毕畢生将將也，,（(、和与與])"
    ),
    "ja": Pattern(
        r"(?P<name>[\p{Katakana}ー]+(?:[・＝][\p{Katakana}ー]+)+"
        r"|(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|清水|山崎"
        r"|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|斎木|福田|太田|西村|藤井"
        r"|金子|岡本|藤原|中野|三浦|原田|中川|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|内田|柴田|酒井|宮崎|横山|高木|安藤"
        r"|宮本|大野|小島|谷口|今井|工藤|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎"
        r"|久保|木下|佐野|野村|松尾|市川|菊地|杉本|古川|大西|島田|水野|桜井|高野|渡部|吉川|山内|西田|飯田|菊池|西川|小松|北村|安田"
        r"|五十嵐|川口|平田|関|中田|久保田|服部|東|岩田|土屋|川崎|福島|本田|辻|樋口|秋山|田口|永井|山中|中西|吉村|川上|石原|大橋"
        r"|松岡|浜田|馬場|森本|矢野|浅野|松下|星野|大久保|吉岡|小池|野田|荒木|大谷|内藤|黒田|熊谷|松浦|尾崎|堀|永田|川村|望月)"
        r"[\p{Han}\p{Hiragana}]{0,3}?|\p{Han}{1,4}(?=さん|氏|先生|様))"
        r"(?:さん|氏|先生|様|部長|社長|課長)?(?=[はがのも、，,（(])"
    ),
    "ko": Pattern(
        r"(?P<name>[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모]"
        r"\p{Hangul}{2})(?: ?(?:씨|박사|교수|대표|시장|부장|과장|선생님))?(?=[은는이가의])"
    ),
}
_LEAD = 12  # characters before a name in these scripts that its title may take


def find_persons(sentence: str, language: str) -> list[Person]:
    """Return the persons that a sentence names, in order; none in languages whose names cannot be seen.

    >>> find_persons("Her brother Paul Holt runs it.", "en")
    [Person(name='Paul Holt', start=12, gender='he', leading=True, by=False)]
    >>> [person.name for person in find_persons("It was drawn by the engineer Roswitha Engel in Port Ellery.", "en")]
    ['Roswitha Engel']
    >>> find_persons("The Tessaly Bridge opened in New York.", "en")
    []
    """
    sentence = sentence[:_LONGEST]
    if language in _UNSPACED:
        return list(_find_unspaced(sentence, language))
    return list(_find_capitalised(sentence, language))


def _find_unspaced(sentence: str, language: str) -> Iterator[Person]:
    match = _UNSPACED[language].search(sentence[:200])
    if match is None:
        return
    groups = match.groupdict()
    gender: Gender | None = "he" if groups.get("man") else "she" if groups.get("woman") else None
    yield Person(match["name"], match.start(), gender, match.start() <= _LEAD)


def _find_capitalised(sentence: str, language: str) -> Iterator[Person]:
    grammar, articles = FUNCTION_WORDS.get(language, frozenset()), _ARTICLES.get(language, frozenset())
    for match in _NAME.finditer(sentence):
        words = match.group().split()
        if len(words) == 1 and _fold(words[0]) not in _TITLES:
            continue
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s")
        while words and _fold(words[-1]) in grammar:
            words.pop()
        skipped: list[str] = []
        while words and ((key := _fold(words[0])) in _TITLES or (key in grammar and key not in _GIVEN)):
            skipped.append(key)
            words.pop(0)
        if not _is_name(words, addressed=not _ADDRESSES.isdisjoint(skipped)):
            continue
        start = match.start()
        before = [_fold(word) for word in sentence[max(0, start - _BESIDE) : start].split()]
        titled = bool(skipped) and skipped[-1] in _TITLES
        article = (skipped or before)[-1:]
        if not titled and article and (article[0] in articles or article[0] in _PLACED):
            continue
        # "The witness, Mrs Abbott, saw it" is about her.
        apart = sentence[:start].endswith(", ") and sentence.startswith(",", match.end())
        until = start - 2 if apart else start
        leading = start <= _BESIDE and len(before) <= _MOST_BEFORE and not _MARK.search(sentence, 0, until)
        gender = _tell_title(skipped) or _tell_title(before[-1:])
        if gender is None and language == "de" and len(words) > 2 and words[0].endswith("in"):  # Ingenieurin
            gender = "she"
        if gender is None and leading and language in _TELLS:
            of_man, of_woman = _TELLS[language]
            rest = sentence[match.end() : match.end() + _BEHIND]
            gender = "she" if of_woman.search(rest) else "he" if of_man.search(rest) else None
        place = start + match.group().find(words[0])
        yield Person(" ".join(words), place, gender, leading, not _BY.isdisjoint(before[-4:]))


def _fold(word: str) -> str:
    return word.lower().strip(".,'’()")


def _tell_title(words: list[str]) -> Gender | None:
    for word in words:
        if word in _WOMEN:
            return "she"
        if word in _MEN:
            return "he"
    return None


def _is_name(words: list[str], *, addressed: bool) -> bool:
    if not (1 if addressed else 2) <= len(words) <= _MOST_WORDS:
        return False
    return not any(
        (key := _fold(word)) in _THINGS or (len(key) > _LONGEST_INITIALS and word.isupper()) for word in words
    )
