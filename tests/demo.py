"""Two built sites that outside tools look at: the demo as it is published, and one made of everything that is awkward."""

import os
import shutil
from pathlib import Path

import pytest
from sites import build_site, make_site

PROJECT = Path(__file__).parent.parent

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
MARKUP = """"Quoted" & <b>bold</b>, {{ 7 * 7 }}, {% raw %}, </title><script>alert(1)</script> 'single' &amp; --> ]]>"""

HOSTILE = {
    "content/markup.txt": f"""{MARKUP}

{MARKUP} And a dek of the same kind.

By <i>Nora "Nobody" O'Malley</i>
March 4, 2003

CORLEY — {MARKUP} {MARKUP}

[RELATED: {MARKUP}]

[PHOTOS: Pictures of </a> & co.]
""",
    "content/front-matter.md": """---
title: '<b>"It''s"</b> & {{ title }}'
dek: ""
authors: ['<b>Ann</b> "The Pen" & Co.', "O'Hara"]
date: 2003-03-04
section: '<Town> & "Hall"'
tags: ['a/b', '"quoted"', '<tag>', '#', '..', '🦊', 'C++', 'c', '%41', '?x=1&y=2#z']
people: ["<script>alert(1)</script>"]
places: ["Ålesund & Ærø"]
organizations: ["]]>"]
references:
  - {kind: related, text: 'An <a href="x">address</a> that runs'}
  - {kind: video, text: Elsewhere, url: 'https://elsewhere.example/?a=1&b=2'}
corrections: ['<b>Not</b> "this" & that.']
---

<b>Bold</b> <script>alert(1)</script> <img src="https://elsewhere.example/x.png" alt="" onerror="alert(1)">
[link](javascript:alert(1)) <p>unclosed <div>

# A first heading

### A third

1. one
2. two

| a | b |
| --- | --- |
| <td> | 2 |
""",
    "content/long-words.txt": f"""{LONG_WORD}

{LONG_WORD} is the dek.

By Karl {LONG_WORD[:60]}
March 5, 2003

{LONG_WORD} {LONG_WORD}

{LONG_WORD[:50].upper()}

https://elsewhere.example/{"path-without-an-end" * 20}

                      1   2   3   OT  —  T   {"1   2   3   " * 30}
Vesper Falls          1   1   1   1   —  4   {"1   2   3   " * 30}
""",
    "content/long-terms.md": f"""---
title: Long terms
date: 2003-03-05
authors: [{LONG_WORD}]
section: {LONG_WORD[:90]}
tags: [{LONG_WORD}]
people: [{LONG_WORD[:100]}]
---

Text.
""",
    "content/control.txt": "Bells \x07 and Whistles \x1b[31m\x7f \ufffe\u202e Reversed \u200b\ufeff\n\n"
    + "This is a text with \x01 a control \x0c character or two\x0b in it, and \ufdd0 what is no character. " * 3
    + "It goes on for a while, as texts do, and ends at last. " * 20,
    "content/emoji.txt": "🦊🏳️‍🌈 👩‍👩‍👧‍👦 Fox found on ferry 🚢\n\nMarch 6, 2003\n\nThe fox 🦊 was fine. e\u0301 Z\u0351\u036b\u0343algo.\n",
    "content/arabic.md": "---\ntitle: الجسر يفتح من جديد\ndate: 2003-03-06\nlanguage: ar\nauthors: [ليلى حداد]\n"
    "tags: [جسور]\n---\n\nفتح الجسر أبوابه يوم السبت بعد ثلاث سنوات من الإصلاح (Halloran Bridge).\n",
    "content/hebrew.txt": "הגשר נפתח מחדש\n\nMarch 6, 2003\n\nהגשר נפתח מחדש בשבת, לאחר שלוש שנים של תיקונים.\n",
    "content/untitled.txt": "the ferry will not run on Monday, the office said, and nobody there would say when it would run again.\n",
    "content/caption.txt": """Captions Without Pictures

A crowd & its <hats> at the "bridge" in Vesper Falls on March 7, 2003. (Theo Marsh/The "Post")
By + More

The crowd stood on the bridge on Friday and waited for the ferry, which had been sold.
""",
    "content/draft-like.md": "---\ntitle: 404\nslug: index-of\nextra-key: {nested: [1, <b>]}\n---\n\nA short one.\n",
    "content/long.txt": "Three Hundred Lines\n\nMarch 8, 2003\n\n"
    + "\n\n".join(f"Line {n} of a text that goes on & on, said <Ruth> Ostrander, who counted them." for n in range(300))
    + "\n",
}


def build_demo(folder: Path) -> Path:
    """Build the repository's own archive in `folder`, three articles to a list page so that lists have several; its output."""
    shutil.copytree(PROJECT / "content", folder / "content")
    settings = (PROJECT / "site.yaml").read_text("utf-8")
    (folder / "site.yaml").write_text(settings.replace("page_size: 30", "page_size: 3"), "utf-8")
    report = build_site(folder)
    assert report.problems == ()
    return folder / "public"


def build_hostile(folder: Path) -> Path:
    """Build a site of texts, terms and settings that want to be taken for markup or to burst their page; its output."""
    menu = [
        {"Topics & <b>": "tags/index.html"},
        {"Search": "search/index.html"},
        {'"Out"': "https://elsewhere.example/?a=1&b=2"},
    ]
    title = f'The "Post" & <b>Gazette</b> {LONG_WORD[:40]}'
    site = make_site(folder, HOSTILE, title=title, description=MARKUP, publisher=MARKUP, page_size=2, menu=menu)
    report = build_site(site)
    assert report.problems == ()
    return folder / "public"


def demand(tool: str | Path | None, what: str) -> str:
    """Where an outside tool is; without it the test is skipped, or fails where the environment says that it must run."""
    if tool is not None and Path(tool).exists():
        return str(tool)
    if os.environ.get("SITEGEN_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{what} is missing, and SITEGEN_REQUIRE_TOOLS asks for it")
    pytest.skip(f"{what} is missing: .ci/run installs it")
