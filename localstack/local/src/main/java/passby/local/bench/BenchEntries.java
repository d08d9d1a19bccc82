package passby.local.bench;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import passby.core.ledger.Entry;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;

/** Searches with every field that one can have: the largest entries that a city writes often. */
final class BenchEntries {
    private static final Map<Field, String> COMMITTED = Map.ofEntries(
            Map.entry(Field.ACTION, "search"),
            Map.entry(Field.ACTOR, "officer-lopez"),
            Map.entry(Field.AGENCY, "Springfield Police Department"),
            Map.entry(Field.CAMERAS, "all"),
            Map.entry(Field.CASE_NUMBER, "2036-004711"),
            Map.entry(Field.DEVICE, "phone 7"),
            Map.entry(Field.NARRATIVE, "Car taken from Elm Street"),
            Map.entry(Field.OFFENCE, "240"),
            Map.entry(Field.ON_BEHALF_OF, "own agency"),
            Map.entry(Field.ORI, "NY0300000"),
            Map.entry(Field.PLATE, "7TST123"),
            Map.entry(Field.PURPOSE, "investigation of a crime"),
            Map.entry(Field.QUERY, "the last 24 hours"),
            Map.entry(Field.RESULT_COUNT, "3"));

    private final EntryFactory factory;

    BenchEntries(Clock clock) {
        var random = new SplittableRandom(13);
        factory = new EntryFactory(clock, count -> {
            var bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    List<Entry> take(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> factory.create(EntryType.SEARCH, Outcome.DONE, "ab".repeat(32), COMMITTED))
                .toList();
    }
}
