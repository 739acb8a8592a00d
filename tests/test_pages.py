from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import build_site, make_site, tree, write

from sitegen import config, pages
from sitegen.build import paths
from sitegen.catalog import schema
from sitegen.pages import lists
from sitegen.pages.article import beside, unlabelled
from sitegen.views import ArticleView, FrontView, IndexView, ListView, YearView


@given(st.integers(0, 5000), st.integers(1, 60))
def test_a_landing_page_holds_one_to_two_pages_worth(count: int, size: int) -> None:
    """What is sealed stays sealed as a list grows."""
    sealed = lists.sealed(count, size)
    assert 0 <= lists.sealed(count + 1, size) - sealed <= 1
    left = count - sealed * size
    assert left < 2 * size
    assert left >= size or not sealed


@pytest.mark.parametrize(("part", "words"), [("2013", "2013"), ("2013-06", "June 2013"), ("2013-06-07", "7 June 2013")])
def test_a_date_is_as_long_as_it_is_known(part: str, words: str) -> None:
    """No invented day."""
    assert lists.long_date(part) == words


@pytest.mark.parametrize(
    ("source", "file", "found"),
    [
        ("2013/a.txt", "b.jpg", "2013/b.jpg"),
        ("2013/a.txt", "../b.jpg", "b.jpg"),
        ("a.txt", "../../../b.jpg", "b.jpg"),
        ("2013/a.txt", "/x/b.jpg", "x/b.jpg"),
        ("a.txt", "./x/./b.jpg", "x/b.jpg"),
    ],
)
def test_a_file_is_looked_for_beside_its_source(source: str, file: str, found: str) -> None:
    """And never outside the content."""
    assert beside(source, file) == found


def archive(folder: Path, stories: dict[str, str], **fields: object) -> pages.Archive:
    """The catalogue of a built site."""
    make_site(folder, {f"content/{name}": text for name, text in stories.items()}, **fields)
    assert build_site(folder).problems == ()
    return pages.Archive(schema.connect_to_read(paths(folder, None).catalog), config.load(folder))


def views(site: pages.Archive, facet: str) -> dict[str, object]:
    """The views of a facet's pages by their paths."""
    planned = pages.plan(site, facet, (("", "\U0010ffff"),))
    return {page.path: page.view for one in planned if (page := pages.make(site, one))}


def dated(*dates: str, tag: str = "All") -> dict[str, str]:
    """A story for each date."""
    return {
        f"{n:02}.md": f"---\ntitle: Story {n}\ndate: {date}\ntags: [{tag}]\n---\nWords {n}.\n" for n, date in enumerate(dates)
    }


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Correction: The dam is high.", "The dam is high."),
        ("*CORRECTION, 4 May, 10:15 a.m.: The dam is high.", "4 May, 10:15 a.m.: The dam is high."),
        ("Correction (May 4): The dam is high.", "May 4: The dam is high."),
        ("Corrections & clarifications: The dam is high.", "The dam is high."),
        ("Corrections, which cost $3, are free.", "Corrections, which cost $3, are free."),
        ("Correction (of which there were two) is due.", "Correction (of which there were two) is due."),
        ("Corrections officers were named wrongly.", "Corrections officers were named wrongly."),
        ("This story was corrected on May 4.", "This story was corrected on May 4."),
        ("Clarification: The dam is high.", "Clarification: The dam is high."),
        ("Correction:", "Correction:"),
    ],
)
def test_the_word_correction_stands_once_before_a_correction(printed: str, shown: str) -> None:
    """The page sets it; nothing else that was printed is lost."""
    assert unlabelled(printed) == shown


def test_a_list_is_numbered_from_the_oldest(tmp_path: Path) -> None:
    """The landing page has the newest; every article is on one page, and the ways on lead through all of them."""
    site = archive(tmp_path, dated(*(f"2013-06-{day:02}" for day in range(1, 12))), page_size=3)
    found = views(site, "tags/all")
    landing, first, second = (found[f"tags/all/{path}index.html"] for path in ("", "page/1/", "page/2/"))
    assert isinstance(landing, ListView)
    assert isinstance(first, ListView)
    assert isinstance(second, ListView)
    titles = [[teaser.title for teaser in view.teasers] for view in (landing, second, first)]
    assert titles == [[f"Story {n}" for n in pages_of] for pages_of in ((10, 9, 8, 7, 6), (5, 4, 3), (2, 1, 0))]
    assert (landing.count, landing.pager.number, landing.pager.newer) == (11, None, None)
    assert landing.pager.older
    assert landing.pager.older.path == "tags/all/page/2/index.html"
    assert first.pager.newer
    assert first.pager.newer.path == "tags/all/page/2/index.html"
    assert second.pager.newer
    assert second.pager.newer.path == "tags/all/index.html"
    assert first.pager.older is None
    site.db.close()


@given(
    st.lists(
        st.sampled_from(["2012", "2013-06", "2013-06-17", "2013-06-17T10:00:00", "2013-07-01", "2014-01-01"]),
        min_size=1,
        max_size=9,
    ),
    st.integers(1, 3),
)
@settings(max_examples=15)
def test_every_article_stands_once_in_each_of_its_lists(
    tmp_path_factory: pytest.TempPathFactory, dates: list[str], size: int
) -> None:
    """Whatever the dates and the size of pages."""
    site = archive(tmp_path_factory.mktemp("lists"), dated(*dates), page_size=size)
    for facet, part in (("tags/all", ""), ("month/2013-06", "2013-06"), ("day/2013-06-17", "2013-06-17")):
        shown = [teaser.title for view in views(site, facet).values() if isinstance(view, ListView) for teaser in view.teasers]
        assert sorted(shown) == sorted(f"Story {n}" for n, date in enumerate(dates) if date.startswith(part))
    site.db.close()


def test_a_calendar_counts_what_is_dated(tmp_path: Path) -> None:
    """Days with their articles; what is dated by the year alone stands in the year."""
    site = archive(tmp_path, dated("2012", "2013-06-17", "2013-06-17", "2013-06", "2013", "2015-01-01"))
    (year,) = views(site, "year/2013").values()
    assert isinstance(year, YearView)
    assert (year.count, [teaser.title for teaser in year.teasers]) == (4, ["Story 4"])
    june = year.months[5]
    assert (june.count, june.path) == (3, "2013/06/index.html")
    assert [(day.number, day.count, day.path) for week in june.weeks for day in week if day and day.count] == [
        (17, 2, "2013/06/17/index.html")
    ]
    assert year.months[6].path is None
    assert (year.previous and year.previous.path, year.next and year.next.path) == ("2012/index.html", "2015/index.html")
    site.db.close()


def test_an_article_knows_its_neighbours_in_time(tmp_path: Path) -> None:
    """Of one day by their paths; an undated one has none."""
    site = archive(tmp_path, {**dated("2013-06-18", "2013-06-17", "2013-06-17"), "u.txt": "---\ntitle: Undated\n---\nWords.\n"})
    found = {
        view.title: view
        for facet in pages.every_facet(site)
        if facet.startswith("article/")
        for view in views(site, facet).values()
        if isinstance(view, ArticleView)
    }
    around = {title: (view.previous and view.previous.text, view.next and view.next.text) for title, view in found.items()}
    assert around == {
        "Story 1": (None, "Story 2"),
        "Story 2": ("Story 1", "Story 0"),
        "Story 0": ("Story 2", None),
        "Undated": (None, None),
    }
    site.db.close()


def test_the_front_page_begins_with_the_newest(tmp_path: Path) -> None:
    """And has the years, and what is undated."""
    site = archive(tmp_path, {**dated("2012", "2014-06-17"), "u.txt": "---\ntitle: Undated\n---\nWords.\n"}, sections=["Sport"])
    (front,) = views(site, "front").values()
    assert isinstance(front, FrontView)
    assert front.lead
    assert (front.lead.title, front.count, front.first, front.last) == ("Story 1", 3, "2012", "2014-06-17")
    assert [(year.text, year.count) for year in front.years] == [("2014", 1), ("2012", 1)]
    assert front.undated
    assert front.undated.count == 1
    site.db.close()


def test_an_index_files_people_by_surname(tmp_path: Path) -> None:
    """Under the letters that there are."""
    site = archive(
        tmp_path,
        {"a.md": "---\ntitle: A\ndate: 2013\npeople: [Ruth Ostrander, Amos Birch, Olive Adams]\n---\nWords.\n"},
        names=False,
    )
    (index,) = views(site, "index/people").values()
    assert isinstance(index, IndexView)
    assert [(group.letter, [term.text for term in group.terms]) for group in index.groups] == [
        ("A", ["Olive Adams"]),
        ("B", ["Amos Birch"]),
        ("O", ["Ruth Ostrander"]),
    ]
    site.db.close()


def test_every_page_has_a_template_and_a_facet_of_its_own(tmp_path: Path) -> None:
    """No two plans lead to one file: which one wins would be a matter of chance."""
    stories = {
        **dated("2012", "2013-06", "2013-06-17"),
        "b.md": "---\ntitle: B\ndate: 2013-06-17\naliases: [/2013/06/17/story-2.html, /x/, /x, /X]\nauthors: [A]\nsection: S\n---\nWords.\n",
    }
    site = archive(tmp_path, stories, base_url="https://post.example/")
    planned = [one.path for facet in pages.every_facet(site) for one in pages.plan(site, facet, (("", "\U0010ffff"),))]
    site.db.close()
    assert len(planned) == len(set(planned))
    assert set(planned) <= tree(tmp_path / "public").keys()


def test_a_first_term_of_a_letter_is_on_every_page_of_a_long_index(tmp_path: Path) -> None:
    """A long index has a page for each letter, and each names all letters; more terms of a letter reach its own page alone."""
    tags = ", ".join(f"{letter}{letter} {number}" for letter in "abcdefghij" for number in range(70))
    make_site(tmp_path, {"content/a.md": f"---\ntitle: A\ntags: [{tags}]\n---\n\nWords.\n"}, page_size=2)
    build_site(tmp_path)
    write(tmp_path, "content/b.md", "---\ntitle: B\ntags: [zebra]\n---\n\nWords.\n")
    build_site(tmp_path)
    assert "letter/z/" in (tmp_path / "public/tags/letter/a/index.html").read_text("utf-8")
    write(tmp_path, "content/c.md", "---\ntitle: C\ntags: [zoo]\n---\n\nWords.\n")
    report = build_site(tmp_path)
    assert report.pages.rendered < 20
    build_site(tmp_path, tmp_path / "clean")
    assert tree(tmp_path / "clean") == tree(tmp_path / "public")
    (tmp_path / "content/b.md").unlink()
    (tmp_path / "content/c.md").unlink()
    build_site(tmp_path)
    build_site(tmp_path, tmp_path / "clean-again")
    assert tree(tmp_path / "clean-again") == tree(tmp_path / "public")
