package passby.aws.hit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.json.EventJson;
import passby.aws.json.JsonObject;
import passby.core.hit.Alert;
import passby.core.hit.HitId;
import passby.core.hotlist.Category;
import passby.core.hotlist.MatchType;

/** An alert as it stands in a message of the topic, in the queues behind it and in a webhook's call: version 1. */
public final class AlertMessage {
    private static final int VERSION = 1;

    private AlertMessage() {}

    public static String write(Alert alert) {
        return new JsonObject()
                .with("v", VERSION)
                .with("hitId", alert.hitId().value())
                .with("shortCode", alert.hitId().shortCode())
                .with("category", alert.category().code())
                .with("zone", alert.zone())
                .with("match", alert.match().code())
                .with("advisory", alert.advisory())
                .with("listAgeSeconds", alert.listAge().toSeconds())
                .with("ageSeconds", alert.age().toSeconds())
                .with("own", alert.own())
                .with("escalated", alert.escalated())
                .with("text", alert.text())
                .string();
    }

    /** Empty for what is no such message, whole. */
    public static Optional<Alert> parse(@Nullable String body) {
        return body == null
                ? Optional.empty()
                : EventJson.object(body.getBytes(StandardCharsets.UTF_8)).flatMap(AlertMessage::alert);
    }

    private static Optional<Alert> alert(Map<String, Object> message) {
        var hitId = EventJson.string(message, "hitId").flatMap(HitId::parse);
        var category = EventJson.string(message, "category").flatMap(Category::parse);
        var zone = EventJson.string(message, "zone");
        var match = EventJson.string(message, "match").flatMap(AlertMessage::match);
        if (hitId.isEmpty()
                || category.isEmpty()
                || zone.isEmpty()
                || match.isEmpty()
                || !(message.get("advisory") instanceof Boolean advisory)
                || !(message.get("listAgeSeconds") instanceof BigDecimal listAge)
                || !(message.get("ageSeconds") instanceof BigDecimal age)) {
            return Optional.empty();
        }
        return Optional.of(new Alert(
                hitId.get(),
                category.get(),
                zone.get(),
                match.get(),
                advisory,
                Duration.ofSeconds(listAge.longValue()),
                Duration.ofSeconds(age.longValue()),
                Boolean.TRUE.equals(message.get("own")),
                Boolean.TRUE.equals(message.get("escalated"))));
    }

    private static Optional<MatchType> match(String code) {
        return Arrays.stream(MatchType.values())
                .filter(match -> match.code().equals(code))
                .findFirst();
    }
}
