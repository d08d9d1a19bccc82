package passby.local.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import passby.core.picture.Jpeg;
import passby.core.plate.Plate;
import passby.core.recognition.PlateReading;

/** Values as several makers write them. Whatever no camera reads is {@link Webhook.Malformed}, and is never repeated. */
final class Values {
    private static final Pattern US_STATE = Pattern.compile("us-([a-z]{2})");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern NOT_IN_A_PASS = Pattern.compile("[^A-Za-z0-9_]");
    private static final int LONGEST_NAME = 40;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Values() {}

    /** A text or a number, as text; empty where there is none. */
    static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }

    /** The camera's name by its maker. */
    static String camera(JsonNode node) {
        var name = text(node).strip();
        if (name.isEmpty() || name.length() > 100) {
            throw new Webhook.Malformed("The message names no camera.");
        }
        return name;
    }

    static Plate plate(JsonNode node) {
        return Plate.parse(text(node))
                .orElseThrow(
                        () -> new Webhook.Malformed("A plate has 1 to " + Plate.MAX_LENGTH + " letters and digits."));
    }

    /** @param whole what stands for certainty: 1 or 100 */
    static double confidence(JsonNode node, int whole) {
        var share = number(node, "A confidence is a number.").doubleValue() / whole;
        if (!(share >= 0 && share <= 1)) {
            throw new Webhook.Malformed("A confidence lies between 0 and " + whole + ".");
        }
        return share;
    }

    /** The first text, and others that differ from it as far as there is room. */
    static List<Webhook.Text> texts(Webhook.Text first, Iterable<JsonNode> others, String confidence, int whole) {
        var texts = new ArrayList<>(List.of(first));
        for (var other : others) {
            var plate = Plate.parse(text(other.path("plate")));
            var isNew = plate.isPresent()
                    && texts.stream().noneMatch(text -> text.plate().equals(plate.get()));
            if (isNew && texts.size() < PlateReading.MAX_CANDIDATES) {
                texts.add(new Webhook.Text(plate.get(), confidence(other.path(confidence), whole)));
            }
        }
        return texts;
    }

    /** Of {@code us-ca} and the like; null for another country, and where the maker does not tell. */
    static Webhook.@Nullable State state(JsonNode region, double confidence) {
        var match = US_STATE.matcher(text(region).toLowerCase(Locale.ROOT));
        return match.matches() ? new Webhook.State(match.group(1).toUpperCase(Locale.ROOT), confidence) : null;
    }

    static Instant epochMillis(JsonNode node) {
        return instant(number(node, "A time is a number."));
    }

    static Instant epochSeconds(JsonNode node) {
        return instant(number(node, "A time is a number.").multiply(THOUSAND));
    }

    private static Instant instant(BigDecimal millis) {
        try {
            return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.DOWN).longValueExact());
        } catch (ArithmeticException e) {
            throw new Webhook.Malformed("The time of the capture cannot be.");
        }
    }

    /** RFC 3339 with a zone. */
    static Instant instant(JsonNode node) {
        try {
            return OffsetDateTime.parse(text(node).replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new Webhook.Malformed("The time of the capture is missing, or has no zone.");
        }
    }

    private static BigDecimal number(JsonNode node, String otherwise) {
        try {
            var text = text(node);
            if (text.length() > LONGEST_NAME) {
                throw new Webhook.Malformed(otherwise);
            }
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Webhook.Malformed(otherwise);
        }
    }

    /** The end of the maker's own id, which is what differs, in the letters that a pass may have; null where there is none. */
    static @Nullable String pass(String id) {
        var pass = NOT_IN_A_PASS.matcher(id).replaceAll("_");
        return pass.isEmpty() ? null : pass.substring(Math.max(0, pass.length() - LONGEST_NAME));
    }

    /** A version in the letters that the city stores. */
    static String version(JsonNode node) {
        var version = NOT_IN_A_NAME.matcher(text(node)).replaceAll("_");
        return version.isEmpty() ? "unstated" : version.substring(0, Math.min(LONGEST_NAME, version.length()));
    }

    /** A picture in base64; null where there is none. */
    static @Nullable Jpeg picture(JsonNode node) {
        var text = text(node);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new Jpeg(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new Webhook.Malformed("The picture is not base64.");
        }
    }
}
