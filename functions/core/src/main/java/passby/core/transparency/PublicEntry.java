package passby.core.transparency;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Opening;

/**
 * An entry of the public log, with the openings that the city still has.
 *
 * @param index its place in the log
 * @param openings of its committed fields; empty for those that are gone
 */
record PublicEntry(long index, SealedEntry entry, Map<Field, Opening> openings) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH'Z'");

    PublicEntry {
        openings = Map.copyOf(openings);
    }

    /** UTC, such as {@code 2026-11-27}. */
    String day() {
        return entry.hour().substring(0, 10);
    }

    /** UTC, such as {@code 2026-11}. */
    String month() {
        return entry.hour().substring(0, 7);
    }

    boolean isOf(EntryType type) {
        return entry.type().equals(type.code());
    }

    boolean is(String type, String outcome) {
        return entry.type().equals(type) && entry.outcome().equals(outcome);
    }

    Optional<String> value(Field field) {
        return Optional.ofNullable(openings.get(field)).map(Opening::value);
    }

    /** What a field says that holds JSON; nothing when it is not open. */
    Facts facts(Field field) {
        return value(field).map(Facts::parse).orElseGet(Facts::new);
    }

    /** From one hour of an entry to another; negative when the first is the later one. */
    static long hours(String from, String to) {
        return HOUR.parse(from, LocalDateTime::from).until(HOUR.parse(to, LocalDateTime::from), ChronoUnit.HOURS);
    }

    /** The same with the openings that are for everybody alone. */
    PublicEntry asPublished() {
        var published = new EnumMap<Field, Opening>(Field.class);
        OpenedFields.of(entry)
                .forEach(field ->
                        Optional.ofNullable(openings.get(field)).ifPresent(opening -> published.put(field, opening)));
        return new PublicEntry(index, entry, published);
    }
}
