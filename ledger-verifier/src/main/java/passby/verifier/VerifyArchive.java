package passby.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import passby.core.disclosure.EntryFormatException;
import passby.core.disclosure.ExportedEntry;
import passby.core.disclosure.LedgerExport;
import passby.core.disclosure.SealedEntry;
import passby.core.ledger.EntryType;
import passby.core.ledger.Field;
import passby.core.note.MalformedException;

/**
 * Compares the city's archive of admissions, purge receipts and daily balances with the entries that commit to them: what is missing,
 * changed or late is named. The proofs of the entries themselves are {@link VerifyProof}'s.
 */
final class VerifyArchive {
    private final ListedFiles archive;
    private final Report report;
    private final Set<String> told = new TreeSet<>();
    private final List<ArchiveFile> admissions = new ArrayList<>();
    private final List<ArchiveFile> receipts = new ArrayList<>();
    private final List<DailyBalance> balances = new ArrayList<>();

    VerifyArchive(ListedFiles archive, Report report) {
        this.archive = archive;
        this.report = report;
    }

    /** @param json an export of all entries of some days, with their openings */
    void check(String json) {
        try {
            for (var entry : LedgerExport.parse(json).entries()) {
                check(entry);
            }
        } catch (EntryFormatException e) {
            report.fail(Rule.EXPORT_FORM, "--export", String.valueOf(e.getMessage()));
            return;
        }
        untold("admissions/", Rule.ADMISSION);
        untold("receipts/", Rule.PURGE_RECEIPT);
        untold("balances/", Rule.DAILY_BALANCE);
        receipts.forEach(receipt -> receipt.checkLate(report));
        DailyBalance.checkDays(balances, report);
        balances.forEach(balance -> balance.checkAgainst(admissions, receipts, report));
        report.fact("archive: " + admissions.size() + " admissions, " + receipts.size() + " purge receipts, "
                + balances.size() + " daily balances");
    }

    private void check(ExportedEntry entry) {
        var type = SealedEntry.parse(entry.canonical().getBytes(StandardCharsets.UTF_8))
                .type();
        var counts = value(entry, Field.COUNTS);
        var subject = value(entry, Field.SUBJECT);
        if (counts.isEmpty() || subject.isEmpty()) {
            return;
        }
        var place = "entry " + entry.index();
        if (type.equals(EntryType.FRAMES_ADMITTED.code())) {
            ArchiveFile.admission(subject.get(), counts.get())
                    .ifPresentOrElse(
                            file -> keep(file, Rule.ADMISSION, admissions),
                            () -> report.fail(Rule.ADMISSION, place, "it counts no admission"));
        } else if (type.equals(EntryType.ROWS_PURGED.code())) {
            ArchiveFile.receipt(subject.get(), counts.get())
                    .ifPresentOrElse(
                            file -> keep(file, Rule.PURGE_RECEIPT, receipts),
                            () -> report.fail(Rule.PURGE_RECEIPT, place, "it sums up no purge"));
        } else if (type.equals(EntryType.DAY_BALANCED.code())) {
            balance(subject.get(), counts.get());
        }
    }

    private static Optional<String> value(ExportedEntry entry, Field field) {
        return Optional.ofNullable(entry.openings().get(field)).map(opening -> opening.value());
    }

    private void keep(ArchiveFile file, Rule rule, List<ArchiveFile> kept) {
        document(file.path(), rule).ifPresent(document -> file.check(document, rule, report));
        kept.add(file);
    }

    private void balance(String path, String counts) {
        document(path, Rule.DAILY_BALANCE).ifPresent(document -> {
            try {
                balances.add(DailyBalance.parse(path, document, counts, report));
            } catch (IllegalArgumentException | DateTimeException e) {
                report.fail(Rule.DAILY_BALANCE, path, "it is no balance");
            }
        });
    }

    private Optional<String> document(String path, Rule rule) {
        told.add(path);
        try {
            var found = archive.find(path);
            if (found.isEmpty()) {
                report.fail(rule, path, "the file that an entry tells of is missing");
            }
            return found.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        } catch (MalformedException e) {
            report.fail(rule, path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void untold(String folder, Rule rule) {
        archive.paths().stream()
                .filter(path -> path.startsWith(folder) && !told.contains(path))
                .forEach(path -> report.fail(rule, path, "no entry of the export tells of it"));
    }
}
