package passby.local.engine;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import passby.core.retention.Timing;

/** The engines as tests start them: one bucket {@code uploads} that tells the queue {@code uploads}. */
public final class TestEngines {
    public static final String UPLOADS = "uploads";

    private TestEngines() {}

    public static LocalEngines start(Storage storage) {
        return start(storage, _ -> {});
    }

    static LocalEngines start(Storage storage, Consumer<Published> published) {
        return LocalEngines.start(new LocalEngines.Config(
                storage,
                Clock.systemUTC(),
                "passby-city",
                () -> UUID.randomUUID().toString(),
                List.of("pictures"),
                Map.of(UPLOADS, spec(UPLOADS)),
                List.of(spec("more")),
                published,
                _ -> {},
                List.of()));
    }

    private static QueueSpec spec(String name) {
        return new QueueSpec(name, Timing.QUEUE_VISIBILITY, Timing.QUEUE_RECEIVES);
    }
}
