"""Rules for what sites put between the paragraphs of stories, in words that no story has (`Already a subscriber? Log in.`)."""

import re

from sitegen.reader.rows import Row
from sitegen.reader.rules.closing import QUOTES, SPEAKING
from sitegen.reader.seen import has_one
from sitegen.reader.sheet import Sheet

LONGEST = 32  # words
_SITES = r"(?:facebook|twitter|x|instagram|tiktok|whatsapp|telegram|linkedin|youtube|threads|bluesky|google|reddit|flipboard|messenger)"
_LETTER = r"(?:newsletters?|e-?mails?|briefing|bulletins?|digest|(?:whatsapp|telegram) (?:channel|group|community)|alerts?)"
_REACH = (
    r"(?:e-?mail|contact|send us|let us|tell us|get in touch|click|message|text us|drop us|write to us|vote in|leave|comment|have your say"
    r"|subscribe|sign|share|support|donate|log ?in|join|get (?:it|our|the|more)|register|follow|we'd)"
)
APPEALS = re.compile(
    # letters, channels
    rf"(?:[^.?!]{{0,60}}\b)?(?:sign up|subscribe|register) (?:now |today |here )?(?:to|for) (?:our|the"
    rf"|[\w'’]+['’]s?) (?:[\w'’&-]+ ){{0,5}}{_LETTER}\b"
    rf"|our (?:[\w'’&-]+ ){{0,4}}{_LETTER} [^.!?]{{2,80}}[.!?]? ?(?:sign up|subscribe|click|tap|join)\b"
    rf"|(?:[^.?!]{{0,60}}\b)?(?:join|follow) (?:us on|our) (?:[\w'’&-]+ ){{0,3}}(?:{_SITES}\b|channel"
    rf"|community\b)"
    rf"|(?:find|follow|like|join|connect with|tweet|message|watch) us (?:on (?:our )?{_SITES}\b|at (?:@|www)|@)"
    rf"|(?:like|follow|visit|find more [\w ]{{0,12}}on) our (?:facebook|twitter|instagram) (?:page|account|feed)\b"
    rf"|(?:click|tap) here (?:to|for) (?:join|subscribe|sign|follow|get|read|watch|see|download|our|more|the latest)\b"
    r"|never miss (?:a|an|another) (?:story|beat|thing|update|moment|headline|episode|article)\b"
    r"|stay (?:ahead|informed|up[ -]to[ -]date|connected|in the know|in the loop) (?:of|with|on|about) [^.!?]{0,80}\b(?:newsletter|app"
    r"|e-?mail|inbox|us|channel)\b"
    r"|(?:[^.?!]{2,80}) (?:sent|delivered|straight|direct(?:ly)?) to your (?:inbox|phone|e-?mail)\b"
    r"|(?:turn on|enable|allow|get) (?:push )?notifications\b|scan the qr code\b|(?:install|download|get|try) (?:our"
    r"|the [\w'’ ]{2,30}?) (?:free )?app\b"
    r"|(?:read|open|view|get) (?:this|more|it) (?:story |article )?(?:on|in) (?:our|the) app\b|text (?:[\w'’]+ ){1,3}to \d{4,6} (?:to"
    r"|for) (?:get|receive|our|sign|join)\b"
    r"|(?:add|make|set|choose|select) (?:us|the [\w'’ ]{2,30}|[\w'’ ]{2,30}) (?:as )?(?:a|your) preferred source\b"
    # subscriptions
    r"|(?:enjoy |get )?unlimited (?:digital )?access (?:to|from|for)\b[^.!?]{0,60}(?:[$£€]|\d|newspaper|site|article|week|month)"
    r"|(?:to (?:read|continue|keep|see|unlock|view|access) [^.!?]{2,60},? )(?:please )?(?:subscribe|sign (?:in|up)|log ?in|register|create)\b"
    r"|subscribe to [^.!?]{2,40}(?: (?:today|now) and| for (?:just|only|as little as|[$£€])|\W+(?:today|now)\b)"
    r"|this (?:story|article|content|page|post|column|analysis) is (?:available|exclusive(?:ly)?|only|free|for|reserved|locked"
    r"|part of)\b[^.!?]{0,50}"
    r"\b(?:subscribers?|members|readers|premium|subscription)\b"
    r"|this is an? (?:subscribers?|members?|premium)[ -](?:only|exclusive)?\b|(?:already|not) (?:yet )?(?:a |an )?(?:subscri|member"
    rf"|registered|signed up)[\w ]{{0,16}}\?(?:\W*$| (?:then )?(?:please )?(?:{_REACH}|tap|head|start|create)\b)"
    r"|you(?:['’]ve| have) (?:reached|read|used|hit|had|one|two|three|\d+)\b[^.!?]{0,40}\b(?:free (?:article|preview|stor)|article limit"
    r"|monthly limit|articles? left)"
    r"|give the gift of\b[^.!?]{2,40}(?:news|journalism|subscription)|gift subscriptions?\b"
    # money
    r"|your (?:support|donation|contribution|subscription|gift) (?:helps|makes|keeps|allows|enables|means|ensures|powers|funds|will)\b"
    r"|help us (?:keep|continue|tell|report|cover|do more|investigate|hold)\b"
    r"|make an? (?:one-(?:time|off)|monthly|recurring|tax-deductible|small) (?:gift|donation|contribution)\b"
    r"|(?:if you can, )?please (?:consider (?:supporting|donating|making|subscribing|becoming)|support us|donate|chip in)\b"
    r"|we (?:rely|depend|count) on (?:readers|people|supporters|listeners|viewers|subscribers|your)\b"
    r"|(?:our|independent|local|quality) (?:journalism|reporting|newsroom|work) (?:depends|relies|is (?:funded|supported|made|only possible"
    r"|free)|needs|costs)\b"
    r"|[\w'’ ]{2,30} is (?:a )?(?:reader|member|community|listener)[ -](?:funded|supported|powered|owned)\b"
    r"|we(?:['’]re| are) an? (?:\w+, )?(?:non-?profit|independent|reader-supported) (?:news|media|digital)"
    # comments, letters
    rf"|(?:have|join|add|be part of) (?:your say|the (?:conversation|discussion|debate))(?: (?:below|here|on|in|with|by|now|at|using)\b|:)"
    rf"|join in (?:the|on the) (?:conversation|discussion|debate)\b|(?:leave|add|post|share) (?:your |a )?(?:comments?|thoughts|views"
    rf"|opinions?) (?:below|here|in the|on our|with us)\b"
    r"|leave (?:your|a) comments?\W*$|comment (?:below|on (?:our|this))\b|(?:comments|commenting) (?:are|is|for this"
    r"|on this)[\w ]{0,24} (?:closed|moderated|disabled|off|limited|open)\b"
    r"|comments are\W*$|this (?:article|story|thread) is (?:no longer open for|closed (?:to|for)) (?:new )?comments|(?:please"
    r"|you must) (?:log|sign) ?in to (?:leave|post|comment|read|continue)"
    r"|please keep (?:your )?comments\b|readers can comment\b|we(?:['’]d| would)? (?:love|want|like) to hear (?:from you|your|what you)"
    rf"|(?:were you|did you (?:see|witness|hear)|do you (?:agree|have|know|work|live|think)|have you (?:been|got|seen)|are you|got|see|seen"
    rf"|spotted|notice(?:d)?)\b[^?.!]{{2,90}}\? (?:please )?{_REACH}\b"
    r"|if you (?:have|spot|see|notice|know|find)\b[^.!?]{2,60}, (?:please )?(?:let us know|tell us|report it (?:here|to us)|contact (?:us|our"
    r"|the newsroom)|e-?mail (?:us|tips@|news)|get in touch)"
    r"|to (?:report|request|submit|suggest|share|send)(?: us)? (?:a |an |the |your )?(?:correction|error|mistake|typo|tip|inaccuracy)\b"
    r"|to contact (?:the|this) (?:reporter|editor|author|writer)s?\b"
    r"|(?:e-?mail|send|tell|tweet) (?:us )?(?:your|@?\w+ with your) (?:views|thoughts|photos|pictures|pics|videos|stories|letters|opinions"
    r"|experiences?|questions)\b"
    r"|tweet @\w+|(?:report|spotted|see) an? (?:error|mistake|typo)(?: here|\?)|for our (?:letters|comments?|corrections?|privacy) policy\b"
    # between the paragraphs
    r"|(?:story|article|text|post|content|page|report)s? (?:continues?|resumes?) (?:below|after|beneath|under)\b|advertisement\W+scroll\b"
    r"|scroll (?:down )?(?:to|for) (?:continue|more|read)\b"
    r"|if you (?:buy|purchase|click|shop|make a purchase|book)\b[^.!?]{2,70}\b(?:commission|affiliate)|as an amazon associate\b"
    r"|prices? (?:correct|accurate|were|and availability)\b[^.!?]{0,30}\b(?:publication|writing|change)"
    r"|was this (?:summary|article|story|page|translation) (?:helpful|useful)\b|(?:we need your consent|you need to (?:accept|enable|allow)"
    r"|please (?:accept|enable|allow)) [^.!?]{2,50}(?:content|cookies|javascript)"
    r"|this (?:content|video|post|embed|media|player) (?:is (?:hosted|provided|no longer (?:available|supported)|not (?:available|supported)"
    r"|unavailable|currently unavailable)|has been (?:removed|deleted"
    r"|blocked)|may not|cannot be|could not be|isn['’]t available|comes from)\b"
    r"|to (?:view|watch|see|play|hear) this (?:video|content|post)\b|this (?:article|story|summary|text|page|audio|translation) (?:was|is"
    r"|has been) (?:created|generated|written|produced|translated|summari[sz]ed|made)"
    r"[^.!?]{0,40}\b(?:ai|artificial intelligence|automat\w+|machine)\b"
    r"|listen to (?:more|this|our|the podcast)\b[^.!?]{0,60}\b(?:app|podcasts?|story|stories|article|here|now)\b"
    r"|(?:check back|refresh (?:this|the) page|stay (?:tuned|with us)|follow this (?:page|story)|keep (?:refreshing|checking)) (?:for|to"
    r"|as)\b|we(?:['’]ll| will) (?:bring you|have) more\b"
    r"|more (?:to (?:follow|come)|on this (?:story )?(?:as|when|soon)|details (?:soon|to follow))\b[^,]{0,40}$|(?:breaking"
    r"|developing)(?: story)?: more to (?:come|follow)"
)
# What each begins with, or has in it where it may begin with anything: most lines have neither.
FIRST = frozenset(
    "our click tap find follow like join connect tweet message watch visit never stay turn enable allow get scan install download try "
    "read open view text add make set choose select enjoy unlimited to subscribe this already not you you've you’ve give gift your "
    "help if please we we're we’re we'd we’d we'll we’ll independent local quality have be leave share post comment comments "
    "commenting readers were did do are got see seen spotted notice noticed e-mail email send tell report for story article stories "
    "articles text content page advertisement scroll as price prices was listen check refresh keep more breaking developing posts "
    "reports".split()
)
DENYING = ("n't sign", "n’t sign", "not sign", " i ", "i'd ", "i’d ")
SIGNS = ("sign up ", "subscribe ", "register ", "join ", "follow ", " to your ", "funded", "supported", "powered")


def appeal(row: Row, _: Sheet) -> float:
    """What a site asks of its readers, offers them or tells them of itself."""
    if row.words > LONGEST or row.place <= 1 or not (row.opening in FIRST or has_one(row.key, SIGNS)) or row.text[0] in QUOTES:
        return 0.0
    found = (
        not has_one(row.key, DENYING)
        and APPEALS.match(row.key.lstrip("*>•-–— ")) is not None
        and SPEAKING.search(row.key) is None
    )
    return 6.0 if found else 0.0
