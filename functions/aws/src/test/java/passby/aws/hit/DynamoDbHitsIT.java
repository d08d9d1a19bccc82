package passby.aws.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.aws.balance.DynamoDbTallies;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.StoredCity;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.balance.Tally;
import passby.core.hit.Disposition;
import passby.core.hit.Hit;
import passby.core.hit.HitId;
import passby.core.hit.HitStep;
import passby.core.hit.Hits;
import passby.core.hit.HitsContract;
import passby.core.hit.Outbox;
import passby.core.hit.RejectionReason;
import passby.core.hit.UnfinishedRejections;
import passby.core.hotlist.HotListEntry;
import passby.core.hotlist.Match;
import passby.core.hotlist.MatchType;
import passby.core.hotlist.VehicleDescription;
import passby.core.ledger.Commit;
import passby.core.ledger.DurableEntries;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.read.Frames;
import passby.core.read.Read;
import passby.core.retention.Cohort;
import passby.core.retention.RetentionClass;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** {@link DynamoDbHits} over DynamoDB Local. */
final class DynamoDbHitsIT extends HitsContract {
    private static final StoredCity CITY = StoredCity.fresh();

    @Override
    protected Frames frames() {
        return CITY.frames();
    }

    @Override
    protected Hits hits() {
        return CITY.hits();
    }

    @Override
    protected UnfinishedRejections rejections() {
        return CITY.hits();
    }

    @Override
    protected Outbox outbox() {
        return CITY.outbox();
    }

    @Override
    protected DurableEntries durable() {
        return CITY.entries();
    }

    @Test
    void markingAHitThatIsGoneBringsNoRowBack() {
        var gone = HitId.of(TestData.CITY_KEY, "no such pass", TestData.CITY_KEY.plateKey(new Plate("8TST417")));

        outbox().markSent(gone);

        assertThat(CITY.rows().of(Tables.HITS))
                .map(row -> StoredItem.part("hit", row).string("hitId"))
                .doesNotContain(gone.value());
    }

    /** Or the list of a hundred open hits would fill with closed ones. */
    @Test
    void aClosedHitLeavesTheIndexOfOpenOnes() {
        var read = ARead.of(new Unique().ulid(TestData.NOW), "8TST418", TestData.NOW);
        var hit = read.hit(AHotListEntry.of("rec-1", read.plate()).build());
        var raised = new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED));
        frames().store(read.frame(List.of(hit.hitId())), List.of(read.build()), List.of(raised));
        assertThat(row(hit).string(Tables.BY_OPEN.partition())).isEqualTo(HitRowKeys.OPEN);

        var rejected = new HitStep.Rejected("officer-lopez", TestData.NOW, RejectionReason.MISREAD);
        hits().step(hit, rejected, TestData.entry(EntryType.HIT_STEP));

        assertThat(row(hit).has(Tables.BY_OPEN.partition())).isFalse();
        assertThat(row(hit).has(Tables.BY_OPEN.sort())).isFalse();
    }

    /** More than DynamoDB takes in a transaction: a queue at a red light before a camera that names its passes. */
    @Test
    void aHitOfAPassOfManyFramesIsRejectedAndAllItsReadsFallAMinuteLater() {
        var unique = new Unique();
        var first = ARead.of(unique.ulid(TestData.NOW), "8TST419", TestData.NOW)
                .withClass(RetentionClass.HIT)
                .withExpiresAt(TestData.NOW.plus(Duration.ofDays(90)));
        var hit = first.hit(AHotListEntry.of("rec-1", first.plate()).build());
        var raised = new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED));
        frames().store(first.frame(List.of(hit.hitId())), List.of(first.build()), List.of(raised));
        for (var frame = 1; frame < 200; frame++) {
            var next = ofPass(hit.passId(), unique.ulid(TestData.NOW), TestData.NOW.plusMillis(20L * frame));
            frames().store(ARead.frame(List.of(next), List.of(hit.hitId())), List.of(next), List.of());
        }
        var date = TestData.NOW.plus(Duration.ofDays(7));
        var rejected = new HitStep.Rejected("officer-lopez", TestData.NOW, RejectionReason.MISREAD);

        assertThat(hits().reject(hit, rejected, date, TestData.entry(EntryType.HIT_STEP)))
                .isInstanceOf(Commit.Done.class);
        assertThat(hits().find(hit.hitId()).orElseThrow().expiresAt()).isEqualTo(hit.expiresAt());
        eventually(() -> assertThat(rejections().unfinished()).contains(hit.hitId()));
        rejections().finish(hits().find(hit.hitId()).orElseThrow(), date, true);

        assertThat(readsOf(hit)).hasSize(200).allSatisfy(read -> {
            assertThat(read.string("class")).isEqualTo("non-hit");
            assertThat(read.string(Expiry.EXPIRES_AT)).isEqualTo(date.toString());
        });
        assertThat(hits().find(hit.hitId()).orElseThrow().expiresAt()).isEqualTo(date);
        eventually(() -> assertThat(rejections().unfinished()).doesNotContain(hit.hitId()));
        assertThat(new DynamoDbTallies(CITY.client(), CITY.tables(), CITY.changes()).all())
                .containsEntry(Cohort.of(first.build().storedAt(), RetentionClass.NON_HIT), new Tally(0, 200, 0, 0));
    }

    private static List<StoredItem> readsOf(Hit hit) {
        return CITY.rows().of(Tables.READS).stream()
                .map(row -> StoredItem.part("read", row))
                .filter(read -> read.string("passId").equals(hit.passId()))
                .toList();
    }

    private static Read ofPass(String passId, String uploadId, Instant capturedAt) {
        var read = ARead.of(uploadId, "8TST419", capturedAt)
                .withClass(RetentionClass.HIT)
                .withExpiresAt(capturedAt.plus(Duration.ofDays(90)))
                .build();
        return new Read(
                read.readId(),
                read.plateKey(),
                read.uploadId(),
                passId,
                read.frameSha256(),
                read.cameraId(),
                read.capturedAt(),
                read.receivedAt(),
                read.storedAt(),
                read.skewed(),
                read.position(),
                read.heading(),
                read.engine(),
                read.candidates(),
                read.state(),
                read.colour(),
                read.pictures(),
                read.retentionClass(),
                read.holds(),
                read.expiresAt(),
                read.picturesExpireAt(),
                read.policyHash(),
                read.corrections());
    }

    @Test
    void aHitThatWasActedUponAsksForADecisionAboutTheCitysOwnEntryInTheSameTransaction() {
        var plate = new Unique().plate();
        var entry = AHotListEntry.of("rec-acted", plate).build();
        var part = AHotListEntry.of("rec-part", plate.substring(0, 4) + "*").build();
        CITY.hotLists().add(entry, TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED));
        CITY.hotLists().add(part, TestData.entry(EntryType.HOT_LIST_ENTRY_ADDED));
        var read = ARead.of(new Unique().ulid(TestData.NOW), plate, TestData.NOW);
        var one = read.hit(entry);
        var hit = new Hit(
                one.hitId(),
                one.passId(),
                one.plateKey(),
                one.sighting(),
                List.of(one.strongest(), new Match(part, read.build().plate(), MatchType.WILDCARD, false)),
                one.cautions(),
                one.raisedAt(),
                one.expiresAt(),
                List.of());
        var raised = new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED));
        frames().store(read.frame(List.of(hit.hitId())), List.of(read.build()), List.of(raised));
        var disposed = new HitStep.Disposed("officer-lopez", TestData.NOW, Set.of(Disposition.FALSE_ALERT));

        assertThat(hits().step(hit, disposed, TestData.entry(EntryType.HIT_STEP)))
                .isInstanceOf(Commit.Done.class);

        for (var asked : List.of(entry, part)) {
            eventually(() -> assertThat(CITY.hotLists().find(asked.source(), asked.recordId()))
                    .contains(asked.toBeReviewed(TestData.NOW)));
        }
        assertThat(hits().step(hit, disposed, TestData.entry(EntryType.HIT_STEP)))
                .isEqualTo(new Commit.Conflict());
    }

    /** The longest entries, as many as a reading matches at most. */
    @Test
    void aHitOfAsManyLongEntriesAsThereMayBeIsStored() {
        var read = ARead.of(new Unique().ulid(TestData.NOW), "8TST420", TestData.NOW);
        var one = read.hit(AHotListEntry.of("rec-1", read.plate()).build());
        var matches = IntStream.range(0, 50)
                .mapToObj(number ->
                        new Match(longest(number, read.plate()), one.strongest().plate(), MatchType.EXACT, false))
                .toList();
        var hit = new Hit(
                one.hitId(),
                one.passId(),
                one.plateKey(),
                one.sighting(),
                matches,
                one.cautions(),
                one.raisedAt(),
                one.expiresAt(),
                List.of());
        var raised = new Frames.Raised.New(hit, TestData.entry(EntryType.HIT_RAISED));

        frames().store(read.frame(List.of(hit.hitId())), List.of(read.build()), List.of(raised));

        assertThat(hits().find(hit.hitId())).contains(hit);
    }

    private static HotListEntry longest(int number, String plate) {
        var entry = AHotListEntry.of("rec-" + number, plate).build();
        var part = "M".repeat(VehicleDescription.MAX_PART);
        return new HotListEntry(
                entry.source(),
                entry.recordId(),
                entry.target(),
                entry.state(),
                new VehicleDescription(part, part, part, part, part),
                entry.category(),
                "\u20ac".repeat(500),
                entry.caseNumber(),
                entry.author(),
                entry.effective(),
                entry.expires(),
                entry.createdAt(),
                entry.approvalFirst(),
                "manager-adams",
                null,
                null,
                null,
                1);
    }

    private static StoredItem row(Hit hit) {
        return CITY.rows().of(Tables.HITS).stream()
                .filter(row -> row.entrySet()
                        .containsAll(Tables.HITS
                                .attributes(HitRowKeys.hit(hit.hitId()))
                                .entrySet()))
                .map(row -> StoredItem.of("hit", 2, row))
                .findFirst()
                .orElseThrow();
    }
}
