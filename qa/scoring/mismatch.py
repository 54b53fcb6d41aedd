"""What speaks against a sentence: parts of the question that it lacks or contradicts.

A question that was changed a little ("the *last* king", "who did *not* sign") shares nearly all its words with a
sentence that does not answer it. These features look at what is left over: names and figures, opposites, negation,
words that narrow a question down, and the runs of words that are broken.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from qa.arrays import Floats
from qa.scoring.matching.match import Match
from qa.scoring.term_weights import TermWeights
from qa.text.stems import term

__all__ = ["MISMATCHES", "OPPOSITES", "describe_mismatch"]


_PAIRS = """
    accept reject, accept refuse, active passive, add remove, add subtract, admit deny, advance retreat, agree disagree,
    alive dead, allow forbid, allow prevent, allow prohibit, ally enemy, always never, ancient modern, appear disappear,
    arrive leave, arrive depart, ascend descend, attack defend, back front, before after, begin end, begin finish,
    benefit harm, best worst, better worse, big small, birth death, bottom top, broad narrow, build destroy, buy sell,
    capture release, cheap expensive, child adult, civilian military, clean dirty, close open, cold hot, cold warm,
    common rare, connect disconnect, create destroy, cool heat, dark light, dawn dusk, day night, deep shallow,
    decline grow, decrease increase, decrease rise, defeat victory, defeat win, demand supply, deny confirm, dependent
    independent, different same, difficult easy, discourage encourage, divide unite, divide multiply, domestic foreign,
    down up, dry wet, early late, earliest latest, east west, eastern western, efficient inefficient, employ dismiss,
    empty full, enter leave, enter exit, entrance exit, even odd, exclude include, expand shrink, expand contract,
    export import, external internal, fail succeed, failure success, fall rise, false true, false correct, far near,
    fast slow, fat thin, father mother, father son, female male, few many, fewer more, fewest most, final first,
    finish start, first last, forget remember, former latter, former current, forward backward, match dissolve, free
    slave, freeze melt, friend enemy, future past, gain lose, gain loss, general specific, give take, good bad,
    guilty innocent, happy sad, hard soft, hate love, hard easy, heavy light, high low, higher lower, highest lowest,
    horizontal vertical, husband wife, ignore notice, include omit, income expense, inner outer, inside outside,
    join leave, join separate, junior senior, king queen, land sea, large small, larger smaller, largest smallest,
    legal illegal, less more, least most, lend borrow, liberal conservative, like dislike, likely unlikely, long short,
    longer shorter, longest shortest, lose win, major minor, man woman, majority minority, maximum minimum,
    maternal paternal, marry divorce, natural artificial, negative positive, new old, newest oldest, none all, north
    south, northern southern, northeast southwest, northwest southeast, offensive defensive, old young, older younger,
    oldest youngest, oppose support, oppose favor, optional mandatory, ordinary special, parent child, pass fail,
    peace war, permanent temporary, poor rich, poverty wealth, possible impossible, predecessor successor, present
    absent, private public, profit loss, pull push, punish reward, pure mixed, quiet loud, raise lower, reduce increase,
    reduce raise, regular irregular, right left, right wrong, rural urban, safe dangerous, seldom often, simple complex,
    single multiple, single married, strengthen weaken, strong weak, stronger weaker, strongest weakest, teacher
    student, together apart, victory loss, visible invisible, voluntary compulsory, voluntary forced, warm cool,
    wide narrow, win lose, winner loser, winter summer, with without, within beyond, worse improve, worsen improve,
    yes no
"""
_NEGATIONS = frozenset(
    map(
        term,
        "not no never none neither nor without cannot n't isn't wasn't aren't weren't don't doesn't didn't hasn't "
        "haven't hadn't won't wouldn't couldn't shouldn't can't except unlike nothing nobody nowhere".split(),
    )
)
_NARROWING = frozenset(
    map(
        term,
        "first last only most least best worst largest smallest biggest highest lowest oldest youngest newest earliest "
        "latest longest shortest second third main primary original final current former all every always never both "
        "each other another more less fewer".split(),
    )
)


def _read_opposites() -> dict[str, frozenset[str]]:
    opposites: dict[str, set[str]] = {}
    for pair in _PAIRS.split(","):
        a, b = (term(word) for word in pair.split())
        opposites.setdefault(a, set()).add(b)
        opposites.setdefault(b, set()).add(a)
    return {name: frozenset(others) for name, others in opposites.items()}


OPPOSITES = _read_opposites()
"""Term to the terms of opposite meaning, for common English words."""

MISMATCHES = (
    "terms",
    "missing",
    "missing_around",
    "missing_in_passage",
    "weight_missing",
    "weight_missing_in_passage",
    "heaviest_held",
    "second_heaviest_held",
    "third_heaviest_held",
    "heaviest_in_passage",
    "second_heaviest_in_passage",
    "names",
    "names_missing",
    "names_missing_in_passage",
    "figures",
    "figures_missing",
    "figures_missing_in_passage",
    "opposites",
    "opposites_in_passage",
    "negations",
    "negations_of_question",
    "narrowing_missing",
    "last_held_term",
    "longest_run",
    "runs",
    "in_order",
    "missing_with_above",
    "weight_missing_with_above",
    "names_missing_with_above",
    "figures_missing_with_above",
)


def describe_mismatch(match: Match, row: int, weights: TermWeights) -> Floats:
    """Return the features that speak against the sentence in a row of the match: (len(MISMATCHES),)."""
    query = match.query
    passage = match.passage[row]
    held = match.soft[row]
    around = np.maximum(np.maximum(held, match.before[row]), match.after[row])
    whole = np.maximum(np.maximum(held, match.above.lead[row]), match.above.headings[row])
    whole = np.maximum(whole, match.before[row] * match.spoken[row])
    anywhere = np.maximum(np.maximum(around, whole), match.elsewhere[row])
    sought = query.sought
    own = np.where(sought, weights.of(query)[0], 0.0)
    share = own / (own.sum() or 1.0)
    heaviest = np.argsort(-share, kind="stable")[:3]
    heavy = [float(held[i]) if share[i] else -1.0 for i in heaviest] + [-1.0] * 3
    heavy_anywhere = [float(anywhere[i]) if share[i] else -1.0 for i in heaviest] + [-1.0] * 3
    each = match.surfaces[passage]
    start, end = match.first_word[row], match.first_word[row + 1]
    first = match.first_word[match.first[passage]]
    sentence = each.terms[start - first : end - first]
    lacking = [name for name, here in zip(query.names, held, strict=True) if here == 0.0]
    present, everything = set(sentence), set(each.terms)
    opposed = [OPPOSITES[name] for name in lacking if name in OPPOSITES]
    in_order = [number for number in query.sequence.tolist() if sought[number]]
    runs, longest = _count_runs([held[number] > 0.0 for number in query.sequence.tolist()])
    return np.array(
        [
            sought.sum(),
            (sought * (1.0 - held)).sum(),
            (sought * (1.0 - around)).sum(),
            (sought * (1.0 - anywhere)).sum(),
            share @ (1.0 - held),
            share @ (1.0 - anywhere),
            *heavy[:3],
            *heavy_anywhere[:2],
            query.capital.sum(),
            query.capital @ (1.0 - held),
            query.capital @ (1.0 - anywhere),
            query.figure.sum(),
            query.figure @ (1.0 - held),
            query.figure @ (1.0 - anywhere),
            sum(bool(others & present) for others in opposed),
            sum(bool(others & everything) for others in opposed),
            sum(name in _NEGATIONS for name in sentence),
            sum(name in _NEGATIONS for name in query.names),
            sum(name in _NARROWING for name in lacking),
            held[in_order[-1]] if in_order else -1.0,
            longest,
            runs,
            _share_in_order(match, start, end),
            (sought * (1.0 - whole)).sum(),
            share @ (1.0 - whole),
            query.capital @ (1.0 - whole),
            query.figure @ (1.0 - whole),
        ]
    )


def _count_runs(held: list[bool]) -> tuple[int, float]:
    """Return how many runs of the question's words are held, and the longest one as a share of all words."""
    runs = longest = length = 0
    for here in held:
        length = length + 1 if here else 0
        runs += length == 1
        longest = max(longest, length)
    return runs, longest / max(1, len(held))


def _share_in_order(match: Match, start: int, end: int) -> float:
    """Return the share of the question's pairs of held sought words that stand in the same order in the sentence."""
    query = match.query
    places = {int(number): place for place, number in reversed(list(enumerate(match.words[start:end]))) if number >= 0}
    sequence = [places[n] for n in dict.fromkeys(query.sequence.tolist()) if query.sought[n] and n in places]
    pairs = list(pairwise(sequence))
    return sum(a < b for a, b in pairs) / len(pairs) if pairs else -1.0
