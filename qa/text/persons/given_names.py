"""The gender that a given name tells, of the names that are frequent in Europe and the Americas.

Names in lower case, as they are written, without those that both have (Andrea, Kim, Robin). Left out: rarer names, of
which the end says a little (`sounds_like`).
"""

from __future__ import annotations

from typing import Final

from qa.text.persons.pronouns import Gender

__all__ = ["GENDERS"]

_MEN = """
    adam adrian alan albert alejandro aleksander alessandro alex alexander alfred ali anders andré andreas andrew
    anthony antoine antonio antónio arthur august axel ben benjamin bernard bernd bill björn bob boris brian bruno
    carl carlos charles chris christian christopher claude daniel david dennis diego dieter dimitri dirk dmitri
    dominic donald douglas edgar eduardo edward elias emil enrico eric erich erik ernst eugene fabian federico felix
    fernando filip filippo florian francesco francis francisco franck françois frank frans franz fred frederick
    friedrich fritz gabriel gary geoffrey georg george gerald gerard gerhard giovanni giorgio giuseppe gordon graham
    gregory guido guillaume gunnar gustav hans harald harold harry hassan heinrich heinz helmut hendrik henri henry
    herbert hermann horst howard hugo ian ibrahim igor isaac ivan jack jacob jacques jaime jakob jakub james jan
    jason javier jean jeff jeffrey jens jeremy jerry jesús jim joachim joão joaquín joe joel johan johann johannes
    john jon jonas jonathan jorge josé josef joseph juan julien jürgen karel karl kenneth kevin klaus konrad kurt
    lars laurent lawrence leo leon leonard leonardo lorenzo louis lucas ludwig luigi luis luís lukas magnus manfred
    manuel marc marcel marco marcus mario mark markus martin marvin mateo matthew matthias matteo max maximilian
    mehmet michael michel miguel mikael mohamed mohammed muhammad mustafa nathan neil nicholas nick nicolas niels
    nigel nikolai nils noah norbert olaf oleg oliver olivier omar oscar otto ove pablo paolo pascal patrick paul
    paulo pavel pedro per peter petr philip philipp philippe pierre piotr rafael rainer ralph ramón raymond reinhard
    rené ricardo richard rob robert roberto roger roland rolf roman ronald rui russell sam samuel sean sebastian
    sergei sergio siegfried simon stefan stephen steve steven stuart sven theo theodor thomas tim timothy tobias tom
    tomás tomasz tony ulrich uwe victor viktor vincent vladimir volker walter werner wilhelm william wolfgang yusuf
    yves zoltán алексей александр андрей антон борис василий виктор владимир геннадий георгий дмитрий евгений иван
    игорь константин максим михаил николай олег павел пётр роман сергей степан юрий
"""
_WOMEN = """
    abigail ada adele agnes agnieszka alice alicia alison amanda amelia amy ana anastasia angela angelika anja ann
    anna anne annette annie antonia astrid ayşe barbara beata beatrice beatrix berta birgit brigitte britta camilla
    carla carmen carol carolina caroline catherine cecilia celia charlotte chiara christa christiane christina
    christine clara claire claudia cornelia cristina dagmar daniela deborah denise diana dolores dora doris dorothy
    edith eleanor elena eleni elisa elisabeth elizabeth elke ella ellen elsa emilia emily emma erika esther eva eve
    evelyn fatima florence frances francesca franziska frida gabriela gabriele gabriella gerda gertrud gisela giulia
    grace greta gudrun hanna hannah hanne heather hedwig heike helen helena helene helga hilda ida ilse inés inga
    inge ingeborg ingrid irene iris irina irma isabel isabella isabelle jane janet janine jana jennifer jessica jill
    joan joanna johanna josephine joyce judith julia juliane julie karen karin katarzyna katharina katherine
    kathleen kathrin katja kirsten kristin kristina laura lena lisa lise liv louise lucía lucie lucy luise lydia
    magdalena małgorzata manuela marcela margaret margarita margarete maria maría mariana marianne marie marina
    marion marta martha martina mary mathilde megan melanie mia michaela michelle mira miriam monica monika nadia
    nancy natalia natalie nathalie nicole nina nora norma olga olivia pamela patricia paula pauline petra pilar
    rachel rebecca regina renate rita rosa rose roswitha ruth sabine sally samantha sandra sara sarah sibylle sigrid
    silke silvia simone sofía sofia solveig sonja sophia sophie stefanie stella stephanie susan susana susanna
    susanne sylvia sylvie tamara tatiana teresa theresa therese thérèse ulrike ursula uschi valentina valeria
    vanessa vera verena veronica victoria viktoria virginia wendy yvonne zoe александра алла анастасия анна
    валентина вера виктория галина дарья евгения екатерина елена ирина ксения любовь людмила марина мария надежда
    наталья нина олена ольга оксана светлана софия татьяна юлия
"""

GENDERS: Final[dict[str, Gender]] = {
    **dict.fromkeys(_MEN.split(), "he"),
    **dict.fromkeys(_WOMEN.split(), "she"),
}
"""Given name to the gender that it tells."""
