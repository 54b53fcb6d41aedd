"""Whom a sentence with a pronoun speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.persons.antecedents import find_antecedents
from qa.text.persons.pronouns import PRONOUNS

# A language, sentences apart by "|", and the sentence that each stands for, or "-".
PASSAGES = [
    (
        "en",
        "Tom Reed led the club until 2011. | He was chosen in 2004. | Una Grey leads it now. | She rows.",
        "- 0 - 2",
    ),
    ("en", "The dam is old. | It was drawn by the engineer Una Grey. | She lived in Leeds.", "- - 1"),
    (
        "en",
        "Una Grey began in 2004. | Her brother Tom Reed cooks. | He has a dog. | Her office is upstairs.",
        "- 0 1 0",
    ),
    ("en", "Una Grey keeps the books. | In 1998 she moved to Leeds. | Today, she lives in York.", "- 0 0"),
    ("en", "Una Grey keeps the books. | When he was forty, Tom Reed left.", "- -"),
    ("en", "Una Grey keeps the books. | Tom said that he would leave.", "- -"),
    ("en", "Dr. Ito sees patients. | Mrs Novak keeps the desk. | She takes calls. | He is away in May.", "- - 1 0"),
    ("en", "Tom Reed met Una Grey in Leeds. | Mills were shut. | She was angry.", "- - 0"),
    ("en", "Una Grey is the warden. | Grey lives in York. | Her line is 555.", "- - 1"),
    ("en", "Una Grey keeps the books. | The town that she loves is old.", "- -"),
    ("en", "Ruth Grey met Tom Reed. | Tom Reed left. | She stayed.", "- - 0"),
    ("en", "Una Grey sat. | The witness, Mrs Reed, saw it. | She had lived there since 1990.", "- - 1"),
    ("it", "Il tesoriere, Paolo Neri, raccoglie le quote. | Lui risponde al 600 111.", "- 0"),
    ("en", "Anna joined in 2010. | She leads sales.", "- 0"),
    ("en", "The tenant pays in advance. | Heating is included. | He must not sublet.", "- - 0"),
    ("en", "Coffee is free. | The bus leaves at nine. | It is red.", "- - -"),
    ("en", "He was chosen.", "-"),
    ("de", "Die Architektin Eva Kern entwarf den Turm. | Sie starb 1967. | 1931 zog sie nach Graz.", "- 0 0"),
    ("de", "Eva Kern entwarf den Turm. | Der Turm steht in Graz. | Er ist 40 m hoch.", "- - -"),
    (
        "de",
        "Eva Kern leitet das Amt. | Sie können dort anrufen. | Frau Lang hilft aus. | Ihr Büro ist oben.",
        "- - - 2",
    ),
    ("de", "Herr Lang ist da. | Im Mai fährt er weg. | Frau Kern vertritt ihn. | Sie ist montags da.", "- 0 - 2"),
    ("fr", "Marie Roux est la directrice. | Elle est née à Lyon. | Il est interdit de fumer.", "- 0 -"),
    ("es", "Rosa Gil es la alcaldesa. | Nació en Cádiz. | Su despacho está arriba. | Fue elegida en 2019.", "- 0 0 0"),
    (
        "it",
        "Ada Neri dirige la scuola. | Lei è nata a Bari. | Il suo ufficio è chiuso. | È stata eletta nel 2019.",
        "- 0 0 0",
    ),
    ("pt", "Ana Reis é a diretora. | Ela nasceu no Porto. | Rui Lopes é o porteiro. | Ele tem dois filhos.", "- 0 - 2"),
    ("nl", "Jan de Wit is voorzitter. | Hij werd in 2011 gekozen. | In 1999 verhuisde hij naar Delft.", "- 0 0"),
    ("sv", "Eva Ek är rektor. | Hon började 2015. | Per Berg var rektor. | Han slutade 2014.", "- 0 - 2"),
    ("da", "Mette Holm er leder. | Hun begyndte i 2015. | Hendes kontor er ovenpå.", "- 0 0"),
    ("no", "Kari Vik er leder. | Hun begynte i 2015. | I 2016 flyttet hun til Bergen.", "- 0 0"),
    ("fi", "Liisa Salo on johtaja. | Hän syntyi Turussa.", "- 0"),
    ("hu", "Nagy Anna a vezető. | Ő 2019 óta dolgozik itt.", "- 0"),
    (
        "pl",
        "Anna Nowak jest dyrektorem. | Urodziła się w Łodzi. | Jan Lis był burmistrzem. | On mieszka w Pile.",
        "- 0 - 2",
    ),
    ("cs", "Jana Malá je ředitelka. | Narodila se v Brně.", "- 0"),
    ("ru", "Анна Белова руководит отделом. | Она родилась в Туле. | Олег Зуев ушёл. | Его кабинет пуст.", "- 0 - 2"),
    ("uk", "Олена Гай очолює відділ. | Вона народилася у Львові.", "- 0"),
    ("el", "Η Μαρία Παππά είναι δήμαρχος. | Αυτή γεννήθηκε στη Βόλο.", "- 0"),
    ("tr", "Ayşe Kaya başkandır. | O 2019 yılında seçildi.", "- 0"),
    ("id", "Siti Rahma memimpin sekolah. | Beliau lahir di Bandung.", "- 0"),
    (
        "vi",
        "Nguyễn Văn An là giám đốc. | Ông ấy sinh năm 1960. | Bà Trần Thị Mai là kế toán. | Bà ấy ở Huế.",
        "- 0 - 2",
    ),
    ("zh", "李娜是校长。 | 她的办公室在二楼。 | 陈伟是医生。 | 他住在三楼。 | 其他人不在。", "- 0 - 2 -"),
    ("ja", "田中花子は園長です。 | 彼女は京都で生まれました。 | 鈴木さんは医師です。 | 彼は二階にいます。", "- 0 - 2"),
    ("ko", "김민수는 부장입니다. | 그의 방은 5층입니다. | 이영희는 과장입니다. | 그녀의 방은 3층입니다.", "- 0 - 2"),
    ("ar", "سارة حداد مديرة المدرسة. | هي ولدت في بيروت. | وهي تسكن هنا.", "- 0 0"),
    ("und", "Una Grey rows. | She wins.", "- -"),
]


@pytest.mark.parametrize(("language", "passage", "wanted"), PASSAGES)
def test_a_pronoun_stands_for_the_nearest_person_that_fits(language: str, passage: str, wanted: str) -> None:
    antecedents = find_antecedents(passage.split(" | "), language)
    assert " ".join("-" if number is None else str(number) for number in antecedents) == wanted


WORDS = st.sampled_from(
    "He She Her his Tom Reed Una Grey the said In 1931 , ; Dr. Er sie Ihr 她 王丽 是 彼 Он elle".split()
)


@given(
    st.lists(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=9).map(" ".join)), max_size=12),
    st.sampled_from([*PRONOUNS, "und"]),
)
def test_a_sentence_points_to_an_earlier_one_or_to_none(sentences: list[str], language: str) -> None:
    antecedents = find_antecedents(sentences, language)
    assert len(antecedents) == len(sentences)
    assert all(earlier is None or 0 <= earlier < number for number, earlier in enumerate(antecedents))
    assert antecedents == find_antecedents(sentences, language)
