package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.CITY_KEY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryType;
import passby.core.plate.Plate;
import passby.core.testing.ARead;
import passby.core.testing.TestData;
import passby.core.testing.Unique;

/** What every store of corrections promises, beside a store of reads. */
public abstract class CorrectionsContract {
    private final Unique unique = new Unique();
    private final String misread = unique.plate();
    private final Plate shown = new Plate(unique.plate());
    private final Instant noon = unique.minute();

    protected abstract Reads reads();

    protected abstract Frames frames();

    protected abstract Corrections corrections();

    private Read stored(String plate, Instant at) {
        var read = ARead.of(unique.ulid(at), plate, at);
        frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        return read.build();
    }

    private Correction to(Plate plate) {
        return new Correction(
                unique.ulid(noon),
                CITY_KEY.plateKey(plate),
                plate,
                null,
                "Looked twice",
                "officer-lopez",
                noon.plusSeconds(60),
                "entry");
    }

    private Commit correct(Read seen, Correction correction) {
        return corrections().add(seen, correction, TestData.entry(EntryType.READ_CORRECTED));
    }

    private Read found(Read read) {
        return reads().find(ReadRef.of(read)).orElseThrow();
    }

    private Reads.Page under(Plate plate, @Nullable ReadRef after, int limit) {
        return reads().byPlate(CITY_KEY.plateKey(plate), noon, noon.plusSeconds(60), after, limit);
    }

    @Test
    void aReadKeepsWhatWasReadAndIsFoundUnderBothPlates() {
        var read = stored(misread, noon);
        var correction = to(shown);

        assertThat(correct(read, correction)).isInstanceOf(Commit.Done.class);

        assertThat(found(read)).isEqualTo(read.withCorrections(List.of(correction)));
        assertThat(under(new Plate(misread), null, 10).reads()).containsExactly(found(read));
        assertThat(under(shown, null, 10).reads()).containsExactly(found(read));
    }

    @Test
    void ofTwoWhoCorrectAtOnceTheSecondIsTold() {
        var read = stored(misread, noon);

        assertThat(correct(read, to(shown))).isInstanceOf(Commit.Done.class);
        assertThat(correct(read, to(new Plate(unique.plate())))).isInstanceOf(Commit.Conflict.class);
        assertThat(found(read).corrections()).hasSize(1);
    }

    @Test
    void whoHasSeenTheFirstCorrectionMayDisagree() {
        var read = stored(misread, noon);
        var other = new Plate(unique.plate());
        correct(read, to(shown));

        correct(found(read), to(other));
        correct(found(read), to(shown));

        assertThat(found(read).corrections()).extracting(Correction::plate).containsExactly(shown, other, shown);
        assertThat(under(shown, null, 10).reads()).containsExactly(found(read));
        assertThat(under(other, null, 10).reads()).containsExactly(found(read));
    }

    @Test
    void aReadThatIsGoneIsNotCorrected() {
        var never = ARead.of(unique.ulid(noon), misread, noon).build();

        assertThat(correct(never, to(shown))).isInstanceOf(Commit.Conflict.class);
        assertThat(under(shown, null, 10).reads()).isEmpty();
    }

    @Test
    void aStateAloneIsCorrectedUnderTheSamePlate() {
        var read = stored(misread, noon);

        correct(read, to(new Plate(misread)));

        assertThat(under(new Plate(misread), null, 10).reads()).containsExactly(found(read));
    }

    @Test
    void pagesOfAPlateHoldItsOwnReadsAndCorrectedOnesEachOnce() {
        var expected = new ArrayList<String>();
        for (var second = 0; second < 6; second++) {
            var corrected = second % 2 == 0;
            var read = stored(corrected ? misread : shown.raw(), noon.plusSeconds(second));
            if (corrected) {
                correct(read, to(shown));
            }
            expected.add(read.readId());
        }

        var ids = new ArrayList<String>();
        @Nullable ReadRef after = null;
        do {
            var page = under(shown, after, 2);
            page.reads().forEach(read -> ids.add(read.readId()));
            after = page.next();
        } while (after != null);

        assertThat(ids).isEqualTo(expected);
    }

    @Test
    void whatAPersonSaidIsNoSightingByAnotherCamera() {
        correct(stored(misread, noon), to(shown));

        assertThat(reads().byPlateElsewhere(CITY_KEY.plateKey(shown), noon, noon.plusSeconds(60), "cam-far", 10))
                .isEmpty();
    }
}
