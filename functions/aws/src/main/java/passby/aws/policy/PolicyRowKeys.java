package passby.aws.policy;

import java.util.Map;
import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of Policy: a row for each version, and one more for that in force, so that one strong read finds it. */
final class PolicyRowKeys {
    private PolicyRowKeys() {}

    static Map<String, AttributeValue> current() {
        return Tables.POLICY.key("CURRENT");
    }

    static Map<String, AttributeValue> version(int version) {
        return Tables.POLICY.key(String.valueOf(version));
    }
}
