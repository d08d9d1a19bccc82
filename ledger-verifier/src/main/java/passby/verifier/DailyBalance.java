package passby.verifier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import passby.core.id.Digests;

/**
 * The balance of a day: for each cohort of reads, admitted and reclassified in is alive, held, purged and reclassified out. How many are
 * alive is the city's claim; what was admitted and purged is in the ledger.
 *
 * @param path in the archive
 * @param day that it closes
 * @param at when the reads were counted
 * @param lines by cohort
 */
record DailyBalance(String path, LocalDate day, Instant at, Map<String, Map<String, Long>> lines) {
    /** An admission is entered within an hour of its minute, also after an outage; a receipt at once. */
    private static final Duration ADMITTED_LATE = Duration.ofHours(1);

    private static final Duration PURGED_LATE = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException or a DateTimeException when it is none */
    static DailyBalance parse(String path, String document, String counts, Report report) {
        var entry = ArchiveFile.parse(counts).orElseThrow(IllegalArgumentException::new);
        if (!Digests.sha256Hex(document).equals(entry.get("sha256"))) {
            report.fail(Rule.DAILY_BALANCE, path, "it is not what its entry committed to");
        }
        var members = ArchiveFile.parse(document).orElseThrow(IllegalArgumentException::new);
        var lines = new TreeMap<String, Map<String, Long>>();
        if (members.get("cohorts") instanceof Map<?, ?> cohorts) {
            cohorts.forEach((cohort, line) -> lines.put(String.valueOf(cohort), ArchiveFile.longs(line)));
        }
        var day = LocalDate.parse(path.substring(path.indexOf('/') + 1, path.length() - ".json".length()));
        var balance = new DailyBalance(path, day, Instant.parse(String.valueOf(members.get("at"))), lines);
        balance.checkSums(members, entry, report);
        return balance;
    }

    private void checkSums(Map<?, ?> members, Map<?, ?> entry, Report report) {
        var days = new TreeMap<String, Long>();
        lines.forEach((cohort, line) -> {
            var missing = of(line, "admitted")
                    + of(line, "in")
                    - of(line, "out")
                    - of(line, "purged")
                    - of(line, "alive")
                    - of(line, "held");
            if (missing != of(line, "missing")) {
                report.fail(Rule.DAILY_BALANCE, path, "the line of " + cohort + " does not add up");
            }
            days.merge(cohort.substring(0, Math.min(10, cohort.length())), missing, Long::sum);
        });
        var lost = days.values().stream()
                .mapToLong(missing -> Math.max(0, missing))
                .sum();
        if (!Long.valueOf(lost).equals(members.get("lost"))
                || !Long.valueOf(lost).equals(entry.get("lost"))) {
            report.fail(Rule.DAILY_BALANCE, path, "its lines lose " + lost + " reads, and it says otherwise");
        } else if (lost > 0) {
            report.fail(Rule.DAILY_BALANCE, path, lost + " reads neither are stored nor have a receipt");
        }
    }

    /** Every day between the first and the last has a balance. */
    static void checkDays(List<DailyBalance> balances, Report report) {
        var sorted = new ArrayList<>(balances);
        sorted.sort(Comparator.comparing(DailyBalance::day));
        for (var next = 1; next < sorted.size(); next++) {
            var expected = sorted.get(next - 1).day().plusDays(1);
            if (sorted.get(next).day().isAfter(expected)) {
                report.fail(Rule.DAILY_BALANCE, "balances/" + expected + ".json", "this day has no balance");
            }
        }
    }

    /** What it says of admitted and purged reads is what admissions and receipts say, but for those of the last minutes. */
    void checkAgainst(List<ArchiveFile> admissions, List<ArchiveFile> receipts, Report report) {
        lines.forEach((cohort, line) -> {
            compare(cohort, "admitted", of(line, "admitted"), admissions, ADMITTED_LATE, report);
            compare(cohort, "purged", of(line, "purged"), receipts, PURGED_LATE, report);
        });
    }

    private void compare(String cohort, String what, long said, List<ArchiveFile> files, Duration late, Report report) {
        var least = sum(cohort, files, at.minus(late));
        var most = sum(cohort, files, at);
        if (said < least || said > most) {
            report.fail(
                    Rule.DAILY_BALANCE,
                    path,
                    "of " + cohort + " it says " + said + " " + what + ", the files of the archive " + most);
        }
    }

    private static long sum(String cohort, List<ArchiveFile> files, Instant until) {
        return files.stream()
                .filter(file -> !file.at().isAfter(until))
                .mapToLong(file -> file.cohorts().getOrDefault(cohort, 0L))
                .sum();
    }

    private static long of(Map<String, Long> line, String name) {
        return line.getOrDefault(name, 0L);
    }
}
