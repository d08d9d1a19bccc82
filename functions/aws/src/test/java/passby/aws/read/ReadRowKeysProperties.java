package passby.aws.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import passby.core.testing.TestData;

/** Keys of reads: what lies between the bounds of a window is what was captured in it. */
final class ReadRowKeysProperties {
    private static final String UPLOAD = "01JDD0000000000000000000ZZ";

    /** Close together, so that many share a millisecond or miss it by a nanosecond. */
    @Provide
    Arbitrary<Instant> instants() {
        var millis = Arbitraries.integers().between(0, 5);
        var nanos = Arbitraries.of(0, 1, 500_000, 999_999);
        return Combinators.combine(millis, nanos)
                .as((milli, nano) -> TestData.NOW.plusMillis(milli).plusNanos(nano));
    }

    @Property
    void aKeyReadsBackToCaptureAndRead(
            @ForAll("instants") Instant captured, @ForAll @IntRange(min = 1, max = 16) int rank) {
        var key = ReadRowKeys.captured(captured, UPLOAD + "-" + rank);

        var parts = key.split("#", -1);

        assertThat(Instant.parse(parts[0])).isEqualTo(captured.truncatedTo(ChronoUnit.MILLIS));
        assertThat(parts[1]).isEqualTo(UPLOAD + "-" + rank);
        assertThat(parts).hasSize(2);
    }

    @Property
    void earlierCapturesComeFirst(@ForAll("instants") Instant one, @ForAll("instants") Instant other) {
        var ordered = one.truncatedTo(ChronoUnit.MILLIS).isBefore(other.truncatedTo(ChronoUnit.MILLIS));

        var first = ReadRowKeys.captured(one, UPLOAD + "-9");
        var second = ReadRowKeys.captured(other, UPLOAD + "-1");

        assertThat(first.compareTo(second) < 0).isEqualTo(ordered);
    }

    /** The adapter cuts to the nanosecond itself; the bounds must only lose nothing, and no millisecond too many. */
    @Property
    void theBoundsOfAWindowLoseNothingInIt(
            @ForAll("instants") Instant from, @ForAll("instants") Instant to, @ForAll("instants") Instant captured) {
        var key = ReadRowKeys.captured(captured, UPLOAD + "-1");
        var between = key.compareTo(ReadRowKeys.captureBound(from)) >= 0
                && key.compareTo(ReadRowKeys.captureBoundExcluding(to)) <= 0;

        if (!captured.isBefore(from) && captured.isBefore(to)) {
            assertThat(between).isTrue();
        }
        if (captured.plusMillis(1).isBefore(from) || !captured.isBefore(to.plusMillis(1))) {
            assertThat(between).isFalse();
        }
    }

    @Property
    void everyFrameLiesInAShardOfItsMinute(@ForAll("instants") Instant received, @ForAll String uploadId) {
        assertThat(FrameRowKeys.storedMinute(received)).contains(FrameRowKeys.stored(received, uploadId));
        assertThat(new HashSet<>(FrameRowKeys.storedMinute(received))).hasSize(16);
    }
}
