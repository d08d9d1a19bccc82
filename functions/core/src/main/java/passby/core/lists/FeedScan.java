package passby.core.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import passby.core.feed.FeedItem;
import passby.core.feed.FeedLayout;
import passby.core.feed.FeedReader;
import passby.core.feed.FeedRow;
import passby.core.feed.FileCode;
import passby.core.feed.RowRejection;
import passby.core.plate.CityKey;

/** The first reading of a file: its hash, the hashes of its records, and what is wrong with it. Nothing is written. */
final class FeedScan {
    private final FileRecords records = new FileRecords();
    private final Map<RowRejection, Long> rejected = new EnumMap<>(RowRejection.class);
    private final Map<FileCode, Long> refused = new EnumMap<>(FileCode.class);
    private long rows;
    private boolean complete;
    private String sha256 = "";

    /** How a file is read: the same way both times. */
    record Reading(String source, FeedLayout layout, Set<FileCode> allowed, Instant now, CityKey key) {
        FeedReader open(InputStream file) {
            return new FeedReader(layout, file, allowed, now);
        }
    }

    /** Takes the good rows of a file in order. */
    interface Rows {
        void take(long number, FeedRow row);
    }

    static FeedScan of(FeedFile file, Reading reading) {
        var scan = new FeedScan();
        scan.sha256 = read(file, input -> scan.read(reading, input));
        scan.records.sort();
        if (scan.records.duplicates() > 0) {
            scan.rejected.merge(RowRejection.DUPLICATE, (long) scan.records.duplicates(), Long::sum);
        }
        return scan;
    }

    private void read(Reading reading, InputStream input) {
        var reader = reading.open(input);
        for (var item = reader.next(); item.isPresent(); item = reader.next()) {
            switch (item.get()) {
                case FeedItem.Row good -> add(reading, good.row());
                case FeedItem.Rejected bad -> count(bad);
                case FeedItem.Skipped skipped -> {}
            }
        }
        complete = reader.isComplete();
    }

    private void add(Reading reading, FeedRow row) {
        rows++;
        records.add(
                RecordHashes.record(reading.key(), reading.source(), row),
                RecordHashes.row(reading.key(), row),
                reading.key().plateKey(row.plate()).hash());
    }

    private void count(FeedItem.Rejected bad) {
        rows++;
        rejected.merge(bad.reason(), 1L, Long::sum);
        Optional.ofNullable(bad.fileCode()).ifPresent(code -> refused.merge(code, 1L, Long::sum));
    }

    /**
     * The second reading.
     *
     * @return the hash of what was read
     */
    static String again(FeedFile file, Reading reading, Rows rows) {
        return read(file, input -> {
            var reader = reading.open(input);
            var number = 0L;
            for (var item = reader.next(); item.isPresent(); item = reader.next()) {
                if (item.get() instanceof FeedItem.Row good) {
                    rows.take(number++, good.row());
                }
            }
        });
    }

    private interface Reader {
        void read(InputStream input);
    }

    private static String read(FeedFile file, Reader reader) {
        try (var input = file.open()) {
            var digest = MessageDigest.getInstance("SHA-256");
            reader.read(new DigestInputStream(input, digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileRecords records() {
        return records;
    }

    long rows() {
        return rows;
    }

    Map<RowRejection, Long> rejected() {
        return rejected;
    }

    /** Rejected rows that are none as the layout has them. */
    long malformed() {
        return rejected.entrySet().stream()
                .filter(reason -> reason.getKey().isMalformed())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<FileCode, Long> refused() {
        return refused;
    }

    boolean isComplete() {
        return complete;
    }

    String sha256() {
        return sha256;
    }
}
