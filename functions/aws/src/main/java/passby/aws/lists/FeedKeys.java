package passby.aws.lists;

import java.util.Optional;
import java.util.regex.Pattern;
import passby.aws.api.Bucket;
import passby.core.hotlist.HotListEntry;
import passby.core.id.Digests;

/**
 * Where a file of a list lies in its bucket.
 *
 * @param source the list
 * @param sha256 of the file, 64 hexadecimal digits
 */
record FeedKeys(String source, String sha256) {
    private static final Pattern KEY =
            Pattern.compile(Bucket.FEEDS.prefix() + "(" + HotListEntry.SOURCE + ")/(" + Digests.HEX + ")");

    String key() {
        return Bucket.FEEDS.prefix() + source + "/" + sha256;
    }

    /** Empty for the key of anything else. */
    static Optional<FeedKeys> parse(String key) {
        var form = KEY.matcher(key);
        return form.matches() ? Optional.of(new FeedKeys(form.group(1), form.group(2))) : Optional.empty();
    }
}
