from datetime import date

import pytest

from sitegen.reader import byline, dateline, dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("June 17, 2013", date(2013, 6, 17)),
        ("17 June 2013", date(2013, 6, 17)),
        ("Mon., Sept. 3rd, 2001", date(2001, 9, 3)),
        ("2013-06-17T15:04:00Z", date(2013, 6, 17)),
        ("28.10.2009", date(2009, 10, 28)),
        ("08.03.18 07:00 AM", date(2018, 8, 3)),
        ("12/18/23", date(2023, 12, 18)),
        ("Posted: 08-13-10 05:18 PM", date(2010, 8, 13)),
        ("May 5", None),
    ],
)
def test_forms(text: str, day: date | None) -> None:
    """Dates are found in the forms that newspapers use; one without a year is a date without a day."""
    assert [day] == [found.day for found in dates.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "February 30, 2013",
        "May I go?",
        "14.37.2009",
        "Section 3.2.2010.1",
        "45/45/2010",
        "March on",
        "lots 08-13-10 and 11",
        "part 08.03.18",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Impossible days and words that look like months are none."""
    assert dates.find(text) == []


@pytest.mark.parametrize(
    ("text", "names", "posted", "updated"),
    [
        ("By Ann Marlow", ["Ann Marlow"], None, None),
        ("By ANN O'BRIEN-MCKAY and BO TEAGUE", ["Ann O'Brien-McKay", "Bo Teague"], None, None),
        ("By Ann Marlow, Times Staff Writer", ["Ann Marlow"], None, None),
        ("By Ann Marlow Political Correspondent", ["Ann Marlow"], None, None),
        ("By Ann Marlow | The Ledger | Aug. 16, 2013", ["Ann Marlow"], "2013-08-16", None),
        ("Posted by Kit Amory at 3:41 PM EST on November 4, 2010", ["Kit Amory"], "2010-11-04T15:41:00-05:00", None),
        (
            "Published: 12:40 GMT, 22 December 2023 | Updated: 14:44 GMT, 23 December 2023",
            [],
            "2023-12-22T12:40:00+00:00",
            "2023-12-23T14:44:00+00:00",
        ),
        ("Updated: May 4, 2017, 9:00 a.m.", [], None, "2017-05-04"),
        ("By ANN MARLOW 10/ 5/11 09:19 PM ET", ["Ann Marlow"], "2011-10-05T21:19:00-04:00", None),
        ("12 / 23 / 16 11:14 AM", [], "2016-12-23", None),
        ("By Staff", [], None, None),
        ("By The Associated Press", [], None, None),
        ("By noon Tuesday, the fire had outlasted four shifts", [], None, None),
    ],
)
def test_lines_of_the_head(text: str, names: list[str], posted: str | None, updated: str | None) -> None:
    """Names, dates and updates are told apart on one line."""
    head = byline.parse(text)
    assert (names, posted, updated) == (list(head.names), head.posted, head.updated)


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("SAN FRANCISCO (Reuters) - Shares fell.", "SAN FRANCISCO", "Reuters"),
        ("LONDON, March 3 (AP) — It rained.", "LONDON", "AP"),
        ("Hiddensee, Germany (dpa) - A ferry.", "Hiddensee, Germany", "dpa"),
        ("TOKYO/LONDON (Reuters) - It rained.", "TOKYO/LONDON", "Reuters"),
        ("FERRISVILLE -- When the water left.", "FERRISVILLE", None),
        ("(Reuters) - It rained.", "", "Reuters"),
        ("HOLLIN BAY, Maine, May 4, 2015 /PRNewswire/ -- It rained.", "HOLLIN BAY, Maine", "PRNewswire"),
        ("FERRISVILLE >> When the water left.", "FERRISVILLE", None),
        ("NEW DELHI: The ferry is late.", "NEW DELHI", None),
    ],
)
def test_datelines(text: str, place: str, agency: str | None) -> None:
    """Datelines are read in the forms of agencies and papers."""
    found = dateline.read(text)
    assert found is not None
    assert (place, agency) == (found.place, found.agency)


@pytest.mark.parametrize(
    "text",
    [
        "He said — and meant it — that it rained.",
        "Smith - the elder - agreed.",
        "UPDATE — It rained.",
        "The bill - 14 pages - passed.",
        "A-Z",
        "N/A — It rained.",
        "ABOUT THE SHOW — It rained.",
        "SEO — It rained.",
        "CMMC — It rained.",
        "EBONY: You wrote it in a week?",
        "NEXT >> The ferry is late.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    """Dashes in prose make no dateline."""
    assert dateline.read(text) is None
