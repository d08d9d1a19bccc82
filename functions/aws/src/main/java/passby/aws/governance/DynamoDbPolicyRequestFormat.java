package passby.aws.governance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import passby.aws.dynamodb.Item;
import passby.aws.dynamodb.StoredItem;
import passby.aws.dynamodb.Tables;
import passby.core.governance.Change;
import passby.core.governance.PolicyDecision;
import passby.core.governance.PolicyRequest;
import passby.core.people.Role;
import passby.core.policy.Parameter;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A policy request as it is stored, format version 1: one row for it, and one for each decision. */
final class DynamoDbPolicyRequestFormat {
    static final String REVISION = "revision";
    static final String NEWEST = "newest";

    private static final int VERSION = 1;
    private static final String WHAT = "policy request";

    private DynamoDbPolicyRequestFormat() {}

    static Item write(PolicyRequest request) {
        return Item.of(VERSION)
                .keys(RequestRowKeys.request(request.requestId()))
                .string("origin", request.origin())
                .instant("requestedAt", request.requestedAt())
                .parts(
                        "changes",
                        request.changes().stream()
                                .map(DynamoDbPolicyRequestFormat::write)
                                .toList())
                .string("state", request.stored().code())
                .string("entryId", request.entryId())
                .longValue(REVISION, request.revision());
    }

    private static Item write(Change change) {
        return Item.part()
                .string("what", change.what().code())
                .string("from", change.from())
                .string("to", change.to());
    }

    /** @param revision that the decision made of the request: decisions are read in this order */
    static Item write(String requestId, int revision, PolicyDecision decision) {
        return Item.of(VERSION)
                .keys(RequestRowKeys.decision(requestId, decision.personId()))
                .string("personId", decision.personId())
                .string("role", decision.role().code())
                .string("verdict", decision.verdict().code())
                .string("reason", decision.reason())
                .instant("at", decision.at())
                .string("entryId", decision.entryId())
                .longValue(REVISION, revision);
    }

    static Item listed(String requestId) {
        return Item.of(VERSION).keys(RequestRowKeys.listed(requestId));
    }

    static String listedId(Map<String, AttributeValue> row) {
        return StoredItem.of(WHAT, VERSION, row)
                .string(Tables.REQUESTS.sortKey().orElseThrow());
    }

    static Item newest(String requestId) {
        return Item.of(VERSION).keys(RequestRowKeys.newest()).string(NEWEST, requestId);
    }

    /** @param rows of one request, in any order; empty without its main one */
    static Optional<PolicyRequest> read(List<Map<String, AttributeValue>> rows) {
        var items = rows.stream().map(row -> StoredItem.of(WHAT, VERSION, row)).toList();
        var decisions = items.stream()
                .filter(DynamoDbPolicyRequestFormat::isDecision)
                .sorted(Comparator.comparingInt(item -> item.intValue(REVISION)))
                .map(DynamoDbPolicyRequestFormat::decision)
                .toList();
        return items.stream().filter(item -> !isDecision(item)).findFirst().map(item -> request(item, decisions));
    }

    private static boolean isDecision(StoredItem item) {
        return item.string(Tables.REQUESTS.sortKey().orElseThrow()).startsWith(RequestRowKeys.DECISION);
    }

    private static PolicyRequest request(StoredItem item, List<PolicyDecision> decisions) {
        return new PolicyRequest(
                item.string(Tables.REQUESTS.partition()),
                item.string("origin"),
                item.instant("requestedAt"),
                item.parts("changes").stream()
                        .map(DynamoDbPolicyRequestFormat::change)
                        .toList(),
                item.code("state", word -> PolicyRequest.State.parse(word).orElseThrow(IllegalArgumentException::new)),
                decisions,
                item.string("entryId"),
                item.intValue(REVISION));
    }

    private static Change change(StoredItem part) {
        return new Change(
                part.code("what", DynamoDbPolicyRequestFormat::parameter), part.string("from"), part.string("to"));
    }

    private static Parameter parameter(String word) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.code().equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static PolicyDecision decision(StoredItem item) {
        return new PolicyDecision(
                item.string("personId"),
                item.code("role", word -> Role.of(word).orElseThrow(IllegalArgumentException::new)),
                item.code(
                        "verdict",
                        word -> PolicyDecision.Verdict.parse(word).orElseThrow(IllegalArgumentException::new)),
                item.string("reason"),
                item.instant("at"),
                item.string("entryId"));
    }
}
