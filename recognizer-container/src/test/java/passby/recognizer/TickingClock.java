package passby.recognizer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves on by one step each time that it is looked at. */
final class TickingClock extends Clock {
    private final Duration step;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    TickingClock(Duration step) {
        this.step = step;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now.getAndUpdate(before -> before.plus(step));
    }
}
