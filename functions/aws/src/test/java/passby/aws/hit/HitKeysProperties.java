package passby.aws.hit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import passby.core.hit.HitId;
import passby.core.plate.Plate;
import passby.core.testing.TestData;

final class HitKeysProperties {
    @Property
    void stepsComeInTheirOrderAndAfterTheHit(
            @ForAll @IntRange(min = 1, max = 9999) int one, @ForAll @IntRange(min = 1, max = 9999) int other) {
        assertThat(Integer.signum(HitKeys.stepPart(one).compareTo(HitKeys.stepPart(other))))
                .isEqualTo(Integer.compare(one, other));
        assertThat(HitKeys.stepPart(one)).isGreaterThan(HitKeys.HIT);
        assertThat(Integer.parseInt(HitKeys.stepPart(one).substring("STEP#".length())))
                .isEqualTo(one);
    }

    @Property
    void everyHitPendsInAShardThatTheSweeperReads(@ForAll String pass) {
        var hitId = HitId.of(TestData.CITY_KEY, pass, TestData.CITY_KEY.plateKey(new Plate("A")));

        assertThat(HitKeys.allPending()).hasSize(4).contains(HitKeys.pending(hitId));
    }
}
