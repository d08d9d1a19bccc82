package passby.core.lists;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.lists.ManifestDiff.Difference;
import passby.core.plate.PlateKey;

/** A file against the active version of its list: counts, the next manifest, and what an import has to write and to end. */
final class ListDiff {
    private final Manifests manifests;
    private final @Nullable ListVersion active;
    private final FileRecords records;
    private final int keyVersion;
    private int before;
    private int added;
    private int changed;
    private int removed;

    private ListDiff(Manifests manifests, @Nullable ListVersion active, FileRecords records, int keyVersion) {
        this.manifests = manifests;
        this.active = active;
        this.records = records;
        this.keyVersion = keyVersion;
    }

    /** Merges once: counts, and marks the records that are to be written. */
    static ListDiff of(Manifests manifests, @Nullable ListVersion active, FileRecords records, int keyVersion) {
        var diff = new ListDiff(manifests, active, records, keyVersion);
        diff.merge((difference, rank) -> {
            switch (difference) {
                case Difference.Added added -> {
                    diff.added++;
                    records.markChanged(rank);
                }
                case Difference.Changed changed -> {
                    diff.before++;
                    diff.changed++;
                    records.markChanged(rank);
                }
                case Difference.Removed removed -> {
                    diff.before++;
                    diff.removed++;
                }
                case Difference.Same same -> diff.before++;
            }
        });
        return diff;
    }

    /** @param each a difference and, where the record is in the file, its rank there */
    private void merge(BiConsumer<Difference, Integer> each) {
        if (active == null) {
            merge(Optional::empty, each);
            return;
        }
        try (var old = new ManifestReader(manifests
                .open(active.manifest())
                .orElseThrow(() -> new IllegalStateException("the manifest of the active version is missing")))) {
            if (old.keyVersion() != keyVersion) {
                throw new IllegalStateException("the active version was made under another city key");
            }
            merge(old::next, each);
        }
    }

    private void merge(Supplier<Optional<ManifestLine>> old, BiConsumer<Difference, Integer> each) {
        var rank = new int[] {0};
        var diff = new ManifestDiff(
                old, () -> rank[0] < records.size() ? Optional.of(records.line(rank[0]++, 0)) : Optional.empty());
        var taken = 0;
        for (var next = diff.next(); next.isPresent(); next = diff.next()) {
            each.accept(next.get(), taken);
            if (!(next.get() instanceof Difference.Removed)) {
                taken++;
            }
        }
    }

    int added() {
        return added;
    }

    int changed() {
        return changed;
    }

    int removed() {
        return removed;
    }

    boolean removesMoreThan(int percent) {
        return 100L * removed > (long) percent * before;
    }

    /** Names the next manifest by what is in it, so that two files, or one file read under two policies, never share one. */
    String manifestName(String source, int version) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var rank = 0; rank < records.size(); rank++) {
                var line = records.line(rank, 0);
                digest.update(line.record().bytes());
                digest.update(line.row().bytes());
                digest.update(line.plate().bytes());
            }
            var content = HexFormat.of().formatHex(digest.digest(), 0, 16);
            return source + "/" + version + "-" + content;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The version that {@link #manifestName} wrote into a name. */
    static int versionIn(String manifestName) {
        var begin = manifestName.lastIndexOf('/') + 1;
        return Integer.parseInt(manifestName.substring(begin, manifestName.indexOf('-', begin)));
    }

    /** Unchanged records keep the version under which they are stored. */
    void writeManifest(String name, int version) {
        manifests.write(name, output -> {
            try (var writer = new ManifestWriter(output, keyVersion, records.size())) {
                merge((difference, rank) -> {
                    switch (difference) {
                        case Difference.Added added -> writer.write(added.line().of(version));
                        case Difference.Changed changed ->
                            writer.write(changed.after().of(version));
                        case Difference.Same same -> writer.write(same.before());
                        case Difference.Removed removed -> {}
                    }
                });
            }
        });
    }

    /** What ends with the next version, in batches. */
    void forEachEnded(BatchOf<EntryAddress> batches) {
        var batch = new ArrayList<EntryAddress>();
        merge((difference, rank) -> {
            switch (difference) {
                case Difference.Changed changed -> add(changed.before(), batch, batches);
                case Difference.Removed removed -> add(removed.line(), batch, batches);
                case Difference.Added added -> {}
                case Difference.Same same -> {}
            }
        });
        batches.take(batch);
    }

    private void add(ManifestLine line, List<EntryAddress> batch, BatchOf<EntryAddress> batches) {
        batch.add(address(line, keyVersion));
        if (batch.size() == ListedRows.BATCH) {
            batches.take(batch);
            batch.clear();
        }
    }

    /** Takes at most {@link ListedRows#BATCH} at a time. */
    interface BatchOf<T> {
        void take(List<T> batch);
    }

    static EntryAddress address(ManifestLine line, int keyVersion) {
        return new EntryAddress(line.record().base32(), PlateKey.of(keyVersion, line.plate()), line.fromVersion());
    }
}
