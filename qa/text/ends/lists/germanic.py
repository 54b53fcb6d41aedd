"""Abbreviations of English, German and Dutch, without their last full stop and without spaces within."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["GERMANIC"]

GERMANIC: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": """
        Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Rev Fr Hon Sen Sens Rep Reps Gov Gens Gen Lt Col Capt Cpl Sgt Maj
        Adm Cmdr Cdr Brig Pvt Pres Supt Insp Det Ald Cllr Amb Atty Asst Assoc Mt St Ste Hr Fra Msgr Rt.Hon e.g i.e eg
        ie viz vs cf a.k.a f.k.a n.k.a q.v d.b.a c/o i.a et.seq resp mr mrs ms dr prof Hon.Sec Vice-Pres Sgt.Maj
        Lt.Cmdr i.c Cmdt Sr.Dr Mlle Mme
        """,
        "before": """
        incl excl approx appx tel Tel fax Fax ph mob ext est Est dept Dept div Div univ Univ assoc assn Assn govt natl
        intl Intl reg Reg ref Ref refs orig attn Attn addr temp avg equiv esp misc mfg mgr Mgr asst acct admin appt
        bldg Bldg cert cont contd def dist ed eds ex Exec exec fwd gen lang lat long maint mgmt mkt neg nom num obs
        op.cit loc.cit ibid et.al al org pos poss prep prev prob prod prox pub publ qty Qty rec recd recom rel rep
        repr req reqd res resp rev sched sci shpt spec specs std subj suppl supp surg tech trad trans transl uncl var
        w/o wk wt Cap Comm Const Ctr Cty Gr Inst Lib Nat Pk Pub Soc Stat Subj Re Encl encl Enc a.o p.a N.B n.b P.S
        R.S.V.P Jct jct Pt Mtn Isl bsmt util utils pmt pmts mtg cttee sub-cttee Treas Hon.Sec Vice-Pres Chmn Dip Hons
        wkly mthly diam dia inv Inv chq a/c Hosp Dist Prov Mun Twp Reg.No Tel.No Ref.No prelim excl.of incl.of
        Corp.Sec
        """,
        "number": """
        No no Nos nos nr Nr Fig Figs fig figs Sec Secs sect Sect Ch Chs ch chap Chap Vol vol Vols vols Art Arts art
        arts p pp P PP para paras Para par Eq eq Eqs eqn Tab tab Ex App app Apt apt Rm rm Ste Flr fl lit Lit cl Cl l
        ll v vv n nn f ff pl Pl Pls c ca circa Bk bk Ep ep Pt pt pts item It Bl Hse Sch sch Rev Ser ser Lot Op op Opp
        ver Ver Def Prop Thm Lem Cor R.R P.O Col cols § Gdns Lvl lvl Bldg Rte rte I.D Acct ISBN Ln.No pg pgs Pg
        """,
        "after": """
        a.m p.m A.M P.M hr hrs min mins sec secs wk wks mo mos mth mths yr yrs oz lb lbs tbsp tbsps tbs tblsp Tbsp tsp
        tsps ft yd yds mi gal gals qt qts pt pts pkg pkgs pc pcs doz dz cu sq fl.oz kg km cm mm ml cl dl mph m.p.h
        m.p.g h.p k.m c.c pct bn mn mil mill cent B.C A.D B.C.E C.E BC.E b.c a.d deg hp pers ppl oclock ea pk pkt pkts
        btl btls sm lge sqft sq.ft cu.ft sq.m cwt st ins ozs gms gm kgs kms ltr ltrs kwh mt
        """,
        "name": """
        Inc Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore
        Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ltd Co Corp Bros Cos LLC L.L.C L.P Jr jr Sr Esq plc PLC P.L.C LLP L.L.P
        Pty Pte Pty.Ltd Co.Ltd Ave Blvd Rd Ln Hwy Pkwy Sq Pl Cres Ct Ter Terr Ph.D M.D B.A M.A B.Sc M.Sc B.S M.S Ph
        M.B.A LL.B LL.M R.N D.D.S D.Phil D.C N.Y N.J N.C S.C L.A S.A p.p p.m.a p.c p.h p.d pw pcm p.c.m max Max asap
        a.s.a.p Gdns Fwy Expy Cl MwSt VAT s.v.p R.S.V.P
        """,
        "limit": "min Min cap",
        "end": "etc Etc &c and.so.on",
        "word": """
        no art arts fig figs sect item lot app col par prop lit pub temp ex rep tech trans prep mob spec long cap def
        prod mill cent ref ed pt pts rec ill miss la co tab
        """,
    },
    "de": {
        "title": """
        Dr Drs Prof Hr Hrn Fr Frl Hl St Sr Dipl Ing Dipl.-Ing Dr.-Ing Dr.med Dr.jur Dr.phil Dr.rer.nat Dr.h.c h.c med
        jur phil rer nat vet dent Mag B.Sc M.Sc B.A M.A Pfr Ass OStR StR Bgm Bgmst Oblt Hptm Maj Gen Ltn Dipl.-Kfm
        Dipl.-Kffr Dipl.-Päd Dipl.-Psych Dipl.-Phys Dipl.-Chem Dipl.-Volksw Dipl.-Betriebsw Dipl.-Biol Dipl.-Inf
        Dipl.-Math Dipl.-Med Dipl.-Jur Ob.-Ing Univ.-Prof Priv.-Doz Kfm Kffr Päd Psych z.B Z.B d.h D.h i.d.R i.A i.V
        i.S.d i.H.v bzw Bzw vs s.o s.u vgl Vgl u.a o.g O.g u.g v.a V.a m.E z.T Z.T z.Zt z.Z z.Hd z.Hdn u.U U.U i.e sog
        Sog insb insbes einschl Einschl ausschl Ausschl m.a.W
        """,
        "before": """
        inkl Inkl exkl Exkl zzgl Zzgl abzgl Abzgl max Max Tel tel Fax Mob Mobil evtl Evtl evt ggf Ggf ggfs gegr geb
        Geb gest verh verw gesch entspr Entspr bes Bes allg Allg dt Dt engl frz franz ital lat griech österr schweiz
        röm ehem Ehem urspr Urspr eigtl eigentl wg betr Betr bez Bez bzgl Bzgl lt gem Gem mind Mind ca Ca ungef etw
        jew vorl voraus vsl vorauss spez gen Gen Ges Abt Abtlg Bhf Hbf Pl Str str Wg Bearb bearb hrsg Hrsg hg Hg ev
        evang kath zus Zus zul zuzügl Zuzügl abzügl Abzügl Verf Verl Vers Anm Anmerk Zit zit Ders ders Dies Beisp Bsp
        Red Übers übers erw durchges Kl Sg Sgt Verw Whg Zi Fa Firma Fam Adr Ansch Ansprechp Gesch Ber Vertr Vors stv
        stellv Stv Stellv Komm Off öff Öff tägl Tägl wöchentl monatl Monatl jährl Jährl mtl Mtl wtl gültl einz mögl
        Mögl erf Erf erforderl vorh unverb Unverb pers Pers schriftl mündl nachm vorm priv dienstl gesetzl lfd Lfd
        laufd techn kaufm a.D a.M a.Rh i.Br ü.d.M o.ä u.ä i.J i.R i.G i.L n.V N.V n.Vereinb a.a.O r.K v.H d.J d.M p.a
        p.P p.Pers Mitgl Inh gez Gez gestr geh mittl Msp abds Durchw Kaut Nachf Gebr tgl Tgl wöch Wöch stdl vj hj bish
        Bish verm einschl spät früh frühest spätest Zust zust Genehm Unterz Vorm Nachm Ldg Ltg Leit Verw.-Ger Rückfr
        Bem Kto Ktn Vorausz anteil Grdst Eigent Miet verein Anspr
        """,
        "number": """
        Nr nr Nrn Nos No Abb Abbn Tab Kap kap Bd Bde Art Artt Abs abs Ziff Ziffn Rn Rdnr Rz S s Anl Anh Abschn Buchst
        lit Lit Aufl Jg Jhg H Hft Bl Fig Gl Zl Sp Vol vol Pos pos Pkt Pt Lfg Reg Reg.-Nr Tel.-Nr Kd.-Nr Kto Konto-Nr
        BLZ PLZ Fn Vs V Best.-Nr Art.-Nr Rg.-Nr Rechn.-Nr Re.-Nr Az Gz Ausg Hs Hausnr Zi Raum Rm Kto.-Nr Steuer-Nr
        USt.-Id.-Nr Mitgl.-Nr Kat Ver Ed Folg ff f Kl Sat Lekt Akt Teiln.-Nr § u Whg Zi.-Nr Haus-Nr Best Kunden-Nr
        Vers.-Nr Lfd.Nr lfd.Nr Wohnungs-Nr Raum-Nr Steuernr Kundennr Best.Nr Art.Nr Tel.Nr Mob.Nr Ges Ord VO Unterabs
        """,
        "after": """
        Jh Jhd Jhdt Jahrh Std Stdn Min Sek Mio Mrd Tsd Bio Stk Stck St Pkg Pck Pers Pf Hz Ztr Dtzd Tg Wo Mon Mt J Mte
        qm n.Chr v.Chr n.u.Z v.u.Z u.Z Tr Prof.em Hs Og Port Tge Fl Ds Bd Seit Kal kcal Bl qkm cbm Pfd Dz
        """,
        "name": """
        Co Corp Inc Ltd jr jun sen sr e.V E.V e.G i.Gr GmbH.i.L KG.a.A MwSt Mwst USt Bhf Hbf Nebenk NK.Vorausz
        """,
        "limit": "min Min",
        "end": """
        usw usf etc u.v.m u.s.w u.v.a u.v.a.m u.a.m u.dgl u.dergl dgl u.ä.m o.dgl s.w v.m f.d.R m.fl o.Ä u.Ä o.ä u.ä
        u.dgl.m
        """,
        "word": "Art Kap Bio Red",
    },
    "nl": {
        "title": """
        dhr Dhr mw Mw mevr Mevr mej dr Dr drs Drs ir Ir ing Ing mr Mr prof Prof ds Ds pr jhr Jhr jkvr zr br St st kol
        kap kapt gen lt sgt burg weth em bijv Bijv bv Bv b.v.b d.w.z D.w.z dwz o.a O.a m.a.w M.a.w i.v.m I.v.m t.a.v
        T.a.v n.a.v N.a.v t.b.v T.b.v i.p.v i.s.m I.s.m m.b.t M.b.t m.b.v t.g.v t.o.v o.l.v o.b.v d.m.v m.i.v m.u.v
        M.u.v z.g z.g.n zgn zg i.h.k.v t.h.v i.o i.c t.w i.e vgl Vgl cf vs m.n M.n resp
        """,
        "before": """
        incl Incl inclu excl Excl max Max tel Tel fax mob evt Evt ca Ca circa geb Geb gest ged geh gesch afd Afd alg
        Alg arr dept Dept ev fam Fam fr gebr Gebr gem Gem hist hr i.d.r int jg jur kath lat mil min.pres nederl nl ndl
        nom oorspr Oorspr opm Opm org Org overl overw plm Plm pol pres prot prov Prov red Red ref Ref reg Reg rel rk
        r.k secr Secr soc sr str Str stud techn tech toen uitg vert vertal verz vnl Vnl volg voorz Voorz zn o.v.v
        O.v.v p.a b.g.g s.v.p a.u.b S.v.p A.u.b t.z.t u.a v.v pln ln lok dir plv gr adm Univ Inst Fac penn Penn vzr
        verd Verd kmr slpk bgg tst doorkiesnr gesl t.n.v z.s.m bestuursl aanw Aanw afw Afw bijz huurd
        """,
        "number": """
        nr Nr nrs no No blz Blz bl pag p pp art Art artt afb Afb afbn tab Tab hfst Hfst hst dl Dl vol jrg jg par Par
        sub kol reg r lit Lit bijl Bijl fig Fig lid § kl Kl k v vv vs zie afl ed nt noot kamer ktr rek Rek kvk K.v.k
        btw-nr Reg.nr reg.nr tel.nr Tel.nr klantnr factuurnr lidnr rek.nr Rek.nr verd huisnr tst kad KvK-nr
        """,
        "after": """
        v.Chr n.Chr v.C n.C mln mld mrd milj dzd st stuks p.p p.st p.u p.j p.m p.mnd p.stuk min sec u uur h mnd jr wk
        dgn pers km kg gr cm mm ml dl tl el kl theel cl ha p.p.p.n p.n pnd kcal pp pk
        """,
        "name": "btw B.V N.V Co Inc Ltd jr Jr sr Sr V.O.F C.V m.v e.o a.s jl l.l ll z.o.z d.d k.k C.S G.W.L g.w.l",
        "limit": "min Min",
        "end": "enz Enz etc e.d e.a e.v.a e.v ev.a enzovoort m.m s.v.p a.u.b",
        "word": "lid zie noot kamer vol u red no st ma do zo di wo za",
    },
}
