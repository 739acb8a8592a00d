"""Whether a line tells what somebody does, in the present, as pictures' words do."""

import re

ACTION_WORDS = 6, 45  # at least, at most
NEXT_SENTENCE = re.compile(  # and no state's name: `in Marle, Penn. Thursday`
    r"[a-z]{3}(?<!\b(?:Colo|Conn|Mass|Mich|Minn|Miss|Mont|Okla|Penn|Sask|Tenn|Wash|Wisc))(?<!\bCalif)[.!?] [A-Z]"
)
# Somebody does something, in the present: `President Carter signs the treaty …`.
ACTION = re.compile(r"(?:\S+ ){0,11}?[A-Z][\w.'’]*,? (?!(?:is|was|has|its|his|as|this|says)\b)[a-z]+(?<!s)s ")
# The same of somebody without a name: `A nurse gives a boy a dose …`, `Two men carry …`.
ACTING = re.compile(
    r"(?:An?|The) (?:[a-z'’-]+ ){1,4}?(?!(?:is|was|has|its|his|as|this|says)\b)[a-z]+(?<!s)s "
    r"|(?:Two|Three|Four|Five|Some|Several) (?:[a-z'’-]+ ){1,4}?[a-z]+(?<!s|d) "
)
# What is told as done, or by somebody: so stories go on, and hardly ever pictures' words.
NARRATING = re.compile(
    r"\b(?:said|says|told|tells|added|adds|asked|wrote|ruled|voted|agreed|decided|announced|reported|declined|refused|warned|denied|confirmed"
    r"|answered|argued|claimed|admitted|promised|ordered|rejected|wanted|had|has|have|was|were|would|could|may|might|must|can|will|did|fell|took|came|went|made"
    r"|became|began|gave|got|left|lost|met|ran|sent|sold|spoke|thought|won|died|ended|closed|opened|started)\b"
)
# Any other that is told as done: `The ferry turned back`, and not `Traps are piled on the wharf`.
DONE = re.compile(r"(?<![,:])(?<!\bare)(?<!\bis)(?<!\bbe)(?<!\bbeing) \w+ed\b(?! by\b)")
WHOM = frozenset("he she it they that this these those we i you there".split())  # a story has told of them


def narrates(key: str, opening: str) -> bool:
    """Whether a line, in small letters, goes on with a story."""
    return opening in WHOM or NARRATING.search(key) is not None


def tells_action(text: str) -> bool:
    """Whether a line is one sentence of what somebody does, in the present, as pictures' words are."""
    if text[0] in "\"“‘'" or text[-1] != "." or not ACTION_WORDS[0] <= text.count(" ") + 1 <= ACTION_WORDS[1]:
        return False
    return NEXT_SENTENCE.search(text) is None and (ACTION.match(text) or ACTING.match(text)) is not None
