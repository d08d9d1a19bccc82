package passby.core.lists;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import passby.core.feed.FeedLayouts;
import passby.core.feed.FeedRow;
import passby.core.id.Ulids;
import passby.core.ledger.Commit;
import passby.core.ledger.EntryFactory;
import passby.core.ledger.EntryType;
import passby.core.ledger.Ledger;
import passby.core.lists.ImportAnswer.AbortReason;
import passby.core.lists.ImportAnswer.RefusalReason;
import passby.core.plate.CityKey;

/**
 * Makes a file the next version of its list. Only what changed is written: entries first, and the active version flips last,
 * in one transaction with the receipt. An import that is cut off is invisible; the same file resumes it, another file undoes
 * it first.
 */
public final class ImportList {
    /** How long an ended entry is stored: longer than any import may stay cut off. */
    static final Duration ENDED_LIFE = Duration.ofDays(7);

    private static final int MAX_ATTEMPTS = 5;
    private static final int PROGRESS_ROWS = 10_000;

    private final Lists lists;
    private final Manifests manifests;
    private final ListedRows rows;
    private final ImportEntries told;
    private final Supplier<ListPolicy> policy;
    private final Supplier<CityKey> cityKey;
    private final Ulids ids;
    private final Clock clock;

    public ImportList(
            Lists lists,
            Manifests manifests,
            ListedRows rows,
            Ledger ledger,
            EntryFactory entries,
            Supplier<ListPolicy> policy,
            Supplier<String> policyHash,
            Supplier<CityKey> cityKey,
            Ulids ids,
            Clock clock) {
        this.lists = lists;
        this.manifests = manifests;
        this.rows = rows;
        this.told = new ImportEntries(ledger, entries, policyHash);
        this.policy = policy;
        this.cityKey = cityKey;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws LeaseLost when another run of the same import took over meanwhile */
    public ImportAnswer handle(ImportOrder order) {
        var current = policy.get();
        var source = lists.find(order.source());
        if (source.isEmpty()) {
            return told.refuse(order, RefusalReason.UNKNOWN_SOURCE);
        }
        if (current.localOnly()) {
            return told.refuse(order, RefusalReason.LOCAL_ONLY);
        }
        if (!source.get().isArmed()) {
            return told.refuse(order, RefusalReason.NOT_ACCEPTED);
        }
        var busy = busy(source.get());
        try {
            return busy.isPresent() ? busy.get() : new Run(order, current, source.get()).scan();
        } catch (ImportPaused paused) {
            return new ImportAnswer.Paused(paused.written());
        }
    }

    private Optional<ImportAnswer> busy(ListSource source) {
        return Optional.ofNullable(source.running())
                .filter(running -> clock.instant().isBefore(running.leaseUntil()))
                .map(running -> new ImportAnswer.Busy(running.version(), running.leaseUntil()));
    }

    /** One file on its way. */
    private final class Run {
        private final ImportOrder order;
        private final ListPolicy limits;
        private final FeedScan.Reading reading;
        private ListSource source;

        Run(ImportOrder order, ListPolicy limits, ListSource source) {
            this.order = order;
            this.limits = limits;
            this.source = source;
            var layout = FeedLayouts.named(source.layout())
                    .orElseThrow(() -> new IllegalStateException("no layout " + source.layout()));
            this.reading =
                    new FeedScan.Reading(source.source(), layout, limits.fileCodes(), clock.instant(), cityKey.get());
        }

        ImportAnswer scan() {
            var scan = FeedScan.of(order.file(), reading);
            var refusal =
                    FeedAdmission.refusal(source, scan.sha256(), order.signature(), order.received(), clock.instant());
            if (refusal.isPresent()) {
                return told.refuse(order, refusal.get());
            }
            for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
                source = lists.find(order.source()).orElse(source);
                var answer = attempt(scan);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return busy(source).orElseThrow(() -> new IllegalStateException("a list is revised without end"));
        }

        /** Empty when the source was revised meanwhile, or a leftover had to be undone first. */
        private Optional<ImportAnswer> attempt(FeedScan scan) {
            var busy = busy(source);
            if (busy.isPresent()) {
                return busy;
            }
            var diff = ListDiff.of(
                    manifests, source.active(), scan.records(), reading.key().version());
            var version = source.running() == null
                    ? source.lastVersion() + 1
                    : source.running().version();
            var receipt = receipt(scan, diff, version);
            var abort = limits.abort(source, scan, diff, order.received());
            if (abort.isPresent()) {
                return Optional.of(told.abort(order, abort.get(), receipt));
            }
            var manifest = diff.manifestName(source.source(), version);
            var running = source.running();
            if (running != null && !running.manifest().equals(manifest)) {
                undo(running);
                return Optional.empty();
            }
            diff.writeManifest(manifest, version);
            return begin(scan, version, manifest).map(begun -> write(scan, diff, begun, receipt));
        }

        /** A leftover of another file, or of this one read under another policy. */
        private void undo(RunningImport running) {
            var taken = running.takenBack(ids.next(), clock.instant().plus(Lease.LIFE));
            if (!commit(source.with(taken), EntryType.LIST_IMPORT_BEGUN, "undo")) {
                return;
            }
            var lease = new Lease(lists, clock, source.source(), taken.leaseId(), order.until());
            new UndoImport(manifests, rows).handle(source.source(), source.active(), taken, () -> lease.keep(0));
            var latest = held(taken.leaseId());
            RunningImport none = null;
            if (commit(latest.with(none), EntryType.LIST_IMPORT_UNDONE, "undone")) {
                manifests.delete(taken.manifest());
            }
        }

        private Optional<RunningImport> begin(FeedScan scan, int version, String manifest) {
            var until = clock.instant().plus(Lease.LIFE);
            var running = source.running();
            var begun = running == null
                    ? new RunningImport(version, scan.sha256(), manifest, ids.next(), until, 0)
                    : running.takenOver(ids.next(), until);
            return commit(source.with(begun), EntryType.LIST_IMPORT_BEGUN, running == null ? "begin" : "resume")
                    ? Optional.of(begun)
                    : Optional.empty();
        }

        private boolean commit(ListSource revised, EntryType type, String action) {
            return lists.revise(revised, told.step(order, type, action)) instanceof Commit.Done;
        }

        private ImportAnswer write(FeedScan scan, ListDiff diff, RunningImport begun, ImportReceipt receipt) {
            var lease = new Lease(lists, clock, source.source(), begun.leaseId(), order.until());
            var sha256 = putChanged(scan, begun, lease);
            if (!sha256.equals(begun.sha256())) {
                return told.abort(order, AbortReason.NOT_THE_SAME_TWICE, receipt);
            }
            diff.forEachEnded(ended -> {
                lease.keep(scan.rows());
                rows.end(
                        source.source(),
                        List.copyOf(ended),
                        begun.version(),
                        clock.instant().plus(ENDED_LIFE));
            });
            lease.keep(scan.rows());
            return flip(begun, receipt);
        }

        /** @return the hash of the file as it was read now */
        private String putChanged(FeedScan scan, RunningImport begun, Lease lease) {
            var batch = new ArrayList<ListedRow>();
            var written = new long[] {begun.written()};
            var sha256 = FeedScan.again(order.file(), reading, (number, row) -> {
                if (number % PROGRESS_ROWS == 0) {
                    order.progress().accept(number);
                }
                if (number >= begun.written() && scan.records().isChanged((int) number)) {
                    batch.add(listed(row, begun.version()));
                }
                if (batch.size() == ListedRows.BATCH) {
                    put(batch, lease, written[0]);
                    written[0] = number + 1;
                }
            });
            put(batch, lease, written[0]);
            return sha256;
        }

        /** The lease is looked at before each write: who was frozen for a while may have lost it. */
        private void put(List<ListedRow> batch, Lease lease, long written) {
            lease.keep(written);
            if (!batch.isEmpty()) {
                rows.put(source.source(), List.copyOf(batch));
                batch.clear();
            }
        }

        private ListedRow listed(FeedRow row, int version) {
            return new ListedRow(
                    RecordHashes.record(reading.key(), source.source(), row).base32(),
                    reading.key().plateKey(row.plate()),
                    version,
                    order.dated(),
                    row);
        }

        /** The one moment in which the version becomes visible, together with its receipt. */
        private ImportAnswer flip(RunningImport begun, ImportReceipt receipt) {
            var version = new ListVersion(
                    begun.version(),
                    begun.sha256(),
                    order.dated(),
                    receipt.entries(),
                    begun.manifest(),
                    receipt.refused());
            var entry = told.imported(order, receipt);
            for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
                var latest = held(begun.leaseId());
                if (lists.revise(latest.with(version), entry) instanceof Commit.Done done) {
                    forgetManifests(begun);
                    return new ImportAnswer.Imported(receipt, done.accepted());
                }
            }
            throw new IllegalStateException("a list is revised without end");
        }

        /** Those of versions before, and of imports that began at the same moment and lost: nothing leads to them any more. */
        private void forgetManifests(RunningImport done) {
            manifests.names(source.source()).stream()
                    .filter(name -> !name.equals(done.manifest()) && ListDiff.versionIn(name) <= done.version())
                    .forEach(manifests::delete);
        }

        private ListSource held(String leaseId) {
            return lists.find(source.source())
                    .filter(found ->
                            found.running() != null && found.running().leaseId().equals(leaseId))
                    .orElseThrow(LeaseLost::new);
        }

        private ImportReceipt receipt(FeedScan scan, ListDiff diff, int version) {
            return new ImportReceipt(
                    source.source(),
                    version,
                    scan.sha256(),
                    order.dated(),
                    scan.rows(),
                    scan.records().size(),
                    diff.added(),
                    diff.changed(),
                    diff.removed(),
                    scan.rejected(),
                    scan.refused(),
                    source.age(order.dated()).orElse(Duration.ZERO));
        }
    }
}
