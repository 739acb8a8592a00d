import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import matching
from sitegen.reader import title_key

BRIDGE = "council votes to build a new tamsin bridge"


@pytest.mark.parametrize(
    "near",
    [
        "council votes to build new tamsin bridge",
        "council votes to build a new tamsin bridges",
        "council voted to build a new tamsin bridge",
    ],
)
def test_a_slip_of_memory_still_finds_the_headline(near: str) -> None:
    """A dropped article or another ending doesn't keep a reference from its target."""
    assert matching.closest(near, ["ferry runs aground off port ellery", BRIDGE]) == 1


@pytest.mark.parametrize(
    ("key", "candidates"),
    [
        (BRIDGE, ["mayor opens the new tamsin bridge"]),  # another story of one subject
        (BRIDGE, [BRIDGE + "s", BRIDGE + "x"]),  # two that are as near
        ("the flood part 1 of our series", ["the flood part 2 of our series"]),  # figures tell stories apart
        ("flood water", ["flood waters"]),  # too short to be sure
        (BRIDGE, []),
    ],
)
def test_no_link_is_preferred_to_a_wrong_one(key: str, candidates: list[str]) -> None:
    """Where it isn't sure which headline is meant, none is."""
    assert matching.closest(key, candidates) is None


@given(
    st.lists(
        st.sampled_from("council votes tamsin bridge ferry aground ellery harvest valley pears".split()),
        min_size=4,
        max_size=9,
        unique=True,
    ),
    st.data(),
)
def test_nearly_equal_headlines_are_compared(words: list[str], data: st.DataObject) -> None:
    """Headlines that differ by one word have a pair in common, so that the search meets them."""
    changed = list(words)
    changed[data.draw(st.integers(0, len(words) - 1))] = "zoo"
    assert set(matching.pairs(" ".join(words))) & set(matching.pairs(" ".join(changed)))


def test_pairs_do_not_depend_on_the_order_of_words() -> None:
    """The same three longest words make the same pairs."""
    assert sorted(matching.pairs("tamsin bridge council")) == sorted(matching.pairs("council tamsin bridge"))


@given(st.text(max_size=60))
def test_any_text_has_pairs_that_a_database_holds(text: str) -> None:
    """Digests are positive and of 63 bits, on surrogates too."""
    assert all(0 <= pair < 2**63 for pair in matching.pairs(title_key(text)))
