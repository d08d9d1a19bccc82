package passby.core.redate;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.id.Ulids;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.policy.CachedPolicy;
import passby.core.purge.ARow;
import passby.core.purge.DueRow;
import passby.core.purge.InMemoryRows;
import passby.core.purge.Killing;
import passby.core.purge.RowKind;
import passby.core.retention.Clocks;
import passby.core.retention.Cohort;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RecordClocks;
import passby.core.retention.RetentionClass;
import passby.core.retention.RowClock;
import passby.core.testing.AtOnce;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;

final class RedateRowsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final InMemoryRows rows = city.rows();
    private final InMemoryDatings datings = city.datings();
    private final RedateRows redate = redating(rows, datings);
    private int version;

    RedateRowsTest() {
        put(NonHitRetention.DAYS_30);
        run(redate);
    }

    private RedateRows redating(DatedRows store, Datings places) {
        return new RedateRows(
                new CachedPolicy(city.policyDocuments(), clock),
                store,
                places,
                new EntryFactory(clock, city.entropy()),
                new Ulids(clock, city.entropy()),
                new AtOnce(),
                clock);
    }

    private void put(NonHitRetention retention) {
        city.policyDocuments().put(TestData.policy(++version, retention));
        clock.advance(Duration.ofMinutes(1));
    }

    private RedateRows.Answer run(RedateRows redating) {
        return redating.handle(clock.instant().plusSeconds(60));
    }

    private ARow read(String key, Instant base, RetentionClass retentionClass, int days) {
        var row = new ARow(
                RowKind.READ,
                key,
                Map.of(RowClock.of(retentionClass), base),
                base.plus(Duration.ofDays(days)),
                null,
                Cohort.of(base, retentionClass),
                null,
                List.of());
        rows.put(row);
        return row;
    }

    @Test
    void aShorteningDatesWhatIsStoredAnewAfterNoCopyOfTheEarlierPolicyIsUsed() {
        var fresh = read("fresh", NOW, RetentionClass.NON_HIT, 30);
        var hit = read("hit", NOW, RetentionClass.HIT, 90);
        put(NonHitRetention.DAYS_7);

        assertThat(run(redate)).isInstanceOf(RedateRows.Answer.Waiting.class);
        assertThat(fresh.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        clock.advance(RedateRows.SETTLE);

        assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Done(1));
        assertThat(fresh.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(hit.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Settled());
    }

    @Test
    void aSwitchToFlushMakesEveryStoredNonHitFallDueInMinutesAndKeepsHits() {
        var fresh = read("fresh", NOW, RetentionClass.NON_HIT, 30);
        var hit = read("hit", NOW, RetentionClass.HIT, 90);
        put(NonHitRetention.FLUSH);
        run(redate);
        clock.advance(RedateRows.SETTLE);

        assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Done(1));
        assertThat(fresh.expiresAt()).isEqualTo(clock.instant().plus(Clocks.SHORTEST_LIFE));
        assertThat(hit.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
    }

    private ARow record(RowKind kind, RowClock recordClock, int days) {
        var row = new ARow(
                kind,
                kind.code(),
                Map.of(recordClock, NOW),
                NOW.plus(Duration.ofDays(days)),
                null,
                null,
                null,
                List.of());
        rows.put(row);
        return row;
    }

    @Test
    void shorterClocksOfRecordsDateEntriesOfListsAndOpeningsAnew() {
        putRecords(new RecordClocks(365, 1827, 2557));
        var entry = record(RowKind.HOT_LIST_ENTRY, RowClock.LIST_ENTRY, 365);
        var opening = record(RowKind.OPENING, RowClock.SEARCH_RECORD, 1827);
        run(redate);
        putRecords(new RecordClocks(60, 732, 2557));
        run(redate);
        clock.advance(RedateRows.SETTLE);

        assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Done(2));
        assertThat(entry.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(60)));
        assertThat(opening.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(732)));
    }

    private void putRecords(RecordClocks records) {
        city.policyDocuments().put(TestData.withRecords(TestData.policy(++version, NonHitRetention.DAYS_30), records));
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void whatIsTooOldAlreadyFallsDueInMinutes() {
        var old = read("old", NOW.minus(Duration.ofDays(20)), RetentionClass.NON_HIT, 30);
        put(NonHitRetention.FLUSH);
        run(redate);
        clock.advance(RedateRows.SETTLE);

        run(redate);

        assertThat(old.expiresAt()).isEqualTo(clock.instant().plus(Clocks.SHORTEST_LIFE));
    }

    @Test
    void aLengtheningNeverMovesADateAndCountsForWhatIsStoredLater() {
        var row = read("r", NOW, RetentionClass.NON_HIT, 30);
        put(NonHitRetention.DAYS_60);

        assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Settled());

        assertThat(row.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(datings.find())
                .get()
                .satisfies(dating -> assertThat(dating.isSettled(
                                TestData.policy(NonHitRetention.DAYS_60).clocks(), clock.instant()))
                        .isTrue());
    }

    @Test
    void nothingMayBeLoosenedBeforeAShorteningIsApplied() {
        var shorter = TestData.policy(NonHitRetention.DAYS_7).clocks();
        put(NonHitRetention.DAYS_7);
        assertThat(datings.find()).get().matches(dating -> !dating.isSettled(shorter, clock.instant()));

        run(redate);
        assertThat(datings.find()).get().matches(dating -> !dating.isSettled(shorter, clock.instant()));
        clock.advance(RedateRows.SETTLE);
        run(redate);

        assertThat(datings.find()).get().matches(dating -> !dating.isSettled(shorter, clock.instant()));
        clock.advance(Clocks.SHORTEST_LIFE);
        assertThat(datings.find()).get().matches(dating -> dating.isSettled(shorter, clock.instant()));
    }

    @Test
    void theJobLeavesAnEntryAtItsBeginningAndOneAtItsEndThatNamesTheFirst() {
        read("r", NOW, RetentionClass.NON_HIT, 30);
        put(NonHitRetention.DAYS_7);
        run(redate);
        clock.advance(RedateRows.SETTLE);
        run(redate);

        var begun = city.ledger().entries(EntryType.REDATING_BEGUN).getFirst();
        assertThat(city.ledger().entries(EntryType.REDATING_DONE))
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.references()).containsExactly(begun.entryId());
                    assertThat(Objects.requireNonNull(done.openings().get(Field.COUNTS))
                                    .value())
                            .isEqualTo("{\"rows\":1}");
                });
    }

    @Test
    void aSecondShorteningOnTheWayBeginsTheJobAnew() {
        var row = read("r", NOW, RetentionClass.NON_HIT, 30);
        put(NonHitRetention.DAYS_14);
        run(redate);
        put(NonHitRetention.DAYS_3);
        clock.advance(RedateRows.SETTLE);

        assertThat(run(redate)).isInstanceOf(RedateRows.Answer.Waiting.class);
        clock.advance(RedateRows.SETTLE);
        run(redate);

        assertThat(row.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @Test
    void aRunThatHasNoTimeLeavesTheRestToTheNextOne() {
        IntStream.range(0, 3_000).forEach(i -> read("r" + i, NOW, RetentionClass.NON_HIT, 30));
        put(NonHitRetention.DAYS_7);
        run(redate);
        clock.advance(RedateRows.SETTLE);

        assertThat(redate.handle(clock.instant())).isEqualTo(new RedateRows.Answer.Working(0));
        assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Done(3_000));
    }

    @Test
    void aJobKilledAtAnyStepIsGoneOnWith() {
        for (var step = 1; step < 36; step++) {
            var prefix = "s" + step + "-";
            put(NonHitRetention.DAYS_30);
            run(redate);
            IntStream.range(0, 60).forEach(i -> read(prefix + i, NOW, RetentionClass.NON_HIT, 30));
            put(NonHitRetention.DAYS_7);
            var killed = new Killing(step);
            var dying = redating(killed.killing(DatedRows.class, rows), killed.killing(Datings.class, datings));

            killed.run(() -> {
                run(dying);
                clock.advance(RedateRows.SETTLE);
                run(dying);
            });
            run(redate);
            clock.advance(RedateRows.SETTLE);
            run(redate);

            assertThat(rows.all())
                    .filteredOn(row -> row.key().startsWith(prefix))
                    .hasSize(60)
                    .allMatch(row -> row.expiresAt().equals(NOW.plus(Duration.ofDays(7)))
                            || row.expiresAt().isBefore(clock.instant().plus(Clocks.SHORTEST_LIFE)));
            assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Settled());
            rows.clear();
        }
    }

    @Test
    void aRowThatThePurgeHasMarkedKeepsItsDate() {
        var row = read("r", NOW.minus(Duration.ofDays(30)), RetentionClass.NON_HIT, 30);
        put(NonHitRetention.DAYS_7);
        run(redate);
        rows.mark(new DueRow(RowKind.READ, "r", row.expiresAt()), clock.instant());
        clock.advance(RedateRows.SETTLE);

        assertThat(run(redate)).isEqualTo(new RedateRows.Answer.Done(0));
    }
}
