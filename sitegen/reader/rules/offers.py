"""Rules for what a site says to its readers: what it offers, what it asks for, what it says of itself."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader.rows import Row
from sitegen.reader.sheet import Sheet
from sitegen.reader.signs import ASKS
from sitegen.reader.surroundings import ADDRESSING, APPEAL_PAIR, APPEALING, LETTERS, NOTICING, OFFER, bag_of
from sitegen.reader.trades import PAPERS
from sitegen.reader.words import MARKS, opens_as_furniture

SURE_OPENING = 22  # characters: no story opens so
USUAL = frozenset(
    {"a", "an", "he", "she", "it", "they", "i", "in", "but", "and", "on", "at", "as", "after", '"we'}
)  # no furniture opens so
SAID = frozenset(
    "said said, said. says says, says. told asked wrote warned warned. begged begged. advises advises. advised advised. whispered whispered."
    " urged urged. he she".split()
)
TELLING = frozenset({"said", "says", "said,", "says,", "said.", "says."})
QUOTES = frozenset('"“”')
HOUSE_LEAN, APPEAL_LEAN, NOTICE_WORDS = -6.0, -13.0, 6
ON_TOP, OF_CONSENT = 12, 38  # rows; characters with which what is asked above all begins
CONSENT = ("we use", "consent", "device", "personal data", "privacy", "partners", "third part", "settings")
NOTICE = re.compile(
    r"\b(?:(?:earn|receive|make|get)s? (?:us |me )?(?:an? )?(?:small |affiliate )?(?:commissions?|money|compensation)\b"
    r"|independently (?:selected|chosen|reviewed|tested|sourced)\b|editorially independent\b|our (?:editors|links)\b"
    r"|affiliate (?:links?|commissions?|partnerships?)\b|privacy policy\b|terms (?:of (?:use|service)|and conditions)\b"
    r"|user agreement\b|you['’]ve consented to\b|may be using cookies\b|ad ?block(?:er)? users\b|automatically post your\b"
    r"|cookie policy\b|unsubscribe\b|sign(?:ing)? up (?:for|to)\b|you (?:agree|consent|confirm)\b"
    r"|your inbox\b|our (?:free |daily |weekly )?newsletters?\b|informational purposes only\b|browser does not support\b"
    r"|medical advice, diagnosis\b|successfully subscribed\b|(?:enable|accept) (?:targeting )?cookies\b"
    r"|uses cookies\b|supports the work of the press council\b"
    r"|appeared in the [\w ]{1,40} section of the print edition\b|support our (?:work|journalism)\b|become a (?:member|subscriber)\b)"
)
# What a site says when it asks for money, and to those who comment.
APPEAL = re.compile(
    r"\b(?:as little as [$£€]\d|(?:make|making) a (?:\w+ )?(?:donation|contribution)\b|donate (?:now|today)\b"
    r"|(?:support|fund|power)s? (?:our|independent|local|quality) (?:newsroom|reporting|reporters|journalism|journalists|mission)\b"
    r"|(?:readers|people|supporters) like you\b|reader-(?:supported|funded)\b|keep our (?:\w+ ){1,2}free\b"
    r"|(?:high-)?quality,? (?:independent )?journalism\b|behind a paywall\b|tax-deductible\b|without your (?:help|support)\b"
    r"|(?:your|every) (?:contribution|donation|gift)s?\b|our (?:readers|journalists|newsroom|reporters) (?:to|will|can|rely|are)\b"
    r"|free press\b|online access is included\b|subscriber-only\b|transparency and accountability\b"
    r"|(?:your|all) (?:comments|posts) (?:but|are|is|will|should)\b|community (?:guidelines|rules|standards)\b|our commenting\b"
    r"|(?:post|leave|add) a comment\b|breaking news,? (?:and|in-depth|straight|delivered)\b)"
)
NOTICE_SIGNS, APPEAL_SIGNS = (frozenset(map(str.encode, words)) for words in (NOTICING, APPEALING))
NONE: frozenset[str] = frozenset()
INVITING = frozenset({"follow", "visit"})
FOLLOW = re.compile(
    r"follow .{2,60} on (?:facebook|twitter|x|instagram|tiktok|whatsapp|youtube|google news|threads|bluesky)(?:, |,? and )"
    rf"|visit (?:the )?[\w .'&-]{{2,50}} (?:{'|'.join(sorted(PAPERS))}) (?:online )?at (?:https?://|www\.)\S+$"
)
RIGHTS = re.compile(r"copyright (?:\(c\)|©|(?:19|20)\d\d\b)|\(c\) [\w .,&]{2,40} (?:19|20)\d\d\.?(?:$| all rights reserved)")
TOLD_WORDS, ASKED_OF_US = (
    5,
    frozenset({"get", "go", "want", "don't", "don’t"}),
)  # of short sentences, those of a recipe, a column
OFFERING, OFFERING_LEAN = 2, 2.0  # words; and how far a sentence without them leans
KEEPING = frozenset(
    "prohibited permission consent reserved moderated javascript forward-looking confirmation cookies ©".split()
)
OFFERED = OFFER - frozenset(
    "terms deal deals sale price prices buy purchase stories member members support trial free".split()
)  # news has those
SPEAKING, OWN_OPENING = (ADDRESSING - {"this"}) | {"thank", "thanks", "here"}, 18  # letters: a site's own, and hardly a story's


def furniture_opening(row: Row, sheet: Sheet) -> float:
    """A line that begins as furniture does; a sentence only where it offers something too, or leans away from the story."""
    key = row.key.lstrip(MARKS)
    if (row.opening in INVITING and row.words < 25 and FOLLOW.match(row.key)) or (
        row.place < ON_TOP and opens_as_furniture(key, OF_CONSENT)
    ):
        return 6.0
    if row.words > 60 or row.opening in USUAL:
        return 0.0
    if not (opens_as_furniture(key) or RIGHTS.match(key)):
        return 0.0
    if row.stop and not SAID.isdisjoint(row.key.split()):  # somebody tells of it
        return 0.0
    sure = row.key[0] in "©(&«[" or RIGHTS.match(key) is not None or opens_as_furniture(key, OWN_OPENING)
    told = row.stop and (row.words >= TOLD_WORDS or row.opening in ASKED_OF_US)
    if told and not sure and not _offers(row) and not leans(row, sheet):
        return 0.0  # `Terms of the deal were not disclosed.`, `Powered by two goals from Ruiz, …`
    certain = row.key[0] in "©(&«" or row.opening in {"copyright", "subscribe", "powered", "reproduction"}
    certain = certain or opens_as_furniture(row.key, SURE_OPENING) or (sure and row.opening in ASKS)
    return 6.0 if certain else 4.5 if not row.stop or row.words < 30 else 2.5


def _offers(row: Row) -> bool:
    """Whether a sentence has two words at least of those with which sites offer things, keep rights and speak to their readers."""
    bag = bag_of(row)
    return len(OFFERED & bag) + (not SPEAKING.isdisjoint(bag)) + 2 * (not KEEPING.isdisjoint(bag)) >= OFFERING


def leans(row: Row, sheet: Sheet) -> bool:
    """Whether a line of a page leans away from the story."""
    lean = sheet.like.leans.get(row.place)
    return lean is not None and lean.furniture >= OFFERING_LEAN


def may_address(row: Row, sheet: Sheet) -> bool:
    """Whether a line of a page may say something of the site to its readers."""
    return row.words >= NOTICE_WORDS and sheet.like.noted[row.place]


def _asks_consent(text: str) -> bool:
    """`We use cookies and similar functions to process device information …`: what pages ask above all."""
    return "we " in text and len([sign for sign in CONSENT if sign in text]) > 1


def house_notice(row: Row, sheet: Sheet) -> float:
    """What a site says of itself to its readers: commissions, terms, newsletters, consent."""
    lean = sheet.like.leans.get(row.place)
    if lean is None or row.text[0] in '"“' or not may_address(row, sheet):
        return 0.0
    text = row.text.casefold()
    words = text.encode().translate(LETTERS).split()
    if row.place < ON_TOP and "cookies" in text and _asks_consent(text):
        return 9.0
    appeals = not APPEAL_SIGNS.isdisjoint(words) or APPEAL_PAIR in text
    asked = {match[0] for match in APPEAL.finditer(text)} if appeals else NONE
    found = NONE if NOTICE_SIGNS.isdisjoint(words) else {match[0] for match in NOTICE.finditer(text)}
    if not (asked or found) or ADDRESSING.isdisjoint(bag_of(row)):
        return 0.0
    found = asked | found
    if len(found) > 1 and lean.furniture >= APPEAL_LEAN:
        return 9.0
    if asked and lean.furniture >= APPEAL_LEAN and QUOTES.isdisjoint(text):
        return 7.6
    told = not TELLING.isdisjoint(row.key.split())  # somebody says it
    return 7.2 if found and not told and QUOTES.isdisjoint(text) and lean.furniture >= HOUSE_LEAN else 0.0
