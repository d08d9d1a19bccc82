package passby.aws.governance;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import passby.aws.dynamodb.Converters;
import passby.aws.dynamodb.SchemaBuilder;
import passby.aws.dynamodb.Tables;
import passby.aws.dynamodb.Values;
import passby.core.governance.Change;
import passby.core.governance.PolicyDecision;
import passby.core.governance.PolicyRequest;
import passby.core.people.Role;
import passby.core.policy.Parameter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A policy request as it is stored, format version 1: one row for it, and one for each decision; beside them its place in the
 * list, and which is the newest.
 */
final class PolicyRequestSchema {
    static final String REVISION = "revision";
    static final String NEWEST = "newest";

    private static final int VERSION = 1;
    private static final String WHAT = "policy request";
    private static final String PARTITION = Tables.REQUESTS.partition();
    private static final String SORT = Tables.REQUESTS.sortKey().orElseThrow();

    /** A request without its decisions. */
    static final TableSchema<PolicyRequest> REQUEST = SchemaBuilder.row(
                    Tables.REQUESTS, WHAT, VERSION, PolicyRequest.class)
            .keys(request -> RequestRowKeys.request(request.requestId()))
            .string("origin", PolicyRequest::origin)
            .instant("requestedAt", PolicyRequest::requestedAt)
            .with("changes", Converters.list(change()), PolicyRequest::changes)
            .with(
                    "state",
                    Converters.code(PolicyRequest.State.class, PolicyRequest.State::code, PolicyRequest.State::parse),
                    PolicyRequest::stored)
            .string("entryId", PolicyRequest::entryId)
            .integer(REVISION, PolicyRequest::revision)
            .build(values -> new PolicyRequest(
                    values.string(PARTITION),
                    values.string("origin"),
                    values.instant("requestedAt"),
                    values.list("changes", Change.class),
                    values.get("state", PolicyRequest.State.class),
                    List.of(),
                    values.string("entryId"),
                    values.integer(REVISION)));

    static final TableSchema<Decision> DECISION = SchemaBuilder.row(Tables.REQUESTS, WHAT, VERSION, Decision.class)
            .keys(row -> RequestRowKeys.decision(row.requestId(), row.decision().personId()))
            .string("personId", row -> row.decision().personId())
            .with(
                    "role",
                    Converters.code(Role.class, Role::code, Role::of),
                    row -> row.decision().role())
            .with(
                    "verdict",
                    Converters.code(
                            PolicyDecision.Verdict.class, PolicyDecision.Verdict::code, PolicyDecision.Verdict::parse),
                    row -> row.decision().verdict())
            .string("reason", row -> row.decision().reason())
            .instant("at", row -> row.decision().at())
            .instant("factorShownAt", row -> row.decision().factorShownAt())
            .string("entryId", row -> row.decision().entryId())
            .integer(REVISION, Decision::revision)
            .build(values -> new Decision(
                    values.string(PARTITION),
                    values.integer(REVISION),
                    new PolicyDecision(
                            values.string("personId"),
                            values.get("role", Role.class),
                            values.get("verdict", PolicyDecision.Verdict.class),
                            values.string("reason"),
                            values.instant("at"),
                            shownAt(values),
                            values.string("entryId"))));

    /** A row that is its key: the request's place in the list, or, with an id, which is the newest. */
    static final TableSchema<Pointer> POINTER = SchemaBuilder.row(Tables.REQUESTS, WHAT, VERSION, Pointer.class)
            .keys(Pointer::key)
            .string(NEWEST, Pointer::newest)
            .build(values -> new Pointer(
                    Tables.REQUESTS.key(values.string(PARTITION), values.string(SORT)),
                    values.find(NEWEST, String.class)));

    private PolicyRequestSchema() {}

    /** @param revision that the decision made of the request: decisions are read in this order */
    record Decision(String requestId, int revision, PolicyDecision decision) {}

    record Pointer(Key key, @Nullable String newest) {
        String sort() {
            return key.sortKeyValue().orElseThrow().s();
        }
    }

    /** @param rows of one request, in any order; empty without its main one */
    static Optional<PolicyRequest> read(List<Map<String, AttributeValue>> rows) {
        var decisions = rows.stream()
                .filter(PolicyRequestSchema::isDecision)
                .map(DECISION::mapToItem)
                .sorted(Comparator.comparingInt(Decision::revision))
                .map(Decision::decision)
                .toList();
        return rows.stream()
                .filter(row -> !isDecision(row))
                .findFirst()
                .map(REQUEST::mapToItem)
                .map(request -> with(request, decisions));
    }

    private static boolean isDecision(Map<String, AttributeValue> row) {
        return row.getOrDefault(SORT, AttributeValue.fromS("")).s().startsWith(RequestRowKeys.DECISION);
    }

    private static PolicyRequest with(PolicyRequest request, List<PolicyDecision> decisions) {
        return new PolicyRequest(
                request.requestId(),
                request.origin(),
                request.requestedAt(),
                request.changes(),
                request.stored(),
                decisions,
                request.entryId(),
                request.revision());
    }

    private static AttributeConverter<Change> change() {
        return Converters.part(SchemaBuilder.part("policy request.changes", Change.class)
                .with(
                        "what",
                        Converters.code(Parameter.class, Parameter::code, PolicyRequestSchema::parameter),
                        Change::what)
                .string("from", Change::from)
                .string("to", Change::to)
                .build(values ->
                        new Change(values.get("what", Parameter.class), values.string("from"), values.string("to"))));
    }

    /** Rows of the version before do not have it: it was five minutes before the decision at most, and is taken as late. */
    private static Instant shownAt(Values values) {
        var shown = values.find("factorShownAt", Instant.class);
        return shown == null ? values.instant("at") : shown;
    }

    private static Optional<Parameter> parameter(String word) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.code().equals(word))
                .findFirst();
    }
}
