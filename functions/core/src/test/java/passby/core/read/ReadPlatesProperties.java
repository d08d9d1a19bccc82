package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.ARead.CALIFORNIA;
import static passby.core.testing.ARead.reading;
import static passby.core.testing.TestData.NOW;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import passby.core.hit.Alert;
import passby.core.hit.Hit;
import passby.core.ledger.EntryType;
import passby.core.recognition.PlateReading;
import passby.core.retention.NonHitRetention;
import passby.core.testing.AHotListEntry;
import passby.core.testing.TestData;

/** Deliveries come at least once and in any order. */
final class ReadPlatesProperties {
    private static final PlateReading WANTED = reading("7TST123", CALIFORNIA);
    private static final PlateReading ALSO_WANTED = reading("9TST777", CALIFORNIA);
    private static final PlateReading STRANGER = reading("4FRE333", CALIFORNIA);

    /** Five frames: three of one pass, one of another, one alone with nothing on any list. */
    private static List<String> uploads(UploadLine line) {
        line.city.hotLists().put(AHotListEntry.of("r1", "7TST123").build());
        line.city.hotLists().put(AHotListEntry.of("r2", "9TST777").build());
        var uploads = new ArrayList<String>();
        uploads.add(line.upload(TestData.factsOfPass(NOW, "pass_1"), WANTED, STRANGER));
        uploads.add(line.upload(TestData.factsOfPass(NOW.plusMillis(100), "pass_1"), WANTED));
        uploads.add(line.upload(TestData.factsOfPass(NOW.plusMillis(200), "pass_1"), ALSO_WANTED, WANTED));
        uploads.add(line.upload(TestData.factsOfPass(NOW, "pass_2"), ALSO_WANTED));
        uploads.add(line.upload(TestData.facts(NOW), STRANGER));
        return uploads;
    }

    /** What does not depend on who came first; only the sighting of a hit may be of any frame of its pass. */
    private static List<Object> state(UploadLine line) {
        var hits = line.city.hits().all().stream().map(Hit::hitId).toList();
        var alerts = line.city.alerts().published().stream().map(Alert::hitId).toList();
        return List.of(
                line.city.frames().allFrames().stream()
                        .map(ReadPlatesProperties::unsalted)
                        .collect(Collectors.toSet()),
                Set.copyOf(line.city.frames().allReads()),
                new HashSet<>(hits),
                hits.size(),
                new HashSet<>(alerts),
                alerts.size(),
                line.city.ledger().entries(EntryType.HIT_RAISED).size(),
                line.city.hits().pending(),
                line.city.pictures().keys(),
                line.city.uploads().keys());
    }

    /** A salt is chance, whoever came first. */
    private static Frame unsalted(Frame frame) {
        return new Frame(
                frame.uploadId(),
                frame.sha256(),
                frame.cameraId(),
                frame.receivedAt(),
                frame.storedAt(),
                "",
                frame.engine(),
                frame.reads(),
                frame.classes(),
                frame.hits(),
                frame.expiresAt());
    }

    private static List<Object> after(List<Integer> deliveries, NonHitRetention retention) {
        var line = new UploadLine(TestData.policy(retention));
        var uploads = uploads(line);
        for (var delivery : deliveries) {
            line.bringBack(uploads.get(delivery));
            line.handle(uploads.get(delivery));
        }
        return state(line);
    }

    @Provide
    Arbitrary<List<Integer>> deliveries() {
        var extra = Arbitraries.integers().between(0, 4).list().ofMaxSize(8);
        return extra.flatMap(more -> {
            var all = new ArrayList<>(List.of(0, 1, 2, 3, 4));
            all.addAll(more);
            return Arbitraries.shuffle(all);
        });
    }

    @Property(tries = 200)
    void anyOrderOfDeliveriesGivesTheSameState(@ForAll("deliveries") List<Integer> deliveries) {
        assertThat(after(deliveries, NonHitRetention.DAYS_7))
                .isEqualTo(after(List.of(0, 1, 2, 3, 4), NonHitRetention.DAYS_7));
    }

    @Property(tries = 200)
    void anyOrderOfDeliveriesGivesTheSameStateInFlushMode(@ForAll("deliveries") List<Integer> deliveries) {
        assertThat(after(deliveries, NonHitRetention.FLUSH))
                .isEqualTo(after(List.of(0, 1, 2, 3, 4), NonHitRetention.FLUSH));
    }
}
