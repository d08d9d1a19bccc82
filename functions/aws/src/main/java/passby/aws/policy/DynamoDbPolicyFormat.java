package passby.aws.policy;

import java.time.Duration;
import java.util.Map;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.UnreadableItem;
import passby.core.policy.Bounds;
import passby.core.policy.EffectivePolicy;
import passby.core.policy.RecognizerOrder;
import passby.core.retention.ImageRetention;
import passby.core.retention.NonHitRetention;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An effective policy as it is stored, in the format version of its document: field by field, beside the document that is
 * hashed and published. Both must say the same, or there is no policy. Version 1 bounds neither pictures nor uploads.
 */
final class DynamoDbPolicyFormat {
    static final String NUMBER = "number";

    private DynamoDbPolicyFormat() {}

    static Item write(Map<String, AttributeValue> key, EffectivePolicy policy) {
        var item = Item.of(policy.format())
                .keys(key)
                .longValue(NUMBER, policy.version())
                .string("cityId", policy.cityId())
                .string("agency", policy.agency())
                .string("ori", policy.ori())
                .string("profile", policy.profile())
                .string("nonHitRetention", policy.nonHitRetention().code())
                .longValue("hitRetentionDays", policy.hitRetention().toDays())
                .string("recognizerOrder", policy.order().code())
                .part("bounds", write(policy.bounds()))
                .string("document", policy.canonical());
        return policy.format() == 1
                ? item
                : item.string("imageRetention", policy.imageRetention().code())
                        .longValue("cameraUploadRate", policy.cameraUploadRate());
    }

    static EffectivePolicy read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.upTo("policy", EffectivePolicy.FORMAT, attributes);
        var policy = new EffectivePolicy(
                item.version(),
                item.intValue(NUMBER),
                item.string("cityId"),
                item.string("agency"),
                item.string("ori"),
                item.string("profile"),
                item.code(
                        "nonHitRetention",
                        word -> NonHitRetention.parse(word).orElseThrow(IllegalArgumentException::new)),
                Duration.ofDays(item.longValue("hitRetentionDays")),
                imageRetention(item),
                item.version() == 1 ? EffectivePolicy.FORMAT_1_CAMERA_UPLOAD_RATE : item.intValue("cameraUploadRate"),
                item.code(
                        "recognizerOrder",
                        word -> RecognizerOrder.parse(word).orElseThrow(IllegalArgumentException::new)),
                bounds(item.part("bounds")));
        if (!policy.canonical().equals(item.string("document"))) {
            throw new UnreadableItem("policy", "says something else than its document");
        }
        return policy;
    }

    private static ImageRetention imageRetention(StoredItem item) {
        return item.version() == 1
                ? EffectivePolicy.FORMAT_1_IMAGE_RETENTION
                : item.code(
                        "imageRetention",
                        word -> ImageRetention.parse(word).orElseThrow(IllegalArgumentException::new));
    }

    private static Item write(Bounds bounds) {
        return Item.part()
                .longValue("searchWindowDays", bounds.searchWindow().toDays())
                .longValue("searchRows", bounds.searchRows())
                .longValue("pageRows", bounds.pageRows())
                .longValue("searchesPerHour", bounds.searchesPerHour())
                .longValue("clockSkewSeconds", bounds.clockSkew().toSeconds())
                .longValue("confidentPercent", bounds.confidentPercent())
                .longValue("unapprovedEntryHours", bounds.unapprovedEntryLife().toHours());
    }

    private static Bounds bounds(StoredItem part) {
        return new Bounds(
                Duration.ofDays(part.longValue("searchWindowDays")),
                part.intValue("searchRows"),
                part.intValue("pageRows"),
                part.intValue("searchesPerHour"),
                Duration.ofSeconds(part.longValue("clockSkewSeconds")),
                part.intValue("confidentPercent"),
                Duration.ofHours(part.longValue("unapprovedEntryHours")));
    }
}
