"""Captions and the credits in them."""

import re
from collections.abc import Callable
from functools import lru_cache

from sitegen.model import Caption
from sitegen.reader import houses
from sitegen.reader.behind import FEWEST_BEFORE, OWNED_WORDS, Found, dashed, hashed, names_only, owned, shouted, unlabelled
from sitegen.reader.seen import has_one
from sitegen.reader.trades import is_paper
from sitegen.reader.words import first_names

MAKERS = (
    r"AP|Reuters|REUTERS|AFP|EPA(?:-EFE)?|Getty(?: Images)?|GETTY(?: IMAGES)?|Shutterstock|SHUTTERSTOCK|Alamy|ALAMY|iStock(?:photo)?|Bloomberg"
    r"|Xinhua|Yonhap|Kyodo|KYODO|PA(?: Wire| Images| Media)?|USA TODAY(?: Sports| NETWORK)?|UPI|NASA|ESA|NOAA|"
    r"Imagn(?: Images)?|Rex|REX|ZUMA|Zuma|Splash|BACKGRID|WireImage|FilmMagic|CNN|BBC|NPR|Unsplash|Pexels|Pixabay"
    r"|Flickr|Wikimedia(?: Commons)?|Anadolu(?: Agency)?|TASS|SWNS|MEGA|Instagram|Facebook|Twitter"
)
# Which of a page's pictures it is: `Featured image: Hal Brand`.
WHICH = "featured feature main lead header hero cover top title banner thumbnail homepage article".split()
LABEL = (
    rf"photographers?:|visuals?:|(?:(?:AP|Reuters|AFP|File|Staff|Courtesy|Courier|Handout|Viewer|Reader|Family|Drone|{'|'.join(WHICH)}|(?-i:[A-Z]{{2,4}}))\s)?(?:(?:ph|f)oto(?:s|graph(?:s|y|ed)?)?|pictures?"
    r"|images?|illustrations?|pic|screengrab|screenshot|graphic)"
    r"(?:\s(?:credit|source|copyright|courtesy|provided))?s?(?:\s(?:by|via|from|of|courtesy(?: of)?)\b|:|\s/(?=\s)"
    r"|(?<=source),|(?<=copyright)(?=\s(?-i:[A-Z])))"
    r"|(?:(?:media )?credits?|source|courtesy(?: of)?|via|(?:submitted|provided|contributed|supplied|permission granted)\sby)"
    r"\b(?::|\.\.\.|…)?(?:\sto:?)?|(?:the\s)?[\w'’-]+\s(?:photo(?:s|graphs?)?|pictures?|illustrations?)\sby\b"
)
SIGN = re.compile(rf"\b(?:{MAKERS})\b")
# Whether one may be there is seen sooner: the same letters without what some go on with, those that begin alike together.
MAKER = re.compile(
    r"A(?:FP|LAMY|P|lamy|nadolu)|B(?:ACKGRID|BC|loomberg)|CNN|ESA|F(?:acebook|ilmMagic|lickr)|G(?:ETTY|etty)|I(?:magn|nstagram)|MEGA"
    r"|K(?:YODO|yodo)|N(?:ASA|OAA|PR)|P(?:A|exels|ixabay)|R(?:E(?:UTERS|X)|e(?:uters|x))|S(?:HUTTERSTOCK|WNS|hutterstock|plash)|T(?:ASS|witter)"
    r"|U(?:PI|SA TODAY|nsplash)|Wi(?:kimedia|reImage)|Xinhua|Yonhap|Z(?:UMA|uma)|iStock"
)
# At the end of a caption, in brackets or after a label.
BRACKETED = re.compile(r"[\[(]([^()\[\]]{2,160}?)(?: \((?:19|20)\d\d\) ?)?[\])]\.?\W{0,2}$")
TRAILING = re.compile(
    rf"(?:(?<=[.!?”\"'’)])(?:[–—](?=\s))?|\s[|–—/-]|(?<=[a-z\d])(?=(?-i:Image|Photo|Picture|Credit):\s))\s*(?P<label>{LABEL})\s*(?P<who>(?:(?:(?-i:[A-Z])|dr|rev|prof|capt|sgt|st)\.\s?){{0,3}}(?:[^.]|(?<=\d)\.(?=\d)|(?<=\bet\sal)\.|(?-i:(?<=\s[A-Z])\.(?=\s[A-Z][\w'’-]+(?:$|[.,/|]|\sfor\s)))){{2,100}}(?:\.[A-Z][^.]{{0,40}}){{0,2}})\.?$",
    re.IGNORECASE,
)
# A maker's signature at the end: `… in Oslo Jon Ferrow/AP`, `… in Oslo. AP Photo`, `… in Oslo AP Photo/Jon Ferrow`, `… in Oslo Jon FERROW AFP`.
SIGNED = re.compile(
    rf"\s((?:[A-Z][\w'’-]+\s(?:[A-Z]\.?\s)?)?[A-Z][\w'’-]+\s?/\s?(?:via\s)?(?:{MAKERS}|[A-Z]\w+\s(?:Images|Photos?|Pictures))"
    r"(?:\s[A-Z]\w+)?)$"
    rf"|(?<=[.!?”\")])\s+((?:[A-Z][\w.'’-]*\s){{0,3}}(?:{MAKERS})(?:\s(?:Photo|Images|File Photo))?)$"
    rf"|\s((?:{MAKERS})(?:\sPhoto|\sImages)?\s?/\s?[A-Z][\w'’-]+(?:\s[A-Z][\w.'’-]*){{0,3}}(?:\s?/\s?File(?:\sPhoto)?|,\sFile)?)$"
    r"|\s([A-Z][\w'’-]+\s[A-Z][A-Z'’-]+\sAFP)$"
)
# `… in the rain. Photo/Hal Brand`
PHOTO_OF = re.compile(
    r"(?<=[.!?”\"’)])\s(?:Photo|PHOTO|Pic|Picture|Image)s?\s?/\s?(?P<who>[A-Z][\w&'’-]*\.?(?:[\s/][\w&'’-]+\.?){0,5})$"
)
NAMED = re.compile(
    r"\s(?:(?:credit|photo|picture|image|photograph)s?(?: credit)?|(?-i:Pics?)):\s(?P<who>[A-Z][^.:]{1,100}(?::\w[^.:]{1,60})?)$",
    re.IGNORECASE,
)
# `… on the dashboard. Town of Marle / Facebook`, `… on Saturday. Marle National Police/Reuters`: what goes before the last two words
LED_TO = re.compile(r"(?<=[a-z\d][.!?”\"’)])\s?(?:[A-Z][\w'’-]+\s){0,2}(?:[A-Z][\w'’-]+|of)$")
SHORTENED = frozenset(
    {"St.", "Dr.", "Mr.", "Mrs.", "Ms.", "Jr.", "Sr.", "Gov.", "Sen.", "Rep.", "Lt.", "Sgt.", "Capt.", "p.m.", "a.m.", "vs."}
)
INITIALS = re.compile(r"[A-Z]{2,3}")
BARRED = re.compile(r"(?<=[.!?”\"'’)])\s*\|\s*([^|.]{2,100})$")
SHOWN_WORDS, GIVEN = 4, frozenset({"Contributed", "Submitted", "Supplied", "Handout", "Getty Images", "Google", "Adobe Stock"})
UNSTOPPED = re.compile(
    rf"(?<=[\w'’)”]) \| ({'|'.join(sorted(GIVEN))}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){{1,2}}(?: ?/ ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}})?)$"
)
# What buttons and counters leave at a caption's ends: `2of3The bell …Show MoreShow Less`.
LOOSE = re.compile(
    r"^\d{1,3} ?(?:of|/) ?\d{1,3} ?(?=[A-Z“\"])|^\[\d{1,2}/\d{1,2}\] ?|(?<=[.)])\s?(?:Buy|BUY) (?:Photo|photo|PHOTO)$"
    r"|(?:Show More)?(?:Show Less)?$|(?<=[.)]) #$"
    r"|(?:\.\.\.)?,? (?:Purchase|Acquire) Licensing Rights(?:, opens new tab)?(?: Read more)?$"
)
# When a picture was put on the page: `… the bridge. (Published Thursday, May 2, 2013) Credit: Hal Brand`
PUBLISHED = re.compile(r" \(Published (?P<day>[A-Z][\w,. ]{5,40})\)")
LOOSE_ENDS = (
    *(
        "Buy Photo",
        "Buy photo",
        "BUY PHOTO",
        "Show More",
        "Show Less",
        ") #",
        ". #",
        "Licensing Rights",
        "Rights, opens new tab",
        "tab Read more",
        "Rights Read more",
    ),
)
# `Photo by Hal Brand. Customers wait …`, `(Photo courtesy of Hal Brand) Customers wait …`
LED = re.compile(
    r"(?:[Pp]hoto|PHOTO)s? (?:by|BY) ([A-Z][\w.'’/ -]{2,60}?)\. (?=[A-Z])"
    r"|(?P<given>(?:Courtesy|Staff|Submitted|Contributed) photo)\. (?=[A-Z])"
    r"|\((?:Photos?|Images?|Pictures?|Courtesy)(?: (?:by|courtesy(?: of)?|from|of)|:) (?P<lent>[^()]{2,60})\) (?=[A-Z\"“])"
)
# `… in the rain. "Umbrella 12" by Hal Brand is licensed under CC BY-SA 4.0`
LICENSED = re.compile(r"\s[\"“][^\"“”]{2,80}[\"”] by (?P<who>[^\"“”]{2,60}?) is licensed under CC[\w .-]+$")
MADE_FIRST = re.compile(
    r"([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2} ?/ ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}): (?=[A-Z])"
    rf"|([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){{1,2}} ?/ ?(?:{MAKERS})) ?(?=[A-Z][a-z’']+[ ,])"
    r"|([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,2}/(?:Staff|File|Courtesy) [Pp]hoto)\. (?=[A-Z])"
    r"|([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}/[^\W\d_a-z][^\W\d_a-z]{2,}(?: [^\W\d_a-z]+){0,2}) (?=[A-Z][a-z]+ )"
)  # `Hal Brand/Courier: …`, `HAL BRAND/COURIER …`
POST = re.compile(
    r"(?:,\s(?:staff(?: photographer)?|contributor|contributing photographer|freelance(?: photographer)?)"
    r"|(?<=\w)/(?:staff |chief )?photographer)$",
    re.IGNORECASE,
)
MADE = re.compile(r"^(?:photo|picture|pic)(?:/| ?\| )(?-i:(?=[A-Z]))", re.IGNORECASE)  # `PHOTO/HAL BRAND`, `PHOTO | HAL BRAND`
FILED = re.compile(r"^file(?: photo)?\s?[|/]\s?(?=\S+ )", re.IGNORECASE)  # `FILE | MARLE MEDIA GROUP`
# `Credit: Journal of Rivers (2023). DOI: 10.5555/jr.2023.04`
CITED = re.compile(r"\s(?:Credit|Image|Source):\s([^:]{2,100}DOI: ?\S+)$")
HANGING = re.compile(r"\s*[(\[]\s*$")  # `… at the gate (`: the credit is on the next lines
_PART = r"[\w.'’-]"
SLASHED = re.compile(
    rf"(?<=[.!?”\"'’])\s*((?:[A-Z]|@(?=\w)){_PART}*(?:\s[A-Z]{_PART}*){{0,3}}\s?(?:/|,\s|\svia\s|\s\|\s)\s?{_PART}+(?:\s{_PART}+){{0,5}}\s?)$"
)
LABELLED_INSIDE = re.compile(rf"(?:{LABEL})", re.IGNORECASE)
LABELLED_FIRST = re.compile(rf"^\W*(?:{LABEL})[\s,:]*", re.IGNORECASE)
WHOLE = re.compile(rf"^\W?(?:{LABEL})\s*\S.{{1,110}}$", re.IGNORECASE)
OPENING = re.compile(
    r"(?:enlarge )?/ (?=[A-Z])|in photos?:\s+|(?:image|photo|picture|media|video)?\s?captions?[,:]\s*"
    r"|(?:image|media|video)\scaption\s?(?=\W?(?-i:[A-Z\d]))|cutlines?:\s+|\[(?:image|photo|picture)\]\s+"
    r"|(?:image|photo|picture|fig(?:ure|\.)?)\s?\d{1,2}[.:]\s+|slide: \d{1,3} / of \d{1,3} ?\. caption: "
    rf"|(?:(?:{'|'.join(WHICH)}) )?(?:image|photo|picture)(?: \((?:colou?r|black (?:&|and) white)\))?:\s+",
    re.IGNORECASE,
)
ALONE = re.compile(
    rf"^(?:[A-Z][\w.'’]*+(?:-(?!(?:{MAKERS})\b)[\w.'’]*+)*+\s?){{0,4}}-?(?:[/|]\s?[A-Z][\w.&'’ -]{{1,30}}){{0,2}}"
    rf"(?:/|\||via|for|,|[—–])?\s?(?:{MAKERS})(?:\s(?i:(?:wire|tele|laser)?photos?))?(?:\s?(?:/|\||via)\s?[\w.'’ -]{{2,40}})?$"
)
WORD = re.compile(r"(?i:photo(?:graph)?|image|picture|illustration|drawing|graphic|credits?|by|source|courtesy|file)\b")
LENDING = ("provided", "submitted", "contributed", "supplied")
LOOSE_WORD, NAMING = (
    re.compile(r"(?i:by|via|source|credits?)\b"),
    re.compile(r"[\s:][A-Z@“\"]|\bhandout\b"),
)  # `(by appointment only)`
# In a bracket within a sentence: not `(EPA).` and `(BBC One).`, which tell of those, nor `(photo ID required).`
OF_AGENCY = re.compile(
    r"(?:[A-Z][\w.'’ -]+ via )?(?:AP|AFP|R(?:euters|EUTERS)|Getty(?: Images)?|Bloomberg|Shutterstock|Alamy|Xinhua|EPA-EFE|Wikimedia Commons)"
    r"(?: file(?: photo)?)?|Handout|Supplied|Submitted|©.+"
)
OF_MAKER = re.compile(
    r"^(?:Credits?|Pics?|Photos?|Images?|Pictures?): ?[A-Z]|^[Cc]ourtesy (?:of|photo|[A-Z])"
    r"|^(?=[A-Z]).*\b(?:photo|graphic|picture)s?(?:$|/[A-Z])"
    r"|\b(?i:photo(?:graph)?s?|pictures?|graphics?|drawings?|illustrations?|images?) (?:by|courtesy) (?:of )?[A-Z]"
)
STOPS, QUOTES, SPOKEN = frozenset('.!?”"’'), frozenset("“”\"‘'"), frozenset("!?.")
LONGEST, LONGEST_PART = 1200, 40  # characters of a caption; of a name in its credit
BRACKETS = {"[": "]", "(": ")"}
CREDIT_WORDS = frozenset("by via for of from the and courtesy credit photo image picture caption".split())
FEWEST_TOLD = 2  # small words of a sentence; a credit has hardly any
LABELLED = 200  # characters at the end of a caption in which its label stands
EMPHASIS = (")_", ")*")
# Without one of these there is no label, and none of the costlier patterns can match.
LABELS = (
    *"photo pic image illustration screengrab graphic credit source courtesy via".split(),
    *("ted by", "ded by", "plied by"),
)
# `Courier photo`, `Hal Brand - The Courier`
OF_HOUSE = re.compile(
    r"(?:[A-Z][\w&.'’-]*\s){1,4}(?:(?:(?:file|staff)\s)?(?:photo|picture|graphic)s?|(?:News |Press )?Pictures|News Agency"
    r"|Archives?)"
    r"|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}\s?[-–—]\s?(?:For\s)?The\s[A-Z]\w+(?:\s[A-Z]\w+){0,2}"
)
OF_PICTURES = ("/", "Photo", "Images", "File")
LENT = frozenset(
    {
        *("representative image", "representational image", "representative photo", "representational photo"),
        *("supplied", "handout", "submitted", "contributed", "public domain"),
        *(f"{who} {how}" for who in ("viewer", "reader", "family") for how in ("submitted", "supplied", "provided", "photo")),
    }
)
NETWORK = re.compile(r"(?:ABC|CBC|CBS|CTV|ITV|NBC|RNZ|RTÉ|SBS|STV)(?:[ -][A-Z]\w+){0,2}")
STATION = re.compile(rf"[KW][A-Z]{{2,3}}(?:[ -](?:TV|FM|\d{{1,2}}))?(?: News)?|{NETWORK.pattern}")  # `… the bridge.(WKLB)`
REFERRING = re.compile(
    r"(?:related|photos|videos?|poll|audio|slideshow|gallery|watch|read|more)\s?:|(?:photos?|videos?|poll|pics)$", re.IGNORECASE
)  # to other texts


def has_maker(text: str, start: int = 0) -> bool:
    """Whether a maker of pictures is named. Without a bound before it the pattern skips from capital to capital."""
    return MAKER.search(text, start) is not None and SIGN.search(text, start) is not None


def is_certain(credit: str) -> bool:
    """Whether nothing but a picture's credit looks so: `AP Photo/Hal Brand, File`, `Getty Images`, `@halbrand/Instagram`."""
    if houses.POSTED.search(credit):
        return True
    return any(sign in credit for sign in OF_PICTURES) and SIGN.search(credit) is not None


def credit_in_brackets(text: str) -> re.Match[str] | None:
    """The closing bracket of a caption, where it holds a credit."""
    text = text[:-1] if text.endswith(EMPHASIS) else text  # `_(Submitted photo)_`
    match = BRACKETED.search(text, len(text) - 170) if (text[-1:] in "])." and ")" in text[-3:]) or text[-1:] == "]" else None
    if match is None:
        return None
    inside, told = (
        match[1],
        text[: match.start()].rstrip(" _*"),
    )  # only a name can follow a whole sentence in a bracket without being one
    if text[-1] not in ")]" and told[-1:] not in STOPS:  # the sentence ends behind the bracket, which is a part of it
        return match if _is_surely_credit(inside) else None
    named = (names_only(inside) and inside[-1] not in SPOKEN) or STATION.fullmatch(inside) is not None
    quoted = text[0] in QUOTES and told[-1:] in QUOTES  # somebody says it
    return match if _is_credit(inside) or (told[-1:] in STOPS and named and not quoted) else None


def _is_surely_credit(inside: str) -> bool:
    """Whether words in a bracket within a sentence can only be a credit: `(Photo by Hal Brand)`, `(Hal Brand/The Courier)`, `(AP Photo)`."""
    if OF_AGENCY.fullmatch(inside) or OF_MAKER.search(inside):
        return True
    if any(sign in inside for sign in OF_PICTURES[1:]):
        return _is_credit(inside)
    names, _, house = inside.partition("/")
    return bool(house) and (names_only(names.strip()) or OF_AGENCY.fullmatch(names.strip()) is not None) and _is_credit(inside)


def _is_credit(inside: str) -> bool:
    """Whether the words in a bracket name a maker of pictures."""
    if (
        inside.startswith("Distributed by ")
        or len(_told(inside)) > FEWEST_TOLD
        or (REFERRING.match(inside) and not (SIGN.search(inside) or _lists_makers(inside)))
    ):
        return False
    if (
        inside.casefold() in LENT
        or (SIGN.search(inside) or houses.POSTED.search(inside))
        or ((WORD.match(inside) or LABELLED_INSIDE.match(inside)) and (not LOOSE_WORD.match(inside) or NAMING.search(inside)))
        or OF_HOUSE.fullmatch(inside)
    ):
        return True
    names = re.split(r"\s?[/|]\s?|, | via | — ", inside)
    parted = len(names) > 1 and ("/" in inside or (" — " in inside and is_paper(names[-1].split())))
    return parted and all(name[:1].isupper() and len(name) < LONGEST_PART for name in names)


def _lists_makers(inside: str) -> bool:
    """`Photos: Hal Brand`."""
    label, _, names = inside.partition(": ")
    return label.casefold() == "photos" and names.count(" ") < FEWEST_BEFORE and names_only(names)


INITIALED = re.compile(  # `MC PHOTO: HAL BRAND`
    r"(?!FILE|OLD|TOP|BIG|BEST|ART)[A-Z]{2,4} (?:PHOTOS?|PICTURES?): ?(?P<given>[A-Z][A-Z’'-]*)(?: [A-Z.’'-]+){1,3}"
)


def bracketed_sentence(text: str) -> str | None:
    """What stands inside `[Image: …]`, where it is told in a sentence and is no bare credit."""
    if text[:1] not in BRACKETS or text[-1:] != BRACKETS[text[0]] or not OPENING.match(text, 1):
        return None
    inside = text[1:-1].strip()
    if inside.count(text[0]) != inside.count(text[-1]):
        return None
    return inside if len(_told(inside)) >= FEWEST_TOLD else None


def tells(text: str) -> bool:
    """Whether what follows `Image:` is a picture's words, and not who made it."""
    match = OPENING.match(text)
    return match is not None and len(_told(text[match.end() :])) >= FEWEST_TOLD


def _told(text: str) -> list[str]:
    """The small words of a text that a credit hasn't."""
    return [word for word in text.split() if word[0].islower() and "/" not in word and word.strip(".,:") not in CREDIT_WORDS]


@lru_cache(maxsize=256)  # a line's caption is asked for by several rules, and by the fields
def split(text: str) -> Caption:
    """A caption with its credit split off."""
    if sentence := bracketed_sentence(text):
        text = sentence
    if text[:1].isdigit() or text.endswith(LOOSE_ENDS):
        text = LOOSE.sub("", text)
    if "(Published " in text:
        text = PUBLISHED.sub("", text)
    text = text[match.end() :] if (match := OPENING.match(text)) else text
    if match := ("/" in text[:60] and MADE_FIRST.match(text)) or LED.match(text):
        return Caption(text[match.end() :], match[match.lastindex or 1])
    for find in CREDITS:
        if (found := find(text)) is not None:
            start, credit = found
            return Caption("" if INITIALED.fullmatch(text) else text[:start].rstrip(" -–—|_*"), tidy(credit))
    return Caption(HANGING.sub("", text) if text.rstrip()[-1:] in BRACKETS else text)


def _bracketed(text: str) -> Found:
    match = credit_in_brackets(text)
    return (match.start(), match[1]) if match else None


def _labelled(text: str) -> Found:
    small = text[-LABELLED:].casefold()
    if not has_one(small, LABELS):
        return None
    match = TRAILING.search(text, len(text) - LABELLED)
    if match and _reads_on(match["label"], match["who"]):
        match = None
    match = match or NAMED.search(text, len(text) - 120)
    if match and text[: match.start()].strip().casefold() == "file":  # `File photo: The crane in 1961`
        return None
    return (match.start(), match["who"]) if match else None


def _reads_on(label: str, who: str) -> bool:
    """Whether a sentence goes on behind a label without a colon: `Images of the blast were shared`, `Credit cards are maxed out`."""
    if ":" in label or "/" in label or "courtesy" in label.casefold():
        return ", it " in who
    small, begun = _told(who), label.casefold().rstrip()
    if has_one(begun, LENDING):
        return False
    return len(small) > 1 or (bool(small) and not begun.endswith(("by", "from", "of", "via")))


def _licensed(text: str) -> Found:
    match = LICENSED.search(text) if "licensed under CC" in text[-LABELLED:] else None
    return (match.start(), match["who"]) if match else None


def _of_photo(text: str) -> Found:
    match = PHOTO_OF.search(text, len(text) - LABELLED) if "/" in text[-80:] else None
    return (match.start(), match["who"]) if match else None


def _cited(text: str) -> Found:
    match = CITED.search(text, len(text) - LABELLED) if "DOI:" in text[-60:] else None
    return (match.start(), match[1]) if match else None


def _signed(text: str) -> Found:
    if "/" not in text[-120:] and not has_maker(text, len(text) - 120):
        return None
    match = SIGNED.search(text, len(text) - 120)
    if match is None:
        return None
    maker = match[1] or match[2] or match[3] or match[4]
    led = LED_TO.search(text, max(0, match.start() - 60), match.start()) if match[1] else None
    led = None if led and text[: led.start()].rpartition(" ")[2] in SHORTENED else led
    return (led.start(), f"{led[0].strip()} {maker}") if led else (match.start(), maker)


def barred(text: str) -> Found:
    """The maker behind a bar: `… by night. | Courier / Hal Brand`, and behind a whole sentence `… by night. | Hal Brand`, `… | HB`."""
    match = BARRED.search(text, len(text) - 120) if "|" in text[-120:] else None
    if match is None:
        return unstopped(text)
    named = text.count(" ", 0, match.start()) >= OWNED_WORDS and text[match.start() - 1] == "." and names_only(match[1])
    named = named or (text[match.start() - 1] == "." and INITIALS.fullmatch(match[1]) is not None)
    return (match.start(), match[1]) if named or "/" in match[1] or SIGN.search(match[1]) else None


def unstopped(text: str) -> Found:
    """The maker behind a bar and no sentence: `The crowd on the quay at dawn | Hal Brand`; a headline may have its author so."""
    match = UNSTOPPED.search(text, max(0, len(text) - 80)) if " | " in text[-80:] else None
    if match is None or text.count(" ", 0, match.start()) < SHOWN_WORDS or text.count(" | ") > 1:
        return None
    if text[: match.start()].casefold().endswith(("photo", "photos", "picture", "image", "file")):  # `PHOTO | HAL BRAND`
        return None
    maker = match[1]
    known = maker in GIVEN or "/" in maker or maker.split()[0].casefold() in first_names()
    return (match.start(), maker) if known else None


def _slashed(text: str) -> Found:
    if not has_maker(text, len(text) - 120):  # it is the costliest, and looks for a maker too
        return None
    match = SLASHED.search(text, len(text) - 120)
    return (match.start(), match[1]) if match and SIGN.search(match[1]) else None


def _unlabelled(text: str) -> Found:
    start = unlabelled(text)
    return None if start is None else (start, text[start:])


# The ways in which a credit ends a caption, the surest first.
CREDITS: tuple[Callable[[str], Found], ...] = (
    _bracketed, _cited, _licensed, _of_photo, owned, houses.credit, _labelled, _signed, barred, _slashed, shouted, hashed, dashed, _unlabelled,
)  # fmt: skip


def tidy(credit: str) -> str:
    """A credit without its label: `Photo by Ines Ortega` → `Ines Ortega`."""
    plain = LABELLED_FIRST.sub("", _bare(credit.removeprefix("/ ")))
    plain = _bare(POST.sub("", FILED.sub("", MADE.sub("", plain))))
    return plain if plain and not WORD.fullmatch(plain) else _bare(credit)


def _bare(credit: str) -> str:
    """A credit without the signs around it; a bracket that it has whole stays: `Hal Brand (CC BY 2.0)`."""
    bare = credit.strip(" .()[]©")
    return f"{bare})" if bare.count("(") > bare.count(")") and f"{bare})" in credit else bare
