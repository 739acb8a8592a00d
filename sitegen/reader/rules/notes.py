"""Rules for what stands around a story: who helped, what was corrected, who the author is."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader.rows import Row, Words
from sitegen.reader.rules import lives
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.wordings import wordings

CONTRIBUTING = frozenset(
    "reporting additional contributing writing editing compiled with further edited written reported research material information "
    "produced translated translation from copy polling".split()
)
# Somebody, and no sentence: `Written by Hal Brand, the play opens …`, `Research by the college found that …`.
_NO_SENTENCE = r"(?!.*, (?:the|an?|it|he|she|they|we|this) )"
_NAMING = (
    rf"(?=\W*(?:the )?(?:(?-i:[^\W\d_a-z])|staff|wire|agenc|our )){_NO_SENTENCE}(?!.*\b(?-i:found|finds|shows?|showed|suggests?|suggested"
    r"|said|says|(?<!who )(?<!that )(?:has|have|had|was|were|is|are)|remains?|reveals?|revealed|estimates?|estimated|concludes?|concluded"
    r"|indicates?|indicated"
    r"|points|led|set|won|puts?|links?|linked|published|recorded|directed|in [12]\d{3})\b)"
)
CONTRIBUTOR = re.compile(
    r"^\(\((?=.*newsroom)"
    r"|^[\[(—–_\-•* ]{0,3}(?:(?:additional |with |further )?(?:reporting|(?<=l )report|writing|editing|compiled|research|edited"
    rf"|written|reported|polling|copy editing) (?:and (?:\w+ )?(?:\w+ )?)?by\b{_NAMING}|editing by\b{_NAMING}"
    rf"|with (?:an? )?(?:additional )?(?:reports?|reporting|files|contributions?|inputs?) (?:from|by)\b{_NAMING}"
    rf"|with (?:the )?assistance (?:from|by)\b{_NAMING}"
    rf"|additional reporting ?[:–-] ?{_NAMING}|with (?=(?-i:[A-Z])[\w.'’-]+ (?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+)?$)"
    r"|with (?:agency|agencies|wire) inputs?\W*$"
    r"|from (?:staff|wire|agency)(?: and (?:staff|wire|agency))? (?:reports|dispatches|services)\.?$"
    r"|(?:(?:translated(?: from (?:the )?\w+)?|produced) by|translation(?: by|:)) (?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,3}\.?$"
    r"|(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,2} reported from (?-i:[A-Z])[\w.'’-]+(?:,? (?-i:[A-Z])[\w.'’-]+){0,3}\.?$"
    r"|(?:material|information) from [^.]{3,60} (?:was|were|is) (?:used|included) in this (?:report|story|article)\.?$)"
    r"|(?:also )?contributing(?: to this [a-z ]{4,20} (?:was|were)|:| reporting by| to this [a-z ]{4,20}:) (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# Behind names alone: `Speed contributed to the crash` tells of no reporter.
CONTRIBUTED = re.compile(
    r" (?:also )?(?:contributed|contributing)(?: (?:reporting|research|additional|from (?:the )?[A-Z]"
    r"|to (?:(?P<this>this(?: week['’]s)?|today['’]s|reporting this)|the|our) (?:\w+ )?(?:report|reporting|story|article|essay|profile"
    r"|investigation"
    r"|entry|episode|briefing|check"
    r"|coverage|column|piece|post|project|analysis|dispatch|obituary|review|guide|list|roundup|package|feature|interview|blog|newsletter"
    r"|update)\b(?!['’]))|\.$)"
)
BETWEEN_NAMES = frozenset(
    "and in the of for from at with also as well writer writers reporter reporters staff correspondent correspondents editor editors special "
    "associated press freelance freelancer freelancers journalist journalists columnist photographer producer intern interns researcher "
    "researchers reported news business sports political courts bureau chief who who's by de la del di da van von der den bin al el".split()
)
TO_THIS = tuple(f" contributed to this {work}." for work in ("report", "story", "article"))
NAME = re.compile(r"\W{0,4}[A-Z][\w.'’-]+ [A-Z]")
DATED_HEADING = 5  # words
OF_AUTHORS = frozenset("author authors writer writers columnist columnists".split())
POLICE = ("detective", " det.", " sgt", "officer", "sheriff", "trooper", "police", "investigator", " lt.", "crime", "tips")
SPOKEN = re.compile(
    r"\baccording to |,[”\"']? (?:he|she|they|[a-z.]+ (?:[a-z.]+ )?[a-z.]+) said|, said |[”\"'] (?:he|she|they) told "
)
SIGNATURE = re.compile(r"(?:[-–—]{1,3}|~)\s?[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}\.?$")
# The block of an agency's story that is for editors alone: `# Notebook`, `## Internet`, and points below each.
NOTEBOOK = re.compile(
    r"#{1,3} ?(?:(?:[\w]+-)?notebook|notes? to (?:editors|desks)|internet(?: links)?|links|[\w-]+ contacts?|contacts?|addresses|locations?)$"
)
NOTEBOOK_POINTS = 8
OFFICES = frozenset("agencies agency wire wires services staff reuters ap afp bloomberg".split())
OF_TRADE = frozenset(
    "ap afp reuters bloomberg staff writer writers reporter reporters correspondent correspondents agencies wire press".split()
)
LONG = 40  # words, of which the story is all but sure
FEWEST_CAPITALS = 2  # words of a name
POINTS = frozenset({"- ", "* ", "• ", "– ", "_ "})
POINTING = frozenset("#-*•–")
# What scholars' papers print about those who write in them.
OWN_SHARES = "work for, consult, own shares in or receive"
FUNDING = " provides funding as a "
FUNDED_BY = re.compile(
    r"[^.]{3,60} (?:receives|has received|received|is in receipt of) (?:research )?(?:funding|grants?) from .{3,}"
)
DISCLOSING, NEAR_DISCLOSURE = frozenset({"disclosure statement", "disclosure"}), 6  # rows
EDITED = re.compile(
    r"\W?(?:this|our|the) (?:interview|conversation|q&a|transcript) (?:has been|was) (?:\w+ )?(?:edited|condensed|shortened)\b"
)
FUNDED = (f"{FUNDING}member of ", f"{FUNDING}founding ")
# Over a correction
HEADINGS, HEADING_WORDS = (
    frozenset({"corrections", "clarifications", "correction/clarification", "corrections & clarifications"}),
    4,
)
OVER_CORRECTIONS = frozenset(heading.split(" ")[0] for heading in HEADINGS)
SURELY = (
    "note to editors:",
    "notes to editors:",
    "note to readers:",
    "editor's note:",
    "editors' note:",
    "author's note:",
    "disclosure:",
    "full disclosure:",
    "the views expressed in this ",
    "views expressed in this ",
    "the opinions expressed in this ",
)


# What a note or a correction says of itself that is surely none of a story, between whose paragraphs some stand.
OF_ITSELF = re.compile(
    r"editor|@|twitter|contributed to this|\b(?:version of |reporting by |in |about |of )?this (?:story|article|column|report|interview|op-ed"
    r"|post)\b"
    r"(?! (?:has been|was) (?:updated|amended|corrected|edited) (?:by|in \d|with (?:each|every|new)|after|when|before|three|twice|many"
    r"|throughout|until))"
    r"|\breporting by\b|additional reporting|contributed reporting|read(?:ers)?:"
)


def is_amid(row: Row, sheet: Sheet) -> bool:
    """Whether a sentence stands amid a story's paragraphs and says nothing of the text itself."""
    if not row.stop or row.text[0] in "([*_#-—–•":
        return False
    rows = sheet.rows
    told = [one.words >= PROSE and one.stop for one in rows[max(0, row.place - 3) : row.place + 4]]
    above = min(3, row.place)
    return sum(told[:above]) > 1 and any(told[above + 1 :]) and OF_ITSELF.search(row.key) is None


def may_note(row: Words) -> bool:
    """Whether a line may be a note or a correction: few are asked more."""
    text = row.text
    if wordings("corrections", "notes").may_match(row) or text[0] in POINTING:
        return True
    if text[text.find(" ") + 1].isupper() and wordings("notes of persons").may_match(row):  # two words of a name
        return True
    return OWN_SHARES in row.key or FUNDING in row.key or " funding from " in row.key or row.opening in OVER_CORRECTIONS


def contributor_line(row: Row, sheet: Sheet) -> float:
    """`(Reporting by …; Editing by …)`, `… contributed to this report.`."""
    opens = row.opening in CONTRIBUTING or (row.text[:2] in POINTS and row.key[2:12].partition(" ")[0] in CONTRIBUTING)
    if row.words > 70 or not (opens or row.text[0] in "([—-" or "contribut" in row.key) or is_amid(row, sheet):
        return 0.0
    start = row.text[:400]
    if not CONTRIBUTOR.search(start) and not ("contribut" in row.key and _is_of_names(CONTRIBUTED.search(start), start)):
        return 0.0
    if opens or row.text[0] in "([—":
        return 7.0
    if row.key.endswith(TO_THIS) and row.text[0] not in '"“':
        return 6.5
    to_this = has_one(row.key, ("report", "contributed to this", "story", "article"))
    if row.key.endswith(" contributed.") and OF_TRADE.isdisjoint(row.key.replace(",", " ").split()):
        return 0.0  # `Reyes and Dunn also contributed.`: to a match
    return 5.0 if to_this or (row.words < 12 and row.stop) else 0.0


def _is_of_names(match: re.Match[str] | None, text: str) -> bool:
    """Whether names, and words that join them and say who they are, stand before what was found."""
    if match is None:
        return False
    if match["this"]:  # whoever it was
        return True
    words = [word.strip(".,;()[]*-–—•") for word in text[: match.start()].split()]
    named = sum([word[:1].isupper() for word in words]) >= FEWEST_CAPITALS or words[0].casefold() in OFFICES
    return named and all(not word or not word[0].islower() or word in BETWEEN_NAMES or word in OFFICES for word in words)


def correction_line(row: Row, sheet: Sheet) -> float:
    """`Correction: …`, `An earlier version of this article …`."""
    if row.words <= HEADING_WORDS and row.key.strip(" :.") in HEADINGS:
        below = sheet.rows[row.place + 1] if row.place + 1 < len(sheet.rows) else row
        return 6.5 if below is not row and wordings("corrections").match(below) else 0.0
    above = sheet.rows[row.place - 1]
    if row.place and above.words <= DATED_HEADING and above.key.startswith(("correction:", "clarification:")):
        return 6.5  # `Correction: May 4, 2006`
    told = row.words < 90 and wordings("corrections").match(row)
    if not told or SPOKEN.search(row.key) or is_amid(row, sheet):
        return 0.0
    return 8.5 if row.words >= LONG and OF_ITSELF.search(row.key) else 6.5


def note_line(row: Row, sheet: Sheet) -> float:
    """A note to readers or editors."""
    key = row.key
    if row.words < 120 and (OWN_SHARES in key or (FUNDING in key and has_one(key, FUNDED))):
        return 7.0
    if " funding from " in key and _is_disclosed(row, sheet):
        return 7.0
    noted = wordings("notes").match(row) and not _is_of_police(key)
    noted = noted and (row.opening not in OF_AUTHORS or lives.is_low(row, sheet))
    named = wordings("notes of persons").match(row) and NAME.match(row.text)
    if row.words < 80 and (noted or named) and not is_amid(row, sheet):
        if row.opening in OF_AUTHORS and SPOKEN.search(key):
            return 0.0
        # A longer line speaks more for the story (`story.told`), but a label is one before any.
        sure = key.lstrip("*([_ ").startswith(SURELY) or EDITED.match(key) is not None
        return 8.5 if sure else 5.0 if row.words < PROSE else 6.5 if row.words < LONG or lives.is_low(row, sheet) else 5.0
    if row.place <= 2 or row.words >= 24:
        return 0.0
    return 6.0 if (row.text[0] == "#" and NOTEBOOK.match(row.key)) or _in_notebook(row, sheet) else 0.0


def _is_disclosed(row: Row, sheet: Sheet) -> bool:
    """`Iva Voss receives funding from the Marle Fund.` close below `Disclosure statement`."""
    above = sheet.rows[max(0, row.place - NEAR_DISCLOSURE) : row.place]
    return any(one.key.strip(":") in DISCLOSING for one in above) and FUNDED_BY.fullmatch(row.text) is not None


def _is_of_police(key: str) -> bool:
    """`Contact Detective Hal Brand at 555-0142 with information.`: that is news."""
    return key.startswith(("contact ", "call ", "reach ")) and "reporter" not in key and has_one(key, POLICE)


def _in_notebook(row: Row, sheet: Sheet) -> bool:
    """Whether a line is a point under a heading of an agency's notebook."""
    for step in range(1, NOTEBOOK_POINTS + 1):
        if row.text[:2] not in POINTS or row.place < step:
            return False
        row_before = sheet.rows[row.place - step]
        if NOTEBOOK.match(row_before.key):
            return True
        if row_before.text[:2] not in POINTS:
            return False
    return False


def signature(row: Row, sheet: Sheet) -> float:
    """`— o.f.`: the writer signs on the last line."""
    last = row.place > 2 and row.place == len(sheet.rows) - 1
    return 4.5 if last and row.words < 6 and SIGNATURE.match(row.text) else 0.0
