"""Abbreviations of Swedish, Danish, Norwegian, Finnish, Icelandic and Estonian; as in `germanic`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["NORDIC"]

NORDIC: Final[Mapping[str, Mapping[str, str]]] = {
    "sv": {
        "title": """
        Dr dr Prof prof Hr hr Fr fr Sct St f.eks F.eks bl.a Bl.a d.v.s dvs Dvs vs cf jf Jf jfr jvf Jfr Jvf t.ex T.ex
        tex s.k S.k f.d F.d fil.dr med.dr tekn.dr jur.kand civ.ing civ.ek tekn doc ing kand d.ä d.y fr.o.m Fr.o.m
        t.o.m T.o.m i.o.m I.o.m p.g.a P.g.a m.h.a M.h.a m.a.o M.a.o f.ö F.ö f.n F.n n.b d.v fv S:t resp
        """,
        "before": """
        inkl Inkl exkl Exkl max Max tel Tel tfn Tfn fax mob ca Ca c:a ung Ung ev Ev eventuellt förf föreg forts Forts
        gm el Ex ex uppl avd Avd adr Adr anm Anm bl div Div dok e.g enl Enl förk gen hist ibid intr jmf Jmf kgl Kgl
        kungl Kungl lit motsv Motsv mvh nuv obs Obs o.s.a omkr Omkr ordf Ordf orig ref Ref reg Reg red Red sek sekr
        Sekr sign spec st.f särsk Särsk suppl utg Utg urspr Urspr v.v vd övers Övers kass ledam äv fam Fam fört förtj
        beh föd f.m kont Univ Inst vån Vån kv Kv Kass supp rev Rev medl Medl ang Ang betr Betr hyresg Hyresg fakt Fakt
        ordin vard Vard
        """,
        "number": """
        nr Nr no No ankn Ankn anm kap Kap § s sid Sid sidd art Art Bil fig Fig tab Tab vol Vol p pkt punkt mom Mom st
        kl Kl v rum lgh Lgh org.nr Org.nr pers.nr tel.nr Tel.nr ref.nr dnr Dnr h del bd Bd pos uppl vers rad moment ff
        vån rum.nr fakt.nr Fakt.nr medl.nr obj
        """,
        "after": """
        kr tkr mkr f.Kr e.Kr f.kr e.kr st tim min sek mån vv årh milj mdr mn ggr pers msk tsk krm dl cl ml km kg kvm
        pct proc t h em fm e.m f.m hg v tr vån gr pkt skiv förp
        """,
        "name": "jr Jr sr Sr Co Inc Ltd jun sen AB HB m.v",
        "limit": "min Min",
        "end": "osv Osv o.s.v etc m.m mm m.fl mfl o.d od o.dyl dyl d.d e.d e.dyl ds i.dyl p.a",
        "word": "art rum del punkt moment ex el min sid vers",
    },
    "da": {
        "title": """
        Dr dr Prof prof Hr hr Fr fr Sct St f.eks F.eks bl.a Bl.a d.v.s dvs Dvs vs cf jf Jf jfr jvf Jfr Jvf cand mag
        phil polyt stud civ.ing ing adv dir afg kgl Kgl kong s.k såk tidl Tidl fhv Fhv eks Eks m.h.t M.h.t mht Mht
        i.h.t iht Iht i.f.t ift Ift p.g.a pga Pga hhv Hhv vha v.h.a forb jævnf f.s.v.a fsva d.d.y d.æ d.y nl resp
        """,
        "before": """
        inkl Inkl ekskl Ekskl eksl max Max maks Maks tlf Tlf tel Tel fax mob ca Ca evt Evt alm Alm adr Adr afd Afd att
        Att bl bygn Bygn div Div egl fa Fa fam Fam fmd Fmd fork forts Forts gl Gl gr gns indb iflg Iflg int kons kvt
        lok md medl nuv obl Obl obs Obs omk omtr opr Opr org orig overs ovf pr Pr red Red ref Ref reg Reg sekr Sekr
        skr sml Sml spec suppl tilh Tilh tilsv Tilsv ugtl Ugtl udg Udg udv ung uafh vedl Vedl vedr Vedr vejl Vejl årl
        årg ændr øv fx f.d F.d f.n Univ Inst lejl Lejl kass Kass bestyr Bestyr Medl depos forbr acont kld Kld sek fakt
        Fakt ang Ang
        """,
        "number": """
        nr Nr no No kap Kap § s sid side stk Stk art Art fig Fig tab Tab bd Bd vol Vol pkt Pkt p pos kl Kl lok Lok cvr
        Cvr CVR-nr cvr.nr Tlf.nr tlf.nr reg.nr Reg.nr konto kto bilag litra lit afsn Afsn udg vers st ff nris matr.nr
        Matr.nr lejl Lejl kld fakt.nr medl.nr sag sags.nr
        """,
        "after": """
        kr t.kr mio mia mill f.Kr e.Kr fvt evt.e årh stk tim t min sek mdr md dg pct pers spsk tsk dl cl ml km kg kvm
        h gg kvt pk ps gr skiv
        """,
        "name": "jr Jr sr Sr Co Inc Ltd jun sen A/S ApS tv th t.v t.h mf m.f",
        "limit": "min Min",
        "end": "osv Osv o.s.v etc m.m mm m.fl mfl m.v mv o.l ol o.a oa og.lign lign d.d dd d.å då d.m",
        "word": "man art kap side bilag konto vers min st",
    },
    "no": {
        "title": """
        Dr dr Prof prof Hr hr Fr fr Sct St f.eks F.eks bl.a Bl.a d.v.s dvs Dvs vs cf jf Jf jfr jvf Jfr Jvf t.eks cand
        mag philol siv.ing siv.øk siv ing adv dir adm.dir adm kgl Kgl sk s.k tidl Tidl eks mht Mht m.h.t iht Iht i.h.t
        ift Ift pga Pga p.g.a M.a.o m.a.o hhv Hhv vha v.h.a fung Fung d.y d.e resp fru herr
        """,
        "before": """
        inkl Inkl ekskl Ekskl max Max maks Maks tlf Tlf tel Tel fax mob ca Ca evt Evt alm Alm adr Adr avd Avd att Att
        bl bygn div Div egl eng fam Fam forts Forts f.o.m fom tom t.o.m gl Gl gr iflg Iflg kons lok medl nest nestl
        nåv obl Obl obs Obs omtr oppr Oppr opprl org orig overs oms pr Pr red Red ref Ref reg Reg sekr Sekr skr sml
        spes suppl tilsv Tilsv utg Utg ung vedl Vedl vedr Vedr veil årl årg ang Ang dok f.d f.n komm Univ Inst leil
        Leil etg Etg kass Kass styrem Styrem Medl depos sek fakt Fakt
        """,
        "number": """
        nr Nr no No kap Kap § s sid side art Art fig Fig tab Tab bd Bd vol Vol pkt Pkt p pos kl Kl rom org.nr Org.nr
        orgnr tlf.nr Tlf.nr reg.nr kontonr konto lit avsn Avsn utg vers ff gnr bnr g.nr b.nr ledd bokst leil Leil
        fakt.nr medl.nr saksnr Saksnr
        """,
        "after": """
        kr mill mrd mia f.Kr e.Kr fvt evt.e årh stk tim t min sek mnd md dg pst pros pers ss ts dl cl ml km kg kvm h
        gt vn etg pk gr skiv
        """,
        "name": "jr Jr sr Sr Co Inc Ltd jun sen AS ASA",
        "limit": "min Min",
        "end": "osv Osv o.s.v etc m.m mm m.fl mfl m.v mv o.l ol o.a og.lign lign e.l el dd d.d d.å då d.m",
        "word": "art kap side rom konto tom el min vers fru",
    },
    "fi": {
        "title": """
        tri Tri dr Dr prof Prof esim Esim ts Ts ks Ks vrt Vrt vs nk Nk ns Ns ent Ent fil lis maist mr mrs dos DI
        """,
        "before": """
        sis Sis sisält max Max maks Maks min Min puh Puh p.s fax n N noin sv s.v tel Tel os mahd Mahd alk Alk as osast
        huom Huom synt Synt k.o ko em Em ao po toim Toim tark Tark lyh liit Liit lisät ed Ed seur Seur vas vast Vast
        kirj Kirj mm Mm m.l erit Erit yht Yht vaih joht siht Siht pj Pj
        """,
        "number": "nro Nro n:o s S klo Klo kpl art kuv taul os Os osa as krs pyk § v nid vol Vol p t til tilinro",
        "after": """
        eaa jaa eKr jKr e.Kr j.Kr milj mrd tuh min t h v vk kk pv kpl hlö krs rkl tl dl cl g kg km cm mm ml e snt m as
        """,
        "name": "Oy Oyj Ky ry jr sr Inc Ltd Co",
        "end": "jne yms ym ynnä tms jms jnpp etc tjms",
        "word": "art ko",
    },
    "is": {
        "title": "dr Dr prof Prof hr Hr fr sr Sr t.d T.d þ.e Þ.e þ.e.a.s m.a M.a s.s S.s sbr Sbr þ.á.m s.k",
        "before": "u.þ.b ca inkl m.v m.t.t sl S sími hámark max tel f.h e.h áætl",
        "number": "nr Nr bls Bls kl Kl gr Gr kafli mgr s tbl kt",
        "after": "kr e.Kr f.Kr millj m.kr mín klst sek stk kg km árg",
        "name": "hf ehf ohf jr",
        "end": "o.s.frv osfrv o.fl ofl o.þ.h etc",
    },
    "et": {
        "title": "dr Dr prof Prof hr Hr pr Pr Sm nt Nt näit Näit s.o s.t vt Vt vrd Vrd e.m.a resp",
        "before": "k.a kaasa sh Sh tel Tel u umb max maks sünd sündinud end End nn Nn va välja aadr km.ga",
        "number": "nr Nr lk Lk p pt ptk Ptk lg § joon Joon tab Tab kd kell",
        "after": "a aa saj sajand eKr pKr e.Kr p.Kr m.a.j e.m.a min sek t h tk mln mld eur kr rbl kg km cm",
        "name": "OÜ AS jr sr Inc Ltd",
        "end": "jne jms jm jpt jt etc",
        "word": "end välja va",
    },
}
