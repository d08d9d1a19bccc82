package passby.core.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;

/**
 * How plates are composed, as a ranking and nothing else: it says how much likelier a text is among plates than among
 * random texts of its length, and never changes, forbids or completes one. A tenth of all plates is taken for personalised
 * ones, which say anything, and a tenth for series that we do not know, so a text outside every pattern loses some rank and no
 * more.
 *
 * <p>In a pattern L is a letter, A one of all 26 and D a digit. Weights are roughly the millions of people of the states that
 * issue or have lately issued the pattern on cars or on light trucks, from the states' own pages; trucks and patterns from
 * elsewhere share a weight each.
 */
public final class PlateSyntax {
    /** How much of its evidence counts: series are not as likely as their shares of the country's population say. */
    private static final double WEIGHT = 0.4;

    private static final double PERSONALISED = 0.1;
    /** Fleets, trailers, specialty plates: letters and digits in any order, but letters that issuers use. */
    private static final double UNKNOWN_SERIES = 0.1;

    /** How much likelier a state's own patterns are once its name was read beside the serial. */
    private static final double OWN_STATE = 8;
    /** I, O and Q are left out of serials by most issuers, because people mistake them. */
    private static final double RARE_LETTER = 0.2;

    private static final String UNITED_STATES = """
            CA 39 DLLLDDD DLDDDDD
            TX 30 LLLDDDD LLDLDDD
            FL 22 LLLLDD LLLDDD DDDLLL LLLDLL LLDDLL LDDDLL
            NY 19 LLLDDDD
            PA 13 LLLDDDD
            IL 12 LLDDDDD DDDDDDD LLDDDDD LDDDDDD DDDDDD
            OH 12 LLLDDDD
            GA 11 LLLDDDD
            NC 11 LLLDDDD
            MI 10 DLLLDD LLLDDDD LLLDDD
            NJ 9 LDDLLL LLLDDL
            VA 9 LLLDDDD
            WA 8 LLLDDDD DDDLLL
            AZ 7 LLLDDDD LLLDLLD LDLDLD DLLLDD
            MA 7 DLLLDD DDDLLD DLLDDD DDDDLL DDDLLL
            TN 7 LDDDDL LDDDDD LLLDDDD DDDLLLL
            IN 7 DDDLLL DDDL DDDLL DDDDL
            MO 6 LLDLDL LLDLDD LLLDDD
            MD 6 DLLDDDD LLLDDD
            WI 6 LLLDDDD DDDLLL
            CO 6 LLLDDD LLLLDD DDDLLL LLLDDD
            MN 6 DDDLLL LLLDDD
            SC 5 LLLDDD DDDDLL
            AL 5 DLLDDDD DDLLDDD DDLDDDD DLDDDDD DDDDDLD
            LA 5 DDDLLL LLLDDD
            KY 5 DDDLLL LLLDDD LDLDDD
            OR 4 DDDLLL LLLDDD
            OK 4 LLLDDD DDDLLL
            CT 4 LLDDDDD DDDLLL DLLLLD
            UT 3 LDDDLL DLDLL LDDLLL DDDLLL
            IA 3 LLLDDD DDDLLL
            NV 3 DDLDDD DDDLDD LLLDDD DDDLLL
            AR 3 DDDLLL LLLDDL
            MS 3 LLLDDDD LLLDDD LLLLDDD
            KS 3 DDDLLL DDDDLLL
            NM 2 LLLDDD DDDLLL LLLLDD
            NE 2 LLLDDD DLDDDD DDLDDD DDDLDD
            ID 2 LDDDDDD DLDDDDD DLLDDDD LDDDDDL
            WV 2 DLLDDD DLDDDD LLLDDD
            HI 1 LLLDDD
            NH 1 DDDDDDD LLDDDD
            ME 1 DDDDLL
            RI 1 DDDDDD LLDDD LDDDDD
            MT 1 DDDDDDL DDDDDL DDDDDDD LLLDDD
            DE 1 DDDDDD DDDDD LDDDDD
            SD 1 DLLDDD DDLDDD DLDDDD
            ND 1 LLLDDD DDDLLL
            AK 1 LLLDDD
            DC 1 LLDDDD
            VT 1 LLLDDD
            WY 1 DDDDDD DDDDDDD DDDDDDL
            """;

    /**
     * Series of light trucks, where they differ from those of cars. Left out is LLDDDDD of Texas, Michigan and Arizona, which
     * would make a zero of every O in the third place of LLLDDDD, as Brazil has it; what is left of Texas counts half.
     */
    private static final String TRUCKS = """
            TX 15 DDLLLD
            NY 19 DDDDDLL
            IL 12 DDDDDDL DDDDDDDL
            NC 11 LLDDDD
            WA 8 LDDDDDL
            MA 7 LDDDDD
            MO 6 DLLDDD
            WI 6 LLDDDD
            """;

    private static final double TRUCKS_SHARE = 0.07;

    /** Europe, Brazil and Mexico, as frames from border cities show them. */
    private static final String ELSEWHERE =
            "-- 1 AAADADD AAADDDD LLDDLLL LLDDDLL DDDDLLL LLLLDDD LLLLDDDD LLDDDD LLDDDD LLDDDDD DLDDDDD LLLDDD LLLDDDL LLLDLD"
                    + " LLLDDLL LLLLDDD LDDDLLL";

    private static final double ELSEWHERE_SHARE = 0.12;

    private record Pattern(String state, String form, double share) {}

    private final Map<Integer, List<Pattern>> byLength;

    private PlateSyntax(List<Pattern> patterns) {
        byLength = patterns.stream()
                .map(p -> new Pattern(p.state(), p.form(), p.share() * (1 - PERSONALISED - UNKNOWN_SERIES)))
                .collect(Collectors.groupingBy(p -> p.form().length()));
    }

    /** Plates as a city in the United States sees them. */
    public static PlateSyntax unitedStates() {
        var patterns = new ArrayList<Pattern>();
        patterns.addAll(series(UNITED_STATES, 1 - TRUCKS_SHARE - ELSEWHERE_SHARE));
        patterns.addAll(series(TRUCKS, TRUCKS_SHARE));
        patterns.addAll(series(ELSEWHERE, ELSEWHERE_SHARE));
        return new PlateSyntax(patterns);
    }

    /** @param share of all of them together; within it, states weigh as the table says, and a state's patterns weigh the same */
    private static List<Pattern> series(String table, double share) {
        var patterns = new ArrayList<Pattern>();
        table.lines().forEach(line -> {
            var words = line.split(" ");
            var forms = List.of(words).subList(2, words.length);
            forms.forEach(
                    form -> patterns.add(new Pattern(words[0], form, Double.parseDouble(words[1]) / forms.size())));
        });
        var total = patterns.stream().mapToDouble(Pattern::share).sum();
        return patterns.stream()
                .map(p -> new Pattern(p.state(), p.form(), p.share() / total * share))
                .toList();
    }

    /**
     * The logarithm of how much likelier the text is among plates than among random texts as long as plates are; above 0 for
     * texts that follow a frequent pattern. What has no pattern loses the same at any length, so that a short serial does not
     * yield to itself with a screw before it.
     */
    public double logRatio(Plate plate, IssuingState state) {
        var own =
                switch (state) {
                    case IssuingState.Issued known -> known.code();
                    case IssuingState.Unknown _ -> "";
                };
        var text = plate.raw();
        var random = lengthShare(text.length()) * Math.pow(36, -text.length());
        var likely = PERSONALISED * random + UNKNOWN_SERIES * lengthShare(text.length()) * inAnyOrder(text);
        for (var pattern : byLength.getOrDefault(text.length(), List.of())) {
            var share = pattern.share() * (!own.isEmpty() && own.equals(pattern.state()) ? OWN_STATE : 1);
            likely += share * chance(text, pattern.form());
        }
        return Math.log(likely / random);
    }

    /**
     * Readings by how well each was read and how plates are composed; what is left to no reading stays doubt. The weight of syntax is
     * from docs/experiments/2026-11-28-recognizer-detector-first.md.
     *
     * @param readings whose confidences add up to at most 1
     * @return the same, the likeliest first
     */
    public List<Candidate> rank(List<Candidate> readings, IssuingState state) {
        var doubt = Math.max(
                0,
                1 - readings.stream().mapToDouble(r -> r.confidence().value()).sum());
        var weights = readings.stream()
                .mapToDouble(r -> r.confidence().value() * Math.exp(WEIGHT * logRatio(r.plate(), state)))
                .toArray();
        var total = doubt + DoubleStream.of(weights).sum();
        return IntStream.range(0, weights.length)
                .mapToObj(i -> readings.get(i).with(new Confidence(total == 0 ? 0 : weights[i] / total)))
                .sorted(Comparator.comparing(Candidate::confidence).reversed())
                .toList();
    }

    private static double lengthShare(int length) {
        return switch (length) {
            case 7 -> 0.4;
            case 6 -> 0.35;
            case 5, 8 -> 0.1;
            case 4 -> 0.03;
            default -> 0.01;
        };
    }

    private static double inAnyOrder(String text) {
        var chance = 1.0;
        for (var i = 0; i < text.length(); i++) {
            chance *= (chance(text.charAt(i), 'D') + chance(text.charAt(i), 'L')) / 2;
        }
        return chance;
    }

    private static double chance(String text, String form) {
        var chance = 1.0;
        for (var i = 0; i < form.length(); i++) {
            chance *= chance(text.charAt(i), form.charAt(i));
        }
        return chance;
    }

    private static double chance(char c, char kind) {
        var digit = c >= '0' && c <= '9';
        if (kind == 'D') {
            return digit ? 0.1 : 0;
        }
        if (digit) {
            return 0;
        }
        if (kind == 'A') {
            return 1.0 / 26;
        }
        return (c == 'I' || c == 'O' || c == 'Q' ? RARE_LETTER : 1) / 23.6;
    }
}
