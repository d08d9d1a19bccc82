package passby.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import passby.core.testing.CountingEntropy;
import passby.core.testing.MutableClock;

final class UlidsTest {
    private final MutableClock clock = new MutableClock(NOW);
    private final Ulids ulids = new Ulids(clock, new CountingEntropy(1));

    @Test
    void anIdTellsItsMillisecond() {
        clock.set(NOW.plusMillis(123));

        assertThat(Ulids.timeOf(ulids.next())).isEqualTo(NOW.plusMillis(123));
    }

    /** Ten digits of base 32, the most significant first: 1 at each place in turn. */
    @ParameterizedTest
    @CsvSource({"0000000000,0", "0000000001,1", "000000000Z,31", "0000000010,32", "7ZZZZZZZZZ,281474976710655"})
    void theTimeIsReadAsTheSpecificationWritesIt(String time, long millis) {
        assertThat(Ulids.timeOf(time + "0123456789ABCDEF")).isEqualTo(Instant.ofEpochMilli(millis));
    }

    @Test
    void idsSortByTheirTime() {
        var first = ulids.next();
        clock.advance(Duration.ofMillis(1));

        assertThat(ulids.next()).isGreaterThan(first);
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        var ids = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            ids.add(ulids.next());
        }

        assertThat(ids).hasSize(1000).allMatch(Ulids::isUlid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ARZ3NDEKTSV4RRFFQ69G5FA",
                "01ARZ3NDEKTSV4RRFFQ69G5FAVV",
                "81ARZ3NDEKTSV4RRFFQ69G5FAV",
                "01arz3ndektsv4rrffq69g5fav",
                "01ARZ3NDEKTSV4RRFFQ69G5FAI",
                "01ARZ3NDEKTSV4RRFFQ69G5FA\n"
            })
    void anythingElseIsNoId(String text) {
        assertThat(Ulids.isUlid(text)).isFalse();
    }

    /** The examples of RFC 4648, section 10, in lower case and without padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,my", "fo,mzxq", "foo,mzxw6", "foob,mzxw6yq", "fooba,mzxw6ytb", "foobar,mzxw6ytboi"})
    void base32IsThatOfRfc4648(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(encoded);
    }
}
