package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.Entry;
import passby.core.plate.IssuingState;
import passby.core.plate.PlateKey;
import passby.core.policy.EffectivePolicy;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

/** Entries that name a part of a plate, or none. */
final class OpenEntriesTest {
    private static final EffectivePolicy POLICY = TestData.policy(NonHitRetention.DAYS_7);
    private static final VehicleDescription WHITE_FORD = new VehicleDescription("", "FORD", "", "", "WHI");

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final MatchHotLists match = new MatchHotLists(
            city.hotLists(),
            new CachedOpenEntries(city.hotLists(), clock),
            new CachedSuppressions(city.suppressions(), clock),
            () -> CITY_KEY);

    private List<Match> matches(String plate, IssuingState state, VehicleDescription seen) {
        return match.handle(reading(plate, state), seen, POLICY, clock.instant()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Match> matches(String plate, IssuingState state) {
        return matches(plate, state, VehicleDescription.NONE);
    }

    private static HotListEntry described(VehicleDescription vehicle) {
        var listed = AHotListEntry.of("r9", "7TST123").build();
        return new HotListEntry(
                listed.source(),
                listed.recordId(),
                new Target.AnyPlate(),
                listed.state(),
                vehicle,
                listed.category(),
                listed.reason(),
                listed.caseNumber(),
                listed.author(),
                listed.effective(),
                listed.expires(),
                listed.createdAt(),
                false,
                null,
                null,
                null,
                null,
                1);
    }

    @Test
    void aWildcardAndAPartMatchAndNeverPush() {
        city.hotLists().put(AHotListEntry.of("r1", "7TS?123").build());
        city.hotLists().put(AHotListEntry.of("r2", "*ST123").build());

        var matches = matches("7TST123", CALIFORNIA);

        assertThat(matches).extracting(Match::type).containsExactly(MatchType.WILDCARD, MatchType.PARTIAL);
        assertThat(matches).noneMatch(Match::isPushed);
    }

    @Test
    void aPartOfAPlateOfAnotherStateIsNoMatchAndAnUnknownStateIs() {
        city.hotLists()
                .put(AHotListEntry.of("r1", "7TS?123")
                        .withState(new ListedState.Named("NV"))
                        .build());

        assertThat(matches("7TST123", CALIFORNIA)).isEmpty();
        assertThat(matches("7TST123", IssuingState.UNKNOWN)).hasSize(1);
    }

    @Test
    void aWholePlateComesBeforeAPart() {
        city.hotLists().put(AHotListEntry.of("r1", "7TS?123").build());
        city.hotLists().put(AHotListEntry.of("r2", "7TST123").build());

        assertThat(matches("7TST123", CALIFORNIA))
                .extracting(Match::type)
                .containsExactly(MatchType.EXACT, MatchType.WILDCARD);
    }

    @Test
    void aDescribedVehicleMatchesWithoutItsPlateAndNeverPushes() {
        city.hotLists().put(described(new VehicleDescription("", "ford", "", "", "WHI/BLU")));

        var matches = matches("4FRE333", CALIFORNIA, WHITE_FORD);

        assertThat(matches).singleElement().satisfies(found -> {
            assertThat(found.type()).isEqualTo(MatchType.DESCRIPTION);
            assertThat(found.isPushed()).isFalse();
        });
        assertThat(matches("4FRE333", CALIFORNIA, new VehicleDescription("", "FORD", "", "", "")))
                .isEmpty();
        assertThat(matches("4FRE333", CALIFORNIA)).isEmpty();
    }

    @Test
    void whatIsNotDescribedMatchesNothing() {
        assertThat(VehicleDescription.NONE.agreesWith(WHITE_FORD)).isFalse();
        assertThat(VehicleDescription.NONE.agreesWith(VehicleDescription.NONE)).isFalse();
    }

    @Test
    void aNewEntryCountsAfterTenSecondsAndAnExpiredOneAtItsSecond() {
        assertThat(matches("7TST123", CALIFORNIA)).isEmpty();
        city.hotLists()
                .put(AHotListEntry.of("r1", "7TS?123")
                        .withEffective(NOW, NOW.plusSeconds(15))
                        .build());
        assertThat(matches("7TST123", CALIFORNIA)).isEmpty();

        clock.advance(Duration.ofSeconds(10));
        assertThat(matches("7TST123", CALIFORNIA)).hasSize(1);

        clock.advance(Duration.ofSeconds(5));
        assertThat(matches("7TST123", CALIFORNIA)).isEmpty();
    }

    @Test
    void aStoreOutOfReachIsBridgedForThirtySecondsAndNotLonger() {
        var failing = new Failing(city.hotLists());
        var cached = new CachedOpenEntries(failing, clock);
        city.hotLists().put(AHotListEntry.of("r1", "7TS?123").build());
        assertThat(cached.current()).hasSize(1);
        failing.fails = true;

        clock.advance(Duration.ofSeconds(29));
        assertThat(cached.current()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));

        assertThatThrownBy(cached::current).hasMessage("out of reach");
    }

    private static final class Failing implements HotLists {
        private final HotLists hotLists;
        private boolean fails;

        Failing(HotLists hotLists) {
            this.hotLists = hotLists;
        }

        @Override
        public List<HotListEntry> withoutPlate(Instant now) {
            if (fails) {
                throw new IllegalStateException("out of reach");
            }
            return hotLists.withoutPlate(now);
        }

        @Override
        public List<HotListEntry> byPlate(PlateKey key, Instant now) {
            return hotLists.byPlate(key, now);
        }

        @Override
        public List<HotListEntry> custom(Instant now) {
            return hotLists.custom(now);
        }

        @Override
        public boolean wasEnteredSince(HotListEntry listed, Instant since) {
            return hotLists.wasEnteredSince(listed, since);
        }

        @Override
        public Optional<HotListEntry> find(String source, String recordId) {
            return hotLists.find(source, recordId);
        }

        @Override
        public Commit add(HotListEntry listed, Entry entry) {
            return hotLists.add(listed, entry);
        }

        @Override
        public Commit revise(HotListEntry revised, Entry entry) {
            return hotLists.revise(revised, entry);
        }
    }
}
