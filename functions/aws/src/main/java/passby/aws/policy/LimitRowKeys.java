package passby.aws.policy;

import java.time.Instant;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.policy.Limits.Window;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Limits: {@code <subject>#<day, hour, ten minutes or minute>}. A subject is somebody's id, never a plate. */
final class LimitRowKeys {
    private LimitRowKeys() {}

    static Key use(String subject, Window window, Instant at) {
        var begin =
                switch (window) {
                    case DAY -> KeyTimes.day(at);
                    case HOUR -> KeyTimes.hour(at);
                    case TEN_MINUTES -> KeyTimes.minute(window.begin(at)) + "+10";
                    case MINUTE -> KeyTimes.minute(at);
                };
        return Tables.LIMITS.key(subject + "#" + begin);
    }
}
