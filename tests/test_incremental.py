"""Law 2: after any edits `public/` is what a clean build gives; and the work is in proportion to the change."""

import json
import os
import shutil
import tempfile
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sites import build_site, make_site, tree, write

from sitegen import search
from sitegen.build import paths
from sitegen.build.changes import find
from sitegen.catalog import schema

# Templates that show all of a view: whatever a page could show and doesn't follow is then a difference in bytes.
SHOW_ALL = "{{ page }} {{ site }} {% include 'part.html' %}\n"
SHOWING_ALL = {f"templates/{name}.html": SHOW_ALL for name in "404 article front list redirect search terms year".split()} | {
    "templates/part.html": "first part",
    "templates/article.html": SHOW_ALL + "{{ asset('mark.txt') }}",
}

TITLES = (
    "Council votes on the Tamsin bridge at last",
    "Council votes on the Tamsin bridge at least",
    "Council votes for the Tamsin bridge at last",
    "Ferry runs aground off Port Ellery",
    "Ferry runs aground off Port Ellery, again",
    "A late harvest in the Tamsin valley",
    "tags",
    None,
)
DATES = (None, "2012", "2013-06", "2013-06-17", "2013-06-17", "2013-06-18", "2013-06-17T15:04:00", "2013-07-01", "2014-01-02")
FOLDERS = ("", "north/", "north/far/")
PATHS = tuple(f"{folder}{name}" for folder in FOLDERS for name in ("bridge.txt", "ferry.md", "harvest.txt"))
PICTURES = ("bridge.svg", "north/ferry.svg", "north/ferry 2.svg", "harvest.svg")
ALIASES = (
    "old/bridge.html", "Old/Bridge.html", "undated/ferry-runs-aground-off-port-ellery.html", "old/", "2013/06/17/first.html",
    "index.php/1", "Index.php/2.html", "index.php",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """A source as the tests write one."""

    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    section: str | None = None
    updated: str | None = None
    slug: str | None = None
    aliases: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    draft: bool = False
    references: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = field(default=("Nothing else was said.",))

    def text(self) -> str:
        """The file's text."""
        front = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in {"paragraphs", "references"}}
        head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in front.items() if value)
        # One way of referring for each kind of source would do; both in one file are the harder case.
        if self.references[1:]:
            head += f"references: {json.dumps(self.references[1:])}\n"
        body = [*self.paragraphs[:1], *(f"[RELATED: {title}]" for title in self.references[:1]), *self.paragraphs[1:]]
        return f"---\n{head}---\n" + "\n\n".join(body) + "\n" if head else "\n\n".join(body) + "\n"


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of these, in any order."""
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


STORIES = st.builds(
    Story,
    title=st.sampled_from(TITLES),
    date=st.sampled_from(DATES),
    authors=some("Alma Teasdale", "Jonah Birch", "ALMA TEASDALE"),
    tags=some("Bridges", "bridges", "Ferries", "C", "C++"),
    people=some("Ruth Ostrander", "Hank Tolland"),
    section=st.sampled_from((None, None, "News", "Sport", "news")),
    updated=st.sampled_from((None, None, None, "2013-08-01", "2015-01-01")),
    slug=st.sampled_from((None,) * 8 + ("first", "FIRST", "second")),
    aliases=st.one_of(st.just(()), st.just(()), some(*ALIASES)),
    images=st.one_of(st.just(()), st.just(()), some("bridge.svg", "../harvest.svg", "/north/ferry.svg", "missing.svg")),
    draft=st.sampled_from((False,) * 5 + (True,)),
    references=some(*(title for title in TITLES if title), "Councils vote on the Tamsin bridge at last"),
    paragraphs=st.lists(
        st.sampled_from(("The vote was 5-4.", "Mayor Ruth Ostrander said so.", "Rain <b>fell</b> & fell.", "It was late.")),
        min_size=1,
        max_size=2,
        unique=True,
    ).map(tuple),
)
FIELDS = tuple(one.name for one in fields(Story))
SETTINGS = (
    {},
    {"title": "The Other Post"},
    {"page_size": 3},
    {"permalink": "/{year}/{slug}/"},
    {"aliases": {"Boats": ["Ferries"], "Alma T.": ["Alma Teasdale"]}},
    {"names": False},
    {"base_url": "https://post.example/archive/"},
    {"sections": ["Sport"]},
)
WIRE = """Ferry runs aground off Port Ellery
By Ida Marsh

PORT ELLERY — The ferry ran aground on Monday with nine passengers and a goat, and stayed there until the tide came back for it.

"We had the goat to talk to," said a passenger, and nobody in the boat that came for them could get more out of him than that.
"""
SECOND = WIRE.replace("Ferry", "Barge").replace("Ida Marsh", "Jonah Birch").replace("goat", "piano")
WIRES = (
    WIRE,
    f"{WIRE}\n* * * * *\n\n{SECOND}",
    f"{SECOND}\n* * * * *\n\n{WIRE}\n* * * * *\n\n{SECOND.replace('Barge', 'Punt')}",
    f"---\ndraft: true\n---\n{WIRE}\n* * * * *\n\n{SECOND}",
    f"---\nslug: first\ndate: 2013-06-17\n---\n{WIRE}\n* * * * *\n\nIt was late.\n",
)
PROFILES = (
    "",
    "split: true\n",
    "split: '* * * * *'\nsection: Wire\n",
    "# Nothing yet.\n",
    "furniture: [It was late.]\n",
    "furniture: ['Mayor * said so', 'Nothing else was said']\n",
    "section: Sport\ndefault_author: Alma Teasdale\n",
    "section:\nagency: Tamsin Wire\npublisher: The Tamsin Courier\n",
    "aliases: {Boats: [Ferries], The Mayor: Ruth Ostrander}\ntimezone: America/Chicago\n",
    "sections: News\n",  # no key of ours
)


def picture(size: int) -> bytes:
    """A picture that differs by its size."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"/>\n'.encode()


class Editing(RuleBasedStateMachine):
    """A desk that edits an archive in any way, and builds now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="editing-"))
        self.stories: dict[str, Story] = {}
        self.changed = True

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)

    @initialize(stories=st.dictionaries(st.sampled_from(PATHS), STORIES, min_size=6, max_size=9))
    def begin(self, stories: dict[str, Story]) -> None:
        """Start with a few stories, published."""
        make_site(self.folder, SHOWING_ALL | {"static/mark.txt": "one"}, page_size=2)
        for path, story in stories.items():
            self.put(path, story)
        self.build(keep_going=True)

    def put(self, path: str, story: Story) -> None:
        """Write a story under a path."""
        self.stories[path] = story
        write(self.folder, f"content/{path}", story.text())

    @rule(path=st.sampled_from(PATHS), story=STORIES)
    def write_or_replace(self, path: str, story: Story) -> None:
        """A new story, maybe where another one stood."""
        self.put(path, story)

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), story=STORIES, what=st.sampled_from(FIELDS))
    def edit(self, data: st.DataObject, story: Story, what: str) -> None:
        """One thing in one story."""
        self._edit(data, story, what)

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), story=STORIES, what=st.sampled_from(("title", "references", "date", "tags", "aliases", "images")))
    def edit_links(self, data: st.DataObject, story: Story, what: str) -> None:
        """One thing that other pages show."""
        self._edit(data, story, what)

    def _edit(self, data: st.DataObject, story: Story, what: str) -> None:
        path = data.draw(st.sampled_from(sorted(self.stories)))
        self.put(path, replace(self.stories[path], **{what: getattr(story, what)}))

    @precondition(lambda self: self.stories)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """One story goes."""
        path = data.draw(st.sampled_from(sorted(self.stories)))
        del self.stories[path]
        (self.folder / "content" / path).unlink()

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), new=st.sampled_from(PATHS))
    def rename(self, data: st.DataObject, new: str) -> None:
        """One story goes elsewhere, maybe over another one."""
        path = data.draw(st.sampled_from(sorted(self.stories)))
        self.stories[new] = self.stories.pop(path)
        (self.folder / "content" / new).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / "content" / path).rename(self.folder / "content" / new)

    @rule(path=st.sampled_from(PICTURES), size=st.sampled_from((0, 20, 30)))
    def change_picture(self, path: str, size: int) -> None:
        """A picture comes, changes or goes."""
        if size:
            write(self.folder, f"content/{path}", picture(size))
        else:
            (self.folder / "content" / path).unlink(missing_ok=True)

    @rule(folder=st.sampled_from(FOLDERS), profile=st.sampled_from((None, *PROFILES)))
    def change_profile(self, folder: str, profile: str | None) -> None:
        """A source profile comes, changes or goes."""
        if profile is None:
            (self.folder / "content" / folder / "reader.yaml").unlink(missing_ok=True)
        else:
            write(self.folder, f"content/{folder}reader.yaml", profile)

    @rule(folder=st.sampled_from(FOLDERS), text=st.sampled_from((None, *WIRES)))
    def change_wire(self, folder: str, text: str | None) -> None:
        """A file that may hold several articles comes, changes or goes."""
        if text is None:
            (self.folder / "content" / folder / "wire.txt").unlink(missing_ok=True)
        else:
            write(self.folder, f"content/{folder}wire.txt", text)

    @rule(old=st.sampled_from(FOLDERS), new=st.sampled_from(FOLDERS))
    def move_profile(self, old: str, new: str) -> None:
        """A source profile goes to another folder, maybe over another one."""
        file = self.folder / "content" / old / "reader.yaml"
        if file.exists():
            (self.folder / "content" / new).mkdir(parents=True, exist_ok=True)
            file.rename(self.folder / "content" / new / "reader.yaml")

    @rule(data=st.data(), what=st.sampled_from(("folder", "settings", "template", "static", "state", "output")))
    def change_something_large(self, data: st.DataObject, what: str) -> None:
        """A change that reaches much at once."""
        if what == "folder":
            folder = data.draw(st.sampled_from(FOLDERS[1:]))
            self.stories = {path: story for path, story in self.stories.items() if not path.startswith(folder)}
            shutil.rmtree(self.folder / "content" / folder, ignore_errors=True)
        elif what == "settings":
            make_site(self.folder, {}, **({"page_size": 2} | data.draw(st.sampled_from(SETTINGS))))
        elif what == "state":
            shutil.rmtree(self.folder / ".sitegen", ignore_errors=True)
        elif what == "output":
            shutil.rmtree(self.folder / "public", ignore_errors=True)
        elif what == "template":
            write(self.folder, "templates/part.html", data.draw(st.sampled_from(("first part", "second part"))))
        else:
            write(self.folder, "static/mark.txt", data.draw(st.sampled_from(("one", "two"))))

    @rule(keep_going=st.booleans())
    def build(self, *, keep_going: bool) -> None:
        """A build gives what a clean one gives; one more has nothing to do."""
        public = self.folder / "public"
        before = tree(public)
        report = build_site(self.folder, keep_going=keep_going)
        if report.problems and not keep_going:
            assert differences(before, tree(public)) == {}
            return
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        for state in (self.folder / ".sitegen").glob("clean-*"):
            shutil.rmtree(state)
        clean = build_site(self.folder, self.folder / "clean", keep_going=keep_going)
        assert differences(tree(self.folder / "clean"), tree(public)) == {}
        assert (clean.articles, clean.problems, clean.notices) == (report.articles, report.problems, report.notices)
        again = build_site(self.folder, keep_going=keep_going)
        assert (again.pages.rendered, again.pages.written, again.pages.removed) == (0, 0, 0)

    @rule()
    def build_what_is_sound(self) -> None:
        """The same, whatever problems there are."""
        self.build(keep_going=True)


def differences(expected: dict[str, bytes], actual: dict[str, bytes]) -> dict[str, tuple[bytes, bytes]]:
    """Files that aren't the same, each as expected and as it is, from where the two part."""
    found = {}
    for path in sorted(expected.keys() | actual.keys()):
        one, other = expected.get(path, b"(none)"), actual.get(path, b"(none)")
        if one != other:
            same = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
            found[path] = (one[max(0, same - 60) : same + 200], other[max(0, same - 60) : same + 200])
    return found


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=50, stateful_step_count=14)


def archive(folder: Path, count: int, **settings: object) -> Path:
    """A site of that many dated stories: one tag in common, another one for every fifth, an author for every third."""
    stories = {
        f"content/{number:03}.txt": Story(
            title=f"Story {' '.join(NUMBERS[int(figure)] for figure in f'{number:03}')} of the Tamsin valley",
            date=f"2013-{number % 12 + 1:02}-{number % 28 + 1:02}",
            tags=("Everything", f"Fifth {number % 5}"),
            authors=(f"Alma {NUMBERS[number % 3].title()}",),
        ).text()
        for number in range(count)
    }
    return make_site(folder, stories, page_size=3, names=False, **settings)


NUMBERS = "nought one two three four five six seven eight nine".split()


def replace_in(file: Path, old: str, new: str) -> None:
    """Edit a file in place."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_unchanged_site_renders_and_writes_nothing(tmp_path: Path) -> None:
    """A second build looks and goes home."""
    archive(tmp_path, 20)
    first, second = build_site(tmp_path), build_site(tmp_path)
    assert (second.pages.rendered, second.pages.written, second.pages.removed) == (0, 0, 0)
    assert second.pages.unchanged == first.pages.written
    assert second.articles == 20


@pytest.mark.parametrize("count", [20, 60])
def test_a_body_edit_renders_the_article_and_the_feeds_alone(tmp_path: Path, count: int) -> None:
    """No list, however many show the article, is rendered for a word in its second paragraph."""
    folder = archive(tmp_path, count)
    path = folder / "content/005.txt"
    path.write_text(path.read_text("utf-8") + "\nA second paragraph.\n", "utf-8")
    build_site(folder)
    before = tree(folder / "public")
    replace_in(path, "second", "last")
    report = build_site(folder)
    changed = sorted(differences(before, tree(folder / "public")))
    assert [name for name in changed if not name.startswith(("feed", "rss"))] == [
        "2013/06/06/story-nought-nought-five-of-the-tamsin-valley.html"
    ]
    assert report.pages.rendered <= 4
    assert report.pages.written == len(changed)


def test_a_headline_edit_costs_the_same_in_a_larger_archive(tmp_path: Path) -> None:
    """The pages that show a headline don't become more as the archive grows."""
    rendered = []
    for count in (40, 120):
        folder = archive(tmp_path / str(count), count)
        build_site(folder)
        replace_in(folder / "content/030.txt", "Story", "Tale")
        rendered.append(build_site(folder).pages.rendered)
    assert rendered[1] <= rendered[0] + 1
    assert rendered[0] < 25


def test_a_new_article_leaves_sealed_pages_as_they_are(tmp_path: Path) -> None:
    """Page 1 of a list stays what it was when a newest article comes, and a constant number of list pages changes."""
    written = []
    for count in (30, 90):
        folder = archive(tmp_path / str(count), count)
        build_site(folder)
        before = tree(folder / "public")
        write(folder, "content/new.txt", Story(title="The newest", date="2014-01-01", tags=("Everything",)).text())
        written.append(build_site(folder).pages.written)
        after = tree(folder / "public")
        kept = [path for path in before if path.startswith("tags/everything/page/")]
        assert before["tags/everything/page/1/index.html"] == after["tags/everything/page/1/index.html"]
        assert len([path for path in kept if before[path] != after[path]]) <= 1
    assert written[1] <= written[0] + 1


def test_a_new_article_in_the_midst_is_followed_everywhere(tmp_path: Path) -> None:
    """An article that is dated before others moves what is newer on, through every sealed page."""
    folder = archive(tmp_path, 40)
    build_site(folder)
    for number in range(6):
        write(
            folder,
            f"content/late-{number}.txt",
            Story(title=f"Found later, part {number}", date="2013-03-02", tags=("Everything",)).text(),
        )
        build_site(folder)
    build_site(folder, folder / "clean")
    assert differences(tree(folder / "clean"), tree(folder / "public")) == {}


def test_a_theme_edit_reads_no_source(tmp_path: Path) -> None:
    """After a template or a style sheet changed, texts that have become unreadable in the meantime aren't missed."""
    folder = archive(tmp_path, 20)
    build_site(folder)
    wait_until_trusted(folder)
    write(folder, "templates/404.html", "Nothing here\n")
    write(folder, "static/style.css", "body { color: black }\n")
    report = build_site(folder)
    assert report.pages.rendered > 20
    assert report.seconds["read"] < report.seconds["render"]
    assert reads(folder) == 0


def reads(folder: Path) -> int:
    """How many sources a build would open now."""
    catalog = paths(folder, None).catalog
    db = schema.connect_to_read(catalog)
    try:
        return len(find(db, folder / "content").wanted)
    finally:
        db.close()


def wait_until_trusted(folder: Path) -> None:
    """Build until the catalogue trusts the files' times: as with any clock of a file system, that takes two seconds."""
    while reads(folder):
        build_site(folder)


def test_an_edit_that_keeps_size_and_modification_time_is_noticed(tmp_path: Path) -> None:
    """Times can be set; the change time can't, and is looked at too."""
    folder = archive(tmp_path, 3)
    build_site(folder)
    wait_until_trusted(folder)
    path = folder / "content/001.txt"
    times = path.stat()
    replace_in(path, "Nothing", "Naught!")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert path.stat().st_size == times.st_size
    assert build_site(folder).pages.rendered > 0


@pytest.mark.skipif(search.available() is None, reason="Pagefind can't run here")
def test_search_follows_edits(tmp_path: Path) -> None:
    """Only the year of an edited article is indexed anew, and what is published is what a clean build gives."""
    folder = archive(tmp_path, 6, search=True)
    write(folder, "content/old.txt", Story(title="An old story", date="1999-01-01").text())
    build_site(folder)
    before = tree(folder / "public")
    replace_in(folder / "content/old.txt", "Nothing else", "Something more")
    build_site(folder)
    changed = differences(before, tree(folder / "public"))
    assert {path.split("/")[1] for path in changed if path.startswith("search/")} == {"1999"}
    (folder / "content/old.txt").unlink()
    build_site(folder)
    build_site(folder, folder / "clean")
    assert differences(tree(folder / "clean"), tree(folder / "public")) == {}
    assert not (folder / "public/search/1999").exists()


def test_a_picture_that_only_front_matter_names_is_shown_when_it_comes(tmp_path: Path) -> None:
    """The article that names it isn't beside it, and isn't touched itself."""
    folder = make_site(tmp_path, {"content/a/flood.txt": Story(title="The flood", images=("../shared/quay.svg",)).text()})
    build_site(folder)
    write(folder, "content/shared/quay.svg", picture(20))
    build_site(folder)
    build_site(folder, folder / "clean")
    assert differences(tree(folder / "clean"), tree(folder / "public")) == {}


@pytest.mark.skipif(search.available() is None, reason="Pagefind isn't installed")
def test_the_search_page_follows_the_first_and_the_last_undated_article(tmp_path: Path) -> None:
    """It names the bundle of the undated while there is one, though they count for no year."""
    folder = archive(tmp_path, 3)
    (folder / "site.yaml").write_text("title: The Test Post\nsearch: on\n", "utf-8")
    build_site(folder)
    undated = write(folder, "content/undated.txt", "---\ntitle: Bell Rings\n---\nNobody knows who rang the bell.\n")
    build_site(folder)
    assert "search/undated/" in (folder / "public/search/index.html").read_text("utf-8")
    undated.unlink()
    build_site(folder)
    assert "search/undated/" not in (folder / "public/search/index.html").read_text("utf-8")
