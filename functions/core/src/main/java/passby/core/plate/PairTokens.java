package passby.core.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import passby.core.id.Base32;
import passby.core.id.Digests;

/**
 * Under which keys a plate is found by a part of its text. For each position, the two folded characters that begin there are
 * hashed with the city's key to a token, and the three to another: no key of an index holds a character of a plate. Tokens are
 * short, so that other plates may share one; whoever looks compares the text afterwards.
 */
public final class PairTokens {
    /** A pair begins at each position but the last. */
    public static final int POSITIONS = Plate.MAX_LENGTH - 1;

    /** Stands for the third character of a pair that ends its plate. */
    private static final String END = "-";

    private static final String ALPHABET = "0123456789ACEFHJKLMNPRTUVWXY";
    private static final int PAIR_CHARACTERS = 8;
    private static final int NEXT_CHARACTERS = 4;
    /** A look that would read more than this share of all plates is not made. */
    private static final double LARGEST_SHARE = 1.0 / 25;

    private final CityKey key;

    public PairTokens(CityKey key) {
        this.key = key;
    }

    /**
     * The pair of a plate that begins at a position.
     *
     * @param position 1 upwards
     * @param pair token of its two characters
     * @param next token of these and the one after them
     */
    public record Pair(int position, String pair, String next) {}

    /**
     * One question to the index of a position.
     *
     * @param pair which pair is wanted
     * @param next which third character, or null for any
     */
    public record Look(int position, String pair, @Nullable String next) {}

    /** Every pair of a plate. */
    public List<Pair> of(String fold) {
        return IntStream.range(0, fold.length() - 1)
                .mapToObj(i -> new Pair(
                        i + 1,
                        pair(i + 1, fold.charAt(i), fold.charAt(i + 1)),
                        i + 2 < fold.length()
                                ? next(i + 1, fold.charAt(i), fold.charAt(i + 1), fold.charAt(i + 2))
                                : END))
                .toList();
    }

    /**
     * The looks that find every plate that fits, and others: those that read the fewest rows. Empty when any looks would read
     * more than one plate in twenty-five.
     */
    public Optional<List<Look>> looks(PlatePattern pattern) {
        return Anchor.all(pattern.fold()).stream()
                .filter(anchor -> anchor.share() <= LARGEST_SHARE)
                .min(Comparator.comparingDouble(Anchor::share).thenComparingLong(Anchor::looks))
                .map(this::looks);
    }

    private List<Look> looks(Anchor anchor) {
        var looks = new ArrayList<Look>();
        for (var position = anchor.from(); position <= anchor.to(); position++) {
            for (var first : characters(anchor.first())) {
                for (var second : characters(anchor.second())) {
                    looks.add(new Look(
                            position,
                            pair(position, first, second),
                            PlatePattern.isFixed(anchor.third())
                                    ? next(position, first, second, anchor.third())
                                    : null));
                }
            }
        }
        return List.copyOf(looks);
    }

    private static List<Character> characters(char c) {
        return PlatePattern.isFixed(c)
                ? List.of(c)
                : ALPHABET.chars().mapToObj(each -> (char) each).toList();
    }

    private String pair(int position, char first, char second) {
        return token("passby/pair1", position, "" + first + second, PAIR_CHARACTERS);
    }

    private String next(int position, char first, char second, char third) {
        return token("passby/pair-next1", position, "" + first + second + third, NEXT_CHARACTERS);
    }

    private String token(String use, int position, String text, int length) {
        var mac = key.hmac(
                Digests.framed(Digests.utf8(use), Digests.utf8(Integer.toString(position)), Digests.utf8(text)));
        return Base32.encode(mac).substring(0, length);
    }

    /**
     * A place of a pattern by which its plates can be found.
     *
     * @param from the first position at which it may stand
     * @param to the last
     * @param first character there, or {@code ?}
     * @param second the one after it, or {@code ?}; one of the two is known
     * @param third the one after that, or {@code ?} when it is not known or not there
     */
    private record Anchor(int from, int to, char first, char second, char third) {
        private static final double CHARACTERS = ALPHABET.length();

        static List<Anchor> all(String pattern) {
            var anchors = new ArrayList<Anchor>();
            var slack = Plate.MAX_LENGTH - pattern.replace("*", "").length();
            var position = 1;
            for (var i = 0; i + 1 < pattern.length(); i++) {
                if (pattern.charAt(i) == '*') {
                    continue;
                }
                var first = pattern.charAt(i);
                var second = at(pattern, i + 1);
                if ((PlatePattern.isFixed(first) || PlatePattern.isFixed(second)) && hasSecond(pattern, i)) {
                    var third = pattern.charAt(i + 1) == '*' ? '?' : at(pattern, i + 2);
                    var floats = pattern.lastIndexOf('*', i) >= 0;
                    anchors.add(new Anchor(
                            position, floats ? Math.min(POSITIONS, position + slack) : position, first, second, third));
                }
                position++;
            }
            return anchors;
        }

        /** Whether a plate that fits must have a character after that one: a star may stand for none. */
        private static boolean hasSecond(String pattern, int index) {
            return pattern.substring(index + 1).chars().anyMatch(c -> c != '*');
        }

        /** What is known of that place: past the end, and where anything may stand, nothing. */
        private static char at(String pattern, int index) {
            return index < pattern.length() && PlatePattern.isFixed(pattern.charAt(index))
                    ? pattern.charAt(index)
                    : '?';
        }

        long looks() {
            return (long) ((to - from + 1) * (isOpen() ? CHARACTERS : 1));
        }

        /** Which share of all plates is read, were every character as frequent as every other. */
        double share() {
            var known = (isOpen() ? 1 : 2) + (PlatePattern.isFixed(third) ? 1 : 0);
            return (to - from + 1) / Math.pow(CHARACTERS, known);
        }

        private boolean isOpen() {
            return !PlatePattern.isFixed(first) || !PlatePattern.isFixed(second);
        }
    }
}
