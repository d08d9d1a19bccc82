package passby.aws.search;

import java.time.Instant;
import java.util.Map;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of Limits: {@code <subject>#<hour>}. A subject is somebody's id, never a plate. */
final class LimitKeys {
    private LimitKeys() {}

    static Map<String, AttributeValue> use(String subject, Instant at) {
        return Tables.LIMITS.key(subject + "#" + KeyTimes.hour(at));
    }
}
