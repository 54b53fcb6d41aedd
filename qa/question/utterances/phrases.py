"""Whole phrases of chit-chat, in lower case, by language: greetings, thanks, farewells, praise, and who is asked.

Left out: languages in other scripts than the Latin one (`phrases_in_scripts`), and single words that documents are
asked about as often ("help", "test", "nice"), which count only beside others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["PHRASES", "WITH_OTHERS"]

PHRASES: Final[Mapping[str, str]] = {
    "en": """
        hi|hello|hey|hiya|howdy|yo|greetings|good morning|good afternoon|good evening|good night|good day|thanks
        |thank you|thank u|thankyou|thx|thnx|tnx|ty|tysm|many thanks|cheers|much appreciated|thanks a lot
        |thanks a million|thanks a bunch|thank you very much|thanks very much|thank you so much|thanks so much
        |i appreciate it|appreciate it|appreciated|thanks in advance|thank you in advance|no thanks|no thank you|bye
        |bye bye|goodbye|good bye|see you|see ya|cya|see you later|see you soon|see you tomorrow|talk to you later
        |take care|have a nice day|have a good day|have a great day|have a good one|have a nice weekend|farewell|ok
        |okay|okey|okey dokey|k|kk|alright|all right|got it|i got it|i see|understood|i understand|makes sense|great
        |awesome|cool|perfect|excellent|wonderful|amazing|fantastic|brilliant|lovely|splendid|good job|great job
        |well done|nice one|nice work|good work|good to know|good answer|very good|very nice|very helpful|so helpful
        |that's great|that's good|that's nice|that's perfect|that's helpful|that's very helpful|that's all|that is all
        |that will be all|that's it|that helps|that helped|that was helpful|it worked|that worked|you're great
        |you are great|you're the best|you're welcome|you are welcome|my pleasure|no problem|no worries|never mind
        |nevermind|nvm|forget it|wow|lol|haha|hahaha|hehe|hmm|hm|oh|ah|aha|uh|um|oops|sorry|i'm sorry|excuse me|pardon
        |yes|yeah|yep|yup|no|nope|nah|nothing|nothing else|not now|who are you|what are you|who r u|who is this
        |who am i talking to|who made you|who created you|who built you|what is your name|what's your name|how are you
        |how are you doing|how are you today|how r u|how do you do|how's it going|how is it going|what's up|whats up
        |sup|wassup|are you there|anybody there|anyone there|are you a robot|are you a bot|are you human
        |are you a human|are you real|are you an ai|are you a person|are you chatgpt|are you ai|what can you do
        |what can you do for me|what can you tell me|what can you help me with|what do you know|how can you help
        |how can you help me|can you help|can you help me|can you help me please|help me|please help|please help me
        |i need help|i need your help|how do you work|how old are you|where are you from|do you speak english
        |do you speak german|do you speak french|do you speak spanish|can you speak english|are you ok
        |nice to meet you|pleased to meet you|i love you|love you|i hate you|you are stupid|you're stupid
        |tell me a joke|tell me a story|sing a song|sing me a song|what time is it|what time is it now|what's the time
        |what day is it|what day is it today|what is the date today|what's the weather|what's the weather like
        |how is the weather|how's the weather|let's chat|let's talk|can we talk|talk to me|i have a question
        |i have another question|can i ask you something|can i ask a question|may i ask a question
        |can i ask you a question|may i ask you something|quick question|one more question|another question""",
    "de": """
        hallo|hi|hey|hallöchen|moin|moin moin|servus|grüß gott|grüß dich|grüezi|guten tag|guten morgen|guten abend
        |gute nacht|mahlzeit|tach|danke|danke schön|dankeschön|danke sehr|danke dir|danke ihnen|vielen dank
        |vielen lieben dank|herzlichen dank|besten dank|tausend dank|lieben dank|ich danke dir|ich danke ihnen
        |danke im voraus|nein danke|ja danke|ok danke|merci|tschüss|tschüß|tschau|ciao|auf wiedersehen|bis bald
        |bis später|bis dann|bis morgen|mach's gut|schönen tag|schönen tag noch|einen schönen tag
        |einen schönen tag noch|schönes wochenende|schönen abend|schönen abend noch|ok|okay|alles klar|in ordnung
        |verstanden|verstehe|ich verstehe|klar|na klar|gut|sehr gut|gut gemacht|toll|prima|perfekt|wunderbar|großartig
        |ausgezeichnet|hervorragend|genial|sehr hilfreich|das hilft|das hat geholfen|das war hilfreich|das war's
        |das wars|das ist alles|bitte|bitte schön|bitte sehr|gern geschehen|gerne|kein problem|macht nichts|egal
        |schon gut|ja|nein|doch|nö|jo|ach so|achso|aha|ach|oh|hm|hmm|haha|entschuldigung|tut mir leid|sorry
        |wer bist du|wer sind sie|was bist du|was sind sie|wie heißt du|wie heißen sie|wie ist dein name
        |wie ist ihr name|wie geht's|wie geht es dir|wie geht es ihnen|wie geht's dir|wie gehts|was geht
        |bist du ein roboter|bist du ein bot|bist du ein mensch|bist du eine ki|sind sie ein roboter|bist du da
        |was kannst du|was können sie|was kannst du tun|was kannst du alles|was kannst du für mich tun|was weißt du
        |wie funktionierst du|kannst du mir helfen|können sie mir helfen|hilf mir|helfen sie mir|ich brauche hilfe
        |wer hat dich gemacht|wer hat dich gebaut|sprichst du deutsch|sprechen sie deutsch|wie alt bist du
        |ich liebe dich|erzähl mir einen witz|erzähl einen witz|erzähle mir einen witz|wie spät ist es
        |wie wird das wetter|wie ist das wetter|ich habe eine frage|ich habe noch eine frage|darf ich etwas fragen
        |kann ich etwas fragen|freut mich""",
    "fr": """
        bonjour|salut|coucou|bonsoir|bonne nuit|bonjour à tous|allo|allô|re bonjour|merci|merci beaucoup|merci bien
        |mille mercis|grand merci|un grand merci|merci d'avance|merci à vous|merci à toi|je vous remercie
        |je te remercie|non merci|oui merci|ok merci|au revoir|à bientôt|à plus|à plus tard|à demain|à tout à l'heure
        |bye|ciao|adieu|bonne journée|bonne soirée|bon week end|bonne fin de journée|bonne continuation|ok|okay
        |d'accord|entendu|compris|je comprends|je vois|ça marche|c'est bon|bien|très bien|parfait|génial|excellent
        |formidable|magnifique|impeccable|nickel|chouette|cool|c'est parfait|c'est super|c'est tout|ce sera tout
        |bien joué|très utile|ça m'aide|de rien|je vous en prie|je t'en prie|pas de problème|pas de souci
        |ce n'est rien|tant pis|laisse tomber|oui|non|ouais|ah bon|ah d'accord|ah|oh|euh|mdr|haha|désolé|désolée
        |pardon|excusez moi|excuse moi|qui es tu|qui êtes vous|tu es qui|vous êtes qui|c'est qui|qu'est ce que tu es
        |comment tu t'appelles|comment t'appelles tu|comment vous appelez vous|quel est ton nom|quel est votre nom
        |ça va|comment ça va|comment vas tu|comment allez vous|comment allez vous aujourd'hui|ça va bien|quoi de neuf
        |es tu un robot|êtes vous un robot|tu es un robot|es tu humain|es tu une ia|tu es là|que peux tu faire
        |que pouvez vous faire|que sais tu faire|que savez vous faire|qu'est ce que tu peux faire
        |qu'est ce que tu sais faire|peux tu m'aider|pouvez vous m'aider|tu peux m'aider|aide moi|aidez moi
        |j'ai besoin d'aide|comment fonctionnes tu|qui t'a créé|parles tu français|parlez vous français|quel âge as tu
        |je t'aime|enchanté|enchantée|raconte moi une blague|raconte une blague|quelle heure est il|quel temps fait il
        |j'ai une question|j'ai une autre question|puis je poser une question|une question""",
    "es": """
        hola|hola a todos|buenas|buenos días|buenas tardes|buenas noches|buen día|qué tal|saludos|gracias
        |muchas gracias|mil gracias|muchísimas gracias|gracias por todo|gracias de antemano|no gracias|sí gracias
        |te lo agradezco|se lo agradezco|adiós|hasta luego|hasta pronto|hasta mañana|hasta la vista|nos vemos|chao
        |chau|que tengas un buen día|que tenga un buen día|buen fin de semana|cuídate|ok|okay|vale|de acuerdo
        |entendido|entiendo|ya veo|comprendo|claro|bien|muy bien|bueno|perfecto|genial|estupendo|excelente|fantástico
        |maravilloso|increíble|buenísimo|guay|buen trabajo|muy útil|eso es todo|nada más|de nada|no hay de qué
        |con gusto|no hay problema|no importa|da igual|olvídalo|sí|no|ah|ajá|oh|jaja|jajaja|perdón|lo siento|disculpa
        |disculpe|quién eres|quién es usted|qué eres|cómo te llamas|cómo se llama usted|cuál es tu nombre
        |cuál es su nombre|cómo estás|cómo está|cómo está usted|cómo va|cómo te va|todo bien|qué pasa|eres un robot
        |eres un bot|eres humano|eres una ia|estás ahí|qué puedes hacer|qué puede hacer|qué sabes hacer|qué sabes
        |puedes ayudarme|me puedes ayudar|me ayudas|puede ayudarme|ayúdame|ayuda por favor|necesito ayuda
        |cómo funcionas|quién te creó|quién te hizo|hablas español|cuántos años tienes|te quiero|encantado|mucho gusto
        |cuéntame un chiste|qué hora es|qué tiempo hace|tengo una pregunta|tengo otra pregunta
        |puedo hacer una pregunta|una pregunta""",
    "it": """
        ciao|salve|buongiorno|buon giorno|buonasera|buona sera|buonanotte|buona notte|ehi|grazie|grazie mille
        |molte grazie|tante grazie|mille grazie|grazie tante|grazie infinite|grazie in anticipo|ti ringrazio
        |la ringrazio|no grazie|sì grazie|arrivederci|addio|a presto|a dopo|a domani|ci vediamo|buona giornata
        |buona serata|buon fine settimana|ok|okay|va bene|d'accordo|capito|ho capito|capisco|certo|bene|molto bene
        |benissimo|perfetto|ottimo|fantastico|eccellente|meraviglioso|magnifico|bellissimo|molto utile|è tutto
        |questo è tutto|prego|di niente|di nulla|nessun problema|non importa|lascia stare|sì|no|ah|oh|ahah|haha|scusa
        |scusi|mi dispiace|chi sei|chi è lei|cosa sei|come ti chiami|come si chiama lei|qual è il tuo nome|come stai
        |come sta|come va|tutto bene|che si dice|sei un robot|sei un bot|sei umano|ci sei|cosa puoi fare
        |che cosa puoi fare|cosa sai fare|che cosa sai fare|cosa sai|puoi aiutarmi|mi puoi aiutare|può aiutarmi
        |aiutami|aiuto per favore|ho bisogno di aiuto|come funzioni|chi ti ha creato|parli italiano|quanti anni hai
        |ti amo|piacere|raccontami una barzelletta|che ore sono|che ora è|che tempo fa|ho una domanda
        |ho un'altra domanda|posso fare una domanda|una domanda""",
    "pt": """
        olá|oi|bom dia|boa tarde|boa noite|e aí|saudações|obrigado|obrigada|muito obrigado|muito obrigada|obrigadão
        |obrigadinho|brigado|brigada|valeu|agradeço|agradecido|agradecida|obrigado desde já|não obrigado|não obrigada
        |sim obrigado|adeus|tchau|até logo|até já|até breve|até amanhã|até mais|bom fim de semana|tenha um bom dia|ok
        |okay|certo|está bem|tá bom|tá|está bom|entendi|percebi|compreendo|claro|bem|muito bem|perfeito|ótimo|óptimo
        |excelente|fantástico|maravilhoso|incrível|muito bom|bom trabalho|muito útil|é tudo|é só isso|só isso|de nada
        |não há de quê|sem problema|não faz mal|não importa|esquece|sim|não|ah|oh|kkk|haha|desculpa|desculpe
        |sinto muito|quem és tu|quem és|quem é você|o que és|o que é você|como te chamas|como se chama
        |qual é o teu nome|qual é o seu nome|como estás|como está|como vai|como vai você|tudo bem|tudo bom|és um robô
        |você é um robô|és humano|você está aí|o que podes fazer|o que você pode fazer|o que sabes fazer
        |o que você sabe fazer|podes ajudar me|pode me ajudar|pode ajudar me|você pode me ajudar|ajuda me|me ajuda
        |me ajude|preciso de ajuda|como funcionas|quem te criou|falas português|quantos anos tens|amo te|te amo|prazer
        |conta uma piada|conte uma piada|que horas são|tenho uma pergunta|tenho outra pergunta
        |posso fazer uma pergunta|uma pergunta""",
    "nl": """
        hallo|hoi|hey|hé|goedemorgen|goedemiddag|goedenavond|goedendag|goede morgen|goede middag|welterusten
        |goedenacht|bedankt|dank je|dank je wel|dankjewel|dank u|dank u wel|dankuwel|hartelijk dank|heel erg bedankt
        |hartelijk bedankt|alvast bedankt|nee dank je|nee bedankt|doei|doeg|tot ziens|tot straks|tot later|tot morgen
        |fijne dag|fijne dag nog|prettige dag|fijn weekend|fijne avond|ok|oké|okee|akkoord|begrepen|snap ik
        |ik snap het|ik begrijp het|duidelijk|goed|heel goed|prima|perfect|geweldig|mooi|fijn|leuk|uitstekend
        |fantastisch|goed gedaan|heel handig|dat is alles|dat was het|graag gedaan|geen probleem|geeft niet|laat maar
        |ja|nee|jawel|aha|ach zo|oh|hm|haha|sorry|het spijt me|pardon|wie ben je|wie ben jij|wie bent u|wat ben je
        |wat ben jij|hoe heet je|hoe heet jij|hoe heet u|wat is je naam|wat is uw naam|hoe gaat het
        |hoe gaat het met je|hoe gaat het met u|alles goed|hoe is het|ben je een robot|ben jij een robot
        |ben je een mens|ben je er|wat kan je|wat kun je|wat kun je doen|wat kan je doen|wat kunt u doen
        |kun je me helpen|kan je me helpen|kunt u me helpen|kunt u mij helpen|help me|ik heb hulp nodig|hoe werk je
        |wie heeft je gemaakt|spreek je nederlands|hoe oud ben je|ik hou van je|vertel een mop|vertel me een mop
        |hoe laat is het|ik heb een vraag|ik heb nog een vraag|mag ik iets vragen|aangenaam""",
    "pl": """
        cześć|hej|witaj|witam|dzień dobry|dobry wieczór|dobranoc|siema|siemka|hejka|dzięki|dziękuję|dziękuje
        |dziękuję bardzo|bardzo dziękuję|wielkie dzięki|dzięki wielkie|stokrotne dzięki|dziękuję z góry|nie dziękuję
        |do widzenia|pa|pa pa|na razie|do zobaczenia|do jutra|miłego dnia|miłego weekendu|ok|okej|dobra|dobrze
        |w porządku|rozumiem|jasne|zrozumiano|świetnie|doskonale|wspaniale|fajnie|ekstra|rewelacja|idealnie|brawo
        |dobra robota|bardzo pomocne|to wszystko|proszę|proszę bardzo|nie ma za co|nie ma problemu|nieważne
        |nie szkodzi|tak|nie|aha|ach|no|haha|przepraszam|sorry|kim jesteś|kim pan jest|kim pani jest|czym jesteś
        |jak masz na imię|jak się nazywasz|jak się masz|co słychać|jak leci|czy jesteś robotem|jesteś robotem
        |czy jesteś człowiekiem|jesteś tam|co potrafisz|co umiesz|co możesz zrobić|czy możesz mi pomóc|możesz mi pomóc
        |pomóż mi|pomocy|potrzebuję pomocy|jak działasz|kto cię stworzył|mówisz po polsku|ile masz lat|kocham cię
        |miło mi|opowiedz dowcip|która godzina|która jest godzina|mam pytanie|mam jeszcze jedno pytanie""",
    "sv": """
        hej|hejsan|hallå|tjena|god morgon|god dag|god kväll|god natt|tack|tack så mycket|tusen tack|tack ska du ha
        |nej tack|ja tack|stort tack|hej då|hejdå|adjö|vi ses|vi hörs|ha det bra|ha en bra dag|trevlig helg|ok|okej
        |jättebra|mycket bra|toppen|perfekt|utmärkt|förstår|jag förstår|varsågod|ingen orsak|inga problem|ja|nej
        |förlåt|ursäkta|vem är du|vad är du|vad heter du|hur mår du|hur är det|är du en robot|vad kan du
        |vad kan du göra|kan du hjälpa mig|hjälp mig|jag behöver hjälp|jag har en fråga|talar du svenska
        |det var allt""",
    "da": """
        hej|hejsa|dav|godmorgen|goddag|godaften|godnat|tak|mange tak|tusind tak|tak for hjælpen|nej tak|ja tak|farvel
        |hej hej|vi ses|hav en god dag|god weekend|ok|okay|godt|perfekt|fedt|forstået|selv tak|det var så lidt|ja|nej
        |undskyld|hvem er du|hvad er du|hvad hedder du|hvordan går det|hvordan har du det|er du en robot|hvad kan du
        |kan du hjælpe mig|hjælp mig|jeg har et spørgsmål|det var det""",
    "no": """
        hei|heisann|hallo|god morgen|god dag|god kveld|god natt|takk|tusen takk|mange takk|takk skal du ha
        |takk for hjelpen|nei takk|ja takk|ha det|ha det bra|farvel|vi snakkes|vi ses|ha en fin dag|god helg|ok|okei
        |flott|perfekt|supert|kjempebra|forstått|jeg forstår|vær så god|ingen problem|ja|nei|beklager|unnskyld
        |hvem er du|hva er du|hva heter du|hvordan går det|hvordan har du det|er du en robot|hva kan du
        |kan du hjelpe meg|hjelp meg|jeg har et spørsmål|det var alt""",
    "fi": """
        hei|moi|moikka|terve|päivää|hyvää huomenta|huomenta|hyvää päivää|hyvää iltaa|hyvää yötä|kiitos|kiitos paljon
        |paljon kiitoksia|kiitti|kiitoksia|suuri kiitos|ei kiitos|hei hei|moi moi|näkemiin|nähdään|hyvää päivänjatkoa
        |ok|okei|selvä|hyvä|hienoa|mahtavaa|loistavaa|täydellistä|ymmärrän|ole hyvä|ei kestä|kyllä|joo|ei|anteeksi
        |kuka olet|kuka sinä olet|mikä olet|mikä sinun nimesi on|mitä kuuluu|oletko robotti|mitä osaat|voitko auttaa
        |auta minua|minulla on kysymys""",
    "cs": """
        ahoj|čau|nazdar|dobrý den|dobré ráno|dobrý večer|dobrou noc|díky|děkuji|děkuju|děkuji mnohokrát|moc děkuji
        |mockrát děkuji|díky moc|děkuji předem|ne děkuji|na shledanou|nashledanou|sbohem|měj se|mějte se|hezký den
        |pěkný den|hezký víkend|ok|dobře|dobrá|v pořádku|rozumím|chápu|jasně|skvělé|skvěle|výborně|perfektní|výborné
        |prosím|není zač|nemáte zač|to nevadí|ano|ne|jo|promiňte|promiň|omlouvám se|kdo jsi|kdo jste|co jsi
        |jak se jmenuješ|jak se jmenujete|jak se máš|jak se máte|jsi robot|jste robot|co umíš|co umíte|můžeš mi pomoct
        |můžete mi pomoci|pomoz mi|potřebuji pomoc|mám otázku|mám dotaz|to je vše""",
    "hu": """
        szia|sziasztok|helló|hello|üdv|jó reggelt|jó napot|jó napot kívánok|jó estét|jó éjszakát|köszönöm|köszi
        |köszönöm szépen|nagyon köszönöm|nagyon szépen köszönöm|kösz|köszönjük|nem köszönöm|viszlát|viszontlátásra
        |szép napot|jó hétvégét|ok|oké|rendben|értem|jó|nagyon jó|remek|tökéletes|kiváló|nagyszerű|szívesen
        |nincs mit|semmi baj|igen|nem|bocsánat|elnézést|ki vagy|ki vagy te|mi vagy|hogy hívnak|mi a neved|hogy vagy
        |robot vagy|mit tudsz|tudsz segíteni|segíts|segítségre van szükségem|van egy kérdésem""",
    "ro": """
        bună|salut|bună ziua|bună dimineața|bună seara|noapte bună|mulțumesc|mersi|mulțumesc mult|mulțumesc frumos
        |mulțumim|nu mulțumesc|la revedere|pa|pe curând|o zi bună|weekend plăcut|ok|bine|foarte bine|în regulă
        |am înțeles|înțeleg|perfect|excelent|minunat|grozav|cu plăcere|nu ai pentru ce|nicio problemă|da|nu|scuze
        |îmi pare rău|cine ești|ce ești|cum te numești|cum te cheamă|ce mai faci|ești robot|ce poți face|ce știi
        |mă poți ajuta|ajută mă|am nevoie de ajutor|am o întrebare""",
    "tr": """
        merhaba|merhabalar|selam|selamlar|günaydın|iyi günler|iyi akşamlar|iyi geceler|tünaydın|teşekkürler
        |teşekkür ederim|çok teşekkürler|çok teşekkür ederim|sağ ol|sağol|sağ olun|çok sağ ol|eyvallah
        |hayır teşekkürler|hoşça kal|hoşçakal|hoşça kalın|güle güle|görüşürüz|görüşmek üzere|kendine iyi bak
        |iyi hafta sonları|tamam|tamamdır|peki|anladım|anlaşıldı|olur|güzel|çok güzel|harika|mükemmel|muhteşem
        |aferin|rica ederim|bir şey değil|önemli değil|sorun değil|evet|hayır|özür dilerim|pardon|kusura bakma|kimsin
        |sen kimsin|siz kimsiniz|nesin|adın ne|adınız ne|nasılsın|nasılsınız|ne haber|naber|robot musun
        |ne yapabilirsin|neler yapabilirsin|bana yardım et|yardım eder misin|yardım edebilir misin|bir sorum var
        |saat kaç""",
    "id": """
        halo|hai|selamat pagi|selamat siang|selamat sore|selamat malam|apa kabar|terima kasih|terima kasih banyak
        |makasih|makasih banyak|trims|tidak terima kasih|sampai jumpa|selamat tinggal|dadah|oke|ok|baik|baiklah|bagus
        |mantap|hebat|sempurna|keren|mengerti|saya mengerti|sama sama|tidak masalah|tidak apa apa|ya|tidak|maaf
        |permisi|siapa kamu|siapa anda|kamu siapa|siapa namamu|siapa nama anda|apakah kamu robot
        |apa yang bisa kamu lakukan|bisakah kamu membantu saya|bantu saya|tolong bantu saya|saya punya pertanyaan
        |jam berapa sekarang""",
    "vi": """
        xin chào|chào|chào bạn|chào buổi sáng|chào buổi tối|chúc ngủ ngon|cảm ơn|cám ơn|cảm ơn bạn|cảm ơn nhiều
        |cảm ơn bạn nhiều|xin cảm ơn|không cảm ơn|tạm biệt|hẹn gặp lại|được rồi|vâng|dạ|ừ|tốt|tốt lắm|tuyệt|tuyệt vời
        |hay quá|hiểu rồi|tôi hiểu|không có gì|không sao|không|xin lỗi|bạn là ai|bạn tên là gì|bạn tên gì
        |bạn khỏe không|bạn có phải là robot không|bạn có thể làm gì|bạn có thể giúp tôi không|giúp tôi|giúp tôi với
        |tôi có một câu hỏi|mấy giờ rồi""",
}

WITH_OTHERS: Final = """
    you|super|very much|so much|a lot|a ton|lots|tons|again|there|all|everyone|everybody|folks|guys|team|quoth|bot|robot
    |friend
    |mate|buddy|dear|sir|madam|fine|good|nice|nice and clear|then|well|superb|indeed|really|for now|for your help
    |for the help|for all your help|for helping|for helping me|for that|for this|for it|for the answer|for your answer
    |for the information|for the info|for everything|for your time|anyway|and|but|to you|with this|please|pls|that's
    |help
    |it's|everything|today|man|wonderful|world of thanks|kindly
    |schön|sehr|für die hilfe|für deine hilfe|für ihre hilfe|für die antwort|für die auskunft|für alles|dir|ihnen|euch
    |zusammen|nochmal|noch einmal|mal|dann|also|und|fürs erste|leute|lieber|liebe|so
    |beaucoup|bien|infiniment|pour tout|pour votre aide|pour ton aide|pour l'aide|pour la réponse|pour votre réponse
    |à tous
    |encore|et|alors|monsieur|madame|quand même|vraiment|c'est
    |por tu ayuda|por su ayuda|por la ayuda|por la respuesta|por la información|a ti|a usted|a todos|y|entonces|pues
    |de verdad|otra vez
    |per l'aiuto|per il tuo aiuto|per la risposta|per tutto|a te|a tutti|e|allora|ancora|davvero
    |pela ajuda|pela resposta|pela informação|por tudo|a todos|mesmo|então|muito|a você|a ti
    |voor je hulp|voor uw hulp|voor de hulp|voor het antwoord|voor alles|wel|nogmaals|allemaal|dan|erg
    |za pomoc|za odpowiedź|za wszystko|bardzo|wszystkim|jeszcze raz|to|i|panu|pani
    |så mycket|för hjälpen|for hjælpen|for hjelpen|så meget|så mye|za pomoc|moc|за помощь|за ответ|очень|большое
    |всем|за допомогу
    |a segítséget|pentru ajutor|yardımın için|yardımınız için|çok|banyak|nhiều|bạn|ありがとう
"""
"""What makes no utterance chit-chat by itself, but may stand beside what does."""
