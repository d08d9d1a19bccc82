package passby.core.retention;

import java.time.Duration;
import java.util.List;

/**
 * How long the city keeps what it writes down itself, in whole days. Reads, hits and pictures have clocks of their own; daily
 * counts, which name no plate, are kept for good.
 *
 * @param listEntryDays longest life of an entry of the city's own people, counted from when it was made
 * @param searchRecordDays of openings, which tell who searched for what; at least two years under every profile
 * @param ledgerDays for which nobody can delete sealed entries; it only lengthens, and is never below {@code searchRecordDays}
 */
public record RecordClocks(int listEntryDays, int searchRecordDays, int ledgerDays) {
    /** What holds under a document that does not speak of it. */
    public static final RecordClocks DEFAULT = new RecordClocks(365, 732, 2557);

    /** What a city may choose, the shortest first. */
    public static final List<String> LIST_ENTRY_CODES = List.of("30d", "60d", "90d", "180d", "365d");

    public static final List<String> SEARCH_RECORD_CODES = List.of("732d", "1096d", "1827d", "2557d");
    public static final List<String> LEDGER_CODES = List.of("2557d", "3653d", "5479d", "7305d");

    private static final int SHORTEST_SEARCH_RECORD = 732;

    public RecordClocks {
        if (listEntryDays < 1) {
            throw new IllegalArgumentException("a clock is at least one day");
        }
        if (searchRecordDays < SHORTEST_SEARCH_RECORD || ledgerDays < searchRecordDays) {
            throw new IllegalArgumentException("audit records are kept two years, and the ledger as long as they are");
        }
    }

    /** As it stands in parameters, such as {@code 732d}. */
    public static String code(int days) {
        return days + "d";
    }

    /** @param code as {@link #code} writes it */
    public static int days(String code) {
        return Integer.parseInt(code.substring(0, code.length() - 1));
    }

    public Duration listEntry() {
        return Duration.ofDays(listEntryDays);
    }

    public Duration searchRecord() {
        return Duration.ofDays(searchRecordDays);
    }

    public Duration ledger() {
        return Duration.ofDays(ledgerDays);
    }
}
