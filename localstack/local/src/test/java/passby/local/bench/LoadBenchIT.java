package passby.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@code scripts/load}. How fast it is says nothing here: the machine is shared with other tests. */
final class LoadBenchIT {
    private static final int SECONDS = 6;
    private static final int A_SECOND = 20;

    @Test
    void everyRouteAnswersUnderLoadAndWhoIsTurnedAwayIsToldWhenToComeAgain() throws IOException, InterruptedException {
        var told = new ByteArrayOutputStream();
        try (var city = new CannedCity(List.of());
                var out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            var result = new LoadBench(city, out).run(SECONDS, A_SECOND);

            assertThat(result.routes()).isEqualTo(ApiOperation.all().size());
            assertThat(result.all().failed()).isZero();
            assertThat(result.all().serverErrors()).isZero();
            assertThat(result.all().withoutRetryAfter()).isZero();
            assertThat(result.bad().statuses()).containsKey(429);
            assertThat(result.bad().withoutRetryAfter()).isZero();
            assertThat(result.windows().getLast().threads())
                    .isLessThan(result.windows().getFirst().threads() + 10);
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("GET /v1/hits ", "p95");
    }
}
