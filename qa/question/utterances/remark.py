"""Short remarks on an answer, known whole and in many languages: a doubt, "who said that?", "what else?", "why?".

They are no questions of their own. A doubt asks nothing of the documents, and the citation of a quote says who said it;
"what else?" asks for other sentences than those that were quoted, and "why?" for a reason, which a sentence that was
quoted gives only where it has the sign of one. Left out: remarks with further words, which are questions.
"""

from __future__ import annotations

from typing import Literal

import regex

from qa.text.lazy_regex import Pattern

__all__ = ["Remark", "gives_reason", "names_source", "read_remark"]

Remark = Literal["doubt", "source", "more", "why"]

_LONGEST = 48  # characters
_ASKED = regex.compile(r"[?？؟;]")
_TOPICS = frozenset(  # words that are asked for as well: a remark only with a question mark
    "source sources quelle quellen fuente fuentes fonte fonti fontes bron right correct true certain sure".split()
)
_NOT_LETTER = regex.compile(r"[^\p{L}\p{M}\p{N}'’]+")

_DOUBT = r"""
    (?:are|r)\ (?:you|u)\ (?:really\ |quite\ |so\ |very\ )?(?:sure|certain)(?:\ (?:about|of)\ (?:that|this|it))?
    |(?:you\ )?sure(?:\ about\ (?:that|this|it))?|certain|really|seriously|for\ real|honestly|oh\ really|no\ way
    |(?:is|was)\ (?:that|this|it)\ (?:really\ |actually\ )?(?:true|right|correct|so|certain|a\ fact)
    |(?:that\ )?true|right|correct|(?:that|this)(?:\ is|'s)\ (?:wrong|not\ (?:right|true))
    |can\ i\ (?:trust|rely\ on)\ (?:that|this|you|it)|do\ you\ mean\ (?:it|that)
    |(?:bist\ du|sind\ sie)(?:\ dir|\ sich)?(?:\ da)?(?:\ ganz|\ wirklich)?\ sicher|(?:ganz\ )?sicher|wirklich
    |echt(?:\ jetzt)?|im\ ernst|stimmt\ das(?:\ (?:wirklich|auch))?
    |ist\ das\ (?:wirklich\ )?(?:wahr|richtig|sicher|so)|ehrlich|tatsächlich
    |(?:tu\ es|vous\ êtes|t'es|es\ tu|êtes\ vous)(?:\ bien|\ vraiment)?\ (?:sûre?s?|certaine?s?)|vraiment
    |c'est\ (?:vrai|sûr|certain|exact)|est\ ce\ (?:vrai|sûr)|sérieusement|ah\ bon|sûr
    |(?:estás|está(?:\ usted)?|estáis)\ segur[oa]s?|de\ verdad|en\ serio|segur[oa]|es\ (?:verdad|cierto|correcto)
    |de\ veras|(?:ne\ )?(?:sei|è|siete)\ (?:proprio\ |davvero\ )?sicur[oaie]|davvero|sul\ serio|è\ (?:vero|giusto)
    |sicur[oa]|veramente|tens?\ (?:a\ )?certeza|você\ tem\ certeza|a\ sério|é\ (?:verdade|mesmo)|sério|mesmo
    |de\ certeza|(?:weet\ je|bent\ u|ben\ je)(?:\ dat|\ daar)?(?:\ het)?(?:\ heel|\ wel)?\ zeker(?:\ van)?
    |echt\ waar|is\ dat\ (?:echt\ )?(?:waar|zo|juist)|zeker|är\ du\ säker|verkligen|är\ det\ (?:sant|säkert|rätt)
    |säkert|er\ du\ sikker|virkelig|er\ det\ (?:sandt|sant|rigtigt|riktig|sikkert)|sikkert|oletko\ varma|todellako
    |ihanko\ totta|onko\ se\ totta|(?:czy\ )?jesteś\ (?:tego\ )?pew(?:ien|na)|na\ pewno|naprawdę|serio
    |czy\ to\ prawda|(?:jsi|jste)\ si\ jist[ýáí]|opravdu|vážně|je\ to\ pravda|(?:ты|вы)\ уверен[аы]?|точно|правда
    |серь[её]зно|это\ (?:правда|точно)|неужели|(?:ти|ви)\ впевнен(?:ий|а|і)|справді|це\ правда|emin\ misin(?:iz)?
    |gerçekten(?:\ mi)?|doğru\ mu|ciddi\ misin|biztos(?:\ vagy\ benne|\ ez)?|tényleg|komolyan|igaz\ ez
    |(?:ești|sunteți)\ sigur[ăai]?|serios|chiar|e\ adevărat|είσαι\ σίγουρ(?:ος|η)|αλήθεια|σίγουρα|πραγματικά
    |(?:apakah\ )?(?:kamu|anda)\ yakin|benarkah|sungguh|serius|yakin|(?:bạn\ )?(?:có\ )?chắc(?:\ chắn)?(?:\ không)?
    |thật\ (?:không|sao|à)|(?:是)?真的[吗嗎]?|[你您]?[确確]定[吗嗎]?|[你您][确確]定[吗嗎]?|是[吗嗎]|[对對][吗嗎]
    |本当(?:です)?か?(?:に)?|ほんとう?(?:ですか|に)?|確かですか|マジ(?:です)?か?|정말(?:요|인가요|이에요|입니까)?
    |확실(?:해요|합니까|한가요)|진짜(?:요|예요)?|هل\ أنت\ متأكدة?|حقا|حقًا|متأكد|فعلا|אתה\ בטוח|את\ בטוחה|באמת|בטוח
    |क्या\ (?:आप|तुम)\ (?:को\ )?(?:पक्का|यकीन|निश्चित)\ (?:है|हैं|हो)|सच(?:मुच|\ में)?|पक्का
"""
_SOURCE = r"""
    who\ (?:said|says|told\ you|claims?|states?)(?:\ (?:that|this|so|it))?|says\ who|according\ to\ who
    |how\ do\ you\ know(?:\ (?:that|this))?
    |where\ (?:does|do|did)\ (?:it|you|they)\ (?:say|get|read|find|have)\ (?:that|this|it)(?:\ from)?
    |where\ is\ (?:that|this)\ (?:from|written|said)|(?:what(?:\ is|'s)\ (?:your|the)\ )?sources?
    |wer\ (?:sagt|behauptet)\ (?:das|so\ etwas)|wer\ hat\ das\ gesagt|woher\ (?:weißt\ du|wissen\ sie)\ das
    |wo\ steht\ das|quellen?|qui\ (?:a\ dit|dit)\ (?:ça|cela)|qui\ l'a\ dit
    |comment\ (?:tu\ le\ sais|le\ sais\ tu|le\ savez\ vous)|où\ est\ ce\ écrit
    |quién\ (?:lo\ |ha\ )?(?:dijo|dice|dicho)(?:\ eso|\ esto)?|cómo\ lo\ sabes?|dónde\ (?:lo\ )?dice(?:\ eso)?
    |fuentes?|chi\ (?:lo\ |l')?(?:dice|ha\ detto)|come\ lo\ (?:sai|sa)|dov'è\ scritto|fonti?
    |quem\ (?:o\ )?(?:disse|diz)(?:\ isso|\ isto)?|fontes?|wie\ (?:zegt|zei)\ dat|wie\ heeft\ dat\ gezegd
    |hoe\ weet\ (?:je|u)\ dat|waar\ staat\ dat|bron(?:nen)?|vem\ (?:sa|säger|har\ sagt)\ det
    |hvem\ (?:sagde|siger|sa|sier|har\ sagt)\ det|kuka\ (?:niin\ )?sanoi|kto\ (?:to\ |tak\ )?(?:powiedział|mówi)
    |skąd\ (?:to\ )?wiesz|kdo\ to\ (?:řekl|říká)|кто\ (?:это\ |так\ )?(?:сказал|говорит)
    |откуда\ (?:ты\ |вы\ )?(?:это\ )?зна(?:ешь|ете)|где\ это\ (?:написано|сказано)|хто\ (?:це\ )?сказав
    |(?:bunu\ )?kim\ (?:söyledi|diyor)|ki\ mondta(?:\ ezt)?|cine\ (?:a\ )?(?:spus|zice)(?:\ asta)?
    |siapa\ (?:yang\ )?bilang|ai\ nói(?:\ (?:thế|vậy))?|[谁誰][说說]的?|你怎么知道|哪里[说說]的
    |誰が(?:そう)?(?:言った|言いました)の?か?|どこに書いて(?:ある|あります)の?か?
    |누가\ (?:그렇게\ )?(?:말했|그랬)(?:어요?|나요|습니까)|من\ قال\ (?:ذلك|هذا)|מי\ אמר(?:\ (?:את\ )?זה)?
    |किसने\ कहा
"""
_MORE = r"""
    and|and\ (?:what|then)(?:\ else)?|(?:and\ )?(?:what|anything|something)\ (?:else|more)|else|(?:any\ )?more
    |tell\ me\ more|go\ on|continue|is\ (?:there|that)\ (?:anything\ (?:else|more)|all|it)|und
    |(?:und\ )?(?:was|sonst)\ noch(?:\ was|\ etwas)?|noch\ (?:etwas|was|mehr)|mehr|weiter
    |und\ (?:sonst|weiter|dann)|ist\ das\ alles|et|et\ (?:puis|alors|ensuite)|quoi\ d'autre
    |(?:et\ )?(?:autre\ chose|encore|plus)|c'est\ tout|y|(?:y\ )?(?:qué|algo)\ más|más|es\ todo|e
    |(?:e\ )?(?:che|cos'|qualcos')\ ?altro|altro|e\ poi|tutto\ qui|(?:e\ )?(?:o\ )?que\ mais|mais
    |mais\ alguma\ coisa|en|(?:en\ )?wat\ (?:nog|verder)(?:\ meer)?|nog\ iets|(?:en\ )?verder|is\ dat\ alles|och
    |(?:och\ )?vad\ mer|något\ mer|mer|og|(?:og\ )?hvad\ (?:mere|ellers)|(?:og\ )?hva\ (?:mer|ellers)|mere|ja
    |(?:ja\ )?mitä\ muuta|muuta|i|(?:i\ )?co\ jeszcze|coś\ jeszcze|a|(?:a\ )?co\ (?:ještě|dál)|ještě\ něco|и
    |(?:и\ |а\ )?(?:что\ )?ещ[её](?:\ что\ нибудь)?|і|(?:і\ |а\ )?що\ ще|ve|başka(?:\ ne(?:\ var)?)?|és
    |(?:és\ )?mi\ más|még\ valami|(?:și\ )?ce\ altceva|altceva|και|τι\ άλλο|dan|apa\ lagi|ada\ lagi|và
    |(?:còn\ )?gì\ nữa|[还還]有(?:呢|[吗嗎]|什[么麼])?|然后呢|其他呢|(?:ほか|他)には?(?:何か)?|それから|또|그리고
    |다른\ 것은|더\ 있나요|و|و?ماذا\ (?:أيضا|بعد)|(?:ו)?מה\ עוד|ועוד|और|और\ क्या
"""
_WHY = r"""
    (?:and\ |but\ )?why(?:\ (?:is|was)\ (?:that|this|it)(?:\ so)?|\ so|\ not|\ that)?|how\ (?:come|so)
    |for\ what\ reason
    |(?:und\ |aber\ )?(?:warum|wieso|weshalb|weswegen)(?:\ (?:ist|war)\ das(?:\ so)?|\ das|\ nicht|\ denn)?
    |(?:et\ |mais\ )?pourquoi(?:\ (?:ça|cela|pas))?|(?:y\ |pero\ )?por\ qué(?:\ no|\ es\ así)?
    |(?:e\ |ma\ )?perché(?:\ no)?|(?:e\ |mas\ )?por\ ?qu[eê](?:\ não)?
    |(?:en\ |maar\ )?waarom(?:\ (?:is\ dat(?:\ zo)?|niet|dan))?|varför(?:\ (?:det|då|inte))?
    |hvorfor(?:\ (?:det|ikke))?|miksi|dlaczego|czemu|proč|почему|зачем|чому|навіщо|neden|niçin|niye|miért|de\ ce
    |γιατί|kenapa|mengapa|(?:tại|vì)\ sao|[为為]什[么麼]|怎[么麼][会會]|なぜ(?:です)?か?|どうして(?:です)?か?
    |왜(?:요|죠)?|لماذا|למה|מדוע|क्यों
"""
_BEFORE = r"(?:(?:thanks|thank\ you|ok|okay|oh|hm+|well|wow|but|and|aber|mais|pero|ma|но|那)\ )?"
_REMARKS: tuple[tuple[Remark, Pattern], ...] = (
    ("doubt", Pattern(rf"{_BEFORE}(?:{_DOUBT})$", regex.X)),
    ("source", Pattern(rf"{_BEFORE}(?:{_SOURCE})$", regex.X)),
    ("more", Pattern(rf"(?:{_MORE})$", regex.X)),
    ("why", Pattern(rf"(?:{_WHY})$", regex.X)),
)
_REASON = Pattern(
    r"\b(?:because|due to|owing to|so that|in order to|as a result|since|therefore|thus|hence|caus(?:e|es|ed|ing)"
    r"|reasons?|led to|to lead to|meant to|prompted|thanks to|for fear|weil|denn|da|damit|daher|deshalb|wegen"
    r"|aufgrund|grund|gründe|parce que|car|afin|à cause|grâce à|raison|porque|debido a|ya que|para que|por eso"
    r"|razón|perché|poiché|a causa|affinché|pois|devido a|por causa|omdat|want|doordat|wegens|vanwege|zodat|därför"
    r"|eftersom|fordi|derfor|på grund|koska|jotta|ponieważ|bo|gdyż|dlatego|protože|neboť|потому|так как|поскольку"
    r"|из-за|чтобы|тому що|оскільки|через|çünkü|için|mert|deoarece|pentru că|επειδή|διότι|karena|sebab|vì|bởi|لأن"
    r"|بسبب|כי|בגלל|क्योंकि)\b|[因由]|以便|ので|ため|から|때문",
    regex.I,
)
_SAYING = Pattern(
    r"\b(?:sa(?:id|ys)|told|tells|(?:wrote|writes) that|stat(?:ed|es)|announced|claim(?:ed|s)|according to"
    r"|reported|explained|added|sagte?|erklärte?|laut|schrieb|berichtete?|zufolge|dit|déclar[ée]|selon|écrit"
    r"|affirme|dijo|dice|según|afirm[aó]|declar[aó]|disse|dice|detto|secondo|afferma|diz|segundo|zei|zegt|volgens"
    r"|schreef|säger|sade|enligt|sagde|siger|ifølge|sier|sanoi|mówi|powiedział|według|řekl|podle|сказал|говорит"
    r"|заявил|по словам|сказав|söyledi|dedi|mondta|spus|conform|είπε|kata|mengatakan|menurut|nói|theo|قال|قالت|אמר"
    r"|אמרה|कहा)\p{L}*\b|[说說表称稱述]|言|によると|말했",
    regex.I,
)


def read_remark(question: str) -> Remark | None:
    """Return what a question is as a remark; None for one that is none.

    >>> read_remark("Are you sure?"), read_remark("¿Qué más?"), read_remark("为什么？"), read_remark("And the rent?")
    ('doubt', 'more', 'why', None)
    """
    if len(question) > _LONGEST:
        return None
    said = _NOT_LETTER.sub(" ", question.lower()).replace("’", "'").strip()
    if said in _TOPICS and not _ASKED.search(question):
        return None
    return next((kind for kind, pattern in _REMARKS if pattern.match(said)), None)


def gives_reason(sentence: str) -> bool:
    """Tell whether a sentence has the sign of a reason or of a purpose, in any of the languages."""
    return _REASON.search(sentence) is not None


def names_source(sentence: str) -> bool:
    """Tell whether a sentence tells what someone said, in any of the languages."""
    return _SAYING.search(sentence) is not None
