"""Function words of further languages, as `qa.text.function_words` has them of others: fewer of each.

They are those that a page of text or a short question hardly does without, the words that ask before all others. Where
two languages are near (Catalan and Spanish, Slovak and Czech), the words in which they differ are here, so that a text
in one does not pass for the other. Left out: languages of which there is no list; a model tells them (`trained`).
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LISTS"]

LISTS: Mapping[str, str] = {
    "af": """
    aan af al alle as baie by daar dat deur die dit doen ek en enige gaan gee geen haar had het hierdie hoe hoekom
    hoeveel hom hulle hy in is ja jou julle kan maar meer met moet my na nie niks nog nou of om omdat ons ook op oor
    sal se sonder sy te tot tussen uit van vanaf vir voor waar waarom wanneer want was wat watter weer wees wie word
    wil
    """,
    "az": """
    amma ancaq belə bir biz bu bunu bunun bütün da daha də deyil edən etmək əgər ən üçün üzrə hansı hara harada hər
    həm ilə kim kimi ki mən mənim nə necə neçə niyə o olan olar oldu olduğu olur onlar onların onu onun sonra siz
    sizin var və ya yalnız yox çox
    """,
    "be": """
    а або адзін але бо быў была былі было быць быццам вы гэта гэтага гэтай гэты гэтым да дзе для ды ёсць з за і ім
    іх калі каму каго каля колькі кожны куды ля мы мяне на над нас не няма нашто ні пад паміж пасля па перад пра
    праз пры са свае сабе так такі таксама там тое той толькі тут ты у ў хто чаго чаму чым што шмат я як яго яе які
    якая якія якой якога яна яно яны
    """,
    "bg": """
    а ако бе без беше би бил била били било бъде в вас ваш ви все всички всяка всеки във върху вие го да дали до
    докато е едва един една едно за защо и или им има из й как каква какво какви какъв като ки когато кога кого коя
    кой която които което който колко къде ли между ме ми много може могат му на над най нас не него нея ние ни
    никой нито но нищо няма обаче около от по под повече после поради пред през преди при с са сам само се си след
    сме според срещу със съм там така такъв тази те тези този това той тогава тук тя ще я
    """,
    "ca": """
    a aquest aquesta aquestes aquests això allò als altra altre altres amb al abans aquell aquella aquells ara així
    bé cada cap com contra dels del de des després doncs dins durant el ella ells els em en encara entre era eren es
    està estan et fa fer fins ha haver han havia hi ho i ja la les li lloc llur lo mai mentre meu meva més molt
    molts només nostra nostre o on pel pels per perquè però poc pot poden qual quals quan quant quanta quantes
    quants què qui que sense ser si seu seva seus seves sobre són sota també tan tant tot tota totes tots un una
    unes uns us va van vostre
    """,
    "cy": """
    a ac ag am ar at bod beth bydd ble cael chi dim dros ddim ei eich ein er eu faint fe fel fod fydd fyddai gan
    ganddo gyda hefyd hi hon hwn i iddo iddi mae maen mewn mi ni nid nifer o oedd oes ond os pa pam pan pob pryd pwy
    rhwng roedd rydym sut sydd sy'n trwy un wedi wrth y ydy yn yng ym yr yw yma
    yw'r mae'n mae'r phryd
    """,
    "et": """
    aga alates all alla ees ehk ei enne et ette ja jah jooksul juba juures ka kas kellele kelle keda kes kui kuhu
    kuid kuidas kus kust kõik kõige kaudu ma mida mis miks millal milline millised millest mille mitte mitu mu meie
    me nad nagu neid nende need ning nii nüüd olema oleks oli olid olla oma on peale pole pärast palju saab see seda
    selle sellel sellest siis siin sa ta tema teda teie tuleb ule üle või välja vaid veel ühe üks
    """,
    "eu": """
    ahal al aldiz ala arte artean arren asko baina baino bai bakarrik bat batean batek batzuk bera berak bere berria
    beste bezala bi da dago daude dela den dezake dira direla diren du duen dugu dute duten dituzte ditu edo eta ere
    egin egiten ez gabe guztiak guztien hau hauek haren honek hori horiek hura izan izango noiz non nola nor nork
    norentzat oso zein zer zergatik zenbat zen ziren zuen zuten zuk
    """,
    "ga": """
    ach agus an ann ar atá ag aon as ba bhí cad caithfidh cathain cé cén chuig conas cá ciallaíonn de den do don é
    ea faoi féin freisin gach gan go i iad is í leis le lena má mar mé mó na nach ní níl nó ó ón os roimh sa san sé
    seo sí siad sin sula tá tar thar tríd trí tú uile
    """,
    "gl": """
    a á ademais ao aos as ata aínda algún algunha alí antes aquel aquela así ben cada cal cales calquera canta
    cantas canto cantos cando co coa coas con como cos cuxo da das de del dela desde despois dende do dos durante e
    el ela elas eles en entre era es ese esa está están este esta estes eu foi foron ha hai iso isto la lle lles lo
    mais máis me mesmo meu moi moito na nas nin ningún no non nos nosa noso nun nunha o onde os ou outra outro
    outros para pero pode poden pola polas polo polos por porque quen que sen se sexa ser seu seus si só sobre son
    súa súas tamén tan ten teñen todo toda todos todas un unha unhas uns vostede xa é
    """,
    "hr": """
    a ako ali bez bi bih bila bilo bili bio biti bude budu će da dakle do dok dva ga gdje hoće i ih ili im ima imaju
    iz između ja je jedan jedna jedno jer jest jesu jesmo još kada kad kako kakav kakva koja koje kojeg kojem koji
    kojih kojim koju koliko kod komu kome kroz ku lako li me među mi može mogu mora moraju moj na nad nakon nam naš
    nego neka neki nema ni nije nisu nisam niti no nju njega njih njegov njezin njihov o od oko on ona oni ono ova
    ovaj ove ovo oba osim po pod pored prema pri prije preko s sa sam samo se sebe si smo ste su svaki sve svi svih
    svoj ta taj tako također te ti to toga toj tome tu u uz već vi više za zašto zbog što tko čemu čiji
    """,
    "is": """
    að af á aðeins allt allir annað bara bæði eða ef ég eftir ekki en enda er eru ert fyrir frá fram gegn gera getur
    hafa hafði hann hans hefur hennar henni her hér hún hvað hvaða hvar hve hver hverjir hvernig hversu hvenær hvers
    hvert hvort honum inn í já kemur með meira mig mikið milli minn mjög nú né nei og okkar okkur sá sem sér sinn
    sína síðan skal skulu svo sé þá það þær þau þegar þeim þeir þeirra þess þessi þetta því þú til um undan undir
    upp út úr var vegna vera verða verður verið við voru yfir
    """,
    "lt": """
    ant apie ar arba aš be bei bet bus būti buvo būtų dar dėl per gali iki ir iš į ja jam ji jie jiems jis jį jo jos
    jų jei kad kada kai kaip kam kas katras ką kiek kiekvienas kita kiti kitas kitų koks kokia kokie kokios kol
    kodėl kuri kurie kuris kurį kurios kurių kur link mano mes mums mūsų nei nes nėra net nuo o pagal pas po prie
    prieš pat pati šią šio šis ši šie šių su sau savo ta tada tai taip tarp tas tačiau tie tik tiek to tu toks turi
    už visi viso visų virš yra ypač
    """,
    "lv": """
    ar arī ap arvien bet bez bija būs būt cik citi cits dēļ divi es gan gada gadā gar ir iekš ja jau jo jūs ka kad
    kam kādā kādas kādēļ kāds kāda kādi kāpēc kas katrs ko kopā kur kura kuras kuri kurš kurā līdz līdzi mani mēs
    mums mūsu nav ne nedrīkst no noteikti nu par pa pār pats pēc pie pirms pret priekš savu savas sev starp šajā šis
    šī šo tā tad tādēļ taču tai tas tās tam tie tiek tika tikai to tomēr tos tu uz un vai vairāk var varēja vēl viņa
    viņi viņš visi visu viens zem
    """,
    "mk": """
    а ако без беше би биде бил била биле било во вас ве веќе ги го да дали до е еден една едно ѝ за зошто и или им
    има из како каков каква какви кај кога кого која кои кој кое колку каде ли меѓу ме ми многу може му на над
    најмногу нас не него неа ние ни никој но нема нејзин нивни од околу оваа овие овој ова по под повеќе потоа
    поради пред преку при се си сите според со сум само така таа тие тој тоа тука ќе што ја
    """,
    "mr": """
    आणि आहे आहेत आला आली असे असून असलेल्या आपल्या एक एका कधी कशी कसे का काय किती किंवा की कुठे कोण कोणता कोणती
    कोणत्या कोणी केला केली केले च जे जो झाला झाली झाले तर तरी त्या त्यांच्या त्यांनी त्याच्या ते तो ती नाही नाहीत पण
    पर्यंत पासून मध्ये मी म्हणून या यांनी यांच्या याची येथे व वर सर्व साठी ही हा हे होता होती होते
    """,
    "ne": """
    अथवा अनि अन्य अब अरू आफ्नो उनी उनको उनले उनीहरू एक औं कति कहाँ कहिले का किन किनभने कसरी कसको कसले के को कुन
    गर्ने गरी गरे गरेको गर्नु गर्छ छ छन् छैन जब जहाँ जुन जो तथा तर त्यो ती थियो थिए देखि दिए न नै पनि पछि पर्छ बाट
    भए भएको भने भन्दा भयो म मा माथि यस यसको यो र रहेको लाई ले लागि वा सम्म सँग साथ हरू हामी हो हुन् हुने हुन्छ
    """,
    "sk": """
    a aby aj ak ako aká aké aký áno ani až bez bol bola boli bolo budú bude by byť cez čí či čo čoho do ešte ho i
    ich im iba inak ja je jeho jej jemu každý kam kde kedy keď keďže koľko komu koho ktorá ktoré ktorí ktorý ktorého
    ktorej ktorých kto ku k ma má mal mať medzi menej mi mnou môže môžu musí my na nad nám nás nami nasledujúci naša
    náš ne nech nej nie nielen niekto nič než no nové o od odkiaľ on ona oni ono pod podľa po pokiaľ počas potom pre
    pred prečo preto pretože pri s sa seba si sme so som ste sú svoj svoje svojich ta tá tak takže tam teda tej ten
    tento tie tieto to toho tom tomu tu ty táto u už v vám vás váš však všetko všetky vo vy z za zo že
    """,
    "sl": """
    a ali ampak brez bi bil bila bilo bili biti bo bodo da do dokler enem eden ena eno ga glede h ima imajo in iz
    jaz je jih jim jo k kadar kaj kako kakšen kakšna kakšno kam kateri katera katere katero kdaj kdo ker ki kje ko
    koliko komu kot lahko le li ma med mi moj mora morajo na nad naj nam naš ne nek nekaj ni niso nič njegov njen
    njih njihov o ob od on ona oni oz pa po pod pred pri prek preko proti s sam samo saj se sem si smo so svoj ste
    ta tako tam te tega tem ti tisti to toda tudi tu v vam vas ves več vi vse vsi za zakaj zaradi z zato zelo že čez
    če čigav še
    """,
    "sq": """
    a ai ajo andej ata ato asnjë ashtu atë apo as bëhet cila cilat cilët cili çdo çfarë do dhe duke duhet e edhe
    është gjatë gjithë i ishin ishte janë jo ju ka kanë kam këtë kjo këto ku kur kush kaq kësaj kë më me mund na nga
    në ndërsa një nuk o pa para pas për përpara pse por qe që sa saj së se si sipas shumë ta te të tij tyre tha tek
    unë u vetëm
    """,
    "sr": """
    а ако али без би била било били био бити биће буде ће да до док ga га где гдје и из или им има имају између их
    ја је један једна једно јер јесте још како каква какав када кад ко код кога коме која које којег којем који
    којих којим коју колико кроз ли међу ме ми може могу мора на над након нам него неки нема ни није нису њега њих
    његов њихов о од око он она они оно ова овај ове ово осим по под поред према при пре преко са сам само се себе
    смо сте су сваки све сви свих свој та тај тако такође те ти то тога тој томе ту у уз већ ви више за зашто због
    што шта чији
    """,
    "sw": """
    ambao ambapo ambaye ambayo au baada bado bila cha chake cheo gani hadi haki hapa hata hii hiki hilo hivyo hiyo
    hizi huo huu huyo huyu je jinsi kabla kama katika kila kisha kutoka kuwa kwa kwamba kwani kwenye la lakini lake
    lini mimi mwa na nani naye ndani ndio ndiyo ni nini pia pamoja sana sasa si sisi tu vile vya wa wake wako wakati
    wale wao wapi wengi wewe ya yake yako yao yeye yote za zaidi zake ngapi kiasi
    """,
    "tl": """
    alin aling ako ang ano anong at ay ba bakit bago dahil dapat dito din gaano habang hanggang hindi ilan ilang ito
    iyon ka kailan kanila kanilang kanino kanya kanyang kapag kaya ko kung lahat lamang magkano maging mga mula muna
    na nag namin nang nasa natin ng ngunit ni nila nito niya noon o paano pa pag para pero po rin sa saan siya sino
    sila si subalit tayo tungkol upang walang wala
    """,
    "ur": """
    آپ اب اس اسی اسے ان انہوں انہیں اور ایک اگر اپنا اپنی اپنے بعد بھی بہت تا تک تو تھا تھی تھے تھیں جا جاتا جاتی جس
    جن جو جب جہاں دی دیا رہا رہی رہے سب سکتا سکتی سے طرح لئے لیے لیکن مگر میں نہ نہیں نے والا والی والے وہ پر پھر
    کئی کا کب کتنا کتنی کتنے کر کرتا کرتی کرتے کرنا کرنے کس کسی کو کون کونسا کونسی کوئی کہ کہاں کی کیا کیسے کیوں کے
    گئی گئے گا گی گے گیا ہم ہو ہوا ہوئی ہوئے ہوتا ہوتی ہوتے ہوں ہی ہیں ہے یا یہ
    """,
    "vi": """
    ai bao bằng bị bởi các cái chỉ cho chưa chúng có còn cùng của cũng cần do dù dưới đã đang đâu đây đấy để đến đều
    đi đó được gì giữa hay hãy hoặc hơn khi không kể khác là lại lên lúc mà mấy mình mỗi một muốn năm nào này nên
    nếu ngoài nhưng những như nhiêu nhiều nó nơi nữa ở phải qua ra rằng rất rồi sao sau sẽ sự tại tất tới thì theo
    thế thể trên trong trước tuy từ vào vẫn vậy về vì việc với vừa xuống
    """,
}
