import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.reader.names import find_names
from sitegen.reader.runs import LONGEST_RUN, SHORTEST_WORD, Piece, listed_words, pieces
from sitegen.reader.words import first_names, phrases, places, small_towns


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("President Hilda Ostrander met Gov. Tomas Vey. Ostrander smiled.", ["Hilda Ostrander", "Tomas Vey"]),
        ("Ostrander's plan failed, said Hilda Ostrander, who wrote it.", ["Hilda Ostrander"]),
        ("Forecaster Gene Sobol said it would rain.", ["Gene Sobol"]),
        ("Walter Aloysius Ingram died. Walter Ingram was 91.", ["Walter Aloysius Ingram"]),
        ("“No,” said Ottla Varga-Brandt.", ["Ottla Varga-Brandt"]),
        ("Thousands of people came. Residents said so.", []),
        ("Mary Street was closed on Monday. The School Board met.", []),
        ("Secretary of State Cyrus Vance spoke.", ["Cyrus Vance"]),
        ("Comet Lindgren was seen again. Lindgren had gone to bed.", []),
        ("Nora Lammers of the Ministry of Transport found a crack.", ["Nora Lammers"]),
        ("Acting Mayor Ruth Okafor asked why. Okafor was told.", ["Ruth Okafor"]),
        ("Orsolind Vane taught Latin for 30 years.", ["Orsolind Vane"]),
        ("Coach Bill Varney said so. Director Will Orme did not.", ["Bill Varney", "Will Orme"]),
        ("Bill Varney and the Crime Bill were late. AI Studio was not.", ["Bill Varney"]),
        ("Brindle Oake, the company's general manager, was out.", ["Brindle Oake"]),
        ("He is survived by a cousin, Tarwin Hesk.", ["Tarwin Hesk"]),
        ("It was cast by Ormin Teal. Dilla Teal, 31, tuned it.", ["Ormin Teal", "Dilla Teal"]),
        ('Walter "Doc" Ambler kept the engines.', ["Walter Ambler"]),
        ("The Salt Mint said so. Salt is cheap, and the Mint is not.", []),
        ("The Orsel Road was shut. Orsel lay beyond. Road salt was out.", []),
        ("Virginia President Jim Hesk met Florida Attorney General Ada Moss.", ["Jim Hesk", "Ada Moss"]),
        ("Photographs of Ada Moss & Ben Hall hung there.", ["Ada Moss", "Ben Hall"]),
        ("Declan Ormfield SC, for the board, rose. It was led by Tarwin Hesk MP.", ["Declan Ormfield", "Tarwin Hesk"]),
        ("City Clerk Ada Moss and Mdm Tarwin Hesk came.", ["Ada Moss", "Tarwin Hesk"]),
        ("Cheung Siu-ling mended shoes. Hong Kong-born cooks and Sinn Fein-led councils did not.", ["Cheung Siu-ling"]),
        ("Owner Orsolind Vane and Principal Tarwin Hesk said so. Wife Sharon, 41, did not.", ["Orsolind Vane", "Tarwin Hesk"]),
        ("Orsel Copper and Harn Municipality said so. Monetary Affairs and Boat Owners did not.", []),
        ("Orsel Air and Brennick Holidays were late. Orsel Water and Levin Trams were not.", []),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    """People are known by title, by given name, by what they say, and by their surname alone later on."""
    assert people == list(find_names(text, aliases={}).people)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The talks in Vienna were moved to Budapest, Hungary.", ["Vienna", "Budapest", "Hungary"]),
        ("Jordan said that he would stay. He read Reading the Signs.", []),
        ("She flew from Jordan to Washington.", ["Jordan", "Washington"]),
        ("A heron stood in Harn Creek, near Amity Point.", ["Harn Creek", "Amity Point"]),
        ("Paul Vienna spoke. Vienna was hoarse.", []),
        ("The Orsel Town Council met. Orsel has no hall.", ["Orsel"]),
        ("Ice lay ten miles north of Brennick.", ["Brennick"]),
        ("The Orsel Police Department came, and the Loon Fork School Board.", ["Orsel", "Loon Fork"]),
        ("The Central School District and the State Planning Commission met.", []),
        ("She left Orsel High School. Varney High School won in Orsel.", ["Orsel"]),
        ("He runs the Orsel County Animal Shelter.", ["Orsel County"]),
        ("The Borough Planning Board met. The Borough is small. It spoke to the Moss Elders Council across Third Street.", []),
        ("Ada Varney, 46, of Tarn Bend, and Hal Orme, 31, of St. Albin, drove.", ["Tarn Bend", "St. Albin"]),
        ("The team came from Harmel, 40 miles off.", ["Harmel"]),
        ("Mr. Orme flew home. Orme, in London, saw the George Hill trial and a Smith family photo.", ["London"]),
        (
            "The mill at Orsel, in Suffolk, shut. A Tarn man, 34, met a Hindu woman who fled from Vessel village in a Roman town.",
            ["Orsel", "Suffolk", "Tarn", "Vessel"],
        ),
        (
            "The far west New South Wales town lies on the Solomon River, not the Bay of Marle.",
            ["New South Wales", "Solomon River", "Bay of Marle"],
        ),
        ("A Republican County member of the Metropolitan Water District plays for Derby County Football Club.", []),
        ("Guests of the Regional Planning Commission came from Ogun State and the Netherlands.", ["Ogun State", "Netherlands"]),
        ("Northline Boats of Orsel, Wis., hired. The game was at Moss Stadium.", ["Orsel", "Moss Stadium"]),
        ("A truck struck a sign on State Route 9 at County Road 12.", ["State Route 9", "County Road 12"]),
        ("Brennick, Ohio, has one bridge.", ["Brennick", "Ohio"]),
        (
            "He was at the Hall of Justice in Port of Spain, then in Thimphu and Valletta.",
            ["Port of Spain", "Thimphu", "Valletta"],
        ),
        ("Route 9 was closed.", ["Route 9"]),
        ("A New York-based firm left New York for New Zealand.", ["New York", "New Zealand"]),
        ("He has a stake in Tarwin and a house in Brennick.", ["Brennick"]),
        ("Margaret Hill spoke. Gull Hill is steep.", ["Gull Hill"]),
        ("They sang For Those in March. In March they rested.", []),
        ("He drew it in Brushwell with care. She lives in Brushwell.", ["Brushwell"]),
        ("She starred in Brushwell films, lived in Israeli custody and slept in Dec. 2015.", []),
        ("It runs in MarlePad, in WinMarle, in Levin-wide tests and in TMK.", []),
        ("He believes in Fortitude. It takes fortitude.", []),
        ("The mayor of Brushwell city came.", ["Brushwell"]),
        ("It was told to its CEO Scott Mills, to Mr Lane and to Creative Director Emma Hill.", []),
        ("The Ohio-headquartered firm and the Port Regent-born painter met.", ["Ohio", "Port Regent"]),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    """Places are in the gazetteer, or of a place's shape; a name that is also a person's needs more than itself."""
    assert places == list(find_names(text, aliases={}).places)


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("Nora Lammers of the Ministry of Transport found a crack.", ["Ministry of Transport"]),
        ("The Friends of the Museum of Glass met.", ["Friends of the Museum of Glass"]),
        ("The Ministry of Salt and the Coldwater School Board agreed.", ["Ministry of Salt", "Coldwater School Board"]),
        ("Talland Foods Inc sold it to the University of Levin.", ["Talland Foods Inc", "University of Levin"]),
        ("The Marle River Keepers (MRK) sued the Senate.", ["Marle River Keepers", "Senate"]),
        ("Pell Harbor Oystermen's Association won.", ["Pell Harbor Oystermen's Association"]),
        ("The World Salt Organization (WSO) met. WSO officials left.", ["World Salt Organization"]),
        ("The Marle River Board met. The River Board rose at noon.", ["Marle River Board"]),
        ("The Salt Mint said that it had struck a coin.", ["Salt Mint"]),
        ("The Tarwacht union called a meeting.", ["Tarwacht"]),
        ("Dockers Local 34 met. But Local 9 did not.", ["Dockers Local 34", "Local 9"]),
        ("The Japanese company and the Internet company closed.", []),
        ("He bought it from Moss & Daughter, near St. Alder's.", ["Moss & Daughter", "St. Alder's"]),
        ("Stahl &amp; Krone rose.", ["Stahl & Krone"]),
        ("Local 88 will vote.", ["Local 88"]),
        (
            "Marle-based Talland Foods Inc and the Children’s Hospital of Levin’s board met.",
            ["Talland Foods Inc", "Children’s Hospital of Levin"],
        ),
        (
            "The Orsel Coast Guard, Transport Canada and the Varney Funeral Home said so.",
            ["Orsel Coast Guard", "Transport Canada", "Varney Funeral Home"],
        ),
        ("Doctors at St. Lucia's Hospital and St. Thomas's Hospital met.", ["St. Lucia's Hospital", "St. Thomas's Hospital"]),
        (
            "Orsel Partners of Toronto, the Diocese of Orsel and Tarn Packaging paid.",
            ["Orsel Partners", "Diocese of Orsel", "Tarn Packaging"],
        ),
    ],
)
def test_organizations(text: str, organizations: list[str]) -> None:
    """Organisations are known by a word of theirs, by initials that follow, or by name."""
    assert organizations == list(find_names(text, aliases={}).organizations)


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("The Food and Drug Administration said so. The FDA is slow.", ["Food and Drug Administration"]),
        ("The Food and Drug Administration met. The Drug Administration rose.", ["Food and Drug Administration"]),
        ("The Marle Parks and Recreation Commission met.", ["Marle Parks and Recreation Commission"]),
        ("The Boll and Weevil Administration (BWA) met.", ["Boll and Weevil Administration"]),
        ("The Thistle and Clover Board met. At noon the Thistle and Clover Board rose.", ["Thistle and Clover Board"]),
        ("She left the Department of Health and Human Services.", ["Department of Health and Human Services"]),
        ("He ran the Office of Fish, Ferries and Lighting.", ["Office of Fish, Ferries and Lighting"]),
        ("It went to the Ministry of Salt and Tar (MST).", ["Ministry of Salt and Tar"]),
        ("The Obama and Putin Administration was a dream.", ["Putin Administration"]),
        ("The Smith and Jones University officials met.", ["Jones University"]),
        ("Ada Thistle came. The Thistle and Clover Board met. The Thistle and Clover Board rose.", ["Clover Board"]),
        ("The Ohio and Michigan Board met. The Ohio and Michigan Board rose.", ["Michigan Board"]),
        ("Trade and Energy Ministry officials met.", ["Energy Ministry"]),
        ("The Department of Justice and Congress agreed.", ["Department of Justice", "Congress"]),
        ("The Department of Agriculture and Labor Department staff met.", ["Department of Agriculture", "Labor Department"]),
        ("The University of Levin and Marle Foods agreed.", ["University of Levin", "Marle Foods"]),
        ("The mayor and Police Department met.", ["Police Department"]),
    ],
)
def test_organizations_with_and_inside(text: str, organizations: list[str]) -> None:
    """`And` joins a name where its subjects, its initials or its whole use tell so; else it parts two."""
    assert organizations == list(find_names(text, aliases={}).organizations)


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("Dunn and Hartwell, a grocer in Marle, closed.", ["Dunn and Hartwell"]),
        ("It was sold by the retailer Marks and Spencer.", ["Marks and Spencer"]),
        ("Dunn and Hartwell rose. D&H pays well.", ["Dunn and Hartwell"]),
        ("Dunn and Hartwell rose. Dunn & Hartwell pays well.", ["Dunn & Hartwell"]),
        ("Dunn and Hartwell, lawyers for the company, left.", []),
        ("Dunn and Hartwell had lunch. Dunn and Hartwell sang.", []),
        ("Alice and Hannah, a shop in Marle, closed.", []),
        ("Dunn and Ohio, a company in Marle, closed.", []),
    ],
)
def test_firms_with_and_inside(text: str, organizations: list[str]) -> None:
    """Two surnames are a firm where a word beside them or their initials say so."""
    assert organizations == list(find_names(text, aliases={}).organizations)


def test_abbreviated_states_have_their_names() -> None:
    """`Fla.` in a dateline is Florida."""
    assert find_names("It rained.", aliases={}, datelines=("BRENNICK, Fla.",)).places == ("Brennick", "Florida")


def test_aliases_give_one_name() -> None:
    """A spelling in the settings leads to the one name."""
    found = find_names("Viktor Orloff spoke in Kiev and in Kyiv.", aliases={"kiev": "Kyiv", "viktor orloff": "Victor Orlov"})
    assert (found.people, found.places) == (("Victor Orlov",), ("Kyiv",))


def test_dateline_is_a_place() -> None:
    """The dateline's place counts though no list has it."""
    assert find_names("It rained.", aliases={}, datelines=("CAPE LEVIN",)).places == ("Cape Levin",)


def test_every_dateline_of_a_column_is_a_place() -> None:
    """Each dateline counts, in the usual letters."""
    assert find_names("It rained.", aliases={}, datelines=("ORSEL", "BRENNICK, Ohio")).places == ("Orsel", "Brennick", "Ohio")


LISTED = st.sampled_from(
    sorted({*places(), *small_towns(), *first_names(), *phrases().titles, *phrases().not_names, *phrases().offices})
)


@given(
    st.text("abcdefghijklmnopqrstuvwxyzéöø", min_size=SHORTEST_WORD, max_size=LONGEST_RUN).map(str.title)
    | LISTED.map(str.capitalize).filter(lambda word: len(word) >= SHORTEST_WORD)
)
def test_the_short_way_for_a_word_is_the_long_one(word: str) -> None:
    """What `find_names` takes for a word that no list knows is nothing else when it is read as a run."""
    if word.isalpha() and word.istitle():
        assert word in listed_words() or pieces(word) == (Piece("single", word, word),)
