package passby.aws.lists;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import passby.aws.json.EventJson;

/**
 * The files that S3 tells of in one message of the queue. What names no file of a list is passed over: a test message, or an
 * object that somebody put there by hand. Source: Amazon S3 User Guide, "Event message structure".
 */
final class FeedEvents {
    private FeedEvents() {}

    static List<FeedKeys> parse(@Nullable String body) {
        return Stream.ofNullable(body)
                .flatMap(text -> EventJson.object(text.getBytes(StandardCharsets.UTF_8)).stream())
                .flatMap(event -> EventJson.list(event, "Records").stream())
                .flatMap(record -> record instanceof Map<?, ?> members
                        ? file(EventJson.asObject(members)).stream()
                        : Stream.empty())
                .toList();
    }

    private static Optional<FeedKeys> file(Map<String, Object> created) {
        var object = EventJson.object(EventJson.object(created, "s3"), "object");
        var key = EventJson.string(object, "key").orElse("");
        try {
            return FeedKeys.parse(URLDecoder.decode(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
