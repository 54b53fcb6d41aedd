"""The patterns of requests for what Quoth does not do, verbose and in lower case, with `'` for every apostrophe.

Each names words of some twelve languages, one after another. Left out: what is a request beside them, and when
(`requests`).
"""

from __future__ import annotations

from typing import Final

__all__ = ["ADD", "ARITHMETIC", "LIBRARY", "LIST", "PLEASE", "SUMMARY", "SUMMARY_OF", "TOTAL", "TRANSLATION", "WRITING"]

# What stands for the documents themselves, by language.
_THEM = {
    "en": r"(?:it|this|that|these|those|them|(?:all|both|everything)(?: of (?:it|this|them|these))?|the (?:above|whole"
    r"|content|contents|following)|(?:(?:all|both)(?: of)? )?(?:the |this |that |these |those |my |your |our |a )?"
    r"(?:whole |entire |full |uploaded |attached |above |given )?(?:documents?|docs?|texts?|files?|pdfs?|pages?"
    r"|articles?|papers?|reports?|books?|library|collection|content|contents|upload|uploads|material|materials))"
    r"(?: for me| please)?(?: please)?",
    "de": r"(?:es|das|dies|dieses|sie|alles|(?:(?:alle|beide) )?(?:das |den |der |dem |die |dies\w{0,2} "
    r"|mein\w{0,2} |dein\w{0,2} )?"
    r"(?:ganze\w? |gesamte\w? |hochgeladene\w? )?(?:dokumente?s?|texte?s?|datei(?:en)?|pdfs?|seiten?|artikels?"
    r"|berichte?s?"
    r"|buch(?:es)?|inhalte?s?|unterlagen))(?: bitte| für mich)?(?: zusammen)?",
    "fr": r"(?:ça|cela|ceci|tout(?: cela| ça)?|(?:tous |toutes )?(?:le |la |les |l'|ce |cet |cette |ces |mon |mes "
    r"|ton |tes "
    r"|votre |vos )?(?:documents?|textes?|fichiers?|pdfs?|pages?|articles?|rapports?|livres?|contenus?))"
    r"(?: entier| s'il (?:te|vous) plaît)?",
    "es": r"(?:esto|eso|todo(?: esto| eso)?|(?:tod[oa]s )?(?:el |la |los |las |este |esta |estos |estas |mi |mis "
    r"|tu |tus "
    r"|su |sus )?(?:documentos?|textos?|archivos?|ficheros?|pdfs?|páginas?|artículos?|informes?|libros?|contenidos?))"
    r"(?: por favor| completo)?",
    "it": r"(?:questo|ciò|tutto(?: questo)?|(?:tutt[ie] )?(?:il |lo |la |i |gli |le |l'|questo |questi |questa "
    r"|queste |quest')?"
    r"(?:documento|documenti|testo|testi|file|pdf|pagina|pagine|articolo|articoli|relazione|libro|libri|contenuto))"
    r"(?: per favore)?",
    "pt": r"(?:isto|isso|tudo(?: isto| isso)?|(?:tod[oa]s )?(?:o |a |os |as |este |esta |estes |estas |esse |essa "
    r"|meu |meus )?"
    r"(?:documentos?|textos?|ficheiros?|arquivos?|pdfs?|páginas?|artigos?|relatórios?|livros?|conteúdos?))"
    r"(?: por favor)?",
    "nl": r"(?:het|dit|dat|deze|alles|(?:al )?(?:het |de |dit |deze |die |mijn |alle )?(?:hele )?(?:document(?:en)?"
    r"|teksten"
    r"|tekst|bestand(?:en)?|pdf's|pdf|pagina's?|artikel(?:en)?|rapport(?:en)?|boek(?:en)?|inhoud))"
    r"(?: alsjeblieft| alstublieft)?(?: samen)?",
    "pl": r"(?:to|wszystko|(?:te |ten |tę |ta |tego |tej |tych |moje |mój |wszystkie |cały |całego )*(?:dokumentu?"
    r"|dokumenty"
    r"|dokumentów|tekstu?|teksty|tekstów|pliku?|pliki|plików|pdf-?a?|stron[aęy]|artykułu?|raportu?|książk[aęi]))"
    r"(?: proszę)?",
}
_THEM = {language: pattern.replace(" ", r"\ ") for language, pattern in _THEM.items()}

PLEASE: Final = r"""(?:(?:please|pls|can\ you|could\ you|would\ you|will\ you|can\ i\ (?:get|have)
    |i(?:'d|\ would)\ like(?:\ you)?(?:\ to)?|i\ (?:want|need)(?:\ you)?(?:\ to)?|kindly|just|now
    |bitte|kannst\ du|können\ sie|könntest\ du|könnten\ sie|mir|bitte\ mal|s'il\ (?:te|vous)\ plaît|peux\ tu
    |pouvez\ vous
    |peux\ tu\ me|pouvez\ vous\ me|por\ favor|puedes|puede|podrías|podría|per\ favore|puoi|può|potresti|podes|pode
    |podia
    |alsjeblieft|alstublieft|kun\ je|kan\ je|kunt\ u|proszę|czy\ możesz|możesz|请|請|请你|你能|能不能|能|可以|帮我
    |請幫我|من\ فضلك
    |هل\ يمكنك|अनुग्रह)\s*)*"""

_SHORT = r"(?:an?\ |the\ |one\ )?(?:short\ |brief\ |quick\ |concise\ |one-\w+\ |executive\ |full\ )*"
_SUMMARY_NOUN = (
    r"(?:summary|summaries|tl;?\s?dr|synopsis|recap|overview|abstract|outline|gist|main\ points"
    r"|key\ points|key\ takeaways)"
)

SUMMARY: Final = rf"""
    (?:tl;?\s?dr|sum\ (?:{_THEM["en"]})\ up|(?:summari[sz]e|sum\ up|recap|condense|shorten)(?:\ (?:{_THEM["en"]}))?
    |(?:give(?:\ me|\ us)?|make(?:\ me)?|write(?:\ me)?|provide|show(?:\ me)?|create)\ {_SHORT}{_SUMMARY_NOUN}
        (?:\ (?:of|from|for|on)\ (?:{_THEM["en"]}))?
    |{_SHORT}{_SUMMARY_NOUN}\ (?:of|from)\ (?:{_THEM["en"]})
    |what(?:'s|\ is|\ are)\ (?:{_THEM["en"]})\ (?:all\ )?about
    |what\ (?:do|does)\ (?:{_THEM["en"]})\ (?:say|contain|cover|include|deal\ with|talk\ about|describe|tell(?:\ me
    |\ us)?)
    |what\ (?:is|are|'s)\ (?:in|inside)\ (?:{_THEM["en"]})
    |what(?:'s|\ is|\ are)\ the\ (?:main\ |general\ |key\ )?(?:topics?|subjects?|contents?|gist|ideas?|themes?
    |points?|messages?|summary
        |takeaways?)\ of\ (?:{_THEM["en"]})
    |what\ kinds?\ of\ (?:documents?|texts?|files?)\ (?:is|are)\ (?:this|these|that|those|there|it|they)
    |(?:tell\ me\ (?:more\ |all\ |everything\ )?about|describe|explain|review|analy[sz]e|read)\ (?:{_THEM["en"]})
    |(?:fass|fasse|fassen\ sie)\ (?:mir\ )?(?:bitte\ )?(?:{_THEM["de"]})\ ?(?:bitte\ |kurz\ )*zusammen
    |(?:{_THEM["de"]}\ )?zusammenfassen|(?:gib|geben\ sie|mach|erstelle?|schreibe?)(?:\ mir)?\ (?:bitte\ )?(?:eine\ )?
        (?:kurze\ )?(?:zusammenfassung|übersicht)(?:\ (?:von|des|der|dieses|dieser|über)\ .{{1,40}})?
    |(?:eine\ |kurze\ )*zusammenfassung\ (?:des|der|dieses|dieser|von)\ (?:{_THEM["de"]})
    |(?:worum|um\ was)\ (?:geht|handelt)\ (?:es|sich)(?:\ es)?(?:\ (?:in|bei)\ (?:diese[mnr]|de[mnr])?\ ?\w+
    |\ hier(?:\ überhaupt)?|\ da)?
    |wovon\ (?:handelt|handeln)\ (?:{_THEM["de"]})|was\ steht\ (?:in\ (?:diese[mnr]|de[mnr])\ (?:dokumente?n?|text
    |datei|dateien|artikel)|hier(?:\ drin)?|da\ drin)
    |résume[rz]?(?:\ (?:moi|{_THEM["fr"]}|moi\ {_THEM["fr"]}))?|(?:fais|faites|donne
    |donnez)(?:\ moi)?\ un\ (?:bref\ )?résumé(?:\ d[eu]\ .{{1,40}})?
    |(?:un\ )?résumé\ (?:de\ |du\ |des\ )(?:{_THEM["fr"]}|documents?|textes?)|de\ quoi\ (?:parle(?:nt)?|traite(?:nt)?
    |s'agit\ il\ dans)\ (?:{_THEM["fr"]})
    |de\ quoi\ (?:ça\ parle|s'agit\ il|parle\ t\ (?:il|on))|(?:que|qu'est\ ce\ que)\ (?:dit|disent|contient
    |contiennent)\ (?:{_THEM["fr"]})|qu'y\ a\ t\ il\ dans\ (?:{_THEM["fr"]})
    |resum(?:e|a|ir|en|ime|ícelo|irme)\ (?:me\ )?(?:{_THEM["es"]})|resumir|resúmelo|(?:haz(?:me)?|haga(?:me)?|dame
    |deme)\ un\ (?:breve\ )?resumen(?:\ (?:de|del)\ .{{1,40}})?
    |(?:un\ )?resumen\ (?:de\ |del\ )(?:{_THEM["es"]}|documento|texto)|de\ qué\ (?:trata|tratan|va|van|habla
    |hablan)(?:\ (?:{_THEM["es"]}))?
    |qué\ (?:dice|dicen|contiene|contienen)\ (?:{_THEM["es"]})|qué\ hay\ en\ (?:{_THEM["es"]})
    |(?:riassumi|riassumere|riassuma|sintetizza)(?:mi)?(?:\ (?:{_THEM["it"]}))?|(?:fammi|dammi|fai
    |scrivi)\ un\ (?:breve\ )?riassunto(?:\ (?:di|del|dei)\ .{{1,40}})?
    |di\ (?:che\ )?cosa\ (?:parla|parlano|tratta|trattano|si\ tratta)(?:\ (?:{_THEM["it"]}))?|(?:che\ )?cosa\ (?:dice
    |dicono|contiene|contengono|c'è\ in)\ (?:{_THEM["it"]})
    |resum(?:e|a|ir|ires)\ (?:{_THEM["pt"]})|(?:faz|faça|faze)(?:-?\ ?me)?\ um\ (?:breve\ )?resumo(?:\ (?:de|do
    |dos)\ .{{1,40}})?
    |do\ que\ (?:trata|tratam|fala|falam|se\ trata)(?:\ (?:{_THEM["pt"]}))?|sobre\ o\ que\ é\ (?:{_THEM["pt"]})
    |o\ que\ (?:diz|dizem|contém)\ (?:{_THEM["pt"]})
    |vat\ (?:{_THEM["nl"]})\ ?samen|samenvatten|(?:{_THEM["nl"]})\ samenvatten|(?:geef|maak)(?:\ me
    |\ mij)?\ een\ (?:korte\ )?samenvatting(?:\ van\ .{{1,40}})?
    |waar\ (?:gaat|gaan)\ (?:{_THEM["nl"]})\ over|waarover\ (?:gaat|gaan)\ (?:{_THEM["nl"]})
    |wat\ staat\ er\ in\ (?:{_THEM["nl"]})
    |(?:streść|podsumuj)(?:\ (?:mi\ )?(?:{_THEM["pl"]}))?|(?:zrób|napisz|daj)(?:\ mi)?\ (?:krótkie\ )?(?:streszczenie
    |podsumowanie)(?:\ .{{1,40}})?
    |o\ czym\ (?:jest|są|mówi|mówią|traktuje)\ (?:{_THEM["pl"]})|co\ (?:jest|zawiera|mówi)\ (?:w\ )?(?:{_THEM["pl"]}
    |tym\ dokumencie|tym\ tekście)
    |(?:总结|總結|概括|归纳|摘要|概述)(?:一下)?(?:这|這|该|本|这个|這個|这份|這份|这篇|全部|所有|这些|这些)?(?:文件
    |文档|文檔|文章|内容|內容|文本)?(?:的内容)?
    |(?:给我|給我)?(?:写|做)?(?:一个|一份)?(?:文件|文档|文章)?的?(?:总结|總結|摘要)
    |(?:这|這|该|本|这个|這個|这份|這份|这篇|這篇|这些|這些)(?:文件|文档|文檔|文章|内容|文本|书)?(?:是)?(?:讲|講|说
    |說|关于|關於|写|介绍)(?:的是|的|了)?(?:什么|什麼
    |啥)(?:的|内容)?
    |(?:文件|文档|文章)(?:里|中)?(?:讲|说|写|有)(?:了)?(?:什么|些什么)|(?:لخص|لخصي|لخّص)(?:\ (?:لي\ )?(?:هذا|هذه
    |المستند|النص|الملف
    |الوثيقة|المستندات|كل\ شيء|هذا\ \w+|هذه\ \w+))?
    |(?:أعطني\ |اعطني\ )?ملخص(?:ا|ًا)?(?:\ (?:لهذا|لهذه|للمستند|للنص|المستند|عن\ المستند)(?:\ \w+)?)?
    |(?:عن\ ماذا|عم|عمّ|ما\ الذي|ماذا)\ (?:يتحدث|تتحدث|يقول|تقول|يحتوي|يدور)\ (?:هذا|هذه|المستند|النص|الملف
    |الوثيقة)(?:\ \w+)?|ما\ موضوع\ (?:هذا|هذه|المستند|النص)(?:\ \w+)?
    |(?:要約|まとめ|概要)(?:して|をお願いします|を教えて)(?:ください|くれますか)?|(?:この|これらの|全ての)?(?:文書
    |文章|ドキュメント|資料|ファイル)を(?:要約|まとめ)(?:して
    |て)?(?:ください)?
    |(?:この|これらの)?(?:文書|文章|ドキュメント|資料|ファイル)は何について(?:です|書かれています)?か?
    |これは何について(?:です|の文書です)?か?
    |(?:сделай|сделайте|дай|дайте|напиши|напишите)\ (?:мне\ )?(?:краткое\ )?(?:резюме|содержание
    |пересказ)(?:\ .{{1,40}})?|(?:перескажи|резюмируй|подытожь|обобщи)(?:те)?(?:\ (?:это|этот\ \w+|документы?|текст
    |файл))?
    |о\ чём\ (?:этот|эти|это|здесь)(?:\ \w+)?|о\ чем\ (?:этот|эти|это|здесь)(?:\ \w+)?
    |(?:sammanfatta|sammenfat|oppsummer)(?:\ (?:detta|dette|det|dokumentet|texten|teksten|dokumenterne))?
    |vad\ handlar\ (?:detta|det|dokumentet|texten)\ om|hva\ handler\ (?:dette|det|dokumentet|teksten)\ om
    |hvad\ handler\ (?:dette|det|dokumentet|teksten)\ om
    |(?:bunu|belgeyi|metni|bu\ belgeyi|bu\ metni)\ özetle(?:r\ misin)?|özetle|bu\ (?:belge|metin|dosya)\ ne\ hakkında
    )"""
LIBRARY: Final = rf"""
    (?:(?:list|show(?:\ me)?|give\ me|name|display)\ (?:all\ |a\ list\ of\ )?(?:the\ |your\ |my\ )?(?:documents?
    |files|titles|sources|uploads)(?:\ (?:you\ have|here|there\ are|available))?
    |(?:what|which)\ (?:documents|files|sources|texts|titles)\ (?:do\ you\ (?:have|know)|have\ you(?:\ got)?
    |are\ (?:there|here|available)|can\ i\ ask|did\ i\ (?:upload|add))(?:\ about)?
    |what\ (?:can|could|should|may)\ i\ ask(?:\ you)?(?:\ about)?|what\ (?:questions|topics)\ (?:can|could
    |should)\ i\ ask(?:\ you)?(?:\ about)?
    |how\ many\ (?:documents|files|pdfs|texts|sources)\ (?:are\ (?:there|here|available)|do\ you\ have
    |have\ you(?:\ got)?|did\ i\ (?:upload|add)|have\ i\ (?:uploaded|added))(?:\ (?:in\ total|altogether|here))?
    |how\ many\ (?:words|pages|sentences|characters|paragraphs)\ (?:are\ (?:there\ )?in|does|do|has
    |have)\ (?:{_THEM["en"]})(?:\ have)?
    |(?:welche|was\ für)\ (?:dokumente|dateien|unterlagen|texte)\ (?:hast\ du|haben\ sie|gibt\ es|kennst\ du
    |sind\ (?:hier|da))|was\ kann\ ich\ (?:dich\ |sie\ )?fragen|wie\ ?viele\ (?:dokumente|dateien)\ (?:hast\ du
    |gibt\ es(?:\ hier)?|sind\ (?:es|hier|das))
    |(?:zeige?|liste?|nenne?)(?:\ mir)?\ (?:alle\ )?(?:die\ )?(?:dokumente|dateien)(?:\ auf)?
    |(?:quels|combien\ de)\ (?:documents|fichiers)\ (?:as\ tu|avez\ vous|y\ a\ t\ il|sont\ disponibles)|(?:liste[rz]?
    |montre[rz]?|affiche[rz]?)(?:\ moi)?\ (?:tous\ )?les\ (?:documents|fichiers)|que\ puis\ je\ (?:te[ ]
    |vous\ )?demander
    |(?:qué|cuántos)\ (?:documentos|archivos)\ (?:tienes|tiene|hay)|(?:lista|muestra|muéstrame
    |enumera)\ (?:todos\ )?los\ (?:documentos|archivos)|qué\ puedo\ preguntar(?:te|le)?
    |(?:quali|quanti)\ (?:documenti|file)\ (?:hai|ha|ci\ sono)|(?:elenca|mostra(?:mi)?)\ (?:tutti\ )?i\ (?:documenti
    |file)|(?:que|quais|quantos)\ (?:documentos|ficheiros|arquivos)\ (?:tens|tem|há|existem)|(?:lista|mostra
    |mostre)\ (?:todos\ )?os\ (?:documentos|ficheiros|arquivos)
    |(?:welke|hoeveel)\ (?:documenten|bestanden)\ (?:heb\ je|heeft\ u|zijn\ er)|(?:toon
    |lijst)\ (?:alle\ )?(?:documenten|bestanden)|(?:jakie|ile)\ (?:masz\ |są\ |jest\ )?(?:dokumenty|dokumentów|pliki
    |plików)(?:\ masz|\ są|\ jest)?|(?:pokaż|wymień|wypisz)\ (?:wszystkie\ )?(?:dokumenty|pliki)
    |(?:有|你有)?(?:哪些|多少|什么)(?:个|份)?(?:文件|文档|文檔|资料)|(?:列出|显示)(?:所有|全部)?(?:的)?(?:文件|文档
    |文檔)|我(?:可以|能)(?:问|問)(?:你)?(?:什么
    |什麼|哪些问题)
    |(?:ما|كم)\ (?:هي\ |عدد\ )?(?:المستندات|الملفات|الوثائق)(?:\ (?:المتاحة|لديك|الموجودة))?|كم\ (?:مستندا|ملفا|مستند
    |ملف)\ (?:لديك|هناك)|(?:اعرض|اذكر|عدد)\ (?:كل\ |جميع\ )?(?:المستندات|الملفات)
    )"""
TRANSLATION: Final = rf"""
    (?:translate\b.*|(?:an?\ )?(?:\w+\ )?translation\ (?:of\ (?:{_THEM["en"]})(?:\ (?:in|to|into)\ \w+)?|(?:in|to
    |into)\ \w+)|(?:put|say|rewrite)\ (?:{_THEM["en"]})\ (?:in|into)\ \w+
    |übersetz(?:e|en\ sie)?\b.*|(?:traduis|traduisez|traduire)\b.*|(?:traduce|traduzca|tradúce(?:lo|me)|traducir
    |traduci|tradurre|traduz|traduza|traduzir)\b.*
    |vertaal\b.*|przetłumacz\b.*|(?:翻译|翻譯|译成|把.{{1,20}}翻译成).*|.*翻译成.{{1,6}}|(?:ترجم|ترجمي
    |ترجمة\ هذا)\b.*|(?:この|これを
    |文書を).{{0,12}}翻訳.*|翻訳して.*|(?:переведи|переведите)\b.*|översätt\b.*|oversæt\b.*|oversett\b.*|.*(?:çevir
    |tercüme\ et)
    )"""
_TEXTS = (
    r"(?:letter|e-?mail|mail|essay|poem|haiku|limerick|story|song|speech|blog\ post|tweet|reply|response"
    r"|message|cover\ letter|joke|paragraph|article|complaint|application|script|code|program)"
)
_MAKES = (
    r"(?:letter|e-?mail|essay|poem|story|song|speech|reply|message|summary|report|table|list|picture|image"
    r"|chart|diagram|presentation|slides?|plan|quiz|script|code|program)"
)
WRITING: Final = rf"""
    (?:(?:write|draft|compose)(?:\ me|\ us)?\ (?:an?\ |some\ |the\ |my\ )?(?:[\w'-]+\ ){{0,3}}{_TEXTS}\b.*|(?:write
    |draft|compose)\ (?:me|us)\b.*
    |(?:make|create|generate|design|draw|prepare)\ (?:me|us)\ .*|(?:make|create|generate|draw
    |prepare)\ (?:an?\ )(?:[\w'-]+\ ){{0,2}}{_MAKES}\b.*\ for\ me
    |(?:rewrite|rephrase|paraphrase|proofread|improve|correct|shorten|simplify)\ (?:{_THEM["en"]})(?:\ .*)?
    |(?:schreib|schreibe|schreiben\ sie|verfasse?|verfassen\ sie|formuliere?|entwirf)\ (?:mir\ |uns[ ]
    |bitte\ )*(?:einen?|das|den|die)\ .*
    |(?:écris|écrivez|rédige|rédigez)(?:\ moi|\ nous)?\ (?:une?|la|le)\ .*|(?:escribe(?:me)?|escríbeme|escriba(?:me)?
    |redacta(?:me)?|redáctame|redacte)\ (?:una?|la|el)\ .*
    |(?:scrivi(?:mi)?|scriva|redigi)\ (?:un'?|una|uno|la|il)\ ?.*|(?:escreve|escreva|redige
    |redija)(?:-?\ ?me)?\ (?:uma?|a|o)\ .*|schrijf(?:\ me|\ mij)?\ (?:een|de|het)\ .*
    |(?:napisz|sporządź)\ (?:mi\ )?(?:list|e-?mail|maila|pismo|wiersz|wypracowanie|podanie|opowiadanie)\b.*|(?:写|寫
    |写一
    |起草|撰写)(?:一|个|篇|封|首|份)*.{{0,12}}(?:信|邮件|郵件|文章|诗|詩|故事|作文|报告|代码).*
    |(?:اكتب|اكتبي)\ (?:لي\ )?(?:رسالة|بريد|قصيدة|قصة|مقال|خطاب)\w*\b.*|(?:手紙|メール|詩|作文|物語|記事)を?書いて.*
    |(?:напиши
    |напишите|сочини)\ (?:мне\ )?(?:письмо|стих\w*|рассказ|сочинение|текст|заявление)\b.*
    )"""
_FOLLOWED = r"(?:(?=\s)|(?<=[\p{Han}\p{Hiragana}]))(?=\s?\S)"
ARITHMETIC: Final = r"""(?:(?:what(?:'s|\ is)|how\ much\ is|calculate|compute|was\ (?:ist|ergibt)|wie\ ?viel\ ist
|combien\ font|cuánto\ es|quanto\ fa|quanto\ é|hoeveel\ is|ile\ to)\ )?
    [\d.,()\s]*\d\s*(?:[+*×÷^]|(?<=\s)[-/–](?=\s)|(?:plus|minus|times|divided\ by|mal|geteilt\ durch|fois|más|por|più
    |mais|keer|razy))\s*\(?\d[\d.,()\s+*×÷^/–-]*=?
    |(?:what(?:'s|\ is)|how\ much\ is|calculate|was\ (?:ist|sind)|wie\ ?viel\ (?:ist|sind))\ \d[\d.,]*\s?(?:%|percent
    |per\ cent|prozent)\ (?:of|von)\ [€$£]?\s?\d[\d.,]*"""
_EVERY = (
    r"(?:all|every|each)(?:\ of)?(?:\ (?:the|my|our|your|their|its))?|(?:the|a)\ (?:full\ |complete\ "
    r"|entire\ )?lists?\ of(?:\ all)?(?:\ the)?"
)
LIST: Final = (
    rf"""
    (?:(?:list|enumerate)(?:\ (?:me|out|down))?\ (?:{_EVERY}|the)|(?:show|give|tell|find|get|extract|name|display
    |make|create)(?:\ me|\ us)?\ (?:{_EVERY})
    |(?:a\ )?(?:full\ |complete\ )?list\ of(?:\ all)?(?:\ the)?
    |(?:liste?|listen\ sie|zählen\ sie|nenne?|nennen\ sie|zeige?)(?:\ mir|\ uns)?\ (?:bitte\ )?alle|(?:liste[rz]?
    |énumère[rz]?|donne[rz]?|cite[rz]?|montre[rz]?)(?:\ moi|\ nous)?\ (?:tous\ les|toutes\ les|la\ liste\ (?:de|des))
    |(?:lista|enumera|enumere|dame|deme|muéstrame|nombra|di(?:me)?)\ (?:tod[oa]s\ l[oa]s|la\ lista\ de)
    |(?:elenca(?:mi)?|dammi|mostrami|nomina)\ (?:tutti\ (?:i|gli)|tutte\ le|la\ lista\ d\w+)|(?:lista|liste|enumera
    |enumere|mostra|diz|diga)(?:-?\ ?me)?\ tod[oa]s\ [oa]s
    |(?:noem|geef|toon|lijst)(?:\ me|\ mij)?\ alle|(?:wymień|wypisz|podaj|pokaż)\ (?:mi\ )?(?:wszystkie|wszystkich)
    |(?:列出|列举|列舉|给我|显示)(?:所有|全部|一切)(?:的)?|(?:اذكر|اعرض|عدد)\ (?:كل|جميع)|(?:перечисли|назови
    |покажи)(?:те)?\ (?:мне\ )?все|すべての|全ての
    )"""
    + _FOLLOWED
)
ADD: Final = (
    r"""
    (?:(?:calculate|compute|add\ up|count(?:\ up)?|total\ up|sum(?:\ up)?|work\ out)(?:\ (?:all|every|the|of|total
    |sum|number|average|together|how\ many))+
    |(?:addiere?|summiere?|zähle?|berechne)(?:\ mir)?(?:\ (?:alle|die|den|das|der|summe|durchschnitt))+|(?:additionne
    |calcule|compte)[rz]?(?:\ (?:tous|toutes|les|le|la|total|somme|moyenne|de|des|du))+
    |(?:suma|calcula|cuenta|sume|calcule|cuente)(?:\ (?:tod[oa]s|los|las|el|la|total|suma|promedio|de))+|(?:somma
    |calcola|conta)(?:\ (?:tutti|tutte|i|gli|le|il|la|totale|somma|media|di|dei|delle))+
    |(?:soma|calcula|conta)(?:\ (?:tod[oa]s|os|as|o|a|total|média|de|dos|das))+|(?:bereken|tel)(?:\ (?:alle|de|het
    |totaal|som|gemiddelde|van))+|(?:zsumuj|policz|oblicz)(?:\ (?:wszystkie|sumę|średnią))+
    |(?:计算|合计|统计|加总)(?:一下)?(?:所有|全部|总)?|(?:احسب|اجمع)(?:\ (?:كل|جميع|مجموع|متوسط))+
    )"""
    + _FOLLOWED
)
SUMMARY_OF: Final = (
    rf"""
    (?:(?:summari[sz]e|sum\ up|recap)(?:\ for\ me)?(?:\ (?:the|what(?:\ is\ said)?(?:\ about|\ on)?))?
    |(?:give(?:\ me)?|write(?:\ me)?|make|provide)\ {_SHORT}{_SUMMARY_NOUN}\ (?:of|on|about)(?:\ the)?
    |(?:fass|fasse|fassen\ sie)(?=.*\ zusammen$)|résume[rz]?(?:\ moi)?|resum(?:e|a|ir|eme|ime)(?=\ (?:el|la|los|las
    |lo|o|os|as)\ )|(?:riassumi|riassuma)(?:mi)?|vat(?=.*\ samen$)|(?:streść|podsumuj)|(?:总结|總結|概括)(?:一下)?
    |لخص(?:\ لي)?
    )"""
    + _FOLLOWED
)
TOTAL: Final = (
    r"\b(?:in total|altogether|all together|in all|(?:sum|total|average|mean) of (?:all|the|every|my|these|those)"
    r"|total number of"
    r"|insgesamt|zusammengerechnet|summe aller|au total|en tout|somme de (?:tous|toutes)|en total|suma de tod[oa]s"
    r"|in totale|in tutto|somma di tutt[ie]|no total|ao todo|soma de tod[oa]s|in totaal|łącznie|w sumie"
    r"|suma wszystkich)\b"
    r"|总共|一共|總共|总计|المجموع|إجمالي|合計|всего"
)
