package passby.core.read;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import passby.core.id.Digests;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.ReaderRules;

/**
 * Draws reads for people to label (product.md, B7). The lot of a read is SHA-256("passby/sample1", salt of the frame, read id): nobody
 * knows the salt before the frame is stored, and the frame's leaf in the ledger commits to it, so that nobody can steer the draw, and
 * whoever is shown the salts can draw again. Of a camera's day the lowest lots stay, one for each place: a busy hour has no larger share
 * than its reads.
 */
public final class DrawSamples {
    /** How long a sample waits for its label after its day, however long reads are kept. */
    public static final Period WAITS = Period.ofDays(7);

    private static final int LOT_OF_PLACE = 8;
    private static final int THOUSAND = 1000;

    private final SamplePlaces places;

    public DrawSamples(SamplePlaces places) {
        this.places = places;
    }

    /** In flush mode nothing is drawn: what a frame left behind there is a hit, and hits are no random sample. */
    void handle(List<Frame> stored, EffectivePolicy policy) {
        if (policy.nonHitRetention().isFlush()) {
            return;
        }
        stored.stream()
                .flatMap(frame -> frame.reads().stream().map(read -> candidate(frame, read.readId())))
                .filter(candidate -> isConsidered(candidate.lot(), policy.readers()))
                // Of a place only the lowest can win: most minutes offer none, a busy one few.
                .collect(Collectors.groupingBy(
                        candidate -> List.of(candidate.cameraId(), candidate.day(), candidate.place()),
                        Collectors.minBy((one, other) -> one.lot().compareTo(other.lot()))))
                .values()
                .forEach(lowest -> lowest.ifPresent(places::offer));
    }

    private static SampledRead candidate(Frame frame, String readId) {
        var lot = Digests.sha256(Digests.framed(
                Digests.utf8("passby/sample1"), HexFormat.of().parseHex(frame.salt()), Digests.utf8(readId)));
        var day = LocalDate.ofInstant(frame.storedAt(), ZoneOffset.UTC);
        var end = day.plusDays(1).plus(WAITS).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new SampledRead(
                frame.cameraId(),
                day,
                Math.floorMod(ByteBuffer.wrap(lot).getInt(LOT_OF_PLACE), ReaderRules.SAMPLES_A_DAY),
                HexFormat.of().formatHex(lot),
                readId,
                frame.engine(),
                frame.expiresAt().isBefore(end) ? frame.expiresAt() : end);
    }

    /** By the first four bytes as a number without a sign. */
    private static boolean isConsidered(String lot, ReaderRules rules) {
        return Long.parseLong(lot.substring(0, 8), 16) * THOUSAND < ((long) rules.sampleShare() << Integer.SIZE);
    }
}
