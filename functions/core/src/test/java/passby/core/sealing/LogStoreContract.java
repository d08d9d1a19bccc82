package passby.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of a log keeps to. */
public abstract class LogStoreContract {
    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2, 2};

    private LogStore store;

    /** A store without any file. */
    protected abstract LogStore empty();

    @BeforeEach
    final void open() {
        store = empty();
    }

    @Test
    final void aFileIsCreatedOnce() {
        assertThat(store.find("tile/0/000")).isEmpty();
        assertThat(store.create("tile/0/000", ONE)).isTrue();

        assertThat(store.create("tile/0/000", TWO)).isFalse();

        assertThat(store.find("tile/0/000"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(ONE));
    }

    @Test
    final void aPartialTileStandsBesideTheFullOne() {
        store.create("tile/0/x001/000.p/7", ONE);
        store.create("tile/0/x001/000", TWO);

        assertThat(store.find("tile/0/x001/000.p/7")).isPresent();
        assertThat(store.find("tile/0/x001/000")).isPresent();
    }

    @Test
    final void ofManyWhoCreateOneFileOneWins() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>) () -> store.create("batches/1", new byte[] {(byte) i}))
                    .toList());

            var won = 0;
            for (var one : all) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    final void theCheckpointIsReplacedByWhoReadItLast() {
        assertThat(store.replaceCheckpoint(null, ONE)).isTrue();
        assertThat(store.replaceCheckpoint(null, TWO)).isFalse();
        assertThat(store.replaceCheckpoint(ONE, TWO)).isTrue();

        assertThat(store.replaceCheckpoint(ONE, ONE)).isFalse();

        assertThat(store.find("checkpoint"))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(TWO));
    }

    @Test
    final void pathsAreListedInTheirOrder() {
        store.create("checkpoints/2036-05-06T12Z/00000000000000000010", ONE);
        store.create("checkpoints/2036-05-06T12Z/00000000000000000009", ONE);
        store.create("checkpoints/2036-05-06T13Z/00000000000000000011", ONE);

        assertThat(store.list("checkpoints/2036-05-06T12Z/"))
                .containsExactly(
                        "checkpoints/2036-05-06T12Z/00000000000000000009",
                        "checkpoints/2036-05-06T12Z/00000000000000000010");
        assertThat(store.list("checkpoints/2036-05-06T14Z/")).isEmpty();
        assertThat(store.list("tile/entries/000")).isEmpty();
    }
}
