package passby.core.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.archive.Archive;
import passby.core.archive.InMemoryArchive;
import passby.core.balance.Tally;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.picture.Jpeg;
import passby.core.picture.Pictures;
import passby.core.policy.CachedPolicy;
import passby.core.retention.Cohort;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;
import passby.core.testing.AtOnce;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class PurgeDueTest {
    private static final Cohort TODAY = Cohort.of(NOW, RetentionClass.NON_HIT);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryRows rows = city.rows();
    private final InMemoryLanes lanes = city.lanes();
    private final InMemoryArchive archive = city.archive();
    private final PurgeDue purge = purging(rows, city.pictures());

    PurgeDueTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
    }

    private PurgeDue purging(ExpiringRows store, Pictures pictures) {
        return purging(store, pictures, 4);
    }

    private PurgeDue purging(ExpiringRows store, Pictures pictures, int laneCount) {
        return new PurgeDue(
                new CachedPolicy(city.policyDocuments(), clock),
                store,
                pictures,
                lanes,
                archive,
                new EntryFactory(clock, city.entropy()),
                new Ulids(clock, city.entropy()),
                new AtOnce(),
                laneCount,
                clock);
    }

    private long purged() {
        return city.tallies().all().getOrDefault(TODAY, Tally.NONE).purged();
    }

    private PurgeRun run(PurgeDue purging) {
        return purging.handle("worker", clock.instant().plusSeconds(60));
    }

    private ARow read(String key, Instant expiresAt, @Nullable Instant picturesExpireAt) {
        city.pictures().put("c/" + key, TestData.jpeg(key));
        return new ARow(
                RowKind.READ,
                key,
                Map.of(RowClock.NON_HIT, NOW),
                expiresAt,
                picturesExpireAt,
                TODAY,
                null,
                List.of("c/" + key));
    }

    @Test
    void aRowIsDeletedFromNinetySecondsBeforeItsDateWithItsPictures() {
        rows.put(read("early", NOW.plusSeconds(90), null));
        rows.put(read("later", NOW.plusSeconds(90).plusMillis(1), null));

        var run = run(purge);

        assertThat(run.deleted()).containsExactly(Map.entry(RowKind.READ, 1L));
        assertThat(run.late()).isEmpty();
        assertThat(run.finished()).isTrue();
        assertThat(rows.all()).extracting(ARow::key).containsExactly("later");
        assertThat(city.pictures().keys()).containsExactly("c/later");
    }

    @Test
    void theReceiptTellsWhatWentWhenItWasDueAndWhenItWent() {
        rows.put(read("r1", NOW, null));
        rows.put(ARow.frame("f1", NOW.minusSeconds(10)));
        rows.put(ARow.frame("f2", NOW.plusSeconds(20)));

        run(purging(rows, city.pictures(), 1));

        var entry = city.ledger().entries(EntryType.ROWS_PURGED).getFirst();
        var summary = Objects.requireNonNull(entry.openings().get(Field.COUNTS)).value();
        assertThat(summary)
                .contains("\"rows\":{\"frame\":2,\"read\":1}")
                .contains("\"cohorts\":{\"" + TODAY.code() + "\":1}")
                .contains("\"earliest\":\"" + NOW.minusSeconds(10) + "\"")
                .contains("\"latest\":\"" + NOW.plusSeconds(20) + "\"")
                .contains("\"at\":\"" + NOW + "\"");
        assertThat(archive.list("receipts/"))
                .singleElement()
                .satisfies(file -> assertThat(archive.find(file))
                        .get()
                        .asString()
                        .contains("\"leaves\":[\"leaf of f1\",\"leaf of f2\"]"));
        assertThat(purged()).isEqualTo(1);
    }

    @Test
    void picturesWithAShorterClockGoWhileTheirReadStays() {
        rows.put(read("r", NOW.plus(Duration.ofDays(6)), NOW.plusSeconds(30)));

        var run = run(purge);

        assertThat(run.pictures()).isEqualTo(1);
        assertThat(city.pictures().keys()).isEmpty();
        assertThat(rows.find(RowKind.READ, "r")).isPresent();
        clock.advance(Duration.ofDays(6));
        assertThat(run(purge).rows()).isEqualTo(1);
    }

    @Test
    void aHeldRowStaysAndOtherRowsGo() {
        rows.put(read("held", NOW, null));
        rows.put(read("free", NOW, null));
        rows.hold(RowKind.READ, "held", "hold-1");

        run(purge);

        assertThat(rows.all()).extracting(ARow::key).containsExactly("held");
        assertThat(city.pictures().keys()).containsExactly("c/held");
        rows.release(RowKind.READ, "held", "hold-1");
        assertThat(run(purge).rows()).isEqualTo(1);
    }

    @Test
    void beforeTheMarkAHoldWinsAndAfterItThePurgeDoes() {
        rows.put(read("r", NOW, null));
        var stopped = purging(rows, new RefusingPictures(city.pictures(), key -> true));

        run(stopped);

        assertThat(rows.isMarked(RowKind.READ, "r")).isTrue();
        assertThat(rows.hold(RowKind.READ, "r", "hold-1")).isFalse();
    }

    @Test
    void anObjectDeletedByHandHoldsUpNothing() {
        rows.put(read("r", NOW, null));
        city.pictures().delete("c/r");

        assertThat(run(purge).rows()).isEqualTo(1);
    }

    @Test
    void whatSomebodyEndedSinceTheLastRunIsNotLateAndWhatTheLastRunLeftIs() {
        rows.put(read("ended", NOW.minusSeconds(60), null));
        assertThat(run(purge).late()).isEmpty();
        rows.put(read("left", NOW.minusSeconds(61), null));

        assertThat(run(purge).late()).isEqualTo(Map.of(RowKind.READ, Duration.ofSeconds(61)));
    }

    @Test
    void aBucketThatRefusesSomeDeletesKeepsThoseRowsAndNoOthers() {
        IntStream.range(0, 20).forEach(i -> rows.put(read("r" + i, NOW, null)));
        var refusing = purging(rows, new RefusingPictures(city.pictures(), key -> key.endsWith("3")));

        var run = run(refusing);

        assertThat(run.deleted()).containsEntry(RowKind.READ, 18L);
        assertThat(run.failed()).isEqualTo(2);
        assertThat(rows.all()).extracting(ARow::key).containsExactly("r3", "r13");
        clock.advance(Duration.ofMinutes(2));
        var next = run(purge);
        assertThat(next.deleted()).containsEntry(RowKind.READ, 2L);
        assertThat(next.late()).isEqualTo(Map.of(RowKind.READ, Duration.ofMinutes(2)));
        assertThat(purged()).isEqualTo(20);
    }

    @Test
    void aTableThatThrottlesHalfOfTheDeletesIsDoneMinutesLaterAndCountsEachRowOnce() {
        IntStream.range(0, 200).forEach(i -> rows.put(read("r" + i, NOW, null)));
        var calls = new AtomicInteger();
        var throttled = purging(new StumblingRows(rows, () -> calls.incrementAndGet() % 2 == 0), city.pictures());

        for (var minute = 0; minute < 12; minute++) {
            run(throttled);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(rows.all()).isEmpty();
        assertThat(purged()).isEqualTo(200);
    }

    @Test
    void aHundredThousandRowsOfOneMinuteAreDeletedInOneRunOldestFirst() {
        for (var i = 0; i < 100_000; i++) {
            rows.put(ARow.frame("f" + i, NOW.minusMillis(i % 60_000)));
        }

        var run = run(purging(new InMemoryRowsByDate(rows), city.pictures(), 1));

        assertThat(run.rows()).isEqualTo(100_000);
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void aClockSetBackAnHourStopsNoLaneForLong() {
        run(purge);
        lanes.claim(0, "ahead", clock.instant(), clock.instant().plus(Duration.ofMinutes(2)));
        clock.advance(Duration.ofHours(-1));
        rows.put(read("r", clock.instant(), null));

        var run = run(purge);

        assertThat(run.rows()).isEqualTo(1);
    }

    @Test
    void twoPurgesAtOnceDeleteAndCountEachRowOnce() throws Exception {
        IntStream.range(0, 2_000).forEach(i -> rows.put(read("r" + i, NOW, null)));

        try (var threads = Executors.newFixedThreadPool(2)) {
            var first =
                    threads.submit(() -> purge.handle("first", clock.instant().plusSeconds(60)));
            var second =
                    threads.submit(() -> purge.handle("second", clock.instant().plusSeconds(60)));

            assertThat(first.get().rows() + second.get().rows()).isEqualTo(2_000);
        }
        run(purge);

        assertThat(rows.all()).isEmpty();
        assertThat(purged()).isEqualTo(2_000);
    }

    @Test
    void aWorkerKilledAtAnyStepLeavesWorkThatTheNextOneEndsAndCountsOnce() {
        for (var step = 1; step < 160; step++) {
            var before = purged();
            IntStream.range(0, 5).forEach(i -> rows.put(read("r" + i, clock.instant(), null)));
            rows.put(ARow.frame("f", clock.instant()));
            var killed = new Killing(step);

            killed.run(() -> run(new PurgeDue(
                    new CachedPolicy(city.policyDocuments(), clock),
                    killed.rows(rows),
                    killed.pictures(city.pictures()),
                    killed.killing(Lanes.class, lanes),
                    killed.killing(Archive.class, archive),
                    new EntryFactory(clock, city.entropy()),
                    new Ulids(clock, city.entropy()),
                    new AtOnce(),
                    4,
                    clock)));
            clock.advance(Duration.ofMinutes(3));
            run(purge);

            assertThat(rows.all()).isEmpty();
            assertThat(city.pictures().keys()).isEmpty();
            assertThat(purged()).isEqualTo(before + 5);
        }
    }

    private record RefusingPictures(Pictures pictures, Predicate<String> refuses) implements Pictures {
        @Override
        public void put(String key, Jpeg picture) {
            pictures.put(key, picture);
        }

        @Override
        public Optional<Jpeg> find(String key) {
            return pictures.find(key);
        }

        @Override
        public void delete(String key) {
            if (refuses.test(key)) {
                throw new IllegalStateException("503 Slow Down");
            }
            pictures.delete(key);
        }
    }
}
