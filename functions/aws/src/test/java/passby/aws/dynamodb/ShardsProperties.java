package passby.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ShardsProperties {
    @Property
    void anIdLiesInOneOfTheShardsThatAReaderAsksFor(@ForAll String id, @ForAll @IntRange(min = 1, max = 16) int count) {
        assertThat(Shards.all("minute", count)).contains(Shards.of("minute", id, count));
    }

    @Test
    void manyIdsFillEveryShard() {
        var used = IntStream.range(0, 1000).mapToObj(id -> Shards.number("id-" + id, 16));

        assertThat(used.distinct()).hasSize(16);
    }
}
