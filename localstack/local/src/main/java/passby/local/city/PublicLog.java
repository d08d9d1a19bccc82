package passby.local.city;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.core.tlog.LogFiles;

/** The public copy of the log under {@code /log/}. */
final class PublicLog extends PublicFilesHandler {
    static final String PATH = "/log/";

    private static final Pattern FILE =
            Pattern.compile("checkpoint|vkey|checkpoints/[0-9T-]{13}Z/[0-9]{20}|tile/[0-9a-z/.]{3,60}");

    private final LogFiles files;

    PublicLog(LogFiles files) {
        super(PATH);
        this.files = files;
    }

    @Override
    Optional<byte[]> find(String name) {
        return FILE.matcher(name).matches() && !name.contains("..") ? files.find(name) : Optional.empty();
    }

    @Override
    Map<String, String> headers(String name) {
        var isText = name.startsWith("checkpoint") || name.equals("vkey");
        return Map.of(
                "Content-Type", isText ? "text/plain; charset=utf-8" : "application/octet-stream",
                "Cache-Control", name.equals("checkpoint") ? "no-cache" : "max-age=31536000, immutable");
    }
}
