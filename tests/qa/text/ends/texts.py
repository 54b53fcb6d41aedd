"""Texts of many languages with every end of a sentence within marked by ¶, made for the rules of `qa.text.ends`."""

from __future__ import annotations

TEXTS = {
    "en": """
    The sauna is open Tues. to Sat. from 10 a.m. to 8 p.m.¶ Towels cost $3 incl. deposit.
    Use 3 tbsp. of flour, 1 tsp. of salt and 2 oz. of lard.¶ Whisk for 5 min.¶ Rest the dough overnight.
    We left on 12 Mar.¶ Nobody noticed.
    The lease ends on 30 June.¶ Hand in the keys by then.
    Deliveries take approx. 3 days, max. 5 days.¶ Call ext. 204 or see Fig. 7 on p. 12.
    Bring pens, paper, glue, etc.¶ Scissors are provided.
    Bring pens, paper, etc. and a ruler.¶ Scissors are provided.
    She works for Harbour Tools Ltd.¶ The firm employs 40 people.
    He moved from the U.S. to the U.K. in 1999.¶ It was cold.
    The U.S. Senate met Sen. Hart and Rep. Lee.¶ They agreed on H.R. 12.
    Dr. A. B. Osei and Prof. Lund wrote it.¶ J. R. Kay edited it.
    Take vitamin C.¶ It helps.
    Plan B.¶ The other way.
    He said no.¶ Nobody asked why.
    See No. 14 and Reg. No. AB 1123.¶ It is valid until 31 Dec. 2026.
    The parcel weighs 5 lb. 3 oz.¶ Postage is 4.50.
    Martin L. King Jr. spoke first.¶ The crowd cheered.
    Is it open on Sun.?¶ No, only on weekdays.
    Wait … what?¶ Never mind.
    The price is $9.99.¶ Members pay $5.¶ 20 people joined.
    Visit www.example.org.¶ Write to info@example.org.¶ Thanks!
    "Who is there?" asked Tom.¶ Nobody answered.
    "Stop!" Anna cried.¶ Everyone froze.
    He lived c. 320 B.C. in Athens, i.e. far away.¶ He died there.
    Version 2.1.4 is out.¶ It fixes bug No. 7.
    Steps: 1. Open the lid.¶ 2. Press start.¶ 3. Wait.
    World War II.¶ After it ended, they returned.
    St. Mary's Church on Elm St. is closed.¶ Use the back door of the one on Park Ave.¶ The key is there.
    Opening at 9 a.m. on Mon., Wed. and Fri.¶ Closed on Thurs.¶ Tickets at the door.
    eBay called.¶ iPhone users were told.
    The pool (25 m. long, approx. 2 m. deep) is heated.¶ (Bring a cap.)¶ Lockers cost 1 euro.
    Smith et al. (2020) disagree, cf. Lee vs. Kim.¶ See also pp. 3–9.
    Rent is $700 per mo. plus utilities.¶ Deposit: 2 mos. rent.
    She holds a Ph.D. in physics and an M.Sc. from Leeds.¶ He has none.
    Flight at 6 p.m. EST, boarding 5 p.m. Eastern time.¶ Be early.
    Great job! 😀¶ See you tomorrow.
    Call us tel. 020 7946 0018.¶ Office hours apply.
    The sofa is 6 ft. 2 in. wide.¶ It fits.
    What now?!¶ Run!
    """,
    "de": """
    Der Eintritt kostet 5 Euro inkl. MwSt. und zzgl. Versand.¶ Kinder zahlen nichts.
    1. Vorsitzende ist Frau Kern.¶ 2. Vorsitzender ist Herr Alt.¶ Schriftführerin ist Ina Wolf.
    Am 3. Oktober ist geschlossen.¶ Am 24. und 31. Dez. ebenfalls.
    Das Tor stammt aus dem 14. Jh. und wurde 1890 erneuert.¶ Es steht am 2. Ring.
    Die Kirche ist aus dem 13. Jh.¶ Sie wurde im 2. Weltkrieg zerstört.
    Dipl.-Ing. Karl Maier und Dr. med. Eva Roth leiten das Projekt.¶ Prof. Dr. Huber berät sie.
    Wir haben z. B. Äpfel, Birnen usw.¶ Bringen Sie einen Korb mit.
    Geöffnet Mo. bis Fr. von 9 bis 18 Uhr, Sa. bis 12 Uhr.¶ So. ist Ruhetag.
    Die Miete beträgt ca. 800 Euro mtl. zzgl. Nebenkosten.¶ Die Kaution sind max. drei Mieten.
    Siehe Abs. 2 Nr. 4 und Art. 7, S. 12 ff. des Gesetzes.¶ Es gilt seit 1. Jan. 2020.
    Wir treffen uns am 4. Mai.¶ Bitte pünktlich sein.
    Der Termin ist am 12.05.2025.¶ Anmeldung bis zum 1. Mai.
    Er wohnt in Zimmer 12.¶ Frühstück gibt es ab 7 Uhr.
    Er kam als 3. ins Ziel.¶ Sie wurde 2.¶ Danach gab es Kuchen.
    Die Praxis von Fr. Dr. Lang, Hauptstr. 5, ist zu.¶ Vertretung: Hr. Koch, Tel. 0551 123.
    Das kostet 3 Mio. Euro, d. h. zu viel.¶ Wer zahlt das?
    Ludwig XIV. regierte lange.¶ Er starb 1715.
    Friedrich II. von Preußen, gen. der Große, mochte Flöten.¶ Er spielte gut.
    Der Verein Seeblick e. V. besteht seit 1950.¶ Er hat 80 Mitglieder.
    Vitamin B.¶ Es hilft.
    Backen Sie den Teig 20 Min. bei 180 Grad.¶ Lassen Sie ihn abkühlen.
    „Kommst du?“, fragte sie.¶ Er nickte.
    Wir fahren am 5.5. nach Köln.¶ Die Rückfahrt ist am 7.5.¶ Bitte Ausweise mitnehmen.
    Das Angebot gilt ab 1. September, u. a. für Kinder bis einschl. 12 Jahre.¶ Es endet am 30. Sept. um 24 Uhr.
    Die 3. Klasse hat frei, die 4. Klasse nicht.¶ Am 5. Tag ist Wandertag.
    Lieferung evtl. später, ggf. in Teilen.¶ Vgl. dazu Kap. 3.
    Hunde, Katzen etc. dürfen nicht mit.¶ Ausnahmen gibt es nicht.
    """,
    "es": """
    El Sr. Gil y la Sra. Paz viven en la Av. Mayor núm. 8, 2.º izq. de Toledo.¶ Llegaron en 1990.
    La oficina abre de lun. a vie. de 9 a. m. a 5 p. m.¶ Los sábados cierra.
    El precio es de 20 € IVA incl. y envío aprox. de 3 días.¶ Máx. 5 personas.
    Nació en el s. XIX en EE. UU. y murió en el s. XX.¶ Fue pintor.
    Traiga lápices, papel, etc.¶ Las tijeras las ponemos nosotros.
    Véase la pág. 12, art. 3, cap. II.¶ Tel. 91 555 01 02.
    La Dra. D.ª Ana Ruiz dirige Aceites del Sur S.A. desde 2010.¶ Antes era su padre.
    ¿Cuándo abre?¶ ¡A las diez!¶ Muy bien.
    El plazo termina el 31 de dic.¶ No se admiten prórrogas.
    El contrato es válido hasta el 4 de mayo.¶ Después se renueva.
    Use frutas de temporada, p. ej. fresas.¶ Lávelas bien.
    """,
    "it": """
    Il sig. Bruni e la dott.ssa Neri abitano in v.le Roma n. 4.¶ Il tel. è 055 1234.
    Aperto dal lun. al ven. dalle 9 alle 18, sab. fino alle 13.¶ Domenica chiuso.
    Costa 30 euro IVA incl. e sped. escl. dal prezzo.¶ Consegna in max. 5 giorni.
    Vedi pag. 3, art. 12, cap. IV, ecc.¶ Il resto è in appendice.
    Nacque nel 44 a.C. e morì nel 14 d.C.¶ Fu imperatore.
    L'ing. Rossi e l'avv. Verdi della Ferro S.p.A. firmano domani.¶ Poi si parte.
    Aggiungere 2 cucch. di olio e sale q.b.¶ Mescolare bene.
    Portare scarpe, casco, ecc. in palestra.¶ L'ingresso è gratuito.
    La scadenza è il 4 maggio.¶ Portate i documenti.
    """,
    "pt": """
    O Sr. Dias e a Dra. Lima moram na Av. Brasil n.º 5, apto. 12.¶ O tel. é 11 5555.
    Aberto de seg. a sex. das 9h às 18h.¶ Aos sáb. fecha às 13h.
    Custa 30 euros IVA incl. e portes excl. do preço.¶ Máx. 5 pessoas.
    Veja a pág. 3, art. 12, cap. 4, etc.¶ O resto está no anexo.
    Viveu no séc. XIX.¶ Foi pintor.
    Junte sal q.b.¶ Misture bem.
    Nasceu em 44 a.C. e morreu em 14 d.C.¶ Foi rei.
    O prazo termina em 4 de maio.¶ Traga o bilhete.
    Leve frutas, p. ex. maçãs.¶ A Silva & Filhos Ltda. fornece pratos.
    """,
    "fr": """
    M. Petit et Mme Roy habitent 12, av. Foch, bât. C, esc. 2.¶ Leur tél. est le 01 23.
    Ouvert du lun. au ven. de 9 h à 18 h.¶ Le sam. jusqu'à midi.
    Le prix est de 30 € T.T.C. par pers. et par jour.¶ Max. 5 personnes.
    Voir p. 3, art. 12, chap. IV, etc.¶ Le reste est en annexe.
    Il naquit en 44 av. J.-C. à Rome.¶ Il mourut en 14 apr. J.-C.¶ Ce fut un roi.
    Ajoutez 2 c. à s. de sucre, p. ex. roux, c.-à-d. brun.¶ Mélangez.
    La date limite est le 4 mai.¶ Apportez vos papiers.
    Vraiment ?¶ Oui !¶ C’est fini.
    Le Dr J. Martin et le prof. L. Blanc ont signé.¶ Ensuite, ils partirent.
    « Je viens. Attends-moi », dit-il.¶ Elle attendit.
    """,
    "nl": """
    Dhr. Bos en mevr. De Wit wonen in de Kerkstr. 5.¶ Hun tel. is 020 123.
    Open van ma. t/m vr. van 9 tot 17 uur.¶ Op za. gesloten.
    De prijs is 30 euro incl. btw en excl. verzendkosten.¶ Max. 5 personen.
    Zie blz. 3, art. 12, hfst. 4, enz.¶ De rest staat in de bijlage.
    Neem fruit mee, bijv. appels, o.a. voor de kinderen.¶ Drinken is er.
    De kerk is uit de 3e eeuw v.Chr. volgens dr. Kok.¶ Dat klopt niet.
    Zaterdag a.s. is er markt.¶ Het Zwembad B.V. sponsort.
    De termijn eindigt op 4 mei.¶ Neem je kaart mee.
    """,
    "pl": """
    Biuro jest czynne od pon. do pt. w godz. 9–17, ul. Długa 5, tel. 22 123.¶ W sob. nieczynne.
    Cena wynosi ok. 30 zł, tj. mniej niż w 2020 r.¶ Dzieci płacą połowę.
    Zamek pochodzi z XIV w.¶ Król mieszkał tu do 1500 r. i dłużej.
    Prof. dr hab. Jan Nowak i mgr inż. Ewa Lis, np. w rozdz. 3, piszą inaczej.¶ Zob. s. 12.
    Kup chleb, mleko, ser itp.¶ Resztę mamy.
    Spotkanie jest 4 maja.¶ Prosimy o punktualność.
    Firma Las Sp. z o.o. powstała w maju ub. r. w Łodzi.¶ Zatrudnia 5 os. na stałe.
    Zajął 5. miejsce.¶ Był zadowolony.
    """,
    "tr": """
    Dr. Ayşe Kaya ve Prof. Ali Demir geldi.¶ Toplantı saat 9'da başladı.
    Adres: Atatürk Cad. Gül Sok. No. 5.¶ Tel. 0212 555.
    19. yüzyılda yapıldı.¶ Bina 3. katta biter.
    1. Bölge ve 2. Bölge kapalı.¶ Lütfen bekleyin.
    Kalem, kâğıt, defter vb. getirin.¶ Makas bizden.
    Kalem, kâğıt vs.¶ Makas bizden.
    M.Ö. 300 yılında kuruldu.¶ Sonra yıkıldı.
    II. Mehmed İstanbul'u aldı.¶ O çok gençti.
    Son gün 4 Mayıs.¶ Kartınızı getirin.
    Fiyat KDV dâhil maks. 90 TL.¶ Çocuklar ücretsiz.
    T.C. Sağlık Bakanlığı açıkladı, bkz. s. 4.¶ Haber doğru.
    """,
    "sv": """
    Kontoret är öppet mån. till fre. kl. 9–17, tel. 08-123.¶ Lör. stängt.
    Priset är 30 kr. inkl. moms, dvs. ca 3 euro.¶ Barn går gratis.
    Ta med frukt, t.ex. äpplen, päron m.m.¶ Saft finns.
    Kyrkan är från 300 f.Kr. enligt prof. Ek.¶ Det stämmer inte.
    Sista dagen är den 4 maj.¶ Ta med kortet.
    Se s. 3, kap. 4, § 5 osv.¶ Resten finns i bilagan.
    Resan varar fr.o.m. 1 maj t.o.m. 5 maj.¶ Bl.a. ingår mat.
    """,
    "da": """
    Kontoret er åbent man. til fre. kl. 9–17, tlf. 33 12.¶ Lør. lukket.
    Prisen er 30 kr. inkl. moms, dvs. ca. 4 euro.¶ Børn er gratis.
    Tag frugt med, f.eks. æbler, pærer m.m.¶ Saft er der.
    Mødet er den 4. maj.¶ Husk kortet.
    Hun bor på 2. sal tv. i nr. 5.¶ Ring på.
    Margrethe 2. blev dronning i 1972.¶ Hun gik af i 2024.
    Se s. 3, kap. 4, pkt. 5 osv.¶ Resten er i bilaget.
    """,
    "no": """
    Kontoret er åpent man. til fre. kl. 9–17, tlf. 22 12.¶ Lør. stengt.
    Prisen er 30 kr. inkl. mva., dvs. ca. 3 euro.¶ Barn går gratis.
    Ta med frukt, f.eks. epler, pærer m.m.¶ Saft har vi.
    Møtet er den 17. mai.¶ Husk kortet.
    Han ble nr. 3 i 2. runde.¶ Laget tapte.
    Se s. 3, kap. 4, pkt. 5 osv.¶ Resten er i vedlegget.
    """,
    "hu": """
    Dr. Kiss és ifj. Nagy Pál a Fő u. 5. szám alatt lakik.¶ Tel. 1 234.
    Az ár kb. 900 Ft, max. 5 főre.¶ A gyerekek ingyen jönnek.
    A vár a 13. században épült.¶ IV. Béla építtette.
    Hozzon ceruzát, papírt stb.¶ Olló van.
    A határidő 2025. május 4.¶ Kérjük, jöjjön időben.
    Nyitva 2025. 05. 04. és 2025. 05. 09. között.¶ Utána zárva.
    Vegyen gyümölcsöt, pl. almát.¶ A Kert Kft. szállítja.
    Lásd a 3. oldalt, ill. a 4. fejezetet.¶ Ott minden megvan.
    A 2. emeleten van.¶ Kr. e. 300-ban épült.
    """,
    "cs": """
    Ing. Jan Novák a MUDr. Eva Malá bydlí v ul. Dlouhá č. 5, tel. 123.¶ Jsou doma.
    Cena je cca 90 Kč vč. DPH, tj. max. 4 eura.¶ Děti zdarma.
    Hrad je ze 14. století.¶ Karel IV. ho založil.
    Vezměte tužky, papír atd.¶ Nůžky máme.
    Schůze je 4. května.¶ Prosíme o včasný příchod.
    Otevřeno od po. do pá. v 9 hod.¶ V so. zavřeno.
    Viz str. 3, čl. 12, odst. 4, např. tab. 5.¶ Zbytek je v příloze.
    Firma Les s. r. o. vznikla v r. 1990.¶ Má 5 lidí.
    Narodil se 300 př. n. l.¶ Byl to král.
    Termín je 4. 5. 2025.¶ Pak je pozdě.
    """,
    "ro": """
    Dl. Pop și d-na dr. Ionescu locuiesc pe str. Lungă nr. 5, bl. 3, ap. 12.¶ Au tel. 021 123.
    Prețul este de aprox. 30 lei, TVA incl. în preț.¶ Copiii intră gratuit.
    Vezi pag. 3, art. 12, alin. 4, lit. b) etc.¶ Restul e în anexă.
    S-a născut în sec. al XIX-lea, în 44 î.Hr. sau 14 d.Hr.¶ A fost rege.
    Termenul este 4 mai.¶ Aduceți cardul.
    Luați fructe, de ex. mere.¶ Firma Nord S.R.L. livrează.
    """,
    "ru": """
    Проф. А. С. Иванов живёт на ул. Мира, д. 5, кв. 12.¶ Тел. 123-45.
    Цена ок. 300 руб. вкл. НДС.¶ Дети бесплатно.
    Замок построен в XIV в.¶ Король жил в нём до 1500 г. и дольше.
    Он родился в 1990 г.¶ Мать умерла рано.
    Возьмите карандаши, бумагу и т. д.¶ Ножницы есть.
    Срок — 4 мая.¶ Возьмите карту.
    См. рис. 3 и табл. 4, т. е. с. 12.¶ Остальное в прил. 2.
    Он жил в г. Москве с 1990 по 2000 гг.¶ Потом уехал.
    """,
    "ja": """
    会議は5月4日です。¶午前9時に始まります。
    「行きます。」と彼は言った。¶彼女は笑った。
    料金はいくらですか？¶大人は500円です。
    Ver. 2.1を使ってください。¶No. 5は使えません。
    本当！？¶うれしい。
    （雨の場合は中止します。）¶またご連絡します。
    """,
    "zh": """
    会议在5月4日举行。¶请带身份证。
    “我走了。”他说。¶她没有回答。
    他说：“我走了。”¶真的吗？¶是的！
    价格是3.5元，约合0.5美元。¶儿童免费……¶谢谢。
    """,
    "hi": """
    डॉ. वर्मा और प्रो. शर्मा ने ए. पी. जे. अब्दुल कलाम से भेंट की।¶ वे खुश थे।
    शुल्क रु. 500 है।¶ बच्चे मुफ़्त हैं।
    दूरी 5 कि.मी. है।¶ क्या आप आएँगे?¶ हाँ!
    """,
    "ar": """
    وصل د. أحمد إلى ص. ب. 45 في عمان.¶ ثم عاد.
    هل وصل؟¶ نعم.¶ شكراً!
    """,
    "el": """
    Ο κ. Παππάς μένει στην οδ. Ερμού 5, τηλ. 210.¶ Είναι εκεί.
    Πότε ανοίγει;¶ Στις 9 π.μ. κάθε μέρα.
    """,
    "uk": """
    Проф. І. Я. Франко жив на вул. Миру, буд. 5.¶ Тел. 123.
    Він народився у 1990 р.¶ Мати померла рано.
    """,
    "fi": """
    Avoinna ma–pe klo 9–17, puh. 09 123.¶ Hinta on n. 30 euroa sis. alv.
    Ota hedelmiä, esim. omenoita jne.¶ Mehua on.
    Kokous on 4. toukokuuta.¶ Ota kortti mukaan.
    """,
    "ko": """
    회의는 2025. 5. 4. 오후에 있다.¶ 늦지 마세요!¶ 감사합니다.
    """,
}
