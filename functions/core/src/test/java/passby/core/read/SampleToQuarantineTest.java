package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import passby.core.form.Form;
import passby.core.ledger.EntryFactory;
import passby.core.people.Caller;
import passby.core.policy.CachedPolicy;
import passby.core.quality.QuarantineCameras;
import passby.core.request.Result;
import passby.core.retention.NonHitRetention;
import passby.core.sample.LabelSamples;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;
import passby.core.testing.Results;
import passby.core.testing.TestAuthorizer;
import passby.core.testing.TestData;

/** From stored frames over the draw and the labels to the quarantine, day by day. */
final class SampleToQuarantineTest {
    private static final int FRAMES_A_DAY = 600;
    private static final Duration DAY = Duration.ofDays(1);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final Caller reyes = TestData.officer("records-reyes");
    private final DrawSamples draw = new DrawSamples(city.samples());
    private final LabelSamples samples = new LabelSamples(
            TestAuthorizer.open(city, clock),
            city.samples(),
            city.cameras(),
            new ShownReads(city.frames(), city.frames(), clock),
            city.pictures(),
            city.readings(),
            clock);
    private final QuarantineCameras quarantine = new QuarantineCameras(
            new CachedPolicy(city.policyDocuments(), clock),
            city.cameras(),
            city.readings(),
            new EntryFactory(clock, city.entropy()),
            clock);

    SampleToQuarantineTest() {
        city.policyDocuments().put(TestData.policy(NonHitRetention.DAYS_7));
        city.cameras().put(TestData.camera("cam-elm"));
    }

    private ARead read(Instant at, int number) {
        return ARead.of("upload" + at.getEpochSecond() + "n" + number, "7TST123", at.plusSeconds(number))
                .withExpiresAt(at.plus(Duration.ofDays(7)));
    }

    /** A day's frames are stored and drawn from; the next day its samples are labelled. */
    private int labelledAfterADay(String label) {
        var today = clock.instant();
        IntStream.range(0, FRAMES_A_DAY).mapToObj(number -> read(today, number)).forEach(read -> {
            city.frames().store(read.frame(List.of()), List.of(read.build()), List.of());
            var crops = Objects.requireNonNull(read.build().pictures());
            city.pictures().put(crops.plate().key(), TestData.jpeg("a plate"));
            draw.handle(List.of(read.frame(List.of())), TestData.policy(NonHitRetention.DAYS_7));
        });
        clock.advance(DAY);
        var waiting = Results.value(samples.list(reyes));
        for (var sample : waiting) {
            var id = sample.id().format();
            samples.picture(reyes, id, "plate");
            assertThat(samples.label(reyes, id, new Form(Map.of("label", label))))
                    .isInstanceOf(Result.Done.class);
        }
        return waiting.size();
    }

    @Test
    void aCameraThatMisreadsIsFoundOutWithinThreeWeeks() {
        var labelled = 0;
        var days = 0;
        while (quarantine.handle() == 0 && days < 21) {
            labelled += labelledAfterADay("wrong");
            days++;
        }

        assertThat(labelled).isBetween(50, 53);
        assertThat(days).isLessThan(21);
        assertThat(city.cameras().find("cam-elm").orElseThrow().quarantine().isInForce())
                .isTrue();
    }

    @Test
    void aCameraThatReadsWellIsLeftAlone() {
        for (var days = 0; days < 21; days++) {
            labelledAfterADay("right");
        }

        assertThat(quarantine.handle()).isZero();
    }
}
