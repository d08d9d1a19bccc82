package passby.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every store of judged plates does. */
public abstract class ReadingCountsContract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant MIDNIGHT = Instant.parse("2036-05-06T00:00:00Z");
    private static final Instant NOON = Instant.parse("2036-05-06T12:00:00Z");

    private final String camera = "cam-" + new Unique().code();

    protected abstract ReadingCounts counts();

    private Judged judged(Verdict verdict) {
        return new Judged(camera, verdict, "NY", 7, "container 1.2.2");
    }

    @Test
    void platesOfADayAddUpInEveryPart() {
        var unknown = new Judged(camera, Verdict.SAMPLE_RIGHT, Judged.NO_STATE, 23, "rekognition 3.0");
        counts().add(List.of(judged(Verdict.SAMPLE_RIGHT), judged(Verdict.SAMPLE_WRONG)), NOON);
        counts().add(List.of(judged(Verdict.SAMPLE_RIGHT)), NOON.plusSeconds(1));
        counts().add(List.of(unknown), MIDNIGHT.plus(DAY).minusMillis(1));

        var found = counts().ofDays(MIDNIGHT, MIDNIGHT.plus(DAY), List.of(camera));

        assertThat(found)
                .isEqualTo(Map.of(
                        camera,
                        JudgedPlates.of(List.of(
                                judged(Verdict.SAMPLE_RIGHT),
                                judged(Verdict.SAMPLE_WRONG),
                                judged(Verdict.SAMPLE_RIGHT),
                                unknown))));
    }

    @Test
    void daysOfASpanAddUpAndItsEndIsOutside() {
        counts().add(List.of(judged(Verdict.HIT_MATCHED)), NOON.minus(DAY));
        counts().add(List.of(judged(Verdict.HIT_MATCHED)), NOON);
        counts().add(List.of(judged(Verdict.HIT_MISREAD)), MIDNIGHT.plus(DAY));
        counts().add(List.of(judged(Verdict.HIT_MISREAD)), MIDNIGHT.minus(DAY).minusMillis(1));

        var found = counts().ofDays(MIDNIGHT.minus(DAY), MIDNIGHT.plus(DAY), List.of(camera));

        assertThat(found.get(camera))
                .isEqualTo(JudgedPlates.of(List.of(judged(Verdict.HIT_MATCHED), judged(Verdict.HIT_MATCHED))));
    }

    @Test
    void aCameraKnowsNothingOfOthers() {
        counts().add(List.of(judged(Verdict.SAMPLE_WRONG)), NOON);

        assertThat(counts().ofDays(MIDNIGHT, MIDNIGHT.plus(DAY), List.of(camera + "-other")))
                .isEmpty();
    }
}
