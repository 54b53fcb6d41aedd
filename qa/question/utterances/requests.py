"""Requests for what Quoth does not do: summaries, translations, letters, complete lists, sums and counts.

A request is bare when it names nothing but the documents ("summarise this", "what is this document about?"), or asks
for something to be written or translated: no sentence answers it. Any other asks for what it names as well, which
documents may say ("summarise the rules on pets", "list all fees", "add up the invoices"). "How many rooms are there in
total?" is a question, which a sentence may answer. In the languages of the interface, and six further ones.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from qa.question.utterances.request_patterns import (
    ADD,
    ARITHMETIC,
    LIBRARY,
    LIST,
    PLEASE,
    SUMMARY,
    SUMMARY_OF,
    TOTAL,
    TRANSLATION,
    WRITING,
)
from qa.text.lazy_regex import Pattern

__all__ = ["Request", "RequestKind", "read_request"]

RequestKind = Literal["summary", "translation", "writing", "list", "sum"]

_LONGEST = 200  # characters


class Request(NamedTuple):
    """What is asked for. bare: whether it names nothing else that is asked for. cue: the words that only ask for it."""

    kind: RequestKind
    bare: bool
    cue: str


_BARE: tuple[tuple[RequestKind, Pattern], ...] = (
    (
        "summary",
        Pattern(
            rf"{PLEASE}{SUMMARY}(?:\ (?:please|pls|for\ me|bitte|in\ (?:short|brief|one\ sentence)|briefly))*", regex.X
        ),
    ),
    ("list", Pattern(rf"{PLEASE}{LIBRARY}(?:\ please)?", regex.X)),
    ("translation", Pattern(rf"{PLEASE}{TRANSLATION}", regex.X)),
    ("writing", Pattern(rf"{PLEASE}{WRITING}", regex.X)),
)
_SUM = Pattern(ARITHMETIC, regex.X)
_WITH_OBJECT: tuple[tuple[RequestKind, Pattern], ...] = (
    ("summary", Pattern(rf"({PLEASE}{SUMMARY_OF})", regex.X)),
    ("list", Pattern(rf"({PLEASE}{LIST})", regex.X)),
    ("sum", Pattern(rf"({PLEASE}{ADD})", regex.X)),
)
_TOTAL = Pattern(TOTAL)
_ENDS = regex.compile(r"[?？؟.!。！…:\s]+$")
_SPACE = regex.compile(r"[\s,，、;-]+")
_REST = regex.compile(r"[\p{L}\p{N}]")

# Of each pattern, four letters that some word of whatever it matches begins with; other scripts are always tried.
_MAY_BEGIN = frozenset(
    "abou abst add addi affi all alto anal ao arch arqu arti ask aver belg bere best book bunu calc cite coll "
    "comp cond cont corr cosa coun cove crea cuen czym daj dame damm date dema deme desi dice dico disp dit divi "
    "diz dize doc docs doku docu donn draf draw elen en entw enum escr expl extr fai fais fala famm fass faz faça fich "
    "file find fois form frag gaat geef gene get gete gist give habl haga hand haz hva hvad ile impr incl insg "
    "insi keer libr list mais make mal mate mean metn minu mont most mues mués más name napi nenn no noem nomb "
    "nomi obli opps outl over page pape para parl pdf pdfs piu più plus poda pods poin poka poli por preg prep "
    "proo proz prze put qué razy reca reda redi reph repo resu resú revi rewr rias rédi résu sam same samm say "
    "schr scri shor show simp sint soma somm spor steh stre sum suma sume summ syno take tel tell terc text time "
    "tl tldr toon topi tota tous tout trad trai tran trat tutt unte uplo va vad van vat verf vert w waar work "
    "woru wovo writ wymi wypi zawi zeig zrób zsum zusa zähl çevi écri énum öz özet über łącz".split()
)
_OTHER_SCRIPT = regex.compile(r"[\u0370-\uffff]")
_COUNTS = regex.compile(r"\d\s*[-+*×÷^/%–]")


def _may_request(said: str) -> bool:
    """Tell whether a text may be a request, by the beginnings of its words; most questions have none of them."""
    if not _MAY_BEGIN.isdisjoint(word[:4] for word in said.split()):
        return True
    return _OTHER_SCRIPT.search(said) is not None


def read_request(text: str) -> Request | None:
    """Return the request that a text is; None for one that is none.

    >>> read_request("Please summarise this document."), read_request("Summarise the rules on pets")
    (Request(kind='summary', bare=True, cue=''), Request(kind='summary', bare=False, cue='Summarise the'))
    >>> read_request("What is this document about?").bare, read_request("What is clause 4 about?")
    (True, None)
    """
    if len(text) > _LONGEST:
        return None
    bare = _ENDS.sub("", text).replace("’", "'").strip(" ¿¡")
    said = _SPACE.sub(" ", bare.lower())
    if not (_may_request(said) or _COUNTS.search(bare)):
        return None
    if _SUM.fullmatch(bare.lower()):
        return Request("sum", True, "")
    for kind, pattern in _BARE:
        if pattern.fullmatch(said):
            return Request(kind, True, "")
    for kind, pattern in _WITH_OBJECT:
        match = pattern.match(said)
        if match and _REST.search(said, match.end()):
            return Request(kind, False, bare[: match.end()])
    return Request("sum", False, "") if _TOTAL.search(said) else None
