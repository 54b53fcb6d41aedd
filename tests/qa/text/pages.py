"""Texts of several lines in many languages, with ¶ behind every sentence but the last, made for tests of sentences."""

from __future__ import annotations

PAGES = [
    (
        "en",
        """
        House rules¶
        Quiet hours: 10 p.m. to 7 a.m.¶
        Rubbish: Tues. and Fri., before 8 a.m.¶
        Bicycles: cellar only¶
        Keys cost 25 euros each.¶ Lost keys must be reported within 24 hrs. to the caretaker.
        """,
    ),
    (
        "en",
        """
        12/05/2025, 18:03 - Ana: The plumber comes at 4 p.m. tomorrow.¶ Can you let him in?¶
        12/05/2025, 18:05 - Ben: Sure.¶ No problem
        """,
    ),
    (
        "en",
        """
        1.2 The tenant pays a deposit of two months' rent (max. EUR 1,800).¶ It is returned within 30 days.¶
        1.3 Pets are allowed, cf. cl. 9.¶ Noise is not.
        """,
    ),
    (
        "en",
        """
        Dear Ms. Hall,¶

        thank you for your letter of 3 Mar.¶ We have checked the invoice no. 77-B.¶ It was correct.¶

        Kind regards,¶
        P. Lund
        """,
    ),
    (
        "en",
        """
        The annual meeting of the Garden Society took place on Sat. 4 Oct. in the
        hall of St. Mark's School.¶ The chair, Mrs. B. Adeyemi, welcomed 34 members and
        read the minutes.¶ Mr. O. Finch asked whether the fence would be repaired before
        Christmas.¶ The treasurer replied that it depended on the quotes.
        """,
    ),
    (
        "en",
        """
        Adult day ticket          £12.50¶
        Child (3–15 yrs.)          £6.00¶
        Family (2+3)              £32.00¶
        All prices incl. VAT.¶ Under-3s go free.
        """,
    ),
    (
        "en",
        """
        Q: Can I bring my dog?¶
        A: Yes, on a lead.¶ Dogs pay nothing.¶
        Q: Is parking free?¶
        A: No.
        """,
    ),
    (
        "en",
        """
        - Bring a towel, soap, etc.¶
        - Lockers take £1 coins.¶ They are returned.¶
        - No food in the hall
        """,
    ),
    (
        "en",
        """
        Version 3.2 (released 14 Jan. 2025)¶
        Fixed: crash on start-up¶
        Fixed: wrong totals in report no. 7¶
        Changed: backups are kept for 30 days.
        """,
    ),
    (
        "en",
        """
        Our office moved last spring to a bright new building next to the station in
        Northgate, where visitors can park for two hours.¶ The entrance is on Mill Lane.
        """,
    ),
    (
        "de",
        """
        Sprechzeiten¶
        Mo., Di. und Do.: 8–12 Uhr¶
        Mi.: 14–18 Uhr nach Vereinb.¶
        Fr.: geschlossen¶
        Notfälle: Tel. 112
        """,
    ),
    (
        "de",
        """
        [09:02] Ute: wer bringt den schlüssel mit?¶
        [09:03] Ole: ich.¶ bin um 9 da¶
        [09:05] Ute: super, danke
        """,
    ),
    (
        "de",
        """
        § 3 Miete¶
        (1) Die Miete beträgt 750 Euro zzgl. Nebenkosten.¶ Sie ist bis zum 3. Werktag des Monats zu zahlen.¶
        (2) Die Kaution beträgt max. drei Monatsmieten, vgl. § 551 BGB.
        """,
    ),
    (
        "de",
        """
        Die Mitgliederversammlung fand am 4. Okt. im Saal der Gaststätte »Zum Anker« statt.¶
        Anwesend waren 34 Mitglieder, darunter Dipl.-Ing. Uwe Brandt und der 2. Vorsitzende
        Herr Kolb.¶ Der Kassenbericht wurde einstimmig angenommen.
        """,
    ),
    (
        "de",
        """
        Tageskarte Erwachsene       12,50 €¶
        Kinder (3–15 J.)             6,00 €¶
        Alle Preise inkl. MwSt.¶ Hunde fahren kostenlos mit.
        """,
    ),
    (
        "de",
        """
        Sehr geehrte Fr. Dr. Lang,¶

        vielen Dank für Ihr Schreiben vom 3. März.¶ Wir haben die Rechnung Nr. 77 geprüft.¶

        Mit freundlichen Grüßen¶
        i. A. P. Lund
        """,
    ),
    (
        "fr",
        """
        Horaires¶
        Lun. au ven. : 9 h–18 h¶
        Sam. : 10 h–12 h¶
        Fermé le dim. et les jours fériés.
        """,
    ),
    (
        "fr",
        """
        Art. 3. Le loyer est de 700 € par mois, charges comprises.¶ Il est payable le 5 de chaque mois.¶
        Art. 4. Le dépôt est de 700 €, cf. art. 2.
        """,
    ),
    (
        "fr",
        """
        Zoé : quelqu'un a la clé ?¶
        Luc : moi.¶ j'arrive dans 5 min¶
        Zoé : merci !
        """,
    ),
    (
        "fr",
        """
        L'assemblée générale s'est tenue le 4 oct. dans la salle des fêtes de la mairie, en
        présence de 34 adhérents.¶ M. Dubois a demandé si la clôture serait réparée avant
        Noël.¶ La trésorière, Mme Roy, a répondu que oui.
        """,
    ),
    (
        "es",
        """
        Tarifas¶
        Adultos: 12,50 €¶
        Niños (3–15 años): 6 €¶
        IVA incl. en todos los precios.¶ Los perros no pagan.
        """,
    ),
    (
        "es",
        """
        Lola: quién tiene la llave?¶
        Paco: yo.¶ llego en 5 min¶
        Lola: gracias!
        """,
    ),
    (
        "es",
        """
        Cláusula 3.ª El alquiler es de 700 € al mes, gastos incl.¶ Se paga antes del día 5.¶
        Cláusula 4.ª La fianza es de 700 €, véase el art. 2.
        """,
    ),
    (
        "es",
        """
        La asamblea se celebró el 4 de oct. en el salón de actos del colegio San Marcos, con
        la asistencia de 34 socios.¶ El Sr. Gómez preguntó si la valla se arreglaría antes de
        Navidad.¶ La tesorera, D.ª Ana Ruiz, dijo que sí.
        """,
    ),
    (
        "it",
        """
        Listino¶
        Adulti: 12,50 €¶
        Bambini (3–15 anni): 6 €¶
        IVA incl. in tutti i prezzi.¶ I cani non pagano.
        """,
    ),
    (
        "it",
        """
        Art. 3. Il canone è di 700 € al mese, spese incl. nel prezzo.¶ Si paga entro il giorno 5.¶
        Art. 4. La cauzione è di 700 €, v. art. 2.
        """,
    ),
    (
        "it",
        """
        L'assemblea si è tenuta il 4 ott. nella sala del circolo, alla presenza di 34
        soci.¶ Il sig. Bianchi ha chiesto se il recinto sarà riparato prima di
        Natale.¶ La tesoriera, dott.ssa Neri, ha detto di sì.
        """,
    ),
    (
        "pt",
        """
        Preços¶
        Adultos: 12,50 €¶
        Crianças (3–15 anos): 6 €¶
        IVA incl. em todos os preços.¶ Os cães não pagam.
        """,
    ),
    (
        "pt",
        """
        Cláusula 3.ª A renda é de 700 € por mês.¶ Paga-se até ao dia 5.¶
        Cláusula 4.ª A caução é de 700 €, cf. art. 2.
        """,
    ),
    (
        "nl",
        """
        Prijzen¶
        Volwassenen: € 12,50¶
        Kinderen (3–15 jr.): € 6,00¶
        Alle prijzen incl. btw.¶ Honden mogen gratis mee.
        """,
    ),
    (
        "nl",
        """
        De vergadering vond plaats op 4 okt. in de zaal van het buurthuis, in aanwezigheid van
        34 leden.¶ Dhr. De Vries vroeg of het hek vóór Kerst wordt hersteld.¶ Mevr. Bos zei van wel.
        """,
    ),
    (
        "pl",
        """
        Cennik¶
        Dorośli: 12,50 zł¶
        Dzieci (3–15 lat): 6 zł¶
        Ceny zawierają VAT.¶ Psy wchodzą za darmo.
        """,
    ),
    (
        "pl",
        """
        § 3. Czynsz wynosi 700 zł mies. i jest płatny z góry.¶ Termin: do 5. dnia miesiąca.¶
        § 4. Kaucja wynosi 700 zł, por. § 2 ust. 1.
        """,
    ),
    (
        "pl",
        """
        Zebranie odbyło się 4 paźdz. w sali domu kultury przy ul. Lipowej, obecnych było 34
        członków.¶ P. Nowak zapytał, czy płot będzie naprawiony przed świętami.¶ Skarbnik odpowiedział, że tak.
        """,
    ),
    (
        "cs",
        """
        Ceník¶
        Dospělí: 12,50 Kč¶
        Děti (3–15 let): 6 Kč¶
        Ceny jsou vč. DPH.¶ Psi zdarma.
        """,
    ),
    (
        "cs",
        """
        Čl. 3. Nájemné činí 700 Kč měs. a platí se předem.¶ Splatnost je do 5. dne v měsíci.¶
        Čl. 4. Kauce činí 700 Kč, viz čl. 2 odst. 1.
        """,
    ),
    (
        "hu",
        """
        Árak¶
        Felnőtt: 1200 Ft¶
        Gyermek (3–15 év): 600 Ft¶
        Az árak tartalmazzák az áfát.¶ A kutyák ingyen jöhetnek.
        """,
    ),
    (
        "hu",
        """
        3. § A bérleti díj havi 700 euró.¶ Az 5. napig kell fizetni.¶
        4. § A kaució 700 euró, ld. a 2. §-t.
        """,
    ),
    (
        "tr",
        """
        Fiyatlar¶
        Yetişkin: 120 TL¶
        Çocuk (3–15 yaş): 60 TL¶
        Fiyatlara KDV dâhildir.¶ Köpekler ücretsizdir.
        """,
    ),
    (
        "tr",
        """
        Madde 3. Kira aylık 700 TL'dir.¶ Her ayın 5. günü ödenir.¶
        Madde 4. Depozito 700 TL'dir, bkz. md. 2.
        """,
    ),
    (
        "tr",
        """
        Deniz: anahtar kimde?¶
        Ali: bende.¶ 5 dk. sonra oradayım¶
        Deniz: tamam
        """,
    ),
    (
        "sv",
        """
        Priser¶
        Vuxna: 120 kr¶
        Barn (3–15 år): 60 kr¶
        Alla priser inkl. moms.¶ Hundar åker gratis.
        """,
    ),
    (
        "sv",
        """
        § 3 Hyran är 700 kr per mån. och betalas i förskott.¶ Se även § 5 st. 2.¶
        § 4 Depositionen är 700 kr.
        """,
    ),
    (
        "da",
        """
        Priser¶
        Voksne: 120 kr.¶
        Børn (3–15 år): 60 kr.¶
        Alle priser er inkl. moms.¶ Hunde er gratis.
        """,
    ),
    (
        "da",
        """
        § 3, stk. 1. Lejen er 700 kr. pr. md. og betales forud.¶ Den forfalder den 1. i måneden.¶
        § 4. Depositum er 700 kr., jf. § 2.
        """,
    ),
    (
        "no",
        """
        Priser¶
        Voksne: 120 kr¶
        Barn (3–15 år): 60 kr¶
        Alle priser inkl. mva.¶ Hunder er gratis.
        """,
    ),
    (
        "ro",
        """
        Prețuri¶
        Adulți: 12 lei¶
        Copii (3–15 ani): 6 lei¶
        TVA incl. în toate prețurile.¶ Câinii nu plătesc.
        """,
    ),
    (
        "ro",
        """
        Art. 3. Chiria este de 700 lei pe lună.¶ Se plătește până la data de 5 a lunii.¶
        Art. 4. Garanția este de 700 lei, v. art. 2 alin. 1.
        """,
    ),
    (
        "ru",
        """
        Цены¶
        Взрослые: 120 руб.¶
        Дети (3–15 лет): 60 руб.¶
        НДС вкл. во все цены.¶ Собаки бесплатно.
        """,
    ),
    (
        "ru",
        """
        3.1. Арендная плата составляет 700 руб. в мес. и вносится до 5-го числа.¶ Пеня — 0,1 %.¶
        3.2. Залог составляет 700 руб., см. п. 2.1.
        """,
    ),
    (
        "ru",
        """
        Аня: у кого ключ?¶
        Пётр: у меня.¶ буду через 5 мин¶
        Аня: спс
        """,
    ),
    (
        "ja",
        """
        料金表¶
        大人：1,200円¶
        子ども（3～15歳）：600円¶
        価格は税込です。¶犬は無料です。
        """,
    ),
    (
        "ja",
        """
        第3条 家賃は月額7万円とする。¶毎月5日までに支払う。¶
        第4条 敷金は7万円とする。
        """,
    ),
    (
        "ja",
        """
        総会は10月4日に公民館の大ホールで開かれ、会員34名が出席した。¶会長の森氏が挨拶し、前回の議
        事録を読み上げた。¶柵はクリスマスまでに直す予定である。
        """,
    ),
    (
        "zh",
        """
        价目表¶
        成人：12.5元¶
        儿童（3—15岁）：6元¶
        以上价格含税。¶狗免费。
        """,
    ),
    (
        "zh",
        """
        第3条 租金每月700元。¶每月5日前支付。¶
        第4条 押金700元。
        """,
    ),
    (
        "hi",
        """
        शुल्क¶
        वयस्क: 120 रु.¶
        बच्चे (3–15 वर्ष): 60 रु.¶
        सभी दाम कर सहित हैं।¶ कुत्ते मुफ़्त हैं।
        """,
    ),
]
