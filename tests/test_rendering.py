"""What a page's key holds, and how pages are handed to workers."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from sample_views import ARTICLE, SITE, own_theme, page_of

from sitegen.build.making import _batches
from sitegen.build.rendering import _IN_FINGERPRINT, Press, Rendering
from sitegen.catalog import schema
from sitegen.pages import Planned
from sitegen.views import ArticleView

FIELDS = tuple(field.name for field in structs.fields(ArticleView))


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """A press with an empty catalogue."""
    db = schema.connect(tmp_path / "catalog.sqlite")
    rendering = Rendering(str(tmp_path / "catalog.sqlite"), str(tmp_path / "staging"), bytes(8), SITE, own_theme())
    return Press(rendering, db)


@pytest.mark.parametrize("field", FIELDS)
def test_an_articles_key_tells_of_each_field(press: Press, field: str) -> None:
    """Each one is in the key, or is made from nothing but what the fingerprint stands for."""
    same = press.key(page_of("article.html", structs.replace(ARTICLE)))
    other = press.key(page_of("article.html", structs.replace(ARTICLE, **{field: "another"})))
    assert (same == other) == (field in _IN_FINGERPRINT)


def test_a_page_is_its_address_too(press: Press) -> None:
    """The same view elsewhere is another page."""
    assert press.key(page_of("article.html", ARTICLE)) != press.key(page_of("article.html", ARTICLE, root="../"))


@given(st.integers(0, 600), st.integers(0, 2000), st.integers(1, 5))
def test_each_page_goes_to_one_batch(articles: int, lists: int, jobs: int) -> None:
    """None is lost where lists' pages are dealt out."""
    planned = [Planned(f"{n}", "article", "article/1") for n in range(articles)]
    planned += [Planned(f"list {n}", "list", "tags/a", first="x") for n in range(lists)]
    dealt = Counter(page.path for batch in _batches(iter(planned), jobs) for page in batch)
    assert dealt == Counter(page.path for page in planned)


def test_each_worker_begins_with_a_time_of_its_own() -> None:
    """Two large batches that stand far apart, then smaller and smaller ones."""
    pages = [Planned(f"{n}", "list", "tags/a", first="x") for n in range(4000)]
    first, second, *rest = _batches(iter(pages), 2)
    assert (first[0].path, second[0].path) == ("0", "2000")
    assert len(first) == len(second) > sum(map(len, rest))
    assert all(len(before) >= len(after) for before, after in pairwise(rest))
