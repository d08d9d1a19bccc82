package passby.core.quality;

import java.util.Optional;
import passby.core.id.Coded;

/**
 * Which plates are counted together.
 *
 * @param kind by what they are told apart
 * @param value the state's two letters or {@code unknown}, the hour of the day from {@code 00} to {@code 23} in UTC, the engine's name and
 *     version; empty for all
 */
public record Part(Kind kind, String value) implements Comparable<Part> {
    /** Of these each plate is counted once in each. */
    public enum Kind implements Coded {
        ALL,
        STATE,
        HOUR,
        ENGINE;

        public static Optional<Kind> parse(String code) {
            return Coded.find(values(), code);
        }
    }

    public static final Part ALL = new Part(Kind.ALL, "");

    @Override
    public int compareTo(Part other) {
        var byKind = kind.compareTo(other.kind);
        return byKind == 0 ? value.compareTo(other.value) : byKind;
    }
}
