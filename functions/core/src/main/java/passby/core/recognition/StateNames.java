package passby.core.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a state by what plates print: its name, its slogan, its web address or its postal code. Long names may be a little
 * misread; short ones and codes must be exact, because a wrong state is worse than none.
 */
public final class StateNames {
    /**
     * What plates print for a state.
     *
     * @param code postal code
     * @param text a name, a slogan or a web address, A-Z and 0-9
     */
    public record Name(String code, String text) {}

    /**
     * A state told by one text.
     *
     * @param code postal code
     * @param weight how much the text says about the state, 0 to 1, before how well it was read
     */
    record Told(String code, double weight) {
        boolean isCode() {
            return weight == CODE;
        }
    }

    private static final double NAME = 1;
    private static final double SLOGAN = 0.9;
    private static final double CODE = 0.6;
    private static final double PER_ERROR = 0.85;

    /** Code, name, then slogans and the like, each as printed but without spaces. */
    private static final String TABLE = """
            AL ALABAMA HEARTOFDIXIE SWEETHOMEALABAMA
            AK ALASKA THELASTFRONTIER
            AZ ARIZONA GRANDCANYONSTATE
            AR ARKANSAS THENATURALSTATE
            CA CALIFORNIA DMVCAGOV
            CO COLORADO
            CT CONNECTICUT CONSTITUTIONSTATE
            DE DELAWARE THEFIRSTSTATE
            DC WASHINGTONDC DISTRICTOFCOLUMBIA TAXATIONWITHOUTREPRESENTATION
            FL FLORIDA SUNSHINESTATE MYFLORIDACOM MYFLORIDA
            GA GEORGIA PEACHSTATE
            HI HAWAII ALOHASTATE
            ID IDAHO FAMOUSPOTATOES SCENICIDAHO
            IL ILLINOIS LANDOFLINCOLN
            IN INDIANA HOOSIERSTATE
            IA IOWA
            KS KANSAS
            KY KENTUCKY BLUEGRASSSTATE UNBRIDLEDSPIRIT
            LA LOUISIANA SPORTSMANSPARADISE
            ME MAINE VACATIONLAND
            MD MARYLAND
            MA MASSACHUSETTS THESPIRITOFAMERICA
            MI MICHIGAN PUREMICHIGAN GREATLAKESTATE
            MN MINNESOTA 10000LAKES EXPLOREMINNESOTACOM
            MS MISSISSIPPI MAGNOLIASTATE
            MO MISSOURI SHOWMESTATE
            MT MONTANA TREASURESTATE BIGSKYCOUNTRY
            NE NEBRASKA CORNHUSKERSTATE
            NV NEVADA THESILVERSTATE HOMEMEANSNEVADA
            NH NEWHAMPSHIRE LIVEFREEORDIE
            NJ NEWJERSEY GARDENSTATE
            NM NEWMEXICO LANDOFENCHANTMENT
            NY NEWYORK EMPIRESTATE THEEMPIRESTATE EXCELSIOR
            NC NORTHCAROLINA FIRSTINFLIGHT FIRSTINFREEDOM
            ND NORTHDAKOTA PEACEGARDENSTATE LEGENDARY
            OH OHIO BIRTHPLACEOFAVIATION
            OK OKLAHOMA NATIVEAMERICA
            OR OREGON
            PA PENNSYLVANIA KEYSTONESTATE VISITPACOM
            RI RHODEISLAND OCEANSTATE
            SC SOUTHCAROLINA WHILEIBREATHEIHOPE
            SD SOUTHDAKOTA GREATFACESGREATPLACES
            TN TENNESSEE VOLUNTEERSTATE TNVACATIONCOM
            TX TEXAS THELONESTARSTATE LONESTARSTATE
            UT UTAH LIFEELEVATED GREATESTSNOWONEARTH
            VT VERMONT GREENMOUNTAINSTATE
            VA VIRGINIA VIRGINIAISFORLOVERS
            WA WASHINGTON EVERGREENSTATE
            WV WESTVIRGINIA WILDWONDERFUL
            WI WISCONSIN AMERICASDAIRYLAND
            WY WYOMING
            """;

    private static final List<List<String>> STATES =
            TABLE.lines().map(line -> List.of(line.split(" "))).toList();
    private static final Map<String, Told> EXACT = exact();

    private static final List<Name> ALL = STATES.stream()
            .flatMap(state -> state.stream().skip(1).map(text -> new Name(state.getFirst(), text)))
            .toList();

    private StateNames() {}

    /** Everything but the codes, which are too short to be told from other print. */
    public static List<Name> all() {
        return ALL;
    }

    private static Map<String, Told> exact() {
        var all = new LinkedHashMap<String, Told>();
        for (var state : STATES) {
            var code = state.getFirst();
            all.put(code, new Told(code, CODE));
            all.put(state.get(1), new Told(code, NAME));
            state.subList(2, state.size()).forEach(slogan -> all.put(slogan, new Told(code, SLOGAN)));
        }
        return Map.copyOf(all);
    }

    static boolean isCode(String letters) {
        return letters.length() == 2 && EXACT.containsKey(letters);
    }

    /** What the whole of a text says; a name among other words says nothing, because dealers print those. */
    static Optional<Told> told(String text) {
        var letters = Lettering.letters(text);
        var exact = EXACT.get(letters);
        if (exact != null) {
            return Optional.of(exact);
        }
        return nameAndSlogan(letters).or(() -> nearly(letters));
    }

    private static Optional<Told> nameAndSlogan(String letters) {
        return STATES.stream()
                .filter(state -> state.subList(2, state.size()).stream()
                        .anyMatch(slogan -> letters.equals(state.get(1) + slogan)))
                .map(state -> new Told(state.getFirst(), NAME))
                .findFirst();
    }

    /** The one state whose name or slogan is near; two equally near ones are none. */
    private static Optional<Told> nearly(String letters) {
        var best = Lettering.allowedErrors(letters) + 1;
        var codes = new LinkedHashMap<String, Told>();
        for (var entry : EXACT.entrySet()) {
            var errors = Lettering.distance(letters, entry.getKey(), best);
            if (errors > Math.min(best, allowed(letters, entry.getKey()))) {
                continue;
            }
            if (errors < best) {
                codes.clear();
                best = errors;
            }
            var told = entry.getValue();
            codes.put(told.code(), new Told(told.code(), told.weight() * Math.pow(PER_ERROR, errors)));
        }
        return codes.size() == 1 ? Optional.of(codes.values().iterator().next()) : Optional.empty();
    }

    private static int allowed(String letters, String name) {
        return Math.min(Lettering.allowedErrors(letters), Lettering.allowedErrors(name));
    }
}
