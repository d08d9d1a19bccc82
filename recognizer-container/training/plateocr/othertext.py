"""Texts that stand near plates and are no serial: state names, slogans, dealers, telephones, dates, badges. The net must read nothing there."""

from .chance import Chance

STATE_WORDS = (
    "TEXAS|California|MISSOURI|Illinois|FLORIDA|ARIZONA|ALASKA|INDIANA|Michigan|OHIO|NEW YORK|Pennsylvania|VIRGINIA|GEORGIA|Tennessee|KANSAS|"
    "Nebraska|IOWA|WISCONSIN|MINNESOTA|OREGON|Washington|NEVADA|UTAH|IDAHO|MONTANA|Wyoming|COLORADO|OKLAHOMA|Arkansas|LOUISIANA|Mississippi|"
    "ALABAMA|KENTUCKY|MAINE|VERMONT|MARYLAND|DELAWARE|CONNECTICUT|HAWAII|New Jersey|NEW MEXICO|Rhode Island|SOUTH DAKOTA|North Dakota|"
    "SOUTH CAROLINA|NORTH CAROLINA|West Virginia|NEW HAMPSHIRE|Massachusetts|WASHINGTON, DC|"
    "SUNSHINE STATE|THE LONE STAR STATE|GRAND CANYON STATE|THE EMPIRE STATE|SHOW ME STATE|GREAT LAKES|THE LAST FRONTIER|LAND OF LINCOLN|"
    "GARDEN STATE|ALOHA STATE|TAXATION WITHOUT REPRESENTATION|FIRST IN FLIGHT|LIVE FREE OR DIE|Famous Potatoes|10,000 lakes|Stars Fell On|"
    "Vacationland|The Natural State|America's Dairyland|In God We Trust|Sportsman's Paradise|DISABLED PERSON|VETERAN|TRUCK|TRAILER|EXEMPT|"
    "dmv.ca.gov|MYFLORIDA.COM|visitPA.com|www.Michigan.gov"
).split("|")

DEALER_WORDS = (
    "DEALER SALES|MOTORS|TOYOTA|FORD|HONDA|CHEVROLET|BOARDWALK AUTO|AUTO MALL|ALL STAR|DEAN TEAM|MIAMI ALUMNI|RIVERSIDE|JOES GARAGE|HYUNDAI STORE|"
    "BA SALVADOR|SP SAO PAULO|RJ RIO DE JANEIRO|MG BELO HORIZONTE|DF BRASILIA|PR CURITIBA|AUTO MOBIL|AUTOHAUS SCHMIDT|SLOVENSKA REPUBLIKA|"
    "CESKA REPUBLIKA|BRASIL|NEW & USED CARS|SINCE 1957|CERTIFIED|PRE-OWNED|WE FINANCE|ALUMNI|MY OTHER CAR IS A BOAT|PROUD PARENT"
).split("|")

BADGES = (
    "COROLLA LE|CAMRY SE|ACCORD EX|CIVIC|F-150|F150|XLT|LARIAT|4X4|4WD|AWD|V6|V8|HYBRID|SILVERADO|TAHOE LT|CAMRY|EXPLORER|SENTRA|ALTIMA 2.5 S|TURBO|TDI|"
    "GTI|328i|C 300|ML350|RX 350|Limited|Sport|WRANGLER|JEEP|DODGE|NISSAN|MAZDA3|SUBARU|VOLVO|LEXUS|ACURA|MERCEDES-BENZ|KIA|SAAB 9-3|DIESEL|POLICE|"
    "SHERIFF|TAXI|AMBULANCE|STOP|EXIT 42|SPEED LIMIT 35|NO PARKING|FOR SALE|HOW AM I DRIVING|CAUTION|KEEP BACK 200 FEET|WIDE TURNS|US DOT 123456|"
    "MC 45678|LIC. NO. 4471|HONOR STUDENT|BABY ON BOARD|USA|UNITED STATES"
).split("|")


def invented_name(chance: Chance) -> str:
    consonants, vowels = "BCDFGHKLMNPRSTVW", "AEIOU"

    def syllable(closed: float) -> str:
        return chance.one_of(consonants) + chance.one_of(vowels) + (chance.one_of(consonants) if chance.flip(closed) else "")

    name = "".join(syllable(0.4) for _ in range(chance.integer(2, 4)))
    if chance.flip(0.4):
        name += " " + "".join(syllable(0.0) for _ in range(chance.integer(1, 3)))
    return name.title() if chance.flip(0.3) else name


def telephone(chance: Chance) -> str:
    form = chance.pick("%s %d-%04d", "(%s) %d-%04d", "%s-%d-%04d", "%s.%d.%04d", "1-%s-%d-%04d")
    return form % (chance.integer(201, 989), chance.integer(200, 999), chance.integer(0, 9999))


def place_with_zip(chance: Chance) -> str:
    place = chance.pick("ST LOUIS, MO", "Springfield IL", "DALLAS TX", "FRESNO, CA.", "Salem OR", "AURORA CO", "MESA, AZ")
    return f"{place} {chance.integer(10000, 99999)}"


def address(chance: Chance) -> str:
    name = "".join(chance.pick(*"bcdfgklmnprst") + chance.pick(*"aeiou") for _ in range(3))
    return "www." + name + chance.pick(".com", ".net", ".org")


def date_or_time(chance: Chance) -> str:
    """As cameras burn it into the picture."""
    year, month, day = str(chance.integer(1998, 2026)), f"{chance.integer(1, 12):02d}", f"{chance.integer(1, 28):02d}"
    time = f"{chance.integer(0, 23):02d}:{chance.integer(0, 59):02d}"
    if chance.flip(0.6):
        time += f":{chance.integer(0, 59):02d}"
    if chance.flip(0.3):
        time += chance.pick(" AM", " PM", "am", "pm")
    sep = chance.pick("/", "-", ".", " ", "-")
    date = sep.join(chance.pick((month, day, year), (year, month, day), (month, day, year[2:]), (day, month, year)))
    return chance.pick(date, time, date + " " + time, date + "  " + time, f"'{year[2:]} {int(month)} {int(day)}", time + " " + date)


def names_on_plates(chance: Chance) -> list[str]:
    """Lines that belong on a plate or its frame, beside the serial."""
    lines = STATE_WORDS + DEALER_WORDS
    lines = lines + [invented_name(chance) for _ in range(120)] + [telephone(chance) for _ in range(25)]
    return lines + [place_with_zip(chance) for _ in range(8)] + [address(chance) for _ in range(8)]


def lines_elsewhere(chance: Chance) -> list[str]:
    """Lines that text detection finds in a street picture: nothing of them is a serial."""
    lines = BADGES + DEALER_WORDS + [date_or_time(chance) for _ in range(100)] + [telephone(chance) for _ in range(30)]
    return lines + [place_with_zip(chance) for _ in range(25)] + [address(chance) for _ in range(20)]
