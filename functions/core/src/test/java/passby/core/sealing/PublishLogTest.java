package passby.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import passby.core.note.TestKeys;
import passby.core.tlog.Tree;

final class PublishLogTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant HALF_PAST_NOON = Instant.parse("2036-05-06T12:30:00Z");

    private final TestLog log = new TestLog();
    private final InMemoryLogStore copy = new InMemoryLogStore();

    @BeforeEach
    void twoHoursOfEntries() {
        for (var minute = 0; minute < 120; minute++) {
            log.clock.set(HALF_PAST_NOON.plus(Duration.ofMinutes(minute)));
            log.accept(3);
            log.sealer().handle();
        }
    }

    private long publishAt(Instant now, Duration delay) {
        log.clock.set(now);
        return new PublishLog(log.store, copy, TestKeys.LOG.verifierKey(), delay, log.clock).handle();
    }

    private long published() {
        return Head.of(copy.find("checkpoint").orElseThrow(), TestKeys.LOG.verifierKey())
                .checkpoint()
                .size();
    }

    @Test
    void nothingIsPublicBeforeItsHourIsADayOld() {
        assertThat(publishAt(HALF_PAST_NOON.plus(DAY), DAY)).isZero();

        assertThat(copy.files()).isEmpty();
    }

    @Test
    void anHourIsPublishedWholeWithItsLastCheckpoint() {
        assertThat(publishAt(Instant.parse("2036-05-07T13:00:00Z"), DAY)).isEqualTo(90);
        assertThat(publishAt(Instant.parse("2036-05-07T13:59:00Z"), DAY)).isZero();

        assertThat(publishAt(Instant.parse("2036-05-07T14:00:00Z"), DAY)).isEqualTo(180);

        assertThat(published()).isEqualTo(270);
        assertThat(copy.list("checkpoints/"))
                .containsExactly(
                        "checkpoints/2036-05-06T12Z/00000000000000000090",
                        "checkpoints/2036-05-06T13Z/00000000000000000270");
        assertThat(copy.list("batches/")).isEmpty();
    }

    @Test
    void theCopyHoldsNothingBehindItsCheckpoint() {
        publishAt(Instant.parse("2036-05-07T13:00:00Z"), DAY);

        assertThat(copy.files().keySet())
                .containsExactly(
                        "checkpoint",
                        "checkpoints/2036-05-06T12Z/00000000000000000090",
                        "tile/0/000.p/90",
                        "tile/entries/000.p/90",
                        "vkey");
    }

    @Test
    void bothCopiesSayWhichKeySignsThem() {
        publishAt(Instant.parse("2036-05-07T13:00:00Z"), DAY);

        var key = (TestKeys.LOG.verifierKey().text() + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(log.store.find("vkey")).contains(key);
        assertThat(copy.find("vkey")).contains(key);
    }

    @Test
    void aPartialFileThatIsGoneIsCutFromTheFullOne() {
        log.store.files().remove("tile/0/000.p/90");
        log.store.files().remove("tile/entries/000.p/90");

        publishAt(Instant.parse("2036-05-07T13:00:00Z"), DAY);

        var root = new Tree(90, log.store).root();
        assertThat(new Tree(90, copy).root()).isEqualTo(root);
        assertThat(copy.find("tile/entries/000.p/90")).isPresent();
    }

    @Test
    void withoutADelayEveryCheckpointIsPublishedAtOnce() {
        assertThat(publishAt(log.clock.instant(), Duration.ZERO)).isEqualTo(360);

        assertThat(published()).isEqualTo(360);
    }

    @Test
    void aDayThatWasMissedIsMadeUpForInOneRun() {
        assertThat(publishAt(Instant.parse("2036-06-20T00:00:00Z"), DAY)).isEqualTo(360);
    }
}
