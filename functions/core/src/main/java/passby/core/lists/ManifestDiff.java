package passby.core.lists;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What changes from one version to the next, found by merging two sorted manifests: each is read once, from front to back. */
final class ManifestDiff {
    /** What becomes of one record. */
    sealed interface Difference {
        record Added(ManifestLine line) implements Difference {}

        record Changed(ManifestLine before, ManifestLine after) implements Difference {}

        record Removed(ManifestLine line) implements Difference {}

        /** @param before with the version in which the entry is stored */
        record Same(ManifestLine before) implements Difference {}
    }

    private final Supplier<Optional<ManifestLine>> before;
    private final Supplier<Optional<ManifestLine>> after;
    private @Nullable ManifestLine old;
    private @Nullable ManifestLine young;

    /** Both answer their next line, sorted by record, and nothing at their end. */
    ManifestDiff(Supplier<Optional<ManifestLine>> before, Supplier<Optional<ManifestLine>> after) {
        this.before = before;
        this.after = after;
        this.old = before.get().orElse(null);
        this.young = after.get().orElse(null);
    }

    Optional<Difference> next() {
        var first = old;
        var second = young;
        if (first == null) {
            return second == null ? Optional.empty() : Optional.of(new Difference.Added(takeYoung(second)));
        }
        var order = second == null ? -1 : first.record().compareTo(second.record());
        if (second == null || order < 0) {
            return Optional.of(new Difference.Removed(takeOld(first)));
        }
        if (order > 0) {
            return Optional.of(new Difference.Added(takeYoung(second)));
        }
        takeOld(first);
        takeYoung(second);
        var same = first.row().equals(second.row()) && first.plate().equals(second.plate());
        return Optional.of(same ? new Difference.Same(first) : new Difference.Changed(first, second));
    }

    private ManifestLine takeOld(ManifestLine line) {
        old = before.get().orElse(null);
        return line;
    }

    private ManifestLine takeYoung(ManifestLine line) {
        young = after.get().orElse(null);
        return line;
    }
}
