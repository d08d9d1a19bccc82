package passby.core.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import passby.core.id.Digests;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.read.SamplePlaces;
import passby.core.read.SampledRead;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every store of the random sample does. */
public abstract class SamplesContract {
    private static final LocalDate DAY = LocalDate.parse("2036-05-06");
    private static final Instant EXPIRES_AT = Instant.parse("2036-05-13T12:00:00Z");

    private final String camera = "cam-" + new Unique().code();

    protected abstract Samples samples();

    protected abstract SamplePlaces places();

    private SampledRead read(int place, String lot) {
        return new SampledRead(
                camera, DAY, place, lot.repeat(64), Digests.sha256Hex(lot) + "-1", ARead.ENGINE, EXPIRES_AT);
    }

    private Sample find(int place) {
        return samples().find(new SampleId(DAY, place, camera)).orElseThrow();
    }

    private Commit replace(Sample seen, Sample sample) {
        return samples().replace(seen, sample, TestData.entry(EntryType.SAMPLE_LABELLED));
    }

    @Test
    void theLowestLotHasThePlaceInWhateverOrderTheyCome() {
        places().offer(read(0, "5"));
        places().offer(read(0, "3"));
        places().offer(read(0, "a"));
        places().offer(read(0, "3"));

        assertThat(find(0)).isEqualTo(new Sample(read(0, "3"), Set.of(), null));
    }

    @Test
    void placesCamerasAndDaysKnowNothingOfEachOther() {
        places().offer(read(0, "5"));
        places().offer(read(1, "7"));

        var elsewhere = new SampleId(DAY.plusDays(1), 0, camera);
        var found = samples()
                .find(List.of(
                        new SampleId(DAY, 0, camera),
                        new SampleId(DAY, 1, camera),
                        new SampleId(DAY, 2, camera),
                        elsewhere));

        assertThat(found).extracting(Sample::read).containsExactlyInAnyOrder(read(0, "5"), read(1, "7"));
        assertThat(samples().find(elsewhere)).isEmpty();
    }

    @Test
    void whatWasOpenedIsNotDrawnAnew() {
        places().offer(read(0, "5"));
        replace(find(0), find(0).opened("records-reyes"));

        places().offer(read(0, "1"));

        assertThat(find(0)).isEqualTo(new Sample(read(0, "5"), Set.of("records-reyes"), null));
    }

    @Test
    void ofTwoLabelsAtOnceOneWins() {
        places().offer(read(0, "5"));
        replace(find(0), find(0).opened("records-reyes"));
        var seen = find(0);

        var first = replace(seen, seen.labelled(Label.WRONG));
        var second = replace(seen, seen.labelled(Label.RIGHT));

        assertThat(first).isInstanceOf(Commit.Done.class);
        assertThat(second).isInstanceOf(Commit.Conflict.class);
        assertThat(find(0).label()).isEqualTo(Label.WRONG);
    }
}
