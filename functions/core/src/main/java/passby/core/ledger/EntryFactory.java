package passby.core.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import passby.core.id.Base32;
import passby.core.id.Entropy;

/** Makes entries: gives each its id, its hour, its exact time, and a salt for every committed field. */
public final class EntryFactory {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CENTISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SS'Z'").withZone(ZoneOffset.UTC);
    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final Entropy entropy;
    private final String accessHash;

    /** Where no access policies decide. */
    public EntryFactory(Clock clock, Entropy entropy) {
        this(clock, entropy, "");
    }

    /** @param accessHash of the access policies that this program enforces */
    public EntryFactory(Clock clock, Entropy entropy, String accessHash) {
        this.clock = clock;
        this.entropy = entropy;
        this.accessHash = accessHash;
    }

    /**
     * @param policyHash of the effective policy in force
     * @param committed everything that could name a person, a plate or a place; the exact time is added here
     * @throws IllegalArgumentException when the entry would be longer than {@link Entry#MAX_BYTES}
     */
    public Entry create(EntryType type, Outcome outcome, String policyHash, Map<Field, String> committed) {
        return create(type, outcome, policyHash, committed, List.of());
    }

    public Entry create(
            EntryType type, Outcome outcome, String policyHash, Map<Field, String> committed, List<String> references) {
        var now = clock.instant();
        var openings = new EnumMap<Field, Opening>(Field.class);
        committed.forEach((field, value) -> openings.put(field, opening(value)));
        openings.put(Field.TIME, opening(CENTISECONDS.format(now)));
        var entry = new Entry(
                Base32.encode(entropy.bytes(ID_BYTES)),
                type,
                hour(now),
                outcome,
                policyHash,
                accessHash,
                references,
                openings);
        if (entry.canonical().getBytes(StandardCharsets.UTF_8).length > Entry.MAX_BYTES) {
            throw new IllegalArgumentException("an entry is at most " + Entry.MAX_BYTES + " bytes");
        }
        return entry;
    }

    private Opening opening(String value) {
        return new Opening(HexFormat.of().formatHex(entropy.bytes(Opening.SALT_BYTES)), value);
    }

    private static String hour(Instant instant) {
        return HOUR.format(instant);
    }
}
