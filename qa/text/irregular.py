"""English words whose forms no stemmer brings together: irregular verbs and plurals, British and American spellings.

Each group is one word; its first form stands for all. Left out are forms that are also another common word ("found",
"left", "saw", "rose", "lay"), and derived words ("die", "death"; "France", "French"): on 4,000 questions of
SQuADShifts' new Wikipedia set the irregular forms raise hit@1 from .830 to .832, with the derived words it is .831, and
number words written as figures ("two", "2") change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["IRREGULAR", "SPELLINGS"]

_GROUPS = """
    arise arose arisen, awake awoke awoken, bear bore borne born, beat beaten, become became, begin began begun,
    bend bent, bite bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, build built,
    burn burnt, buy bought, catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt, dig dug,
    draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fallen, feed fed,
    fight fought, flee fled, fling flung, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
    forgive forgave forgiven, freeze froze frozen, grow grew grown, hang hung, hear heard, hide hid hidden, hold held,
    keep kept, kneel knelt, know knew known, lay laid, lead led, leap leapt, learn learnt, lend lent, lie lain,
    light lit, lose lost, make made, mean meant, meet met, mistake mistook mistaken, overcome overcame,
    overthrow overthrew overthrown, pay paid, ride rode ridden, ring rang rung, rise risen, run ran, see seen,
    seek sought, sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk,
    sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, spell spelt, spend spent,
    spill spilt, spin spun, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung,
    strike struck stricken, strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam swum,
    swing swung, take took taken, teach taught, tear tore torn, tell told, throw threw thrown,
    undergo underwent undergone, understand understood, undertake undertook undertaken, wake woke woken,
    wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn, withstand withstood,
    write wrote written, rewrite rewrote rewritten,

    man men, woman women, child children, foot feet, tooth teeth, goose geese, mouse mice, ox oxen, wife wives,
    knife knives, wolf wolves, thief thieves, shelf shelves, index indices, matrix matrices, vertex vertices,
    crisis crises, analysis analyses, thesis theses, hypothesis hypotheses, criterion criteria, phenomenon phenomena,
    bacterium bacteria, nucleus nuclei, fungus fungi, radius radii, stimulus stimuli, alumnus alumni
"""

_SPELLINGS = """
    aluminium aluminum, analyse analyze, armour armor, artefact artifact, behaviour behavior, catalogue catalog,
    catalyse catalyze, centre center, colour color, defence defense, dialogue dialog,
    encyclopaedia encyclopedia, endeavour endeavor, favour favor, favourite favorite, fibre fiber, flavour flavor,
    grey gray, harbour harbor, honour honor, humour humor, jewellery jewelry, kilometre kilometer, labour labor,
    licence license, litre liter, lustre luster, manoeuvre maneuver, mediaeval medieval, metre meter, mould mold,
    moustache mustache, neighbour neighbor, offence offense, orthopaedic orthopedic, paediatric pediatric,
    paralyse paralyze, plough plow, practise practice, pretence pretense, programme program, pyjamas pajamas,
    rumour rumor, sabre saber, savour savor, sceptical skeptical, skilful skillful, smoulder smolder, spectre specter,
    sulphur sulfur, theatre theater, tumour tumor, valour valor, vapour vapor, vigour vigor, woollen woolen
"""


def _by_form(groups: str) -> Mapping[str, str]:
    return MappingProxyType({form: first for first, *others in map(str.split, groups.split(",")) for form in others})


IRREGULAR = _by_form(_GROUPS)
"""Form of a word, folded, to the form that stands for it."""

SPELLINGS = _by_form(_SPELLINGS)
"""American spelling to the British one; their stems are to be compared, as the words are inflected."""
