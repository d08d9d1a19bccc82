package passby.local.bench;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import passby.core.hotlist.ListedState;
import passby.core.recognition.Plate;
import passby.core.retention.NonHitRetention;
import passby.local.BenchCity;
import passby.local.show.Percentiles;

/**
 * {@code scripts/bench pipeline}: what a warm pass from upload to alert costs beside the recogniser, which here answers at
 * once. Every pass is a hit, the dearest kind: matched, stored with its entry, published.
 */
public final class PipelineBench {
    private static final int WARM_UP = 150;
    private static final int MEASURED = 100;

    private PipelineBench() {}
}
