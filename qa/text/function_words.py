"""The words that carry the grammar of a sentence rather than its matter, by language.

Articles, pronouns, prepositions, conjunctions, auxiliary verbs, particles and the words that ask. They weigh little in
a question, and their frequency tells a text's language. Lower case, as they are written; Arabic and Hebrew without
vowel signs. Chinese has those of one character, since a term of it is one. Those of further languages are in
`languages.further_words`. Left out: content words, however frequent.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from qa.text.languages.further_words import LISTS

__all__ = ["FUNCTION_WORDS"]

_LISTS = {
    "ar": """
    أم أما أن أنا أنت أنتم أنه أنها أو أولئك أي أية أيضا أين أينما إذ إذا إلا إلى إليه إليها إما إن إنه إنها اذا الا
    التى التي الذي الذين اللاتي اللتان اللذان اللواتي الى ان انه انها او اي بأن بدون بعد بعض بل بما بماذا به بها بهم
    بين تحت تكون تلك ثم حتى حول حيث حين خلال دون ذات ذلك ذو سوف سوى ضد عبر على عليه عليها عليهم عما عن عند عندما عنه
    عنها غير فإن فقد فقط فوق في فيما فيه فيها فيهم قبل قد كان كانا كانت كانوا كل كلا كم كما كي كيف لأن لأنه لا لان
    لدى لقد لكن لكي لم لماذا لمن لن له لها لهم لو لولا ليس ليست ما ماذا متى مثل مع معه معها مما ممن من منذ منه منها
    منهم مهما نحن نحو نعم هؤلاء هذا هذه هل هم هن هنا هناك هو هي وأن وإن وذلك وفي وقد وكان وكانت ولا ولكن وما ومن
    وهذا وهم وهو وهي يا يكون
    """,
    "cs": """
    a aby ale ani ano asi až bez bude budou by byl byla byli bylo být co což do ho i jak jako jaká jaké jaký je jeho
    jej jejich její jen ještě ji jich jim jsem jsi jsme jsou jste jí k kam kde kdo kdy když ke kolik která které
    který kteří ku ma mají me mezi mi mnou mu my má máme mít mě na nad ne nebo než nic nich nám nás ní o od on ona
    oni ono pak po pod podle pokud pro proto protože proč před při s se si sice svá své svůj ta tak také tam tato te
    tedy ten tento ti to tohoto tom tomu toto tu ty této tě u už v ve vy vám vás však z za zda ze či že
    """,
    "da": """
    af alle andet at begge blev blive bliver da de dem den denne der deres det dette dig din dine disse dog du efter
    eller en end er et for fordi fra før ham han hans har havde have hende hendes her hos hun hvad hvem hver hvilke
    hvilken hvilket hvis hvor hvordan hvorfor hvornår i igen ikke ind jeg jer jo kan kom kunne man mange med mellem
    men mere mig min mine mit mod ned nogen noget nogle nu når og også om op os over på sammen selv sig sin sine sit
    skal skulle som thi til ud uden under var ved vi vil ville vor være været
    """,
    "de": """
    ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei
    beide beim bevor bin bis bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus darin
    darum darüber das dass davon dazu daß dein deine dem den denen denn der deren des deshalb dessen desto dich die
    dies diese diesem diesen dieser dieses dir doch dort du durch ebenso ein eine einem einen einer eines einige
    einiger er es etwa etwas euch euer für gegen gegenüber gibt hab habe haben hat hatte hatten her hier hin hinter
    hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja je jede jedem jeden jeder
    jedes jedoch jene jener jenes kann kein keine keinem keinen keiner konnte konnten können könnte man manche mein
    meine mich mir mit muss musste müssen nach nachdem neben nein nicht nichts noch nur ob obwohl oder ohne sehr
    sein seine seinem seinen seiner seines seit sich sie sind so sobald sogar solche soll sollte sollten sondern
    sonst sowie sowohl um und uns unser unsere unter viel viele vom von vor wann war waren warum was weder wegen
    weil welche welchem welchen welcher welches wem wen wenn wer werde werden weshalb wessen wie wieso wieviel wird
    wo wobei wodurch wofür woher wohin womit woran worauf woraus worin worüber wovon wozu wurde wurden während würde
    würden zu zum zur zwar zwischen über
    """,
    "el": """
    άλλη άλλο άλλος ένα ένας έχει έχουν έως ή ήταν αλλά αν αντί από αυτά αυτές αυτή αυτήν αυτής αυτοί αυτού αυτό
    αυτόν αυτός αυτών για γιατί δεν διότι εάν είμαι είναι είτε είχαν είχε εγώ εκείνη εκείνο εκείνος εμείς ενός ενώ
    επί επειδή εσείς εσύ η θα κάθε κάποια κάποιο κάποιος κάτι και κατά κι μέχρι μία μα μας με μετά μη μην μια μιας
    μου να ο οι παρά περί ποια ποιες ποιο ποιοι ποιον ποιος ποιου που πού πριν προς πως πόσα πόσες πόσο πόσοι πόσους
    πότε πώς σας σε σου στα στη στην στις στο στον στους τα την της τι τις το τον του τους των υπό χωρίς ως όλα όλοι
    όμως όπου όπως όταν ότι ώστε
    """,
    "en": """
    a about above after again against all also although am among an and any are aren't as at be because been before
    being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't done down
    during each either else etc ever every few for from further get gets give given gives go goes got had hadn't has
    hasn't have haven't having he he's her here hers herself him himself his how however i i'd i'll i'm i've if in
    into is isn't it it's its itself just let let's many may me might mine more most much must my myself neither no
    nor not of off on once one ones only onto or other others ought our ours ourselves out over own per please quite
    rather really said same say says shall she should shouldn't since so some somebody someone something such tell
    than that that's the their theirs them themselves then there there's these they this those though through thus
    to too under until up upon very was wasn't we were weren't what what's whatever when whenever where where's
    whereas wherever whether which while who who's whoever whom whose why will with within without won't would
    wouldn't yes yet you your yours yourself
    """,
    "es": """
    a al algo alguien alguna algunas alguno algunos algún ante antes aquel aquella aquellas aquello aquellos aquí
    así aun aunque aún bajo cada como con contra cual cuales cualquier cuando cuanta cuantas cuanto cuantos cuya
    cuyas cuyo cuyos cuál cuáles cuándo cuánta cuántas cuánto cuántos cómo de del desde después donde durante dónde
    e el ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta estaba estaban estar estas
    este esto estos estuvo está están excepto fue fuera fueron ha haber había habían han has hasta hay haya he hubo
    incluso junto la las le les lo los me mediante mi mientras mis muy mí nada nadie ni ninguna ninguno ningún no
    nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero por porque pudo puede pueden
    pues que quien quienes quién quiénes qué se sea sean según ser será serán si sido siendo sin sino sobre son soy
    su sus sí tal también tampoco tan tanto te tenía tenían tiene tienen toda todas todo todos tras tu tus tú u un
    una unas uno unos usted ustedes y ya yo él
    """,
    "fa": """
    آن آنان آنها از است ام اما او اگر ای ایشان این اینکه با باشد باشند باید بر برای به بود بودن بودند بی تا تو توسط
    حتی خواهد خواهند خود دارد دارند داشت داشتند در درباره دو را روی زیر سپس شد شدند شده شما شود شوند ضد طی علیه ما
    مانند من می نه نیز نیست ها های هر هم همان همه همین هنگام هیچ و ولی پس پیش چرا چقدر چند چه چون چگونه چیست کجا
    کدام کرد کردند کرده کسی کند کنند که کی کیست یا یک یکی
    """,
    "fi": """
    ei eikä eivät ennen entä että he heidän hän hänen ja jo joiden joissa joita joka jokin jonka jos joskus josta
    jota jotka jotta kanssa keitä kenen ketkä koska kuin kuinka kuitenkin kuka kun kuten lisäksi me meidän mihin
    miksi mikä mikään millainen milloin millä minkä minun minä missä mistä miten mitkä mitä moni monta mukaan mutta
    muun muut myös ne niiden niin niitä noin nyt näiden nämä ole oleva olevat oli olisi olivat olla ollut on ovat
    paljonko se sekä sen siihen siinä siitä sillä sinä sitten sitä tai te tuo tämä tämän tässä tästä tätä vaan
    vaikka vain voi voidaan voivat yli
    """,
    "fr": """
    afin ai ainsi alors après as au aucun aucune aujourd'hui auquel aussi autre autres aux avaient avait avant avec
    avez avoir avons beaucoup c'est car ce ceci cela celle celles celui ces cet cette ceux chaque chez combien comme
    comment contre dans de depuis des desquels donc dont du duquel durant dès elle elles en encore enfin entre es
    est et eu eux fait furent fut hors il ils jamais je jusque la laquelle le lequel les lesquelles lesquels leur
    leurs lors lorsque lui là ma mais malgré me mes moins mon même mêmes n'a n'est ne ni non nos notre nous on ont
    ou où par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi pourtant près qu'elle qu'est qu'il
    quand que quel quelle quelles quelqu'un quelque quelques quels qui quoi sa sans se selon sera seront ses
    seulement si soi soit sommes son sont sous suis sur ta tandis te tel telle tes toi ton toujours tous tout toute
    toutes trop très tu un une vers voici voilà vos votre vous y à étaient était étant été êtes être
    """,
    "he": """
    אבל או אולי אותה אותו אותם אז איזה איזו איך אילו אין אינה אינו איפה אך אל אלא אלה אלו אם אנחנו אני אף אפשר אשר
    את אתה אתם בגלל בה בו בין בלי גם הוא היא היה היו הייתה היתה הם הן הנה הרי זאת זה זהו זו יותר יש כאשר כבר כדי כי
    כך כל כמה כמו כן לא לאחר לה להיות להם לו לי למה לפי לפני מאוד מאז מדוע מה מי מן מתי נגד עד עוד על עם פחות פי רק
    של שלה שלהם שלו שלי
    """,
    "hi": """
    अगर अपना अपनी अपने अब आप आपका आपकी आपके इन इनका इनकी इनके इन्हें इस इसका इसकी इसके इसमें इससे इसे उन उनका उनकी
    उनके उन्हें उन्होंने उस उसका उसकी उसके उसमें उससे उसे एक एवं ओर और कब कर करता करती करते करना करने कहाँ कहां का
    कि किंतु किए कितना कितनी कितने किन किया किये किस किसका किसकी किसके किसने किसी किसे की कुछ के कैसा कैसी कैसे को
    कोई कौन कौनसा कौनसी क्या क्यों गई गए गया गयी चाहिए जब जहाँ जहां जा जाता जाती जाते जाना जिन जिनका जिनकी जिनके
    जिन्हें जिस जिसका जिसकी जिसके जिसमें जिसे जैसा जैसी जैसे जो तक तथा तब तरह ताकि तुम तो था थी थे दौरान द्वारा न
    नहीं ना ने पर परंतु परन्तु पहले फिर बहुत बाद बारे बीच भी मत मुझे में मेरा मेरी मेरे मैं मैंने यदि यह यहाँ यहां
    या ये रहना रहा रही रहे लिए लिये लेकिन वह वहाँ वहां वाला वाली वाले वे वो सकता सकती सकते सब सभी साथ से हम हमारा
    हमारी हमारे हर ही हुआ हुई हुए हूँ हूं है हैं हो होता होती होते होना
    """,
    "hu": """
    a ahol aki akik aktor alatt amely amelyek ami amikor amit az azok azon azt be benne csak de e egy egyik el előtt
    ez ezek ezen ezt ezért fel ha hanem hogy hogyan hol honnan hová hány ide igen is itt ki kik kinek kit között le
    lehet lesz lett ma meg mely melyek melyik mennyi mert mi mikor mint mit mivel miért most már még nagyon ne neki
    nem nincs ott pedig s saját sem semmi sok szerint számára tehát továbbá több utolsó után vagy vagyis valaki
    valami van vannak vele vissza volna volt voltak és össze úgy ő ők őt
    """,
    "id": """
    ada adalah agar akan aku anda antara apa apakah atau bagaimana bagi bahwa banyak beberapa belum berapa bila bisa
    bukan dalam dan dapat dari daripada demi dengan di dia harus hingga ia ini itu jika juga kami kamu kapan karena
    ke kepada ketika kita lagi lain maka mana melalui mengapa mereka namun oleh pada para pernah saat saja saling
    sampai sangat saya sebagai sebelum sebuah secara sedang sejak selama seperti serta setelah siapa suatu sudah
    supaya tanpa telah tentang terhadap tersebut tetapi tidak untuk yaitu yakni yang
    """,
    "it": """
    a ad agli ai al alcune alcuni alla alle allo anche ancora avendo aver avere aveva avevano c'è che chi ci cioè
    ciò col come con contro cosa così cui da dagli dai dal dall dalla dalle dallo degli dei del dell della delle
    dello dentro di dopo dove dunque durante e ed egli ella era erano essa esse essere essi fa fino fra fu furono
    gli ha hai hanno ho i il in invece io la le lei li lo loro lui ma mai me mediante mentre mi mia mie miei mio
    molto ne negli nei nel nell nella nelle nello no noi non nostra nostri nostro o od ogni oltre oppure per perché
    però più poi poiché presso prima qual qualche qualcosa qualcuno quale quali quando quanta quante quanti quanto
    quel quella quelle quelli quello questa queste questi questo qui quindi sarà se secondo sei sempre senza si sia
    siamo siano sono sopra sotto stata stati stato su sua sue sugli sui sul sulla sulle sullo suo suoi tale tali
    tanto te ti tra tu tua tuo tutta tutte tutti tutto un una uno verso vi voi è
    """,
    "nl": """
    aan al alle als alsof altijd andere bij daar daarom dan dat de deze die dit doch doen door dus een eens en er
    geen geweest haar had hadden heb hebben heeft hem het hier hij hoe hoeveel hun iemand iets ik in indien is ja je
    jij jullie kan kon konden kunnen maar me meer men met mij mijn moet moeten mogen na naar niemand niet niets noch
    nog nu of om omdat onder ons onze ook op over reeds sinds te tegen tegenover ten ter terwijl toch toen tot
    tussen u uit uw van vanaf vanwege veel voor voordat waar waarbij waardoor waarin waarom waarop waarvan wanneer
    want waren was wat we wel welk welke werd werden wie wiens wij wil worden wordt zal ze zich zij zijn zo zodat
    zonder zou zouden zowel
    """,
    "no": """
    alle at av bare ble bli blir da de deg dei dem den denne der deres det dette din disse dit du eit eller en enn
    er et ett etter for fordi fra før ha hadde han hans har henne hennes her hos hun hva hvem hver hvilke hvilken
    hvilket hvis hvor hvordan hvorfor i ikke ikkje ingen inn jeg kan kunne man mange med mellom men mer mitt mot må
    ned noe noen nå når og også om opp oss over på samme seg selv si sin sine sitt skal skulle slik som så til ut
    uten var ved vi vil ville vår være vært
    """,
    "pl": """
    a aby albo ale ani aż bardzo bez bo by byli być był była było były będzie będą choć ci co czego czemu czy czyj
    czyja czyje dla dlaczego do gdy gdyż gdzie go i ich ile im inne innych iż ja jak jaka jaki jakie jako je jednak
    jego jej jemu jest jestem jeśli już ją kiedy kim kogo komu kto która które którego której który których którym
    którzy ku lecz lub ma mają mi mnie może można mu my mój na nad nam nas nawet nic nich nie nim niż o od ona one
    oni ono oraz po pod podczas ponieważ poza przed przez przy się skąd swoje swój są ta tak także tam te tego tej
    ten też to tu ty tych tylko tym u w we więc wszystko z za zaś ze że żeby
    """,
    "pt": """
    a ainda algo algum alguma algumas alguns alguém além ante antes ao aos após aquela aquelas aquele aqueles aquilo
    as assim até cada com como conforme contra cuja cujas cujo cujos da daquele das de dela delas dele deles depois
    desde dessa dessas desse desta deste destes do dos durante e ela elas ele eles em embora enquanto entre era eram
    essa essas esse esses esta estar estas estava estavam este estes esteve está estão eu foi for foram havia há
    isso isto já lhe lhes lo mais mas me mesmo meu minha muito na nada nas nem nenhum nenhuma no nos nossa nosso num
    numa não nós o onde os ou outra outras outro outros para pela pelas pelo pelos perante pode podem pois por
    porque porém quais qual qualquer quando quanta quantas quanto quantos que quem quê se seja sem sempre sendo ser
    será serão seu seus sido sob sobre sua suas são tal também te tem tendo ter teve tinha tinham toda todas todo
    todos tudo tão têm um uma umas uns você vocês à às é
    """,
    "ro": """
    a acea aceasta această aceea acei acel acela acest acesta aceste acestei acestor acestui acestuia acolo ai al
    ale alt alte altă alți am ar are asupra atunci au avea aveau avut care ce cea cei cel cele celor cine cu cui cum
    când cât câte câtă câți că căci cărei cărui da dacă dar datorită de deci decât deja deoarece despre deși din
    dintre doar după e ea ei el ele era erau este eu fi fie fiecare fiind fost fusese fără la le li lor lui mai ne
    nici nimic noi nu o or ori oricare pe pentru peste prin printre până sa sale sau se sub sunt să său te toate tot
    toți tu un una unde unei unele unii unor unui voi vor îi îl îmi în înainte înaintea încă într între își și
    """,
    "ru": """
    а без более больше будет будут бы был была были было быть в вам вас весь во вот все всего всех всё вы где да
    даже для до его ее если есть еще ещё её ж же за зачем и из изза или им ими их к каждая каждый как какая какие
    каким какими каких каков какова каково каковы какого какое какой каком какому какую кем ко когда кого ком кому
    которая которого которое которой котором которому которую которые который которым которыми которых кто куда ли
    либо между меня мне много мог могла могли могут может можно мой моя мы на над нам нас не него нее ней нельзя нем
    нет неё ни нибудь ними них но ну нём о об оба однако около он она они оно от откуда перед по под после потому
    почему поэтому при про с сам сама само самый свое своего своей своем свои своим своих свой свою своё себе себя
    сколько со собой среди так такая также такие такое такой там те тем тех то тогда того тоже той только том тому
    тот ту ты у уже хотя чего чей чем чему через что чтобы чье чья чьё чём эта эти этим этих это этого этой этом
    этому этот эту я является являлся являются
    """,
    "sv": """
    alla allt andra att av bara bland blev bli blir blivit de dem den denna deras dess dessa det detta dig din ditt
    du där då efter ej eller en enligt er ett finns fram från för före genom ha hade han hans har henne hennes hon
    honom hos hur här i icke igen in inga ingen inget innan inom inte jag kan kommer kunde man med medan mellan men
    mer mig min mitt mot mycket må många måste ned nej nu när någon något några och också om oss på samma sedan sig
    sin sina sitt själv ska skall skulle som så sådan till under upp ur ut utan vad var vara varför varit vem vems
    vid vilka vilken vilket vill ville vår våra än är även åt över
    """,
    "tr": """
    acaba ama ancak artık bana bazı belki ben beni benim beş bile bir biz bizim bu buna bunda bundan bunlar bunu
    bunun böyle da daha dahi de değil diye dolayı eden edilen en eğer fakat gibi göre hangi hangisi hem hep hepsi
    her hiç ile ise itibaren için kadar karşı kez ki kim kime kimi kimin mi mu mü mı nasıl ne neden nedir nerede
    nereden nereye niye niçin o olan olarak oldu oldukları olduğu olması olmuş on ona ondan onlar onların onu onun
    sadece sanki siz sonra tarafından tüm ve veya ya yani yine yok zaman zira çok çünkü şey şu şunu
    """,
    "uk": """
    а або адже але бо був була були було бути в вам вас ви вона вони воно все всі від він де для до за зі й його ким
    кого коли кому куди мене мені ми може можна між на над нам нас не нею неї ним них ні о об один по при про під
    після скільки та так також там те ти тобто той тому тут у хоча хто це цей цього цьому ця ці цієї через чи чим
    чому що щоб щодо я як яка яке який яким яких якого якому якої яку які якій є і із їх її
    """,
    "zh": """
    不 与 个 为 么 之 也 了 于 什 从 他 以 们 会 但 何 你 個 們 其 再 几 则 到 即 又 及 可 各 向 吗 吧 呢 和 哪 啊
    嗎 因 在 多 她 如 它 对 對 少 就 幾 很 從 怎 您 我 或 所 把 於 是 更 最 會 有 某 此 每 沒 没 為 由 的 着 等 给
    而 能 與 若 虽 被 要 誰 谁 过 还 这 這 過 還 那 都 麼
    """,
}

FUNCTION_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {language: frozenset(words.split()) for language, words in {**_LISTS, **LISTS}.items()}
)
