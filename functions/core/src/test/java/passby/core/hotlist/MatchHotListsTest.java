package passby.core.hotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.candidate;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.CITY_KEY;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.policy.AlertingRules;
import passby.core.policy.Bounds;
import passby.core.policy.EffectivePolicy;
import passby.core.recognition.PlateReading;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.testing.AHotListEntry;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class MatchHotListsTest {
    private static final EffectivePolicy POLICY = TestData.policy(NonHitRetention.DAYS_7);

    private final InMemoryCity city = new InMemoryCity();
    private final MatchHotLists match = new MatchHotLists(
            city.hotLists(),
            new CachedOpenEntries(city.hotLists(), new MutableClock(NOW)),
            new CachedSuppressions(city.suppressions(), new MutableClock(NOW)),
            () -> CITY_KEY);

    private Map<PlateKey, List<Match>> matches(PlateReading reading) {
        return match.handle(reading, POLICY, NOW);
    }

    private static PlateKey key(String plate) {
        return CITY_KEY.plateKey(new Plate(plate));
    }

    @Test
    void aPlateOnNoListMatchesNothing() {
        city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());

        assertThat(matches(reading("4FRE333", CALIFORNIA))).isEmpty();
    }

    @Test
    void aCityThatTakesNoOutsideListsIsAlertedByItsOwnEntriesAlone() {
        city.hotLists()
                .put(AHotListEntry.of("r1", "7TST123")
                        .withSource("ncic")
                        .withApprovedBy("ncic")
                        .build());
        city.hotLists()
                .put(AHotListEntry.of("r2", "7TST123")
                        .withSource(HotListEntry.CUSTOM)
                        .build());
        var localOnly = TestData.withAlerting(POLICY, new AlertingRules(false, "V", Duration.ofMinutes(5)));
        var reading = reading("7TST123", CALIFORNIA);

        assertThat(match.handle(reading, POLICY, NOW).get(key("7TST123"))).hasSize(2);
        assertThat(match.handle(reading, localOnly, NOW).get(key("7TST123")))
                .singleElement()
                .satisfies(found -> assertThat(found.entry().isCustom()).isTrue());
    }

    @Test
    void anEntryOlderThanTheCitysClockAlertsNobodyAtOnceWhateverItsAuthorWanted() {
        city.hotLists()
                .put(AHotListEntry.of("r1", "7TST123")
                        .withSource(HotListEntry.CUSTOM)
                        .withApprovedBy("chief-adams")
                        .withEffective(NOW, NOW.plus(Duration.ofDays(200)))
                        .build());
        var shorter = TestData.withRecords(POLICY, new RecordClocks(30, 732, 2557));
        var later = NOW.plus(Duration.ofDays(31));
        var reading = reading("7TST123", CALIFORNIA);

        assertThat(match.handle(reading, POLICY, later)).isNotEmpty();
        assertThat(match.handle(reading, shorter, later)).isEmpty();
        assertThat(match.handle(reading, shorter, NOW.plus(Duration.ofDays(29))))
                .isNotEmpty();
    }

    @Test
    void atMostThreeAlternatesAreLookedUp() {
        city.hotLists().put(AHotListEntry.of("r4", "4AAA444").build());
        city.hotLists().put(AHotListEntry.of("r5", "5AAA555").build());
        var reading = reading(
                List.of(
                        candidate("1AAA111", 0.5),
                        candidate("2AAA222", 0.4),
                        candidate("3AAA333", 0.3),
                        candidate("4AAA444", 0.2),
                        candidate("5AAA555", 0.1)),
                CALIFORNIA);

        assertThat(matches(reading)).containsOnlyKeys(key("4AAA444"));
    }

    @Test
    void anAlternateNeverPushes() {
        city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        city.hotLists().put(AHotListEntry.of("r2", "7TST129").build());

        var matches = matches(reading(List.of(candidate("7TST129", 0.6), candidate("7TST123", 0.4)), CALIFORNIA));

        assertThat(matches.keySet()).containsExactly(key("7TST129"), key("7TST123"));
        assertThat(matches.get(key("7TST129"))).isNotNull().allMatch(Match::isPushed);
        assertThat(matches.get(key("7TST123"))).isNotNull().noneMatch(Match::isPushed);
    }

    @Test
    void candidatesUnderOneKeyAreLookedUpOnce() {
        city.hotLists().put(AHotListEntry.of("r1", "7TSTO23").build());

        var matches = matches(reading(List.of(candidate("7TSTD23", 0.5), candidate("7TSTO23", 0.4)), CALIFORNIA));

        assertThat(matches.get(key("7TSTO23"))).isNotNull().singleElement().satisfies(found -> {
            assertThat(found.type()).isEqualTo(MatchType.OCR_EQUIVALENT);
            assertThat(found.isPushed()).isFalse();
        });
    }

    @Test
    void theStrongestMatchComesFirst() {
        city.hotLists()
                .put(AHotListEntry.of("r1", "7TST123")
                        .withState(new ListedState.Named("NV"))
                        .build());
        city.hotLists().put(AHotListEntry.of("r2", "7TSTI23").build());
        city.hotLists().put(AHotListEntry.of("r3", "7TST123").build());

        assertThat(matches(reading("7TST123", CALIFORNIA)).get(key("7TST123")))
                .isNotNull()
                .extracting(Match::type)
                .containsExactly(MatchType.EXACT, MatchType.OCR_EQUIVALENT, MatchType.STATE_MISMATCH);
    }

    /** As a feed may list what stands on a dealer's frame. */
    @Test
    void ofAPlateThatIsListedAThousandTimesTheStrongestFiftyMatchAndOneOfTheCitysOwnAmongThem() {
        for (var i = 0; i < 1_000; i++) {
            city.hotLists()
                    .put(AHotListEntry.of("n" + i, "7TST123")
                            .withSource("ncic")
                            .withState(new ListedState.Named(i % 2 == 0 ? "NV" : "CA"))
                            .build());
        }
        city.hotLists()
                .put(AHotListEntry.of("own", "7TST123")
                        .withState(new ListedState.Named("NV"))
                        .build());

        var found =
                Objects.requireNonNull(matches(reading("7TST123", CALIFORNIA)).get(key("7TST123")));

        assertThat(found).hasSize(MatchHotLists.MOST);
        assertThat(found.subList(0, MatchHotLists.MOST - 1)).allMatch(match -> match.type() == MatchType.EXACT);
        assertThat(found.getLast().entry().recordId()).isEqualTo("own");
    }

    @Test
    void anUnapprovedEntryDiesAfterADay() {
        var entry = AHotListEntry.of("r1", "7TST123");
        city.hotLists()
                .put(entry.withCreatedAt(NOW.minus(Duration.ofDays(1)).plusMillis(1))
                        .build());
        assertThat(matches(reading("7TST123", CALIFORNIA))).isNotEmpty();

        city.hotLists().put(entry.withCreatedAt(NOW.minus(Duration.ofDays(1))).build());

        assertThat(matches(reading("7TST123", CALIFORNIA))).isEmpty();
    }

    @Test
    void aShorterLifeInThePolicyCountsAtOnce() {
        city.hotLists()
                .put(AHotListEntry.of("r1", "7TST123")
                        .withCreatedAt(NOW.minus(Duration.ofHours(2)))
                        .build());
        var bounds = Bounds.DEFAULT;
        var strict = TestData.withBounds(
                POLICY,
                new Bounds(
                        bounds.searchWindow(),
                        bounds.searchRows(),
                        bounds.pageRows(),
                        bounds.searchesPerHour(),
                        bounds.clockSkew(),
                        bounds.confidentPercent(),
                        Duration.ofHours(2)));

        assertThat(match.handle(reading("7TST123", CALIFORNIA), POLICY, NOW)).isNotEmpty();
        assertThat(match.handle(reading("7TST123", CALIFORNIA), strict, NOW)).isEmpty();
    }
}
