"""Rules for what stands right below a story in few forms: how an interview was edited, whom to call, what readers are asked for."""

# ruff: noqa: PLR2004 - the figures in rules are their evidence and its limits; names would hide them

import re
from collections.abc import Iterator

from sitegen.reader.rows import Row
from sitegen.reader.rules import lives, notes
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet
from sitegen.reader.surroundings import PROSE
from sitegen.reader.words import MARKS, opens_as_furniture

LONGEST, FEW = 45, 5  # words
BELOW, TOLD = 4, 6  # rows below, in none of which the story goes on; paragraphs of it, from the end, above which nobody looks
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
    # who made it, and for whom
    r"|(?:additional )?(?:reporting|reports?|files?) (?:from|by|:) ?(?:agencies|staff|wire|our|the wires)\b.{0,40}$|additional reporting: "
    r"|(?:sub-?editor|copy[- ]?editor|editor|producer|researcher|translator|illustrator|designer): (?:[\w.'’-]+ ?){2,4}$"
    r"|(?:graphics?|design(?: and development)?|development|data(?: analysis)?|interpretation|research|reporting|video"
    r"|audio"
    r"|editing|art direction|produced|edited|reported|written)(?: and \w+)? by (?:[\w.'’-]+ ){1,2}[\w.'’-]+(?:,? and (?:\w+ by )?"
    r"(?:[\w.'’-]+ ?){2,3})?\.?$"
    r"|with (?:agencies|agency (?:inputs|reports)|wires|wire reports|staff reports|an? file from .{4,40})\.?$|compiled (?:from|by) .{3,60}$"
    r"|staff reports?$"
    r"|report(?:ed)?(?: by|:) (?:[\w.'’-]+ ?){2,3}$|as told to (?:[\w.'’-]+ ?){2,3}$|interviews? by (?:[\w.'’-]+ ){1,2}[\w.'’-]+(?:\W*$"
    r"|\. they have\b)"
    rf"|this {_WORK} {_TOLD}(?:compiled|reported|written|edited|produced|republished|adapted|excerpted|published|supported|funded|made possible"
    r"|underwritten|sponsored|generated|auto-?\w+)(?: and \w+)? (?:by (?:our|staff|the (?:editor|newsroom|associated))|from|in part|as part"
    r"|through|with|under|on|at)\b"
    r"|(?:reporting|travel|research|work|funding|support) for (?:this|the) (?:story|series|project|article|piece|report|column|investigation) "
    r"(?:was|is|came)\b|this (?:series|project|work|reporting|coverage|initiative) (?:was|is|has been) (?:supported|funded|made possible"
    r"|completed"
    r"|produced|part of|underwritten|a collaboration)\b"
    r"|\W?(?:except for|apart from) the headline, this (?:story|report) (?:has|was)\b"
    r"|(?:first )?(?:published|appeared) (?:in|on|by) (?:the )?(?:[\w.'’&-]+ ?){1,5}$|from the [a-z]+\.? \d{1,2}(?:, \d{4})? (?:edition|issue"
    r"|paper)"
    rf"|(?:a |another )?version of this {_WORK} (?:appears?|appeared|ran|was (?:first |originally )?(?:published|posted))\b"
    rf"|this {_WORK} (?:first |originally )?(?:appeared|appears|ran) (?:in|on) (?:the |page)\b"
    r"|(?:syndicated|distributed) by [^.!?]{3,40}\.?$|(?:this is an? |this article is an? )?press release(?: (?:issued|from"
    r"|by)\b.{0,60})?\W*$|story source: "
    # what its makers own, whose guests they were, what they hold
    r"|(?:the )?(?:reporter|writer|author|columnist|journalist|reviewer) (?:was|is|travell?ed|flew|stayed|dined)(?: to [\w ]{2,30})? "
    r"(?:as |courtesy |an? |the )*(?:guest|courtesy)\b|[^.!?]{4,60}, (?:the |which )?(?:owner|owns"
    r"|publisher)[^.!?]{0,30} (?:of )?this (?:newspaper|website|site|paper)\b"
    r"|[^.!?]{4,80} (?:is|are) (?:a |an |the )?(?:funder|sponsor|supporter|underwriter|owner|advertiser)s? (?:of|in) (?:this|the) (?:newsroom"
    r"|newspaper|site|paper)\b"
    r"|(?:the )?(?:views|opinions)(?: expressed)?(?: here| above)? are (?:personal|his own|her own|their own|the author's)\b"
    r"|this (?:column|article|op-ed|commentary|piece|opinion) (?:does|do) not necessarily (?:reflect|represent)\b"
    r"|(?:the )?(?:columnist|reporter|author|writer) (?:can|may) be (?:reached|contacted|followed)\b"
    r"|(?:contact|e-?mail|call|text|reach|write to) (?:[\w.'’-]+ ?){1,2}(?: at|:| on| via)? ?(?:\S+@\S+|\(?\d{3}[) -]\d{3}-?\d{4}"
    r"|555-\d{4})\W*$"
    r"|[\w'’-]+ can be (?:contacted|reached|e-?mailed|followed) (?:at|on|via)\b|(?:x|instagram|bluesky|threads|facebook|mastodon): @\w+$"
    r""
    r"|[a-z.'’-]+ [a-z.'’-]+['’]s (?:column|columns|cartoon|blog) (?:appears?|runs?|is published)\b"
    # whom to call
    r"|(?:in (?:the )?[\w ]{2,24}, |for (?:\w+ )?(?:support|help|advice)\b|need help\?|help is available|readers (?:seeking|who)"
    r"|anyone (?:affected|needing)"
    r"|lifeline|samaritans|crisis text|beyond blue|\W?if you(?: or (?:someone|anyone))?)[^.!?]{0,90}?\b(?:\d{3,}|\d\d \d\d|13 11 14|988"
    r"|116 123)"
    r"(?=.*(?:support|samaritans|lifeline|help|beyond blue|suicide|crisis|call|text)|\W*$)"
    rf"|(?:some|all|many|several) (?:of the )?(?:interviewees|people|sources|women|men|those|residents|workers) (?:quoted "
    rf"|interviewed )?(?:in this {_WORK} )?"
    r"(?:asked|requested|spoke on condition|are identified)\b[^.!?]{0,60}(?:named|identified|anonym|name)|identities (?:have|were|has)\b"
    # what was done to it
    rf"|\W{{0,2}}this (?:[\w.]+ \d{{1,2}} )?{_WORK} {_TOLD}(?:updated|edited|amended|refiled|corrected|changed)\b(?: throughout|\W*$"
    rf"| on \w+\.? \d| on \d{{1,2}}"
    r"| to (?:fix|correct|clarify|add|reflect|include|remove|make))"
    r"|\W?update(?:d|s)?(?: (?:to add|to include|to reflect|with|adds)\b|,? \(?[\d][^:]{0,24}: |: [^.!?]{3,120}\]$)"
    r"|\(?(?:story|headline|caption|lead|paragraph)s? (?:corrects|updated|refiled|was corrected)\b|\((?:removes|fixes|restores|deletes"
    r"|clarifies|adds|changes)\b"
    rf"|correction appended\W*$|in (?:an earlier|a previous) version of this {_WORK}|in an? (?:story|report"
    rf"|article) [^.!?]{{3,80}} reported (?:erroneously|incorrectly)\b"
    rf"|\W?(?:ed(?:itor)?['’]?s? note|nb|note|a note to (?:our )?readers|dear readers?): (?=.*\b(?:this {_WORK}|earlier version|we |our|names"
    rf"|us)\b)"
    r"|\W?(?:(?:content|trigger|spoiler|language) )?warnings?: (?:this|contains|graphic|strong|the following|some|distress|reader|discuss"
    r"|mention)|spoilers?(?: alert| ahead)?\b.{0,60}$"
    r"|(?:developing|breaking) (?:story|news)\W*$|live updates: follow |(?:bc-)?end (?:adv|advance|optional)\b|\W?(?:begin"
    r"|end) optional trim\W*$"
    r"|\(?(?:editors: )?(?:story|optional) (?:can end|trim) here\)?$|// ?[a-z]{2,3}$"
    r"|sources?: (?=[^.!?]{2,80}(?:[;,] | and )[^.!?]{2,80}$)"
)
LIVES = re.compile(r"The (?:author|writer|columnist) lives (?:in|near|on|outside|at) (?:[A-Z][\w.'’-]+,? ?){1,4}\.?$")
MADE = re.compile(  # `This story was reported by Hal Brand and written by Ruth Anders.`
    r"This (?:story|article|report|piece|column|interview) (?:was|has been) (?:\w+ and )?[a-z]+ by [A-Z][\w.'’-]+ [A-Z][^,]{2,80}$"
)
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
    "listen hear play to republish support end optional begin additional reporting reports file files sub-editor subeditor editor "
    "copy-editor copy producer researcher translator illustrator designer graphics graphic design development data interpretation "
    "illustrations illustration maps map research video audio photography editing art produced reported written with compiled staff "
    "report as travel work funding appeared from a another version press story reporter journalist reviewer views opinions contact "
    "call text reach write x instagram bluesky threads facebook mastodon in for need help readers anyone lifeline samaritans crisis "
    "beyond several identities updates headline caption removes fixes restores deletes clarifies adds changes correction ed's ed "
    "editor's editors' ed’s editor’s nb note dear content trigger spoiler spoilers language warning warnings developing breaking live "
    "bc-end / except apart an".split()
) | {""}  # before the first word stands a sign
WELCOMING = (
    "@",
    " of this ",
    "'s column",
    "’s column",
    " can be ",
    ", the owner",
    ", owner",
    ", which owns",
    " welcomes ",
    " accepts ",
    " invites ",
    " encourages ",
    " publishes ",
    " prints ",
)
POLICE = re.compile(
    r"\b(?:police|sheriff|officers?|detectives?|det\.|deputy|sgt|gardai|999|911|crime ?stoppers|poisons?|do not approach|witness(?:es)?)\b"
)
QUOTES = frozenset("\"“”‘'")
SPEAKING = re.compile(r"\b(?:said|says|told|tells|asked|asks|wrote|prayed|according)\b")


def closing_note(row: Row, sheet: Sheet) -> float:
    """What is said below a story of how it came to be (`This interview has been edited and condensed.`)."""
    if not _may_close(row, sheet):
        return 0.0
    found = NOTES.match(row.key.lstrip(MARKS)) is not None or bool(LIVES.match(row.text) or MADE.match(row.text))
    return (4.5 if row.words <= FEW else 6.0) if found else 0.0  # a few words may be a picture's credit


def closing_offer(row: Row, sheet: Sheet) -> float:
    """What readers are asked for below a story (`Got a tip? Call the newsroom.`)."""
    return 6.0 if _may_close(row, sheet) and OFFERS.match(row.key.lstrip(MARKS)) else 0.0


def _may_close(row: Row, sheet: Sheet) -> bool:
    """Whether a line is one of the last ones, the story doesn't go on below it, and nobody is said to have said it."""
    if row.words > LONGEST or row.place <= 2 or not (row.opening in FIRST or has_one(row.key, WELCOMING)):
        return False  # most lines
    if row.text[0] in QUOTES or row.place not in places(sheet):
        return False
    return not (SPEAKING.search(row.key) or POLICE.search(row.key))


def places(sheet: Sheet) -> frozenset[int]:
    """The places near the end in the next rows of which the story doesn't go on."""
    if not sheet.last:
        sheet.last.append(frozenset(_places(sheet)))
    return sheet.last[0]


def _places(sheet: Sheet) -> Iterator[int]:
    quiet, told = BELOW, 0
    for row in reversed(sheet.rows):
        if told >= TOLD or not lives.is_low(row, sheet):
            return
        if quiet >= BELOW:
            yield row.place
        goes_on = row.words >= PROSE and row.stop and _goes_on(row, sheet)
        quiet, told = (0, told + 1) if goes_on else (quiet + 1, told)


def _goes_on(row: Row, sheet: Sheet) -> bool:
    """Whether a paragraph is the story's, and not a longer one of those that stand below it: rights, a note, a life."""
    return not (opens_as_furniture(row.key.lstrip(MARKS)) or notes.note_line(row, sheet) or lives.author_told_of(row, sheet))
