package passby.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import passby.core.ledger.CanonicalJson;
import passby.core.ledger.CanonicalJsonReader;
import passby.core.ledger.MerkleTree;

/**
 * A file of the archive whose summary an entry commits to: the leaves of what was admitted in a minute, or of what was purged in a batch.
 *
 * @param path in the archive
 * @param at when it happened
 * @param cohorts how many reads of each
 * @param summary all of the file but its leaves
 */
record ArchiveFile(String path, Instant at, Map<String, Long> cohorts, Map<?, ?> summary) {
    private static final String LEAVES = "leaves";

    /** The purge works until the next minute; a row that is deleted later than this after its date was forgotten. */
    private static final Duration PURGE_LAG = Duration.ofMinutes(5);

    static Optional<ArchiveFile> admission(String minute, String counts) {
        return parse(counts)
                .flatMap(summary -> instant(minute)
                        .map(at -> new ArchiveFile(
                                "admissions/" + minute.substring(0, 10) + "/"
                                        + minute.substring(11, 16).replace(':', '-') + ".json",
                                at,
                                longs(summary.get("reads")),
                                summary)));
    }

    static Optional<ArchiveFile> receipt(String batch, String counts) {
        return parse(counts)
                .flatMap(summary -> instant(summary.get("at"))
                        .filter(at -> batch.equals(summary.get("batch")))
                        .map(at -> new ArchiveFile(
                                "receipts/" + at.toString().substring(0, 10) + "/" + batch + ".json",
                                at,
                                longs(summary.get("cohorts")),
                                summary)));
    }

    /** Whether the file is the one that the entry sums up, and its leaves lead to the root there. */
    void check(String document, Rule rule, Report report) {
        var parsed = parse(document);
        if (parsed.isEmpty() || !(parsed.get().get(LEAVES) instanceof List<?> leaves)) {
            report.fail(rule, path, "it is not of its form");
            return;
        }
        var rest = new TreeMap<String, Object>();
        parsed.get().forEach((name, value) -> rest.put(String.valueOf(name), value));
        rest.remove(LEAVES);
        if (!CanonicalJson.write(rest).equals(CanonicalJson.write(summary))) {
            report.fail(rule, path, "it is not what its entry committed to");
        }
        if (!Long.valueOf(leaves.size()).equals(summary.get("frames"))
                || !root(leaves).equals(summary.get("root"))) {
            report.fail(rule, path, "its leaves do not lead to the root in its entry");
        }
    }

    void checkLate(Report report) {
        instant(summary.get("earliest"))
                .filter(due -> at.isAfter(due.plus(PURGE_LAG)))
                .ifPresent(due ->
                        report.fail(Rule.PURGE_LATE, path, "a row fell due at " + due + " and was deleted at " + at));
    }

    private static String root(List<?> leaves) {
        return MerkleTree.root(leaves.stream()
                .map(leaf -> String.valueOf(leaf).getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    static Optional<Map<?, ?>> parse(String json) {
        try {
            return CanonicalJsonReader.parse(json) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Map<String, Long> longs(@Nullable Object counts) {
        var longs = new TreeMap<String, Long>();
        if (counts instanceof Map<?, ?> map) {
            map.forEach((name, count) -> longs.put(String.valueOf(name), count instanceof Long number ? number : 0L));
        }
        return longs;
    }

    private static Optional<Instant> instant(@Nullable Object text) {
        try {
            return text instanceof String time ? Optional.of(Instant.parse(time)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
