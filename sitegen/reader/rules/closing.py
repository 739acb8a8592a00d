"""Rules for what stands right below a story in few forms: how an interview was edited, whom to call, what readers are asked for."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re

from sitegen.reader.rows import Row
from sitegen.reader.rules.lives import is_low
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import MARKS

LONGEST, BELOW = 45, 4  # words; rows below, none of which the story goes on in
_TOLD = r"(?:(?:ha(?:s|ve) been|was|were|are|is)(?: being)? (?:\w+ly )?)"
_WORK = r"(?:interview|conversation|transcript|q&a|discussion|exchange|story|article|piece|essay|excerpt|column|letter|post|report|page|text)"
_CUT = r"(?:edited|condensed|shortened|abridged|excerpted|adapted)"
NOTES = re.compile(
    rf"(?:(?:this|the|our|my|their|these) {_WORK}s?|(?:some |all |the |these |our |interviews? and )?(?:interview|answer|response|quote"
    rf"|comment|question|remark|letter|excerpt)s?) {_TOLD}{_CUT}(?:,? (?:and )?(?:\w+ly )?{_CUT})?(?:\W*$| (?:for|from|to fit)\b)"
    rf"|{_CUT} (?:and {_CUT} )?(?:for|from) (?:[\w']+ ){{0,3}}?(?:length|clarity|brevity|space|style|interviews?|conversations?"
    r"|transcripts?)\b.{0,40}$"
    r"|\W?(?:(?:some|all|certain|many|most|the|her|his|their|last|first|pupils'|students'|patients') (?:of the )?)?(?:sur)?names?"
    rf"(?: and (?:some )?(?:identifying )?details)? (?:{_TOLD}|(?=changed|withheld))(?:changed|withheld|altered)"
    r"(?:\W*$| (?:to protect|for (?:their|her|his|privacy|safety|security|legal|reasons|this)|(?:on|at|by|upon) (?:\w+ )?request|in order to))"
    r"|\W?not (?:his|her|their|its) real names?\W*$"
    rf"|this {_WORK} {_TOLD}(?:updated|corrected|amended|clarified|edited|developing)\W*$"
    rf"|updated?:? [^.!?]{{3,40}}: this {_WORK} {_TOLD}(?:updated|corrected|amended|edited)\b"
    r"|(?:full )?disclosure: (?=.*\b(?:i|my|me|we|our|author|writer|reporter|publisher|editor|this (?:news)?paper|this site|columnist)\b)"
    r"|(?:the |our )?(?:author|writer|columnist) (?:teach(?:es)?|works?|writes?|blogs?|tweets?) (?:\w+ ){0,3}(?:at|for|about|on) "
    r"|\W?if you(?: or (?:someone|anyone|somebody) (?:you (?:know|love)|close to you|else))?(?:,? (?:is|are|has been|have been|['’]ve been))?"
    r" (?:need(?:s)? (?:help|support|to talk|someone)|struggl|affected by|in (?:crisis|need|danger)|having (?:suicidal )?thoughts|experienc"
    r"|suffer|feel(?:s|ing)? suicidal|consider(?:s|ing) suicide|thinking (?:of|about) suicide|victims? of)"
    r".*\b(?:call|contact|text|visit|reach)\b.*(?:\d{3}|helpline|lifeline|hotline|samaritans|\.(?:org|com|gov|uk)\b)"
    r"|(?:re)?(?:printed|published|used|posted)(?: here)? (?:with|by)(?: the)?(?: kind)? permission\b[^,]{0,60}$"
    r"|(?:distributed|syndicated) by (?:[\w.&'’]+ ){1,5}?(?:syndicate|news|agency|service|services|features|media|content|llc|inc)\b.{0,30}$"
    r"|letters (?:to the editor )?(?:may|can|should|must) be (?:sent|e-?mailed|submitted|mailed|no (?:more|longer))\b"
    r"|(?:please )?(?:send|e-?mail|mail|submit) (?:us )?(?:your |a |an )?(?:letters?|op-eds?|guest columns?|columns?)\b(?: to the editor"
    r"(?:\W*$| (?:to|by|at|via|through|of)\b)| (?:to|at|via) (?:\S+@|www|https?:|(?:the )?editor|p\.?o\.? box))"
    r"|(?:the )?[\w'’&. -]{2,40} (?:welcomes|accepts|invites|encourages|publishes|prints) (?:your |original )*(?:letters|submissions|op-eds"
    r"|guest columns)(?: to the editor| of (?:up to|about|no more|fewer|less|under|\d)| (?:and|from) (?:\w+ )?(?:readers|submissions|op-eds))\b"
    r"|(?:fact-?check(?:ed|ing)|copy-?edit(?:ed|ing)|subtitles|interpret(?:ed|ing)) by (?:[\w.'’-]+ ?){2,5}$"
    r"|sources?: (?=[^.!?]{2,80}(?:[;,] | and )[^.!?]{2,80}$)"
)
LIVES = re.compile(r"The (?:author|writer|columnist) lives (?:in|near|on|outside|at) (?:[A-Z][\w.'’-]+,? ?){1,4}\.?$")
# What they ask.
_ASKED = r"(?:call|e-?mail|contact|send|let (?:us|me)|tell us|get in touch|click|message|text|drop|write|reach|share|submit)"
OFFERS = re.compile(
    r"(?:got|have|know|seen|want to (?:share|send)) (?:[\w'’]+ ){0,3}(?:tips?|news|stor(?:y|ies)|photos?|videos?|questions?|ideas?|comments?"
    rf"|opinions?|something|information|pictures?)\b[^.!?]{{0,60}}\? (?:please )?{_ASKED}\b"
    r"|read (?:the )?(?:original|full|complete|entire|rest of the|whole) (?:article|story|report|interview|piece|post|version|text|column"
    r"|review)(?: (?:here|at|on|in)\b.{0,50})?\W*$"
    r"|read more (?:from (?:our|the|this)|of (?:[\w'’]+ ){1,3}(?:columns|stories|coverage|reporting)|about this|on (?:the|this|our)|in our"
    r"|by|stories|at)\b[^.!?,]{2,60}\.?$|read more from (?:[\w'’]+ ?){2,3}:?$"
    r"|(?:please )?(?:let us know|tell us|share)(?: in the comments\b.{0,40}| (?:what|how) you (?:think|feel)\b[^.!?,]{0,40}"
    r"| your (?:thoughts|views|opinions?|comments|stories|memories|experiences?)\b[^.!?,]{0,40})[.!?]?$"
    r"|what do you think(?: (?:of|about) [^.!?]{2,60})?\? (?:let us|tell us|leave|comment|share|have your|sound off|join|write|e-?mail|send"
    r"|post"
    r"|drop|vote)\b"
    r"|(?:please )?(?:if you )(?:value|enjoy|like|liked|enjoyed|appreciate|believe in|found) (?:our|this|the|what|independent|local|quality"
    r"|good)\b"
    r".{0,60}\b(?:consider (?:\w+ing|a )|support (?:us|our)|subscrib|donat|sign up|share (?:it|this))"
    r"|(?:become|be) a(?:n)? (?:\w+ ){0,3}(?:member|subscriber|patron|supporter|sustainer)(?: (?:today|now|here)|\W*$)"
    r"|see (?:more|all|the full|additional) (?:photos?|pictures|images|videos?|pics|stories|coverage) (?:here|below|above|on (?:our|the))\b"
    r"[^.!?,]{0,60}\.?$"
    r"|(?:watch|view|see|listen to|hear|play) (?:the|our|this|more of the)(?: \w+){0,3}? (?:video|interview|clip|segment|episode|trailer"
    r"|highlights|podcast|conversation|audio|report|footage|slideshow|gallery|livestream|stream|broadcast)(?: [^.!?,]{2,40})? "
    r"(?:above|below|here|in the player|by clicking)\b[^.!?,]{0,30}[.!:]?$"
    r"|(?:this|the) (?:article|story|post|page|piece|review|guide) (?:may |might )?(?:contains?|includes?"
    r"|features?) (?:some )?affiliate links\b"
    r"|(?:please )?(?:send|e-?mail|mail|submit) (?:us )?(?:your |a |an )?(?:comments|news|tips?|photos|corrections|questions|ideas"
    r"|suggestions|feedback|submissions?|announcements)\b(?: (?:and|or) \w+)*(?:\W*$| (?:to|at|via) (?:\S+@|us\b|www|https?:|the (?:editor"
    r"|newsroom)))"
    r"|to (?:submit|send) (?:a |your )?(?:letter|op-ed|column|tip|story|news|event|obituary)\b[^.!?]{0,60}\b(?:e-?mail|visit|send|click|go to"
    r"|use"
    r"|write to|call|fill)\b"
    r"|republish (?:this|our) (?:story|article|stories|articles|work|content)\b"
    r"|support (?:local|independent|our|quality|nonprofit|community)(?: \w+)? (?:journalism|news|reporting|newspaper)\b[^.!?]{0,60}[.!]"
    r"|(?:end|optional|begin) (?:optional )?(?:adv|trim|material)\b.{0,40}$"
)
# The first words of what either finds, and what else one of them has in it: few lines have any.
FIRST = frozenset(
    "the this our my their these some all interviews interview answer answers response responses quote quotes comment comments "
    "question questions remark remarks letter letters excerpt excerpts edited condensed shortened abridged excerpted adapted certain "
    "many most her his last first pupils' students' patients' name names surname surnames not updated update full disclosure author "
    "writer columnist if reprinted republished printed published used posted reposted reused distributed syndicated please send "
    "e-mail email mail submit fact-checked factchecked fact-checking factchecking copy-edited copyedited copy-editing copyediting "
    "subtitles interpreted interpreting source sources got have know seen want read let tell share what become be see watch view "
    "listen hear play to republish support end optional begin".split()
) | {""}  # before the first word stands a sign
WELCOMING = (" welcomes ", " accepts ", " invites ", " encourages ", " publishes ", " prints ")
QUOTES = frozenset("\"“”‘'")
SPEAKING = re.compile(r"\b(?:said|says|told|tells|asked|asks|wrote|prayed|according)\b")


def closing_note(row: Row, sheet: Sheet) -> float:
    """What is said below a story of how it came to be (`This interview has been edited and condensed.`)."""
    if not _may_close(row, sheet):
        return 0.0
    return 6.0 if NOTES.match(row.key.lstrip(MARKS)) or LIVES.match(row.text) else 0.0


def closing_offer(row: Row, sheet: Sheet) -> float:
    """What readers are asked for below a story (`Got a tip? Call the newsroom.`)."""
    return 6.0 if _may_close(row, sheet) and OFFERS.match(row.key.lstrip(MARKS)) else 0.0


def _may_close(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of the last ones, the story doesn't go on below it, and nobody is said to have said it."""
    if row.words > LONGEST or row.place <= 2 or not (row.opening.strip("*:([") in FIRST or has_one(row.key, WELCOMING)):
        return False  # most lines
    if row.text[0] in QUOTES or not is_low(row, sheet):
        return False
    below = sheet.rows[row.place + 1 : row.place + 1 + BELOW]
    return not any(one.words >= PROSE and one.stop for one in below) and SPEAKING.search(row.key) is None
