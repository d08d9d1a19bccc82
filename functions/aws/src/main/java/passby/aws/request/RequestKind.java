package passby.aws.request;

import java.time.Instant;
import passby.aws.dynamodb.KeyTimes;
import passby.aws.dynamodb.Tables;
import passby.core.id.Ulids;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/**
 * One kind of requests in the table of requests: those of a day lie in one partition, in the order of their ids.
 *
 * @param prefix of its partitions
 */
public record RequestKind(String prefix) {
    public Key key(String requestId) {
        return Tables.REQUESTS.key(day(Ulids.timeOf(requestId)), requestId);
    }

    String day(Instant instant) {
        return prefix + "#" + KeyTimes.day(instant);
    }
}
