package passby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.balance.AliveReads.Stored;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.policy.CachedPolicy;
import passby.core.policy.ReaderRules;
import passby.core.quality.Judged;
import passby.core.quality.Verdict;
import passby.core.retention.Cohort;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.statistics.CountDays;
import passby.core.testing.ACamera;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class CloseDayTest {
    private static final Cohort NON_HITS = Cohort.of(NOW, RetentionClass.NON_HIT);
    private static final Cohort HITS = Cohort.of(NOW, RetentionClass.HIT);

    private static final Instant FOURTH_MONDAY = Instant.parse("2036-05-26T00:00:00Z");

    private final MutableClock clock = new MutableClock(NOW.plus(Duration.ofDays(1)));
    private final InMemoryCity city = new InMemoryCity();

    CloseDayTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private CloseDay closing(AliveReads reads) {
        return new CloseDay(
                new CachedPolicy(city.policyDocuments(), clock),
                city.tallies(),
                reads,
                city.archive(),
                new CountDays(
                        city.counters(),
                        city.latencies(),
                        city.readings(),
                        city.illegible(),
                        city.cameras(),
                        city.archive()),
                city.watermarks(),
                new EntryFactory(clock, city.entropy()),
                clock);
    }

    @Test
    void aDayClosesWhenEveryReadIsAliveHeldPurgedOrReclassified() {
        city.tallies().add(NON_HITS, new Tally(10, 1, 0, 4));
        city.tallies().add(HITS, new Tally(3, 0, 1, 0));

        var balance = closing(() -> Map.of(NON_HITS, new Stored(6, 1), HITS, new Stored(2, 0)))
                .handle()
                .orElseThrow();

        assertThat(balance.lost()).isZero();
        assertThat(city.archive().list("balances/"))
                .singleElement()
                .satisfies(file -> assertThat(city.archive().find(file))
                        .get()
                        .asString()
                        .contains("\"" + NON_HITS.code() + "\":{\"admitted\":10,\"alive\":6,\"held\":1,\"in\":1"));
        assertThat(city.ledger().entries(EntryType.DAY_BALANCED)).hasSize(1);
    }

    private static final String SAMPLES = "{\"cameras\":{\"cam-elm\":{\"misread\":6,\"n\":50}},"
            + "\"city\":{\"samples\":{\"misread\":6,\"n\":50}},\"day\":\"2036-05-06\",\"floor\":50}";

    @Test
    void theEntrySaysHowWellPlatesWereReadAndOfACameraNothingOfItsHits() {
        city.cameras().put(ACamera.of("cam-elm").build());
        judge(Verdict.SAMPLE_WRONG, 6);
        judge(Verdict.SAMPLE_RIGHT, 44);
        judge(Verdict.HIT_MISREAD, 49);

        closing(Map::of).handle();

        assertThat(city.ledger().entries(EntryType.DAY_BALANCED))
                .singleElement()
                .satisfies(entry -> assertThat(
                                Objects.requireNonNull(entry.openings().get(Field.COUNTS))
                                        .value())
                        .contains("\"readers\":" + SAMPLES));
    }

    @Test
    void belowTheFloorOfThePolicyNoRateIsTold() {
        city.policyDocuments()
                .put(TestData.withReaders(TestData.policy(2, NonHitRetention.DAYS_7), new ReaderRules(20, 5, 100)));
        city.cameras().put(ACamera.of("cam-elm").build());
        judge(Verdict.SAMPLE_RIGHT, 99);

        closing(Map::of).handle();

        assertThat(city.ledger().entries(EntryType.DAY_BALANCED))
                .singleElement()
                .satisfies(entry -> assertThat(
                                Objects.requireNonNull(entry.openings().get(Field.COUNTS))
                                        .value())
                        .contains("\"readers\":{\"cameras\":{},\"city\":{},\"day\":\"2036-05-06\",\"floor\":100}"));
    }

    @Test
    void everyFourWeeksTheEntryTellsOfHitsByDistrictAndOfFewOnesNothing() {
        city.cameras().put(ACamera.of("cam-elm").withZone("north").build());
        city.cameras().put(ACamera.of("cam-oak").withZone("north").build());
        city.cameras().put(ACamera.of("cam-bay").withZone("harbour").build());
        clock.set(FOURTH_MONDAY.plus(Duration.ofHours(1)));
        judge("cam-elm", Verdict.HIT_MATCHED, 30);
        judge("cam-oak", Verdict.HIT_MISREAD, 12);
        judge("cam-oak", Verdict.HIT_STALE_ENTRY, 8);
        judge("cam-oak", Verdict.SAMPLE_WRONG, 90);
        judge("cam-bay", Verdict.HIT_MATCHED, 49);

        closing(Map::of).handle();

        assertThat(counts())
                .contains("\"districts\":{\"day\":\"2036-05-25\",\"floor\":50,\"zones\":"
                        + "{\"harbour\":{\"cameras\":1},\"north\":{\"cameras\":2,\"hits\":50,\"rejected\":20}}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 14, 27})
    void betweenThemNothingOfDistrictsIsTold(int days) {
        city.cameras().put(ACamera.of("cam-elm").build());
        clock.set(FOURTH_MONDAY.plus(Duration.ofDays(days)));

        closing(Map::of).handle();

        assertThat(counts()).doesNotContain("districts");
    }

    private String counts() {
        var entry = city.ledger().entries(EntryType.DAY_BALANCED).getFirst();
        return Objects.requireNonNull(entry.openings().get(Field.COUNTS)).value();
    }

    private void judge(Verdict verdict, int plates) {
        judge("cam-elm", verdict, plates);
    }

    private void judge(String cameraId, Verdict verdict, int plates) {
        var at = clock.instant().minus(Duration.ofDays(1));
        city.readings().add(Collections.nCopies(plates, new Judged(cameraId, verdict, "NY", 7, "container 1.2.2")), at);
    }

    @Test
    void aReadThatIsNeitherStoredNorPurgedIsLost() {
        city.tallies().add(NON_HITS, new Tally(10, 0, 0, 4));

        var balance = closing(() -> Map.of(NON_HITS, new Stored(5, 0))).handle().orElseThrow();

        assertThat(balance.lost()).isEqualTo(1);
    }

    @Test
    void aReadThatWasReclassifiedWhileItWasCountedIsNotLost() {
        city.tallies().add(NON_HITS, new Tally(10, 1, 0, 0));
        city.tallies().add(HITS, new Tally(3, 0, 1, 0));

        var balance = closing(() -> Map.of(NON_HITS, new Stored(10, 0), HITS, new Stored(3, 0)))
                .handle()
                .orElseThrow();

        assertThat(balance.lost()).isZero();
    }

    @Test
    void aBalanceThatDoesNotCloseIsCountedAgain() {
        city.tallies().add(NON_HITS, new Tally(10, 0, 0, 0));
        var counts = new AtomicInteger();

        var balance = closing(() -> Map.of(NON_HITS, new Stored(counts.incrementAndGet() < 2 ? 9 : 10, 0)))
                .handle()
                .orElseThrow();

        assertThat(balance.lost()).isZero();
    }

    @Test
    void todayIsNotBalancedAndADayIsClosedOnce() {
        clock.set(NOW);
        city.tallies().add(NON_HITS, new Tally(10, 0, 0, 0));
        var closing = closing(Map::of);

        assertThat(closing.handle()).get().extracting(Balance::lost).isEqualTo(0L);
        assertThat(closing.handle()).isEmpty();
    }

    @Test
    void aCohortOfWhichNothingIsLeftIsForgotten() {
        city.tallies().add(NON_HITS, new Tally(10, 0, 0, 10));

        closing(Map::of).handle();

        assertThat(city.tallies().all()).isEmpty();
    }
}
