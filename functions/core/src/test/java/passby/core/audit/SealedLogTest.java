package passby.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import passby.core.sealing.InMemoryLogStore;
import passby.core.sealing.LogStore;
import passby.core.sealing.SealLedger;

final class SealedLogTest {
    private static final Instant HOUR = Instant.parse("2036-05-06T12:00:00Z");

    private final CountingStore store = new CountingStore();
    private final SealedLog log = new SealedLog(store, () -> {
        throw new IllegalStateException("no key is asked for");
    });

    private void sealed(Instant hour, long size) {
        store.create(SealLedger.archive(hour) + "%020d".formatted(size), new byte[0]);
    }

    @Test
    void anHourBeginsAtTheLastCheckpointBeforeIt() {
        sealed(HOUR.minusSeconds(7200), 3);
        sealed(HOUR.minusSeconds(3600), 5);
        sealed(HOUR.minusSeconds(3600), 8);
        sealed(HOUR, 13);

        assertThat(log.startOf(HOUR)).isEqualTo(8);
        assertThat(store.lists).hasSize(1);
    }

    @Test
    void afterAQuietWeekTheLastCheckpointIsFoundByAFewLists() {
        sealed(HOUR.minus(Duration.ofDays(7)), 21);
        sealed(HOUR.plusSeconds(3600), 34);

        assertThat(log.startOf(HOUR)).isEqualTo(21);
        assertThat(store.lists).hasSizeLessThan(10);
    }

    @Test
    void whatWasSealedLaterOnTheSameDayIsNotBefore() {
        sealed(HOUR.plusSeconds(3600), 34);
        sealed(HOUR.minusSeconds(7200), 3);

        assertThat(log.startOf(HOUR)).isEqualTo(3);
    }

    @Test
    void aLogThatIsYoungerThanTheHourIsReadFromItsBeginningWithoutAskingForEveryHour() {
        sealed(HOUR, 13);

        assertThat(log.startOf(HOUR)).isZero();
        assertThat(store.lists).hasSizeLessThan(12);
    }

    /** A store that remembers what was listed. */
    private static final class CountingStore implements LogStore {
        private final InMemoryLogStore files = new InMemoryLogStore();
        private final List<String> lists = new ArrayList<>();

        @Override
        public Optional<byte[]> find(String path) {
            return files.find(path);
        }

        @Override
        public boolean create(String path, byte[] content) {
            return files.create(path, content);
        }

        @Override
        public boolean replaceCheckpoint(byte @Nullable [] expected, byte[] checkpoint) {
            return files.replaceCheckpoint(expected, checkpoint);
        }

        @Override
        public List<String> list(String prefix) {
            lists.add(prefix);
            return files.list(prefix);
        }
    }
}
