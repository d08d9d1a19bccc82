package passby.local.city;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import passby.aws.api.SiteHeaders;
import passby.aws.transparency.S3PublicFiles;
import passby.core.archive.Archive;

/** The data set under {@code /public/v1/}. */
final class PublicData extends PublicFilesHandler {
    static final String PATH = "/public/v1/";

    private static final Pattern FILE = Pattern.compile("([a-z]+/)?[A-Za-z0-9-]{1,40}\\.[a-z]{2,7}");

    private final Archive files;

    PublicData(Archive files) {
        super(PATH);
        this.files = files;
    }

    @Override
    Optional<byte[]> find(String name) {
        return FILE.matcher(name).matches()
                ? files.find(name).map(text -> text.getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    Map<String, String> headers(String name) {
        var headers = new HashMap<>(SiteHeaders.forFiles());
        headers.put("Content-Type", S3PublicFiles.contentType(name));
        headers.put("Cache-Control", "no-cache");
        return headers;
    }
}
