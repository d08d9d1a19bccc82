package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Times in keys: of one length, in order, and read back to the millisecond. */
final class KeyTimesProperties {
    @Provide
    Arbitrary<Instant> instants() {
        var seconds = Arbitraries.longs()
                .between(0, Instant.parse("2199-12-31T23:59:59Z").getEpochSecond());
        var nanos = Arbitraries.integers().between(0, 999_999_999);
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    @Property
    void aTimeReadsBackToTheMillisecond(@ForAll("instants") Instant instant) {
        var text = KeyTimes.millis(instant);

        assertThat(text).hasSize(24);
        assertThat(Instant.parse(text)).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    @Property
    void theOrderOfTextsIsTheOrderOfTimes(@ForAll("instants") Instant one, @ForAll("instants") Instant other) {
        var times = one.truncatedTo(ChronoUnit.MILLIS).compareTo(other.truncatedTo(ChronoUnit.MILLIS));

        var texts = KeyTimes.millis(one).compareTo(KeyTimes.millis(other));

        assertThat(Integer.signum(texts)).isEqualTo(Integer.signum(times));
    }

    @Property
    void anExcludingBoundIsTheFirstMillisecondThatIsNotBefore(@ForAll("instants") Instant instant) {
        var bound = Instant.parse(KeyTimes.millisNotBefore(instant));

        assertThat(bound).isAfterOrEqualTo(instant);
        assertThat(bound.minusMillis(1)).isBefore(instant);
    }

    @Property
    void coarserTimesAreBeginningsOfFinerOnes(@ForAll("instants") Instant instant) {
        var text = KeyTimes.millis(instant);

        assertThat(KeyTimes.minute(instant)).isEqualTo(text.substring(0, 16) + "Z");
        assertThat(KeyTimes.hour(instant)).isEqualTo(text.substring(0, 13) + "Z");
        assertThat(KeyTimes.day(instant)).isEqualTo(text.substring(0, 10).replace("-", ""));
    }
}
