import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import matching, urls
from sitegen.catalog import aliases, facets, published, queries, schema
from sitegen.catalog.intake import Intake
from sitegen.catalog.published import Edition, Made
from sitegen.catalog.rows import ArticleRow, PictureRow, ReferenceRow, SourceRow, TermRow
from sitegen.model import Problem


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    """An empty catalogue."""
    return schema.connect(tmp_path / "catalog.sqlite")


def source(
    path: str,
    *,
    title: str = "A story",
    date: str = "2013-06-17",
    tags: tuple[str, ...] = (),
    refers: tuple[str, ...] = (),
    wish: str = "",
    asked: bool = False,
    aliases: tuple[str, ...] = (),
    text: str = "",
) -> SourceRow:
    """A source as a worker hands it over."""
    key = title.lower()
    terms = tuple(
        TermRow(urls.term_id("tags", urls.term_slug(tag)), "tags", urls.term_slug(tag), tag, urls.term_slug(tag))
        for tag in tags
    )
    references = tuple(ReferenceRow(one.lower(), one) for one in refers)
    article = ArticleRow(
        base=path.rpartition(".")[0], wish=wish or f"{date or 'undated'}/{urls.slug(title)}.html", asked=asked, date=date, title=title,
        title_key=key,
        summary="", authors="", section=None, updated=None, text=text.encode(), text_digest=(path + text).encode(), terms=terms,
        references=references, aliases=aliases, images=(),
    )  # fmt: skip
    return SourceRow(path, "stamp", f"digest of {path}", article=article)


def take(db: sqlite3.Connection, *rows: SourceRow, drop: tuple[str, ...] = (), fresh: bool = False) -> set[str]:
    """Take sources in; returns the facets that this makes stale."""
    db.execute("DELETE FROM stale")
    with schema.transaction(db):
        intake = Intake(db, fresh=fresh)
        intake.drop(drop)
        intake.take(rows)
        intake.settle()
    return set(published.stale(db))


def start(db: sqlite3.Connection, *rows: SourceRow) -> None:
    """A first load."""
    schema.empty_content(db)
    assert take(db, *rows, fresh=True) == {facets.EVERYTHING}


def number(db: sqlite3.Connection, path: str) -> int:
    """A source's id."""
    return int(db.execute("SELECT id FROM source WHERE path = ?", (path,)).fetchone()[0])


def where(db: sqlite3.Connection) -> dict[str, str]:
    """Each article's address, by its source."""
    return dict(db.execute("SELECT s.path, a.path FROM article a JOIN source s USING (id) ORDER BY s.path"))


def resolved(db: sqlite3.Connection, path: str) -> list[str | None]:
    """The sources that an article's references lead to."""
    query = (
        "SELECT t.path FROM reference r JOIN source s ON s.id = r.article LEFT JOIN source t ON t.id = r.target"
        " WHERE s.path = ? ORDER BY r.n"
    )
    return [target for (target,) in db.execute(query, (path,))]


def test_a_catalogue_of_another_form_is_begun_anew_but_for_its_manifest(tmp_path: Path) -> None:
    """What is published stays ours to replace and to remove."""
    path = tmp_path / "catalog.sqlite"
    old = sqlite3.connect(path)
    old.executescript(
        "CREATE TABLE meta (name TEXT, value TEXT); CREATE TABLE page (path TEXT); CREATE TABLE other (x); INSERT INTO page VALUES ('a.html');"
    )
    old.close()
    db = schema.connect(path)
    assert published.of_facet(db, "") == {"a.html"}
    assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'other'").fetchone()


def test_a_transaction_is_all_or_nothing(db: sqlite3.Connection) -> None:
    """What fails leaves no trace."""

    def fail() -> None:
        with schema.transaction(db):
            facets.mark(db, facets.whole("front"))
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not published.is_stale(db)


def test_workers_can_only_read(db: sqlite3.Connection, tmp_path: Path) -> None:
    """Their connection refuses to write."""
    reader = schema.connect_to_read(tmp_path / "catalog.sqlite")
    with pytest.raises(sqlite3.OperationalError):
        reader.execute("DELETE FROM page")
    reader.close()
    db.close()


HEADLINES = (
    "Council votes for a new Tamsin bridge",
    "Council votes for the new Tamsin bridge",
    "Ferry runs aground off Port Ellery",
)


def test_a_reference_leads_to_the_headline_that_it_names(db: sqlite3.Connection) -> None:
    """Exactly, or nearly; to nothing else, and never to its own article."""
    start(
        db,
        source("bridge.txt", title=HEADLINES[0], refers=(HEADLINES[0],)),
        source("exact.txt", title="One", refers=(HEADLINES[0],)),
        source("near.txt", title="Two", refers=(HEADLINES[1],)),
        source("none.txt", title="Three", refers=(HEADLINES[2],)),
    )
    assert [resolved(db, f"{name}.txt") for name in ("bridge", "exact", "near", "none")] == [
        [None],
        ["bridge.txt"],
        ["bridge.txt"],
        [None],
    ]


def test_a_reference_to_two_articles_leads_to_none(db: sqlite3.Connection) -> None:
    """Nobody knows which was meant; once one of them goes, it is clear."""
    start(
        db,
        source("a.txt", title=HEADLINES[2]),
        source("b.txt", title=HEADLINES[2], date="2014"),
        source("c.txt", title="One", refers=(HEADLINES[2],)),
    )
    assert resolved(db, "c.txt") == [None]
    stale = take(db, drop=("a.txt",))
    assert resolved(db, "c.txt") == ["b.txt"]
    assert {f"article/{number(db, 'b.txt')}", f"article/{number(db, 'c.txt')}"} <= stale


def test_an_article_that_comes_later_is_found_by_older_references(db: sqlite3.Connection) -> None:
    """And what its coming makes stale is them, not the archive."""
    start(db, source("a.txt", title="One", refers=(HEADLINES[2],)), source("b.txt", title="Two", date="1999"))
    stale = take(db, source("ferry.txt", title=HEADLINES[2], date="2013-06-18"))
    assert resolved(db, "a.txt") == ["ferry.txt"]
    assert f"article/{number(db, 'a.txt')}" in stale
    assert f"article/{number(db, 'b.txt')}" not in stale


def test_a_reference_taken_out_reaches_the_article_that_it_led_to(db: sqlite3.Connection) -> None:
    """Which listed it as a mention, though no list shows the difference."""
    start(db, source("a.txt", title="One", refers=(HEADLINES[2],)), source("ferry.txt", title=HEADLINES[2]))
    stale = take(db, source("a.txt", title="One", text="other"))
    assert f"article/{number(db, 'ferry.txt')}" in stale


def test_a_body_edit_reaches_its_own_page_and_the_feeds_alone(db: sqlite3.Connection) -> None:
    """No list, no neighbour, no front page."""
    start(db, *(source(f"{name}.txt", title=name, tags=("All",)) for name in "abc"))
    assert take(db, source("b.txt", title="b", tags=("All",), text="other")) == {
        f"article/{number(db, 'b.txt')}",
        "feed",
        "search/2013",
    }


def test_a_headline_edit_reaches_what_shows_it(db: sqlite3.Connection) -> None:
    """Its lists where it stands in them, its neighbours in time, the front page."""
    start(
        db, *(source(f"{name}.txt", title=name, tags=("All",), date=f"2013-06-1{place}") for place, name in enumerate("abcde"))
    )
    stale = take(db, source("c.txt", title="Another", tags=("All",), date="2013-06-12"))
    assert {"front", "feed", "tags/all", "year/2013", "month/2013-06", "day/2013-06-12"} <= stale
    assert {f"article/{number(db, f'{name}.txt')}" for name in "bcd"} <= stale
    assert not {f"article/{number(db, f'{name}.txt')}" for name in "ae"} & stale


def test_articles_of_one_address_are_told_apart(db: sqlite3.Connection) -> None:
    """The first by path keeps the plain one; when it goes, the next one gets it."""
    start(db, source("b.txt"), source("a.txt"), source("c.txt"))
    plain = "2013-06-17/a-story.html"
    assert where(db) == {"a.txt": plain, "b.txt": urls.told_apart(plain, "b.txt"), "c.txt": urls.told_apart(plain, "c.txt")}
    take(db, drop=("a.txt",))
    assert where(db) == {"b.txt": plain, "c.txt": urls.told_apart(plain, "c.txt")}


@given(
    order=st.permutations(["a.txt", "b.txt", "é.txt", "e\u0301.txt", "z.txt"]),
    cut=st.integers(0, 5),
    asked=st.sampled_from(["", "b.txt", "z.txt"]),
)
def test_addresses_do_not_depend_on_the_order_of_arrival(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], cut: int, asked: str
) -> None:
    """Some at first, the others one by one; whoever asks in front matter comes first."""
    db = schema.connect(tmp_path_factory.mktemp("order") / "catalog.sqlite")
    rows = [source(path, asked=path == asked) for path in order]
    start(db, *rows[:cut])
    for row in rows[cut:]:
        take(db, row)
    plain = "2013-06-17/a-story.html"
    found = where(db)
    db.close()
    first = asked or min(order)
    assert found[first] == plain
    assert len(set(found.values())) == len(order)
    assert {path: found[path] for path in ("b.txt", "z.txt") if path != first} == {
        path: urls.told_apart(plain, path) for path in ("b.txt", "z.txt") if path != first
    }


def test_two_that_ask_for_one_address_are_a_problem_until_it_is_mended(db: sqlite3.Connection) -> None:
    """Both are named; case makes no difference."""
    start(db, source("a.txt", wish="x/Talks.html", asked=True), source("b.txt", wish="x/talks.html", asked=True))
    (problem,) = queries.problems(db, "problem", 10)
    assert (problem.path, "a.txt" in problem.what) == ("b.txt", True)
    take(db, source("b.txt", wish="x/other.html", asked=True))
    assert queries.problems(db, "problem", 10) == []


def test_an_old_address_goes_to_the_next_who_claims_it(db: sqlite3.Connection) -> None:
    """And yields to an article that stands there."""
    start(db, source("a.txt", title="One", aliases=("old.html",)), source("b.txt", title="Two", aliases=("old.html",)))
    one, two = number(db, "a.txt"), number(db, "b.txt")
    assert (aliases.of_article(db, one), aliases.of_article(db, two)) == (["old.html"], [])
    assert f"article/{two}" in take(db, drop=("a.txt",))
    assert aliases.of_article(db, two) == ["old.html"]
    assert f"article/{two}" in take(db, source("c.txt", wish="old.html", asked=True))
    assert aliases.of_article(db, two) == []


def test_old_addresses_are_one_whatever_their_case(db: sqlite3.Connection) -> None:
    """Some file systems have one file for both; the loser's source gets a notice."""
    start(
        db, source("a.txt", title="One", aliases=("Old.html", "old.html")), source("b.txt", title="Two", aliases=("OLD.html",))
    )
    assert (aliases.of_article(db, number(db, "a.txt")), aliases.of_article(db, number(db, "b.txt"))) == (["Old.html"], [])
    queries.renew_notices(db, 10)
    assert [(one.path, "a.txt" in one.what) for one in queries.notices(db)] == [("b.txt", True)]
    take(db, source("c.txt", wish="OLD.HTML", asked=True))
    assert aliases.of_article(db, number(db, "a.txt")) == []


def test_an_old_address_inside_of_another_is_a_problem_until_it_is_mended(db: sqlite3.Connection) -> None:
    """A file can't be a folder. Whoever is the file has it; both sources are named."""
    start(db, source("a.txt", title="One", aliases=("x.html",)), source("b.txt", title="Two", aliases=("X.html/old.html",)))
    two = number(db, "b.txt")
    (problem,) = queries.problems(db, "problem", 10)
    assert (problem.path, "a.txt" in problem.what, aliases.of_article(db, two)) == ("b.txt", True, [])
    assert f"article/{two}" in take(db, source("a.txt", title="One"))
    assert queries.problems(db, "problem", 10) == []
    assert aliases.of_article(db, two) == ["X.html/old.html"]


def test_an_old_address_yields_to_articles_below_it(db: sqlite3.Connection) -> None:
    """A permalink may have folders that look like files."""
    start(db, source("a.txt", title="One", wish="v1.0/one.html"), source("b.txt", title="Two", aliases=("v1.0",)))
    assert [one.path for one in queries.problems(db, "problem", 10)] == ["a.txt"]
    assert aliases.of_article(db, number(db, "b.txt")) == []


def test_a_term_has_its_commonest_spelling(db: sqlite3.Connection) -> None:
    """And is gone with its last article."""
    start(
        db,
        source("a.txt", tags=("bridges",)),
        source("b.txt", title="B", tags=("Bridges",)),
        source("c.txt", title="C", tags=("Bridges",)),
    )
    term = queries.term(db, "tags", "bridges")
    assert term
    assert (term.name, term.count) == ("Bridges", 3)
    take(db, source("b.txt", title="B", tags=("bridges",)))
    assert queries.terms(db, "tags", "b").__next__().name == "bridges"
    stale = take(db, drop=("a.txt", "b.txt", "c.txt"))
    assert queries.term(db, "tags", "bridges") is None
    assert {"tags/bridges", "index/tags"} <= stale


def test_a_picture_reaches_its_article(db: sqlite3.Connection) -> None:
    """When it comes, and when it goes."""
    start(db, source("north/a.txt"), source("b.txt", title="B"))
    picture = SourceRow("north/a.svg", "stamp", "digest", picture=PictureRow("north/a", "a.svg", "pictures/a.123.svg", 2, 1))
    article = f"article/{number(db, 'north/a.txt')}"
    assert article in take(db, picture)
    assert [figure.path for figure in queries.pictures(db, "north/a")] == ["pictures/a.123.svg"]
    assert {article, "pictures"} <= take(db, drop=("north/a.svg",))


def test_problems_stay_until_their_source_is_mended(db: sqlite3.Connection) -> None:
    """Though nothing of it is read again."""
    start(db, SourceRow("a.txt", "stamp", "digest", (Problem("a.txt", 3, "is wrong", "mend it"),)))
    assert queries.problems(db, "problem", 10) == [Problem("a.txt", 3, "is wrong", "mend it")]
    take(db, source("b.txt"))
    assert len(queries.problems(db, "problem", 10)) == 1
    take(db, source("a.txt", title="Mended"))
    assert queries.problems(db, "problem", 10) == []


def made(path: str, facet: str = "front", key: bytes = b"k", *, written: bool = True) -> Made:
    """A file of an edition."""
    return Made(path, facet, key, b"digest", "it is new", written)


def test_an_edition_is_a_journal_first(db: sqlite3.Connection) -> None:
    """What is to come and what is to go is known before anything moves."""
    with schema.transaction(db):
        edition = Edition(db)
        edition.add([made("a.html"), made("b.html", "tags/b")])
        assert edition.close(keep_stale=False) == 0
    assert list(published.pending(db)) == ["a.html", "b.html"]
    assert published.is_under_way(db)
    published.end(db)
    with schema.transaction(db):
        edition = Edition(db)
        edition.add([made("a.html", written=False), made("c.html", "tags/b")])
        assert list(edition.new_files()) == ["c.html"]
        edition.drop("tags/b", ["b.html"])
        assert edition.close(keep_stale=False) == 1
    assert (list(published.pending(db)), published.removals(db)) == (["c.html"], ["b.html"])
    assert not published.is_published(db, "b.html")


def test_a_file_that_another_facet_takes_over_stays(db: sqlite3.Connection) -> None:
    """An old address may go from one article to another."""
    with schema.transaction(db):
        edition = Edition(db)
        edition.add([made("old.html", "article/1")])
        edition.close(keep_stale=False)
    published.end(db)
    with schema.transaction(db):
        edition = Edition(db)
        edition.drop("article/1", ["old.html"])
        edition.add([made("old.html", "article/2", written=False)])
        assert edition.close(keep_stale=False) == 0
    assert published.of_facet(db, "article/2") == {"old.html"}


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=9).map(tuple))
def test_packed_ids_are_unpacked(ids: tuple[int, ...]) -> None:
    """As they were."""
    assert facets.unpack(facets.pack(ids)) == ids


def test_digests_fit_the_database() -> None:
    """SQLite's integers have 64 bits, signed."""
    assert all(0 <= value < 2**63 for value in (*matching.pairs("council votes bridge"), urls.term_id("tags", "x")))
