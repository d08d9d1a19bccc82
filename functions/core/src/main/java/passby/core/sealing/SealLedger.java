package passby.core.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import passby.core.disclosure.EntryFormatException;
import passby.core.disclosure.SealedEntry;
import passby.core.note.Note;
import passby.core.note.NoteSigner;
import passby.core.note.VerifierKey;
import passby.core.tlog.AddCheckpoint;
import passby.core.tlog.Checkpoint;
import passby.core.tlog.Tree;

/**
 * Seals what waits, every minute. The package says in which order, and why that is safe.
 *
 * <p>An entry that was accepted before a checkpoint's time is in its tree: the time is read before the look at what waits, and a
 * checkpoint whose run left something waiting keeps the time of the one before.
 */
public final class SealLedger {
    /** What one look at the waiting entries fetches at most. */
    static final int MAX_LOOK = 4 * Batch.MAX_ENTRIES;

    /** 131,072 entries: two minutes of the highest rate that is planned for. */
    private static final int MAX_BATCHES = 32;

    private static final int MAX_RACES = 5;

    /** What waits for longer may be a row of a copy that somebody wrote back after its entry was sealed. */
    private static final Duration USUAL_WAIT = Duration.ofMinutes(10);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH'Z'").withZone(ZoneOffset.UTC);

    private final PendingEntries pending;
    private final EntryIndex index;
    private final LogStore store;
    private final NoteSigner signer;
    private final Witnesses witnesses;
    private final Clock clock;

    public SealLedger(
            PendingEntries pending,
            EntryIndex index,
            LogStore store,
            NoteSigner signer,
            Witnesses witnesses,
            Clock clock) {
        this.pending = pending;
        this.index = index;
        this.store = store;
        this.signer = signer;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param size of the log after it
     * @param added entries that it sealed, those of another sealer's unfinished batch included
     * @param refused waiting rows that are no entries: they stay where they are, and somebody must look
     * @param lag how long the oldest entry waits that this run left
     */
    public record Sealed(long size, long added, int refused, Duration lag) {}

    /** Where the checkpoints of that hour are kept for good. */
    public static String archive(Instant hour) {
        return "checkpoints/" + HOUR.format(hour) + "/";
    }

    /** What the folders of a day begin with. */
    public static String archiveOfDay(Instant day) {
        return "checkpoints/" + DAY.format(day);
    }

    /** Writes down which key signs this log, before its first checkpoint. */
    static void createKey(LogStore log, VerifierKey key) {
        log.create(LogStore.VERIFIER_KEY, (key.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** @throws LogConflictException when the log is not what it must be: nothing is signed then */
    public Sealed handle() {
        var head = head();
        var log = OpenLog.at(store, head);
        var from = log.size();
        follow(log);
        var look = look(log);
        var batches = 0;
        while (!look.entries().isEmpty() && batches < MAX_BATCHES) {
            look = seal(log, look);
            batches++;
        }
        var time = look.entries().isEmpty() ? look.at() : Instant.EPOCH;
        if (log.size() > from) {
            if (head.isEmpty()) {
                createKey(store, signer.verifierKey());
            }
            publish(log, later(time, head));
        }
        return new Sealed(log.size(), log.size() - from, look.refused(), lag(look.entries()));
    }

    /** What waited at a time. Complete unless it is as long as the limit; then {@code entries} are never empty in the end. */
    private record Look(Instant at, List<PendingEntry> entries, boolean complete, int refused) {
        Look without(Batch batch) {
            return new Look(at, entries.subList(batch.entries().size(), entries.size()), complete, refused);
        }
    }

    private Look look(OpenLog log) {
        var at = clock.instant();
        var found = pending.find(MAX_LOOK);
        var entries =
                found.stream().filter(SealLedger::isEntry).sorted(Batch.ORDER).toList();
        var again = sealedBefore(log, entries, at.minus(USUAL_WAIT));
        if (!again.isEmpty()) {
            pending.remove(again);
            return look(log);
        }
        return new Look(at, entries, found.size() < MAX_LOOK, found.size() - entries.size());
    }

    /** The index says where they would stand, and the log whether they do: an index that is wrong keeps no entry out. */
    private List<PendingEntry> sealedBefore(OpenLog log, List<PendingEntry> entries, Instant since) {
        var old = entries.stream()
                .filter(entry -> entry.acceptedAt().isBefore(since))
                .toList();
        if (old.isEmpty()) {
            return List.of();
        }
        var places = index.find(old.stream().map(PendingEntry::entryId).toList());
        return old.stream()
                .filter(entry -> places.containsKey(entry.entryId()))
                .filter(entry -> log.holds(
                        places.getOrDefault(entry.entryId(), -1L),
                        entry.canonical().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** Adds one batch. Whoever loses the race for its place follows the winner and looks anew. */
    private Look seal(OpenLog log, Look look) {
        var batch = Batch.of(log.size(), look.entries());
        if (!log.decide(batch)) {
            follow(log);
            return look(log);
        }
        integrate(log, batch);
        var rest = look.without(batch);
        return rest.entries().isEmpty() && !rest.complete() ? look(log) : rest;
    }

    private void follow(OpenLog log) {
        for (var batch = log.decided(); batch.isPresent(); batch = log.decided()) {
            integrate(log, batch.get());
        }
    }

    private void integrate(OpenLog log, Batch batch) {
        log.integrate(batch);
        index.put(batch.first(), batch.entryIds());
        pending.remove(batch.entries());
    }

    private void publish(OpenLog log, Instant time) {
        var checkpoint = new Checkpoint(signer.verifierKey().name(), log.size(), log.root(), time);
        var signed = signer.signed(checkpoint.text());
        var proofs = new Tree(log.size(), store);
        var cosigned = witnesses.cosign(new AddCheckpoint(0, List.of(), signed), proofs::consistencyProof);
        publish(archived(checkpoint, signed.with(cosigned)));
    }

    /** The first checkpoint of a size and hour stays: another sealer's is as good, when it is of the same tree. */
    private Head archived(Checkpoint checkpoint, Note note) {
        var path = archive(checkpoint.time()) + String.format("%020d", checkpoint.size());
        if (store.create(path, note.bytes())) {
            return new Head(note, checkpoint);
        }
        var earlier = Head.of(store.find(path).orElseThrow(), signer.verifierKey());
        if (!earlier.isOfSameTree(checkpoint)) {
            throw new LogConflictException(path + " is of another tree");
        }
        return earlier;
    }

    private void publish(Head ours) {
        for (var race = 0; race < MAX_RACES; race++) {
            var found = store.find(LogStore.CHECKPOINT);
            var current = found.map(bytes -> Head.of(bytes, signer.verifierKey()));
            if (current.isPresent()
                    && current.get().checkpoint().size() >= ours.checkpoint().size()) {
                return;
            }
            if (store.replaceCheckpoint(found.orElse(null), ours.note().bytes())) {
                return;
            }
        }
        throw new IllegalStateException("the checkpoint is replaced faster than it can be read");
    }

    private Optional<Head> head() {
        return store.find(LogStore.CHECKPOINT).map(bytes -> Head.of(bytes, signer.verifierKey()));
    }

    /** A clock that was set back does not set the log back. */
    private static Instant later(Instant time, Optional<Head> head) {
        return head.map(earlier -> earlier.checkpoint().time())
                .filter(time::isBefore)
                .orElse(time);
    }

    private Duration lag(List<PendingEntry> left) {
        return left.stream()
                .map(PendingEntry::acceptedAt)
                .min(Comparator.naturalOrder())
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private static boolean isEntry(PendingEntry row) {
        try {
            var bytes = row.canonical().getBytes(StandardCharsets.UTF_8);
            return SealedEntry.parse(bytes).entryId().equals(row.entryId());
        } catch (EntryFormatException e) {
            return false;
        }
    }
}
