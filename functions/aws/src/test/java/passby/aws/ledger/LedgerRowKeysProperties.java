package passby.aws.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import passby.core.ledger.Count;
import passby.core.testing.TestData;

/** Keys that spread a minute over shards: whoever wants the minute finds every row of it. */
final class LedgerRowKeysProperties {
    @Property
    void anEntryWaitsWhereTheSealerLooks(@ForAll @IntRange(min = 0, max = 59_999) int millis, @ForAll String entryId) {
        var at = TestData.NOW.plusMillis(millis);

        var partition = LedgerRowKeys.pending(at, entryId).partitionKeyValue().s();

        assertThat(LedgerRowKeys.pendingMinute(TestData.NOW))
                .hasSize(LedgerRowKeys.SHARDS)
                .contains(partition);
        assertThat(LedgerRowKeys.pendingMinute(TestData.NOW.plus(Duration.ofMinutes(1))))
                .doesNotContain(partition);
    }

    @Property
    void countsAreAmongTheRowsOfTheirMinute(@ForAll @IntRange(min = 0, max = 59_999) int millis) {
        assertThat(CounterRowKeys.ofMinute(TestData.NOW))
                .contains(CounterRowKeys.counts(TestData.NOW.plusMillis(millis)));
    }

    @Property(tries = 1)
    void noTwoRowsOfAMinuteShareAKey() {
        var keys = CounterRowKeys.ofMinute(TestData.NOW);

        assertThat(new HashSet<>(keys)).hasSize((Arrays.asList(Count.values()).size() + 1) * CounterRowKeys.SHARDS);
        assertThat(keys).doesNotContain(CounterRowKeys.watermark("sweep-uploads"));
    }
}
