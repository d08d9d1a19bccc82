package passby.local.lambda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Invocations at one instant, each with the same id. */
final class Fixed {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Invocations INVOCATIONS = new Invocations("Tested", Duration.ofSeconds(20), CLOCK, () -> "request-1");

    private Fixed() {}
}
