from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import markup
from sitegen.model import Block, BlockKind, Record

# What Markdown acts on, and what stands beside it in a newspaper.
TOKENS = st.sampled_from(
    [
        "a", "B", "é", "word", "two words", "x_y", "C++", "AT&T", "1984", "1984. ", "2)", "1. ", "- ", "* ", "+ ", "# ", "## ",
        "####### ", "> ",
        "*", "**", "*word*", "**word**", "* word *", "_", "__word__", "`", "``", "```", "~~~", "[", "]", "(", ")", "[a](b)", "[a]: b",
        "[^1]", "[^1]: note",
        "[word](https://post.example/a?b=1&c=2)", "![word](https://post.example/a.png)", "<", ">", "<b>", "</b>", "<script>",
        "<https://post.example>", "<!-- -->",
        "&", "&amp;", "&#65;", "&lt", "\\", "\\*", "|", "a | b", "---", "===", "--- | ---", "\n", "\n", "\n\n", "\n\n\n", "  \n", " \n",
        "    ", "\t", " ", "  ",
        ": definition", "\n: ", "{", "}", "{{ x }}", "^", "~", '"', "“", "”", "'", "’", "—", "…", ".", ",", "!", "?", ":", ";", "$5",
        "%", "@", "=", "/", "https://post.example/",
        "\xa0", "\u2028", "\ufffd", "🎈", "e\u0301", "\u200b",
    ]
)  # fmt: skip


def same(text: str) -> None:
    """Hold the short way to the thorough one."""
    quick = markup._quick(text, text.encode("utf-8", "surrogatepass"))
    assert quick is None or markup.thorough(text) == quick


@given(st.lists(TOKENS, max_size=12).map("".join))
@settings(max_examples=1500)
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    """On whatever Markdown acts on, in any order."""
    same(text)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["one two", "*so* it was", "[a b](https://a.example/x)", "## A b", 'He said: "no".', "2 of 3", "$5 (five)"]
            ),
            TOKENS,
        ),
        max_size=8,
    ).map("\n".join)
)
@settings(max_examples=700)
def test_the_short_way_gives_what_the_parser_gives_line_by_line(text: str) -> None:
    """On lines that are nearly all plain, which the short way takes."""
    same(text)


@given(st.text(max_size=60).map(markup.printable))
@settings(max_examples=500)
def test_the_short_way_gives_what_the_parser_gives_on_any_text(text: str) -> None:
    """On any characters that can be printed."""
    same(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain words.", "<p>Plain words.</p>\n"),
        ("One.\n\nTwo\nlines.", "<p>One.</p>\n<p>Two\nlines.</p>\n"),
        ("# The first", "<h2>The first</h2>\n"),
        ("### The third", "<h3>The third</h3>\n"),
        ("It was *so* late.", "<p>It was <em>so</em> late.</p>\n"),
        ("See [the vote](https://post.example/vote).", '<p>See <a href="https://post.example/vote">the vote</a>.</p>\n'),
        ("AT&T and Q & A", "<p>AT&amp;T and Q &amp; A</p>\n"),
    ],
)
def test_the_short_way_takes_plain_markdown(text: str, html: str) -> None:
    """Paragraphs, headings, whole links and emphasised words, so that it is worth having."""
    assert markup._quick(text, text.encode("utf-8", "surrogatepass")) == html


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.data += data


def tags(html: str) -> _Tags:
    """What a browser would find in HTML."""
    found = _Tags()
    found.feed(html)
    found.close()
    return found


@given(st.text(max_size=200))
def test_raw_text_never_becomes_markup(text: str) -> None:
    """Whatever a paragraph of raw text holds, its HTML is one paragraph of that text."""
    (html,) = markup.plain([Block("paragraph", text, 1)])
    assert isinstance(html, str)
    found = tags(html)
    assert found.names == {"p"}
    assert found.attributes == set()
    assert found.data == markup.printable(text) + "\n"


@given(
    st.sampled_from([("turn", "Q: "), ("list", "- "), ("list", "(3) "), ("table", ""), ("post", "")]),
    st.lists(st.text(max_size=60), min_size=1, max_size=4),
)
def test_no_form_makes_markup_of_raw_text(form: tuple[BlockKind, str], lines: list[str]) -> None:
    """Nor does what a turn, a list, a table or a post holds: their elements are their own, and all of the text is there."""
    kind, sign = form
    lines = [line.replace("\n", " ").replace("\t", " ") for line in (lines[:1] if kind == "turn" else lines)]
    (html,) = markup.plain([Block(kind, "\n".join(sign + line for line in lines), 1)])
    found = tags(str(html))
    allowed = {"p", "b", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "figure", "blockquote", "figcaption"}
    assert found.names <= allowed
    assert found.attributes <= {"class", "start", "scope"}
    shown = found.data if kind == "turn" else found.data.replace("\n", "")
    whole = "".join(sign + line for line in lines) if kind == "turn" else "".join(lines)
    assert "".join(markup.printable(whole).split()) == "".join(shown.split())


@pytest.mark.parametrize(
    "text",
    ["<b>bold</b>", "{{ view }}", "{% include 'x' %}", "1984. It was", "# tag", "* star", "[a](b)", "&amp;", "`code`", "a_b_c"],
)
def test_raw_text_stays_what_the_reporter_wrote(text: str) -> None:
    """Signs that mean something elsewhere are signs."""
    (html,) = markup.plain([Block("paragraph", text, 1)])
    assert tags(str(html)).data == text + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "<a href='javascript:alert(1)'>a</a>",
        "<iframe src='https://post.example'></iframe>",
        "<svg onload=alert(1)>",
        "<style>p { color: red }</style>",
        "<p style='position:fixed'>x</p>",
    ],
)
def test_markdown_is_sanitised(text: str) -> None:
    """No script, no handler, no style and no frame comes through."""
    html = markup.markdown(text + "\n\nWords.\n")
    assert not {"script", "iframe", "svg", "style"} & tags(html).names
    assert not {"onerror", "onload", "style"} & tags(html).attributes
    assert "javascript:" not in html
    assert "Words." in html


@given(st.lists(TOKENS, max_size=12).map("".join))
def test_markdown_never_holds_a_first_heading(text: str) -> None:
    """The first level is the headline's."""
    assert "h1" not in tags(markup.markdown(text)).names


def test_tables_code_and_notes_are_markdown_too() -> None:
    """The extensions that a newsroom uses are on."""
    html = markup.markdown("a | b\n--- | ---\n1 | 2\n\n```\nx < y\n```\n\nSo.[^1]\n\n[^1]: A note.\n")
    assert {"table", "pre", "code", "sup"} <= tags(html).names
    assert "x &lt; y" in html


def test_references_cut_the_story() -> None:
    """A story is given in pieces with the references' indexes between them."""
    blocks = [
        Block("paragraph", "One.", 1),
        Block("reference", "", 2, 0),
        Block("subhead", "Two", 3),
        Block("preformatted", " a\n  b", 4),
    ]
    assert markup.plain(blocks) == ("<p>One.</p>\n", 0, "<h2>Two</h2>\n<pre> a\n  b</pre>\n")


def test_a_list_is_a_list() -> None:
    """Items lose the sign that the list brings; what looks like markup in them stays text."""
    blocks = [Block("list", "- One & <b>two</b>\n- *Three*", 1)]
    assert markup.plain(blocks) == ("<ul>\n<li>One &amp; &lt;b&gt;two&lt;/b&gt;</li>\n<li>*Three*</li>\n</ul>\n",)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. One\n2. Two", "<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n"),
        ("7) One\n8) 9. Two", '<ol class="paren" start="7">\n<li>One</li>\n<li>9. Two</li>\n</ol>\n'),
        ("(1) One <b>\n(2) Two", '<ol class="parens">\n<li>One &lt;b&gt;</li>\n<li>Two</li>\n</ol>\n'),
    ],
)
def test_a_numbered_list_keeps_its_start_and_its_signs(text: str, html: str) -> None:
    """The browser counts on from where the list begins."""
    assert markup.plain([Block("list", text, 1)]) == (html,)


def test_a_turn_has_its_speaker() -> None:
    """HTML advises `b` for the speaker in a conversation."""
    blocks = [Block("turn", "Q. Who & <b>?</b>: him", 1), Block("turn", "Ada Hesk: “He: who else?”", 2)]
    assert markup.plain(blocks) == (
        '<p><b class="speaker">Q.</b> Who &amp; &lt;b&gt;?&lt;/b&gt;: him</p>\n'
        '<p><b class="speaker">Ada Hesk:</b> “He: who else?”</p>\n',
    )


def test_a_post_is_quoted_and_has_its_owner_below() -> None:
    """HTML has no place within a quotation for whose it is."""
    assert markup.plain([Block("post", "Out. <b>\nWhy? pic\n— A & B (@ab) May 3, 2023", 1)]) == (
        '<figure class="post">\n<blockquote>\n<p>Out. &lt;b&gt;</p>\n<p>Why? pic</p>\n</blockquote>\n'
        "<figcaption>— A &amp; B (@ab) May 3, 2023</figcaption>\n</figure>\n",
    )


def test_a_table_has_heads_and_figures() -> None:
    """What stands above figures, or before them, is a head; a column of figures is set to the right."""
    (html,) = markup.plain([Block("table", "\t1\tT\nA & B\t0\t—\nC\t12%\t(3)", 1)])
    assert html == (
        '<table>\n<thead>\n<tr><td></td><th scope="col" class="figure">1</th><th scope="col" class="figure">T</th></tr>\n</thead>\n<tbody>\n'
        '<tr><th scope="row">A &amp; B</th><td class="figure">0</td><td class="figure">—</td></tr>\n'
        '<tr><th scope="row">C</th><td class="figure">12%</td><td class="figure">(3)</td></tr>\n</tbody>\n</table>\n'
    )


def test_a_table_of_words_has_no_heads() -> None:
    """Where nothing tells a first row or column from the others."""
    (html,) = markup.plain([Block("table", "Ann\tBo\nCy\tDi\nEd\tFay", 1)])
    assert tags(str(html)).names == {"table", "tbody", "tr", "td"}


def test_a_list_without_signs_loses_no_letter() -> None:
    """A line that something announced has no sign to be left to the browser."""
    blocks = (Block("list", "Port Hale\n“Quarry Road”\n- Sandmoor", 1),)
    assert markup.plain(blocks) == ("<ul>\n<li>Port Hale</li>\n<li>“Quarry Road”</li>\n<li>Sandmoor</li>\n</ul>\n",)


def test_references_cut_markdown_too() -> None:
    """The reader leaves a mark in Markdown where a reference stood."""
    record = Record("a.md", markdown="One.\n\n\ue0000\ue001\n\nTwo.\n")
    assert markup.body(record) == ("<p>One.</p>\n", 0, "<p>Two.</p>\n")


@given(st.text(max_size=100))
def test_what_is_printable_stays(text: str) -> None:
    """Nothing is dropped: one character in, one character out, and only what can't be shown is replaced."""
    shown = markup.printable(text)
    assert len(shown) == len(text)
    assert all(other in {one, "\ufffd"} for one, other in zip(text, shown, strict=True))
    assert markup.printable(shown) == shown


def test_a_picture_without_words_has_an_empty_alternative() -> None:
    """A reader of the page aloud then passes over it; one with words keeps them."""
    assert markup.markdown('<img src="a.png" title="x > y">') == '<p><img alt="" src="a.png" title="x &gt; y"></p>\n'
    assert markup.markdown("![A bridge](a.png)") == '<p><img alt="A bridge" src="a.png"></p>\n'


@given(st.text(st.one_of(st.characters(categories=("Cc", "Cs", "Cn")), st.sampled_from("ab \n£éﬁ\ufdd0\uffff\x85\x1f"))))
def test_markdown_shows_what_html_cannot_hold(text: str) -> None:
    """As the replacement character, whichever way is taken."""
    assert not markup._UNPRINTABLE.search(markup.markdown(text))
