package passby.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every index of the log keeps to. */
public abstract class EntryIndexContract {
    private final Unique unique = new Unique();

    protected abstract EntryIndex index();

    @Test
    final void entriesAreFoundWhereTheyStand() {
        var ids = IntStream.range(0, 60).mapToObj(i -> unique.cameraId() + i).toList();

        index().put(1000, ids);
        index().put(1000, ids);

        assertThat(index().find(ids.getFirst())).hasValue(1000);
        assertThat(index().find(ids.getLast())).hasValue(1059);
    }

    @Test
    final void ofManyAtOnceThoseAreFoundThatStandSomewhere() {
        var ids = IntStream.range(0, 130).mapToObj(i -> unique.cameraId() + i).toList();
        index().put(7, ids);
        var asked = Stream.concat(ids.stream(), Stream.of(unique.cameraId(), ids.getFirst()))
                .toList();

        assertThat(index().find(asked))
                .hasSize(130)
                .containsEntry(ids.getFirst(), 7L)
                .containsEntry(ids.getLast(), 136L);
        assertThat(index().find(List.of())).isEmpty();
    }

    @Test
    final void anUnknownEntryStandsNowhere() {
        index().put(0, List.of());

        assertThat(index().find(unique.cameraId())).isEmpty();
    }
}
