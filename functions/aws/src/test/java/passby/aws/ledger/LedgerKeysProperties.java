package passby.aws.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import passby.aws.dynamodb.StoredItem;
import passby.core.ledger.Count;
import passby.core.testing.TestData;

/** Keys that spread a minute over shards: whoever wants the minute finds every row of it. */
final class LedgerKeysProperties {
    @Property
    void anEntryWaitsWhereTheSealerLooks(@ForAll @IntRange(min = 0, max = 59_999) int millis, @ForAll String entryId) {
        var at = TestData.NOW.plusMillis(millis);

        var partition = StoredItem.part("key", LedgerKeys.pending(at, entryId)).text("minuteShard");

        assertThat(LedgerKeys.pendingMinute(TestData.NOW))
                .hasSize(LedgerKeys.SHARDS)
                .contains(partition);
        assertThat(LedgerKeys.pendingMinute(TestData.NOW.plus(Duration.ofMinutes(1))))
                .doesNotContain(partition);
    }

    @Property
    void aCountIsAmongTheRowsOfItsMinute(@ForAll Count count, @ForAll @IntRange(min = 0, max = 59_999) int millis) {
        assertThat(CounterKeys.ofMinute(TestData.NOW))
                .contains(CounterKeys.count(count, TestData.NOW.plusMillis(millis)));
    }

    @Property(tries = 1)
    void noTwoRowsOfAMinuteShareAKey() {
        var keys = CounterKeys.ofMinute(TestData.NOW);

        assertThat(new HashSet<>(keys)).hasSize(Arrays.asList(Count.values()).size() * CounterKeys.SHARDS);
        assertThat(keys).doesNotContain(CounterKeys.watermark("sweep-uploads"));
    }
}
