package passby.core.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static passby.core.testing.TestData.NOW;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import passby.core.testing.Unique;

/** What every {@link SpentTokens} does. */
public abstract class SpentTokensContract {
    private final Unique unique = new Unique();
    private final String cameraId = unique.cameraId();
    private final String tokenId = unique.code();

    protected abstract SpentTokens tokens();

    @Test
    void aTokenIsSpentOnce() {
        assertThat(tokens().spend(cameraId, tokenId, NOW)).isTrue();
        assertThat(tokens().spend(cameraId, tokenId, NOW)).isFalse();
    }

    @Test
    void aSpentTokenDoesNotComeBackWithAnotherExpiry() {
        tokens().spend(cameraId, tokenId, NOW);

        assertThat(tokens().spend(cameraId, tokenId, NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void theNextTokenOfACameraIsFresh() {
        tokens().spend(cameraId, tokenId, NOW);

        assertThat(tokens().spend(cameraId, unique.code(), NOW)).isTrue();
    }

    @Test
    void twoCamerasMayMakeTheSameTokenId() {
        tokens().spend(cameraId, tokenId, NOW);

        assertThat(tokens().spend(unique.cameraId(), tokenId, NOW)).isTrue();
    }

    @Test
    void ofManyAtOnceOneIsFirst() throws InterruptedException, ExecutionException {
        var wins = 0;

        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> spend = () -> tokens().spend(cameraId, tokenId, NOW);
            for (Future<Boolean> won : threads.invokeAll(Collections.nCopies(16, spend))) {
                wins += won.get() ? 1 : 0;
            }
        }

        assertThat(wins).isEqualTo(1);
    }
}
