package passby.core.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Feeds for tests: samples of events/hotlists and lines made up on the spot. */
public final class Feeds {
    public static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    public static final Set<FileCode> ALLOWED = EnumSet.of(
            FileCode.AMBER,
            FileCode.FELONY,
            FileCode.VIOLENT_PERSON,
            FileCode.MISSING_PERSON,
            FileCode.STOLEN_PLATE,
            FileCode.STOLEN_VEHICLE,
            FileCode.WANTED_PERSON);

    private Feeds() {}

    public static FeedLayout layout(String format) {
        return FeedLayouts.named(format).orElseThrow();
    }

    public static List<FeedItem> read(String format, String... lines) {
        return read(format, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    static List<FeedItem> read(String format, byte[] file) {
        return read(new FeedReader(layout(format), new ByteArrayInputStream(file), ALLOWED, NOW));
    }

    static List<FeedItem> readAllowingAll(String format, String line) {
        var file = new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1));
        return read(new FeedReader(layout(format), file, EnumSet.allOf(FileCode.class), NOW));
    }

    static List<FeedItem> read(FeedReader reader) {
        var items = new ArrayList<FeedItem>();
        for (var item = reader.next(); item.isPresent(); item = reader.next()) {
            items.add(item.get());
        }
        return items;
    }

    static List<FeedItem> sample(String format, String file) {
        return read(format, sampleBytes(file));
    }

    public static byte[] sampleBytes(String file) {
        try {
            return Files.readAllBytes(Path.of("..", "..", "events", "hotlists", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<FeedRow> rows(List<FeedItem> items) {
        return items.stream()
                .filter(FeedItem.Row.class::isInstance)
                .map(item -> ((FeedItem.Row) item).row())
                .toList();
    }

    static List<RowRejection> rejections(List<FeedItem> items) {
        return items.stream()
                .filter(FeedItem.Rejected.class::isInstance)
                .map(item -> ((FeedItem.Rejected) item).reason())
                .toList();
    }

    static String everythingOf(FeedRow row) {
        return String.join(
                " ",
                row.recordNumber(),
                row.plate().raw(),
                row.state().code(),
                row.category().code(),
                row.caseNumber(),
                row.ori(),
                String.valueOf(row.recorded()),
                String.valueOf(row.expires()),
                row.vehicle().toString());
    }

    /** Counts how much of a stream is read, so that a gigabyte can be made up as it is read. */
    static InputStream endless(char c, long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? c : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int size) {
                if (left <= 0) {
                    return -1;
                }
                var count = (int) Math.min(size, left);
                Arrays.fill(bytes, offset, offset + count, (byte) c);
                left -= count;
                return count;
            }
        };
    }
}
