package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.candidate;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.ledger.InMemoryLedger;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateReading;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/**
 * The matcher against one that knows no keys and no folds: it walks the whole list for each reading and compares character by
 * character. {@code scripts/bench match} does the same a million times.
 */
final class NaiveMatcherProperties {
    private static final EffectivePolicy POLICY = TestData.policy(NonHitRetention.DAYS_7);
    private static final String CHARACTERS = "0OQD1IB8S5Z2G67A";
    private static final List<String> STATES = List.of("CA", "NV", "UNKNOWN");
    private static final List<Set<Character>> ALIKE = List.of(
            Set.of('0', 'O', 'D', 'Q'),
            Set.of('1', 'I'),
            Set.of('8', 'B'),
            Set.of('5', 'S'),
            Set.of('2', 'Z'),
            Set.of('6', 'G'));
    private static final int LOOKUPS = 200;

    /** Short plates of a few look-alike characters, so that readings meet entries all the time. */
    @Property(tries = 25)
    void bothFindTheSameMatches(@ForAll long seed) {
        compare(seed, LOOKUPS);
    }

    /** {@code scripts/bench match} asks for a million; the matches are counted, so that the lists are known to be met. */
    @Example
    void bothFindTheSameInAsManyLookupsAsAreAskedFor() {
        var lookups = Integer.getInteger("passby.lookups", 2_000);
        var begun = System.nanoTime();
        var matches = 0L;
        for (var seed = 0; (long) seed * LOOKUPS < lookups; seed++) {
            matches += compare(seed, Math.min(LOOKUPS, lookups - seed * LOOKUPS));
        }

        assertThat(matches).isPositive();
        System.out.printf(
                "%,d lookups with %,d matches, each equal to the naive matcher's: %.1f s%n",
                lookups, matches, (System.nanoTime() - begun) / 1e9);
    }

    /** @return how many matches there were */
    private static long compare(long seed, int lookups) {
        var matches = 0L;
        var random = new Random(seed);
        var entries = new ArrayList<HotListEntry>();
        for (var i = 0; i < 120; i++) {
            entries.add(AHotListEntry.of("r" + i, text(random, i % 10 == 0))
                    .withState(ListedState.parse(STATES.get(random.nextInt(3))).orElseThrow())
                    .build());
        }
        var listed = new Listed(entries);
        var match = new MatchHotLists(
                listed,
                new CachedOpenEntries(listed, new MutableClock(NOW)),
                new CachedSuppressions(new InMemorySuppressions(new InMemoryLedger()), new MutableClock(NOW)),
                () -> CITY_KEY);
        for (var i = 0; i < lookups; i++) {
            var reading = read(random);
            listed.lookups = 0;

            var found = match.handle(reading, POLICY, NOW).values().stream()
                    .flatMap(List::stream)
                    .map(one -> one.entry().recordId() + " " + one.type() + " " + one.isPushed())
                    .collect(Collectors.toSet());

            assertThat(found).isEqualTo(naive(reading, entries));
            assertThat(listed.lookups).isLessThanOrEqualTo(4);
            matches += found.size();
        }
        return matches;
    }

    private static String text(Random random, boolean pattern) {
        var text = new StringBuilder();
        for (var i = 0; i < 3; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return pattern ? text.append(random.nextBoolean() ? "?" : "*").toString() : text.toString();
    }

    private static PlateReading read(Random random) {
        var candidates = new ArrayList<Candidate>();
        for (var i = 0; i < 1 + random.nextInt(3); i++) {
            candidates.add(candidate(text(random, false), 0.9 - i * 0.1));
        }
        var state = STATES.get(random.nextInt(3));
        return reading(
                candidates,
                state.equals("UNKNOWN") ? IssuingState.UNKNOWN : new IssuingState.Issued(state, new Confidence(0.9)));
    }

    /** Of candidates that look alike only the first is looked up. */
    private static Set<String> naive(PlateReading reading, List<HotListEntry> entries) {
        var found = new HashSet<String>();
        var seen = new ArrayList<String>();
        for (var candidate : reading.candidates()) {
            var read = candidate.plate().raw();
            if (seen.stream().noneMatch(other -> looksAlike(other, read))) {
                var best = seen.isEmpty();
                seen.add(read);
                for (var entry : entries) {
                    type(read, reading.state(), entry)
                            .filter(type -> best || entry.plate().isPresent())
                            .ifPresent(type -> found.add(entry.recordId() + " " + type + " "
                                    + (best && (type == MatchType.EXACT || type == MatchType.O0_FOLD))));
                }
            }
        }
        return found;
    }

    private static Optional<MatchType> type(String read, IssuingState state, HotListEntry entry) {
        var listed = entry.target().code();
        var stateOfRead = state instanceof IssuingState.Issued issued ? issued.code() : "UNKNOWN";
        var stateOfEntry = entry.state().code();
        var bothKnown = !stateOfRead.equals("UNKNOWN") && !stateOfEntry.equals("UNKNOWN");
        var otherState = bothKnown && !stateOfRead.equals(stateOfEntry);
        if (listed.endsWith("?") || listed.endsWith("*")) {
            var known = listed.substring(0, 3);
            var fits = listed.endsWith("?")
                    ? read.length() == 4 && looksAlike(known, read.substring(0, 3))
                    : looksAlike(known, read.substring(0, 3));
            return fits && !otherState
                    ? Optional.of(listed.endsWith("?") ? MatchType.WILDCARD : MatchType.PARTIAL)
                    : Optional.empty();
        }
        if (!looksAlike(read, listed)) {
            return Optional.empty();
        }
        if (!bothKnown) {
            return Optional.of(MatchType.STATE_UNKNOWN);
        }
        if (otherState) {
            return Optional.of(MatchType.STATE_MISMATCH);
        }
        if (read.equals(listed)) {
            return Optional.of(MatchType.EXACT);
        }
        return Optional.of(onlyOAndZero(read, listed) ? MatchType.O0_FOLD : MatchType.OCR_EQUIVALENT);
    }

    private static boolean looksAlike(String one, String other) {
        var alike = one.length() == other.length();
        for (var i = 0; alike && i < one.length(); i++) {
            var a = one.charAt(i);
            var b = other.charAt(i);
            alike = a == b || ALIKE.stream().anyMatch(set -> set.contains(a) && set.contains(b));
        }
        return alike;
    }

    private static boolean onlyOAndZero(String one, String other) {
        var only = true;
        for (var i = 0; i < one.length(); i++) {
            var pair = Set.of("0O", "O0").contains("" + one.charAt(i) + other.charAt(i));
            only = only && (one.charAt(i) == other.charAt(i) || pair);
        }
        return only;
    }

    /** Counts lookups. */
    private static final class Listed implements HotLists {
        private final Map<PlateKey, List<HotListEntry>> byKey = new HashMap<>();
        private final List<HotListEntry> open;
        private int lookups;

        Listed(List<HotListEntry> entries) {
            for (var entry : entries) {
                entry.plate()
                        .ifPresent(plate -> byKey.computeIfAbsent(CITY_KEY.plateKey(plate), key -> new ArrayList<>())
                                .add(entry));
            }
            open = entries.stream().filter(entry -> entry.plate().isEmpty()).toList();
        }

        @Override
        public List<HotListEntry> byPlate(PlateKey key, Instant now) {
            lookups++;
            return byKey.getOrDefault(key, List.of());
        }

        @Override
        public List<HotListEntry> withoutPlate(Instant now) {
            return open;
        }

        @Override
        public List<HotListEntry> custom(Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean wasEnteredSince(HotListEntry listed, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HotListEntry> find(String source, String recordId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Commit add(HotListEntry listed, Entry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Commit revise(HotListEntry revised, Entry entry) {
            throw new UnsupportedOperationException();
        }
    }
}
