package passby.core.recognition;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is printed on cars, roads and pictures and is not a serial: makes, models, services, slogans, dates, numbers to call. */
final class Lettering {
    /** From this length on a word may be a little misread and is still that word. */
    static final int LOOSE_FROM = 5;

    private static final Set<String> WORDS = words("""
            ACURA ALFAROMEO AUDI BENTLEY BMW BUICK CADILLAC CHEVROLET CHEVY CHRYSLER CITROEN CUPRA DACIA DODGE FERRARI FIAT FORD
            FREIGHTLINER GENESIS GMC HONDA HUMMER HYUNDAI INFINITI INTERNATIONAL ISUZU IVECO JAGUAR JEEP KENWORTH KIA LANDROVER
            LEXUS LINCOLN MACK MAZDA MERCEDES MERCEDESBENZ MERCURY MINI MITSUBISHI NISSAN OLDSMOBILE OPEL PETERBILT PEUGEOT
            PLYMOUTH PONTIAC PORSCHE RAM RENAULT RIVIAN SAAB SATURN SCANIA SCION SEAT SKODA SMART SUBARU SUZUKI TESLA TOYOTA
            VAUXHALL VOLKSWAGEN VOLVO
            ACCORD ALTIMA AVALANCHE BLAZER BRONCO CAMARO CAMRY CAPRICE CARAVAN CAVALIER CHALLENGER CHARGER CHEROKEE CIVIC
            COLORADO COROLLA CORVETTE CROWNVICTORIA DURANGO ELANTRA EQUINOX ESCALADE ESCAPE ESCORT EXPEDITION EXPLORER FIESTA
            FOCUS FORESTER FRONTIER FUSION GRANDAM GRANDCHEROKEE GRANDPRIX HIGHLANDER IMPALA IMPREZA JETTA LACROSSE LEGACY
            LESABRE LIBERTY MALIBU MAXIMA MONTECARLO MURANO MUSTANG NAVIGATOR ODYSSEY OPTIMA OUTBACK PASSAT PATHFINDER PATRIOT
            PILOT POLO PRIUS RANGER ROGUE SANTAFE SEBRING SENTRA SIENNA SIERRA SILVERADO SONATA SORENTO SUBURBAN TACOMA TAHOE
            TAURUS TRAILBLAZER TRAVERSE TUCSON TUNDRA VERSA WRANGLER YUKON
            AMG AWD DIESEL DUALLY ECOBOOST FLEXFUEL FOURWHEELDRIVE FX4 4X4 4WD 2WD GLS GLI GTI HEMI HYBRID LARIAT LIMITED PLATINUM
            QUATTRO SLT SPORT SUPERCHARGED SUPERDUTY TDI TRIPTRONIC TURBO TURBODIESEL VTEC V6 V8 XDRIVE XLT ZR2 Z71 4MATIC
            AMBULANCE BUS FIRE FIREDEPARTMENT EMERGENCY HIGHWAYPATROL POLICE SCHOOLBUS SHERIFF STATETROOPER TAXI TOWING TRANSIT
            UHAUL PENSKE RYDER FEDEX UPS DHL USPS BUDGET ENTERPRISE HERTZ RENTAL AMAZON PRIME
            USA US AUTO AUTOS AUTOMOTIVE AUTOGROUP CARS DEALER DEALERSHIP MOTORS MOTOR MOTORCARS SALES SERVICE CERTIFIED PREOWNED
            JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN FEB MAR APR JUN JUL AUG SEP
            SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY
            CAUTION DANGER FLAMMABLE WARNING STOP YIELD EXIT ENTER OPEN CLOSED PARKING NOPARKING SPEED LIMIT SPEEDLIMIT ONEWAY
            BABYONBOARD KEEPBACK WIDETURNS HOWSMYDRIVING FORSALE FORRENT STUDENTDRIVER
            HANDICAPPED DISABLED VETERAN DISABLEDVETERAN PURPLEHEART COMMERCIAL APPORTIONED PERMANENT TRAILER TRUCK TEMPORARY
            INTRANSIT DEALERPLATE EXEMPT GOVERNMENT MUNICIPAL MUNICIPALPOLICE STATEOWNED PASSENGER ANTIQUE HISTORIC CLASSIC
            CLASSICCAR FARM FARMTRUCK FIREFIGHTER NATIONALGUARD MARINECORPS USARMY NAVY INGODWETRUST CHOOSELIFE UNITEDWESTAND
            SUPPORTEDUCATION SUPPORTOURTROOPS UNIVERSITY
            CAMERA CHANNEL MPH KMH
            """);

    /** Small print loses its end and the height of its dashes. */
    private static final Pattern DATE = Pattern.compile(
            "\\d{1,4}\\s?[-/.:]\\s?\\d{1,2}\\s?[-/.:]\\s?\\d{2,4}|^(19|20)\\d{2}[-/.](0[1-9]|1[0-2])(?!\\w)");

    private static final Pattern TIME = Pattern.compile(
            "(?<![A-Z0-9])([01]?\\d|2[0-3])\\s?[:;.]\\s?[0-5]\\d\\s?([:;.]\\s?[0-5]\\d|[AP]M)|^([01]?\\d|2[0-3])[:;][0-5]\\d$");
    private static final Pattern MASKED_DATE = Pattern.compile("\\w{4}[-/.]\\d{2}[-/.]\\d.*");
    private static final Pattern PHONE = Pattern.compile(
            "\\(?\\d{3}\\)?[-. )]{0,2}\\d{3}[-. ]\\d{4}|1?[-. ]?[28]00[-. ]\\w{3}[-. ]?\\w{4}|\\d{10,}");
    /** Digits behind WWW make a serial of it, such as WWW 4827. */
    private static final Pattern ADDRESS =
            Pattern.compile("WWW(?!\\W?\\d)|HTTP|@|[.,](COM|NET|ORG|GOV|EDU|CO[.]UK|DE|BR)\\b|\\w{3,}(COM|DOTCOM)$");
    /** Digits behind the unit make a serial of it, such as Californian 5MPH624. */
    private static final Pattern SPEED = Pattern.compile("\\d{1,3}\\s?(MPH|KM/?H|KPH)(?!\\d)");

    private static final Pattern GAP = Pattern.compile("[^A-Za-z0-9]+");

    private Lettering() {}

    private static Set<String> words(String block) {
        return Stream.of(block.split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** A-Z and 0-9 of a text, upper case, everything else left out. */
    static String letters(String text) {
        var letters = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append((char) (c - 'a' + 'A'));
            } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** Whether a text is surely something else than a serial. */
    static boolean isKnown(String text) {
        return isWord(letters(text)) || isNumberOrAddress(text) || isWords(text);
    }

    private static boolean isNumberOrAddress(String text) {
        var upper = text.toUpperCase(Locale.ROOT).strip();
        return DATE.matcher(upper).find()
                || TIME.matcher(upper).find()
                || MASKED_DATE.matcher(upper).matches()
                || PHONE.matcher(upper).find()
                || ADDRESS.matcher(upper).find()
                || SPEED.matcher(upper).find();
    }

    private static boolean isWords(String text) {
        var words = GAP.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        return words.size() >= 2 && words.stream().allMatch(word -> isWord(letters(word)));
    }

    /** A make, a model, a state, a slogan; digits that a reader put where letters are printed count as those letters. */
    private static boolean isWord(String letters) {
        if (WORDS.contains(letters)) {
            return true;
        }
        if (letters.length() < LOOSE_FROM - 1) {
            return false;
        }
        var spelt = spelt(letters);
        if (WORDS.contains(spelt) || StateNames.told(spelt).isPresent()) {
            return true;
        }
        var allowed = allowedErrors(letters);
        return allowed > 0
                && WORDS.stream()
                        .filter(word -> allowedErrors(word) >= allowed)
                        .anyMatch(word -> distance(spelt, word, allowed) <= allowed);
    }

    private static String spelt(String letters) {
        return letters.chars().filter(Character::isDigit).count() > 2
                ? letters
                : letters.replace('0', 'O')
                        .replace('1', 'I')
                        .replace('5', 'S')
                        .replace('8', 'B')
                        .replace('6', 'G')
                        .replace('4', 'A');
    }

    static int allowedErrors(String word) {
        return word.length() < LOOSE_FROM ? 0 : word.length() < 9 ? 1 : 2;
    }

    /** Edits from one text to the other; anything beyond the bound is just more than it. */
    static int distance(String one, String other, int bound) {
        if (Math.abs(one.length() - other.length()) > bound) {
            return bound + 1;
        }
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var kept = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(kept, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
