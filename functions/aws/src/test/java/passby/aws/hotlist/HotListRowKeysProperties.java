package passby.aws.hotlist;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

final class HotListRowKeysProperties {
    @Property
    void aKeyReadsBackToSourceRecordAndVersion(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 20) String source,
            @ForAll @CharRange(from = '-', to = '9') @StringLength(min = 1, max = 40) String recordId,
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long version) {
        var parts = HotListRowKeys.sort(source, recordId, version).split("#", -1);

        assertThat(parts).hasSize(3);
        assertThat(parts[0]).isEqualTo(source);
        assertThat(parts[1]).isEqualTo(recordId);
        assertThat(Long.parseLong(parts[2])).isEqualTo(version);
    }

    @Property
    void laterVersionsOfARecordComeLater(
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long one,
            @ForAll @LongRange(min = 0, max = 9_999_999_999L) long other) {
        var order =
                HotListRowKeys.sort("extract", "rec-1", one).compareTo(HotListRowKeys.sort("extract", "rec-1", other));

        assertThat(Integer.signum(order)).isEqualTo(Long.compare(one, other));
    }
}
