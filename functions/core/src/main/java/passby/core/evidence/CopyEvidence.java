package passby.core.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.core.id.Digests;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.ledger.Outcome;
import passby.core.picture.Pictures;
import passby.core.picture.StoredCrop;
import passby.core.policy.CachedPolicy;
import passby.core.read.Read;
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
    private final Pictures pictures;
    private final PlateMask mask;
    private final Vault vault;
    private final EntryFactory entries;
    private final Clock clock;

    public CopyEvidence(
            CachedPolicy policy,
            Holds holds,
            HeldRows rows,
            Reads reads,
            Pictures pictures,
            PlateMask mask,
            Vault vault,
            EntryFactory entries,
            Clock clock) {
        this.policy = policy;
        this.holds = holds;
        this.rows = rows;
        this.reads = reads;
        this.pictures = pictures;
        this.mask = mask;
        this.vault = vault;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @return how many reads were copied
     * @throws IllegalStateException when a held read is gone without a copy; the other holds are worked on first
     */
    public int handle() {
        var copied = 0;
        var lost = new ArrayList<String>();
        for (var hold : holds.open()) {
            if (!hold.isCopied()) {
                copied += copy(hold, lost);
            }
        }
        if (!lost.isEmpty()) {
            throw new IllegalStateException(lost.size() + " held reads are gone without a copy");
        }
        return copied;
    }

    private int copy(Hold hold, List<String> lost) {
        var done = new LinkedHashSet<ReadRef>();
        var hashes = new ArrayList<String>();
        for (var held : hold.reads()) {
            if (!held.copied()) {
                var hash = copy(hold, held.ref());
                hash.ifPresent(value -> {
                    done.add(held.ref());
                    hashes.add(held.ref().readId() + " " + value);
                });
                if (hash.isEmpty()) {
                    lost.add(held.ref().readId());
                }
            }
        }
        return done.isEmpty() || !save(hold, done, hashes) ? 0 : done.size();
    }

    private boolean save(Hold hold, LinkedHashSet<ReadRef> done, List<String> hashes) {
        var committed = Map.of(
                Field.ACTOR, JOB,
                Field.SUBJECT, hold.holdId(),
                Field.CASE_NUMBER, hold.caseNumber(),
                Field.COUNTS, String.join("\n", hashes));
        var entry = entries.create(
                EntryType.EVIDENCE_COPIED, Outcome.DONE, policy.current().hash(), committed, hold.entryIds());
        var next = hold.copied(done, HoldEvent.of("copied", JOB, clock.instant(), entry));
        var saved = holds.save(next, entry) instanceof Commit.Done;
        if (saved) {
            done.forEach(ref -> rows.release(hold.holdId(), ref));
        }
        return saved;
    }

    /** The hash of the copied read; empty when neither the read nor a copy is there. */
    private Optional<String> copy(Hold hold, ReadRef ref) {
        var folder = VaultNames.read(hold.holdId(), ref.readId());
        var read = reads.find(ref);
        if (read.isEmpty()) {
            return vault.find(folder + READ).map(CopyEvidence::hash);
        }
        copyPictures(hold, folder, read.get());
        // The read's own copy comes last: where it lies, the pictures lie too.
        return Optional.of(
                put(hold, folder + READ, EvidenceRead.write(read.get()).getBytes(StandardCharsets.UTF_8)));
    }

    private void copyPictures(Hold hold, String folder, Read read) {
        find(read.pictures().plate()).ifPresent(bytes -> put(hold, folder + "plate.jpg", bytes));
        pictures.find(read.pictures().vehicle().key())
                .map(jpeg -> mask.mask(jpeg, EvidenceRead.others(read)))
                .ifPresent(jpeg -> put(hold, folder + "vehicle.jpg", jpeg.bytes()));
    }

    private Optional<byte[]> find(StoredCrop crop) {
        return pictures.find(crop.key()).map(jpeg -> {
            if (!jpeg.sha256().equals(crop.sha256())) {
                throw new IllegalStateException("a stored picture is not the one that was stored");
            }
            return jpeg.bytes();
        });
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
