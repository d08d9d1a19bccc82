package passby.core.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import passby.core.conduct.Act;
import passby.core.id.Coded;

/**
 * What the city's own records say of one plate, redacted for its owner: how often and on which days, and never where, at what time of
 * day, by whom or for which case.
 *
 * @param reads that are stored now, hits among them
 * @param corrected of them, those of which an officer said what they show
 * @param more whether there are more reads than were counted
 * @param days what happened on which days, the earliest first
 * @param silenced lists that are silenced for this plate, because somebody else's record stopped it
 */
public record OwnRecords(int reads, int corrected, boolean more, List<Day> days, List<Silenced> silenced) {
    public OwnRecords {
        days = List.copyOf(days);
        silenced = List.copyOf(silenced);
    }

    /** Classes of what is told. */
    public enum Event implements Coded {
        /** The plate agreed with a hot list. */
        HIT,
        /** An officer searched it, or part of it was found by a search and opened. */
        SEARCH,
        READ_OPENED,
        HIT_OPENED,
        /** An officer said that a hit did not show the listed plate. */
        HIT_REJECTED;

        public static Optional<Event> parse(String code) {
            return Coded.find(values(), code);
        }

        /** Empty for what is told to nobody: entries of lists would warn whoever is sought, the rest is not about a plate. */
        static Optional<Event> of(Act.Kind kind) {
            return switch (kind) {
                case SEARCH -> Optional.of(SEARCH);
                case VIEW -> Optional.of(READ_OPENED);
                case HIT_VIEW -> Optional.of(HIT_OPENED);
                case HIT_REJECTED -> Optional.of(Event.HIT_REJECTED);
                case CAMERA_SEARCH, LIST_ENTRY, REQUEST, DECISION, DENIED, SIGN_IN -> Optional.empty();
            };
        }
    }

    /** @param day in UTC */
    public record Day(LocalDate day, Event event, long count) {}

    /**
     * @param source the list
     * @param until when the suppression ends
     */
    public record Silenced(String source, Instant until) {}
}
