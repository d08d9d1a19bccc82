package passby.core.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import passby.core.id.Digests;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.policy.CachedPolicy;
import passby.core.read.ReadRef;
import passby.core.read.Reads;

/**
 * Copies held reads into the vault, reads every copy back, and then lets their rows run on their own clocks again. Other
 * plates in a shared frame are masked before the copy. Runs every minute; a run that is killed is made up for by the next.
 */
public final class CopyEvidence {
    private static final String JOB = "passby";
    private static final String READ = "read.json";

    private final CachedPolicy policy;
    private final Holds holds;
    private final HeldRows rows;
    private final Reads reads;
    private final CoveredPictures pictures;
    private final Vault vault;
    private final EntryFactory entries;
    private final Clock clock;

    public CopyEvidence(
            CachedPolicy policy,
            Holds holds,
            HeldRows rows,
            Reads reads,
            CoveredPictures pictures,
            Vault vault,
            EntryFactory entries,
            Clock clock) {
        this.policy = policy;
        this.holds = holds;
        this.rows = rows;
        this.reads = reads;
        this.pictures = pictures;
        this.vault = vault;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @param until when to begin no further read
     * @throws IllegalStateException when a held read is gone without a copy, or could not be copied; all others are worked on
     *     first
     */
    public CopyRun handle(Instant until) {
        var copied = 0;
        var waits = Duration.ZERO;
        var failures = new ArrayList<RuntimeException>();
        for (var hold : holds.open()) {
            if (!hold.isCopied() && hold.isInForce(clock.instant())) {
                var done = copy(hold, until, failures);
                copied += done;
                var left = hold.reads().stream().filter(read -> !read.copied()).count() - done;
                waits = left > 0 ? longer(waits, Duration.between(hold.placedAt(), clock.instant())) : waits;
            }
        }
        if (!failures.isEmpty()) {
            var failure = new IllegalStateException(failures.size() + " held reads could not be copied");
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
        return new CopyRun(copied, waits);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private int copy(Hold hold, Instant until, List<RuntimeException> failures) {
        var done = new LinkedHashMap<ReadRef, String>();
        for (var held : hold.reads()) {
            if (!held.copied() && clock.instant().isBefore(until)) {
                try {
                    copy(hold, held.ref()).ifPresent(hash -> done.put(held.ref(), hash));
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
        }
        return done.isEmpty() || !save(hold, done) ? 0 : done.size();
    }

    private boolean save(Hold hold, Map<ReadRef, String> done) {
        var hashes = done.entrySet().stream()
                .map(copy -> copy.getKey().readId() + " " + copy.getValue())
                .collect(Collectors.joining("\n"));
        var committed = Map.of(
                Field.ACTOR,
                JOB,
                Field.SUBJECT,
                hold.holdId(),
                Field.CASE_NUMBER,
                hold.caseNumber().value(),
                Field.COUNTS,
                hashes);
        var entry = entries.create(
                EntryType.EVIDENCE_COPIED, Outcome.DONE, policy.current().hash(), committed, hold.entryIds());
        var next = hold.copied(done.keySet(), HoldEvent.of("copied", JOB, clock.instant(), entry));
        var saved = holds.save(next, entry) instanceof Commit.Done;
        if (saved) {
            done.keySet().forEach(ref -> rows.release(hold.holdId(), ref));
        }
        return saved;
    }

    /**
     * The hash of the copied read; empty when the recogniser is not there to mask it.
     *
     * @throws IllegalStateException when neither the read nor a copy is there
     */
    private Optional<String> copy(Hold hold, ReadRef ref) {
        var folder = VaultNames.read(hold.holdId(), ref.readId());
        var read = reads.find(ref);
        if (read.isEmpty()) {
            return Optional.of(vault.find(folder + READ)
                    .map(CopyEvidence::hash)
                    .orElseThrow(() -> new IllegalStateException("a held read is gone without a copy")));
        }
        var shown = pictures.find(read.get());
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        shown.get().forEach((name, picture) -> put(hold, folder + name, picture.bytes()));
        // The read's own copy comes last: where it lies, the pictures lie too.
        return Optional.of(
                put(hold, folder + READ, EvidenceRead.write(read.get()).getBytes(StandardCharsets.UTF_8)));
    }

    private String put(Hold hold, String name, byte[] content) {
        vault.put(name, content, hold.until());
        var back = vault.find(name).orElseThrow(() -> new IllegalStateException("a copy cannot be read back"));
        if (!Arrays.equals(back, content)) {
            throw new IllegalStateException("a copy is not what was copied");
        }
        return hash(back);
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Digests.sha256(content));
    }
}
