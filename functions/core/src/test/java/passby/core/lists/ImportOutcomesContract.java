package passby.core.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import passby.core.id.Digests;
import passby.core.testing.Unique;

/** What every {@link ImportOutcomes} does. */
public abstract class ImportOutcomesContract {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final String sha256 = Digests.sha256Hex(new Unique().code());

    protected abstract ImportOutcomes outcomes();

    private static ImportOutcome refused() {
        return new ImportOutcome(
                ImportOutcome.Result.REFUSED, "not-signed", NOW, "entry1", Map.of(), Map.of(), Map.of());
    }

    private static ImportOutcome imported() {
        return new ImportOutcome(
                ImportOutcome.Result.IMPORTED,
                "",
                NOW.plusSeconds(1),
                "entry2",
                Map.of("rows", 3L, "added", 1L),
                Map.of("plate", 1L),
                Map.of("N", 1L));
    }

    @Test
    void theNewestOutcomeOfAFileIsFound() {
        outcomes().put("state", sha256, refused());
        outcomes().put("state", sha256, imported());

        assertThat(outcomes().find("state", sha256)).contains(imported());
    }

    @Test
    void aFileThatNobodySentHasNone() {
        outcomes().put("state", sha256, refused());

        assertThat(outcomes().find("other", sha256)).isEmpty();
    }
}
