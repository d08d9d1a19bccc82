package passby.aws.policy;

import java.time.Duration;
import java.util.Map;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.UnreadableItem;
import passby.core.policy.Bounds;
import passby.core.policy.CaptureSwitch;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An effective policy as it is stored, in the format version of its document: field by field, beside the document that is
 * hashed and published. Both must say the same, or there is no policy. Version 1 bounds neither pictures nor uploads; below version 3
 * capture cannot be switched off.
 */
final class DynamoDbPolicyFormat {
    static final String NUMBER = "number";

    private DynamoDbPolicyFormat() {}

    static Item write(Map<String, AttributeValue> key, EffectivePolicy policy) {
        var item = Item.of(policy.format())
                .keys(key)
                .whole(NUMBER, policy.version())
                .text("cityId", policy.cityId())
                .text("agency", policy.agency())
                .text("ori", policy.ori())
                .text("profile", policy.profile())
                .text("nonHitRetention", policy.nonHitRetention().word())
                .whole("hitRetentionDays", policy.hitRetention().toDays())
                .text("recognizerOrder", policy.order().word())
                .part("bounds", write(policy.bounds(), policy.format()))
                .text("document", policy.canonical());
        if (policy.format() > 1) {
            item.text("imageRetention", policy.imageRetention().word())
                    .whole("cameraUploadRate", policy.cameraUploadRate());
        }
        return policy.format() > 2 ? item.text("capture", policy.capture().word()) : item;
    }

    static EffectivePolicy read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.upTo("policy", EffectivePolicy.FORMAT, attributes);
        var policy = new EffectivePolicy(
                item.version(),
                item.small(NUMBER),
                item.text("cityId"),
                item.text("agency"),
                item.text("ori"),
                item.text("profile"),
                item.word(
                        "nonHitRetention",
                        word -> NonHitRetention.parse(word).orElseThrow(IllegalArgumentException::new)),
                Duration.ofDays(item.whole("hitRetentionDays")),
                imageRetention(item),
                item.version() == 1 ? EffectivePolicy.FORMAT_1_CAMERA_UPLOAD_RATE : item.small("cameraUploadRate"),
                item.word(
                        "recognizerOrder",
                        word -> RecognizerOrder.parse(word).orElseThrow(IllegalArgumentException::new)),
                item.version() < 3
                        ? CaptureSwitch.ON
                        : item.word(
                                "capture", word -> CaptureSwitch.parse(word).orElseThrow(IllegalArgumentException::new)),
                bounds(item.part("bounds"), item.version()));
        if (!policy.canonical().equals(item.text("document"))) {
            throw new UnreadableItem("policy", "says something else than its document");
        }
        return policy;
    }

    private static ImageRetention imageRetention(StoredItem item) {
        return item.version() == 1
                ? EffectivePolicy.FORMAT_1_IMAGE_RETENTION
                : item.word(
                        "imageRetention",
                        word -> ImageRetention.parse(word).orElseThrow(IllegalArgumentException::new));
    }

    private static Item write(Bounds bounds, int format) {
        var item = Item.part()
                .whole("searchWindowDays", bounds.searchWindow().toDays())
                .whole("searchRows", bounds.searchRows())
                .whole("pageRows", bounds.pageRows())
                .whole("searchesPerHour", bounds.searchesPerHour())
                .whole("clockSkewSeconds", bounds.clockSkew().toSeconds())
                .whole("confidentPercent", bounds.confidentPercent())
                .whole("unapprovedEntryHours", bounds.unapprovedEntryLife().toHours());
        return format < 3
                ? item
                : item.whole("entriesPerHour", bounds.entriesPerHour())
                        .whole("cameraOutstanding", bounds.cameraOutstanding())
                        .whole("cameraDailyMegabytes", bounds.cameraDailyMegabytes());
    }

    private static Bounds bounds(StoredItem part, int format) {
        var known = new Bounds(
                Duration.ofDays(part.whole("searchWindowDays")),
                part.small("searchRows"),
                part.small("pageRows"),
                part.small("searchesPerHour"),
                Duration.ofSeconds(part.whole("clockSkewSeconds")),
                part.small("confidentPercent"),
                Duration.ofHours(part.whole("unapprovedEntryHours")));
        return format < 3
                ? known
                : known.withCameras(
                        part.small("entriesPerHour"),
                        part.small("cameraOutstanding"),
                        part.small("cameraDailyMegabytes"));
    }
}
