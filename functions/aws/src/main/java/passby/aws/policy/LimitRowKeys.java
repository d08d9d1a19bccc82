package passby.aws.policy;

import java.time.Instant;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.policy.Limits.Window;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Limits: {@code <subject>#<hour or minute>}. A subject is somebody's id, never a plate. */
final class LimitRowKeys {
    private LimitRowKeys() {}

    static Key use(String subject, Window window, Instant at) {
        var begin =
                switch (window) {
                    case HOUR -> KeyTimes.hour(at);
                    case MINUTE -> KeyTimes.minute(at);
                };
        return Tables.LIMITS.key(subject + "#" + begin);
    }
}
