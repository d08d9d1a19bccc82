package passby.aws.hit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import passby.core.hit.HitId;
import passby.core.plate.Plate;
import passby.core.testing.TestData;

final class HitRowKeysProperties {
    @Property
    void stepsComeInTheirOrderAndAfterTheHit(
            @ForAll @IntRange(min = 1, max = 9999) int one, @ForAll @IntRange(min = 1, max = 9999) int other) {
        assertThat(Integer.signum(HitRowKeys.stepPart(one).compareTo(HitRowKeys.stepPart(other))))
                .isEqualTo(Integer.compare(one, other));
        assertThat(HitRowKeys.stepPart(one)).isGreaterThan(HitRowKeys.HIT);
        assertThat(Integer.parseInt(HitRowKeys.stepPart(one).substring("STEP#".length())))
                .isEqualTo(one);
    }

    @Property
    void everyHitPendsInAShardThatTheSweeperReads(@ForAll String pass) {
        var hitId = HitId.of(TestData.CITY_KEY, pass, TestData.CITY_KEY.plateKey(new Plate("A")));

        assertThat(HitRowKeys.allPending()).hasSize(4).contains(HitRowKeys.pending(hitId));
    }
}
