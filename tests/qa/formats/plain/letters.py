"""Everyday sentences in many languages, and the code pages that files in each of them came in before UTF-8."""

from __future__ import annotations

WESTERN = ("cp1252", "latin-1", "iso8859-15", "mac-roman", "cp850", "cp437")
CENTRAL = ("cp1250", "iso8859-2", "cp852", "mac-latin2")
CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

TEXTS: dict[str, tuple[tuple[str, ...], str]] = {
    "en": (
        ("cp1252", "mac-roman"),
        "The café on the pier doesn’t open before nine o’clock — not even in July. “We bake our own "
        "bread,” says the owner, “and that takes time.” A jug of cider costs £4; crème brûlée is £5.50. "
        "Dogs are welcome, but they’re kept on a lead. Mr Müller’s boat leaves at noon – weather "
        "permitting… Tickets are sold at the kiosk.",
    ),
    "de": (
        WESTERN,
        "Die Gemeindebücherei schließt am Freitag schon um fünf Uhr. Für Schüler ist die Ausleihe "
        "kostenlos, Erwachsene zahlen zwölf Euro im Jahr. Über die Öffnungszeiten während der Ferien gibt ein "
        "Aushang am Eingang Auskunft. Bücher dürfen höchstens vier Wochen behalten werden; danach fällt eine "
        "Gebühr an. Ältere Zeitschriften liegen im Keller, größere Kartenwerke im Lesesaal.",
    ),
    "fr": (
        WESTERN,
        "La bibliothèque est fermée le lundi, sauf pendant les vacances d'été. L'abonnement coûte quinze "
        "euros par année; il est gratuit pour les élèves et les étudiants. Où peut-on déposer les livres "
        "après la fermeture? Une boîte est placée à côté de l'entrée, près du café. Les périodiques ne "
        "sont pas prêtés. Ça arrive qu'un ouvrage soit abîmé: le lecteur doit alors le remplacer.",
    ),
    "es": (
        WESTERN,
        "¿A qué hora abre la biblioteca? De lunes a viernes abre a las nueve de la mañana, y los sábados "
        "sólo por la tarde. El carné cuesta diez euros al año; los niños no pagan nada. Según el reglamento, "
        "ningún libro puede prestarse más de tres semanas. Además, está prohibido comer en la sala. ¡Se "
        "ruega silencio! Después de la última función, el autobús número siete lleva a la estación.",
    ),
    "pt": (
        ("cp1252", "latin-1", "iso8859-15", "mac-roman", "cp850", "cp860"),
        "A biblioteca municipal não abre às segundas-feiras. A inscrição é gratuita até aos dezoito anos; "
        "depois, são oito euros por ano. Os livros podem ser renovados três vezes, se ninguém os tiver pedido. "
        "À noite há sessões de leitura para as crianças do bairro. A devolução faz-se no balcão da recepção, "
        "onde também se marcam as visitas às coleções antigas.",
    ),
    "it": (
        WESTERN,
        "La biblioteca è aperta dal martedì al sabato. La tessera costa dieci euro l'anno, perché il Comune "
        "non paga più tutte le spese. Chi perde un libro dovrà ricomprarlo; così dice il regolamento. Nei "
        "giorni di festa resterà chiusa, però la sala studio sarà accessibile. Qualità e quantità dei "
        "volumi variano: ce n'è per tutte le età, cioè dai bambini in su.",
    ),
    "nl": (
        WESTERN,
        "De bibliotheek is maandag dicht, behalve in de vakantie. Een abonnement kost twintig euro per jaar; "
        "scholieren en leraren uit België betalen één euro. Het café ernaast heeft een eigen ingang, vóór "
        "de brug. Ideeën voor nieuwe boeken zijn welkom aan de balie. Wie te laat is, betaalt tien cent per dag, "
        "ook als het om reünies of coördinatie van groepen gaat.",
    ),
    "sv": (
        WESTERN,
        "Biblioteket har öppet från måndag till lördag, men inte på kvällen. Lånekortet är gratis för alla som "
        "bor i kommunen. Böckerna får behållas i fyra veckor, därefter måste man betala fem kronor om dagen. "
        "Äldre tidningar finns på andra våningen. Även barn under sju år får låna själva, om en förälder står "
        "bredvid.",
    ),
    "da": (
        ("cp1252", "latin-1", "iso8859-15", "mac-roman", "cp850", "cp865"),
        "Biblioteket åbner klokken ti, men om lørdagen først klokken tolv. Det koster ikke noget at låne "
        "bøger, når man bor i kommunen. Børn skal have en voksen med første gang. Efter fire uger bliver der "
        "sendt et brev, og så må man betale tyve kroner. Ældre aviser læses på mikrofilm på øverste etage, "
        "hvor der også er kaffe.",
    ),
    "fi": (
        WESTERN,
        "Kirjasto avataan kello yhdeksän, mutta lauantaisin vasta kymmeneltä. Kortti on maksuton kaikille, jotka "
        "asuvat kylässä. Kirjoja saa pitää neljä viikkoa, ja lainan voi uusia kahdesti. Myöhästyneistä peritään "
        "maksu päivältä. Lehdet ovat yläkerrassa, eikä niitä lainata kotiin. Työpöydät on varattava etukäteen.",
    ),
    "is": (
        ("cp1252", "latin-1", "mac-iceland", "cp861"),
        "Bókasafnið er opið alla virka daga frá klukkan níu. Það kostar ekkert að fá lánaðar bækur, "
        "en þeir sem skila of seint þurfa að greiða sekt. Börn yngri en sjö ára verða að koma með "
        "foreldrum sínum. Á efri hæðinni er kaffistofa með útsýni yfir höfnina. Við mælum með súpu "
        "dagsins og nýju brauði.",
    ),
    "et": (
        ("cp1257", "iso8859-13", "cp1252", "iso8859-15"),
        "Raamatukogu on avatud esmaspäevast reedeni, kuid pühade ajal suletud. Lugejakaart on tasuta kõigile, "
        "kes elavad vallas. Raamatuid võib hoida neli nädalat ja tähtaega saab kaks korda pikendada. Öösel võib "
        "raamatud panna ukse kõrval olevasse kasti. Žurnaalid ja vanemad ajalehed on teisel korrusel, kus "
        "müüakse ka šokolaadi.",
    ),
    "cs": (
        CENTRAL,
        "Obecní úřad má otevřeno jen v úterý a ve čtvrtek. Poplatek za psa činí tři sta korun ročně, "
        "důchodci platí polovinu. Žádosti se podávají písemně, nejpozději do konce května. Kdo "
        "nezaplatí včas, dostane upomínku. Šatna je v přízemí vedle schodiště. Říjnová schůze se zruší, "
        "jestliže přijde méně než deset členů; náhradní termín bude vyvěšen na nástěnce.",
    ),
    "pl": (
        CENTRAL,
        "Urząd gminy jest czynny we wtorki i czwartki. Opłata za psa wynosi pięćdziesiąt złotych rocznie, a "
        "emeryci płacą połowę. Wnioski należy składać na piśmie, najpóźniej do końca maja. Kto nie zapłaci "
        "w terminie, otrzyma upomnienie. Łódź kursuje tylko latem, o ile pozwoli pogoda. Zebranie członków "
        "odbędzie się później, jeśli przyjdzie mniej niż dziesięć osób. Świetlica mieści się obok żółtego "
        "młyna.",
    ),
    "sk": (
        CENTRAL,
        "Obecný úrad je otvorený iba v utorok a vo štvrtok. Poplatok za psa je desať eur ročne, dôchodcovia "
        "platia polovicu. Žiadosti sa podávajú písomne, najneskôr do konca mája. Kto nezaplatí včas, "
        "dostane upomienku. Šatňa je na prízemí vedľa schodišťa. Schôdza sa zruší, ak príde menej než päť "
        "členov; ďalší termín bude vyvesený na tabuli. Stĺp pri ceste treba opraviť.",
    ),
    "hu": (
        CENTRAL,
        "A könyvtár hétfőn zárva van, kivéve az iskolai szünetben. A tagság évente ötezer forintba "
        "kerül, a diákok ingyen olvashatnak. A könyveket legfeljebb négy hétig lehet megtartani, utána "
        "díjat kell fizetni. Az újságok az első emeleten vannak, kölcsönözni őket nem szabad. Előadás minden "
        "csütörtökön este hétkor kezdődik. Őszre elkészül az új bejárat is.",
    ),
    "hr": (
        CENTRAL,
        "Knjižnica je otvorena od ponedjeljka do petka, a subotom samo prijepodne. Članarina iznosi deset eura "
        "godišnje, učenici i umirovljenici plaćaju pola. Knjige se smiju zadržati četiri tjedna. Tko kasni, "
        "plaća naknadu za svaki dan. Časopisi se čitaju na prvom katu, gdje se može naručiti i čaj. Više o "
        "događajima piše na ploči kraj ulaza. Đaci imaju popust.",
    ),
    "ro": (
        ("cp1250", "iso8859-2", "cp852"),
        "Biblioteca este deschisă de marţi până sâmbătă. Abonamentul costă cincizeci de lei pe an, iar elevii nu "
        "plătesc nimic. Cărţile pot fi păstrate cel mult trei săptămâni; după aceea se percepe o taxă. Ziarele "
        "se citesc în sala de la etaj, fiindcă nu se împrumută acasă. Şedinţa următoare va avea loc joi, dacă "
        "vin destui membri. Încă se caută un paznic de noapte.",
    ),
    "tr": (
        ("cp1254", "iso8859-9", "cp857", "mac-turkish"),
        "Kütüphane pazartesi günleri kapalıdır. Üyelik ücreti yılda yüz liradır, öğrenciler için ise "
        "ücretsizdir. Kitaplar en çok dört hafta elde tutulabilir; geç getirenler ceza öder. İkinci kattaki "
        "odada eski gazeteler bulunur, fakat dışarı verilmez. Şehir dışından gelenler kimliklerini "
        "göstermelidir. Çocuklar için ayrı bir bölüm açılacağı söylendi.",
    ),
    "lt": (
        ("cp1257", "iso8859-13", "cp775"),
        "Biblioteka atidaryta nuo antradienio iki šeštadienio. Skaitytojo bilietas kainuoja penkis eurus per "
        "metus, o mokiniams jis nemokamas. Knygas galima laikyti keturias savaites; vėluojantys moka už "
        "kiekvieną dieną. Žurnalai skaitomi antrame aukšte, į namus jie neišduodami. Šį rudenį bus įrengtas "
        "naujas įėjimas iš kiemo pusės, todėl pirmąją rugsėjo savaitę skaitykla neveiks.",
    ),
    "lv": (
        ("cp1257", "iso8859-13", "cp775"),
        "Bibliotēka ir atvērta no otrdienas līdz sestdienai. Lasītāja karte maksā piecus eiro gadā, bet "
        "skolēniem tā ir bez maksas. Grāmatas drīkst paturēt četras nedēļas; par kavējumu jāmaksā. "
        "Žurnālus lasa otrajā stāvā, uz mājām tos neizsniedz. Šoruden tiks izbūvēta jauna ieeja no "
        "pagalma puses, tāpēc septembrī lasītava būs slēgta. Ķekavas iedzīvotāji saņem atlaidi.",
    ),
    "ru": (
        CYRILLIC,
        "Музей закрыт по понедельникам, а в остальные дни "
        "работает с десяти утра. Взрослый билет стоит триста "
        "рублей, школьники и пенсионеры платят половину. "
        "Фотографировать можно без вспышки. Экскурсии "
        "начинаются каждый час, если собралось хотя бы пять "
        "человек. Верхнюю одежду нужно сдать в гардероб. Щенков и "
        "других животных просят не приводить. Объявления висят у "
        "входа.",
    ),
    "uk": (
        ("cp1251", "koi8-u", "mac-cyrillic", "iso8859-5"),
        "Музей зачинено щопонеділка, в інші дні він працює з десятої "
        "ранку. Дорослий квиток коштує двісті гривень, школярі та "
        "пенсіонери платять половину. Знімати дозволено без "
        "спалаху. Екскурсії починаються щогодини, якщо зібралося "
        "хоча б п'ять осіб. Верхній одяг треба здати в гардероб. Її "
        "називають найстарішою будівлею міста. Оголошення висять "
        "біля входу.",
    ),
    "bg": (
        ("cp1251", "iso8859-5", "mac-cyrillic"),
        "Музеят е затворен в понеделник, а през останалите дни "
        "работи от десет сутринта. Билетът за възрастни струва "
        "осем лева, ученици и пенсионери плащат половината. Може "
        "да се снима без светкавица. Обиколките започват на всеки "
        "час, ако се съберат поне петима души. Връхните дрехи се "
        "оставят на гардероба. Съобщенията са до входа.",
    ),
    "sr": (
        ("cp1251", "iso8859-5", "mac-cyrillic"),
        "Музеј је затворен понедељком, а осталим данима ради од "
        "десет часова. Улазница за одрасле кошта триста динара, "
        "док ђаци и пензионери плаћају пола. Сликање је дозвољено "
        "без блица. Обиласци почињу сваког сата, ако се скупи бар "
        "пет људи. Капути се остављају у гардероби. Њихова збирка "
        "џепних сатова је највећа у земљи.",
    ),
    "el": (
        ("cp1253", "iso8859-7", "cp737"),
        "Το μουσείο είναι κλειστό κάθε Δευτέρα, ενώ τις άλλες μέρες "
        "ανοίγει στις δέκα το πρωί. Το εισιτήριο κοστίζει έξι ευρώ, οι "
        "μαθητές και οι συνταξιούχοι πληρώνουν τα μισά. Η "
        "φωτογράφιση επιτρέπεται χωρίς φλας. Οι ξεναγήσεις αρχίζουν "
        "κάθε ώρα, αν μαζευτούν πέντε άτομα. Άλλες πληροφορίες "
        "δίνονται στην είσοδο. Όσοι έρχονται με παιδιά μπαίνουν "
        "πρώτοι.",
    ),
    "he": (
        ("cp1255", "iso8859-8", "cp862"),
        "המוזיאון סגור בימי שני, ובשאר הימים הוא נפתח בשעה עשר בבוקר. כרטיס למבוגר עולה שלושים שקלים, תלמידים "
        "וגמלאים משלמים חצי. מותר לצלם בלי מבזק. הסיורים מתחילים בכל שעה, אם נאספו לפחות חמישה אנשים. מעילים יש "
        "להשאיר במלתחה. הודעות תלויות ליד הכניסה, וגם על הלוח שבחצר.",
    ),
    "ar": (
        ("cp1256", "iso8859-6"),
        "المتحف مغلق يوم الاثنين، وفي الأيام الأخرى يفتح في الساعة العاشرة صباحا. ثمن تذكرة الكبار خمسون درهما، "
        "ويدفع التلاميذ نصف الثمن. يسمح بالتصوير دون ضوء. تبدأ الجولات كل ساعة إذا اجتمع خمسة أشخاص على الأقل. "
        "توضع المعاطف في غرفة خاصة قرب المدخل. لا يجوز الأكل أو الشرب داخل القاعات.",
    ),
    "th": (
        ("cp874", "tis-620"),
        "พิพิธภัณฑ์ปิดทุกวันจันทร์ ส่วนวันอื่นเปิดเวลาสิบโมงเช้า ตั๋วผู้ใหญ่ราคาห้าสิบบาท "
        "นักเรียนและผู้สูงอายุจ่ายครึ่งเดียว ถ่ายรูปได้แต่ห้ามใช้แฟลช รอบนำชมเริ่มทุกชั่วโมง "
        "ถ้ามีคนอย่างน้อยห้าคน กรุณาฝากเสื้อคลุมไว้ที่ห้องรับฝาก ประกาศต่าง ๆ ติดอยู่ใกล้ทางเข้า "
        "และห้ามนำอาหารเข้าไปในห้องจัดแสดง",
    ),
    "vi": (
        ("cp1258",),
        "Bảo tàng đóng cửa vào thứ hai, những ngày khác mở cửa từ mười giờ sáng. Vé người lớn giá ba "
        "mươi nghìn đồng, học sinh và người già trả một nửa. Được phép chụp ảnh nhưng không dùng đèn. "
        "Mỗi giờ có một lượt tham quan nếu đủ năm người. Xin gửi áo khoác ở phòng ngoài. Thông báo được "
        "dán gần lối vào.",
    ),
    "zh": (
        ("gb18030", "gbk", "gb2312"),
        "博物馆每逢星期一闭馆，其他日子上午十点开门。成人票三十元一张，学生和老人只付一半。馆内可以拍照，但是不能"
        "使用闪光灯。每个小时有一次讲解，至少要有五个人参加。大衣请存放在入口旁边的衣帽间。通知贴在门口的布告栏上"
        "，请大家注意。如果遇到下雨天，院子里的展览会搬到二楼的大厅里继续进行。",
    ),
    "zh-tw": (
        ("big5", "big5hkscs", "cp950"),
        "博物館每逢星期一休館，其他日子上午十點開門。成人票三十元一張，學生和老人只付一半。館內可以拍照，但是不能"
        "使用閃光燈。每個小時有一次講解，至少要有五個人參加。大衣請存放在入口旁邊的衣帽間。通知貼在門口的布告欄上"
        "，請大家注意。如果遇到下雨天，院子裡的展覽會搬到二樓的大廳裡繼續進行。",
    ),
    "ja": (
        ("shift_jis", "cp932", "euc_jp", "iso2022_jp"),
        "博物館は毎週月曜日が休みで、ほかの日は午前十時に開きます。大人の入場料は五百円、学生とお年寄りは半額です"
        "。写真は撮れますが、フラッシュは使えません。案内は一時間ごとに始まりますが、五人以上集まらないと行いませ"
        "ん。コートは入り口の横の部屋に預けてください。お知らせは玄関の掲示板に貼ってあります。",
    ),
    "ko": (
        ("euc_kr", "cp949", "johab"),
        "박물관은 월요일마다 쉬고 다른 날에는 오전 열 시에 문을 엽니다. 어른 표는 삼천 원이고 학생과 노인은 "
        "반값만 냅니다. 사진을 찍을 수 있지만 플래시는 쓸 수 없습니다. 안내는 한 시간마다 시작하며 다섯 사람 "
        "이상이 모여야 합니다. 외투는 입구 옆방에 맡겨 주세요. 알림은 현관 게시판에 붙어 있습니다.",
    ),
}
