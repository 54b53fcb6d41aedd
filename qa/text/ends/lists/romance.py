"""Abbreviations of Spanish, Portuguese, French, Italian, Romanian and Catalan; as in `germanic`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["ROMANCE"]

ROMANCE: Final[Mapping[str, Mapping[str, str]]] = {
    "es": {
        "title": """
        EE RR FF CC JJ DD AA Sr Sra Srta Sres Sras Dr Dra Dres Dras D Dña Dª Ud Uds Vd Vds Prof Profa Lic Licda Ing
        Arq Abg Gral Gen Cnel Cap Tte Cmte Sgto Sto Sta S Fr Mons Pbro Rvdo Excmo Excma Excmos Ilmo Ilma Hno Hna Mtro
        Mtra Tco C.P Pdte Pte p.ej P.ej ej Ej i.e e.g vs v.gr cf cfr Cf Cfr vid Vid sr sra srta dr dra Pres Dir
        Vicepres Tes
        """,
        "before": """
        Av Avda av avda Bv Blvr Ctra ctra Cra Cl Cll Pza Pl pza Plza Pº P.º Urb urb Pol Ed Edif edif Col col Dpto dpto
        Dto Depto depto Prov prov Mun Rep incl Incl excl Excl máx Máx mín Mín aprox Aprox tel Tel teléf Teléf tfno
        Tfno tlf Tlf tfn Tfn móv Móv fax ext Ext ref Ref reg Reg Rgto adm Admón Admon dir Dir Dtor Dtora coord Coord
        Secr secr atte Atte att Att esq Esq izq Izq dcha Dcha entlo Entlo pral Pral bco Bco trad Trad ibíd Ibíd íd Íd
        comp Comp obs Obs nac Nac int Int gob Gob fdo Fdo vto Vto tít Tít gta Gta cód Cód hab Hab impte Impte prof
        prof.a prom vdo rte Rte dest Dest s.n S.n u Inc Univ Fac Inst Soc Asoc Fund Ntra Ntro P.D N.B a.k.a c.c Edo Cd
        Fracc mens trim sem fact Fact cant Cant imp desc Desc cel Cel Apdo Aptdo Tes Pres Vicepres Hosp Sec Admin Mpio
        Mza Ctro
        """,
        "number": """
        núm Núm núms Núms nro Nro No no n nº Nº n.º N.º pág Pág págs Págs pp p art Art arts Arts cap Cap caps vol Vol
        vols fig Fig figs tab Tab sec Sec párr Párr apdo Apdo inc t ed Ed fasc lám Lám lin lín s ss sig sigs km Exp
        exp exped Exped Kg reg fol lib Lib ap Ap apt Apt apto Apto lit Lit C c v ver Ver cta Cta ctas hab mz Mz lt Lt
        § Aptdo Aptdos Ptal Pta pta Esc esc Fol Lte Reg.núm ref.núm
        """,
        "after": """
        a.m p.m A.M P.M m.p.h a.C d.C a.de.C a.J.C d.J.C a.n.e n.e a.e.c e.c h hs hrs min mins seg ptas pta mill
        millns cts cént ud uds kg gr g km cm mm ml cl dl lts cda cdas cdta cdtas cdita cditas c.s c.p tza pzas pers
        hab kms pts dec doc m pax ptos habs c/u cucharad p.v.p
        """,
        "name": """
        S.A S.L S.L.U S.R.L S.A.S Cía Cia Hnos Ltda Inc Corp Co Jr jr C.V S.A.U EE.UU FF.AA RR.HH CC.OO JJ.OO DD.HH
        FF.CC AA.VV AA.PP N.Y P.S s.XX
        """,
        "end": "etc Etc etcét s.e.u.o",
        "word": "no col ver fax",
    },
    "pt": {
        "title": """
        Sr Sra Srta Srs Sras Dr Dra Drs Dras D Prof Profa Profs Prof.ª Eng Eng.º Enga Engº Arq Arq.º Exmo Exma Exmos
        Ilmo Ilma Rev Revmo Pe Fr Gen Cel Cap Ten Maj Sgt Alm Brig S Sta Sto Mons Vª V.Ex.ª V.Exa V.S Des Min Dep p.ex
        P.ex ex Ex i.e e.g vs cf Cf cfr Cfr v.g sr sra dr dra prof Pres Tes V.Exª
        """,
        "before": """
        Av av Al Trav trav Tv Tr Pç Pça Pca Lg Lgo lg Est Rod Bl bl Qd qd Lt Jd Vl Ed Edif Cj Conj incl Incl excl Excl
        máx Máx mín Mín aprox Aprox tel Tel telef Telef telem Telem tlm Tlm tlf Tlf cel Cel fax ext ref Ref reg Reg
        obs Obs adm Adm dir Dir coord Coord depto Depto dept Dept dpto prov mun Mun gov Gov trad Trad org Org orgs ed
        eds rem dest Dest assoc Assoc inst Inst univ Univ fac Fac soc Soc fund Fund nac Nac int Int esq Esq dto Dto
        atte Atte att Att a/c cód Cód mat Mat séc Séc sécs lat long hab Hab ibid Ibid id N.B apud Cond cond Fone mens
        Tes Pres Vice-Pres Secr Hosp r/c Lj Ap Sl
        """,
        "number": """
        n N no nº Nº n.º N.º núm Núm num Num nr Nr nro pág Pág págs pag p pp art Art arts cap Cap caps vol Vol fig Fig
        figs tab Tab séc Séc inc par § al alín Alín t ss s v vv apto Apto apt Apt ap Ap and cl Cl lit Lit liv Liv km
        Proc proc R r cta ag Ag cc c cx Cx ver Fl Fls fl fls Lj lj Sl sl Blc Mat Reg.n ref.n insc Insc
        """,
        "after": """
        a.m p.m a.C d.C a.E.C E.C h hs hrs min mins seg hab kg g gr km cm mm ml cl dl lts pers unid und pç pçs cx c.s
        m mil c.sopa c.chá colh dz pct pcts xíc xic fat
        """,
        "name": "S.A S/A Ltda ltda Lda lda Cia Cª Inc Corp Co Jr jr Fº EUA Irs EE.UU",
        "end": "etc Etc q.b Q.b s.f.f",
        "word": "no ex par ver mil ter sex set out dez",
    },
    "fr": {
        "title": """
        apr M MM Mme Mmes Mlle Mlles Mr Me Mes Dr Drs Pr Prof St Ste Sts Mgr Mgrs R.P S.M S.A.R S.E Gén Col Cdt Cap Lt
        Sgt Adj p.ex P.ex ex Ex par.ex c.-à-d C.-à-d c.à.d c-à-d i.e e.g vs cf Cf conf Conf N.-D N.D Prés vice-prés
        Vve Rév Cmdt
        """,
        "before": """
        av Av ave Ave bd Bd bld Bld blvd Blvd boul Boul pl Pl rte Rte imp Imp all All chem sq Sq fg Fg fbg bât Bât esc
        Esc ét appt Appt app apt résid Résid rés Rés env Env max Max min Min incl Incl excl Excl tél Tél tel Tel
        téléph Port fax télécop réf Réf ref adr Adr dép Dép dpt Dpt arr Arr admin Admin adm Adm assoc Assoc coll Coll
        dir Dir éd Éd éds ed trad Trad préf prép publ Publ rév resp Resp suiv Suiv suppl Suppl syn var obs Obs ibid
        Ibid id op.cit loc.cit N.B n.b P.-S P.S anc Anc auj Auj compl Compl corresp dest Dest exempl ext Ext fém masc
        hist int Int mun nat Nat norm nouv obj Obj orig ouv pers Pers plur prés prov Prov quest rem Rem rens Rens req
        sec Secr secr spéc Spéc spécial sté Sté subst sup symb tit univ Univ approx Approx R.-V R.V dr chb cuis rdc
        pce ht gd adh cot ass trés Trés vice-prés Prés hebdo mens trim ann Inst Hôp fac Fac loc Loc propr Propr
        ch.comp
        """,
        "number": """
        n no No nos n° N° nº num Num p pp pag art Art arts chap Chap vol Vol vols t fig Fig figs tab Tab al ann Ann
        par § s ss v vv vers lit let sect Sect coll l lig lign pl f fol fo ff ch rub Rub pos cat Cat r R bp B.P lot
        Lot bte Bte apt Apt
        """,
        "after": """
        h min sec s av.J.-C apr.J.-C J.-C av.J.C apr.J.C J.C a.m p.m hab kg g gr km cm mm ml cl dl c.à.s c.à.c
        c.à.soupe cs cc cuil pers ex.p mn ko mo m tr j pce pces pièc dz bout sach cuill kcal
        """,
        "name": """
        S.A S.A.R.L S.A.S S.C.I S.N.C Cie Ets Éts Inc Corp Co Jr jr T.T.C H.T U.E U.S.A É.-U R.-U s.v.p S.V.P svp
        t.t.c h.t
        """,
        "end": "etc Etc etc.etc",
        "word": "art ex sec vers lit prés col nos vol",
    },
    "it": {
        "title": """
        Sig sig Sigg sigg Sig.ra sig.ra Sig.na sig.na Sigg.re Dott dott Dott.ssa dott.ssa Dr dr Dr.ssa dr.ssa Prof
        prof Prof.ssa prof.ssa Proff Avv avv Ing ing Arch arch Geom geom Rag rag On on Mons Gen gen Col Cap Ten Magg
        Mar S SS Spett spett Spett.le Gent gent Gent.mo Gent.ma Gent.le Egr egr Egr.sig Ill Ill.mo Chiar.mo Cav Comm
        Uff Rev F.lli p.es P.es per.es ad.es Ad.es es Es i.e e.g vs cfr Cfr cf v.di On.le on.le Pres S.Em
        """,
        "before": """
        V.le v.le C.so c.so P.zza p.zza P.za p.za P.le p.le L.go l.go V.lo v.lo Str Loc loc Fraz fraz Prov prov Reg
        reg incl Incl escl Escl max Max min Min ca Ca circa tel Tel cell Cell fax int Int rif Rif prot Prot ord Ord
        Dir dir Direz resp Resp coord Coord segr Segr amm Amm ass Ass assoc Assoc cons Cons dip Dip Dipart dist Dist
        ed Ed trad Trad ibid Ibid id Id op.cit loc.cit N.B n.b P.S c.a C.a All alleg Alleg att Att cit Cit coll Coll
        Com cod Cod cont Cont estens fasc Fasc Fatt fatt lat long lett lung med mitt Mitt dest Dest naz Naz obbl oss
        pers.g pross Pross prec Prec racc Racc rag.soc sc seg Seg soc Soc spec tot Tot u.s ult Univ univ Ist ist Fac
        C.da c.da B.go Vill approssim appross Appross occ conf Conf cond mens ann trim p.t Pres Vicepres Uff Osp
        Amm.ne Ass.ne Fed Pol Asl
        """,
        "number": """
        n N nn nr Nr no num Num pag Pag pagg Pagg pg p pp art Art artt Artt cap Cap capp vol Vol voll fig Fig figg tab
        Tab sez Sez par Par § co c lett Lett lit let v vv r s ss sg sgg sec Sec sc Sc pos pt Pt rep riv tav Tav t km
        C.A.P cap.soc prat Prat fg Fg mapp civ Rif prot.n Prot.n cod.fisc Cod.fisc Civ part Part
        """,
        "after": """
        a.C d.C a.m p.m h min sec hr pers cad kg g gr km cm mm ml cl dl lt q mq mc cucch pz mln mld mil secc sett gg
        c.m u.s a.c p.v c.a.m m cc hg conf bicch cucch.ni cucch.ino p.c a.s
        """,
        "name": "S.p.A S.P.A S.r.l S.R.L S.n.c S.a.s S.r.l.s Soc.coop F.lli Inc Corp Co Jr jr U.E U.S.A I.V.A s.p.a",
        "end": "ecc Ecc etc q.b Q.b eccet",
        "word": "fax tot co",
    },
    "ro": {
        "title": """
        dl Dl dlui dna Dna d-na D-na d-l d-lui dra Dra dr Dr dr.ing prof Prof conf Conf lect asist acad Acad ing Ing
        arh Arh av Av ec jur col cpt lt mr plt Sf sf Pr pr I.P.S P.S ex Ex de.ex De.ex i.e e.g vs cf Cf
        """,
        "before": """
        str Str bd Bd bdul b-dul B-dul cal Cal șos Șos sos al Al intr Intr p-ța P-ța jud Jud mun Mun com Com loc Loc
        incl Incl excl Excl max Max min Min aprox Aprox cca Cca ca tel Tel mob Mob fax int Int ref Ref reg Reg resp
        Resp red Red obs Obs adm Adm dir Dir dep Dep dept Dept ed Ed trad Trad coord Coord inst Inst univ Univ fac Fac
        soc Soc sec Sec secr Secr S.C N.B n.a n.n n.r lat lb rom engl fr germ ibid Ibid id op.cit loc.cit îngr Îngr cf
        telef interv orig înv preș Preș vicepreș Vicepreș trez Trez membr propr Propr chir ev fact Fact contr Contr
        Spit Fund Asoc
        """,
        "number": """
        nr Nr sec Sec pag Pag p pp art Art alin Alin lit Lit cap Cap vol Vol fig Fig tab Tab pct Pct par § bl Bl sc Sc
        et Et ap Ap Cam sect Sect poz Poz t nrs O.G O.U.G H.G leg n s v contr fact ap.nr Reg.Com C.U.I
        """,
        "after": """
        î.Hr d.Hr î.e.n e.n î.C d.C a.m p.m h min sec kg g gr km cm mm ml cl dl mil mld buc pers lg lgț m mp ha
        linguriț pach săpt
        """,
        "name": "S.R.L S.A S.N.C S.C.S Inc Corp Co Ltd jr Jr U.E S.U.A",
        "end": "etc Etc ș.a ş.a ș.a.m.d ş.a.m.d ș.cl s.a.m.d s.a",
        "word": "loc cal fac leg sec com al art ca et",
    },
    "ca": {
        "title": "Sr Sra Srs Dr Dra Prof Profa Il·lm Excm Hble Mn St Sta p.ex P.ex ex i.e vs cf v.gr",
        "before": """
        Av av Pl pl Ptge Ctra C c/ Pg pg aprox màx Màx mín Mín incl excl tel Tel fax ref Ref ed Ed adm dept Dept
        """,
        "number": "núm Núm n pàg Pàg pàgs p pp art Art cap Cap vol Vol fig Fig tab s km § apt",
        "after": "a.m p.m aC dC a.C d.C h min hab kg g km cm mm ml",
        "name": "S.A S.L Cia Inc Jr EUA",
        "end": "etc Etc",
        "word": "cap art",
    },
}
