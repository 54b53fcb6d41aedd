"""Words that sentences begin with, beside function words: after a shortened word such a one begins the next sentence.

In lower case. Left out: words that names have within (van, von, de la), and what may be a name or a noun after a title.
"""

from __future__ import annotations

from typing import Final

__all__ = ["NAME_PARTS", "OPENERS"]

OPENERS: Final = {
    "en": """
    please then yes no bring call see note ask send use take keep make add stir bake cook serve heat pour mix cut
    drain let leave put turn press click open close wait write read check pay book visit contact apply return remove
    place fill choose select there here now today tomorrow tonight afterwards later next finally first second also
    again however therefore otherwise meanwhile nobody everybody everyone anyone someone nothing everything something
    each every all both many most some few several children members visitors guests groups tickets people customers
    students parents dogs payment entry admission doors lunch dinner breakfast only never always often sometimes
    usually soon once although though since because while until whether if when where who what why how which this that
    these those its his her their our your my it he she they we you thanks sorry ok okay perhaps maybe according
    despite during without within unlike after before under over between another other others such neither either nor
    yet so still even just don do does did can could may will would should must shall has have had is are was were be
    been
    """,
    "de": """
    bitte dann danach anschließend später heute morgen gestern jetzt nun zuerst zunächst schließlich außerdem ferner
    zudem deshalb deswegen trotzdem allerdings jedoch dennoch sonst ansonsten hier dort alle jeder jede jedes niemand
    jemand beide viele manche einige wenige mehrere nur auch noch schon immer nie oft meist manchmal vielleicht leider
    natürlich ja nein danke bringen kommen rufen melden senden schicken zahlen beachten nehmen geben gehen fragen
    wenden besuchen bring komm nimm dies diese dieser dieses diesen diesem das der die dem den des ein eine einer
    einem einen es er sie wir ihr ich man wer was wann wo warum wie wohin woher welche welcher welches falls wenn weil
    obwohl nachdem bevor sobald während seit mit ohne bei nach vor aus für gegen durch um unter über zwischen neben im
    am beim vom zum zur ins ab bis seine ihre unsere mein dein sein sodann seither seitdem davor dabei dafür dagegen
    daher damit darum insgesamt zusätzlich nachts morgens abends mittags vormittags nachmittags tagsüber täglich
    werktags montags dienstags mittwochs donnerstags freitags samstags sonntags feiertags
    """,
    "es": """
    por favor luego después entonces hoy mañana ayer ahora también además sin embargo todos todas cada nadie alguien
    muchos algunos algunas varios solo sólo nunca siempre quizá sí no gracias llame traiga envíe lleve pida consulte
    rogamos aquí allí así este esta estos estas ese esa esos esas el la los las un una unos unas lo su sus nuestro
    nuestra se es son era fue hay tiene debe puede niños socios entradas grupos
    """,
    "pt": """
    por favor depois então hoje amanhã ontem agora também além todos todas cada ninguém alguém muitos alguns algumas
    vários só somente apenas nunca sempre talvez sim não obrigado traga ligue envie leve consulte aqui ali assim este
    esta estes estas esse essa isto isso aquele o a os as um uma uns umas seu sua nosso nossa há é são foi era
    crianças sócios grupos misture sirva junte deixe
    """,
    "fr": """
    ensuite puis après alors aujourd demain hier maintenant aussi tous toutes chaque personne beaucoup certains
    certaines plusieurs seul seulement jamais toujours peut oui non merci veuillez appelez apportez envoyez prenez
    voir voici voilà ici là ainsi ce cet cette ces cela ça le la les un une des du au aux il elle ils elles on nous
    vous je tu l d c qu j n s m t leur leurs son sa ses notre nos votre vos mon ma mes enfants groupes adhérents
    """,
    "it": """
    poi dopo allora oggi domani ieri adesso ora anche inoltre tutti tutte ogni nessuno qualcuno molti alcuni alcune
    diversi solo soltanto mai sempre forse sì no grazie si prega portare portate chiamare chiamate inviare qui lì così
    questo questa questi queste quello quella il lo la i gli le un uno una l nel nella nei al alla ai dal dalla del
    della è sono era erano ha hanno c dell all nell sull dall quest quell mescolare servire aggiungere bambini soci
    gruppi
    """,
    "nl": """
    graag daarna vervolgens later vandaag morgen gisteren nu eerst ook bovendien alle iedereen niemand iemand elke elk
    veel sommige enkele alleen nooit altijd vaak misschien ja nee bedankt breng neem bel stuur vraag let hier daar zo
    dit dat deze die de het een er hij zij ze wij we u jullie ik je men kinderen leden groepen roer voeg meng wilt
    """,
    "pl": """
    prosimy proszę potem następnie później dziś dzisiaj jutro wczoraj teraz także również ponadto wszyscy każdy nikt
    ktoś wielu niektórzy tylko nigdy zawsze często może tak nie dziękujemy tu tam to ta ten te ci oni ona ono on jest
    są był była było były w we z ze na do od po przy dla za pod nad przed dzieci członkowie grupy bilety wstęp obecnie
    """,
    "cs": """
    prosím prosíme potom pak poté později dnes zítra včera nyní teď také navíc všichni každý nikdo někdo mnoho někteří
    jen pouze nikdy vždy často možná ano ne děkujeme zde tam to ta ten ti je jsou byl byla bylo byly v ve z ze na do
    od po při pro za pod nad před děti členové skupiny vstupné vstup
    """,
    "sk": """
    prosím potom neskôr dnes zajtra včera teraz tiež všetci každý nikto len nikdy vždy áno nie to ta ten v na do od po
    pri pre je sú bol bola
    """,
    "hu": """
    kérjük kérem majd azután aztán később ma holnap tegnap most is továbbá mindenki senki valaki sok néhány csak soha
    mindig gyakran talán igen nem köszönjük itt ott így a az ez ezek azok egy ő ők mi ti én te ha hogy mert de és
    gyerekek gyermekek tagok
    """,
    "tr": """
    lütfen sonra daha ardından bugün yarın dün şimdi ayrıca herkes hiç kimse bazı birçok sadece yalnızca asla her
    zaman belki evet hayır teşekkürler burada orada böyle bu şu o bunlar şunlar onlar bir ben sen biz siz çünkü ama
    ancak fakat eğer ve çocuklar üyeler gruplar ziyaretçiler giriş
    """,
    "sv": """
    vänligen sedan därefter senare idag imorgon igår nu också dessutom alla var varje ingen någon många några bara
    endast aldrig alltid ofta kanske ja nej tack ta ring skicka här där så det den de detta denna dessa han hon vi ni
    jag du man en ett i på av till från med utan för vid efter före barn medlemmar grupper rör
    """,
    "da": """
    venligst derefter så senere i idag morgen nu også desuden alle hver ingen nogen mange nogle kun aldrig altid ofte
    måske ja nej tak tag ring send her der det den de dette denne disse han hun vi jeg du man en et på af til fra med
    uden for ved efter før børn medlemmer grupper rør husk
    """,
    "no": """
    vennligst deretter så senere i dag morgen nå også dessuten alle hver ingen noen mange bare kun aldri alltid ofte
    kanskje ja nei takk ta ring send her der det den de dette denne disse han hun vi jeg du man en et på av til fra
    med uten for ved etter før barn medlemmer grupper rør husk
    """,
    "ro": """
    vă rugăm apoi după atunci azi astăzi mâine ieri acum de asemenea toți toate fiecare nimeni cineva mulți unii
    câțiva doar numai niciodată întotdeauna poate da nu mulțumim aici acolo astfel acest această acești aceste el ea
    ei ele noi voi în la pe cu fără pentru din este sunt era a au copiii membrii grupurile biletele se
    """,
    "ru": """
    пожалуйста потом затем позже сегодня завтра вчера теперь сейчас также кроме все каждый никто кто многие некоторые
    только никогда всегда часто может да нет спасибо здесь там так это этот эта эти тот та те он она оно они мы вы я
    ты в во на с со к по за из от до для при под над у о об дети члены группы вход после перед
    """,
    "uk": """
    прошу будь потім пізніше сьогодні завтра вчора тепер також усі всі кожен ніхто багато лише тільки ніколи завжди
    так ні це цей ця ці він вона воно вони ми ви я у в на з до для при під над діти після
    """,
    "fi": """
    sitten myöhemmin tänään huomenna eilen nyt myös kaikki jokainen kukaan monet vain aina ehkä kyllä ei kiitos täällä
    siellä tämä se ne hän he me te minä lapset jäsenet
    """,
    "bg": """
    моля после след днес утре вчера сега също всички всеки никой само винаги да не тук там това този тази тези той тя
    то те ние вие аз в на с от до за при
    """,
    "hr": """
    molimo zatim potom danas sutra jučer sada također svi svatko nitko samo uvijek da ne ovdje tamo to ovaj ova on ona
    ono oni mi vi ja u na s za od do po pri djeca članovi
    """,
    "sr": """
    molimo zatim danas sutra sada takođe svi samo uvek da ne ovde to ovaj on ona oni mi vi u na s za od do po затим
    данас сутра сада такође сви само увек да не овде то овај он она они ми ви у на с за од до по
    """,
    "sl": """
    prosimo nato potem danes jutri včeraj zdaj tudi vsi vsak nihče samo vedno da ne tu tam to ta on ona oni mi vi v na
    z s za od do po pri otroci člani
    """,
    "et": """
    palun siis hiljem täna homme eile nüüd ka kõik igaüks keegi ainult alati jah ei aitäh siin seal see need ta nad me
    te ma lapsed liikmed
    """,
    "lt": """
    prašome tada vėliau šiandien rytoj vakar dabar taip visi kiekvienas niekas tik visada ne ačiū čia ten tai šis ši
    jis ji jie mes jūs aš į iš su be per po vaikai nariai
    """,
    "lv": """
    lūdzu tad vēlāk šodien rīt vakar tagad arī visi katrs neviens tikai vienmēr jā nē paldies šeit tur tas tā šis šī
    viņš viņa viņi mēs jūs es uz no ar bez pie pēc bērni biedri
    """,
    "is": """
    vinsamlegast síðan þá seinna dag nú einnig allir hver enginn bara aldrei alltaf já nei takk hér þar þetta það
    þessi hann hún þeir við ég þú börn
    """,
    "ca": """
    si us plau després avui demà ahir ara també tots totes cada ningú només mai sempre sí no gràcies aquí allà així
    aquest aquesta el la els les un una l es és són hi ha
    """,
    "id": """
    silakan kemudian lalu nanti hari besok kemarin sekarang juga semua setiap tidak hanya selalu ya terima di ke dari
    untuk ini itu dia mereka kami kita anak anggota
    """,
}
"""Further words by language."""

NAME_PARTS: Final = frozenset(
    """
    van von vom zu zur zum de der den del della dello dei degli delle di da dal dalla do dos das du des la le les lo
    los las el al ten ter te op af av of y e i o ben ibn abu mac mc st san santa saint bin und and et
    """.split()
)
"""What stands within names, so that after an initial it begins no sentence."""
