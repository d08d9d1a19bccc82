package passby.aws.policy;

import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/** Keys of Policy: a row for each version, and one more for that in force, so that one strong read finds it. */
final class PolicyRowKeys {
    private PolicyRowKeys() {}

    static Key current() {
        return Tables.POLICY.key("CURRENT");
    }

    static Key version(int version) {
        return Tables.POLICY.key(String.valueOf(version));
    }
}
