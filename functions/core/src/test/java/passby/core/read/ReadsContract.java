package passby.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.CITY_KEY;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.plate.IssuingState;
import passby.core.plate.Plate;
import passby.core.plate.PlateKey;
import passby.core.plate.VehicleColour;
import passby.core.testing.ARead;
import passby.core.testing.Unique;

/** What every {@link Reads} does. */
public abstract class ReadsContract {
    private final Unique unique = new Unique();
    private final String plate = unique.plate();
    private final PlateKey key = CITY_KEY.plateKey(new Plate(plate));
    private final Instant noon = unique.minute();

    protected abstract Reads reads();

    protected abstract Frames frames();

    private Read stored(ARead read) {
        frames().store(read.frame(List.of()), List.of(read.build()), List.of());
        return read.build();
    }

    private Read stored(Instant capturedAt) {
        return stored(ARead.of(unique.ulid(capturedAt), plate, capturedAt));
    }

    private Reads.Page page(Instant from, Instant to, @Nullable ReadRef after, int limit) {
        return reads().byPlate(key, from, to, after, limit);
    }

    @Test
    void aReadIsFoundAsItWasStored() {
        var read = stored(ARead.of(unique.ulid(noon), plate, noon.plusMillis(7)).withState(IssuingState.UNKNOWN));
        var red = stored(ARead.of(unique.ulid(noon), plate, noon.plusMillis(8)).withColour(VehicleColour.Name.RED));

        assertThat(reads().find(ReadRef.of(read))).contains(read);
        assertThat(reads().find(ReadRef.of(red))).contains(red);
    }

    @Test
    void aReadThatWasNeverStoredIsNotThere() {
        assertThat(reads().find(new ReadRef(key, noon, unique.ulid(noon) + "-1")))
                .isEmpty();
    }

    @Test
    void theReadsOfAPlateComeOldestFirst() {
        var late = stored(noon.plusMillis(1500));
        var early = stored(noon);
        var middle = stored(noon.plusMillis(1499));

        var page = page(noon, noon.plusSeconds(60), null, 10);

        assertThat(page.reads()).containsExactly(early, middle, late);
        assertThat(page.next()).isNull();
    }

    @Test
    void theWindowHoldsItsBeginningButNotItsEnd() {
        stored(noon.minusMillis(1));
        var first = stored(noon);
        var last = stored(noon.plusMillis(59_999));
        stored(noon.plusMillis(60_000));

        var page = page(noon, noon.plusSeconds(60), null, 10);

        assertThat(page.reads()).containsExactly(first, last);
    }

    @Test
    void anotherPlateIsNotFound() {
        stored(ARead.of(unique.ulid(noon), unique.plate(), noon));

        assertThat(page(noon, noon.plusSeconds(60), null, 10).reads()).isEmpty();
    }

    @Test
    void oneKeyFindsTheFoldedPlatesToo() {
        var base = unique.plate().substring(0, 8);
        var letters = stored(ARead.of(unique.ulid(noon), base + "OB", noon));
        var digits = stored(ARead.of(unique.ulid(noon), base + "08", noon.plusSeconds(1)));

        var page = reads().byPlate(CITY_KEY.plateKey(new Plate(base + "D8")), noon, noon.plusSeconds(60), null, 10);

        assertThat(page.reads()).containsExactly(letters, digits);
    }

    @Test
    void pagesCoverAllReadsOnce() {
        var all = new ArrayList<Read>();
        for (var i = 0; i < 7; i++) {
            all.add(stored(noon.plusSeconds(i)));
        }

        var found = new ArrayList<Read>();
        ReadRef after = null;
        do {
            var page = page(noon, noon.plusSeconds(60), after, 3);
            assertThat(page.reads()).hasSizeLessThanOrEqualTo(3);
            found.addAll(page.reads());
            after = page.next();
        } while (after != null);

        assertThat(found).isEqualTo(all);
    }

    @Test
    void readsElsewhereAreThoseOfOtherCamerasAmongTheFirst() {
        stored(noon);
        var second =
                stored(ARead.of(unique.ulid(noon), plate, noon.plusSeconds(1)).withCamera("cam-far"));
        stored(ARead.of(unique.ulid(noon), plate, noon.plusSeconds(2)).withCamera("cam-far"));

        var elsewhere = reads().byPlateElsewhere(key, noon, noon.plusSeconds(60), "cam-elm", 2);

        assertThat(elsewhere).containsExactly(second);
    }

    @Test
    void readsOfOneInstantArePagedApart() {
        var upload = unique.ulid(noon);
        var both = List.of(
                ARead.of(upload, plate, noon).build(),
                ARead.of(upload, plate, noon).withRank(2).build());
        frames().store(ARead.frame(both, List.of()), both, List.of());

        var first = page(noon, noon.plusSeconds(60), null, 1);
        var second = page(noon, noon.plusSeconds(60), first.next(), 1);

        assertThat(first.reads()).containsExactly(both.getFirst());
        assertThat(second.reads()).containsExactly(both.getLast());
    }

    @Test
    void theReadsOfACameraComeOldestFirstAcrossMidnight() {
        var camera = "cam-" + unique.plate().toLowerCase(Locale.ROOT);
        var midnight = noon.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        var after = stored(ARead.of(unique.ulid(midnight), plate, midnight).withCamera(camera));
        var before = stored(ARead.of(unique.ulid(midnight.minusMillis(1)), plate, midnight.minusMillis(1))
                .withCamera(camera));
        stored(midnight);

        assertThat(byCamera(camera, midnight.minusSeconds(1), midnight.plusSeconds(1), null, 10))
                .containsExactly(ReadRef.of(before), ReadRef.of(after));
        assertThat(byCamera(camera, midnight.minusSeconds(1), midnight, null, 10))
                .containsExactly(ReadRef.of(before));
    }

    @Test
    void aPageOfACameraGoesOnAfterAReadOfAnother() {
        var camera = "cam-" + unique.plate().toLowerCase(Locale.ROOT);
        var all = new ArrayList<ReadRef>();
        for (var i = 0; i < 5; i++) {
            var at = noon.plusMillis(i);
            all.add(ReadRef.of(stored(ARead.of(unique.ulid(at), plate, at).withCamera(camera))));
        }
        var other = new ReadRef(key, noon.plusMillis(2), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ-9");

        assertThat(byCamera(camera, noon, noon.plusSeconds(1), null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(byCamera(camera, noon, noon.plusSeconds(1), all.get(1), 2)).isEqualTo(all.subList(2, 4));
        assertThat(byCamera(camera, noon, noon.plusSeconds(1), other, 9)).isEqualTo(all.subList(3, 5));
        assertThat(byCamera(camera, noon, noon, null, 9)).isEmpty();
    }

    private List<ReadRef> byCamera(String camera, Instant from, Instant to, @Nullable ReadRef after, int limit) {
        return reads().byCamera(camera, from, to, after, limit);
    }
}
