package passby.aws.hit;

import java.util.Map;
import passby.aws.dynamodb.Expiry;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.UnreadableItem;
import passby.core.hit.Hit;
import passby.core.hit.HitStep;
import passby.core.hit.RejectionReason;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A step as it is stored, format version 1. It goes with its hit. */
final class DynamoDbStepFormat {
    private static final int VERSION = 1;
    private static final String VIEWED = "viewed";
    private static final String IMAGE_MATCHED = "image-matched";
    private static final String REJECTED = "rejected";

    private DynamoDbStepFormat() {}

    static Item write(Hit hit, int number, HitStep step) {
        var item = Item.of(VERSION)
                .keys(HitRowKeys.step(hit.hitId(), number))
                .string("by", step.by())
                .instant("at", step.at());
        var kind =
                switch (step) {
                    case HitStep.Viewed viewed -> VIEWED;
                    case HitStep.ImageMatched matched -> IMAGE_MATCHED;
                    case HitStep.Rejected(var by, var at, var reason) -> {
                        item.string("reason", reason.code());
                        yield REJECTED;
                    }
                };
        item.string("step", kind);
        return Expiry.put(item, hit.expiresAt(), hit.hitId().value() + "#" + HitRowKeys.stepPart(number));
    }

    static HitStep read(Map<String, AttributeValue> attributes) {
        var item = StoredItem.of("step", VERSION, attributes);
        var by = item.string("by");
        var at = item.instant("at");
        return switch (item.string("step")) {
            case VIEWED -> new HitStep.Viewed(by, at);
            case IMAGE_MATCHED -> new HitStep.ImageMatched(by, at);
            case REJECTED ->
                new HitStep.Rejected(
                        by,
                        at,
                        item.code(
                                "reason",
                                word -> RejectionReason.parse(word).orElseThrow(IllegalArgumentException::new)));
            default -> throw new UnreadableItem("step", "is of an unknown kind");
        };
    }
}
