package passby.core.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import passby.core.lists.ManifestDiff.Difference;

/** Takes back, row by row, what an import that was cut off has written: no leftover may become visible under a later version. */
final class UndoImport {
    private final Manifests manifests;
    private final ListedRows rows;

    UndoImport(Manifests manifests, ListedRows rows) {
        this.manifests = manifests;
        this.rows = rows;
    }

    /** @param alive called before each batch; throws when somebody else took over */
    void handle(String source, @Nullable ListVersion active, RunningImport running, Runnable alive) {
        try (var written = open(running.manifest())) {
            if (active == null) {
                undo(source, Optional::empty, written, running.version(), alive);
            } else {
                try (var before = open(active.manifest())) {
                    undo(source, before::next, written, running.version(), alive);
                }
            }
        }
    }

    private ManifestReader open(String name) {
        return new ManifestReader(
                manifests.open(name).orElseThrow(() -> new IllegalStateException("a manifest is missing")));
    }

    private void undo(
            String source,
            Supplier<Optional<ManifestLine>> before,
            ManifestReader written,
            int version,
            Runnable alive) {
        var put = new ArrayList<EntryAddress>();
        var ended = new ArrayList<EntryAddress>();
        var diff = new ManifestDiff(before, written::next);
        for (var next = diff.next(); next.isPresent(); next = diff.next()) {
            switch (next.get()) {
                case Difference.Added added -> put.add(ListDiff.address(added.line(), written.keyVersion()));
                case Difference.Changed changed -> {
                    put.add(ListDiff.address(changed.after(), written.keyVersion()));
                    ended.add(ListDiff.address(changed.before(), written.keyVersion()));
                }
                case Difference.Removed removed -> ended.add(ListDiff.address(removed.line(), written.keyVersion()));
                case Difference.Same same -> {}
            }
            if (put.size() == ListedRows.BATCH || ended.size() == ListedRows.BATCH) {
                undo(source, put, ended, version, alive);
            }
        }
        undo(source, put, ended, version, alive);
    }

    private void undo(String source, List<EntryAddress> put, List<EntryAddress> ended, int version, Runnable alive) {
        alive.run();
        rows.remove(source, List.copyOf(put));
        rows.reopen(source, List.copyOf(ended), version);
        put.clear();
        ended.clear();
    }
}
