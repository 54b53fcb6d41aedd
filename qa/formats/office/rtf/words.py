"""The words of a rich text file that say something about its text, and what each means."""

from __future__ import annotations

__all__ = ["CHARACTERS", "KEPT_THOUGH_OPTIONAL", "KNOWN", "PAGES", "SHOWN_TARGETS", "SIGNS", "SKIPPED", "TARGETS"]

SHOWN_TARGETS = frozenset({"text", "mark", "note", "head"})
TARGETS = {  # of a group by the word that it begins with; the groups of other words are not shown
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "info": "info",
    "title": "title",
    "footnote": "note",
    "listtext": "mark",
    "pntext": "mark",
    "fldinst": "field",
    "pict": "picture",
    "objclass": "object",
    "annotation": "comment",
    **dict.fromkeys(("header", "footer", "headerl", "headerr", "headerf", "footerl", "footerr", "footerf"), "head"),
}
SKIPPED = frozenset(
    "colortbl shprslt nonshppict sp objdata objname listtable listoverridetable rsidtbl generator themedata datastore "
    "colorschememapping latentstyles xmlnstbl wgrffmtfilter mmathPr pgptbl filetbl revtbl template private userprops "
    "docvar xe tc tcn txe rxe bkmkstart bkmkend picprop falt panose fname fontemb fontfile keywords author operator "
    "subject doccomm company manager category hlinkbase comment nextfile password passwordhash nonesttables ffdata "
    "formfield atnid atnauthor atndate atnref atnparent atntime atrfstart atrfend pn pnseclvl listpicture ftnsep "
    "ftnsepc ftncn aftnsep aftnsepc aftncn htmltag mhtmltag background blipuid creatim revtim printim buptim".split()
)
KEPT_THOUGH_OPTIONAL = frozenset({"shpinst", "nesttableprops", "dptxbxtext", "txfieldtext"})
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
SIGNS = {"~": "\xa0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
PAGES = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
FORMATS = frozenset(
    "plain pard f uc super sub up dn nosupersub v strike striked deleted revised intbl s outlinelevel".split()
)
KNOWN = frozenset(
    {
        *CHARACTERS,
        *FORMATS,
        *PAGES,
        *"u par sect page ansicpg deff cell row trowd trhdr clmrg clvmrg cellx chftn nestcell nestrow".split(),
        *"fcharset cpg".split(),
    }
)
"""The words that change or add something, wherever in a group they stand."""
