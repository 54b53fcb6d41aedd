"""Abbreviations of Slavic languages, from Polish to Russian; as in `germanic`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["SLAVIC"]

SLAVIC: Final[Mapping[str, Mapping[str, str]]] = {
    "pl": {
        "title": """
        Szan szan dr Dr dr.hab prof Prof hab mgr Mgr inż Inż lic Lic doc Doc arch ks Ks bp Bp abp kard o O św Św bł Bł
        s.p śp Gen płk ppłk mjr kpt por ppor sierż red Red adw not p P pp np Np tzn Tzn tj Tj t.j tzw Tzw m.in M.in vs
        cf zob Zob Por dyr Dyr prez sz.p
        """,
        "before": """
        ul Ul al Al pl Pl os Os woj Woj pow Pow gm Gm im Im ok Ok maks Maks min Min max Max tel Tel kom Kom fax faks
        wew Wew dot Dot ds Ds godz Godz wg Wg wyd Wyd oprac Oprac tłum Tłum przekł zał Zał załącz ang Ang niem franc
        łac gr pol hist tech techn med ekon przyp Przyp przew Przew zast Zast wiceprzew sekr Sekr skarbn kier Kier
        nacz Nacz odp Odp adr Adr m.st jw Jw ww Ww w/w dz Dz biol chem mat fiz ew Ew ewent prow Prow przeł red.n szac
        śr Śr dł szer wys gł gat inst Inst uniw Uniw ur Ur zm Zm zob pt tyt Tyt cyt Cyt sygn Sygn N.B łącz Łącz włącz
        nt Nt nast Nast pn zw Zw popr pocz Pocz kol Kol pok Pok pięt Pięt kaucj skarb Skarb prot Prot przewodn czł Czł
        wł Wł ewid właśc zamieszk adm Adm biur
        """,
        "number": """
        nr Nr nry str Str s S rozdz Rozdz rys Rys tab Tab art Art ust Ust par § pkt Pkt lit Lit poz Poz t vol Vol cz
        Cz zesz z fig ryc Ryc fot Fot w zad Zad lok Lok m kl Kl sek zał reg rej Rej sygn pok Pok m.n p.p Zał pięt Lp
        lp dz kat
        """,
        "after": """
        r rr w ww n.e p.n.e p.Chr m.p.m tys mln mld zł gr godz min sek szt Szt os op opak kg g km cm mm ml l ha br bm
        ub ubm ub.r b.r b.m dag łyż pkt proc m kw mies tyg szkl łyżecz m2 kW pok rat dł st
        """,
        "name": "S.A z.o.o Sp.z.o.o sp.z.o.o Sp sp.j s.c Inc Ltd Co jr Jr sp.k",
        "end": "itd Itd itp Itp etc i.in in i.n itd.itp",
        "word": "ust par lit",
    },
    "cs": {
        "title": """
        Ing ing Mgr Bc BcA Dr dr MUDr JUDr PhDr RNDr MVDr PaedDr ThDr ThLic MDDr PharmDr doc Doc prof Prof akad arch
        mjr plk pplk kpt npor šp sv Sv p pí sl Ing.arch MgA např Např tzv Tzv tj Tj t.j tzn Tzn mj Mj resp Resp srov
        Srov vs cf vč Vč zejm Zejm popř Popř příp Příp event Event
        """,
        "before": """
        ul Ul nám Nám tř Tř nábř Nábř okr Okr max Max min Min maxim ca cca Cca tel Tel mob Mob fax odd Odd kl Kl ev Ev
        dop Dop angl něm franc lat řec fr vyd Vyd nakl Nakl přel Přel překl pozn Pozn red Red ref Ref reg Reg řed Řed
        zást Zást předs Předs tajem jedn Jedn inž dipl úř Úř spol Spol hl Hl adr Adr tech techn zkr Zkr pův Pův orig
        stř ost Ost odp Odp dopol odpol hist nar Nar zem kat Kat zák Zák vyhl Vyhl sb Sb uč vl Vl zn Zn vych pátr prac
        Prac soukr ved Ved vel Vel býv Býv ods tzt přibl Přibl n.m N.B P.S Univ Inst místopředs Místopředs taj Taj
        pokl Pokl měs Měs týd Týd náj kauc vlast Vlast přít Přít
        """,
        "number": """
        č Č čís Čís čp č.p č.j č.ú č.pop č.ev čl Čl str Str s S obr Obr tab Tab kap Kap odst Odst písm Písm sv roč Roč
        vol Vol fig příl Příl r par § ř ot pol Pol lit t sek ev.č reg.č parc.č parc var v.č v.s č.dv č.b č.účtu č.tel
        č.fakt byt.č
        """,
        "after": """
        st stol př.n.l n.l př.Kr po.Kr tis mil mld hod min sek kč Kč ks kg g km cm mm ml l dl ha os m lžíc dkg r t.r
        m.r roč t.č patr bal lž lžič hrn měs týd čaj.lž pol.lž
        """,
        "name": """
        s.r.o S.r.o a.s A.s v.o.s k.s spol.s.r.o o.p.s z.s Inc Ltd Co jr ml st Ph.D CSc DrSc PhD Th.D DiS MBA n.p
        """,
        "end": "atd Atd apod Apod aj etc ap a.j pod",
        "word": "kat pol var ne po so",
    },
    "sk": {
        "title": """
        Ing Mgr Bc Dr dr MUDr JUDr PhDr RNDr MVDr PaedDr ThDr doc Doc prof Prof akad arch gen plk pplk mjr kpt por sv
        Sv p napr Napr tzv Tzv tj Tj t.j tzn Tzn resp Resp porov Porov vs vrát Vrát príp Príp event vr Vr
        """,
        "before": """
        ul Ul nám Nám okr Okr max Max min Min cca Cca ca tel Tel mob Mob fax odd Odd pozn Pozn vyd Vyd prel Prel red
        Red ref Ref reg Reg riad Riad zást Zást adr Adr angl nem franc lat pôv Pôv zák Zák Zb zb nar Nar hl spol Spol
        Univ Inst podpreds Podpreds predsed taj pokl mes Mes týžd náj
        """,
        "number": """
        č Č čís čl Čl str Str s obr Obr tab Tab kap Kap ods Ods písm Písm zv roč Roč vol fig príl Príl r § par č.b č.ú
        č.p č.d
        """,
        "after": """
        st stor pred.n.l n.l pred.Kr po.Kr tis mil mld hod min sek ks kg g km cm mm ml l dl ha os r t.r m bal lyž mes
        týžd dkg
        """,
        "name": "s.r.o a.s v.o.s k.s n.o o.z Inc Ltd jr ml st Ph.D PhD CSc DrSc",
        "end": "atď Atď a.pod apod pod etc a.i a.p",
    },
    "sl": {
        "title": """
        dr Dr mag Mag prof Prof g ga gdč inž Inž univ dipl doc Doc akad sv Sv npr Npr tj t.i T.i i.e prim vs gl Gl oz
        t.j
        """,
        "before": "ul Ul c cca ca pribl maks Maks min Min max tel Tel gsm faks vklj Vklj ok roj Roj ur Ur prev op",
        "number": "št Št str Str s čl Čl odst sl Sl tab Tab pogl Pogl zv toč § l",
        "after": "st stol pr.n.št n.št pr.Kr po.Kr tis mio mrd min sek h kom kg g km cm mm ml l os m",
        "name": "d.o.o d.d s.p z.o.o k.d Inc Ltd ml st",
        "end": "itd itn ipd idr etc ip",
    },
    "hr": {
        "title": """
        dr Dr mr Mr mag prof Prof ing dipl doc Doc akad sv Sv g gđa gđica gosp npr Npr tj Tj tzv Tzv odn Odn sc vs usp
        Usp v
        """,
        "before": """
        ul Ul cca ca maks Maks min Min tel Tel mob Mob fax uklj Uklj rođ Rođ izd Izd prev ur Ur red bl kat gl Gl
        """,
        "number": "br Br str Str s čl Čl st sl Sl tab Tab pogl Pogl sv t toč § al",
        "after": "st stolj god pr.Kr po.Kr pr.n.e n.e tis mil mlrd min sek h kom kg g km cm mm ml l dag os kn eur m",
        "name": "d.o.o d.d j.d.o.o Inc Ltd ml st",
        "end": "itd Itd i.sl isl i.dr dr etc i.t.d",
    },
    "sr": {
        "title": """
        dr Dr mr Mr prof Prof ing doc akad sv Sv g gđa gđica npr Npr tj Tj tzv Tzv odn Odn vs up Up др Др мр проф Проф
        инж доц акад св Св г гђа нпр Нпр тј Тј тзв Тзв одн ул Ул
        """,
        "before": "ul Ul bul Bul cca ca maks min tel Tel mob fax uklj rođ izd бул цца макс тел Тел моб укљ рођ",
        "number": "br Br str Str s čl Čl st sl tab t бр Бр стр Стр чл Чл ст сл таб т",
        "after": """
        st god p.n.e n.e pr.n.e hilj mil mlrd min sek h kom kg g km din m год п.н.е н.е хиљ мил млрд мин дин ком
        """,
        "name": "d.o.o a.d ml st д.о.о а.д",
        "end": "itd Itd i.sl i.dr dr etc итд и.сл и.др др",
    },
    "ru": {
        "title": """
        т.е Т.е т.н т.к Т.к т.о ул Ул пл просп Просп пр-т пр пер Пер бул б-р наб Наб ш им Им проф Проф акад Акад доц
        Доц к.т.н д.т.н к.м.н д.м.н к.э.н д.э.н канд докт д-р Д-р г-н г-жа г-на гр тов Тов св Св о ген Ген полк
        подполк кап лейт серж адм инж Инж зав Зав зам Зам нач Нач дир Дир гл Гл ст.л мл напр Напр см См ср Ср ср.также
        в.т.ч В.т.ч т.наз т.ч и.о И.о врио пред секр
        """,
        "before": """
        г пос Пос дер Дер с д обл Обл р-н респ Респ окр мкр корп Корп стр лит кв Кв оф Оф под эт ок Ок прибл Прибл
        макс Макс мин Мин вкл Вкл искл тел Тел моб Моб факс доб Доб ред Ред изд Изд пер сост Сост авт Авт англ нем
        франц лат греч рус устар разг род Род отв Отв исп Исп сокр орг ин ст.метро ст.м м ж.-д ж.д т.п.н бывш Бывш
        ежедн Ежедн еж ориг прим Прим перен воскр экз Экз ауд Ауд каб Каб Н.Б P.S бух Бух пред Пред секр Секр Ун-т
        ун-т ин-т пл общ Общ дог Дог арендат присутств Присутств отсутств
        """,
        "number": """
        стр Стр с рис Рис табл Табл гл разд Разд п пп ст Ст ч ном № вып Вып т тт илл Илл ил Ил прил Прил абз Абз подп
        л лл кн Кн д к кв эт кл Кл ауд каб п.п § см.стр рег.№ инв ф оп дог Дог лиц.сч р/с комн Комн под
        """,
        "after": """
        г гг в вв н.э до.н.э до.Р.Х по.Р.Х р.Х Р.Х руб Руб р коп тыс млн млрд мин сек ч час шт чел кг км см мм мл га л
        гр ц долл евр ст.л ч.л стол.л чайн.л у.е мес нед сут дн уп упак экз пог.м кв.м куб.м м г.г л.с с.ш ю.ш в.д з.д
        пач стак ст.лож ч.лож бут
        """,
        "name": "мл ст Inc Ltd Co Corp д.м.н к.м.н",
        "end": "т.д т.п и.т.д и.т.п др и.др и.пр проч и.проч etc",
        "word": "род",
    },
    "uk": {
        "title": """
        т.зв тзв т.б див Див пор Пор напр Напр вул Вул просп Просп пр пров Пров бул Бул наб пл проф Проф акад Акад доц
        ім Ім св Св о ген полк інж зав заст нач дир гол д-р канд докт п т.ч т.є в.о В.о
        """,
        "before": """
        м с смт обл Обл р-н буд Буд корп кв Кв оф тел Тел моб факс макс Макс мін Мін бл Бл прибл вкл ред Ред вид Вид
        авт нар Нар англ нім рос укр лат каб Каб бух пред секр ун-т ін-т дог
        """,
        "number": """
        стор Стор с рис Рис табл Табл гл розд Розд п пп ст Ст ч т вип Вип дод Дод абз кн № § арк дог каб кімн
        """,
        "after": """
        р рр ст н.е до.н.е грн коп тис млн млрд хв год сек шт ос кг км см мм мл га л г міс м екз пач тиж дн кв.м
        """,
        "name": "мол Inc Ltd Co",
        "end": "т.д т.п ін та.ін і.т.д і.т.п etc",
    },
    "bg": {
        "title": """
        г-н г-жа г-ца д-р Д-р проф Проф доц Доц инж Инж акад арх св Св ул Ул бул Бул пл гр Гр т.е Т.е т.нар напр Напр
        вж Вж ср Ср им т.н чл
        """,
        "before": """
        с кв Кв ж.к бл Бл вх Вх ет Ет ап Ап тел Тел моб факс макс мин Мин прибл вкл Вкл изд ред обл общ Общ род Род
        англ лат
        """,
        "number": "стр Стр с фиг Фиг табл Табл гл Гл чл Чл ал Ал т ст № бр Бр § п",
        "after": "г в пр.н.е н.е пр.Хр сл.Хр лв ст хил млн млрд мин сек ч бр кг км см мм мл м дка",
        "name": "мл ст Inc Ltd",
        "end": "т.н.т и.т.н и.др др т.н и.пр etc",
    },
}
