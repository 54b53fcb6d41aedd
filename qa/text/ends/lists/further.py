"""Abbreviations of Hungarian, Turkish, Baltic languages, Greek, Indonesian, and of other scripts; as in `germanic`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["FURTHER"]

FURTHER: Final[Mapping[str, Mapping[str, str]]] = {
    "hu": {
        "title": """
        dr Dr Prof prof ifj Ifj id Id özv Özv szt Szt ún Ún pl Pl vö Vö ld Ld lsd Lsd vs ill Ill kb Kb pld Ti t.i gr
        ezr alezr szds fhdgy tbk dr.habil habil Sz őrm
        """,
        "before": """
        max Max min Min tel Tel mob Mob fax u U krt Krt ltp Ltp stny sgt Sgt rkp fsz fszt Fszt ker Ker közp Közp inkl
        szerk Szerk ford Ford kiad Kiad megj Megj átl Átl ang ném lat fr gör ig ügyv vez Vez titk elnökh oszt Oszt
        főoszt áll közl Közl bef Bef pénzt Biz i.h uo Uo hiv eng Eng megh Megh szül Szül Rend telj ált Ált mell Mell
        ügyf Ügyf mh közg gazd műsz Műsz jogt u.i Ui ui Univ Inst lh lház Lház irsz jkv Jkv Titk tulajd Tulajd bérl
        Bérl közöl Ügyv kül szem Szem
        """,
        "number": """
        sz Sz old Old o bek Bek Fej Köt évf Évf tábl táb § em hrsz Hrsz p sor reg Reg lh irsz hsz ajtósz fsz
        """,
        "after": """
        Kr.e Kr.u i.e i.sz u.sz sz Ft ft fill eFt MFt mrd mill db p mp h kg g dkg km cm mm ml dl l ha em fszt de du
        evk ek tk gr pp m é cs kk mk evőkan ó hó
        """,
        "name": "Kft kft Bt bt Zrt zrt Nyrt nyrt Rt rt Kkt Inc Ltd Co jr",
        "end": "stb Stb s.t.b stbi etc s.í.t sk nb",
        "word": "áll sor kiad mell reg",
    },
    "tr": {
        "title": """
        Dr Prof Doç Yrd Yrd.Doç Öğr Öğr.Gör Gör Uzm Av Sn Op Dt Ecz Müh Mim Alb Yzb Bnb Tğm Org Gen Korg Tuğg Hz St Bn
        örn Örn örneğ bkz Bkz bk Bk krş Krş dr prof av sn Arş Arş.Gör Ar.Gör
        """,
        "before": """
        Cad cad Cd Sok sok Sk sk Mah mah Mh Mrk Apt apt Blv Bulv bulv Bul Dai dai Böl böl Şb maks Maks min Min azm tel
        Tel faks Faks dah Dah Gn Gnl Müd müd Yard yard Bşk bşk Başk Bak bak çev Çev haz Haz ed Ed yay Yay trc der doğ
        Doğ ö öl Öl İng Alm Fr Lat Ar Far Osm T.C T.B.M.M yakl Yakl ort Ort ör hst Hst Üniv üniv Fak fak Ens Enst Şti
        Ltd Tic San İth İhr Paz Pzl Mlz İnş Sos Tek Mes Gıd Turz Nak Teks Koop yön Yön kur Kur Bld Bel bel sek Sek say
        Say D.No Kat.No hft müh Yön.Kur Gen.Müd Müd.Yard
        """,
        "number": """
        No no Nr s S ss sf Sf syf Syf sh c C md Md Mad mad fık Fık böl Şek şek Tab Res res Çiz § sy Sy D D.No Dai.No
        Tel.No bent sıra Blok.No
        """,
        "after": """
        yy M.Ö M.S MÖ MS İ.Ö İ.S dk dak sa sn kg g gr km cm mm ml l lt ad m kş yk çk tk yem yy.da t ha pk pkt hft
        çay.kaş yem.kaş su.bard
        """,
        "name": "A.Ş A.O Ltd.Şti Şti Tic.Ltd.Şti San.ve.Tic Inc Corp Co jr Jr",
        "end": "vb Vb vs Vs vd Vd v.b v.s v.d vdğ ve.b ve.d ve.s etc",
        "word": "no der ad tek yay bak res",
    },
    "lt": {
        "title": "dr Dr prof Prof doc g pr al p pvz Pvz t.y T.y plg Plg žr Žr vad šv Šv kun inž",
        "before": "k maks min tel Tel mob faks įsk Įsk gim Gim red sud vert m.sav raj r apskr aps",
        "number": "nr Nr psl Psl p str Str sk Sk pav lent d t § a",
        "after": "m mėn d val min sek Eur ct tūkst mln mlrd vnt asm kg g km cm mm ml l a amž pr.Kr po.Kr pr.m.e m.e",
        "name": "UAB AB jr",
        "end": "t.t ir.t.t pan ir.pan kt ir.kt etc",
    },
    "lv": {
        "title": "dr Dr prof Prof doc sv piem Piem t.i T.i t.s sal Sal skat Skat",
        "before": "apm Apm maks min tālr Tālr tel iesk dz Dz red izd nov pag raj t.sk",
        "number": "Nr nr lpp Lpp p att Att tab sēj § nod",
        "after": "g gs m p.m.ē m.ē pr.Kr st min sek tūkst milj miljd gab cilv kg km cm mm ml l",
        "name": "SIA AS jr",
        "end": "utt Utt u.c u.tml utml c etc",
    },
    "el": {
        "title": "κ κα κος κκ κ.κ Δρ δρ Καθ καθ Αγ π.χ Π.χ δηλ Δηλ βλ Βλ πρβλ Πρβλ λ.χ Λ.χ μτφ Dr",
        "before": """
        οδ Οδ λεωφ Λεωφ Λ πλ Πλ τηλ Τηλ κιν φαξ περ Περ περίπ συμπ Συμπ μέγ Μεγ ελάχ εκδ Εκδ επιμ μετ γεν Γεν αγγλ αρχ
        """,
        "number": "αρ Αρ αριθ Αριθ σ σελ Σελ σσ κεφ Κεφ τ τόμ εικ Εικ πίν Πίν σχ Σχ παρ Παρ άρθ αρθ ν § τ.κ Τ.Κ",
        "after": "π.μ μ.μ π.Χ μ.Χ αι ευρ χιλ εκατ δισ δισεκ λεπ δευτ ώρ κ.εκ κιλ χλμ τ.μ τεμ",
        "name": "Α.Ε ΑΕ Ε.Π.Ε Ο.Ε Ε.Ε Η.Π.Α",
        "end": "κ.λπ κλπ κ.τ.λ κτλ κ.ά κ.α κ.ο.κ",
    },
    "id": {
        "title": """
        Dr dr Drs Dra Ir Prof H Hj KH Tn Ny Sdr Sdri Bpk Nn R Jend Kol Kapt Let Yth yth S.H S.E S.Pd M.Si M.Pd a.n u.p
        d.h d.a
        """,
        "before": "Jl Jln jl Jend Gg gg Kec Kel Kab Prov Komp maks Maks min Min telp Telp tlp tel Tel hp fax ext incl",
        "number": "No no hlm Hlm hal Hal ps Ps psl ay gbr Gbr tab vol Vol RT RW ed",
        "after": "M SM H rb jt mnt dtk kg g km cm mm ml l Rp org bh thn bln",
        "name": "Tbk PT CV Inc Ltd Co",
        "end": "dll Dll dsb Dsb dst Dst dkk Dkk etc",
        "word": "hal no",
    },
    "hi": {
        "title": """
        डॉ डा श्री श्रीमती सुश्री प्रो पं स्व कु मो मि एड जन ले इंजी न्याय मा आ सं पू उदा ए बी सी डी ई एफ जी एच आई जे
        के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड
        """,
        "before": "लग दूर फो फ़ो मोब मोबा अधि न्यू संपा अनु कं प्रा लि जि पो ता त पी.ओ वि विभा सचि अध्य कोषा",
        "number": "नं न क्र क्रं सं पृ अनु धा खं अ रु रू म.न म.नं",
        "after": "रु रू ई.पू ईसा.पू ई कि.मी कि.ग्रा कि से.मी मि.मी ग्रा मि.ली मि से घं वि.सं ली",
        "name": "लि प्रा.लि कं जू",
    },
    "ar": {
        "title": "د أ م أ.د ا.د ش ح ق ع",
        "before": "ص.ب ت ه هـ تل ج ر ن ط س ف",
        "number": "ص ص.ص م ج ع ق ف",
        "after": "م هـ ه ق.م ب.م ج.م ر.س د.إ ل.ل د.ك ص م.م كم كجم سم كغ ق س",
        "name": "ش.م.م ش.م.ع ذ.م.م م.م",
        "end": "إلخ الخ",
    },
    "he": {
        "title": "ד פרופ גב עו ר",
        "before": "רח שד טל פקס ת.ד לפה ס מס",
        "number": "מס עמ סע פר כר",
        "after": "לפנה ש ק ס",
        "end": "וכו וגו",
    },
    "fa": {
        "title": "د م آ",
        "before": "ص.پ ت",
        "number": "ص ش ج",
        "after": "م ه ق.م ه.ش ه.ق",
    },
    "ko": {
        "number": "No p pp vol",
        "name": "Co Ltd Inc Co.Ltd",
    },
    "ja": {
        "title": "Dr Mr Mrs Ms Prof St vs cf e.g i.e",
        "number": "No no Fig Vol vol p pp Tel Ver",
        "name": "Co Ltd Inc Corp",
    },
    "zh": {
        "title": "Dr Mr Mrs Ms Prof St vs cf e.g i.e",
        "number": "No no Fig Vol vol p pp Tel Ver",
        "name": "Co Ltd Inc Corp",
    },
}
