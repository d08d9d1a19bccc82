package passby.core.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.core.lists.ImportAnswer.RefusalReason;

/** Whether a city takes a file: its source signed it, or two people agreed to it. */
final class FeedAdmission {
    /** How far the clock of an agency may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private FeedAdmission() {}

    /**
     * Why not, if not.
     *
     * @param received when the file came: an approval that counted then lets its import end, however long that takes
     */
    static Optional<RefusalReason> refusal(
            ListSource source, String sha256, @Nullable FeedSignature signature, Instant received, Instant now) {
        if (!source.isArmed()) {
            return Optional.of(RefusalReason.NOT_ACCEPTED);
        }
        var key = source.signingKey();
        if (key == null) {
            var announced = source.announced();
            var allowed = announced != null && announced.allows(sha256, received);
            return allowed ? Optional.empty() : Optional.of(RefusalReason.NOT_APPROVED);
        }
        if (signature == null
                || !signature.source().equals(source.source())
                || !signature.sha256().equals(sha256)
                || signature.issued().isAfter(now.plus(SKEW))
                || !signature.verifies(key)) {
            return Optional.of(RefusalReason.NOT_SIGNED);
        }
        var active = source.active();
        return active != null && signature.issued().isBefore(active.received())
                ? Optional.of(RefusalReason.OLDER_THAN_ACTIVE)
                : Optional.empty();
    }
}
