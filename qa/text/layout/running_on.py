"""Lines that end in the middle of a sentence, by their last word or by what surrounds them.

A preposition, an article or a conjunction ends no sentence, so that the next line goes on even with a name. In a
paragraph that was wrapped for certain, a line of prose without a mark at its end goes on as well. Left out: what the
widths of lines say (`lines`).
"""

from __future__ import annotations

from typing import Final

from qa.text.function_words import FUNCTION_WORDS
from qa.text.lazy_regex import Pattern

__all__ = [
    "begins_anew",
    "ends_by_link",
    "goes_on_unspaced",
    "is_caseless",
    "is_named",
    "is_prose_without_end",
]

_LINKS: Final = {
    "en": """
    a an the of in on at to from by with for and or but nor as than into onto over under between among about against
    during before after since until because that which whose where while if when through across towards via per near
    beside this these those his her its their our your my every each no is are was were be been
    """,
    "de": """
    der die das dem den des ein eine einem einen einer eines von vom in im an am auf aus bei beim mit nach zu zum zur
    für gegen durch um über unter vor hinter zwischen neben und oder aber sondern sowie als wie wegen trotz während
    seit bis ohne dass weil wenn ob damit obwohl sein seine ihre ihr unser unsere dieser diese dieses jeder jede
    """,
    "nl": """
    de het een van in op aan te ten ter bij met naar voor door om over onder tussen naast en of maar als dan dat die
    omdat wanneer terwijl zonder tegen tijdens sinds tot uit zijn haar hun onze deze dit
    """,
    "sv": """
    en ett den det de av i på vid till från med för om över under mellan och eller men som att när eftersom medan utan
    mot sedan sin sitt sina vår vårt denna detta dessa är var hos enligt
    """,
    "da": """
    en et den det de af i på ved til fra med for om over under mellem og eller men som at når fordi mens uden mod
    siden sin sit sine vores denne dette disse er var hos ifølge
    """,
    "no": """
    en et ei den det de av i på ved til fra med for om over under mellom og eller men som at når fordi mens uten mot
    siden sin sitt sine vår vårt denne dette disse er var hos ifølge
    """,
    "es": """
    el la los las un una unos unas de del en a al con por para sin sobre entre desde hasta hacia según y e o u ni pero
    que como cuando porque donde si su sus nuestro nuestra este esta estos estas es son fue muy más
    """,
    "pt": """
    o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às com por pelo pela para sem sobre entre
    desde até e ou nem mas que como quando porque onde se seu sua seus suas nosso nossa este esta é são foi muito mais
    """,
    "fr": """
    le la les un une des du de au aux en dans sur sous par pour avec sans chez entre vers depuis jusque et ou ni mais
    que qui dont où comme quand parce si son sa ses leur leurs notre nos votre ce cet cette ces est sont très plus à
    """,
    "it": """
    il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle
    in nel nella nei nelle con su sul sulla sui per tra fra e ed o ma che come quando perché dove se suo sua loro
    questo questa è sono
    """,
    "ro": """
    un o unui unei de din la în pe cu fără pentru prin spre între sub peste după până lângă al a ai ale cel cea și sau
    dar că care când fiindcă deoarece unde dacă este sunt
    """,
    "pl": """
    w we z ze na do od po przy dla za pod nad przed przez o u ku między bez i oraz lub albo ale że który która które
    gdy ponieważ bo jeśli jak jest są
    """,
    "cs": """
    v ve z ze na do od po při pro za pod nad před přes o u k ke mezi bez a i nebo ale že který která které když
    protože pokud jak je jsou
    """,
    "sk": """
    v vo z zo na do od po pri pre za pod nad pred cez o u k ku medzi bez a i alebo ale že ktorý ktorá ktoré keď lebo
    ak je sú
    """,
    "hu": "a az egy és vagy de hogy mert ha mint amikor aki ami amely ahol nem",
    "tr": "ve veya ya da ile bir bu şu o her çünkü için gibi kadar en daha olan",
    "ru": """
    в во на с со к ко по за из от до для при под над у о об без через между перед и или но а что который которая
    которые когда потому если как чем
    """,
    "uk": """
    в у на з із зі до від для при під над о об без через між перед і й та або але а що який яка які коли бо якщо як
    """,
    "fi": "ja tai mutta että joka kun koska jos kuin",
    "el": "ο η το οι τα του της των τον την ένας μια ένα σε στο στη στην στον από με για και ή αλλά που ότι όταν",
    "id": "di ke dari untuk dengan pada dan atau tetapi yang karena oleh dalam",
    "ca": "el la els les un una de del en a al amb per i o que com quan perquè",
    "bg": "в във на с със до от за при под над и или но а че който която които когато защото ако",
    "hr": "u na s sa za od do po pri pod nad i ili ali a da koji koja koje kad jer ako",
    "hi": "और या कि जो क्योंकि लेकिन पर यदि जब का की के को से में ने",
}
_SETS: Final = {language: frozenset(words.split()) for language, words in _LINKS.items()}
# Written with a capital in the middle of a sentence, too.
_POLITE: Final = frozenset(
    "i sie ihr ihre ihrem ihren ihrer ihres ihnen lei suo sua loro de dem deres la le les el los las il".split()
)
_FIRST_WORD = Pattern(r"\p{Lu}(?:\p{Ll}+)?(?=[\s,’'])")
_LAST = Pattern(r"(?<![\p{L}\p{M}’'.-])([\p{L}\p{M}]+)$")
_UNSPACED = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]")
_PROSE_MARK = Pattern(r"[。、，；]")
_SPACED_MARK = Pattern(r"\p{Ll},\s|[.!?।؟]\s|[\p{Lo}\p{M}][,،]\s")
_LETTER = Pattern(r"[\p{L}\p{M}\p{Nd}%)]$")
_NAMED = Pattern(r"[^\s:：][^:：.。!?]{0,30}[:：](?!//)")
_FIRST_LETTER = Pattern(r"[\p{P}\s]{0,4}(\p{L})")
_MOST_WORDS_OF_HEADING = 7


def ends_by_link(line: str, language: str) -> bool:
    """Tell whether the last word of a line, in lower case, belongs to what follows: `the roof of`."""
    last = _LAST.search(line[-24:])
    return last is not None and last[1] in _SETS.get(language, ()) and " " in line


def begins_anew(line: str, following: str, language: str) -> bool:
    """Tell whether a line without a mark at its end is followed by one that begins with a function word in capitals.

    Within a sentence no such word has a capital, but for those of politeness and in names.
    """
    if _LETTER.search(line) is None or ends_by_link(line, language):
        return False
    first = _FIRST_WORD.match(following)
    if first is None:
        return False
    word = first[0].lower()
    return word in FUNCTION_WORDS.get(language, ()) and word not in _POLITE


def is_named(line: str) -> bool:
    """Tell whether a line begins with a name of what it says: `Present: Ms Ferro`."""
    return _NAMED.match(line) is not None


def is_caseless(line: str) -> bool:
    """Tell whether a line begins with a letter of a script without capitals."""
    first = _FIRST_LETTER.match(line)
    return first is not None and first[1].lower() == first[1].upper()


def goes_on_unspaced(line: str, following: str) -> bool:
    """Tell whether a line of Chinese or Japanese prose goes on below: it has a mark within and none at its end."""
    return (
        _UNSPACED.match(line[-1]) is not None
        and _UNSPACED.match(following) is not None
        and _PROSE_MARK.search(line) is not None
        and _PROSE_MARK.search(following) is not None
        and ("。" in following or following.endswith(("！", "？", "、", "，")))
    )


def is_prose_without_end(line: str, *, share: float, is_first: bool) -> bool:
    """Tell whether a line of a paragraph that was wrapped for certain is one of its prose, with no mark at its end.

    share: how wide it is beside the widest of the paragraph. is_first: nothing stands above it, as of a heading.
    """
    if _LETTER.search(line) is None:
        return False
    if _SPACED_MARK.search(line):
        return share >= 0.5
    return share >= 0.7 and (not is_first or line.count(" ") >= _MOST_WORDS_OF_HEADING)
