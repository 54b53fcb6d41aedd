"""Months and weekdays by language, whole and shortened, in lower case: what goes on with a day or begins after one."""

from __future__ import annotations

from typing import Final

__all__ = ["DAYS", "MONTHS", "SHORT_DAYS", "SHORT_MONTHS"]

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar jänner februar feber märz april mai juni juli august september oktober november dezember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "fi": """
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
    marraskuuta joulukuuta
    """,
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    "de": "Jan Jän Feb Febr Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez",
    "nl": "jan feb febr mrt apr jun jul aug sep sept okt nov dec",
    "sv": "jan feb febr mar apr jun jul aug sep sept okt nov dec",
    "da": "jan feb febr mar apr jun jul aug sep sept okt nov dec",
    "no": "jan feb febr mar apr jun jul aug sep sept okt nov des",
    "es": "ene febr feb mar abr may jun jul ago agt sep sept set oct nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "fr": "janv jan févr fév mar avr juil sept oct nov déc",
    "it": "gen genn feb febb mar apr mag magg giu giugn lug ago set sett ott nov dic",
    "ro": "ian feb febr mar apr iun iul aug sep sept oct nov noi dec",
    "pl": "sty stycz lut kwi kwiec cze czerw lip sie sierp wrz wrześ paź paźdz lis listop gru grudz",
    "cs": "led ún břez dub květ čvn čvc srp říj list pros",
    "sk": "jan feb apr jún júl aug sep sept okt nov dec",
    "hu": "jan febr feb márc ápr máj jún júl aug szept okt nov dec",
    "tr": "Oca Şub Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "ru": "янв февр фев апр июн июл авг сент сен окт нояб ноя дек",
    "uk": "січ лют бер квіт трав черв лип серп вер жовт лист груд",
    "ca": "gen febr abr jul ag set oct nov des",
    "el": "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Σεπτ Οκτ Νοε Δεκ",
    "id": "Jan Feb Mar Apr Jun Jul Agu Agt Sep Sept Okt Nov Des",
    "fi": "tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk",
}
_DAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
}
_SHORT_DAYS = {
    "en": "Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun",
    "de": "Mo Di Mi Do Sa So Mon Die Mit Don Fre Sam Son",
    "nl": "ma di wo woe do don vr vrij za zat zo zon",
    "sv": "mån tis ons tors tor fre lör sön",
    "da": "man tirs tir ons tors tor fre lør søn",
    "no": "man tirs tir ons tors tor fre lør søn",
    "es": "lun mar mié miér jue juev vie vier sáb dom",
    "pt": "seg ter qua qui sex sáb dom",
    "fr": "lun mar mer jeu ven sam dim",
    "it": "lun mar mer gio giov ven sab dom",
    "ro": "lun mar mie mier joi vin sâm dum",
    "pl": "pon wt śr czw pt pią sob niedz nd",
    "cs": "pon út stř čtv pát sob ned po st čt pá so ne",
    "hu": "hétf csüt szomb szo vas",
    "tr": "Pzt Pts Sal Çar Çrş Per Cum Cmt Cts Paz",
    "ru": "пн вт ср чт пт сб вс понед втор четв пятн субб воскр",
    "el": "Δευ Τρι Τετ Πεμ Παρ Σαβ Κυρ",
    "ca": "dl dt dc dj dv ds dg",
    "id": "Sen Sel Rab Kam Jum Sab Min",
}


def _parted(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in lists.items()}


MONTHS: Final = _parted(_MONTHS)
SHORT_MONTHS: Final = _parted(_SHORT_MONTHS)
DAYS: Final = _parted(_DAYS)
SHORT_DAYS: Final = _parted(_SHORT_DAYS)
