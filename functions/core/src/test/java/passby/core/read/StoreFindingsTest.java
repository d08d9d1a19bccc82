package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.candidate;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.hit.Alert;
import passby.core.hit.Hit;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;
import passby.core.ledger.Count;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.plate.Confidence;
import passby.core.plate.IssuingState;
import passby.core.plate.VehicleColour;
import passby.core.recognition.PlateReading;
import passby.core.retention.NonHitRetention;
import passby.core.retention.RetentionClass;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;

final class StoreFindingsTest {
    private static final PlateReading WANTED = reading("7TST123", CALIFORNIA);
    private static final PlateReading STRANGER = reading("4FRE333", CALIFORNIA);

    private final UploadLine line = new UploadLine(TestData.policy(NonHitRetention.DAYS_7));
    private final UploadLine flush = new UploadLine(TestData.policy(NonHitRetention.FLUSH));

    StoreFindingsTest() {
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        flush.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
    }

    private Hit onlyHit() {
        assertThat(line.city.hits().all()).hasSize(1);
        return line.city.hits().all().getFirst();
    }

    @Test
    void aHitIsStoredWithItsReadItsEntryAndItsAlert() {
        var key = line.upload(WANTED);

        line.handle(key);

        var hit = onlyHit();
        var read = line.city.frames().allReads().getFirst();
        assertThat(read.retentionClass()).isEqualTo(RetentionClass.HIT);
        assertThat(read.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(hit.sighting().readId()).isEqualTo(read.readId());
        assertThat(hit.expiresAt()).isEqualTo(read.expiresAt());
        assertThat(hit.isAdvisory()).isFalse();
        assertThat(line.city.frames().allFrames().getFirst().hits()).containsExactly(hit.hitId());
        assertThat(line.city.ledger().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryType.HIT_RAISED);
            assertThat(entry.policyHash())
                    .isEqualTo(TestData.policy(NonHitRetention.DAYS_7).hash());
            assertThat(entry.openings().get(Field.SUBJECT))
                    .isNotNull()
                    .satisfies(opening ->
                            assertThat(opening.value()).isEqualTo(hit.hitId().value()));
        });
        assertThat(line.city.alerts().published())
                .containsExactly(new Alert(
                        hit.hitId(),
                        Category.STOLEN_VEHICLE,
                        TestData.ZONE,
                        MatchType.EXACT,
                        false,
                        Duration.ofHours(1),
                        Duration.ZERO,
                        true,
                        false));
        assertThat(line.city.hits().pending()).isEmpty();
    }

    /** For people to compare (B6); what is matched does not change by it. */
    @Test
    void theColourOfTheVehicleStandsInTheReadAndInItsHit() {
        var red = new VehicleColour.Seen(VehicleColour.Name.RED, new Confidence(0.8));

        line.handle(
                line.upload(new PlateReading(WANTED.box(), WANTED.candidates(), WANTED.state(), red, WANTED.crops())));

        assertThat(line.city.frames().allReads().getFirst().colour()).isEqualTo(red);
        assertThat(onlyHit().sighting().colour()).isEqualTo(red);
        assertThat(onlyHit().matchType()).isEqualTo(MatchType.EXACT);
    }

    @Test
    void inFlushModeAReadWithoutAMatchIsWrittenNowhere() {
        var key = flush.upload(STRANGER, reading("5FRE444", IssuingState.UNKNOWN));

        var processed = flush.handle(key);

        assertThat(flush.leftBehind()).isEmpty();
        assertThat(processed).isInstanceOfSatisfying(Processed.Done.class, done -> {
            assertThat(done.reads()).hasSize(2);
            assertThat(done.hits()).isEmpty();
        });
        assertThat(flush.city.counters().total(Count.READ)).isEqualTo(2);
    }

    @Test
    void inFlushModeAHitKeepsItsReadAndNothingOfTheOthers() {
        var key = flush.upload(STRANGER, WANTED);

        flush.handle(key);

        assertThat(flush.city.frames().allReads()).singleElement().satisfies(read -> {
            assertThat(read.plate().raw()).isEqualTo("7TST123");
            assertThat(read.readId()).endsWith("-2");
            assertThat(read.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        });
        assertThat(flush.city.pictures().keys()).hasSize(1).allMatch(picture -> picture.contains("-2-"));
        assertThat(flush.city.hits().all()).hasSize(1);
    }

    @Test
    void handlingAFrameTwiceEqualsOnce() {
        var key = line.upload(WANTED, STRANGER);
        line.handle(key);
        var once = line.leftBehind();
        line.bringBack(key);

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.AlreadyProcessed());
        assertThat(line.leftBehind()).isEqualTo(once);
    }

    @Test
    void inFlushModeAReplayedFrameStillLeavesNothing() {
        var key = flush.upload(STRANGER);
        flush.handle(key);
        flush.bringBack(key);

        flush.handle(key);

        assertThat(flush.leftBehind()).isEmpty();
    }

    @Test
    void theFirstResultWinsAndTheLosersCropsAreDeleted() {
        var key = line.upload(STRANGER);
        line.handle(key);
        var once = line.leftBehind();
        line.bringBack(key);
        line.container.sees(key, WANTED, reading("4FRE338", CALIFORNIA));

        var processed = line.handle(key);

        assertThat(processed).isEqualTo(new Processed.AlreadyProcessed());
        assertThat(line.leftBehind()).isEqualTo(once);
    }

    @Test
    void aLoserThatCutTheSameCropsLeavesThemToTheWinner() {
        var key = line.upload(STRANGER);
        line.handle(key);
        var once = line.city.pictures().keys();
        line.bringBack(key);
        line.container.sees(key, STRANGER, WANTED);

        line.handle(key);

        assertThat(line.city.pictures().keys()).isEqualTo(once).hasSize(1);
    }

    @Test
    void twoFramesOfOnePassRaiseOneHit() {
        var first = line.upload(TestData.factsOfPass(NOW, "pass_1"), WANTED);
        var second = line.upload(TestData.factsOfPass(NOW.plusMillis(300), "pass_1"), WANTED);

        line.handle(first);
        var processed = line.handle(second);

        assertThat(processed)
                .isInstanceOfSatisfying(
                        Processed.Done.class, done -> assertThat(done.hits()).isEmpty());
        assertThat(onlyHit().sighting().capturedAt()).isEqualTo(NOW);
        assertThat(line.city.alerts().published()).hasSize(1);
        assertThat(line.city.ledger().entries(EntryType.HIT_RAISED)).hasSize(1);
        assertThat(line.city.frames().allReads())
                .hasSize(2)
                .allMatch(read -> read.retentionClass() == RetentionClass.HIT);
        assertThat(line.city.frames().allFrames())
                .allMatch(frame -> frame.hits().equals(List.of(onlyHit().hitId())));
    }

    @Test
    void twoPassesOfOnePlateRaiseTwoHits() {
        line.handle(line.upload(TestData.factsOfPass(NOW, "pass_1"), WANTED));
        line.handle(line.upload(TestData.factsOfPass(NOW, "pass_2"), WANTED));

        assertThat(line.city.hits().all()).hasSize(2);
        assertThat(line.city.alerts().published()).hasSize(2);
    }

    @Test
    void twoEntriesUnderOnePlateAreOneHitWithBoth() {
        line.city
                .hotLists()
                .put(AHotListEntry.of("r2", "7TST123")
                        .withCategory(Category.WANTED_PERSON)
                        .build());

        line.handle(line.upload(WANTED));

        assertThat(onlyHit().matches())
                .extracting(match -> match.entry().recordId())
                .containsExactly("r1", "r2");
        assertThat(line.city.alerts().published()).hasSize(1);
    }

    @Test
    void theStrongestMatchLeads() {
        line.city.hotLists().put(AHotListEntry.of("r0", "7TSTI23").build());
        line.city.hotLists().put(AHotListEntry.of("r2", "7TST123").build());

        line.handle(line.upload(reading("7TSTI23", CALIFORNIA)));

        assertThat(onlyHit().matches())
                .extracting(match -> match.type())
                .containsExactly(MatchType.EXACT, MatchType.OCR_EQUIVALENT, MatchType.OCR_EQUIVALENT);
        assertThat(onlyHit().strongest().entry().recordId()).isEqualTo("r0");
    }

    @Test
    void anUnknownStateIsAdvisory() {
        line.handle(line.upload(reading("7TST123", IssuingState.UNKNOWN)));

        assertThat(onlyHit().matchType()).isEqualTo(MatchType.STATE_UNKNOWN);
        assertThat(line.city.alerts().published())
                .singleElement()
                .satisfies(alert -> assertThat(alert.advisory()).isTrue());
    }

    @Test
    void anAlternateThatMatchesIsAdvisoryEvenWhenExact() {
        var plate = reading(List.of(candidate("7TST129", 0.6), candidate("7TST123", 0.4)), CALIFORNIA);

        line.handle(line.upload(plate));

        assertThat(onlyHit().matchType()).isEqualTo(MatchType.EXACT);
        assertThat(onlyHit().isAdvisory()).isTrue();
        assertThat(onlyHit().sighting().plate().raw()).isEqualTo("7TST123");
        assertThat(onlyHit().sighting().confidence().value()).isEqualTo(0.4);
        assertThat(line.city.frames().allReads().getFirst().plate().raw()).isEqualTo("7TST129");
    }

    @Test
    void aPlateSeenTwiceInOneFrameIsPushedWhenOneLookPushes() {
        var alternate = reading(List.of(candidate("7TST129", 0.6), candidate("7TST123", 0.4)), CALIFORNIA);

        line.handle(line.upload(alternate, WANTED));

        assertThat(onlyHit().isAdvisory()).isFalse();
        assertThat(onlyHit().sighting().readId()).endsWith("-2");
    }

    @Test
    void whatPushesIsRaisedBeforeWhatOnlyAdvises() {
        var plates = IntStream.range(0, 16).mapToObj(i -> "3AAA" + (100 + i)).toList();
        var readings = plates.stream()
                .map(plate ->
                        reading(List.of(candidate(plate, 0.5), candidate("4" + plate.substring(1), 0.3)), CALIFORNIA))
                .toArray(PlateReading[]::new);
        for (var plate : plates) {
            line.city.hotLists().put(AHotListEntry.of("best-" + plate, plate).build());
            line.city
                    .hotLists()
                    .put(AHotListEntry.of("alt-" + plate, "4" + plate.substring(1))
                            .build());
        }

        var done = (Processed.Done) line.handle(line.upload(readings));

        assertThat(line.city.hits().all()).hasSize(Frames.MAX_HITS);
        assertThat(done.frame().hits())
                .as("the frame names the hits that there are, and no other")
                .containsExactlyInAnyOrderElementsOf(
                        line.city.hits().all().stream().map(Hit::hitId).toList());
        assertThat(line.city.hits().all()).filteredOn(hit -> !hit.isAdvisory()).hasSize(16);
    }

    @Test
    void readsOfOneFrameAreRankedLeftToRight() {
        line.handle(line.upload(STRANGER, WANTED));

        var frame = line.city.frames().allFrames().getFirst();
        assertThat(frame.reads())
                .extracting(ReadRef::readId)
                .containsExactly(frame.uploadId() + "-1", frame.uploadId() + "-2");
        assertThat(frame.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
    }
}
