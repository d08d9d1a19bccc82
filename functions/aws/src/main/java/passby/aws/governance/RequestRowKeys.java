package passby.aws.governance;

import passby.aws.dynamodb.Tables;
import software.amazon.awssdk.enhanced.dynamodb.Key;

/**
 * Keys of Requests: {@code REQUEST} and {@code DECISION#<personId>} under a request's id; beside them a list of the ids of
 * each kind of request, and which of them is the newest.
 */
final class RequestRowKeys {
    static final String DECISION = "DECISION#";

    /** Partition of the list of policy requests; sorted by id, and so by time. */
    static final String LIST = "policy#all";

    private RequestRowKeys() {}

    static Key request(String requestId) {
        return Tables.REQUESTS.key(requestId, "REQUEST");
    }

    static Key decision(String requestId, String personId) {
        return Tables.REQUESTS.key(requestId, DECISION + personId);
    }

    static Key listed(String requestId) {
        return Tables.REQUESTS.key(LIST, requestId);
    }

    static Key newest() {
        return Tables.REQUESTS.key("policy#newest", "NEWEST");
    }
}
