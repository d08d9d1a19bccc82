package passby.core.quality;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import passby.core.testing.AHotListEntry;
import passby.core.testing.ARead;
import passby.core.testing.InMemoryCity;
import passby.core.testing.MutableClock;

final class CountVerdictsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryCity city = new InMemoryCity();
    private final ARead read = ARead.of("upload", "7TST123", NOW);
    private final Hit hit = read.hit(AHotListEntry.of("r1", "7TST123").build(), NOW);
    private final CountVerdicts verdicts = new CountVerdicts(city.frames(), city.readings(), clock);

    private JudgedPlates counted() {
        var today = NOW.truncatedTo(DAYS);
        return city.readings()
                .ofDays(today, today.plus(Duration.ofDays(1)), List.of("cam-elm"))
                .getOrDefault("cam-elm", JudgedPlates.NONE);
    }

    @ParameterizedTest(name = "{0}: {1} of 1 misread")
    @CsvSource({"MISREAD, 1", "WRONG_STATE, 1", "FOLDED_CHARACTER, 1", "STALE_ENTRY, 0", "WRONG_VEHICLE, 0", "OTHER, 0"
    })
    void aRejectionIsAMisreadByItsReason(RejectionReason reason, long misread) {
        verdicts.add(hit, new HitStep.Rejected("officer-lopez", NOW, reason));

        assertThat(counted().rate(Source.HITS)).isEqualTo(new Rate(misread, 1));
        assertThat(counted().rate(Source.SAMPLES)).isEqualTo(Rate.NONE);
    }

    @Test
    void aMatchedHitCountsForTheReaderWithStateHourAndEngine() {
        city.frames().store(read.frame(List.of(hit.hitId())), List.of(read.build()), List.of());

        verdicts.add(hit, new HitStep.ImageMatched("officer-lopez", NOW));

        assertThat(counted())
                .isEqualTo(JudgedPlates.of(
                        List.of(new Judged("cam-elm", Verdict.HIT_MATCHED, "CA", 12, "container 1.2.2"))));
    }

    @Test
    void theEngineOfAFrameThatIsGoneIsUnknown() {
        verdicts.add(hit, new HitStep.ImageMatched("officer-lopez", NOW));

        assertThat(counted().rate(Source.HITS, new Part(Part.Kind.ENGINE, Judged.NO_ENGINE)))
                .isEqualTo(new Rate(0, 1));
    }

    @Test
    void otherStepsSayNothingOfTheReader() {
        verdicts.add(hit, new HitStep.Viewed("officer-lopez", NOW));
        verdicts.add(hit, new HitStep.Contacted("officer-lopez", NOW));

        assertThat(counted()).isEqualTo(JudgedPlates.NONE);
    }
}
