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
    Doors open at 7.30 p.m.¶ Children get in free.
    The bus leaves at 6 a.m.¶ Passengers must be on time.
    Rent is due on 1 Dec.¶ Late payment costs 5 percent.
    Call Mr. J. Hall, ext. 12, or Mrs. R. Dean on weekdays.¶ Messages are answered.
    Opening times: Mon.–Thurs. 9–5, Fri. 9–1.¶ The café is closed.
    Parcels under 2 kg. cost 4 euros.¶ Heavier ones cost 9 euros.
    The seminar lasts 2 hrs. and costs 40 euros excl. materials.¶ Lunch is incl. in the price.
    We need max. 4 people, min. 2.¶ Tell us soon.
    Mix 1 tsp. baking soda with 2 cups of flour.¶ Add 3 oz. sugar.¶ Stir.
    The flat is on the 2nd fl. of no. 14.¶ It has 3 rooms.
    See sec. 4.2, para. 3 and app. B.¶ The rest follows.
    He works at Smith & Sons Co. in Leeds.¶ His brother does, too.
    The firm is Orion Corp.¶ It makes lamps.
    Prices rose by 3.5 per cent.¶ Wages did not.
    Mrs. Dr. Ellen K. Stone, M.D., was born in 1950.¶ She died in 2001.
    He left the U.S. Army in 1990.¶ He went to Washington, D.C., and stayed.
    The treaty of 31 Jan. 1999 is void.¶ It was never signed.
    Jr. members pay half.¶ Sr. members pay full.
    Is Dr. Lee in?¶ Yes, till 5.¶ Ask for her at the desk.
    Ms. Ito et al. v. City of Reno was decided in Sept. 2010.¶ The city lost.
    Reg. charity no. 112233.¶ VAT no. GB 99 88.
    Bring ID, e.g. a passport, i.e. something with a photo.¶ No exceptions.
    Tickets: adults $12.50, children $6, under-5s free.¶ Dogs, cats, etc. are not allowed.
    The distance is approx. 12 mi.¶ Allow 4 hours.
    The paper weighs 80 g.¶ Use both sides.
    Unit no. 4, Bldg. C, is vacant.¶ Apply to Mgmt. Office.
    Turn left on Oak Ave. and right on 3rd St. after the bridge.¶ The house is green.
    At 10 a.m. Mr. Cole spoke.¶ At 11 a.m. we left.
    He was born on Nov. 3, 1911.¶ His mother was a nurse.
    The class meets Tues. and Thurs. from 6 p.m. onwards.¶ New members are welcome.
    The plan (cf. Fig. 2) was dropped.¶ Why?¶ Cost.
    Tom: hi, are you there?¶ i need the key
    The temp. was 40 deg. in the shade.¶ Nobody worked.
    It is ca. 5 km. from town.¶ Buses run hourly.
    The vote was 5 to 4.¶ Chair Ann Poe abstained.
    Flight BA 12 leaves from Gate B.¶ Boarding starts at 9.
    St. John's Rd. is closed.¶ Use Mt. Pleasant Ln. instead.
    The lease runs from 1 Feb. to 31 Oct.¶ It may be renewed.
    Mail it to P.O. Box 12, Salem, Ore. 97301.¶ Add a stamp.
    Nobody came.¶ (It was raining.)¶ We waited until 8.
    The seminar begins at 9 a.m. sharp.¶ Participants from the U.K. and the U.S. get a certificate.¶ It is free.
    Send it c/o Mrs. Vance, 4 Hill Rd., Bath.¶ Postage is £2.10.¶ Thank you.
    Ingredients: 1 lb. beef, 2 tbsp. oil, 1 c. stock.¶ Brown the beef.¶ Simmer for 1 hr.¶ Season.
    You may cancel until 24 hrs. before arrival.¶ Afterwards 50 % is charged, min. $20.
    His new book, What Now?, is out.¶ Critics (e.g. in The Times) liked it.
    Was it Prof. Yoo vs. Dr. Ali?¶ I think so, i.e. I heard it.
    Ph.D. students pay less.¶ M.A. students pay more.¶ B.Sc. students pay most.
    The temp is 20 C.¶ At night it falls to 5 C.¶ Wear layers.
    Lot no. 12 went for $3,000.¶ No. 13 did not sell.¶ Nos. 14–18 were withdrawn.
    Ask for J.P. or A.J. at the desk.¶ They know.¶ Mr. T. does not.
    The event is sponsored by Hill & Co., Ltd., and Lake Bros. Inc.¶ Entry is free.
    He arrived at 5 a.m. Tuesday.¶ By 6 p.m. he was gone... or so they said.¶ Gov. Bell et al. objected.
    Sec. 4. Notices go to J. P. Moore & Co., 5 Elm Ct., Apt. 2B, Troy, N.Y. 12180.¶ Fax no. 555-0101.
    Max. load 300 kg.¶ Max. 4 persons.¶ In case of fire, use stairs.
    Serves 4.¶ Prep. time 20 min.¶ Cooking time 1 hr. 15 min.¶ Oven 180 °C.
    Contact: Ann Lee (ann.lee@example.com), tel. +1 555 0100 ext. 9.¶ Office: Rm. 12, 2nd fl., Bldg. C.
    The book (Vol. 2, No. 3, pp. 12–19) was published c. 1890 by Reed & Sons.¶ A 2nd ed. followed in 1901.
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
    Der Kurs dauert 2 Std. und kostet 40 Euro exkl. Material.¶ Bitte Schuhe mitbringen.
    Anmeldung bis 31. Jan. 2026 bei Fr. Meier, Tel. 030 12.¶ Danach ist kein Platz mehr frei.
    Anmeldeschluss ist der 31. Jan.¶ Wer später kommt, zahlt mehr.
    Die Bücherei schließt um 18 Uhr.¶ Samstags ist sie zu.
    Er ist Mitgl. Nr. 12 des Vereins.¶ Sein Beitrag beträgt 20 Euro mtl. bzw. 200 Euro jährl.¶ Das ist günstig.
    Das Gebäude (erb. 1890, Arch. K. Lang) steht leer.¶ Die Stadt sucht Mieter.
    Bei max. 30 Grad waschen, s. Etikett.¶ Nicht bügeln.
    Die Wohnung liegt im 3. OG rechts, Whg. Nr. 7.¶ Der Keller gehört dazu.
    Die 1. Mannschaft spielt am 2. Spieltag gegen den TSV.¶ Anpfiff ist um 15.30 Uhr.
    Am 1. und 2. Weihnachtstag ist zu.¶ Am 27. Dez. ist wieder offen.
    Kaiser Karl V. regierte von 1519 bis 1556.¶ Sein Sohn war Philipp II. von Spanien.
    Gem. § 4 Abs. 2 S. 1 BGB gilt das nicht.¶ Näheres regelt Art. 5.
    Sie wohnt in der Bahnhofstr. 12 in St. Georgen.¶ Er wohnt am Goetheplatz.
    Die Feier ist am Sa., 5. Juli, ab 14 Uhr.¶ Kuchenspenden sind willkommen.
    Das Haus kostet 1,2 Mio. Euro zzgl. 3,57 % Prov.¶ Der Preis ist verhandelbar.
    Zutaten: 2 EL Öl, 1 TL Salz, ca. 500 g Mehl usw.¶ Alles verrühren.
    Prof. Dr. med. h. c. Ute Braun, geb. 1950, ist im Ruhestand.¶ Sie lebt in Bonn.
    Laut Dr. Kern u. a. ist das falsch.¶ Andere sehen es anders.
    Hr. Schmidt (Vors.) und Fr. Kurz (stellv. Vors.) waren da.¶ Protokoll: H. Lux.
    Wir öffnen i. d. R. um 8 Uhr, d. h. nach dem Frühstück.¶ Ausnahmen s. u. auf S. 3.
    Das 20. Jahrhundert begann 1901.¶ Im 21. Jh. leben wir.
    Die Tagung findet vom 3. bis 5. Mai statt.¶ Der 4. Mai ist Feiertag.
    Sie wurde Zweite, er wurde 5.¶ Das war gut.
    Bitte lesen Sie Kapitel 3.¶ Dort steht alles.
    Der Zug hält auf Gleis 4.¶ Reisende steigen um.
    Der Bus Nr. 5 fährt alle 20 Min. zum Bhf.¶ Nachts fährt er nicht.
    Fa. Bau & Co. KG, Inh. P. Roth, haftet nicht.¶ Der Vertrag endet am 30.6. des Jahres.
    „Das geht nicht.“¶ Mehr sagte er nicht.
    Wann?¶ Um 9.¶ Wo?¶ Im 2. Stock.
    Der TÜV ist bis 12/26 gültig.¶ Reifen: 195/65 R 15.
    Das Seminar beginnt um 9 Uhr s. t. und endet um 12 Uhr.¶ Teilnehmer aus den USA bzw. der Schweiz zahlen nichts.
    Kürzungen wie z. B., d. h. oder u. a. sind erlaubt.¶ Siehe Anh. B.
    Die Abt. Einkauf (Leitg. Fr. Wolf) ist im 1. OG.¶ Die Abt. Verkauf ist im 2. OG.
    Der FC gewann 3:1.¶ Das Tor zum 2:1 fiel in der 80. Minute.¶ Am 15. Spieltag geht es weiter.
    Die Gebühr beträgt 2,5 Mio. Euro.¶ Davon entfallen ca. 1,2 Mio. auf Personal.¶ Der Rest ist Miete.
    Vom 24. bis zum 26. Dez. haben wir zu.¶ Ab dem 27. Dezember gilt der Winterfahrplan.
    Wir liefern frei Haus ab 50 Euro Bestellwert, sonst zzgl. 4,90 Euro Versand.¶ Express kostet 9,90 Euro.
    Karl d. Gr. wurde im Jahr 800 gekrönt.¶ Er starb 814.
    Geb. 1950 in Bonn, gest. 2010 ebd.¶ Sie war Ärztin.
    Hr. Dr. Maier, Fr. Prof. Kurz u. a. kamen.¶ Um 18 Uhr ging man.
    Der Aufsatz steht in Bd. 3, H. 2, S. 12 f. der Zeitschrift.¶ Er ist kurz.
    Die Str. ist gesperrt.¶ Nehmen Sie die Umleitung über die Bahnhofstr. und den Ring.
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
    El curso dura 2 h. y cuesta 40 € excl. materiales.¶ Traigan ropa cómoda.
    Horario: lun.–vie. 9–14 h, sáb. 10–13 h.¶ El dom. cerrado.
    La Sra. D.ª Rosa Vega, tel. 91 22, atiende de 9 a 2.¶ El Sr. Gil está de baja.
    El piso está en C/ Luna, núm. 4, 3.º dcha.¶ Tiene dos baños.
    Debe pagar antes del 31 de ene. de 2026.¶ Después hay recargo.
    La reunión es el 5 de mayo.¶ Traiga su carné.
    Mezcle 2 cdas. de aceite y 1 cdta. de sal.¶ Sirva frío.
    Vino el Dr. J. M. Soto, de la Univ. de Lima.¶ Habló una hora.
    El castillo es del s. XIV.¶ Lo mandó construir Pedro I.
    Nació hacia el 300 a. C. en Roma.¶ Murió joven.
    Llame al núm. 5 o escriba a info@luna.es.¶ Gracias.
    Se vende pan, leche, queso, etc.¶ Los precios son bajos.
    Abre a las 9 a.m. todos los días.¶ Cierra a las 8 p.m.¶ Los grupos deben reservar.
    La empresa Pinturas Sol S.L. cerró en 2020.¶ Tenía 12 empleados.
    ¿Cuánto es?¶ Son 3,50 €.¶ ¡Qué barato!
    Véanse las págs. 3–9 y el cap. 4.¶ Allí se explica.
    El art. 5, párr. 2, inc. b, lo prohíbe.¶ No hay excepciones.
    Vive en EE. UU. desde 1990.¶ Su hija nació allí.
    «No puedo más», dijo Ana.¶ Todos callaron.
    La Dra. Paz (Univ. de Cádiz) y el Ing. Ríos presentaron el vol. 2.¶ Se agotó.
    El Excmo. Sr. D. José Luna, alcalde, abrió el acto a las 7 p. m. en punto.¶ Habló de Ntra. Sra. del Mar.
    La tienda está en la Avda. del Puerto, esq. C/ Mayor.¶ Abre de lun. a sáb. de 10 a 20 h.
    Pesa 5 kg.¶ Mide 30 cm.¶ Cuesta 20 euros.
    EE. UU. y la UE firmaron.¶ Los EE. UU. ganaron.
    ¿Qué es un art. de opinión?¶ Un texto, p. ej., de prensa.¶ ¿Y luego?
    El presidente de Luz S. A. dimitió.¶ Cía. y sucursales siguen.
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
    Il corso dura 2 h. e costa 40 € escl. materiale.¶ Portate abiti comodi.
    Orario: lun.–ven. 9–18, sab. 10–13.¶ Dom. chiuso.
    La sig.ra R. Neri, tel. 02 22, risponde la mattina.¶ Il sig. Gili è assente.
    È in c.so Italia n. 4, 3º piano, int. 12.¶ Ha due bagni.
    Pagare entro il 31 gen. 2026.¶ Poi ci sono le spese.
    La riunione è il 5 maggio.¶ Portate la tessera.
    Il prof. G. M. Riva, dell'Univ. di Pisa, ha parlato.¶ Era tardi.
    Il castello è del sec. XIV.¶ Lo volle Carlo V.
    Nacque verso il 300 a.C. a Roma.¶ Morì giovane.
    Si vendono pane, latte, ecc.¶ I prezzi sono bassi.
    La ditta Sole S.r.l. ha chiuso nel 2020.¶ Aveva 12 dipendenti.
    Quanto costa?¶ 3,50 €.¶ Che bello!
    Vedi pagg. 3–9 e cap. 4.¶ Lì c'è tutto.
    L'art. 5, comma 2, lett. b, lo vieta.¶ Non ci sono eccezioni.
    Il gruppo conta max. 12 pers. per volta.¶ I cani, i gatti ecc. restano fuori.
    La dott.ssa Neri (Univ. di Bari) e l'ing. Riva hanno scritto il vol. 2.¶ È esaurito.
    Il negozio è in p.zza Duomo, ang. via Roma.¶ Apre dal mar. al sab. dalle 10 alle 20.
    Pesa 5 kg.¶ Misura 30 cm.¶ Costa 20 euro.
    Gent.mo Sig. Rossi, Le scrivo per la fatt. n. 77 del 3 mar. 2025.¶ Cordiali saluti.
    S. Francesco nacque ad Assisi nel sec. XII.¶ Morì nel 1226.
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
    O curso dura 2 h. e custa 40 € excl. material.¶ Tragam roupa leve.
    Horário: seg. a sex. das 9h às 18h, sáb. até as 13h.¶ Dom. fechado.
    A Sra. Rosa Dias, tel. 21 22, atende até às 5 da tarde.¶ O Sr. Gil está de férias.
    Fica na R. da Luz, n.º 4, 3.º dto.¶ Tem duas casas de banho.
    Pague até 31 de jan. de 2026.¶ Depois há multa.
    A reunião é a 5 de maio.¶ Traga o cartão.
    Misture 2 col. de azeite e sal q.b. na taça.¶ Sirva frio.
    Veio o Prof. J. M. Sousa, da Univ. de Évora.¶ Falou uma hora.
    O castelo é do séc. XIV.¶ Foi D. Dinis que o mandou fazer.
    Nasceu cerca de 300 a.C. em Roma.¶ Morreu novo.
    Vendem-se pão, leite, queijo, etc.¶ Os preços são baixos.
    A empresa Tintas Sol Lda. fechou em 2020.¶ Tinha 12 empregados.
    Quanto é?¶ São 3,50 €.¶ Que barato!
    Veja as págs. 3–9 e o cap. 4.¶ Lá está explicado.
    O art. 5, al. b), proíbe-o.¶ Não há exceções.
    A Dra. Lima (Univ. de Évora) e o Eng. Reis publicaram o vol. 2.¶ Está esgotado.
    A loja fica na Av. do Porto, esq. com a R. Nova.¶ Abre de ter. a sáb. das 10 às 20 h.
    Pesa 5 kg.¶ Mede 30 cm.¶ Custa 20 euros.
    Exmo. Sr. Dias, escrevo sobre a fat. n.º 77 de 3 de mar. de 2025.¶ Cumprimentos.
    S. Francisco viveu no séc. XII.¶ Morreu em 1226.
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
    Le stage dure 2 h et coûte 40 € hors matériel.¶ Apportez des vêtements.
    Horaires : lun.–ven. 9 h–18 h, sam. 10 h–13 h.¶ Fermé le dim.
    Mme R. Petit, tél. 01 22, répond le matin.¶ M. Gil est absent.
    C'est au 4, bd. Victor-Hugo, 3e ét., appt. 12.¶ Il y a deux pièces.
    Payez avant le 31 janv. 2026.¶ Après, il y a des frais.
    La date limite est le 31 janv.¶ Les retards sont facturés.
    Mélangez 2 c. à s. d'huile et 1 c. à c. de sel.¶ Servez froid.
    Le Pr J.-M. Faure, de l'univ. de Lille, a parlé.¶ Il était tard.
    Le château date du XIVe s. et fut refait en 1900.¶ Il appartient à l'État.
    Né vers 300 av. J.-C., il mourut jeune.¶ On l'oublia.
    On y vend du pain, du lait, etc.¶ Les prix sont bas.
    La société Sol S.A.R.L. a fermé en 2020.¶ Elle avait 12 salariés.
    Combien ?¶ 3,50 €.¶ Pas cher !
    Voir pp. 3–9 et chap. 4.¶ Tout y est.
    L'art. 5, al. 2, l'interdit.¶ Il n'y a pas d'exception.
    Le prix est de 30 € env. par pers.¶ Les enfants paient moitié.
    Louis XIV.¶ Le roi.
    Il habite Saint-Denis, cf. p. ex. l'annuaire.¶ Elle, non.
    Le Dr. Martin (Univ. de Lyon) et Mlle Roux ont publié le vol. 2.¶ Il est épuisé.
    La boutique est au 5, bd. du Port, angle av. Foch.¶ Elle ouvre du mar. au sam. de 10 h à 20 h.
    Il pèse 5 kg.¶ Il mesure 30 cm.¶ Il coûte 20 euros.
    Apportez un stylo, du papier, etc.¶ N.B. : les portables sont interdits.
    « Où est-il ? » demanda Paul.¶ Personne ne répondit.
    Le taux est de 2,5 p. 100 l'an.¶ Il est fixe.
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
    De cursus duurt 2 uur en kost 40 euro excl. materiaal.¶ Neem kleding mee.
    Open: ma.–vr. 9–18 u., za. 10–13 u.¶ Zondag gesloten.
    Mevr. R. de Boer, tel. 020 22, is er 's morgens.¶ Dhr. Gils is afwezig.
    Het adres is Dorpsstr. 4, 3e verd., kamer 12.¶ Er zijn twee baden.
    Betaal vóór 31 jan. 2026.¶ Daarna betaalt u meer.
    De vergadering is op 5 mei.¶ Breng uw pas mee.
    Prof. dr. J. M. Kuiper van de Univ. Leiden sprak.¶ Het was laat.
    Hij werd omstreeks 300 v.Chr. geboren.¶ Hij stierf jong.
    Wij verkopen brood, melk, enz.¶ De prijzen zijn laag.
    De firma Zon B.V. sloot in 2020.¶ Er werkten 12 mensen.
    Wat kost het?¶ 3,50 euro.¶ Goedkoop!
    Zie blz. 3–9 en hfst. 4.¶ Daar staat alles.
    Volgens art. 5 lid 2 mag het niet.¶ Er zijn geen uitzonderingen.
    Max. 12 pers. per keer, evt. meer.¶ Bel a.u.b. vooraf.
    Ik zie het zo.¶ Jij niet.
    Mevr. dr. Bos (Univ. Gent) en ir. Kok schreven dl. 2.¶ Het is uitverkocht.
    De winkel is op de hoek Stationsstr./Kerkln.¶ Open van di. t/m za. van 10 tot 20 u.
    Het weegt 5 kg.¶ Het kost 20 euro.¶ Het is 30 cm lang.
    Geachte dhr. Vos, hierbij de factuur nr. 77 d.d. 3 mrt. 2025.¶ Met vr. gr., P. Lund.
    Hij is o.a. schilder, beeldhouwer e.d.¶ Zij niet.
    Art. 3. De huur bedraagt € 700 per mnd. en wordt vooraf betaald.¶ Zie ook art. 5 lid 2.
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
    Kurs trwa 2 godz. i kosztuje 40 zł bez materiałów.¶ Proszę zabrać strój.
    Czynne: pon.–pt. 9–18, sob. 10–13.¶ Niedz. nieczynne.
    P. R. Nowak, tel. 22 22, jest rano.¶ P. Gil jest na urlopie.
    Adres: al. Róż 4, lok. 12, I piętro.¶ Są dwie łazienki.
    Proszę zapłacić do 31 stycz. 2026 r.¶ Potem jest drożej.
    Zebranie jest 5 maja br. o godz. 18.¶ Obecność obowiązkowa.
    Prof. J. M. Kowal z Uniw. Śląskiego mówił godzinę.¶ Było późno.
    Urodził się ok. 300 r. p.n.e. w Rzymie.¶ Zmarł młodo.
    Sprzedajemy chleb, mleko itd.¶ Ceny są niskie.
    Firma Słońce Sp. z o.o. upadła w 2020 r.¶ Pracowało tam 12 osób.
    Ile to kosztuje?¶ 3,50 zł.¶ Tanio!
    Zob. str. 3–9 i rozdz. 4.¶ Tam jest wszystko.
    Zgodnie z art. 5 ust. 2 pkt 1 lit. b to zakazane.¶ Wyjątków nie ma.
    Maks. 12 os. naraz, ew. więcej.¶ Proszę dzwonić.
    Szkoła im. A. Mickiewicza stoi przy ul. św. Jana.¶ Ma 300 uczniów.
    Kościół pochodzi z XV w.¶ Wieża jest nowsza.
    Jan III Sobieski, tj. król, zwyciężył w 1683 r. pod Wiedniem.¶ Turcy uciekli.
    Dr inż. Lis (Uniw. Śl.) i mgr Kot napisali t. 2.¶ Nakład wyczerpany.
    Sklep jest przy pl. Wolności, róg ul. Nowej.¶ Czynny od wt. do sob. w godz. 10–20.
    Waży 5 kg.¶ Mierzy 30 cm.¶ Kosztuje 20 zł.
    Szan. P. Nowak, piszę w sprawie faktury nr 77 z dn. 3 marca br.¶ Z poważaniem.
    Św. Franciszek żył w XII w. we Włoszech.¶ Zmarł w 1226 r.
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
    Kurs 2 saat sürer ve malzeme hariç 40 TL'dir.¶ Rahat giyinin.
    Adres: Gül Mah. Lale Sk. No: 4/12 Kadıköy.¶ İki banyo var.
    31 Oca. 2026 tarihine kadar ödeyin.¶ Sonra ücret artar.
    Toplantı 5 Mayıs'ta.¶ Kartınızı getirin.
    Prof. Dr. J. M. Kaya, Ankara Üniv. öğretim üyesi, konuştu.¶ Geç oldu.
    M.Ö. 300 civarında Roma'da doğdu.¶ Genç öldü.
    Ekmek, süt vb. satılır.¶ Fiyatlar düşüktür.
    Güneş Ltd. Şti. 2020'de kapandı.¶ 12 kişi çalışıyordu.
    Ne kadar?¶ 3,50 TL.¶ Ucuz!
    Bkz. s. 3–9 ve böl. 4.¶ Her şey orada.
    En çok maks. 12 kişi girer.¶ Önceden arayın.
    5. sırada bitirdi.¶ Sevindi.
    Kilise 15. yy. yapısıdır.¶ Kule daha yenidir.
    Sn. Ayşe Er, Av. Can Su ile geldi.¶ Hoş geldiniz.
    Doç. Dr. Ali Er ve Yrd. Doç. Can Su 2. cildi yazdı.¶ Tükendi.
    Dükkân Liman Cad. ile Yeni Sok. köşesinde.¶ Sal.–Cmt. 10–20 arası açık.
    Ağırlığı 5 kg.¶ Boyu 30 cm.¶ Fiyatı 20 avro.
    Hz. Mevlana 13. yy. başında doğdu.¶ 1273'te öldü.
    """,
    "sv": """
    Kontoret är öppet mån. till fre. kl. 9–17, tel. 08-123.¶ Lör. stängt.
    Priset är 30 kr. inkl. moms, dvs. ca 3 euro.¶ Barn går gratis.
    Ta med frukt, t.ex. äpplen, päron m.m.¶ Saft finns.
    Kyrkan är från 300 f.Kr. enligt prof. Ek.¶ Det stämmer inte.
    Sista dagen är den 4 maj.¶ Ta med kortet.
    Se s. 3, kap. 4, § 5 osv.¶ Resten finns i bilagan.
    Resan varar fr.o.m. 1 maj t.o.m. 5 maj.¶ Bl.a. ingår mat.
    Kursen tar 2 tim. och kostar 40 kr. exkl. material.¶ Ta med kläder.
    Öppet: mån.–fre. kl. 9–18, lör. 10–13.¶ Sön. stängt.
    Fr. R. Ek, tel. 08-22, finns här på morgonen.¶ Hr. Gil är ledig.
    Adressen är Storg. 4, 3 tr. upp.¶ Det finns två bad.
    Betala före den 31 jan. 2026.¶ Sedan blir det dyrare.
    Mötet är den 5 maj.¶ Ta med kortet.
    Prof. J. M. Berg vid Univ. i Lund talade.¶ Det var sent.
    Han föddes ca 300 f.Kr. i Rom.¶ Han dog ung.
    Vi säljer bröd, mjölk osv.¶ Priserna är låga.
    Firman Sol AB lades ned 2020.¶ Där arbetade 12 personer.
    Vad kostar det?¶ 3,50 kr.¶ Billigt!
    Se s. 3–9 och kap. 4.¶ Där står allt.
    Enl. 5 § 2 st. är det förbjudet.¶ Undantag finns inte.
    Max. 12 pers. åt gången, ev. fler.¶ Ring först.
    Hunden är min.¶ Katten är din.
    Fil. dr Ek och civ.ing. Berg skrev del 2.¶ Den är slutsåld.
    Butiken ligger vid Hamng. 5, hörnet av Nyg.¶ Öppet tis. till lör. kl. 10–20.
    Den väger 5 kg.¶ Den är 30 cm.¶ Den kostar 20 kr.
    """,
    "da": """
    Kontoret er åbent man. til fre. kl. 9–17, tlf. 33 12.¶ Lør. lukket.
    Prisen er 30 kr. inkl. moms, dvs. ca. 4 euro.¶ Børn er gratis.
    Tag frugt med, f.eks. æbler, pærer m.m.¶ Saft er der.
    Mødet er den 4. maj.¶ Husk kortet.
    Hun bor på 2. sal tv. i nr. 5.¶ Ring på.
    Margrethe 2. blev dronning i 1972.¶ Hun gik af i 2024.
    Se s. 3, kap. 4, pkt. 5 osv.¶ Resten er i bilaget.
    Kurset varer 2 t. og koster 40 kr. ekskl. materialer.¶ Tag tøj med.
    Åbent: man.–fre. kl. 9–18, lør. 10–13.¶ Søn. lukket.
    Fru R. Holm, tlf. 22 22, er her om morgenen.¶ Hr. Gil har fri.
    Adressen er Nørreg. 4, 3. sal th.¶ Der er to bade.
    Betal inden den 31. jan. 2026.¶ Derefter bliver det dyrere.
    Mødet er den 5. maj kl. 19.¶ Husk kortet.
    Prof. J. M. Berg fra Univ. i Aarhus talte.¶ Det var sent.
    Han blev født ca. 300 f.Kr. i Rom.¶ Han døde ung.
    Vi sælger brød, mælk osv.¶ Priserne er lave.
    Hvad koster det?¶ 3,50 kr.¶ Billigt!
    Se s. 3–9 og kap. 4.¶ Der står alt.
    Iflg. § 5, stk. 2, er det forbudt.¶ Undtagelser findes ikke.
    Maks. 12 pers. ad gangen, evt. flere.¶ Ring først.
    Frederik 10. er konge siden 2024.¶ Hans mor er Margrethe 2. af Danmark.
    Han kom med.¶ Hun blev hjemme.
    Dr. Holm og civ.ing. Berg skrev bd. 2.¶ Det er udsolgt.
    Butikken ligger på Havneg. 5, 1. sal t.v.¶ Åbent tirs. til lør. kl. 10–20.
    Den vejer 5 kg.¶ Den er 30 cm.¶ Den koster 20 kr.
    """,
    "no": """
    Kontoret er åpent man. til fre. kl. 9–17, tlf. 22 12.¶ Lør. stengt.
    Prisen er 30 kr. inkl. mva., dvs. ca. 3 euro.¶ Barn går gratis.
    Ta med frukt, f.eks. epler, pærer m.m.¶ Saft har vi.
    Møtet er den 17. mai.¶ Husk kortet.
    Han ble nr. 3 i 2. runde.¶ Laget tapte.
    Se s. 3, kap. 4, pkt. 5 osv.¶ Resten er i vedlegget.
    Kurset varer 2 t. og koster 40 kr. ekskl. materiell.¶ Ta med klær.
    Åpent: man.–fre. kl. 9–18, lør. 10–13.¶ Søn. stengt.
    Adressen er Storgt. 4, 3. etg.¶ Det er to bad.
    Betal innen 31. jan. 2026.¶ Deretter blir det dyrere.
    Møtet er 5. mai kl. 19.¶ Husk kortet.
    Han ble født ca. 300 f.Kr. i Roma.¶ Han døde ung.
    Vi selger brød, melk osv.¶ Prisene er lave.
    Se s. 3–9 og kap. 4.¶ Der står alt.
    Maks. 12 pers. om gangen, evt. flere.¶ Ring først.
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
    A tanfolyam 2 óra, és 40 eurót ér anyag nélkül.¶ Hozzon ruhát.
    Nyitva: h–p. 9–18, szo. 10–13.¶ Vas. zárva.
    Cím: Rózsa u. 4., II. em. 12.¶ Két fürdő van.
    Fizessen 2026. jan. 31-ig.¶ Utána drágább.
    A gyűlés május 5-én lesz.¶ Hozza a kártyáját.
    Dr. Kovács J. Márton, az ELTE docense, beszélt.¶ Késő volt.
    Kr. e. 300 körül született Rómában.¶ Fiatalon halt meg.
    Kapható kenyér, tej stb.¶ Az árak alacsonyak.
    A Nap Kft. 2020-ban szűnt meg.¶ 12 ember dolgozott ott.
    Mennyibe kerül?¶ 350 Ft.¶ Olcsó!
    Lásd a 3–9. oldalt és a 4. fejezetet.¶ Ott minden megvan.
    Az 5. § (2) bek. tiltja.¶ Kivétel nincs.
    Max. 12 fő egyszerre, esetleg több.¶ Hívjon előre.
    Az 5. helyen végzett.¶ Örült neki.
    Dr. Kiss és id. Nagy írta a 2. kötetet.¶ Elfogyott.
    A bolt a Fő u. és a Kossuth tér sarkán van.¶ Nyitva k.–szo. 10–20 óráig.
    Súlya 5 kg.¶ Hossza 30 cm.¶ Ára 20 euró.
    Szt. Ferenc a XII. sz.-ban élt.¶ 1226-ban halt meg.
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
    Kurz trvá 2 hod. a stojí 40 Kč bez materiálu.¶ Vezměte si oblečení.
    Otevřeno: po–pá 9–18 h., so. 10–13 h.¶ Ne. zavřeno.
    Pí R. Nová, tel. 22 22, je tu ráno.¶ P. Gil má dovolenou.
    Adresa: nám. Míru č. 4, 3. patro, č. dv. 12.¶ Jsou tam dvě koupelny.
    Zaplaťte do 31. led. 2026.¶ Pak je to dražší.
    Schůze je 5. května.¶ Vezměte průkaz.
    Prof. J. M. Kovář z Univ. Karlovy mluvil hodinu.¶ Bylo pozdě.
    Narodil se asi 300 př. n. l. v Římě.¶ Zemřel mladý.
    Prodáváme chléb, mléko atd.¶ Ceny jsou nízké.
    Firma Slunce s. r. o. skončila r. 2020.¶ Pracovalo tam 12 lidí.
    Kolik to stojí?¶ 3,50 Kč.¶ Levné!
    Viz str. 3–9 a kap. 4.¶ Tam je vše.
    Podle čl. 5 odst. 2 písm. b) je to zakázáno.¶ Výjimky nejsou.
    Max. 12 os. najednou, příp. víc.¶ Volejte předem.
    Skončil na 5. místě.¶ Byl spokojen.
    Kostel sv. Jana je z 15. stol.¶ Věž je novější.
    Ing. Lis, Ph.D., a doc. Kos napsali 2. díl.¶ Je vyprodán.
    Obchod je na nám. Míru, roh ul. Nové.¶ Otevřeno út. až so. 10–20 hod.
    Váží 5 kg.¶ Měří 30 cm.¶ Stojí 20 Kč.
    Váž. p. Nováku, píši ve věci faktury č. 77 ze dne 3. března t. r.¶ S pozdravem.
    Sv. František žil ve 12. stol. v Itálii.¶ Zemřel r. 1226.
    """,
    "ro": """
    Dl. Pop și d-na dr. Ionescu locuiesc pe str. Lungă nr. 5, bl. 3, ap. 12.¶ Au tel. 021 123.
    Prețul este de aprox. 30 lei, TVA incl. în preț.¶ Copiii intră gratuit.
    Vezi pag. 3, art. 12, alin. 4, lit. b) etc.¶ Restul e în anexă.
    S-a născut în sec. al XIX-lea, în 44 î.Hr. sau 14 d.Hr.¶ A fost rege.
    Termenul este 4 mai.¶ Aduceți cardul.
    Luați fructe, de ex. mere.¶ Firma Nord S.R.L. livrează.
    Cursul ține 2 h. și costă 40 lei excl. materiale.¶ Aduceți haine comode.
    Program: lun.–vin. 9–18, sâm. 10–13.¶ Dum. închis.
    D-na R. Pop, tel. 021 22, răspunde dimineața.¶ Dl. Gil lipsește.
    Adresa: bd. Unirii nr. 4, et. 3, ap. 12.¶ Are două băi.
    Plătiți până la 31 ian. 2026.¶ Apoi costă mai mult.
    Ședința este pe 5 mai.¶ Aduceți legitimația.
    Prof. J. M. Radu de la Univ. din Iași a vorbit.¶ Era târziu.
    S-a născut cca. 300 î.Hr. la Roma.¶ A murit tânăr.
    Vindem pâine, lapte etc.¶ Prețurile sunt mici.
    Firma Soare S.R.L. s-a închis în 2020.¶ Avea 12 angajați.
    Cât costă?¶ 3,50 lei.¶ Ieftin!
    Vezi pag. 3–9 și cap. 4.¶ Acolo e tot.
    Conform art. 5 alin. 2 lit. b este interzis.¶ Nu sunt excepții.
    Max. 12 pers. odată, ev. mai mulți.¶ Sunați înainte.
    Biserica Sf. Ioan este din sec. XV.¶ Turnul e mai nou.
    Dna. dr. Pop (Univ. Cluj) și ing. Rusu au scris vol. 2.¶ S-a epuizat.
    Magazinul e pe str. Portului, colț cu bd. Unirii.¶ Deschis mar.–sâm. 10–20.
    Cântărește 5 kg.¶ Are 30 cm.¶ Costă 20 lei.
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
    Курс длится 2 ч. и стоит 40 руб. без материалов.¶ Возьмите одежду.
    Открыто: пн.–пт. 9–18, сб. 10–13.¶ Вс. закрыто.
    Г-жа Р. Новак, тел. 22-22, бывает утром.¶ Г-н Гиль в отпуске.
    Адрес: пр. Мира, д. 4, корп. 2, кв. 12.¶ Там две ванные.
    Оплатите до 31 янв. 2026 г.¶ Потом дороже.
    Собрание 5 мая.¶ Возьмите пропуск.
    Проф. Дж. М. Ковальский из СПбГУ выступал час.¶ Было поздно.
    Он родился ок. 300 г. до н. э. в Риме.¶ Умер молодым.
    Продаём хлеб, молоко и т. п.¶ Цены низкие.
    Сколько стоит?¶ 3,50 руб.¶ Дёшево!
    См. стр. 3–9 и гл. 4.¶ Там всё.
    По п. 2 ст. 5 это запрещено.¶ Исключений нет.
    Макс. 12 чел. за раз.¶ Звоните заранее.
    Церковь св. Иоанна построена в XV в.¶ Башня новее.
    Население — 5 тыс. чел., т. е. мало.¶ В 1990 г. было больше.
    Он жил в г. Орле, на ул. Ленина.¶ Пушкин А. С. родился в Москве.
    Проф. Лис и канд. наук Кот написали т. 2.¶ Тираж распродан.
    Магазин на пл. Мира, угол ул. Новой.¶ Открыт со вт. по сб. с 10 до 20 ч.
    Весит 5 кг.¶ Длина 30 см.¶ Цена 20 руб.
    Св. Франциск жил в XII в. в Италии.¶ Он умер в 1226 г.
    Ул. Ленина, д. 5, стр. 2, оф. 12.¶ Вход со двора.
    Высота 5 м.¶ Ширина 3 м.¶ Цена 100 р.
    """,
    "ja": """
    会議は5月4日です。¶午前9時に始まります。
    「行きます。」と彼は言った。¶彼女は笑った。
    料金はいくらですか？¶大人は500円です。
    Ver. 2.1を使ってください。¶No. 5は使えません。
    本当！？¶うれしい。
    （雨の場合は中止します。）¶またご連絡します。
    講座は2時間で、材料費は別で4,000円です。¶動きやすい服でお越しください。
    「閉まっています。」¶店員はそう言っただけだった。
    Tel. 03-1234-5678までお電話ください。¶受付はNo. 3の窓口です。
    J. M. 田中教授が話した。¶遅い時間だった。
    いくらですか。¶350円です！¶安いですね♪
    （詳しくは3ページを参照。）¶次に進む。
    彼は「明日行く」と言い、帰った。¶それきりだ。
    Mr. スミスはU.S.A.から来た。¶東京に住んでいる。
    山田氏（東京大学教授）は第2巻を書いた。¶すでに品切れだ。
    え…本当ですか？¶はい、本当です。
    A.I.は便利だ。¶しかしPh.D.の学生は使わない。
    """,
    "zh": """
    会议在5月4日举行。¶请带身份证。
    “我走了。”他说。¶她没有回答。
    他说：“我走了。”¶真的吗？¶是的！
    价格是3.5元，约合0.5美元。¶儿童免费……¶谢谢。
    课程两小时，费用40.5元。¶请穿舒适的衣服。
    “关门了。”店员说。¶他走了。
    请拨Tel. 010-1234。¶窗口是No. 3。
    J. M. 王教授讲了一小时。¶已经很晚了。
    多少钱？¶3.5元！¶真便宜。
    （详见第3页。）¶下一步。
    王教授（北京大学）写了第2卷。¶已售完。
    “真的吗？”她问，“你确定？”¶他点头。
    呃……也许吧。¶明天再说！
    """,
    "hi": """
    डॉ. वर्मा और प्रो. शर्मा ने ए. पी. जे. अब्दुल कलाम से भेंट की।¶ वे खुश थे।
    शुल्क रु. 500 है।¶ बच्चे मुफ़्त हैं।
    दूरी 5 कि.मी. है।¶ क्या आप आएँगे?¶ हाँ!
    कोर्स 2 घं. का है और फ़ीस रु. 400 है।¶ कपड़े साथ लाएँ।
    श्री आर. के. नारायण और डॉ. एस. राधाकृष्णन आए।¶ देर हो चुकी थी।
    पता: म.न. 12, गली सं. 3, दिल्ली।¶ फ़ोन करें।
    क्या दाम है?¶ 350 रु. मात्र।¶ सस्ता है!
    “दुकान बंद है,” उसने कहा।¶ वह चला गया।
    लगभग 5 कि. मी. चलें।¶ वहाँ मंदिर है।
    डॉ. जोशी (दिल्ली वि.वि.) ने भाग 2 लिखा।¶ वह बिक चुका है।
    वज़न 5 कि.ग्रा. है।¶ लंबाई 30 से.मी. है।
    """,
    "ar": """
    وصل د. أحمد إلى ص. ب. 45 في عمان.¶ ثم عاد.
    هل وصل؟¶ نعم.¶ شكراً!
    """,
    "el": """
    Ο κ. Παππάς μένει στην οδ. Ερμού 5, τηλ. 210.¶ Είναι εκεί.
    Πότε ανοίγει;¶ Στις 9 π.μ. κάθε μέρα.
    Ο Δρ. Νίκου γεννήθηκε το 44 π.Χ. στη Ρώμη.¶ Πέθανε νέος.
    """,
    "uk": """
    Проф. І. Я. Франко жив на вул. Миру, буд. 5.¶ Тел. 123.
    Він народився у 1990 р.¶ Мати померла рано.
    Вул. Лесі Українки, буд. 5, кв. 12.¶ Вхід з двору.
    """,
    "fi": """
    Avoinna ma–pe klo 9–17, puh. 09 123.¶ Hinta on n. 30 euroa sis. alv.
    Ota hedelmiä, esim. omenoita jne.¶ Mehua on.
    Kokous on 4. toukokuuta.¶ Ota kortti mukaan.
    Hinta on 20 euroa sis. alv 24 %.¶ Lapset ilmaiseksi.
    """,
    "ko": """
    회의는 2025. 5. 4. 오후에 있다.¶ 늦지 마세요!¶ 감사합니다.
    """,
    "hr": """
    Trg je u ul. A. Šenoe, br. 5.¶ Otvoreno od 9 do 18 h.
    """,
    "sk": """
    Ing. Lis a Mgr. Kos bývajú na ul. Dlhej č. 5.¶ Nájom je 500 eur.
    """,
    "bg": """
    Д-р Иванов живее на ул. Роза, бл. 5, ап. 12.¶ Роден е през 1990 г. в София.
    """,
    "ca": """
    El Sr. Pons viu a l'av. Diagonal, núm. 5.¶ Va néixer el s. XX.
    """,
}
