import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import urls

TEXT = st.text(max_size=300)


@given(TEXT)
def test_a_slug_is_a_sound_file_name(text: str) -> None:
    """ASCII, short, nothing that any computer refuses."""
    made = urls.slug(text)
    assert made.isascii()
    assert len(made) <= urls.MAX_SLUG + 2
    assert not made or urls.trouble(f"{made}.html") is None


@given(st.one_of(st.none(), TEXT), st.text(min_size=1, max_size=40).filter(lambda name: "/" not in name))
def test_every_article_has_a_slug(title: str | None, name: str) -> None:
    """Whatever headline and file name it has."""
    assert urls.trouble(urls.article_slug(title, f"2013/{name}.txt") + ".html") is None


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C++", "C#"), ("日本", "中国"), ("A+", "A-"), ("☃", "☂"), ("100%", "100")]
)
def test_terms_that_differ_have_slugs_that_differ(one: str, other: str) -> None:
    """Signs that carry meaning aren't dropped."""
    assert urls.term_slug(one) != urls.term_slug(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Syria", "SYRIA"), ("U.S.", "US"), ("O’Brien", "O'Brien"), ("Café", "Cafe"), ("A, B & Co.", "A B Co"), ("x  y", "x y")],
)
def test_spellings_of_one_term_share_a_slug(one: str, other: str) -> None:
    """Case, accents and punctuation make no other term."""
    assert urls.term_slug(one) == urls.term_slug(other)


@given(st.text(min_size=1, max_size=120))
def test_a_term_slug_is_a_sound_folder_name(name: str) -> None:
    """Of any term at all."""
    made = urls.term_slug(name)
    assert urls.trouble(made) is None
    assert made.isascii()


LETTERS = "abcXYZ019+#-_. éß日"


@given(st.text(LETTERS, min_size=1, max_size=12), st.text(LETTERS, min_size=1, max_size=12))
def test_terms_meet_only_as_spellings_of_one(one: str, other: str) -> None:
    """Two names share a slug only if case, accents, space and punctuation are all that parts them."""

    def letters(name: str) -> str:
        folded = unicodedata.normalize("NFKD", name.casefold())
        return "".join(char for char in folded if not unicodedata.combining(char) and char not in " .-_,")

    if urls.term_slug(one) == urls.term_slug(other):
        assert letters(one).replace("_", "") == letters(other).replace("_", "")


@pytest.mark.parametrize("slug", ["con", "aux", "nul", "com1"])
def test_no_slug_is_a_device_of_windows(slug: str) -> None:
    """A headline `Con` gets a file that Windows can store."""
    assert urls.slug(slug) == f"{slug}-1"
    assert urls.term_slug(slug) == f"{slug}-1"


def test_articles_are_told_apart_by_their_own_path() -> None:
    """The mark follows from the source's path alone, and leaves the address's ending in place."""
    one, other = urls.told_apart("2013/talks.html", "a.txt"), urls.told_apart("2013/talks.html", "b.txt")
    assert one != other
    assert one == urls.told_apart("2013/talks.html", "a.txt")
    assert one.startswith("2013/talks-")
    assert one.endswith(".html")
    assert urls.told_apart("talks/index.html", "a.txt").endswith("/index.html")


def test_a_headline_that_looks_told_apart_gets_a_mark_of_its_own() -> None:
    """So that an inferred slug never meets one that was made by telling two articles apart."""
    made = urls.article_slug("Talks 1234abcd", "a.txt")
    assert made == urls.told_apart("talks-1234abcd", "a.txt")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("../x.html", "out of its folder"),
        ("a/../../x", "out of its folder"),
        ("a//b", "empty part"),
        ("./a", "empty part"),
        ("", "empty part"),
        ("a\x00b", "character"),
        ("a\nb", "character"),
        ("a\\b", "character"),
        ("a?b", "character"),
        ("a\u202eb", "character"),
        ("a:b", "character"),
        ("con", "Windows"),
        ("news/AUX.html", "Windows"),
        ("x" * 300, "longer"),
        ("é" * 150, "longer"),
        ("ends.", "can't store"),
        ("ends ", "can't store"),
        (".hidden", "can't store"),
    ],
)
def test_what_breaks_on_some_computer_is_refused(path: str, words: str) -> None:
    """With what is wrong with it."""
    assert words in (urls.trouble(path) or "")


@pytest.mark.parametrize(
    "path", ["syria-talks", "news/123.html", "2004/corley.html", "über/straße.html", "a b.html", "story.php"]
)
def test_sound_paths_are_taken(path: str) -> None:
    """Old addresses are what they are."""
    assert urls.trouble(path) is None


@pytest.mark.parametrize(
    ("date", "path"),
    [
        ("2013-06-17", "2013/06/17/talks.html"),
        ("2013-06-17T15:04:00-04:00", "2013/06/17/talks.html"),
        ("2013-06", "2013/06/talks.html"),
        ("2013", "2013/talks.html"),
        (None, "undated/talks.html"),
    ],
)
def test_a_permalink_leaves_out_what_is_not_known(date: str | None, path: str) -> None:
    """No invented day stands in an address."""
    assert urls.article_path("/{year}/{month}/{day}/{slug}.html", date, "talks") == path


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("old.html", "old.html"),
        ("old/", "old/index.html"),
        ("old", "old/index.html"),
        ("a.b/old", "a.b/old/index.html"),
        ("x/story.php", "x/story.php"),
    ],
)
def test_an_old_address_without_an_ending_is_a_folder(alias: str, path: str) -> None:
    """A host then knows that it is a page."""
    assert urls.alias_path(alias) == path


@pytest.mark.parametrize(
    "path",
    [
        "tags/index.html",
        "Tags/x.html",
        "2013/index.html",
        "2013/06/17/index.html",
        "2013/06/page/2/index.html",
        "undated/index.html",
        "feed.xml",
        "index.html",
    ],
)
def test_addresses_of_lists_are_reserved(path: str) -> None:
    """No article may stand where a list does."""
    assert urls.is_reserved(path)


@pytest.mark.parametrize("path", ["2013/06/17/talks.html", "undated/talks.html", "news/1.html", "2013/talks/index.html"])
def test_addresses_of_articles_are_not_reserved(path: str) -> None:
    """What permalinks give is free."""
    assert not urls.is_reserved(path)


@given(st.text(min_size=1, max_size=50).filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
def test_a_link_leads_to_the_path_that_it_was_made_from(path: str) -> None:
    """Decoded it is the path again, and no part of it can be taken for a query, a fragment or a scheme."""
    linked = urls.href(path)
    assert unquote(linked) == path
    assert linked.isascii()
    assert not {"?", "#", ":", " ", '"', "<"} & set(linked)


def test_paths_that_some_computer_takes_for_one_share_a_key() -> None:
    """Case and Unicode form folded."""
    assert urls.collision_key("Café.html") == urls.collision_key("CAFE\u0301.HTML")


@pytest.mark.parametrize(("path", "root"), [("index.html", ""), ("2013/06/17/a.html", "../../../"), ("tags/index.html", "../")])
def test_the_root_is_as_far_up_as_the_page_is_down(path: str, root: str) -> None:
    """So that links are relative."""
    assert urls.root_of(path) == root


@pytest.mark.parametrize(
    ("kind", "name", "filed"),
    [
        ("people", "Ruth Ostrander", "ostrander-ruth"),
        ("authors", "John Smith Jr.", "smith-jr-john"),
        ("authors", "Adelaide Corley-Finch", "corley-finch-adelaide"),
        ("authors", "Adelaide Corley-Finch III", "corley-finch-iii-adelaide"),
        ("tags", "1984", "01984"),
        ("tags", "Ruth Ostrander", "ruth-ostrander"),
    ],
)
def test_people_are_filed_by_surname(kind: str, name: str, filed: str) -> None:
    """As any index of names does, a surname of two parts whole; figures come before letters."""
    assert urls.filed(kind, urls.term_slug(name), name) == filed  # type: ignore[arg-type]


def test_an_outside_address_is_fit_for_a_link() -> None:
    """What a text gives is encoded; what is encoded already stays."""
    assert urls.outside('https://a.example/x?q="two words"&r=%20#é') == "https://a.example/x?q=%22two%20words%22&r=%20#%C3%A9"
