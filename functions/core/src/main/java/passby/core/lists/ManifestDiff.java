package passby.core.lists;

import java.util.Optional;
import java.util.function.Supplier;

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
    private Optional<ManifestLine> old;
    private Optional<ManifestLine> young;

    /** Both answer their next line, sorted by record, and nothing at their end. */
    ManifestDiff(Supplier<Optional<ManifestLine>> before, Supplier<Optional<ManifestLine>> after) {
        this.before = before;
        this.after = after;
        this.old = before.get();
        this.young = after.get();
    }

    Optional<Difference> next() {
        if (old.isEmpty() && young.isEmpty()) {
            return Optional.empty();
        }
        var order = old.isEmpty()
                ? 1
                : young.isEmpty()
                        ? -1
                        : old.get().record().compareTo(young.get().record());
        if (order < 0) {
            return Optional.of(new Difference.Removed(takeOld()));
        }
        if (order > 0) {
            return Optional.of(new Difference.Added(takeYoung()));
        }
        var first = takeOld();
        var second = takeYoung();
        var same = first.row().equals(second.row()) && first.plate().equals(second.plate());
        return Optional.of(same ? new Difference.Same(first) : new Difference.Changed(first, second));
    }

    private ManifestLine takeOld() {
        var line = old.orElseThrow();
        old = before.get();
        return line;
    }

    private ManifestLine takeYoung() {
        var line = young.orElseThrow();
        young = after.get();
        return line;
    }
}
