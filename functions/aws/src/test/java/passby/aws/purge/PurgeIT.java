package passby.aws.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import passby.aws.balance.DynamoDbAliveReads;
import passby.aws.balance.DynamoDbTallies;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.FaultyDynamoDb;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Shards;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.Table;
import passby.aws.dynamodb.Tables;
import passby.aws.read.DynamoDbPassReadings;
import passby.aws.read.HeldReadRows;
import passby.aws.redate.DynamoDbDatedRows;
import passby.aws.redate.DynamoDbDatings;
import passby.core.archive.InMemoryArchive;
import passby.core.balance.AliveReads.Stored;
import passby.core.balance.Tally;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.picture.InMemoryPictures;
import passby.core.plate.Candidate;
import passby.core.plate.Confidence;
import passby.core.plate.Plate;
import passby.core.policy.CachedPolicy;
import passby.core.policy.InMemoryPolicyDocuments;
import passby.core.purge.DueRow;
import passby.core.purge.ExpiringRows;
import passby.core.purge.Marking;
import passby.core.purge.PurgeDue;
import passby.core.purge.PurgeRun;
import passby.core.purge.RowKind;
import passby.core.read.Correction;
import passby.core.read.Frames;
import passby.core.read.PassReading;
import passby.core.read.Read;
import passby.core.read.ReadRef;
import passby.core.redate.RedateRows;
import passby.core.retention.Clocks;
import passby.core.retention.Cohort;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.TestData;
import passby.core.testing.Unique;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Deleting on time, over DynamoDB Local: what is due goes with its pictures, and nothing else does. */
final class PurgeIT {
    private final MutableClock clock = new MutableClock(NOW);
    private final StoredCity stored = StoredCity.fresh();
    private final StoredCity city = new StoredCity(stored.client(), stored.tables(), clock);
    private final InMemoryPictures pictures = new InMemoryPictures();
    private final InMemoryArchive archive = new InMemoryArchive();
    private final InMemoryPolicyDocuments policies = new InMemoryCity().policyDocuments();
    private final Unique unique = new Unique();
    private final ExecutorService pool = Executors.newFixedThreadPool(8);

    PurgeIT() {
        policies.put(TestData.policy(NonHitRetention.DAYS_30));
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    private PurgeRun purge() {
        return purging(clock).handle(unique.code(), clock.instant().plusSeconds(60));
    }

    private PurgeDue purging(Clock at) {
        return purging(at, city.client());
    }

    private PurgeDue purging(Clock at, DynamoDbClient client) {
        return new PurgeDue(
                new CachedPolicy(policies, at),
                new DynamoDbExpiringRows(client, city.tables()),
                pictures,
                new DynamoDbLanes(city.client(), city.tables(), city.changes()),
                archive,
                new EntryFactory(at, unique::bytes),
                new Ulids(at, unique::bytes),
                pool,
                4,
                at);
    }

    private RedateRows.Answer redate() {
        return new RedateRows(
                        new CachedPolicy(policies, clock),
                        new DynamoDbDatedRows(city.client(), city.tables()),
                        new DynamoDbDatings(city.client(), city.tables(), city.changes()),
                        new EntryFactory(clock, unique::bytes),
                        new Ulids(clock, unique::bytes),
                        pool,
                        clock)
                .handle(clock.instant().plusSeconds(60));
    }

    private Read store(String plate, Instant captured) {
        var one = ARead.of(unique.ulid(captured), plate, captured);
        var read = one.build();
        city.frames().store(one.frame(List.of()), List.of(read), List.of());
        for (var key : read.pictureKeys()) {
            pictures.put(key, TestData.jpeg("crop"));
        }
        return read;
    }

    private int rows(Table table) {
        return city.rows().of(table).size();
    }

    @Test
    void aReadGoesWithItsFrameItsPlateAndItsPicturesNinetySecondsBeforeItsDate() {
        var read = store("7TST123", NOW);
        clock.set(read.expiresAt().minusSeconds(92));
        assertThat(purge().rows()).isZero();

        clock.set(read.expiresAt().minusSeconds(88));
        var run = purge();

        assertThat(run.deleted())
                .containsEntry(RowKind.READ, 1L)
                .containsEntry(RowKind.FRAME, 1L)
                .containsEntry(RowKind.PLATE, 1L);
        assertThat(run.finished()).isTrue();
        assertThat(rows(Tables.READS) + rows(Tables.FRAMES) + rows(Tables.PLATES))
                .isZero();
        assertThat(pictures.keys()).isEmpty();
        assertThat(tallies().all())
                .containsEntry(Cohort.of(read.storedAt(), RetentionClass.NON_HIT), new Tally(0, 0, 0, 1));
        assertThat(archive.list("receipts/")).isNotEmpty();
    }

    private DynamoDbTallies tallies() {
        return new DynamoDbTallies(city.client(), city.tables(), city.changes());
    }

    @Test
    void aPlateStaysForAsLongAsOneOfItsReads() {
        var first = store("7TST123", NOW);
        var second = store("7TST123", NOW.plus(Duration.ofDays(3)));
        clock.set(first.expiresAt());
        purge();
        assertThat(rows(Tables.READS)).isEqualTo(1);
        assertThat(rows(Tables.PLATES)).isEqualTo(1);

        clock.set(second.expiresAt());
        purge();

        assertThat(rows(Tables.PLATES)).isZero();
    }

    @Test
    void aKnownPlateKeepsItsPlaceInTheIndexUntilItComesDueAndThenHasItsNextDate() {
        var first = store("7TST123", NOW);
        var second = store("7TST123", NOW.plus(Duration.ofDays(3)));
        assertThat(placeOfThePlate()).isEqualTo(first.expiresAt());

        clock.set(first.expiresAt());
        var run = purge();

        assertThat(run.finished()).isTrue();
        assertThat(run.deleted()).doesNotContainKey(RowKind.PLATE);
        assertThat(placeOfThePlate()).isEqualTo(second.expiresAt());
    }

    private Instant placeOfThePlate() {
        var plate = city.rows().of(Tables.PLATES).getFirst();
        return Expiry.dateOf(plate.getOrDefault(Tables.BY_EXPIRY.sort(), AttributeValue.fromS(""))
                .s());
    }

    @Test
    void readingsOfAPassThatGetALaterDateBetweenLookAndDeletionStay() {
        var passes = new DynamoDbPassReadings(city.client(), city.tables());
        var soon = NOW.plusSeconds(60);
        passes.add("cam-elm-1", reading("1"), soon);
        var rows = new DynamoDbExpiringRows(city.client(), city.tables());
        var due = IntStream.range(0, ExpiringRows.SHARDS)
                .mapToObj(shard -> rows.due(RowKind.PASS, shard, soon, 10))
                .flatMap(List::stream)
                .toList()
                .getFirst();
        var doomed = ((Marking.Marked) rows.mark(due, soon.plusSeconds(2))).doomed();

        passes.add("cam-elm-1", reading("2"), soon.plusSeconds(60));

        assertThat(rows.delete(doomed.row())).isEqualTo(ExpiringRows.Deletion.REVIVED);
        assertThat(rows(Tables.PASSES)).isEqualTo(1);
        assertThat(rows.mark(due, soon.plusSeconds(2))).isEqualTo(new Marking.Passed());
        var later = ((Marking.Marked) rows.mark(due, soon.plusSeconds(62))).doomed();
        assertThat(rows.delete(later.row())).isEqualTo(ExpiringRows.Deletion.GONE);
        assertThat(rows.delete(later.row())).isEqualTo(ExpiringRows.Deletion.GONE);
        assertThat(rows(Tables.PASSES)).isZero();
    }

    private static PassReading reading(String number) {
        var candidate =
                new Candidate(new Plate("7TST123"), new Confidence(0.9), Collections.nCopies(7, new Confidence(0.9)));
        return new PassReading("read-" + number, NOW, candidate);
    }

    @Test
    void aShorteningDatesEverythingAnewAndWhatIsTooOldGoes() {
        redate();
        var old = store("7OLD123", NOW.minus(Duration.ofDays(10)));
        var fresh = store("7NEW123", NOW);
        policies.put(TestData.policy(2, NonHitRetention.DAYS_7));
        clock.advance(Duration.ofMinutes(1));
        assertThat(redate()).isInstanceOf(RedateRows.Answer.Waiting.class);
        clock.advance(RedateRows.SETTLE);

        // Two reads, their frames and their plates, and no opening of an entry.
        assertThat(redate()).isEqualTo(new RedateRows.Answer.Done(6));

        assertThat(city.reads().find(ReadRef.of(fresh)))
                .get()
                .extracting(Read::expiresAt)
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
        clock.advance(Clocks.SHORTEST_LIFE);
        purge();
        assertThat(city.reads().find(ReadRef.of(old))).isEmpty();
        assertThat(city.reads().find(ReadRef.of(fresh))).isPresent();
        assertThat(rows(Tables.PLATES)).isEqualTo(1);
    }

    @Test
    void aRejectedHitFallsToTheNonHitClockWithItsStepsAndItsRead() {
        var listed = AHotListEntry.of("r1", "7TST123").build();
        var one = ARead.of(unique.ulid(NOW), "7TST123", NOW)
                .withClass(RetentionClass.HIT)
                .withExpiresAt(NOW.plus(Duration.ofDays(90)));
        var hit = one.hit(listed);
        city.frames()
                .store(
                        one.frame(List.of(hit.hitId())),
                        List.of(one.build()),
                        List.of(new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED))));
        city.hits().step(hit, new HitStep.Viewed("lopez", NOW), TestData.entry(EntryType.HIT_STEP));
        var seen = city.hits().find(hit.hitId()).orElseThrow();
        var date = NOW.plus(Duration.ofDays(30));

        var commit = city.hits()
                .reject(
                        seen,
                        new HitStep.Rejected("lopez", NOW, RejectionReason.MISREAD),
                        date,
                        TestData.entry(EntryType.HIT_STEP));

        assertThat(commit).isInstanceOf(Commit.Done.class);
        assertThat(city.reads().find(ReadRef.of(one.build()))).get().satisfies(read -> {
            assertThat(read.retentionClass()).isEqualTo(RetentionClass.NON_HIT);
            assertThat(read.expiresAt()).isEqualTo(date);
        });
        assertThat(city.hits().find(hit.hitId())).get().satisfies(rejected -> {
            assertThat(rejected.expiresAt()).isEqualTo(date);
            assertThat(rejected.steps()).hasSize(2);
        });
        var day = one.build().storedAt();
        assertThat(tallies().all())
                .containsEntry(Cohort.of(day, RetentionClass.HIT), new Tally(0, 0, 1, 0))
                .containsEntry(Cohort.of(day, RetentionClass.NON_HIT), new Tally(0, 1, 0, 0));
        clock.set(date);
        purge();
        assertThat(rows(Tables.HITS)).isZero();
        assertThat(rows(Tables.READS)).isZero();
    }

    private void correct(Read read, String plate) {
        var shown = new Plate(plate);
        var correction = new Correction(
                unique.ulid(NOW),
                TestData.CITY_KEY.plateKey(shown),
                shown,
                null,
                "An 8",
                "officer-lopez",
                NOW,
                "entry");
        assertThat(city.corrections().add(read, correction, TestData.entry(EntryType.READ_CORRECTED)))
                .isInstanceOf(Commit.Done.class);
    }

    @Test
    void aCorrectionGoesWithItsReadFromUnderBothPlates() {
        var read = store("7TST123", NOW);
        correct(read, "8TST123");
        assertThat(rows(Tables.READS)).isEqualTo(2);
        assertThat(rows(Tables.PLATES)).isEqualTo(2);

        clock.set(read.expiresAt());
        purge();

        assertThat(rows(Tables.READS) + rows(Tables.PLATES) + rows(Tables.FRAMES))
                .isZero();
        assertThat(tallies().all().get(Cohort.of(NOW, RetentionClass.NON_HIT))).isEqualTo(new Tally(0, 0, 0, 1));
    }

    @Test
    void aReadWhoseDeletionHasBegunIsNotCorrected() {
        var read = store("7TST123", NOW);
        var rows = new DynamoDbExpiringRows(city.client(), city.tables());
        var until = read.expiresAt().plusSeconds(90);
        var due = rows.due(RowKind.READ, Shards.number(read.readId(), Expiry.SHARDS), until, 1);
        rows.mark(due.getFirst(), until);
        var shown = new Plate("8TST123");
        var late = new Correction(
                unique.ulid(NOW), TestData.CITY_KEY.plateKey(shown), shown, null, "An 8", "lopez", NOW, "entry");

        assertThat(city.corrections().add(read, late, TestData.entry(EntryType.READ_CORRECTED)))
                .isInstanceOf(Commit.Conflict.class);
    }

    @Test
    void aRejectedHitTakesTheCorrectionOfItsReadToTheNonHitClock() {
        var one = ARead.of(unique.ulid(NOW), "7TST123", NOW)
                .withClass(RetentionClass.HIT)
                .withExpiresAt(NOW.plus(Duration.ofDays(90)));
        var hit = one.hit(AHotListEntry.of("r1", "7TST123").build());
        var raised = new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED));
        city.frames().store(one.frame(List.of(hit.hitId())), List.of(one.build()), List.of(raised));
        correct(one.build(), "8TST123");
        var date = NOW.plus(Duration.ofDays(30));

        var commit = city.hits()
                .reject(
                        city.hits().find(hit.hitId()).orElseThrow(),
                        new HitStep.Rejected("lopez", NOW, RejectionReason.MISREAD),
                        date,
                        TestData.entry(EntryType.HIT_STEP));
        clock.set(date);
        purge();

        assertThat(commit).isInstanceOf(Commit.Done.class);
        assertThat(rows(Tables.READS)).isZero();
    }

    @Test
    void aHeldReadKeepsWhatWasSaidOfItThoughItIsNotFoundByItAnyMore() {
        var read = store("7TST123", NOW);
        var ref = ReadRef.of(read);
        var held = new HeldReadRows(city.client(), city.tables());
        city.changes().commit(List.of(held.hold(ref, Set.of(), "hold-1")), TestData.entry(EntryType.HOLD_PLACED));
        correct(city.reads().find(ref).orElseThrow(), "8TST123");

        clock.set(read.expiresAt());
        purge();

        assertThat(city.reads().find(ref)).hasValueSatisfying(kept -> {
            assertThat(kept.holds()).containsExactly("hold-1");
            assertThat(kept.corrections())
                    .singleElement()
                    .satisfies(said -> assertThat(said.plate().raw()).isEqualTo("8TST123"));
        });
        assertThat(rows(Tables.READS)).isEqualTo(1);
    }

    @Test
    void picturesGoByTheirOwnClockWhileTheirReadStays() {
        var read = store("7TST123", NOW);
        var due = NOW.plus(Duration.ofDays(1));
        var key = Tables.READS.attributes(
                Tables.READS.key(read.plateKey().value(), KeyTimes.millis(read.capturedAt()) + "#" + read.readId()));
        city.client()
                .updateItem(update -> update.tableName(city.tables().name(Tables.READS))
                        .key(key)
                        .updateExpression("SET #pictures = :at, #position = :position")
                        .expressionAttributeNames(
                                Map.of("#pictures", Expiry.PICTURES_EXPIRE_AT, "#position", Tables.BY_EXPIRY.sort()))
                        .expressionAttributeValues(Map.of(
                                ":at",
                                AttributeValue.fromS(due.toString()),
                                ":position",
                                AttributeValue.fromS(Expiry.position(due, read.readId())))));
        clock.set(due);

        var run = purge();

        assertThat(run.pictures()).isEqualTo(2);
        assertThat(pictures.keys()).isEmpty();
        assertThat(city.reads().find(ReadRef.of(read))).isPresent();
        clock.set(read.expiresAt());
        assertThat(purge().deleted()).containsEntry(RowKind.READ, 1L);
    }

    @Test
    void twoWorkersAtOnceDeleteAndCountEachRowOnce() throws Exception {
        var reads = new ArrayList<Read>();
        for (var i = 0; i < 60; i++) {
            reads.add(store("7TS" + (1000 + i), NOW));
        }
        clock.set(reads.getFirst().expiresAt());

        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(this::purge);
            var second = threads.submit(this::purge);
            first.get();
            second.get();
        }
        purge();

        assertThat(rows(Tables.READS)).isZero();
        assertThat(tallies().all().get(Cohort.of(NOW, RetentionClass.NON_HIT))).isEqualTo(new Tally(0, 0, 0, 60));
    }

    @Test
    void rowsWhoseBatchIsRefusedAreDeletedOneByOne() {
        for (var i = 0; i < 30; i++) {
            store("7TS" + (1000 + i), NOW);
        }
        clock.set(NOW.plus(Duration.ofDays(30)));

        try (var faulty = FaultyDynamoDb.start("BatchWriteItem", FaultyDynamoDb.Fault.THROTTLED, 1_000);
                var client = faulty.client()) {
            var run =
                    purging(clock, client).handle(unique.code(), clock.instant().plusSeconds(60));

            assertThat(faulty.seen()).isPositive();
            assertThat(run.deleted()).containsEntry(RowKind.READ, 30L).containsEntry(RowKind.FRAME, 30L);
            assertThat(run.failed()).isZero();
        }

        assertThat(rows(Tables.READS) + rows(Tables.FRAMES)).isZero();
        assertThat(tallies().all().get(Cohort.of(NOW, RetentionClass.NON_HIT))).isEqualTo(new Tally(0, 0, 0, 30));
    }

    @Test
    void aBatchDeletesOnlyWhatNeverLosesItsMarkAndSaysWhatIsGone() {
        var read = store("7TST123", NOW);
        var due = new DynamoDbExpiringRows(city.client(), city.tables());
        var until = read.expiresAt().plusSeconds(1);
        var rows = Stream.of(RowKind.values())
                .flatMap(kind -> IntStream.range(0, ExpiringRows.SHARDS)
                        .mapToObj(shard -> due.due(kind, shard, until, 100))
                        .flatMap(List::stream))
                .toList();

        var gone = due.deleteTogether(rows);

        assertThat(gone).extracting(DueRow::kind).containsExactlyInAnyOrder(RowKind.READ, RowKind.FRAME);
        assertThat(rows(Tables.READS) + rows(Tables.FRAMES)).isZero();
        assertThat(rows(Tables.PLATES)).isEqualTo(1);
    }

    @Test
    void readsThatAreAliveAreCountedByCohort() {
        store("7TST123", NOW);
        store("7TST124", NOW);

        assertThat(new DynamoDbAliveReads(city.client(), city.tables()).count())
                .containsExactly(Map.entry(Cohort.of(NOW, RetentionClass.NON_HIT), new Stored(2, 0)));
    }
}
